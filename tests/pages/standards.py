"""Judging what the site writes for machines by the standards themselves."""

from functools import cache
from pathlib import Path

from icalendar import Calendar
from lxml import etree

GRAMMARS = Path(__file__).resolve().parent / "grammars"
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def grammar(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMARS / f"{name}.rng"))


def valid_xml(content: bytes, name: str):
    """The root of an XML document that the grammar `name` allows."""
    root = etree.fromstring(content)
    grammar(name).assertValid(root)
    return root


def valid_feed(content: bytes):
    """The root of an Atom feed: RFC 4287, its grammar and what its words add."""
    root = valid_xml(content, "atom")
    identities = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(identities) == len(set(identities))
    assert [one.get("rel") for one in root.findall(f"{ATOM}link")].count("self") == 1
    for holder in (root, *root.iter(f"{ATOM}entry")):
        kinds = [
            (one.get("type", "text/html"), one.get("hreflang"))
            for one in holder.findall(f"{ATOM}link")
            if one.get("rel", "alternate") == "alternate"
        ]
        assert kinds
        assert len(kinds) == len(set(kinds))
        assert len(holder.findall(f"{ATOM}author")) == 1 or holder is not root
        assert all(one.get("href").startswith("http") for one in holder.findall(f"{ATOM}link"))
    return root


def valid_calendar(content: bytes) -> Calendar:
    """The calendar of an iCalendar file: RFC 5545, and the same again when written anew."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")[:-1]
    assert all(line and len(line) <= 75 and b"\n" not in line for line in lines)
    assert all(line.decode() for line in lines)  # no letter is cut in two
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar.get_missing_tzids() == set()
    events = calendar.walk("VEVENT")
    for event in events:
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert str(event["DTSTAMP"].to_ical(), "ascii").endswith("Z")
        assert "DTEND" not in event or type(event.start) is type(event.end)
        assert event.end >= event.start
    assert len({event["UID"] for event in events}) == len(events)
    assert Calendar.from_ical(calendar.to_ical()) == calendar
    return calendar
