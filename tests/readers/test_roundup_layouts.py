"""Round-ups of other layouts: bulletins, newspaper columns, reports of branches."""

from civicpledge.model.responses import ScopeKind
from civicpledge.model.sources import Document, Source, SourceKind
from civicpledge.readers.parsing import parse
from civicpledge.readers.reading import RawOccasion, Reading
from civicpledge.readers.roundup import read_roundup


def reading_of(text: str) -> Reading:
    return read_roundup(Document.from_text(text, source=Source(id="r", title="R")))


def came(occasion: RawOccasion) -> dict[str, tuple[str | None, str, str | None]]:
    """Party, status and for whom, by name."""
    return {p.name: (p.party, p.status, p.on_behalf_of) for p in occasion.participants}


def wins(reading: Reading) -> list[tuple[str | None, str]]:
    return [(p.speaker, p.quote.text) for p in reading.pledges]


FIRST = """Low Mill Voices

On 3rd May, 120 people met at Low Hall. {}
"""


def test_one_candidate_who_had_accepted_is_no_group_that_agreed():
    reading = reading_of(
        FIRST.format("Ann Body, the Green candidate, had accepted our invitation but pulled out.")
    )
    assert reading.claims == ()
    assert [a.name for a in reading.absences] == ["Ann Body"]


def test_one_who_was_ill_is_represented_by_who_came_on_their_behalf():
    reading = reading_of(
        FIRST.format("Ann Body (Green) was ill and Cy Low came to speak on behalf of Ann Body.")
    )
    assert came(reading.occasions[0]) == {
        "Ann Body": ("Green", "represented", None),
        "Cy Low": (None, "attended", "Ann Body"),
    }


def test_an_empty_chair_represents_nobody():
    reading = reading_of(
        FIRST.format("Bo Kit of the Harbour Party was expected, and an empty chair was put out.")
        + "\nDee Fox was represented by an empty chair.\n"
    )
    assert came(reading.occasions[0])["Dee Fox"] == (None, "withdrew", None)
    assert "Dee Fox" in [a.name for a in reading.absences]


REPORTS = """Branch round-up: five evenings in April

## Eastmere

14 April, Miners' Hall, 63 present. On the panel: Ann Body (Green) and Bo Kit (Labour).

### Wins

- Ann Body pledged to hire four wardens
- Bo Kit: two new crossings, in the first budget
- Both signed up to our winter appeal
- Bo Kit could not promise a third crossing

## Westmere

**Monday 20 April · about 40 present · for the Mayor**

- Dee Fox promised to open the library on Sundays
"""


def test_a_line_of_day_place_and_number_opens_an_occasion():
    reading = reading_of(REPORTS)
    assert [(o.title, o.date, o.place, o.headcounts) for o in reading.occasions] == [
        ("Eastmere", "14 April", "Miners' Hall", ("63",)),
        ("Westmere", "20 April", None, ("about 40",)),
    ]


def test_reports_of_branches_are_a_round_up():
    document = Document.from_text(REPORTS, source=Source(id="r", title="R"))
    assert parse(document).kind is SourceKind.ROUNDUP


def test_a_list_of_wins_gives_each_to_who_is_named_and_none_to_a_refusal():
    assert wins(reading_of(REPORTS)) == [
        ("Ann Body", "Ann Body pledged to hire four wardens"),
        ("Bo Kit", "Bo Kit: two new crossings, in the first budget"),
        (None, "Both signed up to our winter appeal"),
        ("Dee Fox", "Dee Fox promised to open the library on Sundays"),
    ]


def test_both_without_a_noun_is_a_claim_about_two():
    (claim,) = reading_of(REPORTS).claims
    assert (claim.scope, claim.kind, claim.number) == ("Both", ScopeKind.NUMBER, 2)


def test_a_bullet_that_grants_nothing_is_no_win():
    reading = reading_of(
        FIRST.format("")
        + "\nHighlights:\n\n"
        + "- Ann Body: warm words on wardens, no promise\n"
        + "- Bo Kit: against a levy on empty homes\n"
        + "- Dee Fox: an officer for empty homes\n"
    )
    assert wins(reading) == [("Dee Fox", "Dee Fox: an officer for empty homes")]


def test_what_somebody_said_that_they_would_do_is_reported_as_theirs():
    reading = reading_of(
        FIRST.format("")
        + "\nHighlights:\n\n"
        + "- Ann Body, for the Greens, said that she would bring the buses under public control\n"
        + "- Bo Kit said he would not\n"
    )
    assert wins(reading) == [
        (
            "Ann Body",
            "Ann Body, for the Greens, said that she would bring the buses under public control",
        )
    ]


COLUMN = """THE WEEK IN HUSTINGS

EASTMERE. About 75 people came to the Miners' Hall on Monday. Ann Body (Green) was there.

WESTMERE AND THE VALE. More than 300 filled the Lido on 7th May. Bo Kit (Labour) pulled out.
"""


def test_headings_that_run_into_their_paragraph_open_occasions():
    reading = reading_of(COLUMN)
    assert [(o.title, o.date, o.headcounts) for o in reading.occasions] == [
        ("EASTMERE", "Monday", ("About 75",)),
        ("WESTMERE AND THE VALE", "7th May", ("More than 300",)),
    ]
    assert came(reading.occasions[0]) == {"Ann Body": ("Green", "attended", None)}
    assert [a.name for a in reading.absences] == ["Bo Kit"]


def test_a_weekly_column_is_a_round_up():
    document = Document.from_text(COLUMN, source=Source(id="r", title="R"))
    assert parse(document).kind is SourceKind.ROUNDUP


def test_a_page_broken_at_a_width_is_read_by_paragraphs():
    broken = """Low Mill Voices

On the evening of the 3rd of May, and in spite of the rain that
had come down all day, 120 people met at Low Hall to hear from
the candidates. Ann Body (Green) was there, but Bo Kit, who had
been asked as well, pulled out on the day before.

- Won a commitment from Ann Body to plant as many as thirty
trees along the Weir Road
"""
    reading = reading_of(broken)
    (occasion,) = reading.occasions
    assert (occasion.place, occasion.headcounts) == ("Low Hall", ("120",))
    assert [a.name for a in reading.absences] == ["Bo Kit"]
    (pledge,) = reading.pledges
    assert pledge.speaker == "Ann Body"
    assert pledge.quote.text.endswith("thirty\ntrees along the Weir Road")
    assert reading.unread == ()


def test_a_line_of_day_and_details_without_a_number_opens_an_occasion_too():
    reading = reading_of(
        "# Notes\n\n## Close\n\n**Thursday 16 April · standing room only · for PCC**\n\nTea.\n"
    )
    assert [(o.title, o.date, o.headcounts) for o in reading.occasions] == [
        ("Close", "16 April", ())
    ]


def test_only_the_one_whom_who_points_back_to_stayed_away():
    reading = reading_of(
        FIRST.format("On the panel were Ann Body (Green), and Bo Kit (Labour), who was a no-show.")
    )
    assert came(reading.occasions[0]) == {
        "Ann Body": ("Green", "attended", None),
        "Bo Kit": ("Labour", "withdrew", None),
    }


def test_nobody_is_said_to_have_stayed_away_in_place_of_one_whose_name_is_not_read():
    reading = reading_of(
        FIRST.format(
            "On the panel were Ann Body (Green) and a seat for Bo Kit (Labour), who was a no-show."
        )
    )
    assert "Ann Body" not in [a.name for a in reading.absences]
    assert came(reading.occasions[0])["Ann Body"] == ("Green", "attended", None)


def test_emphasis_inside_a_line_hides_neither_names_nor_promises():
    page = """# Round-up

## Low Mill

On **3rd May**, 120 people met at *Low Hall*. **Cllr Ann Body** (Green) was there.

**Bo Kit** sent his apologies.

- **Ann Body** pledged **to hire four wardens**. *Thank you!*
"""
    reading = reading_of(page)
    (occasion,) = reading.occasions
    assert (occasion.date, occasion.place) == ("3rd May", "Low Hall")
    assert came(occasion)["Ann Body"] == ("Green", "attended", None)
    assert [a.name for a in reading.absences] == ["Bo Kit"]
    (pledge,) = reading.pledges
    assert pledge.speaker == "Ann Body"
    assert pledge.quote.text == "**Ann Body** pledged **to hire four wardens**."
    assert reading.unread == ()


def test_what_people_said_is_kept_with_who_said_it_and_answers_no_ask():
    page = """# Round-up

## Low Mill

On 3rd May, 120 people met at Low Hall. Ann Body (Green) and Bo Kit (Labour) were there.

Ann Body (Green) said she would ask the Treasury for the money. "Never," said Bo Kit (Labour).

Cy Low (Reform UK) had accepted our invitation but pulled out.

"It was warm," said one parent.
"""
    reading = reading_of(page)
    assert [(a.speaker, a.wording.value, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "reported", "said she would ask the Treasury for the money."),
        ("Bo Kit", "verbatim", "Never,"),
    ]
    assert all(answer.ask is None for answer in reading.answers)
    assert reading.occasions[0].answers == reading.answers
    assert reading.unread == ()


def test_two_promises_from_two_people_in_one_item_are_each_their_own():
    reading = reading_of(
        FIRST.format("")
        + "\n- Won pledges from Ann Body to fund £12 an hour from May and from Bo Kit to fund £13 an hour\n"
    )
    assert wins(reading) == [
        ("Ann Body", "Won pledges from Ann Body to fund £12 an hour from May"),
        ("Bo Kit", "from Bo Kit to fund £13 an hour"),
    ]


def test_a_tick_is_a_win_and_a_cross_is_none():
    reading = reading_of(
        FIRST.format("")
        + "\n**What we won**\n\n- ✅ **Ann Body** (Green) – a youth mayor by 2030\n"
        + "- ❌ **Bo Kit** (Labour) – lights on the path\n"
    )
    assert [speaker for speaker, _ in wins(reading)] == ["Ann Body"]


def test_short_names_of_weekdays_open_a_line_of_details():
    reading = reading_of(
        "# Towns\n\n## Otter\n\nWeds 8 April · Bowling Club · 48 members\n\nTea.\n"
    )
    (occasion,) = reading.occasions
    assert (occasion.date, occasion.place, occasion.headcounts) == (
        "8 April",
        "Bowling Club",
        ("48",),
    )


def test_a_chair_that_stayed_empty_is_an_absence_and_no_statement():
    reading = reading_of(
        FIRST.format("") + "\nBo Kit (Labour) had agreed twice, but his chair stayed empty.\n"
    )
    assert [a.name for a in reading.absences] == ["Bo Kit"]
    assert reading.answers == ()


def test_no_asks_of_candidates_is_no_claim_about_a_group():
    reading = reading_of(
        FIRST.format("There were no asks of candidates, so the members agreed to come back.")
    )
    assert reading.claims == ()


HEADED = """
# Autumn round-up

Four of our alliances held candidate actions before 3 November.

### Low Mill: Low Mill Voices, September 27, 480 present

Mayoral candidate Ann Body committed to open a hostel by May.

### Eastmere Together (4 October, 210 people)

Bo Ng (Labour) promised to mend the weir.

#### Highlights

Jo Roe (Green) agreed to plant 40 trees.
"""


def test_a_heading_may_give_the_day_and_how_many_came():
    reading = reading_of(HEADED)
    told = [(o.title, o.date, o.headcounts, o.host, len(o.pledges)) for o in reading.occasions]
    assert told == [
        ("Low Mill: Low Mill Voices", "September 27", ("480",), None, 1),
        ("Eastmere Together", "4 October", ("210",), "Eastmere Together", 2),
    ]
    document = Document.from_text(HEADED, source=Source(id="r", title="R"))
    assert parse(document).kind is SourceKind.ROUNDUP


def test_a_thing_promised_and_what_somebody_undertook_are_wins_too():
    reading = reading_of(
        FIRST.format(
            "Ann Body (Green) promised two officers on the last bus.\n\n"
            "Bo Ng, chief of the trust, undertook to fix the lifts by June.\n\n"
            "Cy Low (Labour) promised the same.\n\n"
            "• **Cllr Dee Poe (Labour)** will bring a paper to the July cabinet"
        )
    )
    assert [speaker for speaker, _ in wins(reading)] == ["Ann Body", "Bo Ng", "Dee Poe"]
