"""The house: imports point down the list of layers, and each third party has its own door."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import civicpledge

ROOT = Path(civicpledge.__file__).parent
LAYERS = (
    ("errors",),
    ("calls", "files", "progress"),
    ("table",),
    ("model",),
    ("normalise",),
    ("readers",),
    ("matching",),
    ("resolving",),
    ("coding",),
    ("scoring",),
    ("comparison",),
    (
        "report",
        "publish",
        "plot",
        "frames",
        "excel",
        "arrow",
        "jsonio",
        "strategies",
        "datasets",
    ),
)
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
# Bundled data is read as any file is, and a dataframe's rows as any rows are.
EDGES_THAT_MAY_MEET = {("datasets", "jsonio"), ("frames", "jsonio"), ("publish", "report")}
THIRD_PARTIES = {
    "attrs": set(RANK),
    "attr": set(),
    "rapidfuzz": {"matching"},
    "numpy": {"matching"},
    "cattrs": {"jsonio"},
    "tabulate": {"table"},
    "hypothesis": {"strategies"},
    "matplotlib": {"plot"},
    "jinja2": {"publish"},
    "narwhals": {"frames"},
    "openpyxl": {"excel"},
    "pyarrow": {"arrow"},
    "pypdf": {"readers"},
}
STANDARD_ROOMS = {"__init__", "_version"}
STANDARD_LIBRARY = sys.stdlib_module_names


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Every module named by an import, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import"
            yield node.module or ""


def test_every_room_is_on_the_list():
    rooms = {room_of(path) for path in modules()} - STANDARD_ROOMS
    assert rooms <= set(RANK)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path):
    here = room_of(path)
    if here in STANDARD_ROOMS:
        return
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] != "civicpledge":
            continue
        assert len(parts) > 1, f"{path.name} imports the package's own front door"
        there = parts[1]
        if there in (here, "_version") or (here, there) in EDGES_THAT_MAY_MEET:
            continue
        assert RANK[there] < RANK[here], f"{here} imports {there}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_each_third_party_has_its_own_door(path):
    here = room_of(path)
    for name in imports_of(path):
        party = name.split(".")[0]
        if party in THIRD_PARTIES:
            assert here in THIRD_PARTIES[party], f"{here} imports {party}"
        else:
            assert party == "civicpledge" or party in STANDARD_LIBRARY, f"{here} imports {party}"


def test_readers_do_not_import_each_other():
    kinds = ("article", "questionnaire", "manifesto", "roundup")
    for path in (ROOT / "readers").glob("*.py"):
        own = next((kind for kind in kinds if path.stem.startswith(kind)), None)
        if own is None:
            continue
        for name in imports_of(path):
            if name.startswith("civicpledge.readers."):
                other = name.split(".")[2]
                met = next((kind for kind in kinds if other.startswith(kind)), own)
                assert met == own, f"{path.stem} imports {other}"
