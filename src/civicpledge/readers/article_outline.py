"""The skeleton of an article: which lines are asks, which are themes, which only announce asks."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import define, field, frozen

from civicpledge.readers.article_speakers import Speakers
from civicpledge.readers.lines import Line, is_furniture, looks_like_heading, numbered


class Role(StrEnum):
    """What a line does on the page."""

    TITLE = "title"
    FURNITURE = "furniture"
    THEME = "theme"
    PREVIEW = "preview"
    ASK = "ask"
    LABEL = "label"
    DOUBTFUL = "doubtful"
    TEXT = "text"


@frozen(kw_only=True)
class Outline:
    """
    The role of each line, and where an ask's words begin in its line's bare text.

    :ivar numbers: the printed numbers of asks by line index; :ivar words: where their titles begin
    """

    roles: tuple[Role, ...]
    numbers: Mapping[int, str]
    words: Mapping[int, int]


@define
class _Plan:
    lines: tuple[Line, ...]
    speakers: Speakers
    roles: list[Role]
    numbers: dict[int, str] = field(factory=dict)
    words: dict[int, int] = field(factory=dict)


def outline(lines: tuple[Line, ...], speakers: Speakers) -> Outline:
    """Give every line its role."""
    plan = _Plan(lines, speakers, [_first_role(line, speakers) for line in lines])
    heads = _numbered_heads(plan)
    for index, number, words in heads:
        plan.roles[index] = Role.ASK
        plan.numbers[index] = number
        plan.words[index] = words
    if not heads:
        _headed_asks(plan)
    _themes(plan)
    return Outline(roles=tuple(plan.roles), numbers=plan.numbers, words=plan.words)


def _first_role(line: Line, speakers: Speakers) -> Role:
    if is_furniture(line):
        return Role.FURNITURE
    if line.index in speakers.labels:
        return Role.LABEL
    return Role.DOUBTFUL if line.index in speakers.doubtful else Role.TEXT


_Head = tuple[int, str, int]


def _numbered_heads(plan: _Plan) -> list[_Head]:
    """Find the numbered lines that stand alone and count upwards: lists of several are not headings."""
    found = [
        (line.index, n.number, n.words)
        for line in plan.lines
        if plan.roles[line.index] is Role.TEXT
        and (n := numbered(line.bare))
        and _is_title(line, n.words)
    ]
    runs: list[list[_Head]] = []
    for head in found:
        if runs and head[0] == runs[-1][-1][0] + 1:
            runs[-1].append(head)
        else:
            runs.append([head])
    alone = [run[0] for run in runs if len(run) == 1]
    return [head for at, head in enumerate(alone) if _has_speaker(plan, alone, at)]


def _is_title(line: Line, words: int) -> bool:
    return words < len(line.bare) and len(line.bare) <= 320


def _has_speaker(plan: _Plan, heads: list[_Head], at: int) -> bool:
    end = heads[at + 1][0] if at + 1 < len(heads) else len(plan.lines)
    return Role.LABEL in plan.roles[heads[at][0] : end]


def _headed_asks(plan: _Plan) -> None:
    """Without numbers: the last heading or question before a first speaker is the ask."""


def _themes(plan: _Plan) -> None:
    """Between two asks' answers: the first heading is the theme, the others announce asks."""
    asks = [i for i, role in enumerate(plan.roles) if role is Role.ASK]
    before = 0
    for ask in asks:
        last = max(
            (i for i in range(before, ask) if plan.roles[i] in (Role.LABEL, Role.ASK)),
            default=before - 1,
        )
        heads = [
            i
            for i in range(last + 1, ask)
            if plan.roles[i] is Role.TEXT
            and looks_like_heading(plan.lines[i])
            and _is_alone(plan, i)
        ]
        if heads and last >= 0 and before > 0:
            plan.roles[heads[0]] = Role.THEME
            for i in heads[1:]:
                plan.roles[i] = Role.PREVIEW
        elif heads:
            _first_block(plan, heads)
        before = ask + 1


def _first_block(plan: _Plan, heads: list[int]) -> None:
    """Before the first ask: the headings of the last cluster are a theme and its previews."""
    cluster = [heads[-1]]
    for i in reversed(heads[:-1]):
        if cluster[0] - i > 2:
            break
        cluster.insert(0, i)
    plan.roles[cluster[0]] = Role.THEME
    for i in cluster[1:]:
        plan.roles[i] = Role.PREVIEW
    for i in heads:
        if i < cluster[0]:
            plan.roles[i] = Role.TITLE


def _is_alone(plan: _Plan, index: int) -> bool:
    line = plan.lines[index]
    behind = plan.lines[index + 1].gap if index + 1 < len(plan.lines) else True
    return line.marked or (line.gap and behind)
