"""An occasion while its section is read, and the record that is made of it."""

import re
from collections.abc import Sequence

from attrs import define, field

from civicpledge.readers.lines import Line
from civicpledge.readers.reading import (
    RawAnswer,
    RawAsk,
    RawClaim,
    RawOccasion,
    RawParticipant,
    RawPledge,
)
from civicpledge.readers.roundup_occasions import Told
from civicpledge.readers.running_text import RunningText

_EVENT = re.compile(r"\b(?:assembly|hustings|debate)\b", re.IGNORECASE)
_SPLIT = re.compile(r" [-–—|] ")
_DAY = re.compile(r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


@define(kw_only=True)
class Open:
    """
    An occasion while its section is read.

    :ivar pledges: the places of its pledges among those of the page
    """

    title: str
    line: Line
    told: Told | None = None
    place: tuple[int, int] | None = None
    headcounts: list[str] = field(factory=list)
    participants: dict[str, RawParticipant] = field(factory=dict)
    pledges: list[int] = field(factory=list)
    claims: list[RawClaim] = field(factory=list)
    asks: list[RawAsk] = field(factory=list)
    answers: list[RawAnswer] = field(factory=list)


def occasion_of(prose: RunningText, held: Open, pledges: Sequence[RawPledge]) -> RawOccasion:
    """Make the record of an occasion; its host is the alliance that its heading or its prose names."""
    told = held.told or Told()
    start, end = held.place or (held.line.bare_start, held.line.bare_end)
    host = told.host or _SPLIT.split(held.title)[0].strip()
    if told.host is None and (_DAY.search(held.title) or ":" in host):
        host = ""
    return RawOccasion(
        title=held.title,
        quote=prose.quote(start, end),
        kind=told.kind,
        date=told.date,
        place=told.place,
        host=host if host and not _EVENT.search(host) else None,
        headcounts=tuple(held.headcounts),
        participants=tuple(held.participants.values()),
        pledges=tuple(pledges),
        claims=tuple(held.claims),
        asks=tuple(held.asks),
        answers=tuple(held.answers),
    )
