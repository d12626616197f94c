"""Whether the thing that somebody supports or refuses is the thing that was asked."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from attrs import frozen

from civicpledge.coding.sentences import lower
from civicpledge.model.asks import Ask, AskForm
from civicpledge.normalise.text import ask_form, plain_text

_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LIGHT_WORDS: Final = (
    "a about above after again all also always am an and any are as at be because been before being "
    "both but by "
    "can could did do does doing don't down each either even ever every few for from get go going had "
    "has have "
    "having he her here his how i i'd i'll i'm i've if in into is it it's its just like made make many "
    "may me "
    "might more most much must my near need needs no nor not now of off on once one only or other our "
    "out over "
    "own per please put same see she should since so some such than that that's the their them then "
    "there these "
    "they this those through to too under until up upon us use used using very want was way we well "
    "were what "
    "when where whether which while who whom whose why will with within without would yes yet you your "
    "yourself "
    "think believe feel support supporting agree favor favour"
)
_LIGHT: Final = frozenset(_LIGHT_WORDS.split())
# Words that asks of every kind use: they do not tell one ask from another.
_GENERIC_WORDS: Final = (
    "build building buy buying "
    "action approach area areas campaign candidate candidates city communities community concept "
    "council county "
    "current create creating effort efforts form goal goals idea local measure new number office "
    "people place "
    "plan plans policies policy position priority program programme programs project projects proposal "
    "proposals region regional resident residents specific state system town continue continuing "
    "continued "
    "establish introduce adopt require required extend entire life"
)
_GENERIC: Final = frozenset(_GENERIC_WORDS.split())
_ANAPHOR: Final = re.compile(
    r"(?:(?:continuing|doing|supporting|keeping|delivering|ensuring|implementing|pursuing|"
    r"extending|"
    r"making) )?"
    r"(?:it|this|that|them|these|those|doing so|so|both|all (?:two|three|four|five|six)|"
    r"all of (?:it|this|that|these|them|the above)|"
    r"each of (?:these|them)|(?:this|that|these|those|the|your|such an?|such|the city's|"
    r"the council's|"
    r"both) "
    r"(?:\w+ly |excellent |great |good |important |proposed |two |three |four |five |six )?"
    r"(?:ask|asks|approach|ballot (?:measure|issue|question)|call|calls|campaign|change|changes|"
    r"demand|demands|effort|efforts|initiative|initiatives|measure|measures|motion|ordinance|"
    r"plan|pledge|pledges|policy|policies|priority|priorities|program|programme|project|proposal|"
    r"proposals|proposition|question|recommendation|recommendations|request|requests|requirement|"
    r"resolution|"
    r"statement|suggestion|target|targets|tax))(?![\w-])(?! who\b)"
)


class About(StrEnum):
    """Whether an object is the ask."""

    ASK = "ask"
    LIKELY = "likely"
    OTHER = "other"


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
        turn=_turn(wanted, within=_TURN_WORDS),
        chooses=_chooses(plain),
        opposes=_OPPOSES.search(plain) is not None,
    )


_LONGEST_ASK: Final = 4000
_TURN_WORDS: Final = 4
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
    words = (w for w in _WORD.findall(wanted) if w not in _LIGHT and not w.endswith("'s"))
    told = [s for w in words if (s := stem(w)) not in _GENERIC_STEMS and len(w) > 1]
    return tuple(dict.fromkeys(told))[:_CORE_WORDS]


def _turn(words: str, *, within: int) -> Turn | None:
    """Find the word among the first that turns support of a thing into less of it."""
    first = [w for w in _WORD.findall(words) if w not in _LIGHT or w in _TURN_OF][:within]
    return next((_TURN_OF[w] for w in first if w in _TURN_OF), None)


_CHOICES: Final = 3


def _chooses(plain: str) -> bool:
    """Tell whether the ask offers alternatives: "as proposed? In another manner? Not at all?"."""
    opened = ("if ", "why", "how", "what", "which", "where", "when", "who", "please", "or not")
    questions = [q.strip() for q in plain.split("?")[:-1] if q.strip()]
    return len([q for q in questions if not q.startswith(opened)]) >= _CHOICES


def stem(word: str) -> str:
    """
    Cut a word to the part that its relatives share.

    >>> stem("limiting") == stem("limits") == stem("limitation"), stem("eco-passes") == stem("ecopass")
    (True, True)
    """
    bare = word.replace("-", "").replace("'s", "").replace("'", "")
    for ending in _ENDINGS:
        cut = len(bare) - len(ending)
        if (
            bare.endswith(ending)
            and cut >= _SHORTEST_STEM
            and not (ending == "s" and bare[cut - 1] == "s")
        ):
            return bare[: -len(ending)]
    return bare[:-1] if len(bare) == _SHORTEST_STEM and bare.endswith("s") else bare


_SHORTEST_STEM: Final = 4
_ENDING_LIST: Final = (
    "izations isations ization isation ations ation ments ment ities ity ings ing ions ion izing ising "
    "ized ised "
    "ers ies ied ed er es al ly s y e"
)
_ENDINGS: Final = tuple(_ENDING_LIST.split())


def stems(plain: str) -> list[str]:
    """List the stems of the words of *plain* that carry meaning, in order."""
    return [stem(w) for w in _WORD.findall(plain) if w not in _LIGHT and len(w) > 1]


_GENERIC_STEMS: Final = frozenset(stem(word) for word in _GENERIC)
_LOOKED_AT: Final = 12
_HEAD_OF_OBJECT: Final = 3
_HEAD_OF_CORE: Final = 3
_ENOUGH_SHARED: Final = 0.5


def about(words: str, request: Request) -> About:
    """
    Tell whether an object, the words behind a verb, is what *request* asks for.

    >>> ferry = request_of("Do you support a river ferry?")
    >>> [str(about(w, ferry)) for w in ("this plan", "ferries on the river", "buses", "the concept")]
    ['ask', 'ask', 'other', 'likely']
    """
    bare = _SHOULD.sub("", words.strip(" ,"))
    if not bare:
        return About.ASK
    pointer = _ANAPHOR.match(bare)
    if pointer and not (request.turn and _names(pointer[0], request)):
        return About.LIKELY if request.turn in (Turn.GONE, Turn.MORE) else About.ASK
    if _AIM.match(bare) or _DOES_IT.match(bare):
        return About.LIKELY
    told = [s for s in stems(bare) if s not in _GENERIC_STEMS][:_LOOKED_AT]
    turn = _turn(bare, within=_TURN_WORDS)
    if not told or not request.core or turn is not request.turn or _NOT_IT.search(bare):
        return About.OTHER
    # A place behind the thing, however many words it has, must not weigh in.
    before = [s for s in stems(_PLACE.split(bare, maxsplit=1)[0]) if s not in _GENERIC_STEMS]
    head = (before or told)[:_HEAD_OF_OBJECT]
    met = any(_same(s, c) for s in head for c in request.core[:_HEAD_OF_CORE])
    first = _same(head[0], request.core[0]) or any(
        _same(s, request.core[0]) or _same(head[0], c)
        for s in head
        for c in request.core[:_HEAD_OF_CORE]
    )
    half = met and _shared(head, request) >= _HALF * len(head)
    if half and first:
        return About.ASK
    enough = _shared(told, request) >= max(2, _ENOUGH_SHARED * len(told))
    return About.LIKELY if enough or half else About.OTHER


def _names(pointer: str, request: Request) -> bool:
    """Tell whether "the ordinance" names what is to be ended, and not the ask to end it."""
    return stem(pointer.rpartition(" ")[2]) in request.words


_HALF: Final = 0.5
# "(I think that) we should do this": what should be done, not who should do it, is the thing.
_SHOULD: Final = re.compile(
    r"^(?:that )?(?:we|you|the city|the council) (?:should|must|ought to|need to) "
    r"(?:(?:do|have|support|adopt|continue|keep|be doing) )?"
)
_PLACE: Final = re.compile(r" (?:in|at|near|across|around|within|outside|throughout) ")


def _shared(told: list[str], request: Request) -> int:
    """Count how many of an object's words the ask has too."""
    return sum(any(_same(s, w) for w in request.words) for s in told)


def done_about(words: str, request: Request) -> About:
    """
    Tell whether a deed, told at length, has to do with the ask.

    >>> ferry = request_of("Do you support a river ferry?")
    >>> str(done_about("work with councils and banks to run ferries", ferry))
    'likely'
    """
    head = about(words, request)
    if head is not About.OTHER:
        return head
    if _POINTS_LATER.search(words.strip()):
        return About.LIKELY
    told = stems(words)[: 2 * _LOOKED_AT]
    met = any(_same(s, c) for s in told for c in request.core[:_HEAD_OF_CORE])
    return About.LIKELY if met and not _NOT.search(words) else About.OTHER


_POINTS_LATER: Final = re.compile(
    r"^(?:\w+ )?(?:do|deliver|ensure|make|continue|support|adopt|implement|honou?r|keep|work with "
    r"(?:you|citizens)|"
    r"(?:work|help|discuss|meet|examine) (?:with )?you|commit to)\b[^,]{0,60}?\b(?:it|this|that|"
    r"these|"
    r"them|you|your)\b"
)


_DOES_IT: Final = re.compile(
    r"(?:to )?[a-z]+ (?:it|this|that|them|so|both|all (?:two|three|four|five|six))(?: \w+)?$"
)


def repeats(words: str, request: Request) -> bool:
    """
    Tell whether a question in an answer is the ask again, in the ask's words or the speaker's.

    >>> ferry = request_of("Do you support a river ferry?")
    >>> repeats("do i support this", ferry), repeats("do i like trams", ferry)
    (True, False)
    """
    if _WHY_NOT.match(words):
        return True
    own = _ASKS_SELF.match(words)
    if own and about(words[own.end() :], request) is About.ASK:
        return True
    told = stems(words)
    return bool(told) and all(s in request.words for s in told) and len(told) > 1


_WHY_NOT: Final = re.compile(r"(?:and )?why (?:on earth |ever )?(?:not|wouldn't i|would i not)$")
_ASKS_SELF: Final = re.compile(
    r"(?:so,? )?(?:do|would|will|am|can|could) (?:i|we) "
    r"(?:(?:support|back|favou?r|endorse|agree with|agree to|commit to|in favou?r of|for|do)\b ?)?"
)


def mentions(words: str, request: Request) -> bool:
    """Tell whether a sentence names something of the ask, or points back to it where it begins."""
    if _SENTENCE_POINTS_BACK.match(words):
        return True
    told = stems(words)
    return any(_same(s, c) for s in told for c in request.core)


# Fault found with how things are is no fault found with the ask.
STATUS_QUO: Final = re.compile(
    r"\b(?:current(?:ly)?|existing|present|today's|status quo|situation|shortage|crisis|lack of|"
    r"doing "
    r"nothing|without (?:it|this))\b"
)
_SENTENCE_POINTS_BACK: Final = re.compile(
    r"(?:and |but |so |yes,? |no,? |absolutely,? |definitely,? |well,? |(?:i|"
    r"we) (?:\w+ ){0,2}?(?:think|"
    r"believe|feel|fear)(?: that)? )?(?:it|this|that|these|it's|that's|such|they)\b"
)
_AIM: Final = re.compile(
    r"(?:the|this|that|these|your|its|their) (?:\w+ )?(?:goals?|aims?|principles?|concept|idea|"
    r"intent|"
    r"intention|spirit|"
    r"objectives?|purpose|sentiment)\b"
)
_NOT_IT: Final = re.compile(r"\b(?:not|never|who)\b")
_NOT: Final = re.compile(r"\b(?:not|never)\b")


def _same(one: str, other: str) -> bool:
    """Tell whether two stems are one: equal, or the shorter one (of four letters) begins the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_STEM and long.startswith(short))
