"""What is held about a volunteer: shown as a whole, and erased.

Whoever adds a table or column about volunteers adds it here; tests/volunteers/own/test_erasing.py
looks through the whole database for what was forgotten. The keys are documented in
docs/personal-data.md.
"""

from functools import partial

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Model
from django.urls import reverse

from trainings.models import Training
from volunteers import audit, links
from volunteers.models import (
    Actor,
    Answer,
    Certificate,
    CompletionOverride,
    Consent,
    Functioning,
    Letter,
    Mark,
    Move,
    Needs,
    Note,
    Registration,
    State,
    User,
    Volunteer,
)
from volunteers.models.attendance import Attended
from volunteers.models.functioning import QUESTIONS
from volunteers.models.registration import new_badge_code, new_code
from volunteers.services import certificates
from volunteers.services.moves import MOVES, locked, walk
from volunteers.services.registration import cancel

# What a registration keeps of an erased person, beside its training and state.
KEPT = ("country", "category", "sex")


def held(user: User) -> dict:
    """Everything held about `user`, for a file in JSON; moments are datetimes, days are dates."""
    volunteer = Volunteer.objects.of(user)
    return {
        "account": {"email": user.email, "name": user.name, "since": user.date_joined},
        "profile": volunteer and profile_of(volunteer),
        "registrations": [
            held_of(registration)
            for registration in Registration.objects.of(user)
            .select_related("training", "country", "nationality", "needs", "functioning")
            .select_related("completion_override")
            .prefetch_related(
                *("moves", "consents__text", "answers__question", "answers__options"),
                *("certificates", "attendances__session", "marks__session"),
            )
            .order_by("pk")
        ],
        "letters": [
            {"kind": one.kind, "subject": one.subject, "text": one.text, "sent": one.sent_at}
            for one in Letter.objects.filter(to__iexact=user.email).order_by("pk")
        ],
    }


def profile_of(volunteer: Volunteer) -> dict:
    """What is filled in next time, and the address of the page that tells of this person too."""
    person = volunteer.person and f"{settings.SITE_URL}{volunteer.person.get_absolute_url()}"
    return {**described(volunteer), "language": volunteer.language, "person": person}


def described(row: Volunteer | Registration) -> dict:
    """The columns of a description, countries by their two letters."""
    known = row.described()
    for column in ("country", "nationality"):
        known[column] = getattr(row, f"{column}_id")
    return known


def held_of(registration: Registration) -> dict:
    """Everything held about one registration but the notes that colleagues write each other."""
    needs = getattr(registration, "needs", None)
    return {
        "code": registration.code,
        "training": str(registration.training.title),
        "state": registration.state,
        **described(registration),
        "language": registration.language,
        "motivation": registration.motivation,
        "certificate_name": registration.certificate_name,
        "nominating_office": registration.nominating_office,
        "submitted": registration.submitted_at,
        "address_proven": registration.confirmed_at,
        "answers": [answered(answer) for answer in registration.answers.all()],
        "needs": needs and {name: getattr(needs, name) for name in (*needs.LINES, "purge_after")},
        "functioning": functioning_of(registration),
        **attended_by(registration),
        "consents": [
            {
                "kind": one.text.kind,
                "version": one.text.version,
                "text": one.text.text.localize(one.language),
                "language": one.language,
                "given": one.given_at,
                "taken_back": one.withdrawn_at,
            }
            for one in registration.consents.all()
        ],
        "certificates": [certified(one) for one in registration.certificates.all()],
        "steps": [
            {
                "from": one.from_state,
                "to": one.to_state,
                "at": one.at,
                "by": one.actor,
                "reason": one.reason,
            }
            for one in registration.moves.all()
        ],
    }


def functioning_of(registration: Registration) -> dict | None:
    """The answers about difficulties, and what they come to; None for whoever was never asked."""
    row = getattr(registration, "functioning", None)
    return row and {name: getattr(row, name) for name in (*QUESTIONS, "outcome", "purge_after")}


def certified(certificate: Certificate) -> dict:
    """A certificate with where it is checked; its reasons are what colleagues wrote each other."""
    return {
        "kind": certificate.kind,
        "number": certificate.number,
        "name": certificate.name,
        "address": links.certificate_url(certificate),
        "issued": certificate.issued_at,
        "replaced": certificate.replaced_at,
        "revoked": certificate.revoked_at,
    }


def attended_by(registration: Registration) -> dict:
    """The days and sessions someone was marked in, every mark, and an organizer's word on it."""
    said = getattr(registration, "completion_override", None)
    return {
        "attended": [part_of(one) for one in registration.attendances.all()],
        "marks": [
            {**part_of(one), "here": one.is_here, "received": one.received_at}
            for one in registration.marks.all()
        ],
        "completion": said
        and {"completed": said.completed, "reason": said.reason, "said": said.at},
    }


def part_of(row: Attended) -> dict:
    session = row.session and str(row.session.title)
    return {"day": row.day, "session": session, "at": row.marked_at, "how": row.source}


def answered(answer: Answer) -> dict:
    """A question with its answer; a document by its name and the address to fetch it from."""
    said: dict = {"question": str(answer.question.label), "answer": answer.in_words()}
    if answer.file:
        where = reverse("answer_file", args=[answer.registration.code, answer.pk])
        said |= {"file": answer.file_name, "download": f"{settings.SITE_URL}{where}"}
    return said


@transaction.atomic
def erase(user: User) -> None:
    """Erase the volunteer that `user` is, and the account unless it is one of staff.

    Registrations for trainings to come are cancelled first, so that a seat goes to the next in
    line. Each registration stays as a row without a name: its training, its state, country,
    category and sex.
    """
    registrations = Registration.objects.of(user).order_by("training_id")
    trainings = registrations.order_by().values_list("training_id", flat=True)
    # In one order, and before the volunteer, as `confirm` does: or two could wait for each other.
    list(Training.objects.select_for_update(no_key=True).filter(pk__in=trainings).order_by("pk"))
    # Nobody registers anew in this name meanwhile.
    volunteers = list(Volunteer.objects.select_for_update().filter(user=user))
    for registration in registrations:
        leave(registration)
        registration.refresh_from_db()
        make_nameless(registration)
    letters = Letter.objects.filter(to__iexact=user.email)
    forget_in_log(user, *volunteers, *letters)
    letters.delete()
    end_sessions(user)
    for volunteer in volunteers:
        volunteer.delete()
    if not user.is_staff:
        audit.forget_actor(user)
        user.delete()


def leave(registration: Registration) -> None:
    """Take back a registration for a training to come; one that is past stays as it ended."""
    if registration.training.is_over:
        return
    if State.CANCELLED in MOVES[State(registration.state)]:
        cancel(registration)
    elif registration.state == State.SUBMITTED:
        walk(locked(registration), State.DROPPED, actor=Actor.VOLUNTEER)


def make_nameless(registration: Registration) -> None:
    """Empty all that says who `registration` was of."""
    documents = [answer.file for answer in registration.answers.all() if answer.file]
    forget_in_log(registration)
    for model in (Answer, Consent, Functioning, Letter, Mark, Move, Needs, Note):
        rows = model._base_manager.filter(registration=registration)
        forget_in_log(*rows)
        rows.delete()
    CompletionOverride.objects.filter(registration=registration).update(reason="")
    forget_in_log(*registration.certificates.all())
    certificates.forget([registration])
    empty = Registration(training=registration.training)
    cleared = {column for column in Registration.COLUMNS if column not in KEPT}
    for column in (
        *(*cleared, "language", "motivation", "certificate_name"),
        *("nominated_by", "nominating_office"),
    ):
        setattr(registration, column, getattr(empty, column))
    registration.volunteer = None
    registration.code = new_code()
    registration.badge_code = new_badge_code()
    registration.form_key = None
    registration.save()
    for document in documents:
        transaction.on_commit(partial(document.delete, save=False))


def forget_in_log(*rows: Model) -> None:
    """Empty what the desk's log of changes says about `rows`; that something changed stays."""
    for row in rows:
        kind = ContentType.objects.get_for_model(row)
        entries = LogEntry.objects.filter(content_type=kind, object_id=str(row.pk))
        entries.update(object_repr="", change_message="")
        audit.forget(row)


def end_sessions(user: User) -> None:
    """End every session of `user`, and every sign-in that waits for a code to this address."""
    for session in Session.objects.iterator():
        data = session.get_decoded()
        if (
            data.get("_auth_user_id") == str(user.pk)
            or repr(user.email.lower()) in str(data).lower()
        ):
            session.delete()
