"""
How long the page to publish takes, and how large it is: the assembly of 2021, and 30 candidates by 30 asks.

    python bench/page.py

The larger dataset is invented, by a seeded generator. Seconds are of the processor, the best of five.
"""

import importlib.util
import random
import sys
import time
from pathlib import Path

from civicpledge import Dataset, Power, Stance, load_dataset
from civicpledge.publish import page_of

WORLDS = Path(__file__).parents[1] / "tests" / "scoring" / "worlds.py"
CANDIDATES, ASKS, ANSWERED = 30, 30, 0.9


def invented() -> Dataset:
    """Make a contest in which most candidates answered most asks, each answer coded."""
    spec = importlib.util.spec_from_file_location("worlds", WORLDS)
    assert spec is not None
    assert spec.loader is not None
    worlds = sys.modules["worlds"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(worlds)
    world, dice = worlds.World(), random.Random(2030)
    candidates = [world.candidate(f"person-{i}") for i in range(CANDIDATES)]
    powers = [Power.DECIDES, Power.CONVENES]
    asks = [world.ask(i + 1, mayor=dice.choice(powers)) for i in range(ASKS)]
    for candidate in candidates:
        for ask in asks:
            if dice.random() < ANSWERED:
                world.held(candidate, ask, dice.choice(list(Stance)))
    made: Dataset = world.dataset()
    return made


def main() -> None:
    """Write both pages a few times and print what they took."""
    for name, dataset in {
        "six candidates, nine asks": load_dataset("west-midlands-2021"),
        f"{CANDIDATES} candidates, {ASKS} asks": invented(),
    }.items():
        seconds = []
        for _ in range(5):
            began = time.process_time()
            page = page_of(dataset)
            seconds.append(time.process_time() - began)
        print(f"{name}: {min(seconds):.2f} s, {len(page.encode()) / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
