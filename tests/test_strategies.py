"""The strategies: every record can be made, and Hypothesis finds the strategies by itself."""

import subprocess
import sys
from importlib.metadata import entry_points

import attrs
import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from civicpledge.model.dataset import Dataset
from civicpledge.model.records import Records
from civicpledge.model.responses import (
    Absence,
    Contested,
    DecisionKind,
    Inferred,
    Named,
    OnBehalf,
    Unattributed,
)
from civicpledge.strategies import datasets, register
from civicpledge.strategies.records import kinds_of

REGISTERED = [e.value for e in entry_points(group="hypothesis")]


@pytest.mark.parametrize("kind", kinds_of(Records), ids=lambda kind: kind.__name__)
def test_every_record_is_made_by_its_type(kind):
    register()

    @settings(max_examples=10)
    @given(st.from_type(kind))
    def check(record):
        assert type(record) is kind
        attrs.validate(record)

    check()


class AllSeen(Exception):  # noqa: N818 - ends the search, and is no error
    """Nothing more is looked for."""


def test_every_attribution_absence_and_decision_comes_up():
    wanted = {Named, OnBehalf, Inferred, Contested, Unattributed, *DecisionKind, *Absence}
    seen: set[object] = set()

    @seed(1)  # meets them all early; any other would, later
    @settings(max_examples=1000, phases=[Phase.generate], database=None)
    @given(datasets())
    def look(dataset):
        seen.update(type(response.attribution) for response in dataset.responses)
        seen.update(decision.kind for decision in dataset.decisions)
        seen.update(cell.absence for cell in dataset.cells())
        if wanted <= seen:
            raise AllSeen

    with pytest.raises(AllSeen):
        look()


@settings(max_examples=20)
@given(datasets())
def test_a_dataset_is_whole(dataset):
    assert type(dataset) is Dataset
    assert dataset.people
    assert dataset.rounds
    assert dataset.asks


@pytest.mark.skipif(
    "civicpledge.strategies.registering:register" not in REGISTERED, reason="not yet installed"
)
@pytest.mark.parametrize("first", ["hypothesis.strategies", "civicpledge.strategies"])
def test_a_user_has_them_whichever_of_the_two_is_imported_first(first):
    program = (
        f"import {first}; from hypothesis import strategies as st; import civicpledge as cp;"
        "print(type(st.from_type(cp.Dataset).example()).__name__)"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "Dataset"
