"""Narrowing keeps how a candidate took part, which is evidence why their cells are empty."""

import civicpledge as cp

MAYOR, PCC = "mayor.eastmere.2023-05-04", "pcc.eastmere.2023-05-04"


def test_one_who_pulled_out_and_was_to_speak_for_another_contests_candidate_still_declined():
    people = [("ann-body", MAYOR), ("bo-ng", PCC)]
    took_part = cp.Participation(
        person="ann-body",
        candidate=f"{MAYOR}.ann-body",
        status=cp.ParticipationStatus.WITHDREW,
        on_behalf_of=f"{PCC}.bo-ng",
        note="told the hosts the day before",
    )
    dataset = cp.Dataset(
        offices=tuple(cp.Office(id=c.rpartition(".")[0], title=c) for _, c in people),
        contests=tuple(cp.Contest(id=c, office=c.rpartition(".")[0]) for _, c in people),
        people=tuple(cp.Person(id=p, name=p.title()) for p, _ in people),
        candidates=tuple(
            cp.Candidate(id=f"{c}.{p}", person=p, contest=c, name=p.title()) for p, c in people
        ),
        rounds=(
            cp.Round(
                id="day",
                title="A day",
                contests=(MAYOR, PCC),
                field=tuple(f"{c}.{p}" for p, c in people),
                participation=(took_part,),
            ),
        ),
        asks=(cp.Ask(id="day.1", round="day", title="Homes"),),
        remits=(cp.Remit(ask="day.1", office="mayor.eastmere", power=cp.Power.DECIDES),),
    )
    assert dataset.cell("ann-body", "day.1").absence is cp.Absence.DECLINED
    narrowed = dataset.select(contest=MAYOR)
    assert narrowed.cell("ann-body", "day.1").absence is cp.Absence.DECLINED
    assert narrowed.rounds[0].participation[0].on_behalf_of is None


def a_stand_in_speaks(by: str | None) -> cp.Dataset:
    """A day on which Cy Orr, who stands for nothing, speaks for Ann Body."""
    stands_in = cp.Participation(
        person="cy-orr",
        status=cp.ParticipationStatus.ATTENDED,
        on_behalf_of=f"{MAYOR}.ann-body",
        party_as_printed="Harbour Party",
    )
    said = cp.Response(
        id="day.1.ann-body",
        round="day",
        answers=("day.1",),
        attribution=cp.OnBehalf(
            candidate=f"{MAYOR}.ann-body", by=by, name_as_printed="Cy Orr for Ann Body"
        ),
        text="She will.",
        source="page",
    )
    return cp.Dataset(
        offices=(cp.Office(id="mayor.eastmere", title="Mayor"),),
        contests=(cp.Contest(id=MAYOR, office="mayor.eastmere"),),
        people=(cp.Person(id="ann-body", name="Ann Body"), cp.Person(id="cy-orr", name="Cy Orr")),
        candidates=(
            cp.Candidate(id=f"{MAYOR}.ann-body", person="ann-body", contest=MAYOR, name="Ann Body"),
        ),
        rounds=(
            cp.Round(
                id="day",
                title="A day",
                contests=(MAYOR,),
                field=(f"{MAYOR}.ann-body",),
                participation=(stands_in,),
            ),
        ),
        asks=(cp.Ask(id="day.1", round="day", title="Homes"),),
        remits=(cp.Remit(ask="day.1", office="mayor.eastmere", power=cp.Power.DECIDES),),
        sources=(cp.Source(id="page", title="A page"),),
        responses=(said,),
    )


def test_one_who_spoke_for_a_candidate_keeps_their_words_without_the_candidate():
    narrowed = a_stand_in_speaks(by="cy-orr").select(person="cy-orr")
    assert [c.id for c in narrowed.candidates] == []
    (said,) = narrowed.responses
    assert said.attribution == cp.Named(person="cy-orr", name_as_printed="Cy Orr for Ann Body")
    (took_part,) = narrowed.rounds[0].participation
    assert took_part.person == "cy-orr"
    assert took_part.on_behalf_of is None
    assert took_part.party_as_printed == "Harbour Party"


def test_the_candidate_who_was_spoken_for_keeps_who_spoke():
    whole = a_stand_in_speaks(by="cy-orr")
    narrowed = whole.select(person="ann-body")
    assert narrowed.responses == whole.responses
    assert narrowed.rounds == whole.rounds


def test_words_spoken_for_a_candidate_by_somebody_unknown_are_nobody_elses():
    narrowed = a_stand_in_speaks(by=None).select(person="cy-orr")
    assert narrowed.responses == ()
