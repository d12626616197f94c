"""Pledges that nobody asked for, as responses: a manifesto's, and the wins a round-up tells of."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from civicpledge.model.ids import ResponseId, RoundId, SourceId, digest, slug
from civicpledge.model.responses import Attribution, Channel, Response, Unattributed
from civicpledge.normalise.quantities import find_quantities
from civicpledge.progress import Progress, watched
from civicpledge.readers.reading import RawPledge
from civicpledge.resolving.asking import numbered
from civicpledge.resolving.speakers import Speakers

NO_PROMISER = "the document names nobody who promises it"


def _stem(pledge: RawPledge, place: str) -> str:
    kind = slug(pledge.speaker) if pledge.speaker else "pledge" if pledge.own else "campaign"
    return f"{place}.{kind}-{digest(pledge.quote.text)[:8]}"


@frozen(kw_only=True)
class Promisers:
    """
    Who may promise something in a document.

    :ivar author: who it is by, where the user said so
    :ivar stand_ins: whom a person stood in for, by the names as printed
    """

    speakers: Speakers
    author: Attribution | None = None
    stand_ins: Mapping[str, str] = field(factory=dict)

    def of(self, pledge: RawPledge) -> Attribution:
        """Say whose *pledge* it is held to be."""
        if pledge.speaker is not None:
            principal = self.stand_ins.get(pledge.speaker)
            if principal is not None:
                return self.speakers.stand_in(pledge.speaker, principal, pledge.party)
            return self.speakers.named(pledge.speaker, pledge.party)
        return self.author if self.author is not None else Unattributed(reason=NO_PROMISER)


def pledges_of(
    pledges: Iterable[RawPledge],
    place: SourceId | RoundId,
    round_id: RoundId | None,
    promisers: Promisers,
    progress: Progress | None = None,
) -> tuple[Response, ...]:
    """
    Give pledges as responses that answer no ask.

    What the author calls on others to do is told from their own undertakings by its id
    (``.campaign-`` in place of ``.pledge-``), so that nobody is held to another body's deeds.

    :param place: what the ids start with: the source, or the round
    :param round_id: the assembly that a round-up tells of; ``None`` for a manifesto
    """
    listed = list(pledges)
    ids = numbered(_stem(pledge, place) for pledge in listed)
    return tuple(
        Response(
            id=ResponseId(response_id),
            round=round_id,
            attribution=promisers.of(pledge),
            wording=pledge.wording,
            text=pledge.quote.text,
            source=pledge.quote.span.source,
            appearances=pledge.appearances or (pledge.quote.span,),
            section=pledge.section,
            quantities=find_quantities(pledge.quote.text),
            channel=Channel.MANIFESTO if round_id is None else Channel.UNKNOWN,
        )
        for pledge, response_id in zip(watched(listed, progress), ids, strict=True)
    )
