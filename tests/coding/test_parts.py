"""Answers that go limb by limb are coded limb by limb."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.coding import code_responses
from civicpledge.coding.parts import code_parts
from civicpledge.model.asks import Ask, Part, PartForm
from civicpledge.model.findings import Stance

LETTERS = {"c": Stance.COMMITTED, "q": Stance.QUALIFIED, "d": Stance.DEFLECTED, "r": Stance.REFUSED}
FOUR = Ask(
    id="day.1",
    round="day",
    title="Will you open a ferry, a pier, a slipway and a bridge?",
    parts=tuple(
        Part(id=f"day.1.{n}", text=f"Open a {thing}")
        for n, thing in enumerate(("ferry", "pier", "slipway", "bridge"), 1)
    ),
)


def coded(text: str, ask: Ask = FOUR) -> dict[int, Stance]:
    return {int(part[-1]): finding.stance for part, finding in code_parts(text, ask)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yes to the first two.", "cc--"),
        ("Yes to 1 and 3 but not 2.", "crc-"),
        ("Yes to all four.", "cccc"),
        ("I will do all four.", "cccc"),
        ("Yes to all but the last.", "cccr"),
        ("No to the last two.", "--rr"),
        ("Yes to parts (a) and (b).", "cc--"),
        ("On the first, yes; on the second I'd need to see the numbers.", "cd--"),
        ("On the first, yes. On the third, no.", "c-r-"),
        ("1. Yes 2. No 3. Yes, if it pays. 4. Absolutely", "crqc"),
        ("1. Yes.\n2. No.\n3. Yes, if it pays.\n4. Absolutely.", "crqc"),
        ("Yes to the first, no to the second and yes to the third if it pays.", "crq-"),
        ("Yes to all three.", "----"),
        ("Yes. I have 2 children.", "----"),
        ("I said yes to 2.", "----"),
        ("We will meet four times.", "----"),
        ("", "----"),
    ],
)
def test_each_limb_gets_what_is_said_of_it(text: str, expected: str) -> None:
    wanted = {n: LETTERS[letter] for n, letter in enumerate(expected, 1) if letter != "-"}
    assert coded(text) == wanted


def test_what_asks_for_words_only_is_no_limb() -> None:
    ask = Ask(
        id="day.1",
        round="day",
        title="Open a pier",
        parts=(
            Part(id="day.1.1", text="Open a pier"),
            Part(id="day.1.2", text="Where?", form=PartForm.OPEN),
        ),
    )
    assert code_parts("Yes to both.", ask) == ()


def test_the_codings_of_a_dataset_hold_the_limbs_that_an_answer_names(quayside, response) -> None:
    coded = code_responses(quayside(response("2", "ada", "Yes to the first, no to the second.")))
    got = {c.part: c.finding.stance for c in coded.codings}
    assert got["assembly.2.a"] is Stance.COMMITTED
    assert got["assembly.2.b"] is Stance.REFUSED
    assert got[None] is not Stance.COMMITTED
    assert code_responses(coded) == coded


PIECES = st.sampled_from(
    [
        "yes",
        "no",
        "not",
        " to ",
        "1",
        "2.",
        "(a)",
        " and ",
        "the first two",
        "last",
        ", ",
        "\n",
        "on ",
        "all",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_evidence_of_a_limb_stands_in_the_text(text: str) -> None:
    for _, finding in code_parts(text, FOUR):
        for extent in finding.evidence:
            assert 0 <= extent.start < extent.end <= len(text)
