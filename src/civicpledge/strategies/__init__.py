"""
Hypothesis strategies for every record, and for whole datasets that hold together.

With hypothesis installed, ``st.from_type(civicpledge.Dataset)`` finds them by itself: an entry point calls
:func:`register`. The people, pages and words made are invented.
"""

from hypothesis import strategies as st

from civicpledge.model.ballots import BallotId
from civicpledge.model.dataset import Dataset
from civicpledge.model.records import Records
from civicpledge.strategies.records import ids, kinds_of, names, records, texts
from civicpledge.strategies.worlds import datasets

__all__ = ["datasets", "ids", "names", "records", "register", "texts"]


def register() -> None:
    """
    Tell Hypothesis how to make every record, so that ``st.from_type`` and the ghostwriter know them.

    The entry point of this package calls it when Hypothesis is imported.

    >>> register()
    >>> st.from_type(Dataset).validate()
    """
    for kind in (*kinds_of(Records), BallotId):
        st.register_type_strategy(kind, records(kind))
    st.register_type_strategy(Dataset, datasets())
    st.register_type_strategy(Records, datasets().map(_plain_records))


def _plain_records(dataset: Dataset) -> Records:
    return Records(**dataset.collections(), provenance=dataset.provenance)
