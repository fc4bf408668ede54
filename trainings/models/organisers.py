"""Who stands behind a training: organiser, host, partners, funders."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from trainings.fields import name_of
from trainings.given import Present
from trainings.labels import LabelField
from trainings.models.checks import one_of
from trainings.models.training import Training


class OrganisationRole(models.TextChoices):
    ORGANISER = "organiser", _("organiser")
    CO_ORGANISER = "co_organiser", _("co-organiser")
    COLLABORATOR = "collaborator", _("in collaboration with")
    HOST = "host", _("host")
    PARTNER = "partner", _("partner")
    FUNDER = "funder", _("funder")
    FUNDED_THROUGH = "funded_through", _("funded through")
    PATRON = "patron", _("patron")
    SUPPORTER = "supporter", _("with the support of")
    MEDIA = "media", _("media partner")


class TrainingOrganisationQuerySet(models.QuerySet):
    def public(self):
        """Roles in published trainings, the newest first."""
        newest = F("training__sort_date").desc(nulls_last=True)
        return self.filter(training__published_at__lte=Present()).order_by(newest, "order")


class TrainingOrganisation(models.Model):
    """What an organisation did for a training, with its name as printed there."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="organisation_roles", verbose_name=_("training")
    )
    organisation = models.ForeignKey(
        "trainings.Organisation",
        models.PROTECT,
        related_name="training_roles",
        verbose_name=_("organisation"),
    )
    role = models.CharField(
        _("role"), max_length=14, choices=OrganisationRole, default=OrganisationRole.ORGANISER
    )
    as_printed = models.CharField(
        _("name as printed"),
        max_length=300,
        blank=True,
        help_text=_("Only where the source prints the name in another way."),
    )
    note = LabelField(_("note"), blank=True, help_text=_("Such as “permanent secretariat”."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = TrainingOrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation behind it")
        verbose_name_plural = _("organisations behind it")
        ordering = ["order", "pk"]
        constraints = [
            one_of("role", OrganisationRole),
            models.UniqueConstraint(
                fields=["training", "organisation", "role"],
                name="trainings_organisation_role_once",
                violation_error_message=_("This organisation has this role already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.shown_name}"

    def get_role_display(self) -> str:  # type: ignore[no-redef]
        return name_of(self.role, OrganisationRole)

    @property
    def shown_name(self) -> str:
        return self.as_printed or str(self.organisation.name)
