"""What was asked, in the form the rules look at: its kind, its telling words, which way it turns."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from attrs import frozen

from civicpledge.coding.sentences import lower
from civicpledge.coding.stems import GENERIC_STEMS, LIGHT, WORD, stem, stems, verb_stem
from civicpledge.model.asks import Ask, AskForm
from civicpledge.normalise.text import ask_form, direct_question, plain_text


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
_FRAMES: Final = (
    r"(?:be )?(?:willing to |prepared to |ready to |able to |in favou?r of |supportive of |"
    r"opposed to |commit(?:ted)? (?:yourself )?to |(?:pledge|promise|undertake|vow|vote|work) to |"
    r"(?:pledge|promise|guarantee|undertake) that |vote for |voting for |"
    r"agree (?:to|with|that) |believe (?:that |in )?|think (?:that )?|support(?:ing)? |back |"
    r"(?:see to it|see|make sure|ensure) that )"
)
_COMPLEMENT: Final = re.compile(
    r"\b(?:do|would|will|could|can|are|did) you (?:\w+ly |still |also |see yourself )?"
    rf"(?:{_FRAMES}|(?!(?:{_TURNING}) )(?P<act>\w+) )?"
    r"|\bshould (?:the |we |our )?"
)
# "The Friends of the Quay ask every candidate to open it": what is asked for stands behind the "to".
_ASKED_OF: Final = re.compile(
    r"^[^?\n]{0,160}?\b(?:asks?|asking|calls?|calling|urges?|urging|wants?|invites?|expects?|"
    r"requests?|"
    r"would like)\b[^.?!;\n]{1,100}? to (?=[a-z]{2})"
)
_SOMEBODYS_CALL: Final = re.compile(
    r"^(?:the |our |this |an? )?(?:[\w'-]+ ){0,4}?(?:call|campaign|demand|petition|plan|plans|"
    r"proposal|"
    r"proposals|motion|bid|request|recommendation) (?:for|to|that) "
)


@frozen(kw_only=True)
class Request:
    """
    What was asked, in the form the rules look at.

    :ivar core: stems of the words that tell this ask from others, the first ones of what is asked for
    :ivar wanted: what is asked for, in lower case
    :ivar words: stems of all its words that carry meaning
    :ivar turn: whether less of a thing, or its end, is asked for
    :ivar acts: stems of the verb of what is asked: "Will you vote to fund it?" asks to fund
    :ivar calls: stems of the nouns by which the ask calls itself: "the plan to close it"
    :ivar named: whether what is to be had is itself the end of a thing: "a ban", "the closure of it"
    :ivar chooses: whether it offers alternatives, so that a bare yes or no answers nothing
    :ivar asks_would: whether it asks with would, so that an answer with would is a plain one
    :ivar compound: whether a second deed is asked for behind the first: "appoint one and fund it"
    :ivar opposes: whether it asks for opposition to a thing, which its other fields then tell of
    """

    form: AskForm
    core: tuple[str, ...]
    words: frozenset[str]
    wanted: str = ""
    turn: Turn | None = None
    acts: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    named: bool = False
    chooses: bool = False
    asks_would: bool = False
    compound: bool = False
    opposes: bool = False


def request_of(ask: Ask | str | None) -> Request:
    """
    Read what is asked: its form, and the words that tell it from other asks.

    >>> request_of("Do you support a river ferry?").core
    ('river', 'ferr')
    """
    if isinstance(ask, Ask) and ask.form is not AskForm.UNKNOWN:
        text = _text_of(ask)
        stand = ask.form is AskForm.OPEN and _ASKS_FOR_A_SIDE.search(lower(text[:_LONGEST_ASK]))
        return _request(text, AskForm.DO_YOU_SUPPORT if stand else ask.form)
    text = ask if isinstance(ask, str) else _text_of(ask)
    return _request(text, ask_form(text))


_ASKS_FOR_A_SIDE: Final = re.compile(
    r"\bwhere (?:do )?you stand on\b|\byour (?:position|stance|view) on (?:the|this|a)\b"
)


# A dataset puts one ask to many candidates.
@lru_cache(maxsize=512)
def _request(text: str, form: AskForm) -> Request:
    plain = lower(direct_question(plain_text(text[:_LONGEST_ASK]).text))
    opposed = _OPPOSES.search(plain)
    wanted = plain[opposed.end() :].strip() if opposed else _wanted(plain)
    own = _SOMEBODYS_CALL.match(wanted)
    thing = wanted[own.end() :] if own and not opposed else wanted
    return Request(
        form=form,
        core=_core(thing),
        words=frozenset(stems(plain)),
        wanted=thing,
        turn=_turn(thing),
        acts=frozenset() if opposed else _acts(plain, thing),
        calls=frozenset(stem(w) for w in WORD.findall(own[0])) if own else frozenset(),
        named=_NAMED.match(thing) is not None,
        chooses=_chooses(plain),
        asks_would=re.search(r"\bwould you\b", plain) is not None,
        compound=_AND_ANOTHER.search(thing) is not None,
        opposes=opposed is not None,
    )


_LONGEST_ASK: Final = 4000
_AND_ANOTHER: Final = re.compile(
    r"\b(?:and|then) (?:to |also |then |will you |would you )?(?:appoint|attend|ban|bring"
    r"|build|close|commit"
    r"|create|cut|employ|end|ensure|extend|fund|give|guarantee|hold|include|increase|introduce"
    r"|invest|keep"
    r"|limit|make|meet|offer|open|oppose|pay|protect|provide|publish|put|raise|reduce|report"
    r"|require|restore"
    r"|run|set|sign|spend|stop|support|take|train|use|vote|work)\b"
)
TURN_WORDS: Final = 4
_CORE_WORDS: Final = 5
_AGAINST: Final = (
    r"(?:oppose|opposing|opposed to|against|reject|rejecting|object to|rule out|ruling out|refuse|"
    r"refuse to|decline|decline to|resist|resisting|vote against|voting against|say no to|turn "
    r"down|"
    r"never|not)"
)
AGAINST: Final = re.compile(rf"(?:to )?{_AGAINST}(?: to)?\b ?")
"""What a deed begins with that acts against a thing."""
_OPPOSES: Final = re.compile(
    r"\byou (?:\w+ly )?(?:be )?(?:(?:promise|pledge|commit|agree|undertake|vow|willing|prepared)"
    rf"(?: yourself)?(?: to)? )?{_AGAINST}\b"
    r"|^\W*(?:oppose|reject|rule out|refuse|resist|do not|don't|never|vote against|say no to)\b"
    rf"|\b(?:asks?|calls?|urges?|wants?) [^.?!;\n]{{1,100}}? to {_AGAINST}\b"
)


def _turn(wanted: str) -> Turn | None:
    """Tell which way an ask turns: by its first words, or by what it says should be done."""
    if _KEPT_OUT.match(wanted) or _SHOULD_BE.search(wanted):
        return Turn.GONE
    return turn_of(wanted.replace("stop and search", ""), within=TURN_WORDS)


_NAMED: Final = re.compile(
    r"(?:to )?(?:(?:introduce|bring in|have|see|adopt|impose|pass|vote for) )?(?:an?|the|this|"
    r"that|any)"
    r" (?:[\w-]+ ){0,2}?(?:ban|bans|prohibition|closure|removal|abolition|repeal|end|"
    r"elimination|divestment|"
    r"increase|rise)\b"
)
KEEPING_ACTS: Final = frozenset(
    verb_stem(verb) for verb in ("keep", "save", "protect", "defend", "retain", "preserve")
)
"""Stems of the verbs of asks that want a thing to stay."""
_KEPT_OUT: Final = re.compile(r"(?:to )?(?:keep|keeping|get|getting)\b[^?]{1,80}? out of\b")
_SHOULD_BE: Final = re.compile(
    r"\b(?:should|must|ought to) be (?:\w+ly )?"
    r"(?:scrapped|abolished|removed|banned|prohibited|ended|repealed|eliminated|stopped|closed)\b"
)


def _acts(plain: str, wanted: str) -> frozenset[str]:
    """Find the verb of an ask: behind "will you", or the first one of what is wanted."""
    told = _COMPLEMENT.search(plain)
    own = told["act"] if told else None
    first = [w for w in WORD.findall(wanted)[:2] if w not in ("to", "be", "the", "a", "an")]
    return frozenset(verb_stem(w) for w in ([own] if own else first[:1]))


def _text_of(ask: Ask | None) -> str:
    if ask is None:
        return ""
    return f"{ask.title}\n{ask.text}" if ask.text else ask.title


def _wanted(plain: str) -> str:
    """Take what is asked for: the complement of the question, or what it points back to."""
    asked = _ASKED_OF.match(plain)
    if asked and "?" not in plain:
        return plain[asked.end() :]
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
