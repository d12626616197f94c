"""Words cut to what their relatives share, and the words that tell nothing."""

import re
from typing import Final

WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LIGHT_WORDS: Final = (
    "a about above after again all also always am an and any are as at be because been before being "
    "both but by "
    "can could did do does doing don't down each either even ever every few for from get go going had "
    "has have "
    "having he her here his how i i'd i'll i'm i've if in into is it it's its just like made make many "
    "may me "
    "might more most much must my near need needs no nor not now of off on once one only or other our "
    "out over "
    "own per please put same see she should since so some such than that that's the their them then "
    "there these "
    "they this those through to too under until up upon us use used using very want was way we well "
    "were what "
    "when where whether which while who whom whose why will with within without would yes yet you your "
    "yourself "
    "think believe feel support supporting agree favor favour"
)
LIGHT: Final = frozenset(_LIGHT_WORDS.split())
# Words that asks of every kind use: they do not tell one ask from another.
_GENERIC_WORDS: Final = (
    "build building buy buying "
    "action approach area areas campaign candidate candidates city communities community concept "
    "council county "
    "current create creating effort efforts form goal goals idea local measure new number office "
    "people place "
    "plan plans policies policy position priority program programme programs project projects proposal "
    "proposals region regional resident residents specific state system town continue continuing "
    "continued "
    "establish introduce adopt require required extend entire life"
)
_GENERIC: Final = frozenset(_GENERIC_WORDS.split())


def stem(word: str) -> str:
    """
    Cut a word to the part that its relatives share.

    >>> stem("cars"), stem("car")
    ('car', 'car')
    >>> stem("limiting") == stem("limits") == stem("limitation"), stem("eco-passes") == stem("ecopass")
    (True, True)
    """
    bare = word.replace("-", "").replace("'s", "").replace("'", "")
    for ending in _ENDINGS:
        cut = len(bare) - len(ending)
        if (
            bare.endswith(ending)
            and cut >= _SHORTEST_STEM
            and not (ending == "s" and bare[cut - 1] == "s")
        ):
            return bare[: -len(ending)]
    return bare[:-1] if len(bare) == _SHORTEST_STEM and bare.endswith("s") else bare


def verb_stem(word: str) -> str:
    """
    Cut a verb to its stem, a doubled last letter to one.

    >>> verb_stem("running") == verb_stem("run")
    True
    """
    cut = stem(word)
    return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] else cut


_SHORTEST_STEM: Final = 4
_ENDING_LIST: Final = (
    "izations isations ization isation ations ation ments ment ities ity ings ing ions ion izing ising "
    "ized ised "
    "ers ies ied ed er es al ly s y e"
)
_ENDINGS: Final = tuple(_ENDING_LIST.split())


def stems(plain: str) -> list[str]:
    """List the stems of the words of *plain* that carry meaning, in order."""
    return [stem(w) for w in WORD.findall(plain) if w not in LIGHT and len(w) > 1]


GENERIC_STEMS: Final = frozenset(stem(word) for word in _GENERIC)


def same(one: str, other: str) -> bool:
    """Tell whether two stems are one: equal, or the shorter one (of four letters) begins the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_STEM and long.startswith(short))
