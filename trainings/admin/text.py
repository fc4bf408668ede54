"""The text of a report in one language, and its blocks."""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from trainings.admin.base import Rows
from trainings.admin.parts import PartAdmin
from trainings.admin.publishing import Publishing
from trainings.admin.sections import Fields, Section
from trainings.models import Block, ParticipantGroup, Quote, ReportText, TextState


class BlockRows(Rows):
    model = Block
    within = ("quote", "photo", "groups")
    autocomplete_fields = ("facts",)
    joined = ("quote__appearance__person", "photo")
    fetched = ("facts", "groups")
    add_text = _("Add a block")
    nothing_text = _("No block yet. A text usually begins with words, then a quote.")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "heading"),
                    "body",
                    "quote",
                    "photo",
                    "facts",
                    "groups",
                    "role",
                    "order",
                ),
                "classes": ["block"],
            },
        ),
    )

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "groups":
            options["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **options)

    def rows_within(self, name, parent, rows):
        trainings = parent.report.training_links.values("training") if parent.pk else []
        of_report = Q(training__in=trainings)
        model = self.model._meta.get_field(name).related_model
        if model is ParticipantGroup:
            return model.objects.filter(of_report | Q(blocks__text=parent.pk)).distinct()
        chosen = [getattr(row, f"{name}_id") for row in rows if getattr(row, f"{name}_id")]
        found = model.objects.filter(of_report | Q(pk__in=chosen))
        return found.select_related("appearance__person") if model is Quote else found

    def choice_label(self, row):
        speaker = row.appearance if isinstance(row, Quote) else None
        return f"{row} · {speaker.shown_name}" if speaker else str(row)

    def row_title(self, row):
        return row.heading or row.get_kind_display()

    def row_note(self, row):
        if row.quote:
            speaker = row.quote.appearance.shown_name if row.quote.appearance else ""
            words = Truncator(row.quote.words).chars(80)
            return f"{words} · {speaker}" if speaker else words
        if row.photo:
            return str(row.photo)
        return Truncator(row.body).chars(90)


@admin.register(ReportText)
class TextAdmin(Publishing, PartAdmin):
    whole = "report"
    anchor = "texts"
    verbs = ("_publish", "_hand_in", "_unpublish", "_archive")
    list_display = ("headline", "language", "state")
    list_filter = ("state", "language")
    list_select_related = ("report",)
    search_fields = ("headline",)
    sections = (
        Section(
            "text", _("Headline and lead"), (Fields(("headline", "lead", ("language", "byline"))),)
        ),
        Section("blocks", _("Blocks"), (BlockRows,)),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("report")

    def public_page(self, request, record):
        from trainings.views.reports import report_page

        return report_page(request, record.report, record)

    def state_in_words(self, obj):
        plain = (TextState.DRAFT, TextState.PUBLISHED)
        return "" if not obj or obj.state in plain else obj.get_state_display()
