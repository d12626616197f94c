"""
Answers as a table: a row a person and a column a question, or the other way round.

A web form exports it as CSV, a page prints it in Markdown, with its own prose above and below.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from attrs import define, evolve, field

from civicpledge.model.responses import Channel
from civicpledge.model.sources import Document, Quote, SourceKind, Span
from civicpledge.progress import Progress, watched
from civicpledge.readers.asks import Draft, key_of
from civicpledge.readers.name_forms import is_party
from civicpledge.readers.numbering import numbered
from civicpledge.readers.page_words import says_no_answer
from civicpledge.readers.questionnaire_columns import (
    Asked,
    Column,
    answer_a_row,
    column_of,
    columns_of,
    comments_of,
    holds_answers,
    is_of_the_form,
    name_told,
    says,
    who_of,
)
from civicpledge.readers.questionnaire_form import (
    is_field_key,
    is_prompt,
    word_limit,
)
from civicpledge.readers.questionnaire_heads import (
    LOOKED_AT,
    is_as_wide,
    is_second_head,
    joined_heads,
    people_asked,
    person_above,
    printed_elsewhere,
    question_above,
    tables_of,
    words_of_row,
)
from civicpledge.readers.questionnaire_rows import (
    NAMES,
    Person,
    Titles,
    is_sum,
    is_trial,
    is_verdict,
    person_of,
    renamed,
    runs_of,
)
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
from civicpledge.readers.table_cells import Cell, Row


def read_table(document: Document, progress: Progress | None = None) -> Reading:
    """
    Read *document* as a table of answers, or as a page that holds some.

    Quotes stand as in the file: a quotation mark inside a quoted cell is doubled there. Columns that are
    neither a name, a party nor a question (an e-mail address, a time stamp) are context, and so is what
    stands around a table. A column of comments is on the question that its title names, else on the one
    before it. A row with more or fewer cells than the first is unread, with a warning.
    """
    table = _Table(document, progress)
    for rows in tables_of(document.text):
        first, *filled = [row for row in rows if any(words_of_row(document.text, row))]
        below = [row for row in filled if is_as_wide(row, first)]
        table.ragged += [row[0].start for row in filled if not is_as_wide(row, first)]
        table.spans.append((first[0].start, rows[-1][-1].end))
        asked = people_asked(document.text, first)
        if (said := answer_a_row(words_of_row(document.text, first))) is not None:
            table.by_answer(first, below, *said)
        elif asked is not None:
            table.by_question(first, below, asked)
        else:
            table.by_person(first, below)
        table.ask_again()
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
    trials: list[int] = field(factory=list)
    ragged: list[int] = field(factory=list)
    untold: list[int] = field(factory=list)
    twice: list[int] = field(factory=list)
    earlier: dict[tuple[str | None, str], RawAsk] = field(factory=dict)
    above: RawAsk | None = None
    held: list[Segment] = field(factory=list)
    spans: list[tuple[int, int]] = field(factory=list)

    def _words(self, cell: Cell) -> str:
        return self.document.text[cell.start : cell.end].strip()

    def _hold(self, kind: SegmentKind, cell: Cell) -> None:
        if cell.start < cell.end:
            self.held.append(Segment(kind=kind, start=cell.start, end=cell.end))

    def by_question(self, titles: Row, below: list[Row], asked: Asked) -> None:
        """Take a table with a row a question and a column a person."""
        people = {column: self._of_column(titles, column, title) for column, title in asked.people}
        before = len(self.answers)
        for cell in titles:
            self._hold(SegmentKind.SPEAKER if cell.column else SegmentKind.CONTEXT, cell)
        for row in watched(below, self.progress):
            if self._tells_who(row, asked, people):
                self._hold_row(row, SegmentKind.SPEAKER, people)
            elif self._asks(row, asked):
                self._question_row(row, asked, people)
            else:
                self._hold_row(row, SegmentKind.CONTEXT, people)
        if any(answer.label is None for answer in self.answers[before:]):
            self.nameless.append(titles[0].start)

    def _of_column(self, titles: Row, column: int, title: str) -> Person:
        """Give whose answers a column holds: its title says so, or the line above the table."""
        if holds_answers(title):
            return self._person_above(titles[0])
        name, party = who_of(title) or (title.strip("*_ "), None)
        return Person(name=name, party=party, label=titles[column])

    def _person_above(self, cell: Cell) -> Person:
        name, party, start = person_above(self.document.text, cell)
        if name is None:
            return Person(name=None, party=party, label=None)
        label = Cell(row=0, column=0, start=start, end=start + len(name))
        self._hold(SegmentKind.SPEAKER, label)
        return Person(name=name, party=party, label=label)

    def _hold_row(self, row: Row, kind: SegmentKind, people: Mapping[int, Person]) -> None:
        for cell in row:
            self._hold(kind if cell.column in people else SegmentKind.CONTEXT, cell)

    def _tells_who(self, row: Row, asked: Asked, people: dict[int, Person]) -> bool:
        """Take the name or the party that a row gives of each person; False where it gives neither."""
        if self._gives_parties(row, asked):
            for column, who in people.items():
                people[column] = evolve(who, party=self._words(row[column]) or who.party)
            return True
        kind = name_told(self._words(row[asked.question]))
        unnamed = {column for column, title in asked.people if holds_answers(title)}
        names = [cell for cell in row if cell.column in unnamed and self._words(cell)]
        if kind is None or not names:
            return False
        for cell in names:
            who = people[cell.column]
            people[cell.column] = renamed(who, kind, self._words(cell), cell)
        self.ask_again()
        return True

    def ask_again(self) -> None:
        """Let questions that come again, in another table or for another name, be the same asks."""
        self.earlier, self.above = {(ask.number, ask.title): ask for ask in self.asks}, None

    def _gives_parties(self, row: Row, asked: Asked) -> bool:
        """Tell whether a row gives each person's party."""
        if len(row) <= max(column for column, _ in asked.people):
            return False
        title = self._words(row[asked.question])
        told = [words for column, _ in asked.people if (words := self._words(row[column]))]
        parties = bool(told) and all(map(is_party, told))
        asked_for = column_of(title) is Column.PARTY and (parties or "?" not in title)
        return asked_for or (not title and parties)

    def _asks(self, row: Row, asked: Asked) -> bool:
        title = self._words(row[asked.question]) if asked.question < len(row) else ""
        return bool(title) and not (
            is_field_key(title) or is_of_the_form(title) or is_verdict(title)
        )

    def _question_row(self, row: Row, asked: Asked, people: Mapping[int, Person]) -> None:
        title = row[asked.question]
        prompt = title if is_prompt(self._words(title)) else None
        goes_on = self.above is not None and column_of(self._words(title)) is Column.MORE
        self.above = ask = None if prompt else self.above if goes_on else self._ask(title)
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
        head, *words = (
            words_of_row(self.document.text, row) for row in (titles, *below[:LOOKED_AT])
        )
        if words and is_second_head(words[0]):
            head, words = joined_heads(head, words[0]), words[1:]
            for cell in below.pop(0):
                self._hold(SegmentKind.CONTEXT, cell)
        columns = columns_of(head, words)
        on = comments_of(head, columns)
        for cell, title in zip(titles, head, strict=True):
            if columns[cell.column] is Column.UNTOLD and any(row[cell.column] for row in words):
                self.untold.append(cell.start)
            if title and title in head[: cell.column] and columns[cell.column] is Column.ASK:
                self.twice.append(cell.start)
        asks = {}
        for cell, column in zip(titles, columns, strict=True):
            if column is Column.ASK:
                asks[cell.column] = self._ask(cell)
            self._hold(SegmentKind.ASK if column is Column.ASK else SegmentKind.CONTEXT, cell)
        for row in watched(below, self.progress):
            if not self._sums(row):
                self._row(row, Titles(cells=titles, columns=columns, asks=asks, on=on))

    def by_answer(self, titles: Row, below: list[Row], question: int, answer: int) -> None:
        """Take a table with a row an answer: whose it is, the question, what was said."""
        columns = list(columns_of(words_of_row(self.document.text, titles)))
        columns[question], columns[answer] = Column.MORE, Column.ASK
        for cell in titles:
            self._hold(SegmentKind.CONTEXT, cell)
        for row in watched(below, self.progress):
            if self._words(row[question]):
                self._hold(SegmentKind.ASK, row[question])
                self.above = self._ask(row[question])
                self.earlier[self.above.number, self.above.title] = self.above
            if self.above is not None:
                asks = {answer: self.above}
                self._row(row, Titles(cells=titles, columns=tuple(columns), asks=asks, on={}))

    def _ask(self, cell: Cell) -> RawAsk:
        """Make the ask of a cell; where it is short for a question printed above, of that."""
        start, end, counted = self._asked(cell)
        words = self.document.text[start:end]
        indent = len(words) - len(words.lstrip())
        found = numbered(words.lstrip())
        if found is not None and indent + found.words < len(words):
            start += indent + found.words
        title = self.document.quote(start, end)
        number = found.number if found else counted
        known = self.earlier.get((number, title.text))
        if known is not None:
            return known
        draft = Draft(self.document, number, title, word_limit=word_limit(title.text))
        key = key_of(draft, self.keys)
        self.keys.add(key)
        self.asks.append(draft.finish(key))
        return self.asks[-1]

    def _asked(self, cell: Cell) -> tuple[int, int, str | None]:
        """Give where the question of a cell stands, and the number of the list it stands in."""
        words = self._words(cell)
        if holds_answers(words) and (line := question_above(self.document.text, cell)):
            self._hold_above(*line)
            return *line, None
        printed = printed_elsewhere(words, self.document.text, cell.start)
        if printed is None:
            return cell.start, cell.end, None
        self._hold_above(printed.start(), printed.end("ask"))
        return *printed.span("ask"), printed.groupdict().get("number")

    def _hold_above(self, start: int, end: int) -> None:
        """Hold a question that is printed above its table, or above several."""
        segment = Segment(kind=SegmentKind.ASK, start=start, end=end)
        if segment not in self.held:
            self.held.append(segment)

    def _sums(self, row: Row) -> bool:
        """Put a row of totals aside: it is nobody's."""
        first = next((self._words(cell) for cell in row if self._words(cell)), "")
        if not is_sum(first):
            return False
        self._hold_row(row, SegmentKind.CONTEXT, {})
        return True

    def _row(self, row: Row, titles: Titles) -> None:
        """Take one person's answers."""
        held = {Column.NAME: "", Column.FIRST: "", Column.LAST: "", Column.PARTY: ""}
        label = None
        for cell, column in zip(row, titles.columns, strict=False):
            if column in held:
                held[column] = held[column] or self._words(cell)
                self._hold(SegmentKind.SPEAKER, cell)
            elif column is Column.OTHER:
                self._hold(SegmentKind.CONTEXT, cell)
            if column in NAMES and label is None and self._words(cell):
                label = cell
        person = person_of(held, label)
        if person.name is not None and is_trial(person.name):
            self.trials.append(row[0].start)
            return
        for cell, column in zip(row, titles.columns, strict=False):
            if column is Column.ASK:
                at = cell.column
                cells = (c for c in row if c.column == at or titles.on.get(c.column) == at)
                self._answer(tuple(cells), titles.asks[at], None, person)
            elif column is Column.PROMPT:
                self._answer((cell,), None, titles.cells[cell.column], person)
        if person.name is None:
            self.nameless.append(row[0].start)

    def _answer(
        self, cells: tuple[Cell, ...], ask: RawAsk | None, prompt: Cell | None, who: Person
    ) -> None:
        """Take the words of one question's cells, without those that say there are none."""
        filled = [cell for cell in cells if says(self._words(cell))]
        said = [cell for cell in filled if not says_no_answer(self._words(cell))] or filled[:1]
        if not said:
            for cell in cells:
                self._hold(SegmentKind.CONTEXT, cell)
            return
        runs = runs_of(cells, said)
        for cell in filled:
            if not any(run[0].start <= cell.start < run[-1].end for run in runs):
                self._hold(SegmentKind.CONTEXT, cell)
        for run in runs:
            quote = self.document.quote(run[0].start, run[-1].end)
            self.held.append(Segment(kind=SegmentKind.ANSWER, start=run[0].start, end=run[-1].end))
            self._said(quote, ask, prompt, who)

    def _said(self, quote: Quote, ask: RawAsk | None, prompt: Cell | None, who: Person) -> None:
        """Keep an answer, or that there is none."""
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
        told = (
            (self.nameless, "a row", "gives no name"),
            (self.trials, "a row", "bears the name of a trial of the form and is not read"),
            (self.ragged, "a row", "has more or fewer cells than the first row and is not read"),
            (self.untold, "a column", "has words and no title, and is not read"),
            (self.twice, "a column", "asks what another asks too"),
        )
        for starts, what, why in told:
            line, counted = 1, 0
            for start in starts:
                line += self.document.text.count("\n", counted, start)
                counted = start
                yield ReadingWarning(line=line, what=what, why=why)

    def _kind(self, segment: Segment) -> SegmentKind:
        """Give what no cell holds: marks of the format, rows that are not read, prose around a table."""
        if segment.kind is not SegmentKind.UNREAD:
            return segment.kind
        at = max(bisect_right(self.spans, segment.start, key=lambda span: span[0]) - 1, 0)
        a, b = self.spans[at]
        inside = a <= segment.start and segment.end <= b
        marks = not any(c.isalnum() for c in self.document.text[segment.start : segment.end])
        if marks:
            return SegmentKind.FURNITURE
        return SegmentKind.UNREAD if inside else SegmentKind.CONTEXT

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
            warnings=tuple(sorted(self._warnings(), key=lambda w: w.line)),
        )
