"""How far what is said reaches: to the next sentence, to the thing before it, to the end of the answer."""

import pytest

from civicpledge.coding import code_response
from civicpledge.coding.evaluation import evaluate_findings
from civicpledge.coding.parts import code_parts
from civicpledge.coding.sentences import sentences_of
from civicpledge.coding.stems import same
from civicpledge.coding.versions import diff_codings
from civicpledge.model.asks import Ask, Part
from civicpledge.model.findings import Basis, Coding, Finding, Qualification, Stance

C, Q, S, D, R, U = Stance
FERRY = "Do you support a river ferry?"
WILL = "Will you run a river ferry?"
SALE = "Will you oppose the sale of the meadow?"
LAMP = "Will you put a lamp on the quay?"


@pytest.mark.parametrize(
    ("text", "ask", "stance"),
    [
        # What takes praise back does so in its sentence, or as the next one opens; not further on.
        ("It is an excellent idea. But boats are slow.", WILL, U),
        ("It is an excellent idea. The quay is dark. But boats are slow.", WILL, S),
        # So with a softer yes.
        ("Sure. However, it is slow.", FERRY, U),
        ("Sure. The quay is dark. However, boats are slow.", FERRY, C),
        # A bare no to opposing a thing is a no; one that goes on may mean either.
        ("No.", SALE, R),
        ("No, there will be none.", SALE, U),
        # A side on nothing named leaves an answer that is said outright as it is.
        ("I don't agree with that. I will vote against the sale.", SALE, C),
        # One word of three is too little to be the ask.
        ("I support the night ferry terminal.", FERRY, U),
        # What the ask points back to stands in the last sentence that tells anything.
        (
            "I support the river ferry.",
            "We want a river ferry. And so it is. Do you support this?",
            C,
        ),
        # Praise of the thing narrows it to nothing else.
        ("I support an excellent river ferry.", FERRY, C),
        # "The petition" is the ask that calls itself one.
        ("I support the petition.", "Do you support the petition for a river ferry?", C),
        # A yes to what others already do is none, though it stands at the same place.
        ("Yes, the council is building one because the river needs a ferry.", FERRY, U),
        # Fault is found with what the sentence before it names.
        ("It is the river ferry again. Far too expensive.", FERRY, R),
        ("It is the same again. Far too expensive.", FERRY, R),
        ("Trams are back. Far too expensive.", FERRY, U),
    ],
)
def test_what_is_said_reaches_so_far_and_no_further(text: str, ask: str, stance: Stance) -> None:
    assert code_response(text, ask).stance is stance


@pytest.mark.parametrize(
    ("text", "ask", "basis"),
    [
        # A sign two sentences on still counts against a yes.
        ("Yes. The quay is dark. It is too early to say.", FERRY, Basis.SUGGESTED),
        # Said again on terms, however late, it is not said outright.
        (
            "Yes. The quay is dark. The boats are slow. I support it if it pays.",
            FERRY,
            Basis.SUGGESTED,
        ),
        # Fault found with the thing goes with a no.
        ("No. A ferry is far too expensive.", FERRY, Basis.EXPLICIT),
        # To be for something else takes nothing from a no.
        ("No, I support trams.", FERRY, Basis.EXPLICIT),
        # Praise of the thing makes it no other.
        ("I support an excellent river ferry.", FERRY, Basis.EXPLICIT),
        # The first that says yes decides, unless one in its sentence says it better.
        ("I would back a ferry. I support it.", FERRY, Basis.SUGGESTED),
        # So light a verb does not say what is done.
        ("I will put it in a drawer.", LAMP, Basis.SUGGESTED),
        ("I will put it.", LAMP, Basis.SUGGESTED),
        # Whose plan it is may make it another.
        ("I support the plan of the harbour board.", FERRY, Basis.SUGGESTED),
    ],
)
def test_what_leaves_an_answer_sure(text: str, ask: str, basis: Basis) -> None:
    finding = code_response(text, ask)
    assert finding.stance in (C, R)
    assert finding.basis is basis


def test_an_abbreviation_ends_no_sentence_even_at_the_start() -> None:
    assert [s.words for s in sentences_of("Cllr. Vale asked.")] == ["cllr. vale asked"]


def test_a_stem_of_four_letters_may_begin_a_longer_one() -> None:
    assert same("boat", "boathous")
    assert not same("boa", "boathous")


def test_a_text_too_long_is_not_coded_part_by_part() -> None:
    parts = tuple(Part(id=f"day.1.{n}", text=f"Limb {n}") for n in (1, 2))
    ask = Ask(id="day.1", round="day", title="Do two things", parts=parts)
    assert len(code_parts("Yes to 1 but not 2.", ask)) == 2
    assert code_parts("Yes to 1 but not 2." + " So it is." * 1500, ask) == ()


def _finding(stance: Stance, basis: Basis = Basis.SUGGESTED) -> Finding:
    kind = Qualification.PARTIAL if stance is Q else None
    return Finding(stance=stance, qualification=kind, basis=basis)


def test_recall_goes_by_what_a_person_held_and_precision_by_what_was_found() -> None:
    pairs = [(_finding(C), _finding(C)), (_finding(C), _finding(R)), (_finding(R), _finding(R))]
    found = evaluate_findings(pairs, against="jane")
    recall = {stance: (share.hits, share.total) for stance, share in found.recall}
    precision = {stance: (share.hits, share.total) for stance, share in found.precision}
    assert recall == {C: (1, 2), R: (1, 1)}
    assert precision == {C: (1, 1), R: (1, 2)}


def test_a_rule_is_right_where_it_gives_the_persons_stance() -> None:
    def made(text: str) -> Finding:
        return code_response(text, FERRY)

    pairs = [(_finding(C), made("Yes.")), (_finding(C), made("Yes.")), (_finding(Q), made("Yes."))]
    ((rule, share),) = evaluate_findings(pairs, against="jane").per_rule
    assert (rule, share.hits, share.total) == ("yes", 2, 3)


def test_changes_between_versions_show_stances_with_and_without_a_qualification() -> None:
    def coding(finding: Finding) -> Coding:
        return Coding(
            id="one",
            response="r",
            ask="a",
            coder="codebook",
            version="1.0",
            finding=finding,
            digest="0" * 64,
        )

    changes = diff_codings([coding(_finding(C))], [coding(_finding(Q))])
    (row,) = changes.to_table().rows()
    before, after = row[-2:]
    assert (before, after) == ("committed, suggested", "qualified, partial, suggested")
