"""Articles as other people write them: every answer under its speaker and its ask, or under nobody."""

import pytest

# name, page, expected (ask key, speaker, party, first words of the answer)
VARIANTS = [
    (
        "name, party and colon on the line before the words",
        """Asks of 2031

1) Repair the canal path

Ann Body, Green Party:

'Yes. I will repair it.

And I will light it.'

Bo Ng, Labour:

'I will look at it.'

2) Keep the library open

Ann Body, Green Party:

'No.'

Bo Ng, Labour:

'Yes.'
""",
        [
            ("1", "Ann Body", "Green Party", "Yes. I will repair it.\n\nAnd I will light it."),
            ("1", "Bo Ng", "Labour", "I will look at it."),
            ("2", "Ann Body", "Green Party", "No."),
            ("2", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "words on the speaker's own line, no blank lines anywhere",
        """What they pledged
1. Repair the canal path
Ann Body (Green): Yes, I will repair it.
Bo Ng (Labour): I will look at it.
2. Keep the library open
Ann Body (Green): No.
Bo Ng (Labour): Yes, of course.
""",
        [
            ("1", "Ann Body", "Green", "Yes, I will repair it."),
            ("1", "Bo Ng", "Labour", "I will look at it."),
            ("2", "Ann Body", "Green", "No."),
            ("2", "Bo Ng", "Labour", "Yes, of course."),
        ],
    ),
    (
        "Markdown headings and bold labels",
        """# The hustings

## Repair the canal path

**Ann Body (Green):** Yes, I will repair it.

**Bo Ng (Labour):** I will look at it.

## Keep the library open

**Ann Body (Green):** No.

It costs too much.

**Bo Ng (Labour):** Yes.
""",
        [
            ("repair-the-canal-path", "Ann Body", "Green", "Yes, I will repair it."),
            ("repair-the-canal-path", "Bo Ng", "Labour", "I will look at it."),
            ("keep-the-library-open", "Ann Body", "Green", "No.\n\nIt costs too much."),
            ("keep-the-library-open", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "bulleted labels under questions",
        """The asks

Will you repair the canal path?

- Ann Body, Green: Yes, I will.
- Bo Ng, Labour: I will look at it.

Will you keep the library open?

- Ann Body, Green: No.
- Bo Ng, Labour: Yes.
""",
        [
            ("will-you-repair-the-canal-path", "Ann Body", "Green", "Yes, I will."),
            ("will-you-repair-the-canal-path", "Bo Ng", "Labour", "I will look at it."),
            ("will-you-keep-the-library-open", "Ann Body", "Green", "No."),
            ("will-you-keep-the-library-open", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "names in capitals, known from the list of who stands",
        """There are three candidates: Ann Body (Green), Bo Ng (Labour) and Cy Dale (Independent).

1. Repair the canal path

ANN BODY Yes, I will repair it.

BO NG I will look at it.

CY DALE NHS land is in the way.

2. Keep the library open

ANN BODY No.

CY DALE Yes, for ever.
""",
        [
            ("1", "ANN BODY", None, "Yes, I will repair it."),
            ("1", "BO NG", None, "I will look at it."),
            ("1", "CY DALE", None, "NHS land is in the way."),
            ("2", "ANN BODY", None, "No."),
            ("2", "CY DALE", None, "Yes, for ever."),
        ],
    ),
    (
        "name, dash, party",
        """The replies

1) Repair the canal path

Ann Body - Green Party

"Yes, I will repair it."

Bo Ng – Labour

"I will look at it."

2) Keep the library open

Ann Body - Green Party

"No."

Bo Ng – Labour

"Yes."
""",
        [
            ("1", "Ann Body", "Green Party", "Yes, I will repair it."),
            ("1", "Bo Ng", "Labour", "I will look at it."),
            ("2", "Ann Body", "Green Party", "No."),
            ("2", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "surnames in a transcript, known from the first lines",
        """Ann Body (Green), Bo Ng (Labour) and Cy Dale (Conservative) stood before us.

Chair: Will you repair the canal path?

Body: Yes, I will.

Ng: I will look at it. One thing: money.

Dale: No.

Chair: Will you keep the library open?

Body: No.

Ng: Yes.

Dale: Yes: it matters.
""",
        [
            ("will-you-repair-the-canal-path", "Body", None, "Yes, I will."),
            ("will-you-repair-the-canal-path", "Ng", None, "I will look at it. One thing: money."),
            ("will-you-repair-the-canal-path", "Dale", None, "No."),
            ("will-you-keep-the-library-open", "Body", None, "No."),
            ("will-you-keep-the-library-open", "Ng", None, "Yes."),
            ("will-you-keep-the-library-open", "Dale", None, "Yes: it matters."),
        ],
    ),
    (
        "a pupil asks",
        """Our assembly

Sam, 16, asks: Will you repair the canal path?

Ann Body (Green): Yes, I will.

Bo Ng (Labour): I will look at it.

Mrs Kaur asks the candidates: Will you keep the library open?

Ann Body (Green): No.

Bo Ng (Labour): Yes.
""",
        [
            ("will-you-repair-the-canal-path", "Ann Body", "Green", "Yes, I will."),
            ("will-you-repair-the-canal-path", "Bo Ng", "Labour", "I will look at it."),
            ("will-you-keep-the-library-open", "Ann Body", "Green", "No."),
            ("will-you-keep-the-library-open", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "who said it stands behind the quotation",
        """The replies

1) Repair the canal path

"Yes, I will repair it." - Ann Body, Green Party

"I will look at it." – Bo Ng, Labour

2) Keep the library open

"No," said Ann Body, Green Party.

"Yes." (Bo Ng, Labour)
""",
        [
            ("1", "Ann Body", "Green Party", "Yes, I will repair it."),
            ("1", "Bo Ng", "Labour", "I will look at it."),
            ("2", "Ann Body", "Green Party", "No,"),
            ("2", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "who said it stands on the line below the quotation",
        """The replies

1) Repair the canal path

"Yes, I will repair it."

Ann Body, Green Party

"I will look at it.

"It is a good path."

Bo Ng, Labour

2) Keep the library open

"No."

Ann Body, Green Party

"Yes."

Bo Ng, Labour
""",
        [
            ("1", "Ann Body", "Green Party", "Yes, I will repair it."),
            ("1", "Bo Ng", "Labour", 'I will look at it.\n\n"It is a good path.'),
            ("2", "Ann Body", "Green Party", "No."),
            ("2", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "a list inside an answer is no list of asks",
        """The asks

1. Repair the canal path

Ann Body, Green:

I have three points:

1. Money.
2. Time.
3. Gravel.

Bo Ng, Labour:

Yes.

2. Keep the library open

Ann Body, Green:

No.

Bo Ng, Labour:

Yes.
""",
        [
            ("1", "Ann Body", "Green", "I have three points:\n\n1. Money.\n2. Time.\n3. Gravel."),
            ("1", "Bo Ng", "Labour", "Yes."),
            ("2", "Ann Body", "Green", "No."),
            ("2", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "a numbered list of the asks stands above them",
        """We have three asks:

1) Repair the canal path
2) Keep the library open
3) Plant trees

1) Repair the canal path

Ann Body, Green: Yes.

2) Keep the library open

Ann Body, Green: No.

3) Plant trees

Ann Body, Green: Perhaps.
""",
        [
            ("1", "Ann Body", "Green", "Yes."),
            ("2", "Ann Body", "Green", "No."),
            ("3", "Ann Body", "Green", "Perhaps."),
        ],
    ),
    (
        "an ask that nobody answered stands between",
        """The asks

1) Repair the canal path

Ann Body, Green: Yes.

2) Keep the library open

3) Plant trees

Ann Body, Green: Perhaps.
""",
        [("1", "Ann Body", "Green", "Yes."), ("3", "Ann Body", "Green", "Perhaps.")],
    ),
    (
        "numbers begin again under each theme",
        """Our asks

Water

1) Repair the canal path

Ann Body, Green: Yes.

2) Clean the brook

Ann Body, Green: No.

Reading

1) Keep the library open

Ann Body, Green: Perhaps.

2) Lend more

Ann Body, Green: Never.
""",
        [
            ("1", "Ann Body", "Green", "Yes."),
            ("2", "Ann Body", "Green", "No."),
            ("reading.1", "Ann Body", "Green", "Perhaps."),
            ("reading.2", "Ann Body", "Green", "Never."),
        ],
    ),
    (
        "a stand-in",
        """The replies

1) Repair the canal path

Ann Body, Green: Yes.

Cy Dale on behalf of Bo Ng (Labour): He will look at it.

2) Plant trees

Ann Body, Green: No.

Cy Dale, speaking on behalf of Bo Ng, Labour:

He will.
""",
        [
            ("1", "Ann Body", "Green", "Yes."),
            ("1", "Cy Dale", "Labour", "He will look at it."),
            ("2", "Ann Body", "Green", "No."),
            ("2", "Cy Dale", "Labour", "He will."),
        ],
    ),
    (
        "colons, headings of thoughts and Yes: inside answers",
        """The replies

1) Repair the canal path

Ann Body, Green:

Yes: I will.

My plan: gravel first.

Remember: it floods.

Bo Ng, Labour:

No: never. In short: no.
""",
        [
            (
                "1",
                "Ann Body",
                "Green",
                "Yes: I will.\n\nMy plan: gravel first.\n\nRemember: it floods.",
            ),
            ("1", "Bo Ng", "Labour", "No: never. In short: no."),
        ],
    ),
    (
        "short answers without a full stop",
        """The replies

1) Repair the canal path

Ann Body, Green:

Fully supportive

Bo Ng, Labour:

Yes

2) Plant trees

Ann Body, Green:

I agree with this

Bo Ng, Labour:

No comment
""",
        [
            ("1", "Ann Body", "Green", "Fully supportive"),
            ("1", "Bo Ng", "Labour", "Yes"),
            ("2", "Ann Body", "Green", "I agree with this"),
        ],
    ),
    (
        "candidates' headings, and the page's own last words",
        """The replies

## Repair the canal path

### Ann Body (Green)

Yes, I will.

### Bo Ng (Labour)

I will look at it.

## Plant trees

### Ann Body (Green)

No.

### Bo Ng (Labour)

Yes.

Find out more about our work on our website.
""",
        [
            ("repair-the-canal-path", "Ann Body", "Green", "Yes, I will."),
            ("repair-the-canal-path", "Bo Ng", "Labour", "I will look at it."),
            ("plant-trees", "Ann Body", "Green", "No."),
            ("plant-trees", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "the parties speak",
        """The replies

1) Repair the canal path

Labour: Yes, we will.

Green Party: No.

2) Plant trees

Labour: Perhaps.

Green Party: Yes.
""",
        [
            ("1", None, "Labour", "Yes, we will."),
            ("1", None, "Green Party", "No."),
            ("2", None, "Labour", "Perhaps."),
            ("2", None, "Green Party", "Yes."),
        ],
    ),
    (
        "an unbalanced quotation, and a gloss in brackets",
        """The replies

1) Repair the canal path

Ann Body, Green:

'Yes, the CRT [Canal and River Trust] says 'go on' and I will.

Bo Ng, Labour:

I will look at it.'

2) Plant trees

Ann Body, Green:

‘No. The "trees" are ‘weeds’.’
""",
        [
            (
                "1",
                "Ann Body",
                "Green",
                "'Yes, the CRT [Canal and River Trust] says 'go on' and I will.",
            ),
            ("1", "Bo Ng", "Labour", "I will look at it."),
            ("2", "Ann Body", "Green", 'No. The "trees" are ‘weeds’.'),
        ],
    ),
    (
        "lines broken at sixty columns",
        """THE REPLIES OF 2031

1) Repair the canal path

This lies in the remit of the Mayor of Anyshire. Both
candidates backed it.

Ann Body, Green:

'Yes. I will repair it, all of it, and I will do so before
the end of the first year. Bo Ng, Labour: he will not, and
that is the truth.'

Bo Ng, Labour:

'I will look at it
closely.'
""",
        [
            (
                "1",
                "Ann Body",
                "Green",
                (
                    "Yes. I will repair it, all of it, and I will do so before\nthe end of the first"
                    " year. Bo Ng, Labour: he will not, and\nthat is the truth."
                ),
            ),
            ("1", "Bo Ng", "Labour", "I will look at it\nclosely."),
        ],
    ),
    (
        "titles before the names, and roles behind the party",
        """The replies

1) Repair the canal path

Cllr Ann Body, Green Party candidate for Mayor:

Yes.

Dr Bo O'Neil-Ng, Labour & Co-operative:

No.
""",
        [
            ("1", "Cllr Ann Body", "Green Party", "Yes."),
            ("1", "Dr Bo O'Neil-Ng", "Labour & Co-operative", "No."),
        ],
    ),
    (
        "said, with a quotation",
        """The replies

1) Repair the canal path

Ann Body (Green) said: "Yes, I will."

Bo Ng (Labour) replied, "I will look at it."

2) Plant trees

Ann Body (Green) said: "No."
""",
        [
            ("1", "Ann Body", "Green", "Yes, I will."),
            ("1", "Bo Ng", "Labour", "I will look at it."),
            ("2", "Ann Body", "Green", "No."),
        ],
    ),
    (
        "names only, again and again, no party anywhere",
        """The replies

Will you repair the canal path?

Ann Body: Yes, I will.

Bo Ng: I will look at it.

Will you plant trees?

Ann Body: No.

Bo Ng: Yes. The reason: shade.
""",
        [
            ("will-you-repair-the-canal-path", "Ann Body", None, "Yes, I will."),
            ("will-you-repair-the-canal-path", "Bo Ng", None, "I will look at it."),
            ("will-you-plant-trees", "Ann Body", None, "No."),
            ("will-you-plant-trees", "Bo Ng", None, "Yes. The reason: shade."),
        ],
    ),
    (
        "headings that begin with No, Our and We",
        """The replies

No recourse to public funds

Ann Body, Green: Yes.

Bo Ng, Labour: No.

Our canal

Ann Body, Green: Perhaps.

Bo Ng, Labour: Never.

We belong here

Ann Body, Green: Always.

Bo Ng, Labour: Yes.
""",
        [
            ("no-recourse-to-public-funds", "Ann Body", "Green", "Yes."),
            ("no-recourse-to-public-funds", "Bo Ng", "Labour", "No."),
            ("our-canal", "Ann Body", "Green", "Perhaps."),
            ("our-canal", "Bo Ng", "Labour", "Never."),
            ("we-belong-here", "Ann Body", "Green", "Always."),
            ("we-belong-here", "Bo Ng", "Labour", "Yes."),
        ],
    ),
    (
        "question and title, question words with Question 1",
        """The replies

Question 1: Will you repair the canal path?

Ann Body (Green): Yes.

Bo Ng (Labour): No.

Question 2: What will you do about trees?

Ann Body (Green): Plant them.

Bo Ng (Labour): Fell them.
""",
        [
            ("1", "Ann Body", "Green", "Yes."),
            ("1", "Bo Ng", "Labour", "No."),
            ("2", "Ann Body", "Green", "Plant them."),
            ("2", "Bo Ng", "Labour", "Fell them."),
        ],
    ),
    (
        "a rhetorical question inside an answer",
        """The replies

Will you repair the canal path?

Ann Body (Green):

I have walked it.

Will you walk it with me?

It is lovely.

Bo Ng (Labour):

No.

Will you plant trees?

Ann Body (Green):

Yes.
""",
        [
            (
                "will-you-repair-the-canal-path",
                "Ann Body",
                "Green",
                "I have walked it.\n\nWill you walk it with me?\n\nIt is lovely.",
            ),
            ("will-you-repair-the-canal-path", "Bo Ng", "Labour", "No."),
            ("will-you-plant-trees", "Ann Body", "Green", "Yes."),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [v[1:] for v in VARIANTS], ids=[v[0] for v in VARIANTS]
)
def test_every_answer_stands_under_its_ask_and_its_speaker(read, text, expected):
    reading = read(text, "article")
    found = [
        (a.ask.key if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]
    assert found == expected


@pytest.mark.parametrize("text", [v[1] for v in VARIANTS], ids=[v[0] for v in VARIANTS])
def test_the_page_is_taken_for_an_article(read, text):
    assert read(text).kind == "article"


HARD = [
    (
        "somebody who is on no list speaks once",
        """Ann Body (Green) and Bo Ng (Labour) answered.

1) Repair the canal path

Ann Body (Green): Yes.

Zed Zebra: I would too.

Bo Ng (Labour): No.
""",
        [("1", "Ann Body", "Yes."), ("1", None, "I would too."), ("1", "Bo Ng", "No.")],
    ),
    (
        "the page speaks again behind a closed quotation",
        """The replies

1) Repair the canal path

Ann Body, Green:

'Yes, I will.'

The hall stood up and cheered her.

Bo Ng, Labour:

'No.'

Nobody cheered.
""",
        [("1", "Ann Body", "Yes, I will."), ("1", "Bo Ng", "No.")],
    ),
    (
        "the page tells of the hall between answers without quotation marks",
        """The replies

1) Repair the canal path

Ann Body, Green:

Yes, I will.

The audience cheered her for a minute.

Bo Ng, Labour:

No.
""",
        [("1", "Ann Body", "Yes, I will."), ("1", "Bo Ng", "No.")],
    ),
    (
        "a claim stands behind the answers",
        """The replies

1) Repair the canal path

Ann Body, Green:

Yes, I will.

Bo Ng, Labour:

I will.

Both candidates backed this ask.

2) Plant trees

Ann Body, Green:

No.
""",
        [("1", "Ann Body", "Yes, I will."), ("1", "Bo Ng", "I will."), ("2", "Ann Body", "No.")],
    ),
    (
        "a picture's caption names a speaker",
        """The replies

Ann Body, Green Party

Our members met her in the park in spring and gave her a cake.

1) Repair the canal path

Ann Body, Green Party:

Yes, I will.

Bo Ng, Labour:

No.
""",
        [("1", "Ann Body", "Yes, I will."), ("1", "Bo Ng", "No.")],
    ),
    (
        "someone did not reply",
        """The replies

1) Repair the canal path

Ann Body, Green:

Yes, I will.

Bo Ng, Labour:

[No response received]

2) Plant trees

Ann Body, Green:

No.

Bo Ng did not answer this question.
""",
        [("1", "Ann Body", "Yes, I will."), ("2", "Ann Body", "No.")],
    ),
    (
        "a picture stands inside the page, and text goes on behind it",
        """The replies

1) Repair the canal path

Ann Body, Green:

Yes, I will.

canal-path.jpg

We thank all who came.

2) Plant trees

Ann Body, Green:

No.
""",
        [("1", "Ann Body", "Yes, I will."), ("2", "Ann Body", "No.")],
    ),
    (
        "a theme heading and its list stand behind the last answer",
        """The replies

WATER

1) Repair the canal path

Ann Body, Green:

Yes, I will.

WOODS AND BOOKS

Plant more trees

Keep the library open

2) Plant more trees

Ann Body, Green:

No.

3) Keep the library open

Ann Body, Green:

Perhaps.
""",
        [
            ("1", "Ann Body", "Yes, I will."),
            ("2", "Ann Body", "No."),
            ("3", "Ann Body", "Perhaps."),
        ],
    ),
    (
        "a label without any words",
        """The replies

1) Repair the canal path

Ann Body, Green:

Bo Ng, Labour:

I will.

2) Plant trees

Bo Ng, Labour:

Yes.
""",
        [("1", "Bo Ng", "I will."), ("2", "Bo Ng", "Yes.")],
    ),
    (
        "a quotation in the introduction of an ask is nobody's answer",
        """The replies

1) Repair the canal path

"I fell in twice," says Mo, 12.

Ann Body, Green:

Yes, I will.

Bo Ng, Labour:

No.
""",
        [("1", "Ann Body", "Yes, I will."), ("1", "Bo Ng", "No.")],
    ),
    (
        "places, times and topics before colons are no people",
        """The replies

1) Repair the canal path

Ann Body, Green:

Next Steps: survey, then gravel.

Budget: small.

10:30 am: a meeting.

https://example.org: more.

Bo Ng, Labour:

No.
""",
        [
            (
                "1",
                "Ann Body",
                (
                    "Next Steps: survey, then gravel.\n\nBudget: small.\n\n"
                    "10:30 am: a meeting.\n\nhttps://example.org: more."
                ),
            ),
            ("1", "Bo Ng", "No."),
        ],
    ),
    (
        "each candidate's answers stand together",
        """What they told us

Ann Body (Green)

1. Repair the canal path

Yes, I will.

2. Plant trees

No.

Bo Ng (Labour)

1. Repair the canal path

I will look at it.

2. Plant trees

Yes.
""",
        [
            ("1", "Ann Body", "Yes, I will."),
            ("2", "Ann Body", "No."),
            ("1", "Bo Ng", "I will look at it."),
            ("2", "Bo Ng", "Yes."),
        ],
    ),
    (
        "a candidate is asked about another",
        """The replies

1) Repair the canal path

Ann Body, Green:

Yes. Bo Ng (Labour) has asked for this too.

Bo Ng (Labour) is right about that.

Bo Ng, Labour:

No.
""",
        [
            (
                "1",
                "Ann Body",
                "Yes. Bo Ng (Labour) has asked for this too.\n\nBo Ng (Labour) is right about that.",
            ),
            ("1", "Bo Ng", "No."),
        ],
    ),
    (
        "one request, which is the title",
        """What they said of the canal

Ann Body (Green): Yes, I will.

Bo Ng (Labour): No.
""",
        [
            ("what-they-said-of-the-canal", "Ann Body", "Yes, I will."),
            ("what-they-said-of-the-canal", "Bo Ng", "No."),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [v[1:] for v in HARD], ids=[v[0] for v in HARD])
def test_nobody_is_credited_with_words_that_may_be_anothers(read, text, expected):
    reading = read(text, "article")
    found = [(a.ask.key if a.ask else None, a.speaker, a.quote.text) for a in reading.answers]
    assert found == expected
