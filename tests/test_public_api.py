"""
The public API, held against a snapshot: a change of it is a decision, not an accident.

After a decision: ``python tests/test_public_api.py > tests/public_api.json``, and a line in the changelog.
"""

import ast
import enum
import inspect
import json
from pathlib import Path

import attrs
import pytest

import civicpledge as cp

SNAPSHOT = Path(__file__).with_name("public_api.json")


def described(thing: object) -> object:
    """Give what a user may rely on: parameters, fields with defaults, values, methods."""
    if isinstance(thing, type) and issubclass(thing, enum.Enum):
        return {member.name: member.value for member in thing}
    if isinstance(thing, type):
        fields = (
            {
                f.name: "required" if f.default is attrs.NOTHING else "optional"
                for f in attrs.fields(thing)
            }
            if attrs.has(thing)
            else {}
        )
        pythons = dir(BaseException) if issubclass(thing, BaseException) else ()
        methods = {
            name: parameters(member)
            for name, member in inspect.getmembers(thing)
            if not name.startswith("_") and name not in fields and name not in pythons
        }
        bases = [base.__name__ for base in thing.__bases__]
        return {"bases": bases, "fields": fields, "members": methods}
    if callable(thing):
        return parameters(thing)
    return repr(thing) if isinstance(thing, (str, int, tuple)) else type(thing).__name__


def parameters(thing: object) -> object:
    if not callable(thing):
        return "attribute"
    try:
        signature = inspect.signature(thing)
    except ValueError:
        return "callable"
    return {
        p.name: p.kind.description + ("" if p.default is p.empty else ", optional")
        for p in signature.parameters.values()
    }


def snapshot() -> dict[str, object]:
    return {name: described(getattr(cp, name)) for name in cp.__all__ if name != "__version__"}


def test_the_public_names_signatures_fields_and_values_are_those_of_the_snapshot():
    held = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    now = json.loads(json.dumps(snapshot()))
    assert sorted(now) == sorted(held)
    for name, facts in held.items():
        assert now[name] == facts, f"{name} changed"


def test_no_name_is_listed_twice_and_everything_has_a_docstring():
    assert len(cp.__all__) == len(set(cp.__all__))
    bare = [
        name
        for name in cp.__all__
        if callable(getattr(cp, name)) and not inspect.getdoc(getattr(cp, name))
    ]
    assert bare == []


def test_no_package_bears_the_name_of_a_public_function():
    root = Path(cp.__file__).parent
    rooms = {p.stem for p in root.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert rooms & set(cp.__all__) == set()


def test_type_checkers_are_told_the_same_names_from_the_same_rooms():
    stub = ast.parse(Path(cp.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    told = {
        alias.name: node.module
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert told == {**cp._ROOM_OF, "__version__": "civicpledge._version"}


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'scores_of'"):
        _ = cp.scores_of
    assert dir(cp) == sorted(cp.__all__)


if __name__ == "__main__":
    print(json.dumps(snapshot(), indent=1, sort_keys=True))  # noqa: T201
