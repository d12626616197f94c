"""Printed text made safe to look at: one line, and every character that hides or turns text shown."""


def visible(text: str) -> str:
    r"""
    Give *text* on one line, with each control, zero-width and direction character spelt out.

    White space of any kind becomes a space; whatever else has no shape of its own becomes ``<U+XXXX>``, so
    that it can neither move a cursor, nor turn a line around, nor make two names look like one.

    >>> visible("Ann\u202e\tBell\n")
    'Ann<U+202E> Bell '
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else f"<U+{ord(character):04X}>"
