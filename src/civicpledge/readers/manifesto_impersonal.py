"""Undertakings without "I" or "we": "Nobody under 21 will pay more", "My diary will be on the web"."""

import re
from typing import Final

from civicpledge.readers.manifesto_promises import LONGEST_SENTENCE, states_a_fact

_ELECTED = r"(?:(?:if|when|once) (?:i am|i['’]m|we are|we['’]re) elected,? )?"
_WILL = r"(?:will|shall)(?: (?:not|never|all|also))?"
_EFFECT = r"(?:be|get|have|pay|receive|go|start|stop|open|close|run|keep|cost|begin|stay|remain|rise|fall)"
_ANYONE: Final = re.compile(
    rf"^(?:and |so )?{_ELECTED}(?:nobody|no one|no [\w’'-]{{1,30}}|everyone|everybody|any|every|each|all)\b"
    rf"(?: [\w’'£.,%-]{{1,30}}){{0,14}}? {_WILL} {_EFFECT}\b",
    re.IGNORECASE,
)
_MINE: Final = re.compile(
    rf"^(?:and |so )?(?:my|our) (?:[\w-]{{1,20}} ){{0,2}}(?:diary|diaries|office|expenses|meetings|minutes"
    rf"|(?:[\w’'-]{{1,20}} ){{0,2}}fund|salary|pay|wage|budget|budgets|accounts|register|surgeries"
    rf"|first budget) {_WILL} \w",
    re.IGNORECASE,
)
_THERE: Final = re.compile(
    r"^(?:and |so )?there(?:['’]ll| will| shall) be (?:no (?:new|more|cuts?|rises?|increases?|charges?)\b"
    r"|an? [\w’' -]{1,60}\b(?:each|every)\b)",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    rf"^(?:(?:the|a|an|half|all|most|its?|this|these|that|one|nobody|no|each|every|any)\b)"
    rf"(?: [\w’'£.,%-]{{1,30}}){{0,14}}? {_WILL} {_EFFECT}\b",
    re.IGNORECASE,
)
_RIVALS: Final = re.compile(
    r"\b(?:they|them|opponents?|opposition|rivals?|other candidates|candidates|tories"
    r"|conservatives?|labour|lib dems?|liberal democrats|greens|reform|ministers?|government|say|says"
    r"|said|elections?|vote|votes|voters?|polls?|if nothing|under the present|risks?)\b",
    re.IGNORECASE,
)
_OFFER: Final = re.compile(
    r"^(?:in|on|at|for|from|every|each|a|an|free|no|more|open|all|with)\b", re.IGNORECASE
)
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|should|must|cost|costs"
    r"|think|believe|know|said|says|came|went|got|made|took|said|lost|fell|rose|need|needs|want|wants)\b"
    r"|n['’]t\b|['’](?:s|re|ve|m|d|ll)(?= (?:a|an|the|not|been|\w+ing)\b)",
    re.IGNORECASE,
)


def undertakes_for_all(sentence: str) -> bool:
    """
    Tell whether *sentence* promises an effect to all or to none, or what is in the author's own hand.

    What names rivals, government or the election is none.

    >>> undertakes_for_all("Nobody under 21 will pay more than £1.50 in a day.")
    True
    >>> undertakes_for_all("Every family will pay more under them.")
    False
    """
    words = _folded(sentence)
    if _RIVALS.search(words):
        return False
    return any(form.match(words) for form in (_ANYONE, _MINE, _THERE))


def is_future_effect(sentence: str) -> bool:
    """
    Tell whether *sentence* says what will be, which under a promising heading is a pledge.

    >>> is_future_effect("The precept will not go up."), is_future_effect("The tax went up.")
    (True, False)
    """
    words = _folded(sentence)
    return _FUTURE.match(words) is not None and _RIVALS.search(words) is None


def is_bare_offer(sentence: str) -> bool:
    """
    Tell whether *sentence* has no verb and offers: what a pledge is under a numbered heading of pledges.

    >>> is_bare_offer("Every hour, from all four towns."), is_bare_offer("It closed in 2016.")
    (True, False)
    """
    words = _folded(sentence)
    return (
        _OFFER.match(words) is not None
        and _FINITE.search(words) is None
        and not states_a_fact(words)
    )


def _folded(sentence: str) -> str:
    words = " ".join(sentence[:LONGEST_SENTENCE].split())
    return "" if words.endswith("?") else words
