"""
Growth of every public call that takes text or rows: time and memory at n, 2n, 4n and 8n.

    python bench/growth.py [CALL ...]

Prints, for each call, the largest factor that a doubling costs in processor time (the quicker of two runs)
and in memory at its peak: 2 is linear, 4 quadratic. A constant part makes it less than 2. The figures go to
``bench/growth.json``, from which the documentation tells them. ``bench/readers.py`` has more kinds of text.
"""

import csv
import datetime as dt
import gc
import importlib
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


def framed(n: int) -> object:
    """Give a roster as a dataframe: an Arrow table."""
    return importlib.import_module("pyarrow").Table.from_pylist(people(n))


def response_rows(n: int) -> list[dict[str, str]]:
    """Give rows of *n* answers to one ask."""
    return [
        {"answers": "r.1", "attribution.person": f"p-{i}", "text": f"Yes, {i}."} for i in range(n)
    ]


def coding_rows(n: int) -> tuple[list[dict[str, str]], cp.Dataset]:
    """Give a person's codings of *n* answers, and the dataset of the answers."""
    held = dataset(n)
    rows = [
        {
            "response": r.id,
            "ask": "r.1",
            "coder": "jane",
            "date": "2030-05-03",
            "finding.stance": "committed",
            "finding.specificity": "2",
        }
        for r in held.responses
    ]
    return rows, held


def remit_rows(n: int) -> list[dict[str, str]]:
    office = "mayor.haven"
    return [{"ask": str(i), "office": office, "power": "decides"} for i in range(1, n + 1)]


def decision_rows(n: int) -> list[dict[str, str]]:
    told = {"by": "jane", "date": "2030-05-03", "reason": "the letter says so"}
    return [{"name": f"A. Body{i}", "choice": f"p-{i}", **told} for i in range(n)]


def filled_sheet(n: int) -> tuple[Path, cp.Dataset]:
    """Give a worksheet of *n* answers as a coder sends it back: two columns filled in."""
    held = dataset(n)
    rows = cp.worksheet(held, coder="jane").to_table()
    filled = [
        {
            **dict(zip(rows.names, map(_cell, row), strict=True)),
            "stance": "committed",
            "specificity": "2",
        }
        for row in rows.rows()
    ]
    return in_a_file("sheet.csv", as_csv(filled)), held


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def folder_of_forms(n: int) -> Path:
    folder = Path(tempfile.mkdtemp())
    for i in range(n):
        (folder / f"{i}.txt").write_text(FORM.format(n=i) * 5, encoding="utf-8")
    return folder


def folder_of_tables(n: int) -> Path:
    folder = Path(tempfile.mkdtemp())
    cp.write_tables(dataset(n), folder)
    return folder


def tied(n: int) -> tuple[cp.Reading, cp.Roster, tuple[cp.RemitRow, ...]]:
    """Give what ties *n* answers of a page: the reading, one candidate, and the remits."""
    reading = cp.parse(pages(PAGE)(n), "article")
    roster = cp.Roster.from_rows([{"id": "ann", "name": "Ann Body", "contest": CONTEST}])
    powers = {"mayor.haven": {"decides": " ".join(str(i) for i in range(1, n + 1))}}
    return reading, roster, cp.remits(powers)


def two_codings(n: int) -> tuple[cp.Coding, ...]:
    """Give what the codebook and a person hold of *n* answers."""
    rows, held = coding_rows(n)
    return (*cp.codings_from_rows(rows, dataset=held), *cp.code_responses(held).codings)


def checked(n: int) -> tuple[cp.Dataset, cp.Document]:
    reading, roster, remits = tied(n)
    return cp.resolve(reading, roster, remits=remits), pages(PAGE)(n)


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
    "load": (lambda n: in_a_file("held.json", cp.dumps(dataset(n))), cp.load, 250),
    "read_document": (
        lambda n: in_a_file("page.html", f"<p>{ANSWER}</p>" * n),
        cp.read_document,
        500,
    ),
    "read_questionnaires": (folder_of_forms, cp.read_questionnaires, 50),
    "read_remits": (lambda n: in_a_file("r.csv", as_csv(remit_rows(n))), cp.read_remits, 500),
    "remits": (
        lambda n: {"mayor.haven": {"decides": " ".join(str(i) for i in range(1, n + 1))}},
        cp.remits,
        2_000,
    ),
    "read_decisions": (
        lambda n: in_a_file("d.csv", as_csv(decision_rows(n))),
        cp.read_decisions,
        500,
    ),
    "write_decisions": (
        lambda n: cp.read_decisions(in_a_file("d.csv", as_csv(decision_rows(n)))),
        lambda held: cp.write_decisions(in_a_file("o.csv", ""), held),
        500,
    ),
    "read_worksheet": (
        filled_sheet,
        lambda given: cp.read_worksheet(*given, coder="jane", date=dt.date(2030, 5, 3)),
        100,
    ),
    "read_tables": (folder_of_tables, cp.read_tables, 250),
    "responses_from_rows": (
        response_rows,
        lambda rows: cp.responses_from_rows(rows, round="r", source="page"),
        500,
    ),
    "codings_from_rows": (
        coding_rows,
        lambda given: cp.codings_from_rows(given[0], dataset=given[1]),
        250,
    ),
    "roster_from_frame": (framed, cp.roster_from_frame, 500),
    "resolve": (tied, lambda given: cp.resolve(given[0], given[1], remits=given[2]), 50),
    "verify": (checked, lambda given: cp.verify(*given), 100),
    "audit_claims": (lambda n: checked(n)[0], cp.audit_claims, 50),
    "coder_agreement": (two_codings, lambda held: cp.coder_agreement(held, resamples=20), 100),
    "diff_codings": (two_codings, lambda held: cp.diff_codings(held, held), 100),
    "explain": (
        lambda n: (cp.code_response(ANSWER * n), ANSWER * n),
        lambda given: cp.explain(*given),
        20,
    ),
    "peer_score": (lambda n: "YYNUM" * n, lambda sheet: cp.peer_score("wahl_o_mat", sheet), 2_000),
    "stated_consistency": (
        lambda n: "YYNUM" * n,
        lambda sheet: cp.stated_consistency(sheet, sheet[::-1]),
        2_000,
    ),
    "is_ballot_id": (lambda n: "mayor." + "a" * n, cp.is_ballot_id, 50_000),
    "unguarded": (lambda n: "'=1+1" * n, cp.unguarded, 50_000),
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
