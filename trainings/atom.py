"""Atom (RFC 4287) as we write it: what Django's writer leaves out, and nothing XML cannot hold."""

from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from config.inputs import without_controls

HTML, ATOM = "text/html", "application/atom+xml"


def writable(text: object) -> str:
    """The text without the signs that XML, iCalendar or HTML can't hold; pasted ones have some."""
    return without_controls(str(text))


def in_a_line(text: object) -> str:
    """The text where only one line may stand."""
    return " ".join(writable(text).split())


class Writer(SimplerXMLGenerator):
    """Leaves out what would make the whole feed unreadable."""

    def characters(self, content):
        super().characters(writable(content))

    def startElement(self, name, attrs):
        known = {key: writable(value) for key, value in attrs.items()}
        super().startElement(name, AttributesImpl(known))


class Atom(Atom1Feed):
    """A feed with summaries, contents, labelled categories, and its twins in other languages.

    A feed takes `languages`, an entry `languages`, `language`, `summary`, `content`, `base`,
    `labels` and `via`: see `trainings.feeds`.
    """

    def write(self, outfile, encoding):
        handler = Writer(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        add_twins(handler, self.feed["languages"], ATOM)

    def item_attributes(self, item):
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        add_twins(handler, item["languages"], HTML)
        if item["via"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": item["via"]})
        for term, scheme, label in item["labels"]:
            told = {"term": term, "scheme": scheme, "label": label}
            handler.addQuickElement("category", "", told)
        if item["summary"]:
            handler.addQuickElement("summary", item["summary"], {"type": "text"})
        # Without a summary an entry needs a content, even an empty one.
        kind = {"type": "html", "xml:base": item["base"]}
        handler.addQuickElement("content", item["content"], kind)


def add_twins(handler, addresses: dict[str, str], kind: str) -> None:
    """The same in other languages: addresses of the media type `kind` by language."""
    for code, address in addresses.items():
        twin = {"rel": "alternate", "type": kind, "hreflang": code, "href": address}
        handler.addQuickElement("link", "", twin)
