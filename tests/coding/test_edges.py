"""Where the codebook's decisions turn: each of these was once changed without a test noticing."""

import datetime as dt

import pytest
from attrs import evolve

from civicpledge.coding import (
    code_response,
    code_responses,
    coder_agreement,
    evaluate_codebook,
    evaluate_findings,
    read_worksheet,
    worksheet,
)
from civicpledge.coding.explaining import explain
from civicpledge.coding.figures import falls_short, owned_quantities
from civicpledge.coding.parts import code_parts
from civicpledge.coding.request import Turn, request_of, turn_of
from civicpledge.coding.sentences import sentences_of
from civicpledge.errors import RowsError
from civicpledge.model.asks import Ask, AskForm, Part
from civicpledge.model.findings import Basis, Coding, Finding, Stance
from civicpledge.model.ids import digest
from civicpledge.normalise.quantities import find_quantities
from civicpledge.normalise.text import plain_text

C, Q, S, D, R, U = Stance
FERRY = "Do you support a river ferry?"
WILL = "Will you run a river ferry?"
SALE = "Will you oppose the sale of the meadow?"


def ask(title, text=None, form=AskForm.UNKNOWN):
    return Ask(id="page.1", round="page", title=title, text=text, form=form)


@pytest.mark.parametrize(
    ("said", "asked", "stance"),
    [
        ("I support a river ferry.", ask("Boats", FERRY), C),
        ("I support a river ferry.", ask(FERRY), C),
        ("I support it.", ask("Where do you stand on a river ferry?", form=AskForm.OPEN), C),
        ("Yes.", "Do you support this?", C),
        ("No, absolutely not.", SALE, R),
        ("A river ferry? Yes.", FERRY, C),
        ("I support a study of a ferry.", "Will you commission a study of a river ferry?", S),
        ("Yes. It is too expensive. It is a waste of money.", FERRY, U),
        ("Boats are slow, but it is an excellent idea.", WILL, S),
    ],
)
def test_a_stance_follows_from_the_ask_s_own_words(said, asked, stance):
    assert code_response(said, asked).stance is stance


def test_a_condition_further_on_ties_only_what_is_said_again_there():
    tied = code_response("I will run a river ferry. I will run it if the bank lends.", WILL)
    free = code_response(
        "I will run a river ferry. The town shines. If it rains, we all get wet.", WILL
    )
    assert (tied.basis, free.basis) == (Basis.SUGGESTED, Basis.EXPLICIT)


def test_a_plain_no_leaves_nothing_else_to_defend_and_a_softer_one_does():
    assert code_response("No.", FERRY).alternatives == ()
    softer = code_response("No. But boats have a place.", FERRY)
    assert (softer.stance, softer.alternatives) == (R, (Q,))


def test_only_the_first_telling_words_turn_an_ask():
    assert (
        request_of(
            "Will you provide better lighting for our streets and squares by cutting waste?"
        ).turn
        is None
    )
    assert turn_of("to the a of in cut", within=2) is Turn.LESS


def test_one_letter_and_a_stop_begin_a_name_at_the_very_start():
    assert [s.words for s in sentences_of("A. Vale spoke. She sat.")] == [
        "a. vale spoke",
        "she sat",
    ]


def test_a_cue_that_only_takes_something_back_is_told_without_a_force():
    said = "Yes, but only in summer."
    lines = explain(code_response(said, FERRY), said).splitlines()
    (contrast,) = [line for line in lines if "contrast" in line]
    assert "asserts" not in contrast


@pytest.fixture
def answered(quayside, response):
    return quayside(
        response("1", "ada", "Yes. We will run 4 boats."),
        response("1", "bea", "No. It is far too dear."),
    )


def coding(dataset, person, stance, day, coder="jane"):
    said = next(r for r in dataset.responses if r.id.endswith(person))
    return Coding(
        id=f"{said.id}.{coder}.{100 - day}",
        response=said.id,
        ask="assembly.1",
        coder=coder,
        date=dt.date(2030, 4, day),
        finding=Finding(stance=stance, basis=Basis.JUDGED),
        digest=digest(said.text),
    )


def test_the_codebook_codes_what_a_person_has_coded_too(answered):
    theirs = answered.with_codings([coding(answered, "ada", S, 1)])
    coders = [c.coder for c in code_responses(theirs).codings if c.response.endswith("ada")]
    assert sorted(coders) == ["codebook", "jane"]


def test_the_codebook_is_held_against_a_person_s_latest_coding_of_what_both_coded(answered):
    jane = [
        coding(answered, "ada", R, 1),
        coding(answered, "ada", C, 2),
        coding(answered, "bea", R, 1),
    ]
    coded = code_responses(answered).with_codings(jane)
    apart = evolve(
        coded,
        codings=tuple(c for c in coded.codings if c.coder == "jane" or c.response.endswith("ada")),
    )
    assert [tuple(row) for row in evaluate_codebook(apart, against="jane").confusion] == [(C, C, 1)]


def test_the_confusions_stand_in_one_order():
    pairs = [
        (Finding(stance=t, basis=Basis.JUDGED), code_response("No.", FERRY)) for t in (R, C, S)
    ]
    told = evaluate_findings(pairs, against="jane").confusion
    assert told == evaluate_findings(pairs[::-1], against="jane").confusion


def test_a_coder_who_no_longer_decides_takes_part_in_no_agreement(answered):
    both = [coding(answered, "ada", C, 1), coding(answered, "ada", C, 1, "omar")]
    again = [*both, coding(answered, "ada", U, 2)]
    more = [coding(answered, "bea", R, 1), coding(answered, "bea", R, 1, "omar")]
    assert [coder_agreement([*c, *more]).units for c in (both, again)] == [2, 1]


def test_a_sheet_is_written_as_its_table_and_a_row_given_twice_is_told(answered, tmp_path):
    path = tmp_path / "sheet.csv"
    sheet = worksheet(answered, coder="jane")
    sheet.write(path)
    assert path.read_bytes() == sheet.table.to_csv().encode()
    head, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    at = head.split(",").index("stance")
    cells = rows[0].split(",")
    filled = ",".join(
        [*cells[: at - len(head.split(","))], "refused", *cells[at + 1 - len(head.split(",")) :]]
    )
    path.write_text("\n".join([head, filled, filled]) + "\n", encoding="utf-8")
    with pytest.raises(RowsError, match="codes the same once more"):
        read_worksheet(path, answered, coder="jane", date=dt.date(2030, 4, 1))


@pytest.mark.parametrize(
    ("said", "asked", "short"),
    [
        ("Yes. We will do it within 2 months.", "within 60 days", None),
        ("Yes. We will do it within 3 months.", "within 60 days", "within 3 months"),
        ("We will do it in 7 days.", "in 1 week", None),
        ("We will do it within 8 days.", "within 1 week", "within 8 days"),
        ("We will do it within 2 days.", "within 1 day", "within 2 days"),
        ("We will do it by March 2029.", "by March 2029", None),
        ("We will do it by April 2029.", "by March 2029", "by April 2029"),
        # a span of time and a year cannot be compared
        ("We will do it within 2 years.", "by 2029", None),
        ("We will do it by 2031.", "within 2 years", None),
        # boats with boats, buses with buses: all that compare have to fall short
        ("Yes, 3 boats and 9 buses.", "5 boats and 5 buses", None),
        ("Yes, 3 boats and 4 buses.", "5 boats and 5 buses", "3 boats"),
        ("We will build 300 homes.", "build 300 homes within 2 years", None),
    ],
)
def test_figures_and_days_fall_short_of_their_like_alone(said, asked, short):
    found = falls_short(owned_quantities(plain_text(said), said), find_quantities(asked))
    words = None if found is None else said[found.extent.start : found.extent.end]
    assert (words is None) is (short is None)
    assert short is None or short.startswith(words) or words.startswith(short)


def limbs(count):
    parts = tuple(Part(id=f"page.1.{n}", text=f"Open pier {n}") for n in range(1, count + 1))
    return Ask(id="page.1", round="page", title="Will you open the piers?", parts=parts)


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_yes_to_all_of_a_number_is_yes_to_just_so_many(count):
    for words, number in (("two", 2), ("three", 3), ("four", 4), ("five", 5)):
        found = code_parts(f"Yes to all {words}.", limbs(count))
        assert [f.stance for _, f in found] == ([C] * count if number == count else [])


def test_a_reference_past_the_last_limb_is_to_none():
    assert [part for part, _ in code_parts("Yes to 1 and 7.", limbs(3))] == ["page.1.1"]


def test_a_plain_yes_to_a_limb_leaves_nothing_to_defend_and_one_with_more_behind_it_does():
    ((_, plain),) = code_parts("Yes to 1.", limbs(3))
    assert (plain.basis, plain.alternatives) == (Basis.EXPLICIT, ())
    ((_, more),) = code_parts("Yes to 1, in some form.", limbs(3))
    assert (more.basis, more.alternatives) == (Basis.SUGGESTED, (Q,))


def test_only_what_was_said_outright_counts_among_the_explicit():
    def made(stance, basis):
        return Finding(stance=stance, basis=basis)

    judged = made(C, Basis.JUDGED)
    pairs = [(judged, made(C, Basis.EXPLICIT)), (judged, made(R, Basis.SUGGESTED))]
    held = evaluate_findings(pairs, against="jane")
    assert (held.explicit.hits, held.explicit.total) == (1, 1)
    assert (held.decided.hits, held.decided.total) == (1, 2)


def test_what_makes_an_answer_specific_is_told_only_where_something_does():
    said = "Yes. We will build 500 homes by 2029."
    asked = "Will you build 500 homes by 2029?"
    assert "- specificity 3: names quantity, deadline" in explain(code_response(said, asked), said)
    assert "specificity" not in explain(code_response("Yes.", asked), "Yes.")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        # as a person coded them, who had not seen the rules
        (
            "The plan as drafted doesn't have my support.",
            "The council wants to rezone the old cannery for housing. Do you support this plan?",
        ),
        (
            "While I support public transport, I cannot support this lane.",
            "Do you support a bus lane along the whole of Harbour Road?",
        ),
    ],
)
def test_what_is_supported_beside_the_ask_makes_no_supporter_of_it(said, asked):
    assert code_response(said, ask(asked)).stance is R
