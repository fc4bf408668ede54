"""What a page says to machines in the words of schema.org (JSON-LD), and only what is known.

Each function gives one thing as a mapping; unknown properties are left out.
"""

import json
from collections.abc import Iterable

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from trainings.atom import in_a_line
from trainings.markdown import plain
from trainings.models import (
    Appearance,
    Lifecycle,
    Organisation,
    OrganisationRole,
    Person,
    Place,
    PlaceMode,
    Role,
    Training,
)
from trainings.sharing.cards import card_of_report, card_of_training
from trainings.story import Story

DESCRIPTION = 300
ATTENDANCE = {
    PlaceMode.IN_PERSON: "Offline",
    PlaceMode.ONLINE: "Online",
    PlaceMode.HYBRID: "Mixed",
}
ORGANISERS = (OrganisationRole.ORGANISER, OrganisationRole.CO_ORGANISER)
# Who is heard at a training; the others came to listen, or were only quoted.
PERFORMING = {
    *(Role.SPEAKER, Role.GUEST_SPEAKER, Role.OPENING_SPEAKER, Role.TRAINER, Role.FACILITATOR),
    *(Role.MODERATOR, Role.OPENED, Role.PRESIDED),
}
# No text may end the element it stands in.
UNSAFE = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def script(*things: dict | None) -> SafeString:
    """The things as a block of data in a page; nothing for none. It is data and never runs."""
    known = [thing for thing in things if thing]
    if not known:
        return mark_safe("")
    graph = {"@context": "https://schema.org", "@graph": known}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


def thing(kind: str, **said) -> dict:
    """A thing of schema.org's type `kind` with the properties that are known."""
    tidy = {
        name: in_a_line(value) if isinstance(value, str) else value for name, value in said.items()
    }
    known = {name: value for name, value in tidy.items() if value not in (None, "", [], {})}
    return {"@type": kind, **known}


def full(address: str) -> str:
    """A public address such as /en/ with the site before it; a whole one stays."""
    return address if address.startswith(("http:", "https:")) else f"{settings.SITE_URL}{address}"


def site() -> dict:
    """The site itself, as the page of news and the search know it."""
    return thing(
        "WebSite",
        name=settings.SITE_NAME,
        url=full(reverse("home")),
        inLanguage=get_language(),
        publisher=publisher(),
    )


def publisher() -> dict:
    return thing(
        "Organization",
        name=settings.SITE_NAME,
        url=f"{settings.SITE_URL}/",
        logo=full(static("img/icon-512.png")),
    )


def trail(steps: Iterable[tuple[object, str]]) -> dict:
    """The way to a page from the front page: names and addresses, the page itself last."""
    items = [
        thing("ListItem", position=number, name=str(name), item=full(address))
        for number, (name, address) in enumerate(steps, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=items)


def event(training: Training) -> dict | None:
    """A training whose first day is known; None for any other, since an Event begins on a day."""
    if training.first_day is None:
        return None
    off = training.lifecycle == Lifecycle.CANCELLED
    mode = ATTENDANCE.get(PlaceMode(training.mode)) if training.mode else None
    return thing(
        "Event",
        name=str(training.title),
        url=full(training.get_absolute_url()),
        description=plain(training.summary or training.description, DESCRIPTION),
        startDate=training.first_day.isoformat(),
        endDate=training.last_day.isoformat() if training.last_day else None,
        eventStatus=f"https://schema.org/Event{'Cancelled' if off else 'Scheduled'}",
        eventAttendanceMode=mode and f"https://schema.org/{mode}EventAttendanceMode",
        location=locations(training),
        image=full(card_of_training(training).address),
        maximumAttendeeCapacity=training.capacity,
        inLanguage=[one.language for one in training.languages.all() if one.use == "delivery"],
        organizer=[
            organisation_named(one.organisation, one.shown_name)
            for one in training.organisation_roles.all()
            if one.role in ORGANISERS
        ],
        performer=[
            person_named(one)
            for one in training.appearances.all()
            if one.is_shown and one.person and PERFORMING.intersection(one.roles)
        ],
    )


def locations(training: Training) -> list[dict]:
    """The places that are known, and the page itself where one can take part from anywhere."""
    places = training.places.all()
    found = [
        place for place in map(location, places) if place["@type"] == "Place" and "name" in place
    ]
    modes = {training.mode, *(place.mode for place in places)}
    if modes & {PlaceMode.ONLINE, PlaceMode.HYBRID}:
        found.append(thing("VirtualLocation", url=full(training.get_absolute_url())))
    return found


def location(place: Place) -> dict:
    address = thing(
        "PostalAddress",
        streetAddress=str(place.address),
        addressLocality=str(place.city),
        addressCountry=place.country.code if place.country else None,
    )
    name = str(place.venue or place.city or place.country or "")
    return thing("Place", name=name, address=address if len(address) > 1 else None)


def organisation_named(organisation: Organisation, name: str) -> dict:
    """An organisation as another thing names it."""
    return thing("Organization", name=name, url=full(organisation.get_absolute_url()))


def person_named(appearance: Appearance) -> dict:
    """A person as a training names her or him, with the title printed there."""
    return thing(
        "Person",
        name=appearance.shown_name,
        jobTitle=appearance.title,
        url=full(appearance.person.get_absolute_url()),
    )


def news_article(story: Story) -> dict:
    """A report. Its date is that of the report where it has one, else when it was published."""
    report, text = story.report, story.text
    cover = report.shown_cover
    written = thing("Person", name=text.byline.strip()) if text.byline.strip() else None
    source = thing("Organization", name=report.source) if report.source else None
    published = report.date or text.published_at
    return thing(
        "NewsArticle",
        headline=story.headline,
        description=plain(text.lead, DESCRIPTION),
        url=full(report.get_absolute_url()),
        mainEntityOfPage=full(report.get_absolute_url()),
        datePublished=published.isoformat() if published else None,
        dateModified=text.last_changed.isoformat() if text.last_changed else None,
        inLanguage=text.language,
        author=written or source or publisher(),
        publisher=publisher(),
        image=[
            full(card_of_report(report).address),
            *([full(cover.url_for(1600))] if cover else []),
        ],
        isBasedOn=report.source_url,
        locationCreated=thing("Place", name=str(report.dateline_place))
        if report.dateline_place
        else None,
        about=[event_in_brief(one) for one in story.trainings if one.first_day],
    )


def event_in_brief(training: Training) -> dict:
    """A training with known days, as a report on it names it."""
    return thing(
        "Event",
        name=str(training.title),
        url=full(training.get_absolute_url()),
        startDate=training.first_day.isoformat(),
        location=locations(training),
    )


def person(person: Person) -> dict:
    others = dict.fromkeys((person.native_name, person.latin_name))
    return thing(
        "Person",
        name=person.name,
        honorificPrefix=person.honorific,
        alternateName=[in_a_line(name) for name in others if name and name != person.name],
        url=full(person.get_absolute_url()),
        description=plain(person.biography, DESCRIPTION),
        image=full(person.shown_photo.url_for(480)) if person.shown_photo else None,
    )


def organisation(organisation: Organisation) -> dict:
    country = organisation.country
    return thing(
        "Organization",
        name=str(organisation.name),
        alternateName=organisation.acronym,
        url=full(organisation.get_absolute_url()),
        sameAs=organisation.website,
        description=plain(organisation.description, DESCRIPTION),
        logo=full(organisation.logo.url_for(480)) if organisation.logo else None,
        address=thing("PostalAddress", addressCountry=country.code) if country else None,
    )
