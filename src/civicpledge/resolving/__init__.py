"""
From a reading to a dataset: asks with remits, answers with speakers, claims with their scope.

Nothing is guessed here. A name that fits nobody on the roster stays a person without a candidacy, one that
fits several is contested, words without a name are unattributed.
"""

from civicpledge.resolving.linking import LinkProposal, LinkProposals, link_pledges
from civicpledge.resolving.remit_rows import RemitRow, read_remits, remits
from civicpledge.resolving.resolve import resolve

__all__ = [
    "LinkProposal",
    "LinkProposals",
    "RemitRow",
    "link_pledges",
    "read_remits",
    "remits",
    "resolve",
]
