"""Asks on a page where nobody's name stands beside words: questions alone, and the items of a list."""

import re
from collections.abc import Iterator

from civicpledge.readers.article_plan import Plan, Role
from civicpledge.readers.lines import Line, has_question, is_alone, is_question, opens_quotation
from civicpledge.readers.numbering import numbered
from civicpledge.readers.statements import demand_in

_LEADS = re.compile(
    r"\b(?:asked|asks|demands|calls? (?:on|for)|will you|would you)\b[^.?!\n]{0,80}:$",
    re.IGNORECASE,
)
_FEWEST = 2


def loose_asks(plan: Plan, *, labelled: bool) -> None:
    """Take, without speakers, every question and every demand that stands alone, and lists of asks."""
    if labelled:
        return
    for line in plan.lines:
        if plan.roles[line.index] is not Role.TEXT or not is_alone(plan.lines, line.index):
            continue
        if opens_quotation(line.bare):
            continue
        if is_question(line) or has_question(line.bare) or demand_in(line.bare):
            plan.ask(line.index)
    for items in _lists(plan):
        for line in items:
            head = numbered(line.bare)
            plan.ask(line.index, head.number if head else None, head.words if head else 0)
        plan.joint.update(line.index for line in items[:-1])


def _lists(plan: Plan) -> Iterator[list[Line]]:
    """Give the items of each list that a line like "All were asked: will you:" leads to."""
    for line in plan.lines:
        if _is_listed(line) or not _LEADS.search(line.bare[-200:]):
            continue
        end = line.index + 1
        while end < len(plan.lines) and _is_item(plan, plan.lines[end]):
            end += 1
        if end - line.index > _FEWEST:
            yield list(plan.lines[line.index + 1 : end])


def _is_item(plan: Plan, line: Line) -> bool:
    return plan.roles[line.index] is Role.TEXT and _is_listed(line)


def _is_listed(line: Line) -> bool:
    return line.bullet or numbered(line.bare) is not None
