"""More makes of articles: markup, order, lay-out, and what must be left to nobody."""

import pytest

# name, page, expected (ask key, speaker, words)
VARIANTS = [
    (
        "italic names and a rule between the asks",
        """*What they said*

**1. Repair the canal path**

*Ann Body (Green)*

Yes, I will.

*Bo Ng (Labour)*

No.

---

**2. Plant trees**

*Ann Body (Green)*

No.

*Bo Ng (Labour)*

Yes.
""",
        [
            ("1", "Ann Body", "Yes, I will."),
            ("1", "Bo Ng", "No."),
            ("2", "Ann Body", "No."),
            ("2", "Bo Ng", "Yes."),
        ],
    ),
    (
        "block quotations of Markdown",
        """# Replies

## Repair the canal path

**Ann Body, Green:**

> Yes, I will.
>
> And light it.

**Bo Ng, Labour:**

> No.
""",
        [
            ("repair-the-canal-path", "Ann Body", "Yes, I will.\n>\n> And light it."),
            ("repair-the-canal-path", "Bo Ng", "No."),
        ],
    ),
    (
        "party first",
        """Replies

1) Repair the canal path

Green Party - Ann Body: Yes, I will.

Labour (Bo Ng): No.

2) Plant trees

Green Party - Ann Body: No.

Labour (Bo Ng): Yes.
""",
        [
            ("1", "Ann Body", "Yes, I will."),
            ("1", "Bo Ng", "No."),
            ("2", "Ann Body", "No."),
            ("2", "Bo Ng", "Yes."),
        ],
    ),
    (
        "asks that only some were asked",
        """Replies

Repair the canal path

Ann Body (Green): Yes.

Bo Ng (Labour): No.

Hire more wardens

Wardens lie solely in the remit of the Police and Crime Commissioner.

Cy Dale (Conservative): Yes.

Plant trees

Ann Body (Green): No.
""",
        [
            ("repair-the-canal-path", "Ann Body", "Yes."),
            ("repair-the-canal-path", "Bo Ng", "No."),
            ("hire-more-wardens", "Cy Dale", "Yes."),
            ("plant-trees", "Ann Body", "No."),
        ],
    ),
    (
        "demands as asks",
        """Our demands

We call on the Mayor to repair the canal path.

"Yes, I will," said Ann Body (Green).

"No," said Bo Ng (Labour).
""",
        [
            ("we-call-on-the-mayor-to-repair-the-canal-path", "Ann Body", "Yes, I will,"),
            ("we-call-on-the-mayor-to-repair-the-canal-path", "Bo Ng", "No,"),
        ],
    ),
    (
        "double line breaks inside wrapped quotations",
        """Replies

1. Repair the canal path

Ann Body (Green Party)
"Yes, I will repair the path and light it and plant a tree
beside it.

"I will also clean it."
Bo Ng (Labour)
"No."
""",
        [
            (
                "1",
                "Ann Body",
                (
                    "Yes, I will repair the path and light it and plant a tree\nbeside it."
                    '\n\n"I will also clean it.'
                ),
            ),
            ("1", "Bo Ng", "No."),
        ],
    ),
    (
        "names with particles, initials and marks",
        """Replies

1. Repair the canal path

Ana de la Cruz-O'Neill (Green): Yes.

J. R. Body (Labour): No.

Siân Ó Briain (Plaid Cymru): Oes.

McKenzie Ng (Reform UK): Never.
""",
        [
            ("1", "Ana de la Cruz-O'Neill", "Yes."),
            ("1", "J. R. Body", "No."),
            ("1", "Siân Ó Briain", "Oes."),
            ("1", "McKenzie Ng", "Never."),
        ],
    ),
    (
        "surnames that are words",
        """Replies

1. Repair the canal path

Will Street, Conservatives:

I walk down the street.

May Hunt, Green Party:

I hunt for money.

2. Plant trees

Will Street, Conservatives:

Yes.

May Hunt, Green Party:

No.
""",
        [
            ("1", "Will Street", "I walk down the street."),
            ("1", "May Hunt", "I hunt for money."),
            ("2", "Will Street", "Yes."),
            ("2", "May Hunt", "No."),
        ],
    ),
    (
        "the same speaker twice under one ask",
        """Replies

1. Repair the canal path

Ann Body (Green): Yes.

Bo Ng (Labour): No.

Ann Body (Green): May I add: soon.
""",
        [("1", "Ann Body", "Yes."), ("1", "Bo Ng", "No."), ("1", "Ann Body", "May I add: soon.")],
    ),
    (
        "a party nobody has heard of, on a page of labels",
        """Replies

1. Repair the canal path

Ann Body, Green Party:

Yes.

Zed Zebra, The Hat Front:

Hats.

Bo Ng, Labour:

No.
""",
        [("1", "Ann Body", "Yes."), ("1", "Zed Zebra", "Hats."), ("1", "Bo Ng", "No.")],
    ),
    (
        "tags and links behind the last answer",
        """Replies

1. Repair the canal path

Ann Body, Green Party:

Yes.

Read more about our work here

Related: the canal in winter

Share this article
""",
        [("1", "Ann Body", "Yes.")],
    ),
    (
        "bullets inside an answer",
        """Replies

1. Repair the canal path

Ann Body, Green Party:

Yes. I will:

• dig
• fill
• plant

and then rest.

Bo Ng, Labour:

No.
""",
        [
            ("1", "Ann Body", "Yes. I will:\n\n• dig\n• fill\n• plant\n\nand then rest."),
            ("1", "Bo Ng", "No."),
        ],
    ),
    (
        "lettered asks in words",
        """Replies

Ask one: Repair the canal path

Ann Body (Green): Yes.

Ask two: Plant trees

Ann Body (Green): No.
""",
        [("one", "Ann Body", "Yes."), ("two", "Ann Body", "No.")],
    ),
    (
        "asks with letters behind the number",
        """Replies

2a) Repair the canal path

Ann Body (Green): Yes.

2b) Light the canal path

Ann Body (Green): No.
""",
        [("2a", "Ann Body", "Yes."), ("2b", "Ann Body", "No.")],
    ),
    (
        "a quotation that holds another's words",
        """Replies

1. Repair the canal path

Ann Body (Green):

'Bo Ng (Labour) told me: "No." I say yes.'

Bo Ng (Labour):

'I never said "no".'
""",
        [
            ("1", "Ann Body", 'Bo Ng (Labour) told me: "No." I say yes.'),
            ("1", "Bo Ng", 'I never said "no".'),
        ],
    ),
    (
        "somebody is introduced in prose, then quoted",
        """Replies

1. Repair the canal path

Ann Body, who stands for the Greens, said: "Yes."

Bo Ng, the Labour candidate, said: "No."
""",
        [("1", "Ann Body", "Yes."), ("1", "Bo Ng", "No.")],
    ),
    (
        "two speakers share a label",
        """Ann Body (Green), Bo Ng (Labour) and Cy Dale (Conservative) stand.

1. Repair the canal path

Ann Body and Bo Ng: Yes, both of us.

Cy Dale: No.
""",
        [
            ("1", "Ann Body", "Yes, both of us."),
            ("1", "Bo Ng", "Yes, both of us."),
            ("1", "Cy Dale", "No."),
        ],
    ),
    (
        "a dash before the words, and a heading with a colon",
        """Candidates respond

On paths:

Jane Roe MP (Lab) - Yes, I will.

Pete Poe, Conservative Party candidate - 'No.'

On buses:

Jane Roe MP (Lab) - No.
""",
        [
            ("on-paths", "Jane Roe MP", "Yes, I will."),
            ("on-paths", "Pete Poe", "No."),
            ("on-buses", "Jane Roe MP", "No."),
        ],
    ),
    (
        "the number stands on a line of its own",
        """## Ask 1

Repair the canal path

Ann Body (Green): Yes.

## Ask 2

Plant trees

Ann Body (Green): No.
""",
        [("1", "Ann Body", "Yes."), ("2", "Ann Body", "No.")],
    ),
    (
        "an interview with one person",
        """An interview with Ann Body (Green)

Q: Will you repair the canal path?

A: Yes, I will.

Q: Will you plant trees?

A: No.
""",
        [
            ("will-you-repair-the-canal-path", None, "Yes, I will."),
            ("will-you-plant-trees", None, "No."),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [v[1:] for v in VARIANTS], ids=[v[0] for v in VARIANTS]
)
def test_answers_come_out_as_a_reader_would_see_them(read, text, expected):
    reading = read(text, "article")
    found = [(a.ask.key if a.ask else None, a.speaker, a.quote.text) for a in reading.answers]
    assert found == expected
