"""
A file with every field set, changed in every way at every place: refused with a path, or kept exactly.

Never changed silently, never an error of another make. ``python tests/test_jsonio_mutations.py`` tries them
all, some minutes long, and prints the counts that the page on the file format tells.
"""

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from civicpledge.errors import FileFormatError
from civicpledge.jsonio import dumps, json_schema, loads
from civicpledge.model.records import Records
from civicpledge.strategies.records import kinds_of

WHOLE = (Path(__file__).parent / "data" / "whole.json").read_text(encoding="utf-8")
SCHEMA = json_schema()
RAW = "\ufdd0"  # stands for JSON that Python's values cannot say
PLAIN_MUTANTS: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3, 1.0, 1.9, 10**30, "", " ", "x", "X", "false", "null", "3", "1_000",
    "1.9", "NaN", "2021-5-6", "2021-02-30", "20210506", "2021-W18-4", "٣", "3/10 ", "6/20", "a b", "a\n",
    [], [None], [[]], ["x"], {}, {"kind": "named"}, {"x": 1},
)  # fmt: skip
RAW_MUTANTS = (
    "NaN", "Infinity", "-Infinity", "1e400", "1E5", "-0", "-0.0", '"\\ud800"', '"a\\udfffb"',
    "[" * 1000 + "]" * 1000, '{"a": 1, "a": 2}', "9" * 5000,
)  # fmt: skip
# All mutants take minutes; each 97th takes in every other place, for a place has some fifty.
STRIDE = 1 if os.environ.get("CIVICPLEDGE_SOAK") else 97
Path_ = tuple[str | int, ...]


def places(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    yield path, value
    if isinstance(value, dict | list):
        for key, held in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(held, (*path, key))


def own_mutants(value: Any) -> Iterator[Any]:
    """The same value under another cover, and its nearest neighbours."""
    match value:
        case bool():
            yield from (int(value), str(value).lower())
        case int():
            yield from (float(value), str(value), value + 1, -value)
        case str():
            yield from (list(value), [value], value.upper(), f"{value} ", f" {value}", f"{value}\n")
            yield from (
                value.replace("a", "а"),
                value.replace("e", "é"),
                value[:-1],
                {value: value},
            )
            yield value.replace("-", "‐").replace(".", "․")
        case list():
            yield from (value * 2, value[::-1], value[1:], {"0": value}, json.dumps(value))
            yield [*value, None]
        case dict():
            yield from ([value], list(value), list(value.values()), {**value, "bogus": None})
            yield from ({k: v for k, v in value.items() if k != left_out} for left_out in value)
            yield from (
                {k.upper(): v for k, v in value.items()},
                {f"{k} ": v for k, v in value.items()},
            )


def replaced(root: Any, path: Path_, mutant: Any) -> Any:
    if not path:
        return mutant
    copied = dict(root) if isinstance(root, dict) else list(root)
    copied[path[0]] = replaced(root[path[0]], path[1:], mutant)
    return copied


def mutants(root: Any) -> Iterator[tuple[Path_, Any, str]]:
    """Every place, every value to put there, and the JSON to put there where no value says it."""
    for path, value in places(root):
        yield from ((path, mutant, "") for mutant in (*PLAIN_MUTANTS, *own_mutants(value)))
        yield from ((path, RAW, raw) for raw in RAW_MUTANTS)


def spelled(root: Any, path: Path_, mutant: Any, raw: str) -> str:
    text = json.dumps(replaced(root, path, mutant))
    return text.replace(json.dumps(RAW), raw) if raw else text


def normal(value: Any, schema: dict[str, Any]) -> Any:
    """A file's values without what holds its default, so that two spellings of one file compare."""
    if "$ref" in schema:
        return normal(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    for option in schema.get("anyOf", ()):
        if "$ref" in option and isinstance(value, dict):
            return normal(value, option)
    for option in schema.get("oneOf", ()):
        held = SCHEMA["$defs"][option["$ref"].rpartition("/")[2]]
        if value["kind"] == held["properties"]["kind"]["const"]:
            return normal(value, held)
    if isinstance(value, list):
        return [normal(one, schema["items"]) for one in value]
    if isinstance(value, dict):
        inner = schema["properties"]
        return {
            key: normal(held, inner[key])
            for key, held in value.items()
            if "default" not in inner[key] or json.dumps(inner[key]["default"]) != json.dumps(held)
        }
    return value


def fingerprint(text: str) -> str:
    """All that a file says, whatever the order of its records, with 1, 1.0 and true told apart."""
    made = normal(json.loads(text), SCHEMA)
    for held in made.values():
        if isinstance(held, list):
            held.sort(key=lambda one: json.dumps(one, sort_keys=True))
    return json.dumps(made, sort_keys=True)


def outcome(text: str) -> str:
    try:
        dataset = loads(text)
    except FileFormatError as error:
        return "refused" if all(f.path and f.problem for f in error.faults) else "without a path"
    return "kept" if fingerprint(dumps(dataset)) == fingerprint(text) else "changed"


def records_in(value: Any) -> Iterator[Any]:
    if attrs.has(type(value)):
        yield value
        value = attrs.astuple(value, recurse=False)
    if isinstance(value, tuple):
        for one in value:
            yield from records_in(one)


def test_the_file_sets_every_field_of_every_record():
    """Else a mutation of a field would never be tried."""
    unset = {(k.__name__, f.name) for k in kinds_of(Records) for f in attrs.fields(k)}
    for record in records_in(loads(WHOLE)):
        for field in attrs.fields(type(record)):
            if getattr(record, field.name) != field.default:
                unset.discard((type(record).__name__, field.name))
    assert unset == set()


def tried(stride: int) -> dict[str, list[tuple[Path_, str]]]:
    """Give what came of each *stride*-th mutant, by outcome, with the text of those not refused."""
    made: dict[str, list[tuple[Path_, str]]] = {}
    root = json.loads(WHOLE)
    for path, mutant, raw in islice(mutants(root), 0, None, stride):
        text = spelled(root, path, mutant, raw)
        found = outcome(text)
        made.setdefault(found, []).append((path, "" if found == "refused" else text))
    return made


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[tuple[Path_, str]]]:
    return tried(STRIDE)


def test_nothing_is_changed_silently_and_no_foreign_error_escapes(outcomes):
    assert set(outcomes) == {"refused", "kept"}
    assert len(outcomes["refused"]) > 15_000 / STRIDE
    assert len(outcomes["kept"]) > 2_000 / STRIDE


def test_the_schema_takes_what_is_taken(outcomes):
    """It may be the laxer of the two, never the stricter; a part of all mutants shows it."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for _, text in outcomes["kept"][::10]:
        validator.validate(json.loads(text))


if __name__ == "__main__":
    for found, cases in sorted(tried(1).items()):
        sys.stdout.write(f"{found}: {len(cases):,}\n")
