"""A person taken out is in nothing that leaves the library, and every count stays."""

import base64
import re
import zipfile

import pytest
from fuzz_targets import dataset

pytest.importorskip("jinja2", reason="the extra 'report' is not installed")
pytest.importorskip("openpyxl", reason="the extra 'excel' is not installed")

import civicpledge as cp
from civicpledge.excel import write_excel
from civicpledge.publish import page_of

PEOPLE = ("ada-marlow", "tobias-finch", "owen-castellan")


def results(made):
    """Give every result of a dataset that can be shown."""
    board = cp.score(made)
    people = [c.person for c in made.candidates if c.contest == made.candidates[0].contest]
    return {
        "board": board,
        "asks": board.by_ask(),
        "themes": board.by_theme(),
        "offices": board.by_office(),
        "ranks": board.ranks(),
        "grid": board.grid(),
        "robustness": cp.robustness(made),
        "comparison": cp.compare(made, *people[:2]),
        "common": cp.common_ground(made),
        "divides": cp.divides(made),
        "claims": cp.audit_claims(made),
        "repeated": cp.repeated_statements(made),
        "record": cp.track_record(made),
        "sheet": cp.worksheet(made, coder="jane", blinding="open"),
        "report": cp.report_on(made),
    }


def unpacked(page):
    """Give a page with the files it offers, which it holds in base64."""
    offered = re.findall(r"base64,([A-Za-z0-9+/=]+)", page)
    return page + "".join(base64.b64decode(text).decode("utf-8", "replace") for text in offered)


def all_that_leaves(made, folder):
    """Give everything as text: JSON, a folder of CSV, a workbook, the page, notebooks, tables."""
    yield "json", cp.dumps(made)
    cp.write_tables(made, folder)
    for path in sorted(folder.glob("*")):
        yield path.name, path.read_text(encoding="utf-8")
    held = results(made)
    write_excel(held, folder / "book.xlsx")
    with zipfile.ZipFile(folder / "book.xlsx") as book:
        yield "workbook", "".join(book.read(name).decode("utf-8") for name in book.namelist())
    yield "page", unpacked(page_of(made))
    for name, result in held.items():
        yield f"{name} in a notebook", result._repr_html_()
        yield f"{name} as text", f"{result} {result!r} {result.to_table().to_csv()}"


def traces_of(made, person):
    """Give what must not be found: the name, its parts, the id, and every sentence nobody else said too."""
    names = {c.name for c in made.candidates if c.person == person}
    own = {r.text for r in made.responses if r.attribution.person == person}
    others = " ".join(r.text for r in made.responses if r.attribution.person != person)
    sentences = {s.strip() for text in own for s in re.split(r"[.!?\n]", text) if len(s) > 12}
    sentences = {sentence for sentence in sentences if sentence not in others}
    words = {word for name in names for word in name.split()}
    return {person, *names, *words, *sentences}


@pytest.mark.parametrize("person", PEOPLE)
def test_a_redacted_person_is_in_nothing_that_leaves(person, tmp_path):
    traces = traces_of(dataset(), person)
    assert len(traces) > 4
    for what, text in all_that_leaves(dataset().redact(person), tmp_path):
        found = sorted(trace for trace in traces if trace in text)
        assert found == [], what


def test_the_traces_are_there_before(tmp_path):
    traces = traces_of(dataset(), "ada-marlow")
    left = dict(all_that_leaves(dataset(), tmp_path))
    for what in ("json", "page", "responses.csv", "workbook"):
        assert "Ada Marlow" in left[what]
    assert sum(trace in left["json"] for trace in traces) == len(traces)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_count_on_the_scoreboard_stays(person):
    before, after = cp.score(dataset()), cp.score(dataset().redact(person))
    figures = ("low", "high", "of_answered", "due", "answered", "coded")

    def told(board):
        return sorted(tuple(str(getattr(held, f)) for f in figures) for held in board)

    assert told(after) == told(before)
