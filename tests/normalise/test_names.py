"""Names: the key names are compared in, the parts of a name, and what is no name."""

import pytest

from civicpledge.normalise.folding import fold
from civicpledge.normalise.names import (
    foreign_letters,
    name_key,
    parse_name,
    read_forms,
    why_not_a_person,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jo Ann O'Mara", "jo ann o’mara"),
        ("Siân Llŷr-Wyn", "Sian Llyr Wyn"),
        ("Łucja Żak", "Lucja Zak"),
        ("Zoë\u200b Ash", "Zoe Ash"),
        ("\u202bAda Fell\u202c", "Ada Fell"),
        ("Ada Fell", "ADA  FELL"),
        ("Jose\u0301 Rey", "Jos\u00e9 Rey"),
        ("Ann-Marie Fell", "Ann‐Marie Fell"),
        ("Øystein Ærø", "Oystein Aero"),
        ("A. B. Fell", "A B Fell"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys():
    assert name_key("Ada Fell") != name_key("Ida Fell")


def test_folding_keeps_what_is_not_latin():
    assert fold("Ада") == "ада"


def test_a_letter_of_another_alphabet_is_reported_and_not_folded():
    assert foreign_letters("Аda Fell") == ("CYRILLIC CAPITAL LETTER A",)
    assert name_key("Аda Fell") != name_key("Ada Fell")
    assert foreign_letters("Ада Фелл") == ()


PARTS = [
    # printed, title, given, middle, surname, suffix, place
    ("Ada Fell", "", "Ada", "", "Fell", "", ""),
    ("Cllr Ada Mary Fell", "Cllr", "Ada", "Mary", "Fell", "", ""),
    ("Rt Hon Ada Fell MP", "Rt Hon", "Ada", "", "Fell", "", ""),
    ("Prof. Dame Ada Fell DBE", "Prof. Dame", "Ada", "", "Fell", "", ""),
    ("Ada Fell, OBE", "", "Ada", "", "Fell", "", ""),
    ("Fell, Ada", "", "Ada", "", "Fell", "", ""),
    ("Fell, Cllr Ada M.", "Cllr", "Ada", "M.", "Fell", "", ""),
    ("Tom Fell, Jr.", "", "Tom", "", "Fell", "Jr.", ""),
    ("Fell, Tom, III", "", "Tom", "", "Fell", "III", ""),
    ("Tom Fell Jnr", "", "Tom", "", "Fell", "Jnr", ""),
    ("FELL Ada", "", "Ada", "", "FELL", "", ""),
    ("Ada FELL", "", "Ada", "", "FELL", "", ""),
    ("FELL, 18TH", "", "", "", "FELL", "", "18TH"),
    ("FELL of Haven", "", "", "", "FELL", "", "Haven"),
    ("Baroness Fell of North Haven", "Baroness", "", "", "Fell", "", "North Haven"),
    ("Lord Fell", "Lord", "", "", "Fell", "", ""),
    ("The Bishop of Haven", "The Bishop", "", "", "Haven", "", ""),
    ("Dr Fell", "Dr", "", "", "Fell", "", ""),
    ("Ada van der Fell", "", "Ada", "", "van der Fell", "", ""),
    ("Ada De Fell", "", "Ada", "", "De Fell", "", ""),
    ("Pól Mac Fhell", "", "Pól", "", "Mac Fhell", "", ""),
    ("Ada Fell-Ash", "", "Ada", "", "Fell-Ash", "", ""),
    ("A. B. Fell", "", "A.", "B.", "Fell", "", ""),
    ("CHAN Siu-ming", "", "Siu-ming", "", "CHAN", "", ""),
    ("Fell Ada M.", "", "Ada", "M.", "Fell", "", ""),
    ("Ada Fell, Mayor of North Haven", "", "Ada", "", "Fell", "", ""),
    ("Fell", "", "", "", "Fell", "", ""),
    ("", "", "", "", "", "", ""),
    ("...", "", "", "", "...", "", ""),
]


@pytest.mark.parametrize("case", PARTS, ids=[case[0] for case in PARTS])
def test_the_parts_of_a_name_are_read_as_printed(case):
    printed, *parts = case
    parsed = parse_name(printed)
    found = [parsed.title, parsed.given, parsed.middle, parsed.surname, parsed.suffix, parsed.place]
    assert found == parts
    assert parsed.printed == printed


def readings(text):
    return [(form.given, form.surname) for form in read_forms(text)]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ('William "Bill" Fell', (("bill",), ("fell",))),
        ("William (Bill) Fell", (("bill",), ("fell",))),
        ("William Fell commonly known as Bill", (("bill",), ("fell",))),
        ("Ada Fell (née Ash)", (("ada",), ("ash",))),
        ("Ada Fell, Baroness Ash of Haven", ((), ("ash",))),
        ("Ada Fell, 3rd Viscountess Ash", ((), ("ash",))),
        ("Earl Fell", (("earl",), ("fell",))),
        ("Earl of Haven", ((), ("haven",))),
        ("J.B. Fell", (("j", "b"), ("fell",))),
        ("JB Fell", (("j", "b"), ("fell",))),
        ("Pól Mac Fhell", (("pol",), ("macfhell",))),
        ("Ali bin Fell", (("ali",), ("fell",))),
        ("Dame Fell", (("dame",), ("fell",))),
        ("Fell Kwok-hung", (("kwok", "hung"), ("fell",))),
    ],
)
def test_every_way_to_read_a_name_is_given(text, reading):
    assert reading in readings(text)


def test_the_rank_the_sex_and_the_place_are_read():
    (form,) = read_forms("Baroness Fell of North Haven")
    assert (form.rank, form.sex, form.place, form.certain) == ("peer", "f", "north haven", True)
    (bishop,) = read_forms("Bishop of Haven")
    assert (bishop.rank, bishop.surname) == ("bishop", ("haven",))


def test_a_number_in_the_place_of_a_place_is_a_number():
    (form,) = read_forms("FELL, 18TH")
    assert form.place == "18"


def test_text_without_a_word_has_no_reading():
    assert read_forms("") == ()
    assert read_forms(" ,, ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Not Ada Fell",
        "Ada Fell's opponent",
        "Ada Fell's agent",
        "Tom Ash on behalf of Ada Fell",
        "Ada Fell and Tom Ash",
        "Ada Fell & Tom Ash",
        "Ada Fell's",
        "spokesperson for Ada Fell",
        "Ada Fell’s",
    ],
)
def test_what_is_not_one_persons_name_is_told_with_a_reason(text):
    assert why_not_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Representative Ada Fell",
        "Son Ada",
        "Ada Sister Fell",
        "Ada Fell",
        "Andy Fell",
        "Tom O'Mara",
        "Ada Notting",
        "Sandor Fell",
    ],
)
def test_a_name_is_not_taken_for_something_else(text):
    assert why_not_a_person(text) == ""


@pytest.mark.parametrize("letter", list("ADEIOY"))
@pytest.mark.parametrize("form", ["Ann {}. Fell", "Ann {} Fell", "Fell, Ann {}."])
def test_a_capital_letter_among_given_names_is_an_initial_whatever_small_word_it_may_be(
    letter, form
):
    (read,) = read_forms(form.format(letter))
    assert (read.given, read.surname, read.joined) == (("ann", letter.lower()), ("fell",), "fell")


@pytest.mark.parametrize("name", ["Jose Luna y Marsh", "JOSE LUNA Y MARSH"])
def test_a_small_word_between_surnames_stays_one(name):
    (read,) = read_forms(name)
    assert read.surname == ("marsh",)
    assert "y" not in read.given


@pytest.mark.parametrize("name", ["TARN FELL Ann Mary", "Ann Mary TARN FELL"])
def test_all_words_in_capitals_are_the_surname(name):
    (read,) = read_forms(name)
    assert (read.given, read.surname) == (("ann", "mary"), ("tarn", "fell"))
    assert read.certain
