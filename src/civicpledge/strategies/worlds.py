"""Strategies for whole datasets: all that is referred to is there, and nothing contradicts itself."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, TypeVar

from attrs import define, evolve, field
from hypothesis import strategies as st

from civicpledge.model.asks import (
    Ask,
    Part,
    Participation,
    ParticipationStatus,
    Power,
    Remit,
    Round,
    Theme,
)
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Coding
from civicpledge.model.ids import SourceId, digest, slug
from civicpledge.model.people import Area, Candidate, Contest, Identifier, Office, Party, Person
from civicpledge.model.responses import (
    NOBODY,
    Absence,
    AbsenceNote,
    Attribution,
    Claim,
    Contested,
    Decision,
    DecisionKind,
    Delivery,
    DeliveryStatus,
    Inferred,
    Named,
    OnBehalf,
    Response,
    Scope,
    ScopeKind,
    Unattributed,
    Wording,
)
from civicpledge.model.sources import Document, Source, Span
from civicpledge.strategies.records import finding_about, names, texts

T = TypeVar("T")

_DAYS = (datetime.date(2021, 5, 6), datetime.date(2024, 5, 2))
_AT = st.lists(st.integers(0, 59), max_size=5)
_INDEX = st.integers(0, 59)
_COIN = st.booleans()
_CODERS = ("jane", "omar", CODEBOOK)
_PAGE = SourceId("page")
_LETTER = SourceId("letter")


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """
    Give whole datasets: up to two offices, four contests, four people, two rounds and six responses.

    Every kind of attribution, absence, decision and claim comes up; one source carries its document.
    """
    world = _World(draw=draw)
    for step in (_offices, _people, _rounds, _asks, _words, _codings, _notes, _decisions):
        step(world)
    return Dataset(**{name: tuple(held) for name, held in world.held.items()})


def _id(text: str) -> Any:
    """Give an identifier of whatever kind is asked for."""
    return text


@define
class _World:
    """The collections so far, and the ways to choose from them."""

    draw: Any
    held: dict[str, list[Any]] = field(factory=dict)

    def ids(self, collection: str) -> list[Any]:
        return [record.id for record in self.held.get(collection, ())]

    def add(self, collection: str, *records: Any) -> None:
        self.held.setdefault(collection, []).extend(records)

    def some(self, options: Iterable[T], most: int = 3) -> list[T]:
        """Choose some of *options*, none twice, in their order."""
        held = list(options)
        at = self.draw(_AT)[:most] if held else ()
        return [held[i] for i in sorted({i % len(held) for i in at})]

    def one(self, options: Sequence[T]) -> T:
        at: int = self.draw(_INDEX)
        return options[at % len(options)]

    def maybe(self, options: Sequence[T]) -> T | None:
        return self.one([None, *options])

    def text(self) -> str:
        return str(self.draw(texts()))

    def chance(self) -> bool:
        return bool(self.draw(_COIN))

    def new_id(self, collection: str, wanted: str) -> Any:
        """Give *wanted*, or with a number behind it where it is taken."""
        taken, made, n = set(self.ids(collection)), wanted, 1
        while made in taken:
            n += 1
            made = f"{wanted}.{n}"
        return made


def _offices(world: _World) -> None:
    world.add("areas", Area(id=_id("x"), name="X"))
    world.add(
        "parties", *(Party(id=p, name=world.text()) for p in world.some((_id("green"), _id("red"))))
    )
    for office in ("mayor.x", *world.some(("pcc.x",))):
        area = world.maybe((_id("x"),))
        world.add("offices", Office(id=_id(office), title=world.text(), area=area))
        for day in world.some(_DAYS) or _DAYS[:1]:
            contest = Contest(id=_id(f"{office}.{day.isoformat()}"), office=_id(office), date=day)
            world.add("contests", contest)


def _people(world: _World) -> None:
    drawn = world.draw(st.lists(names(), min_size=1, max_size=4, unique_by=slug))
    for number, name in enumerate(drawn):
        numbers = (Identifier(scheme="register", value=str(number)),) if world.chance() else ()
        aliases = tuple(world.some((f"Cllr {name}", name.split()[-1]), 1))
        person = Person(id=_id(slug(name)), name=name, aliases=aliases, identifiers=numbers)
        world.add("people", person)
    for person, contest in world.some(product(world.held["people"], world.held["contests"]), 5):
        candidate = Candidate(
            id=_id(f"{contest.id}.{person.id}"),
            person=person.id,
            contest=contest.id,
            name=person.name,
            party=tuple(world.some(world.ids("parties"))),
        )
        world.add("candidates", candidate)


def _rounds(world: _World) -> None:
    for number in range(world.one((1, 1, 2))):
        contests = world.some(world.ids("contests"), 4)
        asked = [c.id for c in world.held.get("candidates", ()) if c.contest in contests]
        held = Round(
            id=_id(f"round-{number}"),
            title=world.text(),
            contests=tuple(contests),
            field=tuple(world.some(asked, 5)),
            participation=tuple(_participation(world, p) for p in world.some(world.ids("people"))),
        )
        world.add("rounds", held)
        world.add("themes", Theme(id=_id(f"{held.id}.theme"), round=held.id, title=world.text()))


def _participation(world: _World, person: Any) -> Participation:
    own = [c.id for c in world.held.get("candidates", ()) if c.person == person]
    return Participation(
        person=person,
        candidate=world.maybe(own),
        status=world.one(tuple(ParticipationStatus)),
        on_behalf_of=world.maybe(world.ids("candidates")),
        note=world.maybe(("By letter.",)),
    )


def _asks(world: _World) -> None:
    for held in world.held["rounds"]:
        for number in range(1, world.one((1, 2, 3)) + 1):
            ask = _id(f"{held.id}.{number}")
            parts = range(1, world.one((0, 0, 2)) + 1)
            made = Ask(
                id=ask,
                round=held.id,
                number=str(number),
                title=world.text(),
                theme=world.maybe((_id(f"{held.id}.theme"),)),
                parts=tuple(Part(id=_id(f"{ask}.part-{i}"), text=world.text()) for i in parts),
                same_as=tuple(world.some(world.ids("asks"), 1)),
            )
            world.add("asks", made)
            for office in world.some(world.ids("offices")):
                world.add(
                    "remits", Remit(ask=ask, office=_id(office), power=world.one(tuple(Power)))
                )


def _words(world: _World) -> None:
    """Add responses, the page that some of them stand on, and a letter without a text of its own."""
    page = "Page 1\n"
    for _ in range(world.one((0, 1, 2, 4, 6))):
        said = _response(world)
        if "\r" not in said.text and world.chance():
            span = Span(source=_PAGE, start=len(page), end=len(page) + len(said.text))
            page += f"{said.text}\n"
            said = evolve(said, wording=Wording.VERBATIM, appearances=(span,))
        world.add("responses", said)
    document = Document.from_text(page, source=Source(id=_PAGE, title=world.text()))
    world.add("sources", document.source, Source(id=_LETTER, title=world.text()))
    if world.chance():
        world.add("documents", document)


def _response(world: _World) -> Response:
    attribution = _attribution(world)
    round_of = {ask.id: ask.round for ask in world.held["asks"]}
    round_of |= {part.id: ask.round for ask in world.held["asks"] for part in ask.parts}
    answers = world.some(list(round_of))
    held = world.maybe([round_of[a] for a in answers] or world.ids("rounds"))
    place = (answers or [held or _LETTER])[0]
    speaker = slug(attribution.name_as_printed or "unknown")
    return Response(
        id=world.new_id("responses", f"{place}.{speaker}"),
        round=held,
        answers=tuple(answers),
        attribution=attribution,
        wording=world.one(tuple(Wording)),
        text=world.text(),
        source=_LETTER,
        said=world.maybe(_DAYS),
    )


def _attribution(world: _World) -> Attribution:
    candidates = world.held.get("candidates", [])
    person = world.one(world.held["people"])
    nobody: list[Attribution] = [
        Named(person=person.id, name_as_printed=person.name),
        Unattributed(reason="No name stands beside it."),
    ]
    if not candidates:
        return world.one(nobody)
    one = world.one(candidates)
    printed = world.maybe((one.name, one.name.split()[-1]))
    several = tuple(c.id for c in world.some(candidates) or candidates[:1])
    known: list[Attribution] = [
        Named(person=one.person, candidate=one.id, name_as_printed=printed),
        OnBehalf(candidate=one.id, by=world.maybe((person.id,)), name_as_printed=person.name),
        Inferred(
            candidate=one.id, reason="A caption.", evidence=(Span(source=_PAGE, start=0, end=4),)
        ),
        Contested(options=several),
    ]
    return world.one([*known, known[0], *nobody])


def _codings(world: _World) -> None:
    for said in world.held.get("responses", []):
        answered = [a for a in world.held["asks"] if _is_answered(a, said)]
        for ask, coder in world.some(product(answered, _CODERS)):
            coding = Coding(
                id=_id(f"{said.id}.{ask.id}.{coder}"),
                response=said.id,
                ask=ask.id,
                part=world.maybe([part.id for part in ask.parts]),
                coder=coder,
                date=None if coder == CODEBOOK else world.one(_DAYS),
                version="1" if coder == CODEBOOK else None,
                finding=world.draw(finding_about(len(said.text))),
                note=world.maybe(("A note.",)),
                digest=digest(said.text),
            )
            world.add("codings", coding)


def _is_answered(ask: Ask, said: Response) -> bool:
    return not {ask.id, *(part.id for part in ask.parts)}.isdisjoint(said.answers)


def _notes(world: _World) -> None:
    """Add what is said about groups, why words are missing, and what came of pledges."""
    asks, candidates = world.ids("asks"), world.ids("candidates")
    for number in range(world.one((0, 1, 2))):
        scope = Scope(
            kind=world.one(tuple(ScopeKind)),
            as_printed="all of them",
            contests=tuple(world.some(world.ids("contests"))),
            candidates=tuple(world.some(candidates)),
        )
        round_id = world.one(world.ids("rounds"))
        claim = Claim(
            id=_id(f"claim-{number}"),
            round=round_id,
            paraphrase=world.text(),
            asks=tuple(world.some(asks)),
            scope=scope,
        )
        world.add("claims", claim)
    noted = (Absence.DECLINED, Absence.NO_REPLY, Absence.NOT_RECORDED)
    for candidate, ask in world.some(product(candidates, asks), 5):
        reason = world.one(noted)
        world.add(
            "absences", AbsenceNote(candidate=candidate, ask=ask, reason=reason, note="Told so.")
        )
    for said in world.some(world.ids("responses")):
        status, day = world.one(tuple(DeliveryStatus)), world.one(_DAYS)
        world.add("deliveries", Delivery(response=said, status=status, date=day, source=_LETTER))


def _decisions(world: _World) -> None:
    """Add rulings, of each kind at most one on a subject and a day."""
    said, candidates = world.ids("responses"), world.ids("candidates")
    parts = [part.id for ask in world.held["asks"] for part in ask.parts]
    options = {
        DecisionKind.NAME: (["A. Name", "B. Name"], [*candidates, *world.ids("people"), NOBODY]),
        DecisionKind.ATTRIBUTION: (said, [*candidates, NOBODY]),
        DecisionKind.LINK: (said, [*world.ids("asks"), *parts, NOBODY]),
    }
    for kind, (subjects, choices) in options.items():
        for subject, day in world.some(product(subjects, _DAYS), 2):
            world.add("decisions", _decision(kind, subject, world.one(choices), day))
    for coding, day in world.some(product(world.held.get("codings", []), _DAYS), 1):
        world.add("decisions", _decision(DecisionKind.CODING, coding.response, coding.id, day))


def _decision(kind: DecisionKind, subject: str, choice: str, day: datetime.date) -> Decision:
    return Decision(
        kind=kind, subject=subject, choice=choice, by="jane", date=day, reason="It is plain."
    )
