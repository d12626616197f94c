"""What a notebook shows of every result: small, escaped, no cell empty; and a repr that counts."""

import re
from html.parser import HTMLParser

import pytest
from attrs import evolve

import civicpledge as cp

BAD = "<script>alert(1)</script>"
PAGE = f"1) Homes\n\nAda Marlow, Harbour:\n\nYes, I will. {BAD}\n\nWim Krantz, Orchard:\n\nNo.\n"
CONTEST = "mayor.eastmere.2023-05-04"


def hostile():
    """Put markup into every name, title and quote of a small dataset."""
    document = cp.Document.from_text(PAGE, source=cp.Source(id="page", title=f"A page {BAD}"))
    reading = cp.parse(document)
    rows = [{"name": "Ada Marlow", "party": f"Harbour {BAD}", "aliases": [f"Ada {BAD}"]}]
    roster = cp.Roster.from_rows(rows, contest=CONTEST)
    remits = cp.remits({"mayor.eastmere": {"decides": "1"}})
    dataset = cp.code_responses(cp.resolve(reading, roster, remits=remits))
    people = tuple(evolve(c, name=f"{c.name} {BAD}") for c in dataset.candidates)
    asks = tuple(evolve(a, title=f"{a.title} {BAD}") for a in dataset.asks)
    rounds = tuple(evolve(r, title=f"Round {BAD}") for r in dataset.rounds)
    return reading, roster, evolve(dataset, candidates=people, asks=asks, rounds=rounds)


def every_result():
    reading, roster, dataset = hostile()
    board = cp.score(dataset)
    yield from (reading, roster, dataset, board, board.grid(), board.ranks(), board.by_ask())
    yield from (next(iter(board)), cp.audit_claims(dataset), cp.repeated_statements(dataset))
    yield from (cp.coder_agreement(dataset.codings), cp.changes(dataset, dataset))
    yield from (cp.common_ground(dataset), cp.divides(dataset), cp.track_record(dataset))
    yield from (cp.robustness(dataset, draws=1), cp.worksheet(dataset, coder="jane"))
    yield from (cp.report_on(dataset), cp.review([roster.match("Owen Finch")]))


RESULTS = list(every_result())


class Shown(HTMLParser):
    """The tags of a text, and the words of each cell of a table."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.cells = set(), []
        self.feed(text)

    def handle_starttag(self, tag, _attrs):
        self.tags.add(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data):
        if self.cells:
            self.cells[-1] += data


every = pytest.mark.parametrize("result", RESULTS, ids=lambda result: type(result).__name__)


@every
def test_a_notebook_gets_html_in_which_no_cell_is_empty_and_nothing_runs(result):
    shown = Shown(result._repr_html_())
    assert "script" not in shown.tags
    assert all(cell.strip() for cell in shown.cells)


@every
def test_the_html_needs_no_style_sheet_and_fits_dark_and_light(result):
    text = result._repr_html_()
    assert "<link" not in text
    # A background of its own needs an ink of its own; without both, the notebook's theme decides.
    for style in re.findall(r'style="([^"]*)"', text):
        assert ("background" in style) <= bool(re.search(r"(?<!-)color:", style))


@every
def test_the_repr_is_one_short_line_that_counts(result):
    assert re.search(r"\d", repr(result))
    assert "\n" not in repr(result)
    assert len(repr(result)) < 300


def test_a_dataset_is_shown_by_the_number_of_its_records():
    dataset = cp.load_dataset("west-midlands-2021")
    counts = dict(dataset.to_table().rows())
    assert (counts["candidates"], counts["asks"], counts["responses"]) == (6, 9, 41)
    assert "deliveries" not in counts
    assert cp.Dataset().to_table().rows() == []


def test_a_roster_is_shown_with_all_that_names_are_matched_by():
    rows = [{"name": "Ann Ash", "party": "Green", "aliases": ["Annie Ash"]}, {"name": "Bo Birch"}]
    roster = cp.Roster.from_rows(rows, contest=CONTEST)
    assert roster.to_table().rows() == [
        (f"{CONTEST}.ann-ash", CONTEST, "Ann Ash", "Green", "Annie Ash"),
        (f"{CONTEST}.bo-birch", CONTEST, "Bo Birch", None, None),
    ]
