"""A dataset lives through anything done to it, in any order: it stays whole, and loses nothing unasked."""

import tempfile
from pathlib import Path

from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import civicpledge as cp
from civicpledge.strategies import datasets

FIGURES = ("low", "high", "of_answered", "due", "answered", "coded")


def figures(dataset):
    """Give every figure of the scoreboard, without saying whose."""
    board = cp.score(dataset)
    return sorted(tuple(str(getattr(held, f)) for f in FIGURES) for held in board)


def merged(one, other):
    """Give both as one and no fault, or nothing and what they say differently."""
    try:
        return one.combine(other), ()
    except cp.ClashError as error:
        return None, error.faults


class Life(RuleBasedStateMachine):
    """Load, edit, merge, code, save, read again, redact, narrow."""

    @initialize(dataset=datasets())
    def load(self, dataset):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "held.json"
        self.held = dataset
        self.saved = None
        self.coded = False

    def teardown(self):
        if hasattr(self, "folder"):
            self.folder.cleanup()

    @rule(data=st.data())
    def edit(self, data):
        """Correct the name of a person; a name is in no figure."""
        at = data.draw(st.integers(0, len(self.held.people) - 1))
        people = list(self.held.people)
        people[at] = evolve(people[at], name=f"{people[at].name} Q")
        before = figures(self.held)
        self.held = evolve(self.held, people=tuple(people))
        assert figures(self.held) == before

    @rule()
    def merge_with_itself(self):
        assert self.held.combine(self.held) == self.held

    @precondition(lambda self: self.held.contests)
    @rule(data=st.data())
    def merge_what_was_parted(self, data):
        contest = data.draw(st.sampled_from([c.id for c in self.held.contests]))
        part = self.held.select(contest=contest)
        both, faults = merged(self.held, part)
        if both is not None:
            assert both.cells() == self.held.cells()
        # A claim about two contests was narrowed to the one, and so were words to the asks that stay;
        # words that a person ruled to be another's no longer name whom the page held to have said them.
        changed = {
            (fault.path.partition("[")[0], fault.path.rpartition(".")[2]) for fault in faults
        }
        assert {field for name, field in changed if name == "responses"} <= {
            "attribution",
            "answers",
        }
        assert {name for name, _ in changed} <= {"claims", "responses"}

    @precondition(lambda self: self.saved is not None)
    @rule()
    def merge_with_what_was_saved(self):
        """Two states of one dataset agree, or every thing said differently is named."""
        saved = cp.load(self.path)
        both, faults = merged(self.held, saved)
        assert (both is None) == bool(faults)
        if both is not None:
            assert set(both.responses) == {*self.held.responses, *saved.responses}

    @rule()
    def code(self):
        people = {c for c in self.held.codings if c.coder != "codebook"}
        self.held = cp.code_responses(self.held)
        assert people <= set(self.held.codings)
        assert cp.code_responses(self.held) == self.held

    @rule()
    def save(self):
        cp.dump(self.held, self.path)
        self.saved = self.held

    @precondition(lambda self: self.saved is not None)
    @rule()
    def read_again(self):
        self.held = cp.load(self.path)
        assert self.held == self.saved

    @rule()
    def carry_as_tables(self):
        assert cp.from_tables(cp.to_tables(self.held)) == self.held

    def named(self):
        """Give those who are not redacted yet."""
        return [p.id for p in self.held.people if not p.id.startswith("redacted-")]

    @precondition(lambda self: self.named())
    @rule(data=st.data())
    def redact(self, data):
        person = data.draw(st.sampled_from(self.named()))
        before = figures(self.held)
        self.held = self.held.redact(person)
        assert person not in {p.id for p in self.held.people}
        assert figures(self.held) == before

    @precondition(lambda self: self.held.rounds)
    @rule(data=st.data())
    def narrow(self, data):
        """Take one round: it scores what it scored among the others."""
        held = data.draw(st.sampled_from([r.id for r in self.held.rounds]))
        narrowed = self.held.select(round=held)
        assert narrowed.select(round=held) == narrowed
        assert {r.id for r in narrowed.rounds} == {held}
        self.held = narrowed if data.draw(st.booleans()) and narrowed.people else self.held

    @invariant()
    def it_is_whole(self):
        assert cp.loads(cp.dumps(self.held)) == self.held
        for cell in self.held.cells():
            assert bool(cell.responses) != (cell.absence is not None)
            assert not (cell.due and cell.absence is not None and not cell.absence.due)
        for held in cp.score(self.held):
            assert held.coded <= held.answered <= held.due
            assert (held.low is None) == (held.high is None)
            assert held.low is None or 0 <= held.low <= held.high <= 1


Life.TestCase.settings = settings(
    max_examples=max(6, settings.default.max_examples // 3),
    stateful_step_count=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestLife = Life.TestCase
