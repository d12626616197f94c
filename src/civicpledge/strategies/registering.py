"""What Hypothesis calls when it is imported, perhaps half-way through importing this package."""

from hypothesis import strategies as st

from civicpledge.model.ballots import BallotId
from civicpledge.model.dataset import Dataset
from civicpledge.model.records import Records
from civicpledge.strategies.records import kinds_of, records
from civicpledge.strategies.worlds import datasets


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
