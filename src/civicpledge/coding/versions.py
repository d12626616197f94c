"""Two versions of the codebook side by side: what a change of rules did to a dataset."""

from collections.abc import Iterable

from attrs import frozen

from civicpledge.model.findings import Coding, Finding
from civicpledge.table import ColumnKind, Shown, Table


@frozen(kw_only=True)
class CodingChange:
    """One response that two sets of codings hold to mean different things; ``None`` where one lacks it."""

    response: str
    ask: str
    part: str | None
    before: Finding | None
    after: Finding | None


@frozen(kw_only=True, repr=False, str=False)
class CodingChanges(Shown):
    """
    What differs between two sets of codings.

    :ivar same: how many are held to mean the same by both
    """

    same: int
    changes: tuple[CodingChange, ...]

    def to_table(self) -> Table:
        """Give one row for each change."""
        columns = ("response", "ask", "part", "before", "after")
        rows = (
            (c.response, c.ask, c.part, _stance(c.before), _stance(c.after)) for c in self.changes
        )
        return Table.of(dict.fromkeys(columns, ColumnKind.TEXT), rows, title="Codings that changed")


def _stance(finding: Finding | None) -> str | None:
    if finding is None:
        return None
    parts = (finding.stance, finding.qualification, finding.basis)
    return ", ".join(part.value for part in parts if part is not None)


def diff_codings(before: Iterable[Coding], after: Iterable[Coding]) -> CodingChanges:
    """
    Compare two sets of codings, such as those of two versions of the codebook.

    Stance, qualification and basis count; the words that decide do not. Each set should hold one coding
    of a response, ask and part: of several, the last by id counts.

    >>> diff_codings([], []).same
    0
    """
    old, new = _by_unit(before), _by_unit(after)
    changes = []
    same = 0
    for unit in sorted(old.keys() | new.keys()):
        one, other = old.get(unit), new.get(unit)
        if one and other and _meaning(one) == _meaning(other):
            same += 1
            continue
        response, ask, part = unit
        change = CodingChange(
            response=response, ask=ask, part=part or None, before=one, after=other
        )
        changes.append(change)
    return CodingChanges(same=same, changes=tuple(changes))


def _by_unit(codings: Iterable[Coding]) -> dict[tuple[str, str, str], Finding]:
    ordered = sorted(codings, key=lambda coding: coding.id)
    return {(c.response, c.ask, c.part or ""): c.finding for c in ordered}


def _meaning(finding: Finding) -> tuple[object, ...]:
    return finding.stance, finding.qualification, finding.basis
