"""The page itself: views into the template, the template into one file."""

import base64
import datetime as dt
import hashlib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from os import PathLike

from attrs import frozen
from jinja2 import Environment, PackageLoader, StrictUndefined

from civicpledge._version import __version__
from civicpledge.calls import explaining
from civicpledge.coding.worksheets import DEFINITIONS
from civicpledge.comparison.claims import audit_claims
from civicpledge.files import written_whole
from civicpledge.model.asks import Power
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Qualification, Stance
from civicpledge.progress import Progress
from civicpledge.publish.phrases import address_of, date_words, title_words
from civicpledge.publish.pledges import pledge_views
from civicpledge.publish.tables import decisions_table, downloads
from civicpledge.publish.views import claim_view, contest_views
from civicpledge.report import headline
from civicpledge.scoring.grid import spaced
from civicpledge.scoring.rubric import DEFAULT_RUBRIC, Rubric
from civicpledge.scoring.scoreboard import score
from civicpledge.scoring.settling import FIRMNESS
from civicpledge.table import visible


@frozen(kw_only=True)
class _Figure:
    """A number of the rubric with its name, what the name means, and the reason for the number."""

    name: str
    meaning: str
    value: str
    reason: str


def _figure(name: str, meaning: str, value: Fraction, reason: str | None) -> _Figure:
    return _Figure(name=name, meaning=meaning, value=str(value), reason=reason or "no reason given")


_KINDS = {
    Qualification.CONDITIONAL: "says yes on a condition",
    Qualification.PARTIAL: "says yes to a part of it",
    Qualification.OTHER_MEANS: "says yes to the aim, by another way",
}


def _points(rubric: Rubric) -> list[_Figure]:
    """Give every decided stance, the firmest first, a qualified one by its kinds."""
    reasons, meanings = dict(rubric.reasons), dict(DEFINITIONS)
    made = []
    for stance in FIRMNESS:
        if stance is Stance.QUALIFIED:
            for kind, meaning in _KINDS.items():
                name, points = f"{stance}: {spaced(kind)}", rubric.points(stance, kind)
                made.append(_figure(name, meaning, points, reasons.get(kind)))
        else:
            points = rubric.points(stance)
            made.append(_figure(stance, meanings[stance], points, reasons.get(stance)))
    return made


_POWERS = {
    Power.DECIDES: "can do it",
    Power.FUNDS: "can pay for it",
    Power.CONVENES: "can bring those together who can do it",
    Power.INFLUENCES: "can speak up for it",
}


def _powers(rubric: Rubric) -> list[_Figure]:
    reasons = dict(rubric.reasons)
    return [
        _figure(power, meaning, rubric.power_weight(power), reasons.get(power))
        for power, meaning in _POWERS.items()
    ]


def _digest(text: str) -> str:
    """Give the SHA-256 of a style or script, the way a content security policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


def _visible_lines(text: str) -> str:
    """Make *text* visible line by line, so that its paragraphs stay apart."""
    return "\n".join(map(visible, text.split("\n")))


@cache
def _environment() -> Environment:
    """Compile the template once for all pages of a process."""
    made = Environment(
        loader=PackageLoader("civicpledge.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "visible": visible,
        "lines": _visible_lines,
        "address": address_of,
        "day": date_words,
    }
    return made


@explaining
def page_of(
    dataset: Dataset,
    *,
    title: str | None = None,
    note: str | None = None,
    date: dt.date | None = None,
    rubric: Rubric = DEFAULT_RUBRIC,
    files: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> str:
    """
    Give the page of *dataset* as HTML text; see :func:`write_page`.

    The same dataset and options give the same text, byte for byte.

    >>> "There is no candidate" in page_of(Dataset())
    True
    """
    environment = _environment()
    style, script = (_source(environment, name) for name in ("page.css", "page.js"))
    board, audit = score(dataset, rubric), audit_claims(dataset)
    return environment.get_template("page.html").render(
        title=title or title_words(dataset),
        headline=headline(board),
        note=note or "",
        date=date_words(date),
        contests=contest_views(board, progress),
        pledges=pledge_views(dataset),
        claims=[claim_view(dataset, claim) for claim in audit],
        decisions=decisions_table(dataset).rows(),
        points=_points(rubric),
        powers=_powers(rubric),
        rubric=rubric,
        missing=_MISSING[rubric.missing],
        sources=dataset.sources,
        provenance=dataset.provenance,
        downloads=downloads(board, audit, files or {}),
        style=style,
        script=script,
        style_digest=_digest(style),
        script_digest=_digest(script),
        version=__version__,
    )


_MISSING = {
    "bounds": "An answer that is due and missing may be worth anything, so it widens the score.",
    "exclude": "An answer that is due and missing is left out of the score.",
    "as_nothing": "An answer that is due and missing counts as nothing.",
    "neutral": "An answer that is due and missing counts one half.",
}


def _source(environment: Environment, name: str) -> str:
    """Give a file of the templates as it stands."""
    loader = environment.loader
    assert loader is not None
    return loader.get_source(environment, name)[0]


@explaining
def write_page(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    title: str | None = None,
    note: str | None = None,
    date: dt.date | None = None,
    rubric: Rubric = DEFAULT_RUBRIC,
    files: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> None:
    """
    Write one HTML file that shows *dataset* whole: scores, grid, words, claims, method, decisions, data.

    The file needs no network, no server and no script; a script in it only filters and sorts. Whatever a
    page put into a name or a quote stays text. It is written whole or not at all.

    :param title: the heading; otherwise the rounds that words were given in, or the sources that hold them
    :param note: a paragraph under the heading, by whoever publishes
    :param date: the day it is published, as printed at the end
    :param files: more files to offer for download, text by name: ``{"dataset.json": cp.dumps(dataset)}``
    :param progress: wraps the asks as they are laid out, like ``tqdm.tqdm``
    :raises SaveError: if it cannot be written; what stood at *path* before is whole
    :raises RowsError: if one of *files* is no text that UTF-8 can write
    :raises RubricError: if the rubric weighs asks or themes that the dataset does not have

    >>> write_page(Dataset(), "no such folder/page.html")
    Traceback (most recent call last):
    civicpledge.errors.SaveError: no such folder/page.html: was not written: No such file or directory
    """
    page = page_of(
        dataset, title=title, note=note, date=date, rubric=rubric, files=files, progress=progress
    )
    with written_whole(path) as file:
        file.write(page.encode())
