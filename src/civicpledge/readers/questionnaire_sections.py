"""Whose part of a form a line is in: names over forms, replies by number, transcripts, mail."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from civicpledge.readers.labels import label_of
from civicpledge.readers.lines import CROSSES, TICKS, Line, is_alone
from civicpledge.readers.name_forms import is_name, is_party
from civicpledge.readers.page_words import closes_page, is_furniture
from civicpledge.readers.questionnaire_form import (
    Form,
    Part,
    Plan,
    is_name_key,
    is_prompt,
)
from civicpledge.readers.questionnaire_mails import take_mails
from civicpledge.readers.questionnaire_openers import take_openers
from civicpledge.readers.questionnaire_people import (
    Respondent,
    closings,
    headed,
    is_mail,
    sender,
    signature,
    stated,
)
from civicpledge.readers.questionnaire_questions import (
    MARK,
    take_headers,
    take_questions,
    take_titles,
)
from civicpledge.readers.questionnaire_replies import listed_questions, take_replies_of_one

_FEW = 2
_COUNT = re.compile(r"(?:question|q)[ .]?(?P<number>\d{1,2})[.:]?", re.IGNORECASE)
_STAGE = re.compile(
    r"[\[(](?:[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}|laughter|applause|music|ends|recording ends|pause)\.?"
    r"[\])]"
)
_RULE = re.compile(r"[-_*=–—]{2,}")
_FORM = frozenset(
    {Part.QUESTION, Part.STATEMENT, Part.REPLY, Part.POSTSCRIPT, Part.PERSON, Part.FIELD}
)
_POSTSCRIPT = re.compile(r"(?:p\.? ?){1,2}s\b[.:]{0,2} ?\S", re.IGNORECASE)
_QUOTING = re.compile(r"(?:>[ \t]{0,2})+")
_WROTE = re.compile(
    r"(?:on|am|le) .{4,120} (?:wrote|writes|schrieb|a écrit) ?:|.{3,80} wrote:", re.IGNORECASE
)
_RUNNING = re.compile(r"[^\n]{1,120}[ \t|–-]page \d{1,4}(?: of \d{1,4})?", re.IGNORECASE)


def form_of_lines(lines: tuple[Line, ...], text: str) -> Form:
    """Give every line its part in the form."""
    heads = _running_heads(lines, text)
    parts = [
        Part.FURNITURE if _is_debris(line) or line.index in heads else Part.TEXT for line in lines
    ]
    plan = Plan(lines, parts)
    transcript = take_transcript(plan)
    if not transcript:
        take_questions(plan)
        _take_hints(plan)
        _take_counts(plan)
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
        listed=frozenset(listed_questions(plan).values() if plan.replies else ()),
        respondent=_writer(plan, text),
        transcript=transcript,
    )


def _running_heads(lines: tuple[Line, ...], text: str) -> set[int]:
    """
    Find what is printed first on several pages, behind form feeds or numbers, and the numbers.

    Whose form it is may come so too: a name and a party, but not two things far apart on a line.
    """
    first = [
        line
        for line in lines
        if line.index == 0
        or "\f" in text[lines[line.index - 1].end : line.start]
        or _PAGE.fullmatch(lines[line.index - 1].bare)
    ]
    again = Counter(line.bare for line in first)
    heads = {line.index for line in first if again[line.bare] > 1 and _is_nobody(line.bare)}
    return heads | {i - 1 for i in heads if i and _PAGE.fullmatch(lines[i - 1].bare)}


_PAGE = re.compile(r"\d{1,3}")
_APART = re.compile(r" {4}|\t")


def _is_nobody(words: str) -> bool:
    if _APART.search(words):
        return True
    return label_of(words) is None and not is_name(words) and not is_party(words)


def _take_counts(plan: Plan) -> None:
    """Take "Question 3" alone above a question for its number."""
    for index in [i for i, part in enumerate(plan.parts) if part is Part.QUESTION and i]:
        count = _COUNT.fullmatch(plan.lines[index - 1].bare)
        if count is not None and plan.parts[index - 1] is not Part.FURNITURE:
            plan.parts[index - 1] = Part.TITLE
            plan.numbers.setdefault(index, count["number"])


def _take_hints(plan: Plan) -> None:
    """Take what a form prints in italics between a question and the words that answer it."""
    for line, below in pairwise(plan.lines[1:]):
        parts = plan.parts[line.index - 1 : line.index + 2]
        asked = parts[0] in (Part.QUESTION, Part.MORE) and parts[1:] == [Part.TEXT, Part.TEXT]
        slanted = line.gap and line.marked and line.opened in _ITALIC
        own = _OWN_WORDS.match(line.bare) or (below.marked and below.opened in _ITALIC)
        if asked and slanted and not own and len(line.bare.split()) >= _FEWEST_WORDS:
            plan.parts[line.index] = Part.FURNITURE


_ITALIC = ("*", "_")
_FEWEST_WORDS = 5
_OWN_WORDS = re.compile(
    r"(?:yes|no|yeah|absolutely|definitely|certainly|of course|(?:i|we)(?:['’]\w+)?|my|our|it|this|that)\b",
    re.IGNORECASE,
)
"""How an answer begins; in italics it is one too."""


def _is_debris(line: Line) -> bool:
    if line.bare[:1] in TICKS + CROSSES:
        return False
    return is_furniture(line.bare) or _RUNNING.fullmatch(line.bare) is not None


def _writer(plan: Plan, text: str) -> Respondent | None:
    """Give who sent or signed the answers, or heads the page, where the form names nobody."""
    named = any(is_name_key(made.key) for made in plan.fields.values())
    first = next((i for i, part in enumerate(plan.parts) if part is Part.QUESTION), None)
    if plan.people or named or first is None:
        return None
    lines = plan.lines
    return sender(lines, text, first) or signature(lines, first) or headed(lines, first)


# ---- transcripts of one interview


def take_transcript(plan: Plan) -> bool:
    """Take "Q:" and "A:" for who asks and who answers, where both come again."""
    marks = {
        line.index: found
        for line in plan.lines
        if plan.parts[line.index] is Part.TEXT and (found := MARK.match(line.bare))
    }
    asking = [i for i, found in marks.items() if found["mark"][0] in "Qq"]
    if len(asking) < _FEW or len(marks) - len(asking) < _FEW:
        return False
    for index in asking:
        words = plan.lines[index].bare[marks[index].end() :]
        if "?" not in words:
            words += _wrapped_question(plan, index, marks)
        if is_prompt(words):
            part = Part.STATEMENT
        elif "?" in words:
            part = Part.QUESTION
        else:
            part = Part.APART
        plan.parts[index] = part
        plan.words[index] = marks[index].end()
    return True


def _wrapped_question(plan: Plan, index: int, marks: Mapping[int, re.Match[str]]) -> str:
    """Take the lines that a question goes on with, up to its end before the next mark; give their words."""
    taken: list[Line] = []
    for line in plan.lines[index + 1 : index + 1 + _MOST_WRAPPED]:
        if line.index in marks or plan.parts[line.index] is not Part.TEXT:
            return ""
        taken.append(line)
        if line.bare.endswith("?"):
            for more in taken:
                plan.parts[more.index] = Part.MORE
            return " ".join(["", *(more.bare for more in taken)])
    return ""


_MOST_WRAPPED = 4


# ---- whose form


def take_people(plan: Plan, text: str) -> None:
    """Take the lines that say or head whose answers follow."""
    first = next((i for i, part in enumerate(plan.parts) if part is Part.QUESTION), len(plan.lines))
    for line in plan.lines:
        if plan.parts[line.index] is not Part.TEXT:
            continue
        apart = line.heading or line.marked or is_alone(plan.lines, line.index)
        apart = apart or plan.parts[line.index + 1 : line.index + 2] == [Part.QUESTION]
        who = stated(line, text) if apart or line.index < first else None
        if who is not None:
            plan.parts[line.index] = Part.PERSON
            plan.people[line.index] = who
    if not take_mails(plan):
        take_openers(plan)


# ---- letters


def take_letter(plan: Plan, text: str) -> None:
    """Take what a letter has besides answers: quoted lines, a postscript, what stands below its end."""
    asked = [i for i, part in enumerate(plan.parts) if part in (Part.QUESTION, Part.STATEMENT)]
    if not asked:
        return
    quoted = _depth_quoted(plan, text, asked)
    for line in plan.lines[asked[0] :]:
        if plan.parts[line.index] is Part.TEXT:
            told = quoted and (_depth(line, text) >= quoted or _introduces(plan, line, text))
            plan.parts[line.index] = Part.QUOTED if told else _part_of_letter(line)
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
            named = min(_named_as_others(plan, behind), default=len(plan.lines))
            for at in behind:
                plan.parts[at] = Part.APART if at < named else Part.UNTIED
            behind = []


def _named_as_others(plan: Plan, indices: Sequence[int]) -> list[int]:
    """Find the headings that name one more person as those above name who answers."""
    opened = {plan.lines[i].opened for i in plan.people if plan.lines[i].heading}
    heads = (plan.lines[i] for i in indices if plan.lines[i].heading)
    return [x.index for x in heads if x.opened in opened and is_name(x.bare.strip("*_ "))]


def _part_of_letter(line: Line) -> Part:
    if line.gap and _POSTSCRIPT.match(line.bare):
        return Part.POSTSCRIPT
    noted = line.gap and line.opened and closes_page(line.bare)
    return Part.FURNITURE if noted or _STAGE.fullmatch(line.bare) else Part.TEXT


def quoting(line: Line, text: str) -> str:
    """Give the marks that a mail program, or Markdown, sets before what is quoted."""
    marks = _QUOTING.match(text, line.start, line.end)
    return marks[0] if marks else ""


def _depth(line: Line, text: str) -> int:
    return quoting(line, text).count(">")


def _depth_quoted(plan: Plan, text: str, asked: Sequence[int]) -> int:
    """
    Give how many marks stand before the lines of a letter that its writer quotes, 0 where nothing tells.

    Quoted questions are answered in lines with fewer marks; below questions without any, a letter's marks
    are those of somebody else's words. On a page that is no letter they are the page's own.
    """
    depths = Counter(_depth(plan.lines[i], text) for i in asked)
    depth = depths.most_common(1)[0][0]
    if not depth:
        return 1 if is_mail(plan.lines) else 0
    answers = [line for line in plan.lines[asked[0] :] if plan.parts[line.index] is Part.TEXT]
    return depth if any(_depth(line, text) < depth for line in answers) else 0


def _introduces(plan: Plan, line: Line, text: str) -> bool:
    """Tell whether a line says whose words are quoted on the lines below it."""
    behind = line.index + 1
    below = behind < len(plan.lines) and _depth(plan.lines[behind], text) > _depth(line, text)
    return below and _WROTE.fullmatch(line.bare) is not None
