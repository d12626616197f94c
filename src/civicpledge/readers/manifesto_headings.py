"""Which printed lines of a manifesto are headings, where nothing but their place and width tells."""

import re
from collections.abc import Sequence

from attrs import frozen

from civicpledge.readers.manifesto_promises import (
    is_imperative,
    is_undertaking,
)
from civicpledge.readers.manifesto_rows import LONGEST_HEADING, Row, RowKind
from civicpledge.readers.numbering import words_of

_MOST_LINES = 6
_MOST_WORDS = 12
_MANY_WORDS = 5
_MANY_LINES = 3
# A heading is set larger, so its lines are shorter than those of the body.
_NARROW = 0.85
_JOINED = 1.06
_SHORT, _WIDE_SLACK = 0.5, 0.25
_UNFINISHED = words_of(
    "a an and as at by for from in into of on or our than that the their this to under which with "
    "your"
)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3} [A-Z]")
_SMALL_WORD = re.compile(r"\b[a-z][a-z'’-]*")
_INNER_STOP = re.compile(r"[.!?…]['\"’”)]? +['\"‘“(]?[A-Z]")


@frozen(kw_only=True)
class Page:
    """
    The rows of a manifesto and what all of them tell: how wide the body is, which words are no names.

    :ivar width: nine in ten lines of words are at most as long
    :ivar common: words that are also printed in small letters
    """

    rows: Sequence[Row]
    width: int
    common: frozenset[str]

    @property
    def widest(self) -> float:
        """The length that only lines which the extractor joined go beyond."""
        return self.width * _JOINED

    def breaks(self, at: int) -> bool:
        """
        Tell whether a paragraph ends between the row *at* and the next, which stands right under it.

        It does where the next row's first word would have fitted and begins with a capital that is not a
        name's, or where much room was left.
        """
        row, following = self.rows[at], self.rows[at + 1]
        if not following.capital:
            return False
        slack = self.slack(at)
        if row.ended or row.open:
            return slack >= _WIDE_SLACK
        if row.words.endswith((",", "-", "–")) or _last_word(row) in _UNFINISHED:
            return False
        known = (
            following.words.split()[0].strip("'\"‘’“”(,").casefold() in self.common
            and not row.words.split()[-1][0].isupper()
        )
        return slack >= _WIDE_SLACK or (known and slack >= 0)

    def slack(self, at: int) -> float:
        """Give the room left on the row *at* beyond the next one's first word, as a share of the width."""
        row, following = self.rows[at], self.rows[at + 1]
        near = (r for r in self.rows[max(at - 2, 0) : at + 4] if r.kind is RowKind.TEXT)
        width = max((len(r.words) for r in near), default=self.width)
        if len(row.words) > self.widest:
            # Two lines that the extractor joined at a hyphen: the end of the second is not known.
            return 0.0
        return (width - len(row.words) - 1 - len(following.words.split()[0])) / max(width, 1)


def page_of(text: str, rows: Sequence[Row]) -> Page:
    """Measure the *rows* of *text*."""
    lengths = sorted(len(row.words) for row in rows if row.kind is RowKind.TEXT)
    width = lengths[len(lengths) * 9 // 10] if lengths else LONGEST_HEADING
    return Page(rows=rows, width=width, common=frozenset(_SMALL_WORD.findall(text)))


def heading_rows(page: Page, at: int) -> int:
    """Count the rows from *at* that are one heading, behind a page break or a blank line; else 0."""
    row = page.rows[at]
    capital = row.capital or _NUMBERED.match(row.words) is not None
    if not capital or len(row.words) > LONGEST_HEADING or row.words.startswith("(c)"):
        return 0
    for i in range(at, min(at + _MOST_LINES, len(page.rows))):
        row = page.rows[i]
        if row.kind is not RowKind.TEXT or _INNER_STOP.search(row.words[:LONGEST_HEADING]):
            return 0
        if i > at and len(row.words) > page.width * _NARROW:
            return 0
        if _may_end(page, i):
            return i + 1 - at if _is_heading(page, at, i) else 0
        if row.ended:
            return i + 1 - at if _is_large_sentence(page, at, i) else 0
    return 0


def _is_large_sentence(page: Page, at: int, last: int) -> bool:
    """Tell whether lines that open a page, narrow, and stand alone are a heading with a full stop."""
    following = page.rows[last + 1] if last + 1 < len(page.rows) else None
    alone = following is None or following.kind is RowKind.BLANK
    return alone and page.rows[at].page_start and last - at >= _MANY_LINES


def _may_end(page: Page, last: int) -> bool:
    row = page.rows[last]
    if row.ended or row.words.endswith((",", ":", ";", "-", "–")) or _last_word(row) in _UNFINISHED:
        return False
    following = page.rows[last + 1] if last + 1 < len(page.rows) else None
    if following is None or following.kind is not RowKind.TEXT or following.page_start:
        return True
    return following.capital and page.slack(last) >= _WIDE_SLACK


def _is_heading(page: Page, at: int, last: int) -> bool:
    words = " ".join(row.words for row in page.rows[at : last + 1])
    if at < last:
        return len(page.rows[at].words) <= page.width * _NARROW
    return (
        len(words.split()) <= _MOST_WORDS
        and not is_undertaking(words)
        and not _is_lone_pledge(page, at)
    )


def _is_lone_pledge(page: Page, at: int) -> bool:
    """
    Tell whether a short line is one of several pledges that stand alone between blank lines.

    It begins with a verb of action and so does the next; over a list or a longer text it is a heading.
    """
    if page.rows[at].words.isupper() or not is_imperative(page.rows[at].words):
        return False
    near = [row for row in page.rows[at + 1 : at + 4] if row.kind is not RowKind.BLANK][:1]
    before = [row for row in page.rows[max(at - 3, 0) : at] if row.kind is not RowKind.BLANK][-1:]
    return any(
        row.kind is RowKind.TEXT and is_imperative(row.words) and len(row.words) <= LONGEST_HEADING
        for row in (*near, *before)
    )


def is_inner_heading(page: Page, at: int) -> bool:
    """
    Tell whether the row *at*, right under another, is a heading all the same.

    It is in capital letters; or it is much shorter than its neighbours, behind a full stop and above a
    capital letter.
    """
    before, row = page.rows[at - 1], page.rows[at]
    if row.kind is not RowKind.TEXT or row.ended or len(row.words) > page.width * _NARROW:
        return False
    if row.words.isupper() and sum(c.isalpha() for c in row.words) > 2:
        return before.ended or before.kind is not RowKind.TEXT or page.slack(at - 1) >= 0
    if not (before.ended and row.capital) or row.words.endswith((",", ":", ";", "-", "–")):
        return False
    following = page.rows[at + 1] if at + 1 < len(page.rows) else None
    if following is None or following.kind is not RowKind.TEXT or not following.capital:
        return False
    near = [len(r.words) for r in (*page.rows[max(at - 4, 0) : at], *page.rows[at + 1 : at + 5])]
    short = len(row.words) <= _SHORT * max(near) and len(row.words.split()) < 8
    return short and _last_word(row) not in _UNFINISHED and not is_imperative(row.words)


def is_large(page: Page, at: int, rows: int) -> bool:
    """Tell whether a heading opens a part of the manifesto: it opens a page and has several words."""
    words = [w for row in page.rows[at : at + rows] for w in row.words.split()]
    before = next(
        (r for r in reversed(page.rows[max(at - 3, 0) : at]) if r.kind is not RowKind.BLANK), None
    )
    opens = page.rows[at].page_start or (before is not None and before.kind is RowKind.FURNITURE)
    return bool(opens) and len(words) >= _MANY_WORDS


def _last_word(row: Row) -> str:
    return row.words.split()[-1].strip("'\"’”)").casefold()
