"""Decisions on names as files, and the table of what is left to decide."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.errors import RowsError
from civicpledge.matching import Roster, read_decisions, review, write_decisions
from civicpledge.model.responses import Decision, DecisionKind

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=20)
DECISIONS = st.builds(
    Decision,
    kind=st.just(DecisionKind.NAME),
    subject=WORDS,
    choice=st.sampled_from(["nobody", "ada-fellows", "mayor.haven.2030-05-02.ada-fellows"]),
    by=WORDS,
    date=st.dates(),
    reason=WORDS,
)


@given(st.lists(DECISIONS, max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory, decisions):
    path = tmp_path_factory.mktemp("decisions") / "decisions.csv"
    write_decisions(path, decisions)
    assert read_decisions(path) == tuple(decisions)


def test_a_cell_that_begins_like_a_formula_is_guarded_in_the_file(tmp_path):
    path = tmp_path / "decisions.csv"
    made = Decision(
        kind=DecisionKind.NAME,
        subject="=Ada",
        choice="nobody",
        by="jane",
        date=datetime.date(2030, 5, 2),
        reason="@SUM(A1)",
    )
    write_decisions(path, [made])
    assert "\n'=Ada," in path.read_text()
    assert ",'@SUM(A1)\n" in path.read_text()
    assert read_decisions(path) == (made,)


def test_every_fault_of_a_file_is_told_at_once(tmp_path):
    path = tmp_path / "decisions.csv"
    path.write_text(
        "name,choice,by,date,reason\nAda,Not An Id,jane,2030-05-02,why\nBen,nobody,jane,May,why\n"
        "Cay,nobody,,2030-05-02,why\n"
    )
    with pytest.raises(RowsError) as error:
        read_decisions(path)
    places = [fault.path for fault in error.value.faults]
    assert places == ["row 2, choice", "row 3, column 'date'", "row 4, by"]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    path = tmp_path / "decisions.csv"
    path.write_text("name,choice,by,date,reason\n\n,,,,\nAda,nobody,jane,May,why\n")
    with pytest.raises(RowsError) as error:
        read_decisions(path)
    assert [fault.path for fault in error.value.faults] == ["row 4, column 'date'"]


def test_only_decisions_on_names_are_written(tmp_path):
    path = tmp_path / "decisions.csv"
    ruled = {"choice": "nobody", "by": "jane", "date": datetime.date(2030, 5, 2), "reason": "why"}
    other = Decision(kind=DecisionKind.LINK, subject="answer-1.ask-1", **ruled)
    name = Decision(kind=DecisionKind.NAME, subject="Ada", **ruled)
    write_decisions(path, [other, name])
    assert read_decisions(path) == (name,)


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"name,choice\nAda,nobody\n"])
def test_a_file_that_cannot_be_read_says_so(tmp_path, content):
    path = tmp_path / "decisions.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RowsError):
        read_decisions(path)


def test_the_review_lists_what_was_not_matched_and_why():
    roster = Roster.from_rows(
        [{"name": "Ada Fellows"}, {"name": "Tom Ash"}, {"name": "Kim Ash"}], contest="mayor.haven"
    )
    table = review(roster.match_many(["Ada Fellows", "Ash", "Karen Fellows", "Ash"]))
    rows = table.to_dict()
    assert rows["name"] == ["Ash", "Karen Fellows"]
    assert rows["outcome"] == ["ambiguous", "unmatched"]
    assert rows["options"][0] == "mayor.haven.kim-ash | mayor.haven.tom-ash"
    assert rows["choice"] == [None, None]
    assert "the given names differ" in rows["evidence"][1]


def test_a_review_of_nothing_is_an_empty_table_of_the_same_columns():
    assert len(review([])) == 0
    assert "choice" in review([]).names
