"""The filter of the list of trainings."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings import wording
from trainings.models import Country, Lifecycle, Series, TrainingQuerySet

NO_YEAR = "none"
STATES = {
    "open": lambda rows: rows.open_now(),
    "to_come": lambda rows: rows.ahead(),
    "held": lambda rows: rows.past(),
    "cancelled": lambda rows: rows.filter(lifecycle=Lifecycle.CANCELLED),
}


class TrainingFilter(forms.Form):
    """Country, year, state, series and words; what can't be read is left out of the search."""

    q = forms.CharField(label=_("Words"), required=False)
    country = forms.ChoiceField(label=_("Held in"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("all")),
            ("open", _("registration open")),
            ("to_come", _("to come")),
            ("held", pgettext_lazy("trainings", "held")),
            ("cancelled", pgettext_lazy("trainings", "cancelled")),
        ],
    )
    series = forms.ChoiceField(label=_("Series"), required=False)

    def __init__(self, data, *, rows: TrainingQuerySet):
        # No database takes a NUL, and a form would drop all the words with it.
        data = {key: value.replace("\0", "") for key, value in data.items()}
        super().__init__(data, auto_id="filter_%s")
        held_in = Country.objects.filter(places__training__in=rows).distinct()
        countries = [(one.code.lower(), str(one.name)) for one in held_in]
        countries.sort(key=lambda pair: wording.sort_key(pair[1]))
        years = [(str(day.year), str(day.year)) for day in rows.dates("sort_date", "year", "DESC")]
        series = [
            (one.slug, str(one.name))
            for one in Series.objects.filter(trainings__in=rows).distinct()
        ]
        every = [("", _("all"))]
        self.fields["country"].choices = every + countries
        self.fields["year"].choices = [*every, *years, (NO_YEAR, _("not stated"))]
        self.fields["series"].choices = every + series
        self.is_valid()

    def apply(self, rows: TrainingQuerySet) -> TrainingQuerySet:
        """The rows that fit what was asked for."""
        asked = self.cleaned_data
        rows = rows.matching(asked.get("q") or "")
        if country := asked.get("country"):
            rows = rows.held_in(country)
        if year := asked.get("year"):
            rows = rows.without_year() if year == NO_YEAR else rows.in_year(int(year))
        if state := asked.get("state"):
            rows = STATES[state](rows)
        if series := asked.get("series"):
            rows = rows.filter(series__slug=series)
        return rows

    @property
    def is_filtered(self) -> bool:
        return any(self.cleaned_data.values())

    @property
    def series_shown(self) -> bool:
        return len(self.fields["series"].choices) > 1
