"""Certificates: who earned one, how it is worded, issuing, reissuing and revoking.

A certificate keeps all that stands on it (`Certificate.printed`), so that it looks the same for
ever, whatever is changed in the training, its design or the registration later.
"""

from collections.abc import Iterable

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers import letters
from volunteers.models import (
    Certificate,
    CertificateKind,
    NameForm,
    Registration,
    User,
)
from volunteers.papers import certificates as paper
from volunteers.papers.certificates import Printed
from volunteers.services.moves import lock
from volunteers.services.press import Press


def earned(training: Training, kind: str) -> QuerySet[Registration]:
    """Those who may have a certificate of `kind`: who completed, or who came at all."""
    seated = Registration.objects.seated().filter(training=training, volunteer__isnull=False)
    return seated.completed() if kind == CertificateKind.COMPLETION else seated.attended()


def without_one(training: Training, kind: str) -> QuerySet[Registration]:
    """Those who earned a certificate of `kind` and have none that is valid, by name.

    Whoever's was revoked gets no new one by itself: that was decided.
    """
    has_one = Certificate.objects.filter(training=training, kind=kind, replaced_at=None)
    return (
        earned(training, kind).exclude(pk__in=has_one.values("registration")).order_by("name", "pk")
    )


def choose_name(registration: Registration, form: str) -> None:
    """Let the name stand in `form` on certificates to come.

    Raises NotAllowed where one is issued already, which only an organizer can replace.
    """
    if form not in ("", *NameForm.values):
        raise NotAllowed(_("Choose one of the names."))
    if registration.certificates.valid().exists():
        raise NotAllowed(
            _("Your certificate is issued already. Write to the organizers to have it changed.")
        )
    registration.certificate_name = form
    registration.save(update_fields=["certificate_name"])


@transaction.atomic
def issue(registration: Registration, *, kind: str, by: User | None) -> Certificate:
    """A certificate for someone who earned it, with the letter that says so.

    Raises NotAllowed for someone who did not, who has one, or whose name can't be printed.
    """
    training = lock(registration.training_id)
    if not without_one(training, kind).filter(pk=registration.pk).exists():
        raise NotAllowed(why_none(registration, training, kind))
    return hand_over(registration, Press(training), kind=kind, by=by)


@transaction.atomic
def issue_to(
    pks: list[int], training: Training, *, kind: str, by: User | None
) -> tuple[list[Certificate], list[tuple[int, str]]]:
    """The same for several registrations: the certificates, and who got none with the reason.

    Whoever has one by now is passed over in silence.
    """
    training = lock(training.pk)
    press = Press(training)
    waiting = without_one(training, kind).filter(pk__in=pks)
    issued, refused = [], []
    for registration in waiting.select_related("volunteer__user", "country"):
        registration.training = training  # read once for all
        try:
            issued.append(hand_over(registration, press, kind=kind, by=by))
        except NotAllowed as refusal:
            refused.append((registration.pk, str(refusal)))
    return issued, refused


def hand_over(
    registration: Registration, press: Press, *, kind: str, by: User | None
) -> Certificate:
    certificate = press.create(registration, kind=kind, by=by)
    letters.certified(registration)
    return certificate


def why_none(registration: Registration, training: Training, kind: str) -> str:
    """Why `registration` gets no certificate of `kind`, as a sentence."""
    if earned(training, kind).filter(pk=registration.pk).exists():
        return _("Has this certificate already. Reissue that one to change it.")
    return not_earned(kind)


def not_earned(kind: str) -> str:
    if kind == CertificateKind.COMPLETION:
        return _("Did not complete the training, as the attendance says. Look at the days first.")
    return _("Was never marked as present. Look at the attendance first.")


@transaction.atomic
def reissue(certificate: Certificate, *, by: User, reason: str) -> Certificate:
    """A new version with today's name, words and design; the old one says what replaced it.

    Raises NotAllowed for one that is replaced already, or where nobody says why.
    """
    training = lock(certificate.training_id)
    old = Certificate.objects.select_related("registration__volunteer__user").get(pk=certificate.pk)
    if old.replaced_at:
        raise NotAllowed(_("There is a newer version of this certificate. Open that one."))
    if not old.registration.volunteer_id:
        raise NotAllowed(_("This person's data was erased, so there is no name to print."))
    old.replaced_at = now()
    old.save(update_fields=["replaced_at"])
    new = Press(training).create(
        old.registration,
        kind=old.kind,
        by=by,
        replaces=old,
        reissue_reason=said(reason, _("Say why there is a new version.")),
    )
    letters.certified(old.registration)
    return new


@transaction.atomic
def revoke(certificate: Certificate, *, by: User, reason: str, is_public: bool) -> Certificate:
    """Take a certificate back. `is_public`: whoever checks it reads the reason.

    Raises NotAllowed for one that is not valid any more, or where nobody says why.
    """
    lock(certificate.training_id)
    fresh = Certificate.objects.get(pk=certificate.pk)
    if not fresh.is_valid:
        raise NotAllowed(_("This certificate is not valid any more. Nothing was changed."))
    fresh.revoke_reason = said(reason, _("Say why it is revoked."))
    fresh.revoked_at, fresh.revoked_by, fresh.reason_is_public = now(), by, is_public
    fresh.save(update_fields=["revoked_at", "revoked_by", "revoke_reason", "reason_is_public"])
    return fresh


def said(reason: str, otherwise: str) -> str:
    """The reason; raises NotAllowed with `otherwise` where there is none."""
    if not reason.strip():
        raise NotAllowed(otherwise)
    return reason.strip()


def sample(training: Training, kind: str, registration: Registration | None) -> Printed:
    """How a certificate of `training` would look for `registration`, or for someone invented."""
    press = Press(training)
    person = registration or Registration(training=training, name="Zebo Example")
    return press.printed(press.filled(person, kind, 0, code="sample"))


def pdf_of(certificates: Iterable[Certificate]) -> bytes:
    """The PDF of `certificates`, a sheet each; raises NotAllowed where a name was erased."""
    kept = [certificate.printed for certificate in certificates]
    if not kept or not all(kept):
        raise NotAllowed(_("This person's data was erased, and the certificate with it."))
    return paper.draw([Printed.of_json(one) for one in kept], stored_picture)


def stored_picture(name: str) -> bytes | None:
    """The bytes of a private picture; None where it is gone."""
    try:
        with storages["private"].open(name) as file:
            return file.read()
    except OSError:
        return None


def forget(registrations: Iterable[Registration]) -> None:
    """Take the name off the certificates of erased people; number, code and dates stay."""
    Certificate.objects.filter(registration__in=registrations).update(
        name="", printed={}, revoke_reason="", reissue_reason="", reason_is_public=False
    )
