"""What stands on the certificates of a training; what they share is read once, also for 500."""

from functools import cached_property

from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from trainings import wording
from trainings.models import OrganisationRole, Training
from trainings.services.refusal import NotAllowed
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
from volunteers.papers import words
from volunteers.papers.certificates import Printed, Said, Signed
from volunteers.papers.lettering import is_writable

LATIN = ("en", "uz")
ISSUERS = (OrganisationRole.ORGANISER, OrganisationRole.CO_ORGANISER)
# Wide enough for a picture of 60 mm at 400 dots an inch.
PICTURE_WIDTH = 960


def design_of(training: Training) -> CertificateDesign:
    """How the certificates of `training` look; an unsaved usual one where nobody has said."""
    try:
        return training.certificate_design
    except CertificateDesign.DoesNotExist:
        return CertificateDesign(training=training)


class Press:
    """Makes certificates of one training, which the caller has locked where they are saved."""

    def __init__(self, training: Training):
        self.training = training
        self.design = design_of(training)
        self.languages = self.design.languages
        self.last = 0

    def create(
        self, registration: Registration, *, kind: str, by: User | None, **more
    ) -> Certificate:
        """A saved certificate with the next number. Raises NotAllowed, and saves nothing,
        where the name can't be printed."""
        self.last = self.last or self.last_number
        certificate = self.filled(registration, kind, self.last + 1, issued_by=by, **more)
        if not is_writable(certificate.name):
            # Without the name: a refusal is kept longer than the person's data may be.
            raise NotAllowed(
                _("The name has letters that can't be printed. Choose another form of it.")
            )
        certificate.printed = self.printed(certificate).as_json()
        certificate.save()
        self.last = certificate.sequence
        return certificate

    @property
    def last_number(self) -> int:
        made = Certificate.objects.filter(training=self.training)
        return made.aggregate(last=Max("sequence"))["last"] or 0

    def filled(self, registration: Registration, kind: str, sequence: int, **more) -> Certificate:
        """A certificate that is not saved yet, with its name and number."""
        certificate = Certificate(
            registration=registration,
            training=self.training,
            kind=kind,
            sequence=sequence,
            name=name_on(registration, self.design.language),
            **more,
        )
        year = (self.training.first_day or localdate(certificate.issued_at)).year
        certificate.number = f"{year}-{self.training.pk:04}-{sequence:04}"
        return certificate

    def printed(self, certificate: Certificate) -> Printed:
        """All that stands on `certificate`, in the languages of the design."""
        logos = (self.design.logo, self.design.second_logo)
        return Printed(
            name=certificate.name,
            number=certificate.number,
            address=certificate_url(certificate),
            made_at=certificate.issued_at.isoformat(),
            said=[self.said(certificate, language) for language in self.languages],
            signed=self.signed,
            logos=[picture_name(logo) for logo in logos if logo],
        )

    @cached_property
    def signed(self) -> list[Signed]:
        rows = self.design.signatories.all() if self.design.pk else []
        return [
            Signed(
                [row.name.localize(language) for language in self.languages],
                [row.position.localize(language) for language in self.languages],
                picture_name(row.signature),
            )
            for row in rows
        ]

    def said(self, certificate: Certificate, language: str) -> Said:
        """The words of `certificate` in `language`: the organizer's own, or the usual ones."""
        kind = CertificateKind(certificate.kind)
        own = getattr(self.design, kind.value)
        text = own.data.get(language) if own and own.is_mapping else ""
        registration = certificate.registration
        values = {**self.shared[language], "name": certificate.name}
        values["organisation"] = registration.host_organisation
        with override(language):
            values["country"] = str(registration.country or "")
        day = wording.date(localdate(certificate.issued_at), language)
        return Said(
            language=language,
            title=words.TITLES[kind][language],
            lead=words.LEADS[language],
            text=fill(text or words.TEXTS[kind][language], values),
            number=words.NUMBERS[language],
            issued=f"{words.ISSUED[language]}: {day}",
            check=words.CHECKS[language],
            issuer=values["issuer"],
        )

    @cached_property
    def shared(self) -> dict[str, dict[str, str]]:
        """What the placeholders about the training say, by language."""
        return {language: self.shared_in(language) for language in self.languages}

    def shared_in(self, language: str) -> dict[str, str]:
        issuer = self.design.issuer
        with override(language):
            return {
                "training": self.training.title.localize(language),
                "dates": self.training.dates_in_words() or self.training.date_wording,
                "place": places_of(self.training),
                "issuer": issuer.localize(language) if issuer else issuers_of(self.training),
            }


def name_on(registration: Registration, language: str) -> str:
    """The name in the form the person chose, or in the letters of `language`, if there is one."""
    forms = {
        NameForm.DISPLAY: registration.name,
        NameForm.NATIVE: registration.native_name,
        NameForm.LATIN: registration.latin_name,
    }
    own = NameForm.LATIN if language in LATIN else NameForm.NATIVE
    return forms[NameForm(registration.certificate_name or own)] or registration.name


def issuers_of(training: Training) -> str:
    """The organisers, in the language that is active."""
    roles = training.organisation_roles.filter(role__in=ISSUERS).select_related("organisation")
    return wording.list_of(role.shown_name for role in roles)


def picture_name(picture) -> str:
    """The stored size of `picture` that is printed."""
    return picture.name_for(PICTURE_WIDTH)


def fill(text: str, values: dict[str, str]) -> str:
    """`text` with its placeholders filled; a line of which nothing is left is left out."""
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        names = [name for name in PLACEHOLDER.findall(line) if name in values]
        if names and not any(values[name] for name in names):
            continue
        lines.append(PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), line))
    return "\n".join(lines).strip()
