"""
Measure the matching of names beside its peers: accuracy, speed, memory, and what each idea is worth.

    CIVICPLEDGE_EVAL=folder python bench/names.py [accuracy] [ablations] [parties] [speed]

The folder holds ``names/roster.csv``, ``mentions.csv``, ``contest_hard.csv``, ``ambiguous.csv``,
``parties.csv`` and ``big_roster.txt``, which may not be shipped; where it is not there, nothing is measured
and that is said. Peers are optional and named where they are not installed. A threshold is chosen on the
rows of the split "dev" and held on the rows of "test"; where there are none, on the same rows.
"""

import csv
import importlib.util
import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from name_peers import NO_ADAPTER, PEERS, Adapter, Answer, Row
from rapidfuzz import fuzz, process

from civicpledge.matching import (
    Ambiguous,
    Matched,
    Roster,
    Unmatched,
    comparing,
    index,
    matcher,
    scope,
)
from civicpledge.matching.evidence import NUMBER, POINTS
from civicpledge.model.ids import slug
from civicpledge.normalise import names as normalised
from civicpledge.normalise.names import name_key
from civicpledge.normalise.parties import PartyKind, match_party, party_key

Result = tuple[Row, str | None, float]


def rows(folder: Path, name: str) -> list[Row]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# The library, as one answer and one score a mention.


def roster_of(listed: Sequence[Row]) -> Roster:
    """Make a roster; namesakes of one area go to contests of their own."""
    seen: Counter[tuple[str, str]] = Counter()
    taken = []
    for row in listed:
        key = (slug(row["area"] or "all"), name_key(row["name"]))
        seen[key] += 1
        taken.append(
            {
                "id": row["id"],
                "name": row["name"],
                "area": row["area"],
                "contest": f"{key[0]}.{seen[key]}",
            }
        )
    return Roster.from_rows(taken)


def library(mentions: Sequence[str], listed: Sequence[Row]) -> list[Answer]:
    answers: list[Answer] = []
    for outcome in roster_of(listed).match_many(mentions):
        match outcome:
            case Matched():
                answers.append((outcome.candidate.person, outcome.similarity))
            case Unmatched(nearest=(first, *_)):
                answers.append((first.candidate.person, first.similarity))
            case Ambiguous() | Unmatched():
                answers.append((None, 0.0))
    return answers


def installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


# Scores.


def groups(folder: Path, mode: str) -> Iterator[tuple[list[Row], list[Row]]]:
    listed, mentions = rows(folder, "roster.csv"), rows(folder, f"{_FILES[mode]}.csv")
    columns = ("set", "scope")
    if mode == "contest":
        mentions += rows(folder, "contest_hard.csv")
        listed = [row for row in listed if row["set"] == "uk_ge2015"]
        mentions = [row for row in mentions if row["set"] == "uk_ge2015"]
        columns = ("set", "area")
    by_group: dict[tuple[str, ...], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for place, source in enumerate((listed, mentions)):
        for row in source:
            by_group[tuple(row[c] for c in columns)][place].append(row)
    for _, (some, asked) in sorted(by_group.items()):
        if some and asked:
            yield some, asked


_FILES = {"all": "mentions", "contest": "mentions", "ambiguous": "ambiguous"}


def run(adapter: Adapter, folder: Path, mode: str) -> list[Result]:
    results: list[Result] = []
    for listed, asked in groups(folder, mode):
        answers = adapter([row["mention"] for row in asked], listed)
        results += [(row, *answer) for row, answer in zip(asked, answers, strict=True)]
    return results


def at(results: Sequence[Result], threshold: float) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the answers at *threshold* or over it."""
    given = [(row, who) for row, who, score in results if who is not None and score >= threshold]
    right = sum(who == row["true_id"] for row, who in given if row["true_id"])
    known = sum(bool(row["true_id"]) for row, _, _ in results)
    precision = right / len(given) if given else 1.0
    recall = right / known if known else 0.0
    return precision, recall, 2 * right / (len(given) + known) if given or known else 0.0


def choose(results: Sequence[Result], least_precision: float | None = None) -> float:
    """Give the threshold of the best F1, or of the best recall with that precision; none is infinite."""
    points = sorted(
        ((s, bool(r["true_id"]) and w == r["true_id"]) for r, w, s in results if w is not None),
        reverse=True,
    )
    known = sum(bool(row["true_id"]) for row, _, _ in results)
    best, threshold, right = -1.0, float("inf"), 0
    for count, (score, hit) in enumerate(points, 1):
        right += hit
        if count < len(points) and points[count][0] == score:
            continue
        if least_precision is None:
            worth = 2 * right / (count + known)
        else:
            worth = right / known if right / count >= least_precision else -1.0
        if worth > best:
            best, threshold = worth, score
    return threshold


def halves(results: Sequence[Result]) -> tuple[list[Result], list[Result]]:
    test = [result for result in results if result[0]["split"] == "test"]
    dev = [result for result in results if result[0]["split"] == "dev"]
    return dev or test, test or dev


def figures(adapter: Adapter, folder: Path) -> list[str]:
    """Give F1, recall at 98 % precision, the contest's precision and recall, ambiguous answered."""
    dev, test = halves(run(adapter, folder, "all"))
    threshold, sure = choose(dev), choose(dev, 0.98)
    cells = [f"{at(test, threshold)[2]:.3f}", f"{at(test, sure)[1]:.3f}" if sure < 1e9 else "never"]
    dev, test = halves(run(adapter, folder, "contest"))
    precision, recall, _ = at(test, choose(dev))
    cells += [f"{precision:.3f}", f"{recall:.3f}"]
    unclear = run(adapter, folder, "ambiguous")
    answered = sum(who is not None and score >= threshold for _, who, score in unclear)
    return [*cells, f"{answered} of {len(unclear)}"]


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    print("| " + " | ".join(heads) + " |")
    print("|" + "|".join("---" for _ in heads) + "|")
    for line in lines:
        print("| " + " | ".join(line) + " |")
    print(flush=True)


HEADS = ("F1", "recall at 98 % precision", "contest: precision", "recall", "ambiguous answered")


def accuracy(folder: Path) -> None:
    lines = [["civicpledge", *figures(library, folder)]]
    for name, (module, adapter) in PEERS.items():
        lines.append(
            [name, *(figures(adapter, folder) if installed(module) else ["not installed"])]
        )
    lines += [
        [name, "installed, not run" if installed(name) else "not installed"] for name in NO_ADAPTER
    ]
    table(("matcher", *HEADS), lines)


# What each idea is worth: the same points, one idea off.


def without(*rules: str) -> Callable[[ExitStack], None]:
    def off(stack: ExitStack) -> None:
        numbers = {NUMBER[rule] for rule in rules}
        points = tuple(0.0 if n in numbers else value for n, value in enumerate(POINTS))
        stack.enter_context(patch.object(matcher, "POINTS", points))

    return off


def _no_rarity(stack: ExitStack) -> None:
    stack.enter_context(patch.object(matcher, "rarity_points", lambda _: 0.0))


def _no_nicknames(stack: ExitStack) -> None:
    for module in (comparing, index):
        stack.enter_context(patch.object(module, "other_forms", lambda _: frozenset()))
    stack.enter_context(patch.object(comparing, "shared_forms", lambda _: frozenset()))
    stack.enter_context(patch.object(index, "initials_of", lambda word: word[:1]))


def _no_margin(stack: ExitStack) -> None:
    stack.enter_context(
        patch.object(scope, "is_rival", lambda best, other: best.points <= other.points)
    )


def _no_bearers_of_every_word(stack: ExitStack) -> None:
    stack.enter_context(patch.object(matcher, "_HOLDS_EVERY_WORD", frozenset()))


def _no_abstaining(stack: ExitStack) -> None:
    stack.enter_context(patch.object(scope.Scope, "_too_little", lambda *_: ""))


def _no_misspelling(stack: ExitStack) -> None:
    stack.enter_context(patch.object(index.NameIndex, "entries_spelled_like", lambda *_: set()))


def _no_initials(stack: ExitStack) -> None:
    same = comparing.same_given
    stack.enter_context(
        patch.object(
            comparing,
            "same_given",
            lambda a, b: -1 if a != b and 1 in (len(a), len(b)) else same(a, b),
        )
    )


def _no_structure(stack: ExitStack) -> None:
    read = normalised.read_forms

    def plain(text: str) -> object:
        return read(text.replace(",", " "))

    for module in (scope, index):
        stack.enter_context(patch.object(module, "read_forms", plain))


def _no_places(stack: ExitStack) -> None:
    stack.enter_context(patch.object(matcher, "compare_place", lambda *_: None))


IDEAS: dict[str, Callable[[ExitStack], None]] = {
    "nothing": lambda _: None,
    "commas read as structure (“Last, First”, “SMITH, 18TH”)": _no_structure,
    "given names that disagree": without("given-differs", "given-letter", "initial-differs"),
    "initials": _no_initials,
    "nicknames": _no_nicknames,
    "misspelt surnames looked for": _no_misspelling,
    "two slips, other first letters, surnames of others": without(
        "two-slips", "surname-onset", "surname-others"
    ),
    "middle names that disagree": without("middle-differs"),
    "rare surnames weigh more": _no_rarity,
    "places and districts": _no_places,
    "ranks and sexes of titles": without("rank-one", "rank-differs", "sex-differs"),
    "margin over the runner-up": _no_margin,
    "no answer where another bears every word of the name": _no_bearers_of_every_word,
    "no answer on a surname, an initial or an order that leaves it open": _no_abstaining,
}


def ablations(folder: Path) -> None:
    lines = []
    for name, off in IDEAS.items():
        with ExitStack() as stack:
            off(stack)
            lines.append([name, *figures(library, folder)])
    table(("without", *HEADS), lines)


def parties(folder: Path) -> None:
    """Print the share of labels found, by register number or, where a party is in no table, by its name."""
    labels: dict[str, list[bool]] = defaultdict(list)
    for row in rows(folder, "parties.csv"):
        found = match_party(row["variant"])
        register = found.register.replace("joint ", "joint-party:").replace(
            "unregistered ", "ynmp-party:"
        )
        alone = found.kind in (PartyKind.INDEPENDENT, PartyKind.UNKNOWN, PartyKind.SPEAKER)
        same_name = party_key(found.name) == party_key(row["canonical"])
        press = not row["source"].startswith("Electoral Commission")
        source = "press and councils" if press else "the register itself"
        labels[source].append(register == row["canonical_id"] or (alone and same_name))
    table(
        ("labels of", "count", "top-1"),
        [[s, str(len(hits)), f"{sum(hits) / len(hits):.3f}"] for s, hits in sorted(labels.items())],
    )


# Speed: the index apart, then mentions a second.


def speed(folder: Path) -> None:
    big = (folder / "big_roster.txt").read_text(encoding="utf-8").splitlines()
    asked = [row["mention"] for row in rows(folder, "mentions.csv")][:2000]
    lines = []
    for count in (4500, len(big)):
        listed = [
            {"id": f"p{number}", "name": name, "area": str(number % 97)}
            for number, name in enumerate(big[:count])
        ]
        mentions = [*asked, *(row["name"] for row in listed[:: max(1, count // 2000)])]
        lines.append([f"civicpledge, {count:,} names", *_timed(roster_of(listed), mentions)])
        lines += _peer_speeds(count, mentions, listed)
    table(("matcher", "index", "one process", "two", "memory"), lines)


def _timed(roster: Roster, mentions: Sequence[str]) -> list[str]:
    start = time.perf_counter()
    roster.match("")
    built = time.perf_counter() - start
    start = time.perf_counter()
    roster.match_many(mentions)
    alone = len(mentions) / (time.perf_counter() - start)
    many = [*mentions] * 4
    start = time.perf_counter()
    roster.match_many(many, workers=2)
    two = len(many) / (time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return [f"{built:.2f} s", f"{alone:,.0f} a second", f"{two:,.0f} a second", f"{memory} MB"]


def _peer_speeds(count: int, mentions: Sequence[str], listed: Sequence[Row]) -> list[list[str]]:
    lines = []
    few = mentions[:: max(1, len(mentions) * count // 400_000)]
    for name, (module, adapter) in PEERS.items():
        if not installed(module):
            lines.append([f"{name}, {count:,} names", "not installed"])
            continue
        start = time.perf_counter()
        adapter(few, listed)
        rate = len(few) / (time.perf_counter() - start)
        lines.append([f"{name}, {count:,} names", "in the time", f"{rate:,.0f} a second"])
    if installed("numpy"):
        lines.append([f"cdist(fuzz.ratio), {count:,} names", "none", *_ceiling(mentions, listed)])
    else:
        lines.append([f"cdist(fuzz.ratio), {count:,} names", "numpy is not installed"])
    return lines


def _ceiling(mentions: Sequence[str], listed: Sequence[Row]) -> list[str]:
    some, choices = mentions[:200], [row["name"] for row in listed]
    start = time.perf_counter()
    process.cdist(some, choices, scorer=fuzz.ratio, workers=2)
    rate = len(some) / (time.perf_counter() - start)
    return ["", f"{rate:,.0f} a second ({rate * len(choices) / 1e6:,.0f} M pairs)"]


PARTS = {"accuracy": accuracy, "ablations": ablations, "parties": parties, "speed": speed}


def main(chosen: Sequence[str]) -> None:
    where = os.environ.get("CIVICPLEDGE_EVAL")
    folder = Path(where or "", "names")
    if not where or not (folder / "roster.csv").is_file():
        print(
            "CIVICPLEDGE_EVAL does not name the folder of measuring material: nothing is measured"
        )
        return
    for name in chosen or PARTS:
        print(f"## {name}\n")
        PARTS[name](folder)


if __name__ == "__main__":
    main(sys.argv[1:])
