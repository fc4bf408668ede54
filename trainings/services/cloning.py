"""The record of a new training made from an earlier one: what was planned, never what became of it.

Nothing about people is taken over: no appearances, figures, quotes, photos, documents or reports.
"""

import datetime as dt
from typing import TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from trainings.labels import Label
from trainings.models import (
    Lifecycle,
    Place,
    Point,
    PointKind,
    Session,
    Training,
    TrainingLanguage,
    TrainingOrganisation,
)
from trainings.models.dates import Dated, Precision
from trainings.services.publish import logged
from trainings.services.refusal import NotAllowed

Row = TypeVar("Row", bound=models.Model)

# Every column of a training is either taken over, given anew, or left; so is all that hangs on it.
TAKEN = {
    "kind",
    "slogan",
    "summary",
    "description",
    "audience",
    "practical",
    "contact",
    "series",
    "programme",
    "mode",
    "time_zone",
    "wording_language",
    "sdg_framework",
    "sdg_goals",
    "capacity",
}
ANEW = {"title", "slug", "lifecycle", "search_key", "sort_date", "changed_at"}
DATES = {field.name for field in Dated._meta.get_fields()}
LEFT = {
    # what a source said of the earlier one
    "edition_number",
    "edition_wording",
    "duration_wording",
    "guest_list_is_partial",
    # pictures, for people may be on them
    "cover",
    "cover_alt",
    "cover_credit",
    # said anew for each
    "registration_opens_at",
    "registration_closes_at",
    "published_at",
    "desk_note",
}
TAKEN_RELATIONS = {"places", "sessions", "organisation_roles", "points", "languages"}
LEFT_RELATIONS = {
    "appearances",
    "groups",
    "quotes",
    "photos",
    "documents",
    "reports",
    "report_links",
    "related_events",
    "related_from",
}
# What hangs on the parts that are taken over, and is left.
LEFT_OF_PARTS: dict[type[models.Model], set[str]] = {
    Session: {"people", "groups", "materials", "blocks"},
    Place: {"sessions", "groups"},  # its sessions come with the training
    Point: set(),
    TrainingLanguage: set(),
    TrainingOrganisation: set(),
}
# Points that say what is planned; the others tell what came of it.
PLANNED_POINTS = (PointKind.OBJECTIVE, PointKind.TOPIC, PointKind.METHOD)


@transaction.atomic
def clone_record(
    source: Training, *, title: Label, first_day: dt.date, by, slug: str = ""
) -> Training:
    """A draft of a new training like `source`, whose days and agenda begin on `first_day`.

    Raises NotAllowed where another training has the address `slug`.
    """
    if slug and Training.objects.filter(slug=slug).exists():
        raise NotAllowed(_("Another training has this address. Choose another one."))
    shift = shift_to(source, first_day)
    training = Training(title=title, slug=slug, lifecycle=Lifecycle.PLANNED)
    for name in TAKEN:
        setattr(training, name, getattr(source, name))
    set_dates(training, dates_moved(source, shift) or first_alone(first_day))
    training.save()
    places = copy_places(source, training, shift)
    for session in source.sessions.order_by("pk"):
        moved = {"date": day_moved(session.date, shift), "place": places.get(session.place_id)}
        save_copy(session, training=training, end_date=day_moved(session.end_date, shift), **moved)
    for role in source.organisation_roles.all():
        save_copy(role, training=training, as_printed="")  # printed of the earlier one
    for row in [*source.points.filter(kind__in=PLANNED_POINTS), *source.languages.all()]:
        save_copy(row, training=training)
    return logged(training, by, _("Made from “%(title)s”.") % {"title": source.title})


def shift_to(source: Training, first_day: dt.date) -> dt.timedelta:
    """How far the days move: from the first known one, or that of the agenda, to `first_day`."""
    dated = source.sessions.filter(date__isnull=False)
    begins = source.first_day or dated.aggregate(first=models.Min("date"))["first"]
    return first_day - begins if begins else dt.timedelta()


def day_moved(day: dt.date | None, shift: dt.timedelta) -> dt.date | None:
    return day + shift if day else None


def dates_moved(dated: Dated, shift: dt.timedelta) -> dict:
    """The dates of a training or place, moved; {} where they are not known to the day."""
    if dated.date_precision == Precision.DAYS:
        start, end = dated.start_date, dated.end_date
        return {
            "date_precision": Precision.DAYS,
            "start_date": day_moved(start, shift),
            "end_date": day_moved(end, shift),
        }
    if dated.date_precision == Precision.LIST:
        return {
            "date_precision": Precision.LIST,
            "days": [(day + shift).isoformat() for day in dated.listed_days],
        }
    return {}


def first_alone(first_day: dt.date) -> dict:
    """Dates of which only the first is known."""
    return {"date_precision": Precision.DAYS, "start_date": first_day}


def set_dates(dated: Dated, dates: dict) -> None:
    for name, value in dates.items():
        setattr(dated, name, value)


def copy_places(
    source: Training, training: Training, shift: dt.timedelta
) -> dict[int | None, Place]:
    """The places of `source` for `training`, by the keys of those they are copied from.

    Dates of a place that are not known to the day are left: they were those of the earlier one.
    """
    undated = {field.name: field.get_default() for field in Dated._meta.fields}
    return {
        place.pk: save_copy(place, training=training, **{**undated, **dates_moved(place, shift)})
        for place in source.places.all()
    }


def save_copy(row: Row, **other) -> Row:
    """A saved copy of `row` that differs in `other`; what hangs on it is not copied."""
    columns = [column.name for column in row._meta.concrete_fields if not column.primary_key]
    values = {name: getattr(row, name) for name in columns}
    copy = type(row)(**{**values, **other})
    copy.save()
    return copy
