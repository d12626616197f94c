"""The page on coding lists every rule, with its reason and its record, as the codebook has them."""

from pathlib import Path

from civicpledge.coding import codebook_rules

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "coding.md"


def test_the_page_has_a_line_for_every_rule_as_it_is() -> None:
    lines = [
        line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    listed = {line.split("`")[1]: line for line in lines}
    assert list(listed) == [rule.id for rule in codebook_rules()]
    for rule in codebook_rules():
        assert rule.reason in listed[rule.id]
        told = f"{rule.record.right} of {rule.record.of}" if rule.record else "not tried"
        assert told in listed[rule.id]
