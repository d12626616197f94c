"""Readers: a document comes in, its elements come out as printed."""

from civicpledge.readers.documents import read_document, read_questionnaires
from civicpledge.readers.parsing import parse

__all__ = ["parse", "read_document", "read_questionnaires"]
