"""
A name as printed to the candidate it is: matched, ambiguous or unmatched, with the evidence.

Reads: :class:`Roster` is who stands for what; its ``match`` compares structure (surname with surname,
given name with given name) and says what agrees, what is open and what disagrees.
"""

from civicpledge.matching.decisions import read_decisions, review, write_decisions
from civicpledge.matching.evidence import Direction, Evidence
from civicpledge.matching.outcomes import Ambiguous, Matched, Option, Outcome, Unmatched
from civicpledge.matching.reading import read_roster
from civicpledge.matching.roster import Roster
from civicpledge.matching.similarity import (
    NearDuplicate,
    near_duplicates,
    text_similarity,
    word_overlap,
)

__all__ = [
    "Ambiguous",
    "Direction",
    "Evidence",
    "Matched",
    "NearDuplicate",
    "Option",
    "Outcome",
    "Roster",
    "Unmatched",
    "near_duplicates",
    "read_decisions",
    "read_roster",
    "review",
    "text_similarity",
    "word_overlap",
    "write_decisions",
]
