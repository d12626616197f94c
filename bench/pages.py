"""
What the readers make of invented pages that a careful person has read before them.

Run ``python bench/pages.py [-v] [FOLDER]``. Each page (``NAME.txt``) stands beside a key (``NAME.json``)
that lists every answer: who, the first words of the ask, the first and the last words of the answer. The
pages were written by people who had not seen the readers; what the readers made of them at first sight is
told in the documentation, and the readers were mended on them since: what is printed is an upper bound.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, Final

import civicpledge as cp
from civicpledge.readers.name_forms import name_words
from civicpledge.readers.reading import RawAnswer, RawAsk, Reading

_ALIKE: Final = 0.6
"""So much of a report has to be the same stretch as in the key: where it begins is a choice."""
RESULTS: Final = (
    "right",
    "other extent",
    "offered",
    "to nobody",
    "no ask",
    "wrong ask",
    "wrong person",
    "missed",
)


def folded(words: str) -> str:
    """Give the words without marks, case and the make of their letters."""
    plain = unicodedata.normalize("NFKC", words).replace("’", "'").casefold()
    return " ".join(re.sub(r"[^\w£$€%✔✘☒☐]+", " ", plain).split())


def same_person(one: str | None, other: str) -> bool:
    """Tell whether one name is the other, or a part of it."""
    a, b = name_words(one or ""), name_words(other)
    return bool(a and b) and (a <= b or b <= a)


def stretch(text: str, key: dict[str, str]) -> tuple[int, int] | None:
    """Find where the words of a key begin and end on its page."""
    first, last = (
        r"\W+".join(map(re.escape, re.findall(r"\w+", key[end]))) for end in ("starts", "ends")
    )
    for begun in re.finditer(first, text) if first else ():
        ended = re.compile(last).search(text, begun.start()) if last else None
        if ended is not None:
            return begun.start(), ended.end()
    return None


def has_words(answer: RawAnswer, key: dict[str, str], text: str) -> bool:
    """Tell whether an answer holds the words of the key, or nearly so where the page reports them."""
    words = folded(answer.quote.text)
    if words.startswith(folded(key["starts"])) and words.endswith(folded(key["ends"])):
        return True
    place = stretch(text, key)
    if place is None or answer.wording != "reported":
        return False
    span = answer.quote.span
    shared = min(span.end, place[1]) - max(span.start, place[0])
    return shared / (max(span.end, place[1]) - min(span.start, place[0])) >= _ALIKE


def is_near(answer: RawAnswer, key: dict[str, str]) -> bool:
    """Tell whether an answer holds the first or last words of the key; a key of one word is all of it."""
    words = folded(answer.quote.text)
    if " " not in folded(key["starts"]):
        return words == folded(key["starts"])
    return folded(key["starts"]) in words or words.endswith(folded(key["ends"]))


def asks(answer: RawAnswer) -> list[RawAsk]:
    """Give all that an answer answers."""
    return [ask for ask in (answer.ask, *answer.also) if ask is not None]


def answers_it(answer: RawAnswer, key: dict[str, str]) -> bool:
    """Tell whether an answer is tied to the key's ask."""
    wanted = folded(key["ask"])
    told = (
        f"{ask.number or ''} {ask.title} {ask.text.text if ask.text else ''}"
        for ask in asks(answer)
    )
    return any(wanted in folded(words) for words in told)


def judged(answer: RawAnswer, key: dict[str, str], text: str) -> str:
    """Say what became of an answer of the key in one that was read."""
    who, asked = key["who"], answers_it(answer, key)
    nobody = who == "not told" and answer.speaker is None
    if nobody or same_person(answer.speaker, who) or same_person(answer.on_behalf_of, who):
        if asked:
            return "right" if has_words(answer, key, text) else "other extent"
        return "wrong ask" if answer.ask else "no ask"
    if answer.speaker is not None:
        return "wrong person"
    offers = (answer.inferred, *answer.possible)
    return "offered" if asked and any(same_person(one, who) for one in offers) else "to nobody"


def judge(reading: Reading, keys: list[dict[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """Hold a reading against its key, answer by answer; the best of what was read counts."""
    text = reading.document.text
    found = []
    for key in keys:
        near = [a for a in reading.answers if is_near(a, key)]
        results = [judged(answer, key, text) for answer in near]
        found.append((min(results, key=RESULTS.index, default="missed"), key))
    return found


def read(path: Path) -> Reading:
    """Read a page as a user would."""
    source = cp.Source(id="page", title=path.stem)
    return cp.parse(cp.Document.from_text(path.read_text(encoding="utf-8"), source=source))


def main(arguments: list[str]) -> None:
    """Print a line a page, and what became of all answers together."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    total: Counter[str] = Counter()
    for path in sorted((folders or [Path(__file__).with_name("pages")])[0].glob("*.txt")):
        key: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        reading = read(path)
        results = judge(reading, key["answers"])
        counts = Counter(result for result, _ in results)
        total += counts
        shown = ", ".join(f"{counts[name]} {name}" for name in RESULTS if counts[name])
        print(f"{path.stem:8} {key['kind']:13} as {reading.kind.value:13} {shown}")
        if "-v" in arguments:
            for result, one in results:
                if result != "right":
                    print(f"    {result}: {one['who']} | {one['ask']} | {one['starts']}")
    print(
        f"\n{total.total()} answers: " + ", ".join(f"{total[n]} {n}" for n in RESULTS if total[n])
    )


if __name__ == "__main__":
    main(sys.argv[1:])
