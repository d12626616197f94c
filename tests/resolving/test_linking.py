"""Links: options for a person, precise before complete, and settled by decisions."""

import datetime as dt

import pytest
from attrs import evolve

from civicpledge.matching import Roster
from civicpledge.model.sources import Document, Source, SourceKind
from civicpledge.readers.reading import RawPledge, Reading
from civicpledge.resolving import link_pledges, remits, resolve

MAYOR = "mayor.eastmere.2023-05-04"
ROWS = [{"id": "ada-marlow", "name": "Ada Marlow", "party": "Harbour Party", "contest": MAYOR}]


def manifesto(*pledges: str) -> Reading:
    text = "\n".join(pledges)
    document = Document.from_text(text, source=Source(id="manifesto", title="A manifesto"))
    raw, at = [], 0
    for pledge in pledges:
        raw.append(RawPledge(quote=document.quote(at, at + len(pledge))))
        at += len(pledge) + 1
    return Reading(document=document, kind=SourceKind.MANIFESTO, pledges=tuple(raw))


@pytest.fixture
def asked(page, homes):
    """A round with two asks; the Commissioner alone can do something about the second."""
    asks = (
        evolve(homes, title="Build warm council homes for young families"),
        evolve(page.ask("2", "Safety"), title="Publish patrol figures for every neighbourhood"),
    )
    roster = Roster.from_rows(
        [*ROWS, {"id": "pia", "name": "Pia Lind", "contest": "pcc.eastmere.2023-05-04"}]
    )
    mine = remits({"mayor.eastmere": {"decides": "1"}, "pcc.eastmere": {"decides": "2"}})
    answers = [
        page.answer(homes, "Ada Marlow", "Yes."),
        page.answer(asks[1], "Pia Lind", "I will."),
    ]
    return resolve(page.reading(answers, asks=asks), roster, remits=mine)


def with_manifesto(asked, *pledges):
    told = resolve(manifesto(*pledges), Roster.from_rows(ROWS), speaker="ada-marlow")
    return asked.combine(told)


def test_a_pledge_in_the_asks_own_words_is_proposed_with_the_words_shared(asked):
    dataset = with_manifesto(
        asked, "I will build 500 warm homes that families can afford, run by the council."
    )
    (proposal,) = link_pledges(dataset)
    assert proposal.ask == "page.1"
    assert {"warm", "home", "council"} <= set(proposal.shared)
    assert 0 < proposal.similarity <= 1


@pytest.mark.parametrize(
    "pledge",
    [
        "We will plant ten thousand trees along the river.",
        "A home win every Saturday.",
        "Every neighbourhood deserves published patrol figures.",  # the Commissioner's ask
    ],
)
def test_another_subject_a_single_word_and_another_offices_ask_are_not_proposed(asked, pledge):
    assert len(link_pledges(with_manifesto(asked, pledge))) == 0


def test_an_answer_to_an_ask_is_never_proposed(asked):
    assert len(link_pledges(asked)) == 0


def test_a_decision_settles_it_and_the_pledge_counts_where_its_source_is_named(asked):
    dataset = with_manifesto(
        asked, "Warm council homes for young families, 500 a year, built by us."
    )
    (proposal,) = link_pledges(dataset)
    ruling = proposal.accept(by="jane", date=dt.date(2023, 4, 1), reason="the same homes")
    linked = dataset.with_decisions([ruling])
    assert len(link_pledges(linked)) == 0
    before = dataset.cell("ada-marlow", "page.1").responses
    assert linked.cell("ada-marlow", "page.1").responses == before
    (cell,) = (c for c in linked.cells("ada-marlow", sources=["manifesto"]) if c.ask == "page.1")
    assert [r.id for r in cell.responses] == [proposal.response]


def test_the_table_has_a_row_for_each_proposal(asked):
    dataset = with_manifesto(asked, "Warm council homes for young families, built by us.")
    table = link_pledges(dataset).to_table()
    assert table.names == ("response", "ask", "similarity", "shared words")
    assert len(table) == 1
