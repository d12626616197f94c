"""The same words from several mouths, or from one mouth again."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from civicpledge.comparison.places import cited, shortened
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId, ResponseId
from civicpledge.model.responses import Response
from civicpledge.normalise.text import text_key
from civicpledge.table import ColumnKind, Shown, Table

FEWEST_WORDS = 6
"""Statements shorter than this are not compared: "Yes, I will do that" is nobody's own. A judgement."""


class Repetition(StrEnum):
    """Who repeats: several people, one person on several occasions, or one response printed again."""

    SEVERAL_MOUTHS = "several_mouths"
    ONE_MOUTH = "one_mouth"
    PRINTED_AGAIN = "printed_again"


@frozen(kw_only=True)
class Repeated:
    """
    Responses whose words are the same, or nearly.

    :ivar speakers: the candidates who said them; words that nobody is known to have said add none
    :ivar identical: whether they are the same but for marks, case and white space
    :ivar differences: for near repetitions, the words that differ from the first, one text a response
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
        who = ", ".join(group.speakers) or "nobody known"
        how = "identical" if group.identical else "; ".join(group.differences)
        return (group.kind.replace("_", " "), who, ", ".join(group.responses), how, text)

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
    who = " and ".join(group.speakers) or "Unnamed speakers"
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


def _repeated(
    dataset: Dataset, responses: list[Response], persons: dict[CandidateId, str]
) -> Repeated:
    speakers = [dataset.speaker(response.id) for response in responses]
    return Repeated(
        kind=_kind_of(speakers, persons),
        responses=tuple(response.id for response in responses),
        speakers=tuple(sorted({s for s in speakers if s is not None})),
        identical=True,
    )


def _printed_again(dataset: Dataset, response: Response) -> Repeated:
    speaker = dataset.speaker(response.id)
    return Repeated(
        kind=Repetition.PRINTED_AGAIN,
        responses=(response.id,),
        speakers=(speaker,) if speaker else (),
        identical=True,
    )


def repeated_statements(
    dataset: Dataset, *, fewest_words: int = FEWEST_WORDS
) -> RepeatedStatements:
    """
    Find responses of the same words: from several mouths, from one mouth again, or printed again.

    :param fewest_words: shorter statements are not compared

    >>> from civicpledge.model.dataset import Dataset
    >>> len(repeated_statements(Dataset()))
    0
    """
    persons = {candidate.id: str(candidate.person) for candidate in dataset.candidates}
    by_words: dict[str, list[Response]] = {}
    for response in dataset.responses:
        key = text_key(response.text)
        if key.count(" ") + 1 >= fewest_words:
            by_words.setdefault(key, []).append(response)
    groups = [_repeated(dataset, found, persons) for found in by_words.values() if len(found) > 1]
    again = [_printed_again(dataset, r) for r in dataset.responses if len(r.appearances) > 1]
    ordered = sorted([*groups, *again], key=lambda g: (list(Repetition).index(g.kind), g.responses))
    return RepeatedStatements(dataset=dataset, groups=tuple(ordered))
