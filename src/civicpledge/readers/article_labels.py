"""The label of one line of an article: behind a tick, before "said", initials that the page explains."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from civicpledge.readers.article_marks import refers_to
from civicpledge.readers.labels import Label, label_of, said_in
from civicpledge.readers.lines import CROSSES, TICKS, Line, opens_quotation
from civicpledge.readers.name_forms import is_name, is_party, solid_words
from civicpledge.readers.prose_subjects import person_of

_TICK = re.compile(rf"[{TICKS}{CROSSES}]\ufe0f?[ \t]{{0,3}}")


def label_in(line: Line) -> Label | None:
    """
    Read the label of a line; a heading that asks what stands behind a colon has none.

    The number of an ask in it, "Ann Body (ask 2):", is taken out and kept.
    """
    reference = refers_to(line.bare)
    if reference is not None:
        number, start, end = reference
        label = _label_in(evolve(line, bare=line.bare[:start] + line.bare[end:]))
        if label is not None and label.end >= start:
            strong = label.strong or (label.name is not None and " " in label.name)
            return evolve(label, end=label.end + end - start, ask=number, strong=strong)
    return _label_in(line)


def _label_in(line: Line) -> Label | None:
    ticked = None if line.bullet else _TICK.match(line.bare)
    behind = ticked.end() if ticked else 0
    label = _told_label(line.bare[behind:]) or label_of(line.bare[behind:])
    if label is not None and behind:
        label = evolve(label, end=label.end + behind)
    asks = label is not None and line.heading and label.form == "colon-run-in"
    return None if asks and line.bare.rstrip("*_ ").endswith("?") else label


def _told_label(bare: str) -> Label | None:
    """Read the party beside a name before "said:": "Labour's Ann Body said: ..."."""
    said = said_in(bare)
    person = person_of(said[0]) if said else None
    if said is None or person is None or not person.party or " " not in person.name:
        return None
    return Label(
        name=person.name,
        party=person.party,
        on_behalf_of=person.on_behalf_of,
        end=said[1],
        strong=True,
        form="said",
    )


_INITIALS = re.compile(r"(?P<short>[A-Z]{2,4})[*_]{0,2}(?: ?[:=]| [-–—])[*_]{0,2} ?(?=\S)")
_SHORTENED = re.compile(r" ?[(\[](?P<short>[A-Z]{2,4})[)\]]")


def in_initials(lines: Iterable[Line]) -> dict[int, Label]:
    """
    Read "AB: ..." as the label of the one whom the page's key, "AB: Ann Body, Green", gives them to.

    The lines of the key are labels too, without words. "Ann Body (AB), Green" is a line of a key as well.
    """
    short = [(line, found) for line in lines if (found := _INITIALS.match(line.bare))]
    key = {line.index: entry for line in lines if (entry := _in_key(line))}
    people = dict(key.values())
    if not people:
        people = _of_names(lines, [found["short"] for _, found in short])
    if len(people) < 2 or len(people) < len(key):
        return {}
    spoken = {
        line.index: _spoken(people, found)
        for line, found in short
        if line.index not in key and found["short"] in people
    }
    return spoken | {index: label for index, (_, label) in key.items()} if spoken else {}


def _of_names(lines: Iterable[Line], spoken: Sequence[str]) -> dict[str, Label]:
    """Give the one name, alone on a line, that initials which come again are short for."""
    names: dict[str, dict[str, Label]] = {}
    for line in lines:
        words = line.bare.strip("*_ ")
        if len(words) < _LONGEST_NAME and " " in words and is_name(words.title()):
            initials = "".join(word[0] for word in re.split(r"[ -]", " ".join(solid_words(words))))
            label = Label(name=words, party=None, end=len(words), strong=True, form="line")
            names.setdefault(initials.upper(), {}).setdefault(words.casefold(), label)
    return {
        short: label
        for short, found in names.items()
        if spoken.count(short) > 1 and len(found) == 1
        for label in found.values()
    }


_LONGEST_NAME = 60


def _spoken(people: Mapping[str, Label], found: re.Match[str]) -> Label:
    return evolve(people[found["short"]], end=found.end(), form="colon-run-in")


_SPLIT = re.compile(r" ?[(,–—]| - ")


def _in_key(line: Line) -> tuple[str, Label] | None:
    """Read a line of a key: whose initials stand there, and what they are."""
    before = _INITIALS.match(line.bare)
    inside = None if before else _SHORTENED.search(line.bare, 0, 60)
    found = before or inside
    if found is None:
        return None
    rest = line.bare[found.end() :]
    whole = rest if before else line.bare[: found.start()] + rest
    label = label_of(whole)
    if label is None or label.form not in ("line", "bracket") or " " not in str(label.name):
        name = _SPLIT.split(whole, maxsplit=1)[0].strip()
        if not is_name(name):
            return None
        label = Label(name=name, party=None, end=len(whole), strong=True, form="line")
    if "".join(word[0] for word in solid_words(str(label.name))) != found["short"]:
        return None
    return found["short"], evolve(label, end=len(line.bare), form="line", strong=True)


_SUMMED_UP = re.compile(r"(?P<name>[^\n:–—]{4,50}?)(?: [-–—] |[–—])(?=\S)")
_FEWEST = 3


def summed_up(lines: tuple[Line, ...]) -> dict[int, Label]:
    """
    Read "Ann Body – Supports the bridge." over a quotation as the label of whoever is quoted.

    At least three people have to be quoted so; what the page says of them is none of their words.
    """
    found = {}
    for line, below in pairwise(lines):
        head = _SUMMED_UP.match(line.bare) if below.gap and opens_quotation(below.bare) else None
        name = head["name"].strip("*_ ") if head else ""
        if " " in name and is_name(name) and not is_party(name):
            end = len(line.bare)
            found[line.index] = Label(name=name, party=None, end=end, strong=True, form="line")
    return found if len({label.name for label in found.values()}) >= _FEWEST else {}
