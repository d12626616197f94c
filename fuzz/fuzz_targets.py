"""
What strangers may feed: every door of the library that takes text, bytes or rows.

A target takes a text. It may refuse it with a ``CivicPledgeError``; any other exception is a fault of ours.
"""

import datetime as dt
import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import civicpledge as cp
from civicpledge.readers.documents import html_text

Target = Callable[[str], object]

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("article", "roundup", "questionnaire", "manifesto")
CONTEST = "mayor.haven.2030-05-02"


def document(text: str) -> cp.Document:
    return cp.Document.from_text(text, source=cp.Source(id="page", title="A page"))


def parsed_as(kind: str | None) -> Target:
    def read(text: str) -> object:
        return cp.parse(document(text), kind)

    return read


def as_bytes(text: str) -> bytes:
    """Give the bytes a text stands for; half a surrogate pair stands for a byte, or for itself."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def in_a_file(name: str, read: Callable[[Path], object]) -> Target:
    """Make a target that finds its text, byte for byte, in a file of this name."""

    def target(text: str) -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(as_bytes(text))
            return read(path)

    return target


@cache
def roster() -> cp.Roster:
    return cp.read_roster(ROOT / "examples" / "roster.csv")


@cache
def dataset() -> cp.Dataset:
    """Give the example's dataset, resolved and coded."""
    reading = cp.parse(cp.read_document(ROOT / "examples" / "assembly.txt"))
    remits = cp.read_remits(ROOT / "examples" / "remits.csv")
    return cp.code_responses(cp.resolve(reading, roster(), remits=remits))


def coded_from(path: Path) -> object:
    return cp.read_worksheet(path, dataset(), coder="jane", date=dt.date(2030, 5, 3))


@cache
def tables() -> dict[str, bytes]:
    """Give the files of the example's folder of tables."""
    with tempfile.TemporaryDirectory() as folder:
        cp.write_tables(dataset(), folder)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def a_folder(text: str) -> object:
    """Read a folder of tables in which one line names the file and the rest is what it holds."""
    name, _, content = text.partition("\n")
    spoiled = {f"{name}.csv": as_bytes(content)} if f"{name}.csv" in tables() else {}
    with tempfile.TemporaryDirectory() as folder:
        for file, held in {**tables(), **spoiled}.items():
            (Path(folder) / file).write_bytes(held)
        return cp.read_tables(folder)


def rows(text: str) -> list[dict[str, object]]:
    """Read the rows that a text spells in JSON; a text that spells none is one cell of a row."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    listed = found if isinstance(found, list) else [found]
    return [row if isinstance(row, dict) else {"name": text, "text": text} for row in listed]


def whole_path(text: str) -> object:
    """Follow a page to the end: read, tie, code, score, compare, audit, report, save, read again."""
    reading = cp.parse(document(text), "article")
    named = " ".join(ask.number or ask.key for ask in reading.asks)
    powers = cp.remits({"mayor.eastmere": {"decides": named}, "pcc.eastmere": {"funds": named}})
    made = cp.code_responses(cp.resolve(reading, roster(), remits=powers))
    for result in (cp.score(made), cp.audit_claims(made), cp.repeated_statements(made)):
        result.to_table().to_csv()
    assert cp.loads(cp.dumps(made)) == made
    return str(cp.report_on(made))


TARGETS: dict[str, Target] = {
    "loads": cp.loads,
    "parse": parsed_as(None),
    **{f"parse_{kind}": parsed_as(kind) for kind in KINDS},
    "read_document_txt": in_a_file("page.txt", cp.read_document),
    "read_document_html": in_a_file("page.html", cp.read_document),
    "html_text": html_text,
    "name_key": lambda text: (cp.name_key(text), cp.parse_name(text)),
    "party_key": lambda text: (cp.party_key(text), cp.match_party(text)),
    "office_key": lambda text: (cp.office_key(text), cp.parse_office(text)),
    "parse_ballot_id": cp.parse_ballot_id,
    "match": lambda text: roster().match(text, party=text[::-1]),
    "text_similarity": lambda text: cp.text_similarity(text[::2], text[1::2]),
    "find_quantities": cp.find_quantities,
    "code_response": lambda text: (
        cp.code_response(text, ask=dataset().asks[0]),
        cp.code_response(text),
    ),
    "read_roster": in_a_file("roster.csv", lambda path: cp.read_roster(path, CONTEST)),
    "roster_from_rows": lambda text: cp.Roster.from_rows(rows(text), CONTEST),
    "read_remits": in_a_file("remits.csv", cp.read_remits),
    "read_decisions": in_a_file("decisions.csv", cp.read_decisions),
    "read_worksheet": in_a_file("sheet.csv", coded_from),
    "read_tables": a_folder,
    "asks_from_rows": lambda text: cp.asks_from_rows(rows(text), round="page"),
    "responses_from_rows": lambda text: cp.responses_from_rows(rows(text), round="page"),
    "codings_from_rows": lambda text: cp.codings_from_rows(rows(text), dataset=dataset()),
    "whole_path": whole_path,
}


def survives(name: str, text: str) -> None:
    """Feed *text* to a target: it is taken, or refused by an error of our own."""
    try:
        TARGETS[name](text)
    except cp.CivicPledgeError as error:
        str(error)
