"""Which tables of a text hold answers: the first row tells, and the rows below it."""

import re
from collections.abc import Sequence

from civicpledge.readers.lines import Line, lines_of
from civicpledge.readers.questionnaire_columns import (
    Asked,
    Column,
    asked_of,
    columns_of,
    is_of_the_form,
    is_short_for_a_question,
    surnames_told,
    who_of,
)
from civicpledge.readers.questionnaire_form import is_name_key, is_party_key
from civicpledge.readers.table_cells import (
    Cell,
    Row,
    cells_of,
    delimited,
    pipe_tables,
    rows_of,
    spaced_tables,
)

LOOKED_AT = 200
"""Of so many rows the cells tell what a column holds."""

_SNIFFED = 200_000
_RESPONSE = re.compile(r"(?:open-ended )?response", re.IGNORECASE)


def looks_like_table(text: str) -> bool:
    r"""
    Tell whether *text* holds a table of answers: a first row with names or questions, and rows as long.

    >>> looks_like_table("Name,Party,Will you build?\nAnn Body,Green,Yes\n")
    True
    """
    return bool(tables_of(text[:_SNIFFED]))


def tables_of(text: str) -> tuple[tuple[Row, ...], ...]:
    """Give the tables of answers in a text: between bars, else the one that it is, else set with spaces."""
    bars = tuple(rows for rows in pipe_tables(text) if _holds_answers(text, rows))
    if bars:
        return bars
    whole = _whole_table(text)
    if whole and all(is_as_wide(row, whole[0]) for row in whole):
        return (whole,)
    spaced = tuple(rows for rows in spaced_tables(text) if _holds_answers(text, rows))
    return spaced or ((whole,) if whole else ())


def _whole_table(text: str) -> tuple[Row, ...]:
    """Give the table of answers that a text is from one of its first lines on; nothing where it is none."""
    for start, mark in delimited(text):
        first = rows_of(cells_of(text[: text.find("\n", start) + 1 or len(text)], mark, start))
        if not first or not _may_be_head(text, first[0]):
            continue
        rows = rows_of(cells_of(text, mark, start))
        if _holds_answers(text, rows):
            return rows
    return ()


def _may_be_head(text: str, row: Row) -> bool:
    """Tell whether a first row may be one, before the rows below it are read."""
    titles = words_of_row(text, row)
    return _tells_whose(titles, columns_of(titles)) or people_asked(text, row) is not None


def people_asked(text: str, first: Row) -> Asked | None:
    """Give the people and the questions of a table whose first row names people, in full or by surname."""
    titles = words_of_row(text, first)
    return asked_of(titles, surnames_told(text, titles))


def _tells_whose(titles: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row a person stands below: names, or what a web form writes beside each."""
    named = Column.NAME in columns or Column.FIRST in columns
    return named or any(is_of_the_form(title) for title in titles)


def _holds_answers(text: str, rows: tuple[Row, ...]) -> bool:
    if len(rows) < 2 or not _is_head(text, rows):
        return False
    filled = [row for row in rows[1:] if len(row) > 1]
    wide = sum(is_as_wide(row, rows[0]) for row in filled)
    return wide > 0 and wide * 2 >= len(filled)


def is_as_wide(row: Row, first: Row) -> bool:
    """Tell whether each cell of a row stands below one of the first row, and none is missing."""
    return [cell.column for cell in row] == list(range(len(first)))


def _is_head(text: str, rows: tuple[Row, ...]) -> bool:
    """Tell whether the first of the *rows* names people, or questions and who answers them."""
    titles, *below = (words_of_row(text, row) for row in rows[:LOOKED_AT])
    if people_asked(text, rows[0]) is not None:
        return True
    columns = columns_of(titles, below)
    if any(_is_one_form(columns, row) for row in below):
        return False
    return Column.ASK in columns and _tells_whose(titles, columns)


def _is_one_form(columns: Sequence[Column], row: Sequence[str]) -> bool:
    """Tell whether a field's name or a question stands where a name should: a row is a field then."""
    named = (word for word, column in zip(row, columns, strict=False) if column is Column.NAME)
    return any(is_party_key(word) or word.endswith("?") for word in named)


def words_of_row(text: str, row: Row) -> list[str]:
    """Give the words of each cell."""
    return [text[cell.start : cell.end].strip() for cell in row]


# ---- what stands right above a table

_ABOVE = 1000


def person_above(text: str, cell: Cell) -> tuple[str | None, str | None, int]:
    """Read who answers in the last line above the table of a cell, where it is a full name and no more."""
    cut, above = _last_line_above(text, cell)
    name, party = (who_of(above.bare) if above else None) or (None, None)
    start = cut + above.bare_start + above.bare.index(name) if above and name else 0
    return name, party, start


def question_above(text: str, cell: Cell) -> tuple[int, int] | None:
    """Give where the heading or the question right above the table of a cell stands."""
    cut, above = _last_line_above(text, cell)
    if above is None or not (above.heading or above.bare.endswith("?")):
        return None
    return cut + above.bare_start, cut + above.bare_end


def _last_line_above(text: str, cell: Cell) -> tuple[int, Line | None]:
    row = text.rfind("\n", 0, cell.start) + 1
    cut = max(0, row - _ABOVE)
    return cut, next(iter(lines_of(text[cut:row])[-1:]), None)


# ---- a second row of titles


def is_second_head(words: Sequence[str]) -> bool:
    """Tell whether a survey tool has written below each title what its column holds."""
    return any(_RESPONSE.fullmatch(word) for word in words)


def joined_heads(titles: Sequence[str], second: Sequence[str]) -> list[str]:
    """
    Give each column one title: a field of a person from the second row, else the first row's.

    A column without a title in the first row goes on with the question before it.

    >>> joined_heads(["About you", "", "Will you?", ""], ["Name", "Party", "Response", "Other"])
    ['Name', 'Party', 'Will you?', 'If other: Other']
    """
    joined = []
    for title, below in zip(titles, second, strict=False):
        field = is_name_key(below) or is_party_key(below) or is_of_the_form(below)
        joined.append(below if field else title or (f"If other: {below}" if below else ""))
    return joined


# ---- questions that a title is short for

_DIGITS = re.compile(r"[A-Za-z]{0,8} ?(?P<number>\d{1,2})")


def listed_above(topic: str, text: str) -> re.Match[str] | None:
    """
    Find the question that a title names the topic of, in a list of the asks with their topics.

    >>> listed_above("Shade trees", "1. **Shade trees:** Will you double them?")["ask"]
    'Will you double them?'
    """
    if "?" in topic or not topic or len(topic) > _LONGEST_TOPIC:
        return None
    named = rf"^(?:\(?(?P<number>\d{{1,2}})[.)] )?[-*•_ ]{{0,5}}{re.escape(topic)}[*_]{{0,3}}:[*_]{{0,3}} "
    found = list(re.finditer(named + r"(?P<ask>[^\n]{4,600}\?)[*_ ]{0,3}$", text, re.MULTILINE))
    return found[0] if len(found) == 1 else None


_LONGEST_TOPIC = 80


def printed_elsewhere(title: str, text: str, at: int) -> re.Match[str] | None:
    """Find the question that a title at that place is short for: printed above the table, or below it."""
    if is_short_for_a_question(title):
        return _in_full(title, text[:at]) or _in_full(title, text)
    return listed_above(title, text[:at])


def _in_full(short: str, text: str) -> re.Match[str] | None:
    """Find the question that "Question A" or "Q3" is short for: by these words, or by number."""
    named = rf"^[*_ ]{{0,3}}{re.escape(short)}[*_]{{0,3}}[:.)][*_ ]{{0,3}}(?P<ask>\S[^\n]*)"
    printed = re.search(named, text, re.MULTILINE)
    told = _DIGITS.fullmatch(short)
    if printed is not None or told is None:
        return printed
    listed = rf"^[*_ ]{{0,3}}(?P<ask>\(?{told['number']}[.)] \S[^\n]*\?)[*_ ]{{0,3}}$"
    numbered_so = list(re.finditer(listed, text, re.MULTILINE))
    return numbered_so[0] if len(numbered_so) == 1 else None
