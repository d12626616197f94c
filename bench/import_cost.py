"""
What importing ``civicpledge`` costs beside importing the four libraries it stands on.

The import itself loads nothing; "every name" loads every room, as a script that used all of them would.
Each case runs in fresh interpreters, in turn; medians of wall time and ratios are printed.
"""

import statistics
import subprocess
import sys
import time

RUNS = 15
BASE = "import attrs, cattrs, rapidfuzz, tabulate"
PAGE = "import civicpledge as cp; cp.parse, cp.resolve, cp.code_responses, cp.score, cp.compare"
EVERY = "import civicpledge as cp; [getattr(cp, name) for name in cp.__all__]"
CASES = {
    "bare interpreter": "pass",
    "the four libraries": BASE,
    "civicpledge": "import civicpledge",
    "a page's whole path": PAGE,
    "every name": EVERY,
}


def seconds(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - began


def main() -> None:
    taken: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(RUNS):
        for name, code in CASES.items():
            taken[name].append(seconds(code))
    medians = {name: statistics.median(values) for name, values in taken.items()}
    for name, median in medians.items():
        print(f"{name:20} {median * 1000:6.0f} ms (median of {RUNS})")
    for name in list(CASES)[2:]:
        ratios = [a / b for a, b in zip(taken[name], taken["the four libraries"], strict=True)]
        print(f"{name} / the four libraries: {statistics.median(ratios):.2f} (median of pairs)")


if __name__ == "__main__":
    main()
