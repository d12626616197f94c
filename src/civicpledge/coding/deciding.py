"""From what fired to one finding: which rules stand, which are overruled, and when to abstain."""

import re
from typing import Final

from attrs import frozen

from civicpledge.coding.firing import Firing
from civicpledge.coding.hearing import Heard, hear
from civicpledge.coding.request import Request
from civicpledge.coding.rules import Role, Voice
from civicpledge.coding.sentences import Sentence
from civicpledge.coding.subject import About
from civicpledge.model.asks import AskForm
from civicpledge.model.findings import Basis, Qualification, Stance

_YES: Final = Stance.COMMITTED
_NO: Final = Stance.REFUSED
_NEAR_ASK: Final = (Stance.COMMITTED, Stance.QUALIFIED, Stance.SUPPORTIVE)
_PUT_OFF: Final = (Stance.QUALIFIED, Stance.DEFLECTED)


@frozen(kw_only=True)
class Ruling:
    """
    What was decided, and on what.

    :ivar deciding: the firings that decide; :ivar overruled: firings set aside, each with the rule or
        the reason (a slug) that did so
    """

    stance: Stance
    qualification: Qualification | None = None
    alternatives: tuple[Stance, ...] = ()
    basis: Basis = Basis.SUGGESTED
    deciding: tuple[Firing, ...] = ()
    overruled: tuple[tuple[Firing, str], ...] = ()
    reason: str


def decide(
    firings: tuple[Firing, ...], sentences: tuple[Sentence, ...], request: Request
) -> Ruling:
    """Decide what the *firings* on the *sentences* amount to."""
    heard = hear(firings, sentences, request)
    if heard.either and not heard.yes and not heard.no:
        return _abstain(heard, heard.either, "may mean the ask or the thing it is put against")
    if heard.request.opposes and (alone := _no_alone(heard)):
        return _abstain(heard, alone, "the ask is put against the thing")
    if heard.request.opposes and (turned := _yes_that_it_should(heard)):
        return _abstain(heard, turned, "says yes, and may speak for what the ask is put against")
    if heard.yes and heard.no:
        return _both(heard)
    if heard.yes:
        return _yes(heard)
    if heard.no:
        return _no(heard)
    return _by_signs(heard)


def _no_alone(heard: Heard) -> tuple[Firing, ...]:
    """Give a no that goes on to an ask put against a thing: "No, there will be none" says yes to it."""
    words = len(heard.sentences[0].words.split()) if heard.sentences else 0
    never = bool(words) and heard.sentences[0].words.startswith("never")
    bare = len(heard.sentences) == 1 and words <= _BARE and not never
    sided = [f for f in heard.no if f.rule.role is Role.STAND]
    return () if bare or sided else tuple(f for f in heard.no if f.rule.id == "no")


_BARE: Final = 3
_IT_SHOULD: Final = re.compile(
    r"\b(?:it|they|this|that|these|those|some|most) (?:should|must|ought|needs?|ha(?:s|ve) to)\b(?! not\b)"
)


def _yes_that_it_should(heard: Heard) -> tuple[Firing, ...]:
    """Give a yes that may be to the thing an ask is put against: "Yes, it should be built"."""
    leads = tuple(f for f in heard.yes if f.rule.role is Role.LEAD)
    if not leads or any(f.rule.role is Role.STAND for f in heard.yes):
        return ()
    near = heard.sentences[leads[0].sentence : leads[0].sentence + 2]
    return leads if any(_IT_SHOULD.search(sentence.words) for sentence in near) else ()


def _both(heard: Heard) -> Ruling:
    """Abstain where a text says yes and says no."""
    return Ruling(
        stance=Stance.UNCLEAR,
        alternatives=(Stance.COMMITTED, Stance.QUALIFIED, Stance.REFUSED),
        deciding=(*heard.yes, *heard.no),
        overruled=heard.overruled,
        reason="says yes and says no",
    )


def _yes(heard: Heard) -> Ruling:
    first = _surest(heard.yes, heard)
    limits = _limits_of(first, heard)
    if limits:
        return _limited(first, limits, heard)
    faults = [f for f in heard.signs if f.stance is _NO]
    turned = _turned_next(first, heard)
    weak = [f for f in heard.signs if f.sentence == first.sentence and f.stance in _PUT_OFF]
    if weak:
        return _limited(first, tuple(weak), heard)
    explicit = _explicit(first, heard) and not faults and not turned
    if first.rule.id == "will-do" and first.about is About.LIKELY:
        return _abstain(heard, (first,), "promises something near the ask", _NEAR_ASK)
    if first.rule.voice is Voice.REPORT and any(_near(f, first) for f in heard.doubts):
        return _abstain(heard, (first,), "is told, and with a second thought", _NEAR_ASK)
    if heard.request.chooses:
        return _abstain(heard, (first,), "the ask offers alternatives", (_YES, Stance.QUALIFIED))
    if len(faults) > 1 or (first.rule.basis is Basis.SUGGESTED and (faults or turned)):
        return _abstain(
            heard,
            (first, *faults),
            "seems to say yes, and takes it back",
            (_YES, Stance.QUALIFIED, _NO),
        )
    return Ruling(
        stance=_YES,
        alternatives=() if explicit else (Stance.QUALIFIED,),
        basis=Basis.EXPLICIT if explicit else Basis.SUGGESTED,
        deciding=(first,),
        overruled=heard.overruled,
        reason=first.rule.reason,
    )


def _surest(answers: tuple[Firing, ...], heard: Heard) -> Firing:
    """Give the first answer, or one in the same sentence that says it in so many words."""
    first = answers[0]
    beside = [f for f in answers if f.sentence == first.sentence]
    held = (f for f in beside if f.about is About.ASK)
    return next((f for f in beside if _explicit(f, heard)), next(held, first))


def _explicit(firing: Firing, heard: Heard) -> bool:
    """Tell whether a firing is an answer in so many words: by its rule, its place and its subject."""
    plain = heard.request.form is not AskForm.OPEN and not (
        heard.request.chooses and firing.rule.role is Role.LEAD
    )
    said = firing.rule.basis is Basis.EXPLICIT or (
        heard.request.asks_would and firing.rule.id in _SAID_WITH_WOULD
    )
    held = said and firing.about is About.ASK and not _goes_on_elsewhere(firing, heard)
    ties = any(f.stance in _PUT_OFF and _soon(f, firing) for f in heard.signs)
    ties = ties or (firing.stance is _YES and any(_near(f, firing) for f in heard.doubts))
    return held and plain and not (ties or _tied_later(firing, heard))


def _goes_on_elsewhere(firing: Firing, heard: Heard) -> bool:
    """Tell whether a yes goes on with a side on something else: "Yes, I support tenants' rights"."""
    sides = (f for f in heard.yes if f.rule.role is Role.STAND)
    own = any(f.sentence == firing.sentence for f in sides)
    if firing.stance is not _YES or firing.rule.role is not Role.LEAD or own:
        return False
    return any(
        why == "other-subject"
        and f.sentence == firing.sentence
        and f.rule.id in ("supports", "supports-only", "believes-in", "thinks-it-should")
        and 0 <= f.start - firing.end <= _NEXT
        for f, why in heard.overruled
    )


_NEXT: Final = 4
_SAID_WITH_WOULD: Final = ("would-support", "would-vote-for", "would-do-it", "would-commit")


def _tied_later(firing: Firing, heard: Heard) -> bool:
    """Tell whether what follows ties it: "Only for ...", "However, ...", the same once more on terms."""
    again = {
        f.sentence
        for f in (*heard.yes, *heard.no)
        if f.sentence > firing.sentence and f.rule.role is Role.STAND
    }
    after = firing.sentence + 1
    return any(
        (f.sentence > firing.sentence and f.rule.id == "contrast" and _opens(f, heard))
        or (f.sentence in again and f.rule.id == "condition")
        or (f.sentence == after and f.rule.qualification and _opens(f, heard, within=_AT_ONCE))
        for f in heard.limits
    )


def _opens(limit: Firing, heard: Heard, within: int = 0) -> bool:
    """Tell whether a limit is the first in its sentence, or stands *within* so many signs of its start."""
    return limit.start <= heard.sentences[limit.sentence].start + within


_SOON: Final = 2


def _soon(sign: Firing, answer: Firing) -> bool:
    return sign.sentence <= answer.sentence + _SOON


def _near(doubt: Firing, answer: Firing) -> bool:
    """Tell whether a doubt stands in the sentence of an answer, or soon behind it."""
    return answer.sentence <= doubt.sentence <= answer.sentence + _SOON


def _limits_of(firing: Firing, heard: Heard) -> tuple[Firing, ...]:
    """Give the limits in the sentence of an answer, and a condition that opens the next one."""
    own = [f for f in heard.limits if f.sentence == firing.sentence and _reaches(f, firing)]
    if firing.rule.role is Role.LEAD:
        own += _opening_next(firing, heard)
    return tuple(own)


def _opening_next(firing: Firing, heard: Heard) -> list[Firing]:
    """Give the conditions that open the next sentence: "Yes. If it pays." and "Yes. But only if ..."."""
    following = [f for f in heard.limits if f.sentence == firing.sentence + 1]
    near = [f for f in following if f.rule.qualification]
    if other := [f for f in following if f.rule.id == "other-answer"]:
        return other
    if _turned_next(firing, heard):
        return [f for f in near if _opens(f, heard, within=_BEHIND_BUT)]
    return [f for f in near if f.rule.id == "condition" and _opens(f, heard)]


_BEHIND_BUT: Final = 12
_AT_ONCE: Final = 4
_REACH_OF_A_HEDGE: Final = 60


def _reaches(limit: Firing, answer: Firing) -> bool:
    """Tell whether a limit bears on an answer in its sentence: a hedge must stand near it."""
    if limit.rule.id in ("fragment", "other-answer"):
        return False
    return limit.rule.id != "hedge" or limit.start <= answer.end + _REACH_OF_A_HEDGE


def _turned_next(firing: Firing, heard: Heard) -> bool:
    """Tell whether the next sentence opens with a contrast: "Yes. But ..."."""
    following = (f for f in heard.limits if f.sentence == firing.sentence + 1)
    return any(f.rule.id == "contrast" and _opens(f, heard) for f in following)


def _limited(first: Firing, limits: tuple[Firing, ...], heard: Heard) -> Ruling:
    near = [f for f in heard.signs if f.rule.qualification and f.sentence == first.sentence]
    telling = [f for f in (*limits, *near) if f.rule.qualification]
    if not telling:
        return _taken_back(first, limits, heard)
    return Ruling(
        stance=Stance.QUALIFIED,
        qualification=telling[0].rule.qualification,
        alternatives=(_YES,),
        deciding=(first, telling[0]),
        overruled=(*heard.overruled, (first, telling[0].rule.id)),
        reason=telling[0].rule.reason,
    )


def _taken_back(first: Firing, limits: tuple[Firing, ...], heard: Heard) -> Ruling:
    """Abstain on "yes, but" and "no, but", which are neither yes nor no."""
    return Ruling(
        stance=Stance.UNCLEAR,
        alternatives=(first.stance or _YES, Stance.QUALIFIED),
        deciding=(first, *limits),
        overruled=(*heard.overruled, (first, limits[0].rule.id)),
        reason="answers and takes something back in one sentence",
    )


def _no(heard: Heard) -> Ruling:
    first = _surest(heard.no, heard)
    limits = _limits_of(first, heard)
    turned = _turned_next(first, heard)
    at_once = [f for f in limits if f.rule.id == "contrast" and f.start - first.end < _AT_ONCE]
    if at_once and first.rule.role is Role.LEAD:
        return _taken_back(first, limits, heard)
    kind = [f for f in heard.signs if f.stance is Stance.SUPPORTIVE and _soon(f, first)]
    if kind and first.rule.role is Role.LEAD:
        return _abstain(heard, (first, *kind), "says no and speaks for it", (_NO, Stance.QUALIFIED))
    explicit = _explicit(first, heard) and not turned and not limits
    return Ruling(
        stance=_NO,
        alternatives=() if explicit else (Stance.QUALIFIED,),
        basis=Basis.EXPLICIT if explicit else Basis.SUGGESTED,
        deciding=(first,),
        overruled=heard.overruled,
        reason=first.rule.reason,
    )


def _by_signs(heard: Heard) -> Ruling:
    """Follow the signs where they agree; abstain where they do not, or where there is none."""
    if not heard.signs:
        return _abstain(heard, (), "no rule of the codebook fires on an answer")
    signs = _weightiest(heard.signs)
    if len({f.stance for f in signs}) > 1:
        return _abstain(heard, signs, "signs point different ways")
    first = signs[0]
    if all(f.rule.qualification is Qualification.OTHER_MEANS for f in signs):
        return _abstain(heard, signs, "speaks of another way", (Stance.QUALIFIED, _NO))
    back = [f for f in heard.limits if _takes_back(f, first) and _contrasts(f, first, heard)]
    if first.stance is Stance.SUPPORTIVE and back:
        return _taken_back(first, tuple(back), heard)
    tied = [f for f in heard.limits if f.sentence == first.sentence and f.rule.qualification]
    if first.rule.id == "wants-to-know-more" and tied:
        return _abstain(heard, (first, *tied), "puts it off, or makes it hang on that", _PUT_OFF)
    return Ruling(
        stance=first.stance or Stance.UNCLEAR,
        qualification=first.rule.qualification,
        deciding=(first,),
        overruled=heard.overruled,
        reason=first.rule.reason,
    )


def _takes_back(limit: Firing, sign: Firing) -> bool:
    """Tell whether a limit stands where it can take a sign back; a condition may stand before it."""
    return sign.start < limit.start or limit.rule.id == "condition"


def _contrasts(limit: Firing, sign: Firing, heard: Heard) -> bool:
    """Tell whether a limit turns on a sign: in its sentence, or as the next one opens."""
    if limit.sentence == sign.sentence:
        return True
    next_one = limit.sentence == sign.sentence + 1 and limit.rule.id == "contrast"
    return next_one and _opens(limit, heard)


def _weightiest(signs: tuple[Firing, ...]) -> tuple[Firing, ...]:
    """Leave praise out where the same speaker makes it hang on something."""
    if any(f.stance is Stance.QUALIFIED for f in signs):
        return tuple(f for f in signs if f.stance is not Stance.SUPPORTIVE)
    return signs


def _abstain(
    heard: Heard, on: tuple[Firing, ...], reason: str, alternatives: tuple[Stance, ...] = ()
) -> Ruling:
    return Ruling(
        stance=Stance.UNCLEAR,
        alternatives=alternatives,
        deciding=on,
        overruled=heard.overruled,
        reason=reason,
    )
