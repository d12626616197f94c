"""Forms that come a file each, resolved as answers to one round."""

import pytest

import civicpledge as cp

ROSTER = cp.Roster.from_rows(
    [{"name": "Ann Body", "party": "Green"}, {"name": "Bo Ng", "party": "Labour"}],
    contest="mayor.x.2030-05-02",
)


def _form(name: str, answer: str, question: str = "Will you plant trees?") -> cp.Reading:
    text = f"Name: {name}\n\n1. {question}\n\n{answer}\n\n2. Will you cut fares?\n\nNo.\n"
    source = cp.Source(id=name.split(maxsplit=1)[0].lower(), title=name)
    return cp.parse(cp.Document.from_text(text, source=source), "questionnaire")


def _resolved(reading: cp.Reading) -> cp.Dataset:
    powers = cp.remits({"mayor.x": {"decides": "1 2"}})
    return cp.resolve(reading, ROSTER, remits=powers, round="Spring form")


def test_forms_of_one_round_combine_into_one():
    together = _resolved(_form("Ann Body", "Yes.")).combine(_resolved(_form("Bo Ng", "Perhaps.")))
    assert [(r.id, r.title, len(r.field)) for r in together.rounds] == [
        ("spring-form", "Spring form", 2)
    ]
    assert [ask.id for ask in together.asks] == ["spring-form.1", "spring-form.2"]
    assert [cell.responses[0].text for cell in together.cells() if cell.ask.endswith("1")] == [
        "Yes.",
        "Perhaps.",
    ]


def test_forms_that_ask_something_else_under_one_number_clash():
    other = _resolved(_form("Bo Ng", "Perhaps.", question="Will you fell trees?"))
    with pytest.raises(cp.ClashError):
        _resolved(_form("Ann Body", "Yes.")).combine(other)


def test_an_ask_is_named_by_its_title():
    page = "Name: Ann Body\n\nWill you plant trees?\n\nYes.\n\nWill you cut fares?\n\nNo.\n"
    reading = cp.parse(cp.Document.from_text(page, source=cp.Source(id="p", title="P")))
    powers = cp.remits({"mayor.x": {"decides": ["Will you plant trees?", "Will you cut fares?"]}})
    assert len(cp.resolve(reading, ROSTER, remits=powers).remits) == 2
