"""
The example notebooks, run and shown as pages of the documentation.

They are scripts in jupytext's percent format, which Jupyter opens as notebooks. A page of the
documentation needs no kernel, so each cell is run here, in this process, and what a notebook would
show under it is put there: what it prints, its last value, its pictures.
"""

import ast
import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import pyplot

NOTEBOOKS = Path(__file__).parents[1] / "examples" / "notebooks"
MADE = Path(__file__).parent / "notebooks"

_CELL = re.compile(r"^# %%(?: \[(markdown)\])?\n", re.MULTILINE)
_FENCE = "~" * 8


def cells(script: str) -> Iterator[tuple[str, str]]:
    """Give the cells of a percent script, each with its kind: ``markdown`` or ``code``."""
    _, *rest = _CELL.split(script)
    for kind, text in zip(rest[::2], rest[1::2], strict=True):
        if kind == "markdown":
            yield kind, re.sub(r"^# ?", "", text, flags=re.MULTILINE).strip()
        else:
            yield "code", text.strip()


def _fenced(kind: str, text: str) -> str:
    return f"{_FENCE}{kind}\n{text.rstrip()}\n{_FENCE}\n"


def _value(code: str, names: dict[str, Any]) -> object:
    """Run a cell and give the value of its last line, if that is an expression."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def _pictures(folder: Path, stem: str, alt: str) -> Iterator[str]:
    """Save and close every picture that is open."""
    for number in pyplot.get_fignums():
        name = f"{stem}-{len(list(folder.glob(f'{stem}-*.png'))) + 1}.png"
        pyplot.figure(number).savefig(folder / name, dpi=110)
        pyplot.close(number)
        yield f"![{alt}]({name})\n"


def _shown(value: object) -> Iterator[str]:
    html = getattr(value, "_repr_html_", None)
    if html is not None:
        yield _fenced("{raw} html", f'<div style="overflow-x:auto">{html()}</div>')
    elif value is not None:
        yield _fenced("text", repr(value))


def page(path: Path, folder: Path) -> str:
    """Run the notebook at *path*, put its pictures into *folder*, and give its page as Markdown."""
    names: dict[str, Any] = {"__name__": "__main__", "__file__": str(path)}
    parts = []
    for kind, text in cells(path.read_text(encoding="utf-8")):
        if kind == "markdown":
            parts.append(f"{text}\n")
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            value = _value(text, names)
        parts.append(_fenced("python", text))
        if printed.getvalue():
            parts.append(_fenced("text", printed.getvalue()))
        drawn = list(_pictures(folder, path.stem, f"What {text.splitlines()[-1]} draws"))
        parts += drawn or _shown(value)
    return "\n".join(parts)


def write_pages(*_: object) -> None:
    """Run every notebook and write its page, where Sphinx will find it."""
    mpl.use("agg")
    MADE.mkdir(exist_ok=True)
    for old in MADE.iterdir():
        old.unlink()
    for path in sorted(NOTEBOOKS.glob("*.py")):
        (MADE / f"{path.stem}.md").write_text(page(path, MADE), encoding="utf-8")


def setup(app: Any) -> dict[str, bool]:
    """Tell Sphinx to write the pages before it looks for them."""
    app.connect("config-inited", write_pages)
    return {"parallel_read_safe": True}
