"""What the tests of the readers share: a call that reads a text, and the invented pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse
from civicpledge.readers.reading import Reading

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Give a function that reads a text as a document of its own."""

    def read_text(text: str, kind: str | None = None) -> Reading:
        return parse(Document.from_text(text, source=Source(id="page", title="A page")), kind)

    return read_text


@pytest.fixture(scope="session")
def page() -> Callable[[str], str]:
    """Give a function that opens an invented page by its name."""
    return lambda name: (PAGES / name).read_text(encoding="utf-8")
