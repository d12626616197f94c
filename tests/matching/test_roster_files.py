"""Roster files: what is read, and every fault of a file at once."""

import json

import pytest

from civicpledge.errors import RosterError
from civicpledge.matching import Matched, Roster, read_roster

CONTEST = "mayor.haven.2030-05-02"


def write(folder, text, name="roster.csv"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


DEMOCRACY_CLUB = (
    "person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,"
    "party_id,post_label,cancelled_poll,seats_contested,sopn_first_names,sopn_last_name\n"
    f"41,Ada Fellows,mayor.2030-05-02,{CONTEST},2030-05-02,t,Labour Party,PP53,Haven,f,1,Ada Rose,FELLOWS\n"
    f"42,Tom Ash,mayor.2030-05-02,{CONTEST},2030-05-02,t,Green Party,PP63,Haven,f,1,,\n"
)
OLDER = (
    "id,name,election,ballot_paper_id,election_date,party_name,post_label\n"
    f"41,Ada Fellows,mayor.2030-05-02,{CONTEST},2030-05-02,Labour Party,Haven\n"
)


def test_democracy_clubs_file_is_read(tmp_path):
    roster = read_roster(write(tmp_path, DEMOCRACY_CLUB))
    ada, tom = roster.candidates
    assert (ada.id, ada.contest, ada.person) == (f"{CONTEST}.ada-fellows", CONTEST, "ada-fellows")
    assert (ada.party, ada.party_on_roster) == (("labour-party",), "Labour Party")
    assert ada.aliases == ("Ada Rose FELLOWS",)
    assert tom.aliases == ()
    (person, _) = roster.people
    assert [(i.scheme, i.value) for i in person.identifiers] == [("democracy-club", "41")]
    (office,) = roster.offices
    assert (office.id, office.area) == ("mayor.haven", "haven")
    assert [a.name for a in roster.areas] == ["Haven"]
    assert isinstance(roster.match("FELLOWS, Ada Rose"), Matched)


def test_democracy_clubs_older_file_is_read(tmp_path):
    roster = read_roster(write(tmp_path, OLDER))
    assert [c.id for c in roster.candidates] == [f"{CONTEST}.ada-fellows"]


def test_namesakes_of_a_register_get_its_numbers(tmp_path):
    text = (
        DEMOCRACY_CLUB
        + "43,Ada Fellows,x,pcc.haven.2030-05-02,2030-05-02,t,Green Party,PP63,,f,1,,\n"
    )
    roster = read_roster(write(tmp_path, text))
    assert {c.person for c in roster.candidates} == {"ada-fellows-41", "ada-fellows-43", "tom-ash"}


def test_one_number_in_two_contests_is_one_person(tmp_path):
    text = (
        DEMOCRACY_CLUB
        + "41,Ada Fellows,x,pcc.haven.2030-05-02,2030-05-02,t,Labour Party,PP53,,f,1,,\n"
    )
    roster = read_roster(write(tmp_path, text))
    assert [c.person for c in roster.candidates].count("ada-fellows") == 2
    assert len(roster.people) == 2


@pytest.mark.parametrize(
    "header",
    ["name,party", "Candidate Name,Party", "PERSON_NAME,Affiliation", "full name,party_name"],
)
def test_a_plain_file_may_call_its_columns_many_things(tmp_path, header):
    path = write(tmp_path, f"{header}\nAda Fellows,Lab\nTom Ash,Green\n")
    roster = read_roster(path, contest=CONTEST)
    assert [(c.name, c.party) for c in roster.candidates] == [
        ("Ada Fellows", ("labour-party",)),
        ("Tom Ash", ("green-party",)),
    ]


def test_first_and_last_names_may_stand_apart(tmp_path):
    path = write(tmp_path, "First name,Surname\nAda,Fellows\n")
    assert read_roster(path, contest=CONTEST).candidates[0].name == "Ada Fellows"


def test_a_byte_order_mark_and_blank_lines_are_no_matter(tmp_path):
    path = write(tmp_path, b"\xef\xbb\xbfname\r\nAda Fellows\r\n\r\n")
    assert len(read_roster(path, contest=CONTEST)) == 1


def test_popolo_is_read(tmp_path):
    data = {
        "persons": [
            {
                "id": "p-1",
                "name": "Ada Fellows",
                "other_names": [{"name": "Adelaide Tarn"}],
                "identifiers": [{"scheme": "haven", "identifier": "7"}],
            },
            {"id": "p-2", "name": "Tom Ash"},
        ],
        "organizations": [{"id": "lab", "name": "Labour"}],
        "areas": [{"id": "h", "name": "Haven"}],
        "memberships": [{"person_id": "p-1", "on_behalf_of_id": "lab", "area_id": "h"}],
    }
    roster = read_roster(write(tmp_path, json.dumps(data), "r.json"), contest=CONTEST)
    ada = roster.candidate("p-1")
    assert (ada.name, ada.aliases, ada.party) == (
        "Ada Fellows",
        ("Adelaide Tarn",),
        ("labour-party",),
    )
    assert roster.candidate("p-2").party == ()


def test_the_area_of_a_popolo_membership_may_be_its_posts(tmp_path):
    data = {
        "persons": [{"id": "p-1", "name": "Ada Fellows"}],
        "posts": [{"id": "w", "label": "Harbour ward"}],
        "memberships": [{"person_id": "p-1", "post_id": "w"}],
    }
    roster = read_roster(write(tmp_path, json.dumps(data), "r.json"), contest=CONTEST)
    assert [area.name for area in roster.areas] == ["Harbour ward"]


def faults_of(path, contest=None):
    with pytest.raises(RosterError) as error:
        read_roster(path, contest=contest)
    return [str(fault) for fault in error.value.faults]


def test_every_fault_of_a_file_is_told_at_once(tmp_path):
    path = write(
        tmp_path,
        "id,name,contest\na,Ada Fellows,mayor.x\nb,,mayor.x\na,Tom Ash,mayor.x\n"
        "c,ADA FELLOWS,mayor.x\nd,Zed,\n",
    )
    assert faults_of(path) == [
        "row 3, column 'name': is empty",
        "row 6, column 'contest': is empty, and no contest was told",
        "row 4: the identifier 'a' is in row 2 as well",
        "row 5: the name is that of row 2 in the same contest",
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    path = write(tmp_path, "\nid,name\n\n1,Ada Fellows\n,,\n2,\n")
    assert faults_of(path, CONTEST) == ["row 6, column 'name': is empty"]


def test_no_error_tells_a_name(tmp_path):
    path = write(tmp_path, "id,name\n1,Ada Fellows\n2,Ada Fellows\n")
    assert not any("Fellows" in fault for fault in faults_of(path, CONTEST))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name\n\xff\xfe\n", "line 2: is not UTF-8 text"),
        (b"party,area\nLab,Haven\n", "no column of names"),
        (b"", "no column of names"),
        (b"name\n", "there are none"),
        (b"{", "is not JSON"),
        (b'{"persons": 3}', "is not a list"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, content, words):
    (fault,) = faults_of(write(tmp_path, content), CONTEST)
    assert words in fault


def test_a_file_that_is_not_there_says_so(tmp_path):
    assert faults_of(tmp_path / "nothing.csv") == ["file: is not there"]


def test_rows_take_the_id_given_and_make_one_where_it_is_none():
    rows = [
        {"id": "p.1", "name": "Ada Fellows"},
        {"id": "B/2 x", "name": "Tom Ash"},
        {"name": "Zed Moss"},
    ]
    roster = Roster.from_rows(rows, contest=CONTEST)
    assert [c.person for c in roster.candidates] == ["b-2-x", "p.1", "zed-moss"]


def test_the_records_of_a_roster_hold_together():
    roster = Roster.from_rows(
        [
            {"name": "Ada Fellows", "party": "Lab Co-op"},
            {"name": "Tom Ash", "party": "Haven First"},
        ],
        contest=CONTEST,
    )
    known = {party.id for party in roster.parties}
    assert {party for c in roster.candidates for party in c.party} == known
    assert known == {"labour-party", "co-operative-party", "haven-first"}
    assert {c.contest for c in roster.candidates} == {c.id for c in roster.contests}
    assert {c.office for c in roster.contests} == {o.id for o in roster.offices}
    assert {o.area for o in roster.offices} == {a.id for a in roster.areas}
    assert {c.person for c in roster.candidates} == {p.id for p in roster.people}
    assert str(roster.contests[0].date) == "2030-05-02"


def test_a_contest_without_a_day_is_an_office_too():
    roster = Roster.from_rows([{"name": "Ada Fellows"}], contest="Mayor of Haven")
    assert (roster.contests[0].id, roster.contests[0].date) == ("mayor-of-haven", None)
    odd = Roster.from_rows([{"name": "Ada Fellows"}], contest="mayor.haven.2030-13-45")
    assert odd.contests[0].date is None


@pytest.mark.parametrize(
    "other", ["Mrs Ada Fellows", "Fellows, Ada", "Ada Fellows (Labour)", "FELLOWS Ada"]
)
def test_one_name_written_otherwise_is_the_same_name(tmp_path, other):
    path = write(tmp_path, f'name;party\nAda Fellows;Labour\n"{other}";Labour\n')
    assert faults_of(path, CONTEST) == ["row 3: the name is that of row 2 in the same contest"]


def test_namesakes_with_identifiers_of_their_own_may_differ_by_a_title(tmp_path):
    path = write(tmp_path, "id,name\n1,Ada Fellows\n2,Dr Ada Fellows\n")
    assert len(read_roster(path, contest=CONTEST)) == 2


def test_the_order_of_the_rows_is_no_matter():
    rows = [{"name": name} for name in ("Zed Ash", "Ada Fellows", "Bo Ng")]
    turned = Roster.from_rows(rows[::-1], contest=CONTEST)
    assert Roster.from_rows(rows, contest=CONTEST) == turned
    assert [person.id for person in turned.people] == ["ada-fellows", "bo-ng", "zed-ash"]
