"""Which lines of an article begin somebody's words, decided over the whole page."""

from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from civicpledge.readers.labels import Label, is_role, label_of, name_words, same_person
from civicpledge.readers.lines import Line, is_furniture

_ENDINGS = ".!?…:\"'’”»)*"


@frozen(kw_only=True)
class Speakers:
    """
    The labels of a page by the index of their line.

    :ivar labels: lines that begin somebody's words
    :ivar doubtful: lines that may; what follows one is nobody's
    :ivar known: the names the page itself prints beside a party, or lists as candidates
    """

    labels: Mapping[int, Label]
    doubtful: Mapping[int, Label]
    known: tuple[str, ...]


def find_speakers(lines: tuple[Line, ...], standing: tuple[str, ...]) -> Speakers:
    """Decide which lines are labels; *standing* are names that the page's prose lists as candidates."""
    options = {line.index: label for line in lines if (label := _option(line, lines))}
    strong = [label.name for label in options.values() if label.strong and label.name]
    known = tuple(dict.fromkeys((*strong, *standing)))
    lower = _lower_words(lines)
    repeated = _repeated(options, lower)
    labels: dict[int, Label] = {}
    doubtful: dict[int, Label] = {}
    for index, label in options.items():
        if _accepted(label, known, repeated, lines[index]):
            labels[index] = label
        elif _suspect(label, lower):
            doubtful[index] = label
    return Speakers(labels=labels, doubtful=doubtful, known=known)


def _option(line: Line, lines: tuple[Line, ...]) -> Label | None:
    if is_furniture(line) or not _starts_afresh(line, lines):
        return None
    return label_of(line.bare)


def _starts_afresh(line: Line, lines: tuple[Line, ...]) -> bool:
    """Tell whether the line is not the middle of a wrapped sentence."""
    if line.gap or line.marked or line.bullet:
        return True
    before = lines[line.index - 1].bare
    return before[-1] in _ENDINGS or len(before) < 50


def _lower_words(lines: tuple[Line, ...]) -> frozenset[str]:
    """Gather the words that the page prints without a capital: those are no names by themselves."""
    words: set[str] = set()
    for line in lines:
        words.update(w for w in line.bare.split() if w.isalpha() and w.islower())
    return frozenset(words)


def _repeated(options: Mapping[int, Label], lower: frozenset[str]) -> frozenset[str]:
    """Find names that several labels bear and that the page does not use as common words."""
    counts = Counter(
        label.name.casefold()
        for label in options.values()
        if label.name and not is_role(label.name) and not (name_words(label.name) & lower)
    )
    return frozenset(name for name, count in counts.items() if count >= 2)


def _accepted(label: Label, known: tuple[str, ...], repeated: frozenset[str], line: Line) -> bool:
    if label.strong:
        return True
    if label.name is None:
        return label.form == "party-colon-run-in"
    if is_role(label.name):
        return False
    if label.form == "capitals":
        return same_person(label.name, known)
    if label.form == "line":
        return label.party is None and same_person(label.name, known) and (line.gap or line.marked)
    if same_person(label.name, known):
        return True
    return not known and label.party is None and label.name.casefold() in repeated


def _suspect(label: Label, lower: frozenset[str]) -> bool:
    """Tell whether the words behind a label that was not accepted may be another person's."""
    if label.name is None or label.form in ("capitals", "line", "bracket") or is_role(label.name):
        return False
    words = name_words(label.name)
    return not (words & lower) and (len(words) > 1 or label.form == "colon-own")
