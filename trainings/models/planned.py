"""What was planned for a training: its aims, topics and methods, and its languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.fields import language_code
from trainings.labels import LabelField
from trainings.models.training import Training


class PointKind(models.TextChoices):
    OBJECTIVE = "objective", _("aim")
    TOPIC = "topic", _("topic")
    METHOD = "method", _("method")
    OUTPUT = "output", _("result")
    FOLLOW_UP = "follow_up", _("what came after")


class Point(models.Model):
    """One aim, topic, method or result of a training: a line of an ordered list."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="points", verbose_name=_("training")
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=PointKind, default=PointKind.OBJECTIVE
    )
    text = LabelField(_("text"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("aim, topic, method or result")
        verbose_name_plural = _("aims, topics, methods and results")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.text)


class LanguageUse(models.TextChoices):
    DELIVERY = "delivery", _("spoken")
    INTERPRETATION = "interpretation", _("interpretation")


class Manner(models.TextChoices):
    SIMULTANEOUS = "simultaneous", _("simultaneous")
    CONSECUTIVE = "consecutive", _("consecutive")
    WHISPERED = "whispered", _("whispered")


class TrainingLanguage(models.Model):
    """A language a training is held in, or interpreted into."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="languages", verbose_name=_("training")
    )
    language = models.CharField(
        _("language"),
        max_length=8,
        validators=[language_code],
        help_text=_("A code such as en, ru or ky."),
    )
    use = models.CharField(
        _("use"), max_length=14, choices=LanguageUse, default=LanguageUse.DELIVERY
    )
    manner = models.CharField(_("manner"), max_length=12, choices=Manner, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "language", "use"],
                name="trainings_language_once",
                violation_error_message=_("This language stands here already."),
            )
        ]

    def __str__(self) -> str:
        return wording.language_name(self.language)
