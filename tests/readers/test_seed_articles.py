"""The two real articles, counted by hand with their line numbers; skipped where they are not at hand."""

from collections import Counter

import pytest

from civicpledge.model.asks import PartForm, Power
from civicpledge.model.responses import ScopeKind
from civicpledge.model.sources import Document, Source
from civicpledge.readers import parse
from civicpledge.readers.reading import Reading, SegmentKind

# Line of each ask of 000, and the lines of its speakers' labels, by surname.
ASKS_OF_2021 = {
    53: {"Street": 57, "Byrne": 63, "Wilkinson": 71},
    75: {"Street": 79, "Byrne": 85, "Wilkinson": 89, "Sohal": 93, "Foster": 97, "Hunt": 101},
    105: {"Street": 109, "Byrne": 113, "Wilkinson": 117, "Sohal": 121, "Foster": 125, "Hunt": 129},
    143: {"Street": 149, "Byrne": 153, "Wilkinson": 157, "Sohal": 161, "Foster": 165, "Hunt": 169},
    173: {"Street": 177, "Byrne": 181, "Wilkinson": 185, "Sohal": 189, "Foster": 193, "Hunt": 197},
    201: {"Sohal": 205, "Foster": 209, "Hunt": 213},
    227: {"Street": 231, "Byrne": 235, "Wilkinson": 239, "Sohal": 243, "Foster": 247},
    251: {"Street": 255, "Byrne": 261, "Wilkinson": 265},
    269: {"Street": 273, "Byrne": 277, "Wilkinson": 281},
}
THEMES_OF_2021 = [43, 133, 217]
CLAIMS_OF_2021 = {
    53: 55,
    75: 77,
    105: 107,
    143: 147,
    173: 175,
    201: 203,
    227: 229,
    251: 253,
    269: 271,
}
NOTES_OF_2021 = {53: 55, 143: 145, 201: 203, 251: 253, 269: 271}
# Answers of several paragraphs: the line of the label, and of the last paragraph.
LONG_ANSWERS_OF_2021 = {57: 61, 63: 69, 79: 83, 255: 259}

ASKS_OF_2024 = {18: [22, 26, 28], 30: [34, 36], 44: [55, 57, 59], 70: [74, 76], 78: [80, 82, 84]}
POINTS_OF_2024 = [48, 49, 50, 51, 52, 53]


def opened(seeds, number: str) -> Reading:
    (path,) = seeds.glob(f"{number}_*.txt")
    text = path.read_text(encoding="utf-8")
    return parse(Document.from_text(text, source=Source(id=f"seed-{number}", title="A seed")))


@pytest.fixture(scope="module")
def page_of_2021(seeds) -> Reading:
    return opened(seeds, "000")


@pytest.fixture(scope="module")
def page_of_2024(seeds) -> Reading:
    return opened(seeds, "001")


def line(reading: Reading, element) -> int:
    return reading.document.line_of(element.quote.span.start)


def test_the_2021_page_has_three_themes_and_nine_numbered_asks(page_of_2021):
    assert page_of_2021.kind == "article"
    assert [line(page_of_2021, theme) for theme in page_of_2021.themes] == THEMES_OF_2021
    assert [line(page_of_2021, ask) for ask in page_of_2021.asks] == list(ASKS_OF_2021)
    assert [ask.number for ask in page_of_2021.asks] == list("123456789")
    assert Counter(line(page_of_2021, a.theme) for a in page_of_2021.asks) == {
        43: 3,
        133: 3,
        217: 3,
    }


def test_the_2021_page_has_41_answers_each_under_its_ask_and_label(page_of_2021):
    expected = [
        (ask, speaker, label)
        for ask, labels in ASKS_OF_2021.items()
        for speaker, label in labels.items()
    ]
    found = [
        (
            line(page_of_2021, a.ask),
            a.speaker.replace("-", " ").split()[-1],
            page_of_2021.document.line_of(a.label.start),
        )
        for a in page_of_2021.answers
    ]
    assert len(expected) == 41
    assert found == expected


def test_answers_of_several_paragraphs_stay_whole(page_of_2021):
    document = page_of_2021.document
    for answer in page_of_2021.answers:
        label = document.line_of(answer.label.start)
        last = document.line_of(answer.quote.span.end - 1)
        assert last == LONG_ANSWERS_OF_2021.get(label, label + 2)


def test_parties_stay_as_printed(page_of_2021):
    byrne = Counter(a.party for a in page_of_2021.answers if a.speaker.endswith("Byrne"))
    assert byrne == {"Labour & Co-operative": 7, "Labour": 1}


def test_the_2021_page_has_nine_claims_one_an_ask(page_of_2021):
    found = {line(page_of_2021, c.asks[0]): line(page_of_2021, c) for c in page_of_2021.claims}
    assert len(page_of_2021.claims) == 9
    assert found == CLAIMS_OF_2021


def test_the_scopes_of_the_claims_are_as_printed(page_of_2021):
    claims = {line(page_of_2021, c): c for c in page_of_2021.claims}
    assert claims[55].kind is ScopeKind.NAMED
    assert len(claims[55].names) == 3
    assert [(claims[n].kind, claims[n].number) for n in (77, 107)] == [(ScopeKind.ALL, 6)] * 2
    assert [claims[n].kind for n in (147, 175, 229)] == [ScopeKind.ALL] * 3
    assert [claims[n].kind for n in (203, 253, 271)] == [ScopeKind.CONTEST] * 3
    assert [n for n, claim in claims.items() if claim.hedge] == [229]


def test_the_2021_page_has_five_remit_notes(page_of_2021):
    notes = {line(page_of_2021, n.ask): n for n in page_of_2021.notes}
    assert len(page_of_2021.notes) == 5
    assert {ask: line(page_of_2021, n) for ask, n in notes.items()} == NOTES_OF_2021
    assert [n.power for n in notes.values()] == [
        Power.DECIDES,
        Power.CONVENES,
        Power.DECIDES,
        Power.DECIDES,
        Power.DECIDES,
    ]
    assert [ask for ask, n in notes.items() if n.only] == [201]
    assert len(notes[143].offices) == 2


def test_only_the_closing_paragraph_of_the_2021_page_is_unread(page_of_2021):
    document = page_of_2021.document
    assert [document.line_of(s.start) for s in page_of_2021.unread] == [287]
    furniture = [s for s in page_of_2021.segments if s.kind is SegmentKind.FURNITURE]
    lines = {document.line_of(s.start) for s in furniture}
    assert {1, 2, 3, 17, 21, 27, 285, 289, 291} <= lines


def test_who_stands_for_what_and_who_replied_in_writing(page_of_2021):
    six = [s for s in page_of_2021.standing if line(page_of_2021, s) == 41]
    assert Counter(s.office for s in six) == {"Mayor": 3, "Police & Crime Commissioner": 3}
    (occasion,) = page_of_2021.occasions
    assert occasion.headcounts == ("353",)
    assert [p.status for p in occasion.participants] == ["in_writing", "in_writing"]


def test_the_same_words_of_two_candidates_are_pointed_out(page_of_2021):
    assert 199 in [w.line for w in page_of_2021.warnings if "same words" in w.why]


def test_the_2024_page_has_three_topics_and_five_asks(page_of_2024):
    assert page_of_2024.kind == "article"
    assert [line(page_of_2024, theme) for theme in page_of_2024.themes] == [12, 40, 64]
    assert [line(page_of_2024, ask) for ask in page_of_2024.asks] == list(ASKS_OF_2024)


def test_the_compact_keeps_its_six_points_and_the_open_limb_is_told(page_of_2024):
    asks = {line(page_of_2024, ask): ask for ask in page_of_2024.asks}
    assert [line(page_of_2024, part) for part in asks[44].parts] == POINTS_OF_2024
    assert [part.number for part in asks[44].parts] == list("123456")
    assert [part.form for part in asks[18].parts] == [PartForm.LIMB, PartForm.OPEN]
    assert [asks[n].parts for n in (30, 70, 78)] == [(), (), ()]


def test_the_13_quotations_of_2024_have_no_speaker(page_of_2024):
    found: dict[int, list[int]] = {}
    for answer in page_of_2024.answers:
        assert answer.speaker is None
        found.setdefault(line(page_of_2024, answer.ask), []).append(line(page_of_2024, answer))
    assert found == ASKS_OF_2024


def test_a_name_is_offered_only_where_the_pages_own_words_suggest_it(page_of_2024):
    answers = {line(page_of_2024, a): a for a in page_of_2024.answers}
    named = {n for n, a in answers.items() if a.inferred}
    choice = {n for n, a in answers.items() if a.possible}
    assert named == {22, 26}
    assert choice == {28, 34, 36, 55, 57, 59}
    assert all(answers[n].why_inferred and answers[n].inferred_from for n in named | choice)
    assert not any(answers[n].why_inferred for n in (74, 76, 80, 82, 84))


def test_the_2024_page_is_read_to_the_last_character(page_of_2024):
    assert page_of_2024.unread == ()
