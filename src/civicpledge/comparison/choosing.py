"""Candidates by id or by name as written."""

from civicpledge.errors import AmbiguousIdError, UnknownIdError
from civicpledge.matching import Ambiguous, Matched, Roster, Unmatched
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Candidate


def roster_of(dataset: Dataset) -> Roster:
    """Give the people and candidacies of *dataset* as a roster that names can be matched with."""
    return Roster(
        areas=dataset.areas,
        offices=dataset.offices,
        contests=dataset.contests,
        parties=dataset.parties,
        people=dataset.people,
        candidates=dataset.candidates,
    ).with_decisions(dataset.decisions)


def chosen_candidate(dataset: Dataset, name: str) -> Candidate:
    """
    Give the candidate of a candidate's or person's id, or of a name as written.

    :raises AmbiguousIdError: if several fit; its ``options`` list them
    :raises UnknownIdError: if nobody fits; its ``nearest`` are the ids closest to it
    """
    try:
        return dataset.candidate(name)
    except UnknownIdError as unknown:
        match roster_of(dataset).match(name):
            case Matched(candidate=candidate):
                return candidate
            case Ambiguous(options=options):
                fitting = tuple(sorted(option.candidate.id for option in options))
                raise AmbiguousIdError("candidate", name, fitting) from unknown
            case Unmatched(nearest=nearest):
                close = tuple(option.candidate.id for option in nearest) or unknown.nearest
                raise UnknownIdError("candidate", name, close) from unknown
