"""What gathers around a person, an organisation or a country, each read in one question.

Trainings, roles and titles as printed then, sessions, quotes and reports: only what is public.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q, QuerySet

from trainings.given import Given
from trainings.models import (
    Appearance,
    Country,
    Fact,
    GroupCountry,
    Organisation,
    ParticipantGroup,
    Person,
    Place,
    Quote,
    Report,
    ReportText,
    ReportTraining,
    SessionPerson,
    Training,
    TrainingOrganisation,
)
from trainings.together import Asked, hang, joined, keep, kept

MOST_REPORTS = 12
NEWEST = F("training__sort_date").desc(nulls_last=True)


def around_person(person: Person) -> dict[str, list]:
    """The appearances, sessions, quotes and reports of `person`, who gets `shown_appearances`."""
    rows = rows_of_person(person=person.pk)
    person.shown_appearances = rows["appearances"]  # type: ignore[attr-defined]
    hang_organisations(rows["appearances"], rows["organisations"])
    hang_places([one.training for one in rows["appearances"]], rows["places"])
    hang_reports(rows)
    return rows


@kept
def rows_of_person(person: Given) -> Asked:
    public = Appearance.objects.public().filter(person=person)
    trainings = public.order_by().values("training")
    return {
        "appearances": public.select_related("person", "country", "training").order_by(
            NEWEST, "training_id", "order"
        ),
        "organisations": links_of(public),
        "places": places_of(trainings),
        "sessions": SessionPerson.objects.filter(appearance__in=public.order_by().values("pk"))
        .select_related("session__training")
        .order_by(*by_day("session"), "pk"),
        "quotes": quotes().filter(appearance__in=public.order_by().values("pk")),
        **reports_about(trainings),
    }


def around_organisation(organisation: Organisation) -> dict[str, list]:
    """What `organisation` did for trainings, and who and what was named with it there."""
    rows = rows_of_organisation(organisation=organisation.pk)
    for fact in rows["facts"]:
        fact.organisation = organisation
    hang_places([one.training for one in rows["roles"]], rows["places"])
    hang_reports(rows)
    return rows


@kept
def rows_of_organisation(organisation: Given) -> Asked:
    roles = TrainingOrganisation.objects.public().filter(organisation=organisation)
    led = Place.objects.public().filter(lead=organisation)
    return {
        "roles": roles.select_related("training"),
        "appearances": Appearance.objects.public()
        .filter(organisations=organisation)
        .select_related("person", "training")
        .order_by(NEWEST, "training_id", "order"),
        "led": led.select_related("country", "training"),
        "facts": Fact.objects.current().filter(organisation=organisation).select_related("country"),
        "places": places_of(roles.order_by().values("training")),
        "quotes": quotes().filter(organisation=organisation),
        **reports_about(roles.order_by().values("training")),
    }


def around_country(country: Country) -> dict[str, list]:
    """What was held in `country`, and who came from there or was named with it."""
    rows = rows_of_country(country=country.pk)
    for fact in rows["facts"]:
        fact.country = country
    hang_cards([*rows["held"], *(one.group.training for one in rows["groups"])], rows)
    hang_titles(rows["people"], rows["titles"])
    hang_reports(rows)
    return rows


@kept
def rows_of_country(country: Given) -> Asked:
    held = Training.objects.published().held_in(country)
    groups = GroupCountry.objects.public().filter(country=country)
    named = Appearance.objects.public().filter(country=country)
    keys = held.order_by().values("pk")
    people = Person.objects.named_with(country)
    return {
        "held": held.select_related("series").newest_first(),
        **on_cards(keys, groups.order_by().values("group__training")),
        "groups": groups.select_related("country", "group__training").order_by(
            F("group__training__sort_date").desc(nulls_last=True),
            "group__training_id",
            "group__order",
        ),
        "organisations": Organisation.objects.on_record().filter(country=country),
        "delegations": named.filter(person__isnull=True).select_related("training"),
        "people": people,
        "titles": titles_of(people.order_by()),
        "facts": Fact.objects.current()
        .filter(country=country)
        .select_related("organisation", "series"),
        **reports_about(keys),
    }


def by_day(name: str) -> tuple:
    """By day and hour, those without last."""
    return (
        F(f"{name}__date").asc(nulls_last=True),
        F(f"{name}__start_time").asc(nulls_last=True),
    )


def quotes() -> QuerySet[Quote]:
    """Quotes of published trainings that may be shown, with who said them."""
    shown = Quote.objects.approved().filter(training__in=Training.objects.published().values("pk"))
    return shown.select_related("appearance__person", "training", "organisation")


def places_of(trainings: QuerySet) -> QuerySet[Place]:
    return Place.objects.filter(training__in=trainings).select_related("country")


def links_of(appearances: QuerySet[Appearance]) -> QuerySet:
    """The organisations of appearances, each with the appearance it belongs to."""
    links = Appearance.organisations.through.objects
    of_these = links.filter(appearance__in=appearances.order_by().values("pk"))
    return of_these.select_related("organisation").order_by("organisation__slug")


def hang_organisations(appearances: Iterable[Appearance], links: list[Any]) -> None:
    """Each appearance with its organisations."""
    for one in appearances:
        own = [joined(link, "organisation") for link in links if link.appearance_id == one.pk]
        keep(one, "organisations", own)


def titles_of(people: QuerySet[Person]) -> QuerySet[Appearance]:
    """What the public may see of `people`, who may be the first few of many."""
    return Appearance.objects.public().filter(person__in=people.values("pk"))


def hang_titles(people: Iterable[Person], titles: list[Appearance]) -> None:
    """Each person with `shown_appearances`."""
    for person in people:
        own = [one for one in titles if one.person_id == person.pk]
        person.shown_appearances = own  # type: ignore[attr-defined]


def hang_places(trainings: list[Training], places: list[Place]) -> None:
    hang(trainings, "places", places, by="training")


def on_cards(*keys: QuerySet) -> Asked:
    """What the cards of trainings show beside their own rows; `keys` are theirs, list by list."""
    any_of_them = Q()
    for trainings in keys:
        any_of_them |= Q(training__in=trainings)
    totals = ParticipantGroup.objects.filter(is_total=True, count__isnull=False)
    return {
        "places": Place.objects.filter(any_of_them).select_related("country"),
        "totals": totals.filter(any_of_them),
    }


def hang_cards(trainings: list[Training], rows: dict[str, list]) -> None:
    """Trainings with what `on_cards` asked for, and whether all seats are taken."""
    # Imported here: calls are the other app's, which imports this one.
    from volunteers.calls import tell_full

    hang(trainings, "places", rows["places"], by="training")
    for one in trainings:
        one.totals = [group for group in rows["totals"] if group.training_id == one.pk]  # type: ignore[attr-defined]
    tell_full(trainings)


def reports_about(trainings: QuerySet) -> dict[str, QuerySet]:
    """The newest published reports about trainings, with what a line of a list shows."""
    return in_lists(Report.objects.about(trainings).newest_first()[:MOST_REPORTS])


def in_lists(reports: QuerySet[Report]) -> dict[str, QuerySet]:
    """`reports`, which may be the first few of many, with what a line of a list shows."""
    keys = reports.values("pk")
    return {
        "reports": reports,
        "texts": ReportText.objects.filter(report__in=keys),
        "links": ReportTraining.objects.filter(report__in=keys).select_related("training"),
    }


def hang_reports(rows: dict[str, list]) -> None:
    """The reports with their texts and trainings."""
    hang(rows["reports"], "texts", rows["texts"], by="report")
    hang(rows["reports"], "training_links", rows["links"], by="report")
