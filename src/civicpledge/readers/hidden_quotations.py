"""Quotations hidden from view, so that sentences are found by the words around them alone."""

import re

_OPENING = re.compile(r"[\"“«]|(?<![\w’'])['‘](?=\w)")
_CLOSING = {'"': re.compile('"'), "“": re.compile("”"), "«": re.compile("»")}
_CLOSING_SINGLE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
HIDDEN = "\x02"
"""What stands in place of the words in quotation marks."""


def hide(words: str) -> tuple[str, bool]:
    """Hide what stands in quotation marks, but for its last sign; tell whether the last one is open."""
    made, at = [], 0
    while (found := _OPENING.search(words, at)) is not None:
        closing = _CLOSING.get(found[0], _CLOSING_SINGLE)
        closed = closing.search(words, found.end())
        made.append(words[at : found.end()])
        if closed is None and closing is _CLOSING_SINGLE:
            at = found.end()
            continue
        end = closed.start() if closed is not None else len(words)
        made.append(HIDDEN * (end - found.end() - 1) + words[max(end - 1, found.end()) : end])
        if closed is None:
            return "".join(made), True
        made.append(closed[0])
        at = closed.end()
    return "".join([*made, words[at:]]), False


def behind_hidden(hidden: str, at: int, end: int) -> int:
    """Give where a hidden quotation that goes on at *at* has closed."""
    while at < end and hidden[at] == HIDDEN:
        at += 1
    return min(at + 2, end)
