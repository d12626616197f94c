"""Readers: a document comes in, its elements come out as printed."""

from civicpledge.readers.parsing import parse

__all__ = ["parse"]
