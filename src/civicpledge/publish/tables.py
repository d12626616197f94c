"""The data of a page, as tables to download."""

import base64
import json
from collections.abc import Iterator, Mapping

from attrs import frozen

from civicpledge.comparison.claims import ClaimsAudit
from civicpledge.errors import Fault, RowsError, raise_faults
from civicpledge.model.cells import Cell
from civicpledge.model.dataset import Dataset
from civicpledge.scoring.grid import cell_word
from civicpledge.scoring.naming import response_place
from civicpledge.scoring.scoreboard import Scoreboard
from civicpledge.scoring.valuing import Valued
from civicpledge.table import ColumnKind, Table, has_surrogate

_TYPES = {"csv": "text/csv", "json": "application/json"}


@frozen(kw_only=True)
class Download:
    """A file inside the page: its name, what it is, and its content as a ``data:`` address."""

    name: str
    title: str
    address: str


def download(name: str, title: str, text: str) -> Download:
    """
    Pack *text* into an address that a browser saves under *name*, without a request.

    >>> download("a.csv", "A", "x").address
    'data:text/csv;charset=utf-8;base64,eA=='
    """
    kind = _TYPES.get(name.rpartition(".")[2], "text/plain")
    packed = base64.b64encode(text.encode()).decode("ascii")
    return Download(name=name, title=title, address=f"data:{kind};charset=utf-8;base64,{packed}")


_CELLS = {
    **dict.fromkeys(
        ("candidate", "contest", "ask", "part", "power", "held to be"), ColumnKind.TEXT
    ),
    "due": ColumnKind.BOOLEAN,
    "low": ColumnKind.NUMBER,
    "high": ColumnKind.NUMBER,
    "words": ColumnKind.TEXT,
    "place": ColumnKind.TEXT,
}


def cells_table(board: Scoreboard) -> Table:
    """Give a row for each candidate and each ask or part: what it holds, its worth, words and place."""
    rows = (_cell_row(board.dataset, *found) for score in board for found in score.cells())
    return Table.of(_CELLS, rows)


def _cell_row(dataset: Dataset, cell: Cell, valued: Valued | None) -> tuple[object, ...]:
    verdict = valued.verdict if valued else None
    candidate = dataset.candidate(cell.candidate)
    said = [one.response for one in verdict.settled] if verdict else []
    return (
        candidate.name,
        candidate.contest,
        cell.ask,
        cell.part,
        cell.power,
        cell_word(cell, verdict),
        cell.due,
        valued.low if valued else None,
        valued.high if valued else None,
        " / ".join(response.text for response in said) or None,
        "; ".join(response_place(dataset, response) for response in said) or None,
    )


_DECISIONS = {
    **dict.fromkeys(("kind", "subject", "choice", "by"), ColumnKind.TEXT),
    "date": ColumnKind.DATE,
    "reason": ColumnKind.TEXT,
}


def decisions_table(dataset: Dataset) -> Table:
    """Give a row for each decision that people took."""
    held = dataset.decisions
    return Table.of(
        _DECISIONS, ((d.kind, d.subject, d.choice, d.by, d.date, d.reason) for d in held)
    )


def _as_json(tables: Mapping[str, Table]) -> str:
    """Write tables as JSON: for each a list of rows, each an object by column."""
    shown = {
        name: [dict(zip(table.names, row, strict=True)) for row in table.rows()]
        for name, table in tables.items()
    }
    return json.dumps(shown, ensure_ascii=False, indent=1, default=str) + "\n"


def _not_texts(files: Mapping[str, str]) -> Iterator[Fault]:
    for name, text in files.items():
        if not isinstance(text, str):
            yield Fault(repr(name), f"is {type(text).__name__}, not text")
        elif has_surrogate(text):
            yield Fault(repr(name), "holds a lone surrogate")


def downloads(
    board: Scoreboard, audit: ClaimsAudit, more: Mapping[str, str]
) -> tuple[Download, ...]:
    """
    Give the page's data: one JSON file of every table, each table as CSV, and *more* by file name.

    :raises RowsError: with each of *more* that is no text, or that UTF-8 cannot write
    """
    raise_faults(RowsError, "files", _not_texts(more))
    tables = {
        "scores": board.to_table(),
        "answers": cells_table(board),
        "claims": audit.to_table(),
        "decisions": decisions_table(board.dataset),
    }
    made = [download("page.json", "every table of this page, JSON", _as_json(tables))]
    made += [download(f"{n}.csv", f"{n}, CSV", table.to_csv()) for n, table in tables.items()]
    made += [download(name, name, text) for name, text in more.items()]
    return tuple(made)
