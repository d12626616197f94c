"""Resolving: answers under the right ask and candidate, and nobody credited by a guess."""

import datetime as dt

import pytest
from attrs import evolve

from civicpledge.errors import RemitsError, ResolveError
from civicpledge.matching import Roster
from civicpledge.model.asks import Power
from civicpledge.model.ids import RoundId
from civicpledge.model.responses import (
    Absence,
    Contested,
    Decision,
    DecisionKind,
    Inferred,
    Named,
    OnBehalf,
    ScopeKind,
    Unattributed,
)
from civicpledge.model.sources import Document, Quote, Source, Span
from civicpledge.readers.reading import RawAbsence, RawAsk, RawPart, RawTheme
from civicpledge.resolving import remits, resolve
from civicpledge.resolving.absent import absences_of
from civicpledge.resolving.speakers import Speakers

MAYOR = "mayor.eastmere.2023-05-04"
PCC = "pcc.eastmere.2023-05-04"


@pytest.fixture
def answers(page, homes, safety):
    return (
        page.answer(homes, "Ada Marlow", "Yes.", party="Harbour"),
        page.answer(homes, "Tobias Finch", "Perhaps."),
        page.answer(safety, "Ada Marlow", "I will."),
        page.answer(safety, "Priya Lindqvist", "Certainly."),
    )


def test_answers_stand_under_their_ask_and_candidate_with_their_words(
    page, answers, roster, powers
):
    dataset = resolve(page.reading(answers), roster, remits=powers)
    (response,) = dataset.cell("ada-marlow", "2").responses
    assert response.id == "page.2.ada-marlow"
    (span,) = response.appearances
    assert page.document.text[span.start : span.end] == response.text == "I will."


def test_what_is_due_follows_from_field_and_remit(page, answers, roster, powers):
    dataset = resolve(page.reading(answers), roster, remits=powers)
    found = {(c.candidate, c.ask): c.absence for c in dataset.cells()}
    assert found == {
        (f"{MAYOR}.ada-marlow", "page.1"): None,
        (f"{MAYOR}.ada-marlow", "page.2"): None,
        (f"{MAYOR}.tobias-finch", "page.1"): None,
        (f"{MAYOR}.tobias-finch", "page.2"): Absence.NOT_RECORDED,
        (f"{PCC}.priya-lindqvist", "page.1"): Absence.OUT_OF_REMIT,
        (f"{PCC}.priya-lindqvist", "page.2"): None,
    }


def test_name_and_party_stay_as_printed(page, answers, roster, powers):
    dataset = resolve(page.reading(answers), roster, remits=powers)
    said = dataset.response("page.1.ada-marlow").attribution
    assert said == Named(
        person="ada-marlow",
        candidate=f"{MAYOR}.ada-marlow",
        name_as_printed="Ada Marlow",
        party_as_printed="Harbour",
    )


def test_somebody_on_the_roster_whom_the_page_never_names_changes_nothing(
    page, answers, roster, powers
):
    without = Roster.from_rows(
        [
            {"id": c.person, "name": c.name, "party": c.party_on_roster, "contest": c.contest}
            for c in roster.candidates
            if c.person != "greta-oakes"
        ]
    )
    reading = page.reading(answers)
    assert resolve(reading, roster, remits=powers) == resolve(reading, without, remits=powers)


def test_a_field_that_is_told_makes_the_silent_due(page, answers, roster, powers):
    everybody = [c.id for c in roster.candidates]
    dataset = resolve(page.reading(answers), roster, remits=powers, field=everybody)
    assert dataset.cell("greta-oakes", "2").absence is Absence.NOT_RECORDED


def test_a_name_that_fits_several_is_contested_and_credits_nobody(page, homes):
    roster = Roster.from_rows(
        [
            {"id": "ada-marlow", "name": "Ada Marlow"},
            {"id": "agnes-marlow", "name": "Agnes Marlow"},
        ],
        contest=MAYOR,
    )
    mine = remits({"mayor.eastmere": {"decides": "1 2"}})
    reading = page.reading([page.answer(homes, "A. Marlow", "Yes.")])
    dataset = resolve(reading, roster, remits=mine, field=["ada-marlow", "agnes-marlow"])
    assert isinstance(dataset.responses[0].attribution, Contested)
    for person in ("ada-marlow", "agnes-marlow"):
        cell = dataset.cell(person, "1")
        assert cell.absence is Absence.UNATTRIBUTED
        assert cell.content.possible == (dataset.responses[0].id,)


def test_a_name_that_is_not_on_the_roster_stays_a_person_without_a_candidacy(
    page, answers, homes, roster, powers
):
    stranger = page.answer(homes, "Wilhelmina Krantz", "Perhaps.")
    dataset = resolve(page.reading([answers[0], stranger]), roster, remits=powers)
    said = dataset.response("page.1.wilhelmina-krantz").attribution
    assert (said.person, said.candidate) == ("wilhelmina-krantz", None)
    assert "wilhelmina-krantz" not in {c.person for c in dataset.candidates}
    assert dataset.person("wilhelmina-krantz").name == "Wilhelmina Krantz"


def test_words_without_a_name_may_be_anybodys_and_score_for_nobody(page, homes, roster, powers):
    reading = page.reading([page.answer(homes, None, "Yes.")])
    dataset = resolve(reading, roster, remits=powers, field=["ada-marlow", "tobias-finch"])
    assert isinstance(dataset.responses[0].attribution, Unattributed)
    assert dataset.cell("ada-marlow", "1").absence is Absence.UNATTRIBUTED
    assert dataset.cell("tobias-finch", "2").absence is Absence.NOT_RECORDED


@pytest.fixture
def party_roster():
    rows = [
        {"id": "ada-marlow", "name": "Ada Marlow", "party": "Labour", "contest": MAYOR},
        {"id": "tobias-finch", "name": "Tobias Finch", "party": "Green Party", "contest": MAYOR},
        {"id": "priya-lindqvist", "name": "Priya Lindqvist", "party": "Labour", "contest": PCC},
    ]
    return Roster.from_rows(rows)


def test_words_beside_a_party_are_offered_to_its_only_candidate(page, homes, party_roster, powers):
    words = page.answer(homes, None, "Yes.", party="Greens", label=page.quote("Homes").span)
    dataset = resolve(page.reading([words]), party_roster, remits=powers)
    said = dataset.responses[0].attribution
    assert isinstance(said, Inferred)
    assert (said.candidate, said.party_as_printed) == (f"{MAYOR}.tobias-finch", "Greens")
    assert said.evidence == (page.quote("Homes").span,)
    assert dataset.cell("tobias-finch", "1").absence is Absence.UNATTRIBUTED


def test_words_beside_a_party_of_several_candidates_are_contested(
    page, homes, party_roster, powers
):
    words = page.answer(homes, None, "Yes.", party="Lab")
    dataset = resolve(page.reading([words]), party_roster, remits=powers, field=["ada-marlow"])
    said = dataset.responses[0].attribution
    assert isinstance(said, Contested)
    assert said.options == (f"{MAYOR}.ada-marlow", f"{PCC}.priya-lindqvist")


def test_words_beside_another_party_wait_for_a_ruling_with_the_reason(
    page, homes, party_roster, powers
):
    words = page.answer(homes, "Ada Marlow", "Yes.", party="Conservatives")
    dataset = resolve(page.reading([words]), party_roster, remits=powers, field=["ada-marlow"])
    said = dataset.responses[0].attribution
    assert isinstance(said, Contested)
    assert said.options == (f"{MAYOR}.ada-marlow",)
    assert said.reason == "the name is the candidate's, the party beside it is another"


def test_a_party_without_a_candidate_is_kept_as_printed(page, homes, party_roster, powers):
    words = page.answer(homes, None, "Yes.", party="Conservatives")
    dataset = resolve(page.reading([words]), party_roster, remits=powers, field=["ada-marlow"])
    said = dataset.responses[0].attribution
    assert isinstance(said, Unattributed)
    assert said.party_as_printed == "Conservatives"


def test_an_inference_of_the_page_is_kept_with_its_reason_and_does_not_score(
    page, homes, roster, powers
):
    words = page.answer(homes, None, "Yes.", inferred="Ada Marlow", why_inferred="named just after")
    dataset = resolve(page.reading([words]), roster, remits=powers, field=["ada-marlow"])
    said = dataset.responses[0].attribution
    assert isinstance(said, Inferred)
    assert (said.candidate, said.reason) == (f"{MAYOR}.ada-marlow", "named just after")
    assert dataset.cell("ada-marlow", "1").absence is Absence.UNATTRIBUTED


def test_words_that_the_page_leaves_between_two_are_contested(page, homes, roster, powers):
    words = page.answer(homes, None, "Yes.", possible=("Ada Marlow", "Tobias Finch", "Wim Krantz"))
    dataset = resolve(page.reading([words]), roster, remits=powers)
    said = dataset.responses[0].attribution
    assert isinstance(said, Contested)
    assert said.options == (f"{MAYOR}.ada-marlow", f"{MAYOR}.tobias-finch")
    assert dataset.cell("ada-marlow", "1").absence is Absence.UNATTRIBUTED


def test_a_stand_in_speaks_for_the_candidate_and_is_named(page, homes, roster, powers):
    words = page.answer(homes, "Wilhelmina Krantz", "Yes.", on_behalf_of="Ada Marlow")
    dataset = resolve(page.reading([words]), roster, remits=powers)
    said = dataset.responses[0].attribution
    assert isinstance(said, OnBehalf)
    assert (said.candidate, said.by) == (f"{MAYOR}.ada-marlow", "wilhelmina-krantz")
    assert dataset.cell("ada-marlow", "1").answered


def test_a_saved_decision_on_a_name_wins_and_travels_with_the_dataset(page, homes, roster, powers):
    ruling = Decision(
        kind=DecisionKind.NAME,
        subject="The Harbour woman",
        choice=f"{MAYOR}.ada-marlow",
        by="jane",
        date=dt.date(2023, 5, 1),
        reason="I was there",
    )
    reading = page.reading([page.answer(homes, "The Harbour woman", "Yes.")])
    dataset = resolve(reading, roster.with_decisions([ruling]), remits=powers)
    assert dataset.cell("ada-marlow", "1").answered
    assert dataset.decisions == (ruling,)


def test_one_speaker_for_a_whole_document(page, homes, safety, roster, powers):
    reading = page.reading([page.answer(homes, None, "Yes."), page.answer(safety, None, "I will.")])
    dataset = resolve(reading, roster, remits=powers, speaker="ada-marlow")
    assert all(cell.answered for cell in dataset.cells("ada-marlow"))
    with pytest.raises(ResolveError, match="speaker"):
        resolve(reading, roster, remits=powers, speaker="Nobody Known")


def test_two_answers_of_one_speaker_to_one_ask_have_ids_of_their_own(page, homes, roster, powers):
    reading = page.reading(
        [page.answer(homes, "Ada Marlow", "Yes."), page.answer(homes, "Ada Marlow", "Perhaps.")]
    )
    dataset = resolve(reading, roster, remits=powers)
    cell = dataset.cell("ada-marlow", "1")
    assert [r.id for r in cell.responses] == ["page.1.ada-marlow", "page.1.ada-marlow.2"]


def test_every_ask_needs_a_remit_and_every_fault_is_told_at_once(page, answers, roster):
    wrong = remits({"mayor.eastmere": {"decides": "1 9"}, "bishop.eastmere": {"decides": "1"}})
    with pytest.raises(RemitsError) as error:
        resolve(page.reading(answers), roster, remits=wrong)
    stood_for = "mayor.eastmere and pcc.eastmere"
    assert [f.problem for f in error.value.faults] == [
        "names no ask of this round: '9'; its asks are 1, 2",
        f"names an office nobody stands for: 'bishop.eastmere'; they stand for {stood_for}",
        "has no remit; name it, if need be under 'none'",
    ]


def test_an_ask_in_nobodys_remit_is_said_so(page, answers, roster):
    mine = remits({"mayor.eastmere": {"decides": "1", "none": "2"}})
    dataset = resolve(page.reading(answers), roster, remits=mine)
    cell = dataset.cell("ada-marlow", "2")
    assert (cell.absence, cell.power) == (Absence.OUT_OF_REMIT, Power.NONE)
    assert cell.content.possible == ("page.2.ada-marlow",)


def test_a_claim_keeps_its_scope_as_printed_and_the_contests_it_means(
    page, answers, homes, roster, powers
):
    claims = [
        page.claim(homes, number=3),
        page.claim(homes, kind=ScopeKind.CONTEST, office="this"),
        page.claim(homes, kind=ScopeKind.NAMED, names=("Ada Marlow", "Tobias Finch")),
    ]
    dataset = resolve(page.reading(answers, claims), roster, remits=powers)
    scopes = {claim.scope.kind: claim.scope for claim in dataset.claims}
    assert scopes[ScopeKind.ALL].number == 3
    assert scopes[ScopeKind.CONTEST].contests == (MAYOR,)
    assert scopes[ScopeKind.NAMED].candidates == (f"{MAYOR}.ada-marlow", f"{MAYOR}.tobias-finch")
    assert {claim.quote.text for claim in dataset.claims} == {"All three backed it."}


def test_two_contests_of_one_office_must_be_told_apart(page, answers):
    rows = [
        {"id": "ada-marlow", "name": "Ada Marlow", "contest": contest}
        for contest in (MAYOR, "mayor.eastmere.2027-05-06")
    ]
    twice = Roster.from_rows(rows)
    mine = remits({"mayor.eastmere": {"decides": "1 2"}})
    with pytest.raises(ResolveError, match=r"2023-05-04 and mayor\.eastmere\.2027-05-06"):
        resolve(page.reading(answers), twice, remits=mine)
    dataset = resolve(page.reading(answers), twice, remits=mine, contests=[MAYOR])
    assert [c.id for c in dataset.candidates] == [f"{MAYOR}.ada-marlow"]


def test_headings_printed_again_are_one_theme_and_those_that_begin_alike_are_two(
    page, answers, roster, powers
):
    """The page has a heading for each office's section; ids hold the first words of a title only."""
    long = "Homes that everybody who lives here can afford to rent or buy"
    titles = ("Housing", "Housing!", "Housing", f"{long} now", f"{long} in ten years")
    themes = tuple(
        RawTheme(title=title, quote=page.quote(words))
        for title, words in zip(
            titles, ("Homes", "Safety", "Yes.", "Perhaps.", "Certainly."), strict=True
        )
    )
    asks = (
        evolve(page.ask("1", "Homes"), theme=themes[1]),
        evolve(page.ask("2", "Safety"), theme=themes[2]),
    )
    answered = tuple(evolve(a, ask=next(b for b in asks if b.key == a.ask.key)) for a in answers)
    dataset = resolve(page.reading(answered, asks=asks, themes=themes), roster, remits=powers)
    title_of = {theme.id: theme.title for theme in dataset.themes}
    assert sorted(title_of.values()) == sorted(set(titles))
    assert [title_of[ask.theme] for ask in dataset.asks] == ["Housing!", "Housing"]


def test_parts_that_begin_alike_are_two_and_each_keeps_its_answer(page, roster):
    words = "build homes that everybody who lives here can afford, all over the region"
    first, second = (
        RawPart(quote=Quote(text=words, span=Span(source="page", start=at, end=at + len(words))))
        for at in (0, 1)
    )
    ask = evolve(page.ask("1", "Homes"), parts=(first, second))
    answers = (
        page.answer(ask, "Ada Marlow", "Yes.", part=first),
        page.answer(ask, "Ada Marlow", "I will.", part=second),
    )
    mine = remits({"mayor.eastmere": {"decides": 1}})
    dataset = resolve(page.reading(answers, asks=(ask,)), roster, remits=mine)
    assert len({part.id for part in dataset.asks[0].parts}) == 2
    said = [[r.text for r in cell.responses] for cell in dataset.cells("ada-marlow")]
    assert said == [["Yes."], ["I will."]]


def test_one_contest_and_one_candidate_may_be_given_as_a_word(page, answers, roster):
    reading = page.reading(answers)
    mine = remits({"mayor.eastmere": {"decides": "1 2"}})
    dataset = resolve(reading, roster, remits=mine, contests=MAYOR, field="ada-marlow")
    assert dataset.rounds[0].field == (f"{MAYOR}.ada-marlow",)


def test_a_page_that_names_nobody_on_the_roster_is_an_error_with_the_way_out(
    page, homes, roster, powers
):
    reading = page.reading([page.answer(homes, "Wilhelmina Krantz", "Yes.")])
    with pytest.raises(ResolveError, match="say field="):
        resolve(reading, roster, remits=powers)


def test_a_field_that_is_not_on_the_roster_is_named_with_all_its_faults(
    page, answers, roster, powers
):
    with pytest.raises(ResolveError) as error:
        resolve(page.reading(answers), roster, remits=powers, field=["ada-marlow", "x", "y"])
    assert [f.path for f in error.value.faults] == ["field[1]", "field[2]"]


def test_an_absence_from_one_ask_is_kept_with_its_words(page, answers, safety, roster, powers):
    away = RawAbsence(name="Tobias Finch", quote=page.quote("Perhaps."), ask=safety)
    notes = resolve(page.reading(answers, absences=(away,)), roster, remits=powers).absences
    assert [(n.ask, n.reason.value, n.note) for n in notes] == [
        ("page.2", "not_recorded", "Perhaps.")
    ]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Declined to comment.", "declined"),
        ("No response received", "no_reply"),
        ("Ada Marlow did not reply to our letter.", "no_reply"),
        ("Ada Marlow sent her apologies.", "not_recorded"),
        ("Ada Marlow was unwell.", "not_recorded"),
    ],
)
def test_only_a_refusal_is_a_refusal(words, reason):
    text = f"{words}\n"
    document = Document.from_text(text, source=Source(id="page", title="A page"))
    raw_ask = RawAsk(key="1", title="Homes", quote=document.quote(0, len(words)))
    raw = RawAbsence(name="Ada Marlow", quote=document.quote(0, len(words)), ask=raw_ask)
    roster = Roster.from_rows([{"id": "ada", "name": "Ada Marlow", "contest": MAYOR}])
    notes = absences_of([raw], RoundId("page"), Speakers(roster=roster))
    assert [note.reason.value for note in notes] == [reason]


def test_somebody_who_the_page_says_never_replied_is_due_and_silent(page, answers, roster, powers):
    silent = RawAbsence(name="Priya Lindqvist", quote=page.quote("Priya Lindqvist"))
    dataset = resolve(page.reading(answers[:1], absences=(silent,)), roster, remits=powers)
    status = {p.candidate: p.status.value for p in dataset.rounds[0].participation}
    assert list(status.values()) == ["unknown"]
    assert dataset.candidate("priya-lindqvist").id in dataset.rounds[0].field
