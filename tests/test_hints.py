"""A look-up that finds nothing says what comes near it, so that a slip is mended at a glance."""

import pytest

import civicpledge as cp

REAL = cp.load_dataset("west-midlands-2021")
BOARD = cp.score(REAL)
ROUND = "west-midlands-2021"
MAYOR = "mayor.west-midlands.2021-05-06"
ROSTER = cp.Roster.from_rows([{"name": "Ann Ash"}, {"name": "Bo Birch"}], contest=MAYOR)


@pytest.mark.parametrize(
    ("look", "hint"),
    [
        (lambda: REAL.candidate("andy-stret"), "andy-street"),
        (lambda: BOARD["andy-stret"], "andy-street"),
        (lambda: BOARD.ranks()["andy-stret"], f"{MAYOR}.andy-street"),
        (lambda: BOARD.by("theme")["safer-comunities"], f"{ROUND}.theme.safer-communities"),
        (lambda: BOARD.grid().cell(f"{MAYOR}.andy-stret", "x"), f"{MAYOR}.andy-street"),
        (lambda: cp.robustness(REAL, draws=1).above("andy-stret", "x"), f"{MAYOR}.andy-street"),
        (lambda: cp.changes(REAL, REAL, links={f"{ROUND}.77": "x"}), f"{ROUND}.7"),
        (lambda: ROSTER.candidate("ann-asch"), "ann-ash"),
        (lambda: ROSTER.match("Ann Ash", contest="mayor.west-midlands.2012-05-06"), MAYOR),
        (lambda: cp.load_dataset("byrne-manifesto"), "byrne-2020-manifesto"),
    ],
)
def test_a_slip_is_answered_with_what_comes_near(look, hint):
    with pytest.raises(cp.UnknownIdError) as caught:
        look()
    assert caught.value.nearest[0] == hint
    assert f"did you mean {hint!r}" in str(caught.value)


def test_where_nothing_comes_near_nothing_is_suggested():
    with pytest.raises(cp.UnknownIdError) as caught:
        REAL.candidate("zzzz")
    assert caught.value.nearest == ()
    assert "did you mean" not in str(caught.value)
