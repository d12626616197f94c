"""Rosters and decisions where a change of the code once went without a test noticing."""

import datetime
import json

import pytest

from civicpledge.errors import RosterError, RowsError
from civicpledge.matching import (
    Ambiguous,
    Matched,
    Roster,
    Unmatched,
    near_duplicates,
    read_decisions,
    read_roster,
    review,
)
from civicpledge.model.responses import Decision, DecisionKind

MAYOR, PCC, MP = "mayor.haven.2030-05-02", "pcc.haven.2030-05-02", "parl.haven.2030-05-02"
ANN = {"name": "Ann Body", "contest": MAYOR, "id": "p1", "aliases": ["Nan Body"]}


def popolo(folder, people):
    path = folder / "people.json"
    path.write_text(json.dumps({"persons": people}))
    return path


def test_one_odd_person_among_others_makes_no_list_of_people(tmp_path):
    people = [{"name": "Ann Body", "contest_id": MAYOR}, 3]
    with pytest.raises(RosterError, match="is not a list of objects"):
        read_roster(popolo(tmp_path, people), contest=MAYOR)


def test_an_identifier_needs_a_scheme_and_a_value(tmp_path):
    told = [
        {"scheme": "register", "identifier": "7"},
        {"scheme": "", "identifier": "8"},
        {"scheme": "register", "identifier": ""},
    ]
    person = {"id": "ann", "name": "Ann Body", "identifiers": told}
    (person,) = read_roster(popolo(tmp_path, [person]), contest=MAYOR).people
    assert [(i.scheme, i.value) for i in person.identifiers] == [("register", "7")]


@pytest.mark.parametrize("key", ["contest_id", "election", "legislative_period_id"])
def test_a_membership_names_its_contest_in_any_of_three_ways(tmp_path, key):
    person = {"id": "ann", "name": "Ann Body", "memberships": [{key: MAYOR}]}
    (candidate,) = read_roster(popolo(tmp_path, [person])).candidates
    assert candidate.contest == MAYOR


def test_what_is_no_list_of_names_is_told():
    with pytest.raises(RosterError, match=r"row 1, column 'aliases': is no list"):
        Roster.from_rows([{**ANN, "aliases": 3}])


def test_a_person_of_several_contests_has_the_name_printed_most_often_and_the_others_in_order():
    printed = {MAYOR: "Zan Body", PCC: "Ann Body", MP: "Annie Body"}
    rows = [{**ANN, "name": name, "contest": c, "aliases": []} for c, name in printed.items()]
    (person,) = Roster.from_rows(rows).people
    assert (person.name, person.aliases) == ("Ann Body", ("Annie Body", "Zan Body"))
    often = [*rows, {**rows[0], "contest": "gla.haven.2030-05-02"}]
    (person,) = Roster.from_rows(often).people
    assert (person.name, person.aliases) == ("Zan Body", ("Ann Body", "Annie Body"))


def test_the_table_shows_every_other_name_and_not_the_candidates_own():
    rows = [ANN, {**ANN, "name": "Annie Body", "contest": PCC, "aliases": []}]
    alone = {"name": "Zoe Low", "contest": MAYOR}
    shown = Roster.from_rows([*rows, alone]).to_table().to_dict()
    shown = dict(zip(shown["candidate"], shown["aliases"], strict=True))
    assert shown == {
        f"{MAYOR}.p1": "Nan Body; Annie Body",
        f"{PCC}.p1": "Ann Body",
        f"{MAYOR}.zoe-low": None,
    }


def test_names_that_nobody_has_hold_apart_nobody():
    roster = Roster.from_rows([ANN, {"name": "Zoe Low", "contest": MAYOR}])
    outcomes = roster.match_many(["Ann Body", "Una Quine", "Zoe Low", "Z Low"], one_to_one=True)
    assert [type(o) for o in outcomes] == [Matched, Unmatched, Ambiguous, Ambiguous]


def ruling(subject, kind):
    day = datetime.date(2030, 5, 2)
    return Decision(kind=kind, subject=subject, choice="nobody", by="jane", date=day, reason="why")


def test_only_rulings_on_names_bind_a_roster():
    roster = Roster.from_rows([{"name": "bo", "contest": MAYOR}])
    others = [ruling("bo", DecisionKind.ATTRIBUTION), ruling("bo", DecisionKind.LINK)]
    assert roster.with_decisions(others).decisions == ()
    of_name = ruling("bo", DecisionKind.NAME)
    assert roster.with_decisions([*others, of_name]).decisions == (of_name,)


def test_a_file_of_decisions_without_a_column_is_refused_though_it_has_no_row(tmp_path):
    path = tmp_path / "decisions.csv"
    path.write_text("name,choice,date\n")
    with pytest.raises(RowsError) as told:
        read_decisions(path)
    assert [str(fault) for fault in told.value.faults] == [
        "line 1: no column 'by'",
        "line 1: no column 'reason'",
    ]


NAMESAKES = Roster.from_rows(
    [
        {"name": "Ann Body", "contest": MAYOR, "area": "Haven"},
        {"name": "Ann Body", "contest": "pcc.low.2030-05-02", "area": "Low", "id": "other"},
    ]
)


def test_the_place_behind_a_name_parts_namesakes():
    matched = NAMESAKES.match("Ann Body of Haven")
    assert isinstance(matched, Matched)
    assert matched.candidate.contest == MAYOR
    assert "the place is the same" in [e.says for e in matched.evidence]


def test_an_ambiguous_outcome_shows_the_evidence_and_the_likeness_of_its_first_option():
    outcome = NAMESAKES.match("Ann Body")
    assert isinstance(outcome, Ambiguous)
    assert outcome.evidence == outcome.options[0].evidence != ()
    assert review([outcome]).to_dict()["similarity"] == [outcome.options[0].similarity]
    assert review([NAMESAKES.match("Una Quine")]).to_dict()["similarity"] == [None]


def test_texts_as_like_as_asked_for_are_given_in_the_order_of_the_texts():
    said = "We will build homes on the old dock."
    found = near_duplicates([said, "Plant trees along the new road.", said, said], at_least=1.0)
    assert [(d.first, d.second) for d in found] == [(0, 2), (0, 3), (2, 3)]
