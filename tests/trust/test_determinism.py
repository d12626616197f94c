"""The same input gives the same output: over orders, hash seeds, processes and threads."""

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from digest_of_a_report import main
from fuzz_targets import dataset, roster

import civicpledge as cp
from civicpledge.errors import Fault

SCRIPT = Path(__file__).with_name("digest_of_a_report.py")


def test_one_digest_whatever_the_order_and_the_hash_seed():
    digests = {main(0)}
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, SCRIPT, seed],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


@pytest.fixture(scope="module")
def elsewhere():
    """A process that was started anew, and knows nothing of this one."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield pool


def test_every_record_crosses_into_another_process_and_back(elsewhere, marked):
    made = marked("x")
    records = [record for kept in made.collections().values() for record in kept]
    assert {type(record).__name__ for record in records} >= {"Response", "Coding", "Claim", "Round"}
    assert elsewhere.apply(list, (records,)) == records
    assert elsewhere.apply(list, ([made, *made.cells()],)) == [made, *made.cells()]


def test_every_result_crosses_into_another_process_and_back(elsewhere):
    made, board = dataset(), cp.score(dataset())
    reading = cp.parse(cp.read_document(Path(__file__).parents[2] / "examples" / "assembly.txt"))
    outcomes = [roster().match(name) for name in ("Ada Marlow", "Marlow", "Zed Zebra")]
    results = [reading, board, cp.robustness(made), cp.audit_claims(made), cp.Rubric(), *outcomes]
    tables = [r.to_table() for r in (board.ranks(), board.grid(), cp.repeated_statements(made))]
    assert elsewhere.apply(list, ([*results, *tables],)) == [*results, *tables]


ERRORS = [
    cp.RosterError("roster.csv", (Fault("row 2", "is empty"), Fault("row 3", "is empty"))),
    cp.EncodingError("page.txt", "is not UTF-8"),
    cp.UnknownIdError("ask", "page.9", ("page.8",)),
    cp.AmbiguousIdError("candidate", "ann", ("a.ann", "b.ann")),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_from_another_process_with_its_facts(elsewhere, error):
    (back,) = elsewhere.apply(list, ([error],))
    assert (type(back), str(back)) == (type(error), str(error))


def test_eight_threads_score_and_match_one_dataset_alike():
    made = cp.loads(cp.dumps(dataset()))  # with none of its look-up tables made
    fresh = cp.Roster.from_rows(
        {"id": c.person, "name": c.name, "contest": c.contest} for c in roster().candidates
    )

    def work(_):
        outcomes = fresh.match_many(["Ada Marlow", "Finch, Tobias", "Nobody Here"] * 5)
        return str(cp.score(made)), str(cp.report_on(made)), [type(o).__name__ for o in outcomes]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, range(8)))
    assert found == [work(0)] * 8
