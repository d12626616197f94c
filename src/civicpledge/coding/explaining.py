"""Why the codebook decided as it did, in words a clerk could check."""

from collections.abc import Iterator
from typing import Final

from civicpledge.coding.codebook import codebook_rules
from civicpledge.coding.figures import facets_of
from civicpledge.model.findings import Basis, Finding, Fired, Stance
from civicpledge.model.sources import Extent
from civicpledge.normalise.text import plain_text

_SET_ASIDE: Final = {
    "other-subject": "it is about something other than the ask",
    "asked-not-said": "it stands in a question",
}


def explain(finding: Finding, text: str) -> str:
    """
    Say which rules fired on which words of *text*, which were overruled, and by what.

    :param text: the words the finding was made from

    >>> from civicpledge.coding.codebook import code_response
    >>> print(explain(code_response("Yes. Boats are quiet."), "Yes. Boats are quiet."))
    committed (explicit): a yes, alone or before a stop or the speaker's own clause, answers the ask
    - "Yes" fires the rule 'yes' (assents)
    """
    return "\n".join((_headline(finding), *_lines(finding, text)))


def _headline(finding: Finding) -> str:
    stance = finding.stance.value
    if finding.qualification is not None:
        stance += f", {finding.qualification.value}"
    abstains = finding.stance is Stance.UNCLEAR and finding.basis is not Basis.JUDGED
    basis = "the codebook abstains" if abstains else finding.basis.value
    return f"{stance} ({basis}): {finding.reason or 'no reason is recorded'}"


def _lines(finding: Finding, text: str) -> Iterator[str]:
    for fired in finding.fired:
        yield f'- "{_words(fired.extent, text)}" fires the rule {fired.rule!r}{_fate(fired)}'
    if finding.alternatives:
        others = " or ".join(other.value for other in finding.alternatives)
        yield f"- a careful reader could also defend {others}"
    facets = facets_of(plain_text(text).text, finding.quantities)
    if finding.specificity is not None and facets:
        yield f"- specificity {finding.specificity}: names {', '.join(facets)}"


_LONGEST_QUOTED: Final = 80


def _words(extent: Extent, text: str) -> str:
    words = " ".join(text[extent.start : extent.end].split())
    return words if len(words) <= _LONGEST_QUOTED else f"{words[: _LONGEST_QUOTED - 1]}…"


def _fate(fired: Fired) -> str:
    if fired.overruled_by is None:
        force = {rule.id: rule.force.value for rule in codebook_rules()}.get(fired.rule)
        return f" ({force})" if force and fired.stance is not None else ""
    why = _SET_ASIDE.get(fired.overruled_by, f"the rule {fired.overruled_by!r} overrules it")
    return f"; set aside: {why}"
