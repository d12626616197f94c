"""What the codebook makes of invented answers, the traps it was built against, and bad input."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.coding import code_response, explain
from civicpledge.coding.codebook import LONGEST_ANSWER
from civicpledge.model.findings import Basis, Qualification, Stance

OPINION = "Do you support a night market on the quay? If not, what else would you do?"
ACT = "Will you open a night market on the quay?"
DEMAND = "Open a night market on the quay"

C, Q, S, D, R, U = Stance


@pytest.mark.parametrize(
    ("text", "ask", "stance"),
    [
        ("Yes.", OPINION, C),
        ("Absolutely, and soon.", ACT, C),
        ("The answer to that is, of course, yes!", DEMAND, C),
        ("I fully support the market.", OPINION, C),
        ("I do. The quay is dark.", OPINION, C),
        ("I commit to that.", DEMAND, C),
        ("No. Stalls block the tram.", OPINION, R),
        ("I do not support a night market.", OPINION, R),
        ("I cannot see myself supporting this.", OPINION, R),
        ("I strongly oppose the market.", OPINION, R),
        ("I will not. Stalls block the tram.", ACT, R),
    ],
)
def test_an_answer_in_so_many_words_is_explicit(text: str, ask: str, stance: Stance) -> None:
    finding = code_response(text, ask)
    assert (finding.stance, finding.basis) == (stance, Basis.EXPLICIT)


def test_the_form_of_the_ask_decides_what_support_means() -> None:
    text = "I fully support the night market."
    got = [code_response(text, ask).stance for ask in (OPINION, ACT, DEMAND)]
    assert got == [C, S, S]


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("You asked me about it last year. I said, Yes.", ACT),
        ("Yes the ministry is moving to do this everywhere.", DEMAND),
        ("I support the tram and its drivers.", OPINION),
        ("I have supported markets in the past. However, the money is gone.", OPINION),
        (
            "While I support the idea of a market, I no longer believe that we should open one.",
            OPINION,
        ),
        ("Yes, but the tram comes first.", OPINION),
        ("Is the answer yes?", OPINION),
        ("Absolutely not.", OPINION),
        ("Of course not.", ACT),
        ("Markets have a long history here.", OPINION),
        ("I say yes to better trams.", OPINION),
        ("My opponent supports the night market.", OPINION),
        ("I would support it only if the trams ran.", OPINION),
        ("I couldn't support this.", OPINION),
    ],
)
def test_what_looks_like_a_yes_and_is_none_is_never_one(text: str, ask: str) -> None:
    assert code_response(text, ask).stance not in (C, S)


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Yes. This should not be tolerated.", DEMAND),
        ("No doubt the quay matters.", OPINION),
        ("No one has asked the traders.", OPINION),
        ("I will not rest until we open a night market on the quay.", ACT),
        ("I couldn't agree more.", OPINION),
        ("I say no to hatred.", OPINION),
        ("I do not support delays to the tram.", OPINION),
    ],
)
def test_what_looks_like_a_no_and_is_none_is_never_one(text: str, ask: str) -> None:
    assert code_response(text, ask).stance is not R


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Yes, provided that the trams run.", Qualification.CONDITIONAL),
        ("Yes. If the trams run late, it can open.", Qualification.CONDITIONAL),
        ("I do support a market, but cautiously.", Qualification.CONDITIONAL),
        ("I would consider a market.", Qualification.CONDITIONAL),
        ("Yes, I support a night market, but not all of its stalls.", Qualification.PARTIAL),
    ],
)
def test_a_yes_with_strings_is_qualified_and_never_explicit(text: str, kind: Qualification) -> None:
    finding = code_response(text, OPINION)
    assert (finding.stance, finding.qualification, finding.basis) == (Q, kind, Basis.SUGGESTED)


@pytest.mark.parametrize(
    "text",
    ["Yes, if I'm elected.", "Yes, if elected, I will.", "If successful, I will commit to this."],
)
def test_being_elected_is_no_condition(text: str) -> None:
    assert code_response(text, ACT).stance is C


def test_another_way_alone_is_left_to_a_person_who_may_hold_it_a_no() -> None:
    finding = code_response("I would light the quay rather than open a night market.", OPINION)
    assert (finding.stance, finding.alternatives) == (U, (Q, R))


@pytest.mark.parametrize("text", ["Yes, but it is dear.", "No, but I like the idea."])
def test_yes_but_and_no_but_are_neither(text: str) -> None:
    finding = code_response(text, OPINION)
    assert finding.stance is U
    assert Q in finding.alternatives


@pytest.mark.parametrize(
    "text",
    [
        "I haven't decided.",
        "That is a matter for the harbour board.",
        "I'd love to see the figures.",
    ],
)
def test_putting_off_is_deflected(text: str) -> None:
    assert code_response(text, OPINION).stance is D


def test_less_than_the_figure_asked_for_is_partial() -> None:
    ask = "Will you plant 500 trees a year?"
    stances = [
        code_response(f"Yes. We will plant {number} trees a year.", ask).stance
        for number in ("200", "up to 500", "500", "at least 900")
    ]
    assert stances == [Q, Q, C, C]


def test_support_where_the_ask_is_for_an_end_is_a_refusal_or_nothing() -> None:
    ask = "Do you support ending the night market?"
    assert code_response("I support the night market.", ask).stance is not C
    assert code_response("I support ending the night market.", ask).stance is C


def test_a_yes_to_a_choice_of_alternatives_is_left_to_a_person() -> None:
    ask = "Should the pier be rebuilt? Left as it is? Pulled down?"
    assert code_response("Yes.", ask).stance is U


@pytest.mark.parametrize(
    "text",
    [
        "Yes. I support it.",
        "I do not support the market in Aldham.",
        "We will open a market, said Ms Vale.",
        "I haven't decided, and nor has Oakport.",
    ],
)
@given(name=st.sampled_from(["Mr Brown", "Zofia Łuczak", "Siân O’Neill", "Xi", "the Tide Party"]))
def test_who_is_named_changes_nothing(text: str, name: str) -> None:
    ask = "Do you support a market?"
    renamed = re.sub(r"Aldham|Ms Vale|Oakport", name, text)
    one, other = code_response(text, ask), code_response(renamed, ask)
    assert (one.stance, one.qualification, one.basis) == (
        other.stance,
        other.qualification,
        other.basis,
    )


ANSWERS = st.sampled_from(
    [
        "Yes. I will.",
        "No, I do not.",
        "I support the market, if it pays.",
        "The answer is yes.",
        "I haven't decided.",
        "Markets are old.",
    ]
)
DRESSES = st.sampled_from(
    [
        lambda t: f"‘{t}’",
        lambda t: f"'...{t}",
        lambda t: f"“{t}…”",
        lambda t: f"  {t}\n",
        lambda t: t[0].lower() + t[1:],
        lambda t: t.replace(" ", "\u00a0"),
        lambda t: t.replace("market", "market [the one on the quay]"),
        lambda t: t.replace("I ", "I\u200b "),
    ]
)


@given(text=ANSWERS, dress=DRESSES, ask=st.sampled_from([OPINION, ACT, DEMAND, None]))
def test_quotation_marks_ellipses_glosses_and_the_first_letter_change_nothing(text, dress, ask):
    one, other = code_response(text, ask), code_response(dress(text), ask)
    assert (one.stance, one.qualification, one.basis) == (
        other.stance,
        other.qualification,
        other.basis,
    )


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=80)))
def test_any_text_gets_a_finding_with_its_evidence_inside_it(text: str, ask: str | None) -> None:
    finding = code_response(text, ask)
    for extent in (*finding.evidence, *(fired.extent for fired in finding.fired)):
        assert 0 <= extent.start < extent.end <= len(text)
    assert finding == code_response(text, ask)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "?!…",
        "12 34",
        "Oui, bien sûr.",
        "Ναι",
        OPINION,
        "\u202eseY\u202c",
        "x" * (LONGEST_ANSWER + 1),
    ],
)
def test_text_that_is_no_answer_is_unclear_with_a_reason(text: str) -> None:
    finding = code_response(text, OPINION)
    assert finding.stance is U
    assert finding.reason


def test_an_explanation_names_the_rule_its_words_and_what_overruled_it() -> None:
    text = "Yes, provided that the trams run."
    told = explain(code_response(text, OPINION), text)
    assert '"Yes" fires the rule' in told
    assert "the rule 'condition' overrules it" in told
    assert "conditional" in told


def test_an_abstention_explains_itself() -> None:
    assert "abstains" in explain(code_response("Markets are old.", OPINION), "Markets are old.")


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        (
            "I support engaging stallholders early.",
            "Should stallholders have a right to vote on rents?",
        ),
        ("I support raising the height limit.", "Do you support keeping the height limit?"),
        ("I support the choir, not this hall.", "Do you support the choir's new hall?"),
        ("I agree with those who oppose the hall.", "Do you support the choir's new hall?"),
        ("Of course we need music. I would keep the park.", "Do you support the choir's new hall?"),
        ("Yes, music matters. No, this is not the place.", "Do you support the choir's new hall?"),
    ],
)
def test_support_for_something_near_the_ask_is_never_an_explicit_yes(text: str, ask: str) -> None:
    finding = code_response(text, ask)
    assert (finding.stance, finding.basis) != (C, Basis.EXPLICIT)


def test_the_evidence_is_the_very_words_wherever_they_stand() -> None:
    text = "The quay is dark. I fully support the night market, and soon."
    (extent,) = code_response(text, OPINION).evidence
    assert text[extent.start : extent.end] == "I fully support the night market"


def test_what_a_but_takes_back_is_told_by_a_condition_in_its_own_sentence_only() -> None:
    told = code_response("I support it, but as a last resort.", OPINION)
    assert (told.stance, told.qualification) == (Q, Qualification.CONDITIONAL)
    apart = "I support it, but trams come first. Closing streets is a last resort."
    assert code_response(apart, OPINION).stance is U


def test_fault_found_beside_a_yes_weakens_it_and_is_no_refusal():
    found = code_response("Yes. A ferry is too expensive.", "Do you support a river ferry?")
    assert (found.stance, found.basis) == (Stance.COMMITTED, Basis.SUGGESTED)


def test_an_ask_with_several_question_marks_offers_no_alternatives():
    found = code_response("Yes.", "Will you run a river ferry???")
    assert (found.stance, found.basis) == (Stance.COMMITTED, Basis.EXPLICIT)
