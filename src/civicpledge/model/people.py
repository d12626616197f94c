"""Who stands for what: areas, offices, contests, parties, people and their candidacies."""

import datetime
from enum import StrEnum

from attrs import Attribute, field, frozen

from civicpledge.model.checks import (
    not_blank,
    optional_id,
    refuse,
    tuple_of,
    typed,
    valid_id,
    valid_ids,
)
from civicpledge.model.ids import AreaId, CandidateId, ContestId, OfficeId, PartyId, PersonId


@frozen(kw_only=True)
class Area:
    """A place that an office serves."""

    id: AreaId = field(validator=valid_id)
    name: str = field(validator=not_blank)


@frozen(kw_only=True)
class Office:
    """
    A post with powers: ``mayor.west-midlands``.

    :ivar area: the area it serves
    :ivar body: the body it sits in, as people call it ("Combined Authority")
    """

    id: OfficeId = field(validator=valid_id)
    title: str = field(validator=not_blank)
    area: AreaId | None = field(default=None, validator=optional_id)
    body: str | None = field(default=None, validator=typed(str, type(None)))


@frozen(kw_only=True)
class Contest:
    """
    One election to one office; its id is the Democracy Club ballot id.

    >>> Contest(
    ...     id="mayor.west-midlands.2021-05-06",
    ...     office="mayor.west-midlands",
    ...     date=datetime.date(2021, 5, 6),
    ... ).date.year
    2021
    """

    id: ContestId = field(validator=valid_id)
    office: OfficeId = field(validator=valid_id)
    date: datetime.date | None = field(default=None, validator=typed(datetime.date, type(None)))

    @date.validator
    def _date_is_the_ids(
        self, attribute: "Attribute[datetime.date | None]", value: datetime.date | None
    ) -> None:
        printed = self.id.rpartition(".")[2]
        try:
            of_id = datetime.date.fromisoformat(printed)
        except ValueError:
            return
        if len(printed) == len("2021-05-06") and value not in (None, of_id):
            raise refuse(self, attribute.name, "is not the date that the id ends with")


@frozen(kw_only=True)
class Party:
    """A party under the name it registered, with the other labels it goes by."""

    id: PartyId = field(validator=valid_id)
    name: str = field(validator=not_blank)
    aliases: tuple[str, ...] = field(default=(), validator=tuple_of(str))


@frozen(kw_only=True)
class Identifier:
    """A number that a register gave to a person: ``Identifier(scheme="democracy-club", value="12")``."""

    scheme: str = field(validator=not_blank)
    value: str = field(validator=not_blank)


@frozen(kw_only=True)
class Person:
    """One human being, whatever they stand for, or if they stand for nothing."""

    id: PersonId = field(validator=valid_id)
    name: str = field(validator=not_blank)
    aliases: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    identifiers: tuple[Identifier, ...] = field(default=(), validator=tuple_of(Identifier))


def told_apart(one: Person, other: Person) -> bool:
    """
    Tell whether a register knows two people, perhaps of one id, under different numbers.

    >>> first, second = (Identifier(scheme="register", value=number) for number in ("7", "8"))
    >>> told_apart(Person(id="a", name="A", identifiers=(first,)),
    ...            Person(id="a", name="A", identifiers=(second,)))
    True
    """
    numbers = [{(i.scheme, i.value) for i in person.identifiers} for person in (one, other)]
    schemes = [{scheme for scheme, _ in held} for held in numbers]
    return any(scheme in schemes[0] & schemes[1] for scheme, _ in numbers[0] ^ numbers[1])


class CandidateStatus(StrEnum):
    """What became of a candidacy before the poll."""

    STANDING = "standing"
    WITHDRAWN = "withdrawn"
    STOOD_DOWN = "stood_down"
    DESELECTED = "deselected"
    DIED = "died"


@frozen(kw_only=True)
class Candidate:
    """
    A person standing in one contest.

    :ivar name: the name on the roster
    :ivar party: the parties it stands for; two for a joint candidacy, none for an independent or unknown
    :ivar party_on_roster: the label as the roster prints it
    :ivar aliases: other names it is printed under
    """

    id: CandidateId = field(validator=valid_id)
    person: PersonId = field(validator=valid_id)
    contest: ContestId = field(validator=valid_id)
    name: str = field(validator=not_blank)
    party: tuple[PartyId, ...] = field(default=(), validator=valid_ids)
    party_on_roster: str | None = field(default=None, validator=typed(str, type(None)))
    aliases: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    status: CandidateStatus = field(
        default=CandidateStatus.STANDING, validator=typed(CandidateStatus)
    )
