"""A record in English and Russian that makes the public pages say nearly all they can say."""

from datetime import UTC, date, datetime, time

from django.utils import timezone

from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_place,
    make_point,
    make_quote,
    make_related_event,
    make_report,
    make_report_source,
    make_report_text,
    make_series,
    make_session,
    make_session_person,
    make_training,
    make_training_language,
)
from trainings.models import (
    BlockKind,
    CountryRelation,
    EventRelation,
    Lifecycle,
    OrganisationRole,
    PointKind,
    Qualifier,
    Report,
    Role,
    SessionKind,
    Training,
    Unit,
)


def both(english: str, russian: str) -> dict[str, str]:
    return {"en": english, "ru": russian}


def make_record() -> Training:
    """Trainings in every stage, the first of them with all its parts, and two reports."""
    series = make_series(both("Yearly meetings", "Ежегодные встречи"))
    held = make_training(
        both("Water for everyone", "Вода для всех"),
        series=series,
        edition_number=2,
        edition_wording=both("second", "второй"),
        summary=both("How to look after a spring.", "Как беречь родник."),
        description=both("Three days in the hills.", "Три дня в горах."),
        audience=both("Those who dig wells.", "Для тех, кто копает колодцы."),
        practical=both("Bring boots.", "Возьмите сапоги."),
        programme=both("Springs of the valley", "Родники долины"),
        contact="voda@example.org",
        mode="hybrid",
        date_precision="days",
        start_date=date(2024, 4, 22),
        date_wording="на прошлой неделе",
        days_stated=3,
        wording_language="ru",
        time_zone="Asia/Bishkek",
        sdg_framework="goals",
        sdg_goals=["4", "6", "17"],
        guest_list_is_partial=True,
        lifecycle=Lifecycle.REPORTED,
    )
    for kind in PointKind.values:
        make_point(held, both("Learn about wells", "Узнать о колодцах"), kind=kind)
    make_training_language(held, "ky")
    make_training_language(held, "ru", use="interpretation", manner="simultaneous")
    place = make_place(
        held,
        "KG",
        city=both("Osh", "Ош"),
        mode="in_person",
        lead=make_organisation(both("Well diggers", "Колодезники")),
    )
    people_of(held)
    agenda_of(held, place)
    figures_of(held, place)
    make_document(held, both("Handbook of wells", "Справочник о колодцах"), kind="manual")
    make_photo(held, "", credit="Н. Пример", taken_on=date(2024, 4, 23))
    others(held, series)
    report_of(held, series)
    little_known()
    for number in range(24):
        make_training(both(f"Meeting {number}", f"Встреча {number}"))
    return held


def little_known() -> None:
    """A training of which little is known, and reports of one that is not public."""
    training = make_training(both("Bread for everyone", "Хлеб для всех"), sdg_framework="all")
    make_appearance(training, make_person("Гость Пример"))
    make_photo(training, both("At the oven", "У печи"))
    make_session(training, both("Baking", "Выпечка"))
    session = make_session(training, both("Milling", "Помол"))
    make_group(training, both("bakers", "пекари"), session=session, countries=["KZ"])
    hidden = make_training(both("Salt", "Соль"), published=False)
    make_report(hidden, "ru", headline="Соль земли")


def people_of(training: Training) -> None:
    behind = make_organisation(both("Friends of springs", "Друзья родников"), country="KG")
    for role in OrganisationRole.values:
        make_organisation_role(training, behind, role=role, as_printed="«Друзья родников»")
    person = make_person("Айгуль Пример", photo_credit="Н. Пример")
    guest = make_appearance(
        training,
        person,
        organisations=[behind],
        organisation_as_printed="«Друзья родников»",
        title="директор",
        name_as_printed="А. Пример",
        country="KG",
    )
    make_appearance(training, make_person("Бек Пример"), shared_title="эксперты")
    make_appearance(training, make_person("Вера Пример"), roles=Role.values[1:])
    make_quote(training, "вода – это «жизнь»", language="ru", is_excerpt=True, appearance=guest)
    make_quote(training, "l'eau", language="fr", translation=both("water", "вода"))


def agenda_of(training: Training, place) -> None:
    title = both("A walk to the spring", "Поход к роднику")
    for kind in SessionKind.values:
        make_session(training, title, kind=kind)
    timed = make_session(
        training,
        title,
        place=place,
        date=date(2024, 4, 22),
        start_time=time(9),
        end_time=time(10, 30),
        language="ru",
    )
    make_session_person(timed, training.appearances.last())


def figures_of(training: Training, place) -> None:
    total = make_group(training, both("guests", "гости"), is_total=True, count=45)
    for relation in CountryRelation.values:
        make_group(
            training,
            both("villagers", "сельчане"),
            subset_of=total,
            relation=relation,
            count=30,
            qualifier=Qualifier.ABOUT,
            countries=[("KG", "Киргизия", 3), "KR"],
        )
    make_group(
        training, both("students", "студенты"), relation="from", countries=["KZ", "UZ"], age_from=18
    )
    make_group(
        training,
        both("unions", "союзы"),
        unit=Unit.ORGANISATIONS,
        count=7,
        qualifier=Qualifier.AT_LEAST,
        wording="семь",
        countries_count=5,
        age_to=30,
        place=place,
    )
    make_group(training, both("children", "дети"), count=2, countries=["TJ", "UZ"])


def others(held: Training, series) -> None:
    """Trainings in the other stages, of the same series."""
    title = both("Trees for everyone", "Деревья для всех")
    later = datetime(2031, 3, 1, 12, tzinfo=UTC)
    make_training(
        title,
        series=series,
        lifecycle=Lifecycle.OPEN,
        capacity=21,
        contact="derevo@example.org",
        registration_closes_at=later,
        time_zone="Asia/Almaty",
        date_precision="days",
        start_date=date(2031, 4, 1),
        end_date=date(2031, 4, 3),
    )
    make_training(title, lifecycle=Lifecycle.PLANNED, registration_opens_at=later, mode="online")
    make_training(title, lifecycle=Lifecycle.CLOSED)
    cancelled = make_training(title, lifecycle=Lifecycle.CANCELLED, date_precision="unknown")
    make_place(cancelled, None)
    for relation in EventRelation.values:
        make_related_event(held, cancelled, relation=relation)


def report_of(training: Training, series) -> Report:
    """A report with a block of each kind, and one in another language whose words are lost."""
    report = make_report(
        training,
        "ru",
        headline="Родник снова чист",
        lead="Сельчане расчистили родник.",
        byline="Н. Пример",
        dateline_place=both("OSH", "ОШ"),
        dateline_wording="22 апреля",
        agency="ВП",
        source="«Вечерний пример»",
        source_url="https://example.org/voda",
        licence="с согласия редакции",
    )
    make_report_source(report, "«Утренний пример»")
    fact = make_fact(
        series=series,
        wording=both("springs cleaned", "родников расчищено"),
        qualifier=Qualifier.MORE_THAN,
        source="«Вечерний пример»",
        as_published="сто сорок",
        value=140,
        as_of=date(2024, 5, 1),
        country="KG",
    )
    text = report.texts.get()
    for kind in BlockKind.values:
        make_block(
            text,
            kind,
            facts=[fact] if kind == "facts" else (),
            quote=training.quotes.first() if kind == "quote" else None,
            photo=training.photos.first() if kind == "photo" else None,
            body="Вода пошла." if kind == "text" else "",
            role=Role.INVITED_GUEST if kind == "people" else "",
        )
    training.groups.filter(count=2).update(reported_in=report)
    make_report_text(report, "kk", headline="Бұлақ", published_at=timezone.now())
    make_report(training, "kk", headline="Су", slug="su")
    return report
