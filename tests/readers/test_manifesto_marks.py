"""Lists as fonts of symbols, forms and tables print them, and labels in bold before a promise."""

import pytest

from civicpledge.readers.manifesto_marks import marks_of

ITEMS = ["Mend the path", "Open the lane", "Plant trees by 2030"]


def pledges(read, text):
    return [(p.number, " ".join(p.quote.text.split())) for p in read(text, "manifesto").pledges]


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        ("nnn", [None] * 3),
        ("ooo", [None] * 3),
        ("§Øü", [None] * 3),
        (["1", "2", "3"], ["1", "2", "3"]),
        (["a)", "b)", "c)"], [None] * 3),
        (["i.", "ii.", "iii."], [None] * 3),
        (["- [ ]", "- [x]", "- [ ]"], [None] * 3),
    ],
)
def test_marks_that_only_their_company_tells_begin_items(read, marks, numbers):
    lines = "\n".join(f"{mark} {item}" for mark, item in zip(marks, ITEMS, strict=True))
    assert pledges(read, f"MY PLEDGES\n\n{lines}\n") == list(zip(numbers, ITEMS, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "2 Mend it\n3 Light it\n4 Sweep it\n",
        "1 Mend it\n2 Light it\n",
        "n Mend it\no Light it\nl Sweep it\n",
        "1 Paths\n\nThey are old.\n\n2 Lanes\n\nThey are dark.\n\n3 Trees\n",
        "a) Mend it\nc) Light it\nd) Sweep it\n",
    ],
)
def test_marks_without_company_are_words(text):
    assert marks_of(text) == {}


def test_the_column_that_says_pledge_holds_them_wherever_it_stands(read):
    table = (
        "## Food\n\n| Area | Pledge | Cost |\n| --- | --- | --- |\n"
        "| Food | Build a market | £2 |\n| Parks | Plant trees | £3 |\n"
    )
    assert [words for _, words in pledges(read, table)] == ["Build a market", "Plant trees"]


def test_an_item_that_leaves_out_who_will_is_an_undertaking_and_a_question_is_none(read):
    page = "Homes\n\n• Will build 50 homes a year.\n• Has a record of it.\n• Will the county pay?\n"
    assert pledges(read, page) == [(None, "Will build 50 homes a year.")]


def test_a_label_in_bold_is_no_part_of_the_promise_behind_it(read):
    page = "# Plan\n\n**Paths.** I will mend the path. It is old.\n\n**I will light it.** At night, too.\n"
    assert [words for _, words in pledges(read, page)] == [
        "I will mend the path.",
        "**I will light it.**",
    ]


def test_columns_side_by_side_are_told(read):
    page = "PLAN\n\nI will mend     The path\nthe path, as    was theirs.\nI said.         It is old.\n"
    reading = read(page, "manifesto")
    assert "two columns may stand side by side" in {w.why for w in reading.warnings}
