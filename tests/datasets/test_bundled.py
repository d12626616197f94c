"""
The bundled campaigns: what they hold, counted by hand on the pages they tell of.

Tests that look into the pages take their folder from ``CIVICPLEDGE_SEEDS`` and skip where it is unset.
"""

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import reduce
from importlib import resources
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import civicpledge as cp
from civicpledge.model.asks import PartForm, ParticipationStatus, Power
from civicpledge.model.ballots import is_ballot_id
from civicpledge.model.findings import Basis, Owner, Stance
from civicpledge.model.responses import (
    Absence,
    Contested,
    DecisionKind,
    Inferred,
    Named,
    ScopeKind,
    Unattributed,
    Wording,
)

PAGES = {
    "west-midlands-2021": "000",
    "west-midlands-2024": "001",
    "byrne-2020-manifesto": "002",
    "assemblies-2024": "003",
    "basw-2021-wilkinson": "004",
}
OWN_ROUND = {
    "west-midlands-2021": ["west-midlands-2021"],
    "west-midlands-2024": ["west-midlands-2024"],
    "byrne-2020-manifesto": [],
    "assemblies-2024": [
        "assemblies-2024.birmingham",
        "assemblies-2024.brighton-hove",
        "assemblies-2024.london",
        "assemblies-2024.peterborough",
        "assemblies-2024.thames-valley",
        "assemblies-2024.tyne-and-wear",
        "assemblies-2024.west-yorkshire",
    ],
    "basw-2021-wilkinson": ["basw-2021-wilkinson"],
}
# Counted on the pages: responses, and those of them that a person coded.
WORDS = {
    "west-midlands-2021": (41, 41),
    "west-midlands-2024": (13, 13),
    "byrne-2020-manifesto": (23, 3),
    "assemblies-2024": (16, 13),
    "basw-2021-wilkinson": (7, 6),
}
MAYOR_2021, PCC_2021 = "mayor.west-midlands.2021-05-06", "pcc.west-midlands.2021-05-06"
MAYOR_2024, PCC_2024 = "mayor.west-midlands.2024-05-02", "pcc.west-midlands.2024-05-02"
LONGEST_RUN = 7
"""Words in a row that a file may share with a page: names of offices and of things reach six."""


@pytest.fixture(params=sorted(PAGES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def dataset(name: str) -> cp.Dataset:
    return cp.load_dataset(name)


@pytest.fixture(scope="module")
def combined() -> cp.Dataset:
    return reduce(cp.Dataset.combine, map(cp.load_dataset, sorted(PAGES)))


def written(name: str) -> str:
    return (resources.files("civicpledge.datasets") / f"{name}.json").read_text(encoding="utf-8")


def page_text(seeds: Path, number: str) -> str:
    (path,) = seeds.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def page_of(seeds: Path, dataset: cp.Dataset, source: str) -> cp.Document:
    text = page_text(seeds, PAGES[source])
    return cp.Document.from_text(text, source=dataset.source(source))


def by_kind(dataset: cp.Dataset) -> Counter[str]:
    return Counter(type(r.attribution).__name__ for r in dataset.responses)


# Every file.


def test_the_bundled_datasets_are_the_five():
    assert list(cp.dataset_names()) == sorted(PAGES)


def test_a_file_is_saved_again_byte_for_byte(name, dataset):
    assert cp.dumps(dataset) == written(name)


def test_a_file_obeys_the_schema(name):
    jsonschema.Draft202012Validator(cp.json_schema()).validate(json.loads(written(name)))


def test_responses_and_codings_are_as_many_as_counted_by_hand(name, dataset):
    assert (len(dataset.responses), len(dataset.codings)) == WORDS[name]


def test_rounds_in_which_anything_is_due_are_the_pages_own(name, dataset):
    assert {c.ask.rpartition(".")[0] for c in dataset.cells() if c.due} <= set(OWN_ROUND[name])
    assert {r.id for r in dataset.rounds if r.contests or r.participation} == set(OWN_ROUND[name])


def test_every_coding_has_a_reason_and_a_date_and_is_a_judgement(dataset):
    for coding in dataset.codings:
        assert coding.coder == "house"
        assert coding.note
        assert coding.date == datetime.date(2026, 11, 22)
        assert coding.finding.basis is Basis.JUDGED


def test_every_answer_to_an_ask_is_coded(dataset):
    coded = {(c.response, c.ask) for c in dataset.codings}
    parts = {part.id: ask.id for ask in dataset.asks for part in ask.parts}
    for response in dataset.responses:
        for answered in dataset.answered_by(response.id):
            assert (response.id, parts.get(answered, answered)) in coded


def test_words_are_our_own_and_say_where_the_pages_stand(dataset):
    assert not dataset.documents
    for response in dataset.responses:
        assert response.wording is Wording.PARAPHRASE
        assert response.appearances
    assert all(claim.quote is None and claim.span is not None for claim in dataset.claims)
    assert all(source.sha256 for source in dataset.sources)


def test_a_figure_stands_in_the_words_it_was_taken_from(dataset):
    held = [(dataset.response(c.response), c.finding.quantities) for c in dataset.codings]
    for response, figures in [*held, *((r, r.quantities) for r in dataset.responses)]:
        text = response.text
        for figure in figures:
            assert figure.extent is not None
            assert text[figure.extent.start : figure.extent.end].strip()
            assert figure.owner is not Owner.UNKNOWN


def test_contests_are_ballot_ids_and_remits_say_why(dataset):
    assert all(is_ballot_id(contest.id) for contest in dataset.contests)
    assert all(remit.note for remit in dataset.remits)


def test_each_file_says_where_it_comes_from(name, dataset):
    assert dataset.provenance
    assert all(line.startswith(f"{name}: ") for line in dataset.provenance)


def test_ids_of_people_are_their_names(dataset):
    for person in dataset.people:
        assert person.id == "-".join(re.findall(r"[a-z]+", person.name.lower()))


# west-midlands-2021.


def test_2021_has_42_answers_due_and_41_printed():
    dataset = cp.load_dataset("west-midlands-2021")
    due = [cell for cell in dataset.cells() if cell.due]
    missing = [cell for cell in due if not cell.answered]
    assert (len(due), len(missing)) == (42, 1)
    assert (missing[0].candidate, missing[0].ask) == (
        f"{PCC_2021}.jon-hunt",
        "west-midlands-2021.7",
    )
    assert missing[0].absence is Absence.NOT_RECORDED
    assert len(dataset.asks) == 9
    assert len(dataset.themes) == 3
    assert len(dataset.claims) == 9


def test_2021_byrne_is_labour_once_and_labour_and_co_operative_seven_times():
    dataset = cp.load_dataset("west-midlands-2021")
    labels = Counter(
        r.attribution.party_as_printed
        for r in dataset.responses
        if isinstance(r.attribution, Named) and r.attribution.person == "liam-byrne"
    )
    assert labels == {"Labour": 1, "Labour & Co-operative": 7}


# west-midlands-2024.


def test_2024_has_three_topics_five_asks_six_points_and_open_limbs():
    dataset = cp.load_dataset("west-midlands-2024")
    asks = dataset.asks_of("west-midlands-2024")
    assert [theme.title for theme in dataset.themes] == ["Housing", "Safety", "Work"]
    assert len(asks) == 5
    parts = {ask.id.rpartition(".")[2]: ask.parts for ask in asks if ask.parts}
    assert {key: Counter(p.form for p in held) for key, held in parts.items()} == {
        "jobs-and-skills-compact": {PartForm.LIMB: 6},
        "social-rent-homes": {PartForm.OPEN: 2},
    }
    repeated = {
        part.number: part.same_as for held in parts.values() for part in held if part.same_as
    }
    assert repeated == {"6": ("west-midlands-2021.2",)}


def test_2024_names_no_speaker_so_nothing_scores():
    dataset = cp.load_dataset("west-midlands-2024")
    assert by_kind(dataset) == {"Inferred": 6, "Contested": 3, "Unattributed": 4}
    assert not any(cell.answered for cell in dataset.cells())
    assert [(s.low, s.high, s.due) for s in cp.score(dataset)] == [
        *[(0, 1, 3)] * 2,
        *[(0, 1, 2)] * 2,
    ]


def test_2024_says_why_for_every_attribution_and_rests_each_inference_on_a_place():
    for response in cp.load_dataset("west-midlands-2024").responses:
        assert response.attribution.reason
        if isinstance(response.attribution, Inferred):
            assert response.attribution.evidence


def test_2024_takes_evidence_from_the_other_page_where_only_that_names_the_speaker():
    dataset = cp.load_dataset("west-midlands-2024")
    inferred = {
        r.id.removeprefix("west-midlands-2024."): r.attribution
        for r in dataset.responses
        if isinstance(r.attribution, Inferred)
    }
    elsewhere = {
        key: a.candidate
        for key, a in inferred.items()
        if any(span.source == "assemblies-2024" for span in a.evidence)
    }
    assert elsewhere == {
        "area-action-plans.quotation-2": f"{PCC_2024}.tom-byrne",
        "good-landlord-charter.quotation-2": f"{MAYOR_2024}.richard-parker",
    }


def test_2024_names_nobody_but_candidates_for_the_office_that_was_asked():
    dataset = cp.load_dataset("west-midlands-2024")
    office = {remit.ask: remit.office for remit in dataset.remits}
    parts = {part.id: ask.id for ask in dataset.asks for part in ask.parts}
    for response in dataset.responses:
        asked = {office[parts.get(a, a)] for a in response.answers}
        match response.attribution:
            case Inferred(candidate=one):
                options = (one,)
            case Contested(options=options):
                assert len(options) == 2
            case Unattributed():
                options = ()
        contests = {dataset.candidate(one).contest for one in options}
        assert {dataset.contest(c).office for c in contests} <= asked


def test_2024_a_ruling_lets_inferred_words_score():
    dataset = cp.load_dataset("west-midlands-2024")
    street = f"{MAYOR_2024}.andy-street"
    ruling = cp.Decision(
        kind=DecisionKind.ATTRIBUTION,
        subject="west-midlands-2024.social-rent-homes.quotation-1",
        choice=street,
        by="reader",
        date=datetime.date(2026, 11, 23),
        reason="heard on the recording",
    )
    score = cp.score(dataset.with_decisions([ruling]))[street]
    assert (score.answered, score.low, score.high) == (1, cp.score(dataset)[street].high / 3, 1)


def test_2024_the_homes_ask_is_that_of_2021_in_other_words():
    earlier, later = map(cp.load_dataset, ("west-midlands-2021", "west-midlands-2024"))
    assert later.ask("west-midlands-2024.social-rent-homes").same_as == ("west-midlands-2021.1",)
    copied = later.ask("west-midlands-2021.1")
    original = earlier.ask("west-midlands-2021.1")
    assert (copied.title, copied.appearances) == (original.title, original.appearances)


# assemblies-2024.


def test_the_round_up_describes_seven_assemblies_with_days_and_heads_as_printed():
    dataset = cp.load_dataset("assemblies-2024")
    told = {
        held.id.rpartition(".")[2]: (held.date.day, held.headcount, set(held.headcount_as_printed))
        for held in dataset.rounds
        if held.date is not None and (held.date.year, held.date.month) == (2024, 4)
    }
    assert told == {
        "peterborough": (18, None, {"241", "250"}),
        "thames-valley": (19, None, set()),
        "tyne-and-wear": (22, None, {"hundreds"}),
        "london": (25, None, {"over 2000"}),
        "west-yorkshire": (25, 131, {"131"}),
        "brighton-hove": (25, 300, {"300"}),
        "birmingham": (25, None, {"hundreds"}),
    }


def test_the_round_up_has_a_stand_in_and_one_who_pulled_out():
    dataset = cp.load_dataset("assemblies-2024")
    took_part = {
        p.person: (held.id.rpartition(".")[2], p)
        for held in dataset.rounds
        for p in held.participation
    }
    craven = "mayor.west-yorkshire.2024-05-02.arnold-craven"
    where, stand_in = took_part["tamas-kovacs"]
    assert (where, stand_in.candidate, stand_in.on_behalf_of) == ("west-yorkshire", None, craven)
    assert took_part["arnold-craven"][1].status is ParticipationStatus.REPRESENTED
    assert took_part["susan-hall"][1].status is ParticipationStatus.WITHDREW
    hall = dataset.cells("susan-hall")
    assert [cell.absence for cell in hall] == [Absence.DECLINED] * 6


def test_the_round_up_keeps_people_who_stand_for_nothing_by_their_role():
    dataset = cp.load_dataset("assemblies-2024")
    standing = {candidate.person for candidate in dataset.candidates}
    others = {p.person: p.role for r in dataset.rounds for p in r.participation}
    without = {person: role for person, role in others.items() if person not in standing}
    assert len(standing) == 13
    assert len(without) == 13
    assert all(without.values())
    assert "chief executive" in without["ashley-butterfield"]


def test_the_round_ups_bullets_are_all_accounted_for():
    """28 bullets: 24 highlights, of which two celebrate deeds, and 4 that repeat some of them."""
    dataset = cp.load_dataset("assemblies-2024")
    per_round = Counter(ask.round.rpartition(".")[2] for ask in dataset.asks)
    # West Yorkshire's second bullet holds an ask of a member of parliament besides that of the Mayors;
    # Birmingham's second is Parker's pledge, which answers an ask that the page does not print.
    assert per_round == {
        "peterborough": 1,
        "tyne-and-wear": 6,
        "london": 6,
        "west-yorkshire": 6 + 1,
        "brighton-hove": 3,
        "birmingham": 2 - 1,
    }
    repeated = {r.id for r in dataset.responses if len(r.appearances) == 2}
    assert {one.split(".")[1] for one in repeated} == {"peterborough", "london", "birmingham"}
    parker = dataset.response("assemblies-2024.birmingham.rogue-landlords.richard-parker")
    assert not parker.answers


def test_the_round_up_keeps_the_parties_of_people_who_stand_for_nothing():
    dataset = cp.load_dataset("assemblies-2024")
    others = [p for held in dataset.rounds for p in held.participation if p.candidate is None]
    assert {p.person: p.party_as_printed for p in others if p.party_as_printed} == {
        "andrew-pakes": "Labour and Co-operative",
        "bella-sankey": "Labour",
        "lawrence-fouweather": "Liberal Democrats",
        "sian-berry": "Green",
        "susan-brown": "Labour",
        "tom-gray": "Labour",
    }


def test_the_round_up_makes_one_claim_in_two_places_and_celebrates_two_deeds():
    dataset = cp.load_dataset("assemblies-2024")
    assert [c.id for c in dataset.claims if c.elsewhere] == [
        "assemblies-2024.west-yorkshire.claim.travel"
    ]
    noted = {held.id: held.note for held in dataset.rounds if held.note}
    assert list(noted) == ["assemblies-2024.brighton-hove"]
    assert "£200,000" in noted["assemblies-2024.brighton-hove"]


def test_the_round_up_keeps_what_it_takes_back_of_its_sentence_on_all_candidates():
    claims = {claim.id: claim for claim in cp.load_dataset("assemblies-2024").claims}
    firm = claims["assemblies-2024.tyne-and-wear.claim.all-working-towards"]
    assert (firm.scope.kind, len(firm.asks)) == (ScopeKind.CONTEST, 6)
    assert firm.hedge is not None
    assert "three" in firm.hedge
    two = claims["assemblies-2024.tyne-and-wear.claim.two-said-yes"]
    assert (two.scope.number, len(two.scope.candidates), len(two.asks)) == (2, 2, 6)
    three = claims["assemblies-2024.tyne-and-wear.claim.others-on-transport"]
    assert (len(three.scope.candidates), len(three.asks)) == (3, 1)
    assert (two.stance, three.stance) == (Stance.COMMITTED, Stance.SUPPORTIVE)


def test_the_round_ups_figures_are_targets_of_asks():
    dataset = cp.load_dataset("assemblies-2024")
    targets = {
        ask.id.rpartition(".")[2]: [(str(q.value), q.unit) for q in ask.target]
        for ask in dataset.asks
        if ask.target
    }
    assert targets == {
        "showground-homes": [("3/10", "share"), ("2000", "homes")],
        "counselling-pilot": [("300000", "GBP")],
        "living-hours": [("2", "times")],
        "reconnected-communities": [("7/10", "share")],
        "mental-health-audit": [("None", None)],
    }


def test_the_round_up_names_the_convening_power_of_one_ask():
    dataset = cp.load_dataset("assemblies-2024")
    rested = [remit for remit in dataset.remits if remit.span is not None]
    assert [(r.ask.rpartition(".")[2], r.power) for r in rested] == [
        ("mental-health-audit", Power.CONVENES)
    ]


# basw-2021-wilkinson.


def test_the_questionnaire_has_six_answers_and_an_open_statement():
    dataset = cp.load_dataset("basw-2021-wilkinson")
    assert [ask.number for ask in dataset.asks_of("basw-2021-wilkinson")] == list("123456")
    assert Counter(len(r.answers) for r in dataset.responses) == {1: 6, 0: 1}
    assert [(s.due, s.answered) for s in cp.score(dataset)] == [(6, 6)]


def test_the_questionnaire_does_not_name_who_asked():
    dataset = cp.load_dataset("basw-2021-wilkinson")
    assert dataset.rounds[0].host is None
    assert dataset.sources[0].publisher is None
    assert any("neither who asked nor when" in line for line in dataset.provenance)


# byrne-2020-manifesto.


def test_the_manifesto_has_its_policies_under_three_headings():
    dataset = cp.load_dataset("byrne-2020-manifesto")
    assert dataset.sources[0].draft
    headings = Counter(r.id.split(".")[1] for r in dataset.responses)
    assert headings == {"moral-emergency": 7, "green-prosperity": 10, "united-region": 5 + 1}
    assert Counter(len(r.section) for r in dataset.responses) == {1: 7 + 10 + 5 + 1}
    assert len({r.section for r in dataset.responses}) == 3


def test_the_manifestos_figures_stand_with_their_pledge_or_with_its_coding():
    """Of 23 pledges nine have figures and no ask; the three that are linked have theirs in codings."""
    dataset = cp.load_dataset("byrne-2020-manifesto")
    figures = {r.id.partition(".")[2]: r.quantities for r in dataset.responses if r.quantities}
    assert {key: [f.value for f in held] for key, held in figures.items()} == {
        "moral-emergency.1": [1_000_000],
        "moral-emergency.2": [2],
        "moral-emergency.4": [10],
        "green-prosperity.4": [25_000_000_000],
        "green-prosperity.5": [3],
        "green-prosperity.6": [15, 2],
        "green-prosperity.7": [2, 200],
        "green-prosperity.9": [10, 1],
        "united-region.3": [10],
    }
    assert all(not dataset.response(c.response).quantities for c in dataset.codings)


def test_each_policy_of_the_manifesto_is_printed_in_two_or_three_places():
    dataset = cp.load_dataset("byrne-2020-manifesto")
    places: dict[str, Counter[int]] = {}
    for response in dataset.responses:
        heading = response.id.split(".")[1]
        places.setdefault(heading, Counter())[len(response.appearances)] += 1
        spans = sorted(response.appearances)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    assert places == {
        "moral-emergency": {2: 6, 3: 1},
        "green-prosperity": {3: 10},
        "united-region": {2: 4, 3: 2},
    }


def test_the_manifesto_makes_nothing_due():
    dataset = cp.load_dataset("byrne-2020-manifesto")
    assert dataset.cells() == ()
    assert [s.low for s in cp.score(dataset)] == [None]


def test_the_manifestos_links_are_decisions_with_reasons():
    dataset = cp.load_dataset("byrne-2020-manifesto")
    assert all(not r.answers and r.round is None for r in dataset.responses)
    assert {(d.subject.split(".", 1)[1], d.choice) for d in dataset.decisions} == {
        ("green-prosperity.2", "west-midlands-2021.1"),
        ("green-prosperity.10", "west-midlands-2021.2"),
        ("united-region.sanctuary", "west-midlands-2021.8"),
    }


# All five together.


def test_combined_in_any_order_they_are_one_dataset(combined):
    # Each seventh of the 120 orders; that any two commute and any three associate is a law of its own.
    loaded = [cp.load_dataset(name) for name in sorted(PAGES)]
    for order in list(permutations(loaded))[::7]:
        assert reduce(cp.Dataset.combine, order) == combined


def test_combined_street_byrne_and_wilkinson_are_one_person_each(combined):
    assert len(combined.people) == 6 + 1 + 25
    candidacies = {
        who: [c.contest for c in combined.candidates if c.person == who]
        for who in ("andy-street", "liam-byrne", "jenny-wilkinson", "simon-foster", "tom-byrne")
    }
    assert candidacies == {
        "andy-street": [MAYOR_2021, MAYOR_2024],
        "liam-byrne": [MAYOR_2021],
        "jenny-wilkinson": [MAYOR_2021],
        "simon-foster": [PCC_2021, PCC_2024],
        "tom-byrne": [PCC_2024],
    }
    spoke: dict[str, set[str]] = {}
    for response in combined.responses:
        if isinstance(response.attribution, Named):
            spoke.setdefault(response.attribution.person, set()).update(response.sources)
    assert spoke["liam-byrne"] == {"west-midlands-2021", "byrne-2020-manifesto"}
    assert spoke["jenny-wilkinson"] == {"west-midlands-2021", "basw-2021-wilkinson"}


def scores(dataset: cp.Dataset) -> dict[str, tuple[Any, ...]]:
    return {
        s.candidate: (s.low, s.high, s.of_answered, s.due, s.answered, s.coded, s.absences)
        for s in cp.score(dataset)
    }


@pytest.mark.parametrize(
    ("name", "held"), [(n, r) for n, rounds in OWN_ROUND.items() for r in rounds]
)
def test_combined_each_round_scores_as_it_did_apart(combined, name, held):
    apart = scores(cp.load_dataset(name).select(round=held))
    together = scores(combined.select(round=held))
    assert {who: together[who] for who in apart} == apart


def test_a_dataset_of_one_round_scores_as_that_round_in_the_combination(combined):
    for name in ("west-midlands-2021", "west-midlands-2024", "basw-2021-wilkinson"):
        apart = scores(cp.load_dataset(name))
        together = scores(combined.select(round=name))
        assert {who: together[who] for who in apart} == apart


def test_combined_the_years_owe_each_other_nothing(combined):
    for cell in combined.cells():
        year = cell.candidate.split(".")[2][:4]
        assert not cell.due or cell.ask.startswith(("west-midlands-2021", "basw-2021")) == (
            year == "2021"
        )


def test_combined_the_manifesto_counts_where_it_is_named_and_only_there(combined):
    byrne = f"{MAYOR_2021}.liam-byrne"
    apart = scores(cp.load_dataset("west-midlands-2021"))[byrne]
    assert scores(combined)[byrne][:-1] == apart[:-1]  # the last tells of asks not put to him, too
    said = combined.cells("liam-byrne", sources=["byrne-2020-manifesto"])
    assert [cell.ask for cell in said if cell.answered] == [
        "west-midlands-2021.1",
        "west-midlands-2021.2",
        "west-midlands-2021.8",
    ]


# Against the pages.


def test_every_span_points_into_the_real_page(seeds, dataset):
    for source in dataset.sources:
        cp.verify(dataset, page_of(seeds, dataset, source.id))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['‘’]", "", text).lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from texts_in(inner)
        case list():
            for inner in value:
                yield from texts_in(inner)


def test_no_run_of_eight_words_is_a_pages(seeds, name):
    printed: set[tuple[str, ...]] = set()
    for number in PAGES.values():
        printed |= runs(page_text(seeds, number), LONGEST_RUN + 1)
    own = {
        run for text in texts_in(json.loads(written(name))) for run in runs(text, LONGEST_RUN + 1)
    }
    assert not own & printed


def test_a_copied_sentence_would_be_found(seeds):
    sentence = " ".join(words(page_text(seeds, "001"))[100:110])
    assert runs(sentence, LONGEST_RUN + 1) & runs(page_text(seeds, "001"), LONGEST_RUN + 1)


def test_2024_each_response_is_one_quotation_of_the_page(seeds):
    dataset = cp.load_dataset("west-midlands-2024")
    text = page_of(seeds, dataset, "west-midlands-2024").text
    for response in dataset.responses:
        (span,) = response.appearances
        assert text[span.start - 1] + text[span.end] == '""'
        assert '"' not in text[span.start : span.end]
    assert text.count('"') == 2 * len(dataset.responses)


def test_2024_evidence_names_the_one_whom_it_is_evidence_for(seeds):
    dataset = cp.load_dataset("west-midlands-2024")
    pages = {s.id: page_of(seeds, dataset, s.id).text for s in dataset.sources}
    for response in dataset.responses:
        if isinstance(response.attribution, Inferred):
            first, last = dataset.candidate(response.attribution.candidate).name.split()
            cited = " ".join(
                pages[e.source][e.start : e.end] for e in response.attribution.evidence
            )
            assert first in cited or last in cited


def test_who_took_part_stands_at_the_place_given(seeds):
    for name in ("assemblies-2024", "west-midlands-2024", "basw-2021-wilkinson"):
        dataset = cp.load_dataset(name)
        pages = {s.id: page_of(seeds, dataset, s.id).text for s in dataset.sources}
        for held in dataset.rounds:
            for took_part in held.participation:
                if took_part.span is not None:
                    cited = pages[took_part.span.source][took_part.span.start : took_part.span.end]
                    person = dataset.person(took_part.person)
                    assert any(known in cited for known in (person.name, *person.aliases))


def test_heads_are_printed_as_given(seeds):
    dataset = cp.load_dataset("assemblies-2024")
    text = page_of(seeds, dataset, "assemblies-2024").text.lower()
    for held in dataset.rounds:
        for printed in held.headcount_as_printed:
            assert re.search(rf"\b{printed}\b", text)


def test_the_questionnaires_answers_and_asks_tile_the_page(seeds):
    """Between the header and the end stand the asks, the answers and the seventh heading alone."""
    dataset = cp.load_dataset("basw-2021-wilkinson")
    text = page_of(seeds, dataset, "basw-2021-wilkinson").text
    spans = sorted(
        [span for ask in dataset.asks for span in ask.appearances]
        + [span for response in dataset.responses for span in response.appearances]
    )
    between = [text[a.end : b.start].strip() for a, b in pairwise(spans)]
    assert len(spans) == 13
    assert [gap[:4] for gap in between if gap] == ["**7."]
    assert not text[spans[-1].end :].strip()


def test_each_place_of_a_numbered_policy_speaks_of_the_same_thing(seeds):
    """A pledge's summary and its other statements share words that are rare in the text."""
    dataset = cp.load_dataset("byrne-2020-manifesto")
    text = page_of(seeds, dataset, "byrne-2020-manifesto").text
    counts = Counter(words(text))
    for response in dataset.responses:
        stated = [set(words(text[s.start : s.end])) for s in response.appearances]
        for other in stated[1:]:
            assert len([w for w in stated[0] & other if counts[w] <= 20]) >= 2
