"""A volunteer who is a person of the record too, because an organizer said so, never by a guess.

docs/decisions/2026-11-30-volunteer-and-person.md says what follows from it, and what does not.
"""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from trainings.models import Consent as PhotoConsent
from trainings.models import Person, Photo
from trainings.services.changing import note_change
from trainings.services.history import locked
from trainings.services.refusal import NotAllowed
from volunteers import audit
from volunteers.models import Consent, ConsentKind, Registration, User, Volunteer


@transaction.atomic
def say(volunteer: Volunteer, person: Person | None, *, by: User) -> Volunteer:
    """Say that `volunteer` is `person` of the record; None takes that back.

    Raises NotAllowed where another volunteer is that person, and for someone under 18 whom the
    public pages would still show.
    """
    volunteer = locked(volunteer)
    if person:
        refuse(volunteer, person)
    before, volunteer.person = volunteer.person, person
    volunteer.save()
    keys = [audit.in_short(before), audit.in_short(person)]
    audit.record(by, audit.Kind.CHANGED, volunteer, changes={"person": keys})
    for registration in without_photographs().filter(volunteer=volunteer):
        withdraw_photographs(registration)
    return volunteer


@transaction.atomic
def withdraw_tagged(trainings: Collection[int]) -> int:
    """Let no photograph of `trainings` (keys) be shown of someone who took back the consent there.

    For whoever says later who is in a picture. Returns how many photographs that hides.
    """
    rows = without_photographs().filter(training__in=trainings, volunteer__person__isnull=False)
    return sum(map(withdraw_photographs, rows.select_related("training")))


def refuse(volunteer: Volunteer, person: Person) -> None:
    if Volunteer.objects.filter(person=person).exclude(pk=volunteer.pk).exists():
        raise NotAllowed(_("Another volunteer is this person already. Take that back first."))
    if is_under_age(volunteer) and person.may_be_shown:
        said = _("By the year of birth, this volunteer is under 18. Mark %(name)s so first.")
        raise NotAllowed(said % {"name": person.name})


def is_under_age(volunteer: Volunteer) -> bool:
    return volunteer.birth_year is not None and volunteer.birth_year > latest_year_of_adults()


def latest_year_of_adults() -> int:
    """The latest year of birth of people of whom some may be 18; of it nobody knows the day."""
    return dt.date.today().year - 18  # noqa: DTZ011 (a year, the same nearly everywhere)


def without_photographs() -> QuerySet[Registration]:
    """Registrations whose volunteer took back the consent to photographs."""
    taken_back = Consent.objects.taken_back(ConsentKind.PHOTOGRAPHS)
    return Registration.objects.filter(pk__in=taken_back.values("registration"))


def withdraw_photographs(registration: Registration) -> int:
    """Let no photograph of the training be shown that shows the volunteer of `registration`.

    Only those that the record knows to show the person whom the volunteer is. Returns how many
    could be shown before.
    """
    if registration.volunteer_id is None:
        return 0
    shows = Photo.objects.exclude(consent=PhotoConsent.WITHDRAWN).filter(
        training=registration.training_id, people__volunteer=registration.volunteer_id
    )
    hidden = Photo.objects.filter(pk__in=shows).update(consent=PhotoConsent.WITHDRAWN)
    if hidden:
        note_change(registration.training)
    return hidden


def took_back(people: Collection[int]) -> set[tuple[int, int]]:
    """Of `people` (keys of persons), who took back the consent to photographs for which training:
    pairs of keys."""
    rows = without_photographs().filter(volunteer__person__in=people)
    return set(rows.values_list("volunteer__person", "training"))


def under_age(people: Collection[int]) -> set[int]:
    """Those of `people` (keys of persons) who as volunteers gave a year of birth under 18."""
    rows = Volunteer.objects.filter(person__in=people, birth_year__gt=latest_year_of_adults())
    return set(rows.values_list("person", flat=True))


def seen_by(user: User | None, people: Collection[int]) -> set[int]:
    """Those of `people` (keys of persons) whom `user` may see as volunteers."""
    if user is None or not user.has_perm("volunteers.view_volunteer"):
        return set()
    rows = Volunteer.objects.visible_to(user).filter(person__in=people)
    return set(rows.values_list("person", flat=True))
