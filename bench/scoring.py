"""
Score 1,000,000 responses of 100,000 candidates in one pass, beside the same sums in polars and pandas.

    python bench/scoring.py [candidates ...]

The frames get what scoring starts from: a row a cell with its weight, its points (both ends) and whether it
is missing; they sum, we also settle, keep the parts and give exact fractions. Both must give
the same means. polars and pandas are optional; what is not installed is said so.
"""

import importlib
import random
import resource
import sys
import time

from civicpledge.model.asks import Ask, Power, Remit, Round
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Basis, Coding, Finding, Qualification, Stance
from civicpledge.model.ids import digest
from civicpledge.model.people import Candidate, Contest, Office, Person
from civicpledge.model.responses import Named, Response
from civicpledge.model.sources import Source
from civicpledge.scoring.scoreboard import score

ASKS = 11
POWERS = [*([Power.DECIDES] * 7), Power.FUNDS, Power.CONVENES, Power.CONVENES, Power.INFLUENCES]
WORDS = "I will do what was asked of me."
FINDINGS = [
    Finding(
        stance=stance,
        qualification=Qualification.PARTIAL if stance is Stance.QUALIFIED else None,
        basis=Basis.JUDGED,
    )
    for stance in Stance
]


def made_dataset(candidates):
    """Invent candidates who answer ten of eleven asks each."""
    dice = random.Random(7)
    contest = Contest(id="mayor.haven.2030-05-02", office="mayor.haven")
    asks = [f"day.{n}" for n in range(ASKS)]
    mark = digest(WORDS)
    people, standing, responses, codings = [], [], [], []
    for n in range(candidates):
        person = Person(id=f"p{n}", name=f"Person {n}")
        who = Candidate(
            id=f"{contest.id}.p{n}", person=person.id, contest=contest.id, name=person.name
        )
        people.append(person)
        standing.append(who)
        named = Named(person=person.id, candidate=who.id)
        for ask in dice.sample(asks, ASKS - 1):
            said = Response(
                id=f"{ask}.p{n}",
                round="day",
                answers=(ask,),
                attribution=named,
                text=WORDS,
                source="page",
            )
            responses.append(said)
            codings.append(
                Coding(
                    id=f"{said.id}.c",
                    response=said.id,
                    ask=ask,
                    coder=CODEBOOK,
                    version="1",
                    finding=dice.choice(FINDINGS),
                    digest=mark,
                )
            )
    return Dataset(
        offices=(Office(id="mayor.haven", title="Mayor"),),
        contests=(contest,),
        people=tuple(people),
        candidates=tuple(standing),
        rounds=(
            Round(
                id="day", title="Day", contests=(contest.id,), field=tuple(c.id for c in standing)
            ),
        ),
        asks=tuple(Ask(id=ask, round="day", title=ask) for ask in asks),
        remits=tuple(
            Remit(ask=a, office="mayor.haven", power=p) for a, p in zip(asks, POWERS, strict=True)
        ),
        sources=(Source(id="page", title="Page"),),
        responses=tuple(responses),
        codings=tuple(codings),
    )


def timed(label, work):
    """Run *work*, print how long it took, give what it gave."""
    start, busy = time.perf_counter(), time.process_time()
    found = work()
    wall, cpu = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{label:<40} {wall:8.2f} s ({cpu:8.2f} s of processor)   peak {peak:8,.0f} MiB", flush=True
    )
    return found


def rows_of(board):
    """Give what the frames get, as columns."""
    cells = [(s.candidate, v) for s in board for v in s.valued]
    return {
        "candidate": [candidate for candidate, _ in cells],
        "weight": [float(v.weight) for _, v in cells],
        "low": [float(v.low) for _, v in cells],
        "high": [float(v.high) for _, v in cells],
    }


def by_polars(columns):
    polars = importlib.import_module("polars")
    frame = polars.DataFrame(columns)

    def work():
        weight = polars.col("weight")
        return (
            frame.group_by("candidate")
            .agg(
                low=(weight * polars.col("low")).sum() / weight.sum(),
                high=(weight * polars.col("high")).sum() / weight.sum(),
            )
            .sort("candidate")
        )

    found = timed("polars: the two sums alone", work)
    return found["low"].to_list(), found["high"].to_list()


def by_pandas(columns):
    pandas = importlib.import_module("pandas")
    frame = pandas.DataFrame(columns)

    def work():
        weighed = frame.assign(low=frame.weight * frame.low, high=frame.weight * frame.high)
        sums = weighed.groupby("candidate", sort=True)[["weight", "low", "high"]].sum()
        return sums.low / sums.weight, sums.high / sums.weight

    low, high = timed("pandas: the two sums alone", work)
    return low.to_list(), high.to_list()


def main(sizes):
    """Make, score, and check against the frames, at each size: the time a response should not grow."""
    for candidates in sizes:
        measure(candidates)


def measure(candidates):
    print(f"{candidates:,} candidates, {candidates * (ASKS - 1):,} responses")
    dataset = timed("make the records and the dataset", lambda: made_dataset(candidates))
    timed(
        "cells of every candidate (first look)",
        lambda: sum(len(dataset.cells(c.id)) for c in dataset.candidates),
    )
    busy = time.process_time()
    board = timed("score", lambda: score(dataset))
    spent = (time.process_time() - busy) / (candidates * (ASKS - 1))
    print(f"{'':<40} {spent * 1e6:8.1f} microseconds of processor a response")
    timed("table", board.to_table)
    timed("ranks", board.ranks)
    columns = rows_of(board)
    ours = {s.candidate: (float(s.low), float(s.high)) for s in board}
    expected = [ours[candidate] for candidate in sorted(ours)]
    for work in (by_polars, by_pandas):
        try:
            low, high = work(columns)
        except ModuleNotFoundError as missing:
            print(f"{work.__name__}: {missing.name} is not installed")
            continue
        worst = max(
            max(abs(a - x), abs(b - y)) for (a, b), x, y in zip(expected, low, high, strict=True)
        )
        print(f"{work.__name__}: greatest difference {worst:.1e}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
