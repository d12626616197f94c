"""
Texts to begin from, for each target, and the ways to spoil one.

All of it is invented; mutants follow from a number, so that each can be made again.
"""

import json
from functools import cache
from random import Random

from fuzz_targets import ROOT, dataset, roster

import civicpledge as cp

NASTY = (
    "\x00", "\ufeff", "\ud800", "\u202e", "\u200b", "\u2028", "\x85", "\r", "\r\n", "\n\n", "\t", "\x0b",
    '"', '""', "'", "‘", "“", ",", ";", "|", ":", "(", ")", "[", "]", "{", "}", "<", ">", "<!--", "&#0;",
    "&#x110000;", "=1+1", "*", "**", "# ", "1) ", "0", "-1", "9" * 400, "9" * 4400, "²", "½", "٣", "１",
    "Ⅻ", "1/0", "0/0", "£", "£1e9", "%", "1,2,3,4", "by 2029", "9999-12-31", "2030-02-30", "null",
    "true", "NaN", "1e400", "İ", "ß", "ﬃ", "é", "e\u0301", "王", "🗳", "a" * 300, " " * 300,
    "=" * 140_000, "Ann Body, Green:", "Will you", "All six backed it.", "on behalf of", "Cllr ",
)  # fmt: skip


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows_as_json(name: str) -> str:
    table = cp.to_tables(dataset())[name]
    rows = [dict(zip(table.names, row, strict=True)) for row in table.rows()][:4]
    return json.dumps(rows, default=str)


def pages(folder: str) -> tuple[str, ...]:
    found = sorted((ROOT / "tests" / "readers" / folder).iterdir())
    return tuple(path.read_text(encoding="utf-8")[:4000] for path in found)


def folder_files() -> tuple[str, ...]:
    tables = cp.to_tables(dataset())
    return tuple(f"{name}\n{table.to_csv()}" for name, table in tables.items() if len(table))


@cache
def seeds(target: str) -> tuple[str, ...]:
    """Give the texts to begin from."""
    article = page("examples/assembly.txt")
    forms = (
        "Name: Ann Body\nParty: Green\n\n1. Will you plant?\n\n300 a year.\n\n2. Will you mend?\n\nNo.",
        "Name,Party,Will you plant trees?,Will you mend it?\nAnn,Green,Yes,No\nBo,Red,,Maybe\n",
    )
    names = (*(c.name for c in roster().candidates), "SMITH, John (Cllr)", "Dr. O’Neil-Bä JR")
    answers = tuple(r.text for r in dataset().responses)[:8]
    sheet = cp.worksheet(dataset(), coder="jane").to_table().to_csv()
    roster_json = '{"persons": [{"id": "1", "name": "Ann Body", "other_names": [{"name": "A"}]}]}'
    decisions = "name,choice,by,date,reason\nA. Body,ada-marlow,jane,2030-05-03,said so\n"
    by_target = {
        "loads": (cp.dumps(cp.load_dataset("basw-2021-wilkinson")), page("tests/data/whole.json")),
        "parse_roundup": pages("roundups"),
        "parse_manifesto": pages("manifestos"),
        "parse_questionnaire": forms,
        "parse": (article, *pages("roundups"), *pages("manifestos"), *forms),
        "read_document_html": ("<title>T</title><h2>1) Homes</h2><p><b>Ann:</b> Yes.<br>No.</p>",),
        "html_text": ("<ul><li>a<pre>b\n</pre></ul><svg><p>x</svg><b> c</b><style>p{}</style>",),
        "name_key": names,
        "party_key": ("Labour & Co-operative", "Green Party (of Somewhere)", "Independent"),
        "office_key": ("Mayor of the West", "Police and Crime Commissioner for Haven"),
        "parse_ballot_id": ("mayor.haven.2030-05-02", "local.a.b.by.2030-05-02"),
        "match": names,
        "text_similarity": answers,
        "find_quantities": ("at least 2,000 homes every year, £20-25 billion, 30% by May 2029", *answers),
        "code_response": answers,
        "read_roster": (page("examples/roster.csv"), roster_json),
        "roster_from_rows": (json.dumps([{"name": "Ann Body", "id": "1", "aliases": "A|B"}]),),
        "read_remits": (page("examples/remits.csv"),),
        "read_decisions": (decisions,),
        "read_worksheet": (sheet, sheet.replace(",,,,,\r", ",committed,,,2,,x\r")),
        "read_tables": folder_files(),
        **{f"{n}_from_rows": (rows_as_json(n),) for n in ("asks", "responses", "codings")},
    }  # fmt: skip
    return by_target.get(target, (article,))


def mutant(text: str, number: int) -> str:
    """Spoil *text* in one to four places, as *number* has it."""
    chance = Random(number)
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 1, 2, 5, 20, 200)))
        match chance.randint(0, 5):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + text[start:end] * chance.randint(1, 3) + text[end:]
            case 2:
                other = chance.randint(0, len(text))
                text = text[:other] + text[start:end] + text[other:]
            case 3:
                text = text[:start]
            case _:
                text = text[:start] + chance.choice(NASTY) + text[end:]
    return text
