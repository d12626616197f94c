"""The codebook held against a person: right and wrong per stance and rule, coverage, and the risk taken."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from civicpledge.coding.agreement import ORDER
from civicpledge.coding.codebook import codebook_rules
from civicpledge.coding.intervals import Share
from civicpledge.errors import UnknownIdError
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Basis, Coding, Finding, Stance
from civicpledge.table import ColumnKind, Shown, Table

_FOR: Final = (Stance.COMMITTED, Stance.SUPPORTIVE)
_Pair = tuple[Finding, Finding]


@frozen(kw_only=True)
class RiskPoint:
    """What is decided and how often rightly, when only findings of at least this *confidence* count."""

    confidence: float
    coverage: Share
    right: Share


@frozen(kw_only=True, repr=False, str=False)
class CodebookEvaluation(Shown):
    """
    How the codebook did on responses that a person decided.

    :ivar explicit: right among findings in so many words; :ivar decided: right among all decided
    :ivar coverage: how many were decided at all
    :ivar opponents_as_supporters: refusals that were read as committed or supportive
    :ivar precision: :ivar recall: for each stance
    :ivar per_rule: for each deciding rule how often it was right
    :ivar risk: the risk-coverage curve by :func:`confidence_of`: explicit findings alone, then down to all
    :ivar confusion: (person's stance, codebook's stance, how often)
    """

    against: str
    explicit: Share
    decided: Share
    coverage: Share
    opponents_as_supporters: Share
    precision: tuple[tuple[Stance, Share], ...]
    recall: tuple[tuple[Stance, Share], ...]
    per_rule: tuple[tuple[str, Share], ...]
    risk: tuple[RiskPoint, ...]
    confusion: tuple[tuple[Stance, Stance, int], ...]

    def to_table(self) -> Table:
        """Give one row for each measure, with its interval."""
        kinds = {
            "measure": ColumnKind.TEXT,
            "share": ColumnKind.NUMBER,
            "low": ColumnKind.NUMBER,
            "high": ColumnKind.NUMBER,
            "of": ColumnKind.INTEGER,
        }
        named = [
            ("explicit findings right", self.explicit),
            ("decided findings right", self.decided),
            ("decided at all", self.coverage),
            ("opponents read as supporters", self.opponents_as_supporters),
            *((f"precision, {stance}", share) for stance, share in self.precision),
            *((f"recall, {stance}", share) for stance, share in self.recall),
            *((f"rule {rule}", share) for rule, share in self.per_rule),
        ]
        rows = ((name, s.value, s.low, s.high, s.total) for name, s in named)
        return Table.of(kinds, rows, title=f"The codebook against {self.against}")

    def risk_table(self) -> Table:
        """Give the risk-coverage curve: a row for each confidence, the surest findings first."""
        kinds = dict.fromkeys(("confidence", "coverage", "right", "low", "high"), ColumnKind.NUMBER)
        rows = (
            (
                p.confidence,
                p.coverage.value,
                p.right.value,
                p.right.low,
                p.right.high,
                p.right.total,
            )
            for p in self.risk
        )
        return Table.of({**kinds, "of": ColumnKind.INTEGER}, rows, title="Risk and coverage")


def evaluate_codebook(
    dataset: Dataset, *, against: str, version: str | None = None
) -> CodebookEvaluation:
    """
    Hold the codebook's codings in *dataset* against those of the person *against*.

    Responses that the person left unclear are left out. Right means the person's stance, no other.

    :param version: the codebook's version; without it, the latest coding of each response
    :raises UnknownIdError: if nobody of that name has coded anything
    """
    people = {c.coder for c in dataset.codings if c.coder != CODEBOOK}
    if against not in people:
        raise UnknownIdError("coder", against, tuple(sorted(people))[:3])
    truth = _latest(c for c in dataset.codings if c.coder == against)
    own = (c for c in dataset.codings if c.coder == CODEBOOK and version in (None, c.version))
    made = _latest(own)
    pairs = [(truth[unit].finding, made[unit].finding) for unit in sorted(truth) if unit in made]
    return evaluate_findings(pairs, against=against)


def _latest(codings: Iterable[Coding]) -> dict[tuple[str, str, str], Coding]:
    ordered = sorted(codings, key=lambda c: (str(c.date or ""), c.version or "", c.id))
    return {(c.response, c.ask, c.part or ""): c for c in ordered}


def evaluate_findings(pairs: Iterable[_Pair], *, against: str) -> CodebookEvaluation:
    """
    Hold findings against a person's, given as pairs of (the person's, the codebook's).

    >>> evaluate_findings([], against="jane").coverage.total
    0
    """
    held = [(true, made) for true, made in pairs if true.stance is not Stance.UNCLEAR]
    decided = [pair for pair in held if pair[1].stance is not Stance.UNCLEAR]
    explicit = [pair for pair in decided if pair[1].basis is Basis.EXPLICIT]
    opponents = [made for true, made in held if true.stance is Stance.REFUSED]
    wrong_way = sum(made.stance in _FOR for made in opponents)
    return CodebookEvaluation(
        against=against,
        explicit=_right(explicit),
        decided=_right(decided),
        coverage=Share.of(len(decided), len(held)),
        opponents_as_supporters=Share.of(wrong_way, len(opponents)),
        precision=tuple(_by_stance(decided, held, at=1)),
        recall=tuple(_by_stance(held, held, at=0)),
        per_rule=tuple(_per_rule(decided)),
        risk=tuple(_risk(decided, len(held))),
        confusion=_confusion(held),
    )


def _right(pairs: list[_Pair]) -> Share:
    return Share.of(sum(true.stance is made.stance for true, made in pairs), len(pairs))


def _by_stance(pairs: list[_Pair], held: list[_Pair], *, at: int) -> Iterable[tuple[Stance, Share]]:
    """Give for each stance how many of the pairs that have it at place *at* agree."""
    seen = {pair[at].stance for pair in held}
    for stance in reversed(ORDER):
        if stance in seen:
            yield stance, _right([pair for pair in pairs if pair[at].stance is stance])


def _per_rule(decided: list[_Pair]) -> Iterable[tuple[str, Share]]:
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for true, made in decided:
        rule = deciding_rule(made)
        totals[rule] += 1
        hits[rule] += true.stance is made.stance
    for rule in sorted(totals):
        yield rule, Share.of(hits[rule], totals[rule])


def deciding_rule(finding: Finding) -> str:
    """Give the id of the rule whose words decide, or ``none``."""
    places = set(finding.evidence[-1:]) or set(finding.evidence)
    found = [f.rule for f in finding.fired if f.extent in places]
    return found[0] if found else "none"


def confidence_of(finding: Finding) -> float:
    """
    Say how far a finding of the codebook is trusted: 1 where explicit, else its rule's record.

    The record is the lower end of Wilson's 95 % interval of how often the deciding rule was right; 0 for
    a rule that was never tried, and for an abstention. It orders findings and is no probability.

    >>> from civicpledge.coding.codebook import code_response
    >>> confidence_of(code_response("Yes.")), confidence_of(code_response("Ferries are old."))
    (1.0, 0.0)
    """
    if finding.stance is Stance.UNCLEAR:
        return 0.0
    if finding.basis is Basis.EXPLICIT:
        return 1.0
    record = {rule.id: rule.record for rule in codebook_rules()}.get(deciding_rule(finding))
    return (Share.of(record.right, record.of).low or 0.0) if record else 0.0


def _risk(decided: list[_Pair], held: int) -> Iterable[RiskPoint]:
    """Give coverage and risk at each confidence, from the surest down."""
    ranked = [(confidence_of(made), true, made) for true, made in decided]
    for level in sorted({confidence for confidence, _, _ in ranked}, reverse=True):
        kept = [(true, made) for confidence, true, made in ranked if confidence >= level]
        yield RiskPoint(confidence=level, coverage=Share.of(len(kept), held), right=_right(kept))


def _confusion(pairs: list[_Pair]) -> tuple[tuple[Stance, Stance, int], ...]:
    counts = Counter((true.stance, made.stance) for true, made in pairs)
    return tuple((true, made, n) for (true, made), n in sorted(counts.items()))
