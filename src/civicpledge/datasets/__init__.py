"""
Bundled campaigns, each one JSON file with its provenance inside.

The words of the pages stay with their authors: answers are told in our own words and coded by hand, each
with a reason.
"""

from functools import cache
from importlib import resources

from civicpledge.errors import UnknownIdError, closest
from civicpledge.jsonio.texts import read
from civicpledge.model.dataset import Dataset

_SUFFIX = ".json"


@cache
def dataset_names() -> tuple[str, ...]:
    """
    List the names of the bundled datasets, sorted.

    >>> "west-midlands-2022" in dataset_names()
    False
    """
    files = resources.files(__name__).iterdir()
    return tuple(sorted(f.name.removesuffix(_SUFFIX) for f in files if f.name.endswith(_SUFFIX)))


@cache
def load_dataset(name: str) -> Dataset:
    """
    Give the bundled dataset of this *name*; the same object each time, for datasets never change.

    :raises UnknownIdError: if there is none; its ``nearest`` are the names closest to it

    >>> load_dataset("atlantis-1900")
    Traceback (most recent call last):
    civicpledge.errors.UnknownIdError: no dataset has the identifier 'atlantis-1900'
    """
    if name not in dataset_names():
        raise UnknownIdError("dataset", name, closest(name, dataset_names()))
    file = resources.files(__name__) / f"{name}{_SUFFIX}"
    return read(file.read_text(encoding="utf-8"), name)
