"""The page in a real browser: opened from disk, filtered, sorted, followed, narrow, without script."""

import os
import re
import shutil

import pytest
from attrs import evolve

pytest.importorskip("jinja2", reason="the extra 'report' is not installed")

from civicpledge.datasets import load_dataset
from civicpledge.publish import write_page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("CIVICPLEDGE_CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium; install it or set CIVICPLEDGE_CHROMIUM"
)
MAYOR = "mayor.west-midlands.2021-05-06"


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
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


@pytest.fixture
def visit(browser, address):
    found = Visit(browser, address)
    yield found
    found.context.close()


def test_it_opens_from_disk_without_a_request_or_a_complaint(visit, address):
    assert visit.tab.title() == "West Midlands accountability assembly 2021"
    assert [url for url in visit.requests if not url.startswith("data:")] == [address]
    assert visit.complaints == []


def test_filtering_leaves_the_answers_that_fit(visit):
    visit.tab.get_by_label("held to be").select_option("missing")
    shown = visit.tab.locator(".answer:visible")
    # 3 candidates for Mayor have 1 ask out of remit, 3 for Commissioner 3; 1 answer is not recorded.
    assert shown.count() == 3 * 1 + 3 * 3 + 1
    assert visit.tab.get_by_role("status").inner_text() == "13 of 54 shown"
    visit.tab.get_by_label("Show answers with").fill("hunt")
    assert shown.count() == 3 + 1
    assert visit.complaints == []


def test_a_word_of_the_grid_leads_to_what_was_said(visit):
    visit.tab.get_by_label("Show answers with").fill("no answer has these words")
    assert visit.tab.locator(".answer:visible").count() == 0
    row = visit.tab.locator(".grid tr", has_text="Liam Byrne").first
    row.get_by_role("link", name="qualified: conditional").click()
    target = visit.tab.locator(".answer:target")
    assert target.is_visible()
    assert "Happy to help provide the placements" in target.inner_text()


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


def test_on_a_narrow_screen_nothing_sticks_out(browser, address):
    visit = Visit(browser, address, viewport={"width": 320, "height": 640})
    width = visit.tab.evaluate("document.documentElement.scrollWidth")
    visit.context.close()
    assert width <= 320


def test_without_script_everything_is_there(browser, address):
    visit = Visit(browser, address, java_script_enabled=False)
    shown = visit.tab.locator(".answer:visible").count()
    tools = visit.tab.locator("#tools").is_visible()
    visit.context.close()
    assert (shown, tools) == (54, False)


def test_it_prints_to_a4(visit):
    paper = visit.tab.pdf(prefer_css_page_size=True)
    width, height = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper).groups()
    # 210 x 297 mm in points of 1/72 inch.
    assert float(width) == pytest.approx(210 / 25.4 * 72, abs=1)
    assert float(height) == pytest.approx(297 / 25.4 * 72, abs=1)


def test_hostile_words_do_nothing(browser, tmp_path):
    dataset = load_dataset("west-midlands-2021")
    bad = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    named = tuple(evolve(c, name=f"{c.name} {bad}") for c in dataset.candidates)
    write_page(evolve(dataset, candidates=named), tmp_path / "page.html")
    visit = Visit(browser, (tmp_path / "page.html").as_uri())
    text = visit.tab.locator("table.sortable th[scope=row]").first.inner_text()
    visit.context.close()
    assert text == f"Andy Street {bad}"
    assert visit.complaints == []
    assert len([url for url in visit.requests if not url.startswith("data:")]) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser, address, scheme):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-core is not here"
    )
    # The checker is a script of its own, which the page's policy would rightly refuse.
    visit = Visit(browser, address, color_scheme=scheme, bypass_csp=True)
    found = axe.Axe().run(visit.tab)
    visit.context.close()
    assert [v["id"] for v in found.response["violations"]] == []
