"""
What it costs to refuse common names: very names refused from some commonness on, and what is left.

    CIVICPLEDGE_EVAL=folder python bench/namesakes.py

The commonness of a full name is the number of people on the roster who bear the surname times the share of
the roster that bears the given name: how many such people chance alone would make. Where the material is
not there, nothing is measured and that is said.
"""

import os
from collections import Counter
from pathlib import Path

from name_peers import Row
from names import groups, roster_of, table

from civicpledge.matching import Matched
from civicpledge.normalise.names import NameForm, read_forms

CUTS = (float("inf"), 0.05, 0.03, 0.02, 0.01, 0.005, 0.002)

Answered = tuple[Row, str | None, float]


def first_form(name: str) -> NameForm | None:
    return next(iter(read_forms(name)), None)


def very_name(mention: str, listed: str) -> NameForm | None:
    """Give the form of a full name that is printed as it is listed; None where the two differ."""
    mine, theirs = first_form(mention), first_form(listed)
    if mine is None or theirs is None or not mine.given:
        return None
    return mine if (mine.given, mine.surname) == (theirs.given, theirs.surname) else None


def answers(folder: Path, mode: str) -> list[Answered]:
    """Give whom the library matches, and how common the name is; no commonness but for very names."""
    found: list[Answered] = []
    for listed, asked in groups(folder, mode):
        forms = [form for row in listed if (form := first_form(row["name"])) is not None]
        given = Counter(form.given[0] for form in forms if form.given)
        surnames = Counter(form.joined for form in forms)
        outcomes = roster_of(listed).match_many([row["mention"] for row in asked])
        for row, outcome in zip(asked, outcomes, strict=True):
            if not isinstance(outcome, Matched):
                found.append((row, None, 0.0))
                continue
            form = very_name(row["mention"], outcome.candidate.name)
            chance = surnames[form.joined] * given[form.given[0]] / len(forms) if form else 0.0
            found.append((row, outcome.candidate.person, chance))
    return found


def line(cut: float, known: int, ordinary: list[Answered], unclear: list[Answered]) -> list[str]:
    kept = [(row, who) for row, who, chance in ordinary if who is not None and chance < cut]
    right = sum(who == row["true_id"] for row, who in kept)
    left = [(row, who) for row, who, chance in unclear if who is not None and chance < cut]
    true = sum(who == row["true_id"] for row, who in left)
    return [
        "none" if cut > 1 else f"{cut:g} and more",
        f"{2 * right / (len(kept) + known):.3f}",
        f"{right:,}",
        f"{len(left)} of {len(unclear)}",
        str(true),
    ]


def main() -> None:
    where = os.environ.get("CIVICPLEDGE_EVAL")
    folder = Path(where or "", "names")
    if not where or not (folder / "roster.csv").is_file():
        print("CIVICPLEDGE_EVAL does not name the folder of measuring material")
        return
    ordinary, unclear = answers(folder, "all"), answers(folder, "ambiguous")
    known = sum(bool(row["true_id"]) for row, _, _ in ordinary)
    hits = [who == row["true_id"] for row, who, chance in ordinary if chance]
    print(f"very names among the mentions: {len(hits):,}, of them right {sum(hits):,}\n")
    heads = ("refused", "F1", "right answers", "ambiguous answered", "of these rightly")
    table(heads, [line(cut, known, ordinary, unclear) for cut in CUTS])


if __name__ == "__main__":
    main()
