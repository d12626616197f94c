"""Claims about groups, held against each cell they are about."""

import pytest

from civicpledge.comparison.claims import Outcome, audit_claims, outcome_of
from civicpledge.model.asks import Power
from civicpledge.model.findings import Stance
from civicpledge.model.responses import Absence, Claim, Scope, ScopeKind, Unattributed
from civicpledge.model.sources import Span

C, Q, S, D, R, U = list(Stance)
MAYOR, PCC = "mayor.haven.2030-05-02", "pcc.haven.2030-05-02"


@pytest.fixture
def world(make):
    """Three mayors and a commissioner; ask 1 is the Mayor's, ask 2 is nobody's."""
    made = make.World()
    for name in ("ann", "bob", "dee"):
        made.candidate(name)
    made.candidate("cy", "pcc")
    made.ask(1)
    made.ask(2, mayor=None)
    return made


def claimed(world, kind, asks=("day.1",), **more):
    scope = {k: more.pop(k) for k in ("contests", "candidates", "number") if k in more}
    world.records["claims"].append(
        Claim(
            id=f"claim.{len(world.records['claims'])}",
            round="day",
            paraphrase="Everybody is said to have backed it",
            span=Span(source="page", start=10, end=20),
            asks=asks,
            scope=Scope(kind=kind, as_printed="everybody", **scope),
            **more,
        )
    )


def outcomes(world):
    audit = audit_claims(world.dataset())
    return {cell.candidate.rpartition(".")[2]: str(cell.outcome) for cell in audit.cells}


@pytest.mark.parametrize(
    ("claim", "held", "outcome"),
    [
        (C, C, "supported"),
        (C, Q, "weaker"),
        (C, S, "weaker"),
        (C, D, "weaker"),
        (C, R, "contradicted"),
        (C, U, "undecided"),
        (S, C, "supported"),
        (S, S, "supported"),
        (S, D, "weaker"),
        (Q, S, "weaker"),
        (R, R, "supported"),
        (R, D, "weaker"),
        (R, S, "contradicted"),
        (D, D, "supported"),
        (D, C, "contradicted"),
        (U, C, "undecided"),
    ],
)
def test_what_each_stance_says_to_each_claim(claim, held, outcome):
    assert outcome_of(claim, held) == outcome


def test_every_outcome_on_one_claim(make):
    world = make.World()
    names = ("ann", "bob", "cas", "dee", "eva", "flo")
    who = [world.candidate(name) for name in names]
    ask = world.ask(1)
    for candidate, stance in zip(who, (C, S, R, U), strict=False):
        world.held(candidate, ask, stance)
    world.note(who[4], ask, Absence.NO_REPLY)
    world.say(None, ask, attribution=Unattributed(reason="no name"))
    claimed(world, ScopeKind.ALL, number=6)
    assert outcomes(world) == {
        "ann": "supported",
        "bob": "weaker",
        "cas": "contradicted",
        "dee": "undecided",
        "eva": "no_words",
        "flo": "unattributed",
    }
    audit = audit_claims(world.dataset())
    assert audit.claims[0].notes == ()
    assert audit.counts == dict.fromkeys(Outcome, 1)
    assert audit.claims[0].holds is False
    assert len(audit.to_table()) == 6


def test_all_are_those_to_whom_the_ask_is_due(world):
    claimed(world, ScopeKind.ALL, ("day.2",))
    audit = audit_claims(world.dataset())
    assert audit.cells == ()
    assert audit.claims[0].notes == ("nobody it is about was due to answer",)
    assert "no cell can be held to it" in audit.explain()
    assert len(audit.to_table()) == 1


def test_somebody_outside_the_field_is_not_meant_by_all(world):
    claimed(world, ScopeKind.ALL)
    world.field.remove(f"{MAYOR}.bob")
    assert sorted(outcomes(world)) == ["ann", "dee"]


def test_a_contest_is_its_candidates(make):
    world = make.World()
    world.candidate("ann")
    world.candidate("cy", "pcc")
    world.ask(1, pcc=Power.DECIDES)
    claimed(world, ScopeKind.CONTEST, contests=(PCC,))
    assert sorted(outcomes(world)) == ["cy"]


def test_named_people_are_held_to_it_even_out_of_remit(world):
    claimed(world, ScopeKind.NAMED, ("day.2",), candidates=(f"{MAYOR}.ann",))
    cell = audit_claims(world.dataset()).cells[0]
    assert (cell.outcome, cell.word) == (Outcome.NO_WORDS, "out of remit")


def test_a_number_that_is_not_the_number_due_is_said_so(world):
    claimed(world, ScopeKind.NUMBER, number=2)
    audited = audit_claims(world.dataset()).claims[0]
    assert len(audited.cells) == 3
    assert audited.notes == (
        "it speaks of 2, and 3 were due to answer",
        "which of them are meant is not said, so all are listed",
    )


def test_a_scope_that_nobody_can_tell_is_not_guessed(world):
    claimed(world, ScopeKind.UNKNOWN, hedge="though they differed")
    audited = audit_claims(world.dataset()).claims[0]
    assert audited.cells == ()
    assert audited.notes == (
        "nobody can tell whom it is about",
        "the page takes some of it back in the same breath",
    )
    assert audited.holds is None


def test_a_claim_that_names_no_ask_is_said_so(world):
    claimed(world, ScopeKind.ALL, ())
    assert audit_claims(world.dataset()).claims[0].notes == ("it names no ask of the round",)


def test_coders_who_differ_accuse_nobody_but_may_support_together(world):
    for name, stances in (("ann", (C, R)), ("bob", (C, S)), ("dee", (Q, S))):
        said = world.say(f"{MAYOR}.{name}", "day.1")
        for number, stance in enumerate(stances):
            world.code(said, stance, coder=f"person{number}")
    claimed(world, ScopeKind.ALL, stance=S)
    assert outcomes(world) == {"ann": "undecided", "bob": "supported", "dee": "supported"}


def test_words_nobody_coded_are_undecided(world):
    world.say(f"{MAYOR}.ann", "day.1")
    claimed(world, ScopeKind.NAMED, candidates=(f"{MAYOR}.ann",))
    assert outcomes(world) == {"ann": "undecided"}


def test_an_ask_in_parts_is_held_part_by_part(make):
    world = make.World()
    ann = world.candidate("ann")
    ask = world.ask(1, parts=("a", "b"))
    said = world.say(ann, f"{ask}.a")
    world.code(said, C, ask=ask)
    claimed(world, ScopeKind.ALL)
    audit = audit_claims(world.dataset())
    assert [(cell.part, str(cell.outcome)) for cell in audit.cells] == [
        ("day.1.a", "supported"),
        ("day.1.b", "no_words"),
    ]


def test_it_says_where_the_claim_and_the_words_stand(world):
    said = world.held(f"{MAYOR}.ann", "day.1", S)
    claimed(world, ScopeKind.NAMED, candidates=(f"{MAYOR}.ann",))
    assert audit_claims(world.dataset()).explain() == (
        "claim.0 (page, characters 10 to 20), in our words: Everybody is said to have backed it: "
        f"1 weaker of 1. Ann, weaker: supportive ({said} (page))."
    )


def test_only_codings_by_the_coders_asked_for_count(world):
    said = world.say(f"{MAYOR}.ann", "day.1")
    world.code(said, C, coder="eve")
    world.code(said, R, coder="ned")
    claimed(world, ScopeKind.NAMED, candidates=(f"{MAYOR}.ann",))
    assert audit_claims(world.dataset(), coders=["ned"]).cells[0].outcome is Outcome.CONTRADICTED


def test_cells_of_one_word_are_told_together_with_their_asks(world):
    world.ask(3, parts=("a", "b"))
    claimed(world, ScopeKind.NAMED, ("day.1", "day.3"), candidates=(f"{MAYOR}.ann",))
    said = world.held(f"{MAYOR}.ann", "day.1", S)
    text = audit_claims(world.dataset()).explain()
    assert f"Ann, weaker on day.1: supportive ({said} (page))." in text
    assert "Ann, no words on day.3.a, day.3.b: not recorded." in text
