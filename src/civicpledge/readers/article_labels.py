"""The label of one line of an article: behind a tick, in a heading that asks, before "said"."""

import re

from attrs import evolve

from civicpledge.readers.labels import Label, label_of, said_in
from civicpledge.readers.lines import CROSSES, TICKS, Line
from civicpledge.readers.prose_subjects import person_of

_TICK = re.compile(rf"[{TICKS}{CROSSES}]\ufe0f?[ \t]{{0,3}}")


def label_in(line: Line) -> Label | None:
    """Read the label of a line; a heading that asks what stands behind a colon has none."""
    ticked = None if line.bullet else _TICK.match(line.bare)
    behind = ticked.end() if ticked else 0
    label = _told_label(line.bare[behind:]) or label_of(line.bare[behind:])
    if label is not None and behind:
        label = evolve(label, end=label.end + behind)
    asks = label is not None and line.heading and label.form == "colon-run-in"
    return None if asks and line.bare.rstrip("*_ ").endswith("?") else label


def _told_label(bare: str) -> Label | None:
    """Read the party beside a name before "said:": "Labour's Ann Body said: ..."."""
    said = said_in(bare)
    person = person_of(said[0]) if said else None
    if said is None or person is None or not person.party or " " not in person.name:
        return None
    return Label(
        name=person.name,
        party=person.party,
        on_behalf_of=person.on_behalf_of,
        end=said[1],
        strong=True,
        form="said",
    )
