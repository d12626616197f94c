"""Every compiled pattern of the package goes through a growing text in time linear in its length."""

import importlib
import importlib.util
import pkgutil
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import civicpledge

BENCH = Path(__file__).parents[2] / "bench" / "readers.py"
LENGTH = 30_000
SECONDS = 0.5
"""
Processor time a pattern has for a text. A linear one takes some milliseconds; one that begins anew at every
character takes eight hundred million steps, which is more than this on any machine there is.
"""


def patterns_in(value: object, depth: int = 4) -> Iterator[re.Pattern[str]]:
    """Give the patterns a value holds: itself, in a collection, in a field of a record."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from patterns_in(one, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from patterns_in(one, depth - 1)
    elif depth and attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from patterns_in(getattr(value, field.name, None), depth - 1)


def modules() -> Iterator[object]:
    for found in pkgutil.walk_packages(civicpledge.__path__, "civicpledge."):
        yield importlib.import_module(found.name)


def every_pattern() -> dict[str, re.Pattern[str]]:
    """Give each pattern once, by where it was found first."""
    held: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(patterns_in(value)):
                where = f"{module.__name__.removeprefix('civicpledge.')}.{name}.{number}"
                held.setdefault((pattern.pattern, pattern.flags), (where, pattern))
    return dict(held.values())


def growing_texts() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("growing_texts", BENCH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    more = {"digits": "9", "digits and commas": "1,", "words and digits": "a 1 ", "tabs": "\t"}
    units = {**module.UNIT, **more}
    return {name: (unit * (LENGTH // len(unit) + 1))[:LENGTH] for name, unit in units.items()}


PATTERNS = every_pattern()
TEXTS = growing_texts()


class TooSlowError(Exception):
    """The processor time is used up."""


def stop(*_: object) -> None:
    raise TooSlowError


def through(pattern: re.Pattern[str], text: str) -> bool:
    """Look for a pattern everywhere in a text; tell whether that ended in time."""
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        for _ in pattern.finditer(text):
            pass
    except TooSlowError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return True


def test_the_patterns_are_found():
    assert len(PATTERNS) > 100


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no processor timers")
@pytest.mark.parametrize("where", PATTERNS)
def test_a_pattern_is_through_with_every_growing_text(where):
    slow = [name for name, text in TEXTS.items() if not through(PATTERNS[where], text)]
    assert slow == [], PATTERNS[where].pattern[:200]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no processor timers")
def test_a_pattern_that_begins_anew_everywhere_would_be_noticed():
    assert not through(re.compile(r"\w+\s*:"), "a" * LENGTH * 3)
