"""Asks that a report tells in its own prose: which words are asked, and whose answers they get."""

import pytest

from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.told_asks import asks_told

KNOWN = Known.of(["Ann Body", "Bo Ng"])

HUSTINGS = """Four face residents at packed hustings

By Tess Arrow
Local democracy reporter

Labour's Ann Body, Conservative candidate Bo Ng, Di Low (Green) and Al Poe (Lib Dem) came to St Mark's.

Candidates were first asked whether they would keep the Saturday bus running after April.

Ms Body said she would. "It will be in my first budget," she said.

Mr Ng said he would look at the figures first. Mr Poe said he would not.

Asked if they would pay every cleaner a living wage, Ms Body said: "Yes." Mr Ng said the market decides.

A school choir sang to the hall.

The last question was about the old baths. Ms Low said she would reopen them by 2027.

On parking charges, Mr Ng said he would scrap them.

After the hustings, Mr Poe said he had enjoyed it.
"""


def test_answers_told_in_prose_stand_under_the_asks_told_in_prose(read):
    reading = read(HUSTINGS)
    bus, wage, baths = (
        "whether they would keep the Saturday bus running after April",
        "if they would pay every cleaner a living wage",
        "about the old baths",
    )
    assert [ask.title for ask in reading.asks] == [bus, wage, baths]
    assert [(a.speaker, a.ask and a.ask.title, a.quote.text) for a in reading.answers] == [
        ("Ms Body", bus, 'said she would. "It will be in my first budget,"'),
        ("Mr Ng", bus, "said he would look at the figures first."),
        ("Mr Poe", bus, "said he would not."),
        ("Ms Body", wage, "Yes."),
        ("Mr Ng", wage, "said the market decides."),
        ("Ms Low", baths, "said she would reopen them by 2027."),
        ("Mr Ng", None, "said he would scrap them."),
        ("Mr Poe", None, "said he had enjoyed it."),
    ]


def test_an_ask_reaches_no_further_than_two_paragraphs_in_which_nobody_speaks(read):
    page = HUSTINGS.replace("A school choir sang", "Tea came round.\n\nA school choir sang")
    page = page.replace("The last question was about the old baths. ", "")
    last = next(a for a in read(page).answers if a.speaker == "Ms Low")
    assert last.ask is None


@pytest.mark.parametrize(
    ("paragraph", "asked"),
    [
        (
            "The chair asked each candidate whether they would mend it.",
            "whether they would mend it",
        ),
        ("They were also asked how they would pay for it all.", "how they would pay for it all"),
        ("The vicar asked the candidates to commit to a park.", "to commit to a park"),
        (
            "A nurse asked if the next mayor would visit the ward.",
            "if the next mayor would visit the ward",
        ),
        (
            "The final question was what they admire in each other.",
            "what they admire in each other",
        ),
        (
            "Asked whether they would mend it, both candidates said yes.",
            "whether they would mend it",
        ),
        ("Asked by Jo Roe if she would mend it, Ms Body said no.", "if she would mend it"),
    ],
)
def test_what_all_are_asked_is_an_ask(paragraph, asked):
    assert [paragraph[ask.words : ask.end] for ask in asks_told(paragraph, KNOWN)] == [asked]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ms Body asked them all whether they would mend it.",
        "Ann Body asked whether they would resign.",
        "The chair asked the hall to be quiet and to sit down.",
        "The chair asked Jo Roe whether she wanted some water.",
        "Candidates were asked to respond in one minute each.",
        '"He asked all of them if they would go," said Bo Ng.',
        "Asked why she had changed her mind, Ms Body said no.",
        "Asked whether she would mend it, she said no.",
    ],
)
def test_what_is_asked_of_others_or_by_candidates_is_none(paragraph):
    assert list(asks_told(paragraph, KNOWN)) == []


LED_UP = """Hustings at the mill

Labour's Ann Body and Bo Ng (Green) came to the hustings on Tuesday.

All were asked whether they would keep the lido open all year.

Ann Body gave a long answer, which we print in full:

"I have swum there since I was six.

"I will keep it open, and I will mend the roof."

Bo Ng told the hall:

"No. It leaks."

They were then asked if they would light the quay.

Ms Body answered: "By May."

Mr Ng, who had to leave early, sent a text from the car: "Fine by me."
"""


def test_a_quotation_below_a_sentence_that_leads_up_to_it_is_that_persons_with_all_its_paragraphs(
    read,
):
    lido, quay = "whether they would keep the lido open all year", "if they would light the quay"
    reading = read(LED_UP)
    assert [(a.speaker, a.ask and a.ask.title, a.quote.text) for a in reading.answers] == [
        (
            "Ann Body",
            lido,
            'I have swum there since I was six.\n\n"I will keep it open, and I will mend the roof.',
        ),
        ("Bo Ng", lido, "No. It leaks."),
        ("Ms Body", quay, "By May."),
        ("Mr Ng", quay, "Fine by me."),
    ]


def test_who_is_not_known_leads_up_to_nothing(read):
    page = LED_UP.replace("Bo Ng told the hall:", "Una Quine told the hall:")
    assert "No. It leaks." not in {a.quote.text for a in read(page).answers if a.speaker}


def test_a_quotation_alone_below_a_report_is_offered_with_the_name_above_for_its_place(read):
    page = HUSTINGS.replace(' "It will be in my first budget," she said.', "")
    page = page.replace("she would.\n", 'she would.\n\n"It will be in my first budget."\n')
    (offered,) = (a for a in read(page).answers if a.inferred)
    assert (offered.speaker, offered.inferred) == (None, "Ms Body")
    assert offered.quote.text == "It will be in my first budget."
    assert page[offered.label.start : offered.label.end].strip() == "Ms Body"
