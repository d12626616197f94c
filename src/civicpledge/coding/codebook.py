"""The codebook at work: rules fire on the words of a text, and what fired makes a finding."""

import re
from typing import Final

from civicpledge.coding.leads import LEAD_RULES
from civicpledge.coding.rules import Rule
from civicpledge.model.asks import Ask, AskForm
from civicpledge.model.findings import Basis, Finding, Fired, Stance
from civicpledge.normalise.text import ask_form, plain_text

CODEBOOK_VERSION: Final = "0.1"
"""The version stored with each of the codebook's codings; it changes whenever a rule does."""

LONGEST_ANSWER: Final = 50_000
"""Characters of a text that is still read as one answer."""

_TURN: Final = re.compile(
    r"\b(?:but|however|although|though|unless|only if|if|provided|as long as)\b"
)


def codebook_rules() -> tuple[Rule, ...]:
    """
    Give every rule of the codebook.

    >>> [rule.id for rule in codebook_rules()][:2]
    ['yes', 'no']
    """
    return LEAD_RULES


def code_response(text: str, ask: Ask | str | None = None) -> Finding:
    """
    Say what *text* is held to mean as an answer to *ask*.

    Only an answer in so many words is ``EXPLICIT``; the codebook says ``UNCLEAR`` rather than guess.

    :param ask: the ask, its words, or ``None`` where it is not known

    >>> code_response("Yes. I will build it.").stance
    <Stance.COMMITTED: 'committed'>
    >>> code_response("Ferries have a long history here.").stance
    <Stance.UNCLEAR: 'unclear'>
    """
    if len(text) > LONGEST_ANSWER:
        return _abstain("is too long to be one answer")
    form = form_of(ask)
    plain = plain_text(text)
    words = plain.text.lower().lstrip(" \n….,–-")
    start = len(plain.text) - len(words)
    for rule in codebook_rules():
        found = rule.cue.match(words)
        if found is None or not rule.speaks_to(form):
            continue
        extent = plain.extent(start + found.start(), start + found.end())
        fired = (Fired(rule=rule.id, extent=extent, stance=rule.stance),)
        first = re.split(r"[.!?\n]", words[:2000], maxsplit=1)[0]
        if _TURN.search(first):
            return _abstain("answers and takes something back in one sentence", fired)
        return Finding(
            stance=rule.stance or Stance.UNCLEAR,
            basis=rule.basis,
            evidence=(extent,),
            fired=fired,
            reason=rule.reason,
        )
    return _abstain("holds no answer in so many words")


def form_of(ask: Ask | str | None) -> AskForm:
    """Give the form of *ask*: as recorded, else worked out from its words."""
    if isinstance(ask, str):
        return ask_form(ask)
    if ask is None or ask.form is not AskForm.UNKNOWN:
        return ask.form if ask else AskForm.UNKNOWN
    of_text = ask_form(ask.text or "")
    return of_text if of_text is not AskForm.UNKNOWN else ask_form(ask.title)


def _abstain(reason: str, fired: tuple[Fired, ...] = ()) -> Finding:
    return Finding(stance=Stance.UNCLEAR, basis=Basis.SUGGESTED, fired=fired, reason=reason)
