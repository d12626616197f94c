"""Tables and folders of CSV, out and back without a loss; records of rows, with every fault at its row."""

import csv
import datetime
import json
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.datasets import dataset_names, load_dataset
from civicpledge.errors import FileFormatError, MissingFileError, RowsError, SaveError
from civicpledge.jsonio import (
    asks_from_rows,
    codings_from_rows,
    dumps,
    from_tables,
    loads,
    read_tables,
    responses_from_rows,
    to_tables,
    write_tables,
)
from civicpledge.model.asks import Ask, AskForm, Part, Round
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Basis, Quantity, Stance
from civicpledge.model.ids import digest
from civicpledge.model.people import Area, Office
from civicpledge.model.records import KEYS
from civicpledge.model.responses import Unattributed
from civicpledge.strategies import datasets
from civicpledge.table import ColumnKind

WHOLE = loads((Path(__file__).parent / "data" / "whole.json").read_text(encoding="utf-8"))


def faults_of(made: object) -> list[str]:
    with pytest.raises(RowsError) as caught:
        made()
    return [str(fault) for fault in caught.value.faults]


@given(datasets())
def test_tables_make_the_same_dataset_again(dataset):
    assert from_tables(to_tables(dataset)) == dataset


@settings(max_examples=8)
@given(datasets())
def test_a_folder_makes_the_same_dataset_again(tmp_path_factory, dataset):
    folder = tmp_path_factory.mktemp("tables")
    write_tables(dataset, folder)
    assert read_tables(folder) == dataset


@pytest.mark.parametrize("dataset", [WHOLE, *map(load_dataset, dataset_names())], ids=str)
def test_whole_datasets_go_out_and_come_back(tmp_path, dataset):
    assert from_tables(to_tables(dataset)) == dataset
    write_tables(dataset, tmp_path)
    assert read_tables(tmp_path) == dataset


def test_every_collection_has_its_table_with_the_same_columns_empty_or_full():
    empty, full = to_tables(Dataset()), to_tables(WHOLE)
    assert list(empty) == list(full) == list(KEYS)
    for name, table in full.items():
        assert len(table) == len(getattr(WHOLE, name)) > 0
        assert [(c.name, c.kind) for c in table.columns] == [
            (c.name, c.kind) for c in empty[name].columns
        ]


def test_the_largest_numbers_a_record_takes_come_back_from_a_file_and_a_folder(tmp_path):
    figure = Quantity(value=Fraction(10**1000 - 1, 10**1000 - 7))
    dataset = Dataset(
        rounds=(Round(id="r", title="R", headcount=2**63 - 1),),
        asks=(Ask(id="r." + "1" * 5000, round="r", title="T", target=(figure,)),),
    )
    write_tables(dataset, tmp_path)
    assert read_tables(tmp_path) == loads(dumps(dataset)) == dataset
    assert to_tables(dataset)["rounds"].to_pandas()["headcount"].tolist() == [2**63 - 1]
    assert dataset.asks_of("r") == dataset.asks


def test_a_cell_is_what_a_person_would_write():
    row = dict(
        zip(
            to_tables(WHOLE)["responses"].names,
            to_tables(WHOLE)["responses"].rows()[1],
            strict=True,
        )
    )
    assert row["id"] == "r.1.ann-ash"
    assert row["answers"] == "r.1 r.1.a"
    assert row["attribution.kind"] == "named"
    assert row["attribution.by"] is None
    assert row["said"] == datetime.date(2021, 5, 1)
    span = WHOLE.response("r.1.ann-ash").appearances[0]
    assert row["appearances"] == f"page:{span.start}-{span.end}"
    kinds = {c.name: c.kind for c in to_tables(WHOLE)["codings"].columns}
    assert kinds["finding.specificity"] is ColumnKind.INTEGER


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=3))
def test_every_text_survives_the_folder(tmp_path_factory, bodies):
    """Also quotation marks, line ends, formulas, apostrophes, and an empty text beside no text."""
    offices = [Office(id=f"o-{i}", title="T", body=body) for i, body in enumerate(bodies)]
    dataset = Dataset(offices=(*offices, Office(id="none", title="T", body=None)))
    folder = tmp_path_factory.mktemp("tables")
    write_tables(dataset, folder)
    assert read_tables(folder) == dataset


@pytest.mark.parametrize(
    "text", ["=1+1", "'=1+1", "''", "'", "-5", "@x", "＝1", "\tx", "a\r\nb", '"', ","]
)
def test_hard_cells_come_back_and_run_nowhere(tmp_path, text):
    write_tables(Dataset(offices=(Office(id="o", title=text),)), tmp_path)
    assert read_tables(tmp_path).offices[0].title == text
    with (tmp_path / "offices.csv").open(encoding="utf-8", newline="") as file:
        cell = next(csv.DictReader(file))["title"]
    assert cell[0] not in "=+-@\t\r\n＝"


def test_a_folder_that_is_not_there_is_made_and_a_file_in_its_place_is_told(tmp_path):
    write_tables(WHOLE, tmp_path / "new" / "tables")
    assert read_tables(tmp_path / "new" / "tables") == WHOLE
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="file: was not made"):
        write_tables(WHOLE, tmp_path / "file")


def test_what_a_spreadsheet_saves_is_read(tmp_path):
    (tmp_path / "areas.csv").write_bytes(
        b"\xef\xbb\xbfid;name".replace(b";", b",") + b'\nx,"X"\n\n'
    )
    assert read_tables(tmp_path) == Dataset(areas=(Area(id="x", name="X"),))


def test_every_fault_of_a_folder_is_told_with_its_table_row_and_column(tmp_path):
    (tmp_path / "areas.csv").write_text("id,name,colour\nX,Ex,red\nb,\n")
    assert faults_of(lambda: read_tables(tmp_path)) == [
        "areas, row 2, column 'colour': is no column"
    ]
    (tmp_path / "areas.csv").write_text("id,name\nX,Ex\nb,\n")
    (tmp_path / "asks.csv").write_text("id,round,title,target\na,r,T,[1]\na,r,T,[{]\n")
    assert faults_of(lambda: read_tables(tmp_path)) == [
        "areas, row 2, column 'id': is not an identifier like 'mayor.west-midlands'",
        "areas, row 3, column 'name': is missing",
        "asks, row 2, column 'target[0]': is a whole number, not an object",
        "asks, row 3, column 'target': is text, not a list",
    ]


def test_blank_rows_are_no_records_and_count_in_the_places_of_faults(tmp_path):
    (tmp_path / "areas.csv").write_text('\nid,name\n\nX,"Two\nlines"\n,\nY,Why\n')
    assert faults_of(lambda: read_tables(tmp_path)) == [
        "areas, row 4, column 'id': is not an identifier like 'mayor.west-midlands'",
        "areas, row 6, column 'id': is not an identifier like 'mayor.west-midlands'",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,name\nx,X,Y\n", "areas.csv, row 2: has more cells than the heading"),
        ("id,id\nx,X\n", "areas.csv, row 1: names a column twice"),
        (
            'id,name\nx,"X\n',
            "areas.csv: is not CSV at line 2: a quotation mark stands where none may",
        ),
        (
            'id,name\nx,X"Y\n',
            "areas.csv: is not CSV at line 2: a quotation mark stands where none may",
        ),
    ],
)
def test_what_is_no_csv_is_told(tmp_path, text, fault):
    (tmp_path / "areas.csv").write_text(text)
    assert faults_of(lambda: read_tables(tmp_path)) == [fault]


def test_a_folder_without_a_table_and_bytes_that_are_no_text_are_told(tmp_path):
    with pytest.raises(MissingFileError, match="holds no CSV file"):
        read_tables(tmp_path)
    (tmp_path / "areas.csv").write_bytes(b"id,name\nx,\xff\n")
    with pytest.raises(FileFormatError, match="byte 10: is not UTF-8"):
        read_tables(tmp_path)


def test_the_data_package_describes_every_file_and_holds(tmp_path):
    write_tables(WHOLE, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert [r["path"] for r in package["resources"]] == [f"{name}.csv" for name in KEYS]
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])


# Rows.


def test_asks_are_made_of_rows_as_csv_gives_them():
    rows = [
        {"number": "1", "title": "Build homes", "form": "will_you", "theme": ""},
        {"number": "", "title": "Plant trees", "target": [{"value": "3/10", "unit": "share"}]},
    ]
    first, second = asks_from_rows(rows, round="page")
    assert first == Ask(
        id="page.1", round="page", number="1", title="Build homes", form=AskForm.WILL_YOU
    )
    assert second.id == "page.plant-trees"
    assert second.target[0].value == Fraction(3, 10)


def test_responses_are_made_of_rows():
    rows = [
        {"answers": "page.1 page.2", "attribution.person": "ann-ash", "text": "Yes.", "said": None},
        {
            "id": "page.1.x",
            "answers": ["page.1"],
            "attribution.kind": "unattributed",
            "attribution.reason": "No name.",
            "text": "Maybe.",
            "said": datetime.date(2021, 5, 1),
            "wording": float("nan"),
        },
    ]
    first, second = responses_from_rows(rows, round="page", source="page")
    assert (first.id, first.answers, first.attribution.person) == (
        "page.1.ann-ash",
        ("page.1", "page.2"),
        "ann-ash",
    )
    assert second.attribution == Unattributed(reason="No name.")
    assert second.said == datetime.date(2021, 5, 1)


def test_codings_are_made_of_rows_about_words_that_are_there():
    rows = [
        {
            "response": "r.1.office",
            "coder": "omar",
            "date": "2021-06-01",
            "finding.stance": "supportive",
        }
    ]
    (made,) = codings_from_rows(rows, dataset=WHOLE)
    assert (made.ask, made.finding.stance, made.finding.basis) == (
        "r.1",
        Stance.SUPPORTIVE,
        Basis.JUDGED,
    )
    assert made.digest == digest("He will try.")
    assert made in WHOLE.with_codings([made]).codings


def test_every_fault_of_rows_is_told_with_its_row():
    rows = [
        {"number": "1", "title": ""},
        {"number": "2", "title": "T", "form": "maybe"},
        {"number": "2", "title": "T", "theme": "A B"},
    ]
    assert faults_of(lambda: asks_from_rows(rows, round="page")) == [
        "row 1, column 'title': is missing",
        "row 2, column 'form': is not one of will_you, do_you_support, open, demand, unknown",
        "row 3, column 'theme': is not an identifier like 'mayor.west-midlands'",
    ]
    twice = [{"number": "1", "title": "T"}, {"number": "1", "title": "U"}]
    assert faults_of(lambda: asks_from_rows(twice, round="page")) == [
        "row 2, column 'id': is that of row 1 too"
    ]
    assert faults_of(lambda: asks_from_rows([{"title": "T", "colour": "red"}], round="page")) == [
        "row 1, column 'colour': is no column"
    ]


def test_what_dataframes_write_for_nothing_is_nothing():
    pandas = pytest.importorskip("pandas")
    for nothing in (None, "", " ", float("nan"), pandas.NA, pandas.NaT):
        (made,) = asks_from_rows([{"title": "Trees", "number": nothing}], round="r")
        assert made == Ask(id="r.trees", round="r", title="Trees")


def test_a_whole_number_is_taken_as_the_printed_one():
    (made,) = asks_from_rows([{"title": "Trees", "number": 7}], round="r")
    assert (made.id, made.number) == ("r.7", "7")


@pytest.mark.parametrize("cell", [1, 1.5, b"r.1", {"r.1"}, object()])
def test_a_cell_of_a_kind_that_no_column_takes_is_a_fault_at_its_place(cell):
    response = {"answers": cell, "attribution.person": "ann", "text": "Yes."}
    (fault,) = faults_of(lambda: responses_from_rows([response], round="r", source="s"))
    assert fault.startswith("row 1, column 'answers': is ")
    (fault,) = faults_of(lambda: asks_from_rows([{"title": cell}], round="r"))
    assert fault.startswith("row 1, column 'title': is ")


def test_a_coding_of_the_only_part_a_response_answers_is_of_that_part():
    ask = Ask(id="r.9", round="r", title="T", parts=(Part(id="r.9.a", text="a"),))
    said = evolve(WHOLE.responses[0], answers=("r.9.a",))
    whole = evolve(WHOLE, asks=(*WHOLE.asks, ask), responses=(*WHOLE.responses[1:], said))
    row = {"coder": "omar", "date": "2021-06-01", "finding.stance": "refused"}
    (made,) = codings_from_rows([{"response": said.id, **row}], dataset=whole)
    assert (made.ask, made.part) == ("r.9", "r.9.a")
    assert made in whole.with_codings([made]).codings


def test_rows_that_say_nothing_of_a_speaker_are_refused():
    assert faults_of(lambda: responses_from_rows([{"text": "Yes."}], round="r", source="s")) == [
        "row 1, column 'attribution.kind': is missing"
    ]


def test_a_coding_of_words_that_are_not_there_is_refused_with_what_comes_near():
    row = {"coder": "omar", "date": "2021-06-01", "finding.stance": "refused"}
    rows = [{"response": "r.1.offce", **row}, {"response": "zzzz", **row}]
    assert faults_of(lambda: codings_from_rows(rows, dataset=WHOLE)) == [
        (
            "row 1, column 'response': names no response of the dataset; "
            "did you mean 'r.1.office' or 'r.1.one'?"
        ),
        "row 2, column 'response': names no response of the dataset",
    ]


def test_a_column_that_is_not_there_is_told_with_what_comes_near():
    row = {"response": "r.1.office", "coder": "omar", "date": "2021-06-01", "stance": "refused"}
    assert faults_of(lambda: codings_from_rows([row], dataset=WHOLE)) == [
        "row 1, column 'stance': is no column; did you mean 'finding.stance'?"
    ]


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        (
            "date",
            datetime.datetime(2021, 6, 1, 9, 30, tzinfo=datetime.UTC),
            "is a day with an hour",
        ),
        ("date", "1/6/2021", "is not a date like 2021-05-06"),
        ("coder", "Omar!", "is not an identifier"),
    ],
)
def test_a_fault_in_what_a_coding_is_called_by_is_told_once_and_where_it_is(column, cell, problem):
    row = {"response": "r.1.office", "coder": "omar", "date": "2021-06-01", column: cell}
    (fault,) = faults_of(
        lambda: codings_from_rows([{**row, "finding.stance": "refused"}], dataset=WHOLE)
    )
    assert fault.startswith(f"row 1, column {column!r}: {problem}")
