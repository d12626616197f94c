"""Coding: what an answer is held to mean, by the codebook's documented rules and by people."""

from civicpledge.coding.agreement import CoderAgreement, Disagreement, Level, coder_agreement
from civicpledge.coding.applying import code_responses
from civicpledge.coding.codebook import CODEBOOK_VERSION, code_response, codebook_rules
from civicpledge.coding.evaluation import CodebookEvaluation, evaluate_codebook, evaluate_findings
from civicpledge.coding.explaining import explain
from civicpledge.coding.intervals import Share
from civicpledge.coding.rules import Rule
from civicpledge.coding.versions import CodingChanges, diff_codings
from civicpledge.coding.worksheets import Blinding, Worksheet, read_worksheet, worksheet

__all__ = [
    "CODEBOOK_VERSION",
    "Blinding",
    "CodebookEvaluation",
    "CoderAgreement",
    "CodingChanges",
    "Disagreement",
    "Level",
    "Rule",
    "Share",
    "Worksheet",
    "code_response",
    "code_responses",
    "codebook_rules",
    "coder_agreement",
    "diff_codings",
    "evaluate_codebook",
    "evaluate_findings",
    "explain",
    "read_worksheet",
    "worksheet",
]
