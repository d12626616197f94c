"""How long work is watched: whatever wraps an iterable may count along."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")

Progress = Callable[[Iterable[Any]], Iterable[Any]]
"""Wraps what is worked through, like ``tqdm.tqdm`` or ``rich.progress.track`` as they are."""


def watched(items: Iterable[T], progress: Progress | None) -> Iterable[T]:
    """
    Give *items* as *progress* wraps them, or as they are without one.

    Whatever *progress* raises leaves the work at once.

    >>> list(watched("ab", None)), list(watched("ab", reversed))
    (['a', 'b'], ['b', 'a'])
    """
    return items if progress is None else progress(items)
