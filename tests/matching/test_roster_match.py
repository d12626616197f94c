"""Whose a name is: matched, ambiguous, unmatched, and never somebody else's."""

import datetime

import pytest
from attrs import evolve

from civicpledge.errors import AmbiguousIdError, UnknownIdError
from civicpledge.matching import Ambiguous, Matched, Roster, Unmatched
from civicpledge.model.responses import Decision, DecisionKind

MAYOR, PCC = "mayor.haven.2030-05-02", "pcc.haven.2030-05-02"


def row(name, contest=MAYOR, party=None, **more):
    return {"name": name, "contest": contest, "party": party, **more}


@pytest.fixture
def roster():
    return Roster.from_rows(
        [
            row("Ada Fellows", party="Labour & Co-operative"),
            row("Rhys Ap Gwilym-Tarn", party="Plaid Cymru"),
            row("William Ash", party="Conservative", aliases=["Will Ash"]),
            row("Mirela Oduya", party="Green"),
            row("Ada Fellows", PCC, party="Labour"),
            row("Tom Ash", PCC, party="Independent"),
        ]
    )


@pytest.mark.parametrize(
    "printed",
    [
        "William Ash",
        "Bill Ash",
        "Cllr William Ash OBE",
        "ASH, William",
        "Ash, Bill",
        "William ASH",
        "WILLIAM ASH",
        "William J. Ash",
        "Mr. William Ash",
        "Rt Hon William Ash",
        'William "Bill" Ash',
        "William\u00a0Ash",
        "Will Ash",
        "W. Ash",
    ],
)
def test_one_person_is_found_however_printed(roster, printed):
    outcome = roster.match(printed, contest=MAYOR)
    assert isinstance(outcome, Matched)
    assert outcome.candidate.id == f"{MAYOR}.william-ash"
    assert 0.75 <= outcome.similarity <= 1


@pytest.mark.parametrize(
    "printed",
    [
        "Not William Ash",
        "William Ash's opponent",
        "William Ash's agent",
        "Tom Reed on behalf of William Ash",
        "William Ash and Mirela Oduya",
        "William Ash & Mirela Oduya",
        "Karen Ash",
        "William Moss",
        "Wilhelmina Ashworth",
        "Oduya Ash",
        "",
        "   ",
        "…",
    ],
)
def test_somebody_else_is_not_matched(roster, printed):
    outcome = roster.match(printed, contest=MAYOR)
    assert isinstance(outcome, Unmatched)
    assert outcome.why


def test_a_double_surname_is_found_by_either_half(roster):
    for printed in ("Rhys Gwilym", "Rhys Tarn", "Rhys Gwilym Tarn", "Rhys Gwilym-Tarn"):
        outcome = roster.match(printed)
        assert isinstance(outcome, Matched), printed
        assert outcome.candidate.person == "rhys-ap-gwilym-tarn"


def test_a_bare_surname_is_matched_where_one_person_bears_it(roster):
    assert isinstance(roster.match("Oduya"), Matched)
    assert isinstance(roster.match("Mr Ash", contest=MAYOR), Matched)


def test_a_bare_surname_is_ambiguous_where_two_people_bear_it(roster):
    outcome = roster.match("Ash")
    assert isinstance(outcome, Ambiguous)
    assert {o.candidate.person for o in outcome.options} == {"william-ash", "tom-ash"}


def test_an_initial_is_ambiguous_where_two_people_bear_the_surname(roster):
    assert isinstance(roster.match("W. Ash"), Ambiguous)
    assert isinstance(roster.match("W. Ash", contest=MAYOR), Matched)


def test_a_bare_first_name_is_matched_only_where_nobody_else_can_be_meant(roster):
    alone = roster.match("Mirela")
    assert isinstance(alone, Matched)
    assert alone.candidate.person == "mirela-oduya"
    two = Roster.from_rows([row("Mirela Oduya"), row("Mirela Tarn")])
    assert isinstance(two.match("Mirela"), Ambiguous)
    surname_too = Roster.from_rows([row("Mirela Oduya"), row("Tom Mirela")])
    assert not isinstance(surname_too.match("Mirela"), Matched)


def test_one_person_in_two_contests_is_ambiguous_until_a_contest_is_told(roster):
    outcome = roster.match("Ada Fellows")
    assert isinstance(outcome, Ambiguous)
    assert outcome.person == "ada-fellows"
    assert {o.candidate.contest for o in outcome.options} == {MAYOR, PCC}
    told = roster.match("Ada Fellows", contest=PCC)
    assert isinstance(told, Matched)
    assert told.candidate.contest == PCC


def test_two_people_who_fit_are_ambiguous_and_both_are_shown():
    roster = Roster.from_rows([row("Ada Rose Fellows"), row("Ada Kim Fellows")])
    outcome = roster.match("Ada Fellows")
    assert isinstance(outcome, Ambiguous)
    assert outcome.person is None
    assert len(outcome.options) == 2


def test_the_party_beside_a_name_decides_between_namesakes():
    roster = Roster.from_rows(
        [
            {"id": "ada-1", "name": "Ada Fellows", "contest": MAYOR, "party": "Labour"},
            {"id": "ada-2", "name": "Ada Fellows", "contest": PCC, "party": "Green"},
        ]
    )
    assert isinstance(roster.match("Ada Fellows"), Ambiguous)
    outcome = roster.match("Ada Fellows", party="Greens")
    assert isinstance(outcome, Matched)
    assert outcome.candidate.person == "ada-2"


@pytest.mark.parametrize("label", ["Conservative", "Independent", "Labour & Co-operative"])
def test_another_party_beside_the_very_name_is_for_a_person_to_decide(roster, label):
    outcome = roster.match("Mirela Oduya", party=label)
    assert isinstance(outcome, Ambiguous)
    assert [option.candidate.person for option in outcome.options] == ["mirela-oduya"]
    assert outcome.person is None, "one option with a doubt is nobody who was found"
    assert "the party differs (against)" in outcome.explain()
    ruled = roster.with_decisions([decision("Mirela Oduya", "mirela-oduya")])
    assert isinstance(ruled.match("Mirela Oduya", party=label), Matched)


@pytest.mark.parametrize("label", ["Greens", "Glorious Future", "Green Party (Haven)", None])
def test_the_same_party_or_one_in_no_table_does_not_hide_the_person(roster, label):
    assert isinstance(roster.match("Mirela Oduya", party=label), Matched)


def test_the_party_beside_a_bare_surname_tells_who_is_meant():
    rows = [row("Ada Marsh", party="Green"), row("Tom Marsh", party="Labour")]
    roster = Roster.from_rows(rows)
    assert isinstance(roster.match("Marsh"), Ambiguous)
    for printed, name in [("Marsh (Lab)", "Tom Marsh"), ("A. Marsh (Green)", "Ada Marsh")]:
        outcome = roster.match(printed)
        assert isinstance(outcome, Matched), outcome.explain()
        assert outcome.candidate.name == name
    unknown = Roster.from_rows([*rows, row("Kim Marsh")])
    assert isinstance(unknown.match("Marsh (Lab)"), Ambiguous), "Kim's party is not told"


@pytest.mark.parametrize("printed", ["Ada Fellows (Green)", "Ada Fellows, Green Party"])
def test_a_party_printed_behind_the_name_counts_as_one_beside_it(printed):
    roster = Roster.from_rows(
        [
            {"id": "ada-1", "name": "Ada Fellows", "contest": MAYOR, "party": "Labour"},
            {"id": "ada-2", "name": "Ada Fellows", "contest": PCC, "party": "Green"},
        ]
    )
    outcome = roster.match(printed)
    assert isinstance(outcome, Matched)
    assert outcome.candidate.person == "ada-2"


def test_a_joint_party_agrees_with_each_of_its_members(roster):
    for label in ("Labour", "Co-op", "Labour and Co-operative Party"):
        outcome = roster.match("Ada Fellows", party=label, contest=MAYOR)
        assert "the party is the same" in outcome.explain()


def test_the_evidence_reads_like_a_sentence(roster):
    outcome = roster.match("Ash, Bill", contest=MAYOR)
    assert outcome.explain() == (
        "“Ash, Bill” is William Ash: the surname is the same, the given names are forms of one name, "
        f"nobody else in scope bears the surname (similarity {outcome.similarity:.2f})."
    )
    assert "the given names differ (against)" in roster.match("Karen Ash", contest=MAYOR).explain()
    assert "ambiguous" in roster.match("Ash").explain()


def test_unmatched_shows_who_comes_nearest(roster):
    outcome = roster.match("Karen Ash", contest=MAYOR)
    assert [o.candidate.person for o in outcome.nearest] == ["william-ash"]
    assert outcome.nearest[0].similarity < 0.5


def test_a_contest_that_is_not_there_is_an_error(roster):
    with pytest.raises(UnknownIdError, match=r"mayor\.leigh"):
        roster.match("Ada Fellows", contest="mayor.leigh")


def test_a_candidate_is_looked_up_by_either_id(roster):
    assert roster.candidate(f"{MAYOR}.william-ash").name == "William Ash"
    assert roster.candidate("william-ash").name == "William Ash"
    with pytest.raises(AmbiguousIdError) as error:
        roster.candidate("ada-fellows")
    assert error.value.options == (f"{MAYOR}.ada-fellows", f"{PCC}.ada-fellows")
    with pytest.raises(UnknownIdError):
        roster.candidate("nobody-here")


def test_a_batch_takes_a_party_and_a_contest_for_every_name(roster):
    outcomes = roster.match_many(
        ["Ada Fellows", "Ash"], parties=["Labour", None], contests=[PCC, MAYOR]
    )
    assert [o.candidate.id for o in outcomes] == [f"{PCC}.ada-fellows", f"{MAYOR}.william-ash"]
    with pytest.raises(ValueError, match="zip"):
        roster.match_many(["Ada Fellows", "Ash"], parties=["Labour"])


def test_one_name_is_not_taken_for_a_row_of_letters(roster):
    with pytest.raises(TypeError, match="match takes one"):
        roster.match_many("Ada")


def test_one_to_one_gives_no_candidate_twice(roster):
    names = ["William Ash", "Bill Ash", "Mirela Oduya"]
    freely = roster.match_many(names, contests=[MAYOR] * 3)
    apart = roster.match_many(names, contests=[MAYOR] * 3, one_to_one=True)
    assert [type(o) for o in freely] == [Matched] * 3
    assert [type(o) for o in apart] == [Ambiguous, Ambiguous, Matched]


def test_progress_sees_every_name(roster):
    seen = []

    def watch(items):
        for item in items:
            seen.append(item)
            yield item

    roster.match_many(["Ash", "Oduya"], progress=watch)
    assert len(seen) == 2


def test_workers_give_the_same_answers(roster):
    names = ["William Ash", "Ash", "Karen Ash", "Mirela", "Not Tom Ash", "Rhys Tarn"] * 120
    assert roster.match_many(names, workers=2) == roster.match_many(names)


def decision(subject, choice, day=1, **more):
    return Decision(
        kind=DecisionKind.NAME,
        subject=subject,
        choice=choice,
        by="jane",
        date=datetime.date(2030, 5, day),
        reason=more.get("reason", "asked the agent"),
    )


def test_a_decision_wins_over_what_is_printed(roster):
    bound = roster.with_decisions(
        [decision("Billy A.", "william-ash"), decision("Oduya", "nobody")]
    )
    decided = bound.match("BILLY A")
    assert isinstance(decided, Matched)
    assert decided.candidate.person == "william-ash"
    assert "asked the agent" in decided.explain()
    assert decided.evidence[0].about == "decision"
    assert isinstance(bound.match("Oduya"), Unmatched)
    assert isinstance(roster.match("Oduya"), Matched), "the roster itself is unchanged"


def test_a_decision_is_no_comparison(roster):
    option = roster.with_decisions([decision("Bill", "william-ash")]).match("Bill").option
    assert (option.points, option.rules, option.bearers, option.similarity) == (0, (), 0, 1)


def test_the_latest_decision_holds_in_any_order(roster):
    first, last = decision("Oduya", "nobody", 1), decision("Oduya", "mirela-oduya", 2)
    for order in ([first, last], [last, first]):
        assert isinstance(roster.with_decisions(order).match("Oduya"), Matched)


def test_a_decision_for_somebody_out_of_scope_matches_nobody(roster):
    bound = roster.with_decisions([decision("Bill", "william-ash")])
    assert isinstance(bound.match("Bill", contest=PCC), Unmatched)


def test_a_roster_is_shown_by_its_counts_and_not_by_its_names(roster):
    assert repr(roster) == "<Roster: 6 candidates in 2 contests>"
    assert len(roster) == 6


def test_aliases_of_every_candidacy_find_the_person():
    roster = Roster.from_rows([row("Ada Fellows", aliases="Adelaide Tarn | A. Tarn-Fellows")])
    assert isinstance(roster.match("Adelaide Tarn"), Matched)


@pytest.mark.parametrize(
    "name", ["SMITH'); DROP TABLE", "a" * 5000, "\x00", "A, " * 500, "((((", "'" * 300]
)
def test_any_text_is_answered(roster, name):
    assert isinstance(roster.match(name), Matched | Ambiguous | Unmatched)


def test_the_parties_of_a_joint_label_bear_their_registered_names():
    roster = Roster.from_rows([row("Ada Fellows", party="Labour & Co-operative")])
    assert [party.name for party in roster.parties] == ["Co-operative Party", "Labour Party"]


def test_a_name_that_fits_another_bearer_of_all_its_words_is_ambiguous():
    for exact, fuller in [
        ("Kim Ash", "Ann Kim Ash"),
        ("Ada Marsh", "Ada Marsh-Fellows"),
        ("Noor Zaid Adil", "Adil Zaid Noor"),
    ]:
        name = "Noor Adil" if "Zaid" in exact else exact
        outcome = Roster.from_rows([row(exact), row(fuller)]).match(name)
        assert isinstance(outcome, Ambiguous), name
        assert {o.candidate.name for o in outcome.options} == {exact, fuller}


def test_what_only_one_of_them_has_decides_between_bearers_of_all_the_words():
    rows = [row("Ada Marsh", party="Green"), row("Ada Marsh-Fellows", party="Labour")]
    outcome = Roster.from_rows(rows).match("Ada Marsh", party="Green")
    assert isinstance(outcome, Matched)
    assert outcome.candidate.name == "Ada Marsh"


def test_three_words_in_another_order_are_ambiguous_where_several_bear_the_surname():
    alone = Roster.from_rows([row("Zaid Noor Adil"), row("Tom Reed")])
    assert isinstance(alone.match("Adil Zaid Noor"), Matched)
    several = Roster.from_rows([row("Zaid Noor Adil"), row("Omar Adil")])
    outcome = several.match("Noor Adil Zaid")
    assert isinstance(outcome, Ambiguous)
    assert "another order" in outcome.why


def test_an_initial_beside_a_word_that_is_a_first_name_too_is_ambiguous():
    roster = Roster.from_rows([row("Petra Dean"), row("Dean Larkin")])
    assert isinstance(roster.match("Dean, P."), Ambiguous)
    assert isinstance(roster.match("P. Dean"), Ambiguous)
    assert isinstance(roster.match("Petra Dean"), Matched)


def test_a_person_of_one_name_is_an_option_beside_one_of_two():
    rows = [{"name": "Teo"}, {"name": "Mei Teo"}]
    found = Roster.from_rows(rows, contest="mayor.eastmere.2030-05-02").match("M. Teo")
    assert isinstance(found, Ambiguous)
    assert {option.candidate.name for option in found.options} == {"Teo", "Mei Teo"}


def test_a_name_that_only_the_person_bears_is_the_candidates_too():
    roster = Roster.from_rows([{"name": "Ann Body"}], contest="mayor.eastmere.2030-05-02")
    people = tuple(evolve(p, aliases=("Annabel Quill",)) for p in roster.people)
    assert evolve(roster, people=people).match("Annabel Quill").candidate.name == "Ann Body"


@pytest.mark.parametrize("printed", ["Shri P. K. Unni", "Smt. P. K. Unni", "Shri Unni"])
def test_titles_of_india_are_no_names(printed):
    roster = Roster.from_rows([{"name": "P. K. Unni"}], contest="mayor.eastmere.2030-05-02")
    assert roster.match(printed).candidate.name == "P. K. Unni"


def named(*names):
    return Roster.from_rows([row(name) for name in names])


@pytest.mark.parametrize(
    ("printed", "listed", "others"),
    [
        ("Cllr Gwilym-Tarn", "Ada Gwilymtarn", []),
        ("Ada Beltarn", "Ada Bel Tarn", []),
        ("Ada Tarm", "Ada Tarn", []),
        ("Fellows Ada", "Ada Fellows", ["Tom Fellows"]),
        ("Ada Kim", "Ada Rose Kim", ["Kim Ash"]),
        ("Joanne Fellows", "Jo Anne Fellows", ["Joan Fellows"]),
    ],
)
def test_a_name_that_is_written_another_way_is_found(printed, listed, others):
    outcome = named(listed, *others).match(printed)
    assert isinstance(outcome, Matched), outcome.explain()
    assert outcome.candidate.name == listed


def test_a_word_and_an_initial_are_looked_up_either_way_round():
    outcome = named("Marsh Tessel", "Ada Bell").match("Tessel M.")
    assert [option.candidate.name for option in outcome.nearest] == ["Marsh Tessel"]


def test_a_first_name_bears_no_surname_and_half_a_double_one_does():
    assert named("Ada Dean", "Dean Larkin").match("Ada Dean").option.bearers == 1
    assert named("Ada Marsh-Fellows", "Tom Marsh").match("Tom Marsh").option.bearers == 2
