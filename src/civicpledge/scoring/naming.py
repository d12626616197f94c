"""What candidates are called in tables and sentences."""

from collections import Counter
from collections.abc import Mapping

from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId


def names_of(dataset: Dataset) -> Mapping[CandidateId, str]:
    """
    Give what each candidate is called: the name, with the contest where two candidacies share it.

    >>> from civicpledge.model.dataset import Dataset
    >>> names_of(Dataset())
    {}
    """
    times = Counter(candidate.name for candidate in dataset.candidates)
    return {
        candidate.id: candidate.name
        if times[candidate.name] == 1
        else f"{candidate.name} ({candidate.contest})"
        for candidate in dataset.candidates
    }
