"""One account for each role, and two of everything: Tajikistan's, and Kazakhstan's."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils.timezone import now

from tests import factories as record
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_registration,
    make_volunteer,
)
from trainings.models import Training
from volunteers import letters
from volunteers.donor.asking import Asked
from volunteers.donor.figures import figures_of
from volunteers.donor.freezing import freeze
from volunteers.models import (
    Answer,
    Certificate,
    ConsentText,
    Entry,
    Intake,
    Letter,
    LetterWording,
    Message,
    Needs,
    Registration,
    User,
)
from volunteers.roles import Role


def make_staff(role: Role | None, email="", *, countries=(), trainings=()) -> User:
    """An account of the desk with one role, or with none."""
    email = email or f"{(role or 'clerk').replace(' ', '-')}@example.org"
    user = record.make_account(email, is_staff=True, name=f"The {role}")
    user.groups.set(Group.objects.filter(name=role))
    user.countries.set([record.make_country(code) for code in countries])
    user.trainings.set(trainings)
    return User.objects.get(pk=user.pk)


@dataclass
class Half:
    """What stands at the desk of one country."""

    training: Training
    registration: Registration
    letter: Letter
    answer: Answer
    certificate: Certificate
    message: Message


def make_half(code: str, name: str) -> Half:
    """A training, and someone of a country registered for it with all that hangs on it."""
    country = record.make_country(code)
    days = {"date_precision": "days", "start_date": dt.date(2030, 5, 6)}
    training = make_open_training(f"A training for {code}", **days)
    email = f"{name.partition(' ')[0].lower()}@example.org"
    volunteer = make_volunteer(email, name=name, country=country, phone=f"+99 {code} 1")
    registration = make_registration(training, volunteer, country=country)
    Needs.objects.create(
        registration=registration, diet=f"{name} eats no nuts", purge_after="2030-01-01"
    )
    letters.received(registration)
    question = make_question(training, f"A question to {name}?", kind="file")
    answer = Answer(registration=registration, question=question)
    answer.file.save("paper.pdf", ContentFile(b"%PDF-1.4", name="paper.pdf"))
    certificate = Certificate.objects.create(
        registration=registration,
        training=training,
        kind="participation",
        name=name,
        number=f"2030-{training.pk}",
        sequence=1,
    )
    message = Message.objects.create(training=training)
    letter = registration.letters.get()
    return Half(training, registration, letter, answer, certificate, message)


def make_record(training: Training, user: User) -> dict:
    """A row of each kind that has a page of its own, beside those about people: by its name."""
    report = record.make_report(training)
    session = record.make_session(training)
    series = record.make_series()
    done = {"stage": "done", "finished_at": now()}
    figures = figures_of(user, Asked(training=training))
    return {
        "training": training,
        "session": session,
        "series": series,
        "participantgroup": record.make_group(training),
        "fact": record.make_fact(series=series),
        "person": record.make_person(),
        "organisation": record.make_organisation(),
        "country": record.make_country("UZ"),
        "report": report,
        "reporttext": report.texts.get(),
        "consenttext": ConsentText.objects.first(),
        "letterwording": record.make(
            LetterWording, training=training, kind="received", language="en", subject="S", body="B"
        ),
        "frozenfigures": freeze(figures, title="Frozen", by=user),
        "intake": record.make(Intake, kind="volunteers", file_name="a.csv", by=user, **done),
        "user": record.make_account("another@example.org", is_staff=True),
        "group": Group.objects.create(name="Our own group"),
        "entry": Entry.objects.first(),
    }
