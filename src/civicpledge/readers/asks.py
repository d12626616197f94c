"""An ask out of its heading and what stands below it: its form, its text, its parts."""

import re

from attrs import define, field, frozen

from civicpledge.model.asks import AskForm, PartForm
from civicpledge.model.ids import slug
from civicpledge.model.sources import Document, Quote
from civicpledge.normalise.text import direct_question
from civicpledge.readers.lines import Line, sentences
from civicpledge.readers.numbering import numbered, words_of
from civicpledge.readers.reading import RawAsk, RawPart, RawTheme

_LONGEST_KEY = 60
_ELECTED = (
    r"(?:if (?:you (?:are|were) )?(?:re-?)?elected,? (?:as .{1,40}, )?"
    r"|as (?:mayor|commissioner|pcc|mp),? )?"
)
_WILL_YOU = re.compile(
    rf"{_ELECTED}(?:will|would|can|could|do) (?:you|your|the|we|[a-z]{{3,20}}ing)\b|do you "
    rf"(?:commit|pledge|promise|agree to)"
    r"|are you (?:willing|prepared|committed|ready)",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    rf"{_ELECTED}(?:do|would|will|can) you (?:(?:publicly|fully|also|personally) )?(?:support|"
    rf"back|agree (?:that|with)|endorse|believe|think|"
    r"favour|oppose)\b|are you (?:in favour|supportive)|should\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"(?:{_ELECTED}|and |if (?:so|yes|not),? |also,? )(?:how|what|where|when|which|why|who|in "
    rf"what)\b",
    re.IGNORECASE,
)
_IMPERATIVES = words_of(
    """
    build make launch promote extend pilot create introduce fund support deliver establish
    develop set end stop publish commit appoint ensure provide protect increase reduce cut
    double invest improve work guarantee open host convene champion pay become join sign adopt
    keep give bring tackle expand restore freeze ban require recognise declare back campaign
    lobby use accredit train recruit plant repair insulate retrofit
    """
)
_DEMANDS = re.compile(
    r"\b(?:call(?:s|ing)? (?:on|upon|for)|we (?:are )?ask(?:ing)?|we want|we demand|we urge)\b",
    re.IGNORECASE,
)


def form_of(title: str, text: str = "") -> AskForm:
    """
    Tell how an ask is worded, by its title, else by its text.

    >>> form_of("Will you build 300 homes?").value, form_of("If elected, how will you build?").value
    ('will_you', 'open')
    """
    for words in (title, text):
        form = _form(direct_question(words.strip("'\"‘’“”*_ ")))
        if form is not AskForm.UNKNOWN:
            return form
    return AskForm.UNKNOWN


def _form(words: str) -> AskForm:
    if not words:
        return AskForm.UNKNOWN
    if _SUPPORT.match(words):
        return AskForm.DO_YOU_SUPPORT
    if _OPEN.match(words) and "?" in words:
        return AskForm.OPEN
    if _WILL_YOU.search(words[:400]) and "?" in words:
        return AskForm.WILL_YOU
    first = words.split(maxsplit=1)[0].casefold().strip(".,:")
    if first in _IMPERATIVES or _DEMANDS.search(words[:600]):
        return AskForm.DEMAND
    return AskForm.UNKNOWN


@define
class Draft:
    """An ask whose heading is read and whose text is still to come."""

    document: Document
    number: str | None
    title: Quote
    theme: RawTheme | None = None
    text: Quote | None = None
    parts: list[RawPart] = field(factory=list)
    word_limit: int | None = None

    def finish(self, key: str) -> RawAsk:
        """Make the ask, with the limbs that its own words print."""
        text = self.text.text if self.text else ""
        parts = tuple(self.parts) or question_parts(self.document, self.title)
        return RawAsk(
            number=self.number,
            key=key,
            title=self.title.text,
            quote=self.title,
            text=self.text,
            form=form_of(self.title.text, text),
            theme=self.theme,
            parts=parts,
            word_limit=self.word_limit,
        )


def key_of(draft: Draft, taken: set[str]) -> str:
    """Give what tells an ask from the others: its number, else its title, else both and its theme."""
    title = slug(draft.title.text)
    short = (
        title if len(title) <= _LONGEST_KEY else title[:_LONGEST_KEY].rsplit("-", 1)[0].strip("-.")
    )
    base = slug(draft.number) if draft.number else short
    themed = f"{slug(draft.theme.title)[:_LONGEST_KEY].strip('-.')}.{base}" if draft.theme else base
    for key in (base, themed, f"{base}.{short}"):
        if key not in taken:
            return key
    return f"{base}.{slug(str(len(taken)))}"


def question_parts(document: Document, title: Quote) -> tuple[RawPart, ...]:
    """
    Split "Will you ...? If so, how many and where?" into its printed limbs.

    One question alone has no parts.
    """
    pieces = sentences(document.text, title.span.start, title.span.end)
    asked = [(a, b) for a, b in pieces if document.text[a:b].rstrip("'\"’”").endswith("?")]
    if len(asked) < 2:
        return ()
    parts = []
    for start, end in asked:
        words = document.text[start:end]
        form = PartForm.OPEN if _OPEN.match(words) else PartForm.LIMB
        parts.append(RawPart(quote=document.quote(start, end), form=form))
    return tuple(parts)


def list_parts(document: Document, lines: list[Line]) -> list[RawPart]:
    """Make parts of the printed points of a list."""
    parts = []
    for line in lines:
        found = numbered(line.bare)
        behind = line.bare_start + (found.words if found else 0)
        if behind < line.bare_end:
            quote = document.quote(behind, line.bare_end)
            form = PartForm.OPEN if _OPEN.match(quote.text) and "?" in quote.text else PartForm.LIMB
            parts.append(RawPart(number=found.number if found else None, quote=quote, form=form))
    return parts


# ---- asks that a page marks

_COUNTED = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
_ASKED = re.compile(
    r"(?:(?:so )?(?:we|they|members|residents|leaders) (?:then |also |next )?ask(?:ed)?|asked|ask"
    r"|(?:the|our|their)(?: (?:first|second|third|fourth|fifth|next|last))? (?:ask|question|demand))"
    rf"(?: (?P<number>{_COUNTED}))?(?:,? (?:from|by|of|to) [^:\n]{{1,80}})?[*_]{{0,3}}:[*_]{{0,3}}\s{{1,3}}"
    r"(?P<quote>[\"“‘])?(?=[A-Z])",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class MarkedAsk:
    """An ask that a page marks as one: its number, and where its words begin and end in the line."""

    number: str | None
    start: int
    end: int


def marked_ask(bare: str) -> MarkedAsk | None:
    """
    Read "We asked: Will you ...?", "ASK: Keep it open." and "The ask, from Year 9: Will you ...?".

    >>> marked_ask("Asked: Will you keep the lido?").start, marked_ask("Asked: he did not know.")
    (7, None)
    """
    found = _ASKED.match(bare)
    if found is None:
        return None
    end = len(bare.rstrip('"”’ *_')) if found["quote"] else len(bare)
    asks = form_of(bare[found.end() : end]) is not AskForm.UNKNOWN
    return MarkedAsk(number=found["number"], start=found.end(), end=end) if asks else None
