"""Pledges that nobody asked for, as responses: a manifesto's, and the wins a round-up tells of."""

from collections.abc import Iterable

from civicpledge.model.ids import ResponseId, RoundId, SourceId, digest, slug
from civicpledge.model.responses import Attribution, Channel, Response, Unattributed
from civicpledge.readers.reading import RawPledge
from civicpledge.resolving.asking import numbered
from civicpledge.resolving.speakers import Speakers

NO_PROMISER = "the document names nobody who promises it"


def _stem(pledge: RawPledge, place: str) -> str:
    kind = slug(pledge.speaker) if pledge.speaker else "pledge" if pledge.own else "campaign"
    return f"{place}.{kind}-{digest(pledge.quote.text)[:8]}"


def _attribution(pledge: RawPledge, speakers: Speakers, author: Attribution | None) -> Attribution:
    if pledge.speaker is not None:
        return speakers.named(pledge.speaker, pledge.party)
    return author if author is not None else Unattributed(reason=NO_PROMISER)


def pledges_of(
    pledges: Iterable[RawPledge],
    place: SourceId | RoundId,
    round_id: RoundId | None,
    speakers: Speakers,
    author: Attribution | None,
) -> tuple[Response, ...]:
    """
    Give pledges as responses that answer no ask.

    What the author calls on others to do is told from their own undertakings by its id
    (``.campaign-`` in place of ``.pledge-``), so that nobody is held to another body's deeds.

    :param place: what the ids start with: the source, or the round
    :param author: who the document is by, where the user said so
    """
    listed = list(pledges)
    ids = numbered(_stem(pledge, place) for pledge in listed)
    return tuple(
        Response(
            id=ResponseId(response_id),
            round=round_id,
            attribution=_attribution(pledge, speakers, author),
            wording=pledge.wording,
            text=pledge.quote.text,
            source=pledge.quote.span.source,
            appearances=pledge.appearances or (pledge.quote.span,),
            channel=Channel.MANIFESTO if round_id is None else Channel.UNKNOWN,
        )
        for pledge, response_id in zip(listed, ids, strict=True)
    )
