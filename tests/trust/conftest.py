"""What the tests of trust share: the fuzzing targets beside them, and a dataset marked in every text."""

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import civicpledge as cp
from civicpledge.model.ids import digest

ROOT = Path(__file__).parents[2]
FUZZ = str(ROOT / "fuzz")
if FUZZ not in sys.path:
    sys.path.append(FUZZ)
    sys.path.append(str(Path(__file__).parent))
WHOLE = (ROOT / "tests" / "data" / "whole.json").read_text(encoding="utf-8")
"""A dataset in which every field of every record is set."""

Place = tuple[str | int, ...]


def texts_in(value: Any, place: Place = ()) -> Iterator[Place]:
    """Give the place of every text in plain values."""
    if isinstance(value, str):
        yield place
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts_in(inner, (*place, key))


def with_words(places: tuple[Place, ...], word: str) -> dict[str, Any]:
    """Put *word* behind the text at each place, and let every digest be that of the words coded."""
    data = json.loads(WHOLE)
    del data["documents"]
    for place in places:
        held = data
        for step in place[:-1]:
            held = held[step]
        held[place[-1]] += f" {word}"
    said = {response["id"]: response["text"] for response in data["responses"]}
    for coding in data["codings"]:
        coding["digest"] = digest(said.get(coding["response"], ""))
    return data


def is_taken(data: dict[str, Any]) -> bool:
    try:
        cp.loads(json.dumps(data))
    except cp.CivicPledgeError:
        return False
    return True


@cache
def free_places() -> tuple[Place, ...]:
    """Find every place whose text is free: the file is taken whatever stands there."""
    every = texts_in({k: v for k, v in json.loads(WHOLE).items() if k != "documents"})
    return tuple(place for place in every if is_taken(with_words((place,), "x")))


@pytest.fixture(scope="session")
def marked_json() -> Callable[[str], dict[str, Any]]:
    """Give the whole dataset as plain values, with a word in every text that is free."""
    assert len(free_places()) > 60
    return lambda word: with_words(free_places(), word)


@pytest.fixture(scope="session")
def marked(marked_json) -> Callable[[str], cp.Dataset]:
    """Give the whole dataset with a word in every text that is free."""
    return lambda word: cp.loads(json.dumps(marked_json(word)))
