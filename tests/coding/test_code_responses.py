"""The codebook over a dataset, and people's sheets beside it."""

import csv
import datetime as dt

import pytest
from attrs import evolve

from civicpledge.coding import (
    CODEBOOK_VERSION,
    code_responses,
    diff_codings,
    evaluate_codebook,
    read_worksheet,
    worksheet,
)
from civicpledge.errors import MissingFileError, RowsError, UnknownIdError
from civicpledge.model.findings import Basis, Finding, Owner, Stance
from civicpledge.model.ids import digest
from civicpledge.model.responses import Wording

DAY = dt.date(2030, 4, 1)


@pytest.fixture
def answered(quayside, response):
    return quayside(
        response("1", "ada", "Yes. We will run 4 boats."),
        response("1", "bea", "No. It is far too dear."),
        response("2", "ada", "Yes to both.", also=("assembly.2.a",)),
    )


def test_every_response_gets_a_coding_for_each_ask_or_part_it_answers(answered):
    coded = code_responses(answered)
    got = {(c.response, c.ask, c.part): c.finding.stance for c in coded.codings}
    assert got == {
        ("assembly.1.ada", "assembly.1", None): Stance.COMMITTED,
        ("assembly.1.bea", "assembly.1", None): Stance.REFUSED,
        ("assembly.2.ada", "assembly.2", None): Stance.COMMITTED,
        ("assembly.2.ada", "assembly.2", "assembly.2.a"): Stance.COMMITTED,
        ("assembly.2.ada", "assembly.2", "assembly.2.b"): Stance.COMMITTED,
    }
    assert {c.version for c in coded.codings} == {CODEBOOK_VERSION}
    assert {c.digest for c in coded.codings} == {digest(r.text) for r in coded.responses}


def test_coding_again_adds_nothing(answered):
    coded = code_responses(answered)
    assert code_responses(coded) == coded


def test_our_own_paraphrase_is_never_coded(quayside, response):
    ours = response("1", "ada", "Yes.", wording=Wording.PARAPHRASE)
    theirs = response("1", "bea", "Yes.", wording=Wording.REPORTED)
    coded = code_responses(quayside(ours, theirs))
    assert [c.response for c in coded.codings] == ["assembly.1.bea"]


@pytest.mark.parametrize(
    ("told", "stance", "basis"),
    [
        ("Ada pledged to run a river ferry.", Stance.COMMITTED, Basis.EXPLICIT),
        ("She confirmed that she would do this.", Stance.COMMITTED, Basis.EXPLICIT),
        ("She said she would run the ferry if it paid.", Stance.QUALIFIED, Basis.SUGGESTED),
        ("Ada ruled out a ferry.", Stance.REFUSED, Basis.SUGGESTED),
        ("She declined to answer.", Stance.DEFLECTED, Basis.SUGGESTED),
        ("She promised to look at a ferry.", Stance.UNCLEAR, Basis.SUGGESTED),
        ("Her rivals pledged to run a ferry.", Stance.UNCLEAR, Basis.SUGGESTED),
    ],
)
def test_what_somebody_reports_is_read_in_the_third_person(quayside, response, told, stance, basis):
    reported = response("1", "ada", told, wording=Wording.REPORTED)
    verbatim = response("1", "bea", told)
    codings = code_responses(quayside(reported, verbatim)).codings
    got = {c.response: (c.finding.stance, c.finding.basis) for c in codings}
    assert got["assembly.1.ada"] == (stance, basis)
    # The same words in a speaker's own mouth tell of somebody else.
    assert got["assembly.1.bea"][0] not in (Stance.COMMITTED, Stance.REFUSED)


def test_the_figures_of_an_answer_are_kept_with_their_owner(answered):
    finding = code_responses(answered).codings[0].finding
    assert [(q.value, q.unit, q.owner) for q in finding.quantities] == [(4, "boats", Owner.OWN)]
    assert finding.specificity == 3


def fill(sheet, path, **by_text):
    rows = list(csv.DictReader(sheet.table.to_csv().splitlines()))
    for row in rows:
        row.update(by_text.get(row["text"].split()[0].strip(".").lower(), {}))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_a_blind_sheet_names_nobody_and_an_open_one_does(answered):
    blind, shown = (
        str(worksheet(answered, coder="jane", blinding=b).table.to_csv()) for b in ("blind", "open")
    )
    assert "ada" not in blind.lower()
    assert "tide" not in blind.lower()
    assert "Ada" in shown
    assert "Tide" in shown


def test_the_order_of_a_sheet_hangs_on_the_seed_and_the_coder_alone(answered):
    def order(**options):
        return worksheet(answered, **options).table.to_dict()["digest"]

    assert order(coder="jane", seed=3) == order(coder="jane", seed=3)
    orders = {tuple(order(coder="jane", seed=seed)) for seed in range(12)}
    assert len(orders) > 1


def test_a_sheet_shows_the_words_of_the_part_that_an_answer_is_to(quayside, response):
    told = response("2", "ada", "Yes.")
    (row,) = worksheet(quayside(evolve(told, answers=("assembly.2.b",))), coder="jane").table.rows()
    assert any(isinstance(cell, str) and cell.endswith("\nOpen a library") for cell in row)


def test_a_sample_is_as_long_as_it_was_asked_to_be(answered):
    assert len(worksheet(answered, coder="jane", sample=2).table) == 2


@pytest.mark.parametrize("blinding", ["blind", "open"])
def test_a_filled_sheet_comes_back_as_codings_beside_the_codebooks(answered, tmp_path, blinding):
    path = tmp_path / "sheet.csv"
    sheet = worksheet(answered, coder="jane", blinding=blinding)
    fill(
        sheet,
        path,
        no={"stance": "Refused", "evidence": "far too dear", "specificity": "1", "note": "clear"},
    )
    (coding,) = read_worksheet(path, answered, coder="jane", date=DAY)
    assert (coding.response, coding.finding.stance, coding.note) == (
        "assembly.1.bea",
        Stance.REFUSED,
        "clear",
    )
    (extent,) = coding.finding.evidence
    assert "No. It is far too dear."[extent.start : extent.end] == "far too dear"
    both = code_responses(answered).with_codings([coding])
    assert {c.coder for c in both.codings if c.response == "assembly.1.bea"} == {"jane", "codebook"}


def test_what_a_coder_has_coded_is_not_on_the_next_sheet(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(worksheet(answered, coder="jane"), path, no={"stance": "refused"})
    more = answered.with_codings(read_worksheet(path, answered, coder="jane", date=DAY))
    assert (
        len(worksheet(more, coder="jane").table) == len(worksheet(answered, coder="jane").table) - 1
    )
    assert len(worksheet(more, coder="joe").table) == len(worksheet(answered, coder="joe").table)


def test_every_fault_of_a_sheet_is_told_with_its_row_and_column(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(
        worksheet(answered, coder="jane"),
        path,
        yes={"stance": "maybe", "specificity": "9", "evidence": "not there"},
        no={"stance": "qualified", "alternatives": "qualified"},
    )
    with pytest.raises(RowsError) as raised:
        read_worksheet(path, answered, coder="jane", date=DAY)
    columns = [fault.path.partition("column ")[2] for fault in raised.value.faults]
    assert {fault.path.partition(",")[0] for fault in raised.value.faults} == {
        f"row {number}" for number in range(2, 2 + len(worksheet(answered, coder="jane").table))
    }
    assert columns.count("'stance'") == 3
    assert columns.count("'specificity'") == 3
    assert columns.count("'evidence'") == 3
    assert columns.count("'qualification'") == 1
    assert columns.count("'alternatives'") == 1
    assert "dear" not in str(raised.value)


def test_rows_of_a_sheet_are_counted_as_a_spreadsheet_counts_them(answered, tmp_path):
    def rows_at_fault(path):
        with pytest.raises(RowsError) as raised:
            read_worksheet(path, answered, coder="jane", date=DAY)
        places = [fault.path.partition(",")[0] for fault in raised.value.faults]
        return [int(place.removeprefix("row ")) for place in places]

    path = tmp_path / "sheet.csv"
    fill(worksheet(answered, coder="jane"), path, no={"stance": "maybe"})
    before = rows_at_fault(path)
    header, _, rows = path.read_text("utf-8").partition("\n")
    path.write_text(f"{header}\n\n{rows}", "utf-8")
    assert rows_at_fault(path) == [number + 1 for number in before]


def test_a_sheet_of_other_words_is_refused(quayside, response, answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(worksheet(answered, coder="jane"), path, no={"stance": "refused"})
    changed = quayside(response("1", "bea", "No. It is dear."))
    with pytest.raises(RowsError, match="digest"):
        read_worksheet(path, changed, coder="jane", date=DAY)


def test_a_sheet_that_is_not_there_says_so(answered, tmp_path):
    with pytest.raises(MissingFileError):
        read_worksheet(tmp_path / "none.csv", answered, coder="jane", date=DAY)


def test_a_sheet_without_its_columns_names_them(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_text("response,ask\n", encoding="utf-8")
    with pytest.raises(RowsError, match="column 'stance': is missing"):
        read_worksheet(path, answered, coder="jane", date=DAY)


@pytest.mark.parametrize("coder", ["codebook", "Jane Doe", ""])
def test_a_coder_is_an_identifier_of_a_person(answered, coder):
    with pytest.raises(ValueError, match="coder"):
        worksheet(answered, coder=coder)


def test_the_codebook_is_held_against_a_person(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(
        worksheet(answered, coder="jane"),
        path,
        no={"stance": "refused"},
        yes={"stance": "qualified", "qualification": "partial"},
    )
    people = read_worksheet(path, answered, coder="jane", date=DAY)
    found = evaluate_codebook(code_responses(answered).with_codings(people), against="jane")
    # Jane: one refusal, read rightly; three partial answers, read as full yeses.
    assert (found.explicit.hits, found.explicit.total) == (1, 4)
    assert (found.coverage.hits, found.coverage.total) == (4, 4)
    assert (found.opponents_as_supporters.hits, found.opponents_as_supporters.total) == (0, 1)
    assert (Stance.QUALIFIED, Stance.COMMITTED, 3) in found.confusion
    assert "opponents read as supporters" in str(found)


@pytest.mark.parametrize("nobody", ["jane", "codebook"])
def test_a_person_who_coded_nothing_is_told(answered, nobody):
    with pytest.raises(UnknownIdError):
        evaluate_codebook(code_responses(answered), against=nobody)


def test_two_sets_of_codings_are_compared_by_what_they_mean(coding):
    before = [
        coding("r.1", "codebook", Stance.COMMITTED),
        coding("r.2", "codebook", Stance.REFUSED),
    ]
    after = [coding("r.1", "codebook", Stance.COMMITTED), coding("r.2", "codebook", Stance.UNCLEAR)]
    found = diff_codings(before, after)
    assert found.same == 1
    (change,) = found.changes
    assert (change.response, change.before.stance, change.after.stance) == (
        "r.2",
        Stance.REFUSED,
        Stance.UNCLEAR,
    )
    assert [c.after for c in diff_codings(before, after[:1]).changes] == [None]


def test_two_versions_of_the_codebook_stand_side_by_side_and_are_compared(answered):
    now = code_responses(answered)
    unsure = Finding(stance=Stance.UNCLEAR, basis=Basis.SUGGESTED)
    earlier = [
        evolve(
            coding,
            id=f"{coding.id}.earlier",
            version="0.9",
            finding=unsure if coding.response == "assembly.1.bea" else coding.finding,
        )
        for coding in now.codings
    ]
    both = code_responses(answered.with_codings(earlier))
    old, new = (
        [c for c in both.codings if c.version == version] for version in ("0.9", CODEBOOK_VERSION)
    )
    assert len(old) == len(new) == len(now.codings)
    found = diff_codings(old, new)
    (change,) = found.changes
    assert (change.before.stance, change.after.stance) == (Stance.UNCLEAR, Stance.REFUSED)
    assert found.same == len(new) - 1


def test_a_sheet_that_went_through_another_program_comes_back_as_it_was(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(worksheet(answered, coder="jane"), path, no={"stance": "refused", "specificity": "3.0"})
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    (coding,) = read_worksheet(path, answered, coder="jane", date="2030-04-01")
    assert (coding.finding.specificity, coding.coder, coding.date) == (3, "jane", DAY)


def test_a_day_that_is_none_is_told(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(worksheet(answered, coder="jane"), path, no={"stance": "refused"})
    with pytest.raises(RowsError, match="is not a date"):
        read_worksheet(path, answered, coder="jane", date="1 April")


def test_a_coder_s_name_that_is_no_identifier_is_told(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    fill(worksheet(answered, coder="jane"), path, no={"stance": "refused"})
    with pytest.raises(RowsError, match="like 'jane-roe'"):
        read_worksheet(path, answered, coder="Jane Roe", date=DAY)
