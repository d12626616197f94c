"""Turns of phrase in which people say yes, say no, or seem to: by invented speakers, on invented asks."""

import csv
from pathlib import Path

import pytest

from civicpledge.coding import code_response
from civicpledge.model.findings import Basis, Stance

INVENTED = Path(__file__).parents[1] / "data" / "invented_answers.csv"
LANE = "Do you support a bus lane along the whole of Harbour Road?"
FUND = "Will you set up a rent guarantee fund for young people leaving care?"
LIMIT = "Should the city raise the height limit downtown from five storeys to ten?"
REPEAL = "Would you repeal the city's short-term rental ordinance?"

C, Q, S, D, R, U = Stance


def invented() -> list[dict[str, str]]:
    with INVENTED.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Yes, traffic on Harbour Road is dreadful.", LANE),
        ("Yes, the current system is broken.", LANE),
        ("Yes, this is a question that many people have asked me.", LANE),
        ("Yes, I have heard about this plan.", LANE),
        ("Yes, the last council promised this and nothing happened.", FUND),
        ("Yes, on the northern half. South of the church the road is too narrow.", LANE),
        ("Yes, with a fee for large landlords and a cap.", FUND),
        ("Yes, at rush hour only.", LANE),
        ("Yes. But only if the shops keep their loading bays.", LANE),
        ("Yes. I support it if the shops agree.", LANE),
        ("I will, funds permitting.", FUND),
        ("I would need to see the figures before I could support this.", LANE),
        ("Yes and no. I like the idea, I don't like the route.", LANE),
        ("I will set up a smaller fund.", FUND),
        ("I support the ordinance.", REPEAL),
        ("I will aim to set up a fund.", FUND),
        ("I will do my best to set up that fund.", FUND),
    ],
)
def test_a_yes_to_less_or_to_something_else_is_no_explicit_yes(text: str, ask: str) -> None:
    finding = code_response(text, ask)
    assert (finding.stance, finding.basis) != (C, Basis.EXPLICIT)
    assert finding.stance is not S


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Without hesitation, yes.", LANE),
        ("100% yes. I ride that bus.", LANE),
        ("No question, I support it.", LANE),
        ("I am strongly in favour. Buses carry more people.", LANE),
        ("I'm in favor of it.", LANE),
        ("Do I support this? Yes. Do I think it is perfect? No.", LANE),
        ("Why not? Yes.", LANE),
        ("This is a plan that I am proud to support.", LANE),
        ("It should. Ten storeys near the station is sensible.", LIMIT),
        ("Not only will I set up the fund, I'll double it.", FUND),
        ("Count me in.", FUND),
        ("I grew up on that road. It floods. So yes, I support the lane.", LANE),
    ],
)
def test_a_yes_in_other_words_is_a_yes(text: str, ask: str) -> None:
    assert code_response(text, ask).stance is C


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("No way.", LANE),
        ("Never.", LANE),
        ("Sorry, no.", FUND),
        ("I'm not in favour.", LANE),
        ("I used to support it.", LANE),
        ("I supported it once. Having seen the figures, I no longer do.", LANE),
        ("I'd scrap it.", LANE),
        ("It should not.", LIMIT),
        ("The plan as drafted doesn't have my support.", LANE),
        ("I would vote no. The road can't take it.", LANE),
        ("Do I support this? No.", LANE),
        ("I don't believe that we should do this.", LANE),
        ("I am unable to give that commitment.", FUND),
    ],
)
def test_a_no_in_other_words_is_a_no(text: str, ask: str) -> None:
    assert code_response(text, ask).stance is R


@pytest.mark.parametrize(
    "text",
    [
        "I have no objection to the bus lane.",
        "I can't see why not.",
        "I see no reason not to support it.",
        "Never have I opposed a bus lane.",
        "I wouldn't say no to it.",
    ],
)
def test_two_negatives_are_never_a_no(text: str) -> None:
    assert code_response(text, LANE).stance is not R


@pytest.mark.parametrize(
    "text",
    [
        "I would rather not say.",
        "I'd prefer not to answer that.",
        "Once elected I will look at this.",
        "I have not made up my mind.",
        "That is the responsibility of the chief constable.",
        "It's not for me to decide.",
        "The mayor does not have the power to do that.",
    ],
)
def test_keeping_silent_or_pointing_elsewhere_is_deflected(text: str) -> None:
    assert code_response(text, FUND).stance is D


def test_praise_that_is_taken_back_supports_nothing() -> None:
    assert code_response("It's a great idea, but it would ruin the shops.", LANE).stance is U


SALE = "Do you oppose the sale of the meadow?"
RULE_OUT = "Will you rule out the sale of the meadow?"
AGAINST = "Will you vote against the sale of the meadow?"


@pytest.mark.parametrize(
    ("text", "ask", "stance"),
    [
        ("Yes.", SALE, C),
        ("I do.", SALE, C),
        ("I am against it.", SALE, C),
        ("I oppose the sale.", SALE, C),
        ("I do not support the sale.", SALE, C),
        ("I support the sale.", SALE, R),
        ("No. I support the sale.", SALE, R),
        ("I'm in favour of the sale.", RULE_OUT, R),
        ("I rule it out.", RULE_OUT, C),
        ("I won't rule it out.", RULE_OUT, R),
        ("I will vote against it.", AGAINST, C),
        ("I'll be voting against the sale.", AGAINST, C),
        ("I shall vote for the sale.", AGAINST, R),
        ("I will not vote against it.", AGAINST, R),
        # Whether these speak of the sale or of what is asked cannot be told.
        ("No, there will be no sale.", RULE_OUT, U),
        ("I support it.", SALE, U),
        ("I support that.", RULE_OUT, U),
        ("No, I oppose the sale.", SALE, U),
    ],
)
def test_an_ask_put_against_a_thing_turns_what_a_side_means(
    text: str, ask: str, stance: Stance
) -> None:
    assert code_response(text, ask).stance is stance


def test_as_long_as_i_live_and_even_if_are_no_conditions() -> None:
    for text in ("Yes, as long as I live.", "Yes, even if it costs me votes."):
        assert code_response(text, FUND).stance is C


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Support", C),
        ("Strongly agree.", C),
        ("In favor.", C),
        ("Oppose", R),
        ("Strongly opposed.", R),
        ("Not in favor", R),
        ("Undecided", D),
        ("Support with conditions.", U),
        ("Gladly.", C),
        ("I'd vote yes.", C),
    ],
)
def test_the_marks_of_a_form_are_answers(text: str, stance: Stance) -> None:
    assert code_response(text, LANE).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "Yes, we need to look at all the options.",
        "Yes, I would consider it.",
        "Yes, I am aware of this.",
        "Yes, I agree that traffic is bad.",
        "Yes, I want to see the numbers first.",
        "No, I am not opposed.",
        "No, not yet.",
        "No, I support it.",
    ],
)
def test_a_word_that_the_next_words_undo_is_no_answer(text: str) -> None:
    assert code_response(text, LANE).stance not in (C, R)


def test_no_invented_answer_is_read_as_an_outright_yes_or_no_that_it_is_not() -> None:
    rows = invented()
    findings = [code_response(row["text"], row["ask"]) for row in rows]
    outright = [
        (f, row) for f, row in zip(findings, rows, strict=True) if f.basis is Basis.EXPLICIT
    ]
    assert [row["text"] for f, row in outright if f.stance != row["stance"]] == []
    # The share of explicit findings below which the rules would be of little use.
    assert len(outright) >= len(rows) / 4


def test_no_invented_opponent_is_read_as_a_supporter() -> None:
    against = [row for row in invented() if row["stance"] == "refused"]
    read = [code_response(row["text"], row["ask"]).stance for row in against]
    assert not {C, S} & set(read)


@pytest.mark.parametrize(
    "text",
    [
        "Buses are far too expensive here.",
        "The current road is unsafe and the situation is unsustainable.",
        "Rents are too high and the shops are closing.",
    ],
)
def test_fault_found_with_how_things_are_is_no_refusal(text: str) -> None:
    assert code_response(text, LANE).stance is not R


@pytest.mark.parametrize(
    "more", ["Only for buses.", "But only at rush hour.", "With some exceptions."]
)
def test_a_yes_whose_next_sentence_narrows_it_is_never_explicit(more: str) -> None:
    for yes in ("Yes.", "I support it.", "I do."):
        assert code_response(f"{yes} {more}", LANE).basis is not Basis.EXPLICIT


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("For young people on benefits, and for nobody else, you have my support.", FUND),
        ("Round the schools and the hospital, I'm all for it. As a blanket rule I'm not.", LANE),
        ("From any big landlord, I will ask for it.", FUND),
        ("Once a month I can promise.", "Will you meet us every week?"),
        ("Yes. No. Maybe.", LANE),
        ("Yes. Perhaps.", FUND),
        ("Yes, it should be built.", "Will you oppose the incinerator?"),
    ],
)
def test_a_case_in_front_or_a_second_answer_behind_leaves_no_explicit_yes(text, ask) -> None:
    finding = code_response(text, ask)
    assert (finding.basis, finding.stance) != (Basis.EXPLICIT, C)


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("In my first year, I will set up a rent guarantee fund.", FUND),
        ("For me, I support it.", LANE),
        ("Yes. No ifs, no buts.", LANE),
        ("Yes. Absolutely.", FUND),
        ("Yes, I will oppose it. It should never be built.", "Will you oppose the incinerator?"),
    ],
)
def test_what_limits_nothing_leaves_a_yes_as_firm_as_it_is(text, ask) -> None:
    finding = code_response(text, ask)
    assert (finding.basis, finding.stance) == (Basis.EXPLICIT, C)
