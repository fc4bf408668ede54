"""Counting people in the database: each once, with the facts of one registration.

Whoever came to several trainings is counted with what she or he gave for the latest one attended;
for whoever attended none, the latest with a seat. The age is that in the year of the first training
attended (without one: of the first with a seat): that year less the year of birth, for nothing
more exact is known. So it is one too high for whoever has the birthday still to come in that year.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from trainings.models import Training
from volunteers.donor.asking import Breakdown
from volunteers.donor.bands import Bands
from volunteers.models import Attendance, Outcome, Registration, Sex

# Three ways of not knowing, which are never put together.
WITHHELD, NOT_ASKED, UNKNOWN = "withheld", "not_asked", "unknown"


@dataclass(frozen=True)
class Cell:
    """People who have `facts` in common: with a seat, of these who attended, who completed."""

    facts: dict[str, str]
    people: int
    attended: int
    completed: int
    training: int | None = None
    unmatched: bool = False


def registrations_of(user, trainings: QuerySet[Training]) -> QuerySet[Registration]:
    """Those that are counted: with a seat at one of `trainings`, as far as `user` may see them."""
    chosen = trainings.order_by().values("pk")
    return Registration.objects.visible_to(user).seated().filter(training__in=chosen)


@dataclass(frozen=True)
class Part:
    """What people are counted by; each once, or `apart`: once at each training she came to."""

    by: tuple[str, ...]
    apart: bool = False

    @property
    def columns(self) -> list[str]:
        """What the lines are grouped by: the training, whether it is nobody, and the facts."""
        facts = [COLUMNS[Breakdown(one)] for one in self.by]
        return ["held" if self.apart else "NULL", "nobody", *facts]


def people(registrations, bands: Bands, *parts: Part) -> list[list[Cell]]:
    """The cells of `registrations` for each of `parts`, each person in one cell of it."""
    return cells(*question(registrations, bands, parts), parts)


def marked(registrations: QuerySet[Registration], by=()) -> QuerySet:
    """A line for each registration: whose it is, what is known, and what became of it.

    An erased one has no person any more, and one made at the door without an address never had
    one; each is then taken for a person of its own.
    """
    within = Registration.objects.filter(training__in=registrations.order_by().values("training"))
    unasked = Q(nominated_by__isnull=False) | ~Q(nominating_office="") | Q(walked_in=True)
    return registrations.order_by().values(
        mark=F("pk"),
        person=Coalesce("volunteer_id", F("pk") * -1),
        held=F("training_id"),
        day=F("training__sort_date"),
        in_year=YearOf("training__sort_date"),
        born=F("birth_year"),
        nobody=flag(Q(volunteer__isnull=True)),
        has_attended=Case(When(state__in=Registration.SEATED, then=was_there()), default=Value(0)),
        has_completed=flag(Q(pk__in=within.completed().values("pk"))),
        is_sex=word(When(~Q(sex=""), then="sex"), When(unasked, then=Value(NOT_ASKED))),
        is_born=word(
            When(birth_year_withheld=True, then=Value(WITHHELD)),
            When(birth_year__isnull=False, then=Value("")),
            When(unasked, then=Value(NOT_ASKED)),
        ),
        is_country=Coalesce("country_id", Value(UNKNOWN), output_field=CharField()),
        is_category=word(When(~Q(category=""), then="category")),
        **({"is_disability": disability()} if Breakdown.DISABILITY in by else {}),
    )


class YearOf(ExtractYear):
    """The year of a day; Django's own calls Python for each row on SQLite."""

    def as_sqlite(self, compiler, connection, **_context):
        sql, params = compiler.compile(self.lhs)
        return f"CAST(strftime('%%Y', {sql}) AS integer)", params


def was_there() -> Coalesce:
    """1 for whoever was ever marked as there, else 0.

    With its limit PostgreSQL looks each up; without, it goes through everyone's attendance at once.
    """
    marks = Attendance.objects.filter(registration=OuterRef("pk")).order_by()
    return Coalesce(Subquery(marks.values(one=Value(1))[:1]), Value(0))


def disability() -> Case:
    """What the six questions came to. They have a table of their own, read only where asked."""
    return word(
        When(functioning__isnull=False, then="functioning__outcome"),
        When(~Q(volunteer__isnull=True, name=""), then=Value(NOT_ASKED)),
    )


def flag(condition: Q) -> Case:
    """1 or 0, which both engines can add up."""
    return Case(When(condition, then=Value(1)), default=Value(0))


def word(*cases: When) -> Case:
    """The first of `cases` that fits; that nobody knows otherwise."""
    return Case(*cases, default=Value(UNKNOWN), output_field=CharField())


COLUMNS = {
    Breakdown.SEX: "is_sex",
    Breakdown.AGE: "band",
    Breakdown.COUNTRY: "is_country",
    Breakdown.CATEGORY: "is_category",
    Breakdown.DISABILITY: "is_disability",
}

# Django's ORM can't group what a window function numbered, so the query it makes of `marked` stands
# inside this one, once for all parts. Nothing that anyone typed is in it: names of columns, and
# placeholders. MATERIALIZED, or SQLite asks for each column anew who attended.
QUERY = """
WITH marked AS MATERIALIZED ({marked})
{parts}
ORDER BY {places}
"""
PART = """
SELECT {place} AS part, {columns}, COUNT(*), SUM(has_attended), SUM(ever_completed)
FROM (SELECT told.*, {band} AS band FROM ({told}) AS told WHERE turn = 1) AS aged
GROUP BY {keys}
"""
# The first line of a person is the one that counts: one attended before others, the latest first.
ONCE = """
  SELECT marked.*,
    ROW_NUMBER() OVER hers AS turn,
    COALESCE(
      MIN(CASE WHEN has_attended = 1 THEN in_year END) OVER (
        hers ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ),
      MIN(in_year) OVER (hers ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ) AS first_year,
    MAX(has_completed) OVER (
      hers ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS ever_completed
  FROM marked
  WINDOW hers AS (
    PARTITION BY person ORDER BY has_attended DESC, day DESC NULLS LAST, mark DESC
  )
"""
# Nobody has two registrations for one training.
EACH_TRAINING = """
  SELECT marked.*, 1 AS turn, in_year AS first_year, has_completed AS ever_completed FROM marked
"""


def question(registrations, bands: Bands, parts: Sequence[Part]) -> tuple[str, list]:
    """The query of `people` and its parameters."""
    by = {one for part in parts for one in part.by}
    inner, values = marked(registrations, by).query.sql_with_params()
    band, ages = band_of(bands)
    width = max(len(part.columns) for part in parts)
    selects = [
        PART.format(
            place=place,
            columns=", ".join([*part.columns, *["NULL"] * (width - len(part.columns))]),
            band=band,
            told=EACH_TRAINING if part.apart else ONCE,
            keys=", ".join(one for one in part.columns if one != "NULL"),
        )
        for place, part in enumerate(parts)
    ]
    places = ", ".join(str(one) for one in range(1, width + 2))
    query = QUERY.format(marked=inner, parts="UNION ALL".join(selects), places=places)
    return query, [*values, *ages * len(parts)]


def cells(query: str, params: list, parts: Sequence[Part]) -> list[list[Cell]]:
    """What `question` finds, for each of its parts."""
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        rows = cursor.fetchall()
    return [
        [cell_of(row[1:], part.by) for row in rows if row[0] == place]
        for place, part in enumerate(parts)
    ]


def band_of(bands: Bands) -> tuple[str, list]:
    """The band of a line as SQL, and the values in it."""
    age = "first_year - born"
    cases = ["WHEN is_born <> '' THEN is_born", f"WHEN {age} IS NULL OR {age} < 0 THEN %s"]
    values: list = [UNKNOWN]
    for key, after in zip(bands.keys, bands.starts[1:], strict=False):
        cases.append(f"WHEN {age} < %s THEN %s")
        values += [after, key]
    return f"CASE {' '.join(cases)} ELSE %s END", [*values, bands.keys[-1]]


def cell_of(row: tuple, by: Sequence[str]) -> Cell:
    training, unmatched, *facts, number, attended, completed = row
    return Cell(
        dict(zip(by, facts, strict=False)),  # narrower parts are filled up
        number,
        int(attended),
        int(completed),
        training,
        bool(unmatched),
    )


# All words a fact may be, so that a table has a line for what nobody is, too.
SEXES = [Sex.FEMALE, Sex.MALE, Sex.OTHER, WITHHELD, NOT_ASKED, UNKNOWN]
DISABILITIES = [Outcome.YES, Outcome.NO, WITHHELD, NOT_ASKED, UNKNOWN]
