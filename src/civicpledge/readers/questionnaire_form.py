"""The form of a questionnaire: header fields, questions, prompts for a statement."""

import re
from collections.abc import Mapping
from enum import StrEnum

from attrs import define, field, frozen

from civicpledge.readers.lines import (
    Line,
)
from civicpledge.readers.questionnaire_people import Respondent

_FIELD_KEYS = re.compile(
    r"\b(?:name|party|area|constituency|ward|division|office|position|role|standing|region|"
    r"authority|council|district|"
    r"candidate|twitter|x|facebook|instagram|website|web|email|e-mail|phone|telephone|date|"
    r"address|affiliation|election|"
    r"seat|post|organisation|title|pronouns|bluesky|social media|contact)\b",
    re.IGNORECASE,
)
_NAME_KEY = re.compile(
    r"(?:(?:candidate|candidate['’]s|your|full|respondent|respondent['’]s)(?:['’]s)? "
    r"?)*name(?: of candidate)?|candidate|respondent|"
    r"completed by|answered by",
    re.IGNORECASE,
)
_PARTY_KEY = re.compile(
    r"(?:(?:political|your|candidate['’]s) )?party(?: name| affiliation)?|affiliation|"
    r"political affiliation|"
    r"(?:name of )?(?:political )?party",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:anything else|anything (?:more )?to add"
    r"|anything (?:that )?(?:you['’]d|you would|you) (?:like|want|wish) to (?:say|add|tell)"
    r"|why (?:our |the |my )?(?:members|people|residents|voters|readers|they|we) should vote"
    r"|any other|further comments?|additional comments?|other comments?|"
    r"(?:personal|closing|opening|final|your|election) "
    r"statement|about (?:yourself|you\b|your candidacy|your campaign)|your candidacy|introduce "
    r"yourself|why (?:are you standing|"
    r"should (?:people|residents|voters|our members) vote)|(?:message|words?) (?:to|for) "
    r"(?:our )?(?:members|voters|residents|readers))\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:no more than|up to|maximum(?: of)?|max\.?|within|in under|under|fewer than|less "
    r"than|in|limit(?: of)?:?)\s{1,2}"
    r"(?P<limit>\d{1,4})\s{1,2}words\b|\b(?P<limit2>\d{1,4})[ -]words?\b(?: (?:max|maximum|"
    r"limit|or fewer|or less))?",
    re.IGNORECASE,
)


class Part(StrEnum):
    """What a line of a form is."""

    FIELD = "field"
    QUESTION = "question"
    MORE = "more"
    STATEMENT = "statement"
    FURNITURE = "furniture"
    TITLE = "title"
    PERSON = "person"
    DETAIL = "detail"
    REPLY = "reply"
    POSTSCRIPT = "postscript"
    APART = "apart"
    UNTIED = "untied"
    QUOTED = "quoted"
    TEXT = "text"


@frozen(kw_only=True)
class Field:
    """A header field: its name and its value as printed, in offsets of the line's bare text."""

    key: str
    value: str
    start: int


@frozen(kw_only=True)
class Reply:
    """The numbers of the questions that a line replies to, and where its words begin."""

    numbers: tuple[str, ...]
    words: int


@frozen(kw_only=True)
class Form:
    """
    The part of each line.

    :ivar numbers: the printed numbers of questions by line index; :ivar words: where their words begin
    :ivar people: who answers from a line on; :ivar replies: which questions a line replies to
    :ivar listed: the questions of the list that is replied to by number
    :ivar respondent: who answers where no line of the form names anybody
    :ivar transcript: whether Q and A mark who asks and who answers
    """

    parts: tuple[Part, ...]
    fields: Mapping[int, Field]
    numbers: Mapping[int, str]
    words: Mapping[int, int]
    people: Mapping[int, Respondent] = field(factory=dict)
    replies: Mapping[int, Reply] = field(factory=dict)
    listed: frozenset[int] = frozenset()
    respondent: Respondent | None = None
    transcript: bool = False


@define
class Plan:
    """The form as far as it is known."""

    lines: tuple[Line, ...]
    parts: list[Part]
    fields: dict[int, Field] = field(factory=dict)
    numbers: dict[int, str] = field(factory=dict)
    words: dict[int, int] = field(factory=dict)
    people: dict[int, Respondent] = field(factory=dict)
    replies: dict[int, Reply] = field(factory=dict)


def is_prompt(words: str) -> bool:
    """
    Tell whether a form asks for a statement rather than an answer.

    >>> is_prompt("In 100 words, tell us about yourself."), is_prompt("Will you build? (max 100 words)")
    (True, False)
    """
    return len(words) <= 600 and _STATEMENT.search(words) is not None


def word_limit(words: str) -> int | None:
    """
    Read the limit that a question sets.

    >>> word_limit("Please write no more than 250 words.")
    250
    """
    found = _LIMIT.search(words[:900])
    return int(found["limit"] or found["limit2"]) if found else None


def is_name_key(key: str) -> bool:
    """Tell whether a field's name is that of the person who answers."""
    return _NAME_KEY.fullmatch(key.strip()) is not None


def is_party_key(key: str) -> bool:
    """Tell whether a field's name is that of their party."""
    return _PARTY_KEY.fullmatch(key.strip()) is not None


def is_field_key(key: str) -> bool:
    """Tell whether a field's name is one that forms have beside their questions: "Ward", "E-mail"."""
    return _FIELD_KEYS.fullmatch(key.strip()) is not None


def has_field_key(key: str) -> bool:
    """Tell whether the name of a field speaks of what forms have beside their questions."""
    return _FIELD_KEYS.search(key) is not None


def folded(plan: Plan, index: int) -> str:
    """Give the words of a question in the form they are compared in."""
    line = plan.lines[index]
    return " ".join(line.bare[plan.words.get(index, 0) :].casefold().split())[:300]
