"""Series: trainings that belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.fields import OnceSlugField, SearchKeyField
from trainings.labels import LabelField, LabelTextField
from trainings.models.searchable import SearchableQuerySet


class Series(models.Model):
    """Trainings that belong together, such as the yearly editions of one."""

    name = LabelField(_("name"))
    slug = OnceSlugField("name", verbose_name=_("address"))
    description = LabelTextField(_("description"), blank=True, help_text=_("Markdown."))
    search_key = SearchKeyField("name")

    objects = models.Manager.from_queryset(SearchableQuerySet)()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("plural", "series")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)
