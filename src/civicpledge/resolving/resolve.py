"""Build the dataset of one reading."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from civicpledge.errors import Fault, ResolveError, UnknownIdError, fail, raise_faults
from civicpledge.matching import Roster
from civicpledge.model.asks import Ask, Power, Remit, Round, RoundKind
from civicpledge.model.dataset import Dataset
from civicpledge.model.ids import CandidateId, ContestId, RoundId, several, slug
from civicpledge.model.people import Candidate, Contest
from civicpledge.model.responses import (
    Attribution,
    Channel,
    Claim,
    Contested,
    Inferred,
    Named,
    Response,
)
from civicpledge.model.sources import Source, SourceKind
from civicpledge.progress import Progress
from civicpledge.readers.reading import RawNote, RawOccasion, Reading
from civicpledge.resolving.absent import absences_of, stayed_away
from civicpledge.resolving.asking import (
    ask_id,
    asks_of,
    asks_put,
    claims_of,
    numbered,
    responses_of,
    themes_of,
)
from civicpledge.resolving.occasions import contests_named, day_of, participation_of, written_by
from civicpledge.resolving.pledges import Promisers, pledges_of
from civicpledge.resolving.remit_rows import RemitRow, tied_remits
from civicpledge.resolving.speakers import Speakers

_CHANNELS = {
    SourceKind.ARTICLE: Channel.ASSEMBLY,
    SourceKind.ROUNDUP: Channel.ASSEMBLY,
    SourceKind.QUESTIONNAIRE: Channel.QUESTIONNAIRE,
    SourceKind.MANIFESTO: Channel.MANIFESTO,
}


def resolve(
    reading: Reading,
    roster: Roster,
    *,
    remits: Iterable[RemitRow] = (),
    contests: str | Iterable[str] | None = None,
    field: str | Iterable[str] | None = None,
    speaker: str | None = None,
    round: str | None = None,  # noqa: A002 - the field's word
    progress: Progress | None = None,
) -> Dataset:
    """
    Tie a reading to a roster and to remits.

    Only the candidates that the reading names, or that *field* lists, enter the dataset: somebody on the
    roster whom the page never names changes nothing.

    :param remits: rows for **every** ask of the page; a manifesto, which asks nothing, needs none
    :param contests: the contests it is about, one or several; needed where the roster holds two of one
        office
    :param field: the candidates the asks were put to, by candidate or person id; by default those named,
        and those who may be meant where a name beside an answer fits several
    :param speaker: the candidate or person, by id or name, whose words the whole document is
    :param round: the title of the round the asks were put in, where several documents tell of one (a form a
        file): those resolved under the same title combine into one; by default each document's own
    :param progress: wraps the answers, or the pledges (those of each occasion by themselves), like
        ``tqdm.tqdm``
    :raises ResolveError: if the contests are not clear, the field or the speaker is not on the roster, or
        the page names nobody who is
    :raises RemitsError: if an ask is left out, or a row names no ask or no office
    """
    chosen = _chosen_contests(roster, contests)
    speakers = Speakers(roster=_within(roster, chosen))
    scene = _Scene(
        reading=reading,
        speakers=speakers,
        round_id=RoundId(slug(round or reading.document.source.id)),
        round_title=round or reading.document.source.title,
        contests=chosen,
        asked=_listed(speakers.roster, field),
        author=_author(speakers, speaker),
        progress=progress,
    )
    rows = tuple(remits)
    several = reading.kind is SourceKind.ROUNDUP or not reading.asks
    return _telling(scene, rows) if several else _asking(scene, rows)


@frozen(kw_only=True)
class _Scene:
    """What every step of one resolving needs."""

    reading: Reading
    speakers: Speakers
    round_id: RoundId
    round_title: str
    contests: tuple[Contest, ...]
    asked: tuple[Candidate, ...] | None
    author: Candidate | None
    progress: Progress | None

    def field(self, responses: Iterable[Response] = ()) -> tuple[Candidate, ...]:
        """Give whom the asks were put to: those told, else all who are, or may be, met on the page."""
        if self.asked is not None:
            return self.asked
        met = set(self.speakers.met) | _maybe(r for r in responses if r.answers)
        return tuple(self.speakers.roster.candidate(candidate) for candidate in sorted(met))


def _chosen_contests(roster: Roster, contests: str | Iterable[str] | None) -> tuple[Contest, ...]:
    """Give the contests the reading is about, or say what is not clear about them."""
    held = {contest.id: contest for contest in roster.contests}
    if contests is not None:
        wanted = [ContestId(contest) for contest in several(contests)]
        unknown = [
            Fault("contests", f"{c!r} is not on the roster") for c in wanted if c not in held
        ]
        raise_faults(ResolveError, "resolve", unknown)
        return tuple(held[c] for c in wanted)
    by_office: defaultdict[str, list[str]] = defaultdict(list)
    for contest in roster.contests:
        by_office[contest.office].append(contest.id)
    raise_faults(
        ResolveError,
        "resolve",
        (
            Fault("contests", f"say which: the roster holds {' and '.join(of_office)}")
            for of_office in by_office.values()
            if len(of_office) > 1
        ),
    )
    return roster.contests


def _within(roster: Roster, contests: Iterable[Contest]) -> Roster:
    """Narrow *roster* to the candidates of *contests*, so that nobody else can be meant."""
    chosen = tuple(contests)
    ids = {contest.id for contest in chosen}
    candidates = tuple(c for c in roster.candidates if c.contest in ids)
    return evolve(roster, contests=chosen, candidates=candidates)


def _listed(roster: Roster, field: str | Iterable[str] | None) -> tuple[Candidate, ...] | None:
    if field is None:
        return None
    found: dict[CandidateId, Candidate] = {}
    faults = []
    for i, name in enumerate(several(field)):
        try:
            candidate = roster.candidate(name)
        except LookupError as error:
            faults.append(Fault(f"field[{i}]", str(error)))
        else:
            found[candidate.id] = candidate
    raise_faults(ResolveError, "resolve", faults)
    return tuple(found[candidate] for candidate in sorted(found))


def _author(speakers: Speakers, speaker: str | None) -> Candidate | None:
    """Find the one candidate who *speaker* is, by id or by name."""
    if speaker is None:
        return None
    try:
        candidate: Candidate | None = speakers.roster.candidate(speaker)
    except UnknownIdError:
        candidate = speakers.candidate(speaker)
    if candidate is None:
        fail(ResolveError, "resolve", "speaker", f"{speaker!r} is not one candidate of the roster")
    speakers.met[candidate.id] = candidate
    return candidate


def _asking(scene: _Scene, rows: tuple[RemitRow, ...]) -> Dataset:
    """Build the dataset of a document that puts asks."""
    reading, round_id = scene.reading, scene.round_id
    asks = asks_of(reading, round_id)
    offices = frozenset(contest.office for contest in scene.contests)
    remits = tied_remits(rows, asks, offices, _printed_remits(reading, round_id))
    occasion = reading.occasions[0] if reading.occasions else None
    took_part = participation_of(occasion, scene.speakers)
    author = scene.author.name if scene.author is not None else None
    answers = [
        evolve(a, speaker=author) if a.speaker is None and author else a for a in reading.answers
    ]
    usual = _CHANNELS[reading.kind]
    responses = responses_of(
        answers, round_id, scene.speakers, written_by(took_part), usual, scene.progress
    )
    meant = {**contests_named(reading.claims, scene.contests), **_concerned(remits, scene.contests)}
    claims = claims_of(reading.claims, round_id, scene.speakers, meant)
    absences = absences_of(reading.absences, round_id, scene.speakers)
    took_part = stayed_away(reading.absences, took_part, scene.speakers)
    field = scene.field(responses)
    _somebody_is_known(scene, field)
    held = _round(scene, occasion, field)
    return _assembled(
        scene,
        responses,
        rounds=(evolve(held, participation=took_part),),
        themes=themes_of(reading, round_id),
        asks=asks,
        remits=remits,
        claims=claims,
        absences=tuple(note for note in absences if note.candidate in {c.id for c in field}),
    )


def _printed_remits(reading: Reading, round_id: RoundId) -> dict[str, RawNote]:
    """Give the page's own note on an ask's remit, by ask id."""
    return {ask_id(round_id, note.ask): note for note in reading.notes if note.ask is not None}


def _concerned(
    remits: Iterable[Remit], contests: Iterable[Contest]
) -> dict[str, tuple[ContestId, ...]]:
    """Give the contests whose office can do something about an ask, by ask id."""
    offices: defaultdict[str, set[str]] = defaultdict(set)
    for remit in remits:
        if remit.power is not Power.NONE:
            offices[remit.ask].add(remit.office)
    listed = tuple(contests)
    return {ask: tuple(c.id for c in listed if c.office in able) for ask, able in offices.items()}


def _somebody_is_known(scene: _Scene, field: tuple[Candidate, ...]) -> None:
    if not field:
        printed = len({a.speaker for a in scene.reading.answers if a.speaker is not None})
        problem = f"none of the {printed} names printed beside answers is on the roster; say field="
        fail(ResolveError, scene.reading.document.source.id, "field", problem)


def _round(scene: _Scene, occasion: RawOccasion | None, field: tuple[Candidate, ...]) -> Round:
    source = scene.reading.document.source
    asked_by_form = scene.reading.kind is SourceKind.QUESTIONNAIRE
    usual = RoundKind.QUESTIONNAIRE if asked_by_form else RoundKind.ASSEMBLY
    return Round(
        id=scene.round_id,
        title=scene.round_title,
        kind=occasion.kind if occasion is not None else usual,
        date=day_of(occasion.date, source.published) if occasion is not None else None,
        host=occasion.host if occasion is not None else None,
        place=occasion.place if occasion is not None else None,
        headcount_as_printed=occasion.headcounts if occasion is not None else (),
        contests=tuple(sorted({candidate.contest for candidate in field})),
        field=tuple(candidate.id for candidate in field),
    )


def _told_round(
    scene: _Scene, occasion: RawOccasion | None, responses: Iterable[Response]
) -> Round:
    """Give an occasion that a round-up tells of as a round; its field are those who came or answered."""
    took_part = participation_of(occasion, scene.speakers)
    came = {p.candidate for p in took_part if p.candidate is not None}
    answers = [r for r in responses if r.answers]
    answered = {r.attribution.candidate for r in answers if isinstance(r.attribution, Named)}
    there = sorted({c for c in came | answered if c is not None} | _maybe(answers))
    own = tuple(scene.speakers.roster.candidate(c) for c in there)
    made = evolve(_round(scene, occasion, own), participation=took_part)
    return made if occasion is None else evolve(made, title=occasion.title)


def _telling(scene: _Scene, rows: tuple[RemitRow, ...]) -> Dataset:
    """Build the dataset of a manifesto, or of a round-up of assemblies with what was asked at each."""
    reading, speakers = scene.reading, scene.speakers
    author = speakers.named(scene.author.name, None) if scene.author is not None else None
    loose = _outside(reading, "pledges")
    promisers = Promisers(speakers=speakers, author=author)
    responses = pledges_of(loose, reading.document.source.id, None, promisers, scene.progress)
    ids = numbered(f"{scene.round_id}.{slug(occasion.title)}" for occasion in reading.occasions)
    told_of = list(zip(reading.occasions, map(RoundId, ids), strict=True))
    asks, remits = _put(scene, rows, told_of)
    concerned = _concerned(remits, scene.contests)
    rounds, claims, remarks = _outside_occasions(scene, concerned)
    responses += remarks
    for occasion, round_id in told_of:
        meant = {**contests_named(occasion.claims, scene.contests), **concerned}
        claims += claims_of(occasion.claims, round_id, speakers, meant)
        stand_ins = {p.name: p.on_behalf_of for p in occasion.participants if p.on_behalf_of}
        told_by = Promisers(speakers=speakers, stand_ins=stand_ins)
        responses += pledges_of(occasion.pledges, round_id, round_id, told_by, scene.progress)
        said = _remarks_of(occasion, round_id, speakers, stand_ins)
        responses += said
        rounds += (_told_round(evolve(scene, round_id=round_id), occasion, said),)
    return _assembled(scene, responses, rounds=rounds, asks=asks, remits=remits, claims=claims)


def _put(
    scene: _Scene, rows: tuple[RemitRow, ...], told_of: Iterable[tuple[RawOccasion, RoundId]]
) -> tuple[tuple[Ask, ...], tuple[Remit, ...]]:
    """Give the asks of every occasion, and of none, with their remits."""
    asks = asks_put(_outside(scene.reading, "asks"), scene.round_id)
    for occasion, round_id in told_of:
        asks += asks_put(occasion.asks, round_id)
    offices = frozenset(contest.office for contest in scene.contests) if asks else frozenset()
    return asks, tied_remits(rows, asks, offices, {})


def _outside(reading: Reading, elements: str) -> list[Any]:
    """Give the *elements* of a reading that stand in none of its occasions."""
    inside = {one for occasion in reading.occasions for one in getattr(occasion, elements)}
    return [one for one in getattr(reading, elements) if one not in inside]


def _remarks_of(
    occasion: RawOccasion, round_id: RoundId, speakers: Speakers, stand_ins: Mapping[str, str]
) -> tuple[Response, ...]:
    """Give what people are said to have said at an occasion."""
    said = [
        evolve(answer, on_behalf_of=answer.on_behalf_of or stand_ins.get(answer.speaker or ""))
        for answer in occasion.answers
    ]
    took_part = participation_of(occasion, speakers)
    return responses_of(said, round_id, speakers, written_by(took_part), Channel.ASSEMBLY)


def _outside_occasions(
    scene: _Scene, concerned: Mapping[str, tuple[ContestId, ...]]
) -> tuple[tuple[Round, ...], tuple[Claim, ...], tuple[Response, ...]]:
    """Give claims and words of no occasion, and the round they are about: the document as a whole."""
    reading, speakers = scene.reading, scene.speakers
    claims, said = _outside(reading, "claims"), _outside(reading, "answers")
    if not (claims or said or _outside(reading, "asks")):
        return (), (), ()
    meant = {**contests_named(claims, scene.contests), **concerned}
    remarks = responses_of(said, scene.round_id, speakers, {}, Channel.UNKNOWN)
    whole = _told_round(scene, None, remarks)
    made = claims_of(claims, scene.round_id, speakers, meant)
    return (evolve(whole, kind=RoundKind.OTHER),), made, remarks


def _assembled(
    scene: _Scene, responses: tuple[Response, ...], **rest: tuple[object, ...]
) -> Dataset:
    """Put the records together with just the people and posts that they name."""
    roster = scene.speakers.roster
    named = {c.id for c in scene.field(responses)} | set(scene.speakers.met) | _maybe(responses)
    candidates = tuple(c for c in roster.candidates if c.id in named)
    persons = {c.person for c in candidates}
    contests = {c.contest for c in candidates}
    remitted = {remit.office for remit in rest.get("remits", ()) if isinstance(remit, Remit)}
    offices = {c.office for c in roster.contests if c.id in contests} | remitted
    kept_offices = tuple(o for o in roster.offices if o.id in offices)
    areas = {office.area for office in kept_offices}
    parties = {party for c in candidates for party in c.party}
    collections: Mapping[str, object] = {
        "areas": tuple(a for a in roster.areas if a.id in areas),
        "offices": kept_offices,
        "contests": tuple(c for c in roster.contests if c.id in contests),
        "parties": tuple(p for p in roster.parties if p.id in parties),
        "people": tuple(p for p in roster.people if p.id in persons)
        + tuple(scene.speakers.strangers.values()),
        "candidates": candidates,
        "sources": (_source(scene.reading),),
        "responses": responses,
        "decisions": tuple(d for d in roster.decisions if scene.speakers.used(d)),
        **rest,
    }
    return Dataset(**collections)  # type: ignore[arg-type]


def _source(reading: Reading) -> Source:
    """Give the document's source, with what the reading knows of it."""
    source = reading.document.source
    return evolve(source, kind=source.kind or reading.kind, draft=source.draft or reading.draft)


def _maybe(responses: Iterable[Response]) -> set[CandidateId]:
    """Give the candidates who may have said something, as far as the responses name them."""
    named: set[CandidateId] = set()
    for response in responses:
        attribution: Attribution = response.attribution
        match attribution:
            case Contested(options=options):
                named.update(options)
            case Inferred(candidate=candidate):
                named.add(candidate)
    return named
