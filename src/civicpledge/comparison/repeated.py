"""The same words from several mouths, or from one mouth again."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from attrs import frozen

from civicpledge.matching import near_duplicates
from civicpledge.matching.similarity import LONGEST, text_key
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId, ResponseId
from civicpledge.model.responses import Response
from civicpledge.normalise.text import text_key as whole_text_key
from civicpledge.progress import Progress, watched
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.naming import cited, names_of, shortened
from civicpledge.table import ColumnKind, Shown, Table

FEWEST_WORDS = 6
"""Statements shorter than this are not compared: "Yes, I will do that" is nobody's own. A judgement."""


class Repetition(StrEnum):
    """Who repeats: several people, one person on several occasions, or one response printed again."""

    SEVERAL_MOUTHS = "several_mouths"
    ONE_MOUTH = "one_mouth"
    PRINTED_AGAIN = "printed_again"


NEAR = 0.9
"""Texts this similar are nearly the same: one word in ten may differ. A judgement."""


@frozen(kw_only=True)
class Repeated:
    """
    Responses whose words are the same, or nearly.

    :ivar speakers: the candidates who said them; words that nobody is known to have said add none
    :ivar identical: whether they are the same but for marks, case and white space
    :ivar differences: for near repetitions, in which words the others differ from the first
    """

    kind: Repetition
    responses: tuple[ResponseId, ...]
    speakers: tuple[CandidateId, ...]
    identical: bool
    differences: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class RepeatedStatements(Shown):
    """Every group of responses that repeat each other."""

    dataset: Dataset
    groups: tuple[Repeated, ...]

    def __len__(self) -> int:
        """Count the groups."""
        return len(self.groups)

    def __iter__(self) -> Iterator[Repeated]:
        """Give the groups one by one."""
        return iter(self.groups)

    def to_table(self) -> Table:
        """Give a row for each group."""
        return Table.of(_COLUMNS, (self._row(group) for group in self.groups))

    def _row(self, group: Repeated) -> tuple[object, ...]:
        text = shortened(self.dataset.response(group.responses[0]).text)
        names = names_of(self.dataset)
        who = ", ".join(names[s] for s in group.speakers) or "nobody known"
        how = "identical" if group.identical else "; ".join(group.differences)
        return (spaced(group.kind), who, ", ".join(group.responses), how, text)

    def explain(self) -> str:
        """Say for each group, a line each, who repeats what and where it is printed."""
        return "\n".join(_sentence(self.dataset, group) for group in self.groups)


_COLUMNS = dict.fromkeys(("kind", "speakers", "responses", "wording", "text"), ColumnKind.TEXT)

_VERBS = {
    Repetition.SEVERAL_MOUTHS: "say the same",
    Repetition.ONE_MOUTH: "says the same more than once",
    Repetition.PRINTED_AGAIN: "is printed more than once",
}


def _sentence(dataset: Dataset, group: Repeated) -> str:
    names = names_of(dataset)
    who = " and ".join(names[s] for s in group.speakers) or "Unnamed speakers"
    if group.kind is Repetition.PRINTED_AGAIN:
        who = group.responses[0]
    how = "" if group.identical else f", but for: {'; '.join(group.differences)}"
    return f"{who} {_VERBS[group.kind]}{how}: {cited(dataset, group.responses)}."


def _kind_of(speakers: Iterable[CandidateId | None], persons: dict[CandidateId, str]) -> Repetition:
    """Tell one mouth from several: one person's candidacies are one mouth, an unknown one is another."""
    mouths = {persons.get(speaker) if speaker else None for speaker in speakers}
    return (
        Repetition.ONE_MOUTH if len(mouths) == 1 and mouths != {None} else Repetition.SEVERAL_MOUTHS
    )


@frozen
class _Speakers:
    """Who said what, and which candidacies are one person's."""

    dataset: Dataset
    persons: dict[CandidateId, str]

    def repeated(self, responses: list[Response], keys: Sequence[str]) -> Repeated:
        speakers = [self.dataset.speaker(response.id) for response in responses]
        differing = [key for key in keys[1:] if key != keys[0]]
        return Repeated(
            kind=_kind_of(speakers, self.persons),
            responses=tuple(response.id for response in responses),
            speakers=tuple(sorted({s for s in speakers if s is not None})),
            identical=not differing,
            differences=tuple(dict.fromkeys(wording_difference(keys[0], key) for key in differing)),
        )

    def printed_again(self, response: Response) -> Repeated:
        speaker = self.dataset.speaker(response.id)
        return Repeated(
            kind=Repetition.PRINTED_AGAIN,
            responses=(response.id,),
            speakers=(speaker,) if speaker else (),
            identical=True,
        )


def wording_difference(first: str, second: str) -> str:
    """
    Say which words of *second* stand where others stood in *first*.

    >>> wording_difference("build 200 homes a year", "build 300 homes each year soon")
    '“300” for “200”, “each” for “a”, “soon” added'
    """
    old, new = first.split(), second.split()
    found = []
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = " ".join(old[a:b]), " ".join(new[c:d])
        if gone and come and gone != come:
            found.append(f"“{come}” for “{gone}”")
        elif gone != come:
            found.append(f"“{come}” added" if come else f"“{gone}” left out")
    return ", ".join(found)


def _joined(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Join places that are paired, directly or by way of others, into groups of two and more."""
    root = list(range(size))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for first, second in pairs:
        a, b = sorted((top(first), top(second)))
        root[b] = a
    groups: dict[int, list[int]] = {}
    for place in range(size):
        groups.setdefault(top(place), []).append(place)
    return [group for group in groups.values() if len(group) > 1]


def _key(text: str) -> str:
    """Fold a text for comparing; one too long for the quick fold is folded as a whole, not cut."""
    return text_key(text) if 2 * len(text) < LONGEST else whole_text_key(text)


def _pairs(
    keys: Sequence[str], at_least: float, progress: Progress | None
) -> Iterator[tuple[int, int]]:
    """Pair the places of equal keys, and of one place each of keys that are close."""
    first_place: dict[str, int] = {}
    for place, key in enumerate(keys):
        if key in first_place:
            yield first_place[key], place
        first_place.setdefault(key, place)
    if at_least < 1:
        distinct = list(first_place)
        for near in near_duplicates(distinct, at_least=at_least, progress=progress):
            yield first_place[distinct[near.first]], first_place[distinct[near.second]]


def repeated_statements(
    dataset: Dataset,
    *,
    at_least: float = NEAR,
    fewest_words: int = FEWEST_WORDS,
    progress: Progress | None = None,
) -> RepeatedStatements:
    """
    Find responses of the same words, or nearly: from several mouths, from one again, or printed again.

    Only texts that share a run of words are compared, so that the work does not grow with the square of
    their number. Marks, case and white space make no difference.

    :param at_least: similarity from 0 to 1 from which on words are nearly the same; 1 finds identical ones
    :param fewest_words: shorter statements are not compared
    :param progress: wraps the responses, then the pairs of texts that share words, like ``tqdm.tqdm``

    >>> from civicpledge.model.dataset import Dataset
    >>> len(repeated_statements(Dataset()))
    0
    """
    keyed = [(response, _key(response.text)) for response in watched(dataset.responses, progress)]
    long = [(response, key) for response, key in keyed if key.count(" ") + 1 >= fewest_words]
    keys = [key for _, key in long]
    speakers = _Speakers(dataset, {c.id: str(c.person) for c in dataset.candidates})
    groups = [
        speakers.repeated([long[place][0] for place in group], [keys[place] for place in group])
        for group in _joined(len(keys), _pairs(keys, at_least, progress))
    ]
    again = [speakers.printed_again(r) for r in dataset.responses if len(r.appearances) > 1]
    ordered = sorted([*groups, *again], key=lambda g: (list(Repetition).index(g.kind), g.responses))
    return RepeatedStatements(dataset=dataset, groups=tuple(ordered))
