"""
Growth of every public call that takes text or rows: time and memory at n, 2n, 4n and 8n.

    python bench/growth.py [CALL ...]

Prints, for each call, the largest factor that a doubling costs in processor time (the quicker of two runs)
and in memory at its peak: 2 is linear, 4 quadratic. A constant part makes it less than 2. The figures go to
``bench/growth.json``, from which the documentation tells them. ``bench/readers.py`` has more kinds of text.
"""

import csv
import gc
import io
import itertools
import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import civicpledge as cp

RESULTS = Path(__file__).with_name("growth.json")
CONTEST = "mayor.haven.2030-05-02"
ANSWER = (
    "Yes, I will build 2,000 homes a year by 2029, if the council agrees, and not a day later. "
)
PAGE = "{n}) Repair the path {n}\n\nAll six backed it.\n\nAnn Body, Green:\n\n‘Yes, I will.’\n\n"
FORM = "{n}. Will you repair the path number {n}?\n\nYes, and by 2029.\n\n"
PLAN = "## Part {n}\n\n- We will repair {n} paths by 2029.\n- We will plant trees.\n\n"
ROUND_UP = (
    "Town {n} Together\n\nOn 6 June Ann Body (Green) came to assembly {n}.\n\n"
    "• Ann Body agreed to repair path {n}\n\n"
)


def document(text: str) -> cp.Document:
    return cp.Document.from_text(text, source=cp.Source(id="page", title="A page"))


def pages(unit: str, head: str = "") -> Callable[[int], cp.Document]:
    return lambda n: document(head + "".join(unit.format(n=i) for i in range(1, n + 1)))


def people(n: int) -> list[dict[str, str]]:
    made = (("Ann", "Bo", "Cy", "Di")[i % 4] + f" Body{chr(97 + i % 26)}{i}" for i in range(n))
    return [{"id": f"p-{i}", "name": name, "contest": CONTEST} for i, name in enumerate(made)]


def as_csv(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def in_a_file(name: str, text: str) -> Path:
    path = Path(tempfile.mkdtemp()) / name
    path.write_text(text, encoding="utf-8")
    return path


def dataset(n: int) -> cp.Dataset:
    """Give *n* candidates who answered one ask each in the same few ways."""
    roster = cp.Roster.from_rows(people(n))
    asks = cp.asks_from_rows([{"number": "1", "title": "Repair the path"}], round="r")
    rows = [
        {
            "answers": "r.1",
            "attribution.person": c.person,
            "attribution.candidate": c.id,
            "text": f"Yes, I will repair path {i}.",
        }
        for i, c in enumerate(roster.candidates)
    ]
    field = tuple(c.id for c in roster.candidates)
    return cp.Dataset(
        areas=roster.areas,
        offices=roster.offices,
        contests=roster.contests,
        people=roster.people,
        candidates=roster.candidates,
        rounds=(cp.Round(id="r", title="R", contests=(CONTEST,), field=field),),
        asks=asks,
        remits=(cp.Remit(ask="r.1", office=roster.contests[0].office, power=cp.Power.DECIDES),),
        sources=(cp.Source(id="page", title="A page"),),
        responses=cp.responses_from_rows(rows, round="r", source="page"),
    )


def coded(n: int) -> cp.Dataset:
    return cp.code_responses(dataset(n))


Call = tuple[Callable[[int], object], Callable[..., object], int]
"""What makes the input, the call, and the size the smallest input has."""

CALLS: dict[str, Call] = {
    "parse (article)": (pages(PAGE), lambda d: cp.parse(d, "article"), 100),
    "parse (questionnaire)": (
        pages(FORM, "Name: Ann Body\nParty: Green\n\n"),
        lambda d: cp.parse(d, "questionnaire"),
        200,
    ),
    "parse (manifesto)": (pages(PLAN), lambda d: cp.parse(d, "manifesto"), 100),
    "parse (roundup)": (pages(ROUND_UP), lambda d: cp.parse(d, "roundup"), 100),
    "parse (kind sniffed)": (pages(PAGE), cp.parse, 50),
    "name_key": (lambda n: "Ann O’Body-Bä " * n, cp.name_key, 2_000),
    "parse_name": (lambda n: "Ann O’Body-Bä " * n, cp.parse_name, 2_000),
    "party_key": (lambda n: "Green & Red Party " * n, cp.party_key, 2_000),
    "match_party": (lambda n: "Green & Red Party " * n, cp.match_party, 500),
    "match_party (one word)": (lambda n: "a" * n, cp.match_party, 5_000),
    "office_key": (lambda n: "Mayor of the West " * n, cp.office_key, 2_000),
    "parse_office": (lambda n: "Mayor of the West " * n, cp.parse_office, 2_000),
    "parse_ballot_id": (
        lambda n: "mayor." + "a" * n + ".2030-05-02",
        cp.parse_ballot_id,
        50_000,
    ),
    "find_quantities": (lambda n: ANSWER * n, cp.find_quantities, 50),
    "code_response": (lambda n: ANSWER * n, cp.code_response, 20),
    "text_similarity": (
        lambda n: ANSWER * n,
        lambda text: cp.text_similarity(text, text[::-1]),
        50,
    ),
    "Roster.from_rows": (people, cp.Roster.from_rows, 500),
    "read_roster": (
        lambda n: in_a_file("roster.csv", as_csv(people(n))),
        cp.read_roster,
        500,
    ),
    "match_many (n names, n people)": (
        lambda n: cp.Roster.from_rows(people(n)),
        lambda roster: roster.match_many([c.name for c in roster.candidates]),
        250,
    ),
    "loads": (lambda n: cp.dumps(dataset(n)), cp.loads, 250),
    "dumps": (dataset, cp.dumps, 500),
    "to_tables": (dataset, cp.to_tables, 500),
    "from_tables": (lambda n: cp.to_tables(dataset(n)), cp.from_tables, 250),
    "asks_from_rows": (
        lambda n: [{"number": str(i), "title": f"Ask {i}"} for i in range(n)],
        lambda rows: cp.asks_from_rows(rows, round="r"),
        500,
    ),
    "code_responses": (dataset, cp.code_responses, 50),
    "worksheet": (dataset, lambda d: cp.worksheet(d, coder="jane"), 500),
    "score": (coded, cp.score, 100),
    "report_on": (coded, lambda d: str(cp.report_on(d)), 100),
    "repeated_statements": (coded, cp.repeated_statements, 100),
    "redact": (coded, lambda d: d.redact("p-0"), 100),
}


def forget() -> None:
    """Empty the memories of calls that remember what they were asked."""
    for call in (cp.name_key, cp.party_key, cp.match_party, cp.office_key, cp.parse_office):
        getattr(call, "cache_clear", lambda: None)()


def measured(
    make: Callable[[int], object], call: Callable[..., object], size: int
) -> tuple[float, int]:
    """Give processor seconds and bytes at the peak for one size; inputs are made anew for each run."""
    seconds = float("inf")
    for _ in range(2):
        given = make(size)
        forget()
        gc.collect()
        start = time.process_time()
        call(given)
        seconds = min(seconds, time.process_time() - start)
    given = make(size)
    forget()
    tracemalloc.start()
    call(given)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak


def growth(name: str) -> dict[str, float]:
    make, call, size = CALLS[name]
    call(make(size))
    found = [measured(make, call, size * times) for times in (1, 2, 4, 8)]
    pairs = list(itertools.pairwise(found))
    return {
        "size": size * 8,
        "seconds": round(found[-1][0], 4),
        "time": round(max(b[0] / max(a[0], 1e-9) for a, b in pairs), 2),
        "memory": round(max(b[1] / max(a[1], 1) for a, b in pairs), 2),
    }


def main(names: list[str]) -> None:
    held = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() and names else {}
    for name in names or CALLS:
        held[name] = told = growth(name)
        print(
            f"{name:32} {told['seconds']:8.3f} s  x{told['time']:.2f}  memory x{told['memory']:.2f}"
        )
        sys.stdout.flush()
        RESULTS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
