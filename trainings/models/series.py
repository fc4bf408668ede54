"""Series: trainings that belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.addresses import address
from trainings.fields import OnceSlugField, SearchKeyField
from trainings.labels import LabelField, LabelTextField
from trainings.models.places import number_of
from trainings.models.searchable import SearchableQuerySet


class SeriesQuerySet(SearchableQuerySet):
    def on_record(self):
        """Series with a published training."""
        return self.filter(pk__in=published().values("series"))

    def with_count(self):
        """With `count`: how many published trainings each has."""
        return self.annotate(count=number_of(published().filter(series=models.OuterRef("pk"))))


def published() -> models.QuerySet:
    from trainings.models.training import Training  # imported here: a training names its series

    return Training.objects.published().order_by()


class Series(models.Model):
    """Trainings that belong together, such as the yearly editions of one."""

    name = LabelField(_("name"))
    slug = OnceSlugField("name", verbose_name=_("address"))
    description = LabelTextField(_("description"), blank=True, help_text=_("Markdown."))
    search_key = SearchKeyField("name")

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("plural", "series")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return address("series", self.slug)
