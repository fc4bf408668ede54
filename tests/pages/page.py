"""A page as its reader meets it: what it says, where it leads, what a machine reads in its head."""

from xml.etree.ElementTree import Element

import html5lib
from zeal import zeal_context

from tests.pages.content import misplaced

HIDDEN = {"script", "style", "template", "head"}
# What starts on a line of its own; everything else runs on in its line.
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div"),
    *("dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("header", "hr", "html", "label", "legend", "li", "main", "meter", "nav", "ol", "option"),
    *("p", "picture", "section", "select", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}


def words(element: Element | None) -> str:
    """The words of an element in one line, as a reader sees them; `q` adds its marks."""
    return " ".join("".join(_pieces(element)).split()) if element is not None else ""


def _pieces(element: Element):
    if element.tag in HIDDEN or element.get("aria-hidden") == "true":
        return
    before, after = ("“", "”") if element.tag == "q" else ("", "")
    space = " " if element.tag in BLOCKS or element.tag == "br" else ""
    yield space + before + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield after + space


class Page:
    """A parsed answer. Looks are by tag and attributes, never by the names of classes alone."""

    def __init__(self, response):
        self.response = response
        self.source = response.content.decode()
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(self.source)
        # Whatever a test reads has to be HTML; signs that someone typed are given back as they are.
        faults = [fault for fault in parser.errors if fault[1] != "invalid-codepoint"]
        assert faults + misplaced(self.root) == []
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    def all(self, path: str) -> list[Element]:
        """The elements of an ElementPath such as `.//main//h2`, in the order of the page."""
        return self.root.findall(path)

    def lines(self, path: str) -> list[str]:
        """The words of each element of `path`."""
        return [words(one) for one in self.all(path)]

    def line(self, path: str) -> str:
        """The words of the one element of `path`."""
        (found,) = self.all(path)
        return words(found)

    @property
    def text(self) -> str:
        """All words of the main part."""
        return self.line(".//main")

    @property
    def title(self) -> str:
        return " ".join("".join(self.all(".//title")[0].itertext()).split())

    @property
    def description(self) -> str:
        return self.meta("description")

    def meta(self, name: str) -> str:
        (found,) = self.all(f'.//meta[@name="{name}"]')
        return found.get("content") or ""

    @property
    def canonical(self) -> str:
        (found,) = self.all('.//link[@rel="canonical"]')
        return found.get("href") or ""

    @property
    def alternates(self) -> dict[str, str]:
        """The addresses of `hreflang` in the head, by language."""
        found = self.all('.//head/link[@rel="alternate"][@hreflang]')
        return {one.get("hreflang"): one.get("href") for one in found}

    @property
    def heading(self) -> str:
        return self.line(".//h1")

    @property
    def headings(self) -> list[str]:
        return self.lines(".//main//h2")

    def section(self, name: str) -> str:
        """The words of the section that the heading with the id `name` opens; "" without it."""
        return " ".join(self.lines(f'.//section[@aria-labelledby="{name}"]'))

    def part(self, heading: str) -> str:
        """The words of the innermost section under the heading `heading`; "" without it."""
        for level in ("h2", "h3"):
            for found in self.all(f".//{level}"):
                if words(found) == heading:
                    return words(self.parents[found])
        return ""

    def links(self, inside: str = ".//main") -> dict[str, str]:
        """Where the links lead, by their words."""
        return {words(link): link.get("href") for link in self.all(f"{inside}//a[@href]")}


def read(client, address: str, **options) -> Page:
    """The page at `address`, which must be there and ask the database nothing in a loop."""
    with zeal_context():
        response = client.get(address, **options)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return Page(response)
