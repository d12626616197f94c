"""Names behind their words: at the end of a quotation, below one, or below a block marked as quoted."""

from collections.abc import Mapping

from civicpledge.readers.article_evidence import Evidence
from civicpledge.readers.labels import Label, tail_label
from civicpledge.readers.lines import Line, closes_quotation, looks_like_heading, opens_quotation
from civicpledge.readers.numbering import numbered
from civicpledge.readers.page_words import is_furniture


def find_tails(fresh: list[Line], evidence: Evidence) -> dict[int, tuple[int, Label]]:
    """Find quotations that name their speaker behind the closing mark."""
    found: dict[int, tuple[int, Label]] = {}
    for line in fresh:
        tail = tail_label(line.bare)
        if tail is None:
            continue
        name = tail[1].name
        if tail[1].strong or (name and " " in name and evidence.knows(name)):
            found[line.index] = tail
    return found


def find_cited(
    lines: tuple[Line, ...], options: Mapping[int, Label], evidence: Evidence
) -> dict[int, tuple[int, Label]]:
    """Find names behind a dash at the end of a block that is marked as quoted: "> - Ann Body, Green"."""
    found = {}
    for index, label in options.items():
        line = lines[index]
        below_words = index > 0 and lines[index - 1].quoted
        if not (below_words and line.bullet and label.name and label.end >= len(line.bare)):
            continue
        if label.strong or evidence.knows(label.name):
            found[index] = (0, label)
    return found


def moved_behind(
    lines: tuple[Line, ...],
    labels: dict[int, Label],
    doubtful: dict[int, Label],
    left: Mapping[int, Label],
) -> dict[int, tuple[int, Label]]:
    """
    Take out of *labels* those that stand behind their words: "- Ann Body, Green" under a quotation.

    Where one page has some before and some behind, none of them is certain.

    :param left: known names behind a quotation that end a section, and so were held for no label
    """
    whole = [i for i, label in labels.items() if label.form in ("line", "bracket", "party-line")]
    whole = [i for i in whole if labels[i].end >= len(lines[i].bare.rstrip("*_ "))]
    behind = [i for i in whole if _quoted(lines, i - 1) and not _speech(lines, i + 1)]
    before = [i for i in whole if not _quoted(lines, i - 1) and _speech(lines, i + 1)]
    if not behind and (before or not left):
        return {}
    moved = {i: (0, labels.pop(i)) for i in whole}
    if not before:
        return moved | {i: (0, label) for i, label in left.items()}
    doubtful.update({i: label for i, (_, label) in moved.items()})
    return {}


def left_behind(
    lines: tuple[Line, ...],
    options: Mapping[int, Label],
    labels: Mapping[int, Label],
    evidence: Evidence,
) -> dict[int, Label]:
    """Find the known names below a quotation that end a section, and so were held for no label."""
    return {
        i: label
        for i, label in options.items()
        if i not in labels
        and label.form in ("line", "bracket")
        and label.name is not None
        and label.end >= len(lines[i].bare.rstrip("*_ "))
        and _quoted(lines, i - 1)
        and evidence.knows(label.name)
    }


def _quoted(lines: tuple[Line, ...], index: int) -> bool:
    return (
        index >= 0 and closes_quotation(lines[index].bare) and not is_furniture(lines[index].bare)
    )


def _speech(lines: tuple[Line, ...], index: int) -> bool:
    if index >= len(lines):
        return False
    line = lines[index]
    heading = looks_like_heading(line) or numbered(line.bare) is not None
    return opens_quotation(line.bare) or not (heading or is_furniture(line.bare))
