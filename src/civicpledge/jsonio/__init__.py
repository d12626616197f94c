"""
The JSON edge: a dataset as one file that never lies.

A dataset goes out as JSON, as tables, and as a folder of CSV files, and comes back the same. A file is
read exactly as it stands or refused with every fault and its place. It is saved whole or not
at all.
"""

from civicpledge.jsonio.folders import read_tables, write_tables
from civicpledge.jsonio.rows import asks_from_rows, codings_from_rows, responses_from_rows
from civicpledge.jsonio.saving import dump, load
from civicpledge.jsonio.schema import json_schema
from civicpledge.jsonio.tables import from_tables, to_tables
from civicpledge.jsonio.texts import dumps, loads

__all__ = [
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
]
