"""Candidates by id or by name as written."""

from civicpledge.errors import AmbiguousIdError, UnknownIdError
from civicpledge.matching import Ambiguous, Matched, Option, Roster, Unmatched
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Candidate
from civicpledge.normalise.folding import name_key
from civicpledge.normalise.names import parse_name


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

    Titles, order, case and accents make no other name, and words may be left out. Whoever's name is
    only like *name* is never taken: they are among the ``nearest`` of the error.

    :raises AmbiguousIdError: if several fit; its ``options`` list them
    :raises UnknownIdError: if nobody fits; its ``nearest`` are the ids closest to it
    """
    try:
        return dataset.candidate(name)
    except UnknownIdError as unknown:
        match roster_of(dataset).match(name):
            case Matched(candidate=candidate, decided=decided, option=only):
                if decided or _is_named(candidate, name, dataset):
                    return candidate
                options: tuple[Option, ...] = (only,)
            case Ambiguous(options=options):
                if len(options) > 1:
                    fitting = tuple(sorted(option.candidate.id for option in options))
                    raise AmbiguousIdError("candidate", name, fitting) from unknown
            case Unmatched(nearest=options):
                pass
        near = tuple(option.candidate.id for option in options) or unknown.nearest
        raise UnknownIdError("candidate", name, near) from unknown


def _is_named(candidate: Candidate, name: str, dataset: Dataset) -> bool:
    """Tell whether every word of *name* stands in one of the candidate's names."""
    person = dataset.person(candidate.person)
    names = (candidate.name, *candidate.aliases, person.name, *person.aliases)
    words = _words(name)
    return any(words <= _words(other) for other in names)


def _words(name: str) -> frozenset[str]:
    parsed = parse_name(name)
    parts = (parsed.given, parsed.middle, parsed.surname, parsed.suffix)
    return frozenset(name_key(" ".join(parts)).split())
