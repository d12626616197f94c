"""What a page tells that somebody said: a report of another's promise, or of none, is no yes."""

import pytest

from civicpledge.coding import code_response
from civicpledge.model.findings import Stance
from civicpledge.model.responses import Wording

SUPPORT, WILL = "Do you support a river ferry?", "Will you run a river ferry?"


def told(text: str, ask: str) -> Stance:
    return code_response(text, ask, wording=Wording.REPORTED).stance


@pytest.mark.parametrize("ask", [SUPPORT, WILL])
@pytest.mark.parametrize(
    "text",
    [
        "She did not support the ferry.",
        "She has not pledged to run a ferry.",
        "Ada Vale never said yes.",
        "Ada Vale was expected to back the ferry.",
        "She said she used to support the ferry.",
        "She asked if he supported the ferry.",
        "She said the mayor had promised to run a ferry.",
        "She denied that she had pledged to run a ferry.",
        "She doubted that she supported the ferry.",
        "She would have supported the ferry in 2010.",
        "Nobody said yes.",
    ],
)
def test_a_report_of_another_s_promise_or_of_none_is_no_yes(text, ask):
    assert told(text, ask) in (Stance.UNCLEAR, Stance.REFUSED)


@pytest.mark.parametrize(
    ("text", "ask", "stance"),
    [
        ("said she would.", WILL, Stance.COMMITTED),
        ("said he would, provided the money came.", WILL, Stance.QUALIFIED),
        ("said he would not, because of the cost.", WILL, Stance.REFUSED),
        ("said he could not support that.", SUPPORT, Stance.REFUSED),
        ("said she would support a ferry.", SUPPORT, Stance.COMMITTED),
        ("said she liked the idea.", WILL, Stance.SUPPORTIVE),
        ("said he'd run it.", "whether they would run a river ferry", Stance.COMMITTED),
        ("was against it.", "if she supported a river ferry", Stance.REFUSED),
    ],
)
def test_an_answer_in_indirect_speech_is_read(text, ask, stance):
    assert told(text, ask) is stance
