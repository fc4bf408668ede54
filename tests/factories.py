"""Rows for tests. Each function makes one real row and says only what the test cares about.

A training and a report are published, people are shown and quotes may be, unless a test says
otherwise. A plain string for a label is English; a mapping of language codes is taken as it is.
"""

import io
import json
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from PIL import Image

import trainings
from trainings.labels import Label, LabelField, LabelTextField
from trainings.models import (
    Appearance,
    Approval,
    Block,
    Country,
    Document,
    Fact,
    GroupCountry,
    Lifecycle,
    Organisation,
    OrganisationRole,
    ParticipantGroup,
    Person,
    Photo,
    Place,
    Point,
    Quote,
    RelatedEvent,
    Report,
    ReportSource,
    ReportText,
    ReportTraining,
    Role,
    Series,
    Session,
    SessionPerson,
    TextState,
    Training,
    TrainingLanguage,
    TrainingOrganisation,
    pick,
)

PUBLISHED_AT = datetime(2024, 5, 1, 9, tzinfo=UTC)
COUNTRIES = Path(trainings.__file__).parent / "data" / "countries.json"
number = count(1)


def label(text) -> Label:
    """A label from English words, from a mapping of language codes, or from a label."""
    if isinstance(text, Label):
        return text
    return Label(dict(text) if isinstance(text, dict) else {"en": text} if text else {})


def make(model, **values):
    """One row of `model`, each column checked as a form would; its labels may be plain words.

    The database checks the rest, which is quicker; what it refuses, the model says in a sentence.
    """
    for field in model._meta.fields:
        if isinstance(field, LabelField | LabelTextField) and field.name in values:
            values[field.name] = label(values[field.name])
    row = model(**values)
    row.clean_fields(exclude=[one.name for one in model._meta.fields if one.is_relation])
    row.clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        row.full_clean()
        raise
    return row


def make_country(code="KZ") -> Country:
    """A seeded country; made anew where a test has emptied the table."""
    found = Country.objects.filter(code=code).first()
    if found:
        return found
    rows = {row["code"]: row for row in json.loads(COUNTRIES.read_text(encoding="utf-8"))}
    return make(Country, **{key: rows[code][key] for key in ("code", "alpha3", "m49", "name")})


def country_or_none(code) -> Country | None:
    return make_country(code) if isinstance(code, str) and code else code or None


def make_series(name="A series", **values) -> Series:
    return make(Series, name=name, **values)


def make_training(title="A training", *, published=True, **values) -> Training:
    """A training that was held; `published=False` is a draft."""
    values.setdefault("lifecycle", Lifecycle.HELD)
    values.setdefault("published_at", PUBLISHED_AT if published else None)
    return make(Training, title=title, **values)


def make_point(training, text="an aim", **values) -> Point:
    values.setdefault("order", next(number))
    return make(Point, training=training, text=text, **values)


def make_training_language(training, language="en", **values) -> TrainingLanguage:
    values.setdefault("order", next(number))
    return make(TrainingLanguage, training=training, language=language, **values)


def make_related_event(training, other=None, *, relation="previous", **values) -> RelatedEvent:
    if other is None:
        values.setdefault("wording", "an earlier meeting")
    return make(RelatedEvent, training=training, other=other, relation=relation, **values)


def make_place(training, country="KZ", **values) -> Place:
    """A place; `country` is a code, a country or None."""
    values.setdefault("order", next(number))
    return make(Place, training=training, country=country_or_none(country), **values)


def make_organisation(name="An organisation", *, country=None, **values) -> Organisation:
    return make(Organisation, name=name, country=country_or_none(country), **values)


def make_organisation_role(training, organisation=None, **values) -> TrainingOrganisation:
    """What an organisation did for a training; organiser unless said otherwise."""
    values.setdefault("role", OrganisationRole.ORGANISER)
    values.setdefault("order", next(number))
    organisation = organisation or make_organisation()
    return make(TrainingOrganisation, training=training, organisation=organisation, **values)


def make_person(name="Aigul Example", **values) -> Person:
    return make(Person, name=name, **values)


def make_appearance(training, person=None, *, organisations=(), country=None, **values):
    """Someone shown at a training; an invited guest unless `roles` says otherwise.

    With `organisation_as_printed` and `person=False` it is an organisation without a person.
    """
    values.setdefault("roles", [Role.INVITED_GUEST])
    values.setdefault("order", next(number))
    if person is None:
        person = make_person()
    row = make(
        Appearance,
        training=training,
        person=person or None,
        country=country_or_none(country),
        **values,
    )
    row.organisations.set(organisations)
    return row


def make_group(training, capacity="participants", *, countries=(), **values) -> ParticipantGroup:
    """A group as reported; `countries` holds codes, or (code, name as published, count)."""
    values.setdefault("order", next(number))
    group = make(ParticipantGroup, training=training, capacity=capacity, **values)
    for order, entry in enumerate(countries):
        code, *rest = (entry,) if isinstance(entry, str) else entry
        make_group_country(
            group, code, order=order, **dict(zip(("as_published", "count"), rest, strict=False))
        )
    return group


def make_group_country(group, country="KZ", **values) -> GroupCountry:
    return make(GroupCountry, group=group, country=country_or_none(country), **values)


def make_fact(organisation=None, *, series=None, **values) -> Fact:
    """A number about an organisation, or about a series."""
    if organisation is None and series is None:
        organisation = make_organisation()
    if values.get("kind") != "statement":
        values.setdefault("value", 35)
    values.setdefault("key", f"fact-{next(number)}")
    values.setdefault("wording", "national volunteers")
    values.setdefault("source", "A newspaper")
    values["country"] = country_or_none(values.get("country"))
    return make(Fact, organisation=organisation, series=series, **values)


def make_session(training, title="A session", **values) -> Session:
    values.setdefault("order", next(number))
    return make(Session, training=training, title=title, **values)


def make_session_person(session, appearance=None, **values) -> SessionPerson:
    appearance = appearance or make_appearance(session.training, roles=[Role.SPEAKER])
    return make(SessionPerson, session=session, appearance=appearance, **values)


def make_quote(training, words="an excellent platform", **values) -> Quote:
    """Words that may be published; nobody is said to have said them unless a test says so."""
    values.setdefault("approval", Approval.PUBLISHED)
    values.setdefault("order", next(number))
    return make(Quote, training=training, words=words, **values)


def make_photo(training, caption="Participants at work", **values) -> Photo:
    """A photograph on record by its caption; give `image=make_picture()` for the picture."""
    values.setdefault("order", next(number))
    return make(Photo, training=training, caption=caption, **values)


def make_document(training=None, title="Agenda", **values) -> Document:
    values.setdefault("order", next(number))
    return make(Document, training=training, title=title, **values)


def make_report(training=None, language="en", *, published=True, **values) -> Report:
    """A report with a text in `language`; `training` may be one, several in a list, or None.

    What belongs to the text (headline, lead, byline) goes to the text, the rest to the report.
    """
    written = {key: values.pop(key) for key in ("headline", "lead", "byline") if key in values}
    values.setdefault("slug", f"report-{next(number)}")
    report = make(Report, **values)
    several = training if isinstance(training, list | tuple) else [training] if training else []
    for order, one in enumerate(several):
        make(ReportTraining, report=report, training=one, order=order)
    make_report_text(report, language, published=published, **written)
    return report


def make_report_text(report, language="en", *, published=True, **values) -> ReportText:
    values.setdefault("headline", "A headline")
    if published:
        values = {"state": TextState.PUBLISHED, "published_at": PUBLISHED_AT, **values}
    return make(ReportText, report=report, language=language, **values)


def make_report_source(report, name="Another newspaper", **values) -> ReportSource:
    return make(ReportSource, report=report, name=name, **values)


def make_block(
    text,
    kind="text",
    *,
    facts=(),
    groups=(),
    photos=(),
    sessions=(),
    documents=(),
    organisations=(),
    **values,
) -> Block:
    """A block of a report's text; a block of text has words unless a test gives them."""
    if kind == "text":
        values.setdefault("body", "What happened.")
    values.setdefault("order", next(number))
    block = make(Block, text=text, kind=kind, **values)
    pick(block, "facts", facts)
    pick(block, "photos", photos)
    pick(block, "documents", documents)
    pick(block, "organisations", organisations)
    block.groups.set(groups)
    block.sessions.set(sessions)
    return block


def make_account(email="someone@example.org", **values):
    """An account; `is_staff` and `is_superuser` make an organizer of it."""
    return get_user_model().objects.create_user(email, **values)


def make_picture(name="picture.jpg", size=(60, 40), colour="#1d6b68", **options):
    """A picture as a browser uploads it; the format follows the ending of `name`."""
    kinds = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
    kind = kinds[name.rsplit(".", 1)[-1].lower()]
    held = io.BytesIO()
    Image.new("RGB", size, colour).save(held, kind, **options)
    return SimpleUploadedFile(name, held.getvalue(), content_type=f"image/{kind.lower()}")
