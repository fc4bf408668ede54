"""What is being written: the draft of a text, and who has it open. Neither is ever public."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings.models.report import ReportText


class TextDraft(models.Model):
    """The words of a text as they are being written, until they are put into it.

    `content` holds headline, lead, byline, share_text, blocks and what was removed; its shape is
    that of `trainings.services.drafts`. `version` counts every save, so that nobody overwrites
    what she or he has not seen.
    """

    text = models.OneToOneField(
        ReportText,
        models.CASCADE,
        primary_key=True,
        related_name="draft",
        verbose_name=_("text"),
    )
    content = models.JSONField(_("content"), default=dict)
    version = models.PositiveIntegerField(_("version"), default=0)
    saved_at = models.DateTimeField(_("saved"), default=now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("draft of a text")
        verbose_name_plural = _("drafts of texts")

    def __str__(self) -> str:
        return str(self.text)


class OpenText(models.Model):
    """That someone has a text open in the editor; told to whoever opens it too."""

    # An editor that says nothing for so long was closed, or its phone lost the network.
    STALE = dt.timedelta(seconds=45)

    text = models.ForeignKey(
        ReportText, models.CASCADE, related_name="open_by", verbose_name=_("text")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account")
    )
    seen_at = models.DateTimeField(_("last seen"), default=now)

    class Meta:
        verbose_name = _("text that is open")
        verbose_name_plural = _("texts that are open")
        constraints = [
            models.UniqueConstraint(
                fields=["text", "user"], name="trainings_open_text_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.text} · {self.user}"
