"""
Rosters, responses and codings out of a dataframe: pandas, Polars, pyarrow, a DuckDB relation.

Any frame that narwhals knows is taken, lazy or not. Nothing in a frame is changed. Needs the extra
``frames``.
"""

import datetime as dt
import importlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from civicpledge.errors import Fault, RowsError, closest, fail, raise_faults
from civicpledge.jsonio.rows import codings_from_rows, responses_from_rows
from civicpledge.matching import Roster
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Coding
from civicpledge.model.responses import Response

Columns = Mapping[str, str]
"""What we call a column, and what the frame calls it: ``{"name": "Candidate", "party": "Description"}``."""


def _narwhals() -> Any:
    """Load narwhals here, so that the front door can name what needs it and stay light."""
    try:
        return importlib.import_module("narwhals.stable.v2")
    except ModuleNotFoundError as error:
        message = "dataframes need the extra 'frames': pip install 'civicpledge[frames]'"
        raise ModuleNotFoundError(message, name=error.name) from None


def _frame(data: Any) -> Any:
    """Take whatever narwhals takes; a lazy frame is worked out."""
    nw = _narwhals()
    try:
        found = nw.from_native(data)
        frame = found.collect() if isinstance(found, nw.LazyFrame) else found
    except TypeError:
        fail(RowsError, "frame", type(data).__name__, "is no dataframe that narwhals knows")
    except (ValueError, nw.exceptions.DuplicateError):
        fail(RowsError, "frame", "columns", "two bear the same name")
    odd = [name for name in frame.columns if not isinstance(name, str)]
    raise_faults(
        RowsError, "frame", (Fault(f"column {n!r}", "has no text for a name") for n in odd)
    )
    return frame


_LARGEST_EXACT: Final = 2**53
"""Past this a float stands for several whole numbers."""


def _plain(value: Any) -> Any:
    """
    Give a cell as a plain value; nothing, not-a-number and not-a-time are ``None``.

    A whole float or decimal becomes an integer: pandas turns integers into floats where a row has none,
    DuckDB large ones into decimals. A time at midnight becomes its date, as pandas has no other type.
    """
    listed = getattr(value, "tolist", None)  # of numpy, one value or an array of them
    plain = listed() if callable(listed) else value
    try:
        missing = plain is None or bool(plain != plain)
    except (TypeError, ValueError):  # pandas.NA does not say; a list of an array says too much
        missing = not hasattr(plain, "__len__")
    if missing:
        return None
    whole = isinstance(plain, float) and plain.is_integer() and abs(plain) <= _LARGEST_EXACT
    if whole or (isinstance(plain, Decimal) and plain == plain.to_integral_value()):
        return int(plain)
    if isinstance(plain, dt.datetime) and plain.time() == dt.time():
        return plain.date()
    return plain


def _no_column(name: str, known: Sequence[str]) -> Fault:
    hint = " or ".join(map(repr, closest(name, known)))
    return Fault(f"column {name!r}", f"is not there{hint and f'; did you mean {hint}?'}")


def _no_name(known: Sequence[str]) -> Fault:
    """Tell which columns a frame has, so that one of them can be named."""
    problem = "is not there; say which it is with columns={'name': ...}"
    return Fault(
        "column 'name'", f"{problem}; the columns are {', '.join(map(repr, known)) or 'none'}"
    )


def rows_of(data: Any, columns: Columns | None = None) -> Iterator[dict[str, Any]]:
    """
    Give the rows of a frame as plain dicts.

    :param columns: what we call a column and what the frame calls it; only these are taken. Without it,
        every column by its own name.
    :raises RowsError: if it is no frame, or with every column that it does not have
    """
    frame = _frame(data)
    if columns is None:
        columns = {name: name for name in frame.columns}
    named = columns
    missing = [name for name in named.values() if name not in frame.columns]
    raise_faults(RowsError, "frame", (_no_column(name, frame.columns) for name in missing))
    chosen = frame.select(list(dict.fromkeys(named.values()))) if named else frame.head(0)
    try:
        for row in chosen.iter_rows(named=True):
            yield {ours: _plain(row[theirs]) for ours, theirs in named.items()}
    except OverflowError:
        fail(RowsError, "frame", "rows", "hold a day or a time that Python cannot")


def roster_from_frame(
    data: Any, *, columns: Columns | None = None, contest: str | None = None
) -> Roster:
    """
    Make a roster of a frame with ``name`` and, where known, ``id``, ``contest``, ``party``, ``area``,
    ``aliases``.

    :param columns: what we call a column and what the frame calls it; other columns are left out
    :param contest: the contest of every row that names none
    :raises RowsError: if a column is not there
    :raises RosterError: with every fault of the rows; the first row is 1

    >>> import pyarrow as pa
    >>> frame = pa.table({"who": ["Ann Ash", "Bo Birch"]})
    >>> roster_from_frame(frame, columns={"name": "who"}, contest="mayor.haven.2030-05-02")
    <Roster: 2 candidates in 1 contests>
    """  # noqa: D205 - the list is one sentence
    frame = _frame(data)
    if "name" not in (frame.columns if columns is None else columns):
        raise RowsError("frame", (_no_name(frame.columns),))
    return Roster.from_rows(rows_of(frame, columns), contest)


def responses_from_frame(
    data: Any,
    *,
    columns: Columns | None = None,
    round: str | None = None,  # noqa: A002
    source: str | None = None,
) -> tuple[Response, ...]:
    """
    Make responses of a frame; its columns are those of the table ``responses``.

    ``text`` and ``attribution.person`` (or another kind of attribution) are needed, and for words that
    score ``attribution.candidate``.

    :param columns: what we call a column and what the frame calls it; other columns are left out
    :param round: the round of every row that names none; :param source: likewise
    :raises RowsError: with every fault: columns that are not there, or rows (the first is 1)

    >>> import pyarrow as pa
    >>> frame = pa.table({"who": ["ann-ash"], "said": ["Yes."], "ask": ["assembly.1"]})
    >>> named = {"attribution.person": "who", "text": "said", "answers": "ask"}
    >>> responses_from_frame(frame, columns=named, round="assembly", source="page")[0].id
    'assembly.1.ann-ash'
    """
    return responses_from_rows(rows_of(data, columns), round=round, source=source)


def codings_from_frame(
    data: Any, *, dataset: Dataset, columns: Columns | None = None
) -> tuple[Coding, ...]:
    """
    Make codings of a frame; its columns are those of the table ``codings``.

    ``response``, ``coder``, ``date`` and ``finding.stance`` are needed, and ``ask`` where the response
    answers several. Add them with ``dataset.with_codings``.

    :param dataset: holds the words that are coded
    :param columns: what we call a column and what the frame calls it; other columns are left out
    :raises RowsError: with every fault: columns that are not there, or rows (the first is 1)

    >>> import pyarrow as pa
    >>> codings_from_frame(pa.table({"response": pa.array([], pa.string())}), dataset=Dataset())
    ()
    """
    return codings_from_rows(rows_of(data, columns), dataset=dataset)
