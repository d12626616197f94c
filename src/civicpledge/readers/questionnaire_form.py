"""The form of a questionnaire: header fields, questions, prompts for a statement."""

import re
from collections.abc import Mapping
from enum import StrEnum

from attrs import define, field, frozen

from civicpledge.readers.lines import (
    Line,
    is_alone,
    is_question,
    looks_like_heading,
)
from civicpledge.readers.numbering import numbered
from civicpledge.readers.questionnaire_people import Respondent

_FIELD = re.compile(
    r"(?P<key>[^\W\d_][^:?.!\n]{1,48}?)[*_ \t]{0,4}:[*_ \t]{0,4}(?P<value>\S[^\n]{0,300})?$"
)
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
    r"completed by|answered by|from",
    re.IGNORECASE,
)
_PARTY_KEY = re.compile(
    r"(?:(?:political|your|candidate['’]s) )?party(?: name| affiliation)?|affiliation|"
    r"political affiliation|"
    r"(?:name of )?(?:political )?party",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"(?:please|tell us|describe|outline|explain|list|give|write|set out|say|share|in (?:no "
    r"more|up to|under|\d))\b",
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


_LONGEST_PROMPT = 160


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
    :ivar respondent: who answers where no line of the form names anybody
    :ivar transcript: whether Q and A mark who asks and who answers
    """

    parts: tuple[Part, ...]
    fields: Mapping[int, Field]
    numbers: Mapping[int, str]
    words: Mapping[int, int]
    people: Mapping[int, Respondent] = field(factory=dict)
    replies: Mapping[int, Reply] = field(factory=dict)
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


# ---- questions


def take_questions(plan: Plan) -> None:
    """Take the numbered questions of one style; without numbers, every question that stands alone."""
    found = [
        (line, n, f"{n.style}{line.opened}")
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT and (n := numbered(line.bare))
    ]
    asking = [style for line, n, style in found if asks(plan.lines, line.index, n.words)]
    if asking:
        style = max(asking, key=asking.count)
        plain = asking.count(style) >= 2
        for line, n, own in found:
            if own == style and (
                not plain or asks(plan.lines, line.index, n.words) or is_prompt(line.bare)
            ):
                _question(plan, line, n.words, n.number)
        _closing_prompts(plan)
        return
    if not found or not _numbered_headings(
        plan, [(line, n.number, n.words) for line, n, _ in found]
    ):
        for line in plan.lines:
            if plan.parts[line.index] is Part.TEXT and _loose_question(plan, line):
                _question(plan, line, 0, None)


def _closing_prompts(plan: Plan) -> None:
    """Take prompts without a number behind numbered questions: "Anything to add?"."""
    asked = [i for i, part in enumerate(plan.parts) if part is Part.QUESTION]
    for line in plan.lines[asked[-1] + 1 if asked else len(plan.lines) :]:
        free = plan.parts[line.index] is Part.TEXT and len(line.bare) < _LONGEST_PROMPT
        ends = line.bare.rstrip("*_ ").endswith(("?", ":"))
        if (
            free
            and ends
            and is_prompt(line.bare)
            and (line.marked or is_alone(plan.lines, line.index))
        ):
            _question(plan, line, 0, None)


def asks(lines: tuple[Line, ...], index: int, words: int) -> bool:
    """Tell whether the paragraph that begins with a line asks something in its first sentences."""
    bare = lines[index].bare[words : words + 900]
    at = index
    while "?" not in bare and at + 1 < len(lines) and not lines[at + 1].gap and at - index < 6:
        at += 1
        bare += " " + lines[at].bare
    return "?" in bare[:900] or _PLEASE.match(bare) is not None


def _loose_question(plan: Plan, line: Line) -> bool:
    if not is_alone(plan.lines, line.index) and not line.marked:
        return False
    return is_question(line) or (line.marked and is_prompt(line.bare))


def _numbered_headings(plan: Plan, found: list[tuple[Line, str, int]]) -> bool:
    """Take numbered headings that stand apart, where none of them asks."""
    apart = [
        (line, number, words)
        for at, (line, number, words) in enumerate(found)
        if at + 1 == len(found) or found[at + 1][0].index > line.index + 1
    ]
    last = 0
    for line, number, words in apart:
        value = int("".join(c for c in number if c.isdigit()) or 0)
        if value == last + 1 and words < len(line.bare):
            _question(plan, line, words, number)
            last = value
    return last > 0


def _question(plan: Plan, line: Line, words: int, number: str | None) -> None:
    statement = is_prompt(line.bare[words:])
    plan.parts[line.index] = Part.STATEMENT if statement else Part.QUESTION
    plan.words[line.index] = words
    if number is not None:
        plan.numbers[line.index] = number
    behind = line.index + 1
    alone = words >= len(line.bare) and behind < len(plan.lines)
    if alone and plan.parts[behind] is Part.TEXT and not numbered(plan.lines[behind].bare):
        plan.parts[behind] = Part.MORE
        line = plan.lines[behind]
    _take_wrapped(plan, line)


def _take_wrapped(plan: Plan, line: Line) -> None:
    """Take the lines on which a question goes on that its first line does not end."""
    bare = line.bare
    for at in range(line.index + 1, min(line.index + 8, len(plan.lines))):
        behind = plan.lines[at]
        ended = bare.rstrip("*_'\"’” )").endswith(("?", ".", ":", "!"))
        if ended or behind.gap or behind.bullet or plan.parts[at] is not Part.TEXT:
            return
        if numbered(behind.bare) or not (behind.bare[:1].islower() or len(bare) > 50):
            return
        plan.parts[at] = Part.MORE
        bare = behind.bare


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


# ---- header fields


def take_headers(plan: Plan) -> None:
    """Take "Name: value" lines above the first question, and again where a name begins another form."""
    first = next((i for i, p in enumerate(plan.parts) if p is Part.QUESTION), len(plan.lines))
    again = False
    for line in plan.lines:
        if plan.parts[line.index] is not Part.TEXT:
            again = again and plan.parts[line.index] is Part.FURNITURE
            continue
        made = _field(line)
        if made is None:
            again = False
            continue
        opens = line.index < first or again or is_name_key(made.key)
        if opens and (line.index < first or _FIELD_KEYS.search(made.key)) and made.value:
            plan.parts[line.index] = Part.FIELD
            plan.fields[line.index] = made
            again = True


def _field(line: Line) -> Field | None:
    if len(line.bare) > 360:
        return None
    found = _FIELD.match(line.bare)
    if found is None or len(found["key"].split()) > 6:
        return None
    known = _FIELD_KEYS.search(found["key"]) is not None
    if not known and not line.opened:
        return None
    value = (found["value"] or "").strip("*_ ")
    start = found.start("value") if found["value"] else len(line.bare)
    return Field(key=found["key"].strip("*_ "), value=value, start=start)


def is_name_key(key: str) -> bool:
    """Tell whether a field's name is that of the person who answers."""
    return _NAME_KEY.fullmatch(key.strip()) is not None


def is_party_key(key: str) -> bool:
    """Tell whether a field's name is that of their party."""
    return _PARTY_KEY.fullmatch(key.strip()) is not None


def is_field_key(key: str) -> bool:
    """Tell whether a field's name is one that forms have beside their questions: "Ward", "E-mail"."""
    return _FIELD_KEYS.fullmatch(key.strip()) is not None


def take_titles(plan: Plan) -> None:
    """Take the lines that head a stretch of the form."""
    for line in plan.lines:
        apart = line.heading or (line.gap and is_alone(plan.lines, line.index))
        if plan.parts[line.index] is not Part.TEXT or not apart or numbered(line.bare):
            continue
        if looks_like_heading(line):
            plan.parts[line.index] = Part.TITLE
