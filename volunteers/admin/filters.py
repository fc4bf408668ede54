"""What the lists of registrations, volunteers and letters are narrowed by."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.filters import by_name
from trainings.models import Country
from volunteers import narrowing


class CutFilter(admin.SimpleListFilter):
    """Narrows by a cut of `volunteers.narrowing`."""

    cut: narrowing.Cut

    def lookups(self, request, model_admin):
        return [(value, label) for value, label in self.cut.labels.items()]

    def queryset(self, request, queryset):
        asked = self.value()
        if not asked or (self.cut.labels and asked not in self.cut.labels):
            return queryset
        return queryset.filter(self.cut.condition(asked))


class CountryOfFilter(CutFilter):
    """The countries that rows of the list are counted for."""

    cut = narrowing.COUNTRY
    title = cut.title
    parameter_name = cut.name

    def lookups(self, request, model_admin):
        rows = model_admin.get_queryset(request).filter(country=OuterRef("pk"))
        countries = by_name(Country.objects.filter(Exists(rows)))
        return [*countries, (narrowing.UNKNOWN, narrowing.NOT_STATED)]


class CategoryFilter(CutFilter):
    cut = narrowing.CATEGORY
    title = cut.title
    parameter_name = cut.name


class SexFilter(CutFilter):
    cut = narrowing.SEX
    title = cut.title
    parameter_name = cut.name


class AgeFilter(CutFilter):
    """The age reached in the year of the training."""

    cut = narrowing.AGE_CUT
    title = cut.title
    parameter_name = cut.name

    def queryset(self, request, queryset):
        return super().queryset(request, narrowing.with_age(queryset) if self.value() else queryset)


class HostFilter(CutFilter):
    """The host organisation as it was typed; which there are, the desk of a training says."""

    cut = narrowing.HOST
    title = cut.title
    parameter_name = cut.name

    def lookups(self, request, model_admin):
        asked = request.GET.get(self.parameter_name, "")
        named = [(asked, asked)] if asked not in ("", narrowing.UNKNOWN) else []
        return [*named, (narrowing.UNKNOWN, narrowing.NOT_STATED)]


class StepFilter(admin.SimpleListFilter):
    """How far people came, beside the state."""

    title = _("how far")
    parameter_name = "step"

    def lookups(self, request, model_admin):
        return list(narrowing.STEPS.items())

    def queryset(self, request, queryset):
        return narrowing.came_so_far(queryset, self.value() or "")


class SentFilter(admin.SimpleListFilter):
    """The days on which the form was sent."""

    title = _("submitted")
    parameter_name = "sent"

    def lookups(self, request, model_admin):
        week = narrowing.last_week()
        asked = request.GET.get(self.parameter_name, "")
        days = narrowing.days_asked(asked) if asked != week else None
        named = [(asked, wording.date_range(*days))] if days else []
        return [*named, (week, _("in the last seven days"))]

    def queryset(self, request, queryset):
        days = narrowing.days_asked(self.value() or "")
        if days is None:
            return queryset
        return narrowing.with_days_sent(queryset).filter(sent_on__range=days)
