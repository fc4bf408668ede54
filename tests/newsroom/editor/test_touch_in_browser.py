"""The editor under a finger: it scrolls, and buttons move."""

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import desk  # noqa: F401 - a fixture
from tests.factories import make_block
from tests.newsroom.editor.writing import address

pytestmark = pytest.mark.browser


@pytest.fixture
def page(desk, text):  # noqa: F811
    """The editor on a phone, with more blocks than it shows at once."""
    for number in range(4):
        make_block(text, body=f"Word {number}.", order=number + 1)
    page = desk(390, has_touch=True)
    page.goto(address(text))
    return page


def swipe_up(page, part):
    """Put a finger on `part` and draw it up, as someone who reads on."""
    box = part.bounding_box()
    x, y = box["x"] + 40, box["y"] + box["height"] / 2
    finger = page.context.new_cdp_session(page)
    for kind, up in (("Start", 0), *(("Move", by) for by in range(30, 301, 30)), ("End", 300)):
        points = [] if kind == "End" else [{"x": x, "y": y - up}]
        finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})


def bodies(page) -> list[str]:
    return [one.input_value() for one in page.locator("#blocks textarea.markdown").all()]


def test_a_finger_moves_a_block_by_its_buttons_and_scrolls_on_its_head(page):
    before, second = bodies(page), page.locator("#blocks > .block").nth(1)
    second.get_by_role("button", name="Move up").tap()
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    moved = [before[1], before[0], *before[2:]]
    assert bodies(page) == moved
    # The swipe comes last: a page that still glides heeds no tap.
    top = page.evaluate("scrollY")
    swipe_up(page, page.locator("#blocks > .block h3").nth(1))
    page.wait_for_function(f"scrollY > {top + 100}")
    assert bodies(page) == moved
