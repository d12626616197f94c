"""Names, presence and promises in single sentences: better no name than a wrong one."""

import pytest

import civicpledge as cp
from civicpledge.readers.people_in_prose import people_in
from civicpledge.readers.presences import presences_in
from civicpledge.readers.roundup_occasions import occasion_told, other_headcount
from civicpledge.readers.roundup_wins import wins_of


def named(sentence: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.party, p.role) for p in people_in(sentence, 0, len(sentence))]


def status(sentence: str) -> dict[str, str]:
    return {p.person.name: p.status.value for p in presences_in(sentence, 0, len(sentence))}


def promisers(sentence: str) -> list[str]:
    return [p.name for win in wins_of(sentence, 0, len(sentence)) for p in win.promisers]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Labour’s Ann Body and Independent Bo Kit",
            [("Ann Body", "Labour", None), ("Bo Kit", "Independent", None)],
        ),
        ("Lib Dem Ann Body-Lee", [("Ann Body-Lee", "Lib Dem", None)]),
        ("Cllr Ann Body (Labour)", [("Ann Body", "Labour", "Cllr")]),
        (
            "Ann Body, Leader of Sandle Council, Councillor Bo Kit",
            [("Ann Body", None, "Leader of Sandle Council"), ("Bo Kit", None, "Councillor")],
        ),
        (
            "Councillor Ann Body, Green Candidate for Upper Sandle Bo Kit",
            [("Ann Body", None, "Councillor"), ("Bo Kit", "Green", "Green Candidate for Upper Sandle")],
        ),
        ("They met at Low Mill and in Upper Sandle.", []),
        ("the Enhanced Ferry Board", []),
        ("Ola Reed (Green) and Sol West", [("Ola Reed", "Green", None), ("Sol West", None, None)]),
    ],
)  # fmt: skip
def test_a_party_and_a_capacity_stay_with_the_name_they_are_printed_beside(
    sentence: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "who", "whom"),
    [
        ("Ann Body on behalf of Bo Kit (Green) came.", "Ann Body", "Bo Kit"),
        ("Ann Body, standing in for Bo Kit, came.", "Ann Body", "Bo Kit"),
        ("Ann Body (in place of Bo Kit) came.", "Ann Body", "Bo Kit"),
        ("Bo Kit was represented by Ann Body.", "Ann Body", "Bo Kit"),
    ],
)
def test_a_stand_in_is_tied_to_whom_they_stood_in_for(sentence: str, who: str, whom: str) -> None:
    people = {p.name: p for p in people_in(sentence, 0, len(sentence))}
    assert people[who].on_behalf_of == whom
    assert people[whom].represented
    assert status(sentence) == {who: "attended", whom: "represented"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ann Body was there; Bo Kit pulled out.", {"Ann Body": "attended", "Bo Kit": "withdrew"}),
        ("Ann Body and Bo Kit did not attend.", {"Ann Body": "withdrew", "Bo Kit": "withdrew"}),
        ("Unable to attend were Ann Body and Bo Kit.", {"Ann Body": "withdrew", "Bo Kit": "withdrew"}),
        (
            "Ann Body never replied, while Bo Kit took part.",
            {"Ann Body": "did_not_reply", "Bo Kit": "attended"},
        ),
        ("Ann Body answered in writing.", {"Ann Body": "in_writing"}),
        ("Ann Body has written a book.", {}),
    ],
)  # fmt: skip
def test_who_came_and_who_did_not_is_told_by_the_verb_beside_the_name(
    sentence: str, expected: dict[str, str]
) -> None:
    assert status(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Won a commitment from Ann Body to act", ["Ann Body"]),
        ("Ann Body and Bo Kit both agreed to act", ["Ann Body", "Bo Kit"]),
        ("Ann Body, on behalf of Bo Kit, agreed to act", ["Ann Body"]),
        ("Commitment from all candidates to meet, with Ann Body pledging to chair", ["Ann Body"]),
        ("A commitment from Ann Body’s office to reply", []),
        ("Ann Body asked whether the candidates agreed to act", []),
        ("Ann Body watched as the parties agreed to act", []),
        ("We asked for a commitment from Ann Body to act", []),
        ("No commitment from Ann Body to act", []),
        ("Ann Body has not agreed to act", []),
        ("Ann Body said that Bo Kit had agreed to act", []),
        ("Would Ann Body commit to act?", []),
        ("Members agreed to act", []),
    ],
)
def test_only_who_stands_beside_the_verb_of_promising_promises(
    sentence: str, expected: list[str]
) -> None:
    assert promisers(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "date", "headcount"),
    [
        ("Some 85 residents came to the hall on 4 April.", "4 April", "Some 85"),
        ("On May 3rd, 2027 hundreds of people gathered.", "May 3rd, 2027", "hundreds"),
        ("On 3 May members met to win £300 for 20% of homes.", "3 May", None),
        ("Over 1,200 of us packed into the church.", None, "Over 1,200"),
    ],
)
def test_a_sentence_of_gathering_gives_its_day_and_its_count_as_printed(
    sentence: str, date: str | None, headcount: str | None
) -> None:
    told = occasion_told(sentence)
    assert told is not None
    assert (told.date, told.headcount) == (date, headcount)


@pytest.mark.parametrize(
    "sentence",
    [
        "Local elections will be held on 2nd May.",
        "Thousands of people came to assemblies this spring.",
        "The alliance works for 300 people.",
        "The deadline is 3 May.",
    ],
)
def test_a_sentence_that_tells_of_no_gathering_opens_no_occasion(sentence: str) -> None:
    assert occasion_told(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("I expected 30 people, not 250.", "250"),
        ("Half the room had 250 questions.", "250"),
        ("We want 250 homes.", None),
        ("They raised £250 in the room.", None),
        ("A crowd of 241 came.", None),
    ],
)
def test_a_second_count_is_a_near_figure_said_of_the_same_people(
    sentence: str, other: str | None
) -> None:
    assert other_headcount(sentence, "241") == other


def test_a_place_that_somebody_stands_for_promises_nothing(read):
    page = (
        "Round-up of our hustings\n\n## Low Mill\n\nOn 3 May 120 people met at Low Hall.\n\n"
        "* Ann Body, Green candidate for Low Mill Central, pledging to mend the lamps.\n\n"
        "## Next\n\nMore to come.\n"
    )
    assert [p.speaker for p in read(page, "roundup").pledges] == ["Ann Body"]


def test_surnames_before_a_colon_are_those_of_people_with_american_titles():
    page = (
        "*** HAVEN ***\nWhere: the hall\nWhen: Sunday, October 11\nTurnout: 730\n\n"
        "Both came: Rep. Bo Ng (R) and Sen. Ann Body (D).\n\nTHE ASK: Will you keep the lido?\n\n"
        'NG: "I will not be the lead."\n\nBODY: "I will."\n\n'
        "*** LEIGH ***\nWhere: the barn\nWhen: Wednesday, October 14\nTurnout: 288\n\nNobody came.\n"
    )
    document = cp.Document.from_text(page, source=cp.Source(id="page", title="Page"))
    answers = cp.parse(document, "roundup").answers
    assert [(a.speaker, a.quote.text, a.ask.title) for a in answers] == [
        ("NG", "I will not be the lead.", "Will you keep the lido?"),
        ("BODY", "I will.", "Will you keep the lido?"),
    ]
