"""The same people and offices in two years."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from civicpledge.comparison.changes import changes, movement_of
from civicpledge.comparison.movements import Movement
from civicpledge.comparison.stands import AskStand, same_figures
from civicpledge.errors import UnknownIdError
from civicpledge.model.findings import Bound, Owner, Quantity, Stance
from civicpledge.model.people import Identifier
from civicpledge.model.responses import Unattributed
from civicpledge.model.sources import Extent

C, Q, S, D, R, U = list(Stance)


def homes(number, **more):
    return Quantity(value=Fraction(number), unit="homes", **more)


@pytest.fixture
def years(make):
    """Ann and Bob then, Ann and Cas now; homes and buses linked by hand."""
    then, now = make.World(), make.World()
    for world, names in ((then, ("ann", "bob")), (now, ("ann", "cas"))):
        for name in names:
            world.candidate(name)
    old = [then.ask(n, of="old") for n in (1, 2, 3)]
    new = [now.ask(n, of="new") for n in (1, 2, 3)]
    ann = then.field[0]
    then.held(ann, old[0], S, quantities=(homes(200),))
    then.held(ann, old[1], C)
    then.held(then.field[1], old[0], C)
    now.held(ann, new[0], C, quantities=(homes(300),))
    now.held(now.field[1], new[1], C)
    now.held(ann, new[2], C)
    return then, now


LINKS = {"old.1": "new.1", "old.2": "new.2", "old.3": "new.3"}


def test_a_person_is_followed_ask_by_ask(years):
    then, now = (world.dataset() for world in years)
    found = changes(then, now, links=LINKS)
    assert [(c.person, c.link.earlier, str(c.movement)) for c in found] == [
        ("ann", "old.1", "firmer"),
        ("ann", "old.2", "dropped"),
        ("ann", "old.3", "new"),
    ]
    assert [c.figures_changed for c in found] == [True, False, False]
    row = found.to_table().rows()[0]
    assert row[3:9] == ("firmer", "supportive", "committed", "200 homes", "300 homes", True)


def test_namesakes_whom_a_register_tells_apart_are_not_followed_as_one(years):
    def registered(dataset, number):
        numbers = (Identifier(scheme="register", value=number),)
        people = tuple(
            attrs.evolve(p, identifiers=numbers) for p in dataset.people if p.id == "ann"
        )
        others = tuple(p for p in dataset.people if p.id != "ann")
        return attrs.evolve(dataset, people=(*people, *others))

    then, now = (world.dataset() for world in years)
    assert len(changes(registered(then, "7"), registered(now, "7"), links=LINKS)) == 3
    assert len(changes(registered(then, "7"), now, links=LINKS)) == 3
    assert len(changes(registered(then, "7"), registered(now, "8"), links=LINKS)) == 0


def test_an_office_is_followed_by_how_many_are_committed(years):
    found = changes(*(world.dataset() for world in years), links=LINKS)
    assert found.office_table().rows() == [
        ("mayor.haven", "old.1", "new.1", 1, 2, 1, 2, 0, 0, "200 homes", "300 homes"),
        ("mayor.haven", "old.2", "new.2", 1, 2, 1, 2, 0, 0, None, None),
        ("mayor.haven", "old.3", "new.3", 0, 2, 1, 2, 0, 0, None, None),
    ]


def test_it_says_what_became_of_each_stand(years):
    text = changes(*(world.dataset() for world in years), links=LINKS).explain()
    assert text.splitlines()[0] == (
        "Ann on old.1 then new.1: firmer. Before: supportive (old.1.r0 (page)), 200 homes. "
        "After: committed (new.1.r0 (page)), 300 homes. The figures changed."
    )
    assert (
        "Mayor on old.1 then new.1: 1 of 2 committed, figures 200 homes "
        "(old.1.r0 (page); old.1.r2 (page)), then 1 of 2 committed, figures 300 homes "
        "(new.1.r0 (page))."
    ) in text.splitlines()


def test_words_that_may_be_theirs_stand_beside_and_count_for_nothing(make):
    then, now = make.World(), make.World()
    ann = then.candidate("ann")
    now.candidate("ann")
    then.held(ann, then.ask(1, of="old"), C, quantities=(homes(200),))
    said = now.say(None, now.ask(1, of="new"), of="new", attribution=Unattributed(reason="bare"))
    now.code(said, C, quantities=(homes(300),))
    found = changes(then.dataset(), now.dataset(), links={"old.1": "new.1"})
    change = found.people[0]
    assert (change.movement, change.figures_changed) == (Movement.UNATTRIBUTED, False)
    assert (change.maybe_before, [m.response for m in change.maybe_after]) == ((), [said])
    assert f"After: unattributed; may be theirs: {said} (page), 300 homes." in found.explain()
    assert found.to_table().rows()[0][-2:] == (None, said)
    assert found.office_table().rows() == [
        ("mayor.haven", "old.1", "new.1", 1, 1, 0, 1, 0, 1, "200 homes", "300 homes")
    ]


def test_a_part_that_reads_like_an_earlier_ask_is_proposed(make):
    then, now = make.World(), make.World()
    then.ask(1, of="old")
    then.records["asks"][0] = attrs.evolve(then.records["asks"][0], title="Limb b for the town")
    now.ask(5, of="new", parts=("a", "b"), open_parts=("c",))
    now.records["asks"][0] = attrs.evolve(now.records["asks"][0], title="Quite another matter")
    found = changes(then.dataset(), now.dataset())
    assert ("old.1", "new.5.b") in [(p.earlier, p.later) for p in found.proposed]
    accepted = changes(then.dataset(), now.dataset(), links={"old.1": "new.5.b"})
    assert (accepted.proposed, accepted.unlinked) == ((), ((), ()))


def test_asks_that_read_alike_are_proposed_and_not_used(years):
    then, now = (world.dataset() for world in years)
    found = changes(then, now)
    assert (len(found), found.links) == (0, ())
    assert ("old.1", "new.1") in [(p.earlier, p.later) for p in found.proposed]
    assert found.unlinked == (("old.1", "old.2", "old.3"), ("new.1", "new.2", "new.3"))
    assert "Read alike, for a person to accept: old.1 and new.1" in found.explain()


def test_same_as_links_an_ask_that_the_later_data_carries_from_the_earlier(make):
    then, now = make.World(), make.World()
    ann = then.candidate("ann")
    now.candidate("ann")
    kept = then.ask(1, of="old")
    now.ask(1, of="old")
    new = now.ask(1, of="new")
    now.records["asks"][1] = attrs.evolve(now.records["asks"][1], same_as=(kept,))
    then.held(ann, kept, C)
    now.held(ann, new, R)
    found = changes(then.dataset(), now.dataset(old=dt.date(2027, 1, 1)))
    assert [(c.link.later, str(c.movement)) for c in found] == [(new, "weaker")]
    back = changes(now.dataset(), then.dataset())
    assert [(c.link.earlier, str(c.movement)) for c in back] == [(new, "firmer")]


def test_same_as_links_a_part_of_a_later_ask(make):
    then, now = make.World(), make.World()
    ann = then.candidate("ann")
    now.candidate("ann")
    old = then.ask(1, of="old")
    now.ask(1, of="old")
    new = now.ask(1, of="new", parts=("a", "b"))
    a, b = now.records["asks"][1].parts
    now.records["asks"][1] = attrs.evolve(
        now.records["asks"][1], parts=(a, attrs.evolve(b, same_as=(old,)))
    )
    then.held(ann, old, C)
    now.code(now.say(ann, f"{new}.b", of="new"), S, ask=new)
    found = changes(then.dataset(), now.dataset(old=dt.date(2027, 1, 1)))
    assert [(c.link.later, str(c.movement)) for c in found] == [(f"{new}.b", "weaker")]


def test_an_ask_under_one_id_is_the_same_where_nothing_else_links_it(make):
    then, now = make.World(), make.World()
    for world, stance in ((then, S), (now, C)):
        world.held(world.candidate("ann"), world.ask(1), stance)
    found = changes(then.dataset(), now.dataset())
    assert [(c.link.why, str(c.movement)) for c in found] == [("one id", "firmer")]


def test_a_link_to_nothing_is_refused(years):
    then, now = (world.dataset() for world in years)
    for link in (("old.9", "new.1"), ("old.1", "new.9")):
        with pytest.raises(UnknownIdError, match=r"ask or part has the identifier '\w+.9'"):
            changes(then, now, links=[link])


def test_a_part_can_be_linked_to_a_whole(make):
    then, now = make.World(), make.World()
    ann = then.candidate("ann")
    now.candidate("ann")
    old, new = then.ask(1, of="old"), now.ask(1, of="new", parts=("a", "b"))
    then.held(ann, old, C)
    said = now.say(ann, f"{new}.a", of="new")
    now.code(said, S, ask=new)
    found = changes(then.dataset(), now.dataset(), links={old: f"{new}.a"})
    assert [str(c.movement) for c in found] == ["weaker"]
    assert found.unlinked == ((), ())


def stand(stance=None, *, answered=True, due=True, unattributed=False):
    return AskStand(
        word="",
        due=due,
        answered=answered,
        unattributed=unattributed,
        stance=stance,
        quantities=(),
        responses=(),
    )


NONE = stand(answered=False)


@pytest.mark.parametrize(
    ("before", "after", "movement"),
    [
        (stand(S), stand(C), Movement.FIRMER),
        (stand(C), stand(Q), Movement.WEAKER),
        (stand(D), stand(R), Movement.WEAKER),
        (stand(Q), stand(Q), Movement.SAME),
        (stand(C), NONE, Movement.DROPPED),
        (stand(C), stand(answered=False, due=False), Movement.NOT_ASKED_AGAIN),
        (NONE, stand(C), Movement.NEW),
        (NONE, NONE, Movement.NO_WORDS),
        (stand(C), stand(answered=False, unattributed=True), Movement.UNATTRIBUTED),
        (stand(answered=False, unattributed=True), stand(C), Movement.UNATTRIBUTED),
        (stand(C), stand(None), Movement.UNDECIDED),
        (stand(None), stand(C), Movement.UNDECIDED),
    ],
)
def test_every_movement(before, after, movement):
    assert movement_of(before, after) is movement


def test_figures_are_the_same_wherever_they_stand_and_whosever_they_are():
    here = homes(200, extent=Extent(start=1, end=4), owner=Owner.OWN)
    assert same_figures([here], [homes(200)])
    for other in (homes(201), homes(200, bound=Bound.AT_LEAST), homes(200, rate="year")):
        assert not same_figures([here], [other])
