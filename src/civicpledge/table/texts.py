"""Text from pages made inert: nothing hidden in it, no markup, nothing that a spreadsheet would run."""

import csv
import io
import re
from typing import Final

_MARKDOWN: Final = re.compile(r"[\\`*\[\]<|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|:(?=//)|(?<=www)\.|@")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def has_surrogate(text: str) -> bool:
    """
    Tell whether *text* holds a code point that UTF-8 cannot write.

    >>> has_surrogate("naïve"), has_surrogate(chr(0xD800))
    (False, True)
    """
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


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


def markdown_cell(text: str) -> str:
    """Escape what Markdown would read as markup, a link or the end of a cell."""
    return _MARKDOWN.sub(lambda found: "\\" + found[0], visible(text))


def markdown_line(text: str) -> str:
    r"""
    Give *text* as a line of Markdown that shows it, and is neither markup, nor a link, nor a heading.

    >>> print(markdown_line("# [x](javascript:x)"))
    \# \[x\](javascript:x)
    """
    shown = markdown_cell(text)
    return f"\\{shown}" if shown.startswith(("#", ">", "+", "-", "=")) else shown


def guarded(text: str) -> str:
    """
    Put an apostrophe before *text* where a spreadsheet would run it, or where it begins with one.

    >>> guarded("=1+1"), guarded("plain")
    ("'=1+1", 'plain')
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def unguarded(cell: str) -> str:
    """
    Take the apostrophe off a CSV cell that :func:`guarded` put there, as in ``Table.to_csv``.

    >>> unguarded("'=1+1"), unguarded("''twas"), unguarded("plain")
    ('=1+1', "'twas", 'plain')
    """
    guarded = cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS)
    return cell[1:] if guarded else cell


def numbered_rows(text: str) -> list[tuple[int, list[str]]]:
    r"""
    Give the rows of a CSV file that hold anything, each with its number as a spreadsheet counts.

    Cells are parted by commas, or by the semicolons or tabs of which the first line has more.

    :raises csv.Error: if a cell is too long

    >>> numbered_rows("name\n\nAda")
    [(1, ['name']), (3, ['Ada'])]
    >>> numbered_rows("name;party\nAda;Green")
    [(1, ['name', 'party']), (2, ['Ada', 'Green'])]
    """
    head = text.lstrip("\r\n").partition("\n")[0]
    mark = max(",;\t", key=head.count)
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1)
    return [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
