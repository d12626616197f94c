"""Every rule of the codebook proves itself on its own examples."""

import pytest

from civicpledge.coding import code_response, codebook_rules
from civicpledge.coding.rules import Rule, Voice
from civicpledge.model.responses import Wording

CODES = [(rule, text) for rule in codebook_rules() for text in rule.codes]
SPARES = [(rule, text) for rule in codebook_rules() for text in rule.spares]


def standing(rule: Rule, text: str) -> bool:
    """Tell whether the rule fires on the text and nothing sets the firing aside as no answer."""
    wording = Wording.REPORTED if rule.voice is Voice.REPORT else Wording.VERBATIM
    fired = [f for f in code_response(text, rule.ask, wording=wording).fired if f.rule == rule.id]
    return any(f.overruled_by is None for f in fired)


@pytest.mark.parametrize(("rule", "text"), CODES, ids=lambda value: getattr(value, "id", None))
def test_a_rule_fires_on_the_texts_it_says_it_codes(rule: Rule, text: str) -> None:
    assert standing(rule, text)


@pytest.mark.parametrize(("rule", "text"), SPARES, ids=lambda value: getattr(value, "id", None))
def test_a_rule_leaves_alone_the_texts_it_says_it_spares(rule: Rule, text: str) -> None:
    assert not standing(rule, text)


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for rule in codebook_rules()]
    assert len(ids) == len(set(ids))


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert [r.id for r in codebook_rules() if not (r.codes and r.spares)] == []


@pytest.mark.parametrize("rule", codebook_rules(), ids=lambda rule: rule.id)
def test_a_rule_fires_on_words_and_never_between_them(rule: Rule) -> None:
    for text in ("", " ", *rule.codes, *rule.spares):
        assert all(found[0] for found in rule.cue.finditer(text.lower()))
