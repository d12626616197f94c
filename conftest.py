"""Run every ``python`` block of the README and the documentation as a test."""

import os
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent

collect_ignore_glob = ["docs/_build/*", "docs/notebooks/*"]
"""What the documentation makes of sources that are tested where they stand."""


@pytest.fixture(scope="module")
def at_the_root() -> object:
    """Run the blocks where their relative paths lead."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    pattern="*.md",
    fixtures=["at_the_root"],
).pytest()
