"""The part of schema.org that the site speaks, by which the tests judge its pages.

Types, their properties and what each may hold: https://schema.org/docs/full.html (version 29). What
search engines ask for: https://developers.google.com/search/docs/appearance/structured-data
"""

import json
import re
from datetime import date, datetime
from html import unescape

TEXT, URL, NUMBER, MOMENT, LANGUAGE = "Text", "URL", "Number", "DateTime", "Language"
THING = {
    "name": {TEXT},
    "alternateName": {TEXT},
    "description": {TEXT},
    "url": {URL},
    "sameAs": {URL},
    "image": {URL},
    "mainEntityOfPage": {URL},
}
TYPES = {
    "WebSite": {**THING, "inLanguage": {LANGUAGE}, "publisher": {"Organization"}},
    "Event": {
        **THING,
        "startDate": {MOMENT},
        "endDate": {MOMENT},
        "eventStatus": {"EventScheduled", "EventCancelled"},
        "eventAttendanceMode": {
            f"{mode}EventAttendanceMode" for mode in ("Offline", "Online", "Mixed")
        },
        "location": {"Place", "VirtualLocation"},
        "maximumAttendeeCapacity": {NUMBER},
        "inLanguage": {LANGUAGE},
        "organizer": {"Organization", "Person"},
        "performer": {"Person"},
    },
    "NewsArticle": {
        **THING,
        "headline": {TEXT},
        "datePublished": {MOMENT},
        "dateModified": {MOMENT},
        "inLanguage": {LANGUAGE},
        "author": {"Person", "Organization"},
        "publisher": {"Organization"},
        "isBasedOn": {URL},
        "locationCreated": {"Place"},
        "about": {"Event"},
    },
    "Person": {**THING, "honorificPrefix": {TEXT}, "jobTitle": {TEXT}},
    "Organization": {**THING, "logo": {URL}, "address": {"PostalAddress"}},
    "Place": {**THING, "address": {"PostalAddress"}},
    "VirtualLocation": THING,
    "PostalAddress": {
        "streetAddress": {TEXT},
        "addressLocality": {TEXT},
        "addressCountry": {"Country"},
    },
    "BreadcrumbList": {"itemListElement": {"ListItem"}},
    "ListItem": {"position": {NUMBER}, "name": {TEXT}, "item": {URL}},
}
REQUIRED = {
    "WebSite": {"name", "url"},
    "Event": {"name", "startDate"},
    "NewsArticle": {"headline", "datePublished", "author", "image", "inLanguage"},
    "Person": {"name"},
    "Organization": {"name"},
    "Place": {"name"},
    "VirtualLocation": {"url"},
    "PostalAddress": {"addressCountry"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
MARKUP = re.compile(r"<[a-z/]|&[a-z]+;")


def things(page) -> dict[str, dict]:
    """The things a page tells of, each valid, by type; nothing for a page that tells none."""
    found = SCRIPT.findall(page.source)
    if not found:
        return {}
    (text,) = found
    assert not set("<>&") & set(text)
    told = json.loads(text)
    assert set(told) == {"@context", "@graph"}
    assert told["@context"] == "https://schema.org"
    for one in told["@graph"]:
        check(one)
    return {one["@type"]: one for one in told["@graph"]}


def check(thing: dict) -> None:
    """Whether a thing has what its type needs, and nothing that its type does not know."""
    kind = thing["@type"]
    said = {name: value for name, value in thing.items() if name != "@type"}
    assert set(said) <= set(TYPES[kind]), kind
    assert set(said) >= REQUIRED[kind], kind
    for name, value in said.items():
        values = value if isinstance(value, list) else [value]
        assert values
        for one in values:
            assert kinds_of(one) & TYPES[kind][name], f"{kind}.{name}: {one}"
            if isinstance(one, dict):
                check(one)
    if kind == "BreadcrumbList":
        positions = [step["position"] for step in said["itemListElement"]]
        assert positions == list(range(1, len(positions) + 1))
    if "endDate" in said:
        assert said["startDate"] <= said["endDate"]


def kinds_of(value) -> set[str]:
    """What a value may pass for."""
    if isinstance(value, dict):
        return {value["@type"]}
    if isinstance(value, int):
        return {NUMBER}
    assert value == " ".join(value.split()) != ""
    assert not CONTROLS.search(value)
    assert not MARKUP.search(value)
    assert unescape(value) == value
    if value.startswith("https://schema.org/"):
        return {value.removeprefix("https://schema.org/")}
    if re.match("https?://", value):
        return {URL}
    kinds = {TEXT}
    if re.fullmatch("[A-Z]{2}", value):
        kinds.add("Country")
    if re.fullmatch("[a-z]{2,3}(-[A-Za-z]+)*", value):
        kinds.add(LANGUAGE)
    if is_moment(value):
        kinds.add(MOMENT)
    return kinds


def is_moment(text: str) -> bool:
    """A date, or a moment that says its zone, by ISO 8601."""
    try:
        date.fromisoformat(text)
    except ValueError:
        try:
            return datetime.fromisoformat(text).tzinfo is not None
        except ValueError:
            return False
    return True
