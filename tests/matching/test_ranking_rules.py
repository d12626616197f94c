"""Better and worse: what every rule of comparison is worth beside its neighbour."""

import pytest

from civicpledge.matching import Ambiguous, Matched, Roster
from civicpledge.matching.comparing import compare, compare_place
from civicpledge.matching.evidence import NUMBER, RULES, Direction
from civicpledge.matching.outcomes import rarity_points
from civicpledge.normalise.names import read_forms


def rules_of(mention, option, area=""):
    found = None
    for form in read_forms(mention):
        for listed in read_forms(option):
            numbers = compare(form, listed)
            if numbers is None:
                continue
            compare_place(form.place, listed, area, numbers)
            names = [RULES[number].name for number in numbers]
            if found is None or points(names) > points(found):
                found = names
    return found


def points(names):
    return sum(RULES[NUMBER[name]].points for name in names)


def worth(mention, option, area=""):
    names = rules_of(mention, option, area)
    return float("-inf") if names is None else points(names)


HOLDS = [
    # rule, as printed, on the roster
    ("surname", "Ada Fellows", "Ada Fellows"),
    ("surname-last-word", "Ada Fellows", "Ada Marsh-Fellows"),
    ("surname-one-word", "Ada Marsh", "Ada Marsh-Fellows"),
    ("surname-clash", "Ada Marsh-Stone", "Ada Marsh-Fellows"),
    ("surname-near", "Ada Felows", "Ada Fellows"),
    ("surname-far", "Ada Felowes", "Ada Fellows"),
    ("surname-onset", "Ada Mellows", "Ada Fellows"),
    ("two-slips", "Bill Felows", "William Fellows"),
    ("reordered", "Fellows Ada", "Ada Fellows"),
    ("subset", "Ada Marsh", "Ada Marsh Fellows"),
    ("overlap", "Ada Tarn Marsh", "Ada Marsh Fellows"),
    ("swapped", "Tarn Fellows", "F. Tarn"),
    ("given", "Ada Fellows", "Ada Fellows"),
    ("given-nickname", "Bill Fellows", "William Fellows"),
    ("given-shared", "Betty Fellows", "Liz Fellows"),
    ("given-initial", "A. Fellows", "Ada Fellows"),
    ("given-initial-of", "Ada Fellows", "A. Fellows"),
    ("given-short", "Adal Fellows", "Adalheid Fellows"),
    ("given-near", "Adalhied Fellows", "Adalheid Fellows"),
    ("given-near", "Micky Fellows", "Mickey Fellows"),
    ("given-near-known", "Mary Fellows", "Mark Fellows"),
    ("given-near-known", "Pauline Fellows", "Paul Fellows"),
    ("given", "Mary Ann Fellows", "Maryann Fellows"),
    ("given", "Joanne Fellows", "Jo Anne Fellows"),
    ("given-onset", "Ab Fellows", "Ac Fellows"),
    ("given-is-middle", "Tessel Fellows", "Ada Tessel Fellows"),
    ("middle-is-given", "Ada Tessel Fellows", "Tessel Fellows"),
    ("middle-is-given", "J. Tesselman Fellows", "Tessel Fellows"),
    ("given-missing", "Cllr Fellows", "Ada Fellows"),
    ("given-unlisted", "Ada Fellows", "Lady Fellows"),
    ("given-onset", "Adalia Fellows", "Adalheid Fellows"),
    ("given-differs", "Ada Fellows", "Tom Fellows"),
    ("given-letter", "Ada Fellows", "Abel Fellows"),
    ("initial-differs", "T. Fellows", "Ada Fellows"),
    ("middle", "Ada Rose Fellows", "Ada Rose Fellows"),
    ("middle-initial", "Ada R. Fellows", "Ada Rose Fellows"),
    ("middle-near", "Ada Mark Fellows", "Ada Mary Fellows"),
    ("middle-near", "Ada Adalhied Fellows", "Ada Adalheid Fellows"),
    ("middle-extra", "Ada Rose Fellows", "Ada Fellows"),
    ("middle-absent", "Ada Fellows", "Ada Rose Fellows"),
    ("middle-differs", "Ada Kim Fellows", "Ada Rose Fellows"),
    ("suffix", "Tom Fellows, Jr.", "Tom Fellows Jnr"),
    ("suffix-differs", "Tom Fellows, Jr.", "Tom Fellows, Sr."),
    ("suffix-one", "Tom Fellows, Jr.", "Tom Fellows"),
    ("place", "Lady Fellows of Haven", "Baroness Fellows of Haven"),
    ("place-differs", "Lady Fellows of Haven", "Baroness Fellows of Leigh"),
    ("place-one", "FELLOWS of Haven", "Ada Fellows"),
    ("rank", "Lady Fellows", "Baroness Fellows"),
    ("rank-one", "Lady Fellows", "Ada Fellows"),
    ("rank-differs", "Bishop of Haven", "Lord Haven"),
    ("sex-differs", "Mr Ada Fellows", "Mrs Ada Fellows"),
    ("bare-given", "Ada", "Ada Fellows"),
]
ELSEWHERE = {"surname-others", "party", "party-differs", "rarity", "base"}


@pytest.mark.parametrize(("rule", "mention", "option"), HOLDS, ids=[case[0] for case in HOLDS])
def test_the_rule_holds_where_its_words_say_so(rule, mention, option):
    assert rule in rules_of(mention, option)


WHOLE = [
    # as printed, on the roster, all the rules that hold
    ("Anne Marie Rose Fellows", "Annemarie Rose Fellows", "surname given middle"),
    ("Annemarie Rose Fellows", "Anne Marie Rose Fellows", "surname given middle"),
    ("Ada Rose Bel Tarn", "Ada Rose Beltarn", "surname given middle"),
    ("Ada Rose Beltarn", "Ada Rose Bel Tarn", "surname given middle"),
    ("Ada Bel Tarn", "Ada Beltarn", "surname given"),
    ("Ada Tarn-Felows", "Ada Fellows", "surname-near given"),
    ("Ada Marsh-Stone-Tarn", "Ada Marsh-Stome-Kerr", "surname-one-word given middle-near"),
    ("Tessel Rose Fellows", "Ada Tessel Rose Fellows", "surname given-is-middle middle"),
    ("Tessel Ada Fellows", "Ada Tessel Fellows", "surname given-is-middle middle-extra"),
    ("M. Ann Tessel", "Tessel Marsh", "swapped given-initial middle-extra"),
    ("M. Tessel", "Ann Tessel Marsh", "swapped given-initial middle-absent"),
    ("M. Tessel", "Tessel Marsh", "swapped given-initial"),
    ("Ng Bo", "Bo Ng", "reordered"),
    ("Ada Rose Tessel Fellows", "Rose Tessel Fellows", "surname middle-is-given middle"),
    ("Jn Rose Fellows", "Jo Rose Fellows", "surname given-onset middle"),
    ("Ann Parker", "Ann Barker", "surname-near surname-onset given"),
    ("Ada Tarn Marsh", "Ada Marsh Fellows", "overlap middle-differs"),
]


@pytest.mark.parametrize(("mention", "option", "rules"), WHOLE)
def test_every_word_of_a_name_is_compared_once(mention, option, rules):
    assert rules_of(mention, option) == rules.split()


def test_every_rule_has_a_case():
    assert {case[0] for case in HOLDS} | ELSEWHERE == set(NUMBER)


BETTER = [
    # as printed, the better option, the worse option
    ("Ada Fellows", "Ada Fellows", "Ada Felows"),
    ("Ada Fellows", "Ada Felows", "Ada Mellows"),
    ("Ada Felows", "Ada Fellows", "Ada Folowers"),
    ("Ada Fellows", "Ada Marsh-Fellows", "Tom Fellows"),
    ("Ada Marsh-Fellows", "Ada Marsh-Fellows", "Ada Marsh-Stone"),
    ("Bill Fellows", "William Fellows", "Benedict Fellows"),
    ("Bill Fellows", "Bill Fellows", "William Fellows"),
    ("A. Fellows", "Ada Fellows", "Tom Fellows"),
    ("Ada Fellows", "A. Fellows", "T. Fellows"),
    ("Adalhied Fellows", "Adalheid Fellows", "Tom Fellows"),
    ("Mary Fellows", "Mary Fellows", "Mark Fellows"),
    ("Mary Fellows", "M. Fellows", "Mark Fellows"),
    ("Tessel Fellows", "Ada Tessel Fellows", "Ada Fellows"),
    ("Ada Tessel Fellows", "Tessel Fellows", "Tom Fellows"),
    ("Ada Fellows", "Lady Fellows", "Tom Fellows"),
    ("Ada Rose Fellows", "Ada Rose Fellows", "Ada Fellows"),
    ("Ada Rose Fellows", "Ada R. Fellows", "Ada Kim Fellows"),
    ("Ada Rose Fellows", "Ada Fellows", "Ada Kim Fellows"),
    ("Ada Mary Fellows", "Ada Fellows", "Ada Mark Fellows"),
    ("Ada Mray Fellows", "Ada Mary Fellows", "Ada Kim Fellows"),
    ("Tom Fellows, Jr.", "Tom Fellows Jnr", "Tom Fellows, Sr."),
    ("Tom Fellows, Jr.", "Tom Fellows", "Tom Fellows, Sr."),
    ("Lady Fellows of Haven", "Baroness Fellows of Haven", "Baroness Fellows of Leigh"),
    ("Lady Fellows", "Baroness Fellows", "Ada Fellows"),
    ("Lady Fellows", "Ada Fellows", "Lord Fellows"),
    ("Bishop of Haven", "The Bishop of Haven", "Lord Haven"),
    ("Mrs Fellows", "Lady Fellows", "Sir Tom Fellows"),
    ("Fellows Ada", "Ada Fellows", "Tom Fellows"),
    ("Ada Marsh", "Ada Marsh Fellows", "Tom Marsh Fellows"),
    ("Ada Fellows", "Fellows Ada", "Fellows Tom"),
]


@pytest.mark.parametrize(("mention", "better", "worse"), BETTER)
def test_the_better_option_has_more_points(mention, better, worse):
    assert worth(mention, better) > worth(mention, worse)


def test_the_number_of_a_district_is_a_place():
    right, wrong = (worth("FELLOWS, 18TH", "Ada Fellows", f"haven {n}") for n in (18, 19))
    unknown = worth("FELLOWS, 18TH", "Ada Fellows", "haven")
    assert right > unknown > wrong


def test_the_area_of_the_contest_is_a_place():
    assert worth("FELLOWS of Haven", "Ada Fellows", "north haven") > worth(
        "FELLOWS of Haven", "Ada Fellows", "leigh"
    )


def test_a_surname_is_worth_less_the_more_people_bear_it():
    values = [rarity_points(n) for n in (1, 2, 5, 40, 1000, 100_000)]
    assert values == sorted(values, reverse=True)
    assert values[0] == 0


def test_what_disagrees_never_adds_points_and_what_is_the_same_never_takes_any():
    same = {"surname", "given", "middle", "suffix", "place", "rank", "party", "reordered"}
    for rule in RULES:
        if rule.direction is Direction.DISAGREES:
            assert rule.points < 0, rule.name
        if rule.name in same:
            assert rule.points > 0, rule.name


def test_a_given_name_is_never_compared_with_somebodys_surname():
    assert rules_of("Ada Thomas", "Thomas Fellows") is None
    assert rules_of("Thomas Ada", "Ada Fellows") is None


def one(name, party=None, **row):
    return {"name": name, "id": name.lower().replace(" ", "-"), "party": party, **row}


def similarity(outcome):
    match outcome:
        case Matched(option=option) | Ambiguous(options=(option, *_)):
            return option.similarity
    return outcome.nearest[0].similarity


def test_the_same_party_is_worth_more_than_none_and_another_less():
    roster = Roster.from_rows([one("Ada Felows", "Labour")], contest="mayor.haven")
    same, none, other = (
        similarity(roster.match("Ada Fellows", party=p)) for p in ("Lab", None, "Tory")
    )
    assert same > none > other


def test_a_surname_that_somebody_else_bears_is_hardly_a_slip():
    alone = Roster.from_rows([one("Ada Marten")], contest="mayor.haven")
    both = Roster.from_rows([one("Ada Marten"), one("Tom Martel")], contest="mayor.haven")
    assert similarity(alone.match("Ada Martel")) > similarity(both.match("Ada Martel"))


def test_another_spelling_of_one_name_is_a_slip_whoever_else_is_spelled_so():
    roster = Roster.from_rows([one("Ada Mohamad"), one("Tom Mohammed")], contest="mayor.haven")
    outcome = roster.match("Ada Mohammed")
    assert isinstance(outcome, Matched)
    assert "another's" not in outcome.explain()


def test_a_name_found_among_the_middle_names_alone_decides_between_no_two():
    roster = Roster.from_rows([one("Ann Tessel"), one("Mary Jo Tessel")], contest="mayor.haven")
    assert isinstance(roster.match("Mary Ann Tessel"), Ambiguous)


def test_a_contest_whose_rows_name_two_areas_takes_the_first_by_the_alphabet():
    rows = [{**one("Ada Ash"), "area": "Upton"}, {**one("Tom Bly"), "area": "Dalby"}]
    for given in (rows, rows[::-1]):
        (area,) = Roster.from_rows(given, contest="mayor.haven").areas
        assert area.name == "Dalby"


def test_a_given_name_that_is_near_two_others_is_neither_s_for_certain():
    rows = [{"name": "Micky Fellows"}, {"name": "Mickey Fellows"}]
    roster = Roster.from_rows(rows, contest="mayor.x.2030-05-02")
    outcome = roster.match("Mick Fellows")
    assert isinstance(outcome, Ambiguous)
    assert len(outcome.options) == 2
