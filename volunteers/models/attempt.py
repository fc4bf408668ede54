"""Attempts that are limited, such as sending a form: counted in the database by all processes."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class Attempt(models.Model):
    """That someone tried something. `who` is a keyed hash, so that no address is kept here."""

    what = models.CharField(_("what"), max_length=20)
    who = models.CharField(_("who"), max_length=64)
    at = models.DateTimeField(_("when"), default=now)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        indexes = [models.Index(fields=["what", "who", "at"], name="volunteers_attempts")]

    def __str__(self) -> str:
        return f"{self.what}, {self.at}"
