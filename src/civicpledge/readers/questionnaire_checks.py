"""What a person should look at in a reading of a questionnaire: people whose words answer no question."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from civicpledge.model.sources import Document
from civicpledge.readers.lines import Line
from civicpledge.readers.numbering import NUMBER_WORDS
from civicpledge.readers.page_words import says_no_answer
from civicpledge.readers.presences import AWAY, presences_in
from civicpledge.readers.questionnaire_form import Form, Part
from civicpledge.readers.reading import RawAbsence, RawAnswer, RawAsk, ReadingWarning

_FEWEST_WORDS = 4


def unanswering(
    lines: Sequence[Line],
    form: Form,
    answers: Sequence[RawAnswer],
    absences: Sequence[RawAbsence],
) -> Iterator[ReadingWarning]:
    """Warn of the people, and the senders of e-mails, below whose name words stand but no answer does."""
    opened = [i for i, part in enumerate(form.parts) if part is Part.PERSON]
    kept = [a.quote.span.start for a in answers] + [a.quote.span.start for a in absences]
    for first, end in pairwise([*opened, len(lines)]):
        stop = lines[end - 1].end
        if any(lines[first].start <= at < stop for at in kept):
            continue
        own = next((x for x in lines[first + 1 : end] if _says_something(x, form.parts)), None)
        if own is not None:
            why = "below which no answer to a question is found; what stands there is not read"
            yield ReadingWarning(line=own.number, what="a name or an e-mail", why=why)


def _says_something(line: Line, parts: Sequence[Part]) -> bool:
    told = parts[line.index] in (Part.TEXT, Part.APART)
    return told and len(line.bare.split()) >= _FEWEST_WORDS and not says_no_answer(line.bare)


_LONGEST_NOTE = 200
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\.? [A-ZÀ-Þ]")
_OTHERS = re.compile(r"Also (?:standing|on the ballot)\b")


def tells_of_silence(bare: str) -> bool:
    """
    Tell whether a paragraph is the page's, on who gave no answer or who else stands.

    >>> tells_of_silence("Ann Body (Green) had not responded."), tells_of_silence("I did not reply.")
    (True, False)
    """
    if len(bare) > _LONGEST_NOTE:
        return False
    if _OTHERS.match(bare) or (_TITLED.match(bare) and says_no_answer(bare)):
        return True
    told = presences_in(bare, 0, len(bare))
    return bool(told) and all(p.status in AWAY for p in told) and told[0].person.begin == 0


_ONE_QUESTION = re.compile(
    r"\b(?:(?:question|ask|q) ?(?P<number>\d{1,2}|"
    + "|".join(NUMBER_WORDS)
    + r")\b|(?:this|that|one|the \w+|our \w+) (?:question|ask)\b)",
    re.IGNORECASE,
)


def silences(document: Document, line: Line, asks: Iterable[RawAsk]) -> list[RawAbsence]:
    """
    Give the people of whom a line says that they gave no answer: to one of the *asks*, or at all.

    Where it means one question and does not say which of those read, nobody is given.
    """
    if not tells_of_silence(line.bare):
        return []
    one = _ONE_QUESTION.search(line.bare)
    number = one["number"] if one else None
    value = str(NUMBER_WORDS.get((number or "").casefold(), number))
    ask = next((ask for ask in asks if number and ask.number == value), None)
    if one is not None and ask is None:
        return []
    quote = document.quote(line.start, line.end)
    told = presences_in(document.text, line.bare_start, line.bare_end)
    return [RawAbsence(name=p.person.name, quote=quote, ask=ask) for p in told if p.status in AWAY]
