"""The example notebooks run from top to bottom, and the documentation shows what they show."""

import importlib.util
import re
from pathlib import Path

import pytest

pytest.importorskip("matplotlib", reason="the extra 'plot' is not installed")

import matplotlib as mpl
from matplotlib.image import imread

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.py"))


@pytest.fixture(scope="module")
def shown():
    """Give the module that makes the pages of the documentation."""
    spec = importlib.util.spec_from_file_location(
        "notebook_pages", ROOT / "docs" / "notebook_pages.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    mpl.use("agg")
    return module


def script(tmp_path, text):
    path = tmp_path / "small.py"
    path.write_text(f"# ---\n# header\n# ---\n\n{text}")
    return path


def test_the_notebooks_are_there():
    assert [path.stem for path in NOTEBOOKS] == ["assembly_2021", "two_coders", "two_years"]


@pytest.mark.parametrize(
    ("stem", "printed", "pictures", "tables"),
    [
        ("assembly_2021", "41 of 42 answers", 4, 2),
        ("two_coders", "codings", 0, 2),
        ("two_years", "Andy Street", 1, 2),
    ],
)
def test_a_notebook_runs_and_its_page_shows_it(shown, tmp_path, stem, printed, pictures, tables):
    path = ROOT / "examples" / "notebooks" / f"{stem}.py"
    text = shown.page(path, tmp_path)
    assert text.startswith("# ")
    assert printed in text
    assert text.count("<table") >= tables
    drawn = re.findall(r"!\[[^\]]+\]\(([\w.-]+)\)", text)
    assert len(drawn) == pictures
    for name in drawn:
        height, width, _ = imread(tmp_path / name).shape
        assert min(height, width) > 100
        assert imread(tmp_path / name).std() > 0


def test_words_code_printed_lines_and_the_last_value_stand_in_order(shown, tmp_path):
    path = script(
        tmp_path, '# %% [markdown]\n# # Title\n#\n# Words.\n# %%\nx = 2\nprint("hello")\nx + 1\n'
    )
    assert shown.page(path, tmp_path).split("~~~~~~~~") == [
        "# Title\n\nWords.\n\n",
        'python\nx = 2\nprint("hello")\nx + 1\n',
        "\n\n",
        "text\nhello\n",
        "\n\n",
        "text\n3\n",
        "\n",
    ]


def test_a_cell_that_ends_without_a_value_shows_none(shown, tmp_path):
    assert shown.page(script(tmp_path, "# %%\nx = 2\n"), tmp_path).count("~" * 8) == 2


def test_a_cell_that_fails_fails_the_page(shown, tmp_path):
    with pytest.raises(ZeroDivisionError):
        shown.page(script(tmp_path, "# %%\n1 / 0\n"), tmp_path)
