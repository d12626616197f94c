"""A small invented dataset: two asks, two candidates, three responses."""

import datetime as dt

import pytest

from civicpledge.model.asks import Ask, Part, Power, Remit, Round
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Basis, Coding, Finding, Qualification, Stance
from civicpledge.model.ids import digest
from civicpledge.model.people import Area, Candidate, Contest, Office, Person
from civicpledge.model.responses import Named, Response, Wording
from civicpledge.model.sources import Source

CONTEST = "mayor.quayside.2030-05-02"


def make_response(
    ask: str,
    person: str,
    text: str,
    *,
    wording: Wording = Wording.VERBATIM,
    also: tuple[str, ...] = (),
) -> Response:
    return Response(
        id=f"assembly.{ask}.{person}",
        round="assembly",
        answers=(f"assembly.{ask}", *also),
        attribution=Named(person=person, name_as_printed=person.title(), party_as_printed="Tide"),
        wording=wording,
        text=text,
        source="page",
    )


def make_quayside(*responses: Response) -> Dataset:
    return Dataset(
        areas=(Area(id="quayside", name="Quayside"),),
        offices=(Office(id="mayor.quayside", title="Mayor", area="quayside"),),
        contests=(Contest(id=CONTEST, office="mayor.quayside", date=dt.date(2030, 5, 2)),),
        people=tuple(Person(id=p, name=p.title()) for p in ("ada", "bea")),
        candidates=tuple(
            Candidate(id=f"{CONTEST}.{p}", person=p, contest=CONTEST, name=p.title())
            for p in ("ada", "bea")
        ),
        rounds=(
            Round(
                id="assembly",
                title="Assembly",
                contests=(CONTEST,),
                field=(f"{CONTEST}.ada", f"{CONTEST}.bea"),
            ),
        ),
        asks=(
            Ask(id="assembly.1", round="assembly", number="1", title="Run a river ferry"),
            Ask(
                id="assembly.2",
                round="assembly",
                number="2",
                title="Open a choir and a library",
                parts=(
                    Part(id="assembly.2.a", text="Open a choir"),
                    Part(id="assembly.2.b", text="Open a library"),
                ),
            ),
        ),
        remits=(
            Remit(ask="assembly.1", office="mayor.quayside", power=Power.DECIDES),
            Remit(ask="assembly.2", office="mayor.quayside", power=Power.DECIDES),
        ),
        sources=(Source(id="page", title="Page"),),
        responses=responses,
    )


def make_coding(
    unit: str, coder: str, stance: Stance, *, day: int = 1, basis: Basis = Basis.JUDGED
) -> Coding:
    """A bare coding, for measures that look at no dataset."""
    qualification = Qualification.PARTIAL if stance is Stance.QUALIFIED else None
    codebook = coder == "codebook"
    return Coding(
        id=f"{unit}.{coder}.{day}",
        response=unit,
        ask="assembly.1",
        coder=coder,
        date=None if codebook else dt.date(2030, 1, day),
        version="1" if codebook else None,
        finding=Finding(stance=stance, qualification=qualification, basis=basis),
        digest=digest(unit),
    )


@pytest.fixture
def response():
    return make_response


@pytest.fixture
def quayside():
    return make_quayside


@pytest.fixture
def coding():
    return make_coding
