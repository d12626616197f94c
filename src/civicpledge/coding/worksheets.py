"""Worksheets: the table a person codes answers in, and the way back with every fault reported."""

import csv
import datetime as dt
import random
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from attrs import frozen

from civicpledge.errors import EncodingError, Fault, MissingFileError, RowsError, raise_faults
from civicpledge.files import written_whole
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Basis, Coding, Finding, Qualification, Stance
from civicpledge.model.ids import AskId, CodingId, PartId, ResponseId, digest, is_id, slug
from civicpledge.model.responses import Response
from civicpledge.model.sources import Extent
from civicpledge.table import ColumnKind, Shown, Table, numbered_rows, unguarded


class Blinding(StrEnum):
    """Whether a coder sees who spoke."""

    BLIND = "blind"
    OPEN = "open"


DEFINITIONS: Final = (
    ("committed", "says yes to all of it: a yes, a promise, or support where support was asked for"),
    ("qualified", "says yes to less, on a condition, or to another way; name which in 'qualification'"),
    ("supportive", "is for it but promises nothing"),
    ("deflected", "answers something else, puts it off, or says that it is another's job"),
    ("refused", "says no"),
    ("unclear", "you cannot tell; say why in 'note'"),
)  # fmt: skip
"""Each stance in one line, for the sheet and for the manual."""

_KEYS: Final = ("response", "ask", "part", "digest")
_FILLED: Final = ("stance", "qualification", "alternatives", "specificity", "evidence", "note")
_Unit = tuple[Response, AskId, PartId | None]


@frozen(kw_only=True, repr=False, str=False)
class Worksheet(Shown):
    """
    A sheet for one coder.

    :ivar table: a row for each response and ask: the keys, the words, and empty columns to fill in
    :ivar definitions: what each stance means
    """

    coder: str
    table: Table
    definitions: tuple[tuple[str, str], ...] = DEFINITIONS

    def to_table(self) -> Table:
        """Give the sheet itself."""
        return self.table

    def write(self, path: str | Path) -> None:
        """
        Write the sheet as CSV for a spreadsheet, whole or not at all; cells like formulas are guarded.

        :raises SaveError: if it cannot be written; what stood at *path* before is whole
        """
        with written_whole(path) as file:
            file.write(self.table.to_csv().encode())


def worksheet(
    dataset: Dataset,
    *,
    coder: str,
    blinding: Blinding | str = Blinding.BLIND,
    sample: int | None = None,
    seed: int = 0,
) -> Worksheet:
    """
    Make a sheet of the responses that *coder* has not coded yet.

    Rows come in an order of the coder's own, by *seed*. A blind sheet names no speaker and no party, and
    its row ids are digests, since a response's id names its speaker.

    :param sample: how many rows at most
    :raises ValueError: if *coder* is no identifier or is the codebook, or *blinding* is no such word
    """
    if not is_id(coder) or coder == CODEBOOK:
        message = "a coder is an identifier like 'jane', and not the codebook"
        raise ValueError(message)
    shown = Blinding(blinding)
    done = {(c.response, c.ask, c.part) for c in dataset.codings if c.coder == coder}
    units = [u for u in _units(dataset) if (u[0].id, u[1], u[2]) not in done]
    random.Random(f"{seed}.{coder}").shuffle(units)
    rows = [_row(dataset, unit, shown) for unit in units[:sample]]
    columns = ("response", "ask", "part", "digest", "asked", "text", "speaker", "party", *_FILLED)
    kinds = {c: ColumnKind.INTEGER if c == "specificity" else ColumnKind.TEXT for c in columns}
    return Worksheet(coder=coder, table=Table.of(kinds, rows, title=f"Worksheet for {coder}"))


def _units(dataset: Dataset) -> Iterator[_Unit]:
    asks: dict[str, tuple[AskId, PartId | None]] = {str(a.id): (a.id, None) for a in dataset.asks}
    asks |= {str(p.id): (a.id, p.id) for a in dataset.asks for p in a.parts}
    for response in dataset.responses:
        for answered in dataset.answered_by(response.id):
            if answered in asks:
                yield response, *asks[answered]


def _row(dataset: Dataset, unit: _Unit, shown: Blinding) -> tuple[object, ...]:
    response, ask_id, part_id = unit
    ask = dataset.ask(ask_id)
    part = next((p.text for p in ask.parts if p.id == part_id), None)
    asked = "\n".join(one for one in (ask.title, ask.text, part) if one)
    is_open = shown is Blinding.OPEN
    said = response.attribution
    key = response.id if is_open else digest(response.id)[:16]
    keys = (key, ask_id, part_id, digest(response.text)[:16])
    speaker = said.name_as_printed if is_open else None
    party = said.party_as_printed if is_open else None
    return (*keys, asked, response.text, speaker, party, *(None for _ in _FILLED))


def read_worksheet(
    path: str | Path, dataset: Dataset, *, coder: str, date: dt.date | str
) -> tuple[Coding, ...]:
    """
    Read a filled sheet back as codings by *coder*; rows without a stance are left out.

    Give them to ``dataset.with_codings``; nothing is overwritten. The words a coder names in
    ``evidence`` (several: one a line) must stand in the response.

    :param date: when the words were coded, also as text: ``2024-05-03``
    :raises MissingFileError: if there is no such file; :raises EncodingError: if it is not UTF-8
    :raises RowsError: with every fault, each with its row and column
    """
    if not is_id(coder):
        raise RowsError(str(path), (Fault("coder", f"is not an identifier like {slug(coder)!r}"),))
    coded = _day(path, date)
    try:
        rows = list(_rows(Path(path)))
    except csv.Error:
        raise RowsError(str(path), (Fault("file", "holds a cell too long for CSV"),)) from None
    targets = _targets(dataset)
    faults: list[Fault] = []
    codings: list[Coding] = []
    seen: set[str] = set()
    for number, row in rows:
        if not row["stance"]:
            continue
        found = list(_row_faults(number, row, targets))
        if not found:
            coding = _coding(row, targets, coder, coded)
            found = (
                [Fault(f"row {number}", "codes the same once more")] if coding.id in seen else []
            )
            seen.add(coding.id)
            codings.append(coding)
        faults.extend(found)
    raise_faults(RowsError, str(path), faults)
    return tuple(codings)


def _day(path: str | Path, date: dt.date | str) -> dt.date:
    try:
        return dt.date.fromisoformat(date) if isinstance(date, str) else date
    except ValueError:
        raise RowsError(str(path), (Fault("date", "is not a date like 2024-05-03"),)) from None


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows of the file with their numbers, the header being row 1."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MissingFileError(str(path), "cannot be opened") from error
    except UnicodeDecodeError as error:
        raise EncodingError(str(path), "is not UTF-8 text") from error
    (_, heads), *rows = numbered_rows(text) or [(1, [])]
    missing = [c for c in (*_KEYS, *_FILLED) if c not in heads]
    raise_faults(RowsError, str(path), (Fault(f"column {c!r}", "is missing") for c in missing))
    for number, cells in rows:
        row = dict(zip(heads, cells, strict=False))
        yield number, {c: unguarded(row.get(c, "")).strip() for c in (*_KEYS, *_FILLED)}


_Targets = Mapping[tuple[str, str, str], _Unit]


def _targets(dataset: Dataset) -> _Targets:
    """Find units by the keys a sheet gives them, blind or open."""
    found: dict[tuple[str, str, str], _Unit] = {}
    for unit in _units(dataset):
        response, ask, part = unit
        found[response.id, ask, part or ""] = unit
        found[digest(response.id)[:16], ask, part or ""] = unit
    return found


def _row_faults(number: int, row: Mapping[str, str], targets: _Targets) -> Iterator[Fault]:
    def at(column: str, problem: str) -> Fault:
        return Fault(f"row {number}, column {column!r}", problem)

    stances = {s.value for s in Stance}
    stance = row["stance"].lower()
    if stance not in stances:
        yield at("stance", f"is none of {', '.join(sorted(stances))}")
    elif (row["qualification"] != "") != (stance == Stance.QUALIFIED.value):
        yield at("qualification", "is set exactly where the stance is qualified")
    if row["qualification"] and row["qualification"].lower() not in {
        q.value for q in Qualification
    }:
        yield at("qualification", f"is none of {', '.join(q.value for q in Qualification)}")
    others = _words(row["alternatives"])
    if not stances >= set(others) or stance in others or len(set(others)) < len(others):
        yield at("alternatives", "are other stances, each once, parted by commas")
    if row["specificity"].removesuffix(".0") not in ("", "0", "1", "2", "3"):
        yield at("specificity", "is not between 0 and 3")
    unit = targets.get((row["response"], row["ask"], row["part"]))
    if unit is None:
        yield at("response", "is not a response to this ask in the dataset")
    elif digest(unit[0].text)[:16] != row["digest"]:
        yield at("digest", "is not of the response's words as they now are")
    elif any(line not in unit[0].text for line in _lines(row["evidence"])):
        yield at("evidence", "does not stand in the response")


def _words(cell: str) -> list[str]:
    return [word.strip().lower() for word in cell.replace("|", ",").split(",") if word.strip()]


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n") if line.strip()]


def _coding(row: Mapping[str, str], targets: _Targets, coder: str, date: dt.date) -> Coding:
    response, ask, part = targets[row["response"], row["ask"], row["part"]]
    tail = slug(str(part or ask))
    finding = Finding(
        stance=Stance(row["stance"].lower()),
        qualification=Qualification(row["qualification"].lower()) if row["qualification"] else None,
        alternatives=tuple(Stance(word) for word in _words(row["alternatives"])),
        specificity=int(float(row["specificity"])) if row["specificity"] else None,
        basis=Basis.JUDGED,
        evidence=tuple(_extents(response.text, _lines(row["evidence"]))),
    )
    return Coding(
        id=CodingId(f"{response.id}.{coder}.{date.isoformat()}.{tail}"),
        response=ResponseId(response.id),
        ask=ask,
        part=part,
        coder=coder,
        date=date,
        finding=finding,
        note=row["note"] or None,
        digest=digest(response.text),
    )


def _extents(text: str, lines: Iterable[str]) -> Iterator[Extent]:
    for line in lines:
        start = text.index(line)
        yield Extent(start=start, end=start + len(line))
