"""
What can go wrong, as types that carry their facts.

Everything this library raises on purpose is a :class:`CivicPledgeError`. Errors about a file or a set
of records gather **all** faults of their stage, each a :class:`Fault` with the path of the value. An
error's text holds paths, identifiers and kinds, never a person's words.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import NoReturn

from attrs import field, frozen


class CivicPledgeError(Exception):
    """The base of every error this library raises on purpose."""


@frozen(order=True)
class Fault:
    """
    One thing wrong, and where.

    :ivar path: the place of the value: ``responses[3].text``, ``row 7, column 'name'``, ``line 12``
    :ivar problem: what is wrong with it, in a few words

    >>> print(Fault("row 7, column 'name'", "is empty"))
    row 7, column 'name': is empty
    """

    path: str
    problem: str

    def __str__(self) -> str:
        """Give the place, then the problem."""
        return f"{self.path}: {self.problem}"


@frozen
class FaultsError(CivicPledgeError, ValueError):
    """
    Input with faults, all of one stage together.

    :ivar where: what was being read: a file's path, ``dataset``, ``rows``
    :ivar faults: every fault found, in the order of the input
    """

    where: str
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        """Give one line for a single fault, else a heading and one line a fault."""
        if len(self.faults) == 1:
            return f"{self.where}: {self.faults[0]}"
        lines = [f"{self.where}: {len(self.faults)} faults", *(f"  {f}" for f in self.faults)]
        return "\n".join(lines)


class RecordError(FaultsError):
    """A record was given a value that its field does not take."""


class DatasetError(FaultsError):
    """Records that do not hold together: references to nothing, identifiers given twice."""


class ClashError(FaultsError):
    """Two datasets say different things under one identifier."""


class FileFormatError(FaultsError):
    """A dataset file that cannot be read exactly as it stands."""


class RosterError(FaultsError):
    """A roster that cannot be read: no name column, one identifier twice, an empty name."""


class RemitsError(FaultsError):
    """Remits that leave out an ask, or name an ask or an office that is not there."""


class RubricError(FaultsError):
    """A rubric whose numbers are out of range."""


class SheetError(FaultsError):
    """A bare sheet of answers, or weights for it, that a formula cannot take."""


class ComparisonError(FaultsError):
    """A comparison of fewer than two candidates, or the closeness of two asked of more."""


class RowsError(FaultsError):
    """Rows of a table (codings, responses, decisions) that cannot be taken as they stand."""


class ResolveError(FaultsError):
    """A reading that cannot be tied to the roster as it was asked to be."""


@frozen
class DocumentError(CivicPledgeError, ValueError):
    """
    A document that cannot be taken as text.

    :ivar where: the file or the source
    :ivar problem: why not, with the place where there is one
    """

    where: str
    problem: str

    def __str__(self) -> str:
        """Give the place and the problem on one line."""
        return f"{self.where}: {self.problem}"


class MissingFileError(DocumentError):
    """There is no such file, or it cannot be opened."""


class EncodingError(DocumentError):
    """Bytes that are not UTF-8 text."""


class EmptyDocumentError(DocumentError):
    """A document without a single letter."""


class NothingReadError(DocumentError):
    """A document in which the reader found no ask, no answer, no claim and no pledge."""


class SpanError(DocumentError):
    """A span that lies outside its document, or does not hold the words it is said to hold."""


class SaveError(DocumentError):
    """A file that was not written; what stood there before is whole."""


@frozen
class WrongKindError(CivicPledgeError, TypeError):
    """
    A call was given something of another kind than it takes.

    :ivar call: the function that was called
    :ivar argument: the name of the argument
    :ivar wanted: the kind it takes
    :ivar given: the kind it was given
    :ivar hint: what was likely meant

    >>> print(WrongKindError("score", "dataset", "Dataset", "Scoreboard", "it is board.dataset"))
    score: 'dataset' takes Dataset, not Scoreboard; it is board.dataset
    """

    call: str
    argument: str
    wanted: str
    given: str
    hint: str = ""

    def __str__(self) -> str:
        """Say what was wanted, what was given, and what was likely meant."""
        told = f"{self.call}: {self.argument!r} takes {self.wanted}, not {self.given}"
        return f"{told}; {self.hint}" if self.hint else told


@frozen
class UnknownIdError(CivicPledgeError, LookupError):
    """
    A look-up of something that is not there.

    :ivar kind: what was looked up: ``candidate``, ``ask``, ``dataset``
    :ivar id: the identifier or name given
    :ivar nearest: identifiers close to it, nearest first
    """

    kind: str
    id: str
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Name what was asked for and what comes near it."""
        return f"no {self.kind} has the identifier {self.id!r}{_question(self.nearest)}"


@frozen
class AmbiguousIdError(CivicPledgeError, LookupError):
    """
    A look-up that several records answer.

    :ivar kind: what was looked up
    :ivar id: the identifier or name given
    :ivar options: the identifiers of all that fit
    """

    kind: str
    id: str
    options: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        """List every record that fits."""
        return f"{self.id!r} fits several {self.kind}s: {', '.join(self.options)}"


_LOOKED_AT_FOR_A_HINT = 10_000
_HINTS = 3


def closest(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """
    Give up to three of the *known* identifiers that are close to *wanted*, the closest first.

    Where none is, the last parts of them are looked at, for a person's id stands for a candidate's, and
    so does a name as written.

    >>> closest("ann-ahs", ["mayor.haven.2030-05-02.ann-ash", "mayor.haven.2030-05-02.bo-birch"])
    ('mayor.haven.2030-05-02.ann-ash',)
    >>> closest("Ann Ahs", ["mayor.haven.2030-05-02.ann-ash"])
    ('mayor.haven.2030-05-02.ann-ash',)
    """
    wanted = str(wanted)
    options = list(islice(known, _LOOKED_AT_FOR_A_HINT))
    near = get_close_matches(wanted, options, n=_HINTS)
    if near:
        return tuple(near)
    last = {option.rpartition(".")[2]: option for option in reversed(options)}
    part_like = "-".join(wanted.lower().split())
    return tuple(last[part] for part in get_close_matches(part_like, last, n=_HINTS))


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """
    Put the *known* identifiers close to *wanted* into a question, for the end of a problem.

    >>> did_you_mean("7", ["page.7", "page.8"]), did_you_mean("7", [])
    ("; did you mean 'page.7'?", '')
    """
    return _question(closest(wanted, known))


def _question(nearest: Iterable[str]) -> str:
    named = " or ".join(map(repr, nearest))
    return f"; did you mean {named}?" if named else ""


def raise_faults(error: type[FaultsError], where: str, faults: Iterable[Fault]) -> None:
    """
    Raise *error* with all *faults*, or return where there is none.

    >>> raise_faults(RosterError, "roster.csv", [])
    """
    found = tuple(faults)
    if found:
        raise error(where, found)


def fail(error: type[FaultsError], where: str, path: str, problem: str) -> NoReturn:
    """
    Raise *error* with the one fault of *problem* at *path*.

    >>> try:
    ...     fail(RemitsError, "remits", "ask '10'", "is not an ask of this page")
    ... except RemitsError as error:
    ...     print(error)
    remits: ask '10': is not an ask of this page
    """
    raise error(where, (Fault(path, problem),))
