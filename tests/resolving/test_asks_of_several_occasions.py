"""A round-up that tells what was asked at each of its occasions: a round, asks and answers for each."""

import pytest

import civicpledge as cp

PAGE = """Two nights

## Weir, St Jude's Hall, 4 May

318 in the room. On stage were Ann Body (Labour) and Bo Ng (Green).

Ask one: Will you keep the lido?

Ann Body: Yes.

Bo Ng: No.

Ann Body promised to open a warm room by October.

## Mill, the Cornhall, 9 May

222 people came.

Ask one: Will you mend the path?

Una Quill (Labour): Yes. All of them said yes.

## Thanks

Una Quill said she liked the cake.
"""
ROSTER = """id,name,party,contest
ann,Ann Body,Labour,mayor.weir.2027-05-06
bo,Bo Ng,Green,mayor.weir.2027-05-06
una,Una Quill,Labour,leader.mill.2027-05-06
"""
POWERS = (
    ("page.weir.one", "mayor.weir"),
    ("page.mill.one-will-you-mend-the-path", "leader.mill"),
)


@pytest.fixture
def roster(tmp_path) -> cp.Roster:
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return cp.read_roster(path)


def reading() -> cp.Reading:
    return cp.parse(
        cp.Document.from_text(PAGE, source=cp.Source(id="page", title="Page")), "roundup"
    )


def rows(*named: tuple[str, str]) -> list[cp.RemitRow]:
    return [
        cp.RemitRow(ask=ask, office=office, power=cp.Power.DECIDES, where=f"row {n}")
        for n, (ask, office) in enumerate(named, 1)
    ]


def test_every_occasion_is_a_round_with_its_own_asks(roster) -> None:
    dataset = cp.resolve(reading(), roster, remits=rows(*POWERS))
    asked = {ask.title: ask.round for ask in dataset.asks}
    assert asked == {"Will you keep the lido?": "page.weir", "Will you mend the path?": "page.mill"}
    fields = {r.id: r.field for r in dataset.rounds}
    assert fields["page.weir"] == ("mayor.weir.2027-05-06.ann", "mayor.weir.2027-05-06.bo")
    assert fields["page.mill"] == ("leader.mill.2027-05-06.una",)


def test_answers_pledges_claims_and_loose_words_are_all_kept(roster) -> None:
    dataset = cp.resolve(reading(), roster, remits=rows(*POWERS))
    answered = {r.text: r.answers for r in dataset.responses}
    assert answered["No."] == ("page.weir.one",)
    assert answered["said she liked the cake."] == ()
    assert any("warm room" in r.text for r in dataset.responses)
    assert sum(len(ask) for ask in answered.values()) == 3


def test_scores_go_by_the_occasion_that_a_candidate_was_asked_at(roster) -> None:
    board = cp.score(cp.code_responses(cp.resolve(reading(), roster, remits=rows(*POWERS))))
    due = {row.candidate: row.due for row in board}
    assert due == {
        "mayor.weir.2027-05-06.ann": 1,
        "mayor.weir.2027-05-06.bo": 1,
        "leader.mill.2027-05-06.una": 1,
    }


def test_a_number_that_two_occasions_bear_names_neither_ask(roster) -> None:
    with pytest.raises(cp.RemitsError, match=r"'one' may be page\.weir\.one and page\.mill"):
        cp.resolve(reading(), roster, remits=rows(("one", "mayor.weir"), *POWERS))


def test_every_ask_of_every_occasion_needs_a_remit(roster) -> None:
    with pytest.raises(cp.RemitsError, match="has no remit"):
        cp.resolve(reading(), roster, remits=rows(POWERS[0]))
