"""How often each rule was right where it decided, on real answers coded by hand before it was tried."""

from typing import Final

from civicpledge.coding.rules import Record

_ON: Final = "76 answers of council candidates of 2017 and 41 of regional candidates of 2021"

# (rule, right, of); printed by `python bench/coding.py -v`, version 1.7 of the codebook. The rules were
# tuned on the first of the two sets, so these are upper bounds; rules not listed decided nothing there.
_COUNTS: Final = (
    ("answer-is-yes", 5, 5),
    ("commits", 4, 4),
    ("condition", 3, 3),
    ("declines", 1, 1),
    ("does-not-support", 4, 4),
    ("does-not-think-it-should", 1, 1),
    ("finds-fault", 4, 4),
    ("hedge", 1, 1),
    ("i-do-not", 1, 1),
    ("in-my-plan", 1, 1),
    ("in-some-cases", 2, 2),
    ("less-than-asked", 1, 1),
    ("no", 1, 1),
    ("not-all-of-it", 1, 1),
    ("not-as-asked", 1, 1),
    ("own-condition", 3, 3),
    ("praises", 2, 3),
    ("should-not-be", 2, 2),
    ("supports", 12, 12),
    ("thinks-it-should", 1, 1),
    ("undecided", 1, 2),
    ("yes", 24, 24),
)

RECORDS: Final = {rule: Record(right=right, of=of, on=_ON) for rule, right, of in _COUNTS}
