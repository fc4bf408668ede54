"""Countries, and the places of a training."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from trainings.admin.base import DeskAdmin, Rows
from trainings.admin.filters import OnRecordFilter
from trainings.models import Country, Place

# The lines in which dates are entered; the script shows those that the chosen exactness needs.
DATE_LINES = (
    ("date_precision", "date_wording"),
    ("start_date", "end_date"),
    "days",
    ("season", "year", "month", "day"),
    ("end_year", "end_month", "end_day", "is_ongoing"),
    "days_stated",
)


class PlaceRows(Rows):
    model = Place
    autocomplete_fields = ("country", "lead")
    joined = ("country", "lead")
    add_text = _("Add a place")
    nothing_text = _("No place yet. A country alone is fine; leave out what nobody said.")
    fieldsets = (
        (None, {"fields": ("country", ("city", "venue"), "address", ("mode", "order"), "note")}),
        (
            _("Led by, and dates of its own"),
            {"fields": ("lead", *DATE_LINES), "classes": ["dates"]},
        ),
    )

    def row_note(self, row):
        return row.dates_in_words()


@admin.register(Country)
class CountryAdmin(DeskAdmin):
    list_display = ("name", "code", "alpha3", "held", "sent")
    list_filter = (OnRecordFilter,)
    search_fields = ("search_key",)
    search_help_text = _("Any of its names, in any of the six languages.")
    list_per_page = 100
    fields = ("name", ("code", "alpha3", "m49"), "footnote")

    def get_queryset(self, request):
        return super().get_queryset(request).with_trainings()

    def get_readonly_fields(self, request, obj=None):
        return ("code",) if obj else ()

    @admin.display(description=_("trainings held there"))
    def held(self, country):
        return country.held_count or ""

    @admin.display(description=_("trainings with people from there"))
    def sent(self, country):
        return country.from_count or ""
