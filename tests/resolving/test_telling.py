"""Documents that put no asks: manifestos, and round-ups of assemblies."""

import datetime as dt

import pytest
from attrs import evolve

from civicpledge.errors import RemitsError
from civicpledge.matching import Roster
from civicpledge.model.asks import ParticipationStatus
from civicpledge.model.responses import Channel, Named, OnBehalf, ScopeKind, Unattributed, Wording
from civicpledge.model.sources import Document, Source, SourceKind
from civicpledge.readers.reading import (
    RawClaim,
    RawOccasion,
    RawParticipant,
    RawPledge,
    Reading,
)
from civicpledge.readers.roundup import read_roundup
from civicpledge.resolving import remits, resolve

MAYOR = "mayor.eastmere.2023-05-04"
TEXT = (
    "We asked for a bus pass. Two assemblies met.\n"
    "Eastmere Citizens\nOn 18th April 40 people met. Ada Marlow came, Noor Hadley pulled out, and\n"
    "Wim Krantz spoke on behalf of Tobias Finch.\n"
    "Ada Marlow agreed to open a night shelter\nThe landowner agreed to plant trees\n"
    "All of them backed it\nEverybody backed everything\n"
)
DOCUMENT = Document.from_text(
    TEXT, source=Source(id="round-up", title="A round-up", published=dt.date(2023, 5, 1))
)
ROSTER = Roster.from_rows(
    [
        {"id": "ada-marlow", "name": "Ada Marlow"},
        {"id": "noor-hadley", "name": "Noor Hadley"},
        {"id": "tobias-finch", "name": "Tobias Finch"},
    ],
    contest=MAYOR,
)


def quote(words):
    start = TEXT.index(words)
    return DOCUMENT.quote(start, start + len(words))


def pledge(words, speaker=None, **more):
    return RawPledge(quote=quote(words), speaker=speaker, **more)


def claim(words):
    return RawClaim(quote=quote(words), scope=words.split(" backed")[0], kind=ScopeKind.ALL)


@pytest.fixture
def round_up():
    people = quote("Ada Marlow came, Noor Hadley pulled out, and\nWim Krantz spoke on behalf")
    wins = (
        pledge("Ada Marlow agreed to open a night shelter", "Ada Marlow", wording=Wording.REPORTED),
        pledge("The landowner agreed to plant trees", wording=Wording.REPORTED),
    )
    occasion = RawOccasion(
        title="Eastmere Citizens",
        quote=quote("Eastmere Citizens"),
        date="18th April",
        host="Eastmere Citizens",
        headcounts=("40",),
        participants=(
            RawParticipant(name="Ada Marlow", quote=people),
            RawParticipant(name="Noor Hadley", status="withdrew", quote=people),
            RawParticipant(name="Wim Krantz", on_behalf_of="Tobias Finch", quote=people),
        ),
        pledges=wins,
        claims=(claim("All of them backed it"),),
    )
    return Reading(
        document=DOCUMENT,
        kind=SourceKind.ROUNDUP,
        pledges=wins,
        claims=(*occasion.claims, claim("Everybody backed everything")),
        occasions=(occasion,),
    )


def test_each_assembly_is_a_round_with_its_day_host_and_headcount(round_up):
    held = resolve(round_up, ROSTER).round("round-up.eastmere-citizens")
    assert (held.date, held.host) == (dt.date(2023, 4, 18), "Eastmere Citizens")
    assert held.headcount_as_printed == ("40",)


def test_who_came_who_pulled_out_and_who_stood_in_are_told_apart(round_up):
    held = resolve(round_up, ROSTER).round("round-up.eastmere-citizens")
    told = {p.person: (p.candidate, p.status, p.on_behalf_of) for p in held.participation}
    assert told == {
        "ada-marlow": (f"{MAYOR}.ada-marlow", ParticipationStatus.ATTENDED, None),
        "noor-hadley": (f"{MAYOR}.noor-hadley", ParticipationStatus.WITHDREW, None),
        "wim-krantz": (None, ParticipationStatus.ATTENDED, f"{MAYOR}.tobias-finch"),
    }


def test_two_assemblies_of_one_name_are_two_rounds(round_up):
    (first,) = round_up.occasions
    second = evolve(first, date="25th April", pledges=(), claims=())
    dataset = resolve(evolve(round_up, occasions=(first, second)), ROSTER)
    days = {held.id: held.date for held in dataset.rounds}
    assert days["round-up.eastmere-citizens"] == dt.date(2023, 4, 18)
    assert days["round-up.eastmere-citizens.2"] == dt.date(2023, 4, 25)


def test_a_win_is_told_once_and_belongs_to_whom_the_page_names(round_up):
    dataset = resolve(round_up, ROSTER)
    assert len(dataset.responses) == 2
    by_text = {r.text: r.attribution for r in dataset.responses}
    named = by_text["Ada Marlow agreed to open a night shelter"]
    assert isinstance(named, Named)
    assert named.candidate == f"{MAYOR}.ada-marlow"
    assert isinstance(by_text["The landowner agreed to plant trees"], Unattributed)
    assert {r.wording for r in dataset.responses} == {Wording.REPORTED}


def test_a_stand_ins_promise_is_the_candidates_and_says_who_gave_it(round_up):
    occasion = round_up.occasions[0]
    promise = pledge("The landowner agreed to plant trees", "Wim Krantz")
    told = evolve(occasion, pledges=(promise,))
    dataset = resolve(evolve(round_up, pledges=(promise,), occasions=(told,)), ROSTER)
    (response,) = dataset.responses
    assert isinstance(response.attribution, OnBehalf)
    assert response.attribution.candidate == f"{MAYOR}.tobias-finch"
    assert response.attribution.by == "wim-krantz"


def test_what_the_reading_knows_of_its_source_is_kept(round_up):
    drafted = evolve(round_up, draft=True)
    (source,) = resolve(drafted, ROSTER).sources
    assert (source.draft, source.kind) == (True, SourceKind.ROUNDUP)
    (source,) = resolve(round_up, ROSTER).sources
    assert not source.draft


def test_a_claim_of_no_assembly_is_kept_for_the_document_as_a_whole(round_up):
    dataset = resolve(round_up, ROSTER)
    assert {claim.round for claim in dataset.claims} == {"round-up", "round-up.eastmere-citizens"}


def test_nothing_is_due_where_nothing_was_asked(round_up):
    assert resolve(round_up, ROSTER).cells() == ()


def test_a_manifestos_pledges_are_its_authors_and_calls_on_others_are_told_apart():
    reading = Reading(
        document=DOCUMENT,
        kind=SourceKind.MANIFESTO,
        pledges=(
            pledge("open a night shelter"),
            pledge("We asked for a bus pass", own=False),
        ),
    )
    dataset = resolve(reading, ROSTER, speaker="Ada Marlow")
    assert {dataset.speaker(r.id) for r in dataset.responses} == {f"{MAYOR}.ada-marlow"}
    assert {r.channel for r in dataset.responses} == {Channel.MANIFESTO}
    assert sorted(r.id.split("-")[1] for r in dataset.responses) == ["up.campaign", "up.pledge"]
    unknown = resolve(reading, ROSTER)
    assert all(isinstance(r.attribution, Unattributed) for r in unknown.responses)


def test_a_pledge_keeps_the_headings_it_stands_under_and_its_figures():
    text = "Buses\nWe will run 40 buses by 2027."
    document = Document.from_text(text, source=Source(id="plan", title="A plan"))
    words = document.quote(text.index("We"), len(text))
    reading = Reading(
        document=document,
        kind=SourceKind.MANIFESTO,
        pledges=(RawPledge(quote=words, section=("Buses",)),),
    )
    (response,) = resolve(reading, ROSTER, speaker="ada-marlow").responses
    assert response.section == ("Buses",)
    assert [(q.value, q.unit) for q in response.quantities if q.value] == [(40, "buses")]
    assert [q.deadline.year for q in response.quantities if q.deadline] == [2027]


def test_remits_for_a_document_that_asks_nothing_are_refused(round_up):
    with pytest.raises(RemitsError, match="no ask of this round"):
        resolve(round_up, ROSTER, remits=remits({"mayor.eastmere": {"decides": "1"}}))


def test_what_was_said_at_an_occasion_is_of_its_round_and_answers_no_ask():
    page = (
        "# Round-up\n\n## Low Mill\n\nOn 3rd May, 120 people met at Low Hall.\n\n"
        'Ada Marlow (Labour) said she would ask for the money. "Never," said Bo Stranger (Green).\n'
    )
    dataset = resolve(
        read_roundup(Document.from_text(page, source=Source(id="told", title="T"))), ROSTER
    )
    (held,) = dataset.rounds
    assert [(r.text, r.round, r.answers) for r in dataset.responses] == [
        ("said she would ask for the money.", held.id, ()),
        ("Never,", held.id, ()),
    ]
    known, stranger = (r.attribution for r in dataset.responses)
    assert (known.person, stranger.candidate) == ("ada-marlow", None)


def test_one_who_sent_apologies_refused_nothing_and_one_who_pulled_out_did():
    page = (
        "# Round-up\n\n## Low Mill\n\nOn 3rd May, 120 people met at Low Hall.\n\n"
        "Ada Marlow (Labour) sent her apologies.\n\nNoor Hadley (Green) pulled out.\n"
    )
    dataset = resolve(
        read_roundup(Document.from_text(page, source=Source(id="told", title="T"))), ROSTER
    )
    statuses = {p.person: p.status for p in dataset.rounds[0].participation}
    assert statuses == {
        "ada-marlow": ParticipationStatus.UNKNOWN,
        "noor-hadley": ParticipationStatus.WITHDREW,
    }
