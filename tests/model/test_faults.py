"""What does not hold together is found, all of it at once, each with its path."""

import datetime
import json
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from civicpledge.errors import DatasetError, FileFormatError, RecordError, UnknownIdError
from civicpledge.jsonio import loads
from civicpledge.model.asks import Ask, Part, Participation, Round
from civicpledge.model.dataset import Dataset, verify
from civicpledge.model.findings import Anchor, Deadline, Extent, Quantity
from civicpledge.model.people import Area, Contest, Identifier, Person
from civicpledge.model.responses import Contested, Decision, DecisionKind
from civicpledge.model.sources import Document, Source

WHOLE = Path(__file__).parent.parent / "data" / "whole.json"


@pytest.fixture
def whole() -> Dataset:
    return loads(WHOLE.read_text(encoding="utf-8"))


def faults_of(dataset: Dataset, **changes: object) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        evolve(dataset, **changes)
    return [str(fault) for fault in caught.value.faults]


def test_every_reference_to_nothing_is_told(whole):
    """With the people and the asks gone, everything that names them is told, and nothing else."""
    told = faults_of(whole, people=(), asks=())
    named = json.loads(WHOLE.read_text(encoding="utf-8"))
    people = len(named["candidates"]) + 2 + 2  # two took part, two are named beside words
    asks = 1 + (2 + 3) + 1 + 1 + 1 + 1  # remit, answers, coding (with its part), claim, absence
    assert len([t for t in told if "names no person" in t]) == people
    assert len([t for t in told if "names no ask" in t or "names no part" in t]) == asks
    assert len(told) == people + asks


def test_an_identifier_given_twice_is_told(whole):
    twice = (Area(id="x", name="X"), Area(id="x", name="Y"))
    assert faults_of(whole, areas=twice) == ["areas['x']: is given 2 times"]


def test_two_codings_of_one_thing_by_one_coder_on_one_day_are_told(whole):
    again = evolve(whole.codings[0], id="again")
    assert faults_of(whole, codings=(*whole.codings, again)) == [
        "codings['r.1.ann-ash.jane']: codes what 'again' codes, by the same coder on the same day"
    ]


def test_a_coding_cannot_slide_onto_other_words(whole):
    first = next(r for r in whole.responses if r.id == "r.1.ann-ash")
    moved = evolve(first, text="No, I will never build them there")
    others = tuple(r for r in whole.responses if r.id != first.id)
    assert faults_of(whole, responses=(*others, moved), documents=()) == [
        "codings['r.1.ann-ash.jane'].digest: is not of the response's words"
    ]


def test_evidence_behind_the_end_of_the_words_is_told(whole):
    held = whole.codings[0]
    far = evolve(held.finding, evidence=(Extent(start=0, end=1000),))
    assert faults_of(whole, codings=(evolve(held, finding=far),)) == [
        "codings['r.1.ann-ash.jane'].finding.evidence: ends behind the words"
    ]


def test_a_number_of_one_register_cannot_be_two_peoples():
    number = (Identifier(scheme="register", value="7"),)
    people = [Person(id=name, name=name, identifiers=number) for name in ("ann", "bo")]
    with pytest.raises(DatasetError, match=r"people\['bo'\].identifiers: .* also 'ann'"):
        Dataset(people=tuple(people))


def test_a_part_cannot_be_called_like_an_ask(whole):
    clash = Ask(id="s.2", round="s", title="T", parts=(Part(id="s.1", text="T"),))
    assert faults_of(whole, asks=(*whole.asks, clash)) == [
        "asks['s.2'].parts[0].id: is an ask's too"
    ]


def test_two_rulings_of_one_day_at_odds_are_told(whole):
    day = datetime.date(2021, 6, 2)
    other = Decision(
        kind=DecisionKind.ATTRIBUTION,
        subject="r.1.one",
        choice="nobody",
        by="omar",
        date=day,
        reason="x",
    )
    assert faults_of(whole, decisions=(*whole.decisions, other)) == [
        "decisions['attribution', 'r.1.one', '2021-06-02']: is ruled on in two ways on one day"
    ]


def ruling(kind: DecisionKind, choice: str, subject: str = "r.1.ann-ash") -> Decision:
    day = datetime.date(2021, 6, 9)
    return Decision(kind=kind, subject=subject, choice=choice, by="omar", date=day, reason="x")


def test_two_codings_settled_on_for_one_thing_on_one_day_are_told(whole):
    (first,) = whole.codings
    second = evolve(first, id="second", coder="omar")
    whole_ask = evolve(first, id="of-the-ask", coder="omar", part=None)
    codings = (first, second, whole_ask)
    both = tuple(ruling(DecisionKind.CODING, c.id) for c in (first, whole_ask))
    assert evolve(whole, codings=codings, decisions=both).decisions
    at_odds = (*both, ruling(DecisionKind.CODING, "second"))
    assert faults_of(whole, codings=codings, decisions=at_odds) == [
        "decisions['coding', 'r.1.ann-ash', '2021-06-09']: is ruled on in two ways on one day"
    ]


def test_a_response_cannot_be_linked_to_an_ask_and_to_none_on_one_day(whole):
    asks = [ruling(DecisionKind.LINK, choice) for choice in ("r.1", "r.1.a")]
    assert evolve(whole, decisions=tuple(asks)).decisions
    assert faults_of(whole, decisions=(*asks, ruling(DecisionKind.LINK, "nobody"))) == [
        "decisions['link', 'r.1.ann-ash', '2021-06-09']: is ruled on in two ways on one day"
    ]


def test_a_ruling_cannot_settle_on_a_coding_of_other_words(whole):
    elsewhere = ruling(DecisionKind.CODING, whole.codings[0].id, subject="r.1.one")
    assert [f.partition(": ")[2] for f in faults_of(whole, decisions=(elsewhere,))] == [
        "is a coding of another response"
    ]


def test_nobody_is_credited_with_somebody_elses_candidacy(whole):
    said = next(r for r in whole.responses if r.id == "r.1.ann-ash")
    stranger = Person(id="cy-cedar", name="Cy Cedar")
    of_another = evolve(said, attribution=evolve(said.attribution, person="cy-cedar"))
    others = tuple(r for r in whole.responses if r is not said)
    people = (*whole.people, stranger)
    assert faults_of(whole, people=people, responses=(*others, of_another)) == [
        "responses['r.1.ann-ash'].attribution.candidate: is somebody else's candidacy"
    ]
    came = Participation(person="cy-cedar", candidate=said.attribution.candidate)
    held = evolve(whole.rounds[0], participation=(came,))
    assert faults_of(whole, people=people, rounds=(held, *whole.rounds[1:])) == [
        f"rounds[{held.id!r}].participation[0].candidate: is somebody else's candidacy"
    ]


def test_no_name_and_no_reason_of_a_decision_is_in_a_fault():
    ruling = Decision(
        kind=DecisionKind.NAME,
        subject="Secret Name",
        choice="nowhere",
        by="jane",
        date=datetime.date(2021, 6, 2),
        reason="A secret.",
    )
    with pytest.raises(DatasetError) as caught:
        Dataset(decisions=(ruling,), provenance=("Secret", "Secret"))
    assert [str(fault) for fault in caught.value.faults] == [
        "provenance: is given 2 times",
        "decisions['name', '2021-06-02'].choice: names no candidate or person: 'nowhere'",
    ]


def test_a_document_tells_its_source_as_the_sources_do(whole):
    document = whole.documents[0]
    other = evolve(document, source=evolve(document.source, title="Another"))
    assert faults_of(whole, documents=(other,)) == [
        "documents['page'].source: is told in another way among the sources"
    ]


def test_words_that_do_not_stand_where_they_are_said_to_are_told(whole):
    text = whole.documents[0].text.replace("300 homes", "400 homes")
    page = Document.from_text(text, source=evolve(whole.documents[0].source, sha256=None))
    sources = (page.source, Source(id="letter", title="A letter"))
    told = faults_of(whole, sources=sources, documents=(page,))
    assert told == [
        "responses['r.1.ann-ash'].appearances[0]: does not hold the words it is said to hold"
    ]


def test_words_printed_twice_must_stand_at_one_of_the_places(whole):
    first = next(r for r in whole.responses if r.id == "r.1.somebody")
    place, elsewhere = first.appearances[0], whole.claims[0].quote.span
    others = tuple(r for r in whole.responses if r.id != first.id)
    twice = evolve(first, appearances=(elsewhere, place))
    assert len(evolve(whole, responses=(*others, twice)).responses) == len(whole.responses)
    nowhere = evolve(first, appearances=(elsewhere, evolve(elsewhere, start=0)))
    assert faults_of(whole, responses=(*others, nowhere)) == [
        "responses['r.1.somebody'].appearances: do not hold the words they are said to hold"
    ]


def test_every_place_in_a_document_lies_inside_it():
    """Those of asks, answers, evidence, claims, participations, remits and absences."""
    value = json.loads(WHOLE.read_text(encoding="utf-8"))
    text = json.dumps(value).replace('"end": ', '"end": 9000')
    value = json.loads(text)
    for held in (*value["asks"], *value["codings"]):  # extents inside a text, not in the document
        held.pop("target", None)
    value["codings"] = []
    value["claims"] = [c for c in value["claims"] if "quote" not in c]
    with pytest.raises(FileFormatError) as caught:
        loads(json.dumps(value))
    places = sorted({fault.path for fault in caught.value.faults})
    assert places == sorted(
        [
            "responses['r.1.ann-ash'].appearances[0]",
            "responses['r.1.office'].appearances[0]",
            "responses['r.1.one'].appearances[0]",
            "responses['r.1.somebody'].appearances[0]",
            "responses['r.1.somebody'].attribution.evidence[0]",
            "claims['claim-2'].quote",
            "asks['r.1'].appearances[0]",
            "rounds['r'].participation[1].span",
            "remits['r.1', 'mayor.x'].span",
            "absences['mayor.x.2021-05-06.bo-birch', 'r.1'].span",
        ]
    )


def test_a_document_of_the_same_text_is_taken_whatever_it_calls_its_source(whole):
    bare = evolve(whole, documents=())
    again = Document.from_text(whole.documents[0].text, source=Source(id="page", title="Mine"))
    assert bare.with_documents([again]) == whole


def test_a_document_is_verified_after_loading(whole):
    verify(whole, whole.documents[0])
    other = Document.from_text("Another page.", source=Source(id="page", title="A page"))
    with pytest.raises(DatasetError, match="is not of this document's text"):
        verify(whole, other)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (
            lambda: Area(id="X", name="X"),
            "Area: id: is not an identifier like 'mayor.west-midlands'",
        ),
        (lambda: Area(id="x", name=" "), "Area: name: is empty"),
        (lambda: Area(id="x", name=chr(0xD800)), "Area: name: holds a lone surrogate"),
        (lambda: Area(id="x", name=3), "Area: name: is int, not str"),
        (lambda: Person(id="x", name="X", aliases="abc"), "Person: aliases: is str, not tuple"),
        (lambda: Extent(start=True, end=2), "Extent: start: is bool, not int"),
        (lambda: Extent(start=2, end=2), "Extent: end: is not behind start"),
        (lambda: Deadline(month=13), "Deadline: month: is not between 1 and 12"),
        (
            lambda: Deadline(within=Fraction(1), unit="fortnight", anchor=Anchor.SPEAKING),
            "Deadline: unit: is none of day, week, month, year",
        ),
        (
            lambda: Round(id="r", title="R", headcount=2**63),
            "Round: headcount: is too large a number",
        ),
        (
            lambda: Quantity(value=Fraction(1, 10**1000)),
            "Quantity: value: is too large a number",
        ),
        (
            lambda: Contest(id="c", office="o", date=datetime.datetime(2021, 5, 6)),  # noqa: DTZ001
            "Contest: date: is datetime, not date or nothing",
        ),
        (
            lambda: Contest(id="c.2021-05-06", office="o", date=datetime.date(2024, 5, 2)),
            "Contest: date: is not the date that the id ends with",
        ),
        (
            lambda: Contested(options=()),
            "Contested: options: names nobody; words of nobody known are unattributed",
        ),
    ],
)
def test_a_value_that_a_field_does_not_take_is_refused_with_the_fields_name(make, fault):
    with pytest.raises(RecordError) as caught:
        make()
    assert str(caught.value) == fault


def test_a_look_up_of_nothing_names_what_comes_near(whole):
    with pytest.raises(UnknownIdError) as caught:
        whole.person("ann-ashe")
    assert caught.value.nearest == ("ann-ash",)


def test_a_ruling_on_a_name_is_refused_where_names_are_matched_already():
    ruling = Decision(
        kind=DecisionKind.NAME,
        subject="A. Body",
        choice="ann-body",
        by="jane",
        date=datetime.date(2021, 6, 2),
        reason="She signs so.",
    )
    with pytest.raises(DatasetError, match=r"roster\.with_decisions"):
        Dataset().with_decisions([ruling])
