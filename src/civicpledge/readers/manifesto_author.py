"""
Whose words a manifesto's are.

Those in the third person ("Labour will ...", "As mayor, Ann will ...") are read as "we will ..."; what
stands in quotation marks is somebody else's.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from civicpledge.readers.name_forms import is_name, is_party, solid_words
from civicpledge.readers.numbering import words_of

_HEAD = 400
_HEAD_LINES = 4
_FOR_OFFICE = re.compile(
    r"(?:(?:vote|elect|re-elect|choose|back|support)(?: for)? )?(?P<name>[^\n,:;]{3,50}?)"
    r"(?:,? (?:for|as|your|our|the|candidate|standing)\b.*|[’']s\b.*|)$",
    re.IGNORECASE,
)
_PARTY_WORD = re.compile(r"[A-Z][\w-]{2,20}(?: (?:Party|Democrats?|Cymru|UK))?|SNP|SDLP|DUP")
_NO_PARTY_ALONE = frozenset({"Party", "Workers", "Candidate", "Welsh"})
_CANDIDATE = re.compile(r"(?:your|our|the) [^\n]{0,60}\bcandidate\b", re.IGNORECASE)
_NO_NAME = words_of(
    "a an manifesto plan vision pledges promises vote deal future fair new better first"
)
_MODAL = r"(?= (?:will|shall|pledges? to|promises? to|commits? to|is going to|undertakes? to)\b)"
_SENTENCE = re.compile(r"(?<!\S)(?:I|we|will)(?=[\s'’])")
_SHORT_LINE = 60
_TAIL = r"(?: (?:Party|council|government|group|mayor|team|councillors))?"


def in_first_person(text: str) -> str:
    r"""
    Write "we" for the author where *text* promises in the third person, at the same offsets.

    The author is whom its first lines name as standing, and the one party that they name. Where they name
    two parties, neither is the author's.

    >>> page = "Ann Body for Mayor\n\nAs mayor, Ann will plant trees. Bo Ng will not."
    >>> in_first_person(page)[20:]
    'As mayor, We  will plant trees. Bo Ng will not.'
    """
    subjects = authors_of(text)
    if not subjects:
        return text
    pattern = re.compile(rf"\b(?:(?:[Tt]he|[Aa]|[Oo]ur) )?(?:{_listed(subjects)}){_TAIL}{_MODAL}")
    return pattern.sub(lambda found: _we(text, found), text)


def authors_of(text: str) -> tuple[str, ...]:
    r"""
    Give the names by which a manifesto may call its author, the longest first.

    >>> authors_of("Ann Body for Mayor\n\nA plan")
    ('Ann Body', 'Body', 'Ann')
    """
    lines = [line.strip(" #*_•\t") for line in text[:_HEAD].split("\n")]
    head = [line for line in lines if line][:_HEAD_LINES]
    head = [line for line in head if len(line) < _SHORT_LINE]
    return tuple(sorted({*_names(head), *_parties(head)}, key=lambda s: (-len(s), s)))


def heading_in_first_person(title: str, authors: tuple[str, ...]) -> str:
    """
    Write "we" and "our" for the author in a heading, to tell what it promises.

    >>> heading_in_first_person("What Ann will do", ("Ann",))
    'What we will do'
    >>> heading_in_first_person("ANN'S PLEDGES", ("Ann",))
    'our PLEDGES'
    """
    if not authors:
        return title
    pattern = re.compile(rf"\b(?:{_listed(authors)}){_TAIL}(?P<own>['’]s)?(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda found: "our" if found["own"] else "we", title)


def _listed(subjects: tuple[str, ...]) -> str:
    return "|".join(re.escape(subject) for subject in subjects)


def _we(text: str, found: "re.Match[str]") -> str:
    """Leave headings as they are; they are told as printed."""
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    line = text[start : end if end >= 0 else len(text)].rstrip()
    if len(line) < _SHORT_LINE and not line.endswith((".", ",", ":", ";", "!")):
        return found[0]
    return "We".ljust(len(found[0]))


def _names(head: list[str]) -> list[str]:
    """Give the full name and the first name of whom the first lines name as standing."""
    for line, below in pairwise([*head, ""]):
        found = _FOR_OFFICE.fullmatch(line)
        name = found["name"].strip() if found else ""
        standing = found is not None and found.end("name") < len(line.strip())
        if _SENTENCE.search(line):
            continue
        standing = standing or _CANDIDATE.match(below) is not None
        if standing and " " in name and _is_persons(name):
            words = [w.title() if w.isupper() else w for w in solid_words(name)]
            return [" ".join(words), *(w for w in (words[0], words[-1]) if len(w.strip(".")) > 1)]
    return []


def _is_persons(name: str) -> bool:
    plain = _NO_NAME.isdisjoint(name.casefold().split())
    return plain and is_name(name.title()) and not is_party(name)


def _parties(head: list[str]) -> list[str]:
    """Give the one party that the first lines name."""
    found = {
        match[0].removesuffix(" Party")
        for line in head
        for match in _PARTY_WORD.finditer(line.title() if line.isupper() else line)
        if is_party(match[0]) and match[0] not in _NO_PARTY_ALONE
    }
    return sorted(found) if len(found) == 1 else []


_OPENS_SINGLE = re.compile(r"(?<![\w’'])['‘](?=\w)")
_CLOSES_SINGLE = re.compile(r"(?<=[.,!?…])['’](?!\w)")
_LONGEST_QUOTATION = 1000
_DOUBLE_MARKS = re.compile(r"[“”\"]")


def quoted(text: str, start: int, end: int) -> Callable[[int], bool]:
    """
    Give a test whether an offset of ``text[start:end]`` lies inside quotation marks: somebody else's words.

    Single marks count where one opens a word and one closes a sentence or a clause; others are apostrophes.

    >>> words = 'He said: “It is old. We will close it.” We will not.'
    >>> inside = quoted(words, 0, len(words))
    >>> inside(words.find("We will close")), inside(words.rfind("We will"))
    (True, False)
    """
    marks = [found.start() for found in _DOUBLE_MARKS.finditer(text, start, end)]
    pairs = sorted([*zip(marks[::2], marks[1::2], strict=False), *_in_single(text, start, end)])
    starts = [a for a, _ in pairs]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < pairs[at][1]

    return inside


def _in_single(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pair each single mark that opens a word with the next that closes a sentence or a clause."""
    closing = [found.start() for found in _CLOSES_SINGLE.finditer(text, start, end)]
    for found in _OPENS_SINGLE.finditer(text, start, end):
        at = bisect_right(closing, found.start())
        if at < len(closing) and closing[at] - found.start() <= _LONGEST_QUOTATION:
            yield found.start(), closing[at]
