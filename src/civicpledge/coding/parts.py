"""Answers that go limb by limb: "yes to 1 and 3 but not 2", "on the second I'd need to see the figures"."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from civicpledge.coding.codebook import code_response
from civicpledge.coding.cues.limits import LIMIT_RULES
from civicpledge.coding.sentences import lower
from civicpledge.model.asks import Ask
from civicpledge.model.findings import Basis, Finding, Qualification, Stance
from civicpledge.model.ids import PartId
from civicpledge.model.sources import Extent
from civicpledge.normalise.text import PlainText, plain_text

_ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
]
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_NAMED: Final = "(?:parts?|points?|numbers?|asks?|questions?|items?|requests?|limbs?)"
_ORDINAL: Final = (
    rf"(?:the )?(?:{'|'.join(_ORDINALS)}|last)(?: (?:{'|'.join(_COUNTS)})\b)?(?: {_NAMED})?"
)
_NUMBER: Final = rf"(?:{_NAMED} )?\(?(?:[1-9]|(?<=[(])[a-h]|(?<=part )[a-h])\)?(?![\w%])"
_REFERENCE: Final = rf"(?:{_ORDINAL}|{_NUMBER})"
_REFERENCES: Final = rf"(?P<refs>{_REFERENCE}(?:(?:, and |, | and | & ){_REFERENCE}){{0,8}})"
_SAID: Final = re.compile(
    rf"(?:(?<!said )\b(?P<said>yes|no),? (?:to|on|for)|\b(?P<denied>not)(?: to| on|"
    rf" for)?) {_REFERENCES}"
    r"(?=\W*$|[^\w ]| (?:and|as|because|but|if|no|not|only|on|provided|since|though|unless|with|"
    r"yes)\b)"
)
_ALL_BUT: Final = re.compile(
    rf"\byes to (?:all|everything) (?:but|except|except for) {_REFERENCES}"
)
_ALL: Final = re.compile(
    r"\b(?:yes|i (?:will|do|commit|agree|support))\b[^;.\n]{0,20}? (?P<all>all|both|each|every one)"
    rf"(?: of)?(?: (?P<many>{'|'.join(_COUNTS)}))?(?: (?:them|these|those|the above|{_NAMED}))?"
    r"(?=[^\w ]|$)"
)
_HEADS: Final = re.compile(
    rf"(?:^|[;.\n,] ?|\band |\bbut )(?:on|to|for|as to|as for) (?P<on>{_ORDINAL}|"
    rf"{_NAMED} [1-9a-h]\b),? ?"
    rf"|(?:^|[\n;.,] ?)(?P<listed>(?:{_ORDINAL}|{_NUMBER})(?=[.:)–,] ?\w))[.:)–,] ?"
    r"|(?<=[a-z] )(?P<inline>[1-9](?=[.)] (?:yes|no|absolutely)\b))[.)] "
)
_ONE: Final = re.compile(_REFERENCE)
_ANOTHER_SIDE: Final = re.compile(r"[;.\n]|[,]? ?\b(?:but |and )?(?:yes|no|not)\b")
_REACH: Final = 200
_REASON: Final = re.compile(r"^\W*(?:because|as|since)\b|^\W*$")
_CONDITION: Final = next(rule for rule in LIMIT_RULES if rule.id == "condition")


def code_parts(text: str, ask: Ask) -> tuple[tuple[PartId, Finding], ...]:
    """
    Code *text* limb by limb, where *ask* has limbs and the text tells them apart.

    Limbs are told by their place ("the first two", "the last"), their number or letter; a limb that the
    text does not name has no finding of its own.

    >>> from civicpledge.model.asks import Ask, Part
    >>> parts = tuple(Part(id=f"day.1.{n}", text=f"Limb {n}") for n in (1, 2, 3))
    >>> ask = Ask(id="day.1", round="day", title="Do three things", parts=parts)
    >>> [(part, str(f.stance)) for part, f in code_parts("Yes to 1 and 3 but not 2.", ask)]
    [('day.1.1', 'committed'), ('day.1.2', 'refused'), ('day.1.3', 'committed')]
    """
    limbs = [part.id for part in ask.limbs]
    if len(limbs) < _FEWEST_LIMBS or len(text) > _LONGEST:
        return ()
    found: dict[int, Finding] = {}
    for place, finding in _said(plain_text(text), text, ask, len(limbs)):
        found.setdefault(place, finding)
    return tuple((limbs[at], found[at]) for at in sorted(found))


_FEWEST_LIMBS: Final = 2
_LONGEST: Final = 10_000


def _said(plain: PlainText, text: str, ask: Ask, count: int) -> Iterator[tuple[int, Finding]]:
    """Give what is said of each limb, by its place from 0, what is said outright first."""
    words = lower(plain.text)
    for found in _ALL_BUT.finditer(words):
        left_out = set(_places(found["refs"], count))
        extent = plain.extent(*found.span())
        for at in range(count):
            yield at, _verdict("no" if at in left_out else "yes", "", extent)
    for found in _SAID.finditer(words):
        rest = _ANOTHER_SIDE.split(words[found.end() : found.end() + _REACH], maxsplit=1)[0]
        extent = plain.extent(*found.span())
        for at in _places(found["refs"], count):
            yield at, _verdict(found["said"] or "no", rest, extent)
    yield from _told_each(plain, words, (text, ask), count)
    for found in _ALL.finditer(words):
        whole = code_response(text, ask)
        meant = 2 if found["all"] == "both" else _COUNTS.get(found["many"] or "", count)
        if whole.stance is Stance.COMMITTED and meant == count:
            yield from ((at, whole) for at in range(count))


def _told_each(
    plain: PlainText, words: str, answer: tuple[str, Ask], count: int
) -> Iterator[tuple[int, Finding]]:
    """Code what stands behind "on the second, ..." or "2. ..." as an answer of its own."""
    heads = list(_HEADS.finditer(words))
    ends = [*(head.start() for head in heads), len(words)][1:]
    for head, end in zip(heads, ends, strict=True):
        if not words[head.end() : end].strip(" ,.;"):
            continue
        extent = plain.extent(head.end(), end)
        own = code_response(answer[0][extent.start : extent.end], answer[1])
        for at in _places(head["on"] or head["listed"] or head["inline"], count):
            yield at, _moved(own, extent.start)


def _places(references: str, count: int) -> list[int]:
    """Give the places, from 0, that a list of references names."""
    return [at for one in _ONE.findall(references) for at in _place(one, count) if 0 <= at < count]


def _place(reference: str, count: int) -> list[int]:
    words = reference.replace("(", "").replace(")", "").split()
    many = next((_COUNTS[word] for word in words if word in _COUNTS), 1)
    if "last" in words:
        return list(range(count - many, count))
    ordinal = next((word for word in words if word in _ORDINALS), None)
    if ordinal:
        start = _ORDINALS.index(ordinal)
        return list(range(start, start + many))
    mark = words[-1]
    return [int(mark) - 1 if mark.isdigit() else ord(mark) - ord("a")]


def _verdict(said: str, rest: str, extent: Extent) -> Finding:
    """Make a yes or a no to a limb a finding; what is said behind it may tie it to something."""
    stance = Stance.COMMITTED if said == "yes" else Stance.REFUSED
    if stance is Stance.COMMITTED and _CONDITION.cue.search(rest):
        return Finding(
            stance=Stance.QUALIFIED,
            qualification=Qualification.CONDITIONAL,
            alternatives=(stance,),
            basis=Basis.SUGGESTED,
            evidence=(extent,),
            reason="says yes to this part, on a condition",
        )
    plain = _REASON.match(rest) is not None
    return Finding(
        stance=stance,
        alternatives=() if plain else (Stance.QUALIFIED,),
        basis=Basis.EXPLICIT if plain else Basis.SUGGESTED,
        evidence=(extent,),
        reason=f"says {'yes' if stance is Stance.COMMITTED else 'no'} to this part",
    )


def _moved(finding: Finding, by: int) -> Finding:
    """Give a finding on a stretch of a text as one on the text, *by* characters further on."""

    def moved(extent: Extent) -> Extent:
        return Extent(start=extent.start + by, end=extent.end + by)

    return evolve(
        finding,
        evidence=tuple(moved(extent) for extent in finding.evidence),
        fired=tuple(evolve(f, extent=moved(f.extent)) for f in finding.fired),
        quantities=tuple(
            evolve(q, extent=moved(q.extent) if q.extent else None) for q in finding.quantities
        ),
    )
