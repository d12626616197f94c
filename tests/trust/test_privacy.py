"""No name and no word of a person leaves by a way nobody asked for: errors, logs, warnings, the network."""

import json
import re
import subprocess
import sys
import traceback
import warnings
from copy import deepcopy
from pathlib import Path

import pytest
from fuzz_corpus import mutant, seeds
from fuzz_targets import TARGETS, roster

import civicpledge as cp

ROOT = Path(__file__).parents[2]
CANARY = "Qwyxel"
"""A name that stands in every text; identifiers made of it are in small letters, and may be told."""

FILES = ("read_roster", "read_remits", "read_decisions", "read_worksheet", "read_tables")
PAGES = ("parse", "parse_article", "parse_roundup", "parse_questionnaire", "parse_manifesto")
ROWS = ("roster_from_rows", "asks_from_rows", "responses_from_rows", "codings_from_rows")


def told_by(work):
    """Give all that an error tells, with the errors behind it, as a program without a handler prints it."""
    try:
        work()
    except cp.CivicPledgeError as error:
        return "".join(traceback.format_exception(error))
    return ""


def spoiled(data):
    """Give copies of plain values with one value taken out, or of another kind, or empty."""
    for name, records in data.items():
        if not isinstance(records, list):
            continue
        for at, record in enumerate(records):
            for key in record if isinstance(record, dict) else ():
                for other in (None, 5, "", CANARY, [CANARY], {CANARY: CANARY}):
                    copy = deepcopy(data)
                    copy[name][at][key] = other
                    yield copy
        yield {**data, name: records * 2}
        yield {**data, name: []}


def test_no_error_about_a_dataset_repeats_a_word_of_it(marked_json):
    refused = 0
    for data in list(spoiled(marked_json(CANARY)))[::8]:
        told = told_by(lambda data=data: cp.loads(json.dumps(data)))
        refused += bool(told)
        assert CANARY not in told.replace(f"'{CANARY}' is no field", "").replace(f".{CANARY}:", ":")
    assert refused > 50


def with_canaries(target):
    """Give the texts a target begins from, cut behind their heading, each name in them our canary."""
    heads = {"read_tables": 2, **dict.fromkeys(FILES[:-1], 1)}
    names = {word for c in roster().candidates for word in c.name.split()} | {"Ann", "Body"}
    for text in seeds(target):
        lines = text.splitlines(keepends=True)
        cut = heads.get(target, 0)
        rest = re.sub(rf"\b(?:{'|'.join(sorted(names))})\b", CANARY, "".join(lines[cut:]))
        yield "".join(lines[:cut]), rest


@pytest.mark.parametrize("target", [*FILES, *ROWS, *PAGES])
def test_no_error_about_a_file_or_a_page_repeats_a_name_in_it(target):
    count = 3 if target in (*PAGES, "read_tables") else 30
    for head, rest in with_canaries(target):
        for number in range(count):
            text = head + mutant(rest, number)
            assert CANARY not in told_by(lambda text=text: TARGETS[target](text)), text


@pytest.mark.parametrize("target", PAGES)
def test_no_warning_of_a_reading_repeats_a_name(target):
    for _, page in with_canaries(target):
        document = cp.Document.from_text(page, source=cp.Source(id="page", title="A page"))
        for warning in cp.parse(document, target.partition("_")[2] or None).warnings:
            assert CANARY not in f"{warning.what} {warning.why}"


def test_a_representation_counts_and_names_nobody(marked):
    made = marked(CANARY)
    results = (made, cp.score(made), cp.audit_claims(made), cp.report_on(made), cp.robustness(made))
    assert CANARY not in " ".join(map(repr, results))


def test_the_whole_path_logs_nothing_prints_nothing_and_warns_of_nothing(marked, caplog, capsys):
    made = marked(CANARY)
    with caplog.at_level(0), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        TARGETS["whole_path"](seeds("whole_path")[0])
        str(cp.report_on(cp.code_responses(made)))
        cp.loads(cp.dumps(made.redact("ann-ash")))
        roster().match(CANARY)
    assert [record for record in caplog.records if record.name.startswith("civicpledge")] == []
    assert caught == []
    assert capsys.readouterr() == ("", "")


WATCH = """
import sys, pathlib, tempfile
ALLOWED = tempfile.tempdir = tempfile.mkdtemp()
def watch(event, args):
    if event.split(".")[0] in {"socket", "ssl", "urllib", "http", "ftplib", "smtplib", "webbrowser"}:
        sys.exit(f"reached for the network: {event}")
    if event in {"os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "pty.spawn"}:
        sys.exit(f"started a program: {event}")
    named = event == "open" and isinstance(args[0], str) and isinstance(args[1], str)
    if named and set(args[1]) & set("wax+") and not str(args[0]).startswith((ALLOWED, "/dev/null")):
        sys.exit(f"wrote to {args[0]}")
import civicpledge as cp, civicpledge.publish, civicpledge.excel
[getattr(cp, name) for name in cp.__all__]
sys.addaudithook(watch)
"""
WORK = """
reading = cp.parse(cp.read_document("examples/assembly.txt"))
roster, remits = cp.read_roster("examples/roster.csv"), cp.read_remits("examples/remits.csv")
made = cp.code_responses(cp.resolve(reading, roster, remits=remits))
board = cp.score(made)
print(len(str(cp.report_on(made))) > 500)
out = pathlib.Path(ALLOWED)
cp.dump(made, out / "made.json")
cp.write_tables(cp.load(out / "made.json"), out / ".")
civicpledge.publish.write_page(made, out / "page.html")
civicpledge.excel.write_excel({"scores": board}, out / "scores.xlsx")
for name in cp.dataset_names():
    cp.load_dataset(name)
"""


def test_nothing_reaches_for_the_network_starts_a_program_or_writes_where_it_was_not_told():
    pytest.importorskip("jinja2")
    pytest.importorskip("openpyxl")
    command = [sys.executable, "-B", "-c", WATCH + WORK]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("True\n", "", 0)


def test_the_watch_would_have_noticed():
    probe = WATCH + "import socket\nsocket.socket()\n"
    done = subprocess.run(
        [sys.executable, "-B", "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "reached for the network: socket.__new__\n")
