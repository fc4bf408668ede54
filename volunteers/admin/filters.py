"""What the lists of registrations and volunteers are narrowed by."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from trainings.admin.filters import by_name
from trainings.models import Country, Training
from volunteers.deciding import is_key
from volunteers.models import Registration

# Older trainings are found by their decision page.
MOST_TRAININGS = 60


class OfTrainingFilter(admin.SimpleListFilter):
    """The newest trainings with registrations. Looked for by training: the rows may be many."""

    title = _("training")
    parameter_name = "training"

    def lookups(self, request, model_admin):
        used = Exists(Registration.objects.filter(training=OuterRef("pk")))
        rows = Training.objects.filter(used).order_by("-pk")[:MOST_TRAININGS]
        return [(str(row.pk), str(row.title)) for row in rows]

    def queryset(self, request, queryset):
        asked = self.value() or ""
        return queryset.filter(training=asked) if is_key(asked) else queryset


class CountryOfFilter(admin.SimpleListFilter):
    """The countries that rows of the list are counted for."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request, model_admin):
        rows = model_admin.model._default_manager.filter(country=OuterRef("pk"))
        return by_name(Country.objects.filter(Exists(rows)))

    def queryset(self, request, queryset):
        return queryset.filter(country=self.value()) if self.value() else queryset
