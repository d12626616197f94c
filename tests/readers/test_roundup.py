"""Round-ups: the seed counted by hand, and invented ones of other layouts."""

import os
from pathlib import Path

import pytest

from civicpledge.model.responses import ScopeKind, Wording
from civicpledge.model.sources import Document, Source
from civicpledge.readers.reading import RawOccasion, Reading, SegmentKind
from civicpledge.readers.roundup import read_roundup, signs

PAGES = Path(__file__).parent / "roundups"
SEED = "003_b49298ff50f72474.txt"


def reading_of(text: str) -> Reading:
    return read_roundup(Document.from_text(text, source=Source(id="r", title="R")))


def page(name: str) -> Reading:
    return reading_of((PAGES / name).read_text(encoding="utf-8"))


def told(occasion: RawOccasion) -> tuple[str | None, str | None, tuple[str, ...]]:
    return occasion.date, occasion.place, occasion.headcounts


def came(occasion: RawOccasion) -> dict[str, tuple[str | None, str, str | None]]:
    """Party, status and for whom, by name."""
    return {p.name: (p.party, p.status, p.on_behalf_of) for p in occasion.participants}


def wins(reading: Reading) -> list[tuple[list[int], str | None, str | None]]:
    """Lines of all appearances, promiser, party."""
    return [
        ([reading.document.line_of(s.start) for s in p.appearances], p.speaker, p.party)
        for p in reading.pledges
    ]


# ---- the seed

# Line of the paragraph that tells of it: date, headcounts as printed, number of bullets of its highlights.
OCCASIONS = {
    55: ("18th April", ("241", "250"), 1),
    67: ("19th April", (), 0),
    78: ("22nd of April", ("Hundreds",), 6),
    95: ("25th April", ("over 2000",), 6),
    114: ("25th April", ("131",), 6),
    131: ("25th April", ("300",), 3),
    145: ("25th April", ("hundreds",), 2),
}
BULLETS = (
    *range(24, 28),
    59,
    *range(84, 90),
    *range(103, 109),
    *range(120, 126),
    139,
    140,
    141,
    149,
    150,
)
# Whom a bullet names as promising, by line; the others name groups or nobody.
PROMISERS = {
    24: {"Sadiq Khan"},
    25: {"Ashley Butterfield"},
    27: {"Tom Byrne"},
    59: {"Ashley Butterfield"},
    **{line: {"Sadiq Khan"} for line in range(103, 109)},
    121: {"Alex Sobel"},
    123: {"Alex Sobel"},
    124: {"Tracy Brabin"},
    140: {"Tristram Burden"},
    141: {"Gillian Williams"},
    149: {"Tom Byrne"},
    150: {"Richard Parker"},
}
PEOPLE_WHO_SPOKE_IN_PRAISE = {"Anna Smith", "Andrew Pakes"}


@pytest.fixture(scope="module")
def seed() -> Reading:
    folder = os.environ.get("CIVICPLEDGE_SEEDS")
    if not folder:
        pytest.skip("CIVICPLEDGE_SEEDS is not set: the raw round-up is not there to read")
    return reading_of((Path(folder) / SEED).read_text(encoding="utf-8"))


def test_the_seven_assemblies_that_the_seed_describes_are_read(seed: Reading) -> None:
    found = {
        seed.document.line_of(o.quote.span.start): (o.date, o.headcounts) for o in seed.occasions
    }
    assert found == {line: row[:2] for line, row in OCCASIONS.items()}


def test_the_places_of_the_seed_are_the_words_behind_at_in_and_into(seed: Reading) -> None:
    places = {seed.document.line_of(o.quote.span.start): o.place for o in seed.occasions}
    assert places[55] is None
    assert places[95] == "Methodist Central Hall Westminster"
    assert places[131] == "Congress Hall"


def test_every_bullet_of_the_seed_is_held_and_most_are_wins(seed: Reading) -> None:
    lines = {
        seed.document.line_of(s.start)
        for s in seed.segments
        if s.kind in (SegmentKind.PLEDGE, SegmentKind.CONTEXT) and seed.text_of(s).startswith("•")
    }
    assert lines == set(BULLETS)
    assert len(BULLETS) == 28


def test_each_win_of_the_seed_has_the_promiser_its_bullet_names(seed: Reading) -> None:
    found: dict[int, set[str]] = {}
    for lines, speaker, _ in wins(seed):
        for line in lines:
            if speaker is not None:
                found.setdefault(line, set()).add(speaker)
    assert found == PROMISERS


def test_nobody_of_the_seed_who_only_spoke_in_praise_promises_or_takes_part(seed: Reading) -> None:
    named = {p.speaker for p in seed.pledges}
    named |= {p.name for o in seed.occasions for p in o.participants}
    assert not named & PEOPLE_WHO_SPOKE_IN_PRAISE


def test_the_stand_in_of_the_seed_is_tied_to_the_one_who_sent_him(seed: Reading) -> None:
    (occasion,) = [o for o in seed.occasions if o.headcounts == ("131",)]
    assert came(occasion) == {
        "Tracy Brabin": ("Labour", "attended", None),
        "Tamas Kovacs": (None, "attended", "Arnold Craven"),
        "Arnold Craven": ("Conservative", "represented", None),
        "Andrew Cooper": ("Green Party", "attended", None),
    }


def test_who_was_invited_to_the_seeds_assembly_and_pulled_out_is_an_absence(seed: Reading) -> None:
    (occasion,) = [o for o in seed.occasions if o.headcounts == ("over 2000",)]
    assert [a.name for a in seed.absences] == ["Susan Hall"]
    assert came(occasion)["Susan Hall"] == ("Conservative", "withdrew", None)
    assert came(occasion)["Sadiq Khan"] == ("Labour", "attended", None)


def test_no_capacity_of_the_seed_slips_to_the_neighbour_in_the_list(seed: Reading) -> None:
    (occasion,) = [o for o in seed.occasions if o.headcounts == ("300",)]
    assert {name: row[0] for name, row in came(occasion).items()} == {
        "Bella Sankey": "Labour",
        "Gillian Williams": None,
        "Tristram Burden": None,
        "Jacob Taylor": None,
        "Tom Gray": "Labour",
        "Sian Berry": "Green Party",
    }


def test_the_seeds_statements_about_groups_keep_their_scope_and_hedge(seed: Reading) -> None:
    lines = [(seed.document.line_of(c.quote.span.start), c) for c in seed.claims]
    two, others = (c for line, c in lines if line == 80)
    assert (two.scope, two.number, two.strength) == ("Two candidates", 2, "committed")
    assert two.names == ("Kim McGuiness", "Jamie Driscoll")
    assert others.names == ("Guy Renner-Thompson", "Aidan King", "Andrew Gray")
    assert others.strength == "supportive"
    assert others.hedge is not None
    assert others.hedge.startswith("although")
    assert [(c.scope, c.office) for line, c in lines if line == 82] == [
        ("all mayoral candidates", "mayoral")
    ]
    assert any(w.line == 82 and "hedge" in w.what for w in seed.warnings)


def test_the_two_headcounts_of_one_seed_assembly_are_reported(seed: Reading) -> None:
    assert [w.line for w in seed.warnings if w.what == "two headcounts"] == [61]


def test_the_selection_at_the_top_of_the_seed_is_joined_with_its_highlights(seed: Reading) -> None:
    lines = [found for found, _, _ in wins(seed)]
    assert [25, 59] in lines
    assert [27, 149] in lines


@pytest.mark.parametrize("line", [1, 34, 36, 40, 71, 91, 152, 160, 162])
def test_icons_and_links_of_the_seed_are_furniture(seed: Reading, line: int) -> None:
    kinds = {s.kind for s in seed.segments if seed.document.line_of(s.start) == line}
    assert SegmentKind.FURNITURE in kinds


# ---- invented round-ups


def test_a_round_up_in_prose_gives_who_came_for_whom_and_who_stayed_away() -> None:
    alderby, brockton = page("anyshire.txt").occasions
    assert told(alderby) == ("12 May 2027", "Corn Exchange", ("around 240",))
    assert came(alderby) == {
        "Ann Body": ("Labour", "attended", None),
        "Bo Kit": ("Green Party", "attended", None),
        "Dev Lal": (None, "attended", "Eve Marsh"),
        "Eve Marsh": ("Conservative", "represented", None),
        "Finn Noor": (None, "withdrew", None),
    }
    assert told(brockton) == ("19 May", "Brockton Town Hall", ("Over 2,000",))
    assert brockton.host == "Brockton Together"
    assert came(brockton) == {
        "Ida Penn": ("Independent", "attended", None),
        "Jo Quill": (None, "attended", None),
        "Kit Rowe": (None, "withdrew", None),
        "Lee Stone": (None, "did_not_reply", None),
    }
    assert [a.name for a in page("anyshire.txt").absences] == ["Finn Noor", "Kit Rowe", "Lee Stone"]


def test_a_promise_that_was_sought_or_told_by_a_rival_is_nobodys() -> None:
    assert wins(page("anyshire.txt")) == [
        ([17], "Ann Body", None),
        ([18], "Bo Kit", None),
        ([18], "Ann Body", None),
        ([19], "Dev Lal", None),
        ([34], "Ida Penn", None),
    ]


def test_a_hedge_that_names_somebody_does_not_narrow_the_claim_to_them() -> None:
    yes, no = page("anyshire.txt").claims
    assert (yes.kind, yes.number, yes.names) == (ScopeKind.ALL, 3, ())
    assert yes.hedge == "but Bo Kit would not put a date on it"
    assert (no.strength, no.number) == ("refused", 4)


def test_markdown_hustings_give_their_host_and_refusals_are_no_wins() -> None:
    reading = page("hustings.md")
    mill, wold = reading.occasions
    assert (mill.title, mill.kind.value, mill.host) == (
        "Mill End hustings",
        "hustings",
        "Mill End Churches Forum",
    )
    assert told(mill) == ("4 April", None, ("Some 85",))
    assert came(mill)["Una Young"] == ("Labour", "in_writing", None)
    assert came(wold) == {
        "Will Xander": (None, "attended", "Yve Zane"),
        "Yve Zane": ("Green", "represented", None),
        "Abe Cole": (None, "withdrew", None),
    }
    assert wins(reading) == [([11], "Rosa Vane", "Liberal Democrat"), ([13], None, None)]
    assert [(c.scope, c.number) for c in reading.claims] == [("Both candidates", 2)]


def test_a_caption_above_an_assembly_is_not_its_title_and_a_meeting_to_come_is_none() -> None:
    reading = page("county.txt")
    weir, hill = reading.occasions
    assert weir.title == "Weir Road Together"
    assert told(weir) == ("6 June", "Weir Road Library", ("64", "70"))
    assert came(weir)["Rex Dunn"] == ("Conservative", "withdrew", None)
    assert came(weir)["Nia Penry"] == ("Labour", "attended", None)
    assert "Wyn Ellis" not in came(weir)
    assert told(hill) == ("9 June", "St Bede’s Church Hall", ("120",))


def test_a_lead_that_names_two_gives_its_bullets_to_both_and_questions_to_nobody() -> None:
    assert wins(page("county.txt")) == [
        ([13], "Nia Penry", None),
        ([16], None, None),
        ([31], "Ola Reed", "Green"),
        ([31], "Pat Storm", "Labour & Co-operative"),
        ([32], "Ola Reed", "Green"),
        ([32], "Pat Storm", "Labour & Co-operative"),
    ]


@pytest.mark.parametrize("name", [p.name for p in sorted(PAGES.iterdir())])
def test_everything_in_a_round_up_is_reported_and_answers_no_ask(name: str) -> None:
    reading = page(name)
    assert all(answer.ask is None for answer in reading.answers)
    assert {p.wording for p in reading.pledges} == {Wording.REPORTED}


def test_pledges_of_an_occasion_are_pledges_of_the_reading() -> None:
    reading = page("county.txt")
    assert [p for o in reading.occasions for p in o.pledges] == list(reading.pledges)


def test_the_signs_of_a_round_up_say_what_was_seen() -> None:
    nothing = Document.from_text("Minutes of a meeting", source=Source(id="r", title="R"))
    assert signs(nothing) == ()
    seen = signs(page("anyshire.txt").document)
    assert "2 headings stand over such a paragraph, or over a day and who came" in seen
    assert "3 bullets tell of commitments" in seen
    assert not any("ticked" in sign for sign in seen)


def test_days_as_headings_are_no_hosts_and_a_person_no_verb_speaks_of_is_unknown() -> None:
    reading = page("season.txt")
    sandle, quay = reading.occasions
    assert (sandle.host, quay.host) == (None, None)
    assert told(sandle) == ("3 March", "Guildhall", ("150",))
    assert told(quay) == ("4 March", "Quay School", ("60",))
    assert came(sandle) == {
        "Amy Orr": ("Lab", "attended", None),
        "Ben Pugh": ("Con", "attended", None),
        "Cat Roe": ("LD", "attended", None),
        "Dan Sim": ("Green", "unknown", None),
    }
    assert came(quay) == {
        "Fay Uhl": (None, "attended", "Gus Voe"),
        "Gus Voe": (None, "represented", None),
        "Hal Wye": (None, "withdrew", None),
        "Ivy Xu": (None, "withdrew", None),
    }
    assert wins(reading) == [([18], "Fay Uhl", None), ([18], "Gus Voe", None)]
