"""The page of rules is written from the rules, each with its reason, its examples and its record."""

import importlib.util
from pathlib import Path

import pytest

from civicpledge.coding import codebook_rules

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def writer():
    spec = importlib.util.spec_from_file_location("rules_page", DOCS / "rules_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_tells_of_every_rule_why_it_is_and_what_it_codes_and_spares(writer) -> None:
    told = writer.page_of(codebook_rules())
    for rule in codebook_rules():
        _, _, section = told.partition(f"## `{rule.id}`")
        section, _, _ = section.partition("\n## ")
        assert rule.reason[1:] in section
        assert all(text in section for text in (*rule.codes, *rule.spares, rule.source))
        record = f"{rule.record.right} of {rule.record.of} (" if rule.record else "not tried"
        assert record in section


def test_the_record_is_told_with_wilsons_interval(writer) -> None:
    (rule,) = [rule for rule in codebook_rules() if rule.id == "in-some-cases"]
    # Wilson for 2 of 2 at 95 %: (2 + 1.92) / (2 + 3.84) -/+ 1.92 / 5.84 = .342 to 1.
    assert "2 of 2 (95 %: 0.34 to 1.00)" in writer.page_of([rule])


def test_the_page_is_filled_where_its_marker_stands(writer) -> None:
    source = [(DOCS / "reference" / "rules.md").read_text(encoding="utf-8")]
    writer._fill(None, "reference/rules", source)
    assert writer.MARKER not in source[0]
    assert "(rule-condition)=" in source[0]
