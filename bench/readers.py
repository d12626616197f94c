"""
Growth of the readers: 27 kinds of growing text, each read at two sizes.

Doubling a text may at most double the time (here: sizes n and 4n, told as the factor a doubling costs).
Run ``python bench/readers.py [SMALL_SIZE]``; prints a row a text.
"""

import sys
import time
from collections.abc import Callable

from civicpledge.errors import CivicPledgeError
from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse
from civicpledge.readers.documents import html_text

ANSWER = "Ann Body, Green:\n\n'Yes, I will.'\n\n"
UNIT: dict[str, str] = {
    "blank lines": "\n",
    "spaces": " ",
    "a, a, a": "a, ",
    "A. A. A.": "A. ",
    "Name Name Name": "Ann ",
    "colons": "a: ",
    "opening brackets": "(",
    "closing brackets": ") ",
    "straight quotation marks": "'",
    "curly opening marks": "‘a ",
    "asterisks": "*",
    "bold words": "**a** ",
    "hashes": "#",
    "dashes": " - ",
    "one paragraph": "We will repair the path and plant a tree in every street of the town. ",
    "one word": "a",
    "lines of a word": "word\n\n",
    "headings": "Repair the path\n\n",
    "marked headings": "## Repair the path\n\n",
    "numbered lines": "1) Repair the path\n",
    "questions": "Will you repair the path?\n\n",
    "answers": ANSWER,
    "asks with answers": "1) Repair the path\n\nAll six candidates backed it.\n\n" + ANSWER,
    "labels without words": "Ann Body, Green:\n",
    "claims": "All of the candidates backed this priority. ",
    "names in prose": "Ann Body (Green) for Mayor, ",
    "rows of a table": "Ann,Green,yes\n",
}
HEAD = "Name,Party,Will you repair the path?\n"


def seconds(work: Callable[[], object]) -> float:
    """Time the quickest of two runs, in seconds of the processor."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def read(text: str) -> None:
    """Read *text*, whether or not something comes out."""
    try:
        parse(Document.from_text(text, source=Source(id="page", title="A page")))
    except CivicPledgeError:
        return


def grown(name: str, size: int) -> str:
    """Repeat the unit up to *size* characters; there is always one letter to read."""
    unit = UNIT[name]
    head = HEAD if name == "rows of a table" else "Page\n\n"
    return head + unit * (size // len(unit))


def main(small: int) -> int:
    """Print the growth of every text; the worst factor decides the exit status."""
    worst = 0.0
    for name in UNIT:
        times = [seconds(lambda n=n: read(grown(name, n))) for n in (small, 4 * small)]  # noqa: B023
        factor = (times[1] / times[0]) ** 0.5
        worst = max(worst, factor)
        print(f"{name:26} {times[0]:8.3f} s  {times[1]:8.3f} s  x{factor:.2f} a doubling")
    page = "<div>" * (small // 5)
    times = [seconds(lambda k=k: html_text("x" + page * k)) for k in (1, 4)]
    print(
        f"{'nested tags':26} {times[0]:8.3f} s  {times[1]:8.3f} s  x{(times[1] / times[0]) ** 0.5:.2f}"
    )
    print(f"worst: x{worst:.2f} a doubling")
    return 0 if worst < 2.5 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
