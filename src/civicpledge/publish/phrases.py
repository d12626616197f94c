"""How a page says things: days, scores, parties, places, in words."""

import datetime as dt

from civicpledge.model.findings import Finding
from civicpledge.model.people import Candidate, CandidateStatus
from civicpledge.model.sources import Source
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.scores import Score


def party_of(candidate: Candidate) -> str:
    """Give the party as the roster prints it, else the parties' ids; and who no longer stands."""
    party = candidate.party_on_roster or " + ".join(candidate.party) or "no party recorded"
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
