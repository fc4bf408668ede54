"""A training on one page, in the order people think, and the series it may belong to."""

import datetime as dt
from functools import partial

from django.contrib import admin, messages
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings import notices, wording
from trainings.admin.agenda import SessionRows
from trainings.admin.base import DeskAdmin, Rows
from trainings.admin.drafting import draft_training
from trainings.admin.figures import GroupRows
from trainings.admin.filters import CountryFilter, PublishedFilter, YearFilter
from trainings.admin.hand import hang
from trainings.admin.media import DocumentRows, PhotoRows, QuoteRows
from trainings.admin.moments import LOCAL_MOMENTS, LocalMomentField, TrainingForm
from trainings.admin.moving import move_agenda
from trainings.admin.people import AppearanceRows, FactRows, OrganisationRows
from trainings.admin.places import DATE_LINES, PlaceRows
from trainings.admin.publishing import Publishing
from trainings.admin.report import TrainingReportRows
from trainings.admin.sections import Fields, Section
from trainings.goals import GOALS
from trainings.models import Point, RelatedEvent, Series, Training, TrainingLanguage
from trainings.services.changing import note_change
from volunteers.services import same_person


class PointRows(Rows):
    model = Point
    add_text = _("Add a line")
    nothing_text = _("No aims yet. One line each, in the order of the source.")
    fields = ("text", "kind", "order")

    def row_note(self, row):
        return row.get_kind_display()


class LanguageRows(Rows):
    model = TrainingLanguage
    folds = False
    add_text = _("Add a language")
    nothing_text = _("Not stated.")
    fields = (("language", "use", "manner", "order"),)


class RelatedRows(Rows):
    model = RelatedEvent
    fk_name = "training"
    autocomplete_fields = ("other",)
    joined = ("other",)
    add_text = _("Add an event")
    nothing_text = _("None.")
    fields = (("relation", "other"), "wording", ("url", "order"))


SECTIONS = (
    Section(
        "what",
        _("What"),
        (
            Fields(("title", "summary", "description")),
            Fields(
                (("series", "edition_number"), "edition_wording", "programme"),
                _("Series and programme"),
            ),
            Fields(("kind", "slogan", "audience"), _("Kind, slogan, audience")),
        ),
    ),
    Section(
        "when",
        _("When"),
        (Fields((*DATE_LINES, "duration_wording", "time_zone")),),
        _("Leave out what nobody said. “Last week” alone is a fine answer."),
    ),
    Section("where", _("Where"), (Fields(("mode",)), PlaceRows)),
    Section("organised-by", _("Who organised it"), (OrganisationRows, Fields(("contact",)))),
    Section(
        "planned",
        _("What was planned"),
        (
            PointRows,
            Fields(("sdg_framework", "sdg_goals"), _("Sustainable Development Goals")),
            LanguageRows,
        ),
    ),
    Section(
        "people",
        _("Who took part"),
        (AppearanceRows, Fields(("guest_list_is_partial",)), GroupRows),
    ),
    Section("sessions", _("Sessions"), (SessionRows,)),
    Section("said", _("What was said"), (QuoteRows, Fields(("wording_language",)))),
    Section(
        "media",
        _("Pictures and documents"),
        (Fields(("cover", "cover_alt", "cover_credit"), _("Cover")), PhotoRows, DocumentRows),
    ),
    Section("reports", _("Reports"), (TrainingReportRows,)),
    Section(
        "registration",
        _("Stage and registration"),
        (
            Fields(
                (
                    ("lifecycle", "capacity"),
                    ("registration_opens_at", "registration_closes_at"),
                    "practical",
                )
            ),
        ),
    ),
    Section(
        "notes", _("Related events, address, notes"), (RelatedRows, Fields(("slug", "desk_note")))
    ),
)


@admin.register(Training)
class TrainingAdmin(Publishing, DeskAdmin):
    form = TrainingForm
    list_display = ("name", "dates", "place", "series", "stage", "is_public")
    list_filter = (
        PublishedFilter,
        "lifecycle",
        YearFilter,
        CountryFilter,
        ("series", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("series",)
    search_fields = ("search_key",)
    search_help_text = _("Title, slogan or kind, in any language and alphabet.")
    autocomplete_fields = ("series",)
    typed_into = "title"
    reads_at_once = True
    empty_text = _("No training yet. Add the first one: a title is enough to begin.")
    sections = SECTIONS

    def get_queryset(self, request):
        return super().get_queryset(request).with_places()

    def get_urls(self):
        site = self.admin_site
        move = site.admin_view(partial(move_agenda, site=site, marked_days=self.marked_days))
        draft = site.admin_view(partial(draft_training, site=site))
        return [
            path("<int:pk>/move-agenda/", move, name="trainings_move_agenda"),
            path("<int:pk>/draft/", draft, name="trainings_training_draft"),
            *super().get_urls(),
        ]

    def formfield_for_dbfield(self, db_field, request, **options):
        if db_field.name in LOCAL_MOMENTS:
            options["form_class"] = LocalMomentField
        return super().formfield_for_dbfield(db_field, request, **options)

    def formfield_for_choice_field(self, db_field, request, **options):
        field = super().formfield_for_choice_field(db_field, request, **options)
        if db_field.name == "sdg_goals":
            field.choices = [(number, f"{number} · {title}") for number, title in GOALS]
        return field

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and any(formset.has_changed() for formset in formsets):
            note_change(form.instance)
            self.leave_out_photos(request, form.instance)

    def leave_out_photos(self, request, training):
        """Hide pictures that are said to show someone who took back the consent to photographs."""
        if number := same_person.withdraw_tagged([training.pk]):
            said = ngettext(
                "%(number)s photograph is not shown to readers now: someone in it took back the "
                "consent to photographs.",
                "%(number)s photographs are not shown to readers now: someone in them took back "
                "the consent to photographs.",
                number,
            )
            messages.warning(request, said % {"number": wording.number(number)})

    def marked_days(self, training) -> set[dt.date]:
        """The days on which attendance was taken."""
        return set()

    def notices(self, request, obj):
        hang(obj, "appearances", "sessions", "quotes", "groups")
        return notices.of_training(obj)

    def public_page(self, request, record):
        from trainings.views.trainings import training_page

        return training_page(request, record)

    def state_in_words(self, obj):
        return obj.get_lifecycle_display() if obj and obj.pk else ""

    @admin.display(description=_("training"))
    def name(self, training):
        return training.title

    @admin.display(description=_("dates"), ordering="sort_date")
    def dates(self, training):
        known = training.dates_in_words()
        return known or training.date_wording or _("not stated")

    @admin.display(description=_("place"))
    def place(self, training):
        places = training.places.all()
        if len(places) > 2:
            more = len(places) - 1
            text = ngettext("%(first)s and %(more)d more", "%(first)s and %(more)d more", more)
            return text % {"first": places[0], "more": more}
        return "; ".join(str(place) for place in places)

    @admin.display(description=_("stage"), ordering="lifecycle")
    def stage(self, training):
        return training.get_lifecycle_display()

    @admin.display(description=_("published"), ordering="published_at")
    def is_public(self, training):
        if training.is_published:
            return format_html('<span class="chip public">{}</span>', _("published"))
        return format_html('<span class="chip">{}</span>', _("draft"))


@admin.register(Series)
class SeriesAdmin(DeskAdmin):
    list_display = ("name", "count")
    search_fields = ("search_key",)
    search_help_text = _("The name, in any language and alphabet.")
    empty_text = _("No series yet. A series holds the editions of one training together.")
    sections = (
        Section("name", _("Name"), (Fields(("name", "description", "slug")),)),
        Section("facts", _("Facts"), (FactRows,)),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("trainings")

    @admin.display(description=_("trainings"))
    def count(self, series):
        return len(series.trainings.all()) or ""
