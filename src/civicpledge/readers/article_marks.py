"""Marks by which pages tell asks and turns: "We asked: ...", "(ask 2)", "AB: Yes. CD: No." on one line."""

import re
from collections import Counter
from collections.abc import Container

from civicpledge.readers.lines import Line, cut_at
from civicpledge.readers.name_forms import is_name
from civicpledge.readers.numbering import numbered

_COUNTED = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
_REFERS = re.compile(
    r",? ?\((?:(?:in )?(?:reply|response|answer) to )?(?:asks?|questions?|q|no\.?) ?"
    rf"(?P<number>{_COUNTED})(?: only)?\)",
    re.IGNORECASE,
)
_MOST_BEFORE = 120


def refers_to(bare: str) -> tuple[str, int, int] | None:
    """
    Find the reference to an ask in a label, "Ann Body, Green (ask 2):": its number and its place.

    >>> refers_to("Ann Body, Green (ask 2): Yes.")
    ('2', 15, 23)
    """
    found = _REFERS.search(bare, 0, _MOST_BEFORE)
    return None if found is None else (found["number"], *found.span())


_TURN = r"[A-ZÀ-Þ][\w'’.-]{0,30}(?: [A-ZÀ-Þ][\w'’.-]{0,30}){0,3}"
_OPENS = re.compile(rf"(?P<who>{_TURN}): ?(?=\S)")
_INSIDE = re.compile(rf"(?<=[.!?…”\"’')] )(?P<who>{_TURN}): (?=\S)")


def turns_apart(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """
    Cut lines in which several speak: "AB: Yes. CD: No.".

    Their labels begin other lines of the page too, or are first names of people that it names again.
    """
    opening = Counter(found["who"] for line in lines if (found := _OPENS.match(line.bare)))
    first = Counter(found[1] for line in lines for found in _FULL.finditer(line.bare[:_SEEN]))
    again = {who for who, times in opening.items() if times > 1 and _may_speak(who)}
    again |= {who for who, times in first.items() if times > 1 and _may_speak(who)}
    if len(again) < 2:
        return lines
    cuts = {line.index: places for line in lines if (places := _turns(line.bare, again))}
    return cut_at(text, lines, cuts) if cuts else lines


def _may_speak(who: str) -> bool:
    return is_name(who.title()) or (who.isupper() and len(who) <= _INITIALS)


_INITIALS = 4
_FULL = re.compile(r"\b([A-ZÀ-Þ][\w'’-]{1,30}) [A-ZÀ-Þ][\w'’-]{1,30}")
_SEEN = 300


def _turns(bare: str, names: set[str]) -> list[int]:
    """Give where in a line that begins with one of *names* others of them begin to speak."""
    first = _OPENS.match(bare)
    if first is None or first["who"] not in names:
        return []
    inside = [found for found in _INSIDE.finditer(bare) if found["who"] in names - {first["who"]}]
    once = len({found["who"] for found in inside}) == len(inside)
    return [found.start() for found in inside] if once else []


def by_number(text: str, start: int, end: int, numbers: Container[str]) -> "list[Numbered]":
    r"""
    Find the lines of somebody's words that begin with one of the *numbers* of the asks they answer.

    Gives the number, where its mark begins, and where the words behind it begin and end.

    >>> by_number("Hm.\nOn ask 2: Yes.\n3. No.", 0, 26, ("2", "3"))
    [('2', 4, 14, 18), ('3', 19, 22, 25)]
    """
    found = []
    for line in _LINE.finditer(text, start, end):
        mark = numbered(line[0])
        if mark is not None and mark.number in numbers:
            found.append((mark.number, line.start(), line.start() + mark.words))
    ends = [*(at for _, at, _ in found), end][1:]
    return [
        (number, at, words, words + len(text[words:stop].rstrip()))
        for (number, at, words), stop in zip(found, ends, strict=True)
    ]


Numbered = tuple[str, int, int, int]
_LINE = re.compile(r"[^\n]+")
