"""
Figures found in sentences, beside quantulum3 where it is installed.

Run with ``CIVICPLEDGE_EVAL`` set to the folder of the measuring material.
"""

import csv
import importlib
import os
import re
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

from civicpledge.model.findings import Deadline
from civicpledge.normalise.quantities import find_quantities

Figures = Counter[object]
_NOT_ASKED_FOR = re.compile(r"not a|no quantity|\bage\b|since|election day|^\d{4}$|^\d{1,2} [A-Z]")
_VALUE = re.compile(
    r"(?P<times>x)?(?P<number>\d+(?:\.\d+)?(?:e\d+)?)(?:/(?P<below>\d+))?(?P<share>\s?%)?"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905


def expected(noted: str) -> Figures:
    """Read what a careful reader noted; dates, ages and labels are not asked for."""
    found: Figures = Counter()
    for note in map(str.strip, noted.split(";")):
        if _NOT_ASKED_FOR.search(note):
            continue
        deadline = _deadline(note)
        if deadline:
            found[deadline] += 1
            continue
        found.update(_number(match) for match in _VALUE.finditer(note) if match["number"])
    return found


def _deadline(note: str) -> object:
    year = re.fullmatch(r"(?:deadline )?end (\d{4})", note)
    if year:
        return ("by", int(year[1]))
    month = re.search(r"end of ([A-Z][a-z]{2})", note)
    if month:
        return ("by month", _MONTHS.index(month[1].lower()) + 1)
    if "decade" in note:
        return ("by", "decade")
    span = re.search(r"within (\d+) (year|month)", note)
    if span:
        return ("within", int(span[1]), span[2])
    return ("within", 1, "year") if note.startswith("first year") else None


def _number(match: re.Match[str]) -> Fraction:
    value = (
        Fraction(int(float(match["number"])))
        if "e" in match["number"]
        else Fraction(match["number"])
    )
    if match["below"]:
        value /= int(match["below"])
    return value / 100 if match["share"] else value


def ours(sentence: str) -> Figures:
    found: Figures = Counter()
    for quantity in find_quantities(sentence):
        found[_told(quantity.deadline) if quantity.deadline else quantity.value] += 1
    return found


def _told(deadline: Deadline) -> object:
    if deadline.year:
        return ("by", deadline.year)
    if deadline.month:
        return ("by month", deadline.month)
    if deadline.within:
        return ("within", int(deadline.within), deadline.unit)
    return ("by", str(deadline.anchor))


def quantulum(sentence: str) -> Figures:
    parser = importlib.import_module("quantulum3.parser")
    found: Figures = Counter()
    for quantity in parser.parse(sentence):
        value = Fraction(quantity.value).limit_denominator(1000)
        found[value / 100 if quantity.unit.name == "percentage" else value] += 1
    return found


def measure(name: str, find: object, rows: list[dict[str, str]], *, misses: bool = False) -> None:
    hits = wanted = made = 0
    started = time.perf_counter()
    for row in rows:
        want, got = expected(row["figures"]), find(row["sentence"])  # type: ignore[operator]
        common = want & got
        hits, wanted, made = hits + common.total(), wanted + want.total(), made + got.total()
        if misses and want != got:
            print(f"    {row['figures']}: missed {list(want - got)}, made up {list(got - want)}")
    spent = (time.perf_counter() - started) / max(len(rows), 1)
    precision, recall = hits / max(made, 1), hits / max(wanted, 1)
    print(
        f"| {name:12} | {precision:9.3f} | {recall:6.3f} | {made:5} | {wanted:6} | {1e3 * spent:8.2f} ms |"
    )


def main() -> int:
    folder = os.environ.get("CIVICPLEDGE_EVAL")
    if not folder:
        print("CIVICPLEDGE_EVAL is not set: the measuring material is not here")
        return 0
    with (Path(folder) / "responses" / "figures.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    print("| finder       | precision | recall | found | wanted | a sentence |")
    print("|--------------|-----------|--------|-------|--------|-------------|")
    measure("civicpledge", ours, rows, misses="-v" in sys.argv)
    try:
        measure("quantulum3", quantulum, rows, misses="-v" in sys.argv)
    except ImportError:
        print("| quantulum3 is not installed |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
