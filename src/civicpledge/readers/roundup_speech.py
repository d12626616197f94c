"""Somebody's words in a round-up: quotations with a name before or behind, and what was turned down."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from civicpledge.model.responses import Wording
from civicpledge.readers.labels import label_of
from civicpledge.readers.lines import Line, closes_quotation, opens_quotation
from civicpledge.readers.name_forms import same_person
from civicpledge.readers.people_in_prose import Named, people_in
from civicpledge.readers.roundup_wins import refused_in_item

_DASH = re.compile(r"[ ]?[-–—]{1,2}[ ]?")
_SAYS = re.compile(r":[ ]?(?=[\"“‘'«])")
_BEHIND = re.compile(r"[^.!?]{0,60}[.]?")
_STANDING = re.compile(r"\b(?:candidate|mayoral|mayor|commissioner)\b", re.IGNORECASE)
_LONGEST_NAME = 160


@frozen(kw_only=True)
class Said:
    """Somebody's words, in offsets of the text, and where the name stands."""

    person: Named
    start: int
    end: int
    label: tuple[int, int]
    wording: Wording = Wording.VERBATIM


def said_before(text: str, line: Line) -> Said | None:
    """Read 'Ann Body (Green): "Yes, I will."' and an item that tells what somebody would not do."""
    start, end = line.bare_start, line.bare_end
    refused = refused_in_item(text, start, end) if line.bullet else None
    if refused is not None:
        at, person = refused
        words = text[at:end]
        at += len(words) - len(words.lstrip(" :–—-,"))
        return Said(person=person, start=at, end=end, label=(start, at), wording=Wording.REPORTED)
    people = people_in(text, start, min(end, start + _LONGEST_NAME))
    says = _SAYS.match(text, people[0].until, end) if people and people[0].begin == start else None
    if says is None or not closes_quotation(text[says.end() : end]):
        return None
    return Said(person=people[0], start=says.end(), end=end, label=(start, says.end()))


def said_plainly(text: str, line: Line, known: Iterable[str]) -> Said | None:
    """Read "Ann Body → Yes, I will." and "Ann Body: Yes." below an ask, of one whom the page knows."""
    label = label_of(line.bare)
    if label is None or label.name is None or label.form not in _BEFORE_WORDS:
        return None
    if label.end >= len(line.bare) or not same_person(label.name, known):
        return None
    people = people_in(text, line.bare_start, line.bare_start + label.end)
    if not people or people[0].begin != line.bare_start:
        return None
    start = line.bare_start + label.end
    place = (line.bare_start, start)
    return Said(person=people[0], start=start, end=line.bare_end, label=place)


_BEFORE_WORDS = ("colon-run-in", "bracket", "dash", "bold")


def said_behind(text: str, line: Line, known: Iterable[str]) -> Said | None:
    """Read '"Yes, I will." - Ann Body': a quotation that fills its paragraph but for a known name."""
    first = text.rfind("\n", 0, line.bare_end)
    begun = max(line.bare_start, first + 1, line.bare_end - _LONGEST_NAME)
    closed = max(text.rfind(mark, begun, line.bare_end) for mark in "\"”’»'")
    dash = _DASH.match(text, closed + 1, line.bare_end) if closed > line.bare_start else None
    behind = dash.end() if dash else closed + 1 + text[closed + 1 : closed + 2].count(" ")
    person = _only_person(text, behind, line.bare_end, known) if closed > 0 else None
    if person is None or not (dash or _nothing_more(text, person, line.bare_end)):
        return None
    label = (closed + 1, line.bare_end)
    return Said(person=person, start=line.bare_start, end=closed + 1, label=label)


def said_above(
    text: str, quoted: Sequence[Line], line: Line, below: Line | None, known: Iterable[str]
) -> Said | None:
    """
    Read a line below a quotation that holds nothing but who said it: "- Ann Body, Green".

    A name without a dash may as well stand over the quotation *below* it.
    """
    dashed = line.bullet or _DASH.match(line.bare) is not None
    inside = quoted[-1].quoted and line.quoted
    over = below is not None and (is_quotation(below) or below.bullet)
    if not dashed and not inside and (line.heading or over):
        return None
    bare = _DASH.match(text, line.bare_start, line.bare_end)
    start = bare.end() if bare else line.bare_start
    person = _only_person(text, start, line.bare_end, known)
    if person is None or not (dashed or _nothing_more(text, person, line.bare_end)):
        return None
    return Said(
        person=person,
        start=quoted[0].bare_start,
        end=quoted[-1].bare_end,
        label=(line.bare_start, line.bare_end),
    )


def _only_person(text: str, start: int, end: int, known: Iterable[str]) -> Named | None:
    """Give the person with whom words begin, if the page knows them and they hold little else."""
    if end - start > _LONGEST_NAME:
        return None
    people = people_in(text, start, end)
    if len(people) != 1 or people[0].begin != start or people[0].name not in known:
        return None
    return people[0] if _BEHIND.fullmatch(text, people[0].until, end) else None


def _nothing_more(text: str, person: Named, end: int) -> bool:
    """Tell whether a name without a dash has nothing behind it but what is said of the person."""
    behind = text[person.until : end].strip()
    return not behind or (behind.startswith(",") and not behind.endswith("."))


def is_quotation(line: Line) -> bool:
    """Tell whether a paragraph is somebody's words: in quotation marks, or marked as quoted."""
    return line.quoted or opens_quotation(line.bare)


def goes_on(quoted: Sequence[Line], line: Line) -> bool:
    """Tell whether a paragraph goes on with the quotation above it."""
    if not quoted or quoted[-1].quoted != line.quoted:
        return False
    return line.quoted or not closes_quotation(quoted[-1].bare)


def candidates_in(text: str, lines: Iterable[Line]) -> frozenset[str]:
    """Gather those whom a page prints with a party, or as standing for an office."""
    people = (p for line in lines for p in people_in(text, line.bare_start, line.bare_end))
    return frozenset(
        p.name for p in people if p.party or (p.role and _STANDING.search(p.role) is not None)
    )
