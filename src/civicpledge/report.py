"""The whole story of a dataset, as text and as notebook HTML: scores, grid, claims, what was not read."""

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from civicpledge.comparison.claims import ClaimsAudit, Outcome, audit_claims
from civicpledge.comparison.repeated import repeated_statements
from civicpledge.model.asks import Ask
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import AskId
from civicpledge.model.responses import Absence, Contested, DecisionKind, Inferred, Named
from civicpledge.readers.reading import Reading
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.naming import column_names, names_of
from civicpledge.scoring.rubric import Rubric
from civicpledge.scoring.scoreboard import Scoreboard, score
from civicpledge.table import ColumnKind, Table, markdown_line, visible

_SHORT = 60
_HOW_TO_READ = (
    "low counts what is missing or unclear as nothing, high counts it in full; answered are the asks with "
    "words on record, coded those whose words could be decided, due those that the office can act on."
)
_HOW_TO_RULE = (
    "They score for nobody until somebody decides, with a reason: dataset.with_decisions(...)."
)


@frozen(kw_only=True)
class Section:
    """
    A heading with a table, or with lines of text, under it.

    :ivar note: how to read it, in a sentence
    """

    title: str
    body: Table | tuple[str, ...]
    note: str = ""

    def to_text(self) -> str:
        """Give the section as Markdown."""
        shown = (
            str(self.body)
            if isinstance(self.body, Table)
            else "\n".join(f"- {markdown_line(line)}" for line in self.body)
        )
        return "\n\n".join(filter(None, [f"## {markdown_line(self.title)}", self.note, shown]))

    def to_html(self) -> str:
        """Give the section as HTML, everything escaped."""
        if isinstance(self.body, Table):
            shown = self.body.to_html()
        else:
            shown = (
                "<ul>"
                + "".join(f"<li>{html.escape(visible(line))}</li>" for line in self.body)
                + "</ul>"
            )
        note = f"<p>{html.escape(self.note)}</p>" if self.note else ""
        return f"<h3>{html.escape(visible(self.title))}</h3>{note}{shown}"


@frozen(kw_only=True, repr=False)
class Report:
    """
    The story of a dataset in sections; ``str`` gives Markdown, a notebook HTML.

    :ivar headline: one line with the counts everything rests on
    """

    title: str
    headline: str
    sections: tuple[Section, ...]

    def __str__(self) -> str:
        """Give the report as Markdown."""
        parts = [
            f"# {markdown_line(self.title)}",
            self.headline,
            *(s.to_text() for s in self.sections),
        ]
        return "\n\n".join(parts)

    def __repr__(self) -> str:
        """Count instead of dumping."""
        return f"<Report: {len(self.sections)} sections>"

    def _repr_html_(self) -> str:
        head = f"<h2>{html.escape(visible(self.title))}</h2><p>{html.escape(self.headline)}</p>"
        return head + "".join(section.to_html() for section in self.sections)

    def to_table(self) -> Table:
        """Give the sections' titles and how many rows or lines each has."""
        kinds = {"section": ColumnKind.TEXT, "rows": ColumnKind.INTEGER}
        return Table.of(kinds, ((s.title, len(s.body)) for s in self.sections), title=self.title)


def report_on(
    dataset: Dataset, *, reading: Reading | None = None, rubric: Rubric | None = None
) -> Report:
    """
    Tell the whole story of *dataset*.

    :param reading: the reading it was resolved from, to list what was not read
    :param rubric: the rubric to score by; the default one otherwise

    >>> from civicpledge.model.dataset import Dataset
    >>> report_on(Dataset())
    <Report: 1 sections>
    """
    board = score(dataset, rubric=rubric or Rubric())
    audit = audit_claims(dataset)
    sections = [
        Section(title="Scores", body=_scores(dataset, board), note=_HOW_TO_READ),
        *_grids(dataset, board),
        *_listed("Claims that the words do not bear out", _claims(audit, _NOT_BORNE_OUT)),
        *_listed("Claims that no coder could decide", _claims(audit, [Outcome.UNDECIDED])),
        *_listed("Said in the same words", _repeated(dataset)),
        *_listed("Words that wait for a ruling on who spoke", _waiting(dataset), _HOW_TO_RULE),
        *_listed("Names that are not on the roster", _strangers(dataset)),
        *(_listed("Not read on the page, or odd", _unread(reading)) if reading is not None else ()),
    ]
    titles = [held.title for held in dataset.rounds] or ["No round"]
    return Report(title="; ".join(titles), headline=headline(board), sections=tuple(sections))


def _listed(title: str, lines: Iterable[str], note: str = "") -> Iterator[Section]:
    """Give a section only where there is something to list."""
    body = tuple(lines)
    if body:
        yield Section(title=title, body=body, note=note)


def headline(board: Scoreboard) -> str:
    """Give the counts that everything rests on, in a sentence."""
    missing: Counter[Absence] = Counter()
    for held in board:
        missing.update({reason: n for reason, n in held.absences.items() if reason.due})
    due, answered = sum(held.due for held in board), sum(held.answered for held in board)
    why = ", ".join(f"{missing[reason]} {spaced(reason)}" for reason in Absence if missing[reason])
    return f"{due} answers due, {answered} on record" + (f" ({why})." if why else ".")


def _scores(dataset: Dataset, board: Scoreboard) -> Table:
    """Give a row for each candidate, by contest."""
    kinds = {
        "contest": ColumnKind.TEXT,
        "candidate": ColumnKind.TEXT,
        "low": ColumnKind.NUMBER,
        "high": ColumnKind.NUMBER,
        "answered": ColumnKind.INTEGER,
        "coded": ColumnKind.INTEGER,
        "due": ColumnKind.INTEGER,
    }
    who = {c.id: (c.contest, c.name) for c in dataset.candidates}
    ordered = sorted(board, key=lambda held: (*who[held.candidate], held.candidate))
    rows = ((*who[s.candidate], s.low, s.high, s.answered, s.coded, s.due) for s in ordered)
    return Table.of(kinds, rows)


def asks_put(dataset: Dataset, contest: str) -> tuple[Ask, ...]:
    """Give the asks of every round that concerns *contest*."""
    rounds = [held.id for held in dataset.rounds if contest in held.contests]
    return tuple(ask for held in rounds for ask in dataset.asks_of(held))


def _grids(dataset: Dataset, board: Scoreboard) -> Iterator[Section]:
    """Give a grid of candidates by asks for each contest, and the asks the numbers stand for."""
    words = {(cell.candidate, cell.ask): cell.word for cell in board.grid().cells}
    labels = _labels(dataset)
    for contest in dataset.contests:
        asks = asks_put(dataset, contest.id)
        own = [c for c in dataset.candidates if c.contest == contest.id]
        if asks and own:
            heads = column_names((labels[ask.id] for ask in asks), "candidate")
            kinds = dict.fromkeys(("candidate", *heads), ColumnKind.TEXT)
            rows = ((c.name, *(words.get((c.id, ask.id), "") for ask in asks)) for c in own)
            yield Section(title=contest.id, body=Table.of(kinds, rows))
    every = (ask for held in dataset.rounds for ask in dataset.asks_of(held.id))
    yield from _listed("The asks", (f"{labels[ask.id]}: {ask.title}" for ask in every))


def _labels(dataset: Dataset) -> Mapping[AskId, str]:
    """Give each ask its printed number, or its id where another ask has the same number."""
    times = Counter(ask.label for ask in dataset.asks)
    return {ask.id: ask.label if times[ask.label] == 1 else ask.id for ask in dataset.asks}


_NOT_BORNE_OUT = (Outcome.CONTRADICTED, Outcome.WEAKER, Outcome.NO_WORDS, Outcome.UNATTRIBUTED)


def _claims(audit: ClaimsAudit, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Give a line for each claim that has one of *outcomes* in its scope: what, and for whom."""
    names, labels = names_of(audit.dataset), _labels(audit.dataset)
    wanted = tuple(outcomes)
    for audited in audit:
        found = {
            outcome: sorted(
                {names[row.candidate] for row in audited.cells if row.outcome is outcome}
            )
            for outcome in wanted
        }
        told = [f"{spaced(o)}: {', '.join(who)}" for o, who in found.items() if who]
        if told:
            asks = ", ".join(labels[ask] for ask in audited.claim.asks) or "not named"
            about = audited.claim.scope.as_printed
            of = f"“{about}”" if about else "about whom is not said"
            yield f"ask {asks}, {of} - {'; '.join(told)}"


def _repeated(dataset: Dataset) -> Iterator[str]:
    for one in repeated_statements(dataset):
        yield f"{', '.join(one.responses)}"


def _waiting(dataset: Dataset) -> Iterator[str]:
    """Give a line for each response that may be somebody's, and on what ground."""
    names = names_of(dataset)
    ruled = {d.subject for d in dataset.decisions if d.kind is DecisionKind.ATTRIBUTION}
    for response in dataset.responses:
        match response.attribution:
            case Inferred(candidate=candidate, reason=reason) if response.id not in ruled:
                yield f"{response.id}: perhaps {names[candidate]}; {reason}"
            case Contested(options=options, reason=reason) if response.id not in ruled:
                who = " or ".join(names[option] for option in options)
                yield f"{response.id}: perhaps {who}" + (f"; {reason}" if reason else "")


def _strangers(dataset: Dataset) -> Iterator[str]:
    standing = {candidate.person for candidate in dataset.candidates}
    named = [r.attribution for r in dataset.responses if isinstance(r.attribution, Named)]
    said = Counter(attribution.person for attribution in named)
    for person in dataset.people:
        if person.id not in standing:
            answers = "answer" if said[person.id] == 1 else "answers"
            yield f"{person.name}: {said[person.id]} {answers}"


def _unread(reading: Reading) -> Iterator[str]:
    for segment in reading.unread:
        words = " ".join(reading.text_of(segment).split())
        short = words if len(words) <= _SHORT else f"{words[:_SHORT]}..."
        yield f"line {reading.document.line_of(segment.start)}: {short}"
    for warning in reading.warnings:
        yield f"line {warning.line}: {warning.what}: {warning.why}"
