"""Several e-mails pasted on one page: whose words each holds, whatever way they answer."""

import pytest

HEAD = """What they told us, pasted as it came.

From: Low Mill Tenants
To: candidates
Date: Tue 24 March
Subject: Two questions

Dear candidate,

1. Will you publish how long each repair takes?
2. Will you oppose the sale of the garages?

Yours
Dee Vane
Secretary

=====
"""

INLINE = """
From: Ann Body
Date: Wed 25 March
Subject: Re: Two questions

Hi Dee, see below.

> 1. Will you publish how long each repair takes?

Yes. Clause 14 lets us ask.

> 2. Will you oppose the sale of the garages?
I will, and with a banner.

Ann (Green Party)

=====
"""

BY_NUMBER = """
From: Councillor B. Ng
Date: Thu 9 April
Subject: RE: Two questions
Attachments: image001.png

Dear Ms Vane,

1. Repairs - the contractor reports each quarter.

2. Garages - I cannot comment.

Yours sincerely,

Bo Ng
Labour councillor for Low Mill

This e-mail is confidential.

=====
"""

OFFICE = """
From: Office of Cy Low
Date: Fri 10 April
Subject: Automatic reply: Two questions

Thank you for your message. Cy Low answers what she can.
"""


def said(reading):
    return [(a.speaker, a.party, a.ask.number, a.quote.text) for a in reading.answers]


@pytest.mark.parametrize("mails", [(INLINE, BY_NUMBER, OFFICE), (OFFICE, BY_NUMBER, INLINE)])
def test_each_mail_is_read_as_the_form_of_whoever_signed_or_sent_it(read, mails):
    reading = read(HEAD + "".join(mails))
    assert sorted(said(reading)) == [
        ("Ann Body", None, "1", "Yes. Clause 14 lets us ask."),
        ("Ann Body", None, "2", "I will, and with a banner."),
        ("Bo Ng", "Labour", "1", "Repairs - the contractor reports each quarter."),
        ("Bo Ng", "Labour", "2", "Garages - I cannot comment."),
    ]


def test_a_mail_that_an_agent_signed_is_nobodys_form(read):
    agent = INLINE.replace("Ann (Green Party)", "Regards\nJo Roe\nAgent for Ann Body")
    reading = read(HEAD + agent.replace("From: Ann Body", "From: Jo Roe") + BY_NUMBER)
    assert {a.speaker for a in reading.answers if a.speaker} == {"Bo Ng"}


def test_an_office_answers_for_nobody_and_not_for_whoever_wrote_before(read):
    inline = OFFICE.replace(
        "Thank you for your message.",
        "> 1. Will you publish how long each repair takes?\n\nNever.\n\nThank you for your message.",
    )
    reading = read(HEAD + INLINE + inline + BY_NUMBER)
    assert {a.speaker for a in reading.answers} == {"Ann Body", "Bo Ng"}
    assert "Never." not in [a.quote.text for a in reading.answers]


def test_lettered_questions_are_answered_by_letter_and_a_mail_without_letters_is_told(read):
    page = (
        "We asked all who stand:\n\na) Will you keep the lido?\nb) Will you light the quay?\n\n"
        "From: Ann Body\nSent: 3 May\n\nHello all,\n\na) Yes. All year.\n\nb) No.\n\nBest,\nAnn\n\n"
        "From: BO NG\nSent: 4 May\n\n> a) Will you keep the lido?\n\nI will.\n\n"
        "> b) Will you light the quay?\n\nSome of it.\n\nYours fraternally,\nBo Ng\nLabour candidate\n\n"
        "From: Cy Low\nSent: 5 May\n\nThe lido is dear to all of us. Lamps are not.\n\nCy Low\n"
    )
    reading = read(page)
    assert reading.kind.value == "questionnaire"
    assert [(a.speaker, a.ask.number, a.quote.text) for a in reading.answers] == [
        ("Ann Body", "a", "Yes. All year."),
        ("Ann Body", "b", "No."),
        ("Bo Ng", "a", "I will."),
        ("Bo Ng", "b", "Some of it."),
    ]
    assert [w.line for w in reading.warnings if w.what == "a name or an e-mail"] == [36]
