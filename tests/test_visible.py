"""Text made visible: nothing hidden is left, nothing shown is changed."""

from hypothesis import given
from hypothesis import strategies as st

from civicpledge.table import visible


@given(st.text())
def test_visible_text_is_printable_character_by_character(text):
    shown = visible(text)
    assert shown.isprintable()
    assert shown == "".join(
        c if c.isprintable() else " " if c.isspace() else f"<U+{ord(c):04X}>" for c in text
    )


def test_letters_of_every_script_and_pictures_stay():
    assert visible("Zoë Žižek, 王小明, עדה 🗳") == "Zoë Žižek, 王小明, עדה 🗳"
