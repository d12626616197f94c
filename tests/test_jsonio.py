"""The file: what goes in comes out, byte for byte, or every fault is told with its place."""

import json
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.datasets import dataset_names, load_dataset
from civicpledge.errors import FileFormatError, MissingFileError, UnknownIdError
from civicpledge.jsonio import dump, dumps, json_schema, load, loads, texts
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Area, Person
from civicpledge.strategies import datasets

WHOLE = (Path(__file__).parent / "data" / "whole.json").read_text(encoding="utf-8")
HEAD = '"format": "civicpledge", "version": 1'


def faults_of(text: str) -> list[str]:
    with pytest.raises(FileFormatError) as caught:
        loads(text)
    return [str(fault) for fault in caught.value.faults]


@given(datasets())
def test_a_dataset_comes_back_as_it_was_and_is_written_the_same_again(dataset):
    text = dumps(dataset)
    assert loads(text) == dataset
    assert dumps(loads(text)) == text


SCHEMA = jsonschema.Draft202012Validator(json_schema())


@given(datasets())
def test_every_file_written_fits_the_schema(dataset):
    SCHEMA.validate(json.loads(dumps(dataset)))


@pytest.mark.parametrize("name", dataset_names())
def test_every_bundled_file_fits_the_schema_and_is_written_as_this_library_writes_it(name):
    text = dumps(load_dataset(name))
    jsonschema.validate(json.loads(text), json_schema())
    file = Path(texts.__file__).parent.parent / "datasets" / f"{name}.json"
    assert file.read_text(encoding="utf-8") == text


def test_an_unknown_bundled_dataset_is_told_with_the_nearest():
    with pytest.raises(UnknownIdError) as caught:
        load_dataset("west-midlands-2020")
    assert "west-midlands-2021" in caught.value.nearest


def test_the_schema_is_a_valid_one_and_refuses_unknown_fields():
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": "civicpledge", "version": 1, "bogus": []}, schema)


def test_each_record_has_a_line_of_its_own():
    lines = dumps(loads(WHOLE)).splitlines()
    records = sum(len(held) for held in loads(WHOLE).collections().values())
    assert sum(line.startswith(('{"', '"Invented')) for line in lines) == records + 1 - 1
    assert dumps(loads(WHOLE)) == WHOLE


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_records_in_the_file_does_not_matter(random):
    value = json.loads(WHOLE)
    for held in value.values():
        if isinstance(held, list):
            random.shuffle(held)
    assert dumps(loads(json.dumps(value))) == WHOLE


def test_every_fault_of_form_is_told_at_once():
    text = f"""{{{HEAD}, "areas": [{{"id": "a"}}, {{"id": "B", "name": " "}}],
        "people": [{{"id": "p", "name": 3, "aliases": "x", "bogus": 1}}], "bogus": []}}"""
    assert faults_of(text) == [
        "areas[0].name: is missing",
        "areas[1].id: is not an identifier like 'mayor.west-midlands'",
        "areas[1].name: is empty",
        "people[0].name: is a whole number, not text",
        "people[0].aliases: is text, not a list",
        "people[0].bogus: is no field of this record",
        "bogus: is no field of this record",
    ]


def test_then_every_reference_to_nothing_is_told_at_once():
    text = f"""{{{HEAD}, "contests": [{{"id": "c", "office": "o"}}],
        "themes": [{{"id": "t", "round": "r", "title": "T"}}]}}"""
    assert faults_of(text) == [
        "contests['c'].office: names no office: 'o'",
        "themes['t'].round: names no round: 'r'",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1, column 1: is not JSON: Expecting value"),
        ("[]", "file: is not an object"),
        ("{}", "format: is not 'civicpledge': no dataset of this library"),
        ('{"format": "civicpledge"}', "version: is not a whole number from 1"),
        ('{"format": "civicpledge", "version": 1.0}', "version: is not a whole number from 1"),
        ('{"format": "civicpledge", "version": true}', "version: is not a whole number from 1"),
        (f'{{{HEAD}, "areas": {"[" * 100_000}', "file: is nested too deep"),
        (f'{{{HEAD}, "areas": [], "areas": []}}', "areas: is given twice"),
        (f'{{{HEAD}, "areas": [{{"id": "a", "id": "b"}}]}}', "areas[0].id: is given twice"),
        (f'{{{HEAD}, "areas": NaN}}', "areas: is no number that JSON has, not a list"),
        (f'{{{HEAD}, "areas": {"9" * 5000}}}', "areas: is no number that JSON has, not a list"),
        (f'{{{HEAD}, "provenance": ["\\ud83d"]}}', "provenance: holds a lone surrogate"),
    ],
)
def test_what_json_would_let_through_is_refused_at_its_place(text, fault):
    assert faults_of(text) == [fault]


def test_a_newer_version_is_refused_with_a_clear_word():
    assert faults_of('{"format": "civicpledge", "version": 2, "unheard": 1}') == [
        "version: is 2, newer than 1; read it with a newer civicpledge"
    ]


def test_an_older_version_is_brought_up_step_by_step(monkeypatch):
    monkeypatch.setattr(texts, "VERSION", 3)
    monkeypatch.setitem(texts.MIGRATIONS, 1, lambda held: {**held, "provenance": ["one"]})
    monkeypatch.setitem(
        texts.MIGRATIONS, 2, lambda held: {**held, "provenance": [*held["provenance"], "two"]}
    )
    assert loads(f"{{{HEAD}}}").provenance == ("one", "two")


def test_no_persons_words_are_in_a_fault():
    value = json.loads(WHOLE)
    value["people"][0]["name"] = ["Secret Name"]
    value["responses"][0]["answers"] = ["Secret Words"]
    value["codings"][0]["finding"]["stance"] = "Secret Stance"
    assert "Secret" not in "".join(faults_of(json.dumps(value)))


def test_a_byte_order_mark_goes_and_other_encodings_are_refused(tmp_path):
    path = tmp_path / "d.json"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.encode())
    assert dumps(load(path)) == WHOLE
    path.write_bytes(WHOLE.encode("utf-16"))
    with pytest.raises(FileFormatError, match="byte 0: is not UTF-8"):
        load(path)


@pytest.mark.parametrize("name", ["nowhere.json", "", "a\0b"])
def test_a_missing_file_is_a_missing_file(tmp_path, name):
    with pytest.raises(MissingFileError):
        load(tmp_path / name if name else tmp_path)


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda t: t.strip()))
def test_every_text_is_kept(name):
    dataset = Dataset(areas=(Area(id="a", name=name),))
    assert loads(dumps(dataset)) == dataset


def test_a_file_on_the_disk_is_the_text(tmp_path):
    dataset = loads(WHOLE)
    dump(dataset, tmp_path / "d.json")
    assert (tmp_path / "d.json").read_bytes() == WHOLE.encode()
    assert load(tmp_path / "d.json") == dataset
    changed = evolve(dataset, people=(*dataset.people, Person(id="dee", name="Dee Dale")))
    dump(changed, tmp_path / "d.json")
    before, after = WHOLE.splitlines(), (tmp_path / "d.json").read_text().splitlines()
    assert [line for line in after if line not in before] == [
        '{"id": "cy-cole", "name": "Cy Cole"},',
        '{"id": "dee", "name": "Dee Dale"}',
    ]
