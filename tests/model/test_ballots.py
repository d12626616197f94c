"""Democracy Club ballot ids, held against the package that defines them."""

import datetime
from itertools import product

import pytest
from hypothesis import given

from civicpledge.errors import RecordError
from civicpledge.model.ballots import (
    BallotId,
    ElectionType,
    ballot_segment,
    is_ballot_id,
    parse_ballot_id,
)
from civicpledge.strategies import records

DAY = datetime.date(2021, 5, 6)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("mayor.west-midlands.2021-05-06", {"organisation": "west-midlands"}),
        ("pcc.west-midlands.2021-05-06", {"organisation": "west-midlands"}),
        ("parl.dudley-north.2021-05-06", {"division": "dudley-north"}),
        ("parl.dudley-north.by.2021-05-06", {"division": "dudley-north", "by_election": True}),
        ("local.dudley.amblecote.2021-05-06", {"organisation": "dudley", "division": "amblecote"}),
        (
            "local.dudley.amblecote.by.2021-05-06",
            {"organisation": "dudley", "division": "amblecote", "by_election": True},
        ),
        ("sp.c.orkney-islands.2021-05-06", {"subtype": "c", "division": "orkney-islands"}),
        ("senedd.r.north-wales.2021-05-06", {"subtype": "r", "division": "north-wales"}),
        ("senedd.ynys-mon.2021-05-06", {"division": "ynys-mon"}),
        ("gla.a.2021-05-06", {"subtype": "a"}),
    ],
)
def test_an_id_is_taken_apart_and_put_together(text, parts):
    ballot = parse_ballot_id(text)
    assert ballot == BallotId(kind=ElectionType(text.partition(".")[0]), date=DAY, **parts)
    assert str(ballot) == ballot.contest == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "type: is none that ballot ids begin with"),
        ("president.x.2021-05-06", "type: is none that ballot ids begin with"),
        ("mayor.x.2021-5-6", "date: is not a day like 2021-05-06"),
        ("mayor.x.2021-02-30", "date: is not a day like 2021-05-06"),
        ("mayor.2021-05-06", "organisation: is missing from a mayor id"),
        ("local.dudley.2021-05-06", "division: is missing from a local id"),
        ("mayor.x.y.2021-05-06", "division: is no part of a mayor id"),
        ("mayor.X.2021-05-06", "organisation: is not a segment like 'west-midlands'"),
        ("sp.orkney.2021-05-06", "subtype: is not c or r, as sp ids have it"),
        ("ref.dudley.by.2021-05-06", "by_election: is no part of a ref id"),
        ("local.a.b.c.2021-05-06", "division: is followed by more segments"),
    ],
)
def test_what_is_no_ballot_id_is_told_with_its_part(text, fault):
    with pytest.raises(RecordError) as caught:
        parse_ballot_id(text)
    assert fault in [str(f) for f in caught.value.faults]
    assert not is_ballot_id(text)


@given(records(BallotId))
def test_every_ballot_id_comes_back(ballot):
    assert parse_ballot_id(str(ballot)) == ballot


def test_the_defining_package_takes_and_refuses_the_same_ids():
    oracle = pytest.importorskip("uk_election_ids.election_ids")

    def is_one(text: str) -> bool:
        try:
            return bool(oracle.IdBuilder.from_id(text).ballot_id == text)
        except (ValueError, IndexError):  # it pops from an empty list
            return False

    segments = ("c", "r", "a", "by", "dudley", "x1")
    texts = [
        ".".join([kind, *middle, "2021-05-06"])
        for kind in (*ElectionType, "president")
        for length in range(4)
        for middle in product(segments, repeat=length)
    ]
    assert [t for t in texts if is_ballot_id(t) != is_one(t)] == []
    assert sum(map(is_one, texts)) > 100


@pytest.mark.parametrize(
    "name",
    [
        "West Midlands",
        "King's Lynn & West Norfolk",
        "Ynys Môn",
        "Stoke-on-Trent",
        "St. Ives",
        "A/B",
    ],
)
def test_the_defining_package_makes_the_same_segments(name):
    slugger = pytest.importorskip("uk_election_ids.slugger")
    assert ballot_segment(name) == slugger.slugify(name)
