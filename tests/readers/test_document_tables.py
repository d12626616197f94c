"""HTML as it is printed: cells that span others, marks as pictures, raised figures, words struck out."""

import pytest

from civicpledge.readers.documents import html_text

HEAD = "<table><tr><th>Name</th><th>Will you mend it?</th><th>Will you light it?</th></tr>"


def rows(page):
    text, _ = html_text(page)
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")][
        2:
    ]


def said(read, page):
    text, _ = html_text(page)
    return [(a.ask.title, a.speaker, a.party, a.quote.text) for a in read(text).answers]


MEND, LIGHT = "Will you mend it?", "Will you light it?"


def test_a_name_over_two_rows_is_the_name_of_both(read):
    page = (
        f"{HEAD}<tr><td rowspan=2>Ann Body</td><td>Yes</td><td>No</td></tr>"
        "<tr><td>In May</td><td>Never</td></tr><tr><td>Bo Ng</td><td>No</td><td>Yes</td></tr></table>"
    )
    assert [row[1:] for row in said(read, page)] == [
        ("Ann Body", None, "Yes"),
        ("Ann Body", None, "No"),
        ("Ann Body", None, "In May"),
        ("Ann Body", None, "Never"),
        ("Bo Ng", None, "No"),
        ("Bo Ng", None, "Yes"),
    ]


def test_a_row_that_heads_others_ends_no_table_and_an_answer_to_both_is_one_to_each(read):
    page = (
        f"{HEAD}<tr><td colspan=3>Canal ward</td></tr><tr><td>Ann Body</td><td colspan=2>Both</td></tr>"
        "<tr><td>Bo Ng</td><td>No</td></tr></table>"
    )
    assert said(read, page) == [
        (MEND, "Ann Body", None, "Both"),
        (LIGHT, "Ann Body", None, "Both"),
        (MEND, "Bo Ng", None, "No"),
    ]


@pytest.mark.parametrize("cell", ["Ann Body<br>Green", "<p>Ann Body</p><p>Green Party</p>"])
def test_a_party_below_the_name_in_a_cell_is_no_part_of_the_name(read, cell):
    page = f"{HEAD}<tr><td>{cell}</td><td>Yes</td><td>No</td></tr></table>"
    assert {row[1] for row in said(read, page)} == {"Ann Body"}


def test_a_question_on_two_lines_of_its_cell_gains_no_comma():
    text, _ = html_text(
        "<table><tr><th>Name</th><th>Will you<br>mend it?</th><th>Why?</th></tr></table>"
    )
    assert "| Will you mend it? |" in text


def test_a_picture_in_a_table_says_what_its_text_says(read):
    page = f"{HEAD}<tr><td>Ann Body</td><td><img alt='Yes'></td><td><img alt=''></td></tr></table>"
    assert said(read, page) == [(MEND, "Ann Body", None, "Yes")]


def test_a_table_that_only_lays_out_a_page_says_nothing_twice():
    text, _ = html_text(
        "<table><tr><td rowspan=2>Ann</td><td>Yes</td></tr><tr><td>No</td></tr></table>"
    )
    assert text.split() == ["Ann", "Yes", "No"]


@pytest.mark.parametrize("span", ["999999999", "-1", "0", "x", ""])
def test_spans_that_no_table_has_make_no_long_page(span):
    page = (
        f"{HEAD}<tr><td colspan='{span}' rowspan='{span}'>Ann</td><td>a</td><td>b</td></tr></table>"
    )
    assert len(html_text(page)[0]) < 1000


def test_a_raised_figure_is_no_digit_of_the_number_before_it():
    text, _ = html_text("<p>50<sup>1</sup> homes on 10<sup>2</sup> m, the 1<sup>st</sup></p>")
    assert text == "50¹ homes on 10² m, the 1st\n"


def test_words_struck_out_are_marked_so():
    assert html_text("<p>I will build <del>50</del> 60.</p>")[0] == "I will build ~~50~~ 60.\n"


def test_an_ordered_list_bears_the_numbers_that_are_seen():
    page = (
        "<ol><li>Will you mend it?<li>Will you light it?</ol><p>x</p><ol start=3><li>Third</ol>"
        "<ol type=a><li>Lettered</ol><ul><li>Dot</ul>"
    )
    assert html_text(page)[0].split("\n\n") == [
        "1. Will you mend it?",
        "2. Will you light it?",
        "x",
        "3. Third",
        "• Lettered",
        "• Dot\n",
    ]


def test_the_title_of_a_drawing_is_not_the_pages():
    assert html_text("<svg><title>icon</title></svg><title>Real</title><p>x</p>")[1] == "Real"


def test_what_stands_on_a_button_is_a_block():
    assert html_text("<button>Ann Body</button>Yes.")[0] == "Ann Body\n\nYes.\n"
