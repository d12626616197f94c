"""The page in a real browser: opened from disk, filtered, sorted, followed, narrow, without script."""

import os
import re
import shutil

import pytest
from attrs import evolve

pytest.importorskip("jinja2", reason="the extra 'report' is not installed")

from civicpledge.datasets import load_dataset
from civicpledge.model.ids import digest
from civicpledge.publish import write_page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("CIVICPLEDGE_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium; install it or set CIVICPLEDGE_CHROMIUM"
)
# Playwright gives every launch a new user data directory. Nothing here may ask the network for anything.
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "page.html"
    write_page(load_dataset("west-midlands-2021"), path)
    return path.as_uri()


class Visit:
    """A tab, with everything it asked for and complained of."""

    def __init__(self, browser, address, **options):
        self.context = browser.new_context(**options)
        self.tab = self.context.new_page()
        self.requests, self.complaints = [], []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.tab.goto(address)

    def fetched(self):
        """Give what was asked for, but for what the page brought along."""
        return [url for url in self.requests if not url.startswith("data:")]

    def focused(self):
        return self.tab.locator(":focus")

    def tab_to(self, locator, most=200):
        """Press the tabulator until *locator* has the focus."""
        wanted = locator.element_handle()
        for _ in range(most):
            self.tab.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        pytest.fail("the keyboard does not get there")


@pytest.fixture
def visit_with(browser, address):
    """Open the page with options of the browser; every tab is closed, and none complained."""
    visits = []

    def opened(where=address, **options):
        visits.append(Visit(browser, where, **options))
        return visits[-1]

    yield opened
    for visit in visits:
        visit.context.close()
    assert [complaint for visit in visits for complaint in visit.complaints] == []
    assert all(len(visit.fetched()) == 1 for visit in visits)


@pytest.fixture
def visit(visit_with):
    return visit_with()


def test_it_opens_from_disk_without_a_request_or_a_complaint(visit, address):
    assert visit.tab.title() == "West Midlands accountability assembly 2021"
    assert visit.fetched() == [address]
    assert visit.complaints == []


def test_filtering_leaves_the_answers_that_fit(visit):
    visit.tab.get_by_label("held to be").select_option("missing")
    shown = visit.tab.locator(".answer:visible")
    # 3 candidates for Mayor have 1 ask out of remit, 3 for Commissioner 3; 1 answer is not recorded.
    assert shown.count() == 3 * 1 + 3 * 3 + 1
    assert visit.tab.get_by_role("status").inner_text() == "13 of 54 shown"
    visit.tab.get_by_label("Show answers with").fill("hunt")
    assert shown.count() == 3 + 1


def test_a_word_of_the_grid_leads_to_what_was_said(visit):
    visit.tab.get_by_label("Show answers with").fill("no answer has these words")
    assert visit.tab.locator(".answer:visible").count() == 0
    table = visit.tab.locator(".grid").first
    assert table.locator("thead th").all_inner_texts() == [
        "Ask",
        "Andy Street",
        "Jenny Wilkinson",
        "Liam Byrne",
    ]
    row = table.locator("tr", has_text="Paid work placements")
    row.locator("td").nth(2).get_by_role("link", name="qualified: conditional").click()
    target = visit.tab.locator(".answer:target")
    assert target.is_visible()
    assert target.get_by_text("Liam Byrne").is_visible()
    assert "Happy to help provide the placements" in target.inner_text()


def test_from_a_score_to_the_words_behind_it_with_the_keyboard_alone(visit):
    visit.tab.keyboard.press("Tab")
    assert visit.focused().inner_text() == "Skip to the content"
    assert visit.focused().bounding_box()["x"] >= 0
    visit.tab.keyboard.press("Enter")
    assert visit.focused().get_attribute("id") == "main"
    visit.tab_to(visit.tab.get_by_role("button", name="Score").first)
    visit.tab.keyboard.press("Enter")
    names = visit.tab.locator("table.sortable").first.locator("tbody th")
    assert names.first.inner_text() == "Liam Byrne"
    visit.tab_to(visit.tab.locator(".grid").first.get_by_role("link", name="conditional"))
    visit.tab.keyboard.press("Enter")
    assert (
        "Happy to help provide the placements" in visit.tab.locator(".answer:target").inner_text()
    )
    visit.tab_to(visit.tab.get_by_label("Show answers with"))
    visit.tab.keyboard.type("hunt")
    assert visit.tab.get_by_role("status").inner_text() == "9 of 54 shown"


def test_what_has_the_focus_is_outlined(visit):
    visit.tab_to(visit.tab.get_by_role("button", name="Score").first)
    assert visit.focused().evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


def test_a_click_on_a_head_sorts_both_ways(visit):
    table = visit.tab.locator("table.sortable").first
    head = table.get_by_role("button", name="Score")
    names = table.locator("tbody th")
    head.click()
    rising = names.all_inner_texts()
    head.click()
    assert rising == ["Liam Byrne", "Andy Street", "Jenny Wilkinson"]
    assert names.all_inner_texts() == rising[::-1]
    assert table.locator("[aria-sort=descending]").count() == 1


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_narrow_screen_the_page_does_not_scroll_sideways(visit_with, width):
    visit = visit_with(viewport={"width": width, "height": 640})
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= width
    score = visit.tab.locator("table.scores .figure").first.bounding_box()
    assert score["x"] + score["width"] <= width


def test_on_a_narrow_screen_the_ask_stays_beside_its_answers(visit_with):
    visit = visit_with(viewport={"width": 360, "height": 640})
    grid = visit.tab.get_by_role("region", name="Who said what").first
    before = grid.locator("tbody th").first.bounding_box()["x"]
    grid.evaluate("element => { element.scrollLeft = 200 }")
    assert grid.evaluate("element => element.scrollLeft") > 0
    assert grid.locator("tbody th").first.bounding_box()["x"] == before


def test_without_script_everything_is_there(visit_with):
    visit = visit_with(java_script_enabled=False)
    assert visit.tab.locator(".answer:visible").count() == 54
    assert not visit.tab.locator("#tools").is_visible()


def test_what_is_printed_keeps_its_words_whole_and_leaves_the_tools_out(visit_with):
    visit = visit_with(viewport={"width": 680, "height": 960})  # 180 mm, the width between margins
    visit.tab.emulate_media(media="print")
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 680
    assert not visit.tab.get_by_role("navigation").is_visible()
    assert not visit.tab.get_by_role("search").is_visible()
    name = visit.tab.locator("table.scores tbody th bdi", has_text="Liam Byrne")
    line = visit.tab.locator("p.headline").bounding_box()["height"]
    assert name.bounding_box()["height"] <= line


def test_it_prints_to_a4(visit):
    paper = visit.tab.pdf(prefer_css_page_size=True)
    width, height = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper).groups()
    # 210 x 297 mm in points of 1/72 inch.
    assert float(width) == pytest.approx(210 / 25.4 * 72, abs=1)
    assert float(height) == pytest.approx(297 / 25.4 * 72, abs=1)


def test_hostile_words_do_nothing(visit_with, tmp_path):
    dataset = load_dataset("west-midlands-2021")
    bad = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    named = tuple(evolve(c, name=f"{c.name} {bad}") for c in dataset.candidates)
    said = tuple(evolve(r, text=f"{r.text} {bad}") for r in dataset.responses)
    codings = tuple(
        evolve(c, digest=digest(f"{dataset.response(c.response).text} {bad}"))
        for c in dataset.codings
    )
    hostile = evolve(dataset, candidates=named, responses=said, codings=codings)
    write_page(hostile, tmp_path / "page.html")
    visit = visit_with((tmp_path / "page.html").as_uri())
    text = visit.tab.locator("table.sortable th[scope=row]").first.inner_text()
    assert text == f"Andy Street {bad}"
    assert visit.tab.locator("blockquote").first.inner_text().endswith(bad)
    assert visit.tab.locator("img").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_no_violation(visit_with, scheme, width):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-core is not here"
    )
    # The checker is a script of its own, which the page's policy would rightly refuse.
    size = {"width": width, "height": 800}
    visit = visit_with(color_scheme=scheme, viewport=size, bypass_csp=True)
    found = axe.Axe().run(visit.tab)
    assert [v["id"] for v in found.response["violations"]] == []
