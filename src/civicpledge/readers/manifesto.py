"""
Manifestos: what somebody undertakes unasked, told from what they say of others and of themselves.

The text is cut into blocks (``manifesto_blocks``), the blocks into pledges (``manifesto_promises`` tells
which words undertake), and what is printed twice is joined (``manifesto_joining``).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from civicpledge.model.responses import Wording
from civicpledge.model.sources import Document, SourceKind
from civicpledge.progress import Progress, watched
from civicpledge.readers.lines import sentences
from civicpledge.readers.manifesto_author import in_first_person, quoted
from civicpledge.readers.manifesto_blocks import Block, BlockKind, Blocks, blocks_of
from civicpledge.readers.manifesto_impersonal import (
    is_bare_offer,
    is_future_effect,
    undertakes_for_all,
)
from civicpledge.readers.manifesto_joining import Printed, groups_of
from civicpledge.readers.manifesto_promises import (
    Lead,
    begins_with_action,
    is_for_others,
    is_imperative,
    is_undertaking,
    lead_of_heading,
    states_a_fact,
)
from civicpledge.readers.manifesto_words import column_warnings, lost_hyphens, word_warnings
from civicpledge.readers.reading import (
    RawPledge,
    RawTheme,
    Reading,
    ReadingWarning,
    Segment,
    SegmentKind,
    tile,
)

_FIRST_PAGE = 3000
_DRAFT = re.compile(r"\bdraft\b", re.IGNORECASE)
_MANIFESTO = re.compile(r"\bmanifesto\b", re.IGNORECASE)
_FEW, _SOME, _MANY = 3, 4, 10
_OPENING = 300
_IMPRINT = re.compile(r"\bpromoted by [^\n]{1,100}", re.IGNORECASE)
_CANDIDATE = re.compile(
    r"\byour (?:[\w-]{1,20} ){0,3}candidate\b|\bcandidate for (?:mayor|police)\b"
    r"|^[A-Z][\w’ -]{1,40} for (?:the )?mayor\b",
    re.IGNORECASE | re.MULTILINE,
)
_BULLET_LINE = re.compile(r"\s*[•●▪◦‣⁃∙·○■□➢➤►▶▸]\s*|\s*\d{1,3}[.)]?\s*")
_CLOSING_BAR = re.compile(r"[ \t]{0,99}\|")
_LABEL = re.compile(r"\*\*[^*\n]{1,80}(?:[.:!]\*\*|\*\*[.:])[ \t]+(?=\S)")
_LONGEST_LABEL = 6
_LONGEST_TOPIC = 4
_WILL = re.compile(
    r"will (?!(?:you|we|i|they|he|she|it|the|this|that|there|our|your|my|any|an?)\b)[a-z]",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r":[ \t]*\n\s*(?=[A-Z])")


@frozen(kw_only=True)
class _Pledge:
    """One appearance of a pledge, before the same ones are joined."""

    start: int
    end: int
    block: Block
    own: bool
    number: str | None


def signs(document: Document) -> tuple[str, ...]:
    r"""
    Give the signs that *document* is a manifesto, a line each; none where nothing speaks for it.

    >>> from civicpledge.model.sources import Source
    >>> page = Document.from_text("Our manifesto\n\n• We will plant trees.\n",
    ...     source=Source(id="m", title="M"))
    >>> signs(page)
    ('the first page calls it a manifesto',)
    """
    found: list[str] = []
    if _MANIFESTO.search(document.text[:_FIRST_PAGE]):
        found.append("the first page calls it a manifesto")
    return (
        *found,
        *_signs_of_print(document.text),
        *_signs_of_words(in_first_person(document.text)),
    )


def _signs_of_print(text: str) -> Iterator[str]:
    if _IMPRINT.search(text[-_FIRST_PAGE:]):
        yield "the imprint of an election says who promoted it"
    if _CANDIDATE.search(text[:_OPENING]):
        yield "the first lines present one candidate"


def _signs_of_words(text: str) -> Iterator[str]:
    cut = blocks_of(text)
    items = [text[b.start : b.end] for b in cut.blocks if b.kind is BlockKind.ITEM]
    imperative = sum(1 for words in items if is_imperative(words))
    if imperative >= _FEW:
        yield f"{imperative} items of lists begin with a verb of action"
    if imperative >= _FEW and imperative * 3 >= len(items) * 2:
        yield "they are two thirds or more of all items"
    heads = [text[b.start : b.end] for b in cut.blocks if b.kind is BlockKind.HEADING]
    if any(lead_of_heading(words) is Lead.OWN for words in heads):
        yield "a heading promises"
    own = sum(1 for words in _prose(text, cut) if is_undertaking(words))
    if own >= _SOME:
        yield f"{own} sentences say what we or I will, should or must do"
    if own >= _MANY:
        yield "they are ten or more"


def _prose(text: str, cut: Blocks) -> Iterator[str]:
    """Give the sentences of prose."""
    for block in cut.blocks:
        if block.kind is BlockKind.PROSE:
            for start, end in sentences(text, block.start, block.end):
                yield text[start:end]


def read_manifesto(document: Document, progress: Progress | None = None) -> Reading:
    r"""
    Read *document* as the manifesto of one author, who is never guessed from it.

    A pledge is quoted sentence by sentence; what explains it is context. ``own`` is ``False`` where it
    campaigns for somebody else's action. A pledge printed again, in a summary and in full, is one, with
    its ``appearances``. What the PDF broke is reported in ``warnings`` and stays as it is printed.

    >>> from civicpledge.model.sources import Source
    >>> page = Document.from_text("HOMES\n\n1. Build 50 homes.\n2. Lobby the county for more.\n",
    ...     source=Source(id="m", title="M"))
    >>> [(p.number, p.section, p.own) for p in read_manifesto(page).pledges]
    [('1', ('HOMES',), True), ('2', ('HOMES',), False)]
    """
    text = document.text
    told = in_first_person(text)
    cut = blocks_of(told, progress)
    pledges = list(_pledges(told, cut, progress))
    joined = _joined(document, pledges)
    headings = [b for b in cut.blocks if b.kind is BlockKind.HEADING]
    warnings = [
        *cut.warnings,
        *word_warnings(text),
        *column_warnings(text),
        *_of_pledges(document, pledges, joined),
    ]
    return Reading(
        document=document,
        kind=SourceKind.MANIFESTO,
        draft=_DRAFT.search(text[:_FIRST_PAGE]) is not None,
        themes=tuple(_theme(document, block) for block in headings),
        pledges=joined,
        segments=tile(text, _segments(text, cut.blocks, pledges)),
        warnings=tuple(sorted(warnings, key=lambda w: (w.line, w.what, w.why))),
    )


def _theme(document: Document, block: Block) -> RawTheme:
    quote = document.quote(block.start, block.end)
    return RawTheme(title=" ".join(quote.text.split()), quote=quote)


def _pledges(text: str, cut: Blocks, progress: Progress | None) -> Iterator[_Pledge]:
    """Give the pledges of all blocks in the order of print."""
    lists = _pledge_lists(text, cut.blocks)
    for block in watched(cut.blocks, progress):
        if block.kind not in (BlockKind.ITEM, BlockKind.PROSE):
            continue
        number = block.number
        before = True
        said = quoted(text, block.start, block.end)
        for at, (start, end) in enumerate(_without_topic(text, block)):
            words = text[start:end]
            if said(start):
                before = False
                continue
            taken = _is_taken(words, block, lists, first=not at, follows=before)
            if taken:
                own = block.lead is not Lead.OTHERS and not is_for_others(words)
                last = start + len(_without_closing_marks(words))
                yield _Pledge(start=start, end=last, block=block, own=own, number=number)
                number = None
            before = taken


def _pledge_lists(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Give the lists whose items are pledges though nothing says so: most begin with a verb of action."""
    counts: Counter[int] = Counter()
    for block in blocks:
        if block.kind is BlockKind.ITEM:
            words = text[block.start : block.end]
            begun = begins_with_action(words) or is_undertaking(words)
            counts[block.series] += 1 if begun else -1
    return frozenset(series for series, n in counts.items() if n > 0)


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Split a block into sentences, also where a line leads on with a colon, without labels in bold."""
    for start, end in sentences(text, block.start, block.end):
        at = start
        label = _LABEL.match(text, start, end)
        if label is not None and _undertakes(label[0]):
            yield at, start + len(label[0].rstrip())
        at = label.end() if label is not None else start
        for found in _LEADS_ON.finditer(text, at, end):
            yield at, found.start() + 1
            at = found.end()
        yield at, end


def _without_topic(text: str, block: Block) -> list[tuple[int, int]]:
    """Give an item's sentences without a topic before them: "Verges. I will press for places to pass."."""
    found = list(_sentences(text, block))
    if block.kind is BlockKind.ITEM and len(found) > 1:
        topic, words = (text[a:b] for a, b in found[:2])
        short = len(topic.split()) <= _LONGEST_TOPIC and not _promises(topic)
        return found[1:] if short and _promises(words) else found
    return found


def _promises(words: str) -> bool:
    return is_undertaking(words) or is_imperative(words) or undertakes_for_all(words)


def _without_closing_marks(words: str) -> str:
    """Leave out the marks at the end that close what was opened before the words."""
    closing = words[len(words.rstrip("*_")) :]
    return words.removesuffix(closing) if closing and words.count(closing) % 2 else words


def _undertakes(label: str) -> bool:
    words = label.strip("*: \t")
    return is_undertaking(words) or is_imperative(words) or len(words.split()) > _LONGEST_LABEL


def _is_taken(
    words: str, block: Block, lists: frozenset[int], *, first: bool, follows: bool
) -> bool:
    """Tell whether a sentence is a pledge where it stands."""
    if words.endswith(":"):
        return False
    if is_undertaking(words):
        return True
    if block.lead is not Lead.FACTS and undertakes_for_all(words):
        return True
    if block.kind is BlockKind.PROSE:
        return (follows and is_imperative(words)) or _is_promised(words, block, first=first)
    if block.lead is Lead.FACTS:
        return False
    if block.lead is Lead.SUMMARY:
        return first and not states_a_fact(words)
    if first and block.lead is not Lead.OPEN:
        return True
    if first and _WILL.match(words):
        return not words.endswith("?")
    if first:
        begun = begins_with_action(words)
        return block.series in lists and (begun or not states_a_fact(words))
    return follows and block.series in lists and is_imperative(words)


def _is_promised(words: str, block: Block, *, first: bool) -> bool:
    """Tell whether a sentence is a pledge since the heading over it promises."""
    if block.listed and first and is_bare_offer(words):
        return True
    return (block.listed or block.lead is Lead.OWN) and is_future_effect(words)


def _joined(document: Document, pledges: Sequence[_Pledge]) -> tuple[RawPledge, ...]:
    """Make one record of all appearances of a pledge."""
    lost = lost_hyphens(document.text)

    def whole(words: str) -> str:
        return " ".join(lost.get(word, word) for word in words.split())

    printed = [
        Printed(
            words=whole(document.text[p.start : p.end]),
            series=p.block.series or -1 - i,
            number=p.number,
            heading=p.block.section[-1] if p.block.section else "",
            own=p.own,
        )
        for i, p in enumerate(pledges)
    ]
    return tuple(_record(document, [pledges[i] for i in places]) for places in groups_of(printed))


def _record(document: Document, appearances: Sequence[_Pledge]) -> RawPledge:
    first = appearances[0]
    quotes = [document.quote(p.start, p.end) for p in appearances]
    return RawPledge(
        number=next((p.number for p in appearances if p.number is not None), None),
        section=first.block.section,
        quote=quotes[0],
        own=first.own,
        wording=Wording.VERBATIM,
        appearances=tuple(quote.span for quote in quotes),
    )


def _segments(text: str, blocks: Sequence[Block], pledges: Sequence[_Pledge]) -> Iterator[Segment]:
    """Give every block's segments, with page debris inside a block cut out of them."""
    inside: dict[int, list[_Pledge]] = defaultdict(list)
    for pledge in pledges:
        inside[pledge.block.start].append(pledge)
    debris = [b for b in blocks if b.kind in (BlockKind.MARKS, BlockKind.FURNITURE)]
    holes = sorted((b.start, b.end) for b in debris)
    holes += _closing_bars(text, blocks)
    holes.sort()
    for start, end in holes:
        yield Segment(kind=SegmentKind.FURNITURE, start=start, end=end)
    title = next((b for b in blocks if b.kind is BlockKind.HEADING), None)
    at = 0
    for block in sorted(blocks, key=lambda b: b.mark):
        for kind, start, end in _pieces(block, inside[block.start], title):
            while at < len(holes) and holes[at][1] <= start:
                at += 1
            yield from _around(text, holes, at, Segment(kind=kind, start=start, end=end))


def _closing_bars(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give the bars that close the rows of tables: no words."""
    for block in blocks:
        if block.kind is BlockKind.ITEM and text[block.mark] == "|":
            closing = _CLOSING_BAR.match(text, block.end)
            if closing is not None:
                yield closing.end() - 1, closing.end()


def _pieces(
    block: Block, pledges: Sequence[_Pledge], title: Block | None
) -> Iterator[tuple[SegmentKind, int, int]]:
    if block.kind is BlockKind.HEADING:
        kind = SegmentKind.TITLE if block is title else SegmentKind.THEME
        yield kind, block.mark, block.end
    if block.kind not in (BlockKind.ITEM, BlockKind.PROSE):
        return
    at = block.mark
    for pledge in pledges:
        if pledge.start > block.start:
            yield SegmentKind.CONTEXT, at, pledge.start
            at = pledge.start
        yield SegmentKind.PLEDGE, at, pledge.end
        at = pledge.end
    yield SegmentKind.CONTEXT, at, block.end


def _around(
    text: str, holes: Sequence[tuple[int, int]], at: int, piece: Segment
) -> Iterator[Segment]:
    """Give what is left of *piece* beside the holes from *at* on, without white space at its ends."""
    start = piece.start
    while start < piece.end:
        hole = holes[at] if at < len(holes) and holes[at][0] < piece.end else (piece.end, piece.end)
        words = text[start : hole[0]]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first < last:
            yield Segment(kind=piece.kind, start=first, end=last)
        start, at = hole[1], at + 1


def _of_pledges(
    document: Document, pledges: Sequence[_Pledge], joined: Sequence[RawPledge]
) -> Iterator[ReadingWarning]:
    """Tell of pledges with page debris inside, and where no pledge was found at all."""
    if not joined:
        yield ReadingWarning(
            line=1, what="no pledge", why="no item and no sentence reads as an undertaking"
        )
    place, line = 0, 1
    for pledge in pledges:
        line += document.text.count("\n", place, pledge.start)
        place = pledge.start
        words = document.text[pledge.start : pledge.end]
        if "\f" in words or any(_BULLET_LINE.fullmatch(row) for row in words.split("\n")):
            yield ReadingWarning(
                line=line, what="a pledge with marks inside", why="a page break tore it apart"
            )
