"""The plain form of text, the way back from it, and how asks are worded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.model.asks import AskForm
from civicpledge.normalise.text import ask_form, plain_text, text_key


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("‘Yes, I won’t.’", "Yes, I won't."),
        ("“Yes” – he said", "Yes – he said"),
        ("work out.. how", "work out… how"),
        ("wait . . . what", "wait … what"),
        ("the PCC [Police & Crime Commissioner] and", "the PCC and"),
        ("back it [the fund] now", "back it now"),
        ("[It will] run", "It will run"),
        ("[W]e will", "We will"),
        ("yes […] no", "yes no"),
        ("a\u00a0 \tb", "a b"),
        ("a \n\n b", "a\nb"),
        ("com\u00admu\u200bnity", "community"),
        ("  padded  ", "padded"),
    ],
)
def test_marks_glosses_and_white_space_have_one_form(printed: str, plain: str) -> None:
    assert plain_text(printed).text == plain


@given(st.text(max_size=200))
def test_every_place_leads_back_in_order_and_inside_the_source(text: str) -> None:
    plain = plain_text(text)
    assert len(plain.offsets) == len(plain.text)
    assert all(a < b for a, b in zip(plain.offsets, plain.offsets[1:], strict=False))
    assert all(0 <= offset < len(text) for offset in plain.offsets)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_a_word_is_its_own_plain_form(word: str) -> None:
    assert plain_text(word).text == word


@given(st.text(max_size=120))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert text_key(text_key(text)) == text_key(text)


def test_statements_that_differ_only_in_marks_share_a_key() -> None:
    assert text_key("‘Yes. It’s time…’") == text_key('"YES - its time"')


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Will you open a night market?", AskForm.WILL_YOU),
        ("Are you willing to meet us twice a year?", AskForm.WILL_YOU),
        ("Do you commit to the living wage?", AskForm.WILL_YOU),
        ("Do you agree to meet us?", AskForm.WILL_YOU),
        ("Do you support the market? If so, where?", AskForm.DO_YOU_SUPPORT),
        ("The quay is dark. Should the council light it?", AskForm.DO_YOU_SUPPORT),
        ("Can you see yourself backing the ferry?", AskForm.DO_YOU_SUPPORT),
        ("Would you be in favour of a ferry?", AskForm.DO_YOU_SUPPORT),
        ("How would you pay for it?", AskForm.OPEN),
        ("What is your view of the quay?", AskForm.OPEN),
        ("Please describe your plans.", AskForm.OPEN),
        ("3) Build a pier", AskForm.DEMAND),
        ("We are calling on both to host a round table.", AskForm.DEMAND),
        ("The Pier Trust calls on the next council to open it.", AskForm.DEMAND),
        ("Will you oppose the sale?", AskForm.WILL_YOU),
        ("Will you see that it is kept?", AskForm.WILL_YOU),
        ("Should the hall open at 8 a.m. for pupils?", AskForm.DO_YOU_SUPPORT),
        ("Paid placements for young people", AskForm.UNKNOWN),
        ("", AskForm.UNKNOWN),
    ],
)
def test_the_words_of_an_ask_tell_its_form(text: str, form: AskForm) -> None:
    assert ask_form(text) is form
