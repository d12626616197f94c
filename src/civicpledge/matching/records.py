"""Rows of a roster to records, with every fault of all rows at once."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from attrs import frozen

from civicpledge.errors import Fault, RosterError, raise_faults
from civicpledge.model.ids import (
    AreaId,
    CandidateId,
    ContestId,
    OfficeId,
    PartyId,
    PersonId,
    is_id,
    slug,
)
from civicpledge.model.people import (
    Area,
    Candidate,
    Contest,
    Identifier,
    Office,
    Party,
    Person,
)
from civicpledge.normalise.name_words import TITLES
from civicpledge.normalise.names import name_key, parse_name
from civicpledge.normalise.offices import POST_TITLES
from civicpledge.normalise.parties import PartyKind, match_party, party_name


@frozen(kw_only=True)
class RosterRecords:
    """The records of a roster, each kind once, sorted by id."""

    areas: tuple[Area, ...]
    offices: tuple[Office, ...]
    contests: tuple[Contest, ...]
    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    candidates: tuple[Candidate, ...]


class _Row(NamedTuple):
    """One row, taken for what it says."""

    number: str
    name: str
    key: str
    person: PersonId
    contest: ContestId
    party: str | None
    area: str | None
    aliases: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    register_number: str
    told: bool
    """Whether an identifier or a register's number of its own tells this person from namesakes."""


_ALIAS_BREAK: Final = re.compile(r"[|;]")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _text(row: Mapping[str, Any], column: str) -> str:
    value = row.get(column)
    return "" if value is None else " ".join(str(value).split())


def _aliases(row: Mapping[str, Any]) -> tuple[str, ...]:
    value = row.get("aliases")
    if not value:
        return ()
    listed = _ALIAS_BREAK.split(value) if isinstance(value, str) else list(value)
    cleaned = [" ".join(str(alias).split()) for alias in listed]
    return tuple(dict.fromkeys(alias for alias in cleaned if alias))


@lru_cache(maxsize=4096)
def _contest_id(label: str) -> ContestId:
    """Take *label* for a ballot id, or make it one; empty where there is none."""
    pieces = [piece for piece in label.split(".") if piece.strip()]
    return ContestId(label if is_id(label) else ".".join(map(slug, pieces)))


_LISTED: Final = ("aliases", "identifiers")
"""The columns that hold several values."""


def _take(
    row: Mapping[str, Any], number: str, contest: str | None, faults: list[Fault]
) -> _Row | None:
    name = _text(row, "name")
    key = name_key(name)
    if not key:
        faults.append(Fault(f"{number}, column 'name'", "is empty"))
    label = _text(row, "contest") or contest or ""
    if not _contest_id(label):
        faults.append(Fault(f"{number}, column 'contest'", "is empty, and no contest was told"))
    odd = [name for name in _LISTED if not isinstance(row.get(name) or (), Iterable)]
    faults += [Fault(f"{number}, column {name!r}", "is no list") for name in odd]
    if odd or not key or not _contest_id(label):
        return None
    given = _text(row, "id")
    return _Row(
        number=number,
        name=name,
        key=key,
        person=PersonId(given if is_id(given) else slug(given or name)),
        contest=_contest_id(label),
        party=_text(row, "party") or None,
        area=_text(row, "area") or None,
        aliases=_aliases(row),
        identifiers=tuple(row.get("identifiers") or ()),
        register_number=_text(row, "register_number"),
        told=bool(given or _text(row, "register_number")),
    )


def _part_namesakes(rows: Sequence[_Row]) -> list[_Row]:
    """Add the register's number to the ids of people who share a name and have numbers of their own."""
    numbers: dict[PersonId, set[str]] = defaultdict(set)
    for row in rows:
        numbers[row.person].add(row.register_number)
    return [
        row._replace(person=PersonId(f"{row.person}-{slug(row.register_number)}"))
        if row.register_number and len(numbers[row.person]) > 1
        else row
        for row in rows
    ]


_OTHERWISE: Final = re.compile(r"[,(]|[A-Z]{2}")


def _bare_key(row: _Row) -> str:
    """Give the key of a name without title, bracket and order of printing: "Brook, Cllr Helen"."""
    first = row.key.partition(" ")[0]
    if first not in TITLES and _OTHERWISE.search(row.name) is None:
        return row.key
    parsed = parse_name(row.name)
    return name_key(f"{parsed.given} {parsed.middle} {parsed.surname} {parsed.suffix}") or row.key


def _clashes(rows: Sequence[_Row]) -> list[Fault]:
    """Find ids given twice in a contest, and two people of one name in a contest."""
    faults = []
    ids: dict[tuple[str, str], str] = {}
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        key = (row.contest, row.person)
        if key in ids:
            faults.append(
                Fault(row.number, f"the identifier {row.person!r} is in {ids[key]} as well")
            )
            continue
        ids[key] = row.number
        named = (row.contest, row.key if row.told else _bare_key(row))
        if named in names:
            faults.append(
                Fault(row.number, f"the name is that of {names[named][1]} in the same contest")
            )
        names.setdefault(named, (row.person, row.number))
    return faults


def records_from_rows(
    rows: Sequence[Mapping[str, Any]],
    contest: str | None,
    where: str,
    numbers: Sequence[int] | None = None,
) -> RosterRecords:
    """
    Make the records of a roster.

    :param contest: the contest of rows that name none
    :param where: what the rows are, for the error
    :param numbers: the number of each row, for the errors; None to count from 1
    :raises RosterError: with every fault: empty names, no contest, ids given twice, namesakes
    """
    faults: list[Fault] = []
    counted = range(1, len(rows) + 1) if numbers is None else numbers
    taken = [
        _take(row, f"row {number}", contest, faults)
        for row, number in zip(rows, counted, strict=True)
    ]
    kept = _part_namesakes([row for row in taken if row is not None])
    faults += _clashes(kept)
    if not rows:
        faults.append(Fault("rows", "there are none"))
    raise_faults(RosterError, where, faults)
    return _records(kept)


def _records(rows: Sequence[_Row]) -> RosterRecords:
    contests = {contest: _contest(contest) for contest in {row.contest for row in rows}}
    areas = _areas(rows, contests)
    offices = {contests[c].office: _office(contests[c].office, areas.get(c)) for c in contests}
    parties: dict[PartyId, Party] = {}
    for label in {row.party for row in rows if row.party}:
        parties.update(_parties(label))
    people = _people(rows)
    candidates = [_candidate(row) for row in rows]
    return RosterRecords(
        areas=tuple(sorted({a.id: a for a in areas.values()}.values(), key=lambda a: a.id)),
        offices=tuple(sorted(offices.values(), key=lambda o: o.id)),
        contests=tuple(sorted(contests.values(), key=lambda c: c.id)),
        parties=tuple(sorted(parties.values(), key=lambda p: p.id)),
        people=people,
        candidates=tuple(sorted(candidates, key=lambda c: c.id)),
    )


def _areas(rows: Sequence[_Row], contests: Mapping[ContestId, Contest]) -> dict[ContestId, Area]:
    """Give the area of every contest: as its rows name it, else as its id does."""
    named: dict[ContestId, set[str]] = defaultdict(set)
    for row in rows:
        named[row.contest] |= {row.area} if row.area else set()
    areas: dict[ContestId, Area] = {}
    for contest, names in named.items():
        rest = contests[contest].office.partition(".")[2]
        if names:
            areas[contest] = Area(id=AreaId(slug(min(names))), name=min(names))
        elif rest:
            areas[contest] = Area(id=AreaId(rest), name=_area_name(rest))
    return areas


def _dated(contest: str) -> tuple[OfficeId, datetime.date | None]:
    """Part a ballot id into the office and the day of the poll."""
    office, _, last = contest.rpartition(".")
    try:
        return OfficeId(office), datetime.date.fromisoformat(last) if _DAY.fullmatch(last) else None
    except ValueError:
        return OfficeId(contest), None


def _contest(contest: ContestId) -> Contest:
    office, date = _dated(contest)
    return Contest(id=contest, office=office if date else OfficeId(contest), date=date)


def _office(office: OfficeId, area: Area | None) -> Office:
    post = office.partition(".")[0]
    title = POST_TITLES.get(post, post.replace("-", " ").title())
    if area is None:
        return Office(id=office, title=title)
    return Office(id=office, title=f"{title}, {area.name}", area=area.id)


def _area_name(area: str) -> str:
    words = area.replace(".", ", ").replace("-", " ").title()
    return words.replace(" Of ", " of ").replace(" And ", " and ")


def _parties(label: str) -> dict[PartyId, Party]:
    found = match_party(label)
    if len(found.parties) == 1:
        return {found.parties[0]: Party(id=found.parties[0], name=found.name)}
    if found.parties:
        return {party: Party(id=party, name=party_name(party)) for party in found.parties}
    if found.kind is not PartyKind.UNKNOWN:
        return {}
    party = PartyId(slug(label))
    return {party: Party(id=party, name=label)}


def _people(rows: Sequence[_Row]) -> tuple[Person, ...]:
    by_person: dict[PersonId, list[_Row]] = defaultdict(list)
    for row in rows:
        by_person[row.person].append(row)
    people = []
    for person, group in sorted(by_person.items()):
        if len(group) == 1:
            people.append(Person(id=person, name=group[0].name, identifiers=group[0].identifiers))
            continue
        names = Counter(row.name for row in group)
        name = min(names, key=lambda n: (-names[n], n))
        aliases = tuple(sorted(set(names) - {name}))
        identifiers = tuple(dict.fromkeys(i for row in group for i in row.identifiers))
        people.append(Person(id=person, name=name, aliases=aliases, identifiers=identifiers))
    return tuple(people)


def _candidate(row: _Row) -> Candidate:
    found = match_party(row.party) if row.party else None
    parties = found.parties if found is not None else ()
    if row.party and found is not None and found.kind is PartyKind.UNKNOWN:
        parties = (PartyId(slug(row.party)),)
    return Candidate(
        id=CandidateId(f"{row.contest}.{row.person}"),
        person=row.person,
        contest=row.contest,
        name=row.name,
        party=parties,
        party_on_roster=row.party,
        aliases=row.aliases,
    )
