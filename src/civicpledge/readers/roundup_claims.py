"""What a round-up says of a group, as a claim: its words, whom it means, and what it takes back."""

import re
from collections.abc import Sequence

from civicpledge.model.responses import ScopeKind
from civicpledge.model.sources import Quote
from civicpledge.readers.people_in_prose import Named
from civicpledge.readers.reading import RawClaim
from civicpledge.readers.roundup_wins import office_of
from civicpledge.readers.running_text import RunningText
from civicpledge.readers.statements import GroupStatement, group_statement

MEANS_ALL = re.compile(r"\b(?:all|every|each|both)\b", re.IGNORECASE)
"""A group in which nobody is left out."""


def stated_claim(
    running: RunningText, start: int, end: int, people: Sequence[Named]
) -> RawClaim | None:
    """Give the claim that the sentence ``running.text[start:end]``, naming *people*, makes of a group."""
    words = running.text[start:end]
    stated = group_statement(words) or _without_names(words, people, start)
    if stated is None:
        return None
    names = _names_of(words, stated, people, start)
    return RawClaim(
        quote=running.quote(start, end),
        scope=stated.scope,
        kind=ScopeKind.NAMED if names else stated.kind,
        names=names,
        office=stated.office,
        number=stated.number,
        strength=stated.strength,
        hedge=stated.hedge,
    )


def _without_names(words: str, people: Sequence[Named], start: int) -> GroupStatement | None:
    """Read a statement about a group whose names part it from the verb, as if they were left out."""
    if not people:
        return None
    first, last = people[0].begin - start, people[-1].until - start
    return group_statement(f"{words[:first].rstrip()} {words[last:].lstrip(' ,')}")


def _names_of(
    words: str, stated: GroupStatement, people: Sequence[Named], start: int
) -> tuple[str, ...]:
    """Give the names a statement lists; those in what it takes back, and any beside "all", are no list."""
    if stated.names:
        return tuple(p.name for p in people if p.name in stated.scope) or stated.names
    if stated.kind is ScopeKind.ALL or MEANS_ALL.match(stated.scope):
        return ()
    ends = words.find(stated.hedge) if stated.hedge else len(words)
    return tuple(p.name for p in people if not p.represented and p.end - start <= ends)


def claim_of_group(quote: Quote, group: str) -> RawClaim:
    """
    Give the claim of a win that a *group* is said to have promised.

    >>> from civicpledge.model.sources import Span
    >>> words = Quote(text="Both agreed", span=Span(source="page", start=0, end=11))
    >>> claim = claim_of_group(words, "Both")
    >>> claim.kind.value, claim.number
    ('number', 2)
    """
    office = office_of(group)
    kind = ScopeKind.ALL if MEANS_ALL.match(group) else ScopeKind.UNKNOWN
    two = group.casefold().startswith("both")
    kind = ScopeKind.CONTEST if office else ScopeKind.NUMBER if two else kind
    return RawClaim(quote=quote, scope=group, kind=kind, office=office, number=2 if two else None)
