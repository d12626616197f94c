"""What was said, by whom as far as the page tells, and what is said of it."""

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
from civicpledge.model.findings import Quantity, Stance
from civicpledge.model.ids import (
    AskId,
    CandidateId,
    ClaimId,
    ContestId,
    PersonId,
    ResponseId,
    RoundId,
    SourceId,
)
from civicpledge.model.sources import Quote, Span


@frozen(kw_only=True)
class Named:
    """The page prints the speaker's name beside the words."""

    person: PersonId = field(validator=valid_id)
    candidate: CandidateId | None = field(default=None, validator=optional_id)
    name_as_printed: str | None = field(default=None, validator=typed(str, type(None)))
    party_as_printed: str | None = field(default=None, validator=typed(str, type(None)))


@frozen(kw_only=True)
class OnBehalf:
    """
    Somebody else spoke for the candidate.

    :ivar by: who spoke; ``None`` where the stand-in is not on the roster, whose name is then as printed
    """

    candidate: CandidateId = field(validator=valid_id)
    by: PersonId | None = field(default=None, validator=optional_id)
    name_as_printed: str | None = field(default=None, validator=typed(str, type(None)))
    party_as_printed: str | None = field(default=None, validator=typed(str, type(None)))


@frozen(kw_only=True)
class Inferred:
    """Who spoke follows from something else than a name beside the words; it does not score."""

    candidate: CandidateId = field(validator=valid_id)
    reason: str = field(validator=not_blank)
    evidence: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    name_as_printed: str | None = field(default=None, validator=typed(str, type(None)))
    party_as_printed: str | None = field(default=None, validator=typed(str, type(None)))


@frozen(kw_only=True)
class Contested:
    """The words may be one of several candidates'."""

    options: tuple[CandidateId, ...] = field(validator=valid_ids)
    reason: str | None = field(default=None, validator=typed(str, type(None)))
    name_as_printed: str | None = field(default=None, validator=typed(str, type(None)))
    party_as_printed: str | None = field(default=None, validator=typed(str, type(None)))

    @options.validator
    def _somebody_is_meant(
        self, attribute: "Attribute[tuple[CandidateId, ...]]", value: tuple[CandidateId, ...]
    ) -> None:
        if not value:
            raise refuse(
                self, attribute.name, "names nobody; words of nobody known are unattributed"
            )


@frozen(kw_only=True)
class Unattributed:
    """Nothing tells who spoke."""

    reason: str = field(validator=not_blank)
    name_as_printed: str | None = field(default=None, validator=typed(str, type(None)))
    party_as_printed: str | None = field(default=None, validator=typed(str, type(None)))


Attribution = Named | OnBehalf | Inferred | Contested | Unattributed
"""Who said it. Only ``Named`` and ``OnBehalf`` score; a decision can promote the rest."""


class Wording(StrEnum):
    """Whether the text is the speaker's words, somebody's report of them, or our own summary."""

    VERBATIM = "verbatim"
    REPORTED = "reported"
    PARAPHRASE = "paraphrase"


class Channel(StrEnum):
    """The way the words came."""

    ASSEMBLY = "assembly"
    LETTER = "letter"
    QUESTIONNAIRE = "questionnaire"
    MANIFESTO = "manifesto"
    PRESS = "press"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Response:
    """
    What somebody said, as printed.

    :ivar round: the occasion; ``None`` for a manifesto, which answers nobody
    :ivar answers: the asks or parts it answers; several for a blanket answer, none for an unlinked pledge
    :ivar appearances: every place the words are printed; a pledge printed twice is one response
    :ivar section: the headings the words stand under, outermost first
    :ivar quantities: the figures of a pledge that answers no ask, and so has no coding to hold them
    :ivar source: where the words stand, for a table or a recording that has no offsets
    :ivar said: the day, where it is known; the later of two answers in a round counts
    """

    id: ResponseId = field(validator=valid_id)
    round: RoundId | None = field(default=None, validator=optional_id)
    answers: tuple[str, ...] = field(default=(), validator=valid_ids)
    attribution: Attribution = field(
        validator=typed(Named, OnBehalf, Inferred, Contested, Unattributed)
    )
    wording: Wording = field(default=Wording.VERBATIM, validator=typed(Wording))
    text: str = field(validator=not_blank)
    source: SourceId | None = field(default=None, validator=optional_id)
    appearances: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    channel: Channel = field(default=Channel.UNKNOWN, validator=typed(Channel))
    section: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    quantities: tuple[Quantity, ...] = field(default=(), validator=tuple_of(Quantity))
    said: datetime.date | None = field(default=None, validator=typed(datetime.date, type(None)))

    def __attrs_post_init__(self) -> None:
        """Refuse words that stand nowhere."""
        if self.source is None and not self.appearances:
            raise refuse(self, "source", "is missing where there is no appearance")

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """Every source the words are printed in, sorted."""
        named = {span.source for span in self.appearances}
        return tuple(sorted(named | ({self.source} if self.source is not None else set())))


class ScopeKind(StrEnum):
    """How a claim names the group it is about."""

    ALL = "all"
    CONTEST = "contest"
    NAMED = "named"
    NUMBER = "number"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Scope:
    """
    The group a claim is about.

    :ivar as_printed: "all six candidates", "all of the candidates standing for this"
    :ivar contests: the contests whose candidates are meant, for ``CONTEST``
    :ivar candidates: who is meant, for ``NAMED``
    :ivar number: how many the page says they are
    """

    kind: ScopeKind = field(validator=typed(ScopeKind))
    as_printed: str = field(validator=typed(str))
    contests: tuple[ContestId, ...] = field(default=(), validator=valid_ids)
    candidates: tuple[CandidateId, ...] = field(default=(), validator=valid_ids)
    number: int | None = field(default=None, validator=typed(int, type(None)))


@frozen(kw_only=True)
class Claim:
    """
    What a page says about a group ("all six backed it"); audited, never scored.

    :ivar quote: the words and their place; ``None`` where only our paraphrase is kept
    :ivar paraphrase: the claim in our own words; :ivar span: where the words it stands for are printed
    :ivar elsewhere: further places that say the same
    :ivar stance: what it says the group did; ``COMMITTED`` for "backed it" and "said yes"
    :ivar hedge: what the page takes back in the same breath ("though they differed on approach")
    """

    id: ClaimId = field(validator=valid_id)
    round: RoundId = field(validator=valid_id)
    quote: Quote | None = field(default=None, validator=typed(Quote, type(None)))
    paraphrase: str | None = field(default=None, validator=typed(str, type(None)))
    span: Span | None = field(default=None, validator=typed(Span, type(None)))
    elsewhere: tuple[Span, ...] = field(default=(), validator=tuple_of(Span))
    asks: tuple[AskId, ...] = field(default=(), validator=valid_ids)
    scope: Scope = field(validator=typed(Scope))
    stance: Stance = field(default=Stance.COMMITTED, validator=typed(Stance))
    hedge: str | None = field(default=None, validator=typed(str, type(None)))

    def __attrs_post_init__(self) -> None:
        """Refuse a claim of no words, and two places for one claim."""
        if (self.quote is None) == (self.paraphrase is None):
            raise refuse(self, "quote", "or a paraphrase is needed, and only one of them")
        if self.quote is not None and self.span is not None:
            raise refuse(self, "span", "goes with a paraphrase; a quote has its own")

    @property
    def text(self) -> str:
        """The words, or our paraphrase of them."""
        return self.quote.text if self.quote is not None else self.paraphrase or ""

    @property
    def place(self) -> Span | None:
        """Where the words stand, if that is known."""
        return self.quote.span if self.quote is not None else self.span

    @property
    def sources(self) -> frozenset[SourceId]:
        """Every source known to say it."""
        places = self.elsewhere if self.place is None else (self.place, *self.elsewhere)
        return frozenset(span.source for span in places)


class Absence(StrEnum):
    """Why a cell holds no words. The first two are not due; the rest are."""

    OUT_OF_REMIT = "out_of_remit"
    NOT_ASKED = "not_asked"
    DECLINED = "declined"
    NO_REPLY = "no_reply"
    NOT_RECORDED = "not_recorded"
    UNATTRIBUTED = "unattributed"

    @property
    def due(self) -> bool:
        """Whether an answer was due where this is the reason that there is none."""
        return self not in (Absence.OUT_OF_REMIT, Absence.NOT_ASKED)


@frozen(kw_only=True)
class AbsenceNote:
    """
    Evidence why a candidate gave no answer to an ask.

    :ivar reason: ``DECLINED``, ``NO_REPLY`` or ``NOT_RECORDED``; the first two need a span or a note
    """

    candidate: CandidateId = field(validator=valid_id)
    ask: AskId = field(validator=valid_id)
    reason: Absence = field(validator=typed(Absence))
    span: Span | None = field(default=None, validator=typed(Span, type(None)))
    note: str | None = field(default=None, validator=typed(str, type(None)))

    def __attrs_post_init__(self) -> None:
        """Refuse a reason that is worked out, not noted, and one that lacks its evidence."""
        if self.reason in (Absence.OUT_OF_REMIT, Absence.NOT_ASKED, Absence.UNATTRIBUTED):
            raise refuse(self, "reason", "is worked out from the remits and the field, not noted")
        bare = self.span is None and not (self.note or "").strip()
        if self.reason is not Absence.NOT_RECORDED and bare:
            raise refuse(self, "reason", "needs evidence: a span or a note")


class DecisionKind(StrEnum):
    """What a decision rules on."""

    NAME = "name"
    ATTRIBUTION = "attribution"
    LINK = "link"
    CODING = "coding"


NOBODY = "nobody"
"""The choice of a decision that none of the options is meant."""


@frozen(kw_only=True)
class Decision:
    """
    A person's ruling, with a reason and a date; the latest on a subject holds.

    ============ ============================ ==========================================
    kind         subject                      choice
    ============ ============================ ==========================================
    name         a name as printed            a candidate's or a person's id, or ``nobody``
    attribution  a response's id              a candidate's id, or ``nobody``
    link         a response's id              an ask's or a part's id, or ``nobody``
    coding       a response's id              the id of the coding that settles it
    ============ ============================ ==========================================
    """

    kind: DecisionKind = field(validator=typed(DecisionKind))
    subject: str = field(validator=not_blank)
    choice: str = field(validator=valid_id)
    by: str = field(validator=not_blank)
    date: datetime.date = field(validator=typed(datetime.date))
    reason: str = field(validator=not_blank)

    @choice.validator
    def _subject_is_a_response(self, attribute: "Attribute[str]", value: str) -> None:
        valid_id(self, attribute, value)
        if self.kind is not DecisionKind.NAME:
            valid_id(self, attribute, self.subject)


class DeliveryStatus(StrEnum):
    """What came of a pledge."""

    KEPT = "kept"
    PART_KEPT = "part_kept"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    BROKEN = "broken"
    NOT_YET_RATED = "not_yet_rated"


@frozen(kw_only=True)
class Delivery:
    """What came of a pledge, by a source, on a date."""

    response: ResponseId = field(validator=valid_id)
    status: DeliveryStatus = field(validator=typed(DeliveryStatus))
    date: datetime.date = field(validator=typed(datetime.date))
    source: SourceId | None = field(default=None, validator=optional_id)
    note: str | None = field(default=None, validator=typed(str, type(None)))
