"""The rows of a manifesto as blocks: headings, prose, and the items of lists with what leads to them."""

import re
from collections.abc import Sequence
from enum import StrEnum

from attrs import define, field, frozen

from civicpledge.progress import Progress, watched
from civicpledge.readers.manifesto_author import authors_of, heading_in_first_person
from civicpledge.readers.manifesto_headings import (
    Page,
    heading_rows,
    is_inner_heading,
    is_large,
    page_of,
)
from civicpledge.readers.manifesto_lists import pair
from civicpledge.readers.manifesto_promises import (
    Lead,
    is_imperative,
    is_undertaking,
    lead_at_end,
    lead_of,
    lead_of_heading,
    leads_on,
)
from civicpledge.readers.manifesto_rows import Row, RowKind, rows_of
from civicpledge.readers.reading import ReadingWarning

_DECLARED = re.compile(r"(?:pledge|promise|commitment)\b", re.IGNORECASE)
_LONGEST_LEAD = 400
_DEEPER = 2
_MOST_HEADING_WORDS = 6
_OF_CHAPTERS = 1  # the list of all pledges that are numbered with their chapter
_HASHED_LEVEL, _LARGE, _CAPITALS, _SMALL = 0, 11, 12, 13


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    ITEM = "item"
    PROSE = "prose"
    MARKS = "marks"
    FURNITURE = "furniture"


@frozen(kw_only=True)
class Block:
    """
    A heading, a paragraph, one item of a list, or what is no words.

    :ivar start: :ivar end: in the text; page debris may stand inside
    :ivar mark: where its number or bullet begins, ``start`` where it has none of its own
    :ivar series: which list it is an item of; 0 for none
    :ivar lead: what the words before its list make of it; for prose, what its heading does
    :ivar listed: whether it stands under a numbered heading that is one of a list of pledges
    """

    kind: BlockKind
    start: int
    end: int
    mark: int
    line: int
    number: str | None = None
    section: tuple[str, ...] = ()
    series: int = 0
    lead: Lead = Lead.OPEN
    listed: bool = False


@frozen(kw_only=True)
class Blocks:
    """The blocks in the order of the text, and what was odd about them."""

    blocks: tuple[Block, ...]
    warnings: tuple[ReadingWarning, ...]


def blocks_of(text: str, progress: Progress | None = None) -> Blocks:
    """Cut *text* into blocks; a heading that names the author is told like one with "we"."""
    rows = rows_of(text)
    walk = _Walk(text=text, page=page_of(text, rows), authors=authors_of(text))
    at = 0
    for number, _ in enumerate(watched(rows, progress)):
        if number == at:  # a step may take several rows
            at = walk.step(at)
    return Blocks(blocks=tuple(walk.blocks), warnings=tuple(walk.warnings))


@define(kw_only=True)
class _Walk:
    """One way down the rows; it only goes forward."""

    text: str
    page: Page
    authors: tuple[str, ...] = ()
    blocks: list[Block] = field(factory=list)
    warnings: list[ReadingWarning] = field(factory=list)
    headings: list[tuple[int, str]] = field(factory=list)
    under: tuple[str, ...] = ()
    lead: Lead = Lead.OPEN
    outer: Lead = Lead.OPEN
    headed: Lead = Lead.OPEN
    listed: bool = False
    series: int = _OF_CHAPTERS
    in_list: bool = False
    number: int = 0
    part: int = 0
    fresh: bool = True

    @property
    def rows(self) -> Sequence[Row]:
        return self.page.rows

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(title for _, title in self.headings) + self.under

    def step(self, at: int) -> int:
        """Read what begins at the row *at* and give the row behind it."""
        row = self.rows[at]
        match row.kind:
            case RowKind.BLANK | RowKind.FURNITURE:
                if row.kind is RowKind.FURNITURE:
                    self.add(BlockKind.FURNITURE, at, at)
                self.fresh = True
                return at + 1
            case RowKind.HASHED:
                return self.heading(at, 1, level=_HASHED_LEVEL + row.level)
            case RowKind.MARK:
                return self.torn(at)
            case RowKind.ITEM:
                return self.item(at)
            case RowKind.TEXT:
                return self.words(at)

    def words(self, at: int) -> int:
        row = self.rows[at]
        count = 0
        if self.fresh or row.page_start:
            count = heading_rows(self.page, at)
        elif at and is_inner_heading(self.page, at):
            count = 1
        if not count:
            return self.prose(at)
        level = _CAPITALS if row.words.isupper() else _SMALL
        return self.heading(at, count, level=_LARGE if is_large(self.page, at, count) else level)

    def heading(self, at: int, count: int, *, level: int) -> int:
        """Take a heading; a small one behind a large one stands beside those in capitals."""
        if level == _SMALL and any(n == _LARGE for n, _ in self.headings):
            level = _CAPITALS
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        title = " ".join(w for row in self.rows[at : at + count] for w in row.words.split())
        self.headings.append((level, title[:_LONGEST_LEAD]))
        self.under, self.in_list, self.number = (), False, 0
        told = heading_in_first_person(title, self.authors)
        self.lead = self.outer = self.headed = lead_of_heading(told)
        self.listed = False
        self.add(BlockKind.HEADING, at, at + count - 1)
        self.fresh = True
        return at + count

    def prose(self, at: int) -> int:
        last = self.run(at)
        self.add(BlockKind.PROSE, at, last)
        self.under, self.in_list = (), False
        block = self.blocks[-1]
        tail = self.text[max(block.start, block.end - _LONGEST_LEAD) : block.end]
        self.lead = lead_at_end(tail)
        self.fresh = False
        return last + 1

    def run(self, at: int) -> int:
        """Give the last row of the paragraph that begins at *at*."""
        last = at
        while last + 1 < len(self.rows):
            following = self.next_row(last)
            if following is None:
                return last
            last = following
        return last

    def next_row(self, last: int) -> int | None:
        """Give the row that goes on with the paragraph, stepping over page debris; ``None`` at its end."""
        at = last + 1
        if self.rows[at].kind is RowKind.TEXT:
            row = self.rows[at]
            if (
                row.page_start
                and row.capital
                and (self.rows[last].ended or heading_rows(self.page, at))
            ):
                return None
            if self.page.breaks(last) or is_inner_heading(self.page, at):
                return None
            return at
        while at < len(self.rows) and self.rows[at].kind in (RowKind.BLANK, RowKind.FURNITURE):
            at += 1
        debris = [i for i in range(last + 1, at) if self.rows[i].kind is RowKind.FURNITURE]
        goes_on = at < len(self.rows) and self.rows[at].kind is RowKind.TEXT
        small = goes_on and self.rows[at].words[:1].islower() and not self.rows[last].ended
        if not (debris and small):
            return None
        for i in debris:
            self.add(BlockKind.FURNITURE, i, i)
        return at

    def item(self, at: int) -> int:
        row = self.rows[at]
        if self._is_numbered_heading(at):
            return self.numbered_heading(at)
        if _DECLARED.match(self.text, row.start, row.at):
            self.lead = self.outer = Lead.OWN
        last = self.item_end(at)
        self.take_items([(at, last)], [row.mark or ""])
        self.fresh = True
        return last + 1

    def numbered_heading(self, at: int) -> int:
        """Take a numbered heading: behind words that promise it, and its followers, are pledges."""
        self.part = int(self.rows[at].mark or 0)
        listed = self.listed if self.part > 1 else self.lead in (Lead.OWN, Lead.SUMMARY)
        following, self.listed = self.heading(at, 1, level=_SMALL), listed
        return following

    def item_end(self, at: int) -> int:
        """Give the last row of the item that begins at *at*: it ends before words that lead to a list."""
        if self.rows[at].mark == "|":  # a table's row ends with its own bar
            return at
        last = at
        while last + 1 < len(self.rows):
            following = self.next_row(last)
            if following is None:
                break
            row = self.rows[following]
            if row.open and row.capital and not self.rows[last].words.endswith((",", "-")):
                break
            last = following
        return self._with_detail(at, last)

    def _with_detail(self, at: int, last: int) -> int:
        """Take in the bullets that are set deeper than the item *at*: they tell more of it."""
        row = self.rows[at]
        if self.rows[last].open:
            return last
        while last + 1 < len(self.rows):
            below = self.rows[last + 1]
            if below.kind is not RowKind.ITEM or below.indent < row.indent + _DEEPER:
                return last
            last += 1
        return last

    def _is_numbered_heading(self, at: int) -> bool:
        """Tell whether "1. Housing" heads what follows: few words, no verb, and no next number."""
        row = self.rows[at]
        if not row.numbered or int(row.mark or 0) not in (1, self.part + 1):
            return False
        inside = self.in_list and not row.words.isupper()
        if inside or row.ended or row.open or not row.capital:
            return False
        if is_imperative(row.words) and not self._explained_below(at):
            return False
        following = self._full_row(at + 1, at + 4)
        if following is None or following.numbered or len(row.words.split()) > _MOST_HEADING_WORDS:
            return False
        return following.mark is not None or following.capital

    def _explained_below(self, at: int) -> bool:
        """Tell whether what undertakes stands right below a short line: "1. Mend it" / "I will fill"."""
        below = self.rows[at + 1] if at + 1 < len(self.rows) else None
        if below is None or below.kind is not RowKind.TEXT or not self.page.breaks(at):
            return False
        return (self.listed or self.lead is Lead.OWN) and is_undertaking(below.words)

    def torn(self, at: int) -> int:
        """Read a column of marks and the words beside it, over as many pages as they go on."""
        marks: list[str] = []
        words: list[int] = []
        numbered, begun = self.rows[at].numbered, at
        while at < len(self.rows):
            row = self.rows[at]
            if row.kind is RowKind.MARK and row.numbered == numbered and not (numbered and words):
                marks.append(row.mark or "")
                self.add(BlockKind.MARKS, at, at)
            elif row.kind is RowKind.FURNITURE:
                if words and not self._goes_on(at):
                    break
                self.add(BlockKind.FURNITURE, at, at)
            elif row.kind is RowKind.TEXT:
                if words and self._leaves(words[-1], at):
                    break
                words.append(at)
            elif row.kind is not RowKind.BLANK or (
                words and words[-1] == at - 1 and not self._wants_more(at, marks, words)
            ):
                break
            at += 1
        self._pair(marks, words, begun)
        self.fresh = True
        return at

    def _full_row(self, first: int, behind: int) -> Row | None:
        return next((r for r in self.rows[first:behind] if r.kind is not RowKind.BLANK), None)

    def _goes_on(self, at: int) -> bool:
        following = self._full_row(at + 1, at + 3)
        if following is None:
            return False
        return following.kind is RowKind.MARK or following.words[:1].islower()

    def _leaves(self, last: int, at: int) -> bool:
        """Tell whether the row *at* is no longer words of the list."""
        row = self.rows[at]
        if last + 1 == at and row.page_start and row.capital:
            return (
                heading_rows(self.page, at) > 0 or self.rows[last].ended or self.page.breaks(last)
            )
        return last + 1 != at and row.page_start and heading_rows(self.page, at) > 0

    def _wants_more(self, at: int, marks: list[str], words: list[int]) -> bool:
        """Tell whether marks are left over and the words go on behind a single blank line."""
        following = self.rows[at + 1] if at + 1 < len(self.rows) else None
        if following is None or following.kind is not RowKind.TEXT or len(words) >= len(marks):
            return False
        return not heading_rows(self.page, at + 1) or is_imperative(following.words)

    def _pair(self, marks: list[str], words: list[int], begun: int) -> None:
        line = self.rows[begun].line
        if not words:
            self.warn(line, "marks without words", "a list was torn apart or its words are missing")
            return
        pairing = pair([self.rows[i] for i in words], len(marks), widest=self.page.widest)
        if not pairing.known:
            what = f"a column of {len(marks)} marks"
            self.warn(line, what, "which words belong to which mark cannot be told for all of them")
        ends = (*pairing.starts[1:], len(words))
        stretches = [(words[a], words[b - 1]) for a, b in zip(pairing.starts, ends, strict=True)]
        self.take_items(stretches, marks if pairing.known else [""] * len(stretches))

    def take_items(self, stretches: list[tuple[int, int]], marks: list[str]) -> None:
        """Take rows as the items of a list; a numbered one that leads on to a list is a small heading."""
        for (first, last), mark in zip(stretches, marks, strict=True):
            numbered = mark.isdigit()
            if "." in mark:
                self.add(BlockKind.ITEM, first, last, number=mark, series=_OF_CHAPTERS)
                continue
            if numbered:
                self._count(int(mark), self.rows[first].line)
            elif not self.in_list:
                self.series += 1
            self.in_list = True
            tail = self.rows[last].words
            if numbered and (tail.endswith(":") or leads_on(tail)):
                self._lead_item(first, last)
                continue
            self.add(BlockKind.ITEM, first, last, number=mark if numbered else None)

    def _count(self, number: int, line: int) -> None:
        """Follow the numbering: one begins a list, the next goes on with it, another one skips."""
        if number == 1:
            self.series += 1
            self.outer = self.lead
        elif number == self.number + 1:
            self.lead = self.outer
        else:
            self.warn(line, f"number {number} behind {self.number}", "the numbering skips")
        self.number, self.under = number, ()

    def _lead_item(self, first: int, last: int) -> None:
        self.add(BlockKind.HEADING, first, last)
        block = self.blocks[-1]
        title = " ".join(self.text[block.start : block.end].split())
        self.under, self.lead, self.in_list = (title[:_LONGEST_LEAD],), lead_of(title), False

    def add(
        self, kind: BlockKind, first: int, last: int, *, number: str | None = None, series: int = 0
    ) -> None:
        row = self.rows[first]
        inside = kind in (BlockKind.ITEM, BlockKind.HEADING, BlockKind.PROSE)
        self.blocks.append(
            Block(
                kind=kind,
                start=row.at if inside else row.start,
                end=self.rows[last].end,
                mark=row.start,
                line=row.line,
                number=number,
                section=self.section,
                series=(series or self.series) if kind is BlockKind.ITEM else 0,
                lead=self.lead if kind is BlockKind.ITEM else self.headed,
                listed=self.listed and kind is BlockKind.PROSE,
            )
        )

    def warn(self, line: int, what: str, why: str) -> None:
        self.warnings.append(ReadingWarning(line=line, what=what, why=why))
