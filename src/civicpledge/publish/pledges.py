"""Words that answer no ask, as a manifesto's pledges do: shown with their place, and not scored."""

from collections.abc import Mapping

from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId
from civicpledge.model.responses import Contested, Inferred, Named, OnBehalf, Response
from civicpledge.publish.phrases import party_of
from civicpledge.publish.records import PledgeView
from civicpledge.publish.views import words_view
from civicpledge.scoring.naming import names_of


def _said_by(
    dataset: Dataset, response: Response, names: Mapping[CandidateId, str]
) -> tuple[str, str]:
    """Give who said it, and the party; for words of somebody not known, why that is so."""
    said_by = response.attribution
    if isinstance(said_by, Named):
        name = dataset.person(said_by.person).name
        return name, _party(dataset, said_by.candidate) or said_by.party_as_printed or ""
    if isinstance(said_by, OnBehalf):
        return f"on behalf of {names[said_by.candidate]}", _party(dataset, said_by.candidate)
    if isinstance(said_by, Inferred):
        return f"perhaps {names[said_by.candidate]}", said_by.reason
    if isinstance(said_by, Contested):
        return f"perhaps {' or '.join(names[option] for option in said_by.options)}", ""
    return "somebody who is not known", said_by.reason


def _party(dataset: Dataset, candidate: str | None) -> str:
    return party_of(dataset, dataset.candidate(candidate)) if candidate else ""


def pledge_views(dataset: Dataset) -> tuple[PledgeView, ...]:
    """Give the words that answer no ask, in the dataset's order."""
    names = names_of(dataset)
    made = []
    for response in dataset.responses:
        if not response.answers:
            name, beside = _said_by(dataset, response, names)
            pledge = PledgeView(
                anchor=f"pledge--{response.id}",
                name=name,
                party=beside,
                section=" – ".join(response.section),
                words=words_view(dataset, response),
            )
            made.append(pledge)
    return tuple(made)
