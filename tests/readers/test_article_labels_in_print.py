"""Labels as papers and campaigns print them: parties alone, capitals, surnames, a party below the name."""

import pytest

import civicpledge as cp

# What it is, the page, and each answer: the place of its ask, who, which party, the words.
PAGES = [
    (
        "parties answer, and one of them is a colour the answers speak of",
        """Representatives of the parties with candidates standing answered our questions.

  • What matters most to you, and how will you tackle it?

UKIP: The loss of the old powder mills. We must stop it.

Lab: Cuts. If elected, our councillors will share them out fairly.

Green: We would keep every green field.

Lib Dem: Homes for the young.

  • Would you build on the fields?

UKIP: No.

Lab: Only where nothing else is left.

Green: No, not one house.

Lib Dem: Never.
""",
        [
            (0, None, "UKIP", "The loss of the old powder mills. We must stop it."),
            (0, None, "Lab", "Cuts. If elected, our councillors will share them out fairly."),
            (0, None, "Green", "We would keep every green field."),
            (0, None, "Lib Dem", "Homes for the young."),
            (1, None, "UKIP", "No."),
            (1, None, "Lab", "Only where nothing else is left."),
            (1, None, "Green", "No, not one house."),
            (1, None, "Lib Dem", "Never."),
        ],
    ),
    (
        "surnames that are a party's name stay names where the page says whose they are",
        """Do you support the tram?

Ann Green (Labour): Yes.

Bo Ng (Conservative): No.

Will you light the canal path?

Green: I will.

Ng: Not yet.
""",
        [
            (0, "Ann Green", "Labour", "Yes."),
            (0, "Bo Ng", "Conservative", "No."),
            (1, "Green", None, "I will."),
            (1, "Ng", None, "Not yet."),
        ],
    ),
    (
        "full names in capitals, each once, none with a party",
        """Here is what the would-be mayors told us.

Should the city run its own buses?

JILL BARROW: People want it, but I don't think the money is there.

SID DAVENPORT: When I'm mayor we start in spring.

BEN DITTON:Of course. Most of us think so.

DORA HARPER— Some days you simply begin.
""",
        [
            (0, "JILL BARROW", None, "People want it, but I don't think the money is there."),
            (0, "SID DAVENPORT", None, "When I'm mayor we start in spring."),
            (0, "BEN DITTON", None, "Of course. Most of us think so."),
            (0, "DORA HARPER", None, "Some days you simply begin."),
        ],
    ),
    (
        "surnames that come once a question",
        """Three people stand for the school board.

What makes you the best candidate?

Munro: I am not standing against anybody. I want a good school.

Bowman: I was a teacher for thirty years.

Fairlie: Ask my pupils.

What’s the first thing you would change?

Bowman: The heating.

Munro: The bell.
""",
        [
            (0, "Munro", None, "I am not standing against anybody. I want a good school."),
            (0, "Bowman", None, "I was a teacher for thirty years."),
            (0, "Fairlie", None, "Ask my pupils."),
            (1, "Bowman", None, "The heating."),
            (1, "Munro", None, "The bell."),
        ],
    ),
    (
        "names in capitals run into the words",
        """Our reporter put two questions to the three candidates.

Why should we vote for you?

AMIR ANSARI I have worked in the courts for ten years. I know them.

TOM ASHDOWN We need to spend the money on patrols.

RITA DOBSON A good question! The old board was never elected.

How would you tackle crime in the villages?

AMIR ANSARI By working with farmers.

TOM ASHDOWN I would set up a team in every town.

RITA DOBSON More patrols in the lanes.
""",
        [
            (0, "AMIR ANSARI", None, "I have worked in the courts for ten years. I know them."),
            (0, "TOM ASHDOWN", None, "We need to spend the money on patrols."),
            (0, "RITA DOBSON", None, "A good question! The old board was never elected."),
            (1, "AMIR ANSARI", None, "By working with farmers."),
            (1, "TOM ASHDOWN", None, "I would set up a team in every town."),
            (1, "RITA DOBSON", None, "More patrols in the lanes."),
        ],
    ),
    (
        "the party below the name, one name lost, and the page's own words at the end",
        """Question 4 - we asked:

Do you support a bridge for cyclists at the mill?

3 of the 4 candidates wrote back.

Heidi Suzanne ALDER
(Conservative Party)

Yes - as your councillor I would see to it.

(Labour Party)

It is a very good idea.

Sebastian KEMP
(Liberal Democrat)

Completely agree. I'd ask the officers to begin.

Wheelwatch is a non-partisan body. Every candidate had the same space.
""",
        [
            (
                0,
                "Heidi Suzanne ALDER",
                "Conservative Party",
                "Yes - as your councillor I would see to it.",
            ),
            (0, None, "Labour Party", "It is a very good idea."),
            (
                0,
                "Sebastian KEMP",
                "Liberal Democrat",
                "Completely agree. I'd ask the officers to begin.",
            ),
        ],
    ),
    (
        "an answer without a full stop, and a candidate who sent none",
        """# Question 1

What do you use your bicycle for?

Gareth BAINES
(Green Party)

Everything.

We shop with a trailer.

Peter BURKE
(UK Independence Party)

Being put at risk by people who ride on the footpath

Timur COSGUN
(Conservative Party)
The candidate has not replied to our letter.
Owen DENT
(Liberal Democrat)

Commuting.

# Question 2

Do you want slower traffic?

Gareth BAINES
(Green Party)

Yes.

Peter BURKE
(UK Independence Party)

Not where nobody enforces them.

Timur COSGUN
(Conservative Party)
The candidate has not replied to our letter.
Owen DENT
(Liberal Democrat)

Strongly in favour.
""",
        [
            (0, "Gareth BAINES", "Green Party", "Everything.\n\nWe shop with a trailer."),
            (
                0,
                "Peter BURKE",
                "UK Independence Party",
                "Being put at risk by people who ride on the footpath",
            ),
            (0, "Owen DENT", "Liberal Democrat", "Commuting."),
            (1, "Gareth BAINES", "Green Party", "Yes."),
            (1, "Peter BURKE", "UK Independence Party", "Not where nobody enforces them."),
            (1, "Owen DENT", "Liberal Democrat", "Strongly in favour."),
        ],
    ),
    (
        "the question stands in a sentence, in quotation marks",
        """What the candidates of Hillbury think of the climate

The following question was put to each of the three candidates: ‘If elected, will you \
propose that the council declares an emergency?’
Here’s how they answered (in order of surname):
Derek Bourne (LibDem): Yes, I like that idea.
Alex Chard (Conservative): While I cannot promise it, I agree it is grave.
Tim Cooke (Labour): I will do what I can.
""",
        [
            (0, "Derek Bourne", "LibDem", "Yes, I like that idea."),
            (0, "Alex Chard", "Conservative", "While I cannot promise it, I agree it is grave."),
            (0, "Tim Cooke", "Labour", "I will do what I can."),
        ],
    ),
]


def parsed(text: str) -> cp.Reading:
    return cp.parse(cp.Document.from_text(text, source=cp.Source(id="page", title="A page")))


@pytest.mark.parametrize(("page", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_each_answer_has_its_ask_its_speaker_its_party_and_its_words(page, expected):
    reading = parsed(page)
    found = [
        (reading.asks.index(a.ask) if a.ask else None, a.speaker, a.party, a.quote.text)
        for a in reading.answers
    ]
    assert found == expected


def test_the_question_in_quotation_marks_is_the_ask():
    (ask,) = parsed(PAGES[-1][1]).asks
    assert ask.title == "If elected, will you propose that the council declares an emergency?"


def test_a_question_below_the_words_that_announce_it_is_the_ask():
    (ask,) = parsed(PAGES[-3][1]).asks
    assert (ask.number, ask.title) == ("4", "Do you support a bridge for cyclists at the mill?")


def test_a_question_may_tell_who_sent_it_in():
    page = """Jill Barrow's answers

Q: Will the lights at the bridge be mended, and our buses get moving? Posted by Kit Mann

A: I do plan to mend them.

Q: Will you scrap the long buses? Posted by Una Quill

A: Yes. I will.
"""
    reading = parsed(page)
    assert [(a.ask.title[:24], a.quote.text) for a in reading.answers] == [
        ("Will the lights at the b", "I do plan to mend them."),
        ("Will you scrap the long ", "Yes. I will."),
    ]


def test_a_party_that_did_not_answer_names_no_candidate():
    page = PAGES[0][1].replace("Lib Dem: Never.", "Lib Dem: Did not respond.")
    reading = parsed(page)
    assert [a.party for a in reading.answers][-1] == "Green"
    assert reading.absences == ()
    assert "name no candidate" in {w.why for w in reading.warnings}


def test_a_candidate_who_sent_no_answer_is_an_absence_for_that_ask():
    reading = parsed(PAGES[-2][1])
    assert [(a.name, reading.asks.index(a.ask)) for a in reading.absences] == [
        ("Timur COSGUN", 0),
        ("Timur COSGUN", 1),
    ]


def test_topics_that_a_candidate_lists_are_no_people():
    page = """Do you support our plan?

Ann Body (Labour):

Green Spaces: we will keep every park green and all spaces open.

Warm Homes: yes, insulate the homes.

Clean Air: fewer cars mean clean streets and clean air.

Bo Ng (Conservative):

No.
"""
    assert {a.speaker for a in parsed(page).answers} == {"Ann Body", "Bo Ng"}


SURNAMES = """Hustings at the library

Ann Body (Green), Bo Ng (Labour) and {third} took questions on Tuesday at low tide.

Will you open the baths on Sundays?

Body: Yes, I will.

Ng: No.

Low: Yes. It is overdue.

Will you plant 400 trees?

Body: Yes.

Ng: I would like to.

Low: No.
"""


def test_a_surname_is_a_label_where_the_prose_has_one_full_name_for_it():
    found = [(a.speaker, a.quote.text) for a in parsed(SURNAMES.format(third="Tariq Low")).answers]
    assert found[1:3] == [("Ng", "No."), ("Low", "Yes. It is overdue.")]
    assert found[4:] == [("Ng", "I would like to."), ("Low", "No.")]


@pytest.mark.parametrize("third", ["others", "the Low brothers", "Tariq Low and Una Low"])
def test_a_word_before_a_colon_that_may_be_a_surname_leaves_the_words_behind_it_to_nobody(third):
    found = parsed(SURNAMES.format(third=third))
    assert [(a.speaker, a.quote.text) for a in found.answers][1:3] == [
        ("Ng", "No."),
        (None, "Yes. It is overdue."),
    ]
    assert {w.what for w in found.warnings} >= {"a line that may be a speaker's label"}
