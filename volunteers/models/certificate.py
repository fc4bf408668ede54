"""Certificates: how those of a training look, who has which, and the runs that issue them."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.labels import LabelField, LabelTextField
from trainings.models import Training
from trainings.models.checks import one_of
from trainings.pictures import PictureField
from volunteers.models.question import private_files
from volunteers.models.registration import Registration, new_code


class CertificateKind(models.TextChoices):
    COMPLETION = "completion", _("certificate of completion")
    PARTICIPATION = "participation", _("certificate of participation")


class CertificateDesign(models.Model):
    """What stands on the certificates of a training, beside the name."""

    training = models.OneToOneField(
        Training,
        models.CASCADE,
        related_name="certificate_design",
        verbose_name=_("training"),
    )
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    second_language = models.CharField(
        _("second language"), max_length=2, choices=settings.LANGUAGES, blank=True
    )
    issuer = LabelField(
        _("issued by"), blank=True, help_text=_("Empty: the organisers of the training.")
    )
    completion = LabelTextField(_("words of a certificate of completion"), blank=True)
    participation = LabelTextField(_("words of a certificate of participation"), blank=True)
    logo = PictureField(_("logo"), upload_to="certificates", storage=private_files, blank=True)
    second_logo = PictureField(
        _("second logo"), upload_to="certificates", storage=private_files, blank=True
    )

    class Meta:
        verbose_name = _("design of certificates")
        verbose_name_plural = _("designs of certificates")
        constraints = [
            models.CheckConstraint(
                condition=~Q(second_language=F("language")),
                name="volunteers_certificatedesign_two_languages",
                violation_error_message=_("Choose another second language, or none."),
            )
        ]

    def __str__(self) -> str:
        return str(self.training)

    @property
    def languages(self) -> list[str]:
        return [code for code in (self.language, self.second_language) if code]


class Signatory(models.Model):
    """Someone who signs the certificates of a training."""

    design = models.ForeignKey(
        CertificateDesign,
        models.CASCADE,
        related_name="signatories",
        verbose_name=_("design of certificates"),
    )
    name = LabelField(pgettext_lazy("person", "name"))
    position = LabelField(_("position"), blank=True)
    signature = PictureField(
        _("signature"), upload_to="certificates", storage=private_files, blank=True
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    # More don't fit on a sheet.
    MOST = 3

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the registrations that an account of the desk may see."""
        return self.filter(registration__in=Registration.objects.visible_to(user))

    def of(self, user):
        """Those of the person who signed in."""
        return self.filter(registration__in=Registration.objects.of(user))

    def to_check(self):
        """With all that the page for whoever checks one shows."""
        return self.select_related("training", "replaced_by").prefetch_related(
            "training__places__country"
        )

    def valid(self):
        """Neither revoked nor replaced by a newer one."""
        return self.filter(revoked_at__isnull=True, replaced_at__isnull=True)


class Certificate(models.Model):
    """A certificate as it was issued. It is never deleted, so that its number is never missing."""

    registration = models.ForeignKey(
        Registration,
        models.PROTECT,
        related_name="certificates",
        verbose_name=_("registration"),
    )
    training = models.ForeignKey(
        Training, models.PROTECT, related_name="certificates", verbose_name=_("training")
    )
    kind = models.CharField(_("kind"), max_length=13, choices=CertificateKind)
    sequence = models.PositiveIntegerField(_("number within the training"), editable=False)
    number = models.CharField(_("number"), max_length=40, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=16, unique=True, default=new_code, editable=False)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=200, blank=True)
    # All words and the names of the pictures, so that the sheet can be drawn again as it was.
    printed = models.JSONField(_("what stands on it"), default=dict, editable=False)
    issued_at = models.DateTimeField(_("issued"), default=now, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("issued by"),
    )
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    replaced_at = models.DateTimeField(_("replaced"), null=True, editable=False)
    reissue_reason = models.TextField(_("reason for the new version"), blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    revoke_reason = models.TextField(_("reason for revoking it"), blank=True)
    reason_is_public = models.BooleanField(_("the reason may be shown"), default=False)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["training", "sequence"]
        permissions = [
            ("issue_certificate", _("Can issue certificates")),
            ("revoke_certificate", _("Can revoke and reissue certificates")),
        ]
        constraints = [
            one_of("kind", CertificateKind),
            models.UniqueConstraint(
                fields=["training", "sequence"], name="volunteers_certificate_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["registration", "kind"],
                condition=Q(revoked_at__isnull=True, replaced_at__isnull=True),
                name="volunteers_certificate_one_valid",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | ~Q(revoke_reason="") | Q(name=""),
                name="volunteers_certificate_revoked_why",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """The page where anybody can check it."""
        return reverse("certificate", args=[self.code])

    @property
    def issuer(self) -> str:
        """Who issued it, in the reader's language if it stands on it in that; else as it does."""
        said = {one["language"]: one["issuer"] for one in self.printed.get("said", ())}
        chain = (*wording.fallback_chain(get_language()), *said)
        return next((said[code] for code in chain if said.get(code)), "")

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and self.replaced_at is None


class Issuing(models.Model):
    """An order to issue certificates to all who earned them, and how far the worker is."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="issuings", verbose_name=_("training")
    )
    kind = models.CharField(_("kind"), max_length=13, choices=CertificateKind)
    # Whom its issuer may see is asked again when the worker comes to it.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("ordered by")
    )
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    created_at = models.DateTimeField(_("ordered"), auto_now_add=True)
    total = models.PositiveIntegerField(_("to issue"), default=0)
    done = models.PositiveIntegerField(_("issued"), default=0)
    leased_until = models.DateTimeField(_("a worker is at it until"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, editable=False)
    # Those who got none, each with the sentence that says why: [[key of the registration, why]].
    refused = models.JSONField(_("who got none"), default=list, editable=False)

    # A worker that says nothing for so long is gone, and another takes over.
    LEASE = dt.timedelta(minutes=2)

    class Meta:
        verbose_name = _("issuing of certificates")
        verbose_name_plural = _("issuings of certificates")
        ordering = ["-pk"]
        constraints = [
            one_of("kind", CertificateKind),
            models.UniqueConstraint(
                fields=["training", "kind"],
                condition=Q(finished_at__isnull=True),
                name="volunteers_issuing_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.done}/{self.total}"
