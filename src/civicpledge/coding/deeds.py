"""Whether a deed that somebody promises is the one that was asked for."""

import re
from typing import Final

from civicpledge.coding.request import AGAINST, Request
from civicpledge.coding.stems import WORD, same, stems, verb_stem
from civicpledge.coding.subject import (
    HEAD_OF_CORE,
    LOOKED_AT,
    PRONOUN,
    About,
    about,
    about_thing,
    narrows,
    new_figure,
)


def done_about(words: str, request: Request) -> About:
    """
    Tell whether a deed, told at length, has to do with the ask.

    >>> from civicpledge.coding.request import request_of
    >>> ferry = request_of("Do you support a river ferry?")
    >>> str(done_about("work with councils and banks to run ferries", ferry))
    'likely'
    """
    if request.opposes:
        return _opposed(words.strip(), request)
    head = about(words, request)
    if head is not About.OTHER:
        return About.LIKELY if _leaves_figure(words, request) else head
    if _POINTS_LATER.search(words.strip()):
        return About.LIKELY
    told = stems(words)[: 2 * LOOKED_AT]
    met = any(same(s, c) for s in told for c in request.core[:HEAD_OF_CORE])
    return About.LIKELY if met and not _NOT.search(words) else About.OTHER


def _opposed(words: str, request: Request) -> About:
    """Tell whether a deed is that, or to act against the thing that an ask is put against."""
    against = AGAINST.match(words)
    if against:
        return about_thing(words[against.end() :], request)
    return About.ASK if not words or _WHOLLY.match(words) else About.OTHER


def _leaves_figure(words: str, request: Request) -> bool:
    """Tell whether a deed, told in words of its own, leaves out the figure that was asked for."""
    asked = [w for w in WORD.findall(request.wanted)[:_FIRST] if w.isdigit()]
    told = any(w.isdigit() for w in WORD.findall(words))
    return bool(asked) and not told and not _POINTS.match(words.strip())


_FIRST: Final = 6
_POINTS: Final = re.compile(
    r"(?:\w+ ){0,2}?(?:it|that|this|these|those|them|so|both|all|your|one|such)\b"
)


def points_back(words: str) -> bool:
    """Tell whether words begin by pointing back: "it", "this"."""
    return PRONOUN.match(words.strip()) is not None


def acted_on(act: str, thing: str | None, request: Request) -> About:
    """
    Tell whether a deed is the very one asked for: the ask's own verb, done to its own thing.

    >>> from civicpledge.coding.request import request_of
    >>> ferry = request_of("Will you run a river ferry?")
    >>> [str(acted_on(*deed, ferry)) for deed in (("run", "it"), ("run", "trams"), ("do", "that"))]
    ['ask', 'other', 'ask']
    """
    bare = (thing or "").strip(" ,")
    own = any(same(verb_stem(act), asked) for asked in request.acts)
    if request.opposes or not (own or act in _FULFILS):
        return About.OTHER
    if not bare:
        # "A yes that I cannot deliver": what the deed is done to stands in front of it.
        return About.LIKELY if own else About.OTHER
    less = new_figure(bare, request) or narrows(bare, request)
    if act in _FULFILS and _WHOLLY.match(bare):
        return About.LIKELY if less else About.ASK
    if PRONOUN.match(bare):
        if not own or _LIGHT_VERB.match(act):
            return About.OTHER
        return About.LIKELY if less or request.compound else About.ASK
    return _done_to(bare, request) if act not in _BARE else About.OTHER


def _done_to(words: str, request: Request) -> About:
    """Tell whether the thing a fitting deed is done to is the ask's, in its very words or near them."""
    found = about_thing(words, request) if request.turn else about(words, request)
    told = stems(words)
    if found is About.OTHER and told and request.words.issuperset(told):
        found = About.LIKELY if new_figure(words, request) else About.ASK
    part = request.compound and not _AND.search(words)
    return (
        About.LIKELY if found is About.ASK and (part or _leaves_figure(words, request)) else found
    )


_AND: Final = re.compile(r"\band\b")
# "I would put it there": so light a verb says nothing of what is done.
_LIGHT_VERB: Final = re.compile(
    r"(?:bring|get|give|go|have|having|hold|keep|make|making|put|set|take|taking|use|"
    r"see)(?:t?ing)?$"
)
_BARE: Final = ("do", "doing")
_FULFILS: Final = frozenset(
    {*_BARE, "deliver", "delivering", "honour", "honor", "provide", "guarantee"}
)
_WHOLLY: Final = re.compile(
    r"(?:(?:just|exactly|precisely|all of) )?(?:it|this|that|these|those|so|both|all (?:two|"
    r"three|four|five))"
    r"(?: (?:as|from|in|on|by|within|with|for|at|every|each|this|next|today|now|too|as "
    r"well)\b[^,;]*)?$"
)
_POINTS_LATER: Final = re.compile(
    r"^(?:\w+ )?(?:do|deliver|ensure|make|continue|support|adopt|implement|honou?r|keep|work with "
    r"(?:you|citizens)|"
    r"(?:work|help|discuss|meet|examine) (?:with )?you|commit to)\b[^,]{0,60}?\b(?:it|this|that|"
    r"these|"
    r"them|you|your)\b"
)
_NOT: Final = re.compile(r"\b(?:not|never)\b")
