"""Where words stand: sources, documents, and the spans and quotes that point into them."""

import datetime
import re
from enum import StrEnum

from attrs import Attribute, evolve, field, frozen

from civicpledge.calls import explaining
from civicpledge.errors import DocumentError, EmptyDocumentError, EncodingError, SpanError
from civicpledge.model.checks import not_blank, refuse, typed, valid_id
from civicpledge.model.ids import SourceId, digest
from civicpledge.table import has_surrogate

_OPENING = "'\"‘“«‹„‚`"
_CLOSING = "'\"’”»›`´"
# Pages double a mark ("''Four years ago"); more than a few are furniture, and each costs a pass.
_DEEPEST_MARKS = 4
# Also what a second conversion made of it; a run of CR is looked at once.
_CRLF = re.compile(r"(?<!\r)\r+\n")
_LINE_END = re.compile(r"[ \t]*\n")
_NEXT_LETTER = re.compile(r"\S")


class SourceKind(StrEnum):
    """What make of document a source is."""

    ARTICLE = "article"
    ROUNDUP = "roundup"
    QUESTIONNAIRE = "questionnaire"
    MANIFESTO = "manifesto"
    TABLE = "table"
    RECORDING = "recording"
    OTHER = "other"


@frozen(kw_only=True)
class Source:
    """
    A published thing that words were taken from.

    :ivar published: the day it appeared; :ivar retrieved: the day it was fetched
    :ivar draft: whether it calls itself a draft
    :ivar sha256: of the document's text as UTF-8, once a document was made of it
    """

    id: SourceId = field(validator=valid_id)
    title: str = field(validator=not_blank)
    publisher: str | None = field(default=None, validator=typed(str, type(None)))
    author: str | None = field(default=None, validator=typed(str, type(None)))
    url: str | None = field(default=None, validator=typed(str, type(None)))
    published: datetime.date | None = field(
        default=None, validator=typed(datetime.date, type(None))
    )
    retrieved: datetime.date | None = field(
        default=None, validator=typed(datetime.date, type(None))
    )
    kind: SourceKind | None = field(default=None, validator=typed(SourceKind, type(None)))
    draft: bool = field(default=False, validator=typed(bool))
    sha256: str | None = field(default=None, validator=typed(str, type(None)))

    @sha256.validator
    def _sha256_is_one(self, attribute: "Attribute[str | None]", value: str | None) -> None:
        if value is not None and re.fullmatch(r"[0-9a-f]{64}", value) is None:
            raise refuse(self, attribute.name, "is not 64 hexadecimal digits")


def _check_ends(record: "Extent | Span") -> None:
    if record.start < 0:
        raise refuse(record, "start", "is below 0")
    if record.end <= record.start:
        raise refuse(record, "end", "is not behind start")


@frozen(kw_only=True, order=True)
class Extent:
    """Code points ``[start, end)`` inside a given text; never empty."""

    start: int = field(validator=typed(int))
    end: int = field(validator=typed(int))

    def __attrs_post_init__(self) -> None:
        """Refuse an extent that is empty or runs backwards."""
        _check_ends(self)


@frozen(kw_only=True, order=True)
class Span:
    """Code points ``[start, end)`` of the text of a source's document; never empty."""

    source: SourceId = field(validator=valid_id)
    start: int = field(validator=typed(int))
    end: int = field(validator=typed(int))

    def __attrs_post_init__(self) -> None:
        """Refuse a span that is empty or runs backwards."""
        _check_ends(self)


@frozen(kw_only=True)
class Quote:
    """Words as printed, and where: ``document.text[span.start:span.end] == text``."""

    text: str = field(validator=not_blank)
    span: Span = field(validator=typed(Span))

    @span.validator
    def _span_is_as_long(self, attribute: "Attribute[Span]", value: Span) -> None:
        if value.end - value.start != len(self.text):
            raise refuse(self, attribute.name, "is not as long as the text")


@frozen(kw_only=True)
class Document:
    """
    The text of one source, exactly as it will be pointed into.

    Offsets are code points of :attr:`text`, in which CRLF has become LF and a byte order mark is gone.
    Make one with :meth:`from_text`.
    """

    source: Source = field(validator=typed(Source))
    text: str = field(repr=lambda text: f"<{len(text):,} characters>")

    @text.validator
    def _text_is_the_sources(self, attribute: "Attribute[str]", value: str) -> None:
        typed(str)(self, attribute, value)
        if "\r\n" in value or value.startswith("\ufeff"):
            raise refuse(self, attribute.name, "has CRLF or a byte order mark; use from_text")
        if self.source.sha256 != digest(value):
            raise refuse(self, attribute.name, "is not the text of the source's sha256")

    @classmethod
    @explaining
    def from_text(cls, text: str, *, source: Source) -> "Document":
        r"""
        Make a document of *text*: CRLF becomes LF, a byte order mark goes, the digest is taken.

        :raises EmptyDocumentError: if there is no letter or digit in it
        :raises EncodingError: if it holds a lone surrogate, which UTF-8 cannot write
        :raises DocumentError: if *source* carries the digest of another text

        >>> page = Document.from_text("1) Homes\r\n", source=Source(id="page", title="A page"))
        >>> page.text
        '1) Homes\n'
        """
        plain = _CRLF.sub("\n", text.lstrip("\ufeff"))
        if has_surrogate(plain):
            raise EncodingError(source.id, "holds a lone surrogate, which is no text")
        if not any(c.isalnum() for c in plain):
            raise EmptyDocumentError(source.id, "has no letter and no digit in it")
        made = digest(plain)
        if source.sha256 not in (None, made):
            raise DocumentError(source.id, "is not the text that the source's sha256 was taken of")
        return cls(source=evolve(source, sha256=made), text=plain)

    def quote(self, start: int, end: int) -> Quote:
        """
        Quote the words of ``text[start:end]`` without white space and quotation marks around them.

        Marks inside stay, also one that opens the words but closes before their end.

        :raises SpanError: if the range lies outside the text or holds no words

        >>> page = Document.from_text("Ann: ‘Yes, I will.’", source=Source(id="p", title="P"))
        >>> page.quote(4, 19).text
        'Yes, I will.'
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanError(self.source.id, f"has no range {start}:{end}")
        first, last = _without_marks(self.text, *_trimmed(self.text, start, end))
        if first >= last:
            raise SpanError(self.source.id, f"holds no words in {start}:{end}")
        span = Span(source=self.source.id, start=first, end=last)
        return Quote(text=self.text[first:last], span=span)

    def line_of(self, offset: int) -> int:
        r"""
        Give the number of the line that holds *offset*, from 1; lines end at LF.

        >>> Document.from_text("a\nb", source=Source(id="p", title="P")).line_of(2)
        2
        """
        return self.text.count("\n", 0, offset) + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _opens(text: str, at: int) -> bool:
    """Tell whether the mark at *at* can open a quotation: nothing or a space before, a word behind."""
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    free = not before.isalnum() and before not in ".,!?…"
    return text[at] in _OPENING and free and not behind.isspace()


def _closes(text: str, at: int) -> bool:
    """Tell whether the mark at *at* can close a quotation: a word or stop before, no word behind."""
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    return text[at] in _CLOSING and not before.isspace() and not behind.isalnum()


def _marks(words: str, start: int, end: int) -> list[int]:
    """List where quotation marks stand in ``words[start:end]``."""
    return [i for i in range(start, end) if words[i] in _OPENING or words[i] in _CLOSING]


def _at_paragraph_end(words: str, at: int) -> bool:
    return _LINE_END.match(words, at + 1) is not None


def _wraps(words: str) -> bool:
    """
    Tell whether the first and the last mark belong to the whole, and not each to a part of it.

    They belong to parts where the first closes early and the last closes a later one: ``'Yes' to all
    but 'four'``. A paragraph may close and the next open again; an apostrophe (``workers'``) closes
    early too, but leaves no later opening for the last mark to close.
    """
    depth, early = 1, False
    for i in _marks(words, 1, len(words) - 1):
        if _opens(words, i):
            depth += 1
        elif _closes(words, i):
            depth = max(depth - 1, 0)
            early = early or (depth == 0 and not _at_paragraph_end(words, i))
    return not (early and depth)


def _closes_early(words: str) -> bool:
    """Tell whether the quotation that *words* begin with closes, and does not open again at once."""
    closing = (i for i in _marks(words, 1, len(words)) if _closes(words, i))
    return not all(_at_paragraph_end(words, i) and _reopens(words, i) for i in closing)


def _reopens(words: str, at: int) -> bool:
    """Tell whether what stands behind *at* begins with a mark, if anything stands there."""
    behind = _NEXT_LETTER.search(words, at + 1)
    return behind is None or behind[0] in _OPENING


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Step inside the marks that stand around ``text[start:end]`` as a whole."""
    for _ in range(_DEEPEST_MARKS):
        if end - start < 2:
            break
        words = text[start:end]
        opened, closed = words[0] in _OPENING, words[-1] in _CLOSING
        if opened and closed and _wraps(words):
            start, end = start + 1, end - 1
        elif opened and not _closes_early(words):
            start += 1
        elif closed and not any(_opens(words, i) for i in _marks(words, 0, len(words) - 1)):
            end -= 1
        else:
            break
        start, end = _trimmed(text, start, end)
    return start, end
