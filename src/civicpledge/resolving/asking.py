"""The asks of one round and what was answered, as records: identifiers made, speakers tied."""

from collections import Counter
from collections.abc import Iterable, Mapping

from civicpledge.model.asks import Ask, AskForm, Part, Theme
from civicpledge.model.findings import Stance
from civicpledge.model.ids import (
    AskId,
    ClaimId,
    ContestId,
    PartId,
    ResponseId,
    RoundId,
    ThemeId,
    digest,
    slug,
)
from civicpledge.model.responses import Channel, Claim, Response, Scope, ScopeKind
from civicpledge.normalise.text import ask_form
from civicpledge.progress import Progress, watched
from civicpledge.readers.reading import RawAnswer, RawAsk, RawClaim, RawPart, Reading
from civicpledge.resolving.speakers import Speakers

_LONGEST_SLUG = 48


def short_slug(text: str) -> str:
    """
    Make a segment of an identifier of the first words of *text*.

    >>> short_slug("Open a Fund")
    'open-a-fund'
    """
    return slug(text)[:_LONGEST_SLUG].strip("-")


def themes_of(reading: Reading, round_id: RoundId) -> tuple[Theme, ...]:
    """Give the reading's themes as records of *round_id*."""
    ids = _theme_ids(reading, round_id)
    return tuple(Theme(id=ids[title], round=round_id, title=title) for title in ids)


def _theme_ids(reading: Reading, round_id: RoundId) -> dict[str, ThemeId]:
    """Give the id of each theme by its title; a heading printed again is the same theme."""
    titles = dict.fromkeys(raw.title for raw in reading.themes)
    ids = numbered(f"{round_id}.theme.{short_slug(title)}" for title in titles)
    return {title: ThemeId(one) for title, one in zip(titles, ids, strict=True)}


def ask_id(round_id: RoundId, raw: RawAsk) -> AskId:
    """Give the id of an ask: its round, then its number or the slug of its title."""
    return AskId(f"{round_id}.{slug(raw.key)}")


def _part_ids(raw: RawAsk, round_id: RoundId) -> dict[RawPart, PartId]:
    """Give the ids of an ask's parts: its own, then their number or the slug of their first words."""
    ask = ask_id(round_id, raw)
    wanted = (slug(p.number) if p.number else short_slug(p.quote.text) for p in raw.parts)
    ids = numbered(f"{ask}.{one}" for one in wanted)
    return {part: PartId(one) for part, one in zip(raw.parts, ids, strict=True)}


def asks_of(reading: Reading, round_id: RoundId) -> tuple[Ask, ...]:
    """Give the reading's asks as records of *round_id*."""
    themes = _theme_ids(reading, round_id)
    return tuple(_ask(raw, round_id, themes) for raw in reading.asks)


def asks_put(raws: Iterable[RawAsk], round_id: RoundId) -> tuple[Ask, ...]:
    """Give the asks of one of several occasions as records of its round."""
    return tuple(_ask(raw, round_id, {}) for raw in raws)


def _ask(raw: RawAsk, round_id: RoundId, themes: Mapping[str, ThemeId]) -> Ask:
    parts = _part_ids(raw, round_id)
    places = [raw.quote.span, *([raw.text.span] if raw.text is not None else [])]
    return Ask(
        id=ask_id(round_id, raw),
        round=round_id,
        number=raw.number,
        title=raw.title,
        text=raw.text.text if raw.text is not None else None,
        form=raw.form if raw.form is not AskForm.UNKNOWN else _form(raw),
        theme=themes.get(raw.theme.title) if raw.theme is not None else None,
        parts=tuple(
            Part(id=part_id, number=part.number, text=part.quote.text, form=part.form)
            for part, part_id in parts.items()
        ),
        appearances=tuple(places),
    )


def _form(raw: RawAsk) -> AskForm:
    """Work out the form from the request where there is one, else from the title."""
    of_text = ask_form(raw.text.text) if raw.text is not None else AskForm.UNKNOWN
    return of_text if of_text is not AskForm.UNKNOWN else ask_form(raw.title)


def numbered(wanted: Iterable[str]) -> Iterable[str]:
    """
    Tell repeated identifiers apart: the second one gets ``.2``.

    >>> list(numbered(["a", "b", "a"]))
    ['a', 'b', 'a.2']
    """
    seen: Counter[str] = Counter()
    for one in wanted:
        seen[one] += 1
        yield one if seen[one] == 1 else f"{one}.{seen[one]}"


def _response_stem(answer: RawAnswer, round_id: RoundId) -> str:
    place = ask_id(round_id, answer.ask) if answer.ask is not None else round_id
    printed = answer.speaker or answer.party
    who = slug(printed) if printed else f"x-{digest(answer.quote.text)[:8]}"
    return f"{place}.{who}"


def _answered(answer: RawAnswer, round_id: RoundId) -> tuple[str, ...]:
    """List the asks, or the one part, that *answer* answers."""
    if answer.ask is None:
        return ()
    first = ask_id(round_id, answer.ask)
    if answer.part is not None:
        return (_part_ids(answer.ask, round_id).get(answer.part, first),)
    return tuple(dict.fromkeys([first, *(ask_id(round_id, raw) for raw in answer.also)]))


def responses_of(
    answers: Iterable[RawAnswer],
    round_id: RoundId,
    speakers: Speakers,
    channels: Mapping[str, Channel],
    usual: Channel,
    progress: Progress | None = None,
) -> tuple[Response, ...]:
    """
    Give the answers as responses.

    :param channels: how a person's words came, by person id, where the page tells
    :param usual: how the others' came
    """
    listed = list(answers)
    ids = numbered(_response_stem(answer, round_id) for answer in listed)
    made = []
    for answer, response_id in zip(watched(listed, progress), ids, strict=True):
        attribution = speakers.attribution(answer)
        person = getattr(attribution, "person", None)
        channel = channels.get(person, usual) if person is not None else usual
        made.append(
            Response(
                id=ResponseId(response_id),
                round=round_id,
                answers=_answered(answer, round_id),
                attribution=attribution,
                wording=answer.wording,
                text=answer.quote.text,
                source=answer.quote.span.source,
                appearances=(answer.quote.span,),
                channel=answer.channel if answer.channel is not Channel.UNKNOWN else channel,
            )
        )
    return tuple(made)


def claims_of(
    claims: Iterable[RawClaim],
    round_id: RoundId,
    speakers: Speakers,
    contests: Mapping[str, tuple[ContestId, ...]],
) -> tuple[Claim, ...]:
    """
    Give the claims about groups as records.

    :param contests: the contests a printed office means, by the words of the page; ``""`` gives those
        that the ask concerns
    """
    listed = list(claims)
    ids = numbered(_claim_stem(raw, round_id) for raw in listed)
    return tuple(
        Claim(
            id=ClaimId(claim_id),
            round=round_id,
            quote=raw.quote,
            asks=tuple(ask_id(round_id, ask) for ask in raw.asks),
            scope=_scope(raw, round_id, speakers, contests),
            stance=Stance(raw.strength),
            hedge=raw.hedge,
        )
        for raw, claim_id in zip(listed, ids, strict=True)
    )


def _claim_stem(raw: RawClaim, round_id: RoundId) -> str:
    place = ask_id(round_id, raw.asks[0]) if raw.asks else round_id
    return f"{place}.claim-{digest(raw.quote.text)[:8]}"


def _scope(
    raw: RawClaim,
    round_id: RoundId,
    speakers: Speakers,
    contests: Mapping[str, tuple[ContestId, ...]],
) -> Scope:
    meant: tuple[ContestId, ...] = ()
    if raw.kind is ScopeKind.CONTEST:
        of_ask = ask_id(round_id, raw.asks[0]) if raw.asks else ""
        meant = contests.get(raw.office or "") or contests.get(of_ask, ())
    return Scope(
        kind=raw.kind if raw.kind is not ScopeKind.CONTEST or meant else ScopeKind.UNKNOWN,
        as_printed=raw.scope,
        contests=meant,
        candidates=speakers.all_of(raw.names) if raw.kind is ScopeKind.NAMED else (),
        number=raw.number,
    )
