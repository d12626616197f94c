"""
Build, check, index, write and read datasets of up to 1,000,000 responses.

``python bench/model.py [--most 1000000]`` prints a line for each size: microseconds of processor time
and bytes for each response. The curve is linear where the figures of a column stay about the same. The
people are invented.
"""

import argparse
import gc
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from civicpledge.jsonio import dumps, loads
from civicpledge.model.asks import Ask, Power, Remit, Round
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Candidate, Contest, Office, Person
from civicpledge.model.responses import Named, Response
from civicpledge.model.sources import Source, Span

T = TypeVar("T")

CONTEST = "mayor.x.2021-05-06"
ASKS = 10
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def resident() -> int:
    """Bytes that the process holds in memory, by the system's own count."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def responses(count: int) -> tuple[Response, ...]:
    return tuple(
        Response(
            id=f"page.{ask}.p-{person}",
            round="page",
            answers=(f"page.{ask}",),
            attribution=Named(person=f"p-{person}", candidate=f"{CONTEST}.p-{person}"),
            text=f"Yes, I will do number {ask}, and I said so {person} times.",
            appearances=(Span(source="page", start=person * 50, end=person * 50 + 40),),
        )
        for person in range(count // ASKS)
        for ask in range(ASKS)
    )


def dataset(said: tuple[Response, ...]) -> Dataset:
    people = [f"p-{number}" for number in range(len(said) // ASKS)]
    asks = [f"page.{ask}" for ask in range(ASKS)]
    return Dataset(
        offices=(Office(id="mayor.x", title="Mayor"),),
        contests=(Contest(id=CONTEST, office="mayor.x"),),
        people=tuple(Person(id=person, name=f"Person {person}") for person in people),
        candidates=tuple(
            Candidate(id=f"{CONTEST}.{person}", person=person, contest=CONTEST, name=person)
            for person in people
        ),
        rounds=(
            Round(
                id="page",
                title="A page",
                contests=(CONTEST,),
                field=tuple(f"{CONTEST}.{person}" for person in people),
            ),
        ),
        asks=tuple(Ask(id=ask, round="page", title="An ask") for ask in asks),
        remits=tuple(Remit(ask=ask, office="mayor.x", power=Power.DECIDES) for ask in asks),
        sources=(Source(id="page", title="A page"),),
        responses=said,
    )


def timed(work: Callable[[], T]) -> tuple[float, T]:
    gc.collect()
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def measure(count: int, *, file: bool) -> str:
    before = resident()
    building, said = timed(lambda: responses(count))
    checking, whole = timed(lambda: dataset(said))
    indexing, first = timed(lambda: whole.cell(f"{CONTEST}.p-0", "page.0"))
    memory = resident() - before
    looking, cells = timed(whole.cells)
    assert first.answered
    assert len(cells) == count
    del cells
    steps = [building, checking, indexing, looking]
    if file:
        writing, text = timed(lambda: dumps(whole))
        reading, again = timed(lambda: loads(text))
        assert again == whole
        steps += [writing, reading]
    each = " ".join(f"{step / count * 1e6:8.1f}" for step in steps)
    return f"{count:>9,} {memory / count:>8.0f} {each}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--file", type=int, default=300_000, help="write and read up to this many")
    options = parser.parse_args()
    print("responses    bytes    build    check    index    cells    dumps    loads  (µs each)")
    for count in SIZES:
        if count <= options.most:
            print(measure(count, file=count <= options.file), flush=True)


if __name__ == "__main__":
    main()
