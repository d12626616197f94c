"""Strategies for single records: each field by its type and its validators."""

import datetime
import string
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from civicpledge.model import findings, people, responses, sources
from civicpledge.model.ballots import BallotId, ElectionType
from civicpledge.model.checks import not_blank, optional_id, valid_id, valid_ids
from civicpledge.model.ids import ContestId, OfficeId, SourceId, digest

T = TypeVar("T")
Drawn = st.SearchStrategy[T]

_FORENAMES = ("Ada", "Bo", "Chidi", "Dilys", "Ewa", "Fatima", "Gwen", "Hari", "Isla", "Jo")
_FAMILY_NAMES = (
    "Ashe",
    "Brook",
    "Court-Field",
    "Duffy",
    "Eze",
    "Ó Fearn",
    "Green",
    "Hall",
    "de la Iglesia",
)
_OF_IDS = string.ascii_lowercase + string.digits
_DAYS = st.dates(datetime.date(1999, 1, 1), datetime.date(2040, 12, 31))


@cache
def ids() -> Drawn[str]:
    """Give identifiers of one to four segments."""
    words = st.lists(st.text(_OF_IDS, min_size=1, max_size=5), min_size=1, max_size=2)
    return st.lists(words.map("-".join), min_size=1, max_size=2).map(".".join)


@cache
def texts() -> Drawn[str]:
    """Give texts that say something: what people say, and whatever UTF-8 can write."""
    said = st.sampled_from(
        (
            "Yes, I will.",
            "No.",
            "I will look at it - closely!",
            "500 homes by 2029, “fair” ones",
            "£1m",
        )
    )
    anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
    return said | anything.filter(lambda text: bool(text.strip()))


@cache
def names() -> Drawn[str]:
    """Give names of people."""
    full = st.tuples(st.sampled_from(_FORENAMES), st.sampled_from(_FAMILY_NAMES)).map(" ".join)
    return full | texts()


@cache
def fractions() -> Drawn[Fraction]:
    """Give exact figures: shares, sums, counts."""
    return st.builds(Fraction, st.integers(0, 10**12), st.integers(1, 1000))


# Records: each field by its type and its validators, the few that hang together by hand.


@cache
def records(kind: type[T]) -> Drawn[T]:
    """
    Give records of one kind, each valid by itself; what they refer to need not be anywhere.

    >>> from civicpledge.model.people import Area
    >>> records(Area).validate()
    """
    special: Callable[[], Drawn[T]] | None = _SPECIAL.get(kind)
    if special is not None:
        return special()
    return st.builds(kind, **_fields_of(kind))


def _fields_of(kind: Any, *left_out: str) -> dict[str, Drawn[Any]]:
    return {a.name: _of_field(a) for a in attrs.fields(kind) if a.name not in left_out}


def _of_field(attribute: "attrs.Attribute[Any]") -> Drawn[Any]:
    validator = attribute.validator
    checks = getattr(validator, "_validators", (validator,))
    if valid_ids in checks:
        return st.lists(ids(), unique=True, max_size=3).map(tuple)
    if valid_id in checks:
        return ids()
    if optional_id in checks:
        return st.none() | ids()
    if not_blank in checks:
        return texts()
    return _of_type(attribute.type)


def _of_type(kind: Any) -> Drawn[Any]:
    if isinstance(kind, NewType):
        return ids()
    if get_origin(kind) in (Union, UnionType):
        return st.one_of([_of_type(inner) for inner in get_args(kind)])
    if get_origin(kind) is tuple:
        return st.lists(_of_type(get_args(kind)[0]), max_size=2).map(tuple)
    if attrs.has(kind):
        return st.deferred(lambda: records(kind))
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return _SIMPLE[kind]


_SIMPLE: dict[Any, Drawn[Any]] = {
    type(None): st.none(),
    str: texts(),
    int: st.integers(0, 10**6),
    bool: st.booleans(),
    datetime.date: _DAYS,
    Fraction: fractions(),
}


def _contests() -> Drawn[people.Contest]:
    def made(office: str, day: datetime.date | None) -> people.Contest:
        last = day.isoformat() if day else "x"
        return people.Contest(id=ContestId(f"{office}.{last}"), office=OfficeId(office), date=day)

    return st.builds(made, ids(), st.none() | _DAYS)


def _ballots() -> Drawn[BallotId]:
    named = {"organisation": ids().filter(_is_segment), "date": _DAYS}
    boroughs = st.builds(
        BallotId,
        kind=st.sampled_from((ElectionType.MAYOR, ElectionType.PCC)),
        **named,
    )
    wards = st.builds(
        BallotId,
        kind=st.just(ElectionType.LOCAL),
        division=ids().filter(_is_segment),
        by_election=st.booleans(),
        **named,
    )
    return boroughs | wards


def _is_segment(text: str) -> bool:
    return "." not in text and text != "by"


def _ends() -> Drawn[dict[str, int]]:
    return st.tuples(st.integers(0, 10**6), st.integers(1, 500)).map(
        lambda drawn: {"start": drawn[0], "end": sum(drawn)}
    )


def _extents() -> Drawn[sources.Extent]:
    return _ends().map(lambda ends: sources.Extent(**ends))


def _spans() -> Drawn[sources.Span]:
    def made(source: str, ends: dict[str, int]) -> sources.Span:
        return sources.Span(source=SourceId(source), **ends)

    return st.builds(made, ids(), _ends())


def _quotes() -> Drawn[sources.Quote]:
    def made(text: str, source: str, start: int) -> sources.Quote:
        span = sources.Span(source=SourceId(source), start=start, end=start + len(text))
        return sources.Quote(text=text, span=span)

    return st.builds(made, texts(), ids(), st.integers(0, 10**6))


def _documents() -> Drawn[sources.Document]:
    lettered = texts().filter(lambda text: any(c.isalnum() for c in text))
    pages = st.lists(lettered, min_size=1, max_size=5).map("\n".join)
    plain = st.builds(sources.Source, **(_fields_of(sources.Source) | {"sha256": st.none()}))
    return st.builds(
        lambda text, source: sources.Document.from_text(text, source=source), pages, plain
    )


def _source_records() -> Drawn[sources.Source]:
    of_text = st.none() | texts().map(digest)
    return st.builds(sources.Source, **_fields_of(sources.Source, "sha256"), sha256=of_text)


def _deadlines() -> Drawn[findings.Deadline]:
    years, months = st.integers(1990, 2099), st.integers(1, 12)
    anchors = st.sampled_from(list(findings.Anchor))
    return st.one_of(
        st.builds(
            findings.Deadline,
            year=years,
            month=st.none() | months,
            day=st.none() | st.integers(1, 28),
        ),
        st.builds(findings.Deadline, month=months, anchor=st.just(findings.Anchor.SPEAKING)),
        st.builds(
            findings.Deadline,
            within=fractions(),
            unit=st.sampled_from(("day", "week", "month", "year")),
            anchor=anchors,
        ),
    )


def _quantities() -> Drawn[findings.Quantity]:
    def made(ends: list[Fraction], **rest: Any) -> findings.Quantity:
        value, upper = min(ends, default=None), (max(ends) if len(ends) > 1 else None)
        return findings.Quantity(value=value, upper=upper, **rest)

    rest = _fields_of(findings.Quantity, "value", "upper", "deadline")
    figures = st.lists(fractions(), min_size=1, max_size=2)
    return st.one_of(
        st.builds(made, figures, deadline=st.none() | _deadlines(), **rest),
        st.builds(made, st.just([]), deadline=_deadlines(), **rest),
    )


@cache
def _free_in_findings() -> dict[str, Drawn[Any]]:
    """Give the fields of a finding that hang on no other."""
    own = _fields_of(findings.Finding, "stance", "qualification", "alternatives", "evidence")
    return own | {"specificity": st.none() | st.integers(0, findings.FIRMEST_SPECIFICITY)}


@st.composite
def finding_about(draw: st.DrawFn, longest: int = 500) -> findings.Finding:
    """Give findings about a text of *longest* code points."""
    stance = draw(st.sampled_from(list(findings.Stance)))
    qualified = stance is findings.Stance.QUALIFIED
    others = st.sampled_from([s for s in findings.Stance if s is not stance])
    own = _free_in_findings()
    return findings.Finding(
        stance=stance,
        qualification=draw(st.sampled_from(list(findings.Qualification))) if qualified else None,
        alternatives=tuple(draw(st.lists(others, unique=True, max_size=2))),
        evidence=tuple(draw(st.lists(_inside(longest), max_size=2))),
        **{name: draw(drawn) for name, drawn in own.items()},
    )


def _inside(longest: int) -> Drawn[sources.Extent]:
    ends = st.lists(st.integers(0, longest), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda pair: sources.Extent(start=pair[0], end=pair[1]))


def _coding_records() -> Drawn[findings.Coding]:
    own = _fields_of(findings.Coding, "coder", "date", "version", "digest")
    digests = texts().map(digest)
    return st.one_of(
        st.builds(findings.Coding, coder=ids(), date=_DAYS, digest=digests, **own),
        st.builds(
            findings.Coding,
            coder=st.just(findings.CODEBOOK),
            version=texts(),
            digest=digests,
            **own,
        ),
    )


def _response_records() -> Drawn[responses.Response]:
    own = _fields_of(responses.Response, "source", "appearances")
    places = st.lists(_spans(), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(responses.Response, source=ids(), **own),
        st.builds(responses.Response, appearances=places, source=st.none() | ids(), **own),
    )


def _claim_records() -> Drawn[responses.Claim]:
    own = _fields_of(responses.Claim, "quote", "paraphrase", "span")
    return st.one_of(
        st.builds(responses.Claim, quote=_quotes(), **own),
        st.builds(responses.Claim, paraphrase=texts(), span=st.none() | _spans(), **own),
    )


def _absence_notes() -> Drawn[responses.AbsenceNote]:
    noted = (responses.Absence.DECLINED, responses.Absence.NO_REPLY, responses.Absence.NOT_RECORDED)
    own = _fields_of(responses.AbsenceNote, "reason", "note")
    return st.builds(responses.AbsenceNote, reason=st.sampled_from(noted), note=texts(), **own)


def _decision_records() -> Drawn[responses.Decision]:
    own = _fields_of(responses.Decision, "kind", "subject")
    others = [k for k in responses.DecisionKind if k is not responses.DecisionKind.NAME]
    return st.one_of(
        st.builds(
            responses.Decision, kind=st.just(responses.DecisionKind.NAME), subject=names(), **own
        ),
        st.builds(responses.Decision, kind=st.sampled_from(others), subject=ids(), **own),
    )


def _contested() -> Drawn[responses.Contested]:
    own = _fields_of(responses.Contested, "options")
    options = st.lists(ids(), unique=True, min_size=1, max_size=3).map(tuple)
    return st.builds(responses.Contested, options=options, **own)


_SPECIAL: dict[Any, Any] = {
    responses.Contested: _contested,
    people.Contest: _contests,
    BallotId: _ballots,
    sources.Source: _source_records,
    sources.Document: _documents,
    sources.Extent: _extents,
    sources.Span: _spans,
    sources.Quote: _quotes,
    findings.Deadline: _deadlines,
    findings.Quantity: _quantities,
    findings.Finding: finding_about,
    findings.Coding: _coding_records,
    responses.Response: _response_records,
    responses.Claim: _claim_records,
    responses.AbsenceNote: _absence_notes,
    responses.Decision: _decision_records,
}


def kinds_of(root: type) -> tuple[type, ...]:
    """List every kind of record that *root* holds, at any depth, sorted by name."""
    found: dict[str, type] = {}
    waiting: list[Any] = [root]
    while waiting:
        leaves = [leaf for a in attrs.fields(waiting.pop()) for leaf in _leaves(a.type)]
        new = [
            k for k in leaves if isinstance(k, type) and attrs.has(k) and k.__name__ not in found
        ]
        found.update({kind.__name__: kind for kind in new})
        waiting.extend(new)
    return tuple(found[name] for name in sorted(found))


def _leaves(kind: Any) -> list[Any]:
    inner = get_args(kind)
    return [leaf for one in inner for leaf in _leaves(one)] if inner else [kind]
