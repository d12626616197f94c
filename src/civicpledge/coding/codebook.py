"""The codebook at work: rules fire on the words of a text, and what fired makes a finding."""

from typing import Final

from attrs import evolve

from civicpledge.coding.cues import RULES, rules_for
from civicpledge.coding.deciding import Ruling, decide
from civicpledge.coding.figures import (
    asked_quantities,
    facets_of,
    falls_short,
    owned_quantities,
    specificity_of,
)
from civicpledge.coding.firing import Firing, fire
from civicpledge.coding.request import request_of
from civicpledge.coding.rules import Rule
from civicpledge.coding.sentences import sentences_of
from civicpledge.model.asks import Ask
from civicpledge.model.findings import Basis, Finding, Fired, Qualification, Quantity, Stance
from civicpledge.model.responses import Wording
from civicpledge.normalise.text import PlainText, plain_text

CODEBOOK_VERSION: Final = "1.7"
"""The version stored with each of the codebook's codings; it changes whenever a rule does."""

LONGEST_ANSWER: Final = 50_000
"""Characters of a text that is still read as one answer."""


def codebook_rules() -> tuple[Rule, ...]:
    """
    Give every rule of the codebook.

    >>> [rule.id for rule in codebook_rules()][:2]
    ['yes', 'yes-to']
    """
    return RULES


def code_response(
    text: str, ask: Ask | str | None = None, *, wording: Wording = Wording.VERBATIM
) -> Finding:
    """
    Say what *text* is held to mean as an answer to *ask*.

    Only an answer in so many words is ``EXPLICIT``; the codebook says ``UNCLEAR`` rather than guess.

    :param ask: the ask, its words, or ``None`` where it is not known
    :param wording: ``REPORTED`` where somebody else tells what was said: "she pledged to build it" is an
        answer only there

    >>> code_response("Yes. I will build it.").stance
    <Stance.COMMITTED: 'committed'>
    >>> code_response("She pledged to do it.", wording=Wording.REPORTED).stance
    <Stance.COMMITTED: 'committed'>
    >>> code_response("Ferries have a long history here.").stance
    <Stance.UNCLEAR: 'unclear'>
    """
    if len(text) > LONGEST_ANSWER:
        return _abstain("is too long to be one answer")
    plain = plain_text(text)
    request = request_of(ask)
    sentences = sentences_of(plain.text)
    firings = fire(rules_for(wording), sentences, request)
    finding = _finding(decide(firings, sentences, request), firings, plain)
    asked = asked_quantities(ask)
    return _measured(finding, plain, owned_quantities(plain, text, asked), asked)


def _finding(ruling: Ruling, firings: tuple[Firing, ...], plain: PlainText) -> Finding:
    overruled = {id(f): why for f, why in ruling.overruled}
    return Finding(
        stance=ruling.stance,
        qualification=ruling.qualification,
        alternatives=ruling.alternatives,
        basis=ruling.basis,
        evidence=tuple(plain.extent(f.start, f.end) for f in ruling.deciding),
        fired=tuple(_fired(f, overruled.get(id(f)), plain) for f in firings),
        reason=ruling.reason,
    )


def _fired(firing: Firing, overruled_by: str | None, plain: PlainText) -> Fired:
    return Fired(
        rule=firing.rule.id,
        extent=plain.extent(firing.start, firing.end),
        stance=firing.stance,
        overruled_by=overruled_by,
    )


def _measured(
    finding: Finding, plain: PlainText, held: tuple[Quantity, ...], asked: tuple[Quantity, ...]
) -> Finding:
    """Add the figures and how specific the answer is; hold a yes against the figure asked for."""
    if finding.stance is Stance.UNCLEAR:
        return evolve(finding, quantities=held)
    specificity = specificity_of(plain.text, facets_of(plain.text, held))
    short = falls_short(held, asked) if finding.stance is Stance.COMMITTED else None
    if short is None or short.extent is None:
        return evolve(finding, quantities=held, specificity=specificity)
    return evolve(
        finding,
        stance=Stance.QUALIFIED,
        qualification=Qualification.PARTIAL,
        alternatives=(Stance.COMMITTED,),
        basis=Basis.SUGGESTED,
        evidence=(*finding.evidence, short.extent),
        quantities=held,
        specificity=specificity,
        reason="names a figure or a date short of the one asked for",
    )


def _abstain(reason: str) -> Finding:
    return Finding(stance=Stance.UNCLEAR, basis=Basis.SUGGESTED, reason=reason)
