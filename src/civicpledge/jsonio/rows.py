"""Records out of plain rows (dicts), as ``csv.DictReader`` or a dataframe's ``iter_rows`` gives them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from civicpledge.errors import Fault, FileFormatError, RowsError, did_you_mean, raise_faults
from civicpledge.jsonio.converting import TAG, to_records
from civicpledge.jsonio.tables import Row, plain_rows
from civicpledge.model.asks import Ask
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Basis, Coding
from civicpledge.model.ids import digest, is_id, slug
from civicpledge.model.responses import Response

T = TypeVar("T")
Plain = dict[str, Any]

_PLACE = re.compile(r"\[(?P<row>[0-9]+)\]\.?(?P<column>.*)")


def asks_from_rows(rows: Iterable[Row], *, round: str | None = None) -> tuple[Ask, ...]:  # noqa: A002
    """
    Make asks of rows with the columns of the table ``asks``: ``number``, ``title``, ``form``, ...

    Only ``title`` is needed. An ask without ``id`` is called by its round and its number, or its title; a
    ``number`` may be a whole number.

    :param round: the round of every row that names none
    :raises RowsError: with every fault, with its row (the first is 1) and its column

    >>> asks_from_rows([{"number": "1", "title": "Build homes"}], round="assembly")[0].id
    'assembly.1'
    """

    def complete(ask: Plain) -> None:
        ask.setdefault("round", round)
        if type(ask.get("number")) is int:
            ask["number"] = str(ask["number"])
        if "id" not in ask:
            ask["id"] = _joined(ask["round"], ask.get("number") or ask.get("title"))

    return _records("asks", rows, Ask, complete)


def responses_from_rows(
    rows: Iterable[Row],
    *,
    round: str | None = None,  # noqa: A002
    source: str | None = None,
) -> tuple[Response, ...]:
    """
    Make responses of rows with the columns of the table ``responses``.

    ``text`` and who said it are needed: ``attribution.person`` (and ``attribution.candidate`` for words
    that score), or another ``attribution.kind`` with its columns. ``answers`` are the ids of asks, parted
    by spaces. A response without ``id`` is called by the first of them and the speaker as printed.

    :param round: the round of every row that names none
    :param source: the source of every row that names none
    :raises RowsError: with every fault, with its row (the first is 1) and its column

    >>> row = {"answers": "assembly.1", "attribution.person": "ann-ash", "text": "Yes."}
    >>> responses_from_rows([row], round="assembly", source="page")[0].id
    'assembly.1.ann-ash'
    """

    def complete(response: Plain) -> None:
        _set_default(response, "round", round)
        _set_default(response, "source", source)
        said_by: Plain = response.setdefault("attribution", {})
        if "person" in said_by:
            said_by.setdefault(TAG, "named")
        speaker = said_by.get("name_as_printed") or said_by.get("person") or "unknown"
        if "id" not in response:
            answers = response.get("answers")
            first = answers[0] if answers and isinstance(answers, list) else None
            place = first or response.get("round") or response.get("source")
            response["id"] = _joined(place, speaker)

    return _records("responses", rows, Response, complete)


_HINTED = 3
"""Rows that are told what comes near; looking takes long where there are many responses."""


def codings_from_rows(rows: Iterable[Row], *, dataset: Dataset) -> tuple[Coding, ...]:
    """
    Make codings of rows with the columns of the table ``codings``, about words that *dataset* holds.

    ``response``, ``coder``, ``date`` and ``finding.stance`` are needed; ``ask`` where the response answers
    several, ``part`` where it is about one of several. The digest is taken of the words the dataset holds.
    The basis is ``judged`` unless told.

    :raises RowsError: with every fault, with its row (the first is 1) and its column
    """
    texts: dict[str, str] = {response.id: response.text for response in dataset.responses}
    ask_of: dict[str, str] = {part.id: ask.id for ask in dataset.asks for part in ask.parts}
    hints = iter(range(_HINTED))

    def complete(coding: Plain) -> None:
        coded = coding.get("response")
        if isinstance(coded, str):
            if coded not in texts:
                hint = did_you_mean(coded, texts) if next(hints, None) is not None else ""
                raise _refused("response", f"names no response of the dataset{hint}")
            coding.setdefault("digest", digest(texts[coded]))
            answered = dataset.answered_by(coded)
            if len(answered) == 1 and "ask" not in coding:
                coding |= _answered(answered[0], ask_of)
        coding.setdefault("finding", {}).setdefault("basis", Basis.JUDGED.value)
        if "id" not in coding:
            named = map(coding.get, ("response", "ask", "part", "coder", "date"))
            coding["id"] = ".".join(_identifier(name) for name in named if name)

    return _records("codings", rows, Coding, complete)


def _refused(column: str, problem: str) -> RowsError:
    return RowsError("row", (Fault(f"column {column!r}", problem),))


def _answered(identifier: str, ask_of: Mapping[str, str]) -> Plain:
    """Give the fields that name the one ask, or the one part of an ask, that a response answers."""
    if identifier in ask_of:
        return {"ask": ask_of[identifier], "part": identifier}
    return {"ask": identifier}


def _set_default(plain: Plain, name: str, value: str | None) -> None:
    if value is not None:
        plain.setdefault(name, value)


def _joined(before: Any, name: Any) -> str:
    """Make an identifier of one and a name; what is no text is left for the record to refuse."""
    return f"{before}.{_identifier(name)}"


def _identifier(name: Any) -> str:
    return str(name) if is_id(str(name)) else slug(str(name))


def _records(
    name: str, rows: Iterable[Row], kind: type[T], complete: Callable[[Plain], None]
) -> tuple[T, ...]:
    told = [{key: cell for key, cell in row.items() if _tells(cell)} for row in rows]
    plain, faults = plain_rows(name, enumerate(told, 1))
    faults = [_without_table(fault, name) for fault in faults]
    for number, record in enumerate(plain, 1):
        try:
            complete(record)
        except RowsError as error:
            faults += [Fault(f"row {number}, {f.path}", f.problem) for f in error.faults]
    raise_faults(RowsError, "rows", faults)
    try:
        made = to_records(plain, kind)
    except FileFormatError as error:
        faults = [_at_its_row(fault) for fault in error.faults]
        raise RowsError("rows", tuple(faults)) from None
    raise_faults(RowsError, "rows", _twice(made))
    return made


def _tells(cell: object) -> bool:
    """Tell whether a cell holds something; dataframes and ``csv`` write nothing as ``""``, NaN or NA."""
    if cell is None or isinstance(cell, str):
        return bool(cell and cell.strip())
    try:
        return bool(cell == cell)  # NaN and NaT do not equal themselves
    except TypeError:  # pandas' NA does not tell
        return False
    except ValueError:  # an array equals itself item by item, and holds something
        return True


def _without_table(fault: Fault, name: str) -> Fault:
    return Fault(fault.path.removeprefix(f"{name}, "), fault.problem)


def _at_its_row(fault: Fault) -> Fault:
    """Turn ``[3].title`` into ``row 4, column 'title'``."""
    found = _PLACE.fullmatch(fault.path)
    if found is None:
        return fault
    column = f", column {found['column']!r}" if found["column"] else ""
    return Fault(f"row {int(found['row']) + 1}{column}", fault.problem)


def _twice(records: Iterable[Any]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for number, record in enumerate(records, 1):
        known = first.setdefault(record.id, number)
        if known != number:
            yield Fault(f"row {number}, column 'id'", f"is that of row {known} too")
