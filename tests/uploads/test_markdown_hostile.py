"""Whatever is typed, only the tags, attributes and schemes we chose reach a page."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.uploads.hostile import CORPUS, MARKUP
from trainings.markdown import CLEANER, MAX_LENGTH, plain, render

TAGS = {
    *("p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {("a", "href"), ("a", "title"), ("a", "rel"), ("ol", "start")}
ATTRIBUTES |= {("th", "class"), ("td", "class")}


def faults(page):
    """What a browser would find in `page` that we never allow."""
    found = []
    parsed = html5lib.parseFragment(str(page), namespaceHTMLElements=False)
    for element in parsed.iter():
        if element is parsed:
            continue
        if element.tag not in TAGS:
            found.append(element.tag)
        found += [
            (element.tag, key) for key in element.attrib if (element.tag, key) not in ATTRIBUTES
        ]
        found += {*element.get("class", "").split()} - {"end", "middle"}
        address = element.get("href", "/").strip().lower()
        if ":" in address.split("/")[0] and not address.startswith(("http:", "https:", "mailto:")):
            found.append(address)
    return found


def test_the_judge_finds_faults():
    assert faults("<p onclick=x><script>x</script><a href=' JAVAscript:x'>x</a><!-- x -->") != []
    assert faults("<a href='data:x'>x</a>") == ["data:x"]
    assert faults("<table><td class='end total'>x</td></table>") == ["total"]
    assert faults("<p>x <a href='https://example.org' rel='nofollow'>x</a></p>") == []


@pytest.mark.parametrize("text", CORPUS)
def test_nothing_hostile_reaches_a_page(text):
    assert faults(render(text)) == []


@pytest.mark.parametrize("text", CORPUS)
def test_nothing_hostile_reaches_it_in_the_middle_of_a_text(text):
    assert faults(render(f"*Salem* [a\n\n{text}\n\n- b **c {text} `d")) == []


@pytest.mark.parametrize("text", MARKUP)
def test_nothing_hostile_reaches_it_in_a_text_too_long_to_be_rendered(text):
    page = render(text + " x" * MAX_LENGTH)
    assert len(page) > MAX_LENGTH
    assert faults(page) == []


@pytest.mark.parametrize("text", CORPUS)
def test_the_last_gate_alone_would_hold(text):
    assert faults(CLEANER.clean(text)) == []


@pytest.mark.parametrize("text", [text for text in MARKUP[:40] if "\n" not in text])
def test_what_was_typed_as_html_is_shown_as_typed(text):
    shown = "".join(html5lib.parseFragment(render(text)).itertext())
    assert shown.split() == text.split()


PIECES = st.sampled_from(
    [
        *CORPUS,
        *"[]()<>!*_`#>-|\\\"'&;:\n\t \x00",
        "](",
        "](javascript:",
        "<a href=",
        "```",
        "&#",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=300))
def test_no_mixture_of_pieces_does_it_either(text):
    assert faults(render(text)) == []
    assert len(plain(text)) <= 160


NESTED = {
    "quotes": ">" * 10_000 + " end",
    "quotes with spaces": "> " * 10_000 + "end",
    "brackets": "[" * 10_000,
    "brackets closed": "[" * 5_000 + "x" + "]" * 5_000,
    "links in links": "[a](" * 10_000,
    "pictures": "![" * 10_000,
    "lists": "- " * 10_000 + "end",
    "deep list": "".join(f"{'  ' * depth}- x\n" for depth in range(250)),
    "stars": "*" * 10_000 + "x",
    "stars open": "*a " * 10_000,
    "stars mixed": "*_" * 10_000,
    "stars inside": "a**b" * 10_000,
    "ticks": "".join("e" + "`" * count for count in range(200)),
    "angles": "<a " * 10_000,
    "comments": "<!--" * 10_000,
    "ampersands": "&" * 10_000,
    "backslashes": "\\" * 10_001,
    "wide table": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|x|\n" * 1000,
    "definitions": "[a]: /x\n" * 5_000 + "[a]" * 5_000,
    "headings": "#" * 10_000,
    "nothing": "\x00" * 10_000,
    "one word": "x" * MAX_LENGTH,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_depth_brings_nothing_down(text):
    page = render(text)
    assert faults(page) == []
    assert len(page) < 1_000_000
