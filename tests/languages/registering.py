"""People who register, in Russian, so that the pages about them say nearly all they can say."""

from datetime import UTC, date, datetime, timedelta

from django.utils.timezone import now

from tests.factories import make_place
from tests.languages.record import both
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_quota,
    make_registration,
    make_volunteer,
)
from trainings.models import Training
from volunteers.models import (
    Actor,
    Answer,
    Ask,
    Category,
    ConsentText,
    Move,
    Needs,
    Note,
    QuestionKind,
    Registration,
    State,
)
from volunteers.services.given import agree

OPTIONS = (both("a spring", "родник"), both("a well", "колодец"))


def make_called(**values) -> Training:
    """A training that asks everything a training may ask, with limits of each kind."""
    training = make_open_training(
        both("Springs", "Родники"),
        slug="springs",
        asks=Ask.values,
        countries=["TJ", "KG"],
        categories=["national", "online"],
        shows_seats_by_country=True,
        date_precision="days",
        start_date=date(2031, 4, 1),
        end_date=date(2031, 4, 3),
        time_zone="Asia/Dushanbe",
        registration_closes_at=datetime(2031, 3, 1, 12, tzinfo=UTC),
        contact="voda@example.org",
        practical=both("Bring boots.", "Возьмите сапоги."),
        **values,
    )
    make_place(training, "TJ", city=both("Khorog", "Хорог"))
    for kind in QuestionKind.values:
        make_question(
            training,
            both("What about water?", "Что с водой?"),
            kind=kind,
            options=OPTIONS if kind in ("choice", "choices") else (),
            help=both("In a word.", "Одним словом."),
            required=kind == "line",
        )
    make_question(
        training,
        both("And in the hills?", "А в горах?"),
        only_categories=["national"],
        only_countries=["TJ"],
    )
    make_quota(training, "TJ", minimum=1, target=2, maximum=3)
    make_quota(training, "KG", category="online", maximum=1)
    make_quota(training, None, category="national", minimum=2)
    return training


def make_people(training) -> list[Registration]:
    """A registration in each state, every one with all that may have become of it."""
    return [make_one(training, state, name) for name, state in zip(NAMES, State, strict=True)]


NAMES = ("Зебо", "Мурат", "Айгуль", "Бек", "Вера", "Нурлан", "Салтанат")


def make_one(training, state: str, name: str) -> Registration:
    words = {"native_name": f"{name}", "host_organisation": "Друзья родников", "languages": ["tg"]}
    volunteer = make_volunteer(
        name=name, birth_year=1998, sex="female", phone="+992 93 000 00 00", language="ru", **words
    )
    one = make_registration(
        training,
        volunteer,
        state=state,
        language="ru",
        motivation="Хочу беречь воду.",
        category=Category.NATIONAL,
        nominating_office="Друзья волонтёров",
        at=now() - timedelta(days=3),
    )
    for actor in Actor:
        Move.objects.create(
            registration=one, from_state="", to_state=state, actor=actor, reason="Так решено."
        )
    Move.objects.create(
        registration=one,
        from_state=State.CANCELLED,
        to_state=State.CONFIRMED,
        actor="organizer",
        override_reason="Просили.",
    )
    lines = dict.fromkeys(Needs.LINES, "Да")
    Needs.objects.create(registration=one, purge_after=date(2031, 5, 3), **lines)
    Note.objects.create(registration=one, text="Была у родника.")
    agree(one, ConsentText.objects.current().values(), "ru")
    for question in training.questions.all():
        if question.kind in ("line", "date", "country"):
            text = {"date": "2031-04-01", "country": "TJ"}.get(question.kind, "Да")
            Answer.objects.create(registration=one, question=question, text=text)
    return one
