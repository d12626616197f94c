"""Which pledge bears on which ask: options for a person to rule on, never links made by themselves."""

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from civicpledge.model.asks import Ask, Power
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import AskId, OfficeId, ResponseId
from civicpledge.model.responses import Decision, DecisionKind, Response
from civicpledge.table import ColumnKind, Shown, Table

# A proposal must share this much of the ask's weight in words, and this many words. A person reads every
# proposal, and one that is wrong costs more trust than one that is missed costs work: of the 154 pledges of
# a draft manifesto beside nine asks, eleven are proposed, and ten of these bear on their ask.
_LEAST_SHARE = 0.6
_FEWEST_WORDS = 2
_WORD = re.compile(r"[a-z]+")
_ENDINGS = ("ings", "ing", "ies", "ers", "er", "es", "ed", "s")
_SHORTEST_STEM = 4
# Words that say nothing of what a text is about: function words, and those of every pledge and ask.
_COMMON_WORDS = """
    about after again all also and any are area ask back been being both call can candidate
    commissioner could each every for from get give have help here how into its just make many
    mayor more most much must need new next not now office one only other our out over own people
    place plan pledge priority provide put region regional should some such support sure take than
    that the their them then there these they this those through together under use want way well
    were west what when where which who whole will with within work would year you your
"""
_COMMON = frozenset(_COMMON_WORDS.split())


@frozen(kw_only=True)
class LinkProposal:
    """
    A response that may bear on an ask.

    :ivar similarity: 0 to 1, the share of the ask's words, weighted by how rare they are, that it holds
    :ivar shared: the words both hold, rarest first, cut to their stems
    """

    response: ResponseId
    ask: AskId
    similarity: float
    shared: tuple[str, ...]

    def accept(self, *, by: str, date: dt.date, reason: str) -> Decision:
        """Make the decision that the response answers the ask."""
        return Decision(
            kind=DecisionKind.LINK,
            subject=self.response,
            choice=self.ask,
            by=by,
            date=date,
            reason=reason,
        )


@frozen(repr=False)
class LinkProposals(Shown):
    """Every proposal, the closest first."""

    proposals: tuple[LinkProposal, ...]

    def __iter__(self) -> Iterator[LinkProposal]:
        """Go through the proposals, the closest first."""
        return iter(self.proposals)

    def __len__(self) -> int:
        """Count the proposals."""
        return len(self.proposals)

    def to_table(self) -> Table:
        """Give a row for each proposal: response, ask, similarity, the words shared."""
        kinds = {
            "response": ColumnKind.TEXT,
            "ask": ColumnKind.TEXT,
            "similarity": ColumnKind.NUMBER,
            "shared words": ColumnKind.TEXT,
        }
        rows = ((p.response, p.ask, p.similarity, " ".join(p.shared)) for p in self.proposals)
        return Table.of(kinds, rows)


def link_pledges(dataset: Dataset) -> LinkProposals:
    """
    Propose which unlinked response bears on which ask.

    Looked at are the responses that answer no ask: a manifesto's pledges, an open statement. An ask is
    proposed only where the speaker's office, in any year, can do something about it. A response on which a
    person has ruled is left alone. Words count by how rare they are in the dataset.

    >>> from civicpledge.model.dataset import Dataset
    >>> len(link_pledges(Dataset()))
    0
    """
    ruled = {d.subject for d in dataset.decisions if d.kind is DecisionKind.LINK}
    open_ones = [r for r in dataset.responses if not r.answers and r.id not in ruled]
    powers = {(r.ask, r.office) for r in dataset.remits if r.power is not Power.NONE}
    texts = {ask.id: _ask_words(ask) for ask in dataset.asks}
    said = {r.id: _stems(r.text) for r in open_ones}
    weights = _rarities([*texts.values(), *said.values()])
    holders = _asks_by_word(texts)
    found = [
        proposal
        for response in open_ones
        for ask in sorted({a for word in said[response.id] for a in holders.get(word, ())})
        if (proposal := _proposal(response.id, ask, said, texts, weights)) is not None
        and _in_remit(dataset, powers, response, ask)
    ]
    return LinkProposals(tuple(sorted(found, key=lambda p: (-p.similarity, p.response, p.ask))))


def _ask_words(ask: Ask) -> frozenset[str]:
    return _stems(" ".join([ask.title, ask.text or "", *(part.text for part in ask.parts)]))


def _stems(text: str) -> frozenset[str]:
    """Cut the words of *text* that say what it is about down to their stems."""
    words = (w for w in _WORD.findall(text.casefold()) if len(w) >= _SHORTEST_STEM)
    return frozenset(_stem(word) for word in words if word not in _COMMON)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _rarities(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """Weigh each word by the logarithm of how few texts hold it (inverse document frequency)."""
    listed = list(texts)
    counts = Counter(word for text in listed for word in text)
    return {word: math.log((1 + len(listed)) / count) for word, count in counts.items()}


def _asks_by_word(texts: Mapping[AskId, frozenset[str]]) -> dict[str, list[AskId]]:
    holders: defaultdict[str, list[AskId]] = defaultdict(list)
    for ask, words in texts.items():
        for word in words:
            holders[word].append(ask)
    return dict(holders)


def _proposal(
    response: ResponseId,
    ask: AskId,
    said: Mapping[ResponseId, frozenset[str]],
    texts: Mapping[AskId, frozenset[str]],
    weights: Mapping[str, float],
) -> LinkProposal | None:
    shared = sorted(said[response] & texts[ask], key=lambda word: (-weights[word], word))
    total = math.fsum(weights[word] for word in texts[ask])
    share = math.fsum(weights[word] for word in shared) / total if total else 0.0
    if len(shared) < _FEWEST_WORDS or share < _LEAST_SHARE:
        return None
    return LinkProposal(response=response, ask=ask, similarity=share, shared=tuple(shared))


def _in_remit(
    dataset: Dataset, powers: set[tuple[AskId, OfficeId]], response: Response, ask: AskId
) -> bool:
    """Tell whether the speaker's office has one of the *powers* over *ask*; unknown speakers pass."""
    speaker = dataset.speaker(response.id)
    if speaker is None:
        return True
    return (ask, dataset.contest(dataset.candidate(speaker).contest).office) in powers
