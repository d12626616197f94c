"""
Change the code in one place at a time, and see whether a test notices.

    python tests/mutate.py matching --sample 60 [--skip 0]     (rooms: matching, coding, cells, scoring)

A mutant is one token replaced: a comparison, an ``and``, a ``not``, a number, a truth value, a sign, a
``min``, a statement left out. The room's mutants are shuffled once and for all; a run takes the next of
them, as ``--skip`` has it. Each runs the room's tests in a forked process with the changed module in the
place of the real one, and counts as killed where a test fails or the tests do not end. Survivors are
printed; ``tests/mutants.md`` says what became of those that were found, ``tests/mutants.json`` counts them.

It stands here in place of mutmut and cosmic-ray, which copy or rewrite the source folder and start an
interpreter for each mutant; two seconds of imports for each would be most of the work.
"""

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "civicpledge"
COUNTS = Path(__file__).with_name("mutants.json")
SECONDS = 90
ROOMS = {
    "matching": (["matching"], ["tests/matching", "src/civicpledge/matching", "tests/resolving"]),
    "coding": (["coding"], ["tests/coding", "src/civicpledge/coding"]),
    "cells": (
        ["model/cells.py", "model/index.py"],
        ["tests/model", "tests/test_the_2021_page.py", "tests/comparison", "tests/scoring"],
    ),
    "scoring": (["scoring"], ["tests/scoring", "src/civicpledge/scoring", "tests/comparison"]),
}
"""Each room's files, and the tests that are to notice."""

COMPARED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "in": "not in",
            "not in": "in", "is": "is not", "is not": "is"}  # fmt: skip
SIGNS = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "*", "|": "&", "&": "|"}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "sum": "len"}
Edit = tuple[int, int, str]
"""From where to where in the module's text, and what comes there."""


class Edits(ast.NodeVisitor):
    """Collects every edit of a module, leaving alone annotations, decorators, texts and error messages."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.edits: list[Edit] = []

    def at(self, line: int, column: int) -> int:
        """Give the place in the text; the parser counts columns in bytes."""
        start = self.starts[line - 1]
        whole = self.text[start : self.starts[line]]
        return start + len(whole.encode()[:column].decode())

    def ends(self, node: ast.AST) -> tuple[int, int]:
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def between(self, left: ast.AST, right: ast.AST, words: dict[str, str]) -> None:
        start, end = self.ends(left)[1], self.ends(right)[0]
        found = self.text[start:end]
        word = " ".join(found.replace("(", " ").replace(")", " ").split())
        if word in words and found.count(word) == 1:
            place = start + found.index(word)
            self.edits.append((place, place + len(word), words[word]))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        for statement in node.body:
            self.visit(statement)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave texts alone."""

    def visit_Raise(self, node: ast.Raise) -> None:
        """Leave the words of errors alone."""

    def visit_Compare(self, node: ast.Compare) -> None:
        self.between(node.left, node.comparators[0], COMPARED)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.between(node.values[0], node.values[1], {"and": "or", "or": "and"})
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        text = isinstance(node.left, (ast.Constant, ast.JoinedStr)) and not isinstance(
            getattr(node.left, "value", ""), (int, float)
        )
        if not text:
            self.between(node.left, node.right, SIGNS)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.edits.append((self.ends(node)[0], self.ends(node.operand)[0], ""))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.edits.append((*self.ends(node), str(not node.value)))
        elif isinstance(node.value, (int, float)):
            self.edits.append((*self.ends(node), repr(node.value + 1)))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in CALLED:
            self.edits.append((*self.ends(node.func), CALLED[node.func.id]))
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            self.edits.append((*self.ends(node), "pass"))
            self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.edits.append((*self.ends(node), "pass"))
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.edits.extend((*self.ends(test), "True") for test in node.ifs)
        self.generic_visit(node)

    def negate(self, test: ast.expr) -> None:
        start, end = self.ends(test)
        self.edits.append((start, end, f"(not ({self.text[start:end]}))"))


def edits_of(text: str) -> list[Edit]:
    found = Edits(text)
    found.visit(ast.parse(text))
    return sorted(set(found.edits))


def files_of(places: list[str]) -> Iterator[Path]:
    for place in places:
        path = SOURCE / place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


class InPlace(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Gives one module with another text, wherever it is imported from."""

    def __init__(self, path: Path, text: str) -> None:
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.path, self.text = path, text

    def find_spec(self, name, path=None, target=None):  # noqa: ARG002 - the signature of the protocol
        if name != self.name:
            return None
        folder = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            name, self.path, loader=self, submodule_search_locations=folder
        )

    def get_data(self, path):  # noqa: ARG002
        return self.text.encode()

    def get_filename(self, name):  # noqa: ARG002
        return str(self.path)

    def path_stats(self, path):
        raise OSError(path)  # never from the cache of compiled files


def tested(path: Path, text: str, tests: list[str]) -> bool:
    """Run the tests with this text of the module in a forked process; tell whether all of them passed."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.meta_path.insert(0, InPlace(path, text))
        import pytest

        os._exit(int(pytest.main(["-x", "-q", "-p", "no:randomly", "-W", "ignore", *tests])))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def warm() -> None:
    """Load what every run needs, but nothing of the package itself."""
    for name in ("cattrs", "hypothesis", "numpy", "pyarrow", "pytest", "rapidfuzz", "tabulate"):
        importlib.import_module(name)
    # Hypothesis loads the package by its entry point; a changed module must be loaded anew in each fork.
    for name in [name for name in sys.modules if name.split(".")[0] == "civicpledge"]:
        del sys.modules[name]
    os.chdir(ROOT)
    os.environ.setdefault("CI", "true")


def mutants(room: str) -> list[tuple[Path, Edit]]:
    """Give every mutant of a room, shuffled once and for all."""
    paths = list(files_of(ROOMS[room][0]))
    every = [(path, edit) for path in paths for edit in edits_of(path.read_text(encoding="utf-8"))]
    random.Random(1).shuffle(every)
    return every


def survives(path: Path, edit: Edit, tests: list[str]) -> bool:
    """Try one mutant; print it where no test notices."""
    start, end, new = edit
    text = path.read_text(encoding="utf-8")
    alive = tested(path, text[:start] + new + text[end:], tests)
    if alive:
        line = text.count("\n", 0, start) + 1
        where = f"{path.relative_to(SOURCE)}:{line}: {text[start:end]!r} -> {new!r}"
        print("survived", where, "|", text.splitlines()[line - 1].strip(), flush=True)
    return alive


def count(room: str, told: dict[str, int]) -> None:
    """Keep the counts so far, so that a run that is stopped has counted what it tried."""
    held = json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.exists() else {}
    text = json.dumps({**held, room: told}, indent=1, sort_keys=True)
    COUNTS.write_text(f"{text}\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--skip", type=int, default=0)
    options = parser.parse_args()
    warm()
    every, tests = mutants(options.room), ROOMS[options.room][1]
    if not tested(every[0][0], every[0][0].read_text(encoding="utf-8"), tests):
        sys.exit("the tests fail without any change")
    held = json.loads(COUNTS.read_text(encoding="utf-8")) if options.skip else {}
    told = {"tried": 0, "killed": 0, **held.get(options.room, {}), "there": len(every)}
    for path, edit in every[options.skip : options.skip + options.sample]:
        told["killed"] += not survives(path, edit, tests)
        told["tried"] += 1
        count(options.room, told)
    print(f"{options.room}: {told['killed']} of {told['tried']} mutants killed, {len(every)} there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
