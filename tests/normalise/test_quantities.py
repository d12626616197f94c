"""Figures in running text: each expected value is worked out by hand from an invented sentence."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicpledge.model.findings import Anchor, Bound
from civicpledge.normalise.quantities import find_quantities


def figures(text: str) -> list[tuple[Fraction | None, str | None]]:
    return [(q.value, q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound", "rate"),
    [
        ("We will plant 4,500 trees.", 4500, "trees", Bound.EXACT, None),
        ("at least 120 new youth clubs", 120, "clubs", Bound.AT_LEAST, None),
        ("up to 30 ferries a day", 30, "ferries", Bound.AT_MOST, "day"),
        ("around 900 flats for nurses every year", 900, "flats", Bound.ABOUT, "year"),
        ("no fewer than six wardens", 6, "wardens", Bound.AT_LEAST, None),
        ("no more than 12 lorries per week", 12, "lorries", Bound.AT_MOST, "week"),
        ("a minimum of 40 beds", 40, "beds", Bound.AT_LEAST, None),
        ("50 benches or more", 50, "benches", Bound.AT_LEAST, None),
        ("twenty-five thousand leaflets", 25_000, "leaflets", Bound.EXACT, None),
        ("three hundred and twenty places", 320, "places", Bound.EXACT, None),
        ("a dozen schools", 12, "schools", Bound.EXACT, None),
        ("more than two dozen charities", 24, "charities", Bound.AT_LEAST, None),
        ("a 50p charge", Fraction(1, 2), "GBP", Bound.EXACT, None),
        ("up to 75 pence a day", Fraction(3, 4), "GBP", Bound.AT_MOST, "day"),
        ("a £10-a-week cut", 10, "GBP", Bound.EXACT, "week"),
        ("paid over five years", 5, "years", Bound.EXACT, None),
        ("here for over five years", 5, "years", Bound.AT_LEAST, None),
        ("half a million bulbs", 500_000, "bulbs", Bound.EXACT, None),
        ("£3.5 million for the pier", 3_500_000, "GBP", Bound.EXACT, None),
        ("over £40m", 40_000_000, "GBP", Bound.AT_LEAST, None),
        ("$16.5 M", 16_500_000, "USD", Bound.EXACT, None),
        ("€2bn a year", 2_000_000_000, "EUR", Bound.EXACT, "year"),
        ("£300k", 300_000, "GBP", Bound.EXACT, None),
        ("fifty pounds a month", 50, "GBP", Bound.EXACT, "month"),
        ("it takes five months", 5, "months", Bound.EXACT, None),
        ("a 20 year lease", 20, "years", Bound.EXACT, None),
    ],
)
def test_a_count_or_a_sum_is_read_with_its_unit_its_bound_and_its_rate(
    text: str, value: int, unit: str, bound: Bound, rate: str | None
) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit, found.bound, found.rate) == (value, unit, bound, rate)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30% of the fleet", Fraction(3, 10)),
        ("12.5 per cent", Fraction(1, 8)),
        ("a third of about all the boats", Fraction(1, 3)),
        ("two thirds of piers", Fraction(2, 3)),
        ("half of them", Fraction(1, 2)),
        ("one in five residents", Fraction(1, 5)),
        ("3 out of 4 wards", Fraction(3, 4)),
        ("¾ of the quay", Fraction(3, 4)),
        ("forty percent", Fraction(2, 5)),
    ],
)
def test_a_share_is_a_fraction_of_one(text: str, value: Fraction) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (value, "share")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We shall double the number of boats", 2),
        ("halve the fares", Fraction(1, 2)),
        ("three times as many", 3),
        ("tripling the crew", 3),
        ("a fivefold rise", 5),
    ],
)
def test_a_multiple_is_counted_in_times(text: str, value: Fraction) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (value, "times")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("£20-25 billion", 20 * 10**9, 25 * 10**9, "GBP"),
        ("between £4m and £6m", 4 * 10**6, 6 * 10**6, "GBP"),
        ("10 to 15 boats", 10, 15, "boats"),
        ("two or three piers", 2, 3, "piers"),
        ("15–20% of fares", Fraction(3, 20), Fraction(1, 5), "share"),
    ],
)
def test_a_range_has_both_its_ends(text: str, low: Fraction, high: Fraction, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.upper, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "clubs for 16-30 year olds",
        "people aged 18 to 24",
        "free travel for under 25s",
        "on the 17th of March",
        "the 2nd of June 2021",
        "in 2010 and since 2014",
        "the 1960s",
        "amendment 87b to Section 106",
        "Area 3 of the harbour",
        "COVID-19 and the A45",
        "at 6pm, or at 10:30",
        "my first priority, and the third time",
        "one of my aims is one thing",
        "open 24/7",
        "the last five years",
        "ten years ago",
        "net-zero boats",
        "dozens of clubs",
        "double yellow lines",
        "1) Mend the pier",
        "A third example might help",
        "from 2005 levels",
    ],
)
def test_ages_dates_labels_ordinals_and_the_past_are_not_quantities(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("built by 2029", (2029, None, None, None, None)),
        ("by the end of May", (None, 5, None, None, Anchor.SPEAKING)),
        ("before 1 March 2026", (2026, 3, None, None, None)),
        ("by the end of the decade", (None, None, None, None, Anchor.DECADE)),
        ("within 12 months of taking office", (None, None, 12, "month", Anchor.TAKING_OFFICE)),
        ("in my first 100 days", (None, None, 100, "day", Anchor.TAKING_OFFICE)),
        ("in the first year of my mayoralty", (None, None, 1, "year", Anchor.TAKING_OFFICE)),
        ("within six weeks", (None, None, 6, "week", Anchor.SPEAKING)),
        ("over the next five years", (None, None, 5, "year", Anchor.SPEAKING)),
        ("by the end of my term", (None, None, None, None, Anchor.TERM)),
        ("before the next election", (None, None, None, None, Anchor.ELECTION)),
        ("Between now and 2031", (2031, None, None, None, None)),
    ],
)
def test_a_deadline_keeps_what_the_words_fix_and_its_anchor(
    text: str, expected: tuple[object, ...]
) -> None:
    (found,) = find_quantities(text)
    deadline = found.deadline
    assert deadline is not None
    assert found.value is None
    got = (deadline.year, deadline.month, deadline.within, deadline.unit, deadline.anchor)
    assert got == expected


def test_several_figures_of_one_sentence_come_in_the_order_of_the_text() -> None:
    text = "By 2030 we will build 2,708 boats for £346 million, a third of them small."
    assert figures(text) == [
        (None, None),
        (2708, "boats"),
        (346_000_000, "GBP"),
        (Fraction(1, 3), "share"),
    ]


def test_an_extent_leads_back_to_the_words_as_printed() -> None:
    text = "‘Well …  at  least\u00a02,000  homes’"
    (found,) = find_quantities(text)
    assert found.extent is not None
    assert text[found.extent.start : found.extent.end] == "2,000  homes"


@given(st.integers(min_value=2, max_value=10**9), st.sampled_from(["boats", "piers", "clubs"]))
def test_a_number_means_the_same_with_and_without_commas(number: int, unit: str) -> None:
    assert figures(f"{number} {unit}") == figures(f"{number:,} {unit}") == [(number, unit)]


@given(st.text(max_size=200))
def test_any_text_gives_figures_inside_it_and_never_an_error(text: str) -> None:
    for found in find_quantities(text):
        assert found.extent is not None
        assert 0 <= found.extent.start < found.extent.end <= len(text)


def test_a_share_in_words_is_where_its_words_stand_and_runs_into_no_other_word():
    text = "We will insulate a third of the homes, whole half, and a fifth of them; not afifth."
    shares = [q for q in find_quantities(text) if q.unit == "share"]
    assert [text[q.extent.start : q.extent.end] for q in shares] == ["a third", "half", "a fifth"]


@pytest.mark.parametrize(
    "text", ["I am 100% behind this.", "100 per cent committed", "filmed in 1080p"]
)
def test_an_idiom_or_a_format_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [("within a decade", 10), ("within two decades", 20), ("over the next decade", 10)],
)
def test_a_decade_is_ten_years(text, years):
    (quantity,) = find_quantities(f"New homes {text}.")
    assert quantity.deadline.within == years
    assert quantity.deadline.unit == "year"
