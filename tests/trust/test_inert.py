"""Hostile words in every field, through every way out, read back by a parser that is not ours."""

import csv
import io
import re
from html.parser import HTMLParser

import pyarrow as pa
import pytest
from markdown_it import MarkdownIt
from tabulate import tabulate_formats

import civicpledge as cp
from civicpledge.table import ColumnKind, Table, visible
from civicpledge.table.table import _FORMATS

HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "an entity": "&lt;b&gt; &#106;avascript",
    "a formula": "=1+1",
    "a plus": "+1|-1|@SUM(A1)",
    "a link": "](javascript:alert(1)) [x](javascript:x) <https://example.org> www.example.org",
    "pipes": "| a || b |\\| `c|d`",
    "lines": "two\nlines\r\nand\u2028three\x85four",
    "marks": "**bold** _under_ ~~gone~~ # head - item 1. item",
    "controls": "a\x00b\x1b[2Jc\x07\x7f",
    "directions": "Ann\u202egnp.exe\u2066\u2069\u200f",
    "zero width": "A\u200bn\u200dn\ufeff",
    "latex": "\\input{/etc/passwd} $x^2$ % {} ~",
    "an apostrophe": "'=1+1 ''twas",
}
LIVE = {"script", "img", "a", "iframe", "svg", "form", "input", "style", "object", "link", "meta"}
TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def results(made):
    """Give every result that shows what a page, a roster or a coder wrote."""
    board = cp.score(made)
    ways = (board, board.by_ask(), board.by_theme(), board.by_office(), board.ranks(), board.grid())
    own = [c.person for c in made.candidates]
    return (
        *ways,
        cp.compare(made, *own[:2]),
        cp.audit_claims(made),
        cp.repeated_statements(made),
        cp.track_record(made),
        cp.worksheet(made, coder="omar", blinding="open"),
        cp.report_on(made),
    )


class Cells(HTMLParser):
    """Collects the text of each cell, and every tag."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.cells, self.tags, self.inside = [], [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, *(name for name, _ in attrs)))
        if tag in ("td", "th"):
            self.cells.append("")
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data):
        if self.inside:
            self.cells[-1] += data


def words(table):
    """Give what a reader is to see in each cell, the heading first."""

    def shown(value):
        if value is None:
            return "–"
        if isinstance(value, bool):
            return "yes" if value else "no"
        return f"{value:.2f}" if isinstance(value, float) else visible(str(value))

    return [*map(visible, table.names), *(shown(v) for row in table.rows() for v in row)]


def squeezed(cells):
    return [" ".join(cell.split()) for cell in cells]


def from_markdown(text):
    parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    inline = [token for token in parser.parse(text) if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special"}
    return ["".join(child.content for child in token.children or ()) for token in inline]


def from_html(text):
    page = Cells(text)
    assert {tag for tag, *_ in page.tags} <= TABLE
    assert {name for _, *names in page.tags for name in names} <= {"style", "scope"}
    return page.cells


READ_BACK = {
    "github": lambda table: from_markdown(table.to_text("github")),
    "pipe": lambda table: from_markdown(table.to_text("pipe")),
    "html": lambda table: from_html(table.to_html()),
    "tabulate's html": lambda table: from_html(table.to_text("html")),
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("way", READ_BACK)
def test_shown_cells_come_back_as_they_were_and_nothing_is_live(marked, what, way):
    for result in results(marked(HOSTILE[what])):
        table = result.to_table()
        assert squeezed(READ_BACK[way](table)) == squeezed(words(table)), type(result).__name__


@pytest.mark.parametrize("what", HOSTILE)
def test_carried_cells_come_back_exactly(marked, what):
    for result in results(marked(HOSTILE[what])):
        table = result.to_table()
        rows = list(csv.reader(io.StringIO(table.to_csv(), newline="")))
        assert not any(
            c.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for r in rows for c in r
        )
        texts = [i for i, c in enumerate(table.columns) if c.kind is ColumnKind.TEXT]
        told = [[cp.unguarded(row[i]) for i in texts] for row in rows[1:]]
        assert told == [[row[i] or "" for i in texts] for row in table.rows()]
        plain = {name.replace("\0", "<U+0000>"): held for name, held in table.to_dict().items()}
        assert pa.table(table).to_pydict() == plain


@pytest.mark.parametrize("what", HOSTILE)
def test_a_notebook_shows_no_element_that_calmer_words_would_not(marked, what):
    calm = {tag for result in results(marked("calm")) for tag in Cells(result._repr_html_()).tags}
    for result in results(marked(HOSTILE[what])):
        shown = set(Cells(result._repr_html_()).tags)
        assert shown <= calm, type(result).__name__
        assert {tag for tag, *_ in shown} & LIVE == set()


@pytest.mark.parametrize("what", HOSTILE)
def test_a_report_is_markdown_in_which_nothing_is_live(marked, what):
    made = marked(HOSTILE[what])
    parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    tokens = parser.parse(str(cp.report_on(made)))
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "softbreak"}
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block"}
    titles = [t.level for t in tokens if t.type == "heading_open"]
    assert len(titles) == 1 + len(cp.report_on(made).sections)


@pytest.mark.parametrize("what", ["controls", "directions", "zero width"])
def test_what_is_printed_can_move_no_cursor_and_turn_no_line(marked, what):
    for result in results(marked(HOSTILE[what])):
        for text in (str(result), *(result.to_table().to_text(name) for name in ("plain", "grid"))):
            assert all(c.isprintable() or c == "\n" for c in text), type(result).__name__


PLAIN = sorted(name for name in _FORMATS if "latex" not in name and name not in READ_BACK)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_formats_hold_one_line_for_each_row_whatever_the_cells(name):
    def lines(text):
        return len(
            Table.of({"words": ColumnKind.TEXT}, [(text,), ("b",)]).to_text(name).split("\n")
        )

    assert {lines(text) for text in HOSTILE.values()} == {lines("calm")}


@pytest.mark.parametrize("name", ["latex", "latex_booktabs", "latex_longtable"])
def test_latex_runs_no_command_of_a_cell(name):
    text = Table.of({"words": ColumnKind.TEXT}, [(HOSTILE["latex"],)]).to_text(name)
    assert not re.search(r"(?<!\\)[%]|\\input|(?<!\\)\$x", text)


@pytest.mark.parametrize("name", sorted(set(tabulate_formats) - _FORMATS))
def test_a_format_in_which_a_cell_could_be_markup_is_refused(name):
    with pytest.raises(ValueError, match="github"):
        Table.of({"words": ColumnKind.TEXT}, [("x",)]).to_text(name)
