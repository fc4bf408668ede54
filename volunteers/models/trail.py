"""The trail of what was done at the desk, as organizers read it; `volunteers.audit` writes it."""

from auditlog.models import LogEntry
from django.utils.translation import gettext_lazy as _


class Entry(LogEntry):
    """A row of django-auditlog under a name of our own, to be read and never edited."""

    class Meta:
        proxy = True
        verbose_name = _("entry of the trail")
        verbose_name_plural = _("trail")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.object_repr
