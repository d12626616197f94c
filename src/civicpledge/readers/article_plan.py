"""The roles that the lines of an article can have, the plan in which they are filled in, and turns."""

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from attrs import define, field, frozen

from civicpledge.model.sources import Span
from civicpledge.readers.article_speakers import Speakers
from civicpledge.readers.labels import Label
from civicpledge.readers.lines import (
    Line,
    closes_quotation,
    is_alone,
    is_one_quotation,
    is_question,
    looks_like_heading,
    opens_quotation,
)
from civicpledge.readers.name_forms import name_words
from civicpledge.readers.page_words import closes_page, gives_verdict, is_editors
from civicpledge.readers.statements import group_statement


class Role(StrEnum):
    """What a line does on the page."""

    TITLE = "title"
    FURNITURE = "furniture"
    THEME = "theme"
    PREVIEW = "preview"
    REPLY = "reply"
    PARTY = "party"
    ASK = "ask"
    LABEL = "label"
    TAIL = "tail"
    TOLD = "told"
    DOUBTFUL = "doubtful"
    STANDING = "standing"
    HEADING = "heading"
    TEXT = "text"


@frozen(kw_only=True)
class Head:
    """An ask's line: its printed number, and where its words begin and end in the line's bare text."""

    number: str | None = None
    words: int = 0
    end: int | None = None


@frozen(kw_only=True)
class Outline:
    """
    The role of each line, and the heads of the asks by line index.

    :ivar replies: lines that begin an answer to the ask of that number, or of that topic
    :ivar labelled: whether any speaker is named beside words
    :ivar joint: asks that what is said below the next one answers too
    :ivar prose: whether nothing but the page's own prose tells who spoke
    :ivar sections: whether each speaker's answers stand together, the asks repeated for each
    :ivar told: whether that prose tells the asks too
    """

    roles: tuple[Role, ...]
    heads: Mapping[int, Head]
    labelled: bool
    replies: Mapping[int, Head] = field(factory=dict)
    sections: bool = False
    joint: frozenset[int] = frozenset()
    prose: bool = False
    told: bool = False

    def answered(self) -> int:
        """Count the asks with words below them that the prose tells, or that a speaker is named for."""
        last, found = -1, set()
        for index, role in enumerate(self.roles):
            last = index if index in self.heads else last
            if role in (Role.TOLD, Role.LABEL):
                found.add(last)
        return len(found - {-1})


@define
class Plan:
    """The roles as far as they are known."""

    lines: tuple[Line, ...]
    speakers: Speakers
    roles: list[Role]
    heads: dict[int, Head] = field(factory=dict)
    replies: dict[int, Head] = field(factory=dict)
    joint: set[int] = field(factory=set)
    again: frozenset[str] = field(init=False)

    @again.default
    def _printed_again(self) -> frozenset[str]:
        """Give the words of the lines that the page prints more than once."""
        times = Counter(line.bare for line in self.lines)
        return frozenset(bare for bare, count in times.items() if count > 1)

    def ask(
        self, index: int, number: str | None = None, words: int = 0, end: int | None = None
    ) -> None:
        """Take a line for an ask."""
        self.roles[index] = Role.ASK
        self.heads[index] = Head(number=number, words=words, end=end)


_SHORT = 60
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?"
)
_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})"
    r",? \d{4}(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,12})?$"
)
SPEAKING = (Role.LABEL, Role.TAIL, Role.TOLD)


def heads_alone(plan: Plan, index: int) -> bool:
    """Tell whether a line is a heading of its own; "On buses:" is one where a speaker follows."""
    bare = plan.lines[index].bare
    if _DATE.match(bare) or _DAY.fullmatch(bare):
        return False
    if bare.endswith(":") and len(bare) < _SHORT and plan.lines[index].gap:
        return index + 1 < len(plan.lines) and plan.roles[index + 1] is Role.LABEL
    return looks_like_heading(plan.lines[index]) and is_alone(plan.lines, index)


def asks_alone(plan: Plan, index: int) -> bool:
    """Tell whether a line is a question that stands alone."""
    if not is_question(plan.lines[index]):
        return False
    return is_alone(plan.lines, index) or _opens_round(plan, index)


def _opens_round(plan: Plan, index: int) -> bool:
    """Tell whether a line begins the page or a paragraph, or comes again, right above a speaker."""
    led = index > 0 and plan.lines[index - 1].bare.endswith(":")
    begins = index == 0 or plan.lines[index].gap or led or plan.lines[index].bare in plan.again
    return begins and index + 1 < len(plan.roles) and plan.roles[index + 1] is Role.LABEL


def is_empty_label(plan: Plan, index: int) -> bool:
    """Tell whether a line is a label with no words on it."""
    label = plan.speakers.labels.get(index)
    return label is not None and label.end >= len(plan.lines[index].bare.rstrip("*_ "))


@define
class Turn:
    """
    Somebody's words while they are being gathered.

    :ivar aside: whether they answer what only this person was asked, and not the ask above
    """

    label: Label
    place: Span
    line: Line
    certain: bool
    start: int | None = None
    end: int = 0
    first: Line | None = None
    last: Line | None = None
    aside: bool = False

    def ends_before(self, line: Line, text: str, *, last: bool) -> bool:
        """
        Tell whether a line behind somebody's words is the page's own again.

        :param last: whether no more text follows the line
        """
        if self.start is None or self.last is None:
            return False
        if self.line.bullet and line.bullet:
            return True
        said = text[self.start : self.end]
        if not line.gap:
            return is_one_quotation(said) and not opens_quotation(line.bare)
        closed = closes_quotation(self.last.bare)
        if closes_page(line.bare) or _COUNTS_QUESTIONS.match(line.bare):
            return True
        if self.label.form == "said" and closed and opens_quotation(line.bare):
            return True
        if (self.label.form == "dash" and gives_verdict(said)) or (is_editors(line.bare) and last):
            return True
        opened = self.first is not None and opens_quotation(said[:4])
        if opened and closed and not opens_quotation(line.bare):
            return True
        told = len(line.bare) < _LONGEST_TOLD and not opens_quotation(line.bare)
        group = group_statement(line.bare) if told else None
        return group is not None and not opened and "candidates" in group.scope.casefold()


_LONGEST_TOLD = 300
_COUNTS_QUESTIONS = re.compile(
    r"(?:Then )?(?:[Tt]he|[Oo]ur) (?:first|second|third|fourth|fifth|next|last|final) question"
    r" (?:was|concerned)\b"
)


def speaker_key(name: str) -> str:
    """Give what a speaker is told apart by: the words of the name without titles."""
    return " ".join(sorted(name_words(name))) or name.casefold()
