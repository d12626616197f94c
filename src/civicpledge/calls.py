"""What a call was given, held against what it takes, so that a slip of the hand is told as one."""

import functools
import inspect
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, ParamSpec, TypeVar, Union, get_args, get_origin

from civicpledge.errors import WrongKindError

P = ParamSpec("P")
T = TypeVar("T")

_HINTS: Final = {
    (
        "Document",
        "str",
    ): "Document.from_text(text, source=Source(id=..., title=...)) makes one of a "
    "text, read_document(path) of a file",
    ("Document", "path"): "read_document(path) reads one",
    ("Reading", "Document"): "parse(document) makes one of it",
    ("Reading", "str"): "parse(read_document(path)) makes one of a file",
    ("Reading", "path"): "parse(read_document(path)) makes one of it",
    ("Roster", "str"): "read_roster(path) reads one",
    ("Roster", "path"): "read_roster(path) reads one",
    ("Roster", "list"): "Roster.from_rows(rows) makes one of it",
    ("Roster", "DataFrame"): "roster_from_frame(frame) makes one of it",
    ("Dataset", "str"): "load(path) reads one, load_dataset(name) a bundled one",
    ("Dataset", "path"): "load(path) reads one",
    ("Dataset", "Reading"): "resolve(reading, roster, remits=...) makes one of it",
    ("Dataset", "Scoreboard"): "it is board.dataset",
    ("Rubric", "str"): "Rubric(name=...) makes one",
    ("str", "Response"): "its words are response.text",
    ("str", "RawAnswer"): "its words are answer.quote.text",
    ("str", "list"): "give them one by one",
    ("Mapping", "Table"): "give each table a name: {'scores': table}",
    ("Iterable", "Dataset"): "its records are meant: dataset.codings",
}


def explaining(function: Callable[P, T]) -> Callable[P, T]:
    """
    Let *function*, where it fails, say which of its arguments is of another kind than it takes.

    A call that works is not looked at. Held against are texts, paths, collections and the library's kinds.

    >>> @explaining
    ... def length(text: str) -> int:
    ...     return len(text)
    >>> length("Ann"), length(["Ann", "Bo"])
    (3, 2)
    >>> length(7)
    Traceback (most recent call last):
    civicpledge.errors.WrongKindError: length: 'text' takes str, not int
    """

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return function(*args, **kwargs)
        except Exception as error:
            wrong = next(_wrong(function, args, kwargs), None)
            if wrong is None:
                raise
            raise wrong from error

    return call


_Misfit = tuple[str, object, tuple[type, ...]]
"""An argument's name, what it was given, and the kinds it takes."""


def _wrong(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Iterator[WrongKindError]:
    misfits = list(_misfits(function, args, kwargs))
    for name, value, wanted in misfits:
        kinds = " or ".join(kind.__name__ for kind in wanted if kind is not NoneType)
        swapped = any(isinstance(other, wanted) for _, other, _ in misfits)
        hint = (
            "the arguments stand the other way round"
            if swapped
            else _hint(wanted[0].__name__, value)
        )
        yield WrongKindError(function.__name__, name, kinds, type(value).__name__, hint)


def _misfits(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Iterator[_Misfit]:
    signature = inspect.signature(function)
    try:
        given = signature.bind(*args, **kwargs).arguments
        kinds = inspect.get_annotations(function, eval_str=True)
    except (TypeError, NameError):
        return
    for name, value in given.items():
        wanted = _classes(kinds.get(name))
        several = signature.parameters[name].kind is inspect.Parameter.VAR_POSITIONAL
        for one in value if several else (value,):
            if wanted and not isinstance(one, wanted):
                yield name, one, wanted


def _classes(annotation: Any) -> tuple[type, ...]:
    """Give the classes that an annotation names; none where it names something else too."""
    united = get_origin(annotation) in (Union, UnionType)
    named = get_args(annotation) if united else (annotation,)
    found = tuple(get_origin(kind) or kind for kind in named)
    return found if all(map(_is_looked_at, found)) else ()


def _is_looked_at(kind: Any) -> bool:
    if kind in (str, NoneType, Mapping, Iterable):
        return True
    if not isinstance(kind, type) or issubclass(kind, Enum):  # whose members may be told by name
        return False
    return issubclass(kind, os.PathLike) or kind.__module__.startswith("civicpledge.")


def _hint(wanted: str, value: object) -> str:
    given = "path" if isinstance(value, os.PathLike) else type(value).__name__
    its_id = "its identifier is meant" if wanted == "str" and hasattr(value, "id") else ""
    return _HINTS.get((wanted, given), its_id)
