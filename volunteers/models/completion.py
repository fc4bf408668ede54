"""The arithmetic of attendance as the database does it, for `RegistrationQuerySet`.

`volunteers.services.completion` says the same of one registration, with its sum in words.
"""

from django.db.models import (
    Case,
    CharField,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, Length, Replace
from django.db.models.lookups import GreaterThanOrEqual

from trainings.models import Session
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


def on_days_held() -> QuerySet:
    """The attendance of the registration around, but for days that are not the training's now."""
    training = "registration__training__"
    from_to = Q(
        **{f"{training}date_precision": Precision.DAYS, f"{training}end_date__isnull": False}
    )
    listed = Q(**{f"{training}date_precision": Precision.LIST})
    within = Q(day__range=(F(f"{training}start_date"), F(f"{training}end_date")))
    named = Q(**{f"{training}days__contains": Cast("day", CharField())})
    rows = Attendance.objects.filter(registration=OuterRef("pk"))
    return rows.filter((from_to & within) | (listed & named) | (~from_to & ~listed))


def days_attended() -> Case:
    """How many days someone was there; NULL where the training never took attendance."""
    return where_taken(how_many(on_days_held(), "day"))


def where_taken(then) -> Case:
    """`then`, but NULL for the registrations of a training where nobody was ever marked."""
    taken = Attendance.objects.order_by().values("registration__training")
    return Case(When(training__in=taken, then=then), output_field=IntegerField())


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
    """How many days, or sessions where the training counts those, there are to attend."""
    sessions = how_many(counted_sessions(training=OuterRef("training")), beginning())
    return Case(
        When(training__attendance_rule__by_session=True, then=sessions), default=days_held()
    )


def parts_attended() -> Case:
    """How many of `parts_held` someone attended; NULL where the training never took attendance."""
    rows = Attendance.objects.filter(
        registration=OuterRef("pk"),
        session__in=counted_sessions(training=OuterRef("registration__training")),
    )
    sessions = where_taken(how_many(rows, beginning("session__")))
    return Case(
        When(training__attendance_rule__by_session=True, then=sessions), default=days_attended()
    )


def share_asked() -> Coalesce:
    """The share to attend, in per cent."""
    return Coalesce("training__attendance_rule__share", AttendanceRule.USUAL_SHARE)


def parts() -> dict:
    """What completing is counted from, by the name that the queryset gives it."""
    return {
        "parts_held": parts_held(),
        "parts_attended": parts_attended(),
        "share_asked": share_asked(),
        "is_said": F("completion_override__completed"),
    }


def enough() -> Q:
    """Whether the `parts` are enough; in whole numbers, so that 4 of 5 are 80 %."""
    attended, asked = F("parts_attended") * 100, F("share_asked") * F("parts_held")
    return Q(GreaterThanOrEqual(attended, asked), parts_attended__gte=1)
