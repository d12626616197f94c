"""Whatever a stranger feeds a door of the library, it is taken or refused by an error of ours."""

import os

import pytest
from fuzz_corpus import mutant, seeds
from fuzz_targets import TARGETS, survives

import civicpledge as cp

SLOW = ("parse", "parse_article", "parse_roundup", "parse_manifesto", "read_tables", "whole_path")
FOUND = {
    "a fraction run together with its article": ("find_quantities", "cut by afifth, twohalves"),
    "aliases that are a number": ("roster_from_rows", '[{"name": "Ann Body", "aliases": -1}]'),
    "identifiers that are no records": (
        "roster_from_rows",
        '[{"name": "Ann Body", "identifiers": ["x"]}]',
    ),
    "a worksheet with a cell too long for CSV": ("read_worksheet", "a" * 200_000),
    "decisions with a cell too long for CSV": ("read_decisions", "name\n" + "a" * 200_000),
    "a marked section that HTML does not know": ("read_document_html", "<p>Yes.<![foo]></p>"),
    "a rule of a table that is none": ("parse_questionnaire", "| a |\n| " + "-" * 5_000 + "x |\n"),
    "a row of a table whose next row has no bar": (
        "parse_manifesto",
        "We will:\n| a | Mend |\n| b\n",
    ),
    "remits with a cell too long for CSV": ("read_remits", "ask,office,power\n" + "a" * 200_000),
}
"""Inputs that once escaped with another error, by what was wrong with them."""


@pytest.mark.parametrize("case", FOUND)
def test_what_fuzzing_found_once_is_taken_or_refused(case):
    survives(*FOUND[case])


@pytest.mark.parametrize("target", TARGETS)
def test_mutants_of_good_inputs_are_taken_or_refused(target):
    count = 5_000 if os.environ.get("CIVICPLEDGE_SOAK") else 15 if target in SLOW else 100
    texts = seeds(target)
    for text in texts:
        survives(target, text)
    for number in range(count):
        survives(target, mutant(texts[number % len(texts)], number))


@pytest.mark.parametrize("target", TARGETS)
def test_the_inputs_that_mutants_begin_from_are_good_ones(target):
    TARGETS[target](seeds(target)[-1])


def test_every_public_call_that_reads_what_strangers_wrote_is_a_target():
    readers = {name for name in cp.__all__ if name.startswith(("read_", "parse", "loads"))}
    readers |= {name for name in cp.__all__ if name.endswith(("_from_rows", "_key"))}
    covered = {name.removesuffix("_txt") for name in TARGETS}
    # Those left are the same code as a target: a folder of documents, and the two looks at a name.
    same = {"read_questionnaires", "parse_name", "parse_office"}
    assert readers - covered == same


def test_a_mutant_can_be_made_again_from_its_number():
    assert mutant("Ann Body, Green: Yes.", 7) == mutant("Ann Body, Green: Yes.", 7)
