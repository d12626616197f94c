"""Several e-mails pasted on one page: each with questions and answers is the form of its sender."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from civicpledge.readers.lines import Line
from civicpledge.readers.name_forms import is_name, name_words, same_person
from civicpledge.readers.questionnaire_form import Part, Plan, Reply
from civicpledge.readers.questionnaire_people import (
    Respondent,
    is_head_of_mail,
    is_staff,
    sender_in,
    signature,
    signed_by_staff,
)
from civicpledge.readers.questionnaire_replies import listed_questions, replies_below, take_replies

_FEW = 2
_BRACKET = re.compile(r" ?\([^)]{1,60}\)$")


@frozen(kw_only=True)
class _Mail:
    """An e-mail: its head is the lines from *start* to *body*, its words end before *end*."""

    start: int
    body: int
    end: int
    sent_by: Respondent


def take_mails(plan: Plan) -> bool:
    """
    Take each of several e-mails that hold answers for the form of whoever sent or signed it.

    What an office or an organisation sent is nobody's form, and stands apart.
    """
    mails = list(_mails(plan.lines))
    people = [_respondent(plan.lines, mail) for mail in mails]
    if len(mails) < _FEW or not any(people):
        return False
    for mail, who in zip(mails, people, strict=True):
        _take_mail(plan, mail, who)
    listed = listed_questions(plan)
    if listed:
        opened = [mail.start for mail, who in zip(mails, people, strict=True) if who is not None]
        replies = replies_below(plan, opened, listed)
        for mail, who in zip(mails, people, strict=True):
            if who is not None and not any(mail.body <= i < mail.end for i in replies):
                replies |= _by_topic(plan, mail, listed)
        take_replies(plan, replies)
    return True


_TOPIC = re.compile(r"(?P<topic>[A-Z][^:.?!\n]{2,40}):[ \t]{1,4}(?=\S)")
_TELLING = 4


def _by_topic(plan: Plan, mail: _Mail, listed: Mapping[str, int]) -> dict[int, Reply]:
    """Give the paragraphs that begin with a topic, "The lido: yes", whose words one question alone has."""
    found: dict[int, Reply] = {}
    for line in plan.lines[mail.body : mail.end]:
        topic = _TOPIC.match(line.bare) if line.gap else None
        words = set(re.findall(r"\w+", topic["topic"].casefold())) if topic else set()
        telling = {word for word in words if len(word) >= _TELLING}
        asked = [n for n, i in listed.items() if telling and telling <= _words(plan.lines[i].bare)]
        if topic is not None and len(asked) == 1 and plan.parts[line.index] is Part.TEXT:
            found[line.index] = Reply(numbers=(asked[0],), words=topic.end())
    numbers = [reply.numbers[0] for reply in found.values()]
    if not len(set(numbers)) == len(numbers) >= _FEW:
        return {}
    left = {n: _words(plan.lines[i].bare) for n, i in listed.items() if n not in numbers}
    for line in plan.lines[min(found) : mail.end]:
        if line.index not in found and line.gap and _speaks_of(line.bare, left, plan, listed):
            plan.parts[line.index] = Part.APART
    return found


def _speaks_of(
    bare: str, left: Mapping[str, set[str]], plan: Plan, listed: Mapping[str, int]
) -> bool:
    """Tell whether a paragraph has a word that one question alone has, which is not answered yet."""
    own = {n: _words(plan.lines[i].bare) for n, i in listed.items()}
    others = {n: set().union(*(words for m, words in own.items() if m != n)) for n in left}
    told = {word for word in _words(bare) if len(word) > _TELLING}
    return any(told & (words - others[n]) for n, words in left.items())


def _words(bare: str) -> set[str]:
    return set(re.findall(r"\w+", bare.casefold()))


def _mails(lines: Sequence[Line]) -> Iterator[_Mail]:
    senders = {
        i: who
        for i, line in enumerate(lines)
        if (who := sender_in(line)) and any(map(is_head_of_mail, lines[i + 1 : i + 2]))
    } or _dated(lines)
    for start, end in pairwise([*senders, len(lines)]):
        body = start + 1
        while body < end and is_head_of_mail(lines[body]):
            body += 1
        yield _Mail(start=start, body=body, end=end, sent_by=senders[start])


_DAY = re.compile(
    r"(?:on )?\d{1,2}[./-]\d{1,2}[./-](?:\d{2}){1,2}|(?:on )?\d{1,2}(?:st|nd|rd|th)? \w{3,9},? \d{4}"
)
_SENT_BY = re.compile(r"[Ff]rom (?P<name>[A-ZÀ-Þ][^,.:;?\n]{3,60})")


def _dated(lines: Sequence[Line]) -> dict[int, Respondent]:
    """Give the lines "from Ann Body" below a day alone, under which a letter stands."""
    found: dict[int, Respondent] = {}
    for before, line in pairwise(lines):
        sent = _SENT_BY.fullmatch(line.bare) if _DAY.fullmatch(before.bare) else None
        if sent is not None and is_name(sent["name"]) and " " in sent["name"]:
            start = line.bare_start + sent.start("name")
            end = line.bare_start + sent.end("name")
            found[line.index] = Respondent(name=sent["name"], start=start, end=end)
    return found


def _respondent(lines: Sequence[Line], mail: _Mail) -> Respondent | None:
    """Give whose words an e-mail holds: who signed it with a role or a party, else who sent it."""
    letter = lines[: mail.end]
    if signed_by_staff(letter, mail.body):
        return None
    sent, signed = mail.sent_by, signature(letter, mail.body)
    if is_staff(sent.name):
        return None
    if signed is not None and signed.reason is None:
        return signed
    if not is_name(sent.name):
        return None
    if signed is None:
        return sent
    return evolve(sent, party=signed.party) if same_person(signed.name, [sent.name]) else None


def _take_mail(plan: Plan, mail: _Mail, who: Respondent | None) -> None:
    for at in range(mail.start, mail.body):
        plan.parts[at] = Part.DETAIL
    plan.parts[mail.start] = Part.PERSON
    if who is not None:
        plan.people[mail.start] = who
    for line in plan.lines[mail.body : mail.end]:
        if plan.parts[line.index] is Part.TEXT and (who is None or _signs(line, who)):
            plan.parts[line.index] = Part.APART


def _signs(line: Line, who: Respondent) -> bool:
    """Tell whether a line alone is a name of whoever wrote, and perhaps the party: "Ann (Green)"."""
    own = name_words(_BRACKET.sub("", line.bare))
    return line.gap and bool(own) and own <= name_words(who.name)
