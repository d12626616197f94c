"""The page to publish: whole, inert, the same each time, and usable without script or network."""

import base64
import csv
import hashlib
import html
import io
import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

pytest.importorskip("jinja2", reason="the extra 'report' is not installed")

from civicpledge.datasets import dataset_names, load_dataset
from civicpledge.errors import RowsError, RubricError, SaveError
from civicpledge.model.asks import Round
from civicpledge.model.dataset import Dataset
from civicpledge.model.findings import Extent
from civicpledge.model.ids import digest
from civicpledge.model.people import Candidate, CandidateStatus, Contest, Office, Person
from civicpledge.model.responses import Contested, Response
from civicpledge.model.sources import Source
from civicpledge.publish import page_of, write_page
from civicpledge.scoring.rubric import MissingPolicy, Rubric, with_missing
from civicpledge.scoring.scoreboard import score
from civicpledge.strategies import datasets
from civicpledge.table import visible

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><style>*{display:none}",
    "{{ 7 * 7 }}{% raw %}",
    '=HYPERLINK("http://evil.example")',
    "Ann\u202egnp.exe\u2066\u200b",
    "a\x00b\x1b[2Jc\r\n\r\nd",
    "&lt;b&gt;&#x202e;",
    "--><!--",
)


class Page(HTMLParser):
    """What a page is made of: its tags with their attributes, and its text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.words, self.ids = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.open.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def links(self):
        return [found["href"] for tag, found in self.open if tag == "a"]


@pytest.fixture(scope="module")
def real():
    return load_dataset("west-midlands-2021")


@pytest.fixture(scope="module")
def real_page(real):
    return page_of(real)


def poisoned(dataset, text):
    """Put *text* into every place of *dataset* that a page, a roster or a coder can fill."""
    said = {r.id: f"{r.text} {text}" for r in dataset.responses}
    return evolve(
        dataset,
        offices=tuple(evolve(o, title=f"{o.title} {text}") for o in dataset.offices),
        candidates=tuple(
            evolve(c, name=f"{c.name} {text}", party_on_roster=f"P {text}")
            for c in dataset.candidates
        ),
        rounds=tuple(evolve(r, title=f"{r.title} {text}") for r in dataset.rounds),
        themes=tuple(evolve(t, title=f"{t.title} {text}") for t in dataset.themes),
        asks=tuple(evolve(a, title=f"{a.title} {text}", text=f"T {text}") for a in dataset.asks),
        remits=tuple(evolve(r, note=f"N {text}") for r in dataset.remits),
        sources=tuple(evolve(s, title=f"S {text}", author=f"A {text}") for s in dataset.sources),
        responses=tuple(evolve(r, text=said[r.id]) for r in dataset.responses),
        codings=tuple(
            evolve(c, note=f"R {text}", digest=digest(said[c.response])) for c in dataset.codings
        ),
        claims=tuple(
            evolve(c, paraphrase=f"C {text}", scope=evolve(c.scope, as_printed=f"W {text}"))
            for c in dataset.claims
        ),
        provenance=(f"V {text}",),
    )


def test_every_candidate_ask_and_answer_is_on_the_page(real, real_page):
    page = Page(real_page)
    for candidate in real.candidates:
        assert candidate.name in page.text
    for ask in real.asks:
        assert ask.title in page.text
    for response in real.responses:
        assert " ".join(response.text.split()) in page.text
    for claim in real.claims:
        assert claim.text in page.text


def test_the_headline_gives_the_counts(real_page):
    assert "42 answers due, 41 on record (1 not recorded)." in Page(real_page).text


def test_the_interval_with_a_missing_answer_is_told_in_words(real_page):
    # Asks 2, 3, 5, 6, 7 weigh 1 and ask 4 1/2, 5 1/2 in all; words: supportive three times (one of them to
    # ask 4), committed, qualified: 1/4 + 1/4 + 1/8 + 1 + 1/2 = 2.125; with the missing one 3.125.
    row = real_page.split('id="score--pcc.west-midlands.2021-05-06.jon-hunt"')[1].split("</tr>")[0]
    assert "0.39 to 0.57" in row
    assert "5 of 6" in row
    assert "1 not recorded" in row


def test_a_cell_without_words_says_why(real_page):
    grid = real_page.split('<table class="grid">')[2].split("</table>")[0]
    assert re.search(r'<td class="missing"><a href="#[^"]+">not recorded</a></td>', grid)
    assert not re.search(r"<td[^>]*><a[^>]*></a></td>", grid)


def test_many_candidates_stand_in_several_grids_each_with_every_ask(real):
    first = real.candidates[0]
    more = [
        evolve(first, id=f"{first.contest}.person-{n}", person=f"person-{n}", name=f"Person {n}")
        for n in range(12)
    ]
    people = [evolve(real.person(first.person), id=c.person, name=c.name) for c in more]
    crowd = evolve(real, candidates=(*real.candidates, *more), people=(*real.people, *people))
    text = page_of(crowd)
    grids = [grid.split("</table>")[0] for grid in text.split('<table class="grid">')[1:]]
    # 3 + 12 candidates for Mayor in threes of five, 3 for Commissioner.
    assert [grid.split("</thead>")[0].count("<th scope") - 1 for grid in grids] == [5, 5, 5, 3]
    assert [grid.count('<th scope="row">') for grid in grids] == [9, 9, 9, 9]


@given(datasets())
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
def test_whatever_is_held_every_word_of_the_grid_is_on_the_page(dataset):
    page = Page(page_of(dataset))
    shown = Counter(" ".join(word.split()) for word in page.words)
    wanted = Counter(visible(cell.word) for cell in score(dataset).grid().cells)
    assert all(shown[" ".join(word.split())] >= times for word, times in wanted.items())
    inside = {link[1:] for link in page.links() if link.startswith("#")}
    assert inside <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_link_within_the_page_leads_somewhere(real_page):
    page = Page(real_page)
    inside = {link[1:] for link in page.links() if link.startswith("#")}
    assert inside
    assert inside <= set(page.ids)


def test_no_identifier_is_given_twice(real_page):
    assert [i for i, times in Counter(Page(real_page).ids).items() if times > 1] == []


def test_nothing_is_fetched_from_anywhere(real):
    source = evolve(real.sources[0], url="https://example.org/page")
    text = page_of(evolve(real, sources=(source,)))
    page = Page(text)
    assert "https://example.org/page" in page.links()
    for tag, found in page.open:
        fetched = [found.get(name) for name in ("src", "srcset", "action", "poster", "data")]
        assert fetched == [None] * 5
        if tag == "link":
            assert found["href"] == "data:,"
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_style_and_script_are_the_ones_the_policy_names(real_page):
    policy = re.search(r'content="(default-src[^"]+)"', real_page)[1]
    for tag in ("style", "script"):
        own = real_page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        wanted = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{wanted}'" in html.unescape(policy)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_tag_and_no_attribute(real, text):
    assert Page(page_of(poisoned(real, text))).tags == tags_of_a_plain_page()


@cache
def tags_of_a_plain_page():
    return Page(page_of(poisoned(load_dataset("west-midlands-2021"), "calm"))).tags


@given(st.text(min_size=1).filter(lambda text: not re.search("[\ud800-\udfff]", text)))
@settings(max_examples=15, deadline=None)
def test_whatever_text_is_put_in_the_page_has_the_same_tags(text):
    dataset = load_dataset("west-midlands-2021")
    assert Page(page_of(poisoned(dataset, text))).tags == tags_of_a_plain_page()


def test_direction_and_control_characters_are_spelt_out(real):
    page = page_of(poisoned(real, "Ann\u202eBell\x1b"), files={})
    shown = page.split('<section aria-labelledby="data">')[0]
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    assert "Ann&lt;U+202E&gt;Bell&lt;U+001B&gt;" in shown


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " JAVASCRIPT:x", "/x"])
def test_only_web_addresses_become_links(real, url):
    source = evolve(real.sources[0], url=url)
    assert url not in Page(page_of(evolve(real, sources=(source,)))).links()


def test_files_that_no_page_could_hold_are_told_all_at_once_and_nothing_is_written(real, tmp_path):
    path = tmp_path / "page.html"
    with pytest.raises(RowsError) as told:
        write_page(real, path, files={"a.csv": "\ud800", "b.csv": 3, "c.csv": "fine"})
    assert [fault.path for fault in told.value.faults] == ["'a.csv'", "'b.csv'"]
    assert not path.exists()


def test_the_same_dataset_gives_the_same_bytes(real, real_page):
    assert page_of(real) == real_page


def test_the_words_a_coding_rests_on_are_marked(real):
    first = real.codings[0]
    said = real.response(first.response)
    finding = evolve(first.finding, evidence=(Extent(start=5, end=11),))
    marked = evolve(real, codings=(evolve(first, finding=finding), *real.codings[1:]))
    assert f"<mark>{said.text[5:11]}</mark>" in page_of(marked)


def test_an_empty_dataset_has_a_page_that_says_so():
    page = Page(page_of(Dataset()))
    assert "There is no candidate and no ask in this dataset." in page.text


def test_the_downloads_hold_the_tables(real_page):
    files = {
        found["download"]: base64.b64decode(found["href"].partition(",")[2]).decode()
        for tag, found in Page(real_page).open
        if "download" in found
    }
    assert set(files) == {"page.json", "scores.csv", "answers.csv", "claims.csv", "decisions.csv"}
    data = json.loads(files["page.json"])
    assert len(data["scores"]) == 6
    assert len(data["answers"]) == 6 * 9
    assert sum(row["due"] for row in data["answers"]) == 42
    rows = list(csv.DictReader(io.StringIO(files["answers.csv"], newline="")))
    assert [row["held to be"] for row in rows] == [row["held to be"] for row in data["answers"]]


def test_files_of_the_caller_are_offered_too(real):
    page = Page(page_of(real, files={"dataset.json": "{}"}))
    (address,) = [f["href"] for _, f in page.open if f.get("download") == "dataset.json"]
    assert base64.b64decode(address.partition(",")[2]) == b"{}"


def test_the_method_tells_the_rubric_that_was_used(real):
    rubric = Rubric(name="warm words count half", supportive="1/2")
    page = Page(page_of(real, rubric=rubric))
    assert "warm words count half" in page.text
    assert rubric.id in page.text
    harsh = Page(page_of(real, rubric=with_missing(Rubric(), MissingPolicy.AS_NOTHING)))
    assert "An answer that is due and missing counts as nothing." in harsh.text


def test_a_rubric_for_other_asks_is_refused(real):
    with pytest.raises(RubricError):
        page_of(real, rubric=Rubric(ask_weights={"elsewhere.1": 2}))


def test_every_table_has_heads_that_say_what_they_head(real_page):
    page = Page(real_page)
    heads = [found for tag, found in page.open if tag == "th"]
    assert heads
    assert all(found.get("scope") in ("col", "row") for found in heads)
    assert [t for t, _ in page.open].count("main") == 1
    assert [t for t, _ in page.open].count("h1") == 1


def test_a_page_that_cannot_be_written_leaves_the_old_one(real, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old")
    with pytest.raises(SaveError):
        write_page(real, path / "below.html")
    assert path.read_text() == "old"
    write_page(real, path, title="New", note="A note")
    assert "<h1><bdi>New</bdi></h1>" in path.read_text()
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


def test_a_page_that_is_replaced_keeps_its_mode_and_its_link(real, tmp_path):
    path, link = tmp_path / "page.html", tmp_path / "link.html"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_page(real, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_who_no_longer_stands_is_said(real):
    gone = evolve(real.candidates[0], status=CandidateStatus.WITHDRAWN)
    page = Page(page_of(evolve(real, candidates=(gone, *real.candidates[1:]))))
    assert "Conservative and Unionist Party; withdrawn" in page.text


@pytest.mark.parametrize("name", dataset_names())
def test_a_place_is_never_a_bare_number_of_characters(name):
    dataset = load_dataset(name)
    page = page_of(dataset)
    assert not dataset.documents
    assert re.search(r"characters [0-9]", page) is None
    assert ("the words of this source are not bundled here" in page) == ("<blockquote>" in page)


def test_an_ask_without_a_number_is_called_by_its_title_alone():
    dataset = load_dataset("west-midlands-2024")
    unnumbered = [ask for ask in dataset.asks if ask.number is None]
    page = page_of(dataset)
    assert unnumbered
    assert not [ask.id for ask in unnumbered if f"{ask.label}. " in page]


def test_a_party_without_a_label_on_the_roster_goes_by_its_name():
    page = Page(page_of(load_dataset("assemblies-2024")))
    assert "Conservative Party" in page.text
    assert "conservative-party" not in page.text


def test_pledges_that_answer_no_ask_are_shown_with_who_made_them():
    dataset = load_dataset("byrne-2020-manifesto")
    page = Page(page_of(dataset))
    assert {f"pledge--{response.id}" for response in dataset.responses} <= set(page.ids)
    assert page.words.count("Liam Byrne") >= len(dataset.responses)
    assert all(" ".join(response.text.split()) in page.text for response in dataset.responses)


def test_a_pledge_that_may_be_of_either_namesake_tells_them_apart():
    contest, people = "mayor.x.2021-05-06", ("ann-ash", "ann-ash-2")
    standing = tuple(f"{contest}.{person}" for person in people)
    pledge = Response(
        id="leaflet.somebody.1",
        attribution=Contested(options=standing),
        text="I will light the path.",
        source="leaflet",
    )
    dataset = Dataset(
        offices=(Office(id="mayor.x", title="Mayor"),),
        contests=(Contest(id=contest, office="mayor.x"),),
        people=tuple(Person(id=person, name="Ann Ash") for person in people),
        candidates=tuple(
            Candidate(id=one, person=person, contest=contest, name="Ann Ash")
            for one, person in zip(standing, people, strict=True)
        ),
        sources=(Source(id="leaflet", title="A leaflet"),),
        responses=(pledge,),
    )
    said = f"perhaps Ann Ash ({standing[0]}) or Ann Ash ({standing[1]})"
    assert said in Page(page_of(dataset)).text


def test_words_outside_the_asks_are_no_section_where_there_are_none(real_page):
    assert "pledges" not in Page(real_page).ids


@settings(max_examples=20, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(datasets())
def test_whatever_is_held_the_words_that_answer_no_ask_are_each_shown_once(dataset):
    unlinked = [f"pledge--{held.id}" for held in dataset.responses if not held.answers]
    assert [
        found for found in Page(page_of(dataset)).ids if found.startswith("pledge--")
    ] == unlinked


def heading(dataset):
    return re.search(r"<title>(.*?)</title>", page_of(dataset))[1]


def test_a_page_bears_the_name_of_what_its_words_come_from():
    manifesto, many = load_dataset("byrne-2020-manifesto"), load_dataset("assemblies-2024")
    assert heading(manifesto) == manifesto.sources[0].title
    assert heading(many) == many.sources[0].title


def test_many_rounds_are_named_by_the_first_two():
    rounds = tuple(Round(id=f"round-{n}", title=f"Round {n}") for n in range(5))
    assert heading(Dataset(rounds=rounds)) == "Round 0; Round 1; and 3 more"
