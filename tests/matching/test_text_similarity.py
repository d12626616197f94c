"""Closeness of texts: bounds, symmetry, and pairs found without comparing all with all."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.matching import near_duplicates, text_similarity, word_overlap
from civicpledge.matching.similarity import LONGEST

WORDS = st.sampled_from(
    ["will", "build", "homes", "near", "the", "new", "bus", "lane", "and", "fund", "it", "soon"]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_closeness_is_symmetric_and_between_none_and_one(first, second):
    for measure in (text_similarity, word_overlap):
        assert measure(first, second) == measure(second, first)
        assert 0 <= measure(first, second) <= 1


@given(TEXTS)
def test_a_text_is_as_close_to_itself_as_can_be(text):
    assert text_similarity(text, f"“{text.upper()}.”") == (1.0 if text else 0.0)


def test_the_closer_text_scores_higher():
    asked = "I will build 200 homes by 2032"
    assert text_similarity(asked, "I will build 300 homes by 2032") > text_similarity(
        asked, "We might build some homes"
    )


def test_the_similarity_is_twice_the_common_letters_over_all():
    # "abcd" and "abed": longest common subsequence "abd", 2 * 3 / 8
    assert text_similarity("abcd", "abed") == pytest.approx(0.75)


def test_a_summary_lies_in_the_full_text():
    assert word_overlap("build homes", "We will build 200 new homes") == 1
    assert word_overlap("build homes", "We will build roads") == 0.5


@given(st.lists(TEXTS, max_size=7))
def test_near_duplicates_are_those_of_all_pairs(texts):
    by_hand = {
        (a, b)
        for a, b in combinations(range(len(texts)), 2)
        if text_similarity(texts[a], texts[b]) >= 0.9
    }
    found = {(pair.first, pair.second) for pair in near_duplicates(texts)}
    assert found <= by_hand
    same = {(a, b) for a, b in by_hand if texts[a] == texts[b]}
    assert same <= found


def test_an_answer_printed_twice_is_found_among_many():
    texts = [f"Answer {n} about matter {n * n} of ward {n + 7}" for n in range(60)]
    texts += ["I shall open the library on Sundays", "I shall open the library on Sundays!"]
    assert [(p.first, p.second) for p in near_duplicates(texts, at_least=0.97)] == [(60, 61)]


def test_a_text_that_everybody_prints_is_linked_but_not_squared():
    pairs = near_duplicates(["I will support this ask"] * 400)
    assert len(pairs) == 399


def test_long_texts_are_read_to_the_cap():
    assert text_similarity("word " * 10_000, "word " * 9_000) == 1.0
    assert LONGEST == 4000


def test_texts_that_share_no_run_of_three_words_are_not_compared():
    compared = []

    def watch(pairs):
        compared.extend(pairs)
        return compared

    texts = ["open the library", "fund the library", "open the library soon"]
    near_duplicates(texts, progress=watch)
    assert compared == [(0, 2)]
