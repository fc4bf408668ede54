"""Certificates of the demo: of a training that was held, with one new version and one revoked."""

from pathlib import Path

import yaml

from trainings.labels import Label
from trainings.models import Training
from volunteers.models import (
    Certificate,
    CertificateDesign,
    CertificateKind,
    NameForm,
    Signatory,
    User,
)
from volunteers.services import certificates

COMPLETION = CertificateKind.COMPLETION


def load(path: Path, organizer: User) -> None:
    """Issue the certificates that the file at `path` describes to all who completed."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    training = Training.objects.get(slug=told["training"])
    make_design(training, told)
    waiting = certificates.without_one(training, COMPLETION)
    pks = list(waiting.values_list("pk", flat=True))
    certificates.issue_to(pks, training, kind=COMPLETION, by=organizer)
    issued = Certificate.objects.filter(training=training)
    certificates.revoke(
        issued.get(registration__name=told["revoked"]["name"]),
        by=organizer,
        reason=told["revoked"]["reason"],
        is_public=True,
    )
    in_latin_letters(issued.get(registration__name=told["latin_letters"]), organizer)


def make_design(training: Training, told: dict) -> None:
    """The languages of the certificates, and who signs them."""
    design = CertificateDesign.objects.create(
        training=training, language=told["language"], second_language=told["second_language"]
    )
    for order, one in enumerate(told["signatories"]):
        labels = {column: Label(text) for column, text in one.items()}
        Signatory.objects.create(design=design, order=order, **labels)


def in_latin_letters(certificate: Certificate, organizer: User) -> None:
    """A new version with the name in Latin letters, as its owner wished afterwards."""
    registration = certificate.registration
    registration.certificate_name = NameForm.LATIN
    registration.save(update_fields=["certificate_name"])
    reason = "She applies abroad and needs the name in Latin letters."
    certificates.reissue(certificate, by=organizer, reason=reason)
