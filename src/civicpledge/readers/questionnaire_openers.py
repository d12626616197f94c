"""The names that stand over the forms of several people."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from attrs import evolve

from civicpledge.readers.label_parts import without_incumbency
from civicpledge.readers.labels import label_of
from civicpledge.readers.lines import Line
from civicpledge.readers.name_forms import is_name, is_party, solid_words
from civicpledge.readers.page_words import says_no_answer
from civicpledge.readers.questionnaire_form import Part, Plan, Reply, folded
from civicpledge.readers.questionnaire_people import Respondent
from civicpledge.readers.questionnaire_replies import (
    REPLY,
    bare_numbers,
    listed_questions,
    replies_below,
    take_replies,
)

_MOST_FIELDS = 8
_LONGEST_FIELD = 120
_FEW = 2
_FIELD = re.compile(r"[^\W\d_][^:?.!\n]{1,40}: ?\S.{0,100}|\(?[\w.+-]{1,60}@[\w.-]{1,60}\)?")
_SURNAME_FIRST = re.compile(
    r"(?P<last>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{1,30}), (?P<first>[A-ZÀ-Þ][^\W\d_]{1,20})"
)


def take_openers(plan: Plan) -> None:
    """Take the names that stand over forms of which each has the same questions, or their numbers."""
    _take_askers(plan)
    again = Counter(folded(plan, i) for i, part in enumerate(plan.parts) if part is Part.QUESTION)
    listed = listed_questions(plan)
    opened: dict[int, tuple[Respondent, int]] = {}
    silent: dict[int, Respondent] = {}
    for line in plan.lines:
        who = _heads(plan, line)
        if who is None:
            continue
        below = _below(plan, line.index)
        if below < len(plan.lines) and _opens(plan, below, again, listed):
            opened[line.index] = (who, below)
        elif line.index + 1 < len(plan.lines) and _is_silent(plan, line.index):
            silent[line.index] = who
    sections = _sections(plan, opened)
    opened = {i: pair for i, pair in opened.items() if pair[0].name not in sections}
    if len({who.name for who, _ in opened.values()}) < _FEW:
        opened = _over_lives(plan, sections)
    if not opened:
        return
    for index, (who, below) in opened.items():
        _take_opener(plan, index, who, below)
    for index, who in silent.items():
        _take_opener(plan, index, who, index + 1)
    if listed:
        take_replies(plan, replies_below(plan, sorted(opened), listed))
    _take_counted(plan, opened)


def _take_askers(plan: Plan) -> None:
    """Take "The Echo:" alone above questions, where it comes again, for who asks them all."""
    asking = [
        line
        for line, part in zip(plan.lines, plan.parts[1:], strict=False)
        if part is Part.QUESTION and line.bare.endswith(":") and plan.parts[line.index] is Part.TEXT
    ]
    again = Counter(line.bare for line in asking if len(line.bare) < _LONGEST_ASKER)
    for line in asking:
        if again[line.bare] > 1:
            plan.parts[line.index] = Part.FURNITURE


_LONGEST_ASKER = 40


def _take_counted(plan: Plan, opened: Mapping[int, tuple[Respondent, int]]) -> None:
    """Take one more person, of the others' make, whose answers stand below bare numbers: "Question 2"."""
    numbers: set[str] = set()
    makes = {plan.lines[index].opened for index in opened}
    who: tuple[int, Respondent] | None = None
    for line in plan.lines:
        numbers |= {plan.numbers[line.index]} if line.index in plan.numbers else set()
        if plan.parts[line.index] in (Part.QUESTION, Part.PERSON):
            who = None
        named = _heads(plan, line) if line.opened in makes else None
        if named is not None:
            who = line.index, named
        counted = bare_numbers(line.bare) if plan.parts[line.index] is Part.TEXT else ()
        if who is None or not counted or not numbers.issuperset(counted):
            continue
        if who[0] not in plan.people:
            _take_opener(plan, *who, _below(plan, who[0]))
        take_replies(plan, {line.index: Reply(numbers=counted, words=len(line.bare))})


def _heads(plan: Plan, line: Line) -> Respondent | None:
    """Read a line that is a full name and nothing else, but for a party."""
    if plan.parts[line.index] not in (Part.TEXT, Part.MORE) or len(line.bare) > _LONGEST_FIELD:
        return None
    behind = plan.lines[line.index - 1] if line.index else None
    ruled = behind is not None and plan.parts[behind.index] is Part.FURNITURE
    if not (line.gap or line.heading or ruled or behind is None):
        return None
    bare = without_incumbency(line.bare.strip("*_ :"))
    head, _, tail = bare.partition(" - " if " - " in bare else " (")
    turned = _SURNAME_FIRST.fullmatch(head)
    told = tail.strip(" )")
    if turned is not None and is_name(f"{turned['first'].title()} {turned['last'].title()}"):
        if is_party(head) or (told and not is_party(told)):
            return None
        end = line.bare_start + len(head)
        return Respondent(name=head, party=told or None, start=line.bare_start, end=end)
    label = label_of(bare)
    whole = label if label is not None and label.end >= len(bare) and not label.also else None
    name = whole.name if whole is not None else bare if is_name(bare) else None
    if name is None or len(solid_words(name)) < _FEW or is_party(name):
        return None
    start = line.bare_start + line.bare.index(name)
    party = whole.party if whole is not None else None
    return Respondent(name=name, party=party, start=start, end=start + len(name))


def _below(plan: Plan, index: int) -> int:
    """Step over the fields and the party below a name."""
    at = index + 1
    while at < len(plan.lines) and at <= index + _MOST_FIELDS:
        line, part = plan.lines[at], plan.parts[at]
        told = _FIELD.fullmatch(line.bare) or _is_party_below(plan, index, at)
        if part is not Part.FURNITURE and (
            part is not Part.TEXT or not told or REPLY.match(line.bare)
        ):
            break
        at += 1
    return at


def _is_party_below(plan: Plan, name: int, at: int) -> bool:
    """Tell whether a line is a party, or stands between a name and its fields as one does."""
    line = plan.lines[at]
    if is_party(line.bare.split(",")[0]):
        return True
    fields = at + 1 < len(plan.lines) and _FIELD.fullmatch(plan.lines[at + 1].bare)
    few = len(line.bare.split()) <= _FEW + 1 and line.bare[:1].isupper() and line.bare[-1].isalpha()
    return at == name + 1 and not line.gap and few and bool(fields)


def _opens(plan: Plan, at: int, again: "Counter[str]", listed: dict[str, int]) -> bool:
    """Tell whether a form begins at a line: a question that comes again, or the number of one."""
    if plan.parts[at] is Part.QUESTION:
        return again[folded(plan, at)] > 1
    found = REPLY.match(plan.lines[at].bare) if plan.parts[at] is Part.TEXT else None
    return found is not None and found["first"] in listed and at > max(listed.values())


def _is_silent(plan: Plan, index: int) -> bool:
    """Tell whether a line below a name, or below the fields there, says that there is no answer."""
    near = {index + 1, min(_below(plan, index), len(plan.lines) - 1)}
    return any(plan.parts[at] is Part.TEXT and says_no_answer(plan.lines[at].bare) for at in near)


def _take_opener(plan: Plan, index: int, who: Respondent, below: int) -> None:
    party = who.party
    for at in range(index + 1, below):
        line = plan.lines[at]
        if plan.parts[at] is not Part.TEXT:
            continue
        key, _, value = line.bare.partition(":")
        if not value and party is None and _is_party_below(plan, index, at):
            party = line.bare.split(",")[0]
        elif "party" in key.casefold() and is_party(value.strip()):
            party = value.strip()
        plan.parts[at] = Part.DETAIL
    plan.parts[index] = Part.PERSON
    plan.people[index] = evolve(who, party=party)


def _sections(plan: Plan, opened: Mapping[int, tuple[Respondent, int]]) -> set[str]:
    """Give what only looks like a name: nobody is asked the same question twice, "CITY ISSUES" is."""
    over = Counter(
        (who.name, folded(plan, below))
        for who, below in opened.values()
        if plan.parts[below] is Part.QUESTION
    )
    return {name for (name, _), count in over.items() if count > 1}


def _over_lives(plan: Plan, sections: set[str]) -> dict[int, tuple[Respondent, int]]:
    """
    Find the names over what is told of a person before their form: each first question has one above.

    Above the first of all, those of the silent may stand: the nearest is taken.
    """
    asked = [i for i, part in enumerate(plan.parts) if part is Part.QUESTION]
    first = [i for i in asked if folded(plan, i) == folded(plan, asked[0])]
    opened: dict[int, tuple[Respondent, int]] = {}
    for index in first:
        above = asked[bisect_left(asked, index) - 1] + 1 if index != asked[0] else 0
        heads = [
            (at, who)
            for at in range(above, index)
            if (who := _heads(plan, plan.lines[at]))
            and who.name not in sections
            and not _is_silent(plan, at)
        ]
        if not heads or (len(heads) > 1 and above):
            return {}
        at, who = heads[-1]
        opened[at] = (who, _below(plan, at))
    if len({who.name for who, _ in opened.values()}) < _FEW:
        return {}
    for (_, below), index in zip(opened.values(), first, strict=True):
        for at in range(below, index):
            if plan.parts[at] is Part.TEXT:
                plan.parts[at] = Part.APART
    return opened
