"""One person across sources."""

import attrs
import pytest

from civicpledge.comparison.consistency import Agreement, agreement_of, consistency, same_asks
from civicpledge.comparison.stands import AskStand
from civicpledge.errors import UnknownIdError
from civicpledge.model.findings import Stance
from civicpledge.model.sources import Document

C, Q, S, D, R, U = list(Stance)
ANN, BOB = "mayor.haven.2030-05-02.ann", "mayor.haven.2030-05-02.bob"


@pytest.fixture
def world(make):
    made = make.World()
    made.candidate("ann")
    made.candidate("bob")
    return made


def pledge(world, ask, stance, text=None):
    said = world.say(ANN, ask, text, source="book", of=None)
    world.code(said, stance)
    return said


def test_each_ask_is_compared_source_by_source(world):
    for number, (here, there) in enumerate(((C, C), (C, S), (R, C), (None, C), (C, None), (U, C))):
        ask = world.ask(number)
        if here:
            world.held(ANN, ask, here)
        if there:
            pledge(world, ask, there)
    found = consistency(world.dataset(), "ann")
    assert [(s.asks[0], s.source, str(s.agreement)) for s in found] == [
        ("day.0", "book", "same"),
        ("day.0", "page", "same"),
        ("day.1", "book", "weaker_here"),
        ("day.1", "page", "firmer_here"),
        ("day.2", "book", "contradicted"),
        ("day.2", "page", "contradicted"),
        ("day.3", "book", "only_here"),
        ("day.3", "page", "silent_here"),
        ("day.4", "book", "silent_here"),
        ("day.4", "page", "only_here"),
        ("day.5", "book", "undecided"),
        ("day.5", "page", "undecided"),
    ]
    assert found.to_table().rows()[3] == (
        "day.1",
        "page",
        "firmer here",
        "committed",
        None,
        "day.1.r2",
    )
    assert "day.1 in page: firmer here, committed (day.1.r2 (page))." in found.explain()


def test_asks_that_are_the_same_count_as_one(world):
    day, letter = world.ask(1), world.ask(1, of="letter")
    world.records["asks"][1] = attrs.evolve(world.records["asks"][1], same_as=(day,))
    world.held(ANN, day, C)
    said = world.say(ANN, letter, source="book", of="letter")
    world.code(said, R)
    dataset = world.dataset()
    assert same_asks(dataset) == (("day.1", "letter.1"),)
    found = consistency(dataset, "ann")
    assert [(s.source, str(s.agreement)) for s in found] == [
        ("book", "contradicted"),
        ("page", "contradicted"),
    ]


def test_a_part_that_is_the_same_as_an_ask_counts_with_it_and_with_its_own(world):
    day = world.ask(1)
    letter = world.ask(1, of="letter", parts=("a", "b"))
    a, b = world.records["asks"][1].parts
    world.records["asks"][1] = attrs.evolve(
        world.records["asks"][1], parts=(attrs.evolve(a, same_as=(day,)), b)
    )
    world.held(ANN, day, C)
    world.code(world.say(ANN, f"{letter}.a", source="book", of="letter"), S, ask=letter)
    dataset = world.dataset()
    assert same_asks(dataset) == ((day, f"{letter}.a"), (letter,))
    found = consistency(dataset, "ann")
    assert [(s.asks[0], s.source, str(s.agreement)) for s in found] == [
        (day, "book", "weaker_here"),
        (day, "page", "firmer_here"),
        (letter, "book", "only_here"),
        (letter, "page", "silent_here"),
    ]


def test_words_about_somebody_else_stand_beside_that_ones_own(world):
    ask = world.ask(1)
    named = pledge(world, ask, C, "Bob will never let the town do that")
    answer = world.held(BOB, ask, C)
    found = consistency(world.dataset(), "ann")
    assert [(m.response, m.names, m.answers) for m in found.mentions] == [(named, "bob", (answer,))]
    words = "Bob will never let the town do that"
    assert found.mention_table().rows() == [
        ("bob", words, "book", "day.1", "the ask it answers", "Words 1", f"{answer} (page)")
    ]
    assert (
        f"For a person to judge (book): “{words}” names Bob, "
        f"who on day.1 said “Words 1” ({answer} (page))."
    ) in found.explain()


BOOK = """Fair pay for the harbour town

Bob likes long lunches. He spent much on flags. He won't make
the harbour town pay fair wages. Cas is another
matter. Fair pay in a harbour town is no concern of hers.

The bobs of the clock are brass. Low Bob is a hill.
"""


def with_book(world):
    """Carry the book as a document, and give ask 1 a title that it speaks of."""
    world.records["asks"][0] = attrs.evolve(
        world.records["asks"][0], title="A harbour town that pays fair wages"
    )
    source = attrs.evolve(world.records["sources"][1], sha256=None)
    document = Document.from_text(BOOK, source=source)
    world.records["sources"][1] = document.source
    pledge(world, world.records["asks"][0].id, C)
    return world.dataset().with_documents([document])


def test_a_manifestos_words_about_somebody_are_a_case_beside_that_ones_answer(world):
    world.candidate("cas")
    ask = world.ask(1)
    answer = world.held(BOB, ask, C)
    found = consistency(with_book(world), "ann").mentions
    assert [(m.names, m.asks, m.answers, m.response) for m in found] == [
        ("bob", ("day.1",), (answer,), None)
    ]
    assert found[0].words.startswith("Bob likes long lunches.")
    assert found[0].words.endswith("pay fair wages.")
    assert BOOK[found[0].spans[0].start : found[0].spans[0].end] == found[0].words


def test_somebody_without_words_on_the_ask_makes_no_case(world):
    world.ask(1)
    world.ask(2)
    world.held(BOB, "day.2", C)
    assert consistency(with_book(world), "ann").mentions == ()


def test_a_source_that_prints_others_too_is_not_taken_for_a_manifesto_of_ones_own(world):
    ask = world.ask(1)
    world.held(BOB, ask, C)
    world.say(BOB, ask, source="book", of=None)
    assert consistency(with_book(world), "ann").mentions == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("and Marsh said no", True),
        ("Mayor Marsh said no", True),
        ("Marsh's answer was no", True),
        ("down in the marsh it said no", False),
        ("Low Marsh said no", False),
        ("BOB MARSH said no", True),
        ("bob marsh said no", True),
    ],
)
def test_a_lone_surname_counts_only_where_it_is_written_as_a_name(make, text, named):
    world = make.World()
    for name in ("ann-hill", "bob-marsh"):
        world.candidate(name)
    world.say(world.field[0], world.ask(1), text)
    found = consistency(world.dataset(), "ann-hill").mentions
    assert [m.names for m in found] == (["bob-marsh"] if named else [])


def test_a_surname_that_two_people_bear_names_nobody(make):
    world = make.World()
    for name in ("ann-hill", "bob-marsh", "cas-marsh"):
        world.candidate(name)
    ask = world.ask(1)
    who = world.field[0]
    world.held(who, ask, C)
    for text in ("Marsh said no to all of it", "But Bob Marsh said no to all of it"):
        world.say(who, ask, text)
    found = consistency(world.dataset(), "ann-hill")
    assert [m.names for m in found.mentions] == ["bob-marsh"]


def test_only_the_sources_asked_for_are_compared(world):
    ask = world.ask(1)
    world.held(ANN, ask, C)
    pledge(world, ask, C)
    found = consistency(world.dataset(), "ann", sources=["page"])
    assert [(s.source, str(s.agreement)) for s in found] == [("page", "only_here")]


def test_a_person_without_words_and_one_who_is_not_there(world):
    world.ask(1)
    assert consistency(world.dataset(), "bob").explain() == "Bob has no words on any ask."
    with pytest.raises(UnknownIdError):
        consistency(world.dataset(), "zed")


def stand(stance, answered=True):
    return AskStand(
        word="",
        due=True,
        answered=answered,
        unattributed=False,
        stance=stance,
        quantities=(),
        responses=(),
    )


@pytest.mark.parametrize(
    ("own", "others", "agreement"),
    [
        (D, [C], Agreement.WEAKER_HERE),
        (D, [R], Agreement.FIRMER_HERE),
        (R, [D], Agreement.WEAKER_HERE),
        (D, [C, R], Agreement.FIRMER_HERE),
        (C, [C, R], Agreement.CONTRADICTED),
        (Q, [C, S], Agreement.FIRMER_HERE),
        (C, [None], Agreement.UNDECIDED),
        (C, [None, S], Agreement.FIRMER_HERE),
    ],
)
def test_every_agreement(own, others, agreement):
    assert agreement_of(stand(own), [stand(other) for other in others]) is agreement
