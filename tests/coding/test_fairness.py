"""Who is named, where and in what dress, changes no coding: on answers of every turn of phrase."""

import csv
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from civicpledge.coding import code_response
from civicpledge.model.findings import Finding

with (Path(__file__).parents[1] / "data" / "invented_answers.csv").open(encoding="utf-8") as file:
    ANSWERS = [(row["text"], row["ask"]) for row in csv.DictReader(file)]

FRAMES = (
    "{text} I told {name} as much.",
    "{text} {name} of {party} lives in {place}.",
    "{text} {they} should know.",
    "I grew up in {place}. {text}",
)
# Among them names that hold the words of rules: Will, May, Grant, Hope, No, Yes.
NAMES = st.sampled_from(
    [
        "Mr Brown",
        "Ms Vale",
        "Zofia Łuczak",
        "Siân O’Neill",
        "Xi",
        "Will Young-Oak",
        "Terry May",
        "Grant Shaw",
        "Hope Green",
        "Dr. No",
        "Joy But",
        "I. Weaver",
        "Cllr Yusuf Al-Amin",
    ]
)
PARTIES = st.sampled_from(["the Tide Party", "the Yes Party", "Oak & Co-operative", "the No Party"])
PLACES = st.sampled_from(["Oakport", "Barkside", "Yeswick", "St. Ifan", "No Man's Heath"])
PRONOUNS = st.sampled_from(["He", "She", "They"])
DRESSES: tuple[Callable[[str], str], ...] = (
    lambda t: f"‘{t}’",
    lambda t: f"“{t}…”",
    lambda t: f"...{t}",
    lambda t: f"  {t}\n\n",
    lambda t: t[0].lower() + t[1:],
    str.upper,
    lambda t: t.replace(" ", "\u00a0"),
    lambda t: t.replace("'", "’"),
    lambda t: f"\u200b{t}",
)


def meaning(finding: Finding) -> tuple[object, ...]:
    return finding.stance, finding.qualification, finding.basis


@given(st.sampled_from(ANSWERS), st.sampled_from(FRAMES), NAMES, PARTIES, PLACES, PRONOUNS)
def test_whoever_is_named_the_coding_stays(answer, frame, name, party, place, they) -> None:
    text, ask = answer
    told = frame.format(text=text, name=name, party=party, place=place, they=they)
    plain = frame.format(
        text=text, name="Mr Brown", party="the Tide Party", place="Oakport", they="He"
    )
    assert meaning(code_response(told, ask)) == meaning(code_response(plain, ask))


@given(st.sampled_from(ANSWERS), st.sampled_from(DRESSES))
def test_however_it_is_printed_the_coding_stays(answer, dress) -> None:
    text, ask = answer
    assert meaning(code_response(dress(text), ask)) == meaning(code_response(text, ask))
