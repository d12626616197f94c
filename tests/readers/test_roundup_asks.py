"""Round-ups that tell what was asked at each occasion, and what was said to it."""

import civicpledge as cp

PAGE = """Two nights, two towns

We met in Weir and in Mill.

** Weir, St Jude's Hall, 4 May **

318 in the room.

The candidates were Ann Body (Labour) and Bo Ng (Green).

ASK: Keep the lido open all year.

Ann Body → Yes. I have it in writing.

Bo Ng → Not yet.

We asked: Will you light the quay?

Ms Body said yes, over four years, "and the steps too". Bo Ng: "No."

** Mill, the Cornhall, 9 May **

222 people, some of them on the stairs.

On the stage: Una Quill (Labour). Absent: Cy Low (Reform), no reason given; Kit Mann (Green), ill.

Asked: Will you mend the path?

Answered: Quill said she would. All of them said yes.

Una Quill said the lamps were dear.

** Thanks **

Una Quill said she liked the cake.
"""


def reading() -> cp.Reading:
    return cp.parse(cp.Document.from_text(PAGE, source=cp.Source(id="page", title="Page")))


def test_it_is_taken_for_a_round_up_of_two_occasions() -> None:
    found = reading()
    assert found.kind == "roundup"
    assert [(o.title, o.place, o.date, o.headcounts) for o in found.occasions] == [
        ("Weir", "St Jude's Hall", "4 May", ("318",)),
        ("Mill", "the Cornhall", "9 May", ("222",)),
    ]


def test_what_is_said_below_an_ask_answers_it_up_to_the_next_heading() -> None:
    assert [
        (a.ask.title if a.ask else None, a.speaker, a.quote.text) for a in reading().answers
    ] == [
        ("Keep the lido open all year.", "Ann Body", "Yes. I have it in writing."),
        ("Keep the lido open all year.", "Bo Ng", "Not yet."),
        ("Will you light the quay?", "Ms Body", 'said yes, over four years, "and the steps too".'),
        ("Will you light the quay?", "Bo Ng", "No."),
        ("Will you mend the path?", "Quill", "said she would."),
        ("Will you mend the path?", "Una Quill", "said the lamps were dear."),
        (None, "Una Quill", "said she liked the cake."),
    ]


def test_who_is_listed_as_absent_did_not_come() -> None:
    found = reading()
    (mill,) = [o for o in found.occasions if o.title == "Mill"]
    assert [(p.name, p.status) for p in mill.participants] == [
        ("Una Quill", "attended"),
        ("Cy Low", "withdrew"),
        ("Kit Mann", "withdrew"),
    ]
    assert {a.name for a in found.absences} == {"Cy Low", "Kit Mann"}


def test_every_character_is_held_or_listed() -> None:
    found = reading()
    assert "".join(found.text_of(s) for s in found.segments) == PAGE
    assert len({ask.key for ask in found.asks}) == 3


def test_what_is_claimed_of_a_group_is_about_the_ask_above() -> None:
    (claim,) = reading().claims
    assert [ask.title for ask in claim.asks] == ["Will you mend the path?"]


def test_a_number_of_people_in_passing_opens_no_occasion() -> None:
    page = "## Spring budget, 3 May\n\nThe council looks after some 12,000 people.\n\n" + PAGE
    found = cp.parse(
        cp.Document.from_text(page, source=cp.Source(id="page", title="Page")), "roundup"
    )
    assert [o.title for o in found.occasions] == ["Weir", "Mill"]


def test_asks_that_the_prose_tells_are_answered_in_their_paragraph(read):
    page = (
        "Spring round-up\n\nWho came\n\nAnn Body – Labour candidate for Mayor\n"
        "Bo Ng – Green candidate for Mayor\n\n"
        "Low Mill Citizens\nTuesday 3 May, Low Hall – 120 people\n\nMembers spoke of the dark quay.\n\n"
        "We asked the candidates for Mayor to light the quay all night. Ann Body said she would not. "
        'Bo Ng said: "I will, subject to the count of bats."\n\n'
        "They were also asked to meet us every quarter. Mr Ng said he would be delighted to.\n\n"
        "Tea was taken in the yard.\n\nBo Ng said he had enjoyed it.\n\n"
        "High Mill Citizens\nFriday 6 May, High Hall – 90 people\n\nA choir sang.\n"
    )
    reading = read(page, "roundup")
    light, meet = "to light the quay all night", "to meet us every quarter"
    assert [(a.speaker, a.ask and a.ask.title, a.quote.text) for a in reading.answers] == [
        ("Ann Body", light, "said she would not."),
        ("Bo Ng", light, "I will, subject to the count of bats."),
        ("Mr Ng", meet, "said he would be delighted to."),
        ("Bo Ng", None, "said he had enjoyed it."),
    ]
    assert [ask.title for ask in reading.occasions[0].asks] == [light, meet]
