"""The collections of a dataset, each in one order, so that nothing hangs on the order they came in."""

from collections.abc import Callable
from typing import Any

from attrs import field, fields, frozen

from civicpledge.model.asks import Ask, Remit, Round, Theme
from civicpledge.model.checks import tuple_of
from civicpledge.model.findings import Coding
from civicpledge.model.people import Area, Candidate, Contest, Office, Party, Person
from civicpledge.model.responses import AbsenceNote, Claim, Decision, Delivery, Response
from civicpledge.model.sources import Document, Source


@frozen(kw_only=True)
class Records:
    """
    Everything a dataset holds, as sorted tuples of records.

    The order given does not matter: each collection is sorted by its key (:data:`KEYS`), so two datasets
    of the same records are equal. References are not checked here; ``Dataset`` does that.
    """

    areas: tuple[Area, ...] = field(default=(), validator=tuple_of(Area))
    offices: tuple[Office, ...] = field(default=(), validator=tuple_of(Office))
    contests: tuple[Contest, ...] = field(default=(), validator=tuple_of(Contest))
    parties: tuple[Party, ...] = field(default=(), validator=tuple_of(Party))
    people: tuple[Person, ...] = field(default=(), validator=tuple_of(Person))
    candidates: tuple[Candidate, ...] = field(default=(), validator=tuple_of(Candidate))
    rounds: tuple[Round, ...] = field(default=(), validator=tuple_of(Round))
    themes: tuple[Theme, ...] = field(default=(), validator=tuple_of(Theme))
    asks: tuple[Ask, ...] = field(default=(), validator=tuple_of(Ask))
    remits: tuple[Remit, ...] = field(default=(), validator=tuple_of(Remit))
    sources: tuple[Source, ...] = field(default=(), validator=tuple_of(Source))
    documents: tuple[Document, ...] = field(default=(), validator=tuple_of(Document))
    responses: tuple[Response, ...] = field(default=(), validator=tuple_of(Response))
    codings: tuple[Coding, ...] = field(default=(), validator=tuple_of(Coding))
    claims: tuple[Claim, ...] = field(default=(), validator=tuple_of(Claim))
    absences: tuple[AbsenceNote, ...] = field(default=(), validator=tuple_of(AbsenceNote))
    decisions: tuple[Decision, ...] = field(default=(), validator=tuple_of(Decision))
    deliveries: tuple[Delivery, ...] = field(default=(), validator=tuple_of(Delivery))
    provenance: tuple[str, ...] = field(default=(), validator=tuple_of(str))

    def __attrs_post_init__(self) -> None:
        """Put every collection into its one order."""
        for name, key in KEYS.items():
            collection = getattr(self, name)
            object.__setattr__(self, name, tuple(sorted(collection, key=key)))

    def collections(self) -> dict[str, tuple[Any, ...]]:
        """Give the collections by name, in the order of the fields."""
        return {name: getattr(self, name) for name in KEYS}


def _by_id(record: Any) -> str:
    return str(record.id)


def _decision_key(decision: Decision) -> tuple[str, ...]:
    when = decision.date.isoformat()
    return (decision.kind, decision.subject, when, decision.choice, decision.by, decision.reason)


def _delivery_key(delivery: Delivery) -> tuple[str, ...]:
    of = (delivery.response, delivery.date.isoformat(), delivery.source or "")
    return (*of, delivery.status, delivery.note or "")


KEYS: dict[str, Callable[[Any], Any]] = {
    **{attribute.name: _by_id for attribute in fields(Records)},
    "remits": lambda remit: (remit.ask, remit.office),
    "documents": lambda document: document.source.id,
    "absences": lambda note: (note.candidate, note.ask),
    "decisions": _decision_key,
    "deliveries": _delivery_key,
    "provenance": str,
}
"""What each collection is sorted by, and what no two of its records may share."""
