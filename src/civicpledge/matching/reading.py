"""Roster files: Democracy Club CSV of both shapes, plain CSV with free headers, Popolo JSON."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from civicpledge.errors import Fault, RosterError
from civicpledge.matching.records import records_from_rows
from civicpledge.matching.roster import Roster
from civicpledge.model.people import Identifier
from civicpledge.normalise.names import name_key
from civicpledge.table import numbered_rows

LARGEST: Final = 200_000_000
"""Bytes of a roster file that are read."""

_HEADERS: Final = {
    "name": ("name", "person name", "candidate", "candidate name", "full name", "display name"),
    "given": ("given name", "first name", "first names", "forename", "forenames", "given names"),
    "family": ("family name", "last name", "surname"),
    "id": ("id", "person id", "candidate id", "identifier", "slug"),
    "contest": (
        "contest",
        "ballot paper id",
        "ballot",
        "contest id",
        "election ballot id",
        "election",
    ),
    "party": ("party", "party name", "affiliation", "party label", "political party"),
    "area": ("area", "post label", "constituency", "district", "ward", "area name", "division"),
    "aliases": ("aliases", "alias", "also known as", "other names", "aka", "alternative names"),
}
"""The headers a column may bear, folded, the surest first."""


def read_roster(path: str | Path, contest: str | None = None) -> Roster:
    """
    Read a roster from a CSV or a JSON file.

    Democracy Club's files are known by ``person_id`` or ``ballot_paper_id``; names as on the statement of
    persons nominated become aliases. In any other CSV a column of names is enough, given that *contest*
    is told or is a column.

    :raises RosterError: with every fault of the file: not there, not UTF-8, no column of names, empty
        names, one identifier twice in a contest, two people of one name in a contest
    """
    where = str(path)
    text = _text(Path(path), where)
    if text.lstrip().startswith(("{", "[")):
        return Roster.from_records(records_from_rows(_popolo_rows(text, where), contest, where))
    rows, numbers = _csv_rows(text, where)
    return Roster.from_records(records_from_rows(rows, contest, where, numbers))


def _text(path: Path, where: str) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise RosterError(where, (Fault("file", f"is larger than {LARGEST:,} bytes"),))
        data = path.read_bytes()
    except OSError as error:
        raise RosterError(where, (Fault("file", _problem(error)),)) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RosterError(where, (Fault(f"line {line}", "is not UTF-8 text"),)) from None


def _problem(error: OSError) -> str:
    return "is not there" if isinstance(error, FileNotFoundError) else "cannot be read"


def _csv_rows(text: str, where: str) -> tuple[list[dict[str, Any]], list[int]]:
    """Give the rows that say anything, and their numbers in the file."""
    try:
        (_, header), *rows = numbered_rows(text) or [(1, [])]
    except csv.Error:
        raise RosterError(
            where, (Fault("file", "is not a table of comma-separated values"),)
        ) from None
    columns = _columns(header)
    if "name" not in columns and "family" not in columns:
        problem = "no column of names; one of 'name', 'person_name', 'candidate' is wanted"
        raise RosterError(where, (Fault("line 1", problem),))
    folded = [str(name_key(cell)) for cell in header]
    keyed = [dict(zip(folded, row, strict=False)) for _, row in rows]
    return [_row(cells, columns) for cells in keyed], [number for number, _ in rows]


def _columns(header: list[str]) -> dict[str, str]:
    """Find which folded header holds what."""
    folded = [name_key(cell.lstrip("\ufeff")) for cell in header]
    return {
        what: next(name for name in names if name in folded)
        for what, names in _HEADERS.items()
        if any(name in folded for name in names)
    }


def _row(cells: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, Any]:
    found = {what: cells.get(column, "").strip() for what, column in columns.items()}
    row: dict[str, Any] = {key: found.get(key, "") for key in ("id", "contest", "party", "area")}
    row["name"] = found.get("name") or f"{found.get('given', '')} {found.get('family', '')}".strip()
    row["aliases"] = [
        alias.strip() for alias in found.get("aliases", "").replace("|", ";").split(";")
    ]
    if "person id" in cells or "ballot paper id" in cells:
        return _democracy_club(row, cells)
    return row


def _democracy_club(row: dict[str, Any], cells: Mapping[str, str]) -> dict[str, Any]:
    """Add what Democracy Club's files tell: the name on the statement, the number, the description."""
    number = cells.get("person id") or cells.get("id") or ""
    statement = f"{cells.get('sopn first names', '')} {cells.get('sopn last name', '')}".split()
    row["contest"] = (cells.get("ballot paper id") or row["contest"]).strip()
    row["id"] = ""
    row["aliases"] = [*row["aliases"], " ".join(statement)]
    row["party"] = row["party"] or cells.get("party description text", "").strip()
    if number.strip():
        row["register_number"] = number.strip()
        row["identifiers"] = (Identifier(scheme="democracy-club", value=number.strip()),)
    return row


def _popolo_rows(text: str, where: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise RosterError(where, (Fault("file", "is not JSON"),)) from None
    if isinstance(data, list):
        data = {"persons": data}
    persons = data.get("persons") if isinstance(data, dict) else None
    if not isinstance(persons, list) or not all(isinstance(person, dict) for person in persons):
        raise RosterError(where, (Fault("persons", "is not a list of objects"),))
    return [row for person in persons for row in _person_rows(person, _memberships(data, person))]


def _memberships(data: Mapping[str, Any], person: Mapping[str, Any]) -> list[dict[str, Any]]:
    listed = [*_objects(data.get("memberships")), *_objects(person.get("memberships"))]
    names = {_word(o.get("id")): _word(o.get("name")) for o in _objects(data.get("organizations"))}
    areas = {_word(a.get("id")): _word(a.get("name")) for a in _objects(data.get("areas"))}
    posts = {_word(p.get("id")): _word(p.get("label")) for p in _objects(data.get("posts"))}
    own = [m for m in listed if _word(m.get("person_id")) in ("", _word(person.get("id")))]
    return [
        {
            "contest": _word(
                m.get("contest_id") or m.get("election") or m.get("legislative_period_id")
            ),
            "party": names.get(_word(m.get("on_behalf_of_id")), ""),
            "area": areas.get(_word(m.get("area_id")), "")
            or posts.get(_word(m.get("post_id")), ""),
        }
        for m in own
    ]


def _person_rows(
    person: Mapping[str, Any], memberships: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    others = [_word(other.get("name")) for other in _objects(person.get("other_names"))]
    identifiers = tuple(
        Identifier(scheme=_word(i.get("scheme")), value=_word(i.get("identifier")))
        for i in _objects(person.get("identifiers"))
        if _word(i.get("scheme")) and _word(i.get("identifier"))
    )
    row = {
        "id": _word(person.get("id")),
        "name": _word(person.get("name")),
        "aliases": others,
        "identifiers": identifiers,
    }
    rows = [{**row, **membership} for membership in memberships] or [row]
    unique = {(r.get("contest"), r.get("area")): r for r in reversed(rows)}
    return list(reversed(unique.values()))


def _objects(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _word(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
