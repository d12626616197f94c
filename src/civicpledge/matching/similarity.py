"""
Closeness of texts, for answers printed twice and pledges that answer an ask.

Long texts are read to :data:`LONGEST`: fuzzy ratios cost the product of two lengths.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen
from rapidfuzz import fuzz

from civicpledge.progress import Progress, watched

LONGEST: Final = 4000
"""Characters of a text that are compared; what lies beyond is taken to be like what lies before."""

SHINGLE: Final = 3
"""Words in a run: two texts that share none are no near-duplicates."""

COMMONEST: Final = 50
"""A run of words in more texts than this tells nothing apart, and would make every pair a candidate."""

_WORD: Final = re.compile(r"\w+")


@frozen(kw_only=True)
class NearDuplicate:
    """
    Two texts, by their places in what was given, that are close.

    :ivar similarity: 0 to 1
    """

    first: int
    second: int
    similarity: float


def text_key(text: str) -> str:
    """
    Fold a text for comparing: case, marks and white space; the first :data:`LONGEST` characters.

    >>> text_key("“Yes – I  WILL!”")
    'yes i will'
    """
    plain = unicodedata.normalize("NFKC", text[: 2 * LONGEST]).casefold()
    plain = re.sub(r"(?<=\w)['’](?=\w)", "", plain)
    return " ".join(_WORD.findall(plain))[:LONGEST]


def text_similarity(first: str, second: str) -> float:
    """
    Give how close two texts are, 0 to 1; 1 where they are the same but for case, marks and spaces.

    The normalised indel similarity of the folded texts (twice the longest common subsequence over the
    sum of the lengths). Symmetric; two texts without a word are not alike: 0.

    >>> text_similarity("Yes, I will.", "yes I will")
    1.0
    >>> text_similarity("Yes, I will.", "No") < 0.3
    True
    """
    one, other = text_key(first), text_key(second)
    if not one or not other:
        return 0.0
    return float(fuzz.ratio(one, other)) / 100


def word_overlap(first: str, second: str) -> float:
    """
    Give the share of the shorter text's words that stand in the other, 0 to 1, repeats counted.

    For a summary beside the full text, where :func:`text_similarity` is low because lengths differ.

    >>> word_overlap("build homes", "We will build 200 new homes")
    1.0
    """
    one, other = Counter(text_key(first).split()), Counter(text_key(second).split())
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0


def near_duplicates(
    texts: Sequence[str], *, at_least: float = 0.9, progress: Progress | None = None
) -> tuple[NearDuplicate, ...]:
    """
    Find the pairs of *texts* whose similarity is *at_least* that, in the order of their places.

    Only texts that share a run of three words are compared (or are both shorter and the same), so that
    the work grows with what is repeated, not with the square of the number of texts.

    :param progress: wraps the pairs that are compared, like ``tqdm.tqdm``

    >>> near_duplicates(["I will fund the buses.", "No.", "I will fund the buses"])
    (NearDuplicate(first=0, second=2, similarity=1.0),)
    """
    keys = [text_key(text) for text in texts]
    found = []
    for first, second in watched(sorted(_pairs(keys)), progress):
        similarity = float(fuzz.ratio(keys[first], keys[second])) / 100
        if similarity >= at_least:
            found.append(NearDuplicate(first=first, second=second, similarity=similarity))
    return tuple(found)


def _pairs(keys: Sequence[str]) -> set[tuple[int, int]]:
    """Pair the texts that share the whole text, or a run of words that is not everywhere."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        for run in _runs(key):
            places[run].append(place)
    pairs: set[tuple[int, int]] = set()
    for run, shared in places.items():
        if len(shared) > COMMONEST:
            whole = [place for place in shared if keys[place] == run]
            pairs.update(pairwise(whole))
            continue
        pairs.update((a, b) for i, a in enumerate(shared) for b in shared[i + 1 :])
    return pairs


def _runs(key: str) -> set[str]:
    words = key.split()
    if not words:
        return set()
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    return runs | {key}
