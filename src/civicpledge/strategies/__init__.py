"""
Hypothesis strategies for every record, and for whole datasets that hold together.

With hypothesis installed, ``st.from_type(civicpledge.Dataset)`` finds them by itself: an entry point calls
:func:`register`. The people, pages and words made are invented.
"""

import hypothesis  # noqa: F401 - first: it calls the entry point, which imports the modules below

from civicpledge.strategies.records import ids, names, records, texts
from civicpledge.strategies.registering import register
from civicpledge.strategies.worlds import datasets

__all__ = ["datasets", "ids", "names", "records", "register", "texts"]
