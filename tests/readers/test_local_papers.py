"""Pages as local papers and blogs print them: statements, seats, pictures, lines without gaps between."""

import civicpledge as cp
from civicpledge.readers.lines import sentences

STATEMENTS = """We hear from each of the candidates for commissioner.

Dan Keel, Labour (Marlshire's current PCC)

I'm proud to have grown up in Marlow.

I will keep every police station open.

Marlow Guardian:

I have put 120 officers on our streets.

Jon Dyer, Conservative

I will double the rural crime team.

Marlow Guardian:

Read the paper for more on this race.

Jo Cannon, Liberal Democrats

I will answer every letter.
"""


def test_a_note_of_who_holds_the_office_is_no_part_of_the_party(read):
    reading = read(STATEMENTS)
    assert [(a.speaker, a.party) for a in reading.answers] == [
        ("Dan Keel", "Labour"),
        ("Jon Dyer", "Conservative"),
        ("Jo Cannon", "Liberal Democrats"),
    ]
    assert reading.asks == ()


def test_words_go_on_below_a_picture_only_where_somebody_speaks_of_themselves(read):
    reading = read(STATEMENTS)
    keel, dyer, _ = reading.answers
    assert keel.quote.text.endswith("I have put 120 officers on our streets.")
    assert dyer.quote.text == "I will double the rural crime team."
    assert [(w.line, w.what, w.why) for w in reading.warnings] == [
        (9, "a page's furniture", "stands inside an answer")
    ]


QUESTIONNAIRE = """Marlow council questionnaire

  1. What will you do so that everyone who wants to can live here?

    Cora Haines (District 2): I would look after the people who are here first.

    Wes Fallon (District 2): More homes of every kind.

    Una Hill (At-Large): Legalise small flats.

  2. Would you vote to end minimum parking rules?

    Cora Haines (District 2): No.

    Wes Fallon (District 2): Yes, and soon.

    Una Hill (At-Large): Yes.
"""


def test_a_seat_in_brackets_is_no_party(read):
    reading = read(QUESTIONNAIRE)
    assert [(a.ask.number, a.speaker, a.party) for a in reading.answers] == [
        (number, name, None)
        for number in ("1", "2")
        for name in ("Cora Haines", "Wes Fallon", "Una Hill")
    ]


BELOW_A_LIST = """Asking the candidates

1. What makes you fit to be a senator?
2. Who has endorsed you?
3. Will you vote to end farm subsidies?

Tad Cross: (
info@tadcross.example)

1. I have argued before the court nine times.
2. The farmers' league.
3. Yes. All of them.

Ellen Pryce: (ellen@pryce.example)

1. I ran a firm for 20 years.

I also chaired the school board.
2. No one yet.
3. I would keep those for small farms.
"""


def test_how_to_reach_somebody_hides_no_name(read):
    reading = read(BELOW_A_LIST)
    assert [(a.speaker, a.ask.number, a.quote.text[:10]) for a in reading.answers] == [
        ("Tad Cross", "1", "I have arg"),
        ("Tad Cross", "2", "The farmer"),
        ("Tad Cross", "3", "Yes. All o"),
        ("Ellen Pryce", "1", "I ran a fi"),
        ("Ellen Pryce", "2", "No one yet"),
        ("Ellen Pryce", "3", "I would ke"),
    ]


NO_GAPS = """Parking lot discussed at Rambling Club forum
Each candidate had 90 seconds to answer a question.
Robert Pater, moderator and club chairman, asked the candidates what they saw for the future of the lot \
on West Street and whether it should be built on or go back to green space.
Candidate D.R. Bryce said he would support a marriage of both.
Candidate Larry Dacey disagreed, saying he would support more green space at the lot.
Candidate Lisa Everard said she would back business there.
"""


def test_where_lines_are_longer_than_any_page_is_wide_each_is_a_paragraph(read):
    reading = read(NO_GAPS)
    (ask,) = reading.asks
    assert ask.title.startswith("what they saw for the future of the lot")
    assert [(a.speaker, a.ask, a.quote.text) for a in reading.answers] == [
        ("D.R. Bryce", ask, "said he would support a marriage of both."),
        (
            "Larry Dacey",
            ask,
            "disagreed, saying he would support more green space at the lot.",
        ),
        ("Lisa Everard", ask, "said she would back business there."),
    ]


def test_initials_behind_a_capital_end_no_sentence():
    def cut(text):
        return [text[a:b] for a, b in sentences(text, 0, len(text))]

    assert cut("Candidate D.R. Bryce said no. So it is.") == [
        "Candidate D.R. Bryce said no.",
        "So it is.",
    ]
    assert cut("It was made in the U.S. Bryce said no.") == [
        "It was made in the U.S.",
        "Bryce said no.",
    ]
    assert cut("Doors open at 5 p.m. Bring tea.") == ["Doors open at 5 p.m.", "Bring tea."]


def answers(reading):
    return [(a.ask and a.ask.title, a.speaker, a.party, a.quote.text) for a in reading.answers]


ONE_AFTER_ANOTHER = """WHAT IS THE MOST PRESSING ISSUE FACING MARLOW, AND WHAT ARE YOU GOING TO DO ABOUT IT?
Felix Arran
I am working to keep children in school, because nothing else matters so much.
John Conley
The improvement of our schools.
WILL YOU VOTE TO FREEZE RENTS?
Felix Arran
Yes, for two years.
John Conley
No. It would stop people building.
"""


def test_names_alone_without_blank_lines_are_labels_where_they_come_again(read):
    issue = ONE_AFTER_ANOTHER.splitlines()[0]
    rents = "WILL YOU VOTE TO FREEZE RENTS?"
    assert [row[:2] for row in answers(read(ONE_AFTER_ANOTHER))] == [
        (issue, "Felix Arran"),
        (issue, "John Conley"),
        (rents, "Felix Arran"),
        (rents, "John Conley"),
    ]


def test_what_somebody_stands_as_may_stand_behind_the_colon(read):
    page = """Here we have given each of the candidates a say.

Nigel Ayres: Liberal Democrat candidate

"I have lived here for 30 years.

"I want checks on speed."

Jo Marsh: Green Party candidate

"I will plant a tree."
"""
    assert answers(read(page)) == [
        (
            None,
            "Nigel Ayres",
            "Liberal Democrat",
            'I have lived here for 30 years.\n\n"I want checks on speed.',
        ),
        (None, "Jo Marsh", "Green Party", "I will plant a tree."),
    ]


def test_a_paper_alone_between_question_and_answers_hides_no_question(read):
    page = """We asked them to answer in 50 words.

Name a pledge you will keep within 100 days?

Gazette:

Mark Gough (GREEN): "I will meet the minister."

Jo Newall (LABOUR): "I will turn the lights on."

Should the street lights be on all night?

Gazette:

Mark Gough (GREEN): "Yes."

Jo Newall (LABOUR): "No."
"""
    pledge, lights = (
        "Name a pledge you will keep within 100 days?",
        "Should the street lights be on all night?",
    )
    assert [row[:2] for row in answers(read(page))] == [
        (pledge, "Mark Gough"),
        (pledge, "Jo Newall"),
        (lights, "Mark Gough"),
        (lights, "Jo Newall"),
    ]


def profile(line: str) -> str:
    return (
        f"Five candidates are standing.\n\n{line}\n\n"
        "Do you live in the ward?\n\nYes, 21 years.\n\n"
        "Will you vote to keep the school?\n\nI will.\n"
    )


def test_a_line_that_says_whose_answers_stand_below_may_say_more_of_them(read):
    page = profile("Below are the responses from Adrian Harte, 63, a writer and editor.")
    assert {row[1:3] for row in answers(read(page))} == {("Adrian Harte", None)}
    page = profile(
        "Below, Liberal Democrat’s Prad Baines discusses funding. The other candidates are Don Jarrold "
        "(The Justice Party), incumbent Donna Johns (Conservative) and Becky Wills (Labour)."
    )
    assert {row[1:3] for row in answers(read(page))} == {("Prad Baines", "Liberal Democrat")}
    page = profile("Below are the responses from our readers, and a writer answers them.")
    assert not any(row[1] for row in answers(read(page)))


def test_letters_below_response_from_are_whose_name_stands_there(read):
    page = """Police and Crime Commissioner

I sent a letter to each candidate and had two replies.

Response from Nicky Willis:-
Dear Carol,
I will meet the groups four times a year.
Kind regards,
Nicky Willis

Response from Brian Blake:-
Dear Carol,
Drink is the root of most crime.
"""
    reading = read(page)
    assert reading.asks == ()  # neither the office's name nor a signature asks anything
    assert [(row[1], row[3][:11]) for row in answers(reading)] == [
        ("Nicky Willis", "Dear Carol,"),
        ("Brian Blake", "Dear Carol,"),
    ]


def test_candidates_asked_to_explain_how_are_asked_how(read):
    page = """Public questions candidates

Ken Maddox (Conservative) and Pete Levin (Lib Dem) were at the hall.

Candidates were also asked to explain how they would keep a focus on the villages.

Pete Levin, a former policeman, said: “The commissioner will be the ears of the public.”
"""
    ((title, who, _, words),) = answers(read(page))
    assert title == "how they would keep a focus on the villages"
    assert (who, words) == ("Pete Levin", "The commissioner will be the ears of the public.")


def test_names_alone_that_a_sentence_on_the_candidates_lists_are_labels(read):
    page = """Town Council Candidates Question 5

We have asked the five candidates for their views, among them John Rita and Christin Gray.

Question 5: If you are elected, what will be your priorities? Be specific.

Responses stand in the order in which they came.

John Rita

I will fix the drains.

Christin Gray

Traffic, taxes, trees.
"""
    assert [(row[1], row[3]) for row in answers(read(page))] == [
        ("John Rita", "I will fix the drains."),
        ("Christin Gray", "Traffic, taxes, trees."),
    ]
    alone = page.replace(", among them John Rita and Christin Gray", "")
    assert not any(row[1] for row in answers(read(alone, kind=cp.SourceKind.QUESTIONNAIRE)))


def test_what_all_were_asked_at_the_outset_and_what_one_said_regarding_another_thing(read):
    page = """Candidates face off at debate

Aaron Pessin (Labour) and Lorna Breen (Green) shared the stage.

The candidates were asked at the outset how they would lower crime in Marlow.

Pessin said he would fund the police.

Regarding buses, Breen said, "There are a lot of candidates who talk tough."
"""
    crime = "how they would lower crime in Marlow"
    assert answers(read(page)) == [
        (crime, "Pessin", None, "said he would fund the police."),
        (None, "Breen", None, "There are a lot of candidates who talk tough."),
    ]


ASSEMBLY = """2000 leaders meet with candidates at a great assembly of the whole of the north ahead of \
the General Election

Three days before the General Election, 2000 leaders met with Angela Reiner, Deputy Leader of the Labour \
Party, and Sara Gazdar, Conservative candidate for Richford Park.

People came together from 18 local alliances on 1st of July 2031 to celebrate.

Sara Gazdar, Conservative candidate for Richford Park

Amongst key pledges by candidates, Angela Reiner (Labour) committed to a living wage for carers, \
Lord Newbold (Liberal Democrats) agreed to back a shorter path, and Sara Gazdar (Conservative) promised \
to raise damp homes.
"""


def test_a_report_of_one_assembly_is_one_occasion_with_a_promise_for_each_who_made_one(read):
    reading = read(ASSEMBLY, kind=cp.SourceKind.ROUNDUP)
    (occasion,) = reading.occasions
    assert (occasion.date, occasion.place, occasion.headcounts) == (
        "1st of July 2031",
        None,
        ("2000",),
    )
    assert [p.name for p in occasion.participants] == ["Angela Reiner", "Sara Gazdar"]
    assert [(p.speaker, p.party) for p in reading.pledges] == [
        ("Angela Reiner", "Labour"),
        ("Lord Newbold", "Liberal Democrats"),
        ("Sara Gazdar", "Conservative"),
    ]
    assert [p.quote.text.rpartition(" ")[2] for p in reading.pledges] == [
        "carers",
        "path",
        "homes.",
    ]
    assert reading.warnings == ()


def test_parties_between_commas_tie_people_to_them_and_so_does_a_list_of_known_ones(read):
    page = """Candidates fielded questions

James Davis, Conservatives, Mair Rowland, Plaid Cymru, and Chris Ruan, Labour, fielded questions.

Ms Rowland insisted that it was not needed.

Speaking about the boats, Mr Ruan said: “We need a new approach.”

Here is what James Davis, Chris Ruan, Sid Kane and Mair Rowland have pledged.

Current mayor Sid Kane has said that he will push for a grant.
"""
    assert [(row[1], row[3]) for row in answers(read(page))] == [
        ("Ms Rowland", "insisted that it was not needed."),
        ("Mr Ruan", "We need a new approach."),
        ("mayor Sid Kane", "has said that he will push for a grant."),
    ]


LETTERS = """This letter was sent to the candidates:
Will you support the right to work?
How do you feel about detention?
I will ensure that your answers are shared with members.
As the replies return, I will post them here.
======
19/06/2031
from Matthew Dorran
Dear Alys,
Q: Will you support the right to work?
Yes, after six months.
Q: How do you feel about detention?
It must end.
======
21/06/2031
from Emily Durran
Dear Alys,
Q: Will you support the right to work?
We would open safe routes.
Q: How do you feel about detention?
I oppose it.
"""


def test_letters_below_a_day_are_whose_name_stands_there_and_no_word_of_the_page_is_theirs(read):
    right, detention = "Will you support the right to work?", "How do you feel about detention?"
    assert answers(read(LETTERS)) == [
        (right, "Matthew Dorran", None, "Yes, after six months."),
        (detention, "Matthew Dorran", None, "It must end."),
        (right, "Emily Durran", None, "We would open safe routes."),
        (detention, "Emily Durran", None, "I oppose it."),
    ]
    unmarked = "\n".join(line for line in LETTERS.splitlines() if not line.startswith("Q:"))
    assert not any(row[1] for row in answers(read(unmarked)))


def test_a_running_head_may_say_whose_response_stands_below_it(read):
    head = "2031 Fort Marlow City Elections – Candidate Responses to our Questionnaire"
    form = "1. Do you ride?\n{}\n2. Will you vote to fund the river\npath?\n{}\n"
    page = (
        f"{head} 1 Response from Ray Martin, Council candidate for District 2\n"
        + form.format("Daily.", "When it is safe.")
        + f"{head} 2 Response from Nancy Teller, Council candidate for District 2\n"
        + form.format("I seldom ride.", "Yes, I will.")
    )
    assert [(row[1], row[3]) for row in answers(read(page))] == [
        ("Ray Martin", "Daily."),
        ("Ray Martin", "When it is safe."),
        ("Nancy Teller", "I seldom ride."),
        ("Nancy Teller", "Yes, I will."),
    ]


def test_somebodys_response_below_what_the_party_says_is_read_apart_from_it(read):
    page = "".join(
        f"{party} - {name}\n\nManifesto Policy\n\n{policy}\n\n"
        f"{name.split()[0]}’s response to our questions\n\n{words}\n\n"
        for party, name, policy, words in (
            ("Conservatives", "Alex Chalke", "We will grant asylum.", "I will press the minister."),
            ("Liberal Democrats", "Max Wills", "Move the policy.", "I would end detention."),
            ("Labour", "George Penn", "End detention.", "No response received."),
        )
    )
    assert answers(read(page)) == [
        ("Manifesto Policy", "Alex Chalke", "Conservatives", "We will grant asylum."),
        (None, "Alex", None, "I will press the minister."),
        ("Manifesto Policy", "Max Wills", "Liberal Democrats", "Move the policy."),
        (None, "Max", None, "I would end detention."),
        ("Manifesto Policy", "George Penn", "Labour", "End detention."),
    ]


ASKED_IN_A_LIST = """Mayor candidates welcomed by the citizens

The candidates heard from people affected by these issues, and were asked:
If elected will you:
- Work with us on a policy, where professionals refer people at high risk?
- Meet with the Living Wage Foundation?
- Meet us within a month of being elected?

All five candidates unanimously answered yes to the asks.
"""


def test_the_items_of_a_list_that_all_were_asked_are_asks_and_a_claim_on_all_is_about_each(read):
    reading = read(ASKED_IN_A_LIST)
    assert [ask.title.split()[0:3] for ask in reading.asks] == [
        ["Work", "with", "us"],
        ["Meet", "with", "the"],
        ["Meet", "us", "within"],
    ]
    (claim,) = reading.claims
    assert (claim.scope, claim.number, claim.asks) == ("All five candidates", 5, reading.asks)


def test_what_a_page_tells_of_somebody_behind_their_label_is_no_quotation_of_them(read):
    page = """West Marlow Mayoral Hustings

Andy Stroud – Conservative – It was odd to see Andy without his hat. He told us to look at the results.

Elaine Wills – Reform UK – Elaine is an ordinary person like me.

Richard Porter – Labour – I want to bring the buses under public control, as Richard Low did.

The first question was about trains.
"""
    reading = read(page)
    assert reading.asks == ()  # the hustings is no ask
    assert [(a.speaker, a.wording.value) for a in reading.answers] == [
        ("Andy Stroud", "reported"),
        ("Elaine Wills", "reported"),
        ("Richard Porter", "verbatim"),
    ]
    assert reading.answers[-1].quote.text.endswith("Richard Low did.")


def test_a_question_marked_q_may_go_on_in_the_next_paragraph(read):
    page = """James Byrne answers our questions

Q: What lessons can we learn?

A: The check of an assembly.

Q: The area is an odd shape, leaving out the districts in

Worcestshire. How can buses take these into account?

A: They do not stop at borders.
"""
    second = (
        "The area is an odd shape, leaving out the districts in\n\n"
        "Worcestshire. How can buses take these into account?"
    )
    assert [(row[0], row[1], row[3]) for row in answers(read(page))] == [
        ("What lessons can we learn?", "James Byrne", "The check of an assembly."),
        (second, "James Byrne", "They do not stop at borders."),
    ]


def test_a_list_of_candidates_over_each_race_and_the_same_question_below_it(read):
    asked = "In terms of the green belt, what sets you apart from the other candidates?"
    page = "The questions and responses stand below:\n" + "".join(
        f"{race}:\nCandidates: {first} and {second}\n{asked}\n"
        f"{first}:\nI ride a bike.\n{second}:\nI do not.\n"
        for race, first, second in (
            ("Fitchford Mayor", "Steve Arnott", "Jason Gomez"),
            ("Madley District 10", "Maurice Cheek", "Steve King"),
        )
    )
    assert [row[:2] for row in answers(read(page))] == [
        (asked, name) for name in ("Steve Arnott", "Jason Gomez", "Maurice Cheek", "Steve King")
    ]


DISABILITY_HUSTINGS = """Candidates have pledged more accessible transport

Run by five charities, Zach Goldman (Conservative), Caroline Pidge (Liberal Democrat) and Green Party \
councillor Caroline Rush came.

The candidates on the panel were asked about apprenticeships for disabled people.

Mr Goldman, the Conservative candidate, said: "I helped set up a group."

Speaking on behalf of Green Party candidate Sian Barry, Cllr Rush said: "It should be accessible."

For the Liberal Democrats, Ms Pidge said: "I would set up a service."
"""


def test_who_speaks_for_another_or_for_a_party_is_told_in_front_of_the_name(read):
    asked = "about apprenticeships for disabled people"
    reading = read(DISABILITY_HUSTINGS)
    assert [
        (a.ask and a.ask.title, a.speaker, a.party, a.on_behalf_of) for a in reading.answers
    ] == [
        (asked, "Mr Goldman", "Conservative", None),
        (asked, "Cllr Rush", "Green Party", "Sian Barry"),
        (asked, "Ms Pidge", "Liberal Democrats", None),
    ]


def test_a_question_below_a_colon_begins_a_round_though_no_blank_line_does(read):
    page = """We contacted all of the candidates in Glastow and asked each of them the same.
Here are their responses to the question:
How will you ensure that the voices of residents are heard? What are your plans for that?
Jon Cousin (Green Party):
I will hold regular surgeries.
Sarah Dike (Liberal Democrats):
I will go on as I have.
"""
    (asked,) = {row[0] for row in answers(read(page))}
    assert asked.startswith("How will you ensure")


def test_who_talks_to_a_reporter_answers_what_stands_below(read):
    page = profile("Green Louis Stevens talks to Political Reporter Tom Edwin with his responses.")
    assert {row[1:3] for row in answers(read(page))} == {("Louis Stevens", "Green")}


def test_a_nameless_quotation_of_several_paragraphs_is_whole(read):
    page = """Adam Dulling

Why are you running for mayor?
“To run the city better!”
As mayor, how will you stand up for newcomers?
“Just listening to them is the best way.

“As mayor, I will push the council.”
How can the city bring back downtown, which has many empty offices?
“Make every road we can for people on foot.”
"""
    assert [(row[0].split()[0], row[1], row[3]) for row in answers(read(page))] == [
        ("Why", None, "To run the city better!"),
        (
            "As",
            None,
            "Just listening to them is the best way.\n\n“As mayor, I will push the council.",
        ),
        ("How", None, "Make every road we can for people on foot."),
    ]


def test_who_is_described_before_the_name_behind_a_quotation_has_said_it(read):
    page = """Marlow holds another forum before the election

“It is hard to explain these things,” said former board member and current mayoral candidate Angela Alto.

“I would like to see things get better,” said political newcomer and mayoral candidate Michelle Brava.
"""
    assert [row[1:] for row in answers(read(page))] == [
        ("Angela Alto", None, "It is hard to explain these things,"),
        ("Michelle Brava", None, "I would like to see things get better,"),
    ]
