"""Which question of a form a column of comments is on: its number, its words or its place tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from civicpledge.readers.numbering import words_of

_NUMBER = re.compile(r"\b(?:q|question|ask)? ?(?P<number>\d{1,2})\b", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\(?(?:q|question|ask)? ?(?P<number>\d{1,2})\b(?!\.\d)", re.IGNORECASE)
# Only these name what they are on; "If yes, how?" goes on with the question before it.
_SUBJECT = re.compile(
    r"(?:any |further |other |additional |optional |your |brief )?(?:comments?|reasons?|notes?|details?"
    r"|explanation|reasoning|remarks) (?:on|to|for|about|behind) (?P<subject>.{1,80})",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:any |further |other |additional )?(?:comments|notes|remarks)", re.IGNORECASE
)
_GOES_BACK = re.compile(r"(?:if|why|other)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN = words_of("your answer reply response question this that support will with about above")


def is_bare_comments(title: str) -> bool:
    """Tell whether a title says "Comments" and not on what."""
    return _BARE.fullmatch(title) is not None


def comments_on(
    titles: Sequence[str], comments: Sequence[int], asks: Sequence[int]
) -> dict[int, int]:
    """
    Give the question that each of the columns *comments* is on; what is on none of them is left out.

    >>> comments_on(["Trees?", "Comments on buses", "Buses?"], [1], [0, 2])
    {1: 2}
    >>> comments_on(["Comments", "Trees?", "Comments", "Buses?"], [0, 2], [1, 3])
    {0: 1, 2: 3}
    """
    numbers, words = _by_number(titles, asks), _by_word(titles, asks)
    found = _by_place(titles, comments, asks)
    for at in comments:
        named = _NUMBER.search(titles[at][:100])
        told = numbers.get(named["number"], []) if named else []
        told = told if len(told) == 1 else _sharing_most(titles[at], words)
        if len(told) == 1:
            found[at] = told[0]
    return found


def _by_number(titles: Sequence[str], asks: Sequence[int]) -> dict[str, list[int]]:
    """Give the questions that bear each number."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for ask in asks:
        named = _FIRST_NUMBER.match(titles[ask])
        if named:
            numbers[named["number"]].append(ask)
    return numbers


def _by_word(titles: Sequence[str], asks: Sequence[int]) -> dict[str, list[int]]:
    """Give the questions that hold each word."""
    words: dict[str, list[int]] = defaultdict(list)
    for ask in asks:
        for word in _words(titles[ask]):
            words[word].append(ask)
    return words


def _sharing_most(title: str, words: Mapping[str, list[int]]) -> list[int]:
    """Give the questions that share most words with what a comment's title says it is on."""
    named = _SUBJECT.fullmatch(title)
    shared = Counter(
        ask for word in (_words(named["subject"]) if named else ()) for ask in words.get(word, ())
    )
    most = max(shared.values(), default=0)
    return [ask for ask, count in shared.items() if count == most]


def _words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title[:400])} - _PLAIN


def _by_place(
    titles: Sequence[str], comments: Sequence[int], asks: Sequence[int]
) -> dict[int, int]:
    """
    Tell which comments go on with the question before them, or with that behind; others are on the whole.

    Behind the last of several questions, of which the others have no comments, they are on the whole;
    where every question has them right before it and the last none behind, on the question behind.
    """
    on, asked = frozenset(comments), frozenset(asks)
    ahead = all(a - 1 in on and not _GOES_BACK.match(titles[a - 1]) for a in asks)
    if ahead and asks and asks[-1] + 1 not in on:
        return {at: at + 1 for at in comments if at + 1 in asked}
    alone = not all(ask + 1 in on for ask in asks[:-1])
    found: dict[int, int] = {}
    for at in comments:
        before = found.get(at - 1, at - 1)
        whole = alone and before == asks[-1] and is_bare_comments(titles[at]) if asks else True
        if before in asked and not whole:
            found[at] = before
    return found
