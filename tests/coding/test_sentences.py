"""Where sentences end."""

import pytest

from civicpledge.coding.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Yes. I will", ["yes", "i will"]),
        ("So do I. They are old.", ["so do i", "they are old"]),
        ("I asked B. Vale. She knew.", ["i asked b. vale", "she knew"]),
    ],
)
def test_a_text_is_cut_at_its_stops_and_keeps_its_last_words(text, sentences) -> None:
    assert [sentence.words for sentence in sentences_of(text)] == sentences
