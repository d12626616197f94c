"""
The JSON edge: a dataset as one file that never lies.

A file is read exactly as it stands or refused with every fault and its place. It is saved whole or not
at all.
"""

from civicpledge.jsonio.saving import dump, load
from civicpledge.jsonio.schema import json_schema
from civicpledge.jsonio.texts import dumps, loads

__all__ = ["dump", "dumps", "json_schema", "load", "loads"]
