r"""
Pure functions over Arrow arrays, for engines that call Python on columns: DuckDB, Spark, Ray, Dask.

Each gives, row by row, what the core gives for that row: no state, no order, picklable by name. Nothing
in is nothing out, unless a column says otherwise. Memory is that of the arrays and of one copy of their
distinct values. Needs the extra ``arrow``.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any, Final, TypeAlias, TypeVar

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from civicpledge.coding import code_response
from civicpledge.errors import Fault, RowsError, RubricError, fail, raise_faults
from civicpledge.matching.scope import Scope, Verdict
from civicpledge.model.asks import Power
from civicpledge.model.findings import Qualification, Stance
from civicpledge.model.ids import CandidateId, ContestId, PersonId
from civicpledge.model.people import Candidate
from civicpledge.normalise.names import name_key
from civicpledge.scoring.rubric import DEFAULT_RUBRIC, Alternatives, MissingPolicy, Rubric

T = TypeVar("T")
Array: TypeAlias = pa.Array
"""An array, chunked or not; what comes back is an array as long. Spark reads this from the signatures."""

FIELD: Final = "\x1f"
"""What parts identifier, name and party in a text of :func:`match_blocks`; ``chr(31)`` in SQL."""

MATCH_TYPE: Final = pa.struct(
    [
        pa.field("mention", pa.string()),
        pa.field("outcome", pa.string()),
        pa.field("candidate", pa.string()),
        pa.field("similarity", pa.float64()),
    ]
)
FINDING_TYPE: Final = pa.struct(
    [
        pa.field("stance", pa.string()),
        pa.field("qualification", pa.string()),
        pa.field("basis", pa.string()),
    ]
)
WORTH_TYPE: Final = pa.struct(
    [
        pa.field("weight", pa.int64()),
        pa.field("low", pa.int64()),
        pa.field("high", pa.int64()),
    ]
)


_TEXT_KINDS: Final = (
    *(pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null),
)
_LIST_KINDS: Final = (
    *(pa.types.is_list, pa.types.is_large_list, pa.types.is_fixed_size_list),
    *(pa.types.is_list_view, pa.types.is_large_list_view),
)


def _holds_texts(kind: Any) -> bool:
    """Tell whether a type is one of texts, packed in whatever way."""
    packed = pa.types.is_dictionary(kind) or pa.types.is_run_end_encoded(kind)
    kind = kind.value_type if packed else kind
    return any(is_kind(kind) for is_kind in _TEXT_KINDS)


def _holds_lists(kind: Any) -> bool:
    """Tell whether a type is one of lists of texts."""
    listed = any(is_kind(kind) for is_kind in _LIST_KINDS)
    return pa.types.is_null(kind) or (listed and _holds_texts(kind.value_type))


def _faults(columns: Mapping[str, Array], is_right: Callable[[Any], bool]) -> Iterator[Fault]:
    """Give what is no column of the right type, or not as long as the first."""
    lengths: list[int] = []
    for name, column in columns.items():
        if not isinstance(column, pa.Array | pa.ChunkedArray):
            yield Fault(name, f"is {type(column).__name__}, not an array of Arrow")
        elif not is_right(column.type):
            yield Fault(name, f"holds {column.type}, not {_WANTED[is_right]}")
        else:
            lengths.append(len(column))
            if len(column) != lengths[0]:
                yield Fault(name, f"has {len(column)} rows, not {lengths[0]}")


_WANTED: Final[dict[Callable[[Any], bool], str]] = {
    _holds_texts: "texts",
    _holds_lists: "lists of texts",
}


def _checked(columns: Mapping[str, Array], is_right: Callable[[Any], bool]) -> list[Array]:
    raise_faults(RowsError, "columns", _faults(columns, is_right))
    for name, column in columns.items():
        try:
            column.validate(full=True)
        except pa.ArrowInvalid:
            fail(RowsError, "columns", name, "is no valid array; texts are UTF-8")
    return list(columns.values())


def _texts(columns: Mapping[str, Array]) -> list[Any]:
    """Give columns of texts in one piece each and of one type, whatever type they came in."""
    return [_one_piece(column) for column in _checked(columns, _holds_texts)]


def _one_piece(column: Array) -> Any:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return pa.array(column.to_pylist(), pa.large_string())
    made = column.cast(pa.large_string())
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made


def _by_row(columns: Mapping[str, Array], work: Callable[..., Any], kind: pa.DataType) -> Any:
    """Call *work* once for each distinct row; rows that begin with nothing give nothing."""
    known: dict[tuple[Any, ...], Any] = {}
    found = []
    for row in zip(*(column.to_pylist() for column in _texts(columns)), strict=True):
        if row not in known:
            known[row] = None if row[0] is None else work(*row)
        found.append(known[row])
    return pa.array(found, type=kind)


def normalise_names(names: Array) -> Array:
    """
    Fold each name to the form names are compared in, as ``name_key`` does.

    :raises RowsError: if the column does not hold texts, as in every function here

    >>> normalise_names(pa.array(["Jay  SINGH-Sohal", None])).to_pylist()
    ['jay singh sohal', None]
    """
    (held,) = _texts({"names": names})
    encoded = held.dictionary_encode()
    keys = pa.array([name_key(name) for name in encoded.dictionary.to_pylist()], pa.string())
    return keys.take(encoded.indices)


class _Block:
    """The options of one block, ready to be matched; blank names are left out."""

    def __init__(self, options: Iterable[tuple[str, str, str | None]]) -> None:
        held: dict[str, list[tuple[str, str | None]]] = {}
        for identifier, name, party in sorted(options, key=lambda o: (o[0], o[1], o[2] or "")):
            if name.strip():
                held.setdefault(identifier, []).append((name, party))
        self.ids = list(held)
        self.scope = Scope(
            [_candidate(number, names) for number, names in enumerate(held.values())], {}, {}, ()
        )

    def judge(self, name: str, party: str | None) -> tuple[Verdict, str | None, float | None]:
        """Give the verdict with the identifier and similarity of the first option."""
        verdict = self.scope.judge(name, party)
        if not verdict.options:
            return verdict, None, None
        scored, similarity = verdict.options[0]
        return verdict, self.ids[scored.owner], similarity


def _candidate(number: int, names: list[tuple[str, str | None]]) -> Candidate:
    """Make a candidate whose identifier sorts as its number does, under all of its names."""
    identifier = f"{number:09}"
    parties = [party for _, party in names if party]
    return Candidate(
        id=CandidateId(identifier),
        person=PersonId(identifier),
        contest=ContestId("block"),
        name=names[0][0],
        aliases=tuple(name for name, _ in names[1:]),
        party_on_roster=parties[0] if parties else None,
    )


def score_names(names: Array, others: Array) -> Array:
    """
    Give how sure it is that each name is the other one, 0 to 1.

    It is the similarity that a roster which holds only the other gives the name: the odds beside
    "somebody else". The two columns are not interchangeable: the first is as printed, the second as on a
    roster. 0 where nothing is the same.

    >>> likely, not_at_all = score_names(
    ...     pa.array(["Cllr MARLOW, Ada", "Owen Finch"]), pa.array(["Ada Marlow", "Ada Marlow"])
    ... ).to_pylist()
    >>> likely > 0.75, not_at_all
    (True, 0.0)
    """
    blocks: dict[str, _Block] = {}

    def similarity(name: str, other: str | None) -> float | None:
        if other is None:
            return None
        if other not in blocks:
            blocks[other] = _Block([("", other, None)])
        return blocks[other].judge(name, None)[2] or 0.0

    return _by_row({"names": names, "others": others}, similarity, pa.float64())


def _parted(packed: str) -> tuple[str, str, str | None]:
    """Part a packed text; without a separator it is a name, and its own identifier."""
    identifier, *rest = packed.split(FIELD, 2)
    name, *party = rest or [identifier]
    return identifier, name, (party[0] or None) if party else None


def _matches(mentions: list[str | None], options: list[str | None]) -> Iterator[dict[str, Any]]:
    block = _Block(_parted(option) for option in options if option is not None)
    for packed in sorted(mention for mention in mentions if mention is not None):
        mention, name, party = _parted(packed)
        verdict, candidate, similarity = block.judge(name, party)
        sure = verdict.kind.value == "matched"
        yield {
            "mention": mention,
            "outcome": verdict.kind.value,
            "candidate": candidate if sure else None,
            "similarity": similarity,
        }


def match_blocks(mentions: Array, options: Array) -> Array:
    r"""
    Match the names of each block with the options of the same block, as ``Roster.match`` does.

    Both columns are lists of texts, a list a row: identifier, name and where known party, parted by
    :data:`FIELD`. A block is usually a contest. An identifier with several names is one person who has
    aliases.

    :returns: for each row a list, sorted by mention, of ``mention``, ``outcome`` (``matched``,
        ``ambiguous`` or ``unmatched``), ``candidate`` (the option's identifier; only where matched) and
        ``similarity`` (of the likeliest option, 0 to 1)

    >>> found = match_blocks(
    ...     pa.array([["7\x1fMarlow, Ada"]]), pa.array([["a\x1fAda Marlow", "b\x1fTobias Finch"]])
    ... )
    >>> found.to_pylist()[0][0]["outcome"], found.to_pylist()[0][0]["candidate"]
    ('matched', 'a')
    """
    columns = _checked({"mentions": mentions, "options": options}, _holds_lists)
    rows = zip(*(column.to_pylist() for column in columns), strict=True)
    found = [None if said is None else list(_matches(said, held or [])) for said, held in rows]
    return pa.array(found, type=pa.list_(MATCH_TYPE))


def _finding(text: str, ask: str | None = None) -> dict[str, str | None]:
    found = code_response(text, ask=ask)
    return {
        "stance": found.stance.value,
        "qualification": found.qualification.value if found.qualification else None,
        "basis": found.basis.value,
    }


def code_texts(texts: Array, asks: Array | None = None) -> Array:
    """
    Code each text as an answer to the ask beside it, as ``code_response`` does.

    :param asks: the words of each ask; nothing where it is not known
    :returns: ``stance``, ``qualification`` and ``basis``

    >>> code_texts(pa.array(["Yes. I will build it.", None])).to_pylist()[0]["stance"]
    'committed'
    """
    if asks is None:
        return _by_row({"texts": texts}, _finding, FINDING_TYPE)
    return _by_row({"texts": texts, "asks": asks}, _finding, FINDING_TYPE)


def _decided(rubric: Rubric, stance: Stance, qualification: Qualification | None) -> list[Fraction]:
    """Give every number of points that a stance may be worth."""
    if stance is Stance.UNCLEAR:
        return [Fraction(0), Fraction(1)]
    if stance is not Stance.QUALIFIED:
        return [rubric.points(stance)]
    kinds = list(Qualification) if qualification is None else [qualification]
    return [rubric.points(stance, kind) for kind in kinds]


_MISSING: Final = {
    MissingPolicy.BOUNDS: [Fraction(0), Fraction(1)],
    MissingPolicy.EXCLUDE: [Fraction(0)],
    MissingPolicy.AS_NOTHING: [Fraction(0)],
    MissingPolicy.NEUTRAL: [Fraction(1, 2)],
}
_STANCES: Final[tuple[Stance | None, ...]] = (*Stance, None)
_QUALIFICATIONS: Final[tuple[Qualification | None, ...]] = (*Qualification, None)
_POWERS: Final[tuple[Power | None, ...]] = (*Power, None)

_Worth = tuple[Fraction, Fraction, Fraction]


def _worth(
    rubric: Rubric, stance: Stance | None, kind: Qualification | None, power: Power | None
) -> _Worth:
    """Give the weight of a cell, and weight times the least and the most it may be worth."""
    weight = Fraction(0) if power is None else rubric.power_weight(power)
    if stance is None and rubric.missing is MissingPolicy.EXCLUDE:
        weight = Fraction(0)
    points = _MISSING[rubric.missing] if stance is None else _decided(rubric, stance, kind)
    return weight, weight * min(points), weight * max(points)


def _worths(rubric: Rubric) -> list[_Worth]:
    """Give what every stance, qualification and power are worth, in the order of their numbers."""
    needed = [
        n for n in ("specificity_bonus", "ask_weights", "theme_weights") if getattr(rubric, n)
    ]
    if rubric.alternatives is not Alternatives.IGNORE:
        needed.append("alternatives")
    faults = (Fault(name, "needs what these columns do not tell") for name in needed)
    raise_faults(RubricError, "rubric", faults)
    return [_worth(rubric, *key) for key in product(_STANCES, _QUALIFICATIONS, _POWERS)]


_MOST_UNITS: Final = 2**31
"""Sums of four thousand million rows fit the 64 bits of an engine's whole numbers."""


def score_unit(rubric: Rubric = DEFAULT_RUBRIC) -> int:
    """
    Give how many units of :func:`score_responses` make a weight of 1.

    :raises RubricError: if they are so many that a country's sums would not fit 64 bits

    >>> score_unit()
    16
    """
    unit = math.lcm(*(part.denominator for worth in _worths(rubric) for part in worth))
    if unit > _MOST_UNITS:
        fail(RubricError, "rubric", "its fractions", f"need more than {_MOST_UNITS:,} units of 1")
    return unit


def _numbers(column: Array, kinds: Sequence[object], name: str) -> Any:
    """Give the number of each value among *kinds*, whose last is nothing."""
    values = pa.array([str(kind) for kind in kinds[:-1]], pa.large_string())
    numbers = pc.index_in(column, value_set=values)
    if numbers.null_count > column.null_count:
        fail(RowsError, "columns", name, f"holds what is none of {', '.join(values.to_pylist())}")
    return pc.fill_null(numbers, len(values))


def score_responses(
    stances: Array, qualifications: Array, powers: Array, *, rubric: Rubric = DEFAULT_RUBRIC
) -> Array:
    """
    Give what each due cell adds to a score, in whole numbers, so that sums are exact in any order.

    One row for each candidate and whole ask. Nothing for a stance is a cell without words, scored by the
    rubric's missing policy; nothing, or ``none``, for a power is an ask outside the remit, of weight 0.
    A candidate's low end is ``sum(low) / sum(weight)``, the high end likewise.

    :param stances: ``committed``, ``qualified``, ... or ``unclear``
    :param qualifications: of ``qualified``; without one it may be any of them
    :returns: ``weight``, ``low`` and ``high`` (both times the weight), in units of 1/:func:`score_unit`
    :raises RowsError: if a column holds something else
    :raises RubricError: if the rubric asks for what these columns do not tell

    >>> stances, kinds = pa.array(["qualified", None]), pa.array(["partial", None])
    >>> score_responses(stances, kinds, pa.array(["decides", "convenes"])).to_pylist()
    [{'weight': 16, 'low': 8, 'high': 8}, {'weight': 8, 'low': 0, 'high': 8}]
    """
    unit, worths = score_unit(rubric), _worths(rubric)
    columns = {"stances": stances, "qualifications": qualifications, "powers": powers}
    number: Any = 0
    for column, kinds, name in zip(
        _texts(columns), (_STANCES, _QUALIFICATIONS, _POWERS), columns, strict=True
    ):
        number = pc.add(pc.multiply(number, len(kinds)), _numbers(column, kinds, name))
    parts = [pa.array([int(worth[i] * unit) for worth in worths], pa.int64()) for i in range(3)]
    return pa.StructArray.from_arrays(
        [part.take(number) for part in parts], fields=list(WORTH_TYPE)
    )
