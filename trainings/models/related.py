"""Events before, after and beside a training."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trainings.labels import LabelField
from trainings.models.training import Training


class EventRelation(models.TextChoices):
    PREVIOUS = "previous", _("earlier event")
    PREPARATORY = "preparatory", _("prepared by")
    FOLLOW_UP = "follow_up", _("followed by")
    PARALLEL = "parallel", _("held beside")
    POSTPONED_FROM = "postponed_from", _("postponed from")


class RelatedEvent(models.Model):
    """An event before, after or beside a training: one on record, or only in words."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="related_events", verbose_name=_("training")
    )
    relation = models.CharField(_("relation"), max_length=14, choices=EventRelation)
    other = models.ForeignKey(
        Training,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="related_from",
        verbose_name=_("training on record"),
    )
    wording = LabelField(_("in words"), blank=True)
    url = models.URLField(_("web address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("related event")
        verbose_name_plural = _("related events")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(other__isnull=False) | ~Q(wording=""),
                name="trainings_related_event_named",
                violation_error_message=_("Choose the other training, or name the event in words."),
            ),
            models.CheckConstraint(
                condition=~Q(other=F("training")),
                name="trainings_related_event_is_another",
                violation_error_message=_("A training is not related to itself. Choose another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.wording or self.other}"
