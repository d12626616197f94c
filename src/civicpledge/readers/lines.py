"""A text as lines with their places: markup around them, headings, bullets, numbers, furniture."""

import re
from collections.abc import Iterator

from attrs import frozen

LONGEST_HEADING = 120
"""No heading is longer, in code points; longer lines are sentences."""

_MOST_WORDS = 14
_BREAK = re.compile(r"[\n\r]")
_OPEN_MARKUP = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]?|\*{1,3}(?=\S)|_{1,3}(?=\S)|~~(?=\S))")
_BULLET = re.compile(r"(?:[•●▪◦‣⁃∙·○■□➢➤►*+\u2013\u2014-])[ \t]+(?=\S)")
_CLOSE_MARKUP = "*_#~ \t\\"
_NUMBERED = re.compile(
    r"\(?(?:(?:question|ask|priority|pledge|demand|proposal|point|request|q|no|number|#)[ .:]{0,2}#?)?"
    r"[ \t]{0,2}(?P<number>\d{1,3}[a-z]?)(?:[ \t]{0,2}[).:\u2013\u2014]\)?(?!\d)|[ \t]-[ \t])"
    r"[*_]{0,3}[ \t]{0,8}",
    re.IGNORECASE,
)
_WORD_NUMBERED = re.compile(
    r"(?:question|ask|priority|pledge|demand|proposal|point|request)[ \t]{1,2}"
    r"(?P<number>\d{1,3}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:[ \t]{0,2}[).:\u2013\u2014-][ \t]{0,8}|[ \t]{1,8}|$)",
    re.IGNORECASE,
)
_TERMINAL = ".!…;,"
_QUOTES = "'\"‘’“”«»‹›„‚`´"
_LOWER_STARTS = re.compile(r"[a-z]")
# A line of one of these first words is somebody speaking, however short.
_SPOKEN = frozenset(
    "yes no yeah yep nope absolutely definitely certainly indeed agreed maybe i i'm i’m i'll i’ll i've "
    "i’ve i'd i’d we we'll we’ll we're we’re my our categorically sure ok okay".split()
)


@frozen(kw_only=True)
class Line:
    """
    A line that holds something.

    :ivar index: its place among the lines that hold something, from 0; :ivar number: in the text, from 1
    :ivar start: :ivar end: without the white space around it
    :ivar bare_start: :ivar bare_end: without the markup around it too
    :ivar bare: the text between those; :ivar marked: whether heading or bold markup was around it
    :ivar bullet: whether a bullet stood before it
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
    bullet: bool
    gap: bool


def lines_of(text: str) -> tuple[Line, ...]:
    r"""
    Give the lines of *text* that hold more than white space; a line ends at LF, CR or both.

    >>> [(line.number, line.bare, line.gap) for line in lines_of("## Homes\n\n* Ann\nyes")]
    [(1, 'Homes', True), (3, 'Ann', True), (4, 'yes', False)]
    """
    lines: list[Line] = []
    gap = True
    for number, start, end in _raw_lines(text):
        first, last = _without_space(text, start, end)
        if first == last:
            gap = True
            continue
        lines.append(_line(text, len(lines), number, first, last, gap=gap))
        gap = False
    return tuple(lines)


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
    first, bullet, hashes, opened = start, False, False, False
    for _ in range(4):
        found = _BULLET.match(text, first, end)
        if found:
            bullet, first = True, found.end()
            continue
        found = _OPEN_MARKUP.match(text, first, end)
        if not found:
            break
        hashes = hashes or found[0].startswith("#")
        opened = opened or found[0][0] in "*_"
        first = found.end()
    last = end
    while opened or hashes:
        if last > first and text[last - 1] in _CLOSE_MARKUP:
            last -= 1
            continue
        break
    closed = last < end
    if first >= last:
        first, last, opened, hashes = start, end, False, False
    return Line(
        index=index,
        number=number,
        start=start,
        end=end,
        bare_start=first,
        bare_end=last,
        bare=text[first:last],
        marked=hashes or (opened and closed),
        heading=hashes,
        bullet=bullet,
        gap=gap,
    )


@frozen(kw_only=True)
class Numbered:
    """A printed number and where the words behind it begin, inside the line's bare text."""

    number: str
    words: int


def numbered(bare: str) -> Numbered | None:
    """
    Read the number that a line begins with.

    >>> numbered("7) Launch a fund").number, numbered("Question 2: Will you?").number
    ('7', '2')
    >>> numbered("2029 is far"), numbered("3.5 million homes")
    (None, None)
    """
    found = _NUMBERED.match(bare) or _WORD_NUMBERED.match(bare)
    if found is None:
        return None
    return Numbered(number=found["number"], words=found.end())


def looks_like_heading(line: Line) -> bool:
    """
    Tell whether a line on its own has the form of a heading.

    Short, no full stop at its end, not the middle of a sentence and nothing that somebody says.

    >>> [looks_like_heading(line) for line in lines_of("Safer streets\\n\\nYes, I will.\\n\\nYes")]
    [True, False, False]
    """
    words = line.bare.strip().split()
    if line.heading:
        return True
    if not words or len(line.bare) > LONGEST_HEADING or len(words) > _MOST_WORDS or line.bullet:
        return False
    if words[0].strip(_QUOTES + ",.!").casefold() in _SPOKEN:
        return False
    last = line.bare.rstrip()[-1]
    if last in _TERMINAL or (last in "'\"’”" and line.bare.rstrip()[-2:-1] in (*_TERMINAL, "?")):
        return False
    first = line.bare.lstrip(_QUOTES + "([ ")
    return bool(first) and not _LOWER_STARTS.match(first) and any(c.isalpha() for c in first)


# ---- sentences

_SENTENCE_END = re.compile(r"[.!?…]{1,4}['\"’”»)\]]{0,3}(?=\s)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof cllr st sir rev revd hon rt e.g i.e no vs etc jr sr gen capt col lt fr approx".split()
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


def _ends_sentence(text: str, start: int, at: int, behind: int, end: int) -> bool:
    following = text[behind : min(behind + 12, end)].lstrip().lstrip(_QUOTES + "([*_")
    if following and following[0].islower():
        return False
    if text[at] != ".":
        return True
    word = text[max(start, at - 12) : at].split()[-1:]
    last = word[0].lstrip(_QUOTES + "(").casefold() if word else ""
    initial = len(last) == 1 and last.isalpha() and last != "i"
    return not initial and last not in _ABBREVIATIONS


# ---- furniture

_ICON_RUN = re.compile(
    r"arrow-(?:down|up|left|right)|@1x|Close Icon|Menu Icon|Icons / Social", re.I
)
_FURNITURE = re.compile(
    r"(?:"
    r"[^\n/]{1,160}\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)"
    r"|(?:latest )?news(?: and blogs?)?|home(?:page)?|blog|menu|search|tags?:?|share(?: this.{0,40})?|tweet|print"
    r"|(?:skip|jump) to (?:main )?content|back to top|read more(?: .{0,80})?|related .{0,60}|advertisement"
    r"|this article is more than .{1,20} old|(?:posted|published|written|updated) (?:by|on|in) .{1,100}"
    r"|(?:last )?updated:? .{1,60}|published:? .{1,60}|by [A-Z][\w.'-]{1,20} [A-Z][\w' -]{1,30}"
    r"|subscribe(?: .{0,60})?|sign up (?:for|to) .{0,60}newsletter.{0,20}|follow us.{0,60}|donate(?: now)?"
    r"|(?:all rights reserved|copyright|©).{0,120}|cookie (?:policy|settings)|privacy policy|(?:photo|image|picture)"
    r"(?: credit)?s?: .{1,100}|page \d{1,4}(?: of \d{1,4})?|-{3,}|_{3,}|\*{3,}|={3,}|\W{1,12}|facebook|twitter|linkedin"
    r"|instagram|youtube|email|previous(?: article)?|next(?: article)?|comments? ?(?:\(\d+\))?|\d+ comments?"
    r"|watch (?:the |this |a |\d )?.{0,40}(?:video|film|clip)s?.{0,80}"
    r")",
    re.IGNORECASE,
)


def is_furniture(line: Line) -> bool:
    """
    Tell whether a line belongs to the page and not to what it says: icons, image names, "Posted by".

    >>> [is_furniture(line) for line in lines_of("Posted by A. Body on 4 May\\n\\nposter.jpg\\n\\nHomes")]
    [True, True, False]
    """
    if len(line.bare) <= 320 and _FURNITURE.fullmatch(line.bare):
        return True
    return len(_ICON_RUN.findall(line.bare[:2000])) >= 3
