"""Pages with a section for each speaker: the asks repeated, or their numbers, or their topics."""

import re
from collections import Counter, defaultdict

from attrs import evolve

from civicpledge.readers.article_plan import (
    Head,
    Plan,
    Role,
    asks_alone,
    heads_alone,
    is_empty_label,
)
from civicpledge.readers.lines import Line, is_question
from civicpledge.readers.numbering import numbered

_LONGEST_TOPIC = 60


def _openers(plan: Plan) -> list[int]:
    """Give the labels that have no words beside them."""
    kinds = (Role.LABEL, Role.STANDING)
    labels = plan.speakers.labels
    return [i for i in labels if plan.roles[i] in kinds and is_empty_label(plan, i)]


def by_candidate(plan: Plan) -> bool:
    """
    Find pages on which each speaker's name stands over all their answers, the asks between.

    The asks come again, or everybody is asked something else.
    """
    openers = _openers(plan)
    below = [_below(plan, i) for i in openers]
    firsts = [_folded(plan.lines[i]) for i in below if _may_head(plan, i)]
    if len(openers) < 2 or len(firsts) < 2:
        return False
    own = all(i < len(plan.lines) and is_question(plan.lines[i]) for i in below)
    if len(set(firsts)) * 2 > len(firsts) and not own:
        return False
    heads = [i for i in range(min(openers), len(plan.lines)) if _may_head(plan, i)]
    counts = Counter(_folded(plan.lines[i]) for i in heads)
    for i in openers:
        plan.roles[i] = Role.LABEL
    for i in heads:
        if counts[_folded(plan.lines[i])] >= 2 or (own and asks_alone(plan, i)):
            found = numbered(plan.lines[i].bare)
            plan.ask(i, found.number if found else None, found.words if found else 0)
    return True


def _below(plan: Plan, index: int) -> int:
    """Give the line below a speaker's, and below the party or the role beneath it."""
    behind = index + 1
    return behind + (behind < len(plan.lines) and plan.roles[behind] is Role.PARTY)


def _may_head(plan: Plan, index: int) -> bool:
    if index >= len(plan.lines) or plan.roles[index] is not Role.TEXT:
        return False
    line = plan.lines[index]
    return numbered(line.bare) is not None or is_question(line) or heads_alone(plan, index)


def _folded(line: Line) -> str:
    return " ".join(line.bare.casefold().split())[:400]


def by_number(plan: Plan) -> bool:
    """Find pages that list the asks once, and below each speaker's name only the numbers answered."""
    openers = _openers(plan)
    listed = _listed(plan, min(openers, default=0))
    if len(openers) < 2 or len(listed) < 2:
        return False
    replies = {
        i: head
        for start, end in zip(openers, [*openers[1:], len(plan.lines)], strict=True)
        for i, head in _counted(plan, start + 1, end, len(listed)).items()
    }
    answered = {max(o for o in openers if o < i) for i in replies}
    if len(answered) < 2:
        return False
    asked = {_value(head): plan.lines[i].bare[head.words :] for i, head in listed.items()}
    replies = {i: _past_topic(plan.lines[i], h, asked[_value(h)]) for i, h in replies.items()}
    for i, head in listed.items():
        plan.ask(i, head.number, head.words)
    _take(plan, openers, replies)
    return True


def _past_topic(line: Line, head: Head, asked: str) -> Head:
    """Step over the topic of an ask ("1. Funding: spend ...") that is said again before the answer."""
    topic = asked.partition(":")[0].strip("*_ ") if ":" in asked else ""
    again = rf"[*_]{{0,3}}{re.escape(topic)}[*_]{{0,3}}:[*_]{{0,3}} {{0,3}}(?=\S)"
    found = re.match(again, line.bare[head.words :], re.IGNORECASE) if topic else None
    return evolve(head, words=head.words + found.end()) if found else head


def _take(plan: Plan, openers: list[int], replies: dict[int, Head]) -> None:
    for i in openers:
        plan.roles[i] = Role.LABEL
    for i, head in replies.items():
        plan.roles[i] = Role.REPLY
        plan.replies[i] = head


def _listed(plan: Plan, end: int) -> dict[int, Head]:
    """Give the last list before *end* that counts from one."""
    found: dict[int, Head] = {}
    for i in range(end):
        head = _numbered(plan, i)
        if head is not None and head.words < len(plan.lines[i].bare):
            value = _value(head)
            found = (
                {i: head}
                if value == 1
                else {**found, i: head}
                if value == len(found) + 1
                else found
            )
    return found


def _counted(plan: Plan, start: int, end: int, most: int) -> dict[int, Head]:
    """
    Give the numbered lines of a section, as long as they count upwards within the asks.

    Where a number comes twice, an answer holds a list of its own; only paragraphs of their own count then.
    """
    heads = {i: head for i in range(start, end) if (head := _numbered(plan, i)) is not None}
    if len({_value(head) for head in heads.values()}) < len(heads):
        heads = {i: head for i, head in heads.items() if plan.lines[i].gap}
    found: dict[int, Head] = {}
    last = 0
    for i, head in heads.items():
        if last < _value(head) <= most:
            found[i] = head
            last = _value(head)
    return found


def _numbered(plan: Plan, index: int) -> Head | None:
    if plan.roles[index] is not Role.TEXT:
        return None
    found = numbered(plan.lines[index].bare)
    return (
        Head(number=found.number, words=found.words) if found and found.number.isdigit() else None
    )


def _value(head: Head) -> int:
    return int(head.number or 0)


def by_topic(plan: Plan) -> bool:
    """
    Find pages with items or paragraphs below each speaker's name that begin with the same topics.

    Where the page lists the asks above, and each topic's words are those of just one of them, they are its.
    """
    openers = _openers(plan)
    if len(openers) < 2:
        return False
    sections: defaultdict[str, set[int]] = defaultdict(set)
    items: dict[int, tuple[str, Head]] = {}
    for start, end in zip(openers, [*openers[1:], len(plan.lines)], strict=True):
        for i in range(start + 1, end):
            head = _topic(plan, i)
            if head is not None:
                items[i] = (head.number or "", head)
                sections[head.number or ""].add(start)
    shared = {topic for topic, found in sections.items() if len(found) * 2 >= len(openers)}
    shared = {topic for topic in shared if len(sections[topic]) >= 2}
    if len(shared) < 2:
        return False
    listed = _told_apart(plan, _listed(plan, min(openers)), shared)
    for i, head in listed.values():
        plan.ask(i, head.number, head.words)
    numbers = {topic: head.number for topic, (_, head) in listed.items()}
    replies = {
        i: evolve(head, number=numbers.get(topic, topic))
        for i, (topic, head) in items.items()
        if topic in shared
    }
    _take(plan, openers, replies)
    return True


def _told_apart(
    plan: Plan, listed: dict[int, Head], topics: set[str]
) -> dict[str, tuple[int, Head]]:
    """Give the listed ask of each topic, if there is one for each and none for two."""
    found = {}
    for topic in topics:
        own = [i for i in listed if topic in _folded(plan.lines[i])]
        if len(own) != 1:
            return {}
        found[topic] = (own[0], listed[own[0]])
    return found if len({i for i, _ in found.values()}) == len(listed) else {}


def _topic(plan: Plan, index: int) -> Head | None:
    """Read "• Water: ..." or "**Water:** ..."; its topic takes the number's place."""
    line = plan.lines[index]
    label = plan.speakers.labels.get(index)
    roles = (Role.TEXT, Role.LABEL, Role.DOUBTFUL)
    if plan.roles[index] not in roles or not (line.bullet or (line.gap and line.opened == "**")):
        return None
    if label is not None and (label.strong or label.name in plan.speakers.known):
        return None
    at = line.bare.find(":", 0, _LONGEST_TOPIC)
    if at < 2 or not line.bare[at + 1 :].strip("*_ "):
        return None
    topic = line.bare[:at].strip("*_ ")
    behind = len(line.bare) - len(line.bare[at + 1 :].lstrip("*_ "))
    return Head(number=" ".join(topic.casefold().split()), words=behind)
