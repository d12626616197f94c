"""
Fuzz every target with atheris, guided by coverage, for some seconds each.

    python fuzz/run.py [--seconds 20] [TARGET ...]

Each target runs in a process of its own, from the corpus the tests use. An input that escapes with anything
but a ``CivicPledgeError`` is printed with its traceback, and the exit status is 1. The counts of the last
run are kept in ``fuzz/runs.json``, from which the documentation tells them.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = HERE / "runs.json"


def fuzz_here(target: str, corpus: str, seconds: int) -> None:
    """Fuzz one target in this process, which does not come back."""
    import atheris  # noqa: PLC0415 - an extra of its own

    with atheris.instrument_imports(include=["civicpledge", "csv", "json", "html"]):
        from fuzz_corpus import seeds  # noqa: PLC0415 - imported while instrumented
        from fuzz_targets import survives  # noqa: PLC0415

    for number, text in enumerate(seeds(target)):
        (Path(corpus) / f"{number}").write_bytes(text.encode("utf-8"))

    def one(data: bytes) -> None:
        survives(target, data.decode("utf-8", "surrogateescape"))

    options = [f"-max_total_time={seconds}", "-max_len=5000", "-print_final_stats=1", "-timeout=30"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={corpus}/found-", corpus], one)
    atheris.Fuzz()


def fuzzed(target: str, seconds: int) -> tuple[int, str]:
    """Fuzz one target in a process of its own; give how many inputs it took, and the trouble."""
    with tempfile.TemporaryDirectory() as corpus:
        command = [sys.executable, __file__, "--inside", corpus, "--seconds", str(seconds), target]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, errors="replace"
        )
        found = re.search(r"number_of_executed_units: *(\d+)", done.stderr)
        inputs = [p.read_bytes() for p in Path(corpus).glob("found-*")]
    trouble = f"{done.stdout[-3000:]}{done.stderr[-3000:]}\n{inputs}" if done.returncode else ""
    return (int(found[1]) if found else 0), trouble


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20, help="for each target")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    parser.add_argument("targets", nargs="*")
    options = parser.parse_args()
    if options.inside:
        fuzz_here(options.targets[0], options.inside, options.seconds)
    from fuzz_targets import TARGETS  # noqa: PLC0415 - not before it is instrumented inside

    troubles = 0
    counts = json.loads(RUNS.read_text(encoding="utf-8")) if RUNS.exists() else {}
    for target in options.targets or TARGETS:
        executed, trouble = fuzzed(target, options.seconds)
        troubles += bool(trouble)
        counts[target] = {"inputs": executed, "seconds": options.seconds, "escaped": bool(trouble)}
        print(f"{target:22} {executed:>9,} inputs {trouble or 'held'}", flush=True)
    RUNS.write_text(json.dumps(counts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
