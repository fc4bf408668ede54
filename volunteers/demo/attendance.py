"""Who came to two trainings of the demo: one that was held, and one that is held just now."""

import datetime as dt
from pathlib import Path

import yaml
from django.utils import timezone
from django.utils.text import slugify

from trainings.labels import Label
from trainings.models import Country, Lifecycle, Training
from trainings.zones import clock_of
from volunteers.models import Actor, Attendance, Mark, Registration, Source, State, User
from volunteers.services.attendance import Part, today
from volunteers.services.completion import override
from volunteers.services.moves import walk
from volunteers.services.people import take_over
from volunteers.services.registration import begin, place_for
from volunteers.services.sheets import write_down

LABELS = ("title", "kind", "summary")
MARKED = dt.time(9, 5)


def load(path: Path, organizer: User) -> None:
    """Seat everyone of the file at `path` in both trainings, and mark the days they were there."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    held = Training.objects.get(slug=told["held"])
    now_held = training_of_now(**told["now"])
    for one in told["people"]:
        seat(held, organizer, one, one["saturdays"])
        seat(now_held, organizer, one, one["evenings"])


def training_of_now(*, days: list[int], **values) -> Training:
    """The training that is held just now; `days` are the first and last, counted from today."""
    for name in LABELS:
        values[name] = Label(values[name])
    row = Training(**values, lifecycle=Lifecycle.CLOSED, date_precision="days")
    first, last = (today(row) + dt.timedelta(days=n) for n in days)
    row.start_date, row.end_date = first, last
    row.full_clean()
    row.save()
    return row


def seat(training: Training, organizer: User, told: dict, pattern: str) -> None:
    """Someone with a seat in `training`, who was there on the days where `pattern` has a 1."""
    name = told.get("latin_name") or told["name"]
    email = f"{slugify(name).replace('-', '.')}@example.org"
    registration = place_for(training, email, "ru")
    columns = {column: told[column] for column in Registration.COLUMNS if column in told}
    country = Country.objects.get(pk=told["country"])
    registration.describe({**columns, "country": country, "nationality": country})
    registration.language = "ru"
    begin(registration, by=None)
    walk(registration, State.CONFIRMED, actor=Actor.VOLUNTEER)
    take_over(registration)
    walk(registration, State.APPROVED, actor=Actor.ORGANIZER, by=organizer)
    days = training.every_day
    there = [Part(day) for day, sign in zip(days, pattern, strict=False) if sign == "1"]
    rows = Registration.objects.filter(pk=registration.pk)
    cells = [(registration.pk, part) for part in there]
    write_down(rows, training, here=cells, by=organizer, source=Source.PAPER)
    set_back(registration, days[0])
    if "reason" in told and pattern == told["saturdays"]:
        override(registration, completed=True, reason=told["reason"], by=organizer)


def set_back(registration: Registration, first: dt.date) -> None:
    """Let the form be sent a month before the training, and each mark be made in the morning."""
    clock = clock_of(registration.training.time_zone)
    sent = dt.datetime.combine(first - dt.timedelta(days=30), MARKED, clock)
    for number, move in enumerate(registration.moves.all()):
        registration.moves.filter(pk=move.pk).update(at=sent + number * dt.timedelta(days=1))
    Registration.objects.filter(pk=registration.pk).update(
        submitted_at=sent, confirmed_at=sent, decided_at=sent + dt.timedelta(days=2)
    )
    for model in (Attendance, Mark):
        for row in model.objects.filter(registration=registration):
            moment = dt.datetime.combine(row.day, MARKED, clock)
            model.objects.filter(pk=row.pk).update(marked_at=min(moment, timezone.now()))
