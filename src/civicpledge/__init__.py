"""
civicpledge: what candidates were asked, what they answered, and how firm it was.

The path: :func:`read_document` and :func:`parse` a page, :func:`resolve` it with a :class:`Roster` and
:func:`remits`, :func:`code_responses`, then :func:`score`, :func:`compare` and :func:`audit_claims`.
Every figure leads back to words in a source.

Importing the package loads nothing; each name loads its room when it is first used. Type checkers read the
same names in ``__init__.pyi``.
"""

import importlib
from types import FunctionType

from civicpledge._version import __version__

_ROOMS = {
    "civicpledge.coding": (
        "Blinding",
        "CODEBOOK_VERSION",
        "CodebookEvaluation",
        "CoderAgreement",
        "CodingChanges",
        "Rule",
        "Worksheet",
        "code_response",
        "code_responses",
        "codebook_rules",
        "coder_agreement",
        "diff_codings",
        "evaluate_codebook",
        "explain",
        "read_worksheet",
        "worksheet",
    ),
    "civicpledge.comparison.changes": ("changes",),
    "civicpledge.comparison.claims": (
        "ClaimsAudit",
        "audit_claims",
    ),
    "civicpledge.comparison.common": (
        "CommonGround",
        "Divides",
        "common_ground",
        "divides",
    ),
    "civicpledge.comparison.comparing": (
        "Comparison",
        "compare",
    ),
    "civicpledge.comparison.consistency": (
        "Consistency",
        "consistency",
    ),
    "civicpledge.comparison.deliveries": (
        "TrackRecord",
        "track_record",
    ),
    "civicpledge.comparison.repeated": (
        "RepeatedStatements",
        "repeated_statements",
    ),
    "civicpledge.comparison.movements": ("Changes",),
    "civicpledge.datasets": (
        "dataset_names",
        "load_dataset",
    ),
    "civicpledge.errors": (
        "AmbiguousIdError",
        "CivicPledgeError",
        "ClashError",
        "ComparisonError",
        "DatasetError",
        "DocumentError",
        "EmptyDocumentError",
        "EncodingError",
        "Fault",
        "FaultsError",
        "FileFormatError",
        "MissingFileError",
        "NothingReadError",
        "RecordError",
        "RemitsError",
        "ResolveError",
        "RosterError",
        "RowsError",
        "RubricError",
        "SaveError",
        "SheetError",
        "SpanError",
        "UnknownIdError",
        "WrongKindError",
    ),
    "civicpledge.frames": (
        "codings_from_frame",
        "responses_from_frame",
        "roster_from_frame",
    ),
    "civicpledge.jsonio": (
        "asks_from_rows",
        "codings_from_rows",
        "dump",
        "dumps",
        "from_tables",
        "json_schema",
        "load",
        "loads",
        "read_tables",
        "responses_from_rows",
        "to_tables",
        "write_tables",
    ),
    "civicpledge.matching": (
        "Ambiguous",
        "Evidence",
        "Matched",
        "Roster",
        "Unmatched",
        "read_decisions",
        "read_roster",
        "review",
        "text_similarity",
        "write_decisions",
    ),
    "civicpledge.model.asks": (
        "Ask",
        "AskForm",
        "Part",
        "PartForm",
        "Participation",
        "ParticipationStatus",
        "Power",
        "Remit",
        "Round",
        "RoundKind",
        "Theme",
    ),
    "civicpledge.model.ballots": (
        "BallotId",
        "is_ballot_id",
        "parse_ballot_id",
    ),
    "civicpledge.model.cells": (
        "Absent",
        "Cell",
        "Held",
    ),
    "civicpledge.model.dataset": (
        "Dataset",
        "verify",
    ),
    "civicpledge.model.findings": (
        "Anchor",
        "Basis",
        "Bound",
        "Coding",
        "Deadline",
        "Finding",
        "Fired",
        "Owner",
        "Qualification",
        "Quantity",
        "Stance",
    ),
    "civicpledge.model.people": (
        "Area",
        "Candidate",
        "CandidateStatus",
        "Contest",
        "Identifier",
        "Office",
        "Party",
        "Person",
    ),
    "civicpledge.model.responses": (
        "Absence",
        "AbsenceNote",
        "Attribution",
        "Channel",
        "Claim",
        "Contested",
        "Decision",
        "DecisionKind",
        "Delivery",
        "DeliveryStatus",
        "Inferred",
        "Named",
        "OnBehalf",
        "Response",
        "Scope",
        "ScopeKind",
        "Unattributed",
        "Wording",
    ),
    "civicpledge.model.sources": (
        "Document",
        "Extent",
        "Quote",
        "Source",
        "SourceKind",
        "Span",
    ),
    "civicpledge.normalise.names": (
        "ParsedName",
        "name_key",
        "parse_name",
    ),
    "civicpledge.normalise.offices": (
        "OfficeName",
        "office_key",
        "parse_office",
    ),
    "civicpledge.normalise.parties": (
        "PartyMatch",
        "match_party",
        "party_key",
    ),
    "civicpledge.normalise.quantities": ("find_quantities",),
    "civicpledge.readers": (
        "parse",
        "read_document",
        "read_questionnaires",
    ),
    "civicpledge.readers.reading": ("Reading",),
    "civicpledge.report": (
        "Report",
        "report_on",
    ),
    "civicpledge.resolving": (
        "LinkProposal",
        "LinkProposals",
        "RemitRow",
        "link_pledges",
        "read_remits",
        "remits",
        "resolve",
    ),
    "civicpledge.scoring.breakdown": ("Breakdown",),
    "civicpledge.scoring.grid": ("Grid",),
    "civicpledge.scoring.labels": ("label_of",),
    "civicpledge.scoring.peers": (
        "PeerBook",
        "PeerScores",
        "peer_label",
        "peer_names",
        "peer_score",
        "stated_consistency",
    ),
    "civicpledge.scoring.ranks": (
        "Rank",
        "Ranks",
    ),
    "civicpledge.scoring.robustness": (
        "Robustness",
        "robustness",
    ),
    "civicpledge.scoring.rubric": (
        "Alternatives",
        "MissingPolicy",
        "Rubric",
    ),
    "civicpledge.scoring.scoreboard": (
        "Scoreboard",
        "score",
    ),
    "civicpledge.scoring.scores": (
        "Contribution",
        "Score",
    ),
    "civicpledge.table": (
        "ColumnKind",
        "Table",
        "unguarded",
    ),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [*sorted(_ROOM_OF), "__version__"]  # noqa: PLE0604 - every item is a str


def __getattr__(name: str) -> object:
    """Load the room of a public name, once."""
    if name not in _ROOM_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(importlib.import_module(_ROOM_OF[name]), name)
    if isinstance(value, FunctionType):
        value = importlib.import_module("civicpledge.calls").explaining(value)
        value.__module__ = __name__  # where it can be found, and pickled, under its name
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return list(__all__)
