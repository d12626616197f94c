"""The documentation is run, and none of its blocks is skipped in silence."""

import re
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MADE = {"_build", "notebooks"}  # what building the documentation writes
PAGES = [page for page in PAGES if not MADE & set(page.parts)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_python_block_is_one_that_runs(page):
    text = page.read_text(encoding="utf-8")
    fences = re.findall(r"^ *```([^\n`]*)$", text, flags=re.MULTILINE)
    opened = [language.strip() for language in fences[::2]]
    assert not {"pycon", "py", "python3", "{code-block} python"} & set(opened)
    collected = list(Sybil(parsers=[PythonCodeBlockParser()], path=str(page.parent)).parse(page))
    assert len(collected) == opened.count("python")


def test_the_documentation_names_no_word_of_a_workplace():
    """Pages speak of the project alone: no absolute path of a machine."""
    for page in PAGES:
        assert not re.search(
            r"(?<![\w.])/(?:home|root|work|tmp)/", page.read_text(encoding="utf-8")
        )
