"""The peers that ``names.py`` measures beside the library: each gives a best answer and its score."""

import importlib
import itertools
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

Row = dict[str, str]
Answer = tuple[str | None, float]
Adapter = Callable[[Sequence[str], Sequence[Row]], list[Answer]]


def _extract_one(scorer: str) -> Adapter:
    def answer(mentions: Sequence[str], listed: Sequence[Row]) -> list[Answer]:
        ids = [row["id"] for row in listed]
        choices = [utils.default_process(row["name"]) for row in listed]
        found = []
        for mention in mentions:
            query = utils.default_process(mention)
            best = process.extractOne(query, choices, scorer=getattr(fuzz, scorer))
            found.append((ids[best[2]], best[1]) if best else (None, 0.0))
        return found

    return answer


def _nameparser(mentions: Sequence[str], listed: Sequence[Row]) -> list[Answer]:
    human_name = importlib.import_module("nameparser").HumanName

    def parts(text: str) -> tuple[str, str]:
        name = human_name(text)
        return f"{name.first} {name.middle}".lower().strip(), str(name.last).lower()

    options = [(row["id"], parts(row["name"])) for row in listed]
    found = []
    for mention in mentions:
        given, last = parts(mention)
        scored = (
            (
                0.6 * fuzz.ratio(last, theirs[1]) + 0.4 * fuzz.token_set_ratio(given, theirs[0]),
                number,
            )
            for number, theirs in options
        )
        best = max(scored, default=(0.0, None))
        found.append((best[1], best[0]))
    return found


_NUMBERS = itertools.count()
SHORTLIST = 5
"""Options that nomenklatura compares, the best by token_set_ratio: a pair takes it over a millisecond."""


def _nomenklatura(mentions: Sequence[str], listed: Sequence[Row]) -> list[Answer]:
    algorithm = importlib.import_module("nomenklatura.matching").get_algorithm("logic-v2")
    proxy = importlib.import_module("followthemoney").EntityProxy.from_dict
    config = algorithm.default_config()

    def person(name: str) -> object:
        identifier = f"person-{next(_NUMBERS)}"  # the peer keeps what it read under the identifier
        return proxy({"id": identifier, "schema": "Person", "properties": {"name": [name]}})

    choices = [utils.default_process(row["name"]) for row in listed]
    found = []
    for mention in mentions:
        query = person(mention)
        scorer = fuzz.token_set_ratio
        near = process.extract(
            utils.default_process(mention), choices, scorer=scorer, limit=SHORTLIST
        )
        options = [(listed[n]["id"], person(listed[n]["name"])) for _, _, n in near]
        scored = [(algorithm.compare(query, option, config).score, i) for i, option in options]
        best = max(scored, default=(0.0, None))
        found.append((best[1], best[0]))
    return found


PEERS: dict[str, tuple[str, Adapter]] = {
    "rapidfuzz WRatio": ("rapidfuzz", _extract_one("WRatio")),
    "rapidfuzz token_sort_ratio": ("rapidfuzz", _extract_one("token_sort_ratio")),
    "rapidfuzz token_set_ratio": ("rapidfuzz", _extract_one("token_set_ratio")),
    "nameparser + rapidfuzz": ("nameparser", _nameparser),
    "nomenklatura logic-v2": ("nomenklatura", _nomenklatura),
}
NO_ADAPTER = ("splink",)
"""Peers that this script does not run: splink wants a model trained on every roster."""
