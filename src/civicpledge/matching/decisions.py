"""Human decisions on names, as a CSV file; and the table of what is left to decide."""

import csv
import datetime
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from civicpledge.errors import Fault, RecordError, RowsError, raise_faults
from civicpledge.files import written_whole
from civicpledge.matching.outcomes import Ambiguous, Matched, Outcome, Unmatched
from civicpledge.model.responses import Decision, DecisionKind
from civicpledge.table import ColumnKind, Table, guarded, numbered_rows, unguarded

COLUMNS: Final = ("name", "choice", "by", "date", "reason")
"""The columns of a file of decisions."""


def read_decisions(path: str | Path) -> tuple[Decision, ...]:
    """
    Read decisions on names: a CSV file with the columns name, choice, by, date (ISO), reason.

    :raises RowsError: with every fault of the file and its row
    """
    where = str(path)
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError:
        raise RowsError(where, (Fault("file", "is not there, or cannot be read"),)) from None
    except UnicodeDecodeError:
        raise RowsError(where, (Fault("file", "is not UTF-8 text"),)) from None
    try:
        return _decisions_of(text, where)
    except csv.Error:
        raise RowsError(where, (Fault("file", "holds a cell too long for CSV"),)) from None


def _decisions_of(text: str, where: str) -> tuple[Decision, ...]:
    (_, heads), *rows = numbered_rows(text) or [(1, [])]
    missing = [column for column in COLUMNS if column not in heads]
    raise_faults(RowsError, where, [Fault("line 1", f"no column {name!r}") for name in missing])
    faults: list[Fault] = []
    decisions = [
        _decision(dict(zip(heads, cells, strict=False)), f"row {number}", faults)
        for number, cells in rows
    ]
    raise_faults(RowsError, where, faults)
    return tuple(decision for decision in decisions if decision is not None)


def _decision(row: dict[str, str], number: str, faults: list[Fault]) -> Decision | None:
    cells = {column: unguarded(row.get(column, "").strip()) for column in COLUMNS}
    try:
        date = datetime.date.fromisoformat(cells["date"])
    except ValueError:
        faults.append(Fault(f"{number}, column 'date'", "is not a date like 2030-05-02"))
        return None
    try:
        return Decision(
            kind=DecisionKind.NAME,
            subject=cells["name"],
            choice=cells["choice"],
            by=cells["by"],
            date=date,
            reason=cells["reason"],
        )
    except RecordError as error:
        faults += [Fault(f"{number}, {fault.path}", fault.problem) for fault in error.faults]
        return None


def write_decisions(path: str | Path, decisions: Iterable[Decision]) -> None:
    """
    Write decisions on names as a CSV file, whole or not at all; cells like formulas are guarded.

    :raises SaveError: if it cannot be written; what stood at *path* before is whole
    """
    kinds = dict.fromkeys(COLUMNS, ColumnKind.TEXT)
    rows = [
        tuple(map(guarded, (d.subject, d.choice, d.by, d.date.isoformat(), d.reason)))
        for d in decisions
        if d.kind is DecisionKind.NAME
    ]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([tuple(kinds), *rows])
    with written_whole(path) as file:
        file.write(buffer.getvalue().encode())


def review(outcomes: Iterable[Outcome]) -> Table:
    """
    Give the table a person works through: a row for every name that was not matched, or barely.

    Its columns name, choice, by, date and reason are those of a file of decisions; ``options`` holds the
    ids of the candidates that come in question, ``evidence`` why nothing was decided.
    """
    kinds = {
        "name": ColumnKind.TEXT,
        "outcome": ColumnKind.TEXT,
        "options": ColumnKind.TEXT,
        "similarity": ColumnKind.NUMBER,
        "evidence": ColumnKind.TEXT,
        **dict.fromkeys(COLUMNS[1:], ColumnKind.TEXT),
    }
    rows = [_review_row(outcome) for outcome in outcomes if not isinstance(outcome, Matched)]
    return Table.of(kinds, list(dict.fromkeys(rows)), title="Names to decide")


def _review_row(outcome: Ambiguous | Unmatched) -> tuple[object, ...]:
    options = outcome.options if isinstance(outcome, Ambiguous) else outcome.nearest
    ids = " | ".join(option.candidate.id for option in options)
    similarity = options[0].similarity if options else None
    kind = "ambiguous" if isinstance(outcome, Ambiguous) else "unmatched"
    return (outcome.name, kind, ids, similarity, outcome.explain(), None, None, None, None)
