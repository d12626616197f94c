"""Words of one candidate about another, beside that one's own: cases for a person to judge."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import frozen

from civicpledge.model.asks import Ask
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import AskId, PersonId, ResponseId, SourceId
from civicpledge.model.responses import Response
from civicpledge.model.sources import Document, SourceKind, Span
from civicpledge.scoring.naming import cited, span_place

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,3}\s+|\n[ \t]{0,80}\n")
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sir", "dame", "mayor", "cllr", "councillor"))
_FOLLOWING = 4
"""How many sentences behind a name may still speak of the same one ("He will not ..."). A judgement."""
_SHORTEST = 4
"""Words of an ask's title shorter than this ("a", "for") tell nothing of what a sentence is about."""
_SHARE = 2 / 3
"""A sentence is offered as about an ask that shares this much of its title's words. A judgement."""

Words = tuple[str, ...]


@frozen(kw_only=True)
class Mention:
    """
    Words in which a person names somebody else, beside what that one said to the same ask.

    Whether the two are at odds is for a reader to judge: no rule reads facts.

    :ivar words: as printed; of a document from the name to the sentence that is about the ask
    :ivar response: the response they stand in; ``None`` where they stand beside all of them
    :ivar spans: where they are printed
    :ivar asks: what they are about; :ivar why: as linked in the data, or by the words they share
    :ivar answers: what the one named said to it
    """

    names: PersonId
    words: str
    response: ResponseId | None
    spans: tuple[Span, ...]
    asks: tuple[AskId, ...]
    why: str
    answers: tuple[ResponseId, ...]

    def place(self, dataset: Dataset) -> str:
        """Say where the words stand."""
        places = " and ".join(span_place(dataset, span) for span in self.spans)
        return places or str(self.response and dataset.response(self.response).source)

    def row(self, dataset: Dataset) -> tuple[object, ...]:
        """Give both sides for a table: whom, the words, where, to what, and that one's own words."""
        own = " / ".join(dataset.response(answer).text for answer in self.answers) or None
        place = (
            self.names,
            self.words,
            self.place(dataset),
            ", ".join(self.asks) or None,
            self.why,
        )
        return (*place, own, cited(dataset, self.answers) or None)

    def sentence(self, dataset: Dataset) -> str:
        """Set both sides beside each other in a sentence."""
        who = dataset.person(self.names).name
        own = [
            f"“{_on_one_line(dataset.response(a).text)}” ({cited(dataset, [a])})"
            for a in self.answers
        ]
        theirs = f"said {'; '.join(own)}" if own else "has no words on it"
        asks = f" on {', '.join(self.asks)}" if self.asks else ""
        return (
            f"For a person to judge ({self.place(dataset)}): “{_on_one_line(self.words)}” "
            f"names {who}, who{asks} {theirs}."
        )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _names(dataset: Dataset, person: PersonId) -> Mapping[Words, PersonId]:
    """Give the names, aliases and surnames of everybody else, word by word; a shared one names nobody."""
    named: dict[Words, set[PersonId]] = {}
    for candidate in dataset.candidates:
        if candidate.person != person:
            full = (candidate.name, *candidate.aliases)
            for name in (*full, candidate.name.split()[-1]):
                named.setdefault(_words(name), set()).add(candidate.person)
    return {name: found.pop() for name, found in named.items() if name and len(found) == 1}


def _named(text: str, names: Mapping[Words, PersonId], longest: int) -> list[tuple[int, PersonId]]:
    """Find whom *text* names and where; a lone word only where it is written as a name is."""
    marks = list(_WORD.finditer(text))
    words = [mark[0].casefold() for mark in marks]
    found = []
    for i, mark in enumerate(marks):
        for size in range(1, longest + 1):
            person = names.get(tuple(words[i : i + size]))
            before = marks[i - 1][0] if i else ""
            if person is not None and (size > 1 or _stands_alone(mark[0], before)):
                found.append((mark.start(), person))
    return found


def _stands_alone(word: str, before: str) -> bool:
    """Tell "and Marsh said" from "in the marsh" and from "Low Marsh"."""
    return word[0].isupper() and (not before[:1].isupper() or before.casefold() in _TITLES)


def _about(sentence: str, ask: Ask) -> bool:
    """Tell whether a sentence shares most of the telling words of an ask's title, two at least."""
    telling = {word for word in _words(ask.title) if len(word) >= _SHORTEST}
    shared = telling & set(_words(sentence))
    return len(shared) > 1 and len(shared) >= _SHARE * len(telling)


@frozen
class Mentions:
    """Finds where one person names others, and what those said."""

    dataset: Dataset
    names: Mapping[Words, PersonId]
    answers: Mapping[tuple[PersonId, str], tuple[ResponseId, ...]]
    same: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, dataset: Dataset, person: PersonId, same: Iterable[tuple[str, ...]]) -> "Mentions":
        """Index whom *person* may name, and their answers; *same* are the asks that are one."""
        people = {candidate.id: candidate.person for candidate in dataset.candidates}
        answers: dict[tuple[PersonId, str], tuple[ResponseId, ...]] = {}
        for cell in dataset.cells():
            said = tuple(response.id for response in cell.responses)
            for asked in (cell.ask, cell.part or cell.ask):
                key = (people[cell.candidate], asked)
                answers[key] = tuple(dict.fromkeys((*answers.get(key, ()), *said)))
        groups = {ask: group for group in same for ask in group}
        return cls(dataset, _names(dataset, person), answers, groups)

    @property
    def _longest(self) -> int:
        return max(map(len, self.names), default=0)

    def in_response(self, response: Response) -> Iterator[Mention]:
        """Give a mention for each person a response names, on the asks it answers."""
        keys = self.dataset.answered_by(response.id)
        asks = tuple(ask.id for ask in self.dataset.asks if _among(ask, keys))
        for person in sorted({who for _, who in _named(response.text, self.names, self._longest)}):
            yield Mention(
                names=person,
                words=response.text,
                response=response.id,
                spans=response.appearances,
                asks=asks,
                why="the ask it answers" if asks else "no ask is linked",
                answers=self._said(person, asks),
            )

    def in_document(self, document: Document) -> Iterator[Mention]:
        """Give a mention for each passage that names a person and is about an ask that one answered."""
        ends = [mark.end() for mark in _SENTENCE_END.finditer(document.text)]
        bounds = [0, *ends, len(document.text)]
        places = _named(document.text, self.names, self._longest)
        for (at, person), after in zip(places, [*places[1:], None], strict=True):
            first = bisect_right(bounds, at) - 1
            last = min(first + _FOLLOWING, len(bounds) - 2)
            if after is not None and after[1] != person:
                last = max(first, min(last, bisect_right(bounds, after[0]) - 2))
            yield from self._passages(document, person, bounds[first : last + 2])

    def _passages(
        self, document: Document, person: PersonId, bounds: list[int]
    ) -> Iterator[Mention]:
        """Give the sentences behind a name, from the name on, that are about an ask the person answered."""
        for ask in self.dataset.asks:
            said = self._said(person, (ask.id,))
            for start, end in pairwise(bounds):
                if said and _about(document.text[start:end], ask):
                    quote = document.quote(bounds[0], end - _blank_end(document.text[start:end]))
                    yield Mention(
                        names=person,
                        words=quote.text,
                        response=None,
                        spans=(quote.span,),
                        asks=(ask.id,),
                        why="the words it shares with the ask",
                        answers=said,
                    )
                    break

    def _said(self, person: PersonId, asks: Iterable[AskId]) -> tuple[ResponseId, ...]:
        """List what *person* said to any of *asks* or of those that are the same."""
        wanted = dict.fromkeys(one for ask in asks for one in self.same.get(ask, (ask,)))
        found = (r for ask in wanted for r in self.answers.get((person, ask), ()))
        return tuple(dict.fromkeys(found))


def _among(ask: Ask, keys: Iterable[str]) -> bool:
    return not {ask.id, *(part.id for part in ask.parts)}.isdisjoint(keys)


def _blank_end(text: str) -> int:
    return len(text) - len(text.rstrip())


def own_documents(
    dataset: Dataset, responses: Iterable[Response], sources: Iterable[SourceId]
) -> Iterator[Document]:
    """Give the documents at hand that are one person's: manifestos that print nobody else's words."""
    own = {response.id for response in responses}
    others = {s for r in dataset.responses if r.id not in own for s in r.sources}
    for document in dataset.documents:
        source = document.source
        mine = source.id in set(sources) and source.id not in others
        if mine and source.kind is SourceKind.MANIFESTO:
            yield document
