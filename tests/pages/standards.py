"""Judging what the site writes for machines by the standards themselves."""

import re
from datetime import datetime
from functools import cache
from pathlib import Path

from icalendar import Calendar
from lxml import etree

GRAMMARS = Path(__file__).resolve().parent / "grammars"
ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 5545, 3.1: what no line may hold but for tabs.
CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


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
        assert holder.findtext(f"{ATOM}title").strip()
    changes = [moment(one, "updated") for one in root.findall(f"{ATOM}entry")]
    for entry, changed in zip(root.findall(f"{ATOM}entry"), changes, strict=True):
        assert moment(entry, "published") <= changed
    assert not changes or moment(root, "updated") == max(changes)
    return root


def moment(element, name: str) -> datetime:
    """A moment of Atom, which says its zone."""
    found = datetime.fromisoformat(element.findtext(f"{ATOM}{name}"))
    assert found.tzinfo
    return found


def valid_calendar(content: bytes) -> Calendar:
    """The calendar of an iCalendar file: RFC 5545, and the same again when written anew."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")[:-1]
    assert all(line and len(line) <= 75 and not CONTROLS.search(line) for line in lines)
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
        for name in {"DTSTART", "DTEND"} & set(event):
            check_zone(calendar, event[name])
    assert len({event["UID"] for event in events}) == len(events)
    assert Calendar.from_ical(calendar.to_ical()) == calendar
    return calendar


def check_zone(calendar: Calendar, moment) -> None:
    """Whether the file's own rules for a zone give a moment the offset that the zone has."""
    for zone in calendar.timezones:
        if zone.tz_name == moment.params.get("TZID"):
            told = zone.to_tz(lookup_tzid=False)
            assert moment.dt.replace(tzinfo=told).utcoffset() == moment.dt.utcoffset()
