"""Paragraphs that a page broke at a fixed width, made one line each again."""

from collections.abc import Sequence

from attrs import evolve

from civicpledge.readers.lines import Line

_WIDEST = 100
"""Longest line, in code points, of a page that was broken at a width: mail and text files are at 72 to 80."""
_FULL = 0.7
"""How much of the longest line a line fills at least if it was broken and did not just end: a judgement."""
_FEWEST = 3


def unwrapped(text: str, lines: Sequence[Line]) -> tuple[str, tuple[Line, ...]]:
    r"""
    Join the lines that a page of fixed width broke; give *text* with spaces for those line ends, and the lines.

    Offsets stay. A page with a line longer than 100, or with fewer than three lines that are full and go on
    in the next one, was not broken at a width and stays as it is. Bullets and headings begin a line anew.

    >>> from civicpledge.readers.lines import lines_of
    >>> page = "We all met\nin the old\nhall and it\nwas warm.\n- Tea\n"
    >>> [line.bare for line in unwrapped(page, lines_of(page))[1]]
    ['We all met in the old hall and it was warm.', 'Tea']
    """
    longest = max((line.end - line.start for line in lines), default=0)
    broken = [_goes_on(a, b, longest) for a, b in zip(lines, lines[1:], strict=False)]
    if longest > _WIDEST or sum(broken) < _FEWEST:
        return text, tuple(lines)
    groups: list[list[Line]] = [[line] for line in lines[:1]]
    for line, joins in zip(lines[1:], broken, strict=True):
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    plain = _with_spaces(text, groups)
    return plain, tuple(_joined(plain, group) for group in groups)


def _goes_on(line: Line, following: Line, longest: int) -> bool:
    """Tell whether *following* is the rest of *line*'s paragraph."""
    anew = following.gap or following.bullet or following.marked
    full = line.end - line.start >= _FULL * longest
    return full and not anew and not line.marked


def _with_spaces(text: str, groups: Sequence[Sequence[Line]]) -> str:
    """Put a space for every character between the lines of a group."""
    pieces: list[str] = []
    at = 0
    for group in groups:
        for line, following in zip(group, group[1:], strict=False):
            pieces += [text[at : line.end], " " * (following.start - line.end)]
            at = following.start
    return "".join([*pieces, text[at:]])


def _joined(text: str, group: Sequence[Line]) -> Line:
    first, last = group[0], group[-1]
    if first is last:
        return first
    end = last.bare_end
    return evolve(first, end=last.end, bare_end=end, bare=text[first.bare_start : end])
