"""Marks by which pages tell who asks, what is asked and who answers, as campaigns and papers print them."""

import pytest

import civicpledge as cp


def parsed(text: str, kind: str = "article") -> cp.Reading:
    source = cp.Source(id="page", title="Page")
    return cp.parse(cp.Document.from_text(text, source=source), kind)


def told(reading: cp.Reading) -> list[tuple[str | None, str | None, str]]:
    """Give the first word of the ask, who answers, and the words."""
    return [
        (a.ask.title.split()[-1] if a.ask else None, a.speaker, a.quote.text)
        for a in reading.answers
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We asked: Will you keep the lido?", "We asked: Will you light the quay?"),
        ("ASK: Keep the lido?", "ASK: Light the quay?"),
        ("Ask one: Will you keep the lido?", "Ask two: Will you light the quay?"),
        ("The ask, from Year 9: Will you keep the lido?", "Our last ask: Will you light the quay?"),
        ('**We then asked:** "Will you keep the lido?"', "Asked: Will you light the quay?"),
    ],
)
def test_words_behind_a_mark_that_says_so_are_an_ask(first: str, second: str) -> None:
    answers = "Ann Body (Green): I will.\n\nBo Ng (Labour): No."
    page = f"{first}\n\n{answers}\n\n{second}\n\nAnn Body (Green): Yes.\n"
    assert told(parsed(page)) == [
        ("lido?", "Ann Body", "I will."),
        ("lido?", "Bo Ng", "No."),
        ("quay?", "Ann Body", "Yes."),
    ]


def test_a_mark_before_no_request_marks_no_ask() -> None:
    page = "Will you keep the lido?\n\nAnn Body (Green): I will.\n\nAsked: nobody knew by whom.\n"
    assert [ask.title for ask in parsed(page).asks] == ["Will you keep the lido?"]


KEY = """We sat two of them down.

AB – Ann Body (Friends of the Quay)
BN – Bo Ng (sitting mayor, independent)

Will you keep the lido?

AB: I will.

BN: No.

Boats stop at ten. What will you do?

AB: No crew.

BN: No boats.

QUICK FIRE

Lamps, yes or no?

AB: Yes. BN: No.
"""


def test_initials_are_those_of_the_key_whatever_it_says_of_them() -> None:
    assert {a.speaker for a in parsed(KEY).answers} == {"Ann Body", "Bo Ng"}


def test_several_turns_on_one_line_are_each_their_speakers() -> None:
    reading = parsed(KEY)
    assert [(a.speaker, a.quote.text) for a in reading.answers][-2:] == [
        ("Ann Body", "Yes."),
        ("Bo Ng", "No."),
    ]
    assert "".join(reading.text_of(s) for s in reading.segments) == KEY


def test_a_question_may_stand_behind_a_sentence_where_the_first_to_speak_speaks_again() -> None:
    titles = [ask.title for ask in parsed(KEY).asks]
    assert titles == [
        "Will you keep the lido?",
        "Boats stop at ten. What will you do?",
        "Lamps, yes or no?",
    ]


def test_a_label_on_one_line_only_cuts_no_line() -> None:
    page = "Will you keep the lido?\n\nAnn Body: Yes. Cost: none.\n\nBo Ng: No.\n\nAnn Body: So be it.\n"
    assert "Cost: none." in {a.quote.text[-11:] for a in parsed(page).answers}


JOINT = """1. Will you keep the lido?

Ann Body (Green): I will.

Bo Ng (Labour): No.

2. Will you light the quay?

3. Will you mend the path?

Ann Body (Green): I take both together. Yes.

Bo Ng (Labour):
On ask 2: No.
On ask 3: I will.

4. Will you meet us?

Ann Body (Green): Yes.

Bo Ng (Labour): Yes.

A late reply

Cy Low, Fishers' Union (ask 2):
Only by the pier.
"""


def test_asks_that_are_answered_together_share_what_is_said_of_both() -> None:
    reading = parsed(JOINT)
    found = [
        ([ask.number for ask in (a.ask, *a.also) if ask], a.speaker, a.quote.text)
        for a in reading.answers
    ]
    assert found[2:5] == [
        (["2", "3"], "Ann Body", "I take both together. Yes."),
        (["2"], "Bo Ng", "No."),
        (["3"], "Bo Ng", "I will."),
    ]
    assert found[5:7] == [(["4"], "Ann Body", "Yes."), (["4"], "Bo Ng", "Yes.")]


def test_asks_answered_together_may_each_have_no_answer() -> None:
    page = JOINT.replace("On ask 3: I will.", "On ask 3: No reply received.")
    reading = parsed(page)
    assert [(a.name, a.ask.number if a.ask else None) for a in reading.absences] == [("Bo Ng", "3")]
    both = parsed(page.replace("I take both together. Yes.", "Did not respond."))
    assert [(a.name, a.ask.number if a.ask else None) for a in both.absences] == [
        ("Ann Body", "2"),
        ("Ann Body", "3"),
        ("Bo Ng", "3"),
    ]


def test_what_ends_an_answer_with_a_question_is_no_ask() -> None:
    page = (
        "Will you keep the lido?\n\nAnn Body (Green): I will.\n\nBo Ng (Labour): No.\n\n"
        "It leaks. Why pay?\n\n"
        "Ann Body (Green): I swim there.\n\nIt is ours. Would you sell your mother?\n\n"
        "Bo Ng (Labour): Yes.\n"
    )
    assert [ask.title for ask in parsed(page).asks] == ["Will you keep the lido?"]


def test_a_mark_inside_an_answer_marks_no_ask_beside_numbered_ones() -> None:
    page = (
        "1) Keep the lido\n\nAnn Body (Green):\n\nI wrote to them.\n\nWe asked: Will the council pay?\n\n"
        "They said no.\n\n2) Light the quay\n\nAnn Body (Green):\n\nYes.\n"
    )
    assert [ask.number for ask in parsed(page).asks] == ["1", "2"]


def test_a_label_may_say_which_ask_its_words_answer() -> None:
    last = parsed(JOINT).answers[-1]
    assert (last.ask.number if last.ask else None, last.speaker) == ("2", "Cy Low")
    assert last.quote.text == "Only by the pier."


def test_an_ask_that_is_not_there_takes_no_answer() -> None:
    last = parsed(JOINT.replace("(ask 2)", "(ask 9)")).answers[-1]
    assert (last.ask, last.speaker) == (None, "Cy Low")


def test_two_who_answer_together_both_have_the_party_behind_the_dash() -> None:
    page = (
        "Will you keep the lido?\n\n**Cy Low – Labour**\n\nNo.\n\n"
        "**Ann Body and Bo Ng – Green Party (joint response)**\n\nWe will.\n"
    )
    assert [(a.speaker, a.party, a.quote.text) for a in parsed(page).answers] == [
        ("Cy Low", "Labour", "No."),
        ("Ann Body", "Green Party", "We will."),
        ("Bo Ng", "Green Party", "We will."),
    ]


def test_an_arrow_stands_for_a_colon() -> None:
    page = "Will you keep the lido?\n\nAnn Body (Green) → I will.\n\nBo Ng (Labour) → No.\n"
    assert told(parsed(page)) == [("lido?", "Ann Body", "I will."), ("lido?", "Bo Ng", "No.")]


RADIO = """Speaking:
Una Vale – presenter
Ann Body – Green
Bo Ng – Labour

VALE: Welcome. Jo in Weir asks, "Will you keep the lido?" Ann Body.

BODY: I will.

NG: No.

VALE: Would you sell it?

NG: I might.

VALE: Kim wants to know, "Will you light the quay?" One word, please.

BODY: Yes.

NG: Yes.
"""


def test_who_presents_asks_and_answers_nothing() -> None:
    reading = parsed(RADIO)
    assert [(ask.title) for ask in reading.asks] == [
        "Will you keep the lido?",
        "Will you light the quay?",
    ]
    assert [(t, w) for t, _, w in told(reading)] == [
        ("lido?", "I will."),
        ("lido?", "No."),
        ("lido?", "I might."),
        ("quay?", "Yes."),
        ("quay?", "Yes."),
    ]
    assert {a.speaker for a in reading.answers} == {"BODY", "NG"}


def test_what_an_editor_puts_in_brackets_behind_an_answer_is_no_part_of_it() -> None:
    page = (
        "Will you keep the lido?\n\nAnn Body (Green): I will.\n\n[Cy Low left this question blank.]\n\n"
        "Will you light the quay?\n\nAnn Body (Green): Yes.\n\n"
        "(Editor's note: the quay was lit in May.)\n\n"
        "Bo Ng (Labour): It is.\n\nquay.news@weir.example\n"
    )
    assert [w for _, _, w in told(parsed(page))] == ["I will.", "Yes.", "It is."]


@pytest.mark.parametrize(
    "lead",
    [
        'Jo Roe, who swims there, asked: "Will you keep the lido?"',
        'Kim of Weir wanted to know: "Will you keep the lido?"',
        'The first question was, "Will you keep the lido?"',
    ],
)
def test_a_question_that_prose_leads_up_to_is_the_ask(lead: str) -> None:
    page = (
        "Candidates at the hustings were Ann Body (Green) and Bo Ng (Labour).\n\n"
        f'{lead}\n\nMs Body said she would. "No," said Mr Ng, whose sister swims there.\n'
    )
    assert told(parsed(page)) == [
        ("lido?", "Ms Body", "said she would."),
        ("lido?", "Mr Ng", "No,"),
    ]


def test_what_a_candidate_asks_of_a_rival_is_no_ask() -> None:
    page = (
        "Candidates at the hustings were Ann Body (Green) and Bo Ng (Labour).\n\n"
        'Ms Body asked: "Will you keep the lido?"\n\nMr Ng said he would.\n'
    )
    assert parsed(page).asks == ()


PLEDGED = """Candidates were asked to give what is left of their funds to a charity.

Mayoral candidates:

Ann Body – Yes

Bo Ng – No response

City council candidates:

Una Quill – Yes

Thank them for taking the pledge.
"""


def test_a_list_of_who_pledged_is_read_and_what_heads_it_is_no_ask() -> None:
    reading = parsed(PLEDGED)
    assert told(reading) == [(None, "Ann Body", "Yes"), (None, "Una Quill", "Yes")]
    assert [a.name for a in reading.absences] == ["Bo Ng"]
    assert reading.asks == ()


def test_two_surnames_that_come_again_are_those_of_the_people_the_prose_names() -> None:
    page = (
        "The Labour candidate and sitting mayor Una Khan met the Conservative candidate Shaun Vale.\n\n"
        "Jo Roe of Weir asks “Will you meet us twice a year?”\n\n"
        "Vale: “Three times.”\n\nKhan: “I will.”\n\n"
        "Kim Lee of Mill asks “Will you pay the living wage?”\n\nKhan: “We do.”\n\nVale: “Yes.”\n"
    )
    assert [(s, w) for _, s, w in told(parsed(page))] == [
        ("Vale", "Three times."),
        ("Khan", "I will."),
        ("Khan", "We do."),
        ("Vale", "Yes."),
    ]


def test_who_is_summed_up_over_a_quotation_said_it() -> None:
    page = "Where they stand on the lido.\n\n" + "".join(
        f"{name} – {view}\n\n“{words}”\n\n"
        for name, view, words in (
            ("Ann Body", "Supports it.", "I swim."),
            ("Bo Ng", "Some doubts", "It leaks."),
            ("Una Quill", "Unclear", "Who knows?"),
        )
    )
    assert [(s, w) for _, s, w in told(parsed(page))] == [
        ("Ann Body", "I swim."),
        ("Bo Ng", "It leaks."),
        ("Una Quill", "Who knows?"),
    ]


CAPTIONS = """Candidates gathered at the hustings: Tobias Vale (Conservative) and Ann Body (Green).

Tobias Vale (Image: Newsgroup)

Previous MP, Mr Vale, said the council needs a plan of its own.

There is also a need for more homes, Ms Body said.

To help people with their bills, Ms Body said wind should be bought. It rained, the chair said.
"""


def test_the_credit_of_a_picture_makes_nobody_a_speaker() -> None:
    reading = parsed(CAPTIONS)
    assert [(s, w) for _, s, w in told(reading)] == [
        ("Mr Vale", "said the council needs a plan of its own."),
        ("Ms Body", "There is also a need for more homes"),
        ("Ms Body", "said wind should be bought."),
    ]
    assert {a.wording for a in reading.answers} == {"reported"}


def test_first_names_on_one_line_are_not_taken_for_one_turn() -> None:
    page = (
        "Will you keep the lido?\n\n"
        "**Ann Body and Jo-Bo Ng – Green Party (joint response)**\n\nWe will.\n\n"
        "Will you light the quay?\n\n"
        "**Ann Body and Jo-Bo Ng – Green Party (joint response)**\n\nAnn: yes. Jo-Bo: no.\n"
    )
    assert "yes. Jo-Bo: no." not in {a.quote.text for a in parsed(page).answers}


def test_initials_are_those_of_the_one_name_that_heads_a_section() -> None:
    asked = "TQ: Will you keep the lido?\n\n{0}: {1}\n\nTQ: Does the quay stay lit?\n\n{0}: {2}\n\n"
    page = (
        "THE QUILL\n\nANN BODY-REED\nYear: Third\n\n"
        + asked.format("ABR", "I will keep it.", "It does.")
        + "BO NG\nYear: Second\n\n"
        + asked.format("BN", "Not at that price.", "Until the tide comes.")
    )
    assert told(parsed(page)) == [
        ("lido?", "ANN BODY-REED", "I will keep it."),
        ("lit?", "ANN BODY-REED", "It does."),
        ("lido?", "BO NG", "Not at that price."),
        ("lit?", "BO NG", "Until the tide comes."),
    ]


TRANSCRIPT = """\
Presenter: Dee Klein
On the panel:
Ann Body, Green
Bo Ng, Labour

DEE KLEIN: Good evening. Jo?

JO ROE: I swim. Will you keep the lido?

BODY: I will keep it.

KLEIN: [laughs] Bo?

NG: Not at that price.

KLEIN: The next one. Cy?

CY LOW: How is it going. Do ye support lighting the quay, yes or no?

NG: No, and I will say why.

BODY: Yes, every lamp.

LOW: Fair enough.
"""


def test_whoever_puts_a_question_first_answers_none_and_a_name_is_no_question() -> None:
    assert told(parsed(TRANSCRIPT)) == [
        ("lido?", "BODY", "I will keep it."),
        ("lido?", "NG", "Not at that price."),
        ("no?", "NG", "No, and I will say why."),
        ("no?", "BODY", "Yes, every lamp."),
    ]


def test_the_topic_said_again_behind_the_number_is_no_part_of_the_answer() -> None:
    page = (
        "1. Lido: keep it open\n2. Quay: light it\n\nAnn Body – Green\n\n"
        "1. Lido: Yes.\n2. **Quay:** No.\n\n"
        "Bo Ng – Labour\n\n1. Lido: I would look at it.\n2. The quay: never.\n"
    )
    assert [a.quote.text for a in parsed(page).answers] == [
        "Yes.",
        "No.",
        "I would look at it.",
        "The quay: never.",
    ]


@pytest.mark.parametrize(
    "pages_own",
    [
        'Ann Body ran out of time. She e-mailed us: "Please put me down as a yes to the lido."',
        "No reply had come from Cy Low, Labour, when this was printed.",
    ],
)
def test_what_the_page_tells_of_another_ends_an_answer(pages_own: str) -> None:
    page = (
        "Will you light the quay?\n\nAnn Body (Green)\nYes, in my first year.\n\n"
        "Bo Ng (Labour)\nNo lamp at all.\n\n"
        f"Will you keep the lido?\n\nBo Ng (Labour)\nI will keep it.\n\n{pages_own}\n"
    )
    answers = {a.quote.text: a.speaker for a in parsed(page).answers}
    assert answers["I will keep it."] == "Bo Ng"
    assert not any(pages_own[:12] in text for text in answers)


def test_a_rival_in_somebodys_own_words_ends_no_answer() -> None:
    page = (
        "Will you keep the lido?\n\nAnn Body (Green)\nYes, in my first year.\n\n"
        "Bo Ng (Labour)\nI will keep it.\n\nAnn Body promised as much last time, and it shut.\n"
    )
    (_, second) = parsed(page).answers
    assert second.quote.text.endswith("and it shut.")


@pytest.mark.parametrize(
    "opening", ["Reply #{}, ", "Response {}: ", "Answer from ", "Reply no. {} – "]
)
def test_replies_are_counted_or_said_to_be_from_somebody(opening: str) -> None:
    page = (
        "Will you keep the lido?\n\n"
        f"{opening.format(1)}Ann Body, Green:\n\nI will keep it.\n\n"
        f"{opening.format(2)}Bo Ng, Labour:\n\nNot at that price.\n"
    )
    assert told(parsed(page)) == [
        ("lido?", "Ann Body", "I will keep it."),
        ("lido?", "Bo Ng", "Not at that price."),
    ]


def test_the_head_of_a_mail_is_nobodys_words() -> None:
    page = (
        "Filed under: lidos\n\nAnn Body (Green)\nI will keep it.\n\nBo Ng (Labour)\n"
        "From: The office\nSent: 4 May\nSubject: Fwd: lido\n\nNot at that price.\n"
    )
    reading = parsed(page)
    first = reading.answers[0]
    assert (first.speaker, first.quote.text) == ("Ann Body", "I will keep it.")
    assert not any("office" in a.quote.text or "Fwd" in a.quote.text for a in reading.answers)
    assert not reading.asks
    assert ("an e-mail", 7) in [(warning.what, warning.line) for warning in reading.warnings]


def test_a_reply_may_print_its_number_with_a_nought() -> None:
    page = (
        "1. Lido: keep it open\n2. Quay: light it\n\nAnn Body – Green\n\n01. Lido: Yes.\n02. No.\n\n"
        "Bo Ng – Labour\n\n1. I would look at it.\n2. Never.\n"
    )
    words = [a.quote.text for a in parsed(page).answers]
    assert words == ["Yes.", "No.", "I would look at it.", "Never."]
