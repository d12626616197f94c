"""What every record can do: be hashed, pickled, copied, referred to weakly, and replaced in a field."""

import copy
import pickle
import sys
import weakref

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.model.dataset import Dataset
from civicpledge.model.records import Records
from civicpledge.strategies import datasets, records
from civicpledge.strategies.records import kinds_of

KINDS = kinds_of(Records)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_record_is_the_same_after_a_journey(kind):
    @settings(max_examples=15)
    @given(records(kind))
    def check(record):
        for protocol in range(2, 6):
            assert pickle.loads(pickle.dumps(record, protocol)) == record
        assert copy.deepcopy(record) == record
        assert hash(copy.copy(record)) == hash(record)
        assert weakref.ref(record)() is record

    check()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_record_is_frozen_and_takes_keywords_only(kind):
    @settings(max_examples=3)
    @given(records(kind))
    def check(record):
        first = attrs.fields(kind)[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, first, getattr(record, first))
        with pytest.raises(TypeError):
            kind(*attrs.astuple(record, recurse=False))

    check()


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is new in Python 3.13")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_record_takes_copy_replace(kind):
    @settings(max_examples=3)
    @given(records(kind))
    def check(record):
        assert copy.replace(record) == record

    check()


@given(datasets())
def test_a_dataset_is_the_same_after_a_journey(dataset):
    dataset.cells()  # what is worked out on the way is not part of it
    for protocol in range(2, 6):
        assert pickle.loads(pickle.dumps(dataset, protocol)) == dataset
    assert copy.deepcopy(dataset) == dataset
    assert hash(copy.copy(dataset)) == hash(dataset)
    assert weakref.ref(dataset)() is dataset


@given(datasets(), st.randoms(use_true_random=False))
def test_the_order_records_come_in_does_not_matter(dataset, random):
    shuffled = {
        name: tuple(random.sample(held, len(held))) for name, held in dataset.collections().items()
    }
    assert Dataset(**shuffled) == dataset


@given(datasets())
def test_each_candidate_has_a_cell_for_each_scored_thing_put_in_their_contest(dataset):
    expected = sum(
        max(1, len(ask.limbs))
        for candidate in dataset.candidates
        for held in dataset.rounds
        if candidate.contest in held.contests
        for ask in dataset.asks
        if ask.round == held.id
    )
    assert len(dataset.cells()) == expected
