"""Which question of a form a column of comments is on: its number, its words or its place tell."""

import re
from collections.abc import Sequence

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
    placed = {at: _by_place(titles, at, comments, asks) for at in comments}
    found = {}
    for at, place in placed.items():
        told = _by_number(titles, at, asks)
        told = _by_words(titles, at, asks) if told is None else told
        of = place if told is None else told
        if of is not None:
            found[at] = of
    return found


def _by_number(titles: Sequence[str], at: int, asks: Sequence[int]) -> int | None:
    """Find the one question with the number that a comment's title names."""
    named = _NUMBER.search(titles[at][:100])
    if named is None:
        return None
    numbers = [(ask, _FIRST_NUMBER.match(titles[ask])) for ask in asks]
    of = [ask for ask, found in numbers if found and found["number"] == named["number"]]
    return of[0] if len(of) == 1 else None


def _by_words(titles: Sequence[str], at: int, asks: Sequence[int]) -> int | None:
    """Find the one question that shares most words with what a comment's title says it is on."""
    named = _SUBJECT.fullmatch(titles[at])
    subject = _words(named["subject"]) if named else set()
    shared = {ask: len(subject & _words(titles[ask])) for ask in asks}
    most = max(shared.values(), default=0)
    best = [ask for ask, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def _words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title[:400])} - _PLAIN


def _by_place(
    titles: Sequence[str], at: int, comments: Sequence[int], asks: Sequence[int]
) -> int | None:
    """
    Tell whether comments go on with the question before them, with that behind, or are on the whole form.

    Behind the last of several questions, of which the others have no comments, they are on the whole;
    where every question has them right before it and the last none behind, on the question behind.
    """
    ahead = all(a - 1 in comments and not _GOES_BACK.match(titles[a - 1]) for a in asks)
    if ahead and asks and asks[-1] + 1 not in comments:
        return at + 1 if at + 1 in asks else None
    before = at - 1
    while before in comments:
        before -= 1
    if before not in asks:
        return None
    others = [ask for ask in asks if ask < before]
    last = before == asks[-1]
    if last and is_bare_comments(titles[at]) and not all(ask + 1 in comments for ask in others):
        return None
    return before
