"""Certificates: who earned one, how it is worded, issuing, reissuing and revoking.

A certificate keeps all that stands on it (`Certificate.printed`), so that it looks the same for
ever, whatever is changed in the training, its design or the registration later.
"""

from collections.abc import Iterable

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import override

from trainings import wording
from trainings.models import OrganisationRole, Training
from trainings.services.refusal import NotAllowed
from volunteers import letters
from volunteers.letters.filling import PLACEHOLDER
from volunteers.letters.values import places_of
from volunteers.links import certificate_url
from volunteers.models import (
    Certificate,
    CertificateDesign,
    CertificateKind,
    NameForm,
    Registration,
    User,
)
from volunteers.papers import certificates as paper
from volunteers.papers import words
from volunteers.papers.certificates import Printed, Said, Signed
from volunteers.papers.lettering import is_writable
from volunteers.services.moves import lock

LATIN = ("en", "uz")
ISSUERS = (OrganisationRole.ORGANISER, OrganisationRole.CO_ORGANISER)
# Wide enough for a picture of 60 mm at 400 dots an inch.
PICTURE_WIDTH = 960


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


def design_of(training: Training) -> CertificateDesign:
    """How the certificates of `training` look; an unsaved usual one where nobody has said."""
    try:
        return training.certificate_design
    except CertificateDesign.DoesNotExist:
        return CertificateDesign(training=training)


def name_on(registration: Registration, language: str) -> str:
    """The name in the form the person chose, or in the letters of `language`, if there is one."""
    forms = {
        NameForm.DISPLAY: registration.name,
        NameForm.NATIVE: registration.native_name,
        NameForm.LATIN: registration.latin_name,
    }
    own = NameForm.LATIN if language in LATIN else NameForm.NATIVE
    return forms[NameForm(registration.certificate_name or own)] or registration.name


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
    if not earned(training, kind).filter(pk=registration.pk).exists():
        raise NotAllowed(not_earned(kind))
    if without_one(training, kind).filter(pk=registration.pk).first() is None:
        raise NotAllowed(_("Has this certificate already. Reissue that one to change it."))
    certificate = create(registration, training, kind=kind, by=by)
    letters.certified(registration)
    return certificate


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
    new = create(
        old.registration,
        training,
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


def create(
    registration: Registration, training: Training, *, kind: str, by: User | None, **more
) -> Certificate:
    """A row with the next number of the training, which the caller has locked."""
    design = design_of(training)
    name = name_on(registration, design.language)
    if not is_writable(name):
        raise NotAllowed(
            _("The name has letters that can't be printed. Choose another form of it.")
        )
    last = Certificate.objects.filter(training=training).aggregate(last=Max("sequence"))["last"]
    certificate = Certificate(
        registration=registration,
        training=training,
        kind=kind,
        name=name,
        issued_by=by,
        sequence=(last or 0) + 1,
        **more,
    )
    certificate.number = number_of(certificate)
    certificate.printed = printed(certificate, design).as_json()
    certificate.save()
    return certificate


def number_of(certificate: Certificate) -> str:
    """The year, the training and the place in its row, such as `2027-0012-0034`."""
    training = certificate.training
    year = (training.first_day or localdate(certificate.issued_at)).year
    return f"{year}-{training.pk:04}-{certificate.sequence:04}"


def sample(training: Training, kind: str, registration: Registration | None) -> Printed:
    """How a certificate of `training` would look for `registration`, or for someone invented."""
    design = design_of(training)
    person = registration or Registration(training=training, name="Zebo Example")
    certificate = Certificate(
        registration=person,
        training=training,
        kind=kind,
        sequence=0,
        code="sample",
        name=name_on(person, design.language),
    )
    certificate.number = number_of(certificate)
    return printed(certificate, design)


def printed(certificate: Certificate, design: CertificateDesign) -> Printed:
    """All that stands on `certificate`, in the languages of `design`."""
    signatories = list(design.signatories.all()) if design.pk else []
    return Printed(
        name=certificate.name,
        number=certificate.number,
        address=certificate_url(certificate),
        made_at=certificate.issued_at.isoformat(),
        said=[said_in(code, certificate, design) for code in design.languages],
        signed=[
            Signed(
                [one.name.localize(code) for code in design.languages],
                [one.position.localize(code) for code in design.languages],
                picture_name(one.signature),
            )
            for one in signatories
        ],
        logos=[picture_name(logo) for logo in (design.logo, design.second_logo) if logo],
    )


def picture_name(picture) -> str:
    """The stored size of `picture` that is printed."""
    sizes = [
        (width, name) for name, (width, ending) in picture.sized_names().items() if ending != "webp"
    ]
    wide = [name for width, name in sizes if width >= PICTURE_WIDTH]
    return wide[0] if wide else picture.name or ""


def said_in(language: str, certificate: Certificate, design: CertificateDesign) -> Said:
    """The words of `certificate` in `language`: the organizer's own, or the usual ones."""
    kind = CertificateKind(certificate.kind)
    own = design.completion if kind == CertificateKind.COMPLETION else design.participation
    text = own.data.get(language) if own and own.is_mapping else ""
    values = values_in(language, certificate, design)
    day = wording.date(localdate(certificate.issued_at), language)
    return Said(
        language=language,
        title=words.TITLES[kind][language],
        lead=words.LEADS[language],
        text=filled(text or words.TEXTS[kind][language], values),
        number=words.NUMBERS[language],
        issued=f"{words.ISSUED[language]}: {day}",
        check=words.CHECKS[language],
        issuer=values["issuer"],
    )


def values_in(language: str, certificate: Certificate, design: CertificateDesign) -> dict[str, str]:
    """What the placeholders of a certificate say in `language`."""
    training, registration = certificate.training, certificate.registration
    with override(language):
        return {
            "name": certificate.name,
            "training": training.title.localize(language),
            "dates": training.dates_in_words() or training.date_wording,
            "place": places_of(training),
            "country": str(registration.country or ""),
            "organisation": registration.host_organisation,
            "issuer": design.issuer.localize(language) if design.issuer else issuers_of(training),
        }


def issuers_of(training: Training) -> str:
    """The organisers, in the language that is active."""
    roles = training.organisation_roles.filter(role__in=ISSUERS).select_related("organisation")
    return wording.list_of(role.shown_name for role in roles)


def filled(text: str, values: dict[str, str]) -> str:
    """`text` with its placeholders filled; a line of which nothing is left is left out."""
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        names = [name for name in PLACEHOLDER.findall(line) if name in values]
        if names and not any(values[name] for name in names):
            continue
        lines.append(PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), line))
    return "\n".join(lines).strip()


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
