"""The same words from several mouths, or from one mouth again."""

import attrs
import pytest

from civicpledge.comparison.repeated import Repetition, repeated_statements, wording_difference
from civicpledge.model.responses import Unattributed
from civicpledge.model.sources import Span

LONG = "We will open a choir in every ward of the town within two years of today"


@pytest.fixture
def world(make):
    made = make.World()
    made.candidate("ann")
    made.candidate("bob")
    made.ask(1)
    made.ask(2)
    return made


ANN, BOB = "mayor.haven.2030-05-02.ann", "mayor.haven.2030-05-02.bob"


def groups(world, **options):
    found = repeated_statements(world.dataset(), **options)
    return [(str(g.kind), g.responses, g.identical) for g in found]


def test_the_same_words_from_two_mouths(world):
    first = world.say(ANN, "day.1", f"“{LONG}.”")
    second = world.say(BOB, "day.1", LONG.upper())
    assert groups(world) == [("several_mouths", (first, second), True)]


def test_one_mouth_that_reuses_its_words_on_another_ask(world):
    first, second = world.say(ANN, "day.1", LONG), world.say(ANN, "day.2", LONG)
    assert groups(world) == [("one_mouth", (first, second), True)]


def test_one_person_in_two_contests_is_one_mouth(world):
    other = world.candidate("ann2", "pcc", person="ann")
    world.say(ANN, "day.1", LONG)
    world.say(other, "day.1", LONG)
    assert [kind for kind, _, _ in groups(world)] == ["one_mouth"]


def test_nearly_the_same_words_show_their_difference(world):
    world.say(ANN, "day.1", LONG)
    world.say(BOB, "day.1", LONG.replace("choir", "chapel"))
    found = repeated_statements(world.dataset())
    assert [(g.identical, g.differences) for g in found] == [(False, ("“chapel” for “choir”",))]
    assert "but for: “chapel” for “choir”" in found.explain()
    assert groups(world, at_least=1) == []


def test_short_statements_are_nobodys_own(world):
    world.say(ANN, "day.1", "Yes, I will do that")
    world.say(BOB, "day.1", "Yes, I will do that")
    assert groups(world) == []
    assert len(groups(world, fewest_words=3)) == 1


def test_different_words_are_not_repeated(world):
    world.say(ANN, "day.1", LONG)
    world.say(BOB, "day.1", "No bus in the county runs after nine and that has to change soon")
    assert groups(world) == []


def test_words_printed_twice_in_one_document_are_listed(world):
    said = world.say(ANN, "day.1", LONG)
    spans = (Span(source="page", start=0, end=5), Span(source="page", start=90, end=95))
    world.records["responses"][-1] = attrs.evolve(world.records["responses"][-1], appearances=spans)
    found = repeated_statements(world.dataset())
    assert [(g.kind, g.responses) for g in found] == [(Repetition.PRINTED_AGAIN, (said,))]
    assert "characters 0 to 5 and page, characters 90 to 95" in found.explain()


def test_words_of_nobody_known_accuse_nobody(world):
    for _ in range(2):
        world.say(None, "day.1", LONG, attribution=Unattributed(reason="no name"))
    found = repeated_statements(world.dataset())
    assert [(g.kind, g.speakers) for g in found] == [(Repetition.SEVERAL_MOUTHS, ())]
    assert found.explain().startswith("Unnamed speakers say the same")


def test_chains_of_near_repetitions_are_one_group(world):
    world.say(ANN, "day.1", LONG)
    world.say(BOB, "day.1", LONG.replace("choir", "chair"))
    world.say(ANN, "day.2", LONG.replace("choir", "chair").replace("ward", "wards"))
    found = repeated_statements(world.dataset())
    assert [len(group.responses) for group in found] == [3]
    assert len(found.to_table()) == 1


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ("a b c", "a b c", ""),
        ("a b c", "a x c", "“x” for “b”"),
        ("a b c", "a c", "“b” left out"),
        ("a c", "a b b c", "“b b” added"),
    ],
)
def test_differences_in_wording(first, second, difference):
    assert wording_difference(first, second) == difference


def test_many_different_statements_are_told_apart(world):
    for number in range(3000):
        world.say(
            ANN,
            "day.1",
            f"Number {number} of the list says that {number * 7} things are to be done",
        )
    world.say(BOB, "day.1", LONG)
    world.say(ANN, "day.2", LONG)
    kinds = [kind for kind, responses, _ in groups(world, at_least=0.99) if len(responses) == 2]
    assert kinds == ["several_mouths"]


def test_long_statements_that_part_at_their_very_end_are_not_identical(world):
    long = " ".join(f"word{number}" for number in range(900))
    world.say(ANN, "day.1", long + " yes")
    world.say(BOB, "day.1", long + " no")
    assert groups(world, at_least=1) == []
    assert [identical for _, _, identical in groups(world)] == [False]
