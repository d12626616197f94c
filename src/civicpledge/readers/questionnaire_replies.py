"""Answers that bear the numbers of the questions that a list above them asks."""

import re
from collections.abc import Mapping, Sequence

from civicpledge.readers.questionnaire_form import Part, Plan, Reply, is_name_key

_FEW = 2
REPLY = re.compile(
    r"(?P<style>(?:on|as for|as to) (?:your )?(?:question |number |point |q)?|(?:answer|response|reply"
    r"|question|[aq]) ?|\(?)(?P<first>\d{1,2}|(?<![a-z] )[a-h](?=[).]))"
    r"(?: ?(?:&|,|\+|and|/) ?(?:answer |[aq] ?)?(?P<second>\d{1,2}))?\\?"
    r"(?P<end>[).:]{1,2}| [-–—]|(?<=[aq]\d)(?=\t| {2})|,)[ \t]{1,8}(?=\S)",
    re.IGNORECASE,
)
"""A line that begins with the number of a question, or of two."""


_BARE = re.compile(
    r"(?:answers?|asks?|questions?|q)(?: to)?(?: (?:questions?|no\.?))? ?"
    r"(?P<numbers>\d{1,2}(?: ?(?:,|&|and|\+) ?\d{1,2}){0,5})[.:]?",
    re.IGNORECASE,
)


def bare_numbers(bare: str) -> tuple[str, ...]:
    """
    Give the numbers on a line that holds nothing but those of questions.

    >>> bare_numbers("Questions 1 and 4"), bare_numbers("Question 2: yes")
    (('1', '4'), ())
    """
    found = _BARE.fullmatch(bare)
    return tuple(re.findall(r"\d+", found["numbers"])) if found else ()


def listed_questions(plan: Plan) -> dict[str, int]:
    """Give the questions of a list that nothing stands between, by their numbers."""
    found: dict[str, int] = {}
    for index, part in enumerate(plan.parts):
        if part is Part.QUESTION and index in plan.numbers:
            if plan.numbers[index] in found:
                return {}
            found[plan.numbers[index]] = index
        elif found and part not in (Part.MORE, Part.FURNITURE):
            break
    return found if len(found) >= _FEW else {}


def take_replies_of_one(plan: Plan) -> None:
    """Take the numbers below a list of questions where one person answers, or fields name each who does."""
    listed = listed_questions(plan)
    if not listed or plan.people:
        return
    end = max(listed.values())
    named = [i for i, made in plan.fields.items() if i > end and is_name_key(made.key)]
    replies = replies_below(plan, named or [end], listed)
    numbers = [reply.numbers[0] for _, reply in sorted(replies.items())]
    if numbers[:1] == list(listed)[:1] and len(set(numbers)) * 2 >= len(listed):
        take_replies(plan, replies)


def take_replies(plan: Plan, replies: Mapping[int, Reply]) -> None:
    """Mark the lines that begin a reply."""
    for index, reply in replies.items():
        plan.parts[index] = Part.REPLY
        plan.replies[index] = reply


def replies_below(plan: Plan, opened: Sequence[int], listed: Mapping[str, int]) -> dict[int, Reply]:
    """Give the numbers below each name that go up, all printed alike; "Q4." and "On 4," may go down."""
    replies: dict[int, Reply] = {}
    ends = (*opened[1:], len(plan.lines))
    for start, end in zip(opened, ends, strict=True):
        style, last = None, 0
        seen: set[str] = set()
        for line in plan.lines[start + 1 : end]:
            if plan.parts[line.index] is Part.PERSON:
                style, last, seen = None, 0, set()
            found = REPLY.match(line.bare) if plan.parts[line.index] is Part.TEXT else None
            if found is None:
                continue
            first = found["first"].casefold()
            if first not in listed or first in seen:
                continue
            own = f"{found['style'].casefold().strip()}{found['end']}"
            named = found["style"].strip(" (").isalpha() or " " in found["style"].strip()
            if not named and (_value(first) <= last or found["end"] == ","):
                continue
            if style not in (None, own):
                continue
            style, last = own, _value(found["second"] or first)
            seen.add(first)
            numbers = tuple(n for n in (first, found["second"]) if n in listed)
            replies[line.index] = Reply(numbers=numbers, words=found.end())
    return replies


def _value(number: str) -> int:
    """Give where a number, or a letter, stands in its order."""
    return int(number) if number.isdigit() else ord(number)


_COUNT = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
_TAKES_BOTH = re.compile(
    rf"(?:[\w’',]{{1,12}} ){{0,2}}?(?:both(?! of)\b|these two\b"
    rf"|(?:questions? )?{_COUNT} (?:and|&) {_COUNT}\b)",
    re.IGNORECASE,
)


def takes_both(words: str) -> bool:
    """
    Tell whether words say as they begin that they answer the two questions above them.

    >>> takes_both("Three and four have one cure."), takes_both("Yes, both of my sons swim.")
    (True, False)
    """
    return _TAKES_BOTH.match(words) is not None
