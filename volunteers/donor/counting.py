"""Counting people in the database: each once, with the facts of one registration.

Whoever came to several trainings is counted with what she or he gave for the latest one attended;
for whoever attended none, the latest with a seat. The age is that in the year of the first training
attended (without one: of the first with a seat): that year less the year of birth, for nothing
more exact is known. So it is one too high for whoever has the birthday still to come in that year.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from trainings.models import Training
from volunteers.donor.asking import Breakdown
from volunteers.donor.bands import Bands
from volunteers.models import Outcome, Registration, Sex

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


def people(registrations, bands: Bands, by) -> list[Cell]:
    """The cells of `registrations`, each person in one of them."""
    return counted(registrations, bands, by, apart=False)


def people_of_each(registrations, bands: Bands, by) -> list[Cell]:
    """The cells of each training: whoever came to two stands once in each of them."""
    return counted(registrations, bands, by, apart=True)


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
        in_year=ExtractYear("training__sort_date"),
        born=F("birth_year"),
        nobody=flag(Q(volunteer__isnull=True)),
        has_attended=flag(Q(pk__in=within.attended().values("pk"))),
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
# inside this one. Nothing that anyone typed is in it: names of columns, and placeholders.
# MATERIALIZED, or SQLite asks for each column anew who attended.
QUERY = """
WITH marked AS MATERIALIZED ({marked}),
told AS ({told}),
aged AS (SELECT told.*, {band} AS band FROM told WHERE turn = 1)
SELECT {keys}, COUNT(*), SUM(has_attended), SUM(ever_completed)
FROM aged GROUP BY {keys} ORDER BY {keys}
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


def counted(registrations, bands: Bands, by, *, apart: bool) -> list[Cell]:
    """The cells by what `by` names, over all trainings or, `apart`, of each training."""
    return cells(*question(registrations, bands, by, apart=apart), by, apart=apart)


def question(registrations, bands: Bands, by, *, apart: bool) -> tuple[str, list]:
    """The query of `counted` and its parameters."""
    inner, values = marked(registrations, by).query.sql_with_params()
    band, ages = band_of(bands)
    keys = ["nobody", *(COLUMNS[one] for one in by)]
    query = QUERY.format(
        marked=inner,
        told=EACH_TRAINING if apart else ONCE,
        band=band,
        keys=", ".join(["held", *keys] if apart else keys),
    )
    return query, [*values, *ages]


def cells(query: str, params: list, by, *, apart: bool) -> list[Cell]:
    """What `question` finds."""
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        rows = cursor.fetchall()
    return [cell_of(row if apart else (None, *row), by) for row in rows]


def band_of(bands: Bands) -> tuple[str, list]:
    """The band of a line as SQL, and the values in it."""
    age = "first_year - born"
    cases = ["WHEN is_born <> '' THEN is_born", f"WHEN {age} IS NULL OR {age} < 0 THEN %s"]
    values: list = [UNKNOWN]
    for key, after in zip(bands.keys, bands.starts[1:], strict=False):
        cases.append(f"WHEN {age} < %s THEN %s")
        values += [after, key]
    return f"CASE {' '.join(cases)} ELSE %s END", [*values, bands.keys[-1]]


def cell_of(row: tuple, by) -> Cell:
    training, unmatched, *facts, number, attended, completed = row
    return Cell(
        dict(zip(by, facts, strict=True)),
        number,
        int(attended),
        int(completed),
        training,
        bool(unmatched),
    )


# All words a fact may be, so that a table has a line for what nobody is, too.
SEXES = [Sex.FEMALE, Sex.MALE, Sex.OTHER, WITHHELD, NOT_ASKED, UNKNOWN]
DISABILITIES = [Outcome.YES, Outcome.NO, WITHHELD, NOT_ASKED, UNKNOWN]
