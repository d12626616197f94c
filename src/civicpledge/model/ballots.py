"""
Democracy Club ballot ids: ``mayor.west-midlands.2021-05-06`` and their kin, parsed, built and checked.

The form is that of `Democracy Club's reference
<https://elections.democracyclub.org.uk/reference_definition>`_: the election type, a subtype for the
devolved parliaments and London, an organisation, a division, ``by`` for a by-election, and the day of
the poll. A mayor and a commissioner have an organisation and no division; a member of parliament has a
division and no organisation.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from civicpledge.errors import Fault, RecordError, raise_faults
from civicpledge.model.checks import typed
from civicpledge.model.ids import ContestId

_SEGMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BY = "by"


class ElectionType(StrEnum):
    """The kinds of elections, as ballot ids begin."""

    LOCAL = "local"
    MAYOR = "mayor"
    PARL = "parl"
    PCC = "pcc"
    SP = "sp"
    SENEDD = "senedd"
    NAW = "naw"
    NIA = "nia"
    GLA = "gla"
    EUROPARL = "europarl"
    REF = "ref"


@frozen(kw_only=True)
class _Form:
    """
    What the ballot ids of one election type are made of.

    :ivar subtypes: what may stand behind the type: constituencies, regions, additional members
        (``None`` where it may be left out)
    :ivar undivided: the subtypes that have no division
    """

    subtypes: tuple[str | None, ...] = (None,)
    organisation: bool = False
    division: bool = False
    undivided: tuple[str, ...] = ()


_FORMS: dict[ElectionType, _Form] = {
    ElectionType.LOCAL: _Form(organisation=True, division=True),
    ElectionType.MAYOR: _Form(organisation=True),
    ElectionType.PARL: _Form(division=True),
    ElectionType.PCC: _Form(organisation=True),
    ElectionType.SP: _Form(subtypes=("c", "r"), division=True),
    ElectionType.SENEDD: _Form(subtypes=(None, "c", "r"), division=True),
    ElectionType.NAW: _Form(subtypes=("c", "r"), division=True),
    ElectionType.NIA: _Form(division=True),
    ElectionType.GLA: _Form(subtypes=("c", "a"), division=True, undivided=("a",)),
    ElectionType.EUROPARL: _Form(division=True),
    ElectionType.REF: _Form(organisation=True),
}


@frozen(kw_only=True)
class BallotId:
    """
    A ballot id in its parts; ``str`` of it is the id.

    :ivar subtype: ``c`` constituencies, ``r`` regions, ``a`` additional members
    :ivar by_election: whether it is one
    :raises RecordError: with every part that the election type needs and lacks, or does not have

    >>> str(BallotId(kind=ElectionType.PCC, organisation="mercia", date=datetime.date(2021, 5, 6)))
    'pcc.mercia.2021-05-06'
    """

    kind: ElectionType = field(validator=typed(ElectionType))
    subtype: str | None = field(default=None, validator=typed(str, type(None)))
    organisation: str | None = field(default=None, validator=typed(str, type(None)))
    division: str | None = field(default=None, validator=typed(str, type(None)))
    by_election: bool = field(default=False, validator=typed(bool))
    date: datetime.date = field(validator=typed(datetime.date))

    def __attrs_post_init__(self) -> None:
        """Refuse parts that the ballot ids of this election type do not have, or lack."""
        raise_faults(RecordError, "BallotId", _faults_of(self))

    def __str__(self) -> str:
        """Give the id: ``mayor.west-midlands.2021-05-06``."""
        by = _BY if self.by_election else None
        named = (self.kind, self.subtype, self.organisation, self.division, by)
        return ".".join([*filter(None, named), self.date.isoformat()])

    @property
    def contest(self) -> ContestId:
        """The id as that of a contest."""
        return ContestId(str(self))


def _faults_of(ballot: BallotId) -> Iterator[Fault]:
    form = _FORMS[ballot.kind]
    if ballot.subtype not in form.subtypes:
        expected = " or ".join(subtype or "nothing" for subtype in form.subtypes)
        yield Fault("subtype", f"is not {expected}, as {ballot.kind} ids have it")
    divided = form.division and ballot.subtype not in form.undivided
    for name, needed in (("organisation", form.organisation), ("division", divided)):
        value = getattr(ballot, name)
        if (value is not None) != needed:
            yield Fault(name, f"is {'missing from' if needed else 'no part of'} a {ballot.kind} id")
        elif value is not None and _SEGMENT.fullmatch(value) is None:
            yield Fault(name, "is not a segment like 'west-midlands'")
    if ballot.by_election and ballot.kind is ElectionType.REF:
        yield Fault("by_election", "is no part of a ref id")


def parse_ballot_id(text: str) -> BallotId:
    """
    Take a ballot id apart.

    An id of a group of ballots (``local.2021-05-06``) is no ballot id.

    :raises RecordError: if *text* is none

    >>> parse_ballot_id("local.dudley.amblecote.by.2021-05-06").division
    'amblecote'
    """
    first, *middle, last = text.split(".") if "." in text else (text, "")
    if first not in ElectionType.__members__.values():
        raise RecordError("BallotId", (Fault("type", "is none that ballot ids begin with"),))
    kind, form = ElectionType(first), _FORMS[ElectionType(first)]
    by_election = bool(middle) and middle[-1] == _BY
    rest = middle[:-1] if by_election else middle
    subtype = (
        rest.pop(0) if rest and form.subtypes != (None,) and rest[0] in form.subtypes else None
    )
    organisation = rest.pop(0) if rest and form.organisation else None
    division = rest.pop(0) if rest else None
    if rest:
        raise RecordError("BallotId", (Fault("division", "is followed by more segments"),))
    return BallotId(
        kind=kind,
        subtype=subtype,
        organisation=organisation,
        division=division,
        by_election=by_election,
        date=_day(last),
    )


def _day(printed: str) -> datetime.date:
    try:
        if _DATE.fullmatch(printed):
            return datetime.date.fromisoformat(printed)
    except ValueError:
        pass
    raise RecordError("BallotId", (Fault("date", "is not a day like 2021-05-06"),))


def is_ballot_id(text: str) -> bool:
    """
    Tell whether *text* is the id of one ballot.

    >>> is_ballot_id("parl.dudley-north.2024-07-04"), is_ballot_id("parl.2024-07-04")
    (True, False)
    """
    try:
        parse_ballot_id(text)
    except RecordError:
        return False
    return True


def ballot_segment(name: str) -> str:
    """
    Give the segment of a ballot id that stands for the *name* of a body or a division.

    >>> ballot_segment("King's Lynn & West Norfolk")
    'kings-lynn-west-norfolk'
    """
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    kept = "".join(c if c.isalnum() else " " if c.isspace() or c in "-_" else "" for c in folded)
    return "-".join(kept.split())
