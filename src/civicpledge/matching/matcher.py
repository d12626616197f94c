"""Ranking the names of a roster for a name as printed: retrieval in stages, points, odds."""

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from civicpledge.matching.comparing import (
    GIVEN,
    INITIAL,
    IS_MIDDLE,
    MIDDLE,
    MIDDLE_ABSENT,
    MIDDLE_EXTRA,
    MIDDLE_INITIAL,
    MIDDLE_IS,
    MISSING,
    NEAR,
    NEAR_KNOWN,
    PARTY,
    PARTY_DIFFERS,
    PLACE,
    PLACE_ONE,
    RANK,
    REORDERED,
    SHARED,
    SUBSET,
    SUFFIX,
    SUFFIX_ONE,
    SURNAME,
    SURNAME_FAR,
    SURNAME_LAST,
    SURNAME_NEAR,
    SURNAME_ONE,
    SURNAME_OTHERS,
    compare,
    compare_place,
)
from civicpledge.matching.evidence import NUMBER, POINTS
from civicpledge.matching.index import NameIndex
from civicpledge.matching.outcomes import rarity_points
from civicpledge.normalise.names import NameForm
from civicpledge.normalise.nicknames import other_forms
from civicpledge.normalise.parties import PartyMatch, parties_agree

BASE: Final = POINTS[NUMBER["base"]]
SURE: Final = 3.0
"""Points from which on misspelt surnames are not looked for: odds of twenty to one."""

LIKELY: Final = 0.0
"""Points from which on other given names are not looked for: even odds."""

MOST_BEARERS: Final = 200
"""Bearers of a surname that are compared where the given name finds nobody."""


MARGIN: Final = 1.3
"""Points by which the best option must be ahead of every other: odds of nearly four to one."""

DOUBTFUL: Final = 3.2
"""The same where the first name is misspelt or was found among middle names: another slip from another
name is as likely. A little more than what parts the rules "given-near" and "given-onset"."""

_DOUBTFUL: Final = frozenset({IS_MIDDLE, MIDDLE_IS, NEAR})

_ADVANTAGES: Final = frozenset({MIDDLE, MIDDLE_INITIAL, PLACE, RANK, PARTY})
_HOLDS_EVERY_WORD: Final = _ADVANTAGES | {
    *(SURNAME, SURNAME_LAST, SURNAME_ONE, REORDERED, SUBSET, GIVEN, IS_MIDDLE),
    *(MIDDLE_ABSENT, SUFFIX, SUFFIX_ONE, PLACE_ONE),
}
"""An option that only such rules hold for bears every word of the name, whatever else it bears."""

_OTHER_SPELLINGS: Final = frozenset({NEAR_KNOWN, SHARED})
"""Given names so near that a third one may be either's: "Marie" beside "Mary" and "Maria"."""

LEVEL: Final = 0.5
"""Points within which two options are level whatever they lack."""


class Scored(NamedTuple):
    """One name of the roster beside the name as printed."""

    points: float
    owner: int
    rules: tuple[int, ...]
    bearers: int


class Matcher:
    """
    Names and what goes with them, ready to be matched.

    Owners are numbered in the order of *names*; results depend on what they hold, never on the order.
    """

    def __init__(
        self,
        names: Iterable[Iterable[str]],
        areas: Sequence[str],
        parties: Sequence[PartyMatch | None],
    ) -> None:
        self.index = NameIndex(names)
        self._areas = areas
        self._parties = parties

    def rank(self, forms: tuple[NameForm, ...], party: PartyMatch | None) -> list[Scored]:
        """Give every owner that could be meant, the likeliest first; equals in no order that counts."""
        best: dict[int, Scored] = {}
        seen: set[tuple[int, int]] = set()
        for stage in (self._structured, self._misspelt, self._others):
            for number, form in enumerate(forms):
                for entry in stage(form, best):
                    if (number, entry) not in seen:
                        seen.add((number, entry))
                        self._score(form, entry, party, best)
        return sorted(best.values(), key=lambda scored: -scored.points)

    def _structured(self, form: NameForm, _: dict[int, Scored]) -> Iterable[int]:
        return self.index.entries_for(form)

    def _misspelt(self, form: NameForm, best: dict[int, Scored]) -> Iterable[int]:
        if any(scored.points >= SURE for scored in best.values()):
            return ()
        return self.index.entries_spelled_like(form)

    def _others(self, form: NameForm, best: dict[int, Scored]) -> Iterable[int]:
        if any(scored.points >= LIKELY for scored in best.values()):
            return ()
        entries = self.index.entries_by_surname(form)
        return entries if len(entries) <= MOST_BEARERS else ()

    def _score(
        self, form: NameForm, entry: int, party: PartyMatch | None, best: dict[int, Scored]
    ) -> None:
        option, owner = self.index.forms[entry], self.index.owners[entry]
        rules = compare(form, option)
        if rules is None:
            return
        if (SURNAME_NEAR in rules or SURNAME_FAR in rules) and self._is_others(form, option):
            rules.append(SURNAME_OTHERS)
        if form.place or option.place:
            compare_place(form.place, option, self._areas[owner], rules)
        if party is not None:
            self._compare_party(party, owner, rules)
        bearers = self.index.bearers(option)
        points = sum([POINTS[rule] for rule in rules], BASE) + rarity_points(bearers)
        known = best.get(owner)
        if known is None or (points, rules) > (known.points, list(known.rules)):
            best[owner] = Scored(points, owner, tuple(rules), bearers)

    def _is_others(self, form: NameForm, option: NameForm) -> bool:
        """Tell whether the surname as printed is another's; spellings of one name are nobody's alone."""
        one_name = option.surname[-1] in other_forms(form.surname[-1])
        return not one_name and self.index.bears(form)

    def _compare_party(self, party: PartyMatch, owner: int, rules: list[int]) -> None:
        theirs = self._parties[owner]
        agree = None if theirs is None else parties_agree(party, theirs)
        if agree is not None:
            rules.append(PARTY if agree else PARTY_DIFFERS)


def similarities(ranked: Sequence[Scored]) -> list[float]:
    """
    Turn points to shares of the odds, beside odds of 1 for somebody else than all of *ranked*.

    >>> similarities([Scored(0.0, 0, (), 1), Scored(0.0, 1, (), 1)])
    [0.3333333333333333, 0.3333333333333333]
    """
    if not ranked:
        return []
    top = max(0.0, ranked[0].points)
    odds = [math.exp(scored.points - top) for scored in ranked]
    total = math.fsum([math.exp(-top), *odds])
    return [o / total for o in odds]


def rests_on_an_initial(scored: Scored) -> bool:
    """Tell whether nothing but an initial, or nothing at all, stands for the given name."""
    rules = scored.rules
    if PLACE in rules or RANK in rules:
        return False
    if MISSING in rules:
        return True
    return INITIAL in rules and MIDDLE not in rules and MIDDLE_INITIAL not in rules


def is_rival(best: Scored, other: Scored) -> bool:
    """
    Tell whether *other* is too near *best* for either to be picked.

    Who bears every word of the name is one however far behind ("Kim Ash" may be Ann Kim Ash, though there
    is a Kim Ash), unless something printed is only the best one's. So is whose given name is spelled like
    the one printed, where the best one's is not it either. Who lacks a middle name that the other has is no
    rival of who has it, unless they are all but level.
    """
    behind = best.points - other.points
    if _HOLDS_EVERY_WORD.issuperset(other.rules) and _ADVANTAGES.isdisjoint(
        set(best.rules).difference(other.rules)
    ):
        return True
    if GIVEN not in best.rules and not _OTHER_SPELLINGS.isdisjoint(other.rules):
        return True
    if not _DOUBTFUL.isdisjoint(best.rules):
        return behind < DOUBTFUL
    lacks_more = MIDDLE_EXTRA in other.rules and MIDDLE_EXTRA not in best.rules
    return behind < (LEVEL if lacks_more else MARGIN)
