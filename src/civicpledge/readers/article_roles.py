"""Roles that labels give by themselves: who speaks, who is only listed, what a paragraph tells."""

import re
from itertools import pairwise

from civicpledge.readers.article_plan import Plan, Role, speaker_key
from civicpledge.readers.article_speakers import Speakers
from civicpledge.readers.labels import Label
from civicpledge.readers.lines import (
    Line,
    is_question,
    looks_like_heading,
    opens_quotation,
)
from civicpledge.readers.numbering import numbered
from civicpledge.readers.page_words import is_furniture


def first_role(line: Line, speakers: Speakers) -> Role:
    """Give the role that a line has by what it holds."""
    if is_furniture(line.bare):
        return Role.FURNITURE
    if line.index in speakers.guests:
        return Role.PREVIEW
    if line.index in speakers.tails:
        return Role.TAIL
    if line.index in speakers.parties:
        return Role.PARTY
    if line.index in speakers.labels:
        return Role.LABEL
    return Role.DOUBTFUL if line.index in speakers.doubtful and line.index else Role.TEXT


_MAIL_HEAD = re.compile(r"[*_]{0,2}(?:From|Sent|Date|Subject|To|Cc):[*_]{0,2} \S", re.IGNORECASE)


def heads_of_mails(plan: Plan) -> None:
    """Take two or more lines like "From: ..." and "Sent: ..." for the head of an e-mail, nobody's words."""
    for first, second in pairwise(plan.lines):
        if not second.gap and _MAIL_HEAD.match(first.bare) and _MAIL_HEAD.match(second.bare):
            plan.roles[first.index] = plan.roles[second.index] = Role.PREVIEW


def rosters(plan: Plan) -> None:
    """Take lines of names with nothing said between them for a list of who stands, not of who speaks."""
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
        if len(run) >= 2 and (_is_list(plan, run) or not _speech_behind(plan, run[-1])):
            for at in run:
                plan.roles[at] = Role.STANDING
        elif len(run) >= 3:
            for at in run[:-1]:
                plan.roles[at] = Role.STANDING
        run = []


def told(plan: Plan) -> None:
    """
    Take paragraphs that tell what somebody said, unless they may be a part of another's answer.

    There, "Bo Ng said:" may be the speaker's own words about one who has labels of another make.
    """
    labels = plan.speakers.labels
    own = {speaker_key(str(label.name)) for label in labels.values() if label.form != "said"}
    speaking = False
    for line in plan.lines:
        i = line.index
        if plan.roles[i] is Role.LABEL and speaking and _is_told_of(labels[i], own):
            plan.roles[i] = Role.DOUBTFUL
        elif plan.roles[i] in (Role.LABEL, Role.DOUBTFUL):
            speaking = not opens_quotation(_words_behind(plan, i))
        elif looks_like_heading(line) or numbered(line.bare) or is_question(line):
            speaking = False
        elif plan.roles[i] is not Role.TEXT:
            continue
        elif not speaking and i in plan.speakers.told:
            plan.roles[i] = Role.TOLD
        elif speaking and line.gap and _is_the_pages(line, own):
            plan.roles[i] = Role.TOLD if i in plan.speakers.told else Role.PREVIEW


_PAGE_TELLS = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w'’-]{0,25}(?: [A-ZÀ-Þ][\w'’-]{0,25}){1,3}) (?:ran out of time\b"
    r"|e-?mailed (?:us|later)\b|had (?:left|to leave)\b|left early\b|arrived late\b)"
    r"|No (?:reply|answer|response) (?:(?:has|had|was) )?(?:come|came|received|arrived|been"
    r" received) from [A-ZÀ-Þ]"
)


def _is_the_pages(line: Line, own: set[str]) -> bool:
    """Tell whether a paragraph behind somebody's words is what the page tells of another who answers."""
    found = _PAGE_TELLS.match(line.bare)
    return found is not None and (found["who"] is None or speaker_key(found["who"]) in own)


def _is_told_of(label: Label, own: set[str]) -> bool:
    return label.form == "said" and label.name is not None and speaker_key(label.name) in own


def _words_behind(plan: Plan, index: int) -> str:
    """Give the words behind a label, on its line or the next."""
    label = plan.speakers.labels.get(index) or plan.speakers.doubtful[index]
    below = plan.lines[index + 1].bare if index + 1 < len(plan.lines) else ""
    return plan.lines[index].bare[label.end :] or below


def _is_list(plan: Plan, run: list[int]) -> bool:
    """Tell whether the lines are all items of one list, with a blank line or nothing below."""
    below = plan.lines[run[-1] + 1] if run[-1] + 1 < len(plan.lines) else None
    return all(plan.lines[i].bullet for i in run) and (
        below is None or (below.gap and not below.bullet)
    )


def _says_nothing(plan: Plan, index: int, label: Label) -> bool:
    return label.end >= len(plan.lines[index].bare.rstrip("*_ ")) and label.form != "colon-own"


def _speech_behind(plan: Plan, index: int) -> bool:
    if index + 1 >= len(plan.lines) or plan.roles[index + 1] is not Role.TEXT:
        return False
    line = plan.lines[index + 1]
    return not looks_like_heading(line) and numbered(line.bare) is None and not is_question(line)


def captions(plan: Plan) -> None:
    """Take a name and a party above the first ask, with no mark that somebody speaks, for a caption."""
    first = min(plan.heads, default=0)
    for index, label in plan.speakers.doubtful.items():
        if index < first and plan.roles[index] is Role.DOUBTFUL and label.form.endswith("line"):
            plan.roles[index] = Role.STANDING
