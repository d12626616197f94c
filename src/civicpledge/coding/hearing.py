"""What fired on an answer, sorted by what it can do: which rules speak, which are set aside and why."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from civicpledge.coding.firing import Firing
from civicpledge.coding.request import Request
from civicpledge.coding.rules import Role
from civicpledge.coding.sentences import Sentence
from civicpledge.coding.subject import About
from civicpledge.model.findings import Stance

_YES: Final = Stance.COMMITTED
_NO: Final = Stance.REFUSED


@frozen(kw_only=True)
class Heard:
    """What fired, sorted by what it can do."""

    yes: tuple[Firing, ...]
    no: tuple[Firing, ...]
    signs: tuple[Firing, ...]
    limits: tuple[Firing, ...]
    doubts: tuple[Firing, ...]
    either: tuple[Firing, ...]
    overruled: tuple[tuple[Firing, str], ...]
    sentences: tuple[Sentence, ...]
    request: Request


def hear(firings: tuple[Firing, ...], sentences: tuple[Sentence, ...], request: Request) -> Heard:
    """Sort the *firings* on the *sentences* by what they can do."""
    shields: dict[int, list[Firing]] = {}
    for firing in (f for f in firings if f.rule.role is Role.SHIELD):
        shields.setdefault(firing.sentence, []).append(firing)
    overruled = tuple((f, why) for f in firings if (why := _set_aside(f, shields, sentences)))
    gone = {id(f) for f, _ in overruled}
    held = [f for f in firings if id(f) not in gone]
    answers = [f for f in held if f.rule.role in (Role.LEAD, Role.STAND) or _is_said_answer(f)]
    return Heard(
        yes=tuple(f for f in answers if f.stance is _YES),
        no=tuple(f for f in answers if f.stance is _NO),
        signs=tuple(
            f
            for f in held
            if f not in answers or f.stance not in (_YES, _NO)
            if f.rule.role in (Role.SIGN, Role.STAND)
        ),
        limits=tuple(f for f in held if f.rule.role is Role.LIMIT),
        doubts=tuple(f for f in held if f.rule.role is Role.DOUBT),
        either=tuple(f for f in firings if f.about is About.EITHER),
        overruled=overruled,
        sentences=sentences,
        request=request,
    )


def _is_said_answer(firing: Firing) -> bool:
    said = firing.rule.role is Role.SIGN and firing.stance is _YES
    return said or firing.rule.id in ("answer-is-no", "counts-out")


def _set_aside(
    firing: Firing, shields: Mapping[int, Sequence[Firing]], sentences: tuple[Sentence, ...]
) -> str | None:
    """Give the rule, or the reason, that keeps a firing from counting."""
    if firing.about in (About.OTHER, About.EITHER):
        return "other-subject" if firing.about is About.OTHER else "either-way"
    if firing.rule.role in (Role.SHIELD, Role.LIMIT, Role.DOUBT):
        return None
    if sentences[firing.sentence].asks and firing.rule.role is not Role.LEAD:
        return "asked-not-said"
    return next(
        (
            shield.rule.id
            for shield in shields.get(firing.sentence, ())
            if (shield.start <= firing.start and firing.stance is not _NO)
            or (shield.start < firing.start and shield.rule.id == "embedded")
        ),
        None,
    )
