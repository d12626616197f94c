"""
Read a page, tie its answers to candidates, code and score them, and audit what the page claims.

    python examples/score_a_page.py                                    the invented page beside this file
    python examples/score_a_page.py PAGE --roster CSV --remits CSV     any page
    ... --json OUT                                                     also save the dataset

Exit status: 0 when the scoreboard was printed; 2, with one line on standard error, for faulty input.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import civicpledge as cp

HERE = Path(__file__).resolve().parent


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description="Score the candidates of one page.")
    parser.add_argument(
        "page", nargs="?", default=str(HERE / "assembly.txt"), help="text, HTML or PDF"
    )
    parser.add_argument(
        "--roster", default=str(HERE / "roster.csv"), help="who stands for what (CSV)"
    )
    parser.add_argument(
        "--remits", default=str(HERE / "remits.csv"), help="what each office can do (CSV)"
    )
    parser.add_argument("--json", metavar="OUT", help="save the dataset here")
    return parser.parse_args(given)


def read(page: str, roster: str, remits: str) -> tuple[cp.Reading, cp.Dataset]:
    """Take a page all the way to a coded dataset."""
    reading = cp.parse(cp.read_document(page))
    resolved = cp.resolve(reading, cp.read_roster(roster), remits=cp.read_remits(remits))
    return reading, cp.code_responses(resolved)


def tell(reading: cp.Reading, dataset: cp.Dataset) -> str:
    """Give the whole story as text: what was read, who committed to what, which claims do not hold."""
    return str(cp.report_on(dataset, reading=reading))


def main(given: Sequence[str] | None = None) -> int:
    """Run the example."""
    options = arguments(given)
    try:
        reading, dataset = read(options.page, options.roster, options.remits)
        if options.json:
            cp.dump(dataset, options.json)
    except cp.CivicPledgeError as error:
        print(f"error: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    print(tell(reading, dataset))
    kept = f"kept in {options.json}" if options.json else "kept by --json OUT"
    print(f"\nThe words behind every cell, each with its place on the page, are {kept}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
