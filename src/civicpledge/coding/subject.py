"""Whether the thing that somebody supports or refuses is the thing that was asked."""

import re
from enum import StrEnum
from typing import Final

from attrs import evolve

from civicpledge.coding.request import TURN_WORDS, Request, Turn, turn_of
from civicpledge.coding.stems import GENERIC_STEMS, WORD, same, stem, stems, verb_stem

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
    r"petition|petitions|plan|pledge|pledges|policy|policies|priority|priorities|program|programme|project|proposal|"
    r"proposals|proposition|question|recommendation|recommendations|request|requests|requirement|"
    r"resolution|"
    r"statement|suggestion|target|targets|tax))(?![\w-])(?! who\b)"
)


class About(StrEnum):
    """Whether an object is the ask; ``EITHER`` where it may be the ask or the thing it is put against."""

    ASK = "ask"
    LIKELY = "likely"
    EITHER = "either"
    OTHER = "other"


LOOKED_AT: Final = 12
_HEAD_OF_OBJECT: Final = 3
HEAD_OF_CORE: Final = 3
_ENOUGH_SHARED: Final = 0.5


def about(words: str, request: Request) -> About:
    """
    Tell whether an object, the words behind a verb, is what *request* asks for.

    >>> from civicpledge.coding.request import request_of
    >>> ferry = request_of("Do you support a river ferry?")
    >>> [str(about(w, ferry)) for w in ("this plan", "ferries on the river", "buses", "the concept")]
    ['ask', 'ask', 'other', 'likely']
    """
    bare = _without_act(_SHOULD.sub("", words.strip(" ,")), request)
    if not bare:
        return About.ASK
    if _PRELIMINARY.match(bare) and not _PRELIMINARY.match(request.wanted):
        return About.OTHER
    pointer = _ANAPHOR.match(bare)
    if pointer and not (request.turn and _names(pointer[0], request)):
        rest = bare[pointer.end() :]
        far = _further(rest, request) or _pointed_at(pointer[0], request)
        return About.LIKELY if far is About.ASK and narrows(rest, request) else far
    if _AIM.match(bare) or _DOES_IT.match(bare):
        return About.ASK if _turns_it(bare, request) else About.LIKELY
    told = [s for s in stems(bare) if s not in GENERIC_STEMS][:LOOKED_AT]
    turn = turn_of(bare, within=TURN_WORDS)
    if not told or not request.core or turn is not request.turn or _NOT_IT.search(bare):
        return About.OTHER
    # A place behind the thing, however many words it has, must not weigh in.
    before = [s for s in stems(_PLACE.split(bare, maxsplit=1)[0]) if s not in GENERIC_STEMS]
    head = (before or told)[:_HEAD_OF_OBJECT]
    met = any(same(s, c) for s in head for c in request.core[:HEAD_OF_CORE])
    first = same(head[0], request.core[0]) or any(
        same(s, request.core[0]) or same(head[0], c)
        for s in head
        for c in request.core[:HEAD_OF_CORE]
    )
    half = met and _shared(head, request) >= _HALF * len(head)
    if half and first and _is_very_thing(bare, request):
        return About.ASK
    enough = _shared(told, request) >= max(2, _ENOUGH_SHARED * len(told))
    return About.LIKELY if enough or half else About.OTHER


def _without_act(words: str, request: Request) -> str:
    """Leave out the ask's own verb: who commits to running a ferry, asked to run one, commits to that."""
    first, _, rest = words.removeprefix("to ").partition(" ")
    own = (
        bool(rest) and not request.turn and any(same(verb_stem(first), act) for act in request.acts)
    )
    return rest if own else words


def _further(words: str, request: Request) -> About | None:
    """Tell what is said of "the plan" further on: "to build a bridge" makes it another plan."""
    more = _WHAT_FOR.match(words)
    told = more and stems(words[more.end() :])
    if more and more[1] == "against" and not request.opposes:
        return About.OTHER
    if not told or any(same(s, w) for s in told[:_HEAD_OF_OBJECT] for w in request.words):
        return None
    return About.OTHER if more and more[1] in ("to", "for", "against") else About.LIKELY


def _turns_it(words: str, request: Request) -> bool:
    """Tell whether words do to it just what is asked: "banning them", asked for a ban."""
    act, _, rest = words.removeprefix("to ").partition(" ")
    turns = request.turn is not None and turn_of(act, within=1) is request.turn
    return turns and PRONOUN.match(rest) is not None


def _is_very_thing(words: str, request: Request) -> bool:
    """
    Tell whether an object is the ask's thing and no narrower one: "ferry workers", "a private ferry".

    An opinion on what should be done must be told in the ask's words from end to end.
    """
    whole = words if _OUGHT.search(words) else _PREPOSITION.split(words, maxsplit=1)[0]
    noun = [s for s in stems(whole) if s not in GENERIC_STEMS and s not in _PRAISING]
    told = all(any(same(s, w) for w in request.words) for s in noun)
    return told and not (new_figure(words, request) or narrows(words, request))


def new_figure(words: str, request: Request) -> bool:
    """
    Tell whether words bring in a number that the ask does not have; a date to start by does not count.

    >>> from civicpledge.coding.request import request_of
    >>> ferry = request_of("Will you run 4 ferries by 2030?")
    >>> [new_figure(w, ferry) for w in ("4 ferries by 2030", "3 ferries", "ferries by 2035")]
    [False, True, True]
    """
    asked = set(WORD.findall(request.wanted))
    dated = any(_YEAR.match(word) for word in asked)
    told = (_FIGURE.finditer(words)) if dated else _FIGURE.finditer(_IN_TIME.sub(" ", words))
    return any(found[0] not in asked for found in told)


_FIGURE: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|"
    r"hundred|"
    r"thousand|million|half|once|twice|monthly|weekly|daily|yearly|annually|quarterly)\b"
)
_YEAR: Final = re.compile(r"20\d\d$")
_IN_TIME: Final = re.compile(
    r"\b(?:my|the|our) first (?:\d+|[a-z]+)\b|\b(?:within|in|by|before|from|until) 20\d\d\b"
    r"|\b(?:within|in|inside)(?: the)?(?: next| first)? (?:\d+|[a-z]+) (?:days?|weeks?|months?|"
    r"years?)\b"
)


def narrows(words: str, request: Request) -> bool:
    """
    Tell whether words put up with less than the ask: some places, some times, some cases.

    >>> from civicpledge.coding.request import request_of
    >>> ferry = request_of("Will you run a ferry in every season?")
    >>> [narrows(w, ferry) for w in ("it in the old town", "it on sundays", "it in every season")]
    [True, True, False]
    """
    return any(
        _PICKS.search(found[0]) or not request.words.issuperset(stems(found[0]))
        for found in _NARROWER.finditer(words)
    )


_PICKS: Final = re.compile(r"\b(?:where|own|some|certain|few|half)\b")


_NARROWER: Final = re.compile(
    r"\b(?:in|at|on|for|across|along|over|near|to|around)(?: (?:the|our|my|your|those|these))?"
    r" (?!(?:all|each|every|both|any)\b)(?:"
    r"(?:[\w-]+ ){0,2}?(?:areas|blocks|boroughs|buildings|cases|centres?|centers?|circumstances|"
    r"districts|hours|"
    r"neighbou?rhoods|parts|places|roads|schools|seasons|streets|towns?|villages|wards?|zones)\b"
    r"|(?:some|certain|few|half|most|own|busiest|worst|poorest|largest|biggest)\b"
    r"|(?:a|an|one|two|three|four|five|\d+) (?:[\w-]+ )?(?:day|month|term|trial|week|year)s?\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|weekends?\b|weekdays\b|bank holidays\b|"
    r"rush hours?\b"
    r"|(?:night|peak times)\b)"
    r"|\bwhere(?:ver)? (?!(?:i|we) (?:stand|come)\b)"
    r"|^(?:it|them|this|that) for (?!(?:you|us|me|good|all|every|each|any|ever|the|an?|one|two"
    r"|three|four|five|\d+)\b)[\w-]+"
)
_OUGHT: Final = re.compile(r" (?:should|must|needs? to|ought to) ")
_PRAISING_WORDS: Final = (
    "bold excellent fantastic full good great important new proposed right sensible simple universal "
    "vital whole wise"
)
_PRAISING: Final = frozenset(stem(word) for word in _PRAISING_WORDS.split())


_PREPOSITION: Final = re.compile(
    r" (?:about|across|among|and|around|as|at|because|between|by|for|from|in|into|near|of|on|or|"
    r"outside|over|so|than|"
    r"that|through|throughout|to|under|until|which|while|who|with|within|without)\b"
)
_WHAT_FOR: Final = re.compile(r" (to|for|against|of|on|by|that)\b")
# To support a study of a ferry, or a vote on one, is not yet to support the ferry.
_PRELIMINARY: Final = re.compile(
    r"(?:an?|the|some|more|further|any|another)? ?(?:full |proper |independent |public |"
    r"feasibility |careful |further )*"
    r"(?:assessments?|consultations?|consulting|considering|consideration|conversations?|"
    r"debates?|debating|discussions?|"
    r"discussing|exploring|exploration|looking|look|referendums?|reviews?|reviewing|stud(?:y|"
    r"ies|ying)|talking|"
    r"asking|votes?)\b"
)


def about_thing(words: str, request: Request) -> About:
    """
    Tell whether an object is the thing that an ask is put against or wants to see gone.

    >>> from civicpledge.coding.request import request_of
    >>> sale = request_of("Will you rule out the sale of the meadow?")
    >>> [str(about_thing(w, sale)) for w in ("it", "the sale of the meadow", "trams")]
    ['ask', 'ask', 'other']
    """
    bare = words.strip(" ,")
    if not bare or PRONOUN.match(bare):
        return About.ASK
    return about(words, evolve(request, turn=turn_of(bare, within=TURN_WORDS), opposes=False))


PRONOUN: Final = re.compile(
    r"(?:it|them|this|that|these|those|any of (?:it|them)|both|all of (?:it|them))(?![\w-])"
    r"|one(?= (?:in|by|on|within|at|before|every|each|for|as|this|next)\b|$)"
)
_NEAR_PRONOUN: Final = re.compile(r"(?:it|them)\b")


def _pointed_at(pointer: str, request: Request) -> About:
    """Tell what "it" or "this plan" points at: the ask, or the thing it is put against."""
    if stem(pointer.rpartition(" ")[2]) in request.calls:
        return About.ASK
    if request.opposes:
        return About.EITHER
    if request.turn not in (Turn.GONE, Turn.MORE) or request.named:
        return About.ASK
    return About.EITHER if _NEAR_PRONOUN.match(pointer) else About.LIKELY


def _names(pointer: str, request: Request) -> bool:
    """Tell whether "the ordinance" names what is to be ended, and not the ask to end it."""
    noun = stem(pointer.rpartition(" ")[2])
    return noun in request.words and noun not in request.calls


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
    r"(?:the|this|that|these|your|its|their) (?:\w+ )?(?:goals?|aims?|case|concept|desire|idea|"
    r"need|principles?|right|"
    r"intent|"
    r"intention|spirit|"
    r"objectives?|purpose|sentiment)\b"
)
_NOT_IT: Final = re.compile(r"\b(?:not|never|who)\b")
