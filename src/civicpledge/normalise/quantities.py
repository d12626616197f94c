"""Figures in running text, as a careful reader takes them: counts, money, shares, multiples, deadlines."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from civicpledge.model.findings import Bound, Deadline, Quantity
from civicpledge.normalise.deadlines import MONTH, find_deadlines
from civicpledge.normalise.numbers import DIGITS, FRACTION, GLYPHS, SCALE, WORDS, fraction, number
from civicpledge.normalise.qualifiers import (
    RATE_AT_ONCE,
    bound_of,
    is_bounded,
    rate_behind,
    rate_word,
)
from civicpledge.normalise.text import plain_text

_LONGEST: Final = 200_000
"""Characters that are searched; what stands behind them is not looked at."""


@frozen(kw_only=True)
class _Figure:
    """A figure at its place in the plain text."""

    start: int
    end: int
    value: Fraction | None = None
    upper: Fraction | None = None
    unit: str | None = None
    rate: str | None = None
    deadline: Deadline | None = None


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """
    Find every figure in *text*, in the order of the text.

    Shares are fractions of one with unit ``share``, multiples have unit ``times``, sums ``GBP``, ``USD``
    or ``EUR``; a deadline is a quantity of its own. Ages, dates, times of day, ordinals, labels ("Area
    3", "COVID-19") and spells of the past ("ten years ago") are not quantities.

    >>> [(str(q.value), q.unit, q.bound.value) for q in find_quantities("at least 2,000 homes a year")]
    [('2000', 'homes', 'at_least')]
    >>> [(str(q.value), str(q.upper), q.unit) for q in find_quantities("£20-25 billion")]
    [('20000000000', '25000000000', 'GBP')]
    """
    plain = plain_text(text[:_LONGEST])
    words = _lower(plain.text)
    return tuple(
        Quantity(
            value=f.value,
            upper=f.upper,
            unit=f.unit,
            bound=bound_of(words, f.start, f.end, f.unit) if f.value is not None else Bound.EXACT,
            rate=f.rate,
            deadline=f.deadline,
            extent=plain.extent(f.start, f.end),
        )
        for f in sorted(_figures(words), key=lambda f: f.start)
    )


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _figures(words: str) -> Iterator[_Figure]:
    """Give figures, each pattern leaving alone what an earlier one took."""
    taken = bytearray(len(words))
    for start, end, deadline in find_deadlines(words):
        if _take(taken, start, end):
            yield _Figure(start=start, end=end, deadline=deadline)
    for found in _NOT_FIGURES.finditer(words):
        _take(taken, found.start(), found.end())
    for pattern, read in _READERS:
        for found in pattern.finditer(words):
            figure = None if any(taken[found.start() : found.end()]) else read(words, found)
            if figure and _take(taken, figure.start, figure.end):
                yield figure


def _take(taken: bytearray, start: int, end: int) -> bool:
    """Mark a stretch as taken; say whether it was free."""
    free = not any(taken[start:end])
    taken[start:end] = b"\x01" * (end - start)
    return free


_NUMBER: Final = rf"(?:{DIGITS}){SCALE}?|(?:{WORDS})"
_CURRENCY: Final = {
    "£": "GBP", "$": "USD", "€": "EUR", "pound": "GBP", "pounds": "GBP", "gbp": "GBP", "dollar": "USD",
    "dollars": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
}  # fmt: skip
_AND: Final = r"\s?(?:-|–|to|and|or)\s?"

_NOT_FIGURES: Final = re.compile(
    # Ages.
    r"\b(?:aged? )?(?:between )?\d{1,3}(?:\s?(?:-|–|to|and)\s?\d{1,3})?[- ]years?[- ]olds?\b"
    r"|\b(?:aged?|ages) (?:between |from |of |under |over )?\d{1,3}(?:\s?(?:-|–|to|and)\s?\d{1,3})?\b"
    r"|\b(?:under|over)[- ]?\d{1,2}s\b|\b\d{1,2}\s?(?:-|–)\s?\d{1,2}s\b"
    # Dates, times, years that name things, sports seasons.
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?|{MONTH}\.? \d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b(?:,? \d{{4}})?"
    rf"|{MONTH}\.?,? (?:19|20)\d\d\b"
    r"|\b\d{1,4}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m|p\.m|o'clock)\b"
    r"|\b\d{1,2}:\d\d\b"
    r"|\b(?:in|since|from|of|for|during|around|circa|back in|early|late|mid)[- ](?:the )?(?:19"
    r"|20)\d\d(?:s|[-–/]\d{2,4})?\b(?! [a-z]+s\b)"
    r"|\b(?:19|20)\d\d (?:levels?|baselines?|figures|prices|standards|flood|games)\b|\btop (?:\d+"
    r"|ten|five|three|twenty)\b"
    r"|\bthe (?:19|20)\d\ds?\b|\b(?:19|20)\d\d[-–/](?:(?:19|20)?\d\d)\b|\b(?:19|20)\d\ds\b"
    r"|\b(?:19|20)\d\d(?= (?:election|elections|budget|manifesto|report|census|act|plan|games"
    r"|olympics|vote|flood|survey)\b)"
    # Ordinals, numbered things, list numbers, codes.
    r"|\b\d{1,4}(?:st|nd|rd|th)\b"
    r"|\b(?:area|question|ask|section|article|amendment|chapter|page|number|no\.|item|step|phase"
    r"|priority|point|part|"
    r"zone|ward|district|proposition|prop|measure|issue|route|highway|road|room|level|grade|year"
    r"|clause|schedule|"
    r"tier|category|class|appendix|figure|table|version|bill|hb|sb|line|platform|stage|goal"
    r"|amendments) #?\d{1,5}[a-z]?\b(?![%,]\d)"
    r"|(?:^|(?<=[\n•]))\s?\(?\d{1,2}[.):](?=\s)|(?<=[\s(])\(?\d{1,2}\)(?=\s)"
    r"|(?<![£$€\d,.])\b\d+[a-jlnoq-z]\b|\b\d{3,}p\b|\b[a-z]+-?\d+[a-z]?\b|\b24/7\b|#\d+"
    r"|\b\d{3,5}[- ]\d{3,4}[- ]?\d{0,4}\b(?!\s?[a-z%])"
    # Spells of the past.
    rf"|\b(?:last|past|previous|preceding) (?:(?:{_NUMBER})(?: (?:to|or"
    rf"|-) (?:{_NUMBER}))?) (?:\w+ )?(?:years?|months?|weeks?|days?|decades?|elections?|terms?)\b"
    rf"|(?:{_NUMBER})(?: (?:to|or) (?:{_NUMBER}))? (?:full |long )?(?:years?|months?|weeks?|days?"
    rf"|decades?|hours?|minutes?) (?:ago|earlier|later|before)\b"
    # Words that only look like numbers.
    r"|\b(?:no|any|every|some|each|the|this|that|which|another|a|only) one\b(?! (?:in|of every"
    r"|hundred|thousand|million|percent|per cent))"
    r"|\bone (?:of|another|thing|day|way|or another|more|side|hand|party|size|who|that|can|is"
    r"|could|must|should|has|would|'s)\b"
    r"|\b(?:at|in|on) (?:one|two) (?:time|point|minds?)\b|\bfirst[- ](?:and|or)[- ]\w+\b"
    r"|\bone[- ](?:off|stop|way|sided|time|size)\b"
    r"|\b100(?:%| ?per ?cent) (?:behind|committed|certain|clear|agree|sure|right|with)\b"
    r"|\b(?:zero|net[- ]zero)\b|\b(?:two|three)[- ]way\b|\b(?:dozens|hundreds|thousands|millions"
    r"|billions|tens) of\b"
    r"|\bone\b(?= [a-z]+(?! in| out))(?! (?:to|or) [a-z\d])(?! (?:million|billion|hundred"
    r"|thousand|year|month|week|day|hour|third|half|quarter|fifth|tenth|percent|per cent|in \w+"
    r"|out of))"
)  # fmt: skip
"""What looks like a figure and is none."""


def _money(words: str, found: re.Match[str]) -> _Figure | None:
    groups = found.groupdict()
    sign = groups.get("sign") or groups.get("named") or ""
    low, high = _ends(groups["low"], groups.get("high"))
    end = found.end()
    return _Figure(
        start=found.start(),
        end=end,
        value=low,
        upper=high,
        unit=_CURRENCY[sign],
        rate=rate_behind(words, end),
    )


def _pence(words: str, found: re.Match[str]) -> _Figure | None:
    value, end = Fraction(found["low"]) / 100, found.end()
    rate = rate_behind(words, end)
    return _Figure(start=found.start(), end=end, value=value, unit="GBP", rate=rate)


def _ends(low: str, high: str | None) -> tuple[Fraction, Fraction | None]:
    """Give both ends of a range; the lower one takes the scale of the upper where it has none."""
    if high is None:
        return number(low), None
    upper, lower = number(high), number(low)
    scale = re.search(r"[a-z]+$", high.strip())
    if scale and re.search(r"\d$", low.strip()) and re.search(r"\d", high):
        lower = number(f"{low.strip()} {scale[0]}")
    return (lower, upper) if lower <= upper else (number(low), None)


def _percent(words: str, found: re.Match[str]) -> _Figure | None:
    low, high = _ends(found["low"], found["high"])
    return _Figure(
        start=found.start(),
        end=found.end(),
        value=low / 100,
        upper=high / 100 if high is not None else None,
        unit="share",
        rate=rate_behind(words, found.end()),
    )


def _share_of(_: str, found: re.Match[str]) -> _Figure | None:
    above, below = number(found["some"]), number(found["out_of"])
    if not 0 < above < below:
        return None
    return _Figure(start=found.start(), end=found.end(), value=above / below, unit="share")


def _share(_: str, found: re.Match[str]) -> _Figure | None:
    value = fraction(found["fraction"] or found["glyph"])
    return _Figure(start=found.start(), end=found.end(), value=value, unit="share")


def _half_a_million(words: str, found: re.Match[str]) -> _Figure | None:
    part = Fraction(1, 4) if found["low"].startswith("quarter") else Fraction(1, 2)
    noun = _NOUN.match(words, found.end())
    end = noun.end("noun") if noun else found.end()
    unit = noun["noun"] if noun else None
    if found["scale"] in _MEASURES:
        unit, end = f"{found['scale']}s", found.end()
        return _Figure(
            start=found.start(), end=end, value=part, unit=unit, rate=rate_behind(words, end)
        )
    value = part * number(f"a {found['scale']}")
    return _Figure(
        start=found.start(), end=end, value=value, unit=unit, rate=rate_behind(words, end)
    )


_TIMES: Final = {
    "double": 2, "doubling": 2, "doubled": 2, "twice": 2, "triple": 3, "tripling": 3, "tripled": 3,
    "treble": 3, "trebling": 3, "trebled": 3, "thrice": 3,
    "quadruple": 4, "quadrupling": 4, "quadrupled": 4,
}  # fmt: skip


def _multiple(words: str, found: re.Match[str]) -> _Figure | None:
    word = found["word"]
    value = Fraction(1, 2) if word and word.startswith("halv") else None
    if word and value is None:
        value = Fraction(_TIMES[word])
    if value is None:
        value = number(found["count"])
    rate = RATE_AT_ONCE.match(words, found.end())
    return _Figure(
        start=found.start(),
        end=rate.end() if rate else found.end(),
        value=value,
        unit="times",
        rate=rate_word(rate) if rate else None,
    )


def _count(words: str, found: re.Match[str]) -> _Figure | None:
    low, high = _ends(found["low"], found["high"])
    noun = _NOUN.match(words, found.end())
    end = noun.end("noun") if noun else found.end()
    if noun is None and not _stands_alone(words, found):
        return None
    unit = _unit(noun["noun"]) if noun else None
    return _Figure(
        start=found.start(), end=end, value=low, upper=high, unit=unit, rate=rate_behind(words, end)
    )


def _unit(noun: str) -> str:
    """Give the plural of a noun that stands before another ("a 20 year plan", "22 acre")."""
    return f"{noun}s" if noun in _MEASURES and not noun.endswith(("s", "feet")) else noun


def _stands_alone(words: str, found: re.Match[str]) -> bool:
    """Tell whether a number without a noun is still a figure: large, bounded, or spelt with commas."""
    text = found["low"]
    year = re.fullmatch(r"(?:19|20)\d\d", text) is not None
    if year or words[found.end() : found.end() + 1] in ("-", "/", "'"):
        return False
    large = number(text) >= _LARGE and text[0].isdigit()
    return large or is_bounded(words, found.start())


_LARGE: Final = 100
_MEASURE_WORDS: Final = (
    "year month week day hour minute mile acre foot feet metre meter kilometre km bed bedroom unit "
    "storey story point mph percent seat space place person man member home house job "
    "kw mw gw kwh tonne ton hectare litre"
)
_MEASURES: Final = frozenset(_MEASURE_WORDS.split())
_PLURAL: Final = (
    r"people|children|women|men|staff|police|feet|housing|mph|km|officers?|"
    r"(?!(?:is|was|has|its|this|thus|as|does|always|plus|across|less|besides|towards|yes|us"
    r"|business|perhaps)\b)[a-z][a-z'-]*[a-rt-z]s"
)
_NOUN: Final = re.compile(
    rf"(?:[- ]+(?!(?:of|to|and|or|in|for|by|at|on|from|with|is|are|was|were|as|the|that|who|which"
    rf"|than|per|a|an|out|more than|times)\b)"
    rf"(?!(?:{_PLURAL})\b)[a-z][a-z'&-]*){{0,3}}?[- ]+(?P<noun>{_PLURAL}|{'|'.join(_MEASURES)})\b"
)

_Reader = Callable[[str, re.Match[str]], _Figure | None]
_MONEY: Final = re.compile(
    rf"[+~]?(?P<sign>[£$€])\s?(?P<low>(?:{DIGITS})(?:{SCALE}|\sm\b)?)"
    rf"(?:\s?(?:-|–|to|and)\s?[£$€]?\s?(?P<high>(?:{DIGITS})(?:{SCALE}|\sm\b)?))?"
)
_MONEY_NAMED: Final = re.compile(
    rf"\b(?P<low>{_NUMBER})(?:{_AND}(?P<high>{_NUMBER}))?\s(?P<named>pounds?|dollars?|euros?|gbp"
    rf"|usd|eur)\b"
)
_PENCE: Final = re.compile(r"(?<![\w.£$€-])(?P<low>\d{1,2})(?:p|\s(?:pence|pennies))\b")
_PERCENT: Final = re.compile(
    rf"(?P<low>(?<![\w.])(?:{DIGITS})|\b(?:{WORDS}))"
    rf"(?:\s?%?(?:-|–|\sto\s|\sand\s|\sor\s)(?P<high>(?:{DIGITS})|(?:{WORDS})))?"
    r"(?:\s?%|[- ]?per[- ]?cent\b|[- ]percent(?:age points?)?\b)"
)
_SHARE_OF: Final = re.compile(
    rf"\b(?P<some>{WORDS}|\d{{1,3}}) (?:in|out of)(?: every)? (?P<out_of>{WORDS}|\d{{1,4}})\b"
    r"(?! (?:years?|months?|days?|weeks?|the)\b)"
)
_SHARE: Final = re.compile(
    rf"\b(?P<fraction>{FRACTION})\b(?! (?:party|parties|time|person|sector|reading|option|example"
    rf"|way|term|of "
    r"(?:may|june|july)|a (?:million|billion|dozen|mile|century|decade)|an hour|hour|finals?)\b)"
    r"(?=$|[.,;:!?()–\n]| \(| (?:of|to be|are|is|will|were|was|should|must|by|for|the|our|all"
    r"|fewer|more|less|have|has)\b)"
    rf"|(?P<glyph>(?<!\d)[{GLYPHS}])"
)
_MULTIPLE: Final = re.compile(
    r"\b(?P<word>doubl(?:e|ing|ed)|tripl(?:e|ing|ed)|trebl(?:e|ing|ed)|quadrupl(?:e|ing|ed)"
    r"|halv(?:e|ing|ed)|twice|"
    r"thrice)\b(?! (?:yellow|standards?|glaz\w+|jeopardy|check|down|edged?|whammy|act|decker"
    r"|act)\b)(?!-)"
    rf"|\b(?P<count>{WORDS}|\d{{1,3}})(?:\s?x\b(?! \d)|[- ]fold\b|fold\b|[- ]times\b)"
)
_COUNT: Final = re.compile(
    rf"(?<![\w.£$€#-])(?P<low>{_NUMBER})(?:\s?\+)?(?:{_AND}(?P<high>{_NUMBER}))?(?![\w%]|[.,]\d)"
)
_HALF: Final = re.compile(
    r"\b(?P<low>half an?|quarter of an?) (?P<scale>million|billion|dozen|hour|day|mile|tonne|year)\b"
)
_READERS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    (_MONEY, _money),
    (_MONEY_NAMED, _money),
    (_PENCE, _pence),
    (_PERCENT, _percent),
    (_SHARE_OF, _share_of),
    (_HALF, _half_a_million),
    (_SHARE, _share),
    (_MULTIPLE, _multiple),
    (_COUNT, _count),
)
