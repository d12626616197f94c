"""Whose answers a questionnaire prints: a title, a guest's line, a sender or a signature says so."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from civicpledge.readers.labels import label_of
from civicpledge.readers.lines import Line
from civicpledge.readers.name_forms import (
    ROLES,
    is_name,
    is_party,
    name_words,
    same_person,
    solid_words,
)
from civicpledge.readers.numbering import words_of
from civicpledge.readers.prose_subjects import person_of

_LONGEST = 200
_ANSWERS = (
    r"(?:answers?|responses?|repl(?:y|ies)|interview|q ?(?:&|and) ?a|submission|questionnaire)"
)
_FROM = re.compile(
    rf"(?:[\w&'’.–-]{{1,20}} ){{0,10}}?{_ANSWERS}(?: [\w&'’-]{{1,20}}){{0,8}}? ?(?:\bfrom|\bby|\bwith|\bof"
    rf"|:|[-–—])\s(?P<rest>[^\n]{{3,120}})",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"(?P<rest>[^\n?]{{3,60}}?)(?:['’]s|(?<=s)['’]) (?:[\w&'’-]{{1,20}} ){{0,4}}{_ANSWERS}\b"
    r"[^.?!\n]{0,80}",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"(?P<rest>[^\n?]{3,120}?),? (?:has )?(?:answers?|answered|repl(?:ies|ied)|respond(?:s|ed)|talks"
    r"|speaks)(?: to)? (?:your|our|the|these|members['’]|readers['’]|listeners['’])\b[^.?!\n]{0,80}",
    re.IGNORECASE,
)
_GUEST = re.compile(
    r"(?:(?:our |today['’]s |studio |the )?guest|interviewee|in the studio|with us(?: today)?|interviewing"
    r"|answered by|completed by|returned by|answers by|respondent)\s?:\s{0,3}(?P<rest>[^\n]{3,140})",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:Below|Here|Today),? (?P<rest>[A-Z][^\n?.:;]{3,80}?)"
    r" (?:answers|discusses|explains|gives|lays out|outlines|responds|sets out|shares|talks|tells)\b"
    r"|(?P<talks>[A-Z][^\n?.:;]{3,60}?) (?:speaks|talks) to [A-Z]"
)
# "Ann Body, 63, a writer who ..."
_DESCRIBED = re.compile(r", (?:aged )?\d{2}\b.*$|, (?:an?|who)\b.*$")
_SENDER = re.compile(
    r"from: {0,3}[\"'“]?(?P<name>[^<\"”\n\[(]{3,60}?)[\"'”]? {0,3}(?:[<\[(][^\n]{0,120})?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:to|cc|sent|date|subject|reply-to|attachments?): ", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:my |very |our |all )?(?:best|kind|kindest|warm|warmest)"
    r"(?: (?:best )?(?:wishes|regards))?|regards|many thanks|thanks|thank you"
    r"|yours(?: (?:[a-z]{3,12}ly|ever|aye|etc\.?|in [a-z]{3,12}))?|sincerely|respectfully"
    r"|cheers|in solidarity|all the best|signed|--|–|—)[,.!]?",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r",? \(?(?:(?:who is |is )?(?:standing|running|campaigning|candidate|hoping)\b)", re.IGNORECASE
)
_FOR_PARTY = re.compile(
    r"\bfor (?P<party>(?:the )?[A-Z][\w&' -]{2,40}?)(?= (?:to be|as|in|for)\b|[,.;)]|$)"
)
_ROLE_BEHIND = re.compile(
    r"(?: (?:mayoral|parliamentary|prospective|party['’]s|candidate))+$", re.IGNORECASE
)
_NO_PARTY = words_of("mayor commissioner council councillor mp parliament")
_TAIL = 14


@frozen(kw_only=True)
class Respondent:
    """
    Who answers, as the page prints it.

    :ivar start: :ivar end: where the name stands in the text
    :ivar reason: why it is thought so, where the page does not say it plainly; else ``None``
    """

    name: str
    party: str | None = None
    start: int
    end: int
    reason: str | None = None


def stated(line: Line, text: str) -> Respondent | None:
    """
    Read who is said to answer in a line that says so: "Answers from Ann Body, Green Party".

    >>> from civicpledge.readers.lines import lines_of
    >>> [stated(l, l.bare) for l in lines_of("Answers from our members") if stated(l, l.bare)]
    []
    >>> line = lines_of("Bo Ng, Labour candidate, answers your questions:")[0]
    >>> stated(line, line.bare).name
    'Bo Ng'
    """
    bare = line.bare
    below = _BELOW.match(bare[:_LONGEST])
    person = person_of(below["rest"] or below["talks"]) if below else None
    if below and person and _is_full(person.name):
        return _placed((person.name, person.party), line.bare_start + below.start(), text)
    if len(bare) > _LONGEST or "?" in bare:
        return None
    for form in (_GUEST, _FROM, _OWN, _ANSWERING):
        found = form.fullmatch(bare.rstrip(" :."))
        who = _who(found["rest"]) if found else None
        if found and who:
            return _placed(who, line.bare_start + found.start("rest"), text)
    return None


def _who(words: str) -> tuple[str, str | None] | None:
    """Split "Ann Body, standing for the Greens" into a full name and a party."""
    bare = _DESCRIBED.sub("", words.strip(" *_\"'“”"))
    standing = _STANDING.search(bare)
    head = bare[: standing.start()] if standing else bare
    label = label_of(f"{head}:")
    if label is None or not label.name or label.also or not _is_full(label.name):
        return None
    party = _ROLE_BEHIND.sub("", label.party) if label.party else ""
    return label.name, party if is_party(party) else _standing_for(bare)


def _standing_for(words: str) -> str | None:
    found = _FOR_PARTY.search(words)
    if found is None or found["party"].casefold() in _NO_PARTY:
        return None
    bare = found["party"].removeprefix("the ")
    return found["party"] if is_party(bare) else None


def _is_full(name: str) -> bool:
    return is_name(name) and len(solid_words(name)) > 1 and not is_party(name)


def _placed(who: tuple[str, str | None], start: int, text: str) -> Respondent:
    at = text.index(who[0], start)
    return Respondent(name=who[0], party=who[1], start=at, end=at + len(who[0]))


def sender(lines: Sequence[Line], text: str, body: int) -> Respondent | None:
    """
    Read the sender of an e-mail whose head stands among the lines before *body*.

    Only where the letter says so too, in its signature or in its own copy of "Dear Ms Body", it is plain.
    """
    head = lines[: min(body, 12)]
    sent = next(filter(None, map(sender_in, head)), None)
    if sent is None or not any(map(is_head_of_mail, head)) or not _is_full(sent.name):
        return None
    if any(other.name != sent.name for other in filter(None, map(sender_in, lines[:body]))):
        return None
    signed = signature(lines, body)
    if signed is None and signed_by_staff(lines, body):
        return None
    plain = signed is not None and same_person(signed.name, [sent.name])
    plain = (plain or _is_addressed(sent.name, lines, text)) and not _is_forwarded(head)
    return evolve(
        sent,
        party=signed.party if signed and plain else None,
        reason=None
        if plain
        else "the e-mail is from this name, and nothing else names who answers",
    )


_FORWARDED = re.compile(r"subject: {0,3}(?:fwd?|wg|tr)\b", re.IGNORECASE)
_IMPRINT = re.compile(r"(?:printed|published|promoted)\b", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(?:agent|on behalf of|for and on behalf|pp|office of|office manager|secretary|assistant|staff"
    r"|campaign (?:manager|team|office)|press (?:officer|office)|organiser|volunteer|caseworker)\b",
    re.IGNORECASE,
)


def _is_forwarded(head: Sequence[Line]) -> bool:
    return any(_FORWARDED.match(line.bare) for line in head)


def signed_by_staff(lines: Sequence[Line], body: int) -> bool:
    """Tell whether who signs does so for somebody else: an agent, an office."""
    last = max(closings(lines, body), default=None)
    if last is None:
        return False
    below = [line.bare[:200] for line in lines[last + 1 : last + 5]]
    return any(is_staff(words) and not _IMPRINT.match(words) for words in below)


def is_staff(words: str) -> bool:
    """Tell whether words name somebody who writes for somebody else: "Office of ...", "Agent for ..."."""
    return _STAFF.search(words) is not None


def sender_in(line: Line) -> Respondent | None:
    """Give who sent an e-mail, as the line of its head says that begins with "From:"."""
    found = _SENDER.fullmatch(line.bare[:_LONGEST])
    if found is None:
        return None
    start = line.bare_start + found.start("name")
    name = found["name"].strip()
    return Respondent(name=name, start=start, end=start + len(name))


def is_head_of_mail(line: Line) -> bool:
    """Tell whether a line is one of an e-mail's head: "Subject: ..."."""
    return _MAIL.match(line.bare) is not None


def is_mail(lines: Sequence[Line]) -> bool:
    """Tell whether the first lines are the head of an e-mail."""
    head = lines[:12]
    return any(map(sender_in, head)) and any(map(is_head_of_mail, head))


_DEAR = re.compile(r"dear (?P<name>[^,.:\n]{3,40})", re.IGNORECASE)


def _is_addressed(name: str, lines: Sequence[Line], text: str) -> bool:
    """Tell whether the questions, quoted in the letter, are addressed to *name*."""
    quoted = (_DEAR.match(line.bare) for line in lines if text[line.start] == ">")
    return any(m is not None and name_words(m["name"]) & name_words(name) for m in quoted)


def signature(lines: Sequence[Line], body: int) -> Respondent | None:
    """Read the name that signs a letter, below a closing formula among its last lines."""
    last = max(closings(lines, body), default=None)
    if last is None:
        return None
    below = lines[last + 1 : last + 6]
    named = [line for line in below if _is_full(line.bare.strip(" ,."))]
    if not named:
        return None
    line = named[0]
    name = line.bare.strip(" ,.")
    if signed_by_staff(lines, body):
        return None
    role = " ".join(b.bare for b in lines[line.index + 1 : line.index + 3])
    told = is_party(role) or ROLES.search(role[:120]) is not None
    start = line.bare_start + line.bare.index(name)
    return Respondent(
        name=name,
        party=_party_of_role(role),
        start=start,
        end=start + len(name),
        reason=None if told else "the answers are signed with this name",
    )


def headed(lines: Sequence[Line], body: int) -> Respondent | None:
    """
    Read the one full name that is the main heading of a page, above the questions.

    It is plain where the party stands below it too; else it may be a place, or whom the page is about.
    """
    heads = [line for line in lines if line.heading and line.opened == "#"]
    if len(heads) != 1 or heads[0].index >= body or not _is_full(heads[0].bare):
        return None
    (line,) = heads
    below = [other.bare.strip() for other in lines[line.index + 1 : body]]
    party = next((words for words in below if len(words) < _LONGEST and is_party(words)), None)
    return Respondent(
        name=line.bare,
        party=party,
        start=line.bare_start,
        end=line.bare_end,
        reason=None if party else "the page is headed with this name",
    )


def _party_of_role(role: str) -> str | None:
    found = re.match(
        r"(?P<party>[A-Z][\w&' /-]{2,40}?),? (?:(?:mayoral|parliamentary|prospective) )?"
        r"(?:candidate|councillor|cllr)\b",
        role,
    )
    return found["party"] if found and is_party(found["party"]) else None


def closings(lines: Sequence[Line], body: int) -> Iterator[int]:
    """Give the places of the closing formulas behind *body* that a name follows."""
    for line in lines[max(body, 0) :]:
        if not line.bare or not _CLOSING.fullmatch(line.bare) or line.opened == ">":
            continue
        below = lines[line.index + 1 : line.index + 4]
        if any(is_name(b.bare.strip(" ,.")) for b in below):
            yield line.index
