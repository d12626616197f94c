"""A text as lines with their places: markup around them, headings, bullets, numbers, furniture."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from civicpledge.readers.numbering import numbered, questions_counted, words_of

LONGEST_HEADING = 120
"""No heading is longer, in code points; longer lines are sentences."""

TICKS, CROSSES = "✓✔✅☑", "✗✘❌☒"
"""The marks before what was promised, and before what was not."""

_MOST_WORDS = 14
_BREAK = re.compile(r"[\n\r]")
_OPEN_MARKUP = re.compile(
    r"(?:#{1,6}[ \t]+|>[ \t]?|\*{2,3} (?=[^*\n]{2,100} \*{2,3}[ \t]*(?:\n|$))|\*{1,3}(?=\S)|_{1,3}(?=\S)"
    r"|~~(?=\S))"
)
_BULLET = re.compile(r"(?:[•●▪◦‣⁃∙·○■□➢➤►*+\u2013\u2014-])[ \t]+(?=\S)")
_STAMP = re.compile(r"[\[(]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?[\])][ \t]+(?=\S)")
_QUOTED = re.compile(r"(?:>[ \t]?){1,6}")
_CLOSE_MARKUP = "*_#~ \t\\"
_TERMINAL = ".!…;,"
_QUOTES = "'\"‘’“”«»‹›„‚`´"
# A line that begins so is somebody speaking, however short; "No recourse to public funds" is a heading.
_SPOKEN = re.compile(
    r"(?:yes|no|yeah|nope|absolutely|definitely|certainly|categorically|agreed|sure|of course|"
    r"maybe|indeed|perhaps)"
    r"(?:[,.!;:–—-]| -|\s*$|\s+(?:please|comment|thanks|thank|definitely|absolutely|certainly|"
    r"i|we|it|but|and)\b)"
    r"|i(?:['’](?:m|ll|ve|d))?\s"
    r"|we(?:['’](?:ll|re|ve|d)|\s+(?:will|would|are|have|support|need|should|must|can|back|"
    r"agree|want|believe|do|"
    r"think|pledge|commit|fully|strongly))\b"
    r"|(?:(?:i|fully|strongly|totally|completely|wholeheartedly|happy to|pleased to) "
    r")?(?:agree|support|supportive|"
    r"committed|in favour|back)(?: (?:this|it|that|with|the|in|of|ask|idea|pledge|fully|"
    r"strongly|entirely|all)){0,5}$"
    r"|(?:n/?a|not sure|undecided|unsure|it depends|no (?:answer|reply|response).{0,20}|did "
    r"not .{1,30}|declined.{0,30})$",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Line:
    """
    A line that holds something.

    :ivar index: its place among the lines that hold something, from 0; :ivar number: in the text, from 1
    :ivar start: :ivar end: without the white space around it
    :ivar bare_start: :ivar bare_end: without the markup around it too
    :ivar bare: the text between those; :ivar marked: whether heading or bold markup was around it
    :ivar opened: the markup it began with, ``**`` or ``##`` or nothing
    :ivar bullet: whether a bullet stood before it
    :ivar quoted: whether it stood behind ``>``, unless the whole page is a forwarded letter
    :ivar gap: whether a blank line, or nothing, stands before it
    """

    index: int
    number: int
    start: int
    end: int
    bare_start: int
    bare_end: int
    bare: str
    marked: bool
    heading: bool
    opened: str
    bullet: bool
    gap: bool
    quoted: bool = False


def lines_of(text: str) -> tuple[Line, ...]:
    r"""
    Give the lines of *text* that hold more than white space; a line ends at LF, CR or both.

    Questions that are counted within one ("We ask: 1. Will you ...? 2. Will you ...?") are lines too.

    >>> [(line.number, line.bare, line.gap) for line in lines_of("## Homes\n\n* Ann\nyes")]
    [(1, 'Homes', True), (3, 'Ann', True), (4, 'yes', False)]
    """
    lines: list[Line] = []
    gap = True
    for number, start, end in _raw_lines(text):
        first, last = _without_space(text, start, end)
        if not text[first:last].strip("> \t"):
            gap = True
            continue
        cuts = [start, *(start + cut for cut in questions_counted(text[start:end])), end]
        for cut, stop in pairwise(cuts):
            first, last = _without_space(text, cut, stop)
            lines.append(_line(text, len(lines), number, first, last, gap=gap))
            gap = False
    for run in _quoted_runs(text, lines):
        lines[run[0].index : run[-1].index + 1] = [evolve(line, quoted=True) for line in run]
    return tuple(lines)


def cut_at(
    text: str, lines: tuple[Line, ...], cuts: Mapping[int, Sequence[int]]
) -> tuple[Line, ...]:
    """Cut lines, by their index, at places in their bare text; the pieces are lines of their own."""
    made: list[Line] = []
    for line in lines:
        places = [line.start, *(line.bare_start + at for at in cuts.get(line.index, ())), line.end]
        if len(places) == _WHOLE:
            made.append(evolve(line, index=len(made)))
            continue
        for start, end in pairwise(places):
            first, last = _without_space(text, start, end)
            gap = line.gap and start == line.start
            made.append(_line(text, len(made), line.number, first, last, gap=gap))
    return tuple(made)


_WHOLE = 2


def _quoted_runs(text: str, lines: list[Line]) -> list[list[Line]]:
    """Find the lines behind ``>`` that follow each other; in a forwarded letter one run is most of it."""
    runs = [list(run) for behind, run in groupby(lines, lambda x: text[x.start] == ">") if behind]
    return [] if any(len(run) * 2 > len(lines) for run in runs) else runs


def _raw_lines(text: str) -> Iterator[tuple[int, int, int]]:
    start, number = 0, 1
    for found in _BREAK.finditer(text):
        yield number, start, found.start()
        start, number = found.end(), number + 1
    yield number, start, len(text)


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()) if words.strip() else start, start + len(words.rstrip())


def _line(text: str, index: int, number: int, start: int, end: int, *, gap: bool) -> Line:
    first, opened, bullet = _open_markup(text, start, end)
    last = _close_markup(text, first, end) if opened else end
    if first >= last:
        first, last, opened = start, end, ""
    bare = text[first:last]
    heading = opened.startswith("#")
    return Line(
        index=index,
        number=number,
        start=start,
        end=end,
        bare_start=first,
        bare_end=last,
        bare=bare,
        marked=heading or (bool(opened) and last < end and opened not in bare),
        heading=heading,
        opened=opened,
        bullet=bullet,
        gap=gap,
    )


def _open_markup(text: str, start: int, end: int) -> tuple[int, str, bool]:
    """Step over the time in a recording, bullets and markup before a line's words; give what they were."""
    stamp = _STAMP.match(text, start, end)
    first, opened, bullet = stamp.end() if stamp else start, "", False
    for _ in range(4):
        found = _BULLET.match(text, first, end)
        if found is not None:
            bullet, first = True, found.end()
            continue
        found = _OPEN_MARKUP.match(text, first, end)
        if found is None:
            break
        token = found[0].strip()
        opened = opened if opened.startswith("#") else token.replace(">", "")
        first = found.end()
    return first, opened, bullet


def _close_markup(text: str, first: int, end: int) -> int:
    while end > first and text[end - 1] in _CLOSE_MARKUP:
        end -= 1
    return end


def words_start(text: str, line: Line) -> int:
    """Give where a line begins behind the ``>`` that marks it as quoted."""
    found = _QUOTED.match(text, line.start, line.end)
    return found.end() if line.quoted and found else line.start


def looks_like_heading(line: Line) -> bool:
    r"""
    Tell whether a line on its own has the form of a heading.

    Short, no full stop at its end, not the middle of a sentence and nothing that somebody says.

    >>> [looks_like_heading(line) for line in lines_of("Safer streets\n\nYes, I will.\n\nYes")]
    [True, False, False]
    """
    bare = line.bare.rstrip()
    words = bare[: LONGEST_HEADING + 1].split()
    if line.heading:
        return True
    if not words or len(bare) > LONGEST_HEADING or len(words) > _MOST_WORDS:
        return False
    if line.bullet or line.quoted:
        return False
    if _SPOKEN.match(bare.lstrip(_QUOTES)) or _ends_as_sentence(bare):
        return False
    first = bare.lstrip(_QUOTES + "([ ")
    return bool(first) and not first[0].islower() and any(c.isalpha() for c in first)


def _ends_as_sentence(bare: str) -> bool:
    unquoted = bare.rstrip(_QUOTES + ")]")
    return unquoted[-1:] in (*_TERMINAL, ":", "?")


_ASKS = re.compile(
    r"(?:if (?:you (?:are|were) )?(?:re-?)?elected,? .{0,60}?"
    r"|(?:as|beyond|for|given|in|on|regarding|under|with) [^.?!]{2,90}, )?"
    r"(?:will|would|do|does|can|could|are|is|have|has|should|shall"
    r"|(?:how|where|when|which|why|who|what)(?:['’](?:s|re|d|ll))?) ",
    re.IGNORECASE,
)


def is_question(line: Line, behind: int = 0) -> bool:
    r"""
    Tell whether a line asks something and nothing else: "Will you ...?".

    :param behind: where its words begin, behind a number or a label

    >>> [is_question(line) for line in lines_of("Will you build?\nAnd why? Because.")]
    [True, False]
    """
    words = line.bare[behind:].strip(_QUOTES + "*_ ")
    return len(words) <= 600 and words.endswith("?") and _ASKS.match(words) is not None


def has_question(words: str) -> bool:
    """
    Tell whether *words* begin with a question, whatever follows it.

    >>> has_question("Will you build? If so, where?"), has_question("We will. Will you?")
    (True, False)
    """
    bare = words[:600].strip(_QUOTES + "*_ ")
    return "?" in bare and _DIRECT.match(bare) is not None


_DIRECT = re.compile(
    r"(?:if (?:you (?:are|were) )?(?:re-?)?elected,? .{0,60}?)?(?:will|would|do|can|could|are) "
    r"(?:you|your|the|we|[a-z]{3,20}ing)\b"
    r"|(?:what|how|which|where) .{0,40}\byou\b",
    re.IGNORECASE,
)


def is_alone(lines: tuple[Line, ...], index: int) -> bool:
    """
    Tell whether a line is a paragraph of its own.

    Blank lines tell; in a text without any, so do the ends of its neighbours.
    """
    line = lines[index]
    if line.heading:
        return True
    before = lines[index - 1] if index else None
    behind = lines[index + 1] if index + 1 < len(lines) else None
    apart = len(line.bare) < _NARROW or (behind is not None and opens_quotation(behind.bare))
    opens = line.gap or before is None or _ends_paragraph(before)
    closes = behind is None or behind.gap or _opens_paragraph(behind)
    if line.gap and behind is not None and not behind.gap:
        return line.marked or (closes and apart)
    return opens and closes and (line.gap or apart)


_NARROW = 64
_WIDEST = 140


def _ends_paragraph(line: Line) -> bool:
    bare = line.bare.rstrip("*_ ")
    return bare[-1:] in ".!?…:\"'’”»)" or len(bare) < _NARROW // 2 or line.heading or line.marked


def _opens_paragraph(line: Line) -> bool:
    return line.bullet or not line.bare[:1].islower()


def paragraphs(lines: tuple[Line, ...] | list[Line]) -> list[tuple[Line, ...]]:
    r"""
    Join lines that one sentence runs through; bullets and numbers begin anew.

    Where a line is longer than any width that text is broken at, the end of a sentence ends a paragraph.

    >>> [len(p) for p in paragraphs(lines_of("We will\nbuild homes.\n\n* one\n* two"))]
    [2, 1, 1]
    """
    joined: list[list[Line]] = []
    whole = any(len(line.bare) > _WIDEST for line in lines)
    for line in lines:
        before = joined[-1][-1] if joined else None
        ended = whole and before is not None and _ends_as_sentence(before.bare)
        goes_on = before is not None and before.index + 1 == line.index and _runs_on(before, line)
        if goes_on and not (ended and _opens_paragraph(line)):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [tuple(lines) for lines in joined]


def _runs_on(before: Line, line: Line) -> bool:
    if line.gap or line.bullet or line.marked or before.marked or numbered(line.bare) is not None:
        return False
    return len(before.bare) >= 40 or line.bare[:1].islower()


# ---- quotations

_OPENS_QUOTE = "'\"‘“«‹„‚`"
_CLOSES_QUOTE = "'\"’”»›`´"


def opens_quotation(words: str) -> bool:
    """Tell whether *words* begin with a quotation mark."""
    bare = words.lstrip("*_>• \t")
    return bare[:1] in tuple(_OPENS_QUOTE)


def closes_quotation(words: str) -> bool:
    """Tell whether *words* end with a quotation mark."""
    return words.rstrip("*_., \t")[-1:] in tuple(_CLOSES_QUOTE)


_WHOLE_QUOTATION = re.compile(r"(?:\"[^\"]+\"|“[^“”]+”)[.,*_]{0,3}")


def is_one_quotation(words: str) -> bool:
    """
    Tell whether *words* are one quotation in double marks, from its first sign to its last.

    >>> is_one_quotation('"Yes, I will."'), is_one_quotation('"Yes," she said. "I will."')
    (True, False)
    """
    return _WHOLE_QUOTATION.fullmatch(words.strip()) is not None


# ---- sentences

_SENTENCE_END = re.compile(r"[.!?…]{1,4}['\"’”»)\]*_]{0,5}(?=\s)")
_ABBREVIATIONS = words_of(
    """
    mr mrs ms dr prof cllr st sir rev revd hon rt e.g i.e vs etc jr sr gen capt col lt fr
    approx rep reps sen gov
    """
)


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """
    Split ``text[start:end]`` into sentences, each a pair of offsets without white space around it.

    >>> sentences("All agreed. Cllr. A. N. Body did not.", 0, 37)
    ((0, 11), (12, 37))
    """
    pieces: list[tuple[int, int]] = []
    at = start
    for found in _SENTENCE_END.finditer(text, start, end):
        if not _ends_sentence(text, at, found.start(), found.end(), end):
            continue
        pieces.append(_without_space(text, at, found.end()))
        at = found.end()
    pieces.append(_without_space(text, at, end))
    return tuple((a, b) for a, b in pieces if a < b)


_INITIALS = re.compile(r"[a-z](?:\.[a-z]){1,3}")


def _ends_sentence(text: str, start: int, at: int, behind: int, end: int) -> bool:
    following = text[behind : min(behind + 12, end)].lstrip().lstrip(_QUOTES + "([*_")
    if following and following[0].islower():
        return False
    if text[at] != ".":
        return True
    words = text[max(start, at - 30) : at].split()[-2:]
    last = words[-1].lstrip(_QUOTES + "(").casefold() if words else ""
    if "." in last and words[0][:1].isupper() and _INITIALS.fullmatch(last):
        return False  # "Candidate D.R. Body", not "in the U.S. Body"
    initial = len(last) == 1 and last.isalpha() and last != "i"
    number = last == "no" and following[:1].isdigit()
    return not initial and not number and last not in _ABBREVIATIONS
