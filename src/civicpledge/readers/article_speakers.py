"""Which lines of an article begin, or end, somebody's words: decided over the whole page."""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from civicpledge.progress import Progress, watched
from civicpledge.readers.article_askers import (
    QUESTION_MARK,
    Place,
    asks_only,
    puts_to_all,
    question_at,
    quoted_question,
    without_follow_ups,
)
from civicpledge.readers.article_evidence import (
    Evidence,
    gather,
    heading_people,
    introduced,
    named_in_prose,
    parties_alone,
    told_by_line,
    with_parties,
)
from civicpledge.readers.article_labels import in_initials, label_in, summed_up
from civicpledge.readers.article_tails import find_cited, find_tails, left_behind, moved_behind
from civicpledge.readers.labels import Label, is_role, label_of, shorter
from civicpledge.readers.lines import (
    Line,
    opens_quotation,
)
from civicpledge.readers.name_forms import is_name, is_party, is_titled, lists_names, name_words
from civicpledge.readers.page_words import answer_mark, is_furniture, says_no_answer
from civicpledge.readers.prose_subjects import Known

_ENDINGS = ".!?…:\"'’”»)*"
_NARROW = 50


@frozen(kw_only=True)
class Speakers:
    """
    The labels of a page by the index of their line.

    :ivar labels: lines that begin somebody's words
    :ivar tails: lines behind a quotation that name who said it, with where the label begins
    :ivar doubtful: lines that may be labels; what follows one is nobody's for certain
    :ivar askers: lines in which somebody asks, with the place of the question
    :ivar parties: lines that hold nothing but the party of the name above them
    :ivar guests: lines in which the chair or a guest speaks, who is no candidate
    :ivar told: lines of the page's own prose that tell what somebody said, with the first name each gives
    :ivar known: the names the page itself prints beside a party, or lists as candidates
    """

    labels: Mapping[int, Label]
    tails: Mapping[int, tuple[int, Label]]
    doubtful: Mapping[int, Label]
    askers: Mapping[int, Place]
    told: Mapping[int, str]
    guests: frozenset[int]
    parties: frozenset[int]
    known: tuple[str, ...]


def find_speakers(
    lines: tuple[Line, ...], standing: tuple[str, ...], progress: Progress | None = None
) -> Speakers:
    """Decide which lines are labels; *standing* are names that the page's prose lists as candidates."""
    fresh = [line for line in lines if not is_furniture(line.bare) and _starts_afresh(line, lines)]
    options = with_parties(_options(lines, watched(fresh, progress)), standing)
    evidence = gather(lines, options, standing)
    parties = _parties_below(lines, options)
    options |= parties
    options |= parties_alone(lines, options)
    options = _fitted(lines, options, evidence)
    guests = _guests(lines, options, evidence)
    cited = find_cited(lines, options, evidence)
    people, with_roles = heading_people(lines, evidence.lower)
    spoken = {i: x for i, x in options.items() if i not in guests and i not in cited}
    labels, doubtful = _decided(spoken, evidence, lines)
    labels |= {i: x for i, x in people.items() if i not in cited}
    tails = find_tails(fresh, evidence) | cited
    left = left_behind(lines, options, labels, evidence)
    tails |= moved_behind(lines, labels, doubtful, left)
    plain = [line for line in fresh if line.index not in labels and line.index not in tails]
    labels |= _marked_answers(plain)
    prose = [line for line in plain if line.index not in labels]
    known = (*evidence.known, *named_in_prose(prose, labels))
    names = Known.of(known)
    asked = {line.index: at for line in plain if (at := question_at(line, options, guests, names))}
    asking = without_follow_ups(asked, lines, guests, labels)
    quoted = {line.index: at for line in prose if (at := quoted_question(line.bare, names))}
    return Speakers(
        labels=labels,
        tails=tails,
        doubtful=doubtful,
        askers=quoted | asking,
        guests=guests - asking.keys(),
        parties=frozenset(i + 1 for i in (*parties, *with_roles) if i in labels and labels[i].name),
        told=told_by_line(prose, names),
        known=known,
    )


def _options(lines: tuple[Line, ...], fresh: Iterable[Line]) -> dict[int, Label]:
    """Give every line's words that have the form of a label."""
    seen = tuple(fresh)
    options = {line.index: label for line in seen if (label := label_in(line))}
    summed = {
        i: x for i, x in summed_up(lines).items() if i not in options or not options[i].strong
    }
    return options | in_initials(seen) | summed


def _decided(
    options: Mapping[int, Label], evidence: Evidence, lines: tuple[Line, ...]
) -> tuple[dict[int, Label], dict[int, Label]]:
    """Part what is a label for certain from what may be one; a list of names is neither."""
    spoken = {i: label for i, label in options.items() if not _lists(label, lines[i])}
    labels = {i: x for i, x in spoken.items() if _accepted(x, evidence, lines, i)}
    left = ((i, x) for i, x in spoken.items() if i not in labels)
    return labels, {i: x for i, x in left if _suspect(x, evidence, lines, i)}


def _lists(label: Label, line: Line) -> bool:
    """Tell whether nothing but names stands behind a label: "Running: Ann Body, Bo Ng"."""
    return label.form in _SPOKEN and lists_names(line.bare[label.end :])


def _guests(
    lines: tuple[Line, ...], options: Mapping[int, Label], evidence: Evidence
) -> frozenset[int]:
    """
    Find the lines in which somebody speaks who answers nothing: the chair, or a guest who asks.

    A guest's name is none that the page prints with a party, though others are, or has nothing but
    questions behind it.
    """
    spoken = {i: label for i, label in options.items() if label.form in _SPOKEN and label.name}
    asking = {i: asks_only(lines[i].bare[label.end :]) for i, label in spoken.items()}
    if len(evidence.known) > 1:
        # Who asks does so first; a candidate whom the page prints without a party answers first.
        first = {str(x.name).casefold(): i for i, x in reversed(spoken.items())}
        strangers = (i for i in first.values() if not evidence.knows(str(spoken[i].name)))
        asking |= {i: True for i in strangers if puts_to_all(lines[i].bare, spoken[i].end)}
    answering = {str(spoken[i].name).casefold() for i, asks in asking.items() if not asks}
    guests = {
        str(spoken[i].name).casefold()
        for i, asks in asking.items()
        if asks and not evidence.knows(str(spoken[i].name))
    }
    # "Jo Roe: Will you mend it?", and later "Roe: Thank you."
    guests |= {surname for name in guests if not evidence.knows(surname := name.split()[-1])}
    if len(evidence.known) < 2:
        guests -= answering
    return frozenset(
        i
        for i, label in spoken.items()
        if is_role(str(label.name)) or str(label.name).casefold() in guests
    )


_SPOKEN = ("colon-run-in", "colon-own")


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
    return found | _nameless(lines, found) if found else found


def _nameless(lines: tuple[Line, ...], named: Mapping[int, Label]) -> dict[int, Label]:
    """Read "(Labour Party)" alone where a name was lost, on a page that prints parties below names."""
    found = {}
    for line in lines:
        party = line.bare.strip("*_ ()")
        if (
            line.gap
            and line.index - 1 not in named
            and line.bare.startswith("(")
            and is_party(party)
        ):
            found[line.index] = Label(
                name=None, party=party, end=len(line.bare), strong=True, form="party-below"
            )
    return found


def _fitted(
    lines: tuple[Line, ...], options: Mapping[int, Label], evidence: Evidence
) -> dict[int, Label]:
    """Cut labels in capitals to known names, and leave out names that stand over a life."""
    lives = introduced(lines, options)
    kept = (index for index in options if index not in lives)
    return {index: _fitting(options[index], lines[index].bare, evidence) for index in kept}


def _fitting(label: Label, bare: str, evidence: Evidence) -> Label:
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
    if before[-1] in _ENDINGS or len(before) < _NARROW:
        return True
    above = label_of(before)
    return above is not None and above.form == "line" and above.strong


def _accepted(label: Label, evidence: Evidence, lines: tuple[Line, ...], index: int) -> bool:
    if label.name is None:
        return label.form in ("party-colon-run-in", "party-below", "party-alone") or (
            label.form == "party-colon-own" and not lines[index].bullet
        )
    if is_role(label.name):
        return False
    alone = len(lines[index].bare[: label.end].strip("*_: ")) == len(label.name)
    if index in evidence.series or (alone and label.form in _SPOKEN and is_titled(label.name)):
        return True
    repeated = label.name.casefold() in evidence.repeated
    match label.form:
        case "capitals":
            return evidence.knows(label.name) or (repeated and " " in label.name)
        case "line" | "party-line":
            return _accepted_line(label, evidence, lines, index, repeated=repeated)
        case "bold":
            return label.strong or evidence.knows(label.name) or repeated
        case "colon-own" if label.party is not None and label.form in evidence.forms:
            return label.strong or " " in label.name
    if label.strong or evidence.knows(label.name):
        return True
    return repeated and (not evidence.printed or " " in label.name)


def _accepted_line(
    label: Label, evidence: Evidence, lines: tuple[Line, ...], index: int, *, repeated: bool
) -> bool:
    """Accept "Name, Party" or "Name" alone on a line: a caption looks the same."""
    line = lines[index]
    behind = lines[index + 1] if index + 1 < len(lines) else None
    if behind is not None and label.name and " " in label.name and says_no_answer(behind.bare):
        return True
    between = repeated and _stands_between(lines, index)
    if not (line.gap or line.marked or line.bullet or between or _may_begin(label, behind)):
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


def _stands_between(lines: tuple[Line, ...], index: int) -> bool:
    """Tell whether a line ends where no other does: a sentence before it, a sentence behind."""
    around = lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]
    return len(around) > 1 and all(x.bare[-1:] in _ENDINGS and len(x.bare) > 2 for x in around)


def _may_begin(label: Label, behind: Line | None) -> bool:
    """Tell whether a name without a blank line before it has its party, or a quotation, below it."""
    if behind is None:
        return False
    party = label.party is not None and behind.bare.strip("*_ ()") == label.party
    return party or opens_quotation(behind.bare)


def _suspect(label: Label, evidence: Evidence, lines: tuple[Line, ...], index: int) -> bool:
    """Tell whether the words behind a label that was not accepted may be another person's."""
    if label.name is None or is_role(label.name):
        return False
    if label.form in ("line", "party-line"):
        like_others = label.party is not None and " " in label.name and "line" in evidence.forms
        return (label.strong or (like_others and _is_apart(lines, index))) and not lines[
            index
        ].bullet
    if label.form in ("capitals", "bold"):
        return False
    words = name_words(label.name)
    if evidence.surnames and label.name.casefold() in evidence.repeated and lines[index].gap:
        return not lines[index].bullet
    return not (words & evidence.lower) and (len(words) > 1 or label.form == "colon-own")


def _is_apart(lines: tuple[Line, ...], index: int) -> bool:
    """Tell whether a short line has blank lines around it and a paragraph below."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    short = len(lines[index].bare) < _NARROW and lines[index].gap
    return short and below is not None and below.gap and len(below.bare) >= len(lines[index].bare)


def _marked_answers(plain: list[Line]) -> dict[int, Label]:
    """Take "A: ..." for a label without a name, where "Q: ...?" stands on the page too."""
    if not any(QUESTION_MARK.match(line.bare) for line in plain):
        return {}
    marks = {line.index: answer_mark(line.bare) for line in plain}
    return {
        index: Label(name=None, party=None, end=end, strong=True, form="answer")
        for index, end in marks.items()
        if end
    }
