"""The clauses of a sentence that tell what somebody said: who, which words, and where the name stands."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from civicpledge.readers.hidden_quotations import HIDDEN, behind_hidden
from civicpledge.readers.label_parts import BEHALF
from civicpledge.readers.prose_subjects import Person, person_of

_SAYING = (
    r"(?:said|says|told|argued|argues|replied|answered|responded|added|adds|insisted|stressed"
    r"|explained"
    r"|admitted|warned|suggested|confirmed|acknowledged|stated|declared|promised|promises"
    r"|pledged|pledges"
    r"|vowed|committed|commits|(?:dis)?agreed|(?:dis)?agrees|offered|proposed|proposes|refused|ruled out"
    r"|rejected|backed"
    r"|backs|supported|supports|opposed|opposes|called for|favoured|wanted|wants|believed"
    r"|believes|thought"
    r"|thinks|felt|hoped|undertook|accepted|noted|notes|observed|conceded|countered|maintained"
    r"|emphasi[sz]ed"
    r"|reiterated|called(?= [^\x02.,;\"“]{1,60}[\"“]\x02))"
)
VERB = re.compile(
    r",? (?P<verb>(?:(?:has|had|have|also|then|later|again|since|strongly|firmly|simply) ){0,3}"
    rf"{_SAYING})\b"
)
"""A verb of saying, with what may stand between it and the name."""
_TAG = re.compile(
    r"[ ,–—-]{0,3}(?P<verb>said|says|added|adds|replied|answered|responded|insisted|argued"
    r"|explained"
    r"|promised|pledged|vowed|stressed|declared|warned) (?=[A-Z]|(?:current|former|political) )"
)
_FRONT = re.compile(
    r"(?:(?:asked|when|while|on|in|at|after|for|responding|replying|speaking|meanwhile|however"
    r"|regarding|among(?:st)?|as for"
    r"|also|again"
    r"|earlier|later|finally|similarly|by contrast|turning|to help|to tackle)\b[^.!?\n\x02]{0,160}?, "
    r"|(?:but|and|yet|so) "
    r"|(?:answered|answers?|repl(?:y|ied|ies)|response): )"
    r"(?=[A-Z])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they)", re.IGNORECASE)
_JOINT = re.compile(
    r",? (?:while|whilst|but|and|whereas) (?=[A-Z])|; (?:but |while |and )?(?=[A-Z])"
)
_OTHER = re.compile(
    r" (?:that )?(?P<who>[A-Z][^\x02.,;:]{1,60}?)(?:['’]s)? "
    r"(?:would|will|had|has|was|is|should|could|did|does)\b"
)
_NO_WORDS = re.compile(
    r"(?:refused|wanted not|agreed|declined|was unable) to (?:answer|comment|respond|say|reply"
    r"|be drawn"
    r"|take part|attend|speak)\b"
    r"|answered (?:[a-z]{1,10} ){0,4}(?:questions?|asks)\b|wanted to know\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:that|he|she|they|it|there|we|i|would|could|should|was|were)\b", re.IGNORECASE
)
_PLAIN = frozenset({"said", "says", "replied", "answered", "responded", "added", "adds"})
_MOST_BEFORE = 220


@frozen(kw_only=True)
class Piece:
    """
    A sentence, or half of one, that tells what somebody said; ``person`` is nobody for "she said".

    :ivar leads: whether it only leads up to the quotation in the next paragraph: "Bo Ng told the hall:"
    """

    person: Person | None
    start: int
    end: int
    label: tuple[int, int]
    verbatim: bool
    pronoun: str = ""
    leads: bool = False


def pieces(hidden: str, start: int, end: int) -> Iterator[Piece | None]:
    """Read one sentence: what stands in its clauses, each a piece; ``None`` where it tells nothing."""
    if hidden[start + 1 : start + 2] == HIDDEN:
        yield _quotation(hidden, start, end)
        return
    behind = _SAID_BEHIND.search(hidden, start, end)
    person = person_of(behind["who"]) if behind else None
    if behind is not None and person is not None:
        place = behind.start(), end
        yield Piece(person=person, start=start, end=behind.start(), label=place, verbatim=False)
        return
    at = start
    while at < end:
        stop, following = _next_clause(hidden, at, end)
        yield _clause(hidden, at, stop)
        at = following


_SAID_BEHIND = re.compile(
    r", (?P<who>(?:Mr|Mrs|Ms|Miss|Dr|Cllr)?\.? ?[A-ZÀ-Þ][^,.;:\x02\"“”\n]{1,50}) (?:said|says"
    r"|added|argued|insisted"
    r"|suggested|explained|claimed|warned)[.!]?$"
)


def _quotation(hidden: str, start: int, end: int) -> Piece | None:
    """Read '"Yes," said Ann Body.': who is named behind the quotation."""
    close = behind_hidden(hidden, start + 1, end)
    rest = hidden[close:end]
    bare = Piece(person=None, start=start, end=close, label=(start, start), verbatim=True)
    if not any(c.isalnum() for c in rest):
        return bare
    tag = _TAG.match(rest)
    verb = None if tag else VERB.search(rest, 0, _MOST_BEFORE)
    if tag is not None:
        stop = _TAG_END.search(rest, tag.end())
        cut = stop.start() if stop else len(rest)
        who, more = rest[tag.end() : cut], rest[cut:]
    elif verb is not None:
        who, more = rest[: verb.start()], rest[verb.end() :]
    else:
        return None
    person = person_of(who) or (person_of(who.split(",")[0]) if tag else None)
    if person is None and not _PRONOUN.fullmatch(who.strip()):
        return None
    goes_on = HIDDEN in more
    return Piece(
        person=person,
        start=start,
        end=end if goes_on else close,
        label=(close, end),
        verbatim=not goes_on,
        pronoun="" if person else who.strip().casefold(),
    )


_TAG_END = re.compile(r"[.:\x02\"“]| adding\b| before\b| who\b")


def _clause(hidden: str, start: int, end: int) -> Piece | None:
    """Read "Ann Body said she would ..." and 'Asked about it, Bo Ng said: "No."'."""
    front = _FRONT.match(hidden, start, end)
    subject = front.end() if front else start
    quoted = _NAMED_BEFORE.match(hidden, subject, end)
    if quoted is not None and not _words(hidden, quoted.end(), end):
        close = behind_hidden(hidden, quoted.end(), end)
        person, place = person_of(quoted["who"]), (start, quoted.end() - 1)
        if person is not None:
            return Piece(person=person, start=place[1], end=close, label=place, verbatim=True)
    lead = _leading(hidden, subject, end)
    if lead is not None:
        return lead
    verb = VERB.search(hidden, subject, min(end, subject + _MOST_BEFORE))
    if verb is None or _NO_WORDS.match(hidden, verb.start("verb"), end):
        return None
    who = hidden[subject : verb.start()]
    person = person_of(who)
    if person is None and not _PRONOUN.fullmatch(who.strip()):
        return None
    person = _for_another(hidden, start, subject, person)
    other = _OTHER.match(hidden, verb.end(), end)
    if other is not None and person_of(other["who"]):
        return None
    pronoun = "" if person else who.strip().casefold()
    at, stop, verbatim = _said(hidden, verb, end)
    return Piece(
        person=person, start=at, end=stop, label=(start, at), verbatim=verbatim, pronoun=pronoun
    )


def _said(hidden: str, verb: re.Match[str], end: int) -> tuple[int, int, bool]:
    """Give where the words that a verb of saying tells begin and end, and whether they are a quotation."""
    quote = hidden.find(HIDDEN, verb.end(), end)
    leads = quote > 0 and _leads(verb["verb"], hidden[verb.end() : quote - 1])
    if leads and not _words(hidden, quote, end):
        return quote - 1, behind_hidden(hidden, quote, end), True
    told = any(c.isalnum() or c == HIDDEN for c in hidden[verb.end() : end])
    return (verb.start("verb") if told else end), end, False


_IN_PLACE = re.compile(
    rf"(?:[A-Z][a-z]{{1,20}} )?{BEHALF} (?P<who>[^,]{{3,80}}), $",
    re.IGNORECASE,
)


def _for_another(hidden: str, start: int, subject: int, person: Person | None) -> Person | None:
    """Note for whom somebody speaks: "Speaking on behalf of Bo Ng, Cllr Low said ..."."""
    found = _IN_PLACE.match(hidden, start, subject)
    behalf = person_of(found["who"]) if found and person is not None else None
    if behalf is None or person is None:
        return person
    return evolve(person, on_behalf_of=behalf.name, party=person.party or behalf.party)


def _leading(hidden: str, start: int, end: int) -> Piece | None:
    """Read "Bo Ng told the hall:" and "Ann Body gave a long answer, which we print in full:"."""
    if not hidden[start:end].rstrip().endswith(":"):
        return None
    found = _LEADS_UP.match(hidden, start, end)
    person = person_of(found["who"]) if found else None
    if person is None:
        return None
    place = (start, end)
    return Piece(person=person, start=end, end=end, label=place, verbatim=True, leads=True)


_LEADS_UP = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^.:;\x02\"“”\n]{1,60}?),? (?:then |also |later )?"
    r"(?:said|says|told|answered|replied|responded|added|wrote|gave (?:this|a|an|the) (?:\w+ )?"
    r"(?:answer|reply|response|statement)|had this to say|put it (?:this way|like this))\b"
    r"[^.:;\x02\"“”\n]{0,80}:\s*$"
)
_NAMED_BEFORE = re.compile(r"(?P<who>[A-ZÀ-Þ][^.:;\x02\"“”\n]{1,60}): ?[\"“](?=\x02)")


def _leads(verb: str, words: str) -> bool:
    """Tell whether a verb of saying only leads over to a quotation: " the audience: ", or nothing."""
    bare = words.rstrip()
    if not bare:
        return verb.rsplit(maxsplit=1)[-1] in _PLAIN
    leads = bare.endswith((":", ",")) and len(bare) < 80
    return leads and not (_CLAUSE.search(bare) or _SAYS_ITSELF.search(bare))


_SAYS_ITSELF = re.compile(r"\b(?:yes|no|not|never)\b", re.IGNORECASE)


def _words(hidden: str, quote: int, end: int) -> bool:
    """Tell whether the page says more behind a quotation."""
    return any(c.isalnum() for c in hidden[behind_hidden(hidden, quote, end) : end])


def _next_clause(hidden: str, start: int, end: int) -> tuple[int, int]:
    """Give where a clause ends and the next begins that somebody else speaks in."""
    first = VERB.search(hidden, start, end)
    for joint in _JOINT.finditer(hidden, first.end() if first else end, end):
        verb = VERB.search(hidden, joint.end(), min(end, joint.end() + _MOST_BEFORE))
        if verb is not None and person_of(hidden[joint.end() : verb.start()]):
            return joint.start(), joint.end()
    return end, end
