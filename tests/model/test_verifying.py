"""Verifying: every span of a dataset is held against the page it points into."""

import datetime as dt

import pytest
from attrs import evolve

import civicpledge as cp

TEXT = "1) Homes\n\nAnn Body spoke. Bo Ng wrote in and then pulled out.\n\nYes, I will."
PAGE = cp.Document.from_text(TEXT, source=cp.Source(id="page", title="A page"))
MAYOR = "mayor.eastmere.2023-05-04"
BEHIND = cp.Span(source="page", start=len(TEXT) - 1, end=len(TEXT) + 1)


def span(words: str) -> cp.Span:
    start = TEXT.index(words)
    return cp.Span(source="page", start=start, end=start + len(words))


@pytest.fixture
def dataset() -> cp.Dataset:
    people = [("ann-body", "Ann Body"), ("bo-ng", "Bo Ng")]
    return cp.Dataset(
        offices=(cp.Office(id="mayor.eastmere", title="Mayor of Eastmere"),),
        contests=(cp.Contest(id=MAYOR, office="mayor.eastmere", date=dt.date(2023, 5, 4)),),
        people=tuple(cp.Person(id=i, name=n) for i, n in people),
        candidates=tuple(
            cp.Candidate(id=f"{MAYOR}.{i}", person=i, contest=MAYOR, name=n) for i, n in people
        ),
        sources=(PAGE.source,),
        rounds=(
            cp.Round(
                id="page",
                title="A round",
                contests=(MAYOR,),
                field=tuple(f"{MAYOR}.{i}" for i, _ in people),
                participation=(cp.Participation(person="bo-ng", span=span("wrote in")),),
            ),
        ),
        asks=(cp.Ask(id="page.1", round="page", title="Homes", appearances=(span("1) Homes"),)),),
        remits=(
            cp.Remit(
                ask="page.1", office="mayor.eastmere", power=cp.Power.DECIDES, span=span("Homes")
            ),
        ),
        responses=(
            cp.Response(
                id="page.1.x",
                round="page",
                answers=("page.1",),
                attribution=cp.Inferred(
                    candidate=f"{MAYOR}.ann-body",
                    reason="named above",
                    evidence=(span("Ann Body"),),
                ),
                text="Yes, I will.",
                appearances=(span("Yes, I will."),),
            ),
        ),
        absences=(
            cp.AbsenceNote(
                candidate=f"{MAYOR}.bo-ng",
                ask="page.1",
                reason=cp.Absence.DECLINED,
                span=span("pulled out"),
            ),
        ),
        claims=(
            cp.Claim(
                id="page.claim",
                round="page",
                paraphrase="All said that they would.",
                elsewhere=(span("Yes, I will."),),
                scope=cp.Scope(kind=cp.ScopeKind.ALL, as_printed="all"),
            ),
        ),
    )


def test_a_dataset_that_fits_its_page_passes(dataset):
    cp.verify(dataset, PAGE)
    assert dataset.with_documents([PAGE]).documents == (PAGE,)


MOVED = {
    "asks['page.1'].appearances[0]": lambda d: evolve(
        d, asks=(evolve(d.asks[0], appearances=(BEHIND,)),)
    ),
    "remits['page.1', 'mayor.eastmere'].span": lambda d: evolve(
        d, remits=(evolve(d.remits[0], span=BEHIND),)
    ),
    f"absences['{MAYOR}.bo-ng', 'page.1'].span": lambda d: evolve(
        d, absences=(evolve(d.absences[0], span=BEHIND),)
    ),
    "rounds['page'].participation[0].span": lambda d: evolve(
        d,
        rounds=(
            evolve(d.rounds[0], participation=(evolve(d.rounds[0].participation[0], span=BEHIND),)),
        ),
    ),
    "responses['page.1.x'].attribution.evidence[0]": lambda d: evolve(
        d,
        responses=(
            evolve(
                d.responses[0], attribution=evolve(d.responses[0].attribution, evidence=(BEHIND,))
            ),
        ),
    ),
    "claims['page.claim'].elsewhere[0]": lambda d: evolve(
        d, claims=(evolve(d.claims[0], elsewhere=(BEHIND,)),)
    ),
    "responses['page.1.x'].appearances[0]": lambda d: evolve(
        d, responses=(evolve(d.responses[0], appearances=(span("Ann Body"),)),)
    ),
}


@pytest.mark.parametrize("path", MOVED)
def test_a_span_that_does_not_fit_is_named_by_its_path(dataset, path):
    moved = MOVED[path](dataset)
    with pytest.raises(cp.DatasetError) as error:
        cp.verify(moved, PAGE)
    assert [fault.path for fault in error.value.faults] == [path]
    with pytest.raises(cp.DatasetError):
        moved.with_documents([PAGE])


def test_another_text_than_the_one_it_was_read_from_is_refused(dataset):
    other = cp.Document.from_text(TEXT + " ", source=cp.Source(id="page", title="A page"))
    with pytest.raises(cp.DatasetError, match="sha256"):
        cp.verify(dataset, other)
