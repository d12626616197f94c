"""How names are really printed: each form finds the one person, and what is no name finds nobody."""

import pytest

from civicpledge.matching import Ambiguous, Matched, Roster, Unmatched


def roster_of(*names):
    rows = [{"id": f"p{number}", "name": name} for number, name in enumerate(names)]
    return Roster.from_rows(rows, contest="mayor.haven.2030-05-02")


FORMS = {
    # the person and somebody near on the roster: the person as printed, in forms parted by bars
    ("Ludo van der Berg", "Ann Berger"): (
        "Ludo Van Der Berg|L. van der Berg|Berg, Ludo van der|van der Berg, Ludo|VAN DER BERG, Ludo"
        "|Ludo VAN DER BERG|Ludo Vanderberg|Ludo Berg|van der Berg|Mr van der Berg"
    ),
    ("Maria de la Cruz Ortega", "Mario Ortiz"): (
        "Maria de la Cruz|Maria Ortega|Maria De La Cruz-Ortega|DE LA CRUZ ORTEGA, Maria"
    ),
    ("Siobhán Ní Bhriain", "Sean Byrne"): (
        "Siobhan Ni Bhriain|Siobhán Ní Bhriain TD|NÍ BHRIAIN, Siobhán|Ni Bhriain|Siobhan Nibhriain"
    ),
    ("Mícheál Ó Dálaigh", "Mark Daly"): (
        "Micheal O'Dalaigh|Micheál O Dálaigh|Ó DÁLAIGH Mícheál|M. Ó Dálaigh|Mícheál Ó’Dálaigh"
        "|Micheal ODalaigh|Ó Dálaigh"
    ),
    ("Niamh MacLochlainn", "Neil McLean"): (
        "Niamh Mac Lochlainn|Niamh Mc Lochlainn|NIAMH MACLOCHLAINN|Niamh McLochlainn"
        "|MacLochlainn, Niamh|Mac Lochlainn"
    ),
    ("Fergus McInnes", "Fiona Innes"): (
        "Fergus MacInnes|Fergus Mc Innes|FERGUS MCINNES|Fergus McINNES|Fergus Mac Innes"
    ),
    ("Gwilym ap Rhys", "Gwen Rees"): "Gwilym Ap Rhys|Gwilym Rhys|AP RHYS, Gwilym|ap Rhys",
    ("Lowri ferch Owain", "Llew Owen"): "Lowri Ferch Owain|Lowri Owain|L. ferch Owain",
    ("Yusuf al-Hadid", "Yara Haddad"): (
        "Yusuf Al Hadid|Yusuf alHadid|AL-HADID, Yusuf|Yusuf Hadid|Yusuf El-Hadid|Youssef al-Hadid"
    ),
    ("Harriet Stone-Fairley", "Harry Fair"): (
        "Harriet Stone Fairley|Harriet Stone|Harriet Fairley|STONE-FAIRLEY, Harriet|Ms Stone-Fairley"
        "|Harriet Stone–Fairley|Harriet Stone- Fairley|Hattie Stone-Fairley|Harriet Fairley-Stone"
    ),
    ("Jean-Luc Perrin", "Lucy Perry"): (
        "Jean Luc Perrin|Jean‐Luc Perrin|J-L Perrin|J.-L. Perrin|JL Perrin|Jean-Luc PERRIN"
        "|Perrin, Jean-Luc|Jeanluc Perrin|Jean Perrin"
    ),
    ("Małgorzata Wiśniewska", "Mark Wise"): (
        "Malgorzata Wisniewska|MAŁGORZATA WIŚNIEWSKA|Gosia Wiśniewska|M. Wisniewska"
    ),
    ("Mohammed Iqbal Chaudhry", "Mo Khan"): (
        "Mohamed Iqbal Choudhry|Muhammad Iqbal Chaudhary|M I Chaudhry|Md Iqbal Chaudhry"
        "|Iqbal Chaudhry|Mo Chaudhry"
    ),
    ("Gurpreet Kaur Sidhu", "Gary Side"): (
        "Gurpreet Sidhu|G K Sidhu|SIDHU Gurpreet Kaur|Gurpreet Kaur-Sidhu|Gurpreet Kaur"
    ),
    ("T. R. Venkatesan", "Tom Venn"): (
        "TR Venkatesan|T R Venkatesan|T.R. Venkatesan|Venkatesan T. R.|Venkatesan, T R"
    ),
    ("Chi-Wai Lam", "Carl Lamb"): "LAM Chi-Wai|Chi Wai Lam|Chi-wai LAM|Lam, Chi-Wai|Lam Chi-wai",
    (
        "Robert Hale Jr",
        "Robin Hall",
    ): "Robert Hale Junior|Robert Hale, Jr.|Bob Hale Jr.|Robert Hale",
    ("William Ash", "Walter Oak"): (
        "Bill Ash|Ash, W.|The Rt Hon. Sir William Ash KC MP|William Ash (commonly known as Billy Ash)"
        "|Billy (William) Ash|William “Bill” Ash|Bill Ash aka William Ash|William Ash, known as Bill"
        "|*William Ash|1. William Ash|Ash William|Willliam Ash|William Ash:|W.Ash|Wm. Ash"
        "|William Ash (Lab Co-op)|William Ash – Conservative|William Ash (he/him)"
        "|William\u200b Ash|Wil\u00adliam Ash|\u202aWilliam Ash\u202c"
    ),
    ("Baroness Fell of Haven", "Ada Fellows"): (
        "Lady Fell of Haven|Baroness Fell|Lady Fell|Ada Fell, Baroness Fell of Haven"
        "|Fell of Haven, Baroness|FELL OF HAVEN, Baroness|Haven, Lady Fell of|1st Baroness Fell of Haven"
        "|The Rt Hon. the Baroness Fell of Haven DBE PC|BARONESS FELL OF HAVEN KC"
    ),
    ("Anwar a/l Perumal", "Anna Peru"): "Anwar Perumal|ANWAR A/L PERUMAL|Anwar A/L Perumal",
    ("Jane Bell", "Janet Bellamy"): (
        "Lord Mayor Jane Bell|The Lord Mayor, Jane Bell|Bishop Jane Bell|Jane Bell, Ph.D.|Jane Bell PhD"
        "|JANE BELL KC|JANE BELL QC|Jane Tarn née Bell|Jane Tarn (née Bell)|Bell, Jane (Haven East) (Con)"
        "|Jane Bell (Con, Haven)|Jane Bell, MP for Milton Keynes"
    ),
    ("Ada Fell", "Tom Oak"): (
        "FELL of Haven|Ms FELL of Haven|Dame Ada Fell DBE|Ada Fell née Bell|Ada Bell-Fell|A.Fell|Mrs Fell"
    ),
}


@pytest.mark.parametrize("names", FORMS, ids=lambda names: names[0])
def test_a_person_is_found_in_every_form_of_the_name(names):
    roster = roster_of(*names)
    for printed in FORMS[names].split("|"):
        outcome = roster.match(printed)
        assert isinstance(outcome, Matched), printed
        assert outcome.candidate.person == "p0", printed


@pytest.mark.parametrize(
    "printed",
    [
        *("agent for William Ash", "Agent: Tom Reed for William Ash", "William Ash campaign"),
        *("William Ash's office", "office of William Ash", "Friends of William Ash"),
        *(
            "son of William Ash",
            "William Ash's son",
            "rival to William Ash",
            "William Ash supporter",
        ),
        *("deputy for William Ash", "deputising for William Ash", "William Ash stand-in"),
        *("Tom Reed (for William Ash)", "Tom Reed in place of William Ash", "pp William Ash"),
        *("William Ash represented by Tom Reed", "William Ash with Tom Reed"),
        *("William Ash, Tom Reed", "William Ash + Tom Reed", "William Ash or Tom Reed"),
        *("William Ash / Ann Marsh", "William Ash; Tom Reed", "Ann Marsh | William Ash"),
        *("Ann Marsh for William Ash", "Ann Marsh p.p. William Ash", "Ann Marsh o/b/o William Ash"),
        *("Ann Marsh (William Ash)", "William Ash v. Ann Marsh", "William Ash Election Agent"),
        *("William Ash (agent)", "Agent: William Ash", "William Ash (his agent)"),
        *("anyone but William Ash", "Neither William Ash nor Tom Reed", "Unlike William Ash"),
    ],
)
def test_words_about_somebody_are_nobodys_name(printed):
    outcome = roster_of("William Ash", "Tom Reed").match(printed)
    assert isinstance(outcome, Unmatched), outcome.explain()


@pytest.mark.parametrize(
    "printed",
    [
        *("Wilma Ash", "Willa Ash", "Winston Ash", "Ashley William", "Reed Ash", "Tom Ash"),
        *("William Asher", "William Ashe", "Lord Ash", "Jonathan Ash-Reed", "Ash Williams"),
        *("W\u0456lliam Ash", "William \u0391sh"),  # a Cyrillic i, a Greek Alpha
    ],
)
def test_somebody_near_is_not_the_person(printed):
    outcome = roster_of("William Ash", "Tom Reed").match(printed)
    assert isinstance(outcome, Unmatched), outcome.explain()


@pytest.mark.parametrize(
    "pair",
    [
        # one short form stands for both
        *("Patrick Patricia", "Christine Christopher", "Samuel Samantha", "Edwin Edward"),
        *("Stephen Stephanie", "Charlotte Charles", "Albert Robert", "Terence Teresa"),
        # one begins the other
        *("Jane Janet", "Philip Philippa", "Denis Denise", "Daniel Danielle", "Joan Joanna"),
        # a letter or two apart
        *("Sara Tara", "Dean Sean", "Jason Mason", "Gemma Emma", "Jean Jane", "Anne Anna"),
        # forms of one name long ago, and two names today
        *("Peter Patrick", "Helen Ellen", "Emily Emma", "John Jonathan", "Fred Bill", "Mary Maria"),
    ],
)
def test_two_names_of_their_own_are_two_people(pair):
    first, second = pair.split()
    for listed, printed in ((first, second), (second, first)):
        outcome = roster_of(f"{listed} Tarn", "Tom Reed").match(f"{printed} Tarn")
        assert isinstance(outcome, Unmatched), outcome.explain()


@pytest.mark.parametrize(
    "pair",
    [
        *("Bob Rob", "Liz Betty", "Kate Katherine", "Seán John", "Siân Jane", "Jim James"),
        *("Damian Damien", "Stuart Stewart", "Jayne Jane", "Kieran Ciaran", "Dan Danielle"),
    ],
)
def test_short_forms_and_spellings_of_one_name_are_one_person(pair):
    first, second = pair.split()
    for listed, printed in ((first, second), (second, first)):
        outcome = roster_of(f"{listed} Tarn", "Tom Reed").match(f"{printed} Tarn")
        assert isinstance(outcome, Matched), outcome.explain()


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (("Robert Hale Jr", "Robert Hale Sr"), "Robert Hale"),
        (("Robert Hale Jr", "Robert Hale Sr"), "Bob Hale"),
        (("Robert Hale Jr", "Robert Hale Sr"), "Robert Hale III"),
        (("Anne Tarn", "Anna Tarn"), "Ann Tarn"),
        (("Robert Tarn", "Rob Tarn"), "Bob Tarn"),
        (("Ada Ashdown", "Ada Ada Ashdown"), "Ada Asa Ashdown"),
        (("Ann Place", "Tom Place"), "Place"),
    ],
)
def test_a_form_that_fits_both_is_ambiguous_between_them(names, printed):
    outcome = roster_of(*names).match(printed)
    assert isinstance(outcome, Ambiguous), outcome.explain()
    assert {option.candidate.name for option in outcome.options} == set(names)


@pytest.mark.parametrize("printed", ["Mayor", "The Mayor", "The Lord Mayor of Haven", "the Deputy"])
def test_an_office_is_not_somebody_of_that_surname(printed):
    roster = roster_of("Tom Mayor", "Ann Deputy")
    assert isinstance(roster.match(printed), Unmatched)
    assert isinstance(roster.match("Mr Mayor"), Unmatched)
    assert isinstance(roster.match("T. Mayor"), Matched)


def test_a_lord_of_one_place_is_not_the_lord_of_another():
    roster = roster_of("Lord Fell of Haven", "Tom Reed")
    assert isinstance(roster.match("Lord Fell of Marsh"), Unmatched)
    assert isinstance(roster.match("Lord Fell of Haven in the County of Tarn"), Matched)


def test_a_middle_initial_in_capitals_is_read_where_it_is_a_word_elsewhere():
    outcome = roster_of("Ann B. Fell", "Tom Reed").match("ANN E FELL")
    assert isinstance(outcome, Unmatched), outcome.explain()
    assert outcome.why == "the middle names differ"


@pytest.mark.parametrize("printed", ["Bell, A. (Con)", "Ada Bell [Con]", "Ada Bell – Conservative"])
def test_a_party_behind_the_name_is_read_whatever_parts_them(printed):
    rows = [
        {
            "id": "labour",
            "name": "Ada Bell",
            "party": "Labour",
            "contest": "mayor.haven.2030-05-02",
        },
        {
            "id": "tory",
            "name": "Ada Bell",
            "party": "Conservative",
            "contest": "pcc.haven.2030-05-02",
        },
    ]
    outcome = Roster.from_rows(rows).match(printed)
    assert isinstance(outcome, Matched), outcome.explain()
    assert outcome.candidate.person == "tory"


def test_a_suffix_tells_a_parent_from_a_child():
    roster = roster_of("Robert Hale Jr", "Robert Hale Sr")
    for printed, person in [("Robert Hale Jnr", "p0"), ("Hale, Robert, Senior", "p1")]:
        outcome = roster.match(printed)
        assert isinstance(outcome, Matched)
        assert outcome.candidate.person == person


def test_a_surname_of_small_words_is_a_name_with_capitals():
    roster = roster_of("Ann Place", "Kari By", "Mohd Nor")
    for number, printed in enumerate(["Ann Place", "Kari By", "Mohd Nor"]):
        outcome = roster.match(printed)
        assert isinstance(outcome, Matched), printed
        assert outcome.candidate.person == f"p{number}"


@pytest.mark.parametrize("common", [40, 400])
def test_the_very_name_of_one_person_is_matched_however_common_the_surname(common):
    letters = "abcdefghijklmnopqrst"
    others = [f"{a}{b}el Marsh".title() for a in letters for b in letters][:common]
    outcome = roster_of("Tessel Marsh", *others).match("MARSH, Tessel")
    assert isinstance(outcome, Matched), outcome.explain()
    assert outcome.candidate.person == "p0"


def test_capitals_between_given_names_mark_the_surname():
    outcome = roster_of("Ada TARN Wing", "Ada Wing").match("Ada Tarn")
    assert isinstance(outcome, Matched), outcome.explain()
    assert outcome.candidate.person == "p0"


def test_a_rank_may_be_borne_of_two_places():
    roster = roster_of("Lord Fell", "Ann Marsh")
    assert roster.match("Lord Fell of Haven and Marsh").candidate.person == "p0"
    assert isinstance(roster.match("Lord Fell of Haven and Lady Marsh"), Unmatched)
    assert isinstance(roster.match("Lord Fell and Marsh"), Unmatched)


def test_a_word_that_is_a_title_as_well_leaves_open_which_name_is_printed():
    names = ("Haji Makame Tarn", "Tarn Selim Odeh")
    outcome = roster_of(*names).match("Haji Tarn")
    assert isinstance(outcome, Ambiguous), outcome.explain()
    assert isinstance(roster_of(names[0], "Selim Odeh").match("Haji Tarn"), Matched)
    assert isinstance(roster_of("Haji Tarn", names[1]).match("Haji Tarn"), Matched)


def test_the_word_behind_an_initial_may_be_the_persons_own_first_name():
    outcome = roster_of("Tarn Tarn", "Ann Marsh").match("T. Tarn")
    assert isinstance(outcome, Matched), outcome.explain()
