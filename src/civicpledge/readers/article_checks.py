"""What a person should look at in a reading of an article."""

import re
from bisect import bisect_left
from collections import Counter

from attrs import evolve

from civicpledge.model.responses import ScopeKind
from civicpledge.readers.reading import RawAsk, Reading, ReadingWarning, SegmentKind


def check(reading: Reading, found: list[ReadingWarning]) -> Reading:
    """Give *reading* with its warnings, in the order of the lines."""
    places = _Lines(reading.document.text)
    warnings = [
        *found,
        *_silent_asks(reading, places),
        *_skips(reading, places),
        *_once(reading, places),
        *_same_words(reading, places),
        *_open_quotations(reading, places),
        *_scopes(reading, places),
        *_unread(reading, places),
        *_perhaps_said(reading, places),
        *_mojibake(reading, places),
    ]
    ordered = sorted(set(warnings), key=lambda w: (w.line, w.what, w.why))
    return evolve(reading, warnings=tuple(ordered))


_FEWEST_WORDS = 6


def asked_again(reading: Reading) -> Reading:
    """
    Give *reading* with a question that is put to one person after another, each time in full, as one ask.

    Somebody who answers it twice was asked two things in the same words: those stay apart.
    """
    first = _first_asked(reading)
    if not first:
        return reading

    def one(ask: RawAsk | None) -> RawAsk | None:
        return ask and first.get(ask.key, ask)

    def each(asks: tuple[RawAsk, ...]) -> tuple[RawAsk, ...]:
        return tuple(first.get(ask.key, ask) for ask in asks)

    return evolve(
        reading,
        asks=tuple(ask for ask in reading.asks if ask.key not in first),
        answers=tuple(evolve(a, ask=one(a.ask), also=each(a.also)) for a in reading.answers),
        absences=tuple(evolve(a, ask=one(a.ask)) for a in reading.absences),
        claims=tuple(evolve(claim, asks=each(claim.asks)) for claim in reading.claims),
        notes=tuple(evolve(note, ask=one(note.ask)) for note in reading.notes),
    )


def _first_asked(reading: Reading) -> dict[str, RawAsk]:
    """Give for the key of each question that comes again where it was asked first."""
    same: dict[tuple[str | None, str], list[RawAsk]] = {}
    for ask in reading.asks:
        words = ask.title.casefold().split()
        if len(words) >= _FEWEST_WORDS and words[-1].endswith("?"):
            same.setdefault((ask.number, " ".join(words)), []).append(ask)
    answering: dict[str, list[str]] = {}
    for answer in reading.answers:
        if answer.ask is not None:
            answering.setdefault(answer.ask.key, []).append(str(answer.speaker).casefold())
    first: dict[str, RawAsk] = {}
    for asks in same.values():
        told = [name for ask in asks for name in set(answering.get(ask.key, ()))]
        if len(told) == len(set(told)):
            first |= {ask.key: asks[0] for ask in asks[1:]}
    return first


class _Lines:
    """Line numbers by offset, without counting from the start each time."""

    def __init__(self, text: str) -> None:
        self._ends = [i for i, c in enumerate(text) if c == "\n"]

    def of(self, offset: int) -> int:
        return bisect_left(self._ends, offset) + 1


def _silent_asks(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    answered = {a.ask.key for a in reading.answers if a.ask} | {
        a.ask.key for a in reading.absences if a.ask
    }
    return [
        ReadingWarning(line=places.of(ask.quote.span.start), what="an ask", why="has no answer")
        for ask in reading.asks
        if ask.key not in answered
    ]


def _skips(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    warnings = []
    for before, ask in zip(reading.asks, reading.asks[1:], strict=False):
        a, b = _value(before), _value(ask)
        if a is not None and b is not None and b not in (a, a + 1) and b != 1:
            why = f"the number before it is {before.number}"
            line = places.of(ask.quote.span.start)
            warnings.append(ReadingWarning(line=line, what=f"ask {ask.number}", why=why))
    return warnings


def _value(ask: RawAsk) -> int | None:
    digits = "".join(c for c in ask.number or "" if c.isdigit())
    return int(digits) if digits else None


def _once(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    if len(reading.asks) < 2:
        return []
    counts = Counter(a.speaker.casefold() for a in reading.answers if a.speaker)
    if sum(times == 1 for times in counts.values()) * 2 > len(counts):
        return []  # Where most come once, as in a report that goes on with surnames, it tells nothing.
    return [
        ReadingWarning(
            line=places.of(a.quote.span.start),
            what="a speaker's name",
            why="occurs once on the page",
        )
        for a in reading.answers
        if a.speaker and counts[a.speaker.casefold()] == 1
    ]


def _same_words(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    seen: dict[str, int] = {}
    warnings = []
    for answer in reading.answers:
        words = " ".join(answer.quote.text.casefold().split())
        line = places.of(answer.quote.span.start)
        if words in seen and len(words) > 20:
            why = f"the same words stand in line {seen[words]}"
            warnings.append(ReadingWarning(line=line, what="an answer", why=why))
        seen.setdefault(words, line)
    return warnings


def _open_quotations(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    text = reading.document.text
    warnings = []
    for answer in reading.answers:
        span = answer.quote.span
        before = text[max(0, span.start - 4) : span.start].rpartition("\n")[2].rstrip()[-1:]
        behind = text[span.end : span.end + 4].partition("\n")[0].lstrip()[:1]
        opened, closed = before in tuple("'\"‘“«"), behind in tuple("'\"’”»")
        if opened != closed:
            why = "is never closed" if opened else "is never opened"
            warnings.append(ReadingWarning(line=places.of(span.start), what="a quotation", why=why))
    return warnings


def _scopes(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    return [
        ReadingWarning(
            line=places.of(claim.quote.span.start),
            what="a claim about a group",
            why="its scope cannot be told",
        )
        for claim in reading.claims
        if claim.kind is ScopeKind.UNKNOWN
    ]


# UTF-8 read as cp1252: a curly mark, a dash, an accented letter, a pound sign.
_MOJIBAKE = re.compile(r"â€[™˜œ\x9d“”\u009d¦]|Ã[\x80-¿]|Â[£ ·©®°]|\ufffd")


def _mojibake(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    found = _MOJIBAKE.search(reading.document.text)
    if found is None:
        return []
    line = places.of(found.start())
    return [ReadingWarning(line=line, what="characters", why="the encoding looks wrong (mojibake)")]


def _unread(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    return [
        ReadingWarning(
            line=places.of(s.start),
            what=f"{s.end - s.start} characters",
            why="no element holds them",
        )
        for s in reading.segments
        if s.kind is SegmentKind.UNREAD
    ]


_PERHAPS = re.compile(
    r"^[ \t*_>•-]{0,6}[A-ZÀ-Þ][\w'’.-]{1,30}(?: [A-ZÀ-Þ][\w'’.-]{1,30}){0,3}[*_]{0,3}:[*_]{0,3} ?"
    r"[\"“](?=\w)",
    re.MULTILINE,
)


def _perhaps_said(reading: Reading, places: _Lines) -> list[ReadingWarning]:
    """Warn of 'Body: "Yes."' among the page's own words: nothing else tells that this is who speaks."""
    text = reading.document.text
    why = "are held to be the page's own; nothing tells that a candidate speaks"
    own = (s for s in reading.segments if s.kind is SegmentKind.CONTEXT)
    found = (m.end() for s in own for m in _PERHAPS.finditer(text, s.start, s.end))
    what = "words behind a name"
    return [ReadingWarning(line=places.of(at), what=what, why=why) for at in found]
