"""The bundled campaigns, held against facts that were counted by hand on the pages."""

from fractions import Fraction

import pytest

from civicpledge.comparison.changes import Movement, changes
from civicpledge.comparison.claims import Outcome, audit_claims
from civicpledge.comparison.comparing import compare
from civicpledge.comparison.consistency import consistency
from civicpledge.comparison.repeated import Repetition, repeated_statements
from civicpledge.datasets import load_dataset
from civicpledge.model.responses import Absence
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
    assert {(c.person, c.movement) for c in found} == {("andy-street", Movement.UNATTRIBUTED)}


def test_a_manifesto_stands_beside_the_assembly(assembly):
    both = assembly.combine(load_dataset("byrne-2020-manifesto"))
    found = consistency(both, "liam-byrne")
    assert {stand.source for stand in found} == {"byrne-2020-manifesto", "west-midlands-2021"}
    assert len({stand.asks for stand in found}) == 8
