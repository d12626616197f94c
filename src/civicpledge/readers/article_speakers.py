"""Which lines of an article begin, or end, somebody's words: decided over the whole page."""

import re
from collections import Counter
from collections.abc import Mapping

from attrs import evolve, field, frozen

from civicpledge.readers.labels import (
    Label,
    answer_mark,
    is_name,
    is_party,
    is_role,
    label_of,
    name_words,
    same_person,
    shorter,
    tail_label,
)
from civicpledge.readers.lines import (
    Line,
    closes_quotation,
    is_furniture,
    looks_like_heading,
    opens_quotation,
)
from civicpledge.readers.numbering import numbered
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reported_speech import names_told, told_in

_ENDINGS = ".!?…:\"'’”»)*"
_NARROW = 50
_ASKS = re.compile(
    r"(?P<who>[A-Z][^\n:?]{1,70}?)[, ]{1,2}(?:asks|asked|wants to know|questioned)(?: the "
    r"candidates)?[:,]?\s+(?=\S)"
)


_QUESTION_MARK = re.compile(r"(?:q|question)[*_ ]{0,3}[:.)][*_ ]{0,3}\s*", re.IGNORECASE)


@frozen(kw_only=True)
class Speakers:
    """
    The labels of a page by the index of their line.

    :ivar labels: lines that begin somebody's words
    :ivar tails: lines behind a quotation that name who said it, with where the label begins
    :ivar doubtful: lines that may be labels; what follows one is nobody's for certain
    :ivar askers: lines in which somebody asks, with where the question begins
    :ivar parties: lines that hold nothing but the party of the name above them
    :ivar guests: lines in which the chair or a guest speaks, who is no candidate
    :ivar told: lines of the page's own prose that tell what somebody said, with the first name each gives
    :ivar known: the names the page itself prints beside a party, or lists as candidates
    """

    labels: Mapping[int, Label]
    tails: Mapping[int, tuple[int, Label]]
    doubtful: Mapping[int, Label]
    askers: Mapping[int, int]
    told: Mapping[int, str]
    guests: frozenset[int]
    parties: frozenset[int]
    known: tuple[str, ...]


@frozen(kw_only=True)
class _Evidence:
    known: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    repeated: frozenset[str]
    forms: frozenset[str]
    lower: frozenset[str]
    captions: frozenset[int] = field(default=frozenset())

    def knows(self, name: str) -> bool:
        """Tell whether *name* is a known one or a part of one."""
        words = name_words(name)
        return any(name in self.words.get(word, ()) for word in words) or same_person(
            name, self._sharing(words)
        )

    def _sharing(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*(self.words.get(word, frozenset()) for word in words))


def find_speakers(lines: tuple[Line, ...], standing: tuple[str, ...]) -> Speakers:
    """Decide which lines are labels; *standing* are names that the page's prose lists as candidates."""
    fresh = [line for line in lines if not is_furniture(line) and _starts_afresh(line, lines)]
    options = {line.index: label for line in fresh if (label := label_of(line.bare))}
    evidence = _gather(lines, options, standing)
    parties = _parties_below(lines, options)
    options |= parties
    options = {i: _fitting(label, lines[i].bare, evidence) for i, label in options.items()}
    labels: dict[int, Label] = {}
    doubtful: dict[int, Label] = {}
    guests = _guests(lines, options, evidence)
    for index, label in options.items():
        if index in guests:
            continue
        if _accepted(label, evidence, lines, index):
            labels[index] = label
        elif _suspect(label, evidence, lines, index):
            doubtful[index] = label
    tails = _tails(fresh, evidence)
    left = _left_behind(lines, options, labels, evidence)
    tails |= _moved_behind(lines, labels, doubtful, left)
    plain = [line for line in fresh if line.index not in labels and line.index not in tails]
    askers = {line.index: at for line in plain if (at := _question_at(line, options, guests))}
    labels |= _marked_answers(plain)
    prose = [line for line in plain if line.index not in labels]
    known = (
        *evidence.known,
        *(n for line in prose for n in names_told(line.bare, 0, len(line.bare))),
    )
    return Speakers(
        labels=labels,
        tails=tails,
        doubtful=doubtful,
        askers=askers,
        guests=guests - askers.keys(),
        parties=frozenset(i + 1 for i in parties if i in labels),
        told=_told(prose, Known.of(known)),
        known=known,
    )


def _guests(
    lines: tuple[Line, ...], options: Mapping[int, Label], evidence: _Evidence
) -> frozenset[int]:
    """
    Find the lines in which somebody speaks who answers nothing: the chair, or a guest who asks.

    A guest's name is none that the page prints with a party, though others are, or has nothing but
    questions behind it.
    """
    spoken = {i: label for i, label in options.items() if label.form in _SPOKEN and label.name}
    asking = {i: _asks_only(lines[i].bare[label.end :]) for i, label in spoken.items()}
    answering = {str(spoken[i].name).casefold() for i, asks in asking.items() if not asks}
    guests = {
        str(spoken[i].name).casefold()
        for i, asks in asking.items()
        if asks and not evidence.knows(str(spoken[i].name))
    }
    if len(evidence.known) < 2:
        guests -= answering
    return frozenset(
        i
        for i, label in spoken.items()
        if is_role(str(label.name)) or str(label.name).casefold() in guests
    )


_SPOKEN = ("colon-run-in", "colon-own")


def _asks_only(words: str) -> bool:
    bare = words.strip("'\"‘’“”*_ ")
    return bare.endswith("?")


def _told(prose: list[Line], known: Known) -> dict[int, str]:
    """Find the paragraphs of the page's own that tell what somebody known said."""
    told = ((line, told_in(line.bare, [(0, len(line.bare))], known)) for line in prose)
    return {line.index: found[0].person.name for line, found in told if found}


def _parties_below(lines: tuple[Line, ...], options: Mapping[int, Label]) -> dict[int, Label]:
    """Read a name alone on its line with a party alone on the next: "BODY, Ann" over "Green Party"."""
    found = {}
    for index, label in options.items():
        below = lines[index + 1].bare.strip("*_ ()") if index + 1 < len(lines) else ""
        if label.form != "line" or not label.name or not (below and is_party(below)):
            continue
        if label.party is not None and " " not in label.name and is_name(label.party):
            label = evolve(label, name=f"{label.name}, {label.party}", party=None)  # noqa: PLW2901
        if label.party is None and " " in str(label.name):
            found[index] = evolve(label, party=below, strong=True)
    return found


def _fitting(label: Label, bare: str, evidence: _Evidence) -> Label:
    """Leave out the last words of a label in capitals until a known name is left."""
    fitted: Label | None = label
    while fitted is not None and fitted.form == "capitals":
        if fitted.name and evidence.knows(fitted.name):
            return fitted
        fitted = shorter(fitted, bare)
    return label


def _starts_afresh(line: Line, lines: tuple[Line, ...]) -> bool:
    """Tell whether the line is not the middle of a wrapped sentence."""
    if line.gap or line.marked or line.opened or line.bullet:
        return True
    before = lines[line.index - 1].bare
    return before[-1] in _ENDINGS or len(before) < _NARROW


def _gather(
    lines: tuple[Line, ...], options: Mapping[int, Label], standing: tuple[str, ...]
) -> _Evidence:
    strong = [label for label in options.values() if label.strong and label.name]
    known = tuple(dict.fromkeys((*(str(label.name) for label in strong), *standing)))
    words: dict[str, set[str]] = {}
    for name in known:
        for word in name_words(name):
            words.setdefault(word, set()).add(name)
    lower = _lower_words(lines)
    return _Evidence(
        known=known,
        words={word: frozenset(names) for word, names in words.items()},
        repeated=_repeated(options, lower),
        forms=frozenset(label.form for label in strong) | _made_alike(options),
        lower=lower,
    )


def _made_alike(options: Mapping[int, Label]) -> frozenset[str]:
    """Find the form of labels alone on their line in which a full name and a party come again."""
    alike = {
        label.name
        for label in options.values()
        if label.form == "colon-own" and label.party and label.name and " " in label.name
    }
    return frozenset({"colon-own"}) if len(alike) > 1 else frozenset()


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


def _accepted(label: Label, evidence: _Evidence, lines: tuple[Line, ...], index: int) -> bool:
    if label.name is None:
        return label.form == "party-colon-run-in" or (
            label.form == "party-colon-own" and not lines[index].bullet
        )
    if is_role(label.name):
        return False
    repeated = label.name.casefold() in evidence.repeated
    match label.form:
        case "capitals":
            return evidence.knows(label.name)
        case "line" | "party-line":
            return _accepted_line(label, evidence, lines, index, repeated=repeated)
        case "bold":
            return label.strong or evidence.knows(label.name) or repeated
        case "colon-own" if label.party is not None and label.form in evidence.forms:
            return label.strong or " " in label.name
    if label.strong or evidence.knows(label.name):
        return True
    return repeated and (not evidence.known or " " in label.name)


def _accepted_line(
    label: Label, evidence: _Evidence, lines: tuple[Line, ...], index: int, *, repeated: bool
) -> bool:
    """Accept "Name, Party" or "Name" alone on a line: a caption looks the same."""
    line = lines[index]
    behind = lines[index + 1] if index + 1 < len(lines) else None
    if not (line.gap or line.marked or (behind is not None and opens_quotation(behind.bare))):
        return False
    if not (
        label.strong or (label.party is None and (evidence.knows(label.name or "") or repeated))
    ):
        return False
    if label.name and " " not in label.name and not label.strong and not evidence.knows(label.name):
        return False
    if line.marked or not (evidence.forms & {"colon-own", "colon-run-in"}):
        return True
    return behind is not None and opens_quotation(behind.bare)


def _suspect(label: Label, evidence: _Evidence, lines: tuple[Line, ...], index: int) -> bool:
    """Tell whether the words behind a label that was not accepted may be another person's."""
    if label.name is None or is_role(label.name):
        return False
    if label.form in ("line", "party-line"):
        return label.strong and not lines[index].bullet
    if label.form in ("capitals", "bold"):
        return False
    words = name_words(label.name)
    return not (words & evidence.lower) and (len(words) > 1 or label.form == "colon-own")


def _tails(fresh: list[Line], evidence: _Evidence) -> dict[int, tuple[int, Label]]:
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


def _moved_behind(
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


def _left_behind(
    lines: tuple[Line, ...],
    options: Mapping[int, Label],
    labels: Mapping[int, Label],
    evidence: _Evidence,
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


def _marked_answers(plain: list[Line]) -> dict[int, Label]:
    """Take "A: ..." for a label without a name, where "Q: ...?" stands on the page too."""
    if not any(_QUESTION_MARK.match(line.bare) for line in plain):
        return {}
    marks = {line.index: answer_mark(line.bare) for line in plain}
    return {
        index: Label(name=None, party=None, end=end, strong=True, form="answer")
        for index, end in marks.items()
        if end
    }


def _quoted(lines: tuple[Line, ...], index: int) -> bool:
    return index >= 0 and closes_quotation(lines[index].bare) and not is_furniture(lines[index])


def _speech(lines: tuple[Line, ...], index: int) -> bool:
    if index >= len(lines):
        return False
    line = lines[index]
    heading = looks_like_heading(line) or numbered(line.bare) is not None
    return opens_quotation(line.bare) or not (heading or is_furniture(line))


def _question_at(line: Line, options: Mapping[int, Label], guests: frozenset[int]) -> int | None:
    """Give where the question begins in "Chair: Will you ...?" and "Sam, 16, asks: Will you ...?"."""
    if not line.bare.rstrip("'\"’” *_").endswith("?") or len(line.bare) > 800:
        return None
    label = options.get(line.index)
    if label is not None and line.index in guests and label.form == "colon-run-in":
        return label.end
    found = _QUESTION_MARK.match(line.bare) or _ASKS.match(line.bare)
    return found.end() if found else None
