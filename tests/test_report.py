"""The report: every candidate, every empty cell with its word, and nothing live in its HTML."""

import datetime as dt

import pytest
from attrs import evolve

import civicpledge as cp
from civicpledge.report import Section


@pytest.fixture(scope="module")
def dataset():
    return cp.load_dataset("west-midlands-2021")


def test_it_counts_what_was_due_on_record_and_missing(dataset):
    assert "42 answers due, 41 on record (1 not recorded)." in str(cp.report_on(dataset))


def test_every_candidate_is_scored_and_laid_out_by_asks(dataset):
    text = str(cp.report_on(dataset))
    for candidate in dataset.candidates:
        assert text.count(candidate.name) >= 2
    assert "out of remit" in text
    assert "not recorded" in text


def test_claims_that_do_not_hold_are_told_with_the_people_they_do_not_hold_for(dataset):
    text = str(cp.report_on(dataset))
    line = next(line for line in text.splitlines() if line.startswith("- ask 7,"))
    assert "no words: Jon Hunt" in line


def test_a_claim_that_does_not_say_whom_it_is_about_says_so(dataset):
    claim = next(c for c in dataset.claims if "7" in c.asks[0].split("."))
    made = evolve(dataset, claims=(evolve(claim, scope=evolve(claim.scope, as_printed="")),))
    line = next(x for x in str(cp.report_on(made)).splitlines() if x.startswith("- ask 7,"))
    assert "about whom is not said" in line


def test_people_the_roster_does_not_know_are_listed_and_not_dropped():
    document = cp.Document.from_text(
        "1) Homes\n\nAda Marlow, Harbour:\n\nYes.\n\nWim Krantz, Orchard:\n\nNo.\n",
        source=cp.Source(id="page", title="<b>A page</b>"),
    )
    roster = cp.Roster.from_rows(
        [{"id": "ada-marlow", "name": "Ada Marlow"}], contest="mayor.eastmere.2023-05-04"
    )
    remits = cp.remits({"mayor.eastmere": {"decides": "1"}})
    reading = cp.parse(document)
    report = cp.report_on(cp.resolve(reading, roster, remits=remits), reading=reading)
    assert "Names that are not on the roster" in str(report)
    assert "- Wim Krantz: 1 answer\n" in f"{report}\n"
    assert "&lt;b&gt;A page" in report._repr_html_()
    assert "<b>" not in report._repr_html_()


def test_an_empty_dataset_has_a_report_too():
    assert "0 answers due, 0 on record." in str(cp.report_on(cp.Dataset()))
    assert repr(cp.report_on(cp.Dataset())) == "<Report: 1 sections>"


def test_asks_of_two_rounds_with_one_number_stand_apart():
    combined = cp.load_dataset("west-midlands-2021").combine(cp.load_dataset("basw-2021-wilkinson"))
    text = str(cp.report_on(combined))
    for ask in combined.asks:
        if ask.number == "1":
            assert ask.id in text


def namesakes(*titles: str, **ask: str) -> cp.Dataset:
    """Two candidates of one name in one contest; the first answers the first ask, the second nothing."""
    contest = "mayor.eastmere.2023-05-04"
    people = tuple(cp.Person(id=p, name="Ann Body") for p in ("ann-body-1", "ann-body-2"))
    candidates = tuple(
        cp.Candidate(id=f"{contest}.{p.id}", person=p.id, contest=contest, name=p.name)
        for p in people
    )
    asks = tuple(cp.Ask(id=f"day.{t}", round="day", title=t, **ask) for t in titles)
    field = tuple(c.id for c in candidates)
    said = cp.Response(
        id="said",
        round="day",
        answers=(asks[0].id,),
        attribution=cp.Named(person="ann-body-1", candidate=field[0]),
        text="Yes.",
        source="page",
    )
    return cp.Dataset(
        offices=(cp.Office(id="mayor.eastmere", title="Mayor"),),
        contests=(cp.Contest(id=contest, office="mayor.eastmere"),),
        people=people,
        candidates=candidates,
        rounds=(cp.Round(id="day", title="A day", contests=(contest,), field=field),),
        asks=asks,
        remits=tuple(
            cp.Remit(ask=a.id, office="mayor.eastmere", power=cp.Power.DECIDES) for a in asks
        ),
        sources=(cp.Source(id="page", title="A page"),),
        responses=(said,),
    )


def test_namesakes_in_one_contest_are_told_apart_wherever_they_stand_side_by_side():
    dataset = namesakes("homes")
    excluding = cp.Rubric(missing="exclude")
    scores = cp.report_on(dataset, rubric=excluding).sections[0].body.rows()
    assert [(row[1], row[2]) for row in scores] == [("Ann Body", 0.0), ("Ann Body", None)]
    compared = cp.compare(dataset, "ann-body-1", "ann-body-2").to_table()
    called = [f"Ann Body (mayor.eastmere.2023-05-04.ann-body-{n})" for n in (1, 2)]
    assert list(compared.names[3:5]) == called
    assert [score.name for score in cp.score(dataset)] == called


def test_an_ask_may_be_called_like_a_column():
    dataset = namesakes("candidate", "homes")
    assert cp.report_on(dataset).sections[1].body.names == ("candidate", "candidate (2)", "homes")


def test_marks_that_turn_a_line_around_are_made_visible_in_html():
    section = Section(title="A title", body=("left \u202e right <b>",))
    assert "\u202e" not in section.to_html()
    assert "<b>" not in section.to_html()


def test_an_ask_is_known_by_its_printed_number_or_by_the_end_of_its_id():
    numbered = cp.Ask(id="day.1", round="day", number="1b", title="Homes")
    named = cp.Ask(id="day.homes", round="day", title="Homes")
    assert (numbered.label, named.label) == ("1b", "homes")


def parties_only():
    page = "1) Homes\n\nUKIP: No.\n\nLabour: Yes.\n\nGreen: Yes, I will.\n"
    document = cp.Document.from_text(page, source=cp.Source(id="page", title="A page"))
    rows = [
        {"id": "ann-body", "name": "Ann Body", "party": "Green Party"},
        {"id": "bo-ng", "name": "Bo Ng", "party": "Labour Party"},
        {"id": "cy-poe", "name": "Cy Poe", "party": "Labour and Co-operative"},
    ]
    roster = cp.Roster.from_rows(rows, contest="mayor.eastmere.2023-05-04")
    return cp.resolve(
        cp.parse(document), roster, remits=cp.remits({"mayor.eastmere": {"decides": "1"}})
    )


def test_words_that_may_be_somebodys_are_listed_with_the_ground():
    text = str(cp.report_on(parties_only()))
    assert "## Words that wait for a ruling on who spoke" in text
    assert "- page.1.green: perhaps Ann Body; a party stands beside the words" in text
    assert "perhaps Bo Ng or Cy Poe; a party stands beside the words" in text


def test_once_a_person_has_ruled_the_words_wait_no_more():
    dataset = parties_only()
    waiting = [r for r in dataset.responses if isinstance(r.attribution, cp.Inferred)]
    (response,) = waiting
    ruling = cp.Decision(
        kind=cp.DecisionKind.ATTRIBUTION,
        subject=response.id,
        choice=response.attribution.candidate,
        by="jane",
        date=dt.date(2023, 4, 1),
        reason="the party's agent confirmed it",
    )
    settled = dataset.with_decisions([ruling])
    assert "perhaps Ann Body" not in str(cp.report_on(settled))
    assert settled.cell("ann-body", "1").responses == (response,)
