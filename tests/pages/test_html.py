"""The HTML of every kind of public shown, with much and with little on record."""

import re
from itertools import pairwise

import html5lib
import pytest

from tests.pages.content import misplaced
from tests.pages.kinds import KINDS
from tests.pages.page import words

POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


@pytest.fixture(
    params=[(language, kind) for language in ("en", "ru") for kind in KINDS], ids=" ".join
)
def shown(request, every_page):
    return every_page[request.param]


def test_it_is_written_without_a_fault(shown):
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(shown.source)


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ("<p><span><b>x</b></span></p>", []),
        ("<span><div>x</div></span>", ["div in span"]),
        ("<ul><p>x</p></ul>", ["p in ul"]),
        ("<ol>x<li>y</ol>", ["words in ol"]),
        ("<button><span><a href=x>y</a></span></button>", ["a in button"]),
        ("<details><p>x</p><summary>y</summary></details>", ["summary is not first in details"]),
    ],
)
def test_what_may_not_stand_somewhere_would_be_seen(written, faults):
    assert misplaced(html5lib.parse(written, namespaceHTMLElements=False)) == faults


def test_no_two_elements_share_an_id(shown):
    ids = [one.get("id") for one in shown.root.iter() if one.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"\S+", one) for one in ids)


def test_whatever_points_to_an_element_finds_it(shown):
    ids = {one.get("id") for one in shown.root.iter()}
    pointed = {
        target
        for one in shown.root.iter()
        for name in POINTING
        for target in (one.get(name) or "").split()
    }
    pointed |= {
        one.get("href")[1:] for one in shown.all(".//a[@href]") if one.get("href").startswith("#")
    }
    assert pointed - ids == set()


def test_headings_step_down_one_by_one(shown):
    levels = [int(one.tag[1]) for one in shown.root.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_heading_link_item_or_button_is_empty(shown):
    for tag in ("h1", "h2", "h3", "h4", "a", "button", "li", "dt", "dd", "th", "title", "caption"):
        seen = [one for one in shown.all(f".//{tag}") if one.get("aria-hidden") != "true"]
        assert [one for one in seen if not words(one) and tag != "title"] == []


def test_every_picture_says_what_it_shows_and_how_large_it_is(shown):
    for picture in shown.all(".//img"):
        assert picture.get("alt") is not None
        assert int(picture.get("width")) > 0
        assert int(picture.get("height")) > 0


def test_nothing_is_styled_or_scripted_in_place(shown):
    # A block of data is no script: browsers never run it.
    scripts = [one for one in shown.all(".//script") if one.get("type") != "application/ld+json"]
    assert all(one.get("src") and one.get("type") == "module" for one in scripts)
    assert [one.text for one in scripts if one.text] == []
    assert shown.all(".//style") == []
    attributes = {name for one in shown.root.iter() for name in one.keys()}  # noqa: SIM118
    assert {name for name in attributes if name == "style" or name.startswith("on")} == set()


def test_nothing_is_loaded_from_elsewhere(shown):
    loaded = [one.get("src") for one in shown.root.iter() if one.get("src")]
    loaded += [one.get("href") for one in shown.all('.//link[@rel="stylesheet"]')]
    assert {
        address for address in loaded if not address.startswith(("/static/", "/media/"))
    } == set()


def test_the_language_is_said(shown):
    languages = [one.get("lang") for one in shown.root.iter() if one.get("lang") is not None]
    assert shown.root.get("lang") in {"en", "ru"}
    assert all(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)*", one) for one in languages)


def test_every_field_has_a_label(shown):
    labelled = {one.get("for") for one in shown.all(".//label")}
    fields = [one for tag in ("input", "select", "textarea") for one in shown.all(f".//{tag}")]
    assert {one.get("id") for one in fields} - labelled == set()


def test_the_first_link_skips_to_the_text(shown):
    assert shown.all(".//body//a")[0].get("href") == "#main"


def test_nothing_unknown_is_shown_as_a_value(shown):
    assert not re.search(r"\b(None|null|nan|undefined)\b|\{\{|\{%", shown.line(".//body"))
