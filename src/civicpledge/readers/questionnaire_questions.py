"""The lines of a form that ask, and those that give its fields or head a stretch of it."""

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from attrs import evolve

from civicpledge.readers.lines import Line, is_alone, is_question, lines_of, looks_like_heading
from civicpledge.readers.numbering import Numbered, numbered
from civicpledge.readers.questionnaire_form import (
    Field,
    Part,
    Plan,
    folded,
    has_field_key,
    is_name_key,
    is_prompt,
)

_FIELD = re.compile(
    r"(?P<key>[^\W\d_][^:?.!\n]{1,48}?)[*_ \t]{0,4}:[*_ \t]{0,4}(?P<value>\S[^\n]{0,300})?$"
)
_PLEASE = re.compile(
    r"(?:please|tell us|describe|outline|explain|list|give|write|set out|say|share|in (?:no "
    r"more|up to|under|\d))\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?<=[.?!…\"'”’)])[ \t]{1,3}(?=\(?(?:q|question)?[ \t]?\d{1,2}[.):])", re.IGNORECASE
)
_LETTERED = re.compile(r"\(?(?P<letter>[a-hA-H])[.)]\)?[ \t]{1,4}(?=\S)")
_LETTER = "letter"
_LONGEST_PROMPT = 160


# ---- questions


def form_lines(text: str) -> tuple[Line, ...]:
    r"""
    Give the lines of a form, where a line that goes on counting is a line a number.

    >>> [line.bare for line in form_lines("1. Will you mend it? Yes. 2. Will you light it? No.")]
    ['1. Will you mend it? Yes.', '2. Will you light it? No.']
    """
    lines: list[Line] = []
    for line in lines_of(text):
        cuts = [0, *_counted(line), len(line.bare)]
        for a, b in pairwise(cuts):
            start, end = line.bare_start + a, line.bare_start + len(line.bare[:b].rstrip())
            lines.append(
                evolve(
                    line,
                    index=len(lines),
                    start=start if a else line.start,
                    end=end if b < len(line.bare) else line.end,
                    bare_start=start,
                    bare_end=end if b < len(line.bare) else line.bare_end,
                    bare=text[start:end] if len(cuts) > 2 else line.bare,
                    gap=line.gap and not a,
                )
            )
    return tuple(lines)


def _counted(line: Line) -> list[int]:
    """Find where a line that begins with a number goes on to the next one, printed alike."""
    first = numbered(line.bare)
    if first is None or line.marked or not first.number.isdigit():
        return []
    cuts, number = [], int(first.number)
    for found in _NEXT.finditer(line.bare):
        behind = numbered(line.bare[found.end() : found.end() + _LONGEST_PROMPT])
        if behind and (behind.number, behind.style) == (str(number + 1), first.style):
            cuts.append(found.end())
            number += 1
    return cuts


def take_questions(plan: Plan) -> None:
    """Take the numbered questions of one style; without numbers, every question that stands alone."""
    if _marked_questions(plan):
        return
    found = [
        (line, n, f"{n.style}{line.opened}")
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT and (n := numbered(line.bare))
    ]
    asking = [style for line, n, style in found if asks(plan.lines, line.index, n.words)]
    if asking:
        style = max(asking, key=asking.count)
        own = [(line, n) for line, n, its in found if its == style]
        many = asking.count(style) >= 2
        told = [pair for pair in own if not many or _asks_or_prompts(plan, *pair)]
        _numbered_questions(plan, _with_gaps_filled(told, own))
        _asked_otherwise(plan)
        _closing_prompts(plan)
        return
    if _lettered_list(plan):
        return
    if not found or not _numbered_headings(
        plan, [(line, n.number, n.words) for line, n, _ in found]
    ):
        bidding = Counter(line.bare for line in plan.lines if _bids(line))
        for line in plan.lines:
            again = bidding[line.bare] > 1
            if plan.parts[line.index] is Part.TEXT and (again or _loose_question(plan, line)):
                _question(plan, line, 0, None)


MARK = re.compile(r"(?P<mark>q|a|question|answer)[.:][ \t]{1,4}(?=\S)", re.IGNORECASE)
"""What stands before a question, "Q: ", or before an answer, "A: "."""


def _marked_questions(plan: Plan) -> bool:
    """Take "Q: Will you ...?", where it comes again; what answers has no mark."""
    marks = {
        line: found.end()
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT
        and (found := MARK.match(line.bare))
        and found["mark"][0] in "Qq"
        and line.bare.endswith("?")
    }
    if len(marks) < _FEWEST_MARKED:
        return False
    for line, words in marks.items():
        _question(plan, line, words, None)
    return True


_FEWEST_MARKED = 2


def _bids(line: Line) -> bool:
    """Tell whether a line bids somebody write: "Please outline your key policy"; it has to come again."""
    return line.gap and len(line.bare) < _LONGEST_PROMPT and _PLEASE.match(line.bare) is not None


def _asks_or_prompts(plan: Plan, line: Line, found: Numbered) -> bool:
    return asks(plan.lines, line.index, found.words) or is_prompt(line.bare)


def _with_gaps_filled(
    told: list[tuple[Line, Numbered]], own: list[tuple[Line, Numbered]]
) -> list[tuple[Line, Numbered]]:
    """Take the numbers between two questions that count from the one to the other: "4. Name a pledge"."""
    filled = told[:1]
    places = [line.index for line, _ in own]
    for (line, found), (behind, following) in pairwise(told):
        a, b = bisect_left(places, line.index) + 1, bisect_left(places, behind.index)
        first, last = found.number, following.number
        if first.isdigit() and last.isdigit() and b - a == int(last) - int(first) - 1:
            counted = [str(n) for n in range(int(first) + 1, int(last))]
            filled += own[a:b] if [n.number for _, n in own[a:b]] == counted else []
        filled.append((behind, following))
    return filled


def _numbered_questions(plan: Plan, told: list[tuple[Line, Numbered]]) -> None:
    """Take questions as they are counted, and what is lettered and answered below them."""
    lettered = _lettered(plan)
    first = {line.index for line, found in lettered if found.number == "a"}
    plain = {found.number for line, found in told if not _answers_itself(line.bare)}
    number = ""
    for line, found in sorted((*told, *lettered), key=lambda pair: pair[0].index):
        if found.style == _LETTER:
            _question(plan, line, found.words, number + found.number)
        elif line.index + 1 in first and "?" not in line.bare:
            number, plan.parts[line.index] = found.number, Part.TITLE
        elif found.number not in plain or not _answers_itself(line.bare):
            number = found.number
            _question(plan, line, found.words, number)


def _answers_itself(words: str) -> bool:
    """Tell whether words follow the last question of a line: "Who pays? The county."."""
    behind = words.rpartition("?")[2].strip("*_'\"’” ")
    return "?" in words and behind[:1].isalpha()


def _lettered(plan: Plan) -> list[tuple[Line, Numbered]]:
    """Find the lettered questions that are answered one by one: "a) Will you mend it?"."""
    found = [
        (line, Numbered(number=mark["letter"].lower(), words=mark.end(), style=_LETTER))
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT
        and (mark := _LETTERED.match(line.bare))
        and is_question(line, mark.end())
    ]
    own = {line.index for line, _ in found}
    answered = [
        line.index
        for line, _ in found
        if line.index + 1 < len(plan.lines)
        and line.index + 1 not in own
        and numbered(plan.lines[line.index + 1].bare) is None
    ]
    return found if len(answered) * 4 >= len(found) * 3 else []


def _lettered_list(plan: Plan) -> bool:
    """Take questions that are lettered from a on, where none is numbered, and those that come again."""
    found = {
        line: mark
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT
        and (mark := _LETTERED.match(line.bare))
        and is_question(line, mark.end())
    }
    letters = list(dict.fromkeys(mark["letter"].lower() for mark in found.values()))
    if len(letters) < _FEW or letters != list("abcdefgh"[: len(letters)]):
        return False
    for line, mark in found.items():
        _question(plan, line, mark.end(), mark["letter"].lower())
    return True


_FEW = 2


def _asked_otherwise(plan: Plan) -> None:
    """Take the questions that come again with their number printed otherwise, or without it."""
    asked = [i for i, part in enumerate(plan.parts) if part is Part.QUESTION and i in plan.numbers]
    known = {folded(plan, i): plan.numbers[i] for i in reversed(asked)}
    for line in plan.lines:
        if plan.parts[line.index] is not Part.TEXT or not line.gap:
            continue
        found = numbered(line.bare)
        words = found.words if found else 0
        number = known.get(" ".join(line.bare[words:].casefold().split())[:300])
        if number is not None and (found is None or found.number == number):
            _question(plan, line, words, number)


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
        if numbered(lines[at].bare) is not None:
            break
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
        if _LETTERED.match(behind.bare) and is_question(behind, 3):
            return
        if numbered(behind.bare) or not (behind.bare[:1].islower() or len(bare) > 50):
            return
        plan.parts[at] = Part.MORE
        bare = behind.bare


# ---- header fields


def take_headers(plan: Plan) -> None:
    """Take "Name: value" lines above the first question, and again where a name begins another form."""
    asked = [i for i, part in enumerate(plan.parts) if part is Part.QUESTION]
    words = {i: folded(plan, i) for i in asked}
    first = {word: i for i, word in reversed(words.items())}
    for block in _blocks_of_fields(plan):
        behind = bisect_left(asked, block[0][0].index)
        anew = behind == len(asked) or first[words[asked[behind]]] < asked[behind]
        if behind and not (anew and _names_apart(plan, block)):
            continue
        for line, made in block:
            known = not behind or has_field_key(made.key)
            if known and (made.value or is_name_key(made.key)):
                plan.parts[line.index] = Part.FIELD
                plan.fields[line.index] = made


def _blocks_of_fields(plan: Plan) -> list[list[tuple[Line, Field]]]:
    """Gather the lines that have the form of a field and follow each other."""
    blocks: list[list[tuple[Line, Field]]] = []
    last = None
    for line in plan.lines:
        if plan.parts[line.index] is Part.FURNITURE:
            continue
        made = _field(line) if plan.parts[line.index] is Part.TEXT else None
        if made is not None and last is not None:
            blocks[-1].append((line, made))
        elif made is not None:
            blocks.append([(line, made)])
        last = made
    return blocks


def _names_apart(plan: Plan, block: list[tuple[Line, Field]]) -> bool:
    """Tell whether fields have a name and stand apart from what is above them."""
    start = block[0][0]
    apart = start.gap or start.heading or plan.parts[start.index - 1] is not Part.TEXT
    return apart and any(is_name_key(made.key) for _, made in block)


def _field(line: Line) -> Field | None:
    if len(line.bare) > 360:
        return None
    found = _FIELD.match(line.bare)
    if found is None or len(found["key"].split()) > 6:
        return None
    known = has_field_key(found["key"])
    if not known and not line.opened:
        return None
    value = (found["value"] or "").strip("*_ ")
    start = found.start("value") if found["value"] else len(line.bare)
    return Field(key=found["key"].strip("*_ "), value=value, start=start)


def take_titles(plan: Plan) -> None:
    """Take the lines that head a stretch of the form."""
    for line in plan.lines:
        apart = line.heading or (line.gap and is_alone(plan.lines, line.index))
        if plan.parts[line.index] is not Part.TEXT or not apart or numbered(line.bare):
            continue
        if not line.marked and _field(line) is not None:
            continue
        if looks_like_heading(line):
            plan.parts[line.index] = Part.TITLE
