"""Groups as reported, and facts about the programme."""

from anyascii import anyascii
from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings import folding, wording
from trainings.admin.base import DeskAdmin, Rows
from trainings.admin.country_lines import CountryLinesField, keep, written
from trainings.admin.filters import OwnCountryFilter
from trainings.admin.parts import PartAdmin
from trainings.admin.row_forms import RowForm
from trainings.admin.sections import Fields, Section
from trainings.models import (
    Fact,
    GroupCountry,
    Organisation,
    ParticipantGroup,
    Report,
    ReportTraining,
    Series,
)
from trainings.models.figures import qualified


class GroupForm(RowForm):
    countries_typed = CountryLinesField()

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["countries_typed"] = written(self.instance.countries.all())

    def _save_m2m(self):
        super()._save_m2m()
        if "countries_typed" in self.changed_data:
            keep(self.instance, self.cleaned_data["countries_typed"])


class GroupRows(Rows):
    model = ParticipantGroup
    form = GroupForm
    within = ("subset_of", "reported_in", "place", "session")
    fetched = ("countries__country",)
    add_text = _("Add a group")
    nothing_text = _(
        "No figures yet. Write each group as the source gives it; nothing is ever added up."
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "capacity",
                    ("qualifier", "count", "unit"),
                    ("wording", "is_total"),
                    ("subset_of", "relation"),
                    "countries_typed",
                    "order",
                )
            },
        ),
        (
            _("More about this group"),
            {
                "fields": (
                    ("sex", "age_from", "age_to"),
                    ("place", "session", "mode"),
                    ("countries_count", "reported_in"),
                    "region",
                    "note",
                )
            },
        ),
    )

    def rows_within(self, name, parent, rows):
        if name != "reported_in":
            found = super().rows_within(name, parent, rows)
            return found.select_related("country") if name == "place" else found
        chosen = [row.reported_in_id for row in rows if row.reported_in_id]
        own = Q(pk__in=parent.report_links.values("report")) if parent.pk else Q(pk=None)
        return Report.objects.filter(own | Q(pk__in=chosen)).prefetch_related("texts")

    def rows_near(self, name, hand):
        if name == "reported_in":
            links = hand.of(ReportTraining)
            return None if links is None else [link.report for link in links]
        return super().rows_near(name, hand)

    def row_title(self, row):
        count = qualified(row.count, row.qualifier)
        return f"{count} {row.capacity}" if count else str(row.capacity)

    def row_note(self, row):
        names = [str(one.as_published or one.country) for one in row.countries.all()]
        where = wording.list_of(names) or str(row.region)
        return f"{row.get_relation_display()}: {where}" if row.relation and where else where

    def row_links(self, row):
        url = reverse("admin:trainings_participantgroup_change", args=[row.pk])
        return [(f"{url}#fields", _("Countries one by one …"))]


class CountryRows(Rows):
    model = GroupCountry
    autocomplete_fields = ("country",)
    joined = ("country",)
    folds = False
    add_text = _("Add a country")
    nothing_text = _("No country yet.")
    fields = (("country", "as_published", "count", "order"),)


@admin.register(ParticipantGroup)
class GroupAdmin(PartAdmin):
    anchor = "people"
    list_display = ("capacity", "count", "training")
    list_select_related = ("training",)
    search_fields = ("capacity",)
    inlines = (CountryRows,)
    fields = ("capacity", ("qualifier", "count", "unit"), "wording", "relation")

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(training__search_key__contains=folding.fold(search_term)), False


class FactForm(RowForm):
    """Makes the key from the wording where it was left empty."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text = _(
                "A name to find it by in record files. Left empty, it is made from the wording."
            )

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("key") and "key" not in self.errors:
            said, value = cleaned.get("wording") or "", cleaned.get("value")
            about = f"{said} {'' if value is None else value}"
            self.instance.key = cleaned["key"] = self.instance.key or free_key(about)
        return cleaned


def free_key(about: str) -> str:
    """A key that no fact has, from the words `about`."""
    base = slugify(anyascii(about))[:90].strip("-") or "fact"
    taken = set(Fact.objects.filter(key__startswith=base).values_list("key", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(key for key in numbered if key not in taken)


@admin.register(Fact)
class FactAdmin(DeskAdmin):
    form = FactForm
    list_display = ("statement", "subject", "valid", "source", "is_replaced")
    list_filter = ("kind", OwnCountryFilter)
    list_select_related = ("organisation", "series", "country")
    search_fields = ("key",)
    search_help_text = _("The organisation or series it is about, or a word of its key.")
    autocomplete_fields = ("organisation", "series", "country", "replaces")
    empty_text = _("No fact yet. A fact has a source and can be reused by any report.")
    sections = (
        Section("about", _("About whom"), (Fields((("organisation", "series"), "country")),)),
        Section(
            "said",
            _("What is said"),
            (Fields((("kind", "qualifier", "value"), "wording", "as_published")),),
        ),
        Section(
            "source",
            _("Since when, and who says so"),
            (
                Fields(
                    (
                        ("as_of", "as_of_wording"),
                        ("source", "source_url"),
                        ("replaces", "key", "order"),
                    )
                ),
            ),
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("replaced_by")

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        about = Q(organisation__in=Organisation.objects.matching(search_term))
        about |= Q(series__in=Series.objects.matching(search_term))
        return queryset.filter(about | Q(key__contains=slugify(search_term) or "-")), False

    @admin.display(description=_("fact"))
    def statement(self, fact):
        count = qualified(fact.value, fact.qualifier) if fact.kind == "number" else fact.value
        return f"{count} {fact.wording}" if count not in ("", None) else str(fact.wording)

    @admin.display(description=pgettext_lazy("subject", "about"))
    def subject(self, fact):
        return fact.organisation or fact.series

    @admin.display(description=_("as of"), ordering="as_of")
    def valid(self, fact):
        return wording.date(fact.as_of) or fact.as_of_wording

    @admin.display(description=_("replaced"))
    def is_replaced(self, fact):
        return _("by a later one") if fact.replaced_by.all() else ""
