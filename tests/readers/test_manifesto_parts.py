"""The parts of the manifesto reader: printed lines, torn lists, undertakings, appearances, broken words."""

import pytest

from civicpledge.readers.manifesto_blocks import BlockKind, blocks_of
from civicpledge.readers.manifesto_joining import Printed, groups_of
from civicpledge.readers.manifesto_lists import pair
from civicpledge.readers.manifesto_promises import (
    Lead,
    begins_with_action,
    is_for_others,
    is_imperative,
    is_undertaking,
    lead_of,
)
from civicpledge.readers.manifesto_rows import RowKind, rows_of
from civicpledge.readers.manifesto_words import lost_hyphens, word_warnings

# ---- printed lines


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "✓", "▪"])
def test_a_bullet_of_any_make_marks_an_item(mark: str) -> None:
    (row,) = rows_of(f"{mark} Build homes")
    assert (row.kind, row.mark, row.words) == (RowKind.ITEM, mark, "Build homes")


@pytest.mark.parametrize("mark", ["1.", "1)", "(1)", "1:", "Pledge 1:"])
def test_a_number_of_any_make_marks_an_item(mark: str) -> None:
    (row,) = rows_of(f"{mark} Build homes")
    assert (row.kind, row.mark, row.words) == (RowKind.ITEM, "1", "Build homes")


@pytest.mark.parametrize(
    "text",
    [
        "We will build homes - not offices\n- for all who need them.",
        "They may vote when they are\n18. Then they may stand.",
        "Rents rose by\n2.5 per cent.",
    ],
)
def test_punctuation_that_a_line_break_put_first_is_no_mark(text: str) -> None:
    assert {row.kind for row in rows_of(text)} == {RowKind.TEXT}


@pytest.mark.parametrize("line", ["17", "Page 3 of 20", "- 4 -", "* * *"])
def test_a_page_number_or_a_rule_is_furniture(line: str) -> None:
    assert [row.kind for row in rows_of(f"We act.\n{line}\n")][1] is RowKind.FURNITURE


def test_a_line_at_the_edge_of_two_pages_is_a_running_head() -> None:
    rows = rows_of("A plan\n\fOur way\nWe act.\n\fOur way\nWe rest.\n")
    assert [r.kind for r in rows if r.words == "Our way"] == [RowKind.FURNITURE] * 2


def test_a_line_printed_twice_inside_pages_is_no_running_head() -> None:
    rows = rows_of("Our way\nWe act.\n\nOur way\nWe rest.\n")
    assert {r.kind for r in rows if r.words == "Our way"} == {RowKind.TEXT}


# ---- torn lists


def test_as_many_lines_as_marks_are_an_item_each() -> None:
    pairing = pair(rows_of("Serve together\nLearn together\nPlay together"), 3)
    assert (pairing.starts, pairing.known) == ((0, 1, 2), True)


def test_items_of_several_lines_begin_where_a_line_ended_early() -> None:
    text = (
        "Build two hundred homes on the old brewery site and on\n"
        "the Station Road\nPlant a tree for every child that is born here, beginning\n"
        "with the class of this year\nMend the pier"
    )
    pairing = pair(rows_of(text), 3)
    assert (pairing.starts, pairing.known) == ((0, 2, 4), True)


def test_more_marks_than_clear_beginnings_leave_the_pairing_unknown() -> None:
    text = "Build two hundred homes on the old brewery site and on\nthe Station Road"
    pairing = pair(rows_of(text), 3)
    assert (pairing.starts, pairing.known) == ((0,), False)


def test_marks_and_words_torn_over_a_page_are_one_list() -> None:
    text = "We will:\n•\n•\n\nBuild a hall for the\n\f•\n\nwhole of the town\nMend the pier\n"
    items = [b for b in blocks_of(text).blocks if b.kind is BlockKind.ITEM]
    assert len({b.series for b in items}) == 1
    assert all(b.lead is Lead.OWN for b in items)


def test_marks_without_any_words_are_reported() -> None:
    assert [w.what for w in blocks_of("Our plan\n\n•\n•\n").warnings] == ["marks without words"]


# ---- undertakings


@pytest.mark.parametrize(
    "sentence",
    [
        "We will build homes.",
        "I’ll freeze fares.",
        "By 2030, we shall plant a wood.",
        "So we should also open the books.",
        "Under my lead we will never sell the pier.",
        "I pledge to mend the roads.",
        "We are going to run night buses.",
        "That is why we must protect the common.",
        "If elected, I will take no pay rise.",
        "Our new Mayor should open the books.",
    ],
)
def test_what_we_or_i_will_should_or_must_do_is_an_undertaking(sentence: str) -> None:
    assert is_undertaking(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He will build nothing.",
        "We built homes.",
        "The homes we will need are not there.",
        "If we must, the town decides.",
        "They know that we will win.",
        "I will be 51 in May.",
        "We must admit that it failed.",
        "The Mayor will raise your tax.",
        "Will we act?",
        "Mr Other said: we will close it.",
        "As Mr Other told us, we will close it.",
        "By then we will have lost the pier.",
        "We will be left with nothing.",
        "Wei will act.",
    ],
)
def test_what_others_do_and_what_stands_in_a_side_clause_is_none(sentence: str) -> None:
    assert not is_undertaking(sentence)


@pytest.mark.parametrize("words", ["Build homes", "Rapidly expand the port", "To mend the roads"])
def test_an_item_that_begins_with_a_verb_of_action_is_imperative(words: str) -> None:
    assert is_imperative(words)


@pytest.mark.parametrize(
    "words", ["Support has fallen", "Work is hard", "Homes cost more", "Use of the pier", "Build"]
)
def test_a_noun_that_looks_like_a_verb_is_no_imperative(words: str) -> None:
    assert not is_imperative(words)


def test_a_gerund_begins_an_item_but_not_a_sentence() -> None:
    assert begins_with_action("Ending the toll")
    assert not is_imperative("Ending the toll would cost us dear")


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("We will lobby the county for money.", True),
        ("Campaign for a new bridge", True),
        ("I will ask every school to open its yard.", True),
        ("We will build a bridge.", False),
        ("We will support the ferry.", False),
        ("Our new Mayor should join in campaigning for the ferry.", True),
    ],
)
def test_asking_and_campaigning_is_for_others(sentence: str, others: bool) -> None:
    assert is_for_others(sentence) is others


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("So we should:", Lead.OWN),
        ("We need\nto:", Lead.OWN),
        ("Our priorities:", Lead.OWN),
        ("To campaign with our members to:", Lead.OTHERS),
        ("We work with firms which want to:", Lead.FACTS),
        ("The key features are;", Lead.FACTS),
        ("In office we have:", Lead.FACTS),
        ("They would:", Lead.FACTS),
        ("The government must:", Lead.OTHERS),
        ("We have to:", Lead.OWN),
        ("The facts:", Lead.OPEN),
    ],
)
def test_the_words_before_a_list_say_whose_its_items_are(words: str, lead: Lead) -> None:
    assert lead_of(words) is lead


# ---- appearances


def printed(words: str, series: int, **changes: object) -> Printed:
    facts: dict[str, object] = {"number": None, "heading": "Homes", "own": True, **changes}
    return Printed(words=words, series=series, **facts)  # type: ignore[arg-type]


SHORT = "Create a flood warden scheme for the lower harbour"
LONG = "We will create a flood warden scheme for the lower harbour, paid for by the port"


def test_a_summary_and_its_full_version_are_one() -> None:
    assert groups_of([printed(SHORT, 1), printed(LONG, 2)]) == ((0, 1),)


def test_two_items_of_one_list_are_never_one() -> None:
    assert groups_of([printed(SHORT, 1), printed(LONG, 1)]) == ((0,), (1,))


def test_an_own_undertaking_is_never_one_with_a_campaign() -> None:
    assert groups_of([printed(SHORT, 1), printed(LONG, 2, own=False)]) == ((0,), (1,))


def test_pledges_whose_figures_differ_are_two() -> None:
    one, other = (f"Build {n} council homes near the station by 2030" for n in (200, 300))
    assert groups_of([printed(one, 1), printed(other, 2)]) == ((0,), (1,))


def test_short_pledges_of_one_mould_are_two() -> None:
    one, other = "Give every pupil a free breakfast", "Give every pupil a free lunch"
    assert groups_of([printed(one, 1), printed(other, 2)]) == ((0,), (1,))


def test_a_pledge_goes_with_the_likest_of_a_list_and_not_with_two() -> None:
    near = "Create a flood warden scheme for the upper harbour and the quay"
    found = groups_of([printed(SHORT, 1), printed(near, 2), printed(LONG, 2)])
    assert found == ((0, 2), (1,))


def test_what_only_a_third_one_resembles_is_not_joined_through_it() -> None:
    both = "Create a flood warden scheme for the lower harbour and open a museum of the old ferry trade"
    museum = "Open a museum of the old ferry trade near the market square"
    found = groups_of([printed(SHORT, 1), printed(both, 2), printed(museum, 3)])
    assert (0, 1, 2) not in found


# ---- words


def test_a_form_printed_mostly_without_its_hyphen_is_a_spelling() -> None:
    assert lost_hyphens("The co-op. A coop, a coop, a coop.") == {}


def test_a_suspended_hyphen_is_no_broken_word() -> None:
    assert list(word_warnings("short- and long-term, pre- or post-war")) == []


def test_a_word_broken_at_the_end_of_a_line_is_reported() -> None:
    assert [w.line for w in word_warnings("One\nregen-\neration")] == [2]
