"""Sessions of a training, and who does what in them."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.admin.base import Rows
from trainings.admin.filters import OfTrainingFilter, UntendedFilter
from trainings.admin.parts import PartAdmin
from trainings.admin.row_forms import RowForm
from trainings.models import Session, SessionPerson


class SessionForm(RowForm):
    """Measures the day by the days of the training as they were typed, saved or not."""

    def clean(self):
        cleaned = super().clean()
        training = cleaned.get("training")
        if training is None or training.pk is not None:
            return cleaned  # the model compares with the training itself
        for name in ("date", "end_date"):
            day = cleaned.get(name)
            if day and training.covers(day) is False:
                self.add_error(
                    name,
                    ValidationError(
                        _(
                            "This day is outside the training (%(days)s). Change the day, or the "
                            "days of the training."
                        )
                        % {"days": training.dates_in_words()}
                    ),
                )
        return cleaned


class SessionRows(Rows):
    model = Session
    form = SessionForm
    within = ("place",)
    fetched = ("people",)
    add_text = _("Add a session")
    nothing_text = _(
        "No session yet. A session without a day or a time is fine: it is what participants "
        "worked on."
    )
    fieldsets = (
        (None, {"fields": ("title", ("kind", "language"), ("room", "place"))}),
        (
            _("Day and hours"),
            {
                "fields": (("date", "end_date"), ("start_time", "end_time")),
                "classes": ["plain"],
            },
        ),
        (_("Text"), {"fields": ("text", "order")}),
    )

    def rows_within(self, name, parent, rows):
        return super().rows_within(name, parent, rows).select_related("country")

    def row_title(self, row):
        return str(row.title)

    def row_note(self, row):
        return " · ".join(part for part in (row.get_kind_display(), row.when, row.room) if part)

    def row_links(self, row):
        count = len(row.people.all())
        text = ngettext("%(count)d person …", "%(count)d people …", count) % {"count": count}
        url = reverse("admin:trainings_session_change", args=[row.pk])
        return [(f"{url}#people", text if count else _("Say who does what …"))]


class SessionPeople(Rows):
    model = SessionPerson
    within = ("appearance",)
    joined = ("appearance__person",)
    folds = False
    add_text = _("Add a person")
    nothing_text = _("Nobody yet. Choose among the people of the training.")
    fields = (("appearance", "role", "order"),)

    def rows_within(self, name, parent, rows):
        appearances = self.model._meta.get_field(name).related_model
        chosen = [row.appearance_id for row in rows]
        own = appearances.objects.filter(training=parent.training_id)
        return (own | appearances.objects.filter(pk__in=chosen)).select_related("person")


@admin.register(Session)
class SessionAdmin(PartAdmin):
    anchor = "sessions"
    list_display = ("title", "kind", "of_training", "day", "hours", "room")
    list_filter = (OfTrainingFilter, "kind", UntendedFilter)
    list_select_related = ("training",)
    search_fields = ("search_key",)
    search_help_text = _("The title, the training, or who is in it, in any spelling.")
    empty_text = _("No session yet. Sessions are added on the page of their training.")
    inlines = (SessionPeople,)
    form = SessionForm
    fieldsets = (
        (None, {"fields": (("kind", "language", "room"), "title")}),
        (None, {"fields": (("date", "end_date"), ("start_time", "end_time"), "text")}),
    )

    def has_module_permission(self, request):
        return super(PartAdmin, self).has_module_permission(request)

    @admin.display(description=_("training"))
    def of_training(self, session):
        return session.training.title

    @admin.display(description=_("day"), ordering="date")
    def day(self, session):
        return wording.date(session.date)

    @admin.display(description=_("hours"))
    def hours(self, session):
        return session.hours
