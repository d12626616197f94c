"""The skeleton of an article: which lines are asks, which are themes, which only announce asks."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from attrs import define, field, frozen

from civicpledge.readers.article_speakers import Speakers
from civicpledge.readers.labels import Label, name_words
from civicpledge.readers.lines import (
    NUMBER_WORDS,
    Line,
    closes_quotation,
    has_question,
    is_alone,
    is_furniture,
    is_question,
    looks_like_heading,
    numbered,
    opens_quotation,
    words_of,
)
from civicpledge.readers.statements import demand_in, group_statement, remit_statement


class Role(StrEnum):
    """What a line does on the page."""

    TITLE = "title"
    FURNITURE = "furniture"
    THEME = "theme"
    PREVIEW = "preview"
    ASK = "ask"
    LABEL = "label"
    TAIL = "tail"
    DOUBTFUL = "doubtful"
    STANDING = "standing"
    HEADING = "heading"
    TEXT = "text"


@frozen(kw_only=True)
class Head:
    """An ask's line: its printed number, and where its words begin in the line's bare text."""

    number: str | None = None
    words: int = 0


@frozen(kw_only=True)
class Outline:
    """
    The role of each line, and the heads of the asks by line index.

    :ivar labelled: whether any speaker is named beside words
    :ivar sections: whether each speaker's answers stand together, the asks repeated for each
    """

    roles: tuple[Role, ...]
    heads: Mapping[int, Head]
    labelled: bool
    sections: bool = False


@define
class _Plan:
    lines: tuple[Line, ...]
    speakers: Speakers
    roles: list[Role]
    heads: dict[int, Head] = field(factory=dict)

    def ask(self, index: int, number: str | None = None, words: int = 0) -> None:
        self.roles[index] = Role.ASK
        self.heads[index] = Head(number=number, words=words)


_SPEAKING = (Role.LABEL, Role.TAIL)


def outline(lines: tuple[Line, ...], speakers: Speakers) -> Outline:
    """Give every line its role."""
    plan = _Plan(lines, speakers, [_first_role(line, speakers) for line in lines])
    _rosters(plan)
    labelled = any(role in _SPEAKING for role in plan.roles)
    sections = _by_candidate(plan)
    if not sections:
        _numbered_heads(plan)
        _asked(plan)
    if not plan.heads and labelled:
        _headed_asks(plan)
    if not plan.heads:
        _loose_asks(plan, labelled=labelled)
    if not sections:
        _themes(plan)
    _captions(plan)
    _loose_headings(plan)
    return Outline(roles=tuple(plan.roles), heads=plan.heads, labelled=labelled, sections=sections)


def _first_role(line: Line, speakers: Speakers) -> Role:
    if is_furniture(line):
        return Role.FURNITURE
    if line.index in speakers.tails:
        return Role.TAIL
    if line.index in speakers.labels:
        return Role.LABEL
    return Role.DOUBTFUL if line.index in speakers.doubtful else Role.TEXT


def _rosters(plan: _Plan) -> None:
    """Lines of names with nothing said between them are a list of who stands, not of who speaks."""
    run: list[int] = []
    for index in range(len(plan.lines) + 1):
        label = plan.speakers.labels.get(index)
        if (
            label is not None
            and plan.roles[index] is Role.LABEL
            and _says_nothing(plan, index, label)
        ):
            run.append(index)
            continue
        if len(run) >= 2 and not _speech_behind(plan, run[-1]):
            for at in run:
                plan.roles[at] = Role.STANDING
        elif len(run) >= 3:
            for at in run[:-1]:
                plan.roles[at] = Role.STANDING
        run = []


def _says_nothing(plan: _Plan, index: int, label: Label) -> bool:
    return label.end >= len(plan.lines[index].bare.rstrip("*_ ")) and label.form != "colon-own"


def _speech_behind(plan: _Plan, index: int) -> bool:
    if index + 1 >= len(plan.lines) or plan.roles[index + 1] is not Role.TEXT:
        return False
    line = plan.lines[index + 1]
    return not looks_like_heading(line) and numbered(line.bare) is None and not is_question(line)


def _captions(plan: _Plan) -> None:
    """Take a name and a party above the first ask, with no mark that somebody speaks, for a caption."""
    first = min(plan.heads, default=0)
    for index, label in plan.speakers.doubtful.items():
        if index < first and plan.roles[index] is Role.DOUBTFUL and label.form.endswith("line"):
            plan.roles[index] = Role.STANDING


# ---- a section for each speaker


def _by_candidate(plan: _Plan) -> bool:
    """Find pages on which each speaker's name stands over all their answers, the asks between."""
    openers = [
        i
        for i, label in plan.speakers.labels.items()
        if plan.roles[i] in (Role.LABEL, Role.STANDING)
        and label.end >= len(plan.lines[i].bare.rstrip("*_ "))
    ]
    firsts = [_folded(plan.lines[i + 1]) for i in openers if _may_head(plan, i + 1)]
    if len(openers) < 2 or len(firsts) < 2 or len(set(firsts)) * 2 > len(firsts):
        return False
    heads = [i for i in range(min(openers), len(plan.lines)) if _may_head(plan, i)]
    counts = Counter(_folded(plan.lines[i]) for i in heads)
    for i in openers:
        plan.roles[i] = Role.LABEL
    for i in heads:
        if counts[_folded(plan.lines[i])] >= 2:
            found = numbered(plan.lines[i].bare)
            plan.ask(i, found.number if found else None, found.words if found else 0)
    return True


def _may_head(plan: _Plan, index: int) -> bool:
    if index >= len(plan.lines) or plan.roles[index] is not Role.TEXT:
        return False
    line = plan.lines[index]
    return numbered(line.bare) is not None or _asks(plan, index) or _heads(plan, index)


def _folded(line: Line) -> str:
    return " ".join(line.bare.casefold().split())[:400]


# ---- numbered asks


@frozen(kw_only=True)
class _Item:
    index: int
    value: tuple[int, str]
    number: str
    words: int
    style: str


def _numbered_heads(plan: _Plan) -> None:
    """Take numbered lines that stand alone, count upwards and have words of somebody behind them."""
    items = [item for line in plan.lines if (item := _item(plan, line))]
    runs: list[list[_Item]] = []
    for item in items:
        if runs and item.index == runs[-1][-1].index + 1 and item.value > runs[-1][-1].value:
            runs[-1].append(item)
        else:
            runs.append([item])
    alone = [run[0] for run in runs if len(run) == 1]
    answered = {
        a.index
        for a, b in zip(alone, _ends(plan, alone), strict=True)
        if _speech_in(plan, a.index, b)
    }
    styles = [item.style for item in alone if item.index in answered]
    if not styles:
        _listed_asks(plan, runs)
        return
    style = max(styles, key=styles.count)
    _choose(plan, [run for run in runs if run[0].style == style], answered)


def _item(plan: _Plan, line: Line) -> "_Item | None":
    found = numbered(line.bare) if plan.roles[line.index] is Role.TEXT else None
    if found is None or len(line.bare) > 400:
        return None
    digits = "".join(c for c in found.number if c.isdigit())
    value = (
        (int(digits), found.number[len(digits) :])
        if digits
        else (NUMBER_WORDS[found.number.casefold()], "")
    )
    return _Item(
        index=line.index,
        value=value,
        number=found.number,
        words=found.words,
        style=f"{found.style}{line.opened}",
    )


def _ends(plan: _Plan, items: list[_Item]) -> list[int]:
    return [*(item.index for item in items[1:]), len(plan.lines)] if items else []


def _speech_in(plan: _Plan, start: int, end: int) -> bool:
    """Tell whether a speaker's label, or a quotation, stands between two lines."""
    return any(plan.roles[i] in _SPEAKING or _is_quotation(plan, i) for i in range(start + 1, end))


def _is_quotation(plan: _Plan, index: int) -> bool:
    line = plan.lines[index]
    return (
        plan.roles[index] is Role.TEXT
        and opens_quotation(line.bare)
        and closes_quotation(line.bare)
    )


def _choose(plan: _Plan, runs: list[list[_Item]], answered: set[int]) -> None:
    """
    Walk up the numbers.

    A lone item is an ask where its number goes on, or begins again below a heading. A list of several
    belongs to an ask or an answer, or announces; its items are asks where they fill a gap in the count.
    """
    last = (0, "")
    for at, run in enumerate(runs):
        behind = next((r[0] for r in runs[at + 1 :] if len(r) == 1), None) if len(run) > 1 else None
        goes_on = run[0].value > last
        if len(run) > 1:
            fills = last[0] > 0 and run[0].value[0] == last[0] + 1
            if not fills or not (behind is None or behind.value[0] == run[-1].value[0] + 1):
                continue
            if not _speech_in(plan, run[-1].index, behind.index if behind else len(plan.lines)):
                continue
        elif (
            run[0].index not in answered and not (goes_on and run[0].value[0] == last[0] + 1)
        ) or (not goes_on and not (run[0].value[0] == 1 and _below_heading(plan, run[0].index))):
            continue
        for item in run:
            plan.ask(item.index, item.number, item.words)
        last = run[-1].value


def _below_heading(plan: _Plan, index: int) -> bool:
    """Tell whether a heading stands between the last words of somebody and this line."""
    for i in range(index - 1, max(-1, index - 12), -1):
        if plan.roles[i] in _SPEAKING:
            return False
        if looks_like_heading(plan.lines[i]) and is_alone(plan.lines, i):
            return True
    return False


def _listed_asks(plan: _Plan, runs: list[list[_Item]]) -> None:
    """Where no ask has answers of its own: a list of requests that the speakers answer together."""
    first = next((i for i, role in enumerate(plan.roles) if role in _SPEAKING), None)
    lists = [run for run in runs if len(run) > 1 and first is not None and run[-1].index < first]
    questions = [i for i, role in enumerate(plan.roles) if role is Role.TEXT and _asks(plan, i)]
    if lists and not questions and lists[-1][-1].index == (first or 0) - 1:
        for item in lists[-1]:
            plan.ask(item.index, item.number, item.words)


# ---- asks without numbers


def _asked(plan: _Plan) -> None:
    """Lines in which somebody asks a question: "Chair: Will you ...?"."""
    if plan.heads:
        return
    for index, words in plan.speakers.askers.items():
        if plan.roles[index] in (Role.TEXT, Role.DOUBTFUL):
            plan.ask(index, words=words)


def _asks(plan: _Plan, index: int) -> bool:
    return is_question(plan.lines[index]) and is_alone(plan.lines, index)


def _headed_asks(plan: _Plan) -> None:
    """Take the last question, else the last heading, before speakers begin anew as their ask."""
    before = -1
    spoken: set[str] = set()
    openers: set[str] = set()
    for at in [i for i, role in enumerate(plan.roles) if role in _SPEAKING]:
        name = _speaker(plan, at)
        head = _head_between(plan, before, at)
        if head is not None and _begins_anew(
            plan, head, (before, at), spoken=name in spoken, opens=name in openers
        ):
            plan.ask(head)
            spoken = set()
            openers.add(name)
        spoken.add(name)
        before = at


def _speaker(plan: _Plan, index: int) -> str:
    tail = plan.speakers.tails.get(index)
    label = tail[1] if tail else plan.speakers.labels[index]
    return (label.name or label.party or "").casefold()


_REPLIES = words_of(
    """
    answers responses replies response answer pledges commitments their what they the
    candidates candidates' candidates’ said responded replied answered say here's here’s here
    is how
    """
)


def _head_between(plan: _Plan, before: int, at: int) -> int | None:
    """Pick the ask among the headings and questions between two speakers."""
    heads = [
        i
        for i in range(before + 1, at)
        if plan.roles[i] is Role.TEXT and (_requests(plan, i) or _heads(plan, i))
    ]
    questions = [i for i in heads if _requests(plan, i)]
    titles = [i for i in heads if not _is_reply_heading(plan.lines[i])]
    return questions[-1] if questions else titles[-1] if titles else None


def _requests(plan: _Plan, index: int) -> bool:
    """Tell whether a line is a question or a demand of its own."""
    line = plan.lines[index]
    demand = demand_in(line.bare) and not opens_quotation(line.bare)
    return _asks(plan, index) or (demand and is_alone(plan.lines, index))


def _heads(plan: _Plan, index: int) -> bool:
    return looks_like_heading(plan.lines[index]) and is_alone(plan.lines, index)


def _is_reply_heading(line: Line) -> bool:
    return all(word in _REPLIES for word in line.bare.casefold().strip(" :.*").split())


def _begins_anew(
    plan: _Plan, head: int, speakers: tuple[int, int], *, spoken: bool, opens: bool
) -> bool:
    """Tell whether a heading between two speakers is the next ask, and not a part of an answer."""
    before, at = speakers
    if before < 0 or spoken or plan.lines[head].marked:
        return True
    if head == before + 1 and _is_empty_label(plan, before) and not _asks(plan, head):
        return False
    between = range(head + 1, at)
    told = any(
        group_statement(plan.lines[i].bare) or remit_statement(plan.lines[i].bare) for i in between
    )
    return head == at - 1 or opens or told


def _is_empty_label(plan: _Plan, index: int) -> bool:
    label = plan.speakers.labels.get(index)
    return label is not None and label.end >= len(plan.lines[index].bare.rstrip("*_ "))


def _loose_asks(plan: _Plan, *, labelled: bool) -> None:
    """Without speakers: every question and every demand that stands alone."""
    if labelled:
        return
    for line in plan.lines:
        if plan.roles[line.index] is not Role.TEXT or not is_alone(plan.lines, line.index):
            continue
        if opens_quotation(line.bare):
            continue
        if is_question(line) or has_question(line.bare) or demand_in(line.bare):
            plan.ask(line.index)


# ---- themes


def _themes(plan: _Plan) -> None:
    """Between two asks: a heading that other text or asks follow is a theme, the rest announce asks."""
    asks = sorted(plan.heads)
    titles = [name_words(plan.lines[i].bare[plan.heads[i].words :]) for i in asks]
    themed = False
    for at in range(len(asks) - 1, -1, -1):
        start = asks[at - 1] + 1 if at else 0
        themed = (
            _theme_of(plan, start, asks[at], titles[at : at + 8], first=at == 0, themed=themed)
            or themed
        )


def _theme_of(
    plan: _Plan, start: int, ask: int, titles: list[frozenset[str]], *, first: bool, themed: bool
) -> bool:
    speaking = [i for i in range(start, ask) if plan.roles[i] in _SPEAKING]
    heads = [i for i in range(start, ask) if plan.roles[i] is Role.TEXT and _heads(plan, i)]
    heads = [
        i
        for i in heads
        if not speaking or i > speaking[-1] + 1 or not _is_empty_label(plan, speaking[-1])
    ]
    announcing = _announcing(plan, _adjacent(heads, ask), titles)
    rest = [i for i in heads if i not in announcing]
    for i in announcing:
        plan.roles[i] = Role.PREVIEW
    if first:
        rest = _without_titles(plan, rest, themed=themed)
    if not rest:
        return False
    plan.roles[rest[-1]] = Role.THEME
    for i in rest[:-1]:
        plan.roles[i] = Role.HEADING
    return True


def _adjacent(heads: list[int], ask: int) -> list[int]:
    """Give the headings that lead up to the ask with nothing between."""
    run: list[int] = []
    for i in reversed(heads):
        if i != (run[0] if run else ask) - 1:
            break
        run.insert(0, i)
    return run


def _announcing(plan: _Plan, run: list[int], titles: list[frozenset[str]]) -> list[int]:
    """Give the headings of a run that announce asks: those from the first that does, if most do."""
    told = [i for i in run if _announces(plan, i, titles)]
    return [i for i in run if i >= told[0]] if told and len(told) * 2 >= len(run) - 1 else []


def _announces(plan: _Plan, index: int, titles: list[frozenset[str]]) -> bool:
    words = name_words(plan.lines[index].bare)
    return any(len(words & title) * 2 >= min(len(words), len(title)) > 0 for title in titles)


def _without_titles(plan: _Plan, heads: list[int], *, themed: bool) -> list[int]:
    """Take out the page's title: what stands among its first lines."""
    texts = [i for i, role in enumerate(plan.roles[:40]) if role is not Role.FURNITURE][:3]
    first = name_words(plan.lines[texts[0]].bare) if texts else frozenset()
    titles = [
        i
        for i in heads
        if i in texts[:1]
        or (i in texts and len(name_words(plan.lines[i].bare) & first) * 2 >= len(first) > 0)
    ]
    if themed and len(heads) == 1:
        return heads
    for i in titles:
        plan.roles[i] = Role.TITLE
    return [i for i in heads if i not in titles]


def _loose_headings(plan: _Plan) -> None:
    """Any other line that looks like a heading ends what stands before it."""
    first = min(plan.heads, default=0)
    for line in plan.lines:
        i = line.index
        if plan.roles[i] is Role.TEXT and _heads(plan, i) and not _is_short_answer(plan, i):
            plan.roles[i] = Role.HEADING if i > first else Role.TITLE


def _is_short_answer(plan: _Plan, index: int) -> bool:
    """Tell whether a line directly behind a bare label and before the next label is what was said."""
    if index == 0 or plan.lines[index].marked or not _is_empty_label(plan, index - 1):
        return False
    if plan.roles[index - 1] is not Role.LABEL:
        return False
    return index + 1 < len(plan.lines) and plan.roles[index + 1] is Role.LABEL
