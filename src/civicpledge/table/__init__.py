"""
Tables of typed columns, and the ways out of them: text, CSV, HTML, and any dataframe.

A table keeps exact kinds whether it is full or empty, and whatever a page put into a name or a quote
stays inert: markup is escaped, control characters are made visible, formulas are guarded.
"""

from civicpledge.table.columns import Column, ColumnKind, Value
from civicpledge.table.table import MOST_SHOWN, Shown, Table
from civicpledge.table.texts import (
    guarded,
    has_surrogate,
    markdown_line,
    numbered_rows,
    unguarded,
    visible,
)

__all__ = [
    "MOST_SHOWN",
    "Column",
    "ColumnKind",
    "Shown",
    "Table",
    "Value",
    "guarded",
    "has_surrogate",
    "markdown_line",
    "numbered_rows",
    "unguarded",
    "visible",
]
