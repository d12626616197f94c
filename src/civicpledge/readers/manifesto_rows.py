"""The printed lines of a manifesto: marks, page numbers and running heads told from words."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from attrs import evolve, frozen

from civicpledge.readers.manifesto_marks import Mark, marks_of

LONGEST_HEADING = 100
"""Code points; a longer line is a sentence."""

_BULLETS = "•●▪◦‣⁃∙·○■□➢➤►▶▸▹❖◆◇★☆✦»›→➔➜✓✔✅☑§Øü*-–—+"
# What an extractor prints for a bullet of a font of symbols: control characters, private use, unknown.
_UNTOLD = "\x01-\x08\x0e-\x1f\x7f\ue000-\uf8ff\ufffd"
_BULLET = re.compile(rf"[{re.escape(_BULLETS)}{_UNTOLD}](?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_NUMBER = re.compile(
    r"(?:(?:pledge|promise|priority|commitment|action|point)[ \t])?"
    r"\(?(?P<number>\d{1,3})[.):]\)?(?:[ \t]+|$)",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:page[ \t])?[-–—|]?[ \t]?\d{1,4}[ \t]?[-–—|]?(?:[ \t]of[ \t]\d{1,4})?", re.IGNORECASE
)
_PLEDGES = re.compile(
    r"(?:(?:our|my|key|the) )?(?:pledges?|promises?|commitments?|actions?|polic(?:y|ies)|offers?)"
    r"|what (?:i|we)(?: will|['’]ll) do",
    re.IGNORECASE,
)
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\W{2,}")
_HASHES = re.compile(r"(?P<level>#{1,6})[ \t]+")
_LONGEST_TABLE_ROW = 600
_DASHES = "-–—"
_ENDS = ".!?…"


class RowKind(StrEnum):
    """What a printed line is by its own form."""

    BLANK = "blank"
    MARK = "mark"
    ITEM = "item"
    HASHED = "hashed"
    FURNITURE = "furniture"
    TEXT = "text"


@frozen(kw_only=True)
class Row:
    """
    One printed line.

    :ivar start: :ivar end: without the white space around it
    :ivar at: where the words behind the mark begin, ``end`` where there are none
    :ivar mark: the bullet or the number before the words, as printed without its dot; a bar in a table
    :ivar indent: how much white space stands before it
    :ivar page_start: whether a page break stands right before it
    """

    kind: RowKind
    line: int
    start: int
    end: int
    at: int
    mark: str | None = None
    level: int = 0
    words: str = ""
    page_start: bool = False
    indented: bool = False
    indent: int = 0

    @property
    def numbered(self) -> bool:
        """Whether its mark is a number."""
        return self.mark is not None and self.mark.isdigit()

    @property
    def capital(self) -> bool:
        """Whether its words begin with a capital letter, leaving out marks of quotation."""
        bare = self.words.lstrip("'\"‘“#(")
        return bare[:1].isupper()

    @property
    def open(self) -> bool:
        """Whether its words lead on to what follows."""
        return self.words.rstrip()[-1:] in (":", ";")

    @property
    def ended(self) -> bool:
        """Whether its words end a sentence."""
        return self.words.rstrip("'\"’”) ").endswith(tuple(_ENDS))


def rows_of(text: str) -> tuple[Row, ...]:
    r"""
    Give the printed lines of *text*, blank ones too; a form feed is a page break.

    >>> [(row.kind.value, row.mark) for row in rows_of("1. Build homes\n•\n\n17\nWe will.")]
    [('item', '1'), ('mark', '•'), ('blank', None), ('furniture', None), ('text', None)]
    """
    rows: list[Row] = []
    number = 0
    marks = marks_of(text)
    for line, (start, end) in enumerate(_lines(text), 1):
        row = _row(text, line, start, end, rows[-1] if rows else None, number)
        if row.kind is RowKind.TEXT and row.start in marks:
            row = _marked(text, row, marks[row.start])
        number = int(row.mark) if row.mark is not None and row.numbered else number
        rows.append(row)
    return _without_running_heads(_with_page_starts(_without_table_heads(text, rows)))


def _marked(text: str, row: Row, mark: Mark) -> Row:
    return evolve(row, kind=RowKind.ITEM, mark=mark.mark, at=mark.at, words=text[mark.at : row.end])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        end = text.find("\n", start)
        if end < 0:
            break
        yield start, end
        start = end + 1
    yield start, len(text)


def _row(text: str, line: int, start: int, end: int, before: Row | None, number: int) -> Row:
    raw = text[start:end]
    words = raw.strip()
    if not words:
        return Row(
            kind=RowKind.BLANK, line=line, start=end, end=end, at=end, page_start="\f" in raw
        )
    first = start + len(raw) - len(raw.lstrip())
    if words[0] == words[-1] == "|" and 1 < len(words) <= _LONGEST_TABLE_ROW:
        return _table_row(line, first, words)
    kind, at, mark, level = _form(words)
    if mark is not None and _only_wrapped(words, at, mark, before, number):
        kind, at, mark = RowKind.TEXT, 0, None
    return Row(
        kind=kind,
        line=line,
        start=first,
        end=first + len(words),
        at=first + at,
        mark=mark,
        level=level,
        words=words[at:].rstrip("# ") if kind is RowKind.HASHED else words[at:],
        page_start="\f" in raw,
        indented=raw[0] == " " and not raw[1].isspace(),
        indent=first - start,
    )


def _table_row(line: int, first: int, words: str) -> Row:
    """Take the last cell of a table's row as an item; a rule is furniture."""
    bar = words.rfind("|", 0, -1)
    cell = words[bar + 1 : -1]
    said = cell.strip()
    if not said.strip("-: "):
        return Row(
            kind=RowKind.FURNITURE,
            line=line,
            start=first,
            end=first + len(words),
            at=first,
            words=words,
        )
    at = first + bar + 1 + len(cell) - len(cell.lstrip())
    end = at + len(said)
    return Row(kind=RowKind.ITEM, line=line, start=first, end=end, at=at, mark="|", words=said)


def _form(words: str) -> tuple[RowKind, int, str | None, int]:
    if hashes := _HASHES.match(words):
        return RowKind.HASHED, hashes.end(), None, len(hashes["level"])
    short = len(words) <= LONGEST_HEADING
    if short and _PAGE_NUMBER.fullmatch(words):
        return RowKind.FURNITURE, 0, None, 0
    if short and _RULE.fullmatch(words):
        return RowKind.FURNITURE, 0, None, 0
    found = _NUMBER.match(words) or _BULLET.match(words)
    if found:
        kind = RowKind.ITEM if found.end() < len(words) else RowKind.MARK
        return kind, found.end(), found.groupdict().get("number") or words[0], 0
    return RowKind.TEXT, 0, None, 0


def _only_wrapped(words: str, at: int, mark: str, before: Row | None, number: int) -> bool:
    """
    Tell whether a mark is punctuation that a line break put first: a dash, or the end of "aged 18.".

    Such a line stands right under an unfinished one, and goes on in small letters or with a number that
    no list has come to.
    """
    if before is None or before.kind not in (RowKind.TEXT, RowKind.ITEM) or before.ended:
        return False
    if mark in _DASHES:
        return words[at : at + 1].islower() and before.mark != mark and not before.open
    return mark.isdigit() and int(mark) not in (1, number + 1)


def _without_table_heads(text: str, rows: list[Row]) -> list[Row]:
    """Make the first row of a table, with the rule under it, furniture: it names the columns."""
    for i, (row, below) in enumerate(pairwise(rows)):
        if row.mark == "|" and below.kind is RowKind.FURNITURE and below.words.startswith("|"):
            line_end = below.start - 1
            rows[i] = evolve(row, kind=RowKind.FURNITURE, mark=None, end=line_end)
            _take_column(text, rows, i)
    return rows


def _take_column(text: str, rows: list[Row], head: int) -> None:
    """Take the cells below a title like "Pledge" for the items of a table, where it is not the last."""
    titles = text[rows[head].start : rows[head].end].rstrip("| ").split("|")
    column = next((n for n, t in enumerate(titles) if _PLEDGES.fullmatch(t.strip(" *_"))), None)
    if column in (None, len(titles) - 1):
        return
    for i in range(head + 2, len(rows)):
        if rows[i].mark != "|":
            break
        bars = [m.start() for m in _BAR.finditer(text, rows[i].start, rows[i].end)]
        if column < len(bars):
            cell = text[bars[column - 1] + 1 : bars[column]]
            at = bars[column - 1] + 1 + len(cell) - len(cell.lstrip())
            end = max(at, bars[column - 1] + 1 + len(cell.rstrip()))
            rows[i] = evolve(rows[i], at=at, end=end, words=cell.strip())


def _with_page_starts(rows: list[Row]) -> list[Row]:
    """
    Mark the rows behind a page break.

    Extractors print a form feed before a page's first line, and cleaning makes it a space. Where more than
    a tenth of the lines begin so, it is indentation and tells nothing.
    """
    spaced = [i for i, row in enumerate(rows) if row.indented]
    full = sum(1 for row in rows if row.kind is not RowKind.BLANK)
    if len(spaced) > full / 10:
        return rows
    for i in spaced:
        rows[i] = evolve(rows[i], page_start=True)
    return rows


def _without_running_heads(rows: list[Row]) -> tuple[Row, ...]:
    """
    Make running heads furniture: short lines that stand more than once at a page's edge.

    A line that is printed twice inside pages may be a heading, so only edges count: the first line behind a
    page break or a page number, the last before one.
    """
    edges = _edges(rows)
    seen = Counter(_key(rows[i]) for i in edges)
    heads = [i for i in edges if seen[_key(rows[i])] > 1 and _may_be_head(rows[i])]
    for i in heads:
        rows[i] = evolve(rows[i], kind=RowKind.FURNITURE)
    return tuple(rows)


def _edges(rows: list[Row]) -> set[int]:
    full = [i for i, row in enumerate(rows) if row.kind is not RowKind.BLANK]
    edges: set[int] = set()
    for before, at in pairwise(full):
        if rows[at].page_start or rows[before].kind is RowKind.FURNITURE:
            edges.add(at)
        if rows[at].page_start or rows[at].kind is RowKind.FURNITURE:
            edges.add(before)
    return {i for i in edges if rows[i].kind is RowKind.TEXT}


def _may_be_head(row: Row) -> bool:
    return len(row.words) <= LONGEST_HEADING and not row.open and not row.words.endswith((",", ";"))


def _key(row: Row) -> str:
    return " ".join(row.words[: LONGEST_HEADING + 1].split()).casefold()
