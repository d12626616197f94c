"""Pages on which each speaker's answers stand together: by number, by topic, party below name."""

LISTED = """Our questions to the candidates

1. Will you mend the path?
2. Will you light it?

{replies}
"""


def answers(reading):
    return [(a.ask and a.ask.title, a.speaker, a.party, a.quote.text) for a in reading.answers]


def test_numbers_below_each_name_answer_the_questions_listed_once(read):
    replies = (
        "## Ann Body (Green)\n\n1. Yes.\n\nIn May.\n\n2. Not yet.\n\n"
        "## Bo Ng (Labour)\n\n(2) Lamps, yes.\n\n## Cy Low (Independent)\n\nNo reply received.\n"
    )
    reading = read(LISTED.format(replies=replies), "article")
    assert answers(reading) == [
        ("Will you mend the path?", "Ann Body", "Green", "Yes.\n\nIn May."),
        ("Will you light it?", "Ann Body", "Green", "Not yet."),
        ("Will you light it?", "Bo Ng", "Labour", "Lamps, yes."),
    ]
    assert [a.name for a in reading.absences] == ["Cy Low"]


def test_a_list_inside_an_answer_does_not_change_the_ask(read):
    replies = (
        "## Ann Body (Green)\n\n1. Three things:\n1. Stone\n2. Sand\n\n"
        "## Bo Ng (Labour)\n\n1. No.\n\n2. No.\n"
    )
    found = answers(read(LISTED.format(replies=replies), "article"))
    assert [row for row in found if row[1] == "Bo Ng"] == [
        ("Will you mend the path?", "Bo Ng", "Labour", "No."),
        ("Will you light it?", "Bo Ng", "Labour", "No."),
    ]
    assert found[0][3].startswith("Three things:\n1. Stone")


def test_topics_below_each_name_are_the_asks(read):
    page = (
        "What they would do\n\nAnn Body (Green)\n\n• River path: mend it.\n• Lamps: plant some.\n\n"
        "Bo Ng (Labour)\n\n• River path: sell it.\n• Lamps: none.\n"
    )
    assert answers(read(page, "article")) == [
        ("River path", "Ann Body", "Green", "mend it."),
        ("Lamps", "Ann Body", "Green", "plant some."),
        ("River path", "Bo Ng", "Labour", "sell it."),
        ("Lamps", "Bo Ng", "Labour", "none."),
    ]


def test_a_party_on_the_line_below_the_name_belongs_to_the_label(read):
    page = (
        "## Will you mend the path?\n\n### Ann Body\n\nGreen Party\n\nYes.\n\n"
        "### Bo Ng\n\nLabour\n\nNo.\n\n"
        "## Will you light it?\n\n### Ann Body\n\nGreen Party\n\nNo.\n\n### Bo Ng\n\nLabour\n\nYes.\n"
    )
    assert answers(read(page, "article")) == [
        ("Will you mend the path?", "Ann Body", "Green Party", "Yes."),
        ("Will you mend the path?", "Bo Ng", "Labour", "No."),
        ("Will you light it?", "Ann Body", "Green Party", "No."),
        ("Will you light it?", "Bo Ng", "Labour", "Yes."),
    ]


def test_a_name_and_a_party_glued_in_one_heading_are_parted(read):
    page = (
        "## Will you mend the path?\n\n### Ann Body Green\n\nYes.\n\n"
        "### Sir Bo Ng Labour\n\nNo, I will not.\n"
    )
    assert [(a.speaker, a.party) for a in read(page, "article").answers] == [
        ("Ann Body", "Green"),
        ("Sir Bo Ng", "Labour"),
    ]


def test_items_of_a_list_of_speakers_end_each_other(read):
    page = (
        "1) Mend the path\n\n• Ann Body (Green): Yes.\n• Bo Ng (Labour): No.\n• A lamp for every street\n\n"
        "2) Light it\n\n• Ann Body (Green): No.\n• Bo Ng (Labour): Yes.\n"
    )
    said = [(a.ask.number, a.speaker, a.quote.text) for a in read(page, "article").answers]
    assert ("1", "Bo Ng", "No.") in said


TOPICS = (
    "# What they said\n\nWe asked everybody three things:\n\n"
    "1. Keep the bus pass free\n2. Open the baths on Sundays\n3. Plant an orchard\n\n"
    "## Ann Body\n\n*Green*\n\n**Bus Pass:** Yes, I will.\n\n**Baths:** And on Mondays.\n\n"
    "**Orchard:** A big one.\n\n"
    "## Bo Ng\n\n*Labour*\n\n**Bus Pass:** No, never.\n\n**Baths:** If we can pay.\n\n"
    "It costs a lot.\n\n**Orchard:** Two of them.\n"
)


def test_bold_topics_below_names_are_the_listed_asks_and_nobodys_names(read):
    reading = read(TOPICS)
    found = [(a.ask.number, a.ask.title, a.speaker, a.party) for a in reading.answers]
    asks = (
        ("1", "Keep the bus pass free"),
        ("2", "Open the baths on Sundays"),
        ("3", "Plant an orchard"),
    )
    assert found == [
        (*ask, *who) for who in (("Ann Body", "Green"), ("Bo Ng", "Labour")) for ask in asks
    ]
    assert reading.answers[4].quote.text == "If we can pay.\n\nIt costs a lot."
    assert reading.kind.value == "article"


def test_topics_that_tell_no_listed_ask_apart_are_asks_of_their_own(read):
    reading = read(TOPICS.replace("Plant an orchard", "Feed the birds"))
    assert [a.ask.title for a in reading.answers[:3]] == ["Bus Pass", "Baths", "Orchard"]


def test_a_surname_before_a_first_name_stands_over_its_answers(read):
    sections = (
        "BODY, Ann - Green Party\n-----------------------\n"
        "1. Will you build?\nYes.\n2. Will you meet?\nOften.\n\n"
        "NG, Bo - Labour\n---------------\n1. Will you build?\nNo.\n2. Will you meet?\nOnce.\n"
    )
    assert answers(read("Meet the candidates\n\n" + sections)) == [
        ("Will you build?", "BODY, Ann", "Green Party", "Yes."),
        ("Will you meet?", "BODY, Ann", "Green Party", "Often."),
        ("Will you build?", "NG, Bo", "Labour", "No."),
        ("Will you meet?", "NG, Bo", "Labour", "Once."),
    ]
