"""The example: the demo's story, any page, and bad input with one line and exit status 2."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

import civicpledge as cp

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPT = EXAMPLES / "score_a_page.py"


@pytest.fixture(scope="module")
def example():
    spec = importlib.util.spec_from_file_location("score_a_page", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def files(tmp_path):
    """A copy of the example's three files, to spoil one of."""
    for name in ("assembly.txt", "roster.csv", "remits.csv"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    return tmp_path


def run(example, folder: Path) -> int:
    return example.main(
        [
            str(folder / "assembly.txt"),
            "--roster",
            str(folder / "roster.csv"),
            "--remits",
            str(folder / "remits.csv"),
            "--json",
            str(folder / "out.json"),
        ]
    )


def test_the_demo_tells_what_was_due_who_scored_what_and_which_claims_do_not_hold():
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=True)
    # By hand: four asks x three for Mayor and three asks x two for Commissioner; one answer missing.
    assert "18 answers due, 17 on record (1 not recorded)." in done.stdout
    assert "no words: Owen Castellan" in done.stdout
    for name in ("Ada Marlow", "Tobias Finch", "Noor Hadley", "Priya Lindqvist", "Owen Castellan"):
        assert name in done.stdout
    assert "Greta Oakes" not in done.stdout
    assert done.stderr == ""


def test_the_saved_dataset_is_the_one_that_was_scored(example, files, capsys):
    assert run(example, files) == 0
    dataset = cp.load(files / "out.json")
    assert sum(cell.due for cell in dataset.cells()) == 18
    assert "# " in capsys.readouterr().out


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


SPOILED = {
    "a missing page": lambda f: (f / "assembly.txt").unlink(),
    "an empty page": lambda f: (f / "assembly.txt").write_text(" \n\n"),
    "a page without an element": lambda f: (f / "assembly.txt").write_text(
        "The weather was fine.\n"
    ),
    "a page that is not UTF-8": lambda f: (f / "assembly.txt").write_bytes(b"1) Homes\n\xff\xfe"),
    "a missing roster": lambda f: (f / "roster.csv").unlink(),
    "a roster without names": lambda f: spoil(f, "roster.csv", "id,name", "id,label"),
    "two candidates with one id": lambda f: spoil(f, "roster.csv", "noor-hadley", "ada-marlow"),
    "a roster that is not UTF-8": lambda f: (f / "roster.csv").write_bytes(b"id,name\n1,\xff\n"),
    "remits that leave an ask out": lambda f: spoil(f, "remits.csv", "5,mayor", "4,mayor"),
    "a remit for an office nobody stands for": lambda f: spoil(
        f, "remits.csv", "5,mayor.eastmere", "5,bishop.eastmere"
    ),
    "a power that is none": lambda f: spoil(f, "remits.csv", "convenes", "wishes"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_bad_input_gives_one_line_exit_status_2_and_nothing_half_written(
    example, files, capsys, case
):
    SPOILED[case](files)
    assert run(example, files) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert not (files / "out.json").exists()


def test_an_output_that_cannot_be_written_is_told_and_leaves_no_stray(example, files, capsys):
    (files / "out.json").mkdir()
    before = sorted(p.name for p in files.iterdir())
    assert run(example, files) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert sorted(p.name for p in files.iterdir()) == before
