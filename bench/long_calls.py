"""
What the long calls take: seconds of the processor, and the memory a call adds at its peak.

    python bench/long_calls.py [--responses 30000] [--characters 1000000]

Pages and people are invented. The memory is what the process held at most during the call, less what it
held before, as Linux counts it; elsewhere it is not told.
"""

import argparse
import gc
import html
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import growth

import civicpledge as cp
import model

T = TypeVar("T")
STATUS = Path("/proc/self/status")
FORGET = Path("/proc/self/clear_refs")
PAGES = {
    "article": (growth.PAGE, ""),
    "questionnaire": (growth.FORM, "Name: Ann Body\nParty: Green\n\n"),
    "manifesto": (growth.PLAN, ""),
    "roundup": (growth.ROUND_UP, ""),
}


def held(line: str) -> int:
    """Megabytes of one line of the system's account of this process."""
    if not STATUS.exists():
        return 0
    text = STATUS.read_text(encoding="ascii")
    return int(text.split(f"{line}:")[1].split()[0]) // 1024


def timed(name: str, work: Callable[[], T]) -> T:
    """Do *work* and print what it took."""
    gc.collect()
    before = held("VmRSS")
    if FORGET.exists():
        FORGET.write_text("5", encoding="ascii")  # the peak is counted anew
    began = time.process_time()
    made = work()
    seconds = time.process_time() - began
    print(f"{name:44} {seconds:8.2f} s {max(held('VmHWM') - before, 0):6} MB", flush=True)
    return made


def read(characters: int) -> None:
    """Read a page of each kind, and resolve one that asks nothing."""
    for kind, (unit, head) in PAGES.items():
        document = growth.pages(unit, head)(characters // len(unit))
        size = len(document.text)
        reading = timed(f"parse, {kind}, {size:,}", lambda d=document, k=kind: cp.parse(d, k))
        if kind == "manifesto":
            roster = cp.Roster.from_rows([{"name": "Ann Body", "contest": growth.CONTEST}])
            timed(
                f"resolve, {len(reading.pledges):,} pledges",
                lambda r=reading, on=roster: cp.resolve(r, on, speaker="Ann Body"),
            )


def open_file(characters: int, folder: Path) -> None:
    """Read a file of text and one of HTML from the disk."""
    unit, head = PAGES["article"]
    text = growth.pages(unit, head)(characters // len(unit)).text
    rows = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line)
    for name, content in (("page.txt", text), ("page.html", f"<html><body>{rows}</body></html>")):
        path = folder / name
        path.write_text(content, encoding="utf-8")
        timed(f"read_document, {name}", lambda path=path: cp.read_document(path))


def work_on(responses: int, path: Path) -> None:
    """Save, load, code, score and compare."""
    dataset = model.dataset(model.responses(responses))
    timed("dump", lambda: cp.dump(dataset, path))
    print(f"the file has {path.stat().st_size / 1e6:,.1f} MB")
    timed("load", lambda: cp.load(path))
    tables = timed("to_tables", lambda: cp.to_tables(dataset))
    timed("from_tables", lambda: cp.from_tables(tables))
    coded = timed("code_responses", lambda: cp.code_responses(dataset))
    timed("score", lambda: cp.score(coded))
    timed("redact", lambda: coded.redact("p-0"))
    timed("repeated_statements", lambda: cp.repeated_statements(coded))
    timed("audit_claims", lambda: cp.audit_claims(coded))
    timed("track_record", lambda: cp.track_record(coded))


def main() -> None:
    """Measure at the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=30_000)
    parser.add_argument("--characters", type=int, default=1_000_000)
    options = parser.parse_args()
    read(options.characters)
    with tempfile.TemporaryDirectory() as folder:
        open_file(options.characters, Path(folder))
        work_on(options.responses, Path(folder) / "dataset.json")


if __name__ == "__main__":
    main()
