"""Trainings with places, sessions, people, organisations, reports and facts."""

import datetime as dt

from crowd.names import COUNTRIES, FAMILY, GIVEN
from crowd.rows import FIRST


def named(words: str, n: int):
    """A label in two languages."""
    from trainings.labels import Label

    return Label({"en": f"{words} {n}", "ru": f"{words} {n}"})


def make_record(number: int) -> list[int]:
    """Trainings with places, sessions, people, organisations, reports and facts."""
    rows = make_trainings(number)
    make_parts(rows)
    make_persons(rows)
    make_offices(number)
    make_reports(rows)
    return [row.pk for row in rows]


def make_trainings(number: int) -> list:
    from django.utils.timezone import now

    from trainings.models import Series, Training

    series = [Series(name=named("Series", n), slug=f"series-{n}") for n in range(number // 20 + 1)]
    Series.objects.bulk_create(series)
    return Training.objects.bulk_create(
        Training(
            pk=FIRST + n,
            title=named("Volunteers for clean water", n),
            slug=f"clean-water-{n}",
            series=series[n % len(series)],
            lifecycle=stage_of(n),
            date_precision="days",
            start_date=(first := first_day(n)),
            end_date=first + dt.timedelta(days=2),
            capacity=50 + 8_000 // (1 + n),
            published_at=now(),
        )
        for n in range(number)
    )


def make_parts(trainings: list) -> None:
    """A place, six sessions and a group for each training."""
    from trainings.models import ParticipantGroup, Place, Session

    codes = list(COUNTRIES)
    every = list(enumerate(trainings))
    Place.objects.bulk_create(
        Place(training=row, country_id=codes[n % len(codes)], city=named("Osh", n))
        for n, row in every
    )
    Session.objects.bulk_create(
        Session(training=row, title=named("Session", each), date=row.start_date, order=each)
        for _n, row in every
        for each in range(6)
    )
    ParticipantGroup.objects.bulk_create(
        ParticipantGroup(training=row, capacity=named("participants", n), count=40)
        for n, row in every
    )


def make_persons(trainings: list) -> None:
    """Three people for each training."""
    from trainings.models import Appearance, Person

    people = Person.objects.bulk_create(
        Person(name=f"{GIVEN[n % 18]} {FAMILY[n % 15]} {n}", slug=f"person-{n}")
        for n in range(3 * len(trainings))
    )
    Appearance.objects.bulk_create(
        Appearance(
            training=trainings[n % len(trainings)],
            person=person,
            roles=["trainer"],
            country_id="KG",
        )
        for n, person in enumerate(people)
    )


def make_offices(number: int) -> None:
    """Organisations, each with a fact."""
    from trainings.models import Fact, Organisation

    codes = list(COUNTRIES)
    offices = Organisation.objects.bulk_create(
        Organisation(name=named("Office", n), slug=f"office-{n}", country_id=codes[n % len(codes)])
        for n in range(number)
    )
    Fact.objects.bulk_create(
        Fact(organisation=one, key=f"fact-{n}", value=n, wording=named("so many", n), source="it")
        for n, one in enumerate(offices)
    )


def make_reports(trainings: list) -> None:
    """A report in two languages for each training."""
    from django.utils.timezone import now

    from trainings.models import Report, ReportText, ReportTraining

    reports = Report.objects.bulk_create(
        Report(slug=f"report-{n}", date=now()) for n in range(len(trainings))
    )
    ReportTraining.objects.bulk_create(
        ReportTraining(report=report, training=row)
        for report, row in zip(reports, trainings, strict=True)
    )
    ReportText.objects.bulk_create(
        ReportText(report=report, language=language, headline=f"Water {n}", lead="What was done.")
        for n, report in enumerate(reports)
        for language in ("en", "ru")
    )


def stage_of(n: int) -> str:
    return "open" if n % 25 == 0 else "planned" if n % 25 == 3 else "reported"


def first_day(n: int) -> dt.date:
    """Trainings to come begin in the next months; the others over the last twelve years."""
    today = dt.date.today()  # noqa: DTZ011
    if stage_of(n) != "reported":
        return today + dt.timedelta(days=20 + n % 90)
    return today - dt.timedelta(days=10 + n * 131 % 4_400)
