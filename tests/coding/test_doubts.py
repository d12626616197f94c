"""What is said behind a yes: second thoughts leave it a yes, but no longer one in so many words."""

import pytest

from civicpledge.coding import code_response
from civicpledge.model.findings import Basis, Stance

HOMES = "Will you build 400 harbour homes by 2030?"
FERRY = "Do you support a river ferry?"
WAGE = "Will you pay the living wage to all council staff and contractors?"
LEAD = "Will you appoint a night warden and fund the post?"


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        # Something is to come first.
        ("Yes. Consult first.", FERRY),
        ("Yes. I'd pilot it in one ward.", FERRY),
        ("Yes. There should be a proper review of it first.", FERRY),
        ("Yes. Let residents vote on it.", FERRY),
        ("I support it. It should be put to a referendum.", FERRY),
        ("Yes, I support this. The details need looking at.", FERRY),
        # It may not be managed, or not soon, or not all of it.
        ("Absolutely. It won't happen overnight.", HOMES),
        ("Yes. I can't promise a date.", HOMES),
        ("Yes. I will try my best.", HOMES),
        ("Yes. As many as the budget allows.", HOMES),
        ("Yes. Starting with the two worst streets.", HOMES),
        ("Yes. It's an aspiration of mine.", HOMES),
        ("Yes. 2030 is too soon.", HOMES),
        ("Yes. We'd need to find the money.", HOMES),
        ("Absolutely. Whether we get there depends on the builders.", HOMES),
        # An exception, a worry.
        ("Yes. Small boats should be exempt.", FERRY),
        ("Yes, I do. My only worry is the fare.", FERRY),
        ("Yes, I agree with the principle.", FERRY),
        ("I support it, as one option among many.", FERRY),
        # It is up to others.
        ("Yes. The government must give us the money.", HOMES),
        ("Of course I will. I can't do it alone.", HOMES),
        ("Yes. My group would have to decide.", HOMES),
        # To work for it is less than to do it.
        ("Yes, I will fight for it.", HOMES),
        ("Yes. I'd push the county to do it.", HOMES),
        # One deed of the two that were asked for.
        ("I'll appoint one.", LEAD),
    ],
)
def test_a_yes_with_a_second_thought_is_a_yes_that_is_no_longer_sure(text: str, ask: str) -> None:
    finding = code_response(text, ask)
    assert finding.stance is Stance.COMMITTED
    assert finding.basis is Basis.SUGGESTED
    assert Stance.QUALIFIED in finding.alternatives


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Yes. It is the first thing I will do.", FERRY),
        ("Yes. I cannot wait for it to open.", FERRY),
        ("Yes. Every quay deserves one, and so do the people who work there.", FERRY),
        ("Yes. We already do, and I will keep it that way.", WAGE),
        ("Yes, and more. I want 600.", HOMES),
        ("Yes. I will fight for it.", FERRY),
        ("No. It takes too long and it can only lose money.", FERRY),
        ("I will appoint a night warden and fund the post.", LEAD),
        ("Sure would.", FERRY),
        ("Yes and yes.", LEAD),
    ],
)
def test_what_takes_nothing_back_leaves_an_answer_sure(text: str, ask: str) -> None:
    assert code_response(text, ask).basis is Basis.EXPLICIT


def test_a_second_thought_far_behind_a_yes_takes_nothing_from_it() -> None:
    said = (
        "Yes. The quay is dark. The boats are slow. The path is steep. Consult first on the path."
    )
    assert code_response(said, FERRY).basis is Basis.EXPLICIT


def test_to_agree_wholly_with_a_request_promises_nothing() -> None:
    assert code_response("I couldn't agree more.", FERRY).stance is Stance.COMMITTED
    assert code_response("I couldn't agree more.", HOMES).stance is Stance.SUPPORTIVE


def test_what_one_can_promise_instead_is_no_promise_of_the_thing() -> None:
    said = "I can't promise that. What I can promise is homes for nurses."
    assert code_response(said, HOMES).stance is not Stance.COMMITTED


@pytest.mark.parametrize("text", ["I don't agree.", "This I do not support.", "I agree."])
def test_a_side_on_nothing_named_is_neither_for_nor_against_opposing_a_thing(text: str) -> None:
    finding = code_response(text, "Will you oppose the sale of the meadow?")
    assert finding.stance is Stance.UNCLEAR


def test_to_ask_for_a_look_at_it_is_less_than_a_yes() -> None:
    said = "Yes, we are going to ask for the quays to be looked at again."
    assert code_response(said, FERRY).basis is not Basis.EXPLICIT


def test_what_is_not_something_one_supports_is_refused() -> None:
    assert (
        code_response("The river ferry is not something I support.", FERRY).stance is Stance.REFUSED
    )
    assert code_response("Cruelty is not something I support.", FERRY).stance is Stance.UNCLEAR
