"""Answers as a table: the CSV that a web form exports, a row a person and a column a question."""

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from civicpledge.model.responses import Channel
from civicpledge.model.sources import Document, SourceKind, Span
from civicpledge.readers.asks import Draft, key_of
from civicpledge.readers.numbering import numbered
from civicpledge.readers.questionnaire_form import is_name_key, is_party_key, is_prompt, word_limit
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

_DELIMITERS = ",;\t"
_FIRST_NAME = re.compile(r"(?:first|given|fore)[ -]?names?", re.IGNORECASE)
_LAST_NAME = re.compile(r"(?:last|family|sur)[ -]?name", re.IGNORECASE)
_SOME_NAME = re.compile(r"\bname\b", re.IGNORECASE)
_SNIFFED = 20_000


@frozen(kw_only=True)
class Cell:
    """A cell of the table, in offsets of the text; quotation marks of the format are outside."""

    row: int
    column: int
    start: int
    end: int


def looks_like_table(text: str) -> bool:
    r"""
    Tell whether *text* is a table of answers: a first row with a name and questions, and rows as long.

    >>> looks_like_table("Name,Party,Will you build?\nAnn Body,Green,Yes\n")
    True
    """
    head = text[:_SNIFFED]
    delimiter = _delimiter(head)
    if delimiter is None:
        return False
    rows: dict[int, int] = {}
    titles: list[str] = []
    for cell in cells_of(head, delimiter):
        rows[cell.row] = cell.column + 1
        if cell.row == 0:
            titles.append(head[cell.start : cell.end])
    whole = [width for row, width in rows.items() if row < max(rows) or len(text) <= _SNIFFED]
    named = any(is_name_key(t) or _SOME_NAME.search(t) for t in titles)
    asked = any(_is_question(t) for t in titles)
    return (
        named
        and asked
        and len(whole) > 1
        and all(width == whole[0] for width in whole if width > 1)
    )


def _delimiter(head: str) -> str | None:
    first = head.lstrip().split("\n", 1)[0]
    counts = {mark: first.count(mark) for mark in _DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else None


def cells_of(text: str, delimiter: str) -> Iterator[Cell]:
    """
    Walk through the cells of a delimited table, empty ones included, in one pass.

    >>> [(c.row, c.column, 'a,"b, c"'[c.start:c.end]) for c in cells_of('a,"b, c"', ",")]
    [(0, 0, 'a'), (0, 1, 'b, c')]
    """
    plain = re.compile(rf"[^{re.escape(delimiter)}\n\r]*")
    quoted = re.compile(r'"(?P<inner>(?:[^"]|"")*)"?[ \t]*')
    at = row = column = 0
    while at < len(text):
        found = quoted.match(text, at) if text[at] == '"' else plain.match(text, at)
        if found is None:
            return
        start, end = found.span("inner") if text[at] == '"' else found.span()
        yield Cell(row=row, column=column, start=start, end=end)
        at = found.end()
        if at < len(text) and text[at] == delimiter:
            at, column = at + 1, column + 1
            if at == len(text):
                yield Cell(row=row, column=column, start=at, end=at)
        elif at < len(text) and text[at] in "\r\n":
            at, row, column = at + 1, row + 1, 0
        elif at < len(text):
            at += 1


def _is_question(title: str) -> bool:
    return "?" in title or numbered(title.strip()) is not None or len(title.split()) > 6


@define
class _Columns:
    name: int | None = None
    first: int | None = None
    last: int | None = None
    party: int | None = None
    asks: dict[int, RawAsk] = field(factory=dict)
    prompts: dict[int, Cell] = field(factory=dict)


def read_table(document: Document) -> Reading:
    """
    Read *document* as a table of answers.

    Quotes stand as in the file: a quotation mark inside a quoted cell is doubled there. Columns that are
    neither a name, a party nor a question (an e-mail address, a time stamp) are context.
    """
    text = document.text
    rows: dict[int, list[Cell]] = {}
    for cell in cells_of(text, _delimiter(text[:_SNIFFED]) or ","):
        rows.setdefault(cell.row, []).append(cell)
    first, *people = [
        row for row in rows.values() if any(text[c.start : c.end].strip() for c in row)
    ]
    table = _Table(document, _columns(document, first))
    table.head(first)
    for row in people:
        table.row(row)
    return table.reading()


def _columns(document: Document, titles: list[Cell]) -> _Columns:
    columns = _Columns()
    taken: set[str] = set()
    for cell in titles:
        title = document.text[cell.start : cell.end].strip()
        if is_party_key(title):
            columns.party = cell.column
        elif _FIRST_NAME.fullmatch(title):
            columns.first = cell.column
        elif _LAST_NAME.fullmatch(title):
            columns.last = cell.column
        elif columns.name is None and (is_name_key(title) or _SOME_NAME.search(title)):
            columns.name = cell.column
        elif is_prompt(title):
            columns.prompts[cell.column] = cell
        elif _is_question(title):
            ask = _ask(document, cell, taken)
            columns.asks[cell.column] = ask
            taken.add(ask.key)
    return columns


def _ask(document: Document, cell: Cell, taken: set[str]) -> RawAsk:
    start = cell.start
    words = document.text[start : cell.end]
    indent = len(words) - len(words.lstrip())
    found = numbered(words.lstrip())
    if found is not None and indent + found.words < len(words):
        start += indent + found.words
    title = document.quote(start, cell.end)
    draft = Draft(
        document, found.number if found else None, title, word_limit=word_limit(title.text)
    )
    return draft.finish(key_of(draft, taken))


@define
class _Table:
    document: Document
    columns: _Columns
    answers: list[RawAnswer] = field(factory=list)
    absences: list[RawAbsence] = field(factory=list)
    nameless: list[int] = field(factory=list)
    held: list[Segment] = field(factory=list)

    def _words(self, cell: Cell) -> str:
        return self.document.text[cell.start : cell.end].strip()

    def _hold(self, kind: SegmentKind, cell: Cell) -> None:
        if cell.start < cell.end:
            self.held.append(Segment(kind=kind, start=cell.start, end=cell.end))

    def head(self, titles: list[Cell]) -> None:
        """Hold the first row."""
        for cell in titles:
            self._hold(
                SegmentKind.ASK if cell.column in self.columns.asks else SegmentKind.CONTEXT, cell
            )

    def row(self, row: list[Cell]) -> None:
        """Take one person's answers."""
        cells = {cell.column: cell for cell in row}
        columns = self.columns
        who = [cells[c] for c in (columns.name, columns.first, columns.last) if c in cells]
        name = " ".join(self._words(cell) for cell in who if self._words(cell)) or None
        party = self._words(cells[columns.party]) if columns.party in cells else ""
        label = who[0] if who and who[0].start < who[0].end else None
        for cell in row:
            ask, prompt = columns.asks.get(cell.column), columns.prompts.get(cell.column)
            if ask is None and prompt is None:
                speaks = cell in who or cell.column == columns.party
                self._hold(SegmentKind.SPEAKER if speaks else SegmentKind.CONTEXT, cell)
            elif any(c.isalnum() for c in self._words(cell)):
                self._answer(cell, ask, prompt, (name, party or None, label))
        if name is None:
            self.nameless.append(row[0].start)

    def _answer(
        self,
        cell: Cell,
        ask: RawAsk | None,
        prompt: Cell | None,
        who: tuple[str | None, str | None, Cell | None],
    ) -> None:
        quote = self.document.quote(cell.start, cell.end)
        name, party, label = who
        self._hold(SegmentKind.ANSWER, cell)
        if says_no_answer(quote.text) and name:
            self.absences.append(RawAbsence(name=name, quote=quote, ask=ask))
            return
        place = (
            Span(source=self.document.source.id, start=label.start, end=label.end)
            if label
            else None
        )
        self.answers.append(
            RawAnswer(
                ask=ask,
                speaker=name,
                party=party,
                label=place,
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

    def reading(self) -> Reading:
        """Give what was read; the marks of the format between the cells are furniture."""
        tiles = tile(self.document.text, self.held)
        shown = tuple(
            Segment(kind=SegmentKind.FURNITURE, start=s.start, end=s.end)
            if s.kind is SegmentKind.UNREAD
            else s
            for s in tiles
        )
        return Reading(
            document=self.document,
            kind=SourceKind.QUESTIONNAIRE,
            asks=tuple(self.columns.asks.values()),
            answers=tuple(self.answers),
            absences=tuple(self.absences),
            segments=shown,
            warnings=tuple(self._warnings()),
        )
