"""
The real page of 2021, from text to scoreboard, against facts counted by hand.

Reads the page from the folder in ``CIVICPLEDGE_SEEDS`` and skips where that is not set.
"""

import pytest

import civicpledge as cp

# The line of each speaker's label on the page, by ask; the answer begins two lines below it.
LABELS = {
    "1": {"andy-street": 57, "liam-byrne": 63, "jenny-wilkinson": 71},
    "2": {
        "andy-street": 79, "liam-byrne": 85, "jenny-wilkinson": 89,
        "jay-singh-sohal": 93, "simon-foster": 97, "jon-hunt": 101,
    },
    "3": {
        "andy-street": 109, "liam-byrne": 113, "jenny-wilkinson": 117,
        "jay-singh-sohal": 121, "simon-foster": 125, "jon-hunt": 129,
    },
    "4": {
        "andy-street": 149, "liam-byrne": 153, "jenny-wilkinson": 157,
        "jay-singh-sohal": 161, "simon-foster": 165, "jon-hunt": 169,
    },
    "5": {
        "andy-street": 177, "liam-byrne": 181, "jenny-wilkinson": 185,
        "jay-singh-sohal": 189, "simon-foster": 193, "jon-hunt": 197,
    },
    "6": {"jay-singh-sohal": 205, "simon-foster": 209, "jon-hunt": 213},
    "7": {
        "andy-street": 231, "liam-byrne": 235, "jenny-wilkinson": 239,
        "jay-singh-sohal": 243, "simon-foster": 247,
    },
    "8": {"andy-street": 255, "liam-byrne": 261, "jenny-wilkinson": 265},
    "9": {"andy-street": 273, "liam-byrne": 277, "jenny-wilkinson": 281},
}  # fmt: skip
# Answers of several paragraphs: the line of the last one. Every other answer is one line.
LAST_LINES = {
    ("1", "andy-street"): 61,
    ("1", "liam-byrne"): 69,
    ("2", "andy-street"): 83,
    ("8", "andy-street"): 259,
}
MAYOR = "mayor.west-midlands.2021-05-06"
PCC = "pcc.west-midlands.2021-05-06"
STANDING = {
    "andy-street": ("Andy Street", "Conservative and Unionist Party", MAYOR),
    "liam-byrne": ("Liam Byrne", "Labour and Co-operative Party", MAYOR),
    "jenny-wilkinson": ("Jenny Wilkinson", "Liberal Democrats", MAYOR),
    "jay-singh-sohal": ("Jay Singh-Sohal", "Conservative and Unionist Party", PCC),
    "simon-foster": ("Simon Foster", "Labour Party", PCC),
    "jon-hunt": ("Jon Hunt", "Liberal Democrats", PCC),
}
REMITS = cp.remits(
    {
        "mayor.west-midlands": {"decides": "1 2 3 5 7 8 9", "convenes": "4"},
        "pcc.west-midlands": {"decides": "2 3 5 6 7", "convenes": "4"},
    }
)


def roster_of(*people: str) -> cp.Roster:
    rows = [
        {"id": p, "name": STANDING[p][0], "party": STANDING[p][1], "contest": STANDING[p][2]}
        for p in people
    ]
    return cp.Roster.from_rows(rows)


@pytest.fixture(scope="module")
def document(seeds):
    (path,) = seeds.glob("000_*.txt")
    source = cp.Source(id="page-2021", title="The page of 2021")
    return cp.read_document(path, source=source)


@pytest.fixture(scope="module")
def reading(document):
    return cp.parse(document)


@pytest.fixture(scope="module")
def dataset(reading):
    return cp.resolve(reading, roster_of(*STANDING), remits=REMITS)


@pytest.fixture(scope="module")
def coded(dataset):
    return cp.code_responses(dataset)


def test_it_has_three_themes_nine_asks_41_answers_nine_claims_and_five_remit_notes(reading):
    counts = (reading.themes, reading.asks, reading.answers, reading.claims, reading.notes)
    assert [len(found) for found in counts] == [3, 9, 41, 9, 5]


def test_not_one_character_is_unaccounted_for(reading, document):
    ends = [0, *(segment.end for segment in reading.segments)]
    assert [segment.start for segment in reading.segments] == ends[:-1]
    assert ends[-1] == len(document.text)


def test_every_answer_stands_under_the_right_ask_and_candidate_at_its_place(dataset, document):
    assert sum(map(len, LABELS.values())) == 41
    lines = document.text.split("\n")
    for ask, speakers in LABELS.items():
        for person, label in speakers.items():
            (response,) = dataset.cell(person, ask).responses
            (span,) = response.appearances
            assert document.text[span.start : span.end] == response.text
            first, last = label + 2, LAST_LINES.get((ask, person), label + 2)
            assert (document.line_of(span.start), document.line_of(span.end - 1)) == (first, last)
            printed = "\n".join(lines[first - 1 : last])
            assert printed.strip(" '‘’") == response.text


def test_42_answers_are_due_and_one_of_them_is_not_recorded(dataset):
    cells = dataset.cells()
    assert sum(cell.due for cell in cells) == 42
    assert sum(cell.answered for cell in cells) == 41
    assert dataset.cell("jon-hunt", "7").absence is cp.Absence.NOT_RECORDED


def test_asks_outside_an_offices_remit_are_said_so(dataset):
    outside = {
        (c.candidate, c.ask) for c in dataset.cells() if c.absence is cp.Absence.OUT_OF_REMIT
    }
    mayors = [f"{MAYOR}.{p}" for p in ("andy-street", "liam-byrne", "jenny-wilkinson")]
    commissioners = [f"{PCC}.{p}" for p in ("jay-singh-sohal", "simon-foster", "jon-hunt")]
    expected = {(who, "page-2021.6") for who in mayors}
    expected |= {(who, f"page-2021.{n}") for who in commissioners for n in (1, 8, 9)}
    assert outside == expected
    assert {dataset.cell(p, "4").power for p in STANDING} == {cp.Power.CONVENES}


def test_one_person_under_two_party_labels_is_one_and_each_label_is_kept(dataset):
    said = [r for r in dataset.responses if dataset.speaker(r.id) == f"{MAYOR}.liam-byrne"]
    labels = sorted(r.attribution.party_as_printed for r in said)
    assert labels == ["Labour"] + ["Labour & Co-operative"] * 7


def test_the_claim_at_ask_7_has_no_words_for_hunt_and_accuses_nobody(coded):
    (claim,) = (a for a in cp.audit_claims(coded) if a.claim.asks == ("page-2021.7",))
    found = {cell.candidate.rpartition(".")[2]: cell.outcome.value for cell in claim.cells}
    assert set(found) == set(STANDING)
    assert found["jon-hunt"] == "no_words"
    for person, outcome in found.items():
        (coding,) = coded.cell(person, "7").codings or (None,)
        if coding is not None and coding.finding.stance is cp.Stance.UNCLEAR:
            assert outcome == "undecided"


def test_the_same_words_from_two_mouths_are_found(dataset):
    groups = [set(group.responses) for group in cp.repeated_statements(dataset)]
    assert {"page-2021.5.jenny-wilkinson", "page-2021.5.jon-hunt"} in groups


def test_a_seventh_candidate_whom_the_page_never_names_changes_nothing(reading, dataset):
    rows = [
        {"id": p, "name": name, "party": party, "contest": contest}
        for p, (name, party, contest) in STANDING.items()
    ]
    seventh = {"id": "wilma-quirk", "name": "Wilma Quirk", "party": "Independent", "contest": PCC}
    roster = cp.Roster.from_rows([*rows, seventh])
    assert cp.resolve(reading, roster, remits=REMITS) == dataset


def test_no_answer_holds_a_heading_or_a_label(reading):
    titles = {ask.title for ask in reading.asks} | {theme.title for theme in reading.themes}
    for answer in reading.answers:
        assert titles.isdisjoint(answer.quote.text.split("\n"))
        assert not any(line.endswith(":") for line in answer.quote.text.split("\n"))


def test_two_replied_in_writing_as_only_the_introduction_says(dataset):
    letters = {
        response.attribution.person
        for response in dataset.responses
        if response.channel is cp.Channel.LETTER
    }
    assert letters == {"jenny-wilkinson", "jon-hunt"}


def test_saving_and_loading_gives_the_same_dataset_which_still_fits_the_page(
    coded, document, tmp_path
):
    path = tmp_path / "dataset.json"
    cp.dump(coded, path)
    loaded = cp.load(path)
    assert loaded == coded
    cp.verify(loaded, document)


def test_the_codebook_never_contradicts_a_hand_coding_with_a_yes(coded):
    """No answer that people read as a refusal or another subject is credited as a commitment."""
    by_hand = cp.load_dataset("west-midlands-2021")
    for coding in coded.codings:
        person = coded.response(coding.response).attribution.person
        (ours,) = by_hand.cell(person, coded.ask(coding.ask).number).codings
        if ours.finding.stance in (cp.Stance.DEFLECTED, cp.Stance.REFUSED):
            assert coding.finding.stance is not cp.Stance.COMMITTED
