"""Firm answers by families of words, and the near misses of each: to one ask of every form."""

import pytest

from civicpledge.coding import code_response
from civicpledge.model.findings import Basis, Stance

C, Q, S, D, R, U = Stance
WILL = "Will you publish the pier accounts every spring?"
DO = "Do you support a river ferry?"
NUMBER = "Will you build 400 harbour homes by 2030?"
BAN = "Do you support the proposed ban on night fishing?"
WOULD = "Would you open the tide gate?"
NEVER = "Will you promise never to sell the lighthouse?"
SCRAP = "Will you scrap the bus lane?"


def outright(text: str, ask: str) -> Stance | None:
    """Give the stance where it was said in so many words."""
    finding = code_response(text, ask)
    return finding.stance if finding.basis is Basis.EXPLICIT else None


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        # The ask's own verb, given back.
        ("I will publish them.", WILL),
        ("We'll be publishing the accounts every spring.", WILL),
        ("If elected, I will publish them.", WILL),
        ("As mayor, I'll build those 400 homes.", NUMBER),
        ("I will deliver 400 harbour homes by 2030.", NUMBER),
        ("I would open it.", WOULD),
        ("I will end the bus lane: I will scrap it.", SCRAP),
        # A promise, said or made.
        ("I can commit to that today.", WILL),
        ("I make that commitment.", WILL),
        ("That's a promise I am glad to make.", WILL),
        ("Happy to commit to this.", WILL),
        ("You have my word on that.", WILL),
        ("I promise never to sell it.", NEVER),
        # An idiom that is the whole of the first sentence.
        ("Count me in.", WILL),
        ("I'd sign that tomorrow.", WILL),
        ("You bet. The books should be open.", WILL),
        ("In a heartbeat.", DO),
        # As people say it.
        ("Yes, long overdue.", DO),
        ("A big yes from me.", WILL),
        ("Yes, a thousand times.", DO),
        ("That would be a yes.", DO),
        ("I most definitely will.", WILL),
        ("We're gonna publish them every spring.", WILL),
        ("As above, yes.", DO),
        ("In one word, yes.", WILL),
        # Behind a greeting, thanks or a word to the one who asks.
        ("Hello Ann,\n\nThank you for writing. Yes, I do.", DO),
        ("That's an easy one. Yes.", DO),
        # Support, given to a question on support.
        ("Absolutely, this has my backing.", DO),
        ("At the end of a long night, the ferry has my full support.", DO),
        ("The quay is dark, so yes, I support it.", DO),
        ("I wholeheartedly support this.", DO),
        ("I'm a yes on this.", DO),
        ("I will vote for it.", DO),
        ("I support the ban.", BAN),
        ("I support it.", BAN),
    ],
)
def test_an_unmistakable_yes_is_explicit(text: str, ask: str) -> None:
    assert outright(text, ask) is C


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("I will not publish them.", WILL),
        ("No from me.", DO),
        ("Hard no.", WILL),
        ("That would be a no.", DO),
        ("Nah. It is fine as it is.", DO),
        ("Disagree, I am afraid.", DO),
        ("No to this.", WILL),
        ("Thanks for asking. No.", DO),
        ("No, thank you very much.", DO),
        ("I won't be publishing the accounts.", WILL),
        ("I am not prepared to do that.", WILL),
        ("That is a promise I can't make.", WILL),
        ("I can't make that promise.", WILL),
        ("I have to say no.", WILL),
        ("Respectfully, no.", WILL),
        ("I'm not in favour.", DO),
        ("I could never support this.", DO),
        ("Not something I'd support.", DO),
        ("I'm a no on this.", DO),
        ("I will vote against it.", DO),
        ("I oppose the ban.", BAN),
    ],
)
def test_an_unmistakable_no_is_explicit(text: str, ask: str) -> None:
    assert outright(text, ask) is R


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        # What is embedded is not said.
        ("I never said I will publish them.", WILL),
        ("I doubt that I will publish them.", WILL),
        ("People ask whether I will publish them.", WILL),
        ("I don't think I support a ferry.", DO),
        ("I can't say I support it.", DO),
        # A condition in front, or told as a command, or with once and when.
        ("Where the quay is deep enough, I support it.", DO),
        ("Once the auditors agree, I will publish them.", WILL),
        ("Give me the money and it's a yes from me.", WILL),
        ("I'll publish them when I can.", WILL),
        ("Yes. When the lease ends.", WILL),
        ("Yes;When the lease ends", WILL),
        # Another thing, a narrower one, or a step on the way.
        ("I will publish the bridge accounts.", WILL),
        ("I will publish a plan.", WILL),
        ("I support the ferry workers.", DO),
        ("I support a study of a ferry.", DO),
        ("I support the campaign against a ferry.", DO),
        ("I support the plan to build a bridge.", DO),
        # Other figures.
        ("I will build homes.", NUMBER),
        ("I will build 400 homes by 2035.", NUMBER),
        ("I will publish them every ten years.", WILL),
        # Some places, some times, some cases.
        ("I support it in high-cost areas.", DO),
        ("I will publish them for one year.", WILL),
        ("I will publish them where the auditors agree.", WILL),
        ("I would open it on Sundays.", WOULD),
        ("I will open one in my own ward.", "Will you open a warm bank in every ward?"),
        # A yes that goes on with something else.
        ("Yes I support sailors' rights and always have.", DO),
        # Something weaker.
        ("You have my word that I will look at it.", WILL),
        ("I promise to do my best.", WILL),
        ("I would publish them.", WILL),
        ("Yes, we need homes.", NUMBER),
        ("I support it.", WILL),
    ],
)
def test_a_near_miss_of_a_yes_is_never_explicit(text: str, ask: str) -> None:
    assert outright(text, ask) is not C


@pytest.mark.parametrize(
    ("text", "ask", "stance"),
    [
        ("I'd keep it.", SCRAP, R),
        ("I'd get rid of it.", SCRAP, C),
        ("I support it.", SCRAP, U),
        ("I won't sell it.", NEVER, C),
        ("I can't promise that.", NEVER, R),
        ("Never.", NEVER, U),
        ("Over my dead body.", "Will you oppose the sale of the meadow?", C),
        ("Over my dead body.", "Will you sell the meadow?", R),
        ("Over my dead body.", "Will you keep the meadow?", U),
    ],
)
def test_what_is_to_go_or_to_be_kept_turns_what_a_side_means(
    text: str, ask: str, stance: Stance
) -> None:
    assert code_response(text, ask).stance is stance


def test_wanting_to_know_more_before_a_yes_is_left_to_a_person() -> None:
    assert code_response("I'd want to see the figures.", WILL).stance is D
    text = "I would need to see the figures before I could say yes."
    assert code_response(text, WILL).stance is U


FUND = "Will you fund a night bus on every route by 2028?"


@pytest.mark.parametrize(
    "answer",
    [
        "Yes, I will ask the operators.",
        "Yes, I will campaign for it.",
        "Yes, I'll do my best.",
        "Yes, I think so.",
        "Yes, the council should.",
        "Yes, as a long-term goal.",
        "Yes, provided Labour wins.",
        "Yes... well, maybe.",
        "Yes, I'll send my deputy.",
    ],
)
def test_a_yes_to_doing_less_or_that_others_should_is_no_explicit_promise(answer):
    finding = code_response(answer, ask=FUND)
    assert (finding.stance, finding.basis) != (Stance.COMMITTED, Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("Will you lobby ministers for a night bus?", "Yes, I will lobby ministers."),
        ("Will you campaign for a night bus?", "Yes, I will campaign for it."),
        ("Should the council fund a night bus?", "Yes, the council should."),
    ],
)
def test_it_is_a_promise_where_just_that_was_asked(ask, answer):
    assert code_response(answer, ask=ask).stance is Stance.COMMITTED


@pytest.mark.parametrize(
    "answer", ["Yes, they should close.", "Yes, some must close.", "Yes, these have to go."]
)
def test_a_yes_to_what_the_ask_is_put_against_is_left_to_people(answer):
    finding = code_response(answer, ask="Will you oppose the closure of any library?")
    assert finding.stance is Stance.UNCLEAR
