"""
Answers as a table: a row a person and a column a question, or the other way round.

A web form exports it as CSV, a page prints it in Markdown, with its own prose above and below.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, field, frozen

from civicpledge.model.responses import Channel
from civicpledge.model.sources import Document, SourceKind, Span
from civicpledge.readers.asks import Draft, key_of
from civicpledge.readers.labels import is_name, is_party, label_of
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
from civicpledge.readers.table_cells import Cell, Row, cells_of, delimited, pipe_tables, rows_of

_FIRST_NAME = re.compile(r"(?:first|given|fore)[ -]?names?", re.IGNORECASE)
_LAST_NAME = re.compile(r"(?:last|family|sur)[ -]?name", re.IGNORECASE)
_SOME_NAME = re.compile(r"\bname\b", re.IGNORECASE)
_MORE = re.compile(
    r"(?:(?:q|question)? ?\d{0,3}[ .:-]{0,3})?(?:comments?|reasons?|why\??|details?"
    r"|further (?:comments|details)|please (?:explain|give .{1,40}))",
    re.IGNORECASE,
)
_SHORT_FOR = re.compile(r"(?:question|q|ask) ?[a-z0-9]{1,3}", re.IGNORECASE)
_QUESTIONS = re.compile(r"(?:questions?|asks?|pledges?|our asks?|)", re.IGNORECASE)
_SNIFFED = 20_000


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
        if not first or not _is_head(text, first[0]):
            continue
        rows = rows_of(cells_of(text, mark, start))
        if _holds_answers(text, rows if whole else rows[:-1]):
            return (rows,)
    return ()


def _holds_answers(text: str, rows: tuple[Row, ...]) -> bool:
    if len(rows) < 2 or not _is_head(text, rows[0]):
        return False
    width = len(rows[0])
    return all(len(row) == width for row in rows if len(row) > 1)


def _is_head(text: str, row: Row) -> bool:
    titles = [text[c.start : c.end].strip() for c in row]
    named = any(is_name_key(t) or _SOME_NAME.search(t) for t in titles)
    return (named and any(_is_question(t) for t in titles)) or _names_people(titles)


def _names_people(titles: list[str]) -> bool:
    """Tell whether a first row holds people: "Question | Ann Body (Green) | Bo Ng (Labour)"."""
    people = [_who(title) for title in titles[1:]]
    return len(people) > 1 and _QUESTIONS.fullmatch(titles[0]) is not None and all(people)


def _who(title: str) -> tuple[str, str | None] | None:
    label = label_of(title.strip("*_ "))
    if label is not None and label.name and label.end >= len(title.strip("*_ ")):
        return label.name, label.party
    bare = title.strip("*_ ")
    return (bare, None) if is_name(bare) and " " in bare and not is_party(bare) else None


def _is_question(title: str) -> bool:
    short = _SHORT_FOR.fullmatch(title) is not None
    return "?" in title or short or numbered(title) is not None or len(title.split()) > 6


@define
class _Columns:
    name: int | None = None
    first: int | None = None
    last: int | None = None
    party: int | None = None
    asks: dict[int, RawAsk] = field(factory=dict)
    more: set[int] = field(factory=set)
    prompts: dict[int, Cell] = field(factory=dict)


@frozen(kw_only=True)
class _Person:
    name: str | None
    party: str | None
    label: Cell | None


def read_table(document: Document) -> Reading:
    """
    Read *document* as a table of answers, or as a page that holds some.

    Quotes stand as in the file: a quotation mark inside a quoted cell is doubled there. Columns that are
    neither a name, a party nor a question (an e-mail address, a time stamp) are context, and so is what
    stands around a table. A column of comments goes on with the question before it.
    """
    table = _Table(document)
    for rows in _tables(document.text, whole=True):
        first, *below = [
            row for row in rows if any(document.text[c.start : c.end].strip() for c in row)
        ]
        titles = [document.text[c.start : c.end].strip() for c in first]
        table.spans.append((first[0].start, rows[-1][-1].end))
        if _names_people(titles):
            table.by_question(first, below)
        else:
            table.by_person(first, below)
    return table.reading()


@define
class _Table:
    document: Document
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

    def by_question(self, titles: Row, below: list[Row]) -> None:
        """Take a table with a row a question and a column a person."""
        people = {}
        for cell in titles:
            self._hold(SegmentKind.SPEAKER if cell.column else SegmentKind.CONTEXT, cell)
            who = _who(self._words(cell)) if cell.column else None
            if who is not None:
                people[cell.column] = _Person(name=who[0], party=who[1], label=cell)
        for row in below:
            ask = self._ask(row[0]) if self._words(row[0]) else None
            if ask is not None:
                self._hold(SegmentKind.ASK, row[0])
            for cell in row[1:]:
                if cell.column in people:
                    self._answer((cell, cell), ask, None, people[cell.column])

    def by_person(self, titles: Row, below: list[Row]) -> None:
        """Take a table with a row a person and a column a question."""
        columns = self._columns(titles)
        for cell in titles:
            asked = cell.column in columns.asks
            self._hold(SegmentKind.ASK if asked else SegmentKind.CONTEXT, cell)
        for row in below:
            self._row(row, columns)

    def _columns(self, titles: Row) -> _Columns:
        columns = _Columns()
        for cell in titles:
            title = self._words(cell)
            if is_party_key(title):
                columns.party = cell.column
            elif _FIRST_NAME.fullmatch(title):
                columns.first = cell.column
            elif _LAST_NAME.fullmatch(title):
                columns.last = cell.column
            elif columns.name is None and (is_name_key(title) or _SOME_NAME.search(title)):
                columns.name = cell.column
            elif cell.column - 1 in columns.asks and _MORE.fullmatch(title):
                columns.more.add(cell.column)
            elif is_prompt(title):
                columns.prompts[cell.column] = cell
            elif _is_question(title):
                columns.asks[cell.column] = self._ask(cell)
        return columns

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
        if not _SHORT_FOR.fullmatch(words):
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

    def _row(self, row: Row, columns: _Columns) -> None:
        """Take one person's answers."""
        cells = {cell.column: cell for cell in row}
        who = [cells[c] for c in (columns.name, columns.first, columns.last) if c in cells]
        name = " ".join(self._words(cell) for cell in who if self._words(cell)) or None
        party = self._words(cells[columns.party]) if columns.party in cells else ""
        label = who[0] if who and who[0].start < who[0].end else None
        person = _Person(name=name, party=party or None, label=label)
        for cell in row:
            ask, prompt = columns.asks.get(cell.column), columns.prompts.get(cell.column)
            behind = cells.get(cell.column + 1) if cell.column + 1 in columns.more else None
            if cell.column in columns.more:
                continue
            if ask is None and prompt is None:
                speaks = cell in who or cell.column == columns.party
                self._hold(SegmentKind.SPEAKER if speaks else SegmentKind.CONTEXT, cell)
            else:
                said = [c for c in (cell, behind) if c and self._says(c)]
                if said:
                    self._answer((said[0], said[-1]), ask, prompt, person)
        if name is None:
            self.nameless.append(row[0].start)

    def _says(self, cell: Cell) -> bool:
        return any(c.isalnum() for c in self._words(cell))

    def _answer(
        self, cells: tuple[Cell, Cell], ask: RawAsk | None, prompt: Cell | None, who: _Person
    ) -> None:
        start, end = cells[0].start, cells[1].end
        if not any(c.isalnum() for c in self.document.text[start:end]):
            return
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
