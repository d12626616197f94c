"""
What pages tell of the code, written from the code while the documentation is built.

A line ``<!-- made: NAME -->`` in a page is replaced by what ``MAKERS[NAME]`` gives: tables of words and
numbers, the drawing of the layers, the counts of the tests. None of it is typed.
"""

import ast
import contextlib
import html
import importlib.util
import inspect
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import civicpledge as cp
from civicpledge.coding.worksheets import DEFINITIONS
from civicpledge.scoring.peers import LETTERS
from civicpledge.scoring.rubric import DEFAULT_RUBRIC

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCE: Final = ROOT / "src" / "civicpledge"
TESTS: Final = ROOT / "tests"
_MARKER: Final = re.compile(r"^<!-- made: ([a-z ]+) -->$", re.MULTILINE)


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a table in Markdown."""
    lines = [tuple(heads), *(tuple(map(str, row)) for row in rows)]
    lines.insert(1, ("---",) * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# ---- words and numbers


def stances() -> str:
    """Give every stance with what it says, its points in the default rubric and why."""
    meaning = dict(DEFINITIONS)
    reasons = dict(DEFAULT_RUBRIC.reasons)
    kinds = {cp.Stance.QUALIFIED: tuple(cp.Qualification), cp.Stance.UNCLEAR: ()}
    rows = []
    for stance in cp.Stance:
        for kind in kinds.get(stance, (None,)):
            points = DEFAULT_RUBRIC.points(stance, kind)
            rows.append((f"`{stance}`{f', `{kind}`' if kind else ''}", meaning[stance], points))
            rows[-1] += (reasons[kind or stance],)
    rows.append(("`unclear`", meaning["unclear"], "0 to 1", "the coder abstains"))
    return table(("stance", "the answer", "points", "why"), rows)


def powers() -> str:
    """Give every power with its weight in the default rubric and why."""
    reasons = {**dict(DEFAULT_RUBRIC.reasons), "none": "the ask lies outside the remit: not due"}
    rows = ((f"`{p}`", DEFAULT_RUBRIC.power_weight(p), reasons[p]) for p in cp.Power)
    return table(("power", "weight", "why"), rows)


def absences() -> str:
    """Give every reason for an empty cell, and whether an answer was due."""
    why = {
        cp.Absence.OUT_OF_REMIT: "the office can do nothing about the ask",
        cp.Absence.NOT_ASKED: "the round did not put the ask to the candidate",
        cp.Absence.DECLINED: "the candidate said that there would be no answer; needs evidence",
        cp.Absence.NO_REPLY: "asked, and nothing came back; needs evidence",
        cp.Absence.NOT_RECORDED: "due, and no words are on record; nobody knows why",
        cp.Absence.UNATTRIBUTED: "printed words that may be this candidate's, and may not",
    }
    rows = ((f"`{a}`", "yes" if a.due else "no", why[a]) for a in cp.Absence)
    return table(("absence", "due", "why there are no words"), rows)


def missing_policies() -> str:
    """Give what each policy makes of one yes and eight missing answers, all weighing the same."""
    meaning = {
        cp.MissingPolicy.BOUNDS: ("anything from nothing to all", "1/9 to 1"),
        cp.MissingPolicy.EXCLUDE: ("left out of both sums", "1"),
        cp.MissingPolicy.AS_NOTHING: ("nothing", "1/9"),
        cp.MissingPolicy.NEUTRAL: ("one half", "5/9"),
    }
    rows = ((f"`{policy}`", *meaning[policy]) for policy in cp.MissingPolicy)
    return table(("policy", "a due cell without words is worth", "one yes, eight missing"), rows)


def conversions() -> str:
    """Give the letter each stance becomes on a peer's sheet."""
    rows = (
        (f"`{s}`" if s else "no words, not coded, `unclear`", f"`{LETTERS[s]}`") for s in LETTERS
    )
    return table(("ours", "letter on a peer's sheet"), rows)


def peers() -> str:
    """Give the peers' formulas as the library's own table."""
    return cp.PeerBook().to_table().to_text("pipe")


STEPS: Final = {
    "Read a page": ("readers", "model.sources"),
    "Say who stands, and what an office can do": (
        *("matching", "normalise.names", "normalise.offices", "normalise.parties"),
        *("model.people", "model.ballots"),
    ),
    "Tie the answers to them": ("resolving", "model.asks", "model.responses", "model.dataset"),
    "Code how firm an answer is": ("coding", "model.findings", "normalise.quantities"),
    "Score": ("scoring", "model.cells"),
    "Compare, and audit": ("comparison",),
    "Show, keep and exchange": ("report", "table", "jsonio", "frames", "datasets"),
    "Refused": ("errors",),
}
"""The steps of the user's job, and the rooms that each step's names come from."""


def _step_of(room: str) -> str:
    held = room.removeprefix("civicpledge.")
    return next(
        step
        for step, rooms in STEPS.items()
        if any(held == other or held.startswith(f"{other}.") for other in rooms)
    )


def public_names() -> str:
    """Give every public name once, by the step of the job: what is called, and what comes or goes in."""
    called: dict[str, list[str]] = {step: [] for step in STEPS}
    kinds: dict[str, list[str]] = {step: [] for step in STEPS}
    for name in cp.__all__:
        if name != "__version__":
            held = getattr(cp, name)
            column = called if inspect.isroutine(held) else kinds
            documented = isinstance(held, type) or inspect.isroutine(held)
            link = f"[`{name}`](#civicpledge.{name})" if documented else f"`{name}`"
            column[_step_of(cp._ROOM_OF[name])].append(link)  # noqa: SLF001 - where a name lives
    rows = ((step, " ".join(called[step]), " ".join(kinds[step])) for step in STEPS)
    return table(("step", "what you call", "what it takes and gives"), rows)


# ---- what the tutorial prints


@cache
def _tutorial() -> dict[str, object]:
    """Run the tutorial's own blocks; give the names they leave behind."""
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        for block in blocks:
            exec(block, names)
    return names


def printed(expression: str) -> Callable[[], str]:
    """Make a maker that shows what the tutorial prints for one expression of its own."""

    def make() -> str:
        return f"```text\n{eval(expression, dict(_tutorial()))}\n```"

    return make


# ---- the layers


@cache
def _layers() -> Any:
    """Load the test that holds the layers; the drawing shows what it holds."""
    spec = importlib.util.spec_from_file_location("layers_test", TESTS / "test_layers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def imports_between_rooms() -> dict[str, Counter[str]]:
    """Count, for each room, its imports from every other room."""
    held = _layers()
    found: dict[str, Counter[str]] = {room: Counter() for room in held.RANK}
    for path in held.modules():
        here = held.room_of(path)
        for name in held.imports_of(path) if here in found else ():
            first, _, rest = name.partition(".")
            there = rest.split(".")[0]
            if first == "civicpledge" and there in found and there != here:
                found[here][there] += 1
    return found


_STYLE: Final = 'style="height:auto" font-family="sans-serif" font-size="13" fill="currentColor"'


def layers() -> str:
    """Draw the layers, the lowest at the foot, with lines of code and what each room imports."""
    found, height, width = imports_between_rooms(), 46, 760
    rows = list(reversed(_layers().LAYERS))
    parts = [
        '<div class="drawing">',
        f'<svg viewBox="0 0 {width} {height * len(rows)}" role="img" {_STYLE}>',
        "<title>The layers of the package: each imports only from those below it</title>",
    ]
    for at, rooms in enumerate(rows):
        top, step = at * height, width / len(rooms)
        for place, room in enumerate(rooms):
            x = place * step
            below = ", ".join(name for name in _by_rank(found[room]))
            label = html.escape(room if len(rooms) > 1 else f"{room}   {_lines(room):,} lines")
            detail = html.escape(f"imports {below}" if below else "imports nothing of the package")
            parts.append(
                f'<rect x="{x + 2:.0f}" y="{top + 3}" width="{step - 4:.0f}" height="{height - 6}" rx="5"'
                ' fill="none" stroke="currentColor" stroke-opacity=".4"/>'
            )
            middle = top + (19 if len(rooms) == 1 else 27)
            size = 'font-size="11"' if len(rooms) > 4 else 'font-weight="bold"'
            parts.append(
                f'<text x="{x + step / 2:.0f}" y="{middle}" text-anchor="middle" {size}>{label}</text>'
            )
            if len(rooms) == 1:
                parts.append(
                    f'<text x="{x + step / 2:.0f}" y="{middle + 16}" text-anchor="middle" font-size="11"'
                    f' fill-opacity=".75">{detail}</text>'
                )
    return "\n".join((*parts, "</svg>", "</div>"))


def _by_rank(rooms: Iterable[str]) -> list[str]:
    return sorted(rooms, key=lambda room: (_layers().RANK[room], room))


def _lines(room: str) -> int:
    paths = [path for path in _layers().modules() if _layers().room_of(path) == room]
    return sum(path.read_text(encoding="utf-8").count("\n") for path in paths)


def imports() -> str:
    """Give a table of the imports between rooms, highest room first."""
    rows = (
        (
            f"`{room}`",
            ", ".join(f"`{r}`" for r in _by_rank(below)) or "nothing",
            f"{_lines(room):,}",
        )
        for room, below in sorted(
            imports_between_rooms().items(), key=lambda pair: (-_layers().RANK[pair[0]], pair[0])
        )
    )
    return table(("room", "imports", "lines"), rows)


# ---- how it is tested


def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def _is_law(test: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator).startswith("given(") for decorator in test.decorator_list)


def _is_table(test: ast.FunctionDef) -> bool:
    return any("parametrize" in ast.unparse(decorator) for decorator in test.decorator_list)


def counts() -> dict[str, int]:
    """Count the tests as they are written: a test over a table of cases counts once."""
    paths = sorted(TESTS.rglob("test_*.py"))
    written = [test for path in paths for test in _functions(path)]
    examples = (p.read_text(encoding="utf-8").count(">>> ") for p in SOURCE.rglob("*.py"))
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    written_pages = (page for page in pages if not {"_build", "notebooks"} & set(page.parts))
    blocks = (page.read_text(encoding="utf-8").count("```python") for page in written_pages)
    return {
        "files of tests": len(paths),
        "tests, as they are written": len(written),
        "of these over a table of cases": sum(map(_is_table, written)),
        "of these laws, tried on drawn examples": sum(map(_is_law, written)),
        "lines of examples in docstrings, all run": sum(examples),
        "blocks of Python in the documentation, all run": sum(blocks),
        "rules of the codebook, each held to texts it codes and texts it spares": len(
            cp.codebook_rules()
        ),
        "public names held by a snapshot": len(cp.__all__),
    }


def tests() -> str:
    """Give the counts of the tests."""
    return table(("what", "how many"), ((what, f"{n:,}") for what, n in counts().items()))


def _measured(path: Path) -> dict[str, dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def mutants() -> str:
    """Give what the last run of ``nox -s mutate`` counted, room by room."""
    held = _measured(TESTS / "mutants.json")
    rows = (
        (f"`{room}`", f"{told['there']:,}", f"{told['tried']:,}", f"{told['killed']:,}")
        for room, told in held.items()
    )
    return table(("room", "mutants there are", "tried", "killed"), rows)


def fuzzing() -> str:
    """Give what the last run of ``nox -s fuzz`` counted, door by door."""
    held = _measured(ROOT / "fuzz" / "runs.json")
    rows = (
        (f"`{door}`", f"{told['inputs']:,}", told["seconds"], "yes" if told["escaped"] else "none")
        for door, told in held.items()
    )
    return table(("door", "inputs", "seconds", "escaped"), rows)


def growth() -> str:
    """Give what the last run of ``bench/growth.py`` measured, worst first."""
    held = _measured(ROOT / "bench" / "growth.json")
    ordered = sorted(held.items(), key=lambda pair: (-pair[1]["time"], pair[0]))
    rows = (
        (f"`{call}`", f"{told['size']:,}", f"{told['time']:.2f}", f"{told['memory']:.2f}")
        for call, told in ordered
    )
    return table(("call", "largest size", "time a doubling", "memory a doubling"), rows)


def gates() -> str:
    """Give the steps of the whole check as ``make.py`` runs them."""
    spec = importlib.util.spec_from_file_location("make_script", ROOT / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    commands = (" ".join(command) for step in module.JOBS["test"] for command in step)
    return "```text\n" + "\n".join(commands) + "\n```"


MAKERS: Final[dict[str, Callable[[], str]]] = {
    "stances": stances,
    "powers": powers,
    "absences": absences,
    "missing policies": missing_policies,
    "conversions": conversions,
    "peers": peers,
    "public names": public_names,
    "tutorial warning": printed("reading.warnings[0]"),
    "tutorial match": printed("roster.match('T. Finch').explain()"),
    "tutorial finding": printed(
        "cp.explain(coding.finding, dataset.cell('ada-marlow', '1').responses[0].text)"
    ),
    "tutorial board": printed("board"),
    "tutorial score": printed("score"),
    "tutorial comparison": printed("cp.compare(dataset, 'ada-marlow', 'tobias-finch')"),
    "tutorial audit": printed("audit"),
    "layers": layers,
    "imports": imports,
    "tests": tests,
    "mutants": mutants,
    "fuzzing": fuzzing,
    "growth": growth,
    "gates": gates,
}


def filled(text: str) -> str:
    """Give a page with every marker replaced by what is made for it."""
    return _MARKER.sub(lambda found: MAKERS[found[1]](), text)


def _fill(_app: Any, _docname: str, source: list[str]) -> None:
    source[0] = filled(source[0])


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx fill the pages when it reads them."""
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True}
