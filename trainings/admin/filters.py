"""What the lists are narrowed by."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.fields import is_key
from trainings.models import Country, OrganisationRole, ReportText, Role, TextState, Training

UNKNOWN = "unknown"
MOST_TRAININGS = 60


def by_name(countries) -> list[tuple[str, str]]:
    """Codes and names of countries in the reader's alphabetical order."""
    pairs = [(country.code, str(country.name)) for country in countries]
    return sorted(pairs, key=lambda pair: wording.sort_key(pair[1]))


class OfTrainingFilter(admin.SimpleListFilter):
    """The newest trainings that rows of the list belong to. Any other narrows it as well."""

    title = _("training")
    parameter_name = "training"

    def lookups(self, request, model_admin):
        # Looked for by training: the rows may be many.
        used = Exists(model_admin.get_queryset(request).filter(training=OuterRef("pk")))
        rows = Training.objects.filter(used).order_by("-pk")[:MOST_TRAININGS]
        return [(str(row.pk), str(row.title)) for row in rows]

    def has_output(self):
        return True

    def queryset(self, request, queryset):
        asked = self.value() or ""
        return queryset.filter(training=asked) if is_key(asked) else queryset


class CountryFilter(admin.SimpleListFilter):
    """The country a training was held in."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request, model_admin):
        return by_name(Country.objects.filter(places__isnull=False).distinct())

    def queryset(self, request, queryset):
        return queryset.held_in(self.value()) if self.value() else queryset


class YearFilter(admin.SimpleListFilter):
    title = _("year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        dated = Training.objects.filter(sort_date__isnull=False)
        years = dated.order_by().values_list("sort_date__year", flat=True).distinct()
        return [
            *((str(year), str(year)) for year in sorted(years, reverse=True)),
            (UNKNOWN, _("not stated")),
        ]

    def queryset(self, request, queryset):
        if self.value() == UNKNOWN:
            return queryset.without_year()
        if self.value() in dict(self.lookup_choices):
            return queryset.in_year(int(self.value()))
        return queryset


class PublishedFilter(admin.SimpleListFilter):
    title = _("published")
    parameter_name = "published"

    def lookups(self, request, model_admin):
        return [("yes", _("published")), ("no", _("draft"))]

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.filter(published_at__lte=now())
            case "no":
                return queryset.exclude(published_at__lte=now())
        return queryset


class RoleFilter(admin.SimpleListFilter):
    """In what capacity a person appeared."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return Role.choices

    def queryset(self, request, queryset):
        if self.value() not in Role.values:
            return queryset
        return queryset.filter(appearances__roles__has=self.value()).distinct()


class OrganisationRoleFilter(admin.SimpleListFilter):
    """What an organisation did for a training."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return OrganisationRole.choices

    def queryset(self, request, queryset):
        if self.value() not in OrganisationRole.values:
            return queryset
        return queryset.filter(training_roles__role=self.value()).distinct()


class OwnCountryFilter(admin.SimpleListFilter):
    """The country an organisation belongs to, or that is named for a person."""

    title = _("country")
    parameter_name = "country"
    path = "country"

    def lookups(self, request, model_admin):
        used = model_admin.model._default_manager.values(self.path)
        return by_name(Country.objects.filter(pk__in=used.order_by()))

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value()}).distinct() if self.value() else queryset


class PersonCountryFilter(OwnCountryFilter):
    path = "appearances__country"


class UntendedFilter(admin.SimpleListFilter):
    """Sessions in which somebody should do something, and nobody is named yet."""

    title = _("people")
    parameter_name = "people"

    def lookups(self, request, model_admin):
        return [("none", _("nobody named yet"))]

    def queryset(self, request, queryset):
        return queryset.untended() if self.value() == "none" else queryset


class OnRecordFilter(admin.SimpleListFilter):
    """Countries that trainings name, among all there are."""

    title = _("on record")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", _("with published trainings"))]

    def queryset(self, request, queryset):
        return queryset.filter(pk__in=queryset.on_record()) if self.value() else queryset


class TextStateFilter(admin.SimpleListFilter):
    """Reports with a text in a state."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return TextState.choices

    def queryset(self, request, queryset):
        if self.value() not in TextState.values:
            return queryset
        texts = ReportText.objects.filter(state=self.value())
        return queryset.filter(pk__in=texts.values("report"))


class TextLanguageFilter(admin.SimpleListFilter):
    """Reports with a text in a language."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        codes = ReportText.objects.order_by().values_list("language", flat=True).distinct()
        pairs = [(code, wording.language_name(code)) for code in codes]
        return sorted(pairs, key=lambda pair: wording.sort_key(pair[1]))

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        texts = ReportText.objects.filter(language=self.value())
        return queryset.filter(pk__in=texts.values("report"))
