"""Saved web pages of the makes that alliances, charities and newspapers use: who said what to which ask."""

import pytest

from civicpledge.readers.documents import html_text

HOMES, MEET = "Will you build 100 homes?", "Will you meet us?"
TWICE = [
    (HOMES, "Ann Body", "Green", "Yes, I will."),
    (HOMES, "Bo Ng", "Labour", "No, never."),
    (MEET, "Ann Body", "Green", "Sure."),
    (MEET, "Bo Ng", "Labour", "Once."),
]
AROUND = "<nav><ul><li>Home</li><li>About</li></ul></nav><h1>What they told us</h1>{}<footer>© Us</footer>"


def pairs(make: str) -> str:
    """Print the four answers, each in one make, below a heading for each ask."""
    printed = []
    for ask in (HOMES, MEET):
        said = (make.format(name=n, party=p, words=w) for a, n, p, w in TWICE if a == ask)
        printed.append(f"<h2>{ask}</h2>{''.join(said)}")
    return "".join(printed)


MAKES = {
    "a cite inside each block quotation": pairs(
        "<blockquote><p>{words}</p><cite>{name}, {party}</cite></blockquote>"
    ),
    "a cite in a footer of each block quotation": pairs(
        "<blockquote><p>{words}</p><footer>— <cite>{name}, {party}</cite></footer></blockquote>"
    ),
    "a cite behind the words": pairs(
        "<blockquote><p>{words} <cite>{name}, {party}</cite></p></blockquote>"
    ),
    "a caption below each block quotation": pairs(
        "<figure><blockquote>{words}</blockquote><figcaption>{name}, {party}</figcaption></figure>"
    ),
    "names above block quotations": pairs(
        "<p>{name} ({party})</p><blockquote>{words}</blockquote>"
    ),
    "a list of terms": "".join(
        f"<h2>{ask}</h2><dl><dt>Ann Body (Green)</dt><dd>{first}</dd>"
        f"<dt>Bo Ng (Labour)</dt><dd>{second}</dd></dl>"
        for ask, first, second in ((HOMES, "Yes, I will.", "No, never."), (MEET, "Sure.", "Once."))
    ),
    "bold names with the party behind them": pairs(
        "<p><strong>{name}</strong> ({party}): {words}</p>"
    ),
    "bold names and parties on their own lines": pairs(
        "<p><strong>{name}</strong> – {party}</p><p>{words}</p>"
    ),
    "names as headings over their parties": pairs("<h3>{name}</h3><p>{party}</p><p>{words}</p>"),
    "two cells a row that only lay out the page": pairs(
        "<table><tr><td><b>{name} ({party})</b></td><td>{words}</td></tr></table>"
    ),
    "a table for each ask": "".join(
        f"<h2>{ask}</h2><table><tr><th>Candidate</th><th>Response</th></tr>"
        + "".join(f"<tr><td>{n} ({p})</td><td>{w}</td></tr>" for a, n, p, w in TWICE if a == ask)
        + "</table>"
        for ask in (HOMES, MEET)
    ),
    "a column a person, the party on a line of its own": (
        "<table><tr><th>Our asks</th><th>Ann Body<br>Green</th><th>Bo Ng<br>Labour</th></tr>"
        f"<tr><td>{HOMES}</td><td>Yes, I will.</td><td>No, never.</td></tr>"
        f"<tr><td>{MEET}</td><td>Sure.</td><td>Once.</td></tr>"
        "<tr><td><b>Our verdict</b></td><td>Good</td><td>Poor</td></tr></table>"
    ),
    "sections that open, one a person": "".join(
        f"<details><summary>{n} ({p})</summary><p><b>{HOMES}</b></p><p>{first}</p>"
        f"<p><b>{MEET}</b></p><p>{second}</p></details>"
        for n, p, first, second in (
            ("Ann Body", "Green", "Yes, I will.", "Sure."),
            ("Bo Ng", "Labour", "No, never.", "Once."),
        )
    ),
}


@pytest.mark.parametrize("body", MAKES.values(), ids=MAKES)
def test_a_web_page_of_a_usual_make_gives_every_answer_its_speaker_and_ask(read, body):
    reading = read(html_text(AROUND.format(body))[0])
    found = [
        (a.ask.title if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]
    assert sorted(found) == sorted(TWICE)


def test_every_paragraph_of_a_block_quotation_is_its_speakers(read):
    body = pairs(
        "<blockquote><p>{words}</p><p>I mean it.</p><cite>{name}, {party}</cite></blockquote>"
    )
    reading = read(html_text(AROUND.format(body))[0])
    assert [(a.speaker, a.quote.text.split()[-1]) for a in reading.answers] == [
        (name, "it.") for _, name, _, _ in TWICE
    ]
    assert reading.unread == ()


def test_headings_that_name_a_topic_before_their_question_are_asks_in_full(read):
    page = pairs("<h3>{name}, {party}</h3><p>{words}</p>").replace("<h2>", "<h2>Topic: ")
    reading = read(html_text(AROUND.format(page))[0])
    assert [ask.title for ask in reading.asks] == [f"Topic: {HOMES}", f"Topic: {MEET}"]
    assert all(answer.ask for answer in reading.answers)


def test_bold_parties_alone_are_labels_of_nobody_by_name(read):
    reading = read(
        html_text(AROUND.format(pairs("<p><strong>{party}</strong></p><p>{words}</p>")))[0]
    )
    found = [(a.ask.title if a.ask else None, a.speaker, a.party) for a in reading.answers]
    assert found == [(ask, None, party) for ask, _, party, _ in TWICE]


def test_a_closing_line_about_the_list_of_candidates_is_no_part_of_the_last_answer(read):
    body = pairs("<p><strong>{name} ({party}):</strong> {words}</p>")
    closing = "<p>For a full list of candidates visit the council's website.</p>"
    reading = read(html_text(AROUND.format(body + closing))[0])
    assert reading.answers[-1].quote.text == "Once."


def test_a_tick_or_a_cross_before_a_name_hides_nobody(read):
    reading = read(html_text(AROUND.format(pairs("<p>❌ {name} ({party}) – {words}</p>")))[0])
    found = [
        (a.ask.title if a.ask else None, a.speaker, a.party, a.quote.text) for a in reading.answers
    ]
    assert found == TWICE


def test_the_party_before_or_behind_a_name_that_said_is_no_part_of_it(read):
    makes = (
        "<p>{name}, of the {party} Party, said: “{words}”</p>",
        "<p>{party}'s {name} said: “{words}”</p>",
    )
    for make in makes:
        reading = read(html_text(AROUND.format(pairs(make)))[0])
        assert [(a.speaker, a.quote.text) for a in reading.answers] == [
            (n, w) for _, n, _, w in TWICE
        ]
        assert all(answer.party for answer in reading.answers)


def test_the_fields_of_a_profile_are_nobodys_names(read):
    body = "".join(
        f"<h2>{n}</h2><p>Party: {p}</p><p>Age: {age}</p><h4>{HOMES}</h4><p>{w}</p>"
        for n, p, age, w in (
            ("Ann Body", "Green", 45, "Yes, I will."),
            ("Bo Ng", "Labour", 50, "No."),
        )
    )
    reading = read(html_text(AROUND.format(body))[0])
    assert not {a.speaker for a in reading.answers} & {"Age", "Party"}


def test_a_theme_whose_words_its_first_ask_repeats_is_a_theme(read):
    answers = '**Ann Body (Labour):** "Yes."\n\n**Bo Ng (Green):** "No."\n\n'
    page = (
        "# What the candidates told us\n\nWe met in the hall.\n\n## Our homes\n\n### 1. Homes\n\n"
        f"{answers}## Our streets\n\n### 2. Buses\n\n{answers}"
    )
    reading = read(page)
    assert [(ask.title, ask.theme.title) for ask in reading.asks] == [
        ("Homes", "Our homes"),
        ("Buses", "Our streets"),
    ]
