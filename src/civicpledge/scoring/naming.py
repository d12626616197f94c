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
