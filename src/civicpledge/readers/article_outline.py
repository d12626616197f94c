"""The skeleton of an article: which lines are asks, which are themes, which only announce asks."""

import re
from collections import Counter

from attrs import frozen

from civicpledge.normalise.offices import parse_office
from civicpledge.readers.article_loose import loose_asks
from civicpledge.readers.article_plan import (
    SPEAKING,
    Outline,
    Plan,
    Role,
    asks_alone,
    heads_alone,
    is_empty_label,
    speaker_key,
)
from civicpledge.readers.article_roles import captions, first_role, heads_of_mails, rosters, told
from civicpledge.readers.article_sections import by_candidate, by_number, by_topic
from civicpledge.readers.article_speakers import Speakers
from civicpledge.readers.article_themes import loose_headings, themes
from civicpledge.readers.asks import marked_ask
from civicpledge.readers.lines import (
    Line,
    closes_quotation,
    is_alone,
    looks_like_heading,
    opens_quotation,
)
from civicpledge.readers.numbering import NUMBER_WORDS, numbered, words_of
from civicpledge.readers.prose import heads_list
from civicpledge.readers.statements import demand_in, group_statement, remit_statement


def outline(lines: tuple[Line, ...], speakers: Speakers) -> Outline:
    """Give every line its role."""
    plan = Plan(lines, speakers, [first_role(line, speakers) for line in lines])
    heads_of_mails(plan)
    rosters(plan)
    told(plan)
    labelled = any(role in SPEAKING for role in plan.roles) and not _mostly_nameless(plan)
    sections = by_number(plan) or by_topic(plan) or by_candidate(plan)
    if not sections:
        _numbered_heads(plan)
        _asked(plan)
    if not plan.heads and labelled and not plan.replies:
        _headed_asks(plan)
    if not plan.heads:
        loose_asks(plan, labelled=labelled)
    if not sections:
        themes(plan)
    captions(plan)
    loose_headings(plan)
    return Outline(
        roles=tuple(plan.roles),
        heads=plan.heads,
        replies=plan.replies,
        labelled=labelled,
        sections=sections,
        joint=frozenset(plan.joint),
        prose=Role.LABEL not in plan.roles and Role.TAIL not in plan.roles,
    )


def _mostly_nameless(plan: Plan) -> bool:
    """Tell a page of nameless quotations, whose prose names a speaker in passing ("Ann Body added ...")."""
    speaking = [i for i, role in enumerate(plan.roles) if role in SPEAKING]
    in_passing = all(
        i in plan.speakers.labels and plan.speakers.labels[i].form == "said" for i in speaking
    )
    nameless = (
        line
        for line in plan.lines
        if plan.roles[line.index] is Role.TEXT and is_alone(plan.lines, line.index)
    )
    quoted = sum(opens_quotation(line.bare) and closes_quotation(line.bare) for line in nameless)
    return in_passing and quoted > 2 * len(speaking)


# ---- numbered asks


@frozen(kw_only=True)
class _Item:
    index: int
    value: tuple[int, str]
    number: str
    words: int
    style: str


def _numbered_heads(plan: Plan) -> None:
    """Take numbered lines that stand alone, count upwards and have words of somebody behind them."""
    items = [item for line in plan.lines if (item := _item(plan, line))]
    runs: list[list[_Item]] = []
    for item in items:
        last = runs[-1][-1] if runs else None
        adjacent = last is not None and item.index == last.index + 1 and item.style == last.style
        if last is not None and adjacent and item.value > last.value:
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


def _item(plan: Plan, line: Line) -> "_Item | None":
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


def _ends(plan: Plan, items: list[_Item]) -> list[int]:
    return [*(item.index for item in items[1:]), len(plan.lines)] if items else []


def _speech_in(plan: Plan, start: int, end: int) -> bool:
    """Tell whether a speaker's label, or a quotation, stands between two lines."""
    return any(plan.roles[i] in SPEAKING or _is_quotation(plan, i) for i in range(start + 1, end))


def _is_quotation(plan: Plan, index: int) -> bool:
    line = plan.lines[index]
    return (
        plan.roles[index] is Role.TEXT
        and opens_quotation(line.bare)
        and closes_quotation(line.bare)
    )


def _choose(plan: Plan, runs: list[list[_Item]], answered: set[int]) -> None:
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
            _take_ask(plan, item)
        if _is_referred_to(plan, run, behind.index if behind else len(plan.lines)):
            plan.joint.update(item.index for item in run[:-1])
        last = run[-1].value


def _is_referred_to(plan: Plan, run: list[_Item], end: int) -> bool:
    """Tell whether words below a run of asks go back to one before its last: "On ask 2: Yes."."""
    found = (numbered(plan.lines[i].bare) for i in range(run[-1].index + 1, end))
    earlier = {item.number for item in run[:-1]}
    return any(mark is not None and mark.number in earlier for mark in found)


_ANNOUNCING = ("", "we asked", "we ask", "the question")


def _take_ask(plan: Plan, item: _Item) -> None:
    """Take a numbered line for an ask, or the line below it where no words stand beside the number."""
    behind = item.index + 1
    words = plan.lines[item.index].bare[item.words :].strip(" :.*_").casefold()
    if words in _ANNOUNCING and behind < len(plan.lines) and plan.roles[behind] is Role.TEXT:
        plan.roles[item.index] = Role.PREVIEW
        plan.ask(behind, item.number)
    else:
        plan.ask(item.index, item.number, item.words)


def _below_heading(plan: Plan, index: int) -> bool:
    """Tell whether a heading stands between the last words of somebody and this line."""
    for i in range(index - 1, max(-1, index - 12), -1):
        if plan.roles[i] in SPEAKING:
            return False
        if looks_like_heading(plan.lines[i]) and is_alone(plan.lines, i):
            return True
    return False


def _listed_asks(plan: Plan, runs: list[list[_Item]]) -> None:
    """Where no ask has answers of its own: a list of requests that the speakers answer together."""
    first = next((i for i, role in enumerate(plan.roles) if role in SPEAKING), None)
    lists = [run for run in runs if len(run) > 1 and first is not None and run[-1].index < first]
    questions = [
        i for i, role in enumerate(plan.roles) if role is Role.TEXT and asks_alone(plan, i)
    ]
    if lists and not questions and lists[-1][-1].index == (first or 0) - 1:
        for item in lists[-1]:
            plan.ask(item.index, item.number, item.words)


# ---- asks without numbers


def _asked(plan: Plan) -> None:
    """
    Lines in which somebody asks a question: "Chair: Will you ...?".

    Beside numbered asks only those are taken that the page marks as asks, and does so again.
    """
    marks = {i: found for i in plan.speakers.askers if (found := marked_ask(plan.lines[i].bare))}
    numbered_ones, several = bool(plan.heads), len(marks) > 1
    for index, (words, end) in plan.speakers.askers.items():
        marked = marks.get(index) if several or not numbered_ones else None
        if plan.roles[index] in (Role.TEXT, Role.DOUBTFUL) and (marked or not numbered_ones):
            plan.ask(index, marked.number if marked else None, words, end)


def _headed_asks(plan: Plan) -> None:
    """Take the last question, else the last heading, before speakers begin anew as their ask."""
    before = -1
    spoken: set[str] = set()
    openers: set[str] = set()
    speaking = {i: _speaker(plan, i) for i, role in enumerate(plan.roles) if role in SPEAKING}
    names = {label.name.casefold() for label in plan.speakers.labels.values() if label.name}
    everybody = {name for name, times in Counter(speaking.values()).items() if times > 1}
    for at, name in speaking.items():
        head = _head_between(plan, before, at, names)
        if not (head is not None and _requests(plan, head)):
            around = len(everybody) if name in openers and spoken >= everybody else 0
            head = _question_above(plan, before, at, around) or head
        if head is not None and plan.roles[at] is Role.TOLD and _is_no_ask(plan, head):
            head = None
        if head is not None and _begins_anew(
            plan, head, (before, at), spoken=name in spoken, opens=name in openers
        ):
            plan.ask(head)
            spoken = set()
            openers.add(name)
        spoken.add(name)
        before = at


def _question_above(plan: Plan, before: int, at: int, around: int) -> int | None:
    """
    Give the paragraph right above a speaker that bids all answer: "Tell us who you are.".

    Where the round has come to the first speaker again, one that ends with a question does too, though a
    sentence stands before it ("Boats stop at ten. Will you mend that?"). It may be the last words of the
    one who spoke before: of fewer than three, who are *around*, it has to speak to somebody.
    """
    index = at - 1
    while index > before and plan.roles[index] is Role.FURNITURE:
        index -= 1
    line = plan.lines[index]
    told = plan.roles[index] is not Role.TEXT or opens_quotation(line.bare)
    if index <= before or told or not is_alone(plan.lines, index):
        return None
    bids = _BIDS.search(line.bare[:_LONGEST_BID]) is not None
    asks = around and line.bare.rstrip("*_ ").endswith("?")
    return index if bids or (asks and (around >= _MANY or _YOU.search(line.bare))) else None


_MANY = 3
_YOU = re.compile(r"\b(?:you|your|yes or no)\b", re.IGNORECASE)
_BIDS = re.compile(
    r"^(?:[\w’' ]{1,30}, )?(?:please )?(?:tell us|describe|explain|introduce yourself|sum up"
    r"|name (?:one|your|a))\b",
    re.IGNORECASE,
)
_LONGEST_BID = 300


_FIRST_LINES = 4


def _is_no_ask(plan: Plan, index: int) -> bool:
    """Tell whether a heading over prose is its headline, or words out of it in quotation marks."""
    bare = plan.lines[index].bare
    return _is_headline(plan, index) or (opens_quotation(bare) and closes_quotation(bare))


def _is_headline(plan: Plan, index: int) -> bool:
    """Tell whether a heading is that of the whole report, under which prose tells what people said."""
    line = plan.lines[index]
    first = index < _FIRST_LINES if not line.heading else line.opened == "#"
    return first and not _requests(plan, index)


def _speaker(plan: Plan, index: int) -> str:
    tail = plan.speakers.tails.get(index)
    if index in plan.speakers.told and tail is None and index not in plan.speakers.labels:
        return speaker_key(plan.speakers.told[index])
    label = tail[1] if tail else plan.speakers.labels[index]
    return speaker_key(label.name or label.party or "")


_WHO = re.compile(
    r"(?:the |our |all )?(?:[\w’'-]{1,20} ){0,5}(?:candidates?|hopefuls|contenders|nominees)[*_ ]{0,3}:?$",
    re.IGNORECASE,
)
_REPLIES = words_of(
    """
    answers responses replies response answer pledges commitments their what they the
    candidates candidates' candidates’ said responded replied answered say here's here’s here
    is how
    """
)


def _head_between(plan: Plan, before: int, at: int, names: set[str]) -> int | None:
    """Pick the ask among the headings and questions between two speakers; who signs is none."""
    heads = [
        i
        for i in range(before + 1, at)
        if plan.roles[i] is Role.TEXT
        and (_requests(plan, i) or (heads_alone(plan, i) and not _WHO.match(plan.lines[i].bare)))
    ]
    questions = [i for i in heads if _requests(plan, i)]
    titles = [
        i
        for i in heads
        if not _is_no_title(plan.lines[i]) and plan.lines[i].bare.casefold() not in names
    ]
    return questions[-1] if questions else titles[-1] if titles else None


def _requests(plan: Plan, index: int) -> bool:
    """Tell whether a line is a question or a demand of its own."""
    line = plan.lines[index]
    demand = demand_in(line.bare) and not opens_quotation(line.bare)
    return asks_alone(plan, index) or (demand and is_alone(plan.lines, index))


def _is_no_title(line: Line) -> bool:
    """Tell whether a heading only announces replies, or is an office's or a page's: "Mayor", "Hustings"."""
    if (line.index == 0 and _OCCASION.search(line.bare)) or heads_list(line.bare):
        return True
    office = parse_office(line.bare.strip(" :.*_")) if len(line.bare) < _LONGEST_OFFICE else None
    replies = all(word in _REPLIES for word in line.bare.casefold().strip(" :.*").split())
    return replies or (office is not None and bool(office.post) and not office.area)


_LONGEST_OFFICE = 60
_OCCASION = re.compile(
    r"\b(?:assembly|candidates|debate|elections?|forum|hustings|questionnaire|round-?up|survey)\b",
    re.IGNORECASE,
)


def _begins_anew(
    plan: Plan, head: int, speakers: tuple[int, int], *, spoken: bool, opens: bool
) -> bool:
    """Tell whether a heading between two speakers is the next ask, and not a part of an answer."""
    before, at = speakers
    if before < 0 or spoken or plan.lines[head].marked:
        return True
    if head == before + 1 and is_empty_label(plan, before) and not asks_alone(plan, head):
        return False
    between = range(head + 1, at)
    told = any(
        group_statement(plan.lines[i].bare) or remit_statement(plan.lines[i].bare) for i in between
    )
    return head == at - 1 or opens or told
