"""One call for all kinds: the kind is the one with the most signs, and the reading says which."""

from attrs import evolve

from civicpledge.errors import NothingReadError
from civicpledge.model.sources import Document, SourceKind
from civicpledge.readers import article
from civicpledge.readers.reading import Reading


def parse(document: Document, kind: str | SourceKind | None = None) -> Reading:
    """
    Read *document* as what it looks to be, or as *kind*.

    :raises NothingReadError: if no element comes out
    """
    reading = article.read_article(document)
    reading = evolve(reading, kind_evidence=article.signs(document))
    if not (reading.asks or reading.answers or reading.claims or reading.pledges):
        raise NothingReadError(document.source.id, "has no ask, no answer, no claim and no pledge")
    return reading
