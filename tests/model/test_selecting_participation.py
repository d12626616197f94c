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
