"""Small datasets of invented people, made of records by hand or drawn at random."""

import datetime as dt

from hypothesis import strategies as st

from civicpledge.model.asks import Ask, Part, PartForm, Power, Remit, Round, Theme
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import CODEBOOK, Basis, Coding, Finding, Qualification, Stance
from civicpledge.model.ids import digest
from civicpledge.model.people import Candidate, Contest, Office, Party, Person
from civicpledge.model.responses import (
    Absence,
    AbsenceNote,
    Contested,
    Decision,
    DecisionKind,
    Named,
    Response,
    Unattributed,
)
from civicpledge.model.sources import Source, SourceKind

DAY = dt.date(2030, 5, 2)


class World:
    """Collects records; contests ``mayor.haven.2030-05-02`` and ``pcc.haven.2030-05-02``."""

    def __init__(self):
        self.records = {
            "offices": [
                Office(id="mayor.haven", title="Mayor"),
                Office(id="pcc.haven", title="PCC"),
            ],
            "contests": [
                Contest(id="mayor.haven.2030-05-02", office="mayor.haven", date=DAY),
                Contest(id="pcc.haven.2030-05-02", office="pcc.haven", date=DAY),
            ],
            "sources": [
                Source(id="page", title="Page"),
                Source(id="book", title="Book", kind=SourceKind.MANIFESTO),
            ],
            "parties": [Party(id="blue", name="Blue"), Party(id="red", name="Red")],
            **{k: [] for k in ("people", "candidates", "rounds", "themes", "asks", "remits")},
            **{
                k: []
                for k in ("responses", "codings", "absences", "decisions", "claims", "deliveries")
            },
        }
        self.field = []

    def candidate(self, name, office="mayor", party=(), person=None):
        contest = f"{office}.haven.2030-05-02"
        who = Candidate(
            id=f"{contest}.{name}",
            person=person or name,
            contest=contest,
            name=name.replace("-", " ").title(),
            party=party,
        )
        if all(p.id != who.person for p in self.records["people"]):
            self.records["people"].append(Person(id=who.person, name=who.person.title()))
        self.records["candidates"].append(who)
        self.field.append(who.id)
        return who.id

    def ask(
        self,
        number,
        *,
        mayor=Power.DECIDES,
        pcc=None,
        theme=None,
        parts=(),
        open_parts=(),
        of="day",
    ):
        ask = f"{of}.{number}"
        if theme and all(t.id != f"{of}.{theme}" for t in self.records["themes"]):
            self.records["themes"].append(Theme(id=f"{of}.{theme}", round=of, title=theme))
        limbs = [Part(id=f"{ask}.{p}", text=f"Limb {p}") for p in parts]
        limbs += [
            Part(id=f"{ask}.{p}", text=f"How many {p}?", form=PartForm.OPEN) for p in open_parts
        ]
        self.records["asks"].append(
            Ask(
                id=ask,
                round=of,
                number=str(number),
                title=f"Ask {number}",
                theme=f"{of}.{theme}" if theme else None,
                parts=tuple(limbs),
            )
        )
        for office, power in (("mayor", mayor), ("pcc", pcc)):
            if power is not None:
                self.records["remits"].append(Remit(ask=ask, office=f"{office}.haven", power=power))
        return ask

    def say(
        self,
        speaker,
        ask,
        text=None,
        *,
        said=None,
        source="page",
        of="day",
        attribution=None,
        n="",
    ):
        if attribution is None:
            who = next(c for c in self.records["candidates"] if c.id == speaker)
            attribution = Named(person=who.person, candidate=who.id)
        asks = (ask,) if isinstance(ask, str) else tuple(ask)
        end = f"r{len(self.records['responses'])}{n}"
        response = Response(
            id=f"{asks[0] if asks else 'pledge'}.{end}",
            round=of,
            answers=asks,
            attribution=attribution,
            text=text or f"Words {len(self.records['responses'])}",
            source=source,
            said=said,
        )
        self.records["responses"].append(response)
        return response.id

    def code(
        self,
        response,
        stance,
        qualification=None,
        *,
        coder=CODEBOOK,
        ask=None,
        part=None,
        date=DAY,
        version="1",
        **more,
    ):
        held = next(r for r in self.records["responses"] if r.id == response)
        if stance is Stance.QUALIFIED and qualification is None:
            qualification = Qualification.CONDITIONAL
        coding = Coding(
            id=f"coding.{len(self.records['codings'])}",
            response=response,
            ask=ask or held.answers[0],
            part=part,
            coder=coder,
            date=None if coder == CODEBOOK else date,
            version=version if coder == CODEBOOK else None,
            finding=Finding(stance=stance, qualification=qualification, basis=Basis.JUDGED, **more),
            digest=digest(held.text),
        )
        self.records["codings"].append(coding)
        return coding.id

    def held(self, speaker, answered, stance, **more):
        """Say something and code it."""
        said = self.say(speaker, answered, of=answered.split(".")[0])
        self.code(said, stance, **more)
        return said

    def rule(self, coding):
        held = next(c for c in self.records["codings"] if c.id == coding)
        self.records["decisions"].append(
            Decision(
                kind=DecisionKind.CODING,
                subject=held.response,
                choice=coding,
                by="chair",
                date=DAY,
                reason="read twice",
            )
        )

    def note(self, candidate, ask, reason=Absence.DECLINED):
        self.records["absences"].append(
            AbsenceNote(candidate=candidate, ask=ask, reason=reason, note="said so by letter")
        )

    def dataset(self, **rounds):
        """Build; *rounds* gives the date of rounds other than ``day``."""
        names = {a.round for a in self.records["asks"]} | {"day"}
        contests = tuple(c.id for c in self.records["contests"])
        made = [
            Round(
                id=name,
                title=name,
                date=rounds.get(name, DAY),
                contests=contests,
                field=tuple(self.field),
            )
            for name in sorted(names)
        ]
        return Dataset(**{**{k: tuple(v) for k, v in self.records.items()}, "rounds": tuple(made)})


STANCES = st.sampled_from(list(Stance))
POWERS = st.sampled_from([None, *Power])


def _findings(draw):
    stance = draw(STANCES)
    others = draw(st.lists(STANCES.filter(lambda s: s is not stance), max_size=2, unique=True))
    qualification = (
        draw(st.sampled_from(list(Qualification))) if stance is Stance.QUALIFIED else None
    )
    return {
        "stance": stance,
        "qualification": qualification,
        "alternatives": tuple(others),
        "specificity": draw(st.sampled_from([None, 0, 1, 2, 3])),
    }


@st.composite
def worlds(draw, most_candidates=4, most_asks=4):
    """Draw a world: two offices, asks in themes and parts, several answers, several coders."""
    world = World()
    for i in range(draw(st.integers(1, most_candidates))):
        party = draw(st.sampled_from([(), ("blue",), ("blue", "red")]))
        world.candidate(f"c{i}", draw(st.sampled_from(["mayor", "pcc"])), party)
    world.field = [c for c in world.field if draw(st.integers(0, 9))]
    asks = [
        world.ask(
            i,
            mayor=draw(POWERS),
            pcc=draw(POWERS),
            theme=draw(st.sampled_from([None, "homes", "work"])),
            parts=draw(st.sampled_from([(), (), ("a", "b"), ("a", "b", "c")])),
        )
        for i in range(draw(st.integers(1, most_asks)))
    ]
    for candidate in world.records["candidates"]:
        for ask in asks:
            _answers(draw, world, candidate.id, ask)
    return world


def _answers(draw, world, candidate, ask):
    record = next(a for a in world.records["asks"] if a.id == ask)
    parts = [part.id for part in record.parts]
    for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2]))):
        attribution = draw(
            st.sampled_from(
                [None, None, None, Unattributed(reason="no name"), Contested(options=(candidate,))]
            )
        )
        said = world.say(candidate, draw(st.sampled_from([ask, *parts])), attribution=attribution)
        held = world.records["responses"][-1]
        for coder in draw(st.lists(st.sampled_from([CODEBOOK, "ann", "bob", "cy"]), unique=True)):
            part = draw(st.sampled_from([None, *parts]))
            if held.answers[0] in parts and part is not None:
                part = held.answers[0]
            world.code(said, coder=coder, ask=ask, part=part, **_findings(draw))
    if not draw(st.integers(0, 4)) and not any(
        (n.candidate, n.ask) == (candidate, ask) for n in world.records["absences"]
    ):
        world.note(candidate, ask)
