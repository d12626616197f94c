"""The candidates a name may stand for: who is picked, who is held back, and why."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from civicpledge.matching.comparing import MIDDLE_ABSENT, PARTY, PARTY_DIFFERS, REORDERED
from civicpledge.matching.matcher import (
    Matcher,
    Scored,
    is_rival,
    rests_on_an_initial,
    similarities,
)
from civicpledge.matching.outcomes import Ambiguous, Matched, Option, Outcome, Unmatched
from civicpledge.model.ids import ContestId, PersonId
from civicpledge.model.people import Candidate
from civicpledge.model.responses import NOBODY, Decision
from civicpledge.normalise.name_words import AMBIGUOUS_TITLES
from civicpledge.normalise.names import (
    LONGEST_NAME,
    NameForm,
    foreign_letters,
    name_key,
    read_forms,
    why_not_a_person,
)
from civicpledge.normalise.parties import PartyMatch, match_party

ACCEPTED: Final = 0.75
"""Share of the odds beside "nobody here" from which a name is matched; under it the option is only near."""

AHEAD: Final = 0.5
"""Similarity that the matched option must have among all others."""

NEAREST: Final = 5
"""Options that a name nobody was picked for is shown with, at most."""

_SEVERAL_FIT: Final = "several people fit"
_SEVERAL_CONTESTS: Final = "the person stands in several contests"
_SEVERAL_BEARERS: Final = "several people in scope bear the surname"
_OTHER_PARTY: Final = "the name is the candidate's, the party beside it is another"
_TWO_ALPHABETS: Final = "a word of it mixes letters of two alphabets"
_SHUFFLED: Final = "the words stand in another order and several people in scope bear the surname"
"""Where names are chains of given names, as in Zanzibar, their order is all that parts two people."""

_ALSO_A_TITLE: Final = "the first word may be a title, and the other is another's given name"
_ALSO_A_GIVEN_NAME: Final = "the only whole word is another's given name"


_PARTY_BEHIND: Final = re.compile(
    r"\s*[(\[](?P<aside>[^()\[\]]+)[)\]]\s*$|\s*(?:,|\s[-–—|])\s*(?P<tail>[^,()\[\]]+)$"
)


class Kind(StrEnum):
    """What became of a name."""

    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"


class Verdict(NamedTuple):
    """What became of a name, in numbers only, so that it passes between processes cheaply."""

    kind: Kind
    options: tuple[tuple[Scored, float], ...]
    why: str = ""
    decided: str | None = None


def _names_of(candidate: Candidate, aliases: tuple[str, ...]) -> Iterable[str]:
    """Give every name of a candidate once."""
    if not aliases and not candidate.aliases:
        return (candidate.name,)
    return dict.fromkeys((candidate.name, *candidate.aliases, *aliases))


class Scope:
    """
    Candidates, their matcher, and the decisions that bind it.

    :param aliases: other names of people, by their ids
    :param places: the folded name of the area of a contest
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        aliases: Mapping[PersonId, tuple[str, ...]],
        places: Mapping[ContestId, str],
        decisions: Sequence[Decision],
    ) -> None:
        self.candidates = candidates
        labels = {c.party_on_roster for c in candidates if c.party_on_roster}
        parties = {label: match_party(label) for label in labels}
        self._matcher = Matcher(
            (_names_of(c, aliases.get(c.person, ())) for c in candidates),
            [places.get(c.contest, "") for c in candidates],
            [parties.get(c.party_on_roster or "") for c in candidates],
        )
        latest = sorted(decisions, key=lambda d: (d.date, d.by, d.choice, d.reason))
        self._decided = {name_key(d.subject): d for d in latest}

    def judge(self, name: str, party: str | None) -> Verdict:
        """Say what becomes of *name*: a person's decision first, then what is printed."""
        if self._decided:
            decision = self._decided.get(name_key(name))
            if decision is not None:
                return self._follow(decision)
        name, label = _party_in(name)
        party = label if party is None else party
        why = _TWO_ALPHABETS if foreign_letters(name) else why_not_a_person(name)
        if why:
            return Verdict(Kind.UNMATCHED, (), why)
        forms = read_forms(name)
        if not forms:
            return Verdict(Kind.UNMATCHED, (), "there is no name in the text")
        return self._match(forms, None if party is None else match_party(party))

    def _follow(self, decision: Decision) -> Verdict:
        if decision.choice == NOBODY:
            return Verdict(Kind.UNMATCHED, (), f"decided by a person: {decision.reason}")
        chosen = [n for n, c in enumerate(self.candidates) if decision.choice in (c.id, c.person)]
        options = tuple((Scored(0.0, owner, (), 0), 1.0) for owner in chosen)
        if not options:
            return Verdict(Kind.UNMATCHED, (), "a person decided for somebody out of scope")
        if len(options) > 1:
            return Verdict(Kind.AMBIGUOUS, options, _SEVERAL_CONTESTS)
        return Verdict(Kind.MATCHED, options, decided=decision.reason)

    def _match(self, forms: tuple[NameForm, ...], party: PartyMatch | None) -> Verdict:
        ranked = self._matcher.rank(forms, party)
        if not ranked:
            return Verdict(Kind.UNMATCHED, (), "nobody in scope has such a name")
        shared = list(zip(ranked, similarities(ranked), strict=True))
        shared.sort(key=lambda pair: (-pair[0].points, self.candidates[pair[0].owner].id))
        best = shared[0][0]
        person = self.candidates[best.owner].person
        own = [pair for pair in shared if self.candidates[pair[0].owner].person == person]
        rest = [pair for pair in shared if pair not in own]
        rivals = [pair for pair in rest if is_rival(best, pair[0])]
        if rivals and best.points > 0:
            return Verdict(Kind.AMBIGUOUS, (*own, *rivals), _SEVERAL_FIT)
        why = self._too_little(forms, best, [scored for scored, _ in rest])
        if why:
            return Verdict(Kind.AMBIGUOUS, tuple(shared[:NEAREST]), why)
        if similarities([best])[0] < ACCEPTED:
            return Verdict(Kind.UNMATCHED, tuple(shared[:NEAREST]))
        if sum(share for _, share in own) < AHEAD:
            return Verdict(Kind.AMBIGUOUS, tuple(shared[:NEAREST]), _SEVERAL_FIT)
        if PARTY_DIFFERS in best.rules:
            return Verdict(Kind.AMBIGUOUS, tuple(own), _OTHER_PARTY)
        if len(own) > 1:
            return Verdict(Kind.AMBIGUOUS, tuple(own), _SEVERAL_CONTESTS)
        return Verdict(Kind.MATCHED, tuple(own))

    def _too_little(self, forms: tuple[NameForm, ...], best: Scored, rest: Sequence[Scored]) -> str:
        """Say why an initial, a surname or shuffled words do not tell who is meant; empty where they do."""
        form, *others = forms
        words = form.given + form.surname
        if REORDERED in best.rules and not others and len(words) > 2 and best.bearers > 1:
            return _SHUFFLED
        if self._may_be_one_name(form, best):
            return _ALSO_A_TITLE
        if not rests_on_an_initial(best) or _is_told_by_party(best, rest):
            return ""
        if max(best.bearers, self._matcher.index.bearers(form)) > 1:
            return _SEVERAL_BEARERS
        if form.given and self._matcher.index.is_given(form.joined, best.owner):
            return _ALSO_A_GIVEN_NAME
        return ""

    def _may_be_one_name(self, form: NameForm, best: Scored) -> bool:
        """Tell whether the first of two words may be a title, and the other is somebody's first name."""
        first, *more = form.given or ("",)
        if more or first not in AMBIGUOUS_TITLES or MIDDLE_ABSENT not in best.rules:
            return False
        return self._matcher.index.is_given(form.joined, best.owner)

    def outcome(self, name: str, verdict: Verdict) -> Outcome:
        """Put *verdict* into records."""
        options = tuple(self._option(scored, share) for scored, share in verdict.options)
        match verdict.kind:
            case Kind.MATCHED:
                return Matched(
                    name=name,
                    candidate=options[0].candidate,
                    similarity=options[0].similarity,
                    option=options[0],
                    decided=verdict.decided,
                )
            case Kind.AMBIGUOUS:
                people = {option.candidate.person for option in options}
                person = people.pop() if len(people) == 1 and len(options) > 1 else None
                return Ambiguous(name=name, options=options, why=verdict.why, person=person)
            case Kind.UNMATCHED:
                return Unmatched(name=name, nearest=options, why=verdict.why or _doubt(options[0]))

    def _option(self, scored: Scored, share: float) -> Option:
        return Option(
            candidate=self.candidates[scored.owner],
            similarity=share,
            points=scored.points,
            rules=scored.rules,
            bearers=scored.bearers,
        )


def _is_told_by_party(best: Scored, others: Sequence[Scored]) -> bool:
    """Tell whether the party beside a name is the best option's, and known not to be another's who fits."""
    if PARTY not in best.rules:
        return False
    return all(PARTY_DIFFERS in other.rules for other in others if other.points > 0)


def _party_in(name: str) -> tuple[str, str | None]:
    """Part a name from the party printed behind it: "Fell, Ada (Lab)", "Ada Fell, Green Party"."""
    found = _PARTY_BEHIND.search(name[:LONGEST_NAME])
    if found is None:
        return name, None
    head, aside = name[: found.start()], found["aside"]
    if not head or (aside is None and len(head.split()) < 2):
        return name, None
    labels = (aside, *aside.split(",")) if aside else (found["tail"],)
    party = next((label for label in labels if match_party(label).similarity == 1), None)
    return (name, None) if party is None else (head, party)


def _doubt(option: Option) -> str:
    against = [fact.says for fact in option.evidence if fact.direction.value == "disagrees"]
    return " and ".join(against) if against else "too little is the same"
