"""Asks that a page's own prose tells: "They were asked whether they would ...", "Asked if ..., Body"."""

import re
from collections.abc import Iterable, Iterator

from attrs import define, frozen

from civicpledge.readers.article_askers import Place, names_known
from civicpledge.readers.hidden_quotations import hide
from civicpledge.readers.lines import Line, cut_at, paragraphs, sentences
from civicpledge.readers.prose_subjects import Known, person_of
from civicpledge.readers.told_clauses import VERB

_LONGEST = 2000
_MOST_BEFORE = 220
_FEWEST_WORDS = 3

_WHOM = (
    r"(?:(?:each|every|any|both|all|the|our)\b(?: of (?:the|them|our)\b)?"
    r"(?: (?:two|three|four|five|six|seven|eight)\b)?"
    r"(?: (?:[a-z]{3,15} ){0,2}(?:candidates?|hopefuls|contenders|nominees|panel(?:l?ists)?|rivals"
    r"|leaders)\b)?"
    r"|candidates|them|panell?ists|everyone|everybody)"
)
_ASKING = r"(?:asked|asking|asks|quizzed|challenged|pressed|wanted to know|wondered)"
_WORDS = r"(?P<ask>(?:whether|if|to|what|how|which|where|when|about)\b)"
_PUT = re.compile(
    rf"\b{_ASKING}(?: (?P<whom>{_WHOM})(?: (?:for|standing) [^,.;:\x02]{{1,40}}?)?)?(?:"
    rf" (?:first|next|then|also|in turn|again|directly|(?:at|from|in) the (?:beginning|end|outset|start)"
    rf"))?,? {_WORDS}"
)
_ALL = re.compile(
    r"\b(?:all|both|candidates?|each|hopefuls|panel|panell?ists|they)\b", re.IGNORECASE
)
_WERE = re.compile(r"\b(?:was|were|are|being|be) (?:[a-z]{2,10} ){0,2}$")
_OF_ALL = re.compile(
    r"(?:whether|if) (?:they|each|all|any|anyone|whoever|(?:the )?candidates"
    r"|(?:the|a) (?:next|new) [a-z]+)\b"
)
_FRONT = re.compile(
    rf"(?:(?:When|Then|Also|And|But|Next|Later|Finally),? )?[Aa]sked (?:by [^,.;\x02]{{1,80}}?"
    rf" )?{_WORDS}"
)
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|next|last|final|opening|closing|other)"
    r"(?: and (?:last|final))? (?:ask|demand|issue|question|request|topic)\b[^.:;\x02]{0,100}?"
    r"\b(?:was|concerned|focused on|centred on|dealt with) "
    r"(?P<ask>(?:whether|if|what|how|which|where|when|about)\b)",
    re.IGNORECASE,
)
_NO_DEEDS = re.compile(
    r"to (?:be|come|introduce|keep|leave|move|raise|sit|speak|stand|stay|take|turn|wait|welcome)\b"
)
_TO_SAY = re.compile(
    r"to (?:clarify|describe|explain|outline|say|set out|state|tell [a-z]+) (?=(?:how|if|what|when|where"
    r"|whether|which|why)\b)"
)
_SAME_AGAIN = re.compile(
    r"(?:to (?:answer|clarify|elaborate|expand|explain|respond|say more)"
    r"|about (?:this|that|it|her|his|their)|why)\b"
)
_BEHIND = re.compile(r", (?:(?:and|but|while|to which) )?(?=[A-Z])")
_ALL_SAY = re.compile(
    r", (?:and )?(?:all|both|each|every|neither|none|no one|nobody|the candidates)\b"
)


@frozen(kw_only=True)
class ToldAsk:
    """
    An ask in a paragraph, in offsets of the paragraph.

    :ivar start: :ivar stop: of the sentence, or of the clause before somebody's answer
    :ivar words: :ivar end: of what is asked: "whether they would keep it open"
    """

    start: int
    stop: int
    words: int
    end: int


def asks_told(bare: str, known: Known) -> Iterator[ToldAsk]:
    """
    Find the sentences that tell what all candidates were asked, by somebody who is none of *known*.

    >>> page = "The vicar asked all four whether they would keep it open. Body said yes."
    >>> [page[ask.words : ask.end] for ask in asks_told(page, Known())]
    ['whether they would keep it open']
    """
    if len(bare) > _LONGEST:
        return
    hidden, _ = hide(bare)
    for start, end in sentences(hidden, 0, len(hidden)):
        words = _front(hidden, start, end)
        words = _put(hidden, start, end, known) if words is None else words
        said = None if words is None else _TO_SAY.match(hidden, words)
        words = words if said is None else said.end()
        if words is None or (said is None and _SAME_AGAIN.match(hidden, words)):
            continue
        cut = _said_behind(hidden, words, end)
        stop = end if cut is None else cut + 1
        until = words + len(hidden[words : end if cut is None else cut].rstrip(" .,:;!–—-"))
        asked_in_quotation = hidden[until - 1 : until] in ('"', "”", "?")
        if len(hidden[words:until].split()) >= _FEWEST_WORDS and not asked_in_quotation:
            yield ToldAsk(start=start, stop=stop, words=words, end=until)


def _front(hidden: str, start: int, end: int) -> int | None:
    """Read "Asked by the chair whether they would keep it, Body said yes."."""
    found = _FRONT.match(hidden, start, end)
    if found is None or _said_behind(hidden, found.end(), end) is None:
        return None
    return found.start("ask")


def _put(hidden: str, start: int, end: int, known: Known) -> int | None:
    """Read "The vicar asked all four whether ..." and "The last question was what ..."."""
    found = _PUT.search(hidden, start, end)
    if found is None:
        counted = _COUNTED.search(hidden, start, end)
        return None if counted is None else counted.start("ask")
    before = hidden[start : found.start()]
    if names_known(before, known):
        return None
    to_all = found["whom"] is not None or (_WERE.search(before) and _ALL.search(before))
    if found["ask"] == "to":
        asks = to_all and not _NO_DEEDS.match(hidden, found.start("ask"))
        return found.start("ask") if asks else None
    return found.start("ask") if to_all or _OF_ALL.match(hidden, found.start("ask")) else None


def _said_behind(hidden: str, start: int, end: int) -> int | None:
    """Give the comma behind which the sentence tells what one of them, or all of them, said."""
    for joint in _BEHIND.finditer(hidden, start, end):
        verb = VERB.search(hidden, joint.end(), min(end, joint.end() + _MOST_BEFORE))
        if verb is not None and person_of(hidden[joint.end() : verb.start()]):
            return joint.start()
    found = _ALL_SAY.search(hidden, start, end)
    return None if found is None else found.start()


def asks_apart(
    text: str, lines: tuple[Line, ...], prose: Iterable[int], known: Known
) -> tuple[tuple[Line, ...], dict[int, Place]]:
    """
    Cut the sentences that tell an ask out of the paragraphs with the indexes *prose*.

    Gives the lines, and the places of the asks' words by the index of their new lines.
    """
    own = set(prose)
    cuts: dict[int, list[int]] = {}
    found: dict[int, Place] = {}
    for paragraph in paragraphs(lines):
        line = paragraph[0]
        if len(paragraph) > 1 or line.index not in own:
            continue
        for ask in asks_told(line.bare, known):
            cuts.setdefault(line.index, []).extend(
                at for at in (ask.start, ask.stop) if 0 < at < len(line.bare)
            )
            found[line.bare_start + ask.start] = ask.words - ask.start, ask.end - ask.start
    made = cut_at(text, lines, {i: sorted(set(places)) for i, places in cuts.items()})
    return made, {x.index: found[x.bare_start] for x in made if x.bare_start in found}


# ---- how far an ask reaches

_AFTERWARDS = re.compile(
    r"(?:After|Afterwards|Following|Outside|At the end of|Before|Earlier)\b[^.,]{0,40}\b"
    r"(?:assembly|close|debate|event|evening|forum|hustings|meeting|night|session|vote)\b",
)
_TURNS = re.compile(
    r"(?:On|Turning to|As for|Regarding|When it came to|Asked about) (?P<topic>[^,.]{3,60}), "
)
_MOST_SILENT = 2
_STEM = 5


@define
class Reach:
    """How far a told ask reaches: not behind two paragraphs in which nobody speaks, nor another topic."""

    silent: int = 0

    def ends(self, title: str, bare: str, *, told: bool) -> bool:
        """Tell whether a paragraph no longer belongs to the ask with this *title*."""
        self.silent = 0 if told else self.silent + 1
        turns = _TURNS.match(bare)
        other = turns is not None and not _stems(turns["topic"]) & _stems(title)
        return other or self.silent >= _MOST_SILENT or _AFTERWARDS.match(bare) is not None


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[a-z]{4,}", words.casefold())}
