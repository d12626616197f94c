"""
Round-ups: prose that tells of several assemblies, who came to them and what was won there.

A heading opens an occasion where the prose below tells of people coming together; its bullets are wins.
What was promised is reported. Words below what the page marks as asked ("We asked: ...") answer it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from civicpledge.model.sources import Document, SourceKind, Span
from civicpledge.progress import Progress, watched
from civicpledge.readers.asks import marked_ask
from civicpledge.readers.lines import CROSSES, TICKS, Line, lines_of, looks_like_heading
from civicpledge.readers.reading import (
    RawAnswer,
    RawPledge,
    RawTheme,
    Reading,
    Segment,
    SegmentKind,
    tile,
)
from civicpledge.readers.roundup_fields import field_of
from civicpledge.readers.roundup_occasions import day_in, details_told, headed_by, occasion_told
from civicpledge.readers.roundup_sections import occasion_of
from civicpledge.readers.roundup_walk import Walk
from civicpledge.readers.roundup_wins import wins_of
from civicpledge.readers.running_text import running_text
from civicpledge.readers.stretches import meeting

_EVENT = re.compile(r"\b(?:assembl(?:y|ies)|hustings|round-?up)\b", re.IGNORECASE)
_WON = re.compile(
    r"\b(?:won|winning|wins|commit(?:s|ted|ments?)|pledge[ds]?|promise[ds]?|agree[ds]|signed up)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.7
"""Words shared by two reports of one promise, of all the words of the longer: a judgement."""

_ROUNDUP = re.compile(r"\bround-?up\b", re.IGNORECASE)
_DAY_FIELD = re.compile(r"(?:when|date|day)[*_ ]{0,3}:[*_ ]{0,3}\s*\S", re.IGNORECASE)
_FIRST_LINES = 5
_REACH = 4
"""So many lines below a heading may tell its occasion."""
_MANY = 3
_MOST = 200
"""Promises of one person that a later one is held against."""


def signs(document: Document) -> tuple[str, ...]:
    r"""
    Give the signs that *document* is a round-up, a line each; none where nothing speaks for it.

    >>> from civicpledge.model.sources import Source
    >>> page = Document.from_text("On 3rd May 90 people met at Low Hall.", source=Source(id="r", title="R"))
    >>> signs(page)
    ()
    """
    prose = running_text(document).text
    lines = lines_of(prose)
    return (
        *_signs_of_occasions(prose, lines),
        *_signs_of_asks(prose, lines),
        *_signs_of_wins(lines),
    )


def _signs_of_occasions(prose: str, lines: Sequence[Line]) -> Iterator[str]:
    told = sum(1 for line in lines if not line.bullet and occasion_told(line.bare) is not None)
    headed = _headed(lines)
    if headed > 1:
        yield f"{headed} headings stand over such a paragraph, or over a day and who came"
        promises = sum(1 for x in lines if wins_of(prose, x.bare_start, x.bare_end))
        if promises > 1:
            yield f"{promises} paragraphs or items tell what was promised there"
        if headed >= _MANY <= promises:
            yield "it tells of several occasions, not of one"
    if told > 1:
        yield f"{told} paragraphs tell of people coming together, with a day or a number"
    if sum(1 for line in lines if details_told(line.bare) is not None) > 1:
        yield "several lines give a day and what was on"
    if told > 1 and sum(1 for line in lines if _EVENT.search(line.bare)) >= _MANY:
        yield "several lines name assemblies or hustings"
    if any(_ROUNDUP.search(line.bare) for line in lines[:_FIRST_LINES]):
        yield "the first lines call it a round-up"


def _signs_of_asks(prose: str, lines: Sequence[Line]) -> Iterator[str]:
    """Give the signs that asks were put on several occasions."""
    fields = sum(1 for x in lines if field_of(prose, x.bare_start, x.bare_end) is not None)
    asked = sum(1 for line in lines if marked_ask(line.bare) is not None)
    headings = (line.bare for line in lines if looks_like_heading(line))
    days = {day for bare in headings if (day := day_in(bare))}
    if fields > 1:
        yield f"{fields} lines give the day, the place, the number or who was there"
    if len(days) > 1:
        yield f"headings name {len(days)} days"
    if asked > 1 and (fields > 1 or len(days) > 1):
        yield f"{asked} asks are told"
        yield "they were put on several occasions, not on one"


def _signs_of_wins(lines: Sequence[Line]) -> Iterator[str]:
    ticked = sum(1 for line in lines if line.bullet and line.bare[:1] in {*TICKS, *CROSSES})
    if ticked >= _MANY:
        yield f"{ticked} bullets are ticked or crossed"
    wins = sum(1 for line in lines if line.bullet and _WON.search(line.bare))
    if wins >= _MANY:
        yield f"{wins} bullets tell of commitments"


def _headed(lines: Sequence[Line]) -> int:
    """Count the headings of which the first lines below tell of people coming together."""
    heading = -_REACH
    headed = set()
    for line in lines:
        if line.gap and looks_like_heading(line) and not line.bare.endswith(":"):
            heading = line.index
            if headed_by(line.bare, _below(lines, line.index)) is not None:
                headed.add(heading)
        elif line.index - heading < _REACH and _tells_occasion(line):
            headed.add(heading)
    return len(headed)


def _below(lines: Sequence[Line], index: int) -> str:
    """Give the paragraph below a heading."""
    return lines[index + 1].bare if index + 1 < len(lines) else ""


def _tells_occasion(line: Line) -> bool:
    return not line.bullet and (
        occasion_told(line.bare) is not None or _DAY_FIELD.match(line.bare) is not None
    )


def read_roundup(document: Document, progress: Progress | None = None) -> Reading:
    r"""
    Read *document* as a page that tells of several assemblies and what was won at them.

    Every promise is ``REPORTED`` and has a speaker only where a name stands beside the verb, or in the line
    that leads to its list. What a group is said to have promised is a claim. What else the prose says that
    somebody said is an answer to the ask that is marked above it in its section, or to none. Pictures,
    links and praise by nobody named are context.

    >>> from civicpledge.model.sources import Source
    >>> page = Document.from_text(
    ...     "Low Mill Voices\n\nOn 3rd May, 120 people met at Low Hall.\n\n"
    ...     "  • Won a commitment from Ann Body to plant 30 trees\n", source=Source(id="r", title="R"))
    >>> reading = read_roundup(page)
    >>> [(o.title, o.date, o.place, o.headcounts) for o in reading.occasions]
    [('Low Mill Voices', '3rd May', 'Low Hall', ('120',))]
    >>> [p.speaker for p in reading.pledges]
    ['Ann Body']
    """
    prose = running_text(document)
    walk = Walk(running=prose, lines=lines_of(prose.text))
    walk.run(progress)
    first = _firsts(walk.pledges, progress)
    pledges = _joined(walk.pledges, first)
    occasions = tuple(
        occasion_of(
            prose, held, tuple(pledges[i] for i in dict.fromkeys(first[j] for j in held.pledges))
        )
        for held in walk.occasions
    )
    return Reading(
        document=document,
        kind=SourceKind.ROUNDUP,
        themes=tuple(
            RawTheme(title=o.title, quote=prose.quote(h.line.bare_start, h.line.bare_end))
            for o, h in zip(occasions, walk.occasions, strict=True)
        ),
        asks=tuple(walk.asks),
        answers=_answers(walk),
        claims=tuple(walk.claims),
        pledges=tuple(pledges.values()),
        absences=tuple(walk.absences),
        occasions=occasions,
        segments=tile(document.text, _segments(walk)),
        warnings=tuple(sorted(walk.warnings, key=lambda w: (w.line, w.what, w.why))),
    )


def _answers(walk: Walk) -> tuple[RawAnswer, ...]:
    """Give what people said, at an occasion or elsewhere, as it stands on the page."""
    told = [*walk.elsewhere, *(answer for held in walk.occasions for answer in held.answers)]
    return tuple(sorted(told, key=lambda answer: answer.quote.span.start))


def _segments(walk: Walk) -> list[Segment]:
    """Give what the walk held, the titles of occasions and the first heading as what they are."""
    begin = {at: walk.running.stretch(at, at + 1)[0] for at in (*walk.titles, walk.first or 0)}
    named = {begin[title]: SegmentKind.THEME for title in walk.titles}
    if walk.first is not None:
        named[begin[walk.first]] = SegmentKind.TITLE
    said = meeting((a.quote.span.start, a.quote.span.end) for a in _answers(walk))
    return [evolve(s, kind=named.get(s.start) or _kind(s, said)) for s in walk.held]


def _kind(segment: Segment, said: Callable[[int, int], bool]) -> SegmentKind:
    """Give the kind of a segment: an answer where it is context in which somebody's words stand."""
    inside = segment.kind is SegmentKind.CONTEXT and said(segment.start, segment.end)
    return SegmentKind.ANSWER if inside else segment.kind


def _firsts(pledges: Sequence[RawPledge], progress: Progress | None) -> list[int]:
    """
    Give for every pledge the place of the first report of it: the same promise by the same person.

    A page selects some wins at its top and tells them again below, in nearly the same words.
    """
    keys = [frozenset(_WORD.findall(p.quote.text.casefold())) for p in pledges]
    leaders: dict[str, list[int]] = {}
    firsts: list[int] = []
    for i, pledge in enumerate(watched(pledges, progress)):
        known = leaders.setdefault(pledge.speaker or "", [])
        alike = (j for j in known[:_MOST] if _are_one(pledges[j], pledge, keys[j], keys[i]))
        first = next(alike, i)
        if first == i:
            known.append(i)
        firsts.append(first)
    return firsts


def _joined(pledges: Sequence[RawPledge], firsts: Sequence[int]) -> dict[int, RawPledge]:
    """Give each pledge once, by the place of its first report, with all its appearances."""
    spans: dict[int, list[Span]] = {}
    for pledge, first in zip(pledges, firsts, strict=True):
        spans.setdefault(first, []).append(pledge.quote.span)
    return {i: evolve(pledges[i], appearances=tuple(found)) for i, found in spans.items()}


def _are_one(one: RawPledge, other: RawPledge, a: frozenset[str], b: frozenset[str]) -> bool:
    if one.speaker is None or one.section == other.section:
        return False
    figures = {w for w in a ^ b if w[0].isdigit()}
    return not figures and len(a & b) >= _ALIKE * max(len(a), len(b))
