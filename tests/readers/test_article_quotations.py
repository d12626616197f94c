"""Pages of quotations without names, whose prose names somebody in passing."""

PAGE = """Harbour Town sets the agenda

Fares

Will you hold the fare at £2 for the whole term?

The fare is due to be looked at again in May.

"For two years, yes."

"The whole term, and I have costed it."

Homes

We call on the next Mayor to adopt our compact. It would:

1. Bring 500 empty homes back into use.
2. Set up a panel of tenants.

"I have read both."

Mr Holt added "the panel ought to have a budget too."

"You can count on me for both."

"So can you on me."
"""


def test_one_name_in_passing_does_not_hide_the_asks_of_a_page_of_nameless_quotations(read):
    reading = read(PAGE, "article")
    assert [(ask.title, len(ask.parts)) for ask in reading.asks] == [
        ("Will you hold the fare at £2 for the whole term?", 0),
        ("We call on the next Mayor to adopt our compact. It would:", 2),
    ]
    fares, compact = reading.asks
    assert [(a.ask, a.quote.text) for a in reading.answers if a.speaker is None] == [
        (fares, "For two years, yes."),
        (fares, "The whole term, and I have costed it."),
        (compact, "I have read both."),
        (compact, "You can count on me for both."),
        (compact, "So can you on me."),
    ]


def test_a_quotation_behind_one_that_closed_is_not_given_to_who_was_named_in_passing(read):
    (named,) = [a for a in read(PAGE, "article").answers if a.speaker is not None]
    assert (named.speaker, named.quote.text) == (
        "Mr Holt",
        "the panel ought to have a budget too.",
    )


def test_such_a_page_is_told_for_an_article(read):
    reading = read(PAGE)
    assert reading.kind.value == "article"
    assert "1 of them stands beside a speaker's name" in reading.kind_evidence


def test_names_below_their_words_are_read_at_the_end_of_a_section_too(read):
    page = """Ann Body (Green) and Bo Ng (Labour) came to the hall.

PATHS

Will you mend the path?

"Yes, by May."
– Ann Body, Green

"I would rather not."
– Bo Ng, Labour

RENT

Will you set up a line for tenants?

Only the councils can do it, and we know it.

"I will ask them."
– Cllr Ann Body (Green)

"No."
– Bo Ng, Labour

After the count
"""
    answers = read(page, "article").answers
    assert [(a.ask and a.ask.title, a.speaker, a.quote.text) for a in answers] == [
        ("Will you mend the path?", "Ann Body", "Yes, by May."),
        ("Will you mend the path?", "Bo Ng", "I would rather not."),
        ("Will you set up a line for tenants?", "Cllr Ann Body", "I will ask them."),
        ("Will you set up a line for tenants?", "Bo Ng", "No."),
    ]
