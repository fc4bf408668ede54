"""What colleagues say of a text before it is published."""

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings.models.block import Block
from trainings.models.report import ReportText


class CommentQuerySet(models.QuerySet):
    def open(self):
        """Those that nobody has settled yet."""
        return self.filter(settled_at=None)


class Comment(models.Model):
    """A remark of a colleague on a text or on one of its blocks, until it is settled."""

    text = models.ForeignKey(
        ReportText, models.CASCADE, related_name="comments", verbose_name=_("text")
    )
    block = models.ForeignKey(
        Block,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("block"),
    )
    words = models.TextField(_("words"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("written"), default=now)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("settled by"),
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words=""),
                name="trainings_comment_has_words",
                violation_error_message=_("Write the remark."),
            )
        ]

    def __str__(self) -> str:
        return self.words[:60]
