"""What a page shows, as plain records in reading order; the template lays them out and adds nothing."""

from attrs import frozen

from civicpledge.model.ids import AskId, CandidateId


@frozen(kw_only=True)
class ScoreView:
    """A row of the scoreboard; *low* and *high* are percentages, for drawing alone."""

    anchor: str
    name: str
    party: str
    words: str
    low: float
    high: float
    scored: bool
    answered: int
    coded: int
    due: int
    place: str
    missing: str


@frozen(kw_only=True)
class Mark:
    """A stretch of words; *decides* where a coding rests on it."""

    text: str
    decides: bool


@frozen(kw_only=True)
class CodingView:
    """What one coder held the words to be, and why."""

    word: str
    coder: str
    when: str
    reason: str


@frozen(kw_only=True)
class WordsView:
    """What somebody said, with its place."""

    marks: tuple[Mark, ...]
    wording: str
    place: str
    source: str
    url: str
    settled: str
    codings: tuple[CodingView, ...]


@frozen(kw_only=True)
class PledgeView:
    """Words that answer no ask; *party* is a party, or why it is not known who spoke."""

    anchor: str
    name: str
    party: str
    section: str
    words: WordsView


@frozen(kw_only=True)
class CellView:
    """One candidate's answer to one ask; *kind* is a stance, ``differ`` or ``missing``."""

    candidate: CandidateId
    anchor: str
    name: str
    party: str
    part: str
    word: str
    kind: str
    note: str
    words: tuple[WordsView, ...]


@frozen(kw_only=True)
class AskView:
    """An ask, what the office can do about it in a word and in a sentence, and what everybody said."""

    ask: AskId
    anchor: str
    label: str
    title: str
    text: str
    theme: str
    power: str
    remit: str
    cells: tuple[CellView, ...]


@frozen(kw_only=True)
class GridCellView:
    """The word of one candidate and ask, and the anchor of the words behind it."""

    word: str
    kind: str
    anchor: str


@frozen(kw_only=True)
class GridRow:
    """An ask's row of a grid, a cell for each of its candidates."""

    ask: AskView
    cells: tuple[GridCellView, ...]


@frozen(kw_only=True)
class GridView:
    """Asks by candidates, as many as fit beside each other on a sheet of paper."""

    names: tuple[str, ...]
    rows: tuple[GridRow, ...]


@frozen(kw_only=True)
class ContestView:
    """One contest: its scores, its asks, and who said what to which."""

    anchor: str
    title: str
    date: str
    scores: tuple[ScoreView, ...]
    asks: tuple[AskView, ...]
    grids: tuple[GridView, ...]


@frozen(kw_only=True)
class ClaimView:
    """What a page says of a group, and what the words behind it are."""

    asks: str
    words: str
    wording: str
    about: str
    place: str
    verdict: str
    counts: str
    short: tuple[str, ...]
    notes: tuple[str, ...]
