"""A yes is held against the figure and the date that were asked for."""

import pytest

from civicpledge import code_response
from civicpledge.coding.figures import falls_short
from civicpledge.model.findings import Basis, Qualification, Stance
from civicpledge.normalise.quantities import find_quantities

CENTRE = "Will you open the centre by 2028?"
JUNE = "Will you open the centre by June 2028?"
HOMES = "Will you build 1,000 homes a year?"
FUND = "Will you put £2 million into youth work?"


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (CENTRE, "Yes, by 2032."),
        (CENTRE, "Yes, I will open it by the end of 2030."),
        (JUNE, "Yes, I will open it by September 2028."),
        (JUNE, "Yes, I will open it by May 2029."),
        (HOMES, "Yes. I will build 500 homes."),
        (HOMES, "Yes. I will build up to 1,000 homes a year."),
        (FUND, "Yes, £1 million."),
    ],
)
def test_a_yes_to_less_or_to_later_than_asked_is_no_plain_yes(ask, answer):
    finding = code_response(answer, ask=ask)
    assert (finding.stance, finding.qualification) == (Stance.QUALIFIED, Qualification.PARTIAL)
    assert finding.alternatives == (Stance.COMMITTED,)
    assert finding.basis is Basis.SUGGESTED


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (CENTRE, "Yes, by 2027."),
        (CENTRE, "Yes, by 2028."),
        (CENTRE, "Yes, I will open it by June 2028."),
        (JUNE, "Yes, by 2028."),
        (FUND, "Yes, £3 million."),
        (FUND, "Yes, £1 million to £2 million."),
        (FUND, "Yes. £1 million was raised last year."),
        (HOMES, "Yes. We built 500 homes last year."),
    ],
)
def test_a_yes_to_as_much_and_as_soon_stays_a_yes_whatever_else_is_counted(ask, answer):
    assert code_response(answer, ask=ask).stance is Stance.COMMITTED


@pytest.mark.parametrize(
    ("asked", "offered", "short"),
    [
        ("within a year", "within two years", True),
        ("within two years", "within 12 months", False),
        ("within two years", "within 24 months", False),
        ("within six weeks", "within three months", True),
    ],
)
def test_spans_of_time_compare_whatever_their_unit(asked, offered, short):
    found = falls_short(find_quantities(offered), find_quantities(asked))
    assert (found is not None) is short
