"""The reference: every public call says what it takes and gives, and an example of it runs."""

import importlib.util
import inspect
import re
from pathlib import Path

import pytest

import civicpledge as cp

ROOT = Path(__file__).parents[2]
MADE = {"_build", "notebooks"}  # what building the documentation writes
PAGES = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
PAGES = [page for page in PAGES if not MADE & set(page.parts)]
BLOCKS = "\n".join(
    block
    for page in PAGES
    for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
)
CALLS = [name for name in cp.__all__ if inspect.isroutine(getattr(cp, name))]


@pytest.fixture(scope="module")
def made():
    spec = importlib.util.spec_from_file_location("made_pages", ROOT / "docs" / "made_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", CALLS)
def test_a_public_call_has_an_example_that_runs(name):
    in_its_docstring = ">>> " in inspect.getdoc(getattr(cp, name))
    assert in_its_docstring or re.search(
        rf"\bcp\.{name}\(|^from .*\b{name}\b", BLOCKS, re.MULTILINE
    )


@pytest.mark.parametrize("name", CALLS)
def test_a_public_call_that_can_refuse_says_with_what(name):
    """What a call raises by name in its own body stands in its docstring."""
    call = getattr(cp, name)
    raised = set(re.findall(r"raise (\w+Error)\(", inspect.getsource(call)))
    told = inspect.getdoc(call)
    assert {error for error in raised if error not in told} == set()


def test_the_growth_of_every_public_call_that_takes_text_or_rows_is_measured():
    spec = importlib.util.spec_from_file_location("growth", ROOT / "bench" / "growth.py")
    growth = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(growth)
    taken = {
        "text",
        "rows",
        "label",
        "name",
        "path",
        "folder",
        "document",
        "data",
        "cell",
        "sheet",
        "stated",
    }
    fed = {n for n in CALLS if taken & set(inspect.signature(getattr(cp, n)).parameters)}
    measured = {call.split(" (")[0] for call in growth.CALLS}
    by_another = {  # what reads the names of bundled files, writes, or takes the same rows by the same code
        *("load_dataset", "dump", "peer_label", "codings_from_frame", "responses_from_frame"),
        "write_tables",
    }
    assert fed - measured == by_another


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), target


def test_every_marker_of_a_page_is_filled(made):
    for page in PAGES:
        assert "<!-- made: " not in made.filled(page.read_text(encoding="utf-8")), page.name


def test_every_public_name_stands_once_in_the_table_of_the_steps(made):
    told = re.findall(r"`(\w+)`", made.public_names())
    assert sorted(told) == sorted(set(cp.__all__) - {"__version__"})


def test_the_tables_name_every_member(made):
    for maker, kind in (
        (made.stances, cp.Stance),
        (made.powers, cp.Power),
        (made.absences, cp.Absence),
        (made.missing_policies, cp.MissingPolicy),
    ):
        assert all(f"`{member}`" in maker() for member in kind)
    assert all(name in made.peers() for name in cp.peer_names())


@pytest.mark.parametrize("policy", cp.MissingPolicy)
def test_the_example_of_a_missing_policy_is_what_scoring_gives(made, policy, one_yes):
    held = cp.score(one_yes, rubric=cp.Rubric(missing=policy))["ann"]
    told = f"{held.low}" if held.low == held.high else f"{held.low} to {held.high}"
    assert f"| `{policy}` |" in made.missing_policies()
    (row,) = [line for line in made.missing_policies().split("\n") if f"`{policy}`" in line]
    assert row.endswith(f"| {told} |")


@pytest.fixture(scope="module")
def one_yes():
    """One candidate, nine asks that weigh the same, one plain yes."""
    contest = "mayor.haven.2030-05-02"
    roster = cp.Roster.from_rows([{"id": "ann", "name": "Ann Ash"}], contest=contest)
    rows = [{"number": str(number), "title": f"Ask {number}"} for number in range(1, 10)]
    asks = cp.asks_from_rows(rows, round="r")
    yes = {
        "answers": "r.1",
        "attribution.person": "ann",
        "attribution.candidate": f"{contest}.ann",
        "text": "Yes, I will.",
    }
    kept = {n: getattr(roster, n) for n in ("areas", "offices", "contests", "people", "candidates")}
    made = cp.Dataset(
        **kept,
        rounds=(cp.Round(id="r", title="R", contests=(contest,), field=(f"{contest}.ann",)),),
        asks=asks,
        remits=tuple(
            cp.Remit(ask=ask.id, office=roster.offices[0].id, power=cp.Power.DECIDES)
            for ask in asks
        ),
        sources=(cp.Source(id="page", title="A page"),),
        responses=cp.responses_from_rows([yes], round="r", source="page"),
    )
    return cp.code_responses(made)


def test_the_counts_are_those_of_the_tests_as_they_stand(made):
    """Counted once more with another eye: by their text."""
    paths = list((ROOT / "tests").rglob("test_*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    written = sum(len(re.findall(r"^\s*def test_", text, re.MULTILINE)) for text in texts)
    counts = made.counts()
    assert counts["files of tests"] == len(paths)
    assert abs(counts["tests, as they are written"] - written) <= 2  # texts that quote a test


def test_the_drawing_shows_every_room_and_no_import_that_points_up(made):
    drawing = made.layers()
    rank = made._layers().RANK
    assert all(f">{room}" in drawing for room in rank)
    for room, below in made.imports_between_rooms().items():
        ups = {other for other in below if rank[other] > rank[room]}
        assert ups == set()
