"""The arithmetic of attendance as the database does it, for `RegistrationQuerySet`.

`volunteers.services.completion` says the same of one registration, with its sum in words.
"""

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Length, NullIf, Replace, StrIndex

from trainings.models import Session, Training
from trainings.models.agenda import SessionKind
from trainings.models.dates import Precision
from volunteers.models.attendance import Attendance, AttendanceRule


class DaysFromTo(Func):
    """How many days there are from one date to another, both counted: (last, first)."""

    output_field = IntegerField()
    arg_joiner = " - "
    template = "(%(expressions)s + 1)"

    def as_sqlite(self, compiler, connection, **context):
        days = self.copy()
        days.set_source_expressions(
            [Func(one, function="JULIANDAY") for one in self.get_source_expressions()]
        )
        template = "CAST(%(expressions)s + 1 AS INTEGER)"
        return super(DaysFromTo, days).as_sql(compiler, connection, template=template, **context)


def how_many(rows: QuerySet, of="pk") -> Subquery:
    """How many different `of` there are among `rows`, as a column of the query around them."""
    # Not Count: that would group the rows first.
    counted = Func(of, template="COUNT(DISTINCT %(expressions)s)", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(number=counted).values("number"))


def days_held() -> Case:
    """How many days the training of a registration has; NULL where they are not known."""
    days = F("training__days")
    without_gaps = Length(Replace(days, Value(" "), Value("")), output_field=IntegerField())
    return Case(
        When(
            training__date_precision=Precision.DAYS,
            training__end_date__isnull=False,
            then=DaysFromTo(F("training__end_date"), F("training__start_date")),
        ),
        # `SeveralField` keeps its words with a gap before, between and after them.
        When(
            training__date_precision=Precision.LIST,
            then=Length(days, output_field=IntegerField()) - without_gaps - 1,
        ),
        output_field=IntegerField(),
    )


def days_there() -> Case:
    """On how many days of the training someone was marked.

    A day that is none of the training's any more does not count.
    """
    rows = Attendance.objects.filter(registration=OuterRef("pk"))
    first, last = OuterRef("training__start_date"), OuterRef("training__end_date")
    place = StrIndex(OuterRef("training__days"), Cast("day", CharField()))
    listed = rows.annotate(place=place).filter(place__gt=0)
    return Case(
        When(
            training__date_precision=Precision.DAYS,
            training__end_date__isnull=False,
            then=how_many(rows.filter(day__range=(first, last)), "day"),
        ),
        When(training__date_precision=Precision.LIST, then=how_many(listed, "day")),
        default=how_many(rows, "day"),
        output_field=IntegerField(),
    )


def where_taken(number: Case, registrations: QuerySet) -> Case:
    """`number`, but NULL where nobody of the training was ever marked.

    Looks for that only in the trainings of `registrations`, which the column is asked for.
    """
    asked = Training.objects.filter(pk__in=registrations.order_by().values("training"))
    marks = Attendance.objects.filter(registration__training=OuterRef("pk"))
    taken = asked.filter(Exists(marks)).order_by().values("pk")
    return Case(When(training__in=taken, then=number), output_field=IntegerField())


def counted_sessions(**of) -> QuerySet:
    """Sessions that attendance is counted in: those with a day, but for breaks."""
    return Session.objects.filter(date__isnull=False, **of).exclude(kind=SessionKind.BREAK)


def beginning(prefix: str = "") -> Case:
    """What sessions that run side by side have in common: nobody can sit in two of them."""
    moment = Concat(
        Cast(f"{prefix}date", CharField()), Value(" "), Cast(f"{prefix}start_time", CharField())
    )
    return Case(
        When(**{f"{prefix}start_time__isnull": False}, then=moment),
        default=Cast(f"{prefix}pk", CharField()),
        output_field=CharField(),
    )


def parts_held() -> Case:
    """How many days, or sessions where the training counts those; NULL where nobody knows."""
    sessions = how_many(counted_sessions(training=OuterRef("training")), beginning())
    return Case(
        When(training__attendance_rule__by_session=True, then=NullIf(sessions, 0)),
        default=days_held(),
    )


def parts_there() -> Case:
    """In how many of `parts_held` someone was marked."""
    rows = Attendance.objects.filter(
        registration=OuterRef("pk"),
        session__in=counted_sessions(training=OuterRef(OuterRef("training"))),
    )
    sessions = how_many(rows, beginning("session__"))
    return Case(
        When(training__attendance_rule__by_session=True, then=sessions), default=days_there()
    )


def share_asked() -> Coalesce:
    """The share to attend, in per cent."""
    return Coalesce("training__attendance_rule__share", AttendanceRule.USUAL_SHARE)


def days(registrations: QuerySet) -> dict:
    """What `with_days` adds, by its name."""
    return {"days_held": days_held(), "days_attended": where_taken(days_there(), registrations)}


def parts(registrations: QuerySet) -> dict:
    """What `with_parts` adds, by its name."""
    return {
        "parts_held": parts_held(),
        "parts_attended": where_taken(parts_there(), registrations),
        "share_asked": share_asked(),
        "is_said": F("completion_override__completed"),
    }


def sums() -> dict:
    """What is compared to see who completed; in whole numbers, so that 4 of 5 are 80 %."""
    return {"sum_attended": parts_there() * 100, "sum_needed": share_asked() * parts_held()}
