"""Rows about volunteers for tests, made as those of `tests.factories` are."""

from django.utils.timezone import now

from tests.factories import (
    country_or_none,
    make,
    make_account,
    make_country,
    make_training,
    number,
)
from trainings.models import Lifecycle, Training
from volunteers.models import (
    Attendance,
    Call,
    Option,
    Question,
    Quota,
    Registration,
    Source,
    State,
    Volunteer,
)


def make_volunteer(email=None, **values) -> Volunteer:
    """A volunteer with a proven address."""
    values.setdefault("name", "Zebo Example")
    country = country_or_none(values.pop("country", "TJ"))
    return make(
        Volunteer,
        user=make_account(email or f"person-{next(number)}@example.org"),
        country=country,
        **values,
    )


def make_call(training, *, countries=(), **values) -> Call:
    row = make(Call, training=training, **values)
    row.countries.set([make_country(code) for code in countries])
    return row


def make_open_training(title="An open training", *, capacity=20, **values) -> Training:
    """A training that takes registrations; its call's words may be given too."""
    values.setdefault("lifecycle", Lifecycle.OPEN)
    names = {field.name for field in Call._meta.get_fields()} - {"training", "id"}
    call = {key: values.pop(key) for key in list(values) if key in names}
    training = make_training(title, capacity=capacity, **values)
    make_call(training, **call)
    return training


def make_quota(training, country=None, **values) -> Quota:
    return make(Quota, training=training, country=country_or_none(country), **values)


def make_question(training, label="A question?", *, options=(), only_countries=(), **values):
    """A question; `options` are the labels to choose from."""
    values.setdefault("order", next(number))
    row = make(Question, training=training, label=label, **values)
    row.only_countries.set([make_country(code) for code in only_countries])
    for order, option in enumerate(options):
        make(Option, question=row, label=option, order=order)
    return row


def make_registration(training=None, volunteer=None, *, state=State.CONFIRMED, **values):
    """A registration that waits for a decision, unless `state` says otherwise."""
    training = training or make_open_training()
    volunteer = volunteer or make_volunteer(country=values.get("country", "TJ"))
    values = {**volunteer.described(), **values}
    values["country"] = country_or_none(values["country"])
    moment = values.pop("at", None) or now()
    if state != State.SUBMITTED:
        values.setdefault("confirmed_at", moment)
    if state == State.WAITLISTED:
        values.setdefault("waitlisted_at", moment)
    values.setdefault("category", "national")
    return make(Registration, training=training, volunteer=volunteer, state=state, **values)


def make_attendance(registration, *days, session=None, **values) -> None:
    """`registration` was there on each of the `days`, written as 2027-04-22."""
    values.setdefault("source", Source.DESK)
    for day in days:
        make(Attendance, registration=registration, day=day, session=session, **values)
