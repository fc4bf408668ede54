"""What people agree to, in which version and words, and when they took it back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainings.labels import LabelTextField
from trainings.models.checks import one_of
from trainings.together import Asked, kept


class ConsentKind(models.TextChoices):
    DATA = "data", _("use of data for the training")
    PHOTOGRAPHS = "photographs", _("photographs")
    LISTED = "listed", _("being listed to other participants")


class ConsentTextManager(models.Manager["ConsentText"]):
    def current(self) -> dict[str, "ConsentText"]:
        """The newest version of each kind, by kind."""
        return {text.kind: text for text in in_their_order()["texts"]}


class ConsentText(models.Model):
    """A version of the words someone says yes to. A version that was used is never changed."""

    kind = models.CharField(_("consent to"), max_length=11, choices=ConsentKind)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    text = LabelTextField(_("sentence beside the box"))
    detail = LabelTextField(_("more about it"), blank=True, help_text=_("Markdown."))
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = ConsentTextManager()

    class Meta:
        verbose_name = _("wording of a consent")
        verbose_name_plural = _("wordings of consents")
        ordering = ["kind", "-version"]
        constraints = [
            one_of("kind", ConsentKind),
            models.UniqueConstraint(
                fields=["kind", "version"],
                name="volunteers_consenttext_version_once",
                violation_error_message=_("There is this version already. Use the next number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.version}"


@kept
def in_their_order() -> Asked:
    return {"texts": ConsentText.objects.order_by("version")}


class ConsentQuerySet(models.QuerySet["Consent"]):
    def taken_back(self, kind: str):
        """The yes to `kind` that was taken back, where none was given again."""
        of_kind = Consent.objects.filter(text__kind=kind)
        standing = of_kind.filter(withdrawn_at=None).values("registration")
        rows = self.filter(text__kind=kind, withdrawn_at__isnull=False)
        return rows.exclude(registration__in=standing)


class Consent(models.Model):
    """A yes for a registration: to which version, read in which language, at what moment."""

    registration = models.ForeignKey(
        "volunteers.Registration",
        models.CASCADE,
        related_name="consents",
        verbose_name=_("registration"),
    )
    text = models.ForeignKey(
        ConsentText, models.PROTECT, related_name="consents", verbose_name=_("wording")
    )
    language = models.CharField(_("read in"), max_length=2, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(_("given"))
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["text__kind", "-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "text"],
                condition=Q(withdrawn_at__isnull=True),
                name="volunteers_consent_stands_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.text)
