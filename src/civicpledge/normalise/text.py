"""
Running text: one plain form to look for cues in, with offsets that lead back to the words as printed.

Stored text is never changed. :func:`plain_text` gives a second text in which quotation marks, dashes,
ellipses, white space and editors' glosses no longer differ from page to page; every place in it maps
back to the source. :func:`ask_form` tells how a request is worded.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NewType

from attrs import frozen

from civicpledge.model.asks import AskForm
from civicpledge.model.sources import Extent

TextKey = NewType("TextKey", str)
"""Text folded for comparing: plain, lower case, no marks."""

ELLIPSIS = "…"
_QUOTES = frozenset("'\"’‘‚‛“”„‟«»‹›`´ʼ′″＇＂")
_DASHES = frozenset("–—―‒−")
_HYPHENS = frozenset("‐‑﹣－")
_SPACE = re.compile(r"\s+")
_ORDINARY = re.compile(r"[\w,;:!?()%/&$£+-]+(?: [\w,;:!?()%/&$£+-]+)*", re.ASCII)
_DOTS = re.compile(r"\.(?:[ \u00a0]?\.){1,40}|…[.…]{0,40}")
_LONGEST_GLOSS = 120
_CAN_BE_GLOSSED = re.compile(r"(?:[A-Z][\w’'&-]*|it|this|that|these|those|they|them)[’']?s?\Z")
# Zero-width, direction and soft-hyphen marks, and control characters other than white space.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


@frozen(kw_only=True, eq=False)
class PlainText:
    """
    A text in its plain form.

    :ivar text: apostrophes are ``'``, no other quotation marks; dashes ``–``; ``…`` for any row of dots;
        single spaces; a line end for any white space that holds one; no editors' glosses
    :ivar offsets: for each character of *text* its offset in the source
    """

    text: str
    offsets: Sequence[int]

    def extent(self, start: int, end: int) -> Extent:
        """
        Give the extent in the source of ``text[start:end]``, which must not be empty.

        >>> plain = plain_text("‘Yes …  I will’")
        >>> at = plain.text.index("I will")
        >>> plain.extent(at, at + 6)
        Extent(start=8, end=14)
        """
        return Extent(start=self.offsets[start], end=self.offsets[end - 1] + 1)


def plain_text(text: str) -> PlainText:
    """
    Give *text* in its plain form, with the way back.

    >>> plain_text("‘The PCC [Police & Crime Commissioner]  won’t...’").text
    "The PCC won't…"
    """
    kept: list[str] = []
    offsets: list[int] = []
    for at, character in _plain_characters(text):
        if character in " \n" and (not kept or kept[-1] in " \n"):
            if kept and character == "\n":
                kept[-1] = character
            continue
        kept.append(character)
        offsets.extend(range(at, at + len(character)))
    if kept and kept[-1] in " \n":
        kept.pop()
        offsets.pop()
    return PlainText(text="".join(kept), offsets=offsets)


def _plain_characters(text: str) -> Iterator[tuple[int, str]]:
    """
    Give the plain character for each place of *text*, leaving out what is not the speaker's.

    Ordinary words, which nothing changes, come as one run.
    """
    at, end = 0, len(text)
    while at < end:
        run = _ORDINARY.match(text, at)
        if run:
            yield at, run[0]
            at = run.end()
            continue
        character = text[at]
        skip = _gloss_end(text, at) if character == "[" else at
        if skip > at:
            at = skip
            continue
        dots = _DOTS.match(text, at) if character in ".…" else None
        if dots:
            yield at, ELLIPSIS
            at = dots.end()
            continue
        space = _SPACE.match(text, at) if character.isspace() else None
        if space:
            yield at, "\n" if "\n" in space[0] or "\r" in space[0] else " "
            at = space.end()
            continue
        plain = _plain_character(text, at)
        if plain:
            yield at, plain
        at += 1


def _plain_character(text: str, at: int) -> str:
    character = text[at]
    if character in _QUOTES:
        inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
        return "'" if inside else ""
    if character in _DASHES:
        return "–"
    if character in _HYPHENS:
        return "-"
    if character in "[]" or _INVISIBLE.match(character):
        return ""
    return character


def _gloss_end(text: str, at: int) -> int:
    """Give the offset behind the gloss that opens at *at*, or *at* where the words are needed."""
    close = text.find("]", at, at + _LONGEST_GLOSS)
    if close < 0:
        return at
    if not any(c.isalnum() for c in text[at:close]):
        return close + 1
    before = text[max(0, at - 40) : at].rstrip()
    word = before.rpartition(" ")[2]
    apart = at > 0 and text[at - 1].isspace()
    return close + 1 if apart and _CAN_BE_GLOSSED.search(word) else at


def text_key(text: str) -> TextKey:
    """
    Fold *text* to the form in which repeated statements are compared: words only, lower case.

    Folding twice changes nothing.

    >>> text_key("‘Yes. This should not be tolerated…’")
    'yes this should not be tolerated'
    """
    words = plain_text(text).text.casefold().replace("'", "")
    return TextKey(" ".join("".join(c if c.isalnum() else " " for c in words).split()))


# The verbs with which bodies ask for an opinion, and those with which they ask for an act.
_OPINION = (
    r"support|back|agree|endorse|favou?r|approve|believe|think|feel|(?<!will you )oppose|consider|"
    r"see(?! (?:to it|that)\b)|value|want"
    r"|accept|recogni[sz]e|share|like|advocate"
)
_ASKED_OPINION = re.compile(
    r"(?<!how )(?<!why )(?<!what )\b(?:do|would|will|could|can|are|did|have) you "
    r"(?:\w+ly |still |see yourself |also |very much )?"
    rf"(?:(?:be )?(?:{_OPINION})(?:ing|ed)?\b(?! to (?!the|this|that|an?\b)[a-z]+ )|"
    r"(?:be )?(?:in favou?r|supportive|opposed)\b|be (?:for|against|open)\b|(?:for|against)\b)"
    r"|\b(?:should|is it|ought) (?:the|we|our|a|an|this|that|it|there|all|every"
    r"|[a-z]+)\b(?:[^?.!]|\.(?!(?-i: [A-Z]))){0,400}\?"
    r"|\bwhere do you stand on\b",
    re.IGNORECASE,
)
_ASKED_ACT = re.compile(
    r"(?<!how )(?<!why )(?<!what )(?<!where )(?<!when )\b(?:will|would|can|could|shall"
    r"|won't) you\b|\b(?:do|will|would|can|could) you (?:\w+ly )?"
    r"(?:commit|pledge|promise|undertake|guarantee|agree to)\b"
    r"|\bare you (?:willing|prepared|ready|able|committed|going)\b"
    r"|\b(?:do|will) (?:the|all) (?:candidates?|parties|party)\b",
    re.IGNORECASE,
)
_ASKED_POSITION = re.compile(
    r"^what(?:'s| is) your (?:position|stance) (?:on|about)\b[^?]{0,400}\?$",
    re.IGNORECASE,
)
_ASKED_OPENLY = re.compile(
    r"^(?:what|how|why|which|who|whom|whose|where|when|in what|to what|describe|explain|tell us|"
    r"please (?:describe|explain|tell|outline|share|list|name)|outline|name|list|share)\b",
    re.IGNORECASE,
)
_OPEN_INSIDE = re.compile(r"\b(?:what|how|why|which|who|where|when)\b[^?]{0,400}\?", re.IGNORECASE)
_DEMANDED = re.compile(
    r"^(?:to |please |(?:fully|publicly|personally) )?(?:abolish|accept|act|adopt|agree|"
    r"allocate|allow|"
    r"appoint|back|ban|bring|build|campaign|carry|champion|change|clean|close|co-?ordinate"
    r"|commission|commit|conduct|"
    r"consult|continue|convene|co-?host|cover|create|cut|declare|deliver|demand|develop|divest"
    r"|double|eliminate|"
    r"encourage|end|enforce|ensure|establish|expand|explore|extend|fight|fix|freeze|fund|give"
    r"|grow|guarantee|"
    r"halt|halve|help|hold|host|implement|improve|include|increase|insist|install|insulate"
    r"|introduce|invest|"
    r"invite|join|keep|launch|lead|license|limit|lobby|lower|maintain|make|meet|monitor|move"
    r"|offer|open|oppose|"
    r"pass|pay|phase|pilot|plant|pledge|press|prevent|prioriti[sz]e|promote|protect|provide"
    r"|publish|put|raise|"
    r"recogni[sz]e|recruit|reduce|reform|refuse|reject|remove|renew|repair|replace|require"
    r"|restore|retain|"
    r"retrofit|reverse|review|roll|run|save|scrap|secure|set|sign|speak|spend|stand|start|stop"
    r"|strengthen|"
    r"subsidi[sz]e|support|tackle|take|train|triple|upgrade|uphold|urge|use|visit|welcome|widen"
    r"|work|write)\b"
    r"(?! (?:is|are|was|were)\b)"
    r"|\bwe (?:are (?:calling|asking)|call (?:on|for|upon)|ask|want|urge|demand|need|seek|"
    r"request)\b"
    r"|\b(?:calls?|asks?|urges?|wants?|invites?|expects?) (?:on |upon )?(?:every|all|each|any|"
    r"our|the) "
    r"(?:\w+ )?(?:authority|board|candidates?|commissioners?|council|councillors?|government|"
    r"mayors?|members?)\b"
    r"|\b(?:candidates?|mayor|council|you) (?:should|must|need to)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W*(?:\d{1,3}[a-z]?[.):]\s*)?")
_LONGEST_ASK = 4000


def ask_form(text: str) -> AskForm:
    """
    Tell how a request is worded, from its words.

    The first question that can be answered with yes or no decides; ``UNKNOWN`` where nothing tells, as
    under a bare heading.

    >>> ask_form("Do you support a cap on rents? If so, how high?"), ask_form("Will you found a choir?")
    (<AskForm.DO_YOU_SUPPORT: 'do_you_support'>, <AskForm.WILL_YOU: 'will_you'>)
    >>> ask_form("Build 2,000 homes"), ask_form("How will you pay for it?")
    (<AskForm.DEMAND: 'demand'>, <AskForm.OPEN: 'open'>)
    """
    words = direct_question(_NUMBERED.sub("", plain_text(text[:_LONGEST_ASK]).text))
    if _ASKED_POSITION.search(words):
        return AskForm.DO_YOU_SUPPORT
    if _ASKED_OPENLY.match(words) and words.count("?") <= 1:
        return AskForm.OPEN
    opinion, act = _ASKED_OPINION.search(words), _ASKED_ACT.search(words)
    if opinion and (not act or opinion.start() <= act.start()):
        return AskForm.DO_YOU_SUPPORT
    if act:
        return AskForm.WILL_YOU
    if _DEMANDED.search(words):
        return AskForm.DEMAND
    return AskForm.OPEN if _OPEN_INSIDE.search(words) else AskForm.UNKNOWN


_TOLD_QUESTION = re.compile(
    r"(?:whether|if) (?:he|she|they|each|all|any of them|(?:all |each |the )?candidates?"
    r"|(?:a|the) (?:next|new) [a-z]{3,15})"
    r"(?:(?: would| will|'d|'ll) |(?P<side> (?:support|back|favour|favor|oppose|agree"
    r"|endorse))(?:s|d|ed)? )"
)
_TOLD_DEMAND = re.compile(r"to (?=(?:agree|back|commit|pledge|promise|sign|support|undertake)\b)")


def direct_question(words: str) -> str:
    """
    Put an ask that a report tells as it was put to those asked; any other is given back as it is.

    >>> direct_question("whether they would keep the lido"), direct_question("if he supported a ban")
    ('Will you keep the lido?', 'Do you support a ban?')
    >>> direct_question("to commit to a park")
    'Will you commit to a park?'
    """
    told = _TOLD_QUESTION.match(words) or _TOLD_DEMAND.match(words)
    if told is None:
        return words
    side = told.groupdict().get("side")
    lead = f"Do you{side} " if side else "Will you "
    return f"{lead}{words[told.end() :].rstrip(' .?')}?"
