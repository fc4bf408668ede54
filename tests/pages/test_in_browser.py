"""The public pages in a real browser."""

import time
from functools import cache
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import expect

from tests.browser import SCREENS, as_collected, on_each_screen, violations
from tests.factories import make_report
from tests.pages.kinds import BARE, KINDS, LISTS, SINGLE, make_bare, make_full

pytestmark = pytest.mark.browser

REST = {**BARE, "missing": "nowhere/"}
PAGES = {**KINDS, **REST}
STORIES = ["training", "report"]
COMPRESSED_ALREADY = ("woff2", "png", "jpg", "webp", "avif")
LEFT_OUT = ("/media/", "/static/img/favicon")
KILOBYTES = 1000
# Counts whatever moves after it was first shown; 0 is a page that stands still.
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
OUTLINE = """() => {
    const style = getComputedStyle(document.activeElement);
    const card = document.activeElement.closest(".card");
    const around = card ? getComputedStyle(card) : style;
    return [style, around].some(one => one.outlineStyle !== "none" && one.outlineWidth !== "0px");
}"""


@pytest.fixture
def everything(transactional_db):
    make_full()
    make_bare()


def tell(violation) -> str:
    nodes = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
    return f"{violation['id']}: {violation['help']} ({nodes})"


def barriers(page) -> list[str]:
    """What keeps people from using the page as it stands, as axe sees it."""
    return [tell(one) for one in violations(page)]


@pytest.mark.parametrize("kinds", [LISTS, SINGLE, REST], ids=["lists", "single", "rest"])
def test_every_page_can_be_used_by_everyone(browser_page, everything, kinds):
    found = {}
    for kind, address in kinds.items():
        browser_page.goto(f"/en/{address}")
        if seen := on_each_screen(browser_page, barriers):
            found[kind] = seen
    assert found == {}


def test_a_barrier_would_be_seen_on_the_screens_where_it_is(browser_page, db):
    browser_page.goto("/en/")
    browser_page.evaluate(
        """() => {
            const where = "@media (max-width: 400px) and (prefers-color-scheme: dark)";
            const sheet = document.styleSheets[0];
            sheet.insertRule(`${where} {h1 {color: #333}}`, sheet.cssRules.length);
            document.querySelector("main").append(document.createElement("img"));
        }"""
    )
    seen = on_each_screen(browser_page, lambda page: {one["id"] for one in violations(page)})
    everywhere = {each: {"image-alt"} for each in SCREENS}
    assert seen == {**everywhere, (360, "dark"): {"image-alt", "color-contrast"}}


def test_no_page_scrolls_sideways_on_the_narrowest_phone(open_page, everything):
    page = open_page(width=320)
    wide = {}
    for language in ("en", "ru"):
        for kind, address in PAGES.items():
            page.goto(f"/{language}/{address}")
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                wide[language, kind] = width
    assert wide == {}


def transferred(answer) -> int:
    """The bytes of an answer as they travel; our own files travel compressed with brotli."""
    path = urlsplit(answer.url).path
    if path.startswith("/static/") and not path.endswith(COMPRESSED_ALREADY):
        return compressed(answer.body())
    return answer.request.sizes()["responseBodySize"]


@cache
def compressed(file: bytes) -> int:
    return len(brotli.compress(file))


def fetched(page, address) -> dict[str, int]:
    """What a first visit to the address fetches, pictures and the icon left out: bytes by path.

    A stylesheet that another imports counts with that one: outside the tests they are one file.
    """
    answers = []

    def note(answer):  # playwright refuses the method of a list itself
        answers.append(answer)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("response", note)
    paths = {urlsplit(one.url).path: one for one in answers}
    files: dict[str, int] = {}
    for path, one in paths.items():
        if not path.startswith(LEFT_OUT):
            whole = sent_in(path, paths)
            files[whole] = files.get(whole, 0) + transferred(one)
    return files


def sent_in(path: str, answers: dict) -> str:
    """The stylesheet that has the one at `path` in it; any other file is sent by itself."""
    asked_by = urlsplit(answers[path].request.headers.get("referer", "")).path
    both = path.endswith(".css") and asked_by.endswith(".css")
    return sent_in(asked_by, answers) if both else path


def forget_all(page):
    """Let each visit fetch everything, as the first one does: cheaper than a window for each."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})


@pytest.mark.parametrize(("language", "most"), [("en", 10), ("ru", 10), ("kk", 11)])
def test_every_page_is_light(open_page, everything, language, most):
    page = open_page(width=360)
    page.route("**/*.css", as_collected)
    forget_all(page)
    heavy = {}
    for kind, address in PAGES.items():
        page.context.clear_cookies()
        files = fetched(page, f"/{language}/{address}")
        if sum(files.values()) > 100 * KILOBYTES or len(files) > most:
            heavy[kind] = files
    assert heavy == {}


def test_the_letters_of_what_stands_far_below_wait_for_those_who_come_there(open_page, everything):
    make_report(language="ru", headline="Хашар в Хороге")
    page = open_page(width=360)
    files = fetched(page, f"/en/{KINDS['report']}")
    assert [path for path in files if "cyrillic" in path] == []
    with page.expect_response("**/*cyrillic*.woff2"):
        page.get_by_role("link", name="Хашар в Хороге").scroll_into_view_if_needed()


def late(route):
    """Hand a font over when the page was shown long ago, as on a slow link."""
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", STORIES)
def test_nothing_moves_while_a_story_loads(open_page, everything, kind, width):
    page = open_page(width=width)
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.woff2", late)
    page.goto(f"/en/{KINDS[kind]}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("window.shifted") == 0


def test_the_keyboard_reaches_everything_and_shows_where_it_is(browser_page, everything):
    browser_page.goto(f"/en/{KINDS['report']}")
    browser_page.keyboard.press("Tab")
    skip = browser_page.locator(":focus")
    expect(skip).to_have_text("Skip to the text")
    expect(skip).to_be_in_viewport()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**#main")  # the browser tells of the jump some time after it
    browser_page.keyboard.press("Tab")
    expect(browser_page.locator("main :focus")).to_have_count(1)


@pytest.mark.parametrize("kind", ["home", "trainings", "training", "search"])
def test_whatever_has_the_focus_is_outlined(browser_page, everything, kind):
    browser_page.goto(f"/en/{KINDS[kind]}")
    # What a closed filter holds can't be reached before it is opened.
    reached = "a[href]:not([tabindex='-1']):visible, button:visible, input:visible, select:visible"
    links = browser_page.locator(reached).count()
    for _ in range(min(links, 40)):
        browser_page.keyboard.press("Tab")
        assert browser_page.evaluate(OUTLINE), browser_page.evaluate(
            "document.activeElement.outerHTML"
        )


def test_filters_and_search_work_without_scripts(open_page, everything):
    page = open_page(java_script_enabled=False)
    page.goto("/en/trainings/")
    page.get_by_text("Held in").click()
    page.get_by_role("link", name="Kyrgyzstan").click()
    expect(page.locator("main h3")).to_have_text(["Full: volunteers for clean water"])
    page.goto("/en/search/")
    page.locator("main").get_by_role("searchbox").fill("full water")
    page.locator("main").get_by_role("button", name="Search").click()
    expect(page.locator("main h3").first).to_have_text("Full: volunteers for clean water")


def test_the_agenda_prints_without_what_only_a_screen_needs(browser_page, everything):
    browser_page.set_viewport_size({"width": 658, "height": 930})  # A4 within its margins
    browser_page.emulate_media(media="print")
    browser_page.goto(f"/en/{KINDS['training']}")
    for name in (".rooms", ".langs", ".tabs", ".foot ul"):
        expect(browser_page.locator(name)).to_be_hidden()
    expect(browser_page.locator("#agenda")).to_be_visible()
    at, title = (browser_page.locator(f".slot {one}").first for one in (".at", ".session-title"))
    assert at.bounding_box()["x"] + at.bounding_box()["width"] <= title.bounding_box()["x"]


def test_dark_pages_are_dark(open_page, everything):
    shades = {}
    for scheme in ("light", "dark"):
        page = open_page(scheme=scheme)
        page.goto("/en/")
        shades[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert shades == {"light": "rgb(251, 250, 246)", "dark": "rgb(15, 24, 38)"}


def test_the_data_in_a_page_runs_afoul_of_no_policy(browser_page, everything):
    for kind in ("home", *STORIES):
        browser_page.goto(f"/en/{KINDS[kind]}")
        data = browser_page.locator('script[type="application/ld+json"]')
        assert "schema.org" in data.text_content()


def test_chromium_finds_no_fault_with_the_web_manifest(browser_page, live_server, db):
    browser_page.goto("/en/")
    chromium = browser_page.context.new_cdp_session(browser_page)
    told = chromium.send("Page.getAppManifest")
    assert told["url"] == f"{live_server.url}/site.webmanifest"
    assert [one["message"] for one in told["errors"]] == []
    missing = chromium.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A window of the tests leaves nothing behind, whatever the manifest says.
    assert {one["errorId"] for one in missing} <= {"in-incognito"}
