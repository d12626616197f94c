"""Coding: what an answer is held to mean, by the codebook's documented rules and by people."""

from civicpledge.coding.applying import code_responses
from civicpledge.coding.codebook import CODEBOOK_VERSION, code_response, codebook_rules

__all__ = ["CODEBOOK_VERSION", "code_response", "code_responses", "codebook_rules"]
