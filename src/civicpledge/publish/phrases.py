"""How a page says things: days, scores, parties, places, in words."""

import datetime as dt
from collections.abc import Sequence

from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Finding
from civicpledge.model.people import Candidate, CandidateStatus
from civicpledge.model.sources import Source
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.scores import Score


def party_of(dataset: Dataset, candidate: Candidate) -> str:
    """Give the party as the roster prints it, else the parties' names; and who no longer stands."""
    named = {party.id: party.name for party in dataset.parties}
    joined = " + ".join(named.get(party, party) for party in candidate.party)
    party = candidate.party_on_roster or joined or "no party recorded"
    standing = candidate.status is CandidateStatus.STANDING
    return party if standing else f"{party}; {spaced(candidate.status)}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def date_words(date: dt.date | None) -> str:
    """
    Write a day as people do, in English wherever the program runs; nothing for nothing.

    >>> date_words(dt.date(2030, 5, 2)), date_words(None)
    ('2 May 2030', '')
    """
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else ""


def missing_words(score: Score) -> str:
    """Count the asks without words by the reason."""
    counted = (f"{times} {spaced(reason)}" for reason, times in score.absences.items())
    return ", ".join(counted) or "none"


def title_words(dataset: Dataset) -> str:
    """
    Name what is shown: the rounds that words were given in, else the sources that hold words.

    Where the rounds are many and the source is one, the source names them all; else the first two stand
    for the rest.

    >>> title_words(Dataset())
    'No round'
    """
    answered = {response.round for response in dataset.responses}
    drawn_on = {source for response in dataset.responses for source in response.sources}
    rounds = [held.title for held in dataset.rounds if held.id in answered]
    sources = [source.title for source in dataset.sources if source.id in drawn_on]
    if sources and (not rounds or (len(rounds) > _MOST_TITLES and len(sources) == 1)):
        return _listed(sources)
    return _listed(rounds or [held.title for held in dataset.rounds]) or "No round"


_MOST_TITLES = 2


def _listed(titles: Sequence[str]) -> str:
    more = len(titles) - _MOST_TITLES
    told = "; ".join(titles[:_MOST_TITLES])
    return f"{told}; and {more} more" if more > 0 else told


def place_words(best: int | None, worst: int | None, of: int) -> str:
    """Say which places are open."""
    if best is None or worst is None:
        return "no place"
    return f"{best} of {of}" if best == worst else f"{best} to {worst} of {of}"


def finding_word(finding: Finding) -> str:
    """Say a finding in a word or two."""
    kind = f": {spaced(finding.qualification)}" if finding.qualification else ""
    return f"{finding.stance}{kind}"


def address_of(source: Source) -> str:
    """Give the address of a source where it is one that a browser opens as a page."""
    url = (source.url or "").strip()
    return url if url.lower().startswith(("https://", "http://")) else ""
