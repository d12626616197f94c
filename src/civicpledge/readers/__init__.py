"""Readers: a document comes in, its elements come out as printed."""
