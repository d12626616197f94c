"""
Print one digest of everything the library says about the example and a bundled dataset.

    python tests/trust/digest_of_a_report.py [SEED]

Rows, asks and records are shuffled by the seed before they go in; the digest must not move, whatever the
seed, the hash seed of the interpreter, and its version.
"""

import csv
import hashlib
import random
import sys
from pathlib import Path

import civicpledge as cp

EXAMPLES = Path(__file__).parents[2] / "examples"


def shuffled(items: object, seed: int) -> list[object]:
    found = list(items)
    random.Random(seed).shuffle(found)
    return found


def dataset_of_the_example(seed: int) -> cp.Dataset:
    reading = cp.parse(cp.read_document(EXAMPLES / "assembly.txt"))
    with (EXAMPLES / "roster.csv").open(encoding="utf-8", newline="") as file:
        roster = cp.Roster.from_rows(shuffled(csv.DictReader(file), seed))
    remits = shuffled(cp.read_remits(EXAMPLES / "remits.csv"), seed)
    return cp.code_responses(cp.resolve(reading, roster, remits=remits))


def reordered(dataset: cp.Dataset, seed: int) -> cp.Dataset:
    """Give the same dataset, made of records in another order."""
    held = {name: tuple(shuffled(kept, seed)) for name, kept in dataset.collections().items()}
    return cp.Dataset(**{**held, "provenance": dataset.provenance})


def told(dataset: cp.Dataset) -> str:
    board = cp.score(dataset)
    ways = (board.by_ask(), board.by_theme(), board.by_office(), board.ranks(), board.grid())
    found = (cp.robustness(dataset), cp.audit_claims(dataset), cp.repeated_statements(dataset))
    shown = "".join(result._repr_html_() for result in (*ways, *found))
    return f"{cp.dumps(dataset)}{cp.report_on(dataset)}{shown}"


def main(seed: int) -> str:
    bundled = reordered(cp.load_dataset("west-midlands-2021"), seed)
    whole = told(dataset_of_the_example(seed)) + told(bundled)
    return hashlib.sha256(whole.encode()).hexdigest()


if __name__ == "__main__":
    print(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
