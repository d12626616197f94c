"""Whether the thing that somebody supports or refuses is the thing that was asked."""

import re
from enum import StrEnum
from typing import Final

from civicpledge.coding.request import TURN_WORDS, Request, Turn, turn_of
from civicpledge.coding.stems import GENERIC_STEMS, same, stem, stems

_ANAPHOR: Final = re.compile(
    r"(?:(?:do|deliver|honou?r|implement|introduce|adopt|guarantee|make(?= (?:it|this|"
    r"that) happen)|"
    r"continuing|doing|supporting|keeping|delivering|ensuring|implementing|pursuing|"
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


_LOOKED_AT: Final = 12
_HEAD_OF_OBJECT: Final = 3
_HEAD_OF_CORE: Final = 3
_ENOUGH_SHARED: Final = 0.5


def about(words: str, request: Request) -> About:
    """
    Tell whether an object, the words behind a verb, is what *request* asks for.

    >>> from civicpledge.coding.request import request_of
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
    told = [s for s in stems(bare) if s not in GENERIC_STEMS][:_LOOKED_AT]
    turn = turn_of(bare, within=TURN_WORDS)
    if not told or not request.core or turn is not request.turn or _NOT_IT.search(bare):
        return About.OTHER
    # A place behind the thing, however many words it has, must not weigh in.
    before = [s for s in stems(_PLACE.split(bare, maxsplit=1)[0]) if s not in GENERIC_STEMS]
    head = (before or told)[:_HEAD_OF_OBJECT]
    met = any(same(s, c) for s in head for c in request.core[:_HEAD_OF_CORE])
    first = same(head[0], request.core[0]) or any(
        same(s, request.core[0]) or same(head[0], c)
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
    return sum(any(same(s, w) for w in request.words) for s in told)


def done_about(words: str, request: Request) -> About:
    """
    Tell whether a deed, told at length, has to do with the ask.

    >>> from civicpledge.coding.request import request_of
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
    met = any(same(s, c) for s in told for c in request.core[:_HEAD_OF_CORE])
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

    >>> from civicpledge.coding.request import request_of
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
    return any(same(s, c) for s in told for c in request.core)


def mentions_itself(subject: str, request: Request) -> bool:
    """Tell whether a subject is the ask: points back to it, or is named as it is."""
    return _SENTENCE_POINTS_BACK.match(subject) is not None or (
        about(subject, request) is not About.OTHER
    )


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
