"""Who asks on a page, and where the question begins: "Chair: Will you ...?", "Sam, 16, asks: ..."."""

import re
from collections import Counter
from collections.abc import Mapping

from civicpledge.readers.asks import marked_ask
from civicpledge.readers.labels import Label
from civicpledge.readers.lines import Line, sentences
from civicpledge.readers.prose import names_in
from civicpledge.readers.prose_subjects import Known

_ASKS = re.compile(
    r"(?P<who>[A-Z][^\n:?]{1,70}?)[, ]{1,2}(?:asks|asked|wants to know|questioned)(?: the "
    r"candidates)?[:,]?\s+(?=\S)"
)
_PUT = re.compile(r"[^\n:?]{0,200}\bquestion\b[^\n:?]{0,200}:\s{0,2}['\"‘“](?=\S)", re.IGNORECASE)
_SENT_IN = re.compile(
    r"\?['\"’”)]? \(?(?:posted|asked|sent in|submitted|from|by)\b[^?\n]{1,80}$", re.IGNORECASE
)
QUESTION_MARK = re.compile(r"(?:q|question)[*_ ]{0,3}[:.)][*_ ]{0,3}\s*", re.IGNORECASE)


Place = tuple[int, int | None]
"""Where a question begins in a line, and where it ends if the line goes on behind it."""


def question_at(
    line: Line, options: Mapping[int, Label], guests: frozenset[int], known: Known
) -> Place | None:
    """
    Give the place of the question in "Chair: Will you ...?" and "Sam, 16, asks: Will you ...?".

    What one of those *known* asks, who answer, is none.
    """
    if len(line.bare) > 800:
        return None
    marked = marked_ask(line.bare)
    if marked is not None:
        return marked.start, marked.end
    mark = QUESTION_MARK.match(line.bare)
    if mark is not None and _SENT_IN.search(line.bare):
        return mark.end(), None
    label = options.get(line.index)
    if label is not None and line.index in guests and label.form == "colon-run-in":
        return _put_by_guest(line.bare, label.end)
    if not line.bare.rstrip("'\"’” *_").endswith("?"):
        return None
    asker = _ASKS.match(line.bare)
    if asker is not None and names_known(asker["who"], known):
        return None
    found = mark or asker or _PUT.match(line.bare)
    if found is None:
        return None
    inside = _LAST_QUOTED.search(line.bare, found.end())
    return inside.span("question") if inside else (found.end(), None)


def asks_only(words: str) -> bool:
    """Tell whether words end with a question."""
    return words.strip("'\"‘’“”*_ ").endswith("?")


def puts_to_all(bare: str, behind: int) -> bool:
    """Tell whether a sentence behind a label asks those it speaks to: "Hi. Will you mend it? I walk."."""
    told = sentences(bare, behind, len(bare))
    return any("?" in bare[a:b] and _WILL_YOU.search(bare, a, b) for a, b in told)


_WILL_YOU = re.compile(
    r"\b(?:will|would|do|can|could|are) (?:you|ye|each of you|all of you|the candidates)\b",
    re.IGNORECASE,
)


_ANOTHER = re.compile(
    r"\b(?:second|third|fourth|next|last|final|another) (?:question|ask|demand|request|topic)\b"
    r"|\basked (?:the (?:candidates|panel|four|three|five|six) |them |all of them |each |about )?"
    r"(?:if|whether|about|to)\b",
    re.IGNORECASE,
)


def puts_another(bare: str) -> bool:
    """
    Tell whether a paragraph says that something else is asked.

    >>> puts_another("On the last question, Body passed."), puts_another("Asked why, Body said no.")
    (True, False)
    """
    return _ANOTHER.search(bare[:_LONGEST_PROSE]) is not None


_TO_ONE = re.compile(
    r"(?:and |so |but )?[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,2}, |[^?]{1,200}, "
    r"[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,2}\?",
)
_STAGE = re.compile(r"^[\[(][a-z][^\])\n]{1,40}[\])] ")
_FEW_WORDS = 2
_SHORT = 8


def _between_turns(index: int, labels: Mapping[int, Label]) -> bool:
    """Tell whether one and the same person speaks right before a line and right behind it."""
    before, behind = labels.get(index - 1), labels.get(index + 1)
    return before is not None and behind is not None and before.name == behind.name is not None


def without_follow_ups(
    asked: Mapping[int, Place],
    lines: tuple[Line, ...],
    guests: frozenset[int],
    labels: Mapping[int, Label],
) -> dict[int, Place]:
    """
    Leave out what a chair or a guest asks of one person by name, in a few words, or between two turns.

    What is asked again, of the next, is no follow-up. Where nothing is asked of all, nothing is left out.
    """
    told = {
        i: _STAGE.sub("", lines[i].bare[at:end]).strip("'\"‘’“”*_ ")
        for i, (at, end) in asked.items()
    }
    often = Counter(told.values())
    one = {
        i
        for i, words in told.items()
        if i in guests
        and often[words] == 1
        and (
            _TO_ONE.match(words)
            or len(words.split()) <= _FEW_WORDS
            or (len(words.split()) <= _SHORT and _between_turns(i, labels))
        )
    }
    return {i: place for i, place in asked.items() if i not in one or len(one) == len(told)}


def follows_up(bare: str) -> bool:
    """
    Tell whether a chair's or a guest's line asks one person something of its own.

    >>> follows_up("Chair: Isn't that a bit of a dodge?"), follows_up("Chair: Is that a yes, Mr Ng?")
    (True, False)
    """
    said = bare.partition(":")[2]
    return "?" in said and len(said.split()) > _CALLS_UPON and _SAME_QUESTION.search(said) is None


_SAME_QUESTION = re.compile(
    r"\b(?:yes|no|go|start|begin|first|next|answer|response|reply)\b", re.IGNORECASE
)
_CALLS_UPON = 4
_LAST_QUOTED = re.compile(r"[:,] ?[\"“](?P<question>[^\"“”]{8,700}\?)[\"”][*_ ]{0,3}$")
_QUOTED = re.compile(
    r"(?:^|(?<=[\s(]))[\"“](?P<question>[^\"“”\n]{8,700}\?)[\"”],?\s{1,2}"
    r"(?:(?:he|she|they) asked\b|asked (?P<who>(?:the )?[A-ZÀ-Þ][^,.;:\n]{1,60})"
    r"|(?P<teller>[A-ZÀ-Þ][^,.;:\n]{1,60}?) asked\b)"
)


def quoted_question(bare: str, known: Known) -> Place | None:
    """
    Give where the one question stands that prose quotes and somebody puts to all, who is none of *known*.

    >>> quoted_question('"Will you mend it?" asked Jo Roe.', Known())
    (1, 18)
    >>> quoted_question('"Will you mend it?" asked Jo Roe.', Known.of(["Jo Roe"]))
    """
    if len(bare) > _LONGEST_PROSE:
        return None
    asked = [f for f in _QUOTED.finditer(bare) if _PUT_TO_ALL.search(f["question"])]
    led = _LED_TO.search(bare)
    if led is not None and not asked and _PUT_TO_ALL.search(led["question"]):
        return None if names_known(bare[: led.end("lead")], known) else led.span("question")
    if len(asked) != 1:
        return None
    who = asked[0]["who"] or asked[0]["teller"]
    return None if who and known.knows(who) else asked[0].span("question")


_LED_TO = re.compile(
    r"(?P<lead>\b(?:asked|asks|wanted to know|wants to know|put (?:it|this|the question)"
    r"|question (?:was|read|came)"
    r"|wondered)\b[^\"“”.?!\n]{0,80}[:,]) [\"“](?P<question>[^\"“”\n]{8,700}\?)[\"”][*_ ]{0,3}$"
)


def names_known(words: str, known: Known) -> bool:
    """Tell whether words name one of those who answer, who may be asking something of a rival."""
    return any(known.knows(named.name) for named in names_in(words)) or any(
        known.knows(word) for word in re.findall(r"[A-ZÀ-Þ][\w'’-]{1,40}", words)
    )


_PUT_TO_ALL = re.compile(
    r"\b(?:will|would|do|can|could|are|if) (?:you|ye|each|all|the|anyone|any)\b"
    r"|\b(?:what|how|which|where|when|why|who)\b",
    re.IGNORECASE,
)
_LONGEST_PROSE = 2000
_FOLLOWS_UP = re.compile(r"\byes\b[^?]{0,40}\bno\b", re.IGNORECASE)


def _put_by_guest(bare: str, behind: int) -> Place | None:
    """Give the question that a chair or a guest quotes, or their last one that asks for no yes or no."""
    quoted = [f for f in _QUOTED_INSIDE.finditer(bare) if _PUT_TO_ALL.search(f["question"])]
    if len(quoted) == 1:
        return quoted[0].span("question")
    told = sentences(bare, behind, len(bare))
    asked = [
        a
        for a, b in told
        if "?" in bare[a:b] and (_WILL_YOU.search(bare, a, b) or not _FOLLOWS_UP.search(bare, a, b))
    ]
    alone = len(told) == 1
    last = next((a for a in reversed(asked) if alone or _PUT_TO_ALL.search(bare, a)), None)
    return None if last is None else (last, None)


_QUOTED_INSIDE = re.compile(r"(?<=[:,.!] )[\"“](?P<question>[^\"“”\n]{8,700}\?)[\"”](?=\s|$)")
