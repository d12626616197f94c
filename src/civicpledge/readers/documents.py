"""Files as documents: plain text, Markdown, HTML and PDF. Bytes are UTF-8, or the error says so."""

import importlib
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from attrs import evolve

from civicpledge.errors import DocumentError, EncodingError, MissingFileError
from civicpledge.model.ids import SourceId, slug
from civicpledge.model.sources import Document, Source
from civicpledge.progress import Progress, watched
from civicpledge.readers.document_tables import HtmlTable, span_of
from civicpledge.readers.numbering import words_of

_TEXT = frozenset({".txt", ".md", ".markdown", ".text", ".csv", ".tsv", ""})
_HTML = frozenset({".html", ".htm", ".xhtml"})
LARGEST_FILE = 100_000_000
"""Files with more bytes are refused."""


def read_document(
    path: str | Path, source: Source | None = None, *, progress: Progress | None = None
) -> Document:
    """
    Read the file at *path*: ``.txt``, ``.md``, ``.csv``, ``.tsv``, ``.html`` or ``.pdf``.

    HTML is turned into text with a blank line between blocks; a PDF's pages follow each other with a
    blank line and a form feed (its text needs the extra ``pdf``).

    :param source: what is known of the document; without it, its id is the slug of the file's name
    :param progress: wraps the pages of a PDF, like ``tqdm.tqdm``; other kinds are read in one go
    :raises MissingFileError: if there is no such file, or it cannot be opened
    :raises EncodingError: if its bytes are not UTF-8; nothing is guessed
    :raises DocumentError: if the kind of file is not known, the file is too large or not what it says
    :raises EmptyDocumentError: if there is no letter and no digit in it
    """
    place = Path(path)
    data = _bytes(place)
    given = source or Source(id=SourceId(slug(place.stem)), title=place.stem or place.name)
    suffix = place.suffix.casefold()
    if suffix == ".pdf":
        text, found = _pdf_text(data, place, progress), given
    elif suffix in _HTML:
        text, title = html_text(_decoded(data, place))
        found = evolve(given, title=title) if source is None and title else given
    elif suffix in _TEXT:
        text, found = _decoded(data, place), given
    else:
        hint = "; save it as CSV" if suffix in (".xlsx", ".xls", ".ods") else ""
        raise DocumentError(
            str(place), f"is not a kind of file that is read: .txt .md .csv .tsv .html .pdf{hint}"
        )
    return Document.from_text(text, source=found)


def read_questionnaires(folder: str | Path) -> tuple[Document, ...]:
    """
    Read every document of a folder that holds one candidate's answers a file, sorted by file name.

    Files whose names begin with a full stop, and kinds of file that are not read, are left out.

    :raises MissingFileError: if there is no such folder
    """
    place = Path(folder)
    if not place.is_dir():
        raise MissingFileError(str(place), "is not a folder")
    known = (_TEXT - {""}) | _HTML | {".pdf"}
    files = sorted(f for f in place.iterdir() if f.is_file() and not f.name.startswith("."))
    return tuple(read_document(f) for f in files if f.suffix.casefold() in known)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise DocumentError(str(path), f"has more than {LARGEST_FILE:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise MissingFileError(
            str(path), f"cannot be opened ({error.strerror or 'no reason'})"
        ) from error


_LOOKED_AT = 4096
_MANY_NULS = 4
"""Text in UTF-16 has a NUL in every second place; in UTF-8 there is no reason for any."""


def _decoded(data: bytes, path: Path) -> str:
    start = data[:_LOOKED_AT]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or start.count(0) * _MANY_NULS > len(start):
        raise EncodingError(str(path), "is UTF-16, not UTF-8; save it as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EncodingError(
            str(path), f"line {line}, byte {error.start}: is not UTF-8; save it as UTF-8"
        ) from None


# ---- HTML

_BLOCKS = words_of(
    """
    address article aside blockquote body br button dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section
    summary table tbody td textarea tfoot th thead title tr ul
    """
)
_SILENT = words_of(
    """
    script style noscript template svg head select iframe object
    """
)
_VOID = words_of(
    """
    area base br col embed hr img input link meta source track wbr
    """
)
_COUNTED = words_of("pre blockquote sup svg")
_LISTS = words_of("ol ul")
_MOST_ITEMS = 999
_BOLD = words_of("b strong")
_MARKS = {
    "q": ("“", "”"),
    **dict.fromkeys(_BOLD, ("**", "**")),
    **dict.fromkeys(("del", "s", "strike"), ("~~", "~~")),
}
# A raised figure is a note or a power: "50" with a note 1 is not 501.
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_SIGN = 40
_HEADINGS = {f"h{n}": "#" * n for n in range(1, 7)}


class _Text(HTMLParser):
    """Gathers the words of a page, a blank line between blocks; never goes deeper than a counter."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.title = ""
        self._words: list[str] = []
        self._silent = 0
        self._in_title = False
        self._before = ""
        self._open = Counter[str]()
        self._table = HtmlTable()
        self._lists: list[int | None] = []
        self._behind_quote = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "title":
            self._in_title = not self._open["svg"]
        if tag in _SILENT and tag not in _VOID:
            self._silent += 1
        if tag in _BLOCKS:
            self._begin(tag, told)
        if tag == "cite" and (self._open["blockquote"] or self._behind_quote):
            self._cite()
        if tag == "figcaption" and self._behind_quote:
            self._before = "—"
        self._open_cell(tag, told)
        self._open[tag] += tag in _COUNTED
        self._mark(tag, 0)

    def _begin(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Begin a block, and a list with the number that it starts from."""
        self._close(soft=tag == "br")
        before = self._bullet() if tag == "li" else self._before if tag != "br" else ""
        self._before = _HEADINGS.get(tag, before)
        if tag in _LISTS:
            counts = tag == "ol" and attrs.get("type", "1") == "1"
            self._lists.append(span_of(attrs.get("start"), _MOST_ITEMS) if counts else None)

    def _mark(self, tag: str, side: int) -> None:
        """Write the mark of words that are bold, struck out or a quotation."""
        heads = tag in _BOLD and self._before.startswith("#")
        if tag in _MARKS and not heads:
            self._words.append(_MARKS[tag][side])

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _BLOCKS or (tag == "cite" and self._before == "—"):
            self._close(soft=False)
            self._before = ""
        if tag in ("tr", "table"):
            self._end_row()
        if tag in _LISTS:
            del self._lists[-1:]
        if self._open[tag]:
            self._open[tag] -= 1
            self._behind_quote = self._behind_quote or tag == "blockquote"
        self._mark(tag, 1)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._silent:
            self._words.append(data.translate(_RAISED) if self._open["sup"] else data)

    def _close(self, *, soft: bool) -> None:
        joined = "".join(self._words)
        self._words = []
        words = (
            joined.strip("\n")
            if self._open["pre"]
            else _without_empty_bold(" ".join(joined.split()))
        )
        if not words.strip(" *"):
            return
        dashed = self._before == "—" and words.startswith(("—", "–", "-"))
        mark = f"{self._before} " if self._before and not dashed else ""
        mark = "> " + mark if self._open["blockquote"] and not mark.startswith("#") else mark
        self._behind_quote = False
        if self._table.row:
            self._table.row[-1].pieces.append(mark + words)
        else:
            self.blocks.append(mark + words + ("\n" if soft else "\n\n"))

    def _cite(self) -> None:
        """Set who is named behind a quotation on a line behind a dash, unless a sentence goes on."""
        before = "".join(self._words).rstrip()
        if not before or before.endswith((".", "!", "?", "…", '"', "”", "’")):
            self._close(soft=False)
            self._before = "—"

    def _bullet(self) -> str:
        """Give what a browser shows before an item: its number in an ordered list."""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."

    def _open_cell(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "table":
            self._end_row()
            self._table = HtmlTable()
        elif tag == "tr":
            self._end_row()
            self._table.row = []
        elif tag in ("td", "th"):
            self._table.open_cell(tag, attrs)
        elif tag == "img" and self._table.row and self._table.headed:
            self._words.append((attrs.get("alt") or "")[:_LONGEST_SIGN])

    def _end_row(self) -> None:
        """Write a row between bars, or the blocks that it only laid out."""
        blocks, cells = self._table.take_row()
        self.blocks += [f"{block}\n\n" for block in blocks]
        if not cells:
            return
        first = self._table.rows == 1
        if not first and self.blocks:
            self.blocks[-1] = self.blocks[-1].rstrip("\n") + "\n"
        rule = "|" + " --- |" * len(cells) + "\n" if first else ""
        self.blocks.append(f"| {' | '.join(cells)} |\n{rule}\n")

    def finish(self) -> str:
        """Give the whole text."""
        self.close()
        self._close(soft=False)
        self._end_row()
        return "".join(self.blocks).strip() + "\n"


def _without_empty_bold(words: str) -> str:
    """Set bold marks close to their words, as Markdown has them."""
    pieces = words.split("**")
    if len(pieces) == 1:
        return words
    if len(pieces) % 2 == 0:
        return "".join(pieces)
    made = []
    for at, piece in enumerate(pieces):
        inner = piece.strip()
        if at % 2 == 0 or not inner:
            made.append(piece)
            continue
        lead, tail = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        made.append(f"{lead}**{inner}**{tail}")
    return "".join(made)


def _closed(page: str) -> str:
    """
    Leave out comments, and take what no bracket closes for text.

    The parser scans to the end of the page for every mark that is never closed, and stumbles over marked
    sections (``<![if IE]>``) of a kind it does not know; the blank makes them declarations, which it skips.
    """
    pieces, at = [], 0
    while (start := page.find("<!--", at)) >= 0:
        pieces.append(page[at:start])
        end = page.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(page)
    pieces.append(page[at:])
    whole = "".join(pieces).replace("<![", "<! [")
    last = whole.rfind(">") + 1
    return whole[:last] + whole[last:].replace("<", "&lt;")


def html_text(page: str) -> tuple[str, str]:
    r"""
    Turn a page of HTML into text and its title: headings with ``#``, bold kept, lists with their marks.

    Tables become rows between bars, with what spans several cells set into each. Raised figures stay
    raised; words struck out stand between ``~~``. Scripts, styles and the like are left out, and so is
    everything in an unclosed one.

    >>> html_text("<title>T</title><h2>Homes</h2><p><b>Ann Body, Green:</b> Yes.</p>")
    ('## Homes\n\n**Ann Body, Green:** Yes.\n', 'T')
    """
    parser = _Text()
    parser.feed(_closed(page))
    text = parser.finish()
    return text, " ".join(parser.title.split())


# ---- PDF


# Between pages, as other extractors print it: it tells running heads from the words of a page.
_PAGE_BREAK = "\n\n\f"


def _pdf_text(data: bytes, path: Path, progress: Progress | None) -> str:
    pypdf = _pypdf(path)
    with _as_faults_of(path):
        pages = list(pypdf.PdfReader(io.BytesIO(data)).pages)
    texts = []
    for page in watched(pages, progress):
        with _as_faults_of(path):
            texts.append(page.extract_text())
    return _PAGE_BREAK.join(texts).encode("utf-8", "replace").decode("utf-8")


@contextmanager
def _as_faults_of(path: Path) -> Iterator[None]:
    """Tell whatever pypdf stumbles over in a broken file as a fault of that file."""
    try:
        yield
    except RecursionError:
        raise DocumentError(str(path), "is a PDF that is nested too deeply") from None
    except Exception as error:  # noqa: BLE001 - pypdf raises whatever a broken file makes it stumble over
        problem = f"cannot be read as a PDF ({type(error).__name__})"
        raise DocumentError(str(path), problem) from None


def _pypdf(path: Path) -> Any:
    try:
        return importlib.import_module("pypdf")
    except ImportError:
        raise DocumentError(
            str(path), "needs the extra 'pdf': pip install 'civicpledge[pdf]'"
        ) from None
