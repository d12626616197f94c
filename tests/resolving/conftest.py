"""Readings built by hand, so that resolving is tested apart from the readers."""

import pytest

from civicpledge.matching import Roster
from civicpledge.model.responses import ScopeKind
from civicpledge.model.sources import Document, Source, SourceKind
from civicpledge.readers.reading import RawAnswer, RawAsk, RawClaim, Reading
from civicpledge.resolving import remits

MAYOR = "mayor.eastmere.2023-05-04"
PCC = "pcc.eastmere.2023-05-04"
PAGE = (
    "1) Homes\nAll three backed it.\nAda Marlow\nYes.\nTobias Finch\nPerhaps.\n"
    "2) Safety\nAda Marlow\nI will.\nPriya Lindqvist\nCertainly.\n"
)


class Page:
    """Points at words of PAGE and makes raw elements of them."""

    def __init__(self) -> None:
        self.document = Document.from_text(PAGE, source=Source(id="page", title="A page"))

    def quote(self, words: str, nth: int = 0):
        start = -1
        for _ in range(nth + 1):
            start = PAGE.index(words, start + 1)
        return self.document.quote(start, start + len(words))

    def ask(self, number: str, title: str) -> RawAsk:
        return RawAsk(
            number=number, key=number, title=title, quote=self.quote(f"{number}) {title}")
        )

    def answer(self, ask, speaker, words, **more) -> RawAnswer:
        return RawAnswer(ask=ask, speaker=speaker, quote=self.quote(words), **more)

    def reading(self, answers, claims=(), asks=None, **more) -> Reading:
        held = asks or (self.ask("1", "Homes"), self.ask("2", "Safety"))
        return Reading(
            document=self.document,
            kind=SourceKind.ARTICLE,
            asks=tuple(held),
            answers=tuple(answers),
            claims=tuple(claims),
            **more,
        )

    def claim(self, ask, kind=ScopeKind.ALL, **more) -> RawClaim:
        return RawClaim(
            quote=self.quote("All three backed it."),
            asks=(ask,),
            scope="All three",
            kind=kind,
            **more,
        )


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def homes(page):
    return page.ask("1", "Homes")


@pytest.fixture
def safety(page):
    return page.ask("2", "Safety")


@pytest.fixture
def roster() -> Roster:
    return Roster.from_rows(
        [
            {"id": "ada-marlow", "name": "Ada Marlow", "party": "Harbour Party", "contest": MAYOR},
            {"id": "tobias-finch", "name": "Tobias Finch", "party": "Orchard", "contest": MAYOR},
            {
                "id": "priya-lindqvist",
                "name": "Priya Lindqvist",
                "party": "Harbour",
                "contest": PCC,
            },
            {"id": "greta-oakes", "name": "Greta Oakes", "party": "Independent", "contest": PCC},
        ]
    )


@pytest.fixture
def powers():
    return remits(
        {"mayor.eastmere": {"decides": "1", "convenes": "2"}, "pcc.eastmere": {"decides": "2"}}
    )
