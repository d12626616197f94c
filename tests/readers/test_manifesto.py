"""Manifestos: the seed counted by hand, and invented ones of other layouts read line by line."""

import os
from pathlib import Path

import pytest

from civicpledge.model.sources import Document, Source
from civicpledge.readers.manifesto import read_manifesto, signs
from civicpledge.readers.reading import RawPledge, Reading, SegmentKind

PAGES = Path(__file__).parent / "manifestos"
SEED = "002_d5a060c25d89017d.txt"


def reading_of(text: str) -> Reading:
    return read_manifesto(Document.from_text(text, source=Source(id="m", title="M")))


def page(name: str) -> Reading:
    return reading_of((PAGES / name).read_text(encoding="utf-8"))


def words(pledge: RawPledge) -> str:
    return " ".join(pledge.quote.text.split())


def lines(reading: Reading, pledge: RawPledge) -> list[int]:
    return [reading.document.line_of(span.start) for span in pledge.appearances]


def rows(reading: Reading) -> list[tuple[list[int], str | None, bool, str]]:
    """Lines of all appearances, number, own, nearest heading."""
    return [
        (lines(reading, p), p.number, p.own, p.section[-1] if p.section else "")
        for p in reading.pledges
    ]


# ---- the seed

# Lines on which the items of the numbered lists begin, counted by hand in the page.
NUMBERED = {
    "homelessness": (116, 119, 122, 124, 128, 133, 135),
    "prosperity": (187, 192, 200, 206, 212, 217, 224, 231, 238, 241),
    "prosperity in full": (684, 690, 696, 702, 710, 715, 723, 730, 737, 740),
    "living wage": (1194, 1200, 1209, 1214, 1221),
    "ideas into action": (1530, 1536, 1541, 1545, 1550, 1556, 1561, 1566, 1573, 1581),
}
# The summary of ten comes again in another order: line of the summary, line in the second list.
AGAIN = {187: 684, 192: 702, 200: 690, 206: 696, 212: 710}
AGAIN |= {217: 715, 224: 723, 231: 730, 238: 737, 241: 740}
# Lines on which bulleted items begin whose marks stand torn off in a column; 121 marks in the page.
TORN = {
    61: (65, 67, 70),
    139: (149, 150, 151, 153, 154, 155, 156, 157),
    165: (172, 174, 176, 177, 178, 179),
    252: (255, 258),
    266: (271, 272, 274, 276),
    282: (287, 289, 292, 294),
    300: (301, 309, 311),
    316: (321, 323, 325),
    335: (346, 347, 348, 350, 352, 354, 355, 356, 358),
    448: (452, 453, 454),
    525: (530, 534, 544, 555, 560, 567),
    574: (584, 585, 586, 589, 596, 602, 609),
    641: (645, 648, 651),
    664: (671, 673, 674, 675, 676, 677),
    974: (978, 980, 983),
    1065: (1070, 1074, 1077, 1081),
    1157: (1161, 1166, 1168),
    1239: (1247, 1250, 1252, 1254, 1256, 1260),
    1321: (1325, 1327, 1329),
    1355: (1361, 1364, 1367, 1373),
    1386: (1388, 1392, 1405, 1414, 1418),
    1433: (1436, 1440, 1449, 1453, 1455),
    1479: (1483, 1488, 1489),
    1499: (1503, 1508, 1511),
}
# Torn lists that are no pledges: what firms want to do, features of a scheme, five ways of being together.
TORN_BUT_NO_PLEDGES = {
    624: (629, 630, 631, 632),
    1104: (1107, 1110, 1119, 1125, 1130, 1137),
    1335: (1341, 1342, 1343, 1344, 1345),
}
CAMPAIGNS = (149, 150, 151, 153, 154, 155, 156, 157, 584, 585, 586, 589, 596, 602, 609, 845, 869)
# Biography, attacks and facts: first and last line of each stretch.
NO_PLEDGES = ((12, 55), (86, 105), (360, 440), (456, 521), (813, 815), (1007, 1016), (1424, 1431))
RUNNING_HEADS = (30, 90, 244)


@pytest.fixture(scope="module")
def seed() -> Reading:
    folder = os.environ.get("CIVICPLEDGE_SEEDS")
    if not folder:
        pytest.skip("CIVICPLEDGE_SEEDS is not set: the raw manifesto is not there to read")
    return reading_of((Path(folder) / SEED).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def printed(seed: Reading) -> dict[int, RawPledge]:
    return {line: pledge for pledge in seed.pledges for line in lines(seed, pledge)}


@pytest.mark.parametrize("name", NUMBERED)
def test_every_item_of_a_numbered_list_of_the_seed_is_a_pledge(
    printed: dict[int, RawPledge], name: str
) -> None:
    assert set(NUMBERED[name]) <= printed.keys()


@pytest.mark.parametrize("column", TORN)
def test_the_items_of_a_torn_list_of_the_seed_begin_where_they_are_printed(
    printed: dict[int, RawPledge], column: int
) -> None:
    assert set(TORN[column]) <= printed.keys()


def test_the_hand_count_of_the_seed_accounts_for_every_torn_mark(seed: Reading) -> None:
    counted = sum(map(len, TORN.values())) + sum(map(len, TORN_BUT_NO_PLEDGES.values()))
    assert counted == seed.document.text.count("•") == 121


def test_no_warning_says_that_a_torn_list_of_the_seed_could_not_be_paired(seed: Reading) -> None:
    assert not [w for w in seed.warnings if "column of" in w.what]


def test_lists_of_the_seed_that_nobody_undertakes_are_no_pledges(
    printed: dict[int, RawPledge],
) -> None:
    items = {line for found in TORN_BUT_NO_PLEDGES.values() for line in found}
    assert not items & printed.keys()


def test_biography_attacks_and_facts_of_the_seed_are_no_pledges(
    printed: dict[int, RawPledge],
) -> None:
    assert not [n for n in printed if any(a <= n <= b for a, b in NO_PLEDGES)]


def test_the_list_of_ten_that_comes_again_in_another_order_is_joined_item_by_item(
    seed: Reading,
) -> None:
    found = {lines(seed, p)[0]: lines(seed, p) for p in seed.pledges}
    assert {first: found[first][1] for first in AGAIN} == AGAIN


def test_no_two_items_of_one_list_of_the_seed_are_joined(printed: dict[int, RawPledge]) -> None:
    for listed in (*NUMBERED.values(), *TORN.values()):
        assert len({printed[line].quote.span for line in listed}) == len(listed)


def test_a_pledge_of_the_seed_that_is_printed_three_times_is_one(
    seed: Reading, printed: dict[int, RawPledge]
) -> None:
    assert lines(seed, printed[116]) == [73, 116, 530]
    assert lines(seed, printed[217]) == [217, 715, 874]


def test_campaigning_of_the_seed_for_others_action_is_not_its_own(
    printed: dict[int, RawPledge],
) -> None:
    assert {line: printed[line].own for line in CAMPAIGNS} == dict.fromkeys(CAMPAIGNS, False)
    assert printed[116].own
    assert printed[1194].own


def test_running_heads_and_page_numbers_of_the_seed_are_furniture(seed: Reading) -> None:
    found = {
        seed.document.line_of(s.start)
        for s in seed.segments
        if s.kind is SegmentKind.FURNITURE and "•" not in seed.text_of(s)
    }
    assert {*RUNNING_HEADS, 582} <= found


def test_the_capitalised_headings_of_the_seed_stand_under_their_part(seed: Reading) -> None:
    found = {lines(seed, p)[0]: p.section for p in seed.pledges}
    assert found[1006][-1] == "NATURE"
    assert found[1006][0].startswith("Rebuild prosperity")
    assert found[1371][-1] == "Serving together"
    assert found[1530][0].endswith("Ideas Into Action")


@pytest.mark.parametrize("line", [80, 188, 346, 458, 603, 782, 849, 993, 1449])
def test_words_of_the_seed_that_the_pdf_broke_or_joined_are_reported(
    seed: Reading, line: int
) -> None:
    assert any(w.line == line and "word" in w.what for w in seed.warnings)


def test_the_author_of_the_seed_is_not_guessed(seed: Reading) -> None:
    assert {p.speaker for p in seed.pledges} == {None}


# ---- invented manifestos


def test_a_manifesto_in_markdown_gives_its_lists_with_their_headings() -> None:
    title = "A fairer Alderby: the manifesto of the Riverside Party"
    reading = page("riverside.md")
    assert rows(reading) == [
        ([13], None, True, "Homes"),
        ([14], None, True, "Homes"),
        ([15], None, False, "Homes"),
        ([21], None, True, "Renters"),
        ([21], None, True, "Renters"),
        ([25], "1", True, "Transport"),
        ([26], "2", True, "Transport"),
        ([27], "3", False, "Transport"),
        ([28], "5", True, "Transport"),
    ]
    assert reading.pledges[3].section == (title, "Homes", "Renters")
    assert [(w.line, w.why) for w in reading.warnings] == [(28, "the numbering skips")]


def test_declared_pledges_and_a_list_of_priorities_are_pledges_and_facts_are_not() -> None:
    assert rows(page("brockton.txt")) == [
        ([8], None, True, "SAFER STREETS"),
        ([16], "1", True, "CLEAN RIVERS"),
        ([18], "2", True, "CLEAN RIVERS"),
        ([20], "3", False, "CLEAN RIVERS"),
        ([28], None, True, "JOBS AND SKILLS"),
        ([29], None, True, "JOBS AND SKILLS"),
        ([30], None, True, "JOBS AND SKILLS"),
    ]


def test_a_manifesto_with_torn_bullets_joins_its_summary_with_its_chapters() -> None:
    part = "A plan for the valley, its people and its rivers"
    assert rows(page("high_wold.txt")) == [
        ([12, 23], "1", True, part),
        ([14, 34], None, True, part),
        ([15], None, True, part),
        ([19], None, True, "The river"),
        ([28], "2", True, "The river"),
        ([35], None, False, "Buses"),
    ]


def test_a_letter_by_a_candidate_gives_undertakings_and_nothing_of_the_rest() -> None:
    assert rows(page("northport.txt")) == [
        ([6], "1", True, "What I will do in my first 100 days"),
        ([7], "2", True, "What I will do in my first 100 days"),
        ([8], "3", True, "What I will do in my first 100 days"),
        ([11], None, False, "What I want others to do"),
    ]


def test_records_attacks_and_quotations_are_no_pledges_and_demands_on_others_not_own() -> None:
    attack = "WHAT THE CONSERVATIVES WOULD DO"
    assert rows(page("quay_ward.txt")) == [
        ([22], None, False, attack),
        ([23], None, False, attack),
        ([27], None, True, "BATHS"),
        ([27], None, True, "BATHS"),
    ]


def test_the_same_number_under_the_same_heading_joins_only_what_is_alike() -> None:
    reading = page("harbour.txt")
    assert rows(reading) == [
        ([6, 25], "1", True, "HARBOUR"),
        ([7, 27], "2", True, "HARBOUR"),
        ([8, 28], "3", False, "HARBOUR"),
        ([12], "1", True, "FERRY"),
        ([18], None, True, "FERRY"),
        ([19], None, True, "FERRY"),
        ([35], "1", True, "FERRY"),
        ([37], None, True, "FERRY"),
        ([38], None, True, "FERRY"),
    ]
    assert [(w.line, w.what) for w in reading.warnings] == [(14, "a column of 3 marks")]


@pytest.mark.parametrize("name", [p.name for p in sorted(PAGES.iterdir())])
def test_no_pledge_of_an_invented_manifesto_holds_a_heading(name: str) -> None:
    reading = page(name)
    titles = {theme.title for theme in reading.themes}
    held = {line.strip() for p in reading.pledges for line in p.quote.text.split("\n")}
    assert not titles & held


# ---- single rules


def test_what_others_do_and_what_was_is_no_pledge() -> None:
    text = "Our manifesto\n\nMr Other will never do this. Rents rose by 9% last year.\n\nI grew up here.\n"
    reading = reading_of(text)
    assert reading.pledges == ()
    assert [w.what for w in reading.warnings] == ["no pledge"]


def test_a_joined_word_is_reported_and_stays_as_it_is_printed() -> None:
    reading = reading_of("We will build a zerocarbon hall.\n\nA zero-carbon hall is warm.\n")
    assert words(reading.pledges[0]) == "We will build a zerocarbon hall."
    assert [w.what for w in reading.warnings] == ["a joined word at column 17"]


def test_a_warning_repeats_no_word_of_the_page() -> None:
    reading = reading_of("We will meet Annebody.\n\nAnne-body and nine- fold.\n")
    assert reading.warnings
    assert not [w for w in reading.warnings if "nne" in w.what + w.why or "fold" in w.what]


def test_two_lists_of_one_mould_stay_apart_where_a_figure_differs() -> None:
    text = "SUMMARY\n\n• Build 2,000 council homes by 2030\n\nHOMES\n\nWe will:\n\n"
    again = "• Build 3,000 council homes by 2030\n• Plant trees\n"
    assert len(reading_of(text + again).pledges) == 3


def test_the_signs_of_a_manifesto_say_what_was_seen() -> None:
    nothing = Document.from_text("Minutes of a meeting", source=Source(id="m", title="M"))
    assert signs(nothing) == ()
    assert "the first page calls it a manifesto" in signs(page("riverside.md").document)
