"""The codebook over a dataset: a coding for each response of somebody's words and each ask it answers."""

from collections.abc import Iterator

from civicpledge.coding.codebook import CODEBOOK_VERSION, code_response
from civicpledge.coding.parts import code_parts
from civicpledge.model.asks import Ask
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Coding, Finding
from civicpledge.model.ids import AskId, CodingId, PartId, digest, slug
from civicpledge.model.responses import Response, Wording
from civicpledge.progress import Progress, watched

_Target = tuple[Ask, PartId | None]


def code_responses(dataset: Dataset, *, progress: Progress | None = None) -> Dataset:
    """
    Give *dataset* with the codebook's coding of every verbatim or reported response beside people's.

    Our own paraphrases are never coded. A response that answers several asks, or parts, gets a coding
    for each; one that answers an ask limb by limb ("yes to 1 and 3 but not 2") also one for each limb
    it names. Coding again with the same version adds nothing.

    :param progress: wraps the responses as they are worked through, like ``tqdm.tqdm``

    >>> code_responses(Dataset()).codings
    ()
    """
    held = {_key(coding) for coding in dataset.codings if coding.coder == CODEBOOK}
    made = [coding for coding in _codings(dataset, progress) if _key(coding) not in held]
    return dataset.with_codings(made) if made else dataset


def _key(coding: Coding) -> tuple[str, str, str | None, str | None]:
    return coding.response, coding.ask, coding.part, coding.version


def _codings(dataset: Dataset, progress: Progress | None) -> Iterator[Coding]:
    targets = _targets(dataset)
    for response in watched(dataset.responses, progress):
        if response.wording is Wording.PARAPHRASE:
            continue
        answered = [targets[a] for a in dataset.answered_by(response.id) if a in targets]
        for ask, part in answered:
            finding = code_response(response.text, ask, wording=response.wording)
            yield _coding(response, (ask, part), finding, tail=_tail(ask.id, part, answered))
        for ask in (ask for ask, part in answered if part is None):
            for limb, finding in code_parts(response.text, ask):
                if (ask, limb) not in answered:
                    yield _coding(response, (ask, limb), finding, tail=f".{limb}")


def _targets(dataset: Dataset) -> dict[str, _Target]:
    """Find the ask, and the part if it is one, that an identifier stands for."""
    asks: dict[str, _Target] = {str(ask.id): (ask, None) for ask in dataset.asks}
    return asks | {str(p.id): (ask, p.id) for ask in dataset.asks for p in ask.parts}


def _tail(ask: AskId, part: PartId | None, answered: list[_Target]) -> str:
    """Give what tells the asks and parts of one response apart; nothing where there is only one."""
    return f".{part or ask}" if len(answered) > 1 else ""


def _coding(response: Response, target: _Target, finding: Finding, *, tail: str) -> Coding:
    ask, part = target
    return Coding(
        id=CodingId(f"{response.id}.{CODEBOOK}.{slug(CODEBOOK_VERSION)}{tail}"),
        response=response.id,
        ask=ask.id,
        part=part,
        coder=CODEBOOK,
        version=CODEBOOK_VERSION,
        finding=finding,
        digest=digest(response.text),
    )
