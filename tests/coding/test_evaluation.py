"""The codebook held against a person: the risk taken as less sure findings are let in."""

from civicpledge.coding import code_response, evaluate_findings
from civicpledge.coding.evaluation import confidence_of
from civicpledge.model.findings import Basis, Finding, Stance

ASK = "Do you support a river ferry?"
C, R = Stance.COMMITTED, Stance.REFUSED


def judged(stance: Stance) -> Finding:
    return Finding(stance=stance, basis=Basis.JUDGED)


def test_the_curve_starts_with_what_was_said_outright_and_ends_with_all_that_is_decided() -> None:
    pairs = [
        (judged(C), code_response("Yes.", ASK)),
        (judged(R), code_response("No.", ASK)),
        (judged(R), code_response("I think so.", ASK)),
        (judged(C), code_response("Ferries are old.", ASK)),
    ]
    first, *_, last = evaluate_findings(pairs, against="jane").risk
    assert (first.confidence, first.coverage.hits, first.right.hits, first.right.total) == (
        1.0,
        2,
        2,
        2,
    )
    assert (last.coverage.hits, last.coverage.total, last.right.hits, last.right.total) == (
        3,
        4,
        2,
        3,
    )


def test_along_the_curve_confidence_falls_and_coverage_grows() -> None:
    texts = (
        "Yes.",
        "It would be a mistake.",
        "It's a great idea.",
        "I think so.",
        "I'd prefer a bridge.",
    )
    pairs = [(judged(C), code_response(text, ASK)) for text in texts]
    found = evaluate_findings(pairs, against="jane")
    confidences = [point.confidence for point in found.risk]
    assert confidences == sorted(set(confidences), reverse=True)
    coverages = [point.coverage.hits for point in found.risk]
    assert coverages == sorted(set(coverages))
    assert len(found.risk_table()) == len(found.risk)


def test_an_explicit_finding_is_trusted_most_and_an_abstention_not_at_all() -> None:
    told = [confidence_of(code_response(t, ASK)) for t in ("Yes.", "It would be a mistake.", "Hm.")]
    assert told[0] > told[1] > told[2] == 0


def test_the_rules_are_listed_by_name() -> None:
    texts = ("Yes.", "No.", "I think so.", "It would be a mistake.")
    pairs = [(judged(C), code_response(text, ASK)) for text in texts]
    rules = [rule for rule, _ in evaluate_findings(pairs, against="jane").per_rule]
    assert rules == ["finds-fault", "no", "thinks-so", "yes"]
