"""What was asked, in the form the rules look at: its kind, its telling words, which way it turns."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from attrs import frozen

from civicpledge.coding.sentences import lower
from civicpledge.coding.stems import GENERIC_STEMS, LIGHT, WORD, stem, stems
from civicpledge.model.asks import Ask, AskForm
from civicpledge.normalise.text import ask_form, plain_text


class Turn(StrEnum):
    """What is wanted done to a thing, where that is not to have it or to do it as it is."""

    LESS = "less"
    GONE = "gone"
    MORE = "more"
    CHANGED = "changed"


_LESS_WORDS: Final = (
    "cap caps capping limit limits limited limiting limitation restrict restricts restricting "
    "restriction "
    "restrictions reduce reducing reduction cut cuts cutting lower lowering decrease decreasing fewer "
    "less slow slowing "
    "moratorium curb curbing shrink freeze"
)
_GONE_WORDS: Final = (
    "remove removing removal ban banning bans prohibit prohibiting prohibition end ending abolish "
    "abolishing "
    "abolition repeal repealing eliminate eliminating elimination stop stopping scrap scrapping close "
    "closing closure "
    "off sell selling "
    "against opposing oppose opposition without divest divesting divestment dismantle defund"
)
_MORE_WORDS: Final = (
    "raise raises raising increase increases increased increasing higher lift lifting loosen "
    "loosening relax "
    "relaxing weaken weakening exceed exceeding"
)
_CHANGED_WORDS: Final = (
    "change changing revisit revisiting modify modifying review reviewing reform reforming "
    "rethink rethinking "
    "replace replacing alternative alternatives flexibility exceptions"
)
_TURN_OF: Final = {
    word: turn
    for turn, words in (
        (Turn.LESS, _LESS_WORDS),
        (Turn.GONE, _GONE_WORDS),
        (Turn.MORE, _MORE_WORDS),
        (Turn.CHANGED, _CHANGED_WORDS),
    )
    for word in words.split()
}


_TURNING: Final = "|".join(_TURN_OF)
_COMPLEMENT: Final = re.compile(
    r"\b(?:do|would|will|could|can|are|did) you (?:\w+ly |still |also |see yourself )?"
    r"(?:be )?(?:willing to |prepared to |in favou?r of |supportive of |opposed to |committed? to |"
    r"pledge to |"
    r"agree (?:to|with|that) |believe (?:that |in )?|think (?:that )?|support(?:ing)? |back |"
    rf"(?!(?:{_TURNING}) )\w+ )"
    r"|\bshould (?:the |we |our )?"
)


@frozen(kw_only=True)
class Request:
    """
    What was asked, in the form the rules look at.

    :ivar core: stems of the words that tell this ask from others, the first ones of what is asked for
    :ivar words: stems of all its words that carry meaning
    :ivar turn: whether less of a thing, or its end, is asked for
    :ivar chooses: whether it offers alternatives, so that a bare yes or no answers nothing
    :ivar opposes: whether it asks for opposition, so that support of the thing is a no
    """

    form: AskForm
    core: tuple[str, ...]
    words: frozenset[str]
    turn: Turn | None = None
    chooses: bool = False
    opposes: bool = False


def request_of(ask: Ask | str | None) -> Request:
    """
    Read what is asked: its form, and the words that tell it from other asks.

    >>> request_of("Do you support a river ferry?").core
    ('river', 'ferr')
    """
    if isinstance(ask, Ask) and ask.form is not AskForm.UNKNOWN:
        return _request(_text_of(ask), ask.form)
    text = ask if isinstance(ask, str) else _text_of(ask)
    return _request(text, ask_form(text))


# A dataset puts one ask to many candidates.
@lru_cache(maxsize=512)
def _request(text: str, form: AskForm) -> Request:
    plain = lower(plain_text(text[:_LONGEST_ASK]).text)
    wanted = _wanted(plain)
    return Request(
        form=form,
        core=_core(wanted),
        words=frozenset(stems(plain)),
        turn=turn_of(wanted, within=TURN_WORDS),
        chooses=_chooses(plain),
        opposes=_OPPOSES.search(plain) is not None,
    )


_LONGEST_ASK: Final = 4000
TURN_WORDS: Final = 4
_CORE_WORDS: Final = 5
_OPPOSES: Final = re.compile(
    r"\byou (?:\w+ly )?(?:be )?(?:oppose|opposed to|against|reject|object to|rule out|refuse|"
    r"decline|"
    r"resist|vote against|say no to|turn down|never|not|(?:promise|pledge|commit|agree|undertake)"
    r"(?: to)? (?:never|not|oppose|rule out|refuse|resist|vote against|reject))\b"
    r"|^\W*(?:oppose|reject|rule out|refuse|resist|do not|don't|never|vote against|say no to)\b"
)


def _text_of(ask: Ask | None) -> str:
    if ask is None:
        return ""
    return f"{ask.title}\n{ask.text}" if ask.text else ask.title


def _wanted(plain: str) -> str:
    """Take what is asked for: the complement of the question, or what it points back to."""
    found = _COMPLEMENT.search(plain)
    behind = re.split(r"[?\n]", plain[found.end() :])[0] if found else plain
    if found and (_POINTS_BACK.match(behind) or not stems(behind)):
        stated = [s for s in re.split(r"(?<=[.?!])\s", plain[: found.start()]) if stems(s)]
        return _HAS_POLICY.sub("", stated[-1]) if stated else plain
    return behind


_POINTS_BACK: Final = re.compile(
    r"(?:continuing |keeping |maintaining |adopting )?(?:it|this|that|these|those|such)\b"
)
_HAS_POLICY: Final = re.compile(
    r"^[^?]{0,160}?\b(?:policy|plan|proposal|program) (?:of|to|that)\b|"
    r"^[^?]{0,200}\brecommends that\b"
)


def _core(wanted: str) -> tuple[str, ...]:
    """Take the first telling words of what is wanted."""
    words = (w for w in WORD.findall(wanted) if w not in LIGHT and not w.endswith("'s"))
    told = [s for w in words if (s := stem(w)) not in GENERIC_STEMS and len(w) > 1]
    return tuple(dict.fromkeys(told))[:_CORE_WORDS]


def turn_of(words: str, *, within: int) -> Turn | None:
    """Find the word among the first that turns support of a thing into less of it."""
    first = [w for w in WORD.findall(words) if w not in LIGHT or w in _TURN_OF][:within]
    return next((_TURN_OF[w] for w in first if w in _TURN_OF), None)


_CHOICES: Final = 3


def _chooses(plain: str) -> bool:
    """Tell whether the ask offers alternatives: "as proposed? In another manner? Not at all?"."""
    opened = ("if ", "why", "how", "what", "which", "where", "when", "who", "please", "or not")
    questions = [q.strip() for q in plain.split("?")[:-1] if q.strip()]
    return len([q for q in questions if not q.startswith(opened)]) >= _CHOICES
