"""What came of pledges, on invented data."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from civicpledge.comparison.deliveries import deadline_day, track_record
from civicpledge.errors import UnknownIdError
from civicpledge.model.asks import Power
from civicpledge.model.findings import Anchor, Deadline, Owner, Quantity, Stance
from civicpledge.model.responses import Channel, Delivery, DeliveryStatus, Unattributed

C, Q, S, D, R, U = list(Stance)
DAY = dt.date(2031, 6, 1)


def by_year(year, owner=Owner.OWN):
    return Quantity(deadline=Deadline(year=year), owner=owner)


@pytest.fixture
def world(make):
    """Ann pledges to asks 1 and 2, is warm about 3; Bob pledges to 1."""
    made = make.World()
    ann, bob = made.candidate("ann", party=("blue",)), made.candidate("bob", "pcc")
    asks = [made.ask(number, pcc=Power.DECIDES) for number in (1, 2, 3)]
    made.held(ann, asks[0], C, quantities=(by_year(2030),))
    made.held(ann, asks[1], Q)
    made.held(ann, asks[2], S)
    made.held(bob, asks[0], C)
    return made


def deliver(world, place, status, date=DAY):
    response = world.records["responses"][place].id
    world.records["deliveries"].append(
        Delivery(response=response, status=status, date=date, source="page")
    )


def test_pledges_not_yet_rated_are_shown(world):
    deliver(world, 0, DeliveryStatus.KEPT)
    found = track_record(world.dataset())
    assert [(p.response, str(p.status)) for p in found] == [
        ("day.1.r0", "kept"),
        ("day.1.r3", "not_yet_rated"),
        ("day.2.r1", "not_yet_rated"),
    ]


def test_counts_show_every_status_and_the_share_kept_of_those_rated(world):
    deliver(world, 0, DeliveryStatus.KEPT)
    deliver(world, 1, DeliveryStatus.BROKEN)
    found = track_record(world.dataset())
    table = found.by("person").to_dict()
    assert table["person"] == ["ann", "bob"]
    assert (table["pledges"], table["kept"], table["broken"]) == ([2, 1], [1, 0], [1, 0])
    assert (table["not yet rated"], table["kept of rated"]) == ([0, 1], [0.5, None])
    assert table["overdue"] == [None, None]
    assert found.by("party").to_dict()["party"] == ["blue", "no party recorded"]
    assert found.by("office").to_dict()["pledges"] == [2, 1]
    assert found.by("ask").to_dict()["ask"] == ["day.1", "day.2"]


def test_a_dimension_there_is_not_is_told_with_those_there_are(world):
    with pytest.raises(UnknownIdError, match="no dimension has the identifier 'year'") as caught:
        track_record(world.dataset()).by("year")
    assert caught.value.nearest == ("person", "party", "office", "ask")


def test_the_latest_delivery_holds_and_later_ones_do_not_count_yet(world):
    deliver(world, 0, DeliveryStatus.IN_PROGRESS, dt.date(2030, 9, 1))
    deliver(world, 0, DeliveryStatus.KEPT, dt.date(2031, 9, 1))
    dataset = world.dataset()
    assert track_record(dataset).pledges[0].status is DeliveryStatus.KEPT
    assert track_record(dataset, on=DAY).pledges[0].status is DeliveryStatus.IN_PROGRESS
    assert track_record(dataset, on=dt.date(2030, 8, 1)).pledges[0].delivery is None


@pytest.mark.parametrize(
    ("status", "overdue"),
    [
        (None, True),
        (DeliveryStatus.IN_PROGRESS, True),
        (DeliveryStatus.PART_KEPT, True),
        (DeliveryStatus.STALLED, True),
        (DeliveryStatus.KEPT, False),
        (DeliveryStatus.BROKEN, False),
    ],
)
def test_a_pledge_past_its_own_deadline_is_overdue_until_it_is_settled(world, status, overdue):
    if status:
        deliver(world, 0, status, dt.date(2030, 12, 1))
    assert track_record(world.dataset(), on=dt.date(2030, 12, 31)).overdue == ()
    found = track_record(world.dataset(), on=dt.date(2031, 1, 1))
    assert bool(found.overdue) is overdue
    assert found.pledges[0].deadline == dt.date(2030, 12, 31)
    assert ("Overdue since 2030-12-31: Ann, day.1.r0 (page)." in found.explain()) is overdue
    assert found.by("person").to_dict()["overdue"] == [int(overdue), 0]


def test_it_says_of_every_pledge_what_came_of_it_and_who_says_so(world):
    deliver(world, 0, DeliveryStatus.PART_KEPT)
    assert track_record(world.dataset()).explain().splitlines() == [
        "Of 3 pledges: 0 kept, 1 part kept, 0 in progress, 0 stalled, 0 broken, 2 not yet rated.",
        f"Ann, day.1.r0 (page): part kept on {DAY}, by page.",
        "Bob, day.1.r3 (page): not yet rated.",
        "Ann, day.2.r1 (page): not yet rated.",
    ]


def test_only_those_elected_can_be_overdue_where_it_is_said_who_was(world):
    dataset, late = world.dataset(), dt.date(2031, 1, 1)
    unsaid = track_record(dataset, on=late)
    assert "Who was elected was not said" in unsaid.explain()
    elected = track_record(dataset, on=late, elected="ann")
    assert [p.response for p in elected.overdue] == [p.response for p in unsaid.overdue]
    assert "Who was elected" not in elected.explain()
    lost = track_record(dataset, on=late, elected=[])
    assert (lost.overdue, lost.pledges[0].overdue) == ((), None)
    assert lost.pledges[0].deadline == dt.date(2030, 12, 31)
    with pytest.raises(UnknownIdError):
        track_record(dataset, elected="zed")


def test_somebody_elses_deadline_is_not_the_pledges(world):
    world.records["codings"][0] = attrs.evolve(
        world.records["codings"][0],
        finding=attrs.evolve(
            world.records["codings"][0].finding, quantities=(by_year(2030, Owner.BODY),)
        ),
    )
    pledge = track_record(world.dataset(), on=DAY).pledges[0]
    assert (pledge.deadline, pledge.overdue) == (None, None)


def test_the_adjudicated_coding_says_whether_it_is_a_pledge(world):
    world.rule(world.code("day.1.r0", R, coder="judge"))
    assert "day.1.r0" not in [p.response for p in track_record(world.dataset())]


def test_a_manifesto_pledge_that_nobody_linked_or_coded_is_listed(world):
    said = world.say(world.field[0], (), source="book", of=None)
    world.records["responses"][-1] = attrs.evolve(
        world.records["responses"][-1], channel=Channel.MANIFESTO
    )
    found = track_record(world.dataset())
    assert (said, ()) in [(p.response, p.asks) for p in found]
    assert "no ask" in found.by("ask").to_dict()["ask"]


def test_words_of_nobody_known_are_nobodys_pledge(world):
    said = world.say(None, "day.1", attribution=Unattributed(reason="no name"))
    world.code(said, C)
    assert said not in [p.response for p in track_record(world.dataset())]


def test_the_table_has_a_row_for_each_pledge(world):
    deliver(world, 0, DeliveryStatus.PART_KEPT)
    row = track_record(world.dataset(), on=DAY).to_table().rows()[0]
    assert row == (
        "day.1.r0",
        "Ann",
        "day.1",
        "part kept",
        DAY,
        "page",
        dt.date(2030, 12, 31),
        True,
        "Words 0",
    )


SAID, ELECTED = dt.date(2030, 3, 10), dt.date(2030, 5, 31)


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        (Deadline(year=2032), dt.date(2032, 12, 31)),
        (Deadline(year=2032, month=2), dt.date(2032, 2, 29)),
        (Deadline(year=2032, month=2, day=3), dt.date(2032, 2, 3)),
        (Deadline(month=5, anchor=Anchor.SPEAKING), dt.date(2030, 5, 31)),
        (Deadline(month=2, anchor=Anchor.SPEAKING), dt.date(2031, 2, 28)),
        (
            Deadline(within=Fraction(12), unit="month", anchor=Anchor.TAKING_OFFICE),
            dt.date(2031, 5, 31),
        ),
        (Deadline(within=Fraction(1), unit="month", anchor=Anchor.ELECTION), dt.date(2030, 6, 30)),
        (Deadline(within=Fraction(100), unit="day", anchor=Anchor.ELECTION), dt.date(2030, 9, 8)),
        (Deadline(within=Fraction(2), unit="week", anchor=Anchor.SPEAKING), dt.date(2030, 3, 24)),
        (
            Deadline(within=Fraction(3, 2), unit="year", anchor=Anchor.SPEAKING),
            dt.date(2031, 9, 10),
        ),
        (Deadline(anchor=Anchor.DECADE), dt.date(2039, 12, 31)),
        (Deadline(anchor=Anchor.TERM), None),
        (Deadline(anchor=Anchor.ELECTION), None),
        (Deadline(year=2031, month=2, day=31), None),
        (Deadline(within=Fraction(10**9), unit="day", anchor=Anchor.ELECTION), None),
        (Deadline(within=Fraction(10**6), unit="year", anchor=Anchor.ELECTION), None),
    ],
)
def test_the_last_day_a_deadline_allows(deadline, day):
    assert deadline_day(deadline, said=SAID, elected=ELECTED) == day


def test_a_deadline_without_a_day_to_count_from_is_not_guessed():
    deadline = Deadline(within=Fraction(12), unit="month", anchor=Anchor.TAKING_OFFICE)
    assert deadline_day(deadline, said=SAID, elected=None) is None
    assert deadline_day(Deadline(month=5, anchor=Anchor.SPEAKING), said=None, elected=None) is None


def test_of_several_deadlines_in_one_pledge_the_latest_counts(world):
    world.records["codings"][0] = attrs.evolve(
        world.records["codings"][0],
        finding=attrs.evolve(
            world.records["codings"][0].finding, quantities=(by_year(2032), by_year(2030))
        ),
    )
    assert track_record(world.dataset()).pledges[0].deadline == dt.date(2032, 12, 31)
