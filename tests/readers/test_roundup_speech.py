"""Words under a name in a round-up: quotations, what was turned down, fields of a bulletin."""

import pytest

HEAD = "Round-up of our hustings\n\n## Low Mill\n\nOn 3 May 120 people met at Low Hall. {came}\n\n"
CAME = "Ann Body (Green) and Bo Ng (Labour) were on the platform."


def said(reading):
    return [(a.speaker, a.quote.text, a.wording.value) for a in reading.answers]


@pytest.mark.parametrize(
    "below",
    [
        "> I will never sell the baths.\n>\n> - Ann Body",
        "> I will never sell the baths.\n\n— Ann Body, Green",
        '"I will never sell the baths." - Ann Body, to cheers',
        '"I will never sell the baths." Ann Body, Green candidate for Mayor',
        '"I will never sell the baths."\n\nAnn Body',
        '• **Ann Body** (Green): "I will never sell the baths."',
        'Ann Body (Green): "I will never sell the baths."',
    ],
)
def test_a_quotation_with_a_name_before_or_behind_is_that_candidates_words(read, below):
    reading = read(f"{HEAD.format(came=CAME)}{below}\n\n## Next\n\nMore to come.\n", "roundup")
    assert said(reading) == [("Ann Body", "I will never sell the baths.", "verbatim")]
    assert len(reading.occasions) == 1


@pytest.mark.parametrize(
    "below",
    [
        '"Best night of my life." - Malachi, 13',
        '"Where is my bus?"\n\nAnn Body\n\n"It is late."',
        '"I want a bus." Ann Body listened.',
        '"I want a bus," said somebody at the back.',
    ],
)
def test_a_quotation_that_nobody_surely_said_is_nobodys(read, below):
    reading = read(f"{HEAD.format(came=CAME)}{below}\n", "roundup")
    assert reading.answers == ()


def test_what_an_item_says_was_turned_down_is_a_report_and_no_promise(read):
    reading = read(
        HEAD.format(came=CAME) + "What we won\n\n"
        "- ✅ **Ann Body** – two new crossings by June\n"
        "- ❌ **Bo Ng** – would not pay for the crossings\n",
        "roundup",
    )
    assert [(p.speaker, p.quote.text) for p in reading.pledges] == [
        ("Ann Body", "✅ **Ann Body** – two new crossings by June")
    ]
    assert said(reading) == [("Bo Ng", "would not pay for the crossings", "reported")]


def test_what_somebody_will_do_is_a_promise_and_where_they_will_be_is_none(read):
    reading = read(
        HEAD.format(came=CAME)
        + "• Ann Body will plant 30 trees\n• Bo Ng will be at the market on Saturday\n",
        "roundup",
    )
    assert [p.speaker for p in reading.pledges] == ["Ann Body"]


def test_one_who_spoke_for_another_is_marked_as_such(read):
    reading = read(
        HEAD.format(came=CAME)
        + "- ❌ **Cy Low**, who was speaking for **Bo Ng** – could not promise the trees\n",
        "roundup",
    )
    assert [(a.speaker, a.on_behalf_of) for a in reading.answers] == [("Cy Low", "Bo Ng")]


BULLETIN = """BULLETIN 9: HUSTINGS

LOW MILL
--------
When:       Monday 13 April
Venue:      Low Hall (upstairs)
Numbers:    135 (a record)
Candidates: Ann Body (Green); Bo Ng (Labour) cried off

Ann Body said yes to:

  - two hundred new plots
  - a ban on sprays

HIGH MILL
---------
When:       Tuesday 14 April
Numbers:    hundreds!
Candidates: Cy Low (Labour), Di Roe (Conservative)

Won a commitment from Cy Low to plant 30 trees.
"""


def test_fields_of_a_bulletin_tell_the_occasion_and_the_page_is_a_round_up(read):
    reading = read(BULLETIN)
    assert reading.kind.value == "roundup"
    low, high = reading.occasions
    assert (low.date, low.place, low.headcounts) == ("13 April", "Low Hall", ("135",))
    assert (high.date, high.headcounts) == ("14 April", ("hundreds",))
    assert [(p.name, p.status) for p in low.participants] == [
        ("Ann Body", "attended"),
        ("Bo Ng", "withdrew"),
    ]
    assert [a.name for a in reading.absences] == ["Bo Ng"]


def test_a_list_to_which_one_person_said_yes_holds_their_promises(read):
    reading = read(BULLETIN)
    assert [(p.speaker, p.quote.text) for p in reading.pledges] == [
        ("Ann Body", "two hundred new plots"),
        ("Ann Body", "a ban on sprays"),
        ("Cy Low", "Won a commitment from Cy Low to plant 30 trees."),
    ]


def test_a_place_of_a_saint_does_not_end_the_line_that_gives_the_day(read):
    reading = read(
        "## Low Mill\n\n3 May, St. Ann's Hall, 310 people.\n\n• Ann Body will act\n", "roundup"
    )
    (occasion,) = reading.occasions
    assert (occasion.date, occasion.headcounts) == ("3 May", ("310",))


def test_having_answered_questions_is_nobodys_answer(read):
    reading = read(HEAD.format(came=CAME + " Ann Body answered our asks in full."), "roundup")
    assert reading.answers == ()


def test_lists_of_ticked_names_are_wins_of_a_round_up_and_no_article(read):
    reading = read(
        "# Straight answers\n\n## Low Mill\n\nAbout 70 of us met at Low Hall.\n\n**What we won**\n\n"
        "- ✅ **Ann Body** (Green) – two crossings\n- ❌ **Bo Ng** (Labour) – would not pay for them\n\n"
        "## High Mill\n\nOur biggest.\n\n**What we won**\n\n"
        "- ✅ **Cy Low** (Labour) – promised to plant trees\n- ✅ **Di Roe** (Conservative) – a new bus\n"
    )
    assert reading.kind.value == "roundup"
    assert [p.speaker for p in reading.pledges] == ["Ann Body", "Cy Low", "Di Roe"]


@pytest.mark.parametrize(
    "earlier",
    ["Last year", "In 2019,", "Four years ago", "Earlier this year", "At our last assembly"],
)
@pytest.mark.parametrize("mark", ["", "* "])
def test_what_was_promised_at_an_earlier_time_is_no_pledge_of_this_occasion(read, mark, earlier):
    below = f"* Bo Ng promised to mend the lamps.\n\n{mark}{earlier} Ann Body promised to open the baths.\n"
    reading = read(f"{HEAD.format(came=CAME)}{below}\n## Next\n\nMore to come.\n", "roundup")
    assert [p.speaker for p in reading.pledges] == ["Bo Ng"]
    assert reading.answers == ()


def test_what_was_promised_earlier_that_evening_is_a_pledge(read):
    below = "* Earlier that evening Ann Body promised to open the baths.\n"
    reading = read(f"{HEAD.format(came=CAME)}{below}\n## Next\n\nMore to come.\n", "roundup")
    assert [p.speaker for p in reading.pledges] == ["Ann Body"]


def test_a_page_of_several_occasions_is_a_round_up_though_people_are_quoted_under_each(read):
    occasion = (
        "## {place}\n\nAbout {count} people met at {place} Hall on {count} April.\n\n"
        "* **Ann Body**, Green candidate for {place}, pledged to mend the lamps.\n"
        "* **Bo Ng** (Labour) said that he could not promise it.\n\n"
        "> I will see that it stops.\n\n> — Ann Body\n\n"
    )
    places = [("Low Mill", 21), ("Quay", 23), ("Sandle", 25)]
    page = "What we won\n\n" + "".join(occasion.format(place=p, count=n) for p, n in places)
    assert read(page).kind.value == "roundup"
