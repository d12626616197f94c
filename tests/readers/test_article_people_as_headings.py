"""Names that head a section each: above their questions, behind a number, over the line of a role."""

import civicpledge as cp


def parsed(text: str) -> cp.Reading:
    return cp.parse(cp.Document.from_text(text, source=cp.Source(id="page", title="A page")))


def told(reading: cp.Reading) -> list[tuple[str | None, str | None, str]]:
    return [(a.speaker, a.ask.title if a.ask else None, a.quote.text) for a in reading.answers]


def test_interviews_with_different_questions_stay_with_whoever_was_interviewed():
    page = """Jim Frances

Mayoral Candidate

What do you mean by a "public voice"?

A joint effort. I made the Parks Board.

How would you work with the homeless?

They need jobs.

Orin Scott Lunt

Mayoral Candidate

Why are you running?

I have always wanted to.

Would you push for a stadium?

It is not a good idea now.

What of Measure 30?

People are afraid of it.
"""
    assert told(parsed(page)) == [
        (
            "Jim Frances",
            'What do you mean by a "public voice"?',
            "A joint effort. I made the Parks Board.",
        ),
        ("Jim Frances", "How would you work with the homeless?", "They need jobs."),
        ("Orin Scott Lunt", "Why are you running?", "I have always wanted to."),
        ("Orin Scott Lunt", "Would you push for a stadium?", "It is not a good idea now."),
        ("Orin Scott Lunt", "What of Measure 30?", "People are afraid of it."),
    ]


def test_names_behind_numbers_head_the_same_questions():
    page = """HILL PARTY CANDIDATES –
SOUTH REGION
1. Sioned Wynne
What should the assembly do first?
Much is left undone. The poorest wait longest.
I began a group of volunteers.
What would you do for this region?
My priority is the valley, which lacks a railway.
2. Luke Fletch
What should the assembly do first?
Mend the roads.
What would you do for this region?
Bring jobs to the coast.
"""
    reading = parsed(page)
    assert [a.title for a in reading.asks] == [
        "What should the assembly do first?",
        "What would you do for this region?",
    ]
    assert [(a.speaker, reading.asks.index(a.ask), a.quote.text) for a in reading.answers] == [
        (
            "Sioned Wynne",
            0,
            "Much is left undone. The poorest wait longest.\nI began a group of volunteers.",
        ),
        ("Sioned Wynne", 1, "My priority is the valley, which lacks a railway."),
        ("Luke Fletch", 0, "Mend the roads."),
        ("Luke Fletch", 1, "Bring jobs to the coast."),
    ]


def test_topics_above_questions_are_no_people():
    page = """Our questions to Ann Body

Green Spaces

Will you keep every park?

I will keep the green spaces we have.

Warm Homes

Will you insulate the homes that are cold?

Every home will be warm.
"""
    assert {a.speaker for a in parsed(page).answers} <= {None, "Ann Body"}


def test_a_party_before_the_name_is_a_label_over_quotations():
    page = """What they say of housing:
Fianna Fáil – Mícheál Marten
“Over the years we have laid the ground.
“We are the party that keeps the schemes going.”
Sinn Fein – Eoin Ó Brannagh
“Our plan makes homes affordable.”
Social Democrats – Gary Gannet
“We are committed to affordable homes.”
"""
    assert [(a.speaker, a.party) for a in parsed(page).answers] == [
        ("Mícheál Marten", "Fianna Fáil"),
        ("Eoin Ó Brannagh", "Sinn Fein"),
        ("Gary Gannet", "Social Democrats"),
    ]


def test_who_declines_to_tell_of_a_trifle_is_not_absent():
    page = """All areas covered at the hustings

On the panel were Andrew Rowe (Con), Sam Gold (Lab) and Ian Sands (LibDem).

Mr Rowe, a dog man, declined to reveal his shoe size to the church. Mr Gold said he was for the bridge.

Mr Sands said he would build it.
"""
    assert parsed(page).absences == ()


def test_a_name_over_words_that_there_is_no_answer_is_an_absence():
    page = """7. Do you support the pass?

Brian Deere, Green Party

Yes, for a time.

Garnet Gene

Did not respond.

8. What is your plan for nurseries?

Brian Deere, Green Party

Free tuition for their staff.
"""
    reading = parsed(page)
    assert [(a.name, a.ask.number if a.ask else None) for a in reading.absences] == [
        ("Garnet Gene", "7")
    ]
    assert [a.quote.text for a in reading.answers] == [
        "Yes, for a time.",
        "Free tuition for their staff.",
    ]


def test_what_is_called_from_the_floor_is_no_part_of_the_answer_above():
    page = """Will you light the path?

Ann Body (Green): Yes, I will.

Cal Dole (Labour): No.

FROM THE FLOOR: What about the cost?

Ann Body: It is small.

Audience member: You never listen!

Cal Dole: I do.

Question from Gil Hart: Will you mend the bridge?

Ann Body: Yes.

Dr Eve Finch, of the tenants' union: Nobody asked us.

Cal Dole: I would.
"""
    said = [(a.speaker, a.quote.text) for a in parsed(page).answers if a.speaker]
    assert said == [
        ("Ann Body", "Yes, I will."),
        ("Cal Dole", "No."),
        ("Ann Body", "It is small."),
        ("Cal Dole", "I do."),
        ("Ann Body", "Yes."),
        ("Cal Dole", "I would."),
    ]
