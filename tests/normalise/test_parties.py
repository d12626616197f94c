"""Party labels: the table, joint parties, independents, and what stays unknown."""

import pytest

from civicpledge.model.ids import is_id
from civicpledge.normalise.parties import (
    MOST_WORDS,
    PartyKind,
    match_party,
    parties_agree,
    party_key,
)
from civicpledge.normalise.party_table import party_table


@pytest.mark.parametrize(
    ("label", "register"),
    [
        ("Labour", "PP53"),
        ("Lab", "PP53"),
        ("LAB", "PP53"),
        ("Labour Party", "PP53"),
        ("The Labour Party Candidate", "PP53"),
        ("Llafur Cymru", "PP53"),
        ("Welsh Labour / Llafur Cymru", "PP53"),
        ("Con", "PP52"),
        ("Tory", "PP52"),
        ("Conservatives", "PP52"),
        ("Conservative and Unionist Party", "PP52"),
        ("Scottish Conservatives", "PP52"),
        ("Lib Dem", "PP90"),
        ("LibDem", "PP90"),
        ("Liberal Democrat", "PP90"),
        ("Welsh Liberal Democrats", "PP90"),
        ("Democratiaid Rhyddfrydol", "PP90"),
        ("Liberal", "PP54"),
        ("Greens", "PP63"),
        ("(Green Party)", "PP63"),
        ("Green Party first choice candidate", "PP63"),
        ("Scottish Greens", "PP130"),
        ("U.K.I.P.", "PP85"),
        ("Reform", "PP7931"),
        ("Plaid", "PP77"),
        ("SNP", "PP102"),
        ("DUP", "PP70"),
        ("Sinn Féin", "PP39"),
        ("sinn fein", "PP39"),
        ("TUSC", "PP804"),
        ("Monster Raving Loony", "PP66"),
    ],
)
def test_labels_in_print_find_the_registered_party(label, register):
    assert match_party(label).register == register


@pytest.mark.parametrize(
    "label",
    [
        "Labour & Co-operative",
        "Labour and Co-operative Party",
        "Lab Co-op",
        "Lab/Co-op",
        "Labour Co-op",
        "Llafur a’r Blaid Gydweithredol",
        "Labour and Co-operative Party (Joint Description with Labour Party)",
    ],
)
def test_a_joint_label_stands_for_both_its_parties(label):
    found = match_party(label)
    assert found.kind is PartyKind.JOINT
    assert found.parties == ("labour-party", "co-operative-party")


@pytest.mark.parametrize(
    "label",
    [
        "Independent",
        "IND",
        "Annibynnol",
        "Annibynnol / Independent",
        "(Independent)",
        "No description",
    ],
)
def test_an_independent_is_of_no_party(label):
    found = match_party(label)
    assert (found.kind, found.parties) == (PartyKind.INDEPENDENT, ())


@pytest.mark.parametrize(
    "label",
    [
        "Ymgeisydd Annibynnol / Independent Candidate",
        "Independent - Save our hospital",
        "Independent (no party)",
        "Unaligned",
    ],
)
def test_an_independent_with_a_slogan_or_in_two_languages_is_of_no_party(label):
    assert match_party(label).kind is PartyKind.INDEPENDENT


@pytest.mark.parametrize(
    "label",
    [
        "Ind (Con)",
        "Independent (Labour)",
        "Independent Labour",
        "Conservative/Lib Dem",
        "Labour/Green",
        "Lib-Lab",
        "Workers Party",
        "Residents' Association",
        "Ratepayers and Residents",
        "Other",
        "Unknown",
    ],
)
def test_a_label_that_several_parties_could_bear_is_unknown(label):
    assert match_party(label).kind is PartyKind.UNKNOWN


@pytest.mark.parametrize(
    "label",
    [
        "Tower Hamlets Independents",  # the register has "Tower Hamlets First"
        "Mid Devon Alliance",  # "East Devon Alliance"
        "UK Voice",  # "Local Voice"
        "Liberty Party",  # "Liberty GB"
        "Equality Party",  # a slogan of another
        "Reform and Progress",
        "Bristol Green Party",
    ],
)
def test_a_party_of_another_name_is_not_the_nearest_one(label):
    assert match_party(label).kind is PartyKind.UNKNOWN


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Lib Dem Focus Team", "Liberal Democrats"),
        ("L. Dem.", "Liberal Democrats"),
        ("Con - Local Conservatives", "Conservative Party"),
        ("Ceidwadwyr Cymreig / Welsh Conservatives", "Conservative Party"),
        ("Plaid Werdd / Green Party", "Green Party"),
        ("Reform UK - Putting Haven First", "Reform UK"),
        ("Reform UK / Diwygio DU", "Reform UK"),
        ("Workers Party GB", "Workers Party of Britain"),
        ("Workers' Party of Britain", "Workers Party of Britain"),
        ("Trade Union & Socialist Coalition", "Trade Unionist and Socialist Coalition"),
        ("Independence for Scotland Party", "Independence for Scotland Party"),
        ("Freedom Alliance. No Lockdowns.", "Freedom Alliance - Stop the Great Reset"),
        ("PUP", "Progressive Unionist Party of Northern Ireland"),
        ("Progressive Unionist Party", "Progressive Unionist Party of Northern Ireland"),
        ("People Before Profit", "People Before Profit Alliance"),
        ("Gwlad", "Gwlad"),
        ("Count Binface", "Count Binface Party"),
        ("Co Operative Party", "Co-operative Party"),
        ("Women’s Equality", "Women's Equality Party"),
        ("Aspire", "Aspire"),
        ("Your Party", "Your Party"),
        ("Advance UK", "Advance UK"),
        ("Aontu", "Aontú"),
    ],
)
def test_later_parties_and_labels_of_the_press_find_their_party(label, name):
    assert match_party(label).name == name


@pytest.mark.parametrize(
    "label", ["Ashfield Independents", "Castle Independents", "Independent Labour Group"]
)
def test_a_party_that_calls_itself_independent_is_a_party(label):
    assert match_party(label).kind is PartyKind.PARTY


def test_an_unknown_label_is_kept_as_it_is():
    found = match_party("Zebra Crossing Alliance of Haven")
    assert found.kind is PartyKind.UNKNOWN
    assert (found.parties, found.name) == ((), "Zebra Crossing Alliance of Haven")
    assert found.similarity == 0


@pytest.mark.parametrize(
    "label", ["Not Labour", "Labour's opponents", "Conservative Animal Lovers", "Free Haven Party"]
)
def test_a_label_that_only_holds_a_partys_name_is_not_that_party(label):
    assert match_party(label).register not in {"PP52", "PP53"}


def test_the_exact_label_is_surer_than_one_found_by_its_words():
    exact, words = match_party("Labour Party"), match_party("The Socialist Party of Great Britian")
    assert exact.similarity == 1
    assert 0 < words.similarity < 1
    assert words.register == "PP110"


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("Labour", "Lab", True),
        ("Labour", "Labour & Co-operative", True),
        ("Labour & Co-operative", "Co-operative Party", True),
        ("Labour", "Conservative", False),
        ("Labour", "Independent", False),
        ("Independent", "Annibynnol", True),
        ("Liberal", "Liberal Democrat", False),
        ("Labour", "Zebra Crossing Alliance", None),
    ],
)
def test_two_labels_agree_disagree_or_cannot_be_told(first, second, agree):
    assert parties_agree(match_party(first), match_party(second)) is agree
    assert parties_agree(match_party(second), match_party(first)) is agree


def test_every_party_of_the_table_has_an_identifier_and_a_name():
    entries = {entry for found in party_table().exact.values() for entry in found}
    assert len(entries) > 450
    assert all(is_id(entry.party) and entry.name for entry in entries)


def test_every_registered_name_finds_itself_or_a_namesake():
    entries = {entry for found in party_table().exact.values() for entry in found}
    strays = {e.name for e in entries if party_key(match_party(e.name).name) != party_key(e.name)}
    # names that the press gives to a larger party, and joint labels, which stand for both
    assert strays <= {"Conservative and Unionist Party", "Reform", "UK Independence Party (UK I P)"}


def test_a_plural_is_compared_with_its_singular():
    assert match_party("Liberal Democrats").parties == match_party("Liberal Democrat").parties


def test_no_label_of_the_table_has_more_words_than_are_looked_up():
    assert max(len(label.split()) for label in party_table().exact) <= MOST_WORDS


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        *[("the Labour Party's candidate", "Labour"), ("Labour's candidate", "Labour")],
        *[("Your local Labour candidate", "Labour"), ("Con gain", "Con"), ("Lab hold", "Lab")],
        *[("Labour Party (Wales)", "Labour"), ("TUSC Cymru", "TUSC"), ("SDP Scotland", "SDP")],
        *[("Green Cllr", "Green"), ("Labour MP", "Labour"), ("Scot Lab", "Labour")],
        *[("Green Party candidate for North Haven", "Green"), ("Scot LD", "Liberal Democrats")],
        *[("Eng Dems", "English Democrats"), ("Ashfield Inds", "Ashfield Independents")],
        *[("Putting Croydon ward first", "Putting Croydon First!"), ("L/D", "Lib Dem")],
    ],
)
def test_what_is_printed_around_a_party_and_short_words_change_nothing(label, plain):
    assert match_party(plain).kind is PartyKind.PARTY
    assert match_party(label).parties == match_party(plain).parties


@pytest.mark.parametrize("label", ["an independent", "the Independent candidate", "Indpt", "Inds"])
def test_an_independent_is_one_in_any_words(label):
    assert match_party(label).kind is PartyKind.INDEPENDENT


@pytest.mark.parametrize("label", ["Ind Lab", "Ind Con", "the candidate", "Wales", "Con Lab", "RA"])
def test_short_words_and_frames_make_no_party_of_what_is_none(label):
    assert match_party(label).kind is PartyKind.UNKNOWN


@pytest.mark.parametrize(
    "label", ["Independent (ex Labour Co-op)", "Independent, formerly Labour and Co-operative"]
)
def test_a_party_that_somebody_has_left_is_not_theirs(label):
    assert match_party(label).kind is not PartyKind.JOINT


def test_a_group_on_a_council_is_of_its_party():
    assert match_party("Labour Group").name == match_party("Labour").name
