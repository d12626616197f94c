"""Laws of the keys, for any text."""

from hypothesis import example, given
from hypothesis import strategies as st

from civicpledge.normalise import names
from civicpledge.normalise.folding import fold, name_key
from civicpledge.normalise.names import parse_name, read_forms
from civicpledge.normalise.offices import office_key
from civicpledge.normalise.parties import match_party, party_key

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs",))
TEXT = st.text(LETTERS, max_size=40)
WORD = st.text("abcdefghijklmnopqrstuvwxyzéłø", min_size=2, max_size=9).map(str.title)
PLAIN_NAMES = st.lists(WORD, min_size=2, max_size=4).map(" ".join)


@given(TEXT)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_the_key_of_a_name_is_its_own_key(text):
    assert name_key(name_key(text)) == name_key(text)


@given(TEXT)
@example("Labour & Co-operative")
def test_the_key_of_a_party_is_its_own_key(text):
    assert party_key(party_key(text)) == party_key(text)


@given(TEXT)
def test_any_text_can_be_read(text):
    read_forms(text)
    assert parse_name(text).printed == text
    match_party(text)
    office_key(text)


@given(PLAIN_NAMES)
def test_a_plain_name_reads_the_same_with_its_surname_first(name):
    *given_names, surname = name.split()
    if names._STRUCTURE.isdisjoint(fold(name).split()):
        (straight,) = read_forms(name)
        turned = read_forms(f"{surname}, {' '.join(given_names)}")[0]
        assert (turned.given, turned.surname) == (straight.given, straight.surname)


@given(PLAIN_NAMES, st.sampled_from(["upper", "lower", "title"]))
def test_capitals_change_no_plain_name(name, case):
    if names._STRUCTURE.isdisjoint(fold(name).split()):
        assert read_forms(getattr(name, case)()) == read_forms(name)


CAPITALS_FIRST = st.tuples(WORD, WORD).map(lambda words: f"{words[0].upper()} {words[1]}")


@given(st.one_of(PLAIN_NAMES, WORD, CAPITALS_FIRST, st.tuples(WORD, WORD).map("-".join)))
def test_the_quick_reader_gives_what_the_general_reader_gives(name):
    quick = names._plain_form(name)
    if quick is not None:
        assert names._form(names.read_parts(name)[0]) == quick
