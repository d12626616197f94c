"""What candidates are called and where their words stand, in tables and sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping

from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId
from civicpledge.model.responses import Response
from civicpledge.model.sources import Span

_SHOWN = 60


def names_of(dataset: Dataset) -> Mapping[CandidateId, str]:
    """
    Give what each candidate is called, no two alike.

    That is the name; where several candidacies share it, with the contest; where namesakes stand in one
    contest, with the candidate's id.

    >>> from civicpledge.model.dataset import Dataset
    >>> names_of(Dataset())
    {}
    """
    times = Counter(candidate.name for candidate in dataset.candidates)
    in_contest = Counter((candidate.name, candidate.contest) for candidate in dataset.candidates)
    names: dict[CandidateId, str] = {}
    for one in dataset.candidates:
        told_by = one.contest if in_contest[one.name, one.contest] == 1 else one.id
        names[one.id] = one.name if times[one.name] == 1 else f"{one.name} ({told_by})"
    return names


def column_names(labels: Iterable[str], *others: str) -> tuple[str, ...]:
    """
    Give each label the name of a column, that of no other and of none of the *others*.

    >>> column_names(["Ann", "title", "Ann"], "ask", "title")
    ('Ann', 'title (2)', 'Ann (2)')
    """
    names: dict[str, None] = dict.fromkeys(others)
    for label in labels:
        name, times = label, 1
        while name in names:
            times += 1
            name = f"{label} ({times})"
        names[name] = None
    return tuple(names)[len(dict.fromkeys(others)) :]


def span_place(dataset: Dataset, span: Span) -> str:
    """Say where a span stands: its source and line where the document is at hand, else its characters."""
    for document in dataset.documents:
        if document.source.id == span.source and span.start < len(document.text):
            return f"{span.source}, line {document.line_of(span.start)}"
    return f"{span.source}, characters {span.start} to {span.end}"


def response_place(dataset: Dataset, response: Response) -> str:
    """Say where a response is printed, every place of it."""
    places = [span_place(dataset, span) for span in response.appearances]
    return " and ".join(places) or str(response.source)


def cited(dataset: Dataset, responses: Iterable[str]) -> str:
    """Name responses with their places, for a sentence: ``page.2.ann (page, line 7)``."""
    held = (dataset.response(response) for response in responses)
    return "; ".join(f"{r.id} ({response_place(dataset, r)})" for r in held)


def cited_after(dataset: Dataset, words: str, responses: Iterable[str]) -> str:
    """Write *words* with the responses they rest on in brackets, if there are any."""
    named = cited(dataset, responses)
    return f"{words} ({named})" if named else words


def shortened(text: str) -> str:
    """
    Cut *text* at a word for a table, with an ellipsis.

    >>> shortened("Yes. I will build them."), len(shortened("word " * 50)) <= 61
    ('Yes. I will build them.', True)
    """
    plain = " ".join(text.split())
    if len(plain) <= _SHOWN:
        return plain
    cut = plain[:_SHOWN].rpartition(" ")[0] or plain[:_SHOWN]
    return f"{cut}…"
