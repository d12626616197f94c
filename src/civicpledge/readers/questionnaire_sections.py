"""Whose part of a form a line is in: names over forms, replies by number, transcripts, mail."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve

from civicpledge.readers.labels import label_of
from civicpledge.readers.lines import Line, is_alone, is_furniture
from civicpledge.readers.name_forms import is_name, is_party, solid_words
from civicpledge.readers.questionnaire_form import (
    Form,
    Part,
    Plan,
    Reply,
    folded,
    is_name_key,
    is_prompt,
)
from civicpledge.readers.questionnaire_people import (
    Respondent,
    closings,
    sender,
    signature,
    stated,
)
from civicpledge.readers.questionnaire_questions import take_headers, take_questions, take_titles
from civicpledge.readers.statements import says_no_answer

_MOST_FIELDS = 8
_LONGEST_FIELD = 120
_FEW = 2
_MARK = re.compile(r"(?P<mark>q|a|question|answer)[.:][ \t]{1,4}(?=\S)", re.IGNORECASE)
_STAGE = re.compile(
    r"[\[(](?:[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}|laughter|applause|music|ends|recording ends|pause)\.?"
    r"[\])]"
)
_REPLY = re.compile(
    r"(?P<style>(?:answer|response|reply|question|[aq]) ?|\(?)(?P<first>\d{1,2})"
    r"(?: ?(?:&|,|\+|and|/) ?(?:answer |[aq] ?)?(?P<second>\d{1,2}))?"
    r"(?P<end>[).:]{1,2}| [-–—])[ \t]{1,4}(?=\S)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[^\W\d_][^:?.!\n]{1,40}: ?\S.{0,100}")
_RULE = re.compile(r"[-_*=–—]{2,}")
_FORM = frozenset(
    {Part.QUESTION, Part.STATEMENT, Part.REPLY, Part.POSTSCRIPT, Part.PERSON, Part.FIELD}
)
_POSTSCRIPT = re.compile(r"(?:p\.? ?){1,2}s\b[.:]{0,2} ?\S", re.IGNORECASE)
_SURNAME_FIRST = re.compile(
    r"(?P<last>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{1,30}), (?P<first>[A-ZÀ-Þ][^\W\d_]{1,20})"
)
_RUNNING = re.compile(r"[^\n]{1,120}[ \t|–-]page \d{1,4}(?: of \d{1,4})?", re.IGNORECASE)


def form_of_lines(lines: tuple[Line, ...], text: str) -> Form:
    """Give every line its part in the form."""
    parts = [Part.FURNITURE if _is_debris(line) else Part.TEXT for line in lines]
    plan = Plan(lines, parts)
    transcript = take_transcript(plan)
    if not transcript:
        take_questions(plan)
    take_people(plan, text)
    take_headers(plan)
    take_replies_of_one(plan)
    take_letter(plan, text)
    take_titles(plan)
    return Form(
        parts=tuple(plan.parts),
        fields=plan.fields,
        numbers=plan.numbers,
        words=plan.words,
        people=plan.people,
        replies=plan.replies,
        respondent=_writer(plan, text),
        transcript=transcript,
    )


def _is_debris(line: Line) -> bool:
    return is_furniture(line) or _RUNNING.fullmatch(line.bare) is not None


def _writer(plan: Plan, text: str) -> Respondent | None:
    """Give who sent or signed the answers, where the form names nobody."""
    named = any(is_name_key(made.key) for made in plan.fields.values())
    first = next((i for i, part in enumerate(plan.parts) if part is Part.QUESTION), None)
    if plan.people or named or first is None:
        return None
    return sender(plan.lines, text, first) or signature(plan.lines, first)


# ---- transcripts of one interview


def take_transcript(plan: Plan) -> bool:
    """Take "Q:" and "A:" for who asks and who answers, where both come again."""
    marks = {
        line.index: found
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT and (found := _MARK.match(line.bare))
    }
    asking = [i for i, found in marks.items() if found["mark"][0] in "Qq"]
    if len(asking) < _FEW or len(marks) - len(asking) < _FEW:
        return False
    for index in asking:
        words = plan.lines[index].bare[marks[index].end() :]
        if is_prompt(words):
            part = Part.STATEMENT
        elif "?" in words:
            part = Part.QUESTION
        else:
            part = Part.APART
        plan.parts[index] = part
        plan.words[index] = marks[index].end()
    return True


# ---- whose form


def take_people(plan: Plan, text: str) -> None:
    """Take the lines that say or head whose answers follow."""
    first = next((i for i, part in enumerate(plan.parts) if part is Part.QUESTION), len(plan.lines))
    for line in plan.lines:
        if plan.parts[line.index] is not Part.TEXT:
            continue
        apart = line.heading or line.marked or is_alone(plan.lines, line.index)
        who = stated(line, text) if apart or line.index < first else None
        if who is not None:
            plan.parts[line.index] = Part.PERSON
            plan.people[line.index] = who
    _take_openers(plan)


def _take_openers(plan: Plan) -> None:
    """Take the names that stand over forms of which each has the same questions, or their numbers."""
    again = Counter(folded(plan, i) for i, part in enumerate(plan.parts) if part is Part.QUESTION)
    listed = _listed(plan)
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
    if len({who.name for who, _ in opened.values()}) < _FEW:
        return
    for index, (who, below) in opened.items():
        _take_opener(plan, index, who, below)
    for index, who in silent.items():
        _take_opener(plan, index, who, index + 1)
    if listed:
        _take_replies(plan, _replies_below(plan, sorted(opened), listed))


def _heads(plan: Plan, line: Line) -> Respondent | None:
    """Read a line that is a full name and nothing else, but for a party."""
    if plan.parts[line.index] not in (Part.TEXT, Part.MORE) or len(line.bare) > _LONGEST_FIELD:
        return None
    behind = plan.lines[line.index - 1] if line.index else None
    ruled = behind is not None and plan.parts[behind.index] is Part.FURNITURE
    if not (line.gap or line.heading or ruled or behind is None):
        return None
    bare = line.bare.strip("*_ :")
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
        told = _FIELD.fullmatch(line.bare) or is_party(line.bare.split(",")[0])
        if part is not Part.FURNITURE and (
            part is not Part.TEXT or not told or _REPLY.match(line.bare)
        ):
            break
        at += 1
    return at


def _opens(plan: Plan, at: int, again: "Counter[str]", listed: dict[str, int]) -> bool:
    """Tell whether a form begins at a line: a question that comes again, or the number of one."""
    if plan.parts[at] is Part.QUESTION:
        return again[folded(plan, at)] > 1
    found = _REPLY.match(plan.lines[at].bare) if plan.parts[at] is Part.TEXT else None
    return found is not None and found["first"] in listed and at > max(listed.values())


def _is_silent(plan: Plan, index: int) -> bool:
    below = plan.lines[index + 1]
    return plan.parts[below.index] is Part.TEXT and says_no_answer(below.bare)


def _take_opener(plan: Plan, index: int, who: Respondent, below: int) -> None:
    party = who.party
    for at in range(index + 1, below):
        line = plan.lines[at]
        if plan.parts[at] is not Part.TEXT:
            continue
        key, _, value = line.bare.partition(":")
        if not value and party is None and is_party(line.bare.split(",")[0]):
            party = line.bare.split(",")[0]
        elif "party" in key.casefold() and is_party(value.strip()):
            party = value.strip()
        plan.parts[at] = Part.DETAIL
    plan.parts[index] = Part.PERSON
    plan.people[index] = evolve(who, party=party)


# ---- replies by number


def _listed(plan: Plan) -> dict[str, int]:
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
    listed = _listed(plan)
    if not listed or plan.people:
        return
    end = max(listed.values())
    named = [i for i, made in plan.fields.items() if i > end and is_name_key(made.key)]
    replies = _replies_below(plan, named or [end], listed)
    numbers = [reply.numbers[0] for _, reply in sorted(replies.items())]
    if numbers[:1] == list(listed)[:1] and len(set(numbers)) * 2 >= len(listed):
        _take_replies(plan, replies)


def _take_replies(plan: Plan, replies: Mapping[int, Reply]) -> None:
    for index, reply in replies.items():
        plan.parts[index] = Part.REPLY
        plan.replies[index] = reply


def _replies_below(
    plan: Plan, opened: Sequence[int], listed: Mapping[str, int]
) -> dict[int, Reply]:
    """Give the numbers below each name that go up, all printed alike."""
    replies: dict[int, Reply] = {}
    ends = (*opened[1:], len(plan.lines))
    for first, end in zip(opened, ends, strict=True):
        style, last = None, 0
        for line in plan.lines[first + 1 : end]:
            if plan.parts[line.index] is Part.PERSON:
                style, last = None, 0
            found = _REPLY.match(line.bare) if plan.parts[line.index] is Part.TEXT else None
            if found is None or found["first"] not in listed or int(found["first"]) <= last:
                continue
            own = f"{found['style'].casefold().strip()}{found['end']}"
            if style not in (None, own):
                continue
            style, last = own, int(found["second"] or found["first"])
            numbers = tuple(n for n in (found["first"], found["second"]) if n in listed)
            replies[line.index] = Reply(numbers=numbers, words=found.end())
    return replies


# ---- letters


def take_letter(plan: Plan, text: str) -> None:
    """Take what a letter has besides answers: quoted lines, a postscript, what stands below its end."""
    asked = [i for i, part in enumerate(plan.parts) if part in (Part.QUESTION, Part.STATEMENT)]
    if not asked:
        return
    quoted = sum(text[plan.lines[i].start] == ">" for i in asked) * 2 > len(asked)
    for line in plan.lines[asked[0] :]:
        if plan.parts[line.index] is Part.TEXT:
            plan.parts[line.index] = _part_of_letter(
                line, quoted=quoted and text[line.start] == ">"
            )
    _set_apart(plan, {*closings(plan.lines, asked[0])}, asked[0])


def _set_apart(plan: Plan, closed: set[int], first: int) -> None:
    """Set apart what stands behind a closing formula or a rule, where the form asks nothing more."""
    ends = True
    behind: list[int] = []
    for index in range(len(plan.lines) - 1, first, -1):
        part = plan.parts[index]
        if part in _FORM:
            ends, behind = part in (Part.PERSON, Part.FIELD), []
        elif part is Part.TEXT:
            behind.append(index)
        ruled = part is Part.FURNITURE and _RULE.fullmatch(plan.lines[index].bare) is not None
        if ends and (ruled or index in closed):
            for at in behind:
                plan.parts[at] = Part.APART
            behind = []


def _part_of_letter(line: Line, *, quoted: bool) -> Part:
    if quoted:
        return Part.APART
    if line.gap and _POSTSCRIPT.match(line.bare):
        return Part.POSTSCRIPT
    return Part.FURNITURE if _STAGE.fullmatch(line.bare) else Part.TEXT
