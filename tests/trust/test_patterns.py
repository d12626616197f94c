"""Every compiled pattern of the package goes through a growing text in time linear in its length."""

import importlib
import importlib.util
import os
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

import civicpledge

BENCH = Path(__file__).parents[2] / "bench" / "readers.py"
SOAK = bool(os.environ.get("CIVICPLEDGE_SOAK"))
LENGTH = 30_000
SECONDS = 1.0
"""
Processor time a pattern has for a text. A linear one takes some milliseconds; one that begins anew at every
character takes half a thousand million steps, which is more than this on any machine there is.
"""
IN_THE_CHECK = ("spaces", "one word", "rules")
"""The texts that the check tries; the soak tries them all."""
AT_ONE_PLACE = frozenset(
    {
        *(
            "coding.deeds._POINTS.0",
            "coding.subject._DOES_IT.0",
            "jsonio.columns._SPAN.0",
            "jsonio.tables._PLACE.0",
        ),
        *("matching.scope._PARTY_BEHIND.0", "model.sources._LINE_END.0"),
        *("normalise.quantities._NOUN.0", "normalise.qualifiers._RATE_NEAR.0"),
        *("readers.manifesto._BULLET_LINE.0", "readers.roundup_wins._PAST.0"),
        *("readers.table_cells._RULE.0", "readers.questionnaire_people._ANSWERING.0"),
        *("readers.people_in_prose._BEHALF.0", "readers.people_in_prose._SENT.0"),
    }
)
"""Patterns that are only ever tried from one place on, with ``match`` or ``fullmatch``."""
SHORT = {"normalise.name_parts._MARKS": 500, "coding.codebook.RULES": 10_000}
"""Patterns that meet short texts alone, and how long: a name is cut, a cue is tried on one sentence."""


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
    more = {
        "digits": "9",
        "digits and commas": "1,",
        "words and digits": "a 1 ",
        "tabs": "\t",
        "rules": "-",
    }
    units = {**module.UNIT, **more}
    tried = units if SOAK else IN_THE_CHECK
    return {name: (units[name] * LENGTH)[:LENGTH] for name in tried}


PATTERNS = every_pattern()
TEXTS = growing_texts()


class TooSlowError(Exception):
    """The processor time is used up."""


def stop(*_: object) -> None:
    raise TooSlowError


def everywhere(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass
    at_one_place(pattern, text)


def at_one_place(pattern: re.Pattern[str], text: str) -> None:
    pattern.match(text)
    pattern.fullmatch(f"{text}\0")


def through(
    pattern: re.Pattern[str],
    text: str,
    look: Callable[[re.Pattern[str], str], None] = everywhere,
) -> bool:
    """Look for a pattern in a text; tell whether that ended in time."""
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        look(pattern, text)
    except TooSlowError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return True


def test_the_patterns_are_found():
    assert len(PATTERNS) > 100
    assert set(PATTERNS) >= AT_ONE_PLACE


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no processor timers")
@pytest.mark.parametrize("where", PATTERNS)
def test_a_pattern_is_through_with_every_growing_text(where):
    look = at_one_place if where in AT_ONE_PLACE else everywhere
    cut = SHORT.get(where.rpartition(".")[0], LENGTH)
    slow = [
        name
        for name, text in TEXTS.items()
        # A busy machine may take long once; a pattern that grows takes long each time.
        if not any(through(PATTERNS[where], text[:cut], look) for _ in range(3))
    ]
    assert slow == [], PATTERNS[where].pattern[:200]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no processor timers")
def test_a_pattern_that_begins_anew_everywhere_would_be_noticed():
    assert not through(re.compile(r"\w+\s*:"), "a" * LENGTH * 4)
