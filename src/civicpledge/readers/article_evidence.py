"""What a page as a whole tells about its labels: whom it knows, who comes again, what is of one make."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from civicpledge.readers.article_askers import puts_to_all
from civicpledge.readers.labels import Label, is_role
from civicpledge.readers.lines import Line, is_question
from civicpledge.readers.name_forms import (
    ROLES,
    is_name,
    is_nothing_but_party,
    is_party,
    name_words,
    same_person,
    solid_words,
)
from civicpledge.readers.numbering import numbered
from civicpledge.readers.prose import listed_with, members_in, names_in
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reported_speech import (
    LONGEST_PARAGRAPH,
    leads_up,
    people_told,
    told_in,
)

_FEWEST = 3
"""So many different names in labels of one make are a series."""

_RUN_IN = ("colon-run-in", "capitals")


@frozen(kw_only=True)
class Evidence:
    """
    What the labels of a page, taken together, tell about each of them.

    :ivar known: names printed with a party, or listed as candidates; :ivar words: those that hold a word
    :ivar repeated: folded names that several labels bear; :ivar forms: forms that are surely labels here
    :ivar lower: words that the page prints without a capital; :ivar series: labels of one make, by line
    :ivar printed: whether anybody is printed with a party, or listed as a candidate
    :ivar surnames: whether several known people speak under one word of their name: "Body: ..."
    """

    known: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    repeated: frozenset[str]
    forms: frozenset[str]
    lower: frozenset[str]
    series: frozenset[int]
    surnames: bool = False
    printed: bool = False

    def knows(self, name: str) -> bool:
        """Tell whether *name* is a known one or a part of one."""
        words = name_words(name)
        return any(name in self.words.get(word, ()) for word in words) or same_person(
            name, self._sharing(words)
        )

    def _sharing(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*(self.words.get(word, frozenset()) for word in words))


def gather(
    lines: tuple[Line, ...], options: Mapping[int, Label], standing: tuple[str, ...]
) -> Evidence:
    """Weigh the *options* of a page together; *standing* are names its prose lists as candidates."""
    strong = [label for label in options.values() if label.strong and label.name]
    known = tuple(dict.fromkeys((*(str(label.name) for label in strong), *standing)))
    alone = Counter(word for i, x in options.items() if (word := _one_word(x, lines[i])))
    words = _by_word(known)
    told = {word for word in alone if all(part in words for part in name_words(word))}
    again = {word for word, times in alone.items() if times > 1 or len(told) > 1}
    named = _named_once(lines, again - told - _askers(options, lines))
    surnames = len(told) + len(named) > 1
    lower = _lower_words(lines)
    series = frozenset[int]() if known else _series(lines, options, lower)
    printed = bool(known)
    known = (*known, *named) if surnames else known
    return Evidence(
        known=known,
        words=_by_word(known),
        surnames=surnames,
        printed=printed,
        repeated=_repeated(options, lower),
        forms=frozenset(label.form for label in strong) | _made_alike(options),
        lower=lower,
        series=series,
    )


def _by_word(names: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Give the names that hold each word."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in name_words(name):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(holding) for word, holding in found.items()}


def _askers(options: Mapping[int, Label], lines: tuple[Line, ...]) -> set[str]:
    """Give the surnames of those whose first words put a question to all: "Jo Roe: Will you mend it?"."""
    first = {str(x.name).casefold(): i for i, x in reversed(tuple(options.items())) if x.name}
    asking = (i for i in first.values() if options[i].form == "colon-run-in")
    found = (i for i in asking if puts_to_all(lines[i].bare, options[i].end))
    return {str(options[i].name).split()[-1].casefold() for i in found}


def _one_word(label: Label, line: Line) -> str | None:
    """Give the word of a label that has no other before its colon: "Body: ...", unless it asks."""
    words = solid_words(label.name or "")
    alone = label.form == "colon-run-in" and not label.party and len(words) == 1
    asks = is_role(str(label.name)) or puts_to_all(line.bare, label.end)
    return words[0].casefold() if alone and not asks else None


def _named_once(lines: Iterable[Line], surnames: set[str]) -> list[str]:
    """Give the full names that the page's prose has for the *surnames*, where it has one for each."""
    names = (n.name for line in lines for n in names_in(line.bare) if not _chairs(line.bare, n.end))
    full = {" ".join(name.split()[-2:]) for name in names if len(solid_words(name)) > 1}
    last = Counter(name.split()[-1].casefold() for name in full)
    return sorted(
        n for n in full if last[word := n.split()[-1].casefold()] == 1 and word in surnames
    )


_CHAIRS = re.compile(
    r"[ ,(–—-]{1,3}(?:(?:the|our|your|in the|from the) )?(?:chair|compere|compère|editor|facilitator|host"
    r"|interviewer|journalist|moderator|presenter|reporter)\b",
    re.IGNORECASE,
)


def _chairs(words: str, behind: int) -> bool:
    """Tell whether words say behind a name that its bearer presides or asks: "Ann Body – presenter"."""
    return _CHAIRS.match(words, behind) is not None


def with_parties(options: Mapping[int, Label], standing: tuple[str, ...]) -> dict[int, Label]:
    """
    Read "Green: ..." as a party's label beside another's, unless the page has a person of that name.

    Where all who answer are parties it is one too, whoever stands.
    """
    before_colons = {i: x for i, x in options.items() if x.name and x.form.startswith("colon")}
    bare = {
        i: x for i, x in before_colons.items() if not x.party and is_nothing_but_party(str(x.name))
    }
    full = [x.name for i, x in options.items() if x.name and i not in bare]
    others = (x for i, x in before_colons.items() if i not in bare)
    if all(is_role(str(x.name)) for x in others):
        full, standing = [], ()
    people = frozenset[str]().union(*map(name_words, (*full, *standing)))
    parties = {i: _as_party(x) for i, x in bare.items() if not (name_words(str(x.name)) & people)}
    read = {**options, **parties}
    named = {label.party for label in read.values() if label.name is None and label.party}
    return read if len(named) > 1 else dict(options)


def parties_alone(lines: tuple[Line, ...], options: Mapping[int, Label]) -> dict[int, Label]:
    """
    Read bold parties alone on their lines as labels: "**Green Party**" over its answer to each ask.

    There are two or more, one of them comes again, and nobody on the page has a name and a party.
    """
    if any(label.name and label.party for label in options.values()):
        return {}
    found = {
        line.index: Label(
            name=None, party=line.bare, end=len(line.bare), strong=True, form="party-alone"
        )
        for line in lines
        if line.marked and line.gap and is_party(line.bare)
    }
    counts = Counter(str(label.party).casefold() for label in found.values())
    return found if len(counts) > 1 and max(counts.values()) > 1 else {}


def _as_party(label: Label) -> Label:
    return evolve(label, name=None, party=label.name, form=f"party-{label.form}")


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
        words.update(w for w in map(_bare, line.bare.split()) if w.isalpha() and w.islower())
    return frozenset(words)


def _bare(word: str) -> str:
    return word.strip(".,;:?!()'\"‘’“”*_")


def _repeated(options: Mapping[int, Label], lower: frozenset[str]) -> frozenset[str]:
    """
    Find the names that several labels bear.

    One that the page uses as a common word too ("young people" beside "Young: ...") has to have company.
    """
    counts = Counter(
        label.name.casefold()
        for label in options.values()
        if label.name and not is_role(label.name)
    )
    again = frozenset(name for name, count in counts.items() if count >= 2)
    sure = frozenset(name for name in again if not (name_words(name) & lower))
    return again if len(sure) > 1 else sure


# ---- series


def _series(
    lines: tuple[Line, ...], options: Mapping[int, Label], lower: frozenset[str]
) -> frozenset[int]:
    """
    Find labels of one make that none by itself proves: "JO ROE: ...", "BO NG: ...", "AL POE - ...".

    At least three different names that are no common words of the page make a series, if they are most.
    """
    makes: dict[str, dict[int, str]] = {}
    asked = next((line.index for line in lines if is_question(line)), len(lines))
    for index, label in options.items():
        make = _make(label, asked=index > asked)
        if make and label.name:
            makes.setdefault(make, {})[index] = label.name
    found: set[int] = set()
    for members in makes.values():
        sure = {name.casefold() for name in members.values() if not (name_words(name) & lower)}
        if len(sure) >= _FEWEST and len(sure) * 2 > len({n.casefold() for n in members.values()}):
            found.update(members)
    return frozenset(found)


def _make(label: Label, *, asked: bool) -> str | None:
    """Say of what make a label is; a word alone is one only where a question stands above it."""
    name = label.name or ""
    if label.form not in _RUN_IN or label.party or is_role(name) or not is_name(name.title()):
        return None
    if " " in name:
        return "capitals" if name.isupper() else "full"
    return "surname" if asked and label.form == "colon-run-in" else None


# ---- people whom the prose names

_OF_AN_ELECTION = re.compile(
    r"\b(?:candidates?|hustings|election"
    r"|(?:who wants?|want|hope|hoping|standing|running|bid) (?:to be|for))\b",
    re.IGNORECASE,
)


def named_in_prose(prose: list[Line], labels: Mapping[int, Label]) -> tuple[str, ...]:
    """
    Name those whom the prose ties to a party.

    Where none has, and the page prints nobody's label, all with a full name count: a report of an
    election that leaves out the parties. Who of them stands is for the roster to tell.
    """
    people = [person for line in prose for person in people_told(line.bare)]
    members = [name for line in prose for name in members_in(line.bare)]
    named = (*(person.name for person in people if person.party), *members)
    named += tuple(_named_once(prose, _described(prose))) if named else ()
    known = set(named)
    named += tuple(name for line in prose if known for name in listed_with(line.bare, known))
    if named or labels or not any(_OF_AN_ELECTION.search(line.bare) for line in prose):
        return named
    full = [person.name for person in people if len(solid_words(person.name)) > 1]
    surnames = {p.name.casefold() for p in people if len(solid_words(p.name)) == 1}
    full += _named_once(prose, surnames)
    return tuple(full) if len(set(full)) > 1 else ()


_DESCRIBED = re.compile(
    r"\b(?P<who>[A-ZÀ-Þ][\w'’-]{1,30}), (?:who is )?(?:an?|the) (?P<what>[^,.;:\n]{3,70}),"
)


def _described(prose: list[Line]) -> set[str]:
    """Give the surnames behind which the prose says for whom, or that, they stand: "Body, a Green, ..."."""
    found = (match for line in prose for match in _DESCRIBED.finditer(line.bare))
    return {
        match["who"].casefold()
        for match in found
        if _STANDING.search(match["what"]) or is_party(match["what"].split()[0])
    }


_STANDING = re.compile(r"\b(?:candidate|challenger|hopeful|incumbent|nominee)\b", re.IGNORECASE)


def told_by_line(prose: list[Line], known: Known) -> dict[int, str]:
    """Find the paragraphs of the page's own that tell what somebody known said."""
    found = {}
    for line in prose:
        told = told_in(line.bare, [(0, len(line.bare))], known)
        person = told[0].person if told else leads_up(line.bare[:LONGEST_PARAGRAPH], known)
        if person is not None:
            found[line.index] = person.name
    return found


# ---- people who are introduced

_LIFE = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w'’.-]{0,30}(?: [A-ZÀ-Þ][\w'’.-]{0,30}){0,3}) (?:"
    r"is (?:\d|a |an |the |currently |married |originally |from )"
    r"(?!\w{0,10} ?(?:supporter|advocate|believer|backer|opponent|fan|champion)\b)"
    r"|was (?:born|raised|brought up|educated|first |elected )|(?:lives|grew up|works|worked|studied"
    r"|joined|served|trained) |has (?:lived|worked|been an? |served|represented) )"
)


def introduced(lines: tuple[Line, ...], options: Mapping[int, Label]) -> frozenset[int]:
    """Find the names above the first question that stand over a life: "Ann is 44 and lives ..."."""
    asked = next((line.index for line in lines if is_question(line)), 0)
    found = set()
    for index, label in options.items():
        if index + 1 >= asked or label.form not in ("line", "bracket") or not label.name:
            continue
        life = _LIFE.match(lines[index + 1].bare)
        who = name_words(life["who"]) if life else frozenset[str]()
        if who and (who <= name_words(label.name) or who <= {"he", "she", "they"}):
            found.add(index)
    return frozenset(found)


# ---- people as headings


def heading_people(
    lines: tuple[Line, ...], lower: frozenset[str]
) -> tuple[dict[int, Label], frozenset[int]]:
    """
    Find the names that head a section of questions each, and those with the line of a role below them.

    A topic above a question looks the same: that it is a person is told by the role ("Mayoral Candidate"),
    or by the same question below two of them. *lower* are words that the page prints without a capital.
    """
    found: dict[int, Label] = {}
    firsts: dict[int, str] = {}
    roles: set[int] = set()
    for line in lines[:-1]:
        head = numbered(line.bare)
        name = line.bare[head.words if head else 0 :].strip("*_ ")
        if " " not in name or not is_name(name) or is_party(name) or name_words(name) & lower:
            continue
        role = _is_role_line(lines[line.index + 1])
        below = line.index + 1 + role
        if below < len(lines) and is_question(lines[below]):
            end = len(line.bare)
            found[line.index] = Label(name=name, party=None, end=end, strong=True, form="heading")
            firsts[line.index] = lines[below].bare.casefold()
            if role:
                roles.add(line.index)
    same = Counter(firsts.values())
    proven = {i: label for i, label in found.items() if i in roles or same[firsts[i]] > 1}
    if len({label.name for label in proven.values()}) < 2:
        return {}, frozenset()
    return proven, frozenset(roles)


def _is_role_line(line: Line) -> bool:
    return (
        len(line.bare) < _LONGEST_ROLE
        and ROLES.search(line.bare) is not None
        and not is_question(line)
    )


_LONGEST_ROLE = 60
