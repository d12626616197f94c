"""
Answers as a table: a row a person and a column a question, or the other way round.

A web form exports it as CSV, a page prints it in Markdown, with its own prose above and below.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from attrs import define, evolve, field, frozen

from civicpledge.model.responses import Channel
from civicpledge.model.sources import Document, SourceKind, Span
from civicpledge.progress import Progress, watched
from civicpledge.readers.asks import Draft, key_of
from civicpledge.readers.labels import is_party
from civicpledge.readers.lines import CROSSES, TICKS, lines_of
from civicpledge.readers.numbering import numbered
from civicpledge.readers.questionnaire_columns import (
    Asked,
    Column,
    asked_of,
    columns_of,
    holds_answers,
    is_short_for_a_question,
    who_of,
)
from civicpledge.readers.questionnaire_form import is_field_key, is_party_key, is_prompt, word_limit
from civicpledge.readers.reading import (
    RawAbsence,
    RawAnswer,
    RawAsk,
    Reading,
    ReadingWarning,
    Segment,
    SegmentKind,
    tile,
)
from civicpledge.readers.statements import says_no_answer
from civicpledge.readers.table_cells import Cell, Row, cells_of, delimited, pipe_tables, rows_of

_SNIFFED = 20_000
_LOOKED_AT = 200
_NAMES = (Column.NAME, Column.FIRST, Column.LAST)
_ABOVE = 1000
# A row in which whoever made the table sums up: nobody is asked it.
_VERDICT = re.compile(
    r"(?:(?:our|the|overall|total|final) )?(?:verdict|rating|score|grade|mark|total|overall|"
    r"result)s?(?: out of \d{1,3})?",
    re.IGNORECASE,
)
_MARKS = frozenset(TICKS + CROSSES)
_SUMS = frozenset({"total", "totals", "average", "yes count", "number of yes"})


def looks_like_table(text: str) -> bool:
    r"""
    Tell whether *text* holds a table of answers: a first row with names or questions, and rows as long.

    >>> looks_like_table("Name,Party,Will you build?\nAnn Body,Green,Yes\n")
    True
    """
    return bool(_tables(text[:_SNIFFED], whole=len(text) <= _SNIFFED))


def _tables(text: str, *, whole: bool) -> tuple[tuple[Row, ...], ...]:
    """Give the tables of answers in a text, of which the last row may be cut where it is not *whole*."""
    pipes = tuple(rows for rows in pipe_tables(text) if _holds_answers(text, rows))
    if pipes:
        return pipes
    for start, mark in delimited(text):
        first = rows_of(cells_of(text[: text.find("\n", start) + 1 or len(text)], mark, start))
        if not first or not _may_be_head(text, first[0]):
            continue
        rows = rows_of(cells_of(text, mark, start))
        if _holds_answers(text, rows if whole else rows[:-1]):
            return (rows,)
    return ()


def _may_be_head(text: str, row: Row) -> bool:
    """Tell whether a first row may be one, before the rows below it are read."""
    (titles,) = _words_of(text, (row,))
    columns = columns_of(titles)
    return Column.NAME in columns or Column.FIRST in columns or asked_of(titles) is not None


def _holds_answers(text: str, rows: tuple[Row, ...]) -> bool:
    if len(rows) < 2 or not _is_head(text, rows):
        return False
    width = len(rows[0])
    return all(len(row) == width for row in rows if len(row) > 1)


def _is_head(text: str, rows: tuple[Row, ...]) -> bool:
    """Tell whether the first of the *rows* names people, or questions and who answers them."""
    titles, *below = _words_of(text, rows[:_LOOKED_AT])
    if asked_of(titles) is not None:
        return True
    columns = columns_of(titles, below)
    return Column.ASK in columns and (Column.NAME in columns or Column.FIRST in columns)


def _words_of(text: str, rows: Iterable[Row]) -> list[list[str]]:
    return [[text[c.start : c.end].strip() for c in row] for row in rows]


@frozen(kw_only=True)
class _Titles:
    """The first row of a table with a row a person: its cells, what they hold, the asks by column."""

    cells: Row
    columns: tuple[Column, ...]
    asks: Mapping[int, RawAsk]


@frozen(kw_only=True)
class _Person:
    name: str | None
    party: str | None
    label: Cell | None


def read_table(document: Document, progress: Progress | None = None) -> Reading:
    """
    Read *document* as a table of answers, or as a page that holds some.

    Quotes stand as in the file: a quotation mark inside a quoted cell is doubled there. Columns that are
    neither a name, a party nor a question (an e-mail address, a time stamp) are context, and so is what
    stands around a table. A column of comments goes on with the question before it.
    """
    table = _Table(document, progress)
    for rows in _tables(document.text, whole=True):
        first, *below = [
            row for row in rows if any(document.text[c.start : c.end].strip() for c in row)
        ]
        titles = [document.text[c.start : c.end].strip() for c in first]
        table.spans.append((first[0].start, rows[-1][-1].end))
        asked = asked_of(titles)
        if asked is not None:
            table.by_question(first, below, asked)
        else:
            table.by_person(first, below)
    return table.reading()


@define
class _Table:
    document: Document
    progress: Progress | None = None
    asks: list[RawAsk] = field(factory=list)
    keys: set[str] = field(factory=set)
    answers: list[RawAnswer] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    nameless: list[int] = field(factory=list)
    held: list[Segment] = field(factory=list)
    spans: list[tuple[int, int]] = field(factory=list)

    def _words(self, cell: Cell) -> str:
        return self.document.text[cell.start : cell.end].strip()

    def _hold(self, kind: SegmentKind, cell: Cell) -> None:
        if cell.start < cell.end:
            self.held.append(Segment(kind=kind, start=cell.start, end=cell.end))

    def by_question(self, titles: Row, below: list[Row], asked: Asked) -> None:
        """Take a table with a row a question and a column a person."""
        people = {}
        for cell in titles:
            self._hold(SegmentKind.SPEAKER if cell.column else SegmentKind.CONTEXT, cell)
        for column, title in asked.people:
            name, party = who_of(title) or (None, None)
            people[column] = _Person(name=name, party=party, label=titles[column])
        for row in watched(below, self.progress):
            if self._gives_parties(row, asked):
                for column, who in people.items():
                    people[column] = evolve(who, party=self._words(row[column]) or who.party)
            elif self._asks(row, asked):
                self._question_row(row, asked, people)
                continue
            for cell in row:
                self._hold(SegmentKind.CONTEXT, cell)

    def _gives_parties(self, row: Row, asked: Asked) -> bool:
        """Tell whether a row gives each person's party."""
        if len(row) <= max(column for column, _ in asked.people):
            return False
        told = [self._words(row[column]) for column, _ in asked.people]
        title = self._words(row[asked.question])
        filled = [words for words in told if words]
        return is_party_key(title) or (not title and bool(filled) and all(map(is_party, filled)))

    def _asks(self, row: Row, asked: Asked) -> bool:
        title = self._words(row[asked.question]) if asked.question < len(row) else ""
        return (
            bool(title) and not is_field_key(title) and not _VERDICT.fullmatch(title.strip("*_: "))
        )

    def _question_row(self, row: Row, asked: Asked, people: Mapping[int, _Person]) -> None:
        title = row[asked.question]
        prompt = title if is_prompt(self._words(title)) else None
        ask = None if prompt else self._ask(title)
        for cell in row[: asked.question + 1]:
            self._hold(SegmentKind.ASK if cell is title else SegmentKind.CONTEXT, cell)
        comments: dict[int, list[Cell]] = {}
        for column, of in asked.comments:
            comments.setdefault(of, []).extend(row[column : column + 1])
        for cell in row:
            if cell.column in people:
                more = comments.get(cell.column, [])
                self._answer((cell, *more), ask, prompt, people[cell.column])

    def by_person(self, titles: Row, below: list[Row]) -> None:
        """Take a table with a row a person and a column a question."""
        words = [[self._words(cell) for cell in row] for row in (titles, *below[:_LOOKED_AT])]
        columns = columns_of(words[0], words[1:])
        asks = {}
        for cell, column in zip(titles, columns, strict=True):
            if column is Column.ASK:
                asks[cell.column] = self._ask(cell)
            self._hold(SegmentKind.ASK if column is Column.ASK else SegmentKind.CONTEXT, cell)
        for row in watched(below, self.progress):
            if not self._sums(row):
                self._row(row, _Titles(cells=titles, columns=columns, asks=asks))

    def _ask(self, cell: Cell) -> RawAsk:
        """Make the ask of a cell; where it is short for a question printed above, of that."""
        start, end = self._asked(cell)
        words = self.document.text[start:end]
        indent = len(words) - len(words.lstrip())
        found = numbered(words.lstrip())
        if found is not None and indent + found.words < len(words):
            start += indent + found.words
        title = self.document.quote(start, end)
        draft = Draft(
            self.document, found.number if found else None, title, word_limit=word_limit(title.text)
        )
        key = key_of(draft, self.keys)
        self.keys.add(key)
        self.asks.append(draft.finish(key))
        return self.asks[-1]

    def _asked(self, cell: Cell) -> tuple[int, int]:
        words = self._words(cell)
        above = self._line_above(cell) if holds_answers(words) else None
        if above is not None:
            return above
        if not is_short_for_a_question(words):
            return cell.start, cell.end
        text = self.document.text
        printed = re.search(
            rf"^[*_ ]{{0,3}}{re.escape(words)}[*_]{{0,3}}[:.)][*_ ]{{0,3}}(?P<ask>\S[^\n]*)",
            text[: cell.start],
            re.MULTILINE,
        )
        if printed is None:
            return cell.start, cell.end
        self.held.append(
            Segment(kind=SegmentKind.ASK, start=printed.start(), end=printed.end("ask"))
        )
        return printed.span("ask")

    def _line_above(self, cell: Cell) -> tuple[int, int] | None:
        """Give the heading or the question right above the table of a cell."""
        text = self.document.text
        row = text.rfind("\n", 0, cell.start) + 1
        cut = max(0, row - _ABOVE)
        above = lines_of(text[cut:row])
        if not above or not (above[-1].heading or above[-1].bare.endswith("?")):
            return None
        start, end = cut + above[-1].bare_start, cut + above[-1].bare_end
        self.held.append(Segment(kind=SegmentKind.ASK, start=start, end=end))
        return start, end

    def _sums(self, row: Row) -> bool:
        """Put a row of totals aside: it is nobody's."""
        first = next((self._words(cell) for cell in row if self._words(cell)), "")
        if first.strip("*_ :").casefold() not in _SUMS:
            return False
        for cell in row:
            self._hold(SegmentKind.CONTEXT, cell)
        return True

    def _row(self, row: Row, titles: _Titles) -> None:
        """Take one person's answers."""
        held = {Column.NAME: "", Column.FIRST: "", Column.LAST: "", Column.PARTY: ""}
        label = None
        for cell, column in zip(row, titles.columns, strict=False):
            if column in held:
                held[column] = held[column] or self._words(cell)
                self._hold(SegmentKind.SPEAKER, cell)
            elif column is Column.OTHER:
                self._hold(SegmentKind.CONTEXT, cell)
            if column in _NAMES and label is None and self._words(cell):
                label = cell
        name = " ".join(held[column].strip("*_ ") for column in _NAMES if held[column]) or None
        person = _Person(name=name, party=held[Column.PARTY] or None, label=label)
        printed = who_of(name) if name else None
        if person.party is None and printed and all(printed):
            person = evolve(person, name=printed[0], party=printed[1])
        for at, (cell, column) in enumerate(zip(row, titles.columns, strict=False)):
            if column is Column.ASK:
                more = takewhile(
                    lambda i: titles.columns[i] is Column.MORE, range(at + 1, len(row))
                )
                cells = (cell, *(row[i] for i in more))
                self._answer(cells, titles.asks[cell.column], None, person)
            elif column is Column.PROMPT:
                self._answer((cell,), None, titles.cells[at], person)
        if name is None:
            self.nameless.append(row[0].start)

    def _says(self, cell: Cell) -> bool:
        return any(c.isalnum() or c in _MARKS for c in self._words(cell))

    def _answer(
        self, cells: tuple[Cell, ...], ask: RawAsk | None, prompt: Cell | None, who: _Person
    ) -> None:
        """Take the words of one question's cells, without those that say there are none."""
        filled = [cell for cell in cells if self._says(cell)]
        said = [cell for cell in filled if not says_no_answer(self._words(cell))] or filled[:1]
        if not said:
            return
        start, end = said[0].start, said[-1].end
        for cell in filled:
            if not start <= cell.start < end:
                self._hold(SegmentKind.CONTEXT, cell)
        quote = self.document.quote(start, end)
        self.held.append(Segment(kind=SegmentKind.ANSWER, start=start, end=end))
        if says_no_answer(quote.text) and who.name:
            self.absences.append(RawAbsence(name=who.name, quote=quote, ask=ask))
            return
        label, source = who.label, self.document.source.id
        self.answers.append(
            RawAnswer(
                ask=ask,
                speaker=who.name,
                party=who.party,
                label=Span(source=source, start=label.start, end=label.end) if label else None,
                prompt=self.document.quote(prompt.start, prompt.end) if prompt else None,
                quote=quote,
                channel=Channel.QUESTIONNAIRE,
            )
        )

    def _warnings(self) -> Iterator[ReadingWarning]:
        line, counted = 1, 0
        for start in self.nameless:
            line += self.document.text.count("\n", counted, start)
            counted = start
            yield ReadingWarning(line=line, what="a row", why="gives no name")

    def _kind(self, segment: Segment) -> SegmentKind:
        """Give what no cell holds: marks of the format inside a table, prose around it."""
        if segment.kind is not SegmentKind.UNREAD:
            return segment.kind
        at = max(bisect_right(self.spans, segment.start, key=lambda span: span[0]) - 1, 0)
        a, b = self.spans[at]
        inside = a <= segment.start and segment.end <= b
        marks = not any(c.isalnum() for c in self.document.text[segment.start : segment.end])
        return SegmentKind.FURNITURE if inside or marks else SegmentKind.CONTEXT

    def reading(self) -> Reading:
        """Give what was read."""
        tiles = tile(self.document.text, self.held)
        return Reading(
            document=self.document,
            kind=SourceKind.QUESTIONNAIRE,
            asks=tuple(self.asks),
            answers=tuple(self.answers),
            absences=tuple(self.absences),
            segments=tuple(Segment(kind=self._kind(s), start=s.start, end=s.end) for s in tiles),
            warnings=tuple(self._warnings()),
        )
