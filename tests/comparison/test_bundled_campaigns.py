"""The bundled campaigns, held against facts that were counted by hand on the pages."""

import datetime as dt
from fractions import Fraction

import pytest

from civicpledge.comparison.changes import changes
from civicpledge.comparison.claims import Outcome, audit_claims
from civicpledge.comparison.comparing import compare
from civicpledge.comparison.consistency import consistency
from civicpledge.comparison.movements import Movement
from civicpledge.comparison.repeated import Repetition, repeated_statements
from civicpledge.datasets import load_dataset
from civicpledge.model.responses import Absence, Decision, DecisionKind
from civicpledge.model.sources import Document
from civicpledge.scoring.scoreboard import score


@pytest.fixture(scope="module")
def assembly():
    return load_dataset("west-midlands-2021")


def test_forty_two_answers_were_due_and_forty_one_given(assembly):
    board = score(assembly)
    assert (sum(s.due for s in board), sum(s.answered for s in board)) == (42, 41)
    assert board["jon-hunt"].absences[Absence.NOT_RECORDED] == 1


def test_the_one_missing_answer_is_worth_its_share_of_the_weights(assembly):
    # asks 2 3 5 6 7 decided, ask 4 convened: 1 of 5 1/2
    found = score(assembly)["jon-hunt"]
    assert found.high - found.low == Fraction(2, 11)


def test_nine_claims_meet_every_cell_once_and_all_did_not_back_ask_7(assembly):
    audit = audit_claims(assembly)
    assert (len(audit), len(audit.cells)) == (9, 42)
    without = [(c.candidate, c.ask) for c in audit.cells if c.outcome is Outcome.NO_WORDS]
    assert without == [("pcc.west-midlands.2021-05-06.jon-hunt", "west-midlands-2021.7")]
    assert audit.counts[Outcome.CONTRADICTED] == audit.counts[Outcome.UNATTRIBUTED] == 0


def test_two_candidates_gave_the_same_words_to_ask_5(assembly):
    found = [g for g in repeated_statements(assembly) if g.kind is Repetition.SEVERAL_MOUTHS]
    assert [tuple(s.rpartition(".")[2] for s in g.speakers) for g in found] == [
        ("jenny-wilkinson", "jon-hunt")
    ]


def test_across_offices_five_asks_are_common(assembly):
    found = compare(assembly, "Andy Street", "Simon Foster").closeness
    assert (found.asks, found.answered) == (5, 5)


def test_words_without_a_name_in_2024_accuse_nobody_of_having_dropped_a_pledge(assembly):
    found = changes(assembly, load_dataset("west-midlands-2024"))
    # the ask on a living wage was put to the Mayor alone in 2024, not to the Commissioner again
    assert {(c.person, c.movement) for c in found} == {
        ("andy-street", Movement.UNATTRIBUTED),
        ("simon-foster", Movement.NOT_ASKED_AGAIN),
    }


def test_the_figures_on_social_rent_homes_stand_side_by_side(assembly):
    # counted on the two pages: 356 short and double, 21,000 and a third; 2,000 a year, and so on
    later = load_dataset("west-midlands-2024")
    homes = next(c for c in changes(assembly, later).offices)
    assert (homes.before.committed, homes.before.due) == (2, 3)
    assert (homes.after.committed, homes.after.unattributed) == (0, 2)
    values = {int(q.value) for q in homes.after.quantities if q.value}
    assert {2000, 5000, 20000, 250_000_000} <= values
    assert {356, 21000} <= {int(q.value) for q in homes.before.quantities if q.value}


def test_a_ruling_on_who_spoke_makes_the_movement_and_the_figures_that_persons(assembly):
    later = load_dataset("west-midlands-2024")
    maybe = changes(assembly, later).people[0].maybe_after[0]
    ruled = Decision(
        kind=DecisionKind.ATTRIBUTION,
        subject=maybe.response,
        choice="mayor.west-midlands.2024-05-02.andy-street",
        by="house",
        date=dt.date(2026, 11, 22),
        reason="the recording was heard",
    )
    change = changes(assembly, later.with_decisions([ruled])).people[0]
    assert (change.movement, change.figures_changed) == (Movement.FIRMER, True)


def test_the_living_wage_is_followed_to_a_part_of_the_compact_of_2024(assembly):
    found = changes(assembly, load_dataset("west-midlands-2024"))
    link = ("west-midlands-2021.2", "west-midlands-2024.jobs-and-skills-compact.6")
    assert link in [(one.earlier, one.later) for one in found.links]
    wage = next(c for c in found if (c.link.earlier, c.link.later) == link)
    assert (wage.person, wage.before.word, wage.movement) == (
        "andy-street",
        "supportive",
        Movement.UNATTRIBUTED,
    )


def test_a_manifesto_stands_beside_the_assembly(assembly):
    both = assembly.combine(load_dataset("byrne-2020-manifesto"))
    found = consistency(both, "liam-byrne")
    assert {stand.source for stand in found} == {"byrne-2020-manifesto", "west-midlands-2021"}
    assert len({stand.asks for stand in found}) == 8


def test_the_manifesto_on_an_opponents_living_wage_is_a_case_beside_that_ones_own_words(
    assembly, seeds
):
    book = load_dataset("byrne-2020-manifesto")
    page = next(seeds.glob("002_*.txt")).read_text(encoding="utf-8")
    document = Document.from_text(page, source=book.source("byrne-2020-manifesto"))
    found = consistency(assembly.combine(book.with_documents([document])), "liam-byrne").mentions
    assert [(m.names, m.asks, m.answers) for m in found] == [
        ("andy-street", ("west-midlands-2021.2",), ("west-midlands-2021.2.andy-street",))
    ]
    lines = {document.line_of(found[0].spans[0].start), document.line_of(found[0].spans[0].end)}
    assert lines == {48, 55}
