"""The rows of a picture: candidates under the heading of their contest."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Candidate
from civicpledge.plot.style import shown


@frozen(kw_only=True)
class Row:
    """A line of a picture: a candidate, or with ``None`` the heading of a contest."""

    label: str
    candidate: Candidate | None


def heading(dataset: Dataset, contest: str) -> str:
    """Name a contest by its office, with the day where the office was contested twice."""
    held = dataset.contest(contest)
    several = sum(other.office == held.office for other in dataset.contests) > 1
    title = dataset.office(held.office).title
    return shown(f"{title}, {held.date or contest}" if several else title)


def rows_of(dataset: Dataset, candidates: Iterable[Candidate]) -> Iterator[Row]:
    """Give a row for each candidate in the order given, with headings where there are several contests."""
    held = list(candidates)
    several = len({candidate.contest for candidate in held}) > 1
    last = None
    for candidate in held:
        if several and candidate.contest != last:
            last = candidate.contest
            yield Row(label=heading(dataset, last), candidate=None)
        yield Row(label=shown(candidate.name), candidate=candidate)


def heads_of(rows: Iterable[Row]) -> frozenset[int]:
    """Tell which rows are headings."""
    return frozenset(at for at, row in enumerate(rows) if row.candidate is None)
