"""Reports, with their trainings, texts and sources."""

from functools import partial

from django import forms
from django.contrib import admin
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from trainings import wording
from trainings.admin.base import DeskAdmin, Rows
from trainings.admin.drafting import draft_report
from trainings.admin.filters import TextLanguageFilter, TextStateFilter
from trainings.admin.publishing import Publishing
from trainings.admin.row_forms import RowForm
from trainings.admin.sections import Fields, Section
from trainings.fields import free_slug
from trainings.models import (
    Document,
    Report,
    ReportSource,
    ReportText,
    ReportTraining,
)
from trainings.services.draft import languages_to_draft

# Sentences of their own, for in Russian the name of a language has cases.
DRAFT_IN = {"en": _("Draft the English text"), "ru": _("Draft the Russian text")}


class ReportForm(forms.ModelForm):
    """Makes the address from the headline where it was left empty."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _(
                "Part of the page's address. Left empty, it is made from the headline."
            )

    def clean_slug(self):
        typed = self.cleaned_data["slug"]
        if typed or self.instance.slug:
            return typed or self.instance.slug
        return free_slug(Report.objects.all(), self.data.get("texts-0-headline", ""))


class TextForm(RowForm):
    """A text. What is saved is written in the editor alone, where nobody overwrites a colleague."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in ("headline", "lead", "byline"):
            if name in self.fields:  # whoever may only look has no inputs
                self.fields[name].disabled = self.instance.pk is not None


class TextRows(Rows):
    model = ReportText
    form = TextForm
    fetched = ("blocks",)
    add_text = _("Add a text")
    nothing_text = _("No text yet. Fill in the headline and the lead, save, then write the blocks.")
    fields = (("language", "byline"), "headline", "lead")

    def row_title(self, row):
        return row.headline or str(_("without a headline"))

    def row_note(self, row):
        return f"{wording.language_name(row.language)} · {row.get_state_display()}"

    def row_links(self, row):
        count = len(row.blocks.all())
        text = ngettext("Blocks (%(count)d) …", "Blocks (%(count)d) …", count) % {"count": count}
        url = reverse("admin:trainings_reporttext_change", args=[row.pk])
        return [(url, text if count else _("Write the blocks …"))]


class ReportTrainingRows(Rows):
    """The trainings of a report."""

    model = ReportTraining
    fk_name = "report"
    autocomplete_fields = ("training",)
    joined = ("training",)
    folds = False
    add_text = _("Add a training")
    nothing_text = _("Say which training the report is about.")
    fields = (("training", "order"),)


class TrainingReportRows(Rows):
    """The reports of a training."""

    model = ReportTraining
    fk_name = "training"
    autocomplete_fields = ("report",)
    joined = ("report",)
    fetched = ("report__texts",)
    folds = True
    verbose_name_plural = _("reports")
    add_text = _("Connect another report")
    nothing_text = _("No report yet.")
    fields = (("report", "order"),)

    def row_title(self, row):
        return str(row.report)

    def row_note(self, row):
        texts = row.report.texts.all()
        return wording.list_of(
            f"{wording.language_name(text.language)}: {text.get_state_display()}" for text in texts
        )

    def row_links(self, row):
        return [(reverse("admin:trainings_report_change", args=[row.report_id]), _("Open …"))]


class SourceRows(Rows):
    model = ReportSource
    folds = False
    add_text = _("Add a source")
    nothing_text = _("None. Only for a report that rests on several sources.")
    fields = (("name", "url", "order"),)


class ReportDocumentRows(Rows):
    """Papers that a report names, without a training they belong to."""

    model = Document
    fk_name = "report"
    add_text = _("Add a document")
    nothing_text = _("None. Documents of a training stand on the page of the training.")
    fields = (("kind", "language"), "title", ("file", "url"), ("public", "order"))

    def row_note(self, row):
        return row.get_kind_display()


@admin.register(Report)
class ReportAdmin(Publishing, DeskAdmin):
    form = ReportForm
    list_display = ("headline", "languages", "filed", "source", "about")
    list_filter = (TextStateFilter, TextLanguageFilter)
    search_fields = ("slug",)
    search_help_text = _("Words of the headline or the lead, in any alphabet.")
    empty_text = _("No report yet. Start one here, or from the page of its training.")
    sections = (
        Section("about", _("About which training"), (ReportTrainingRows,)),
        Section("texts", _("Text, one a language"), (TextRows,)),
        Section(
            "dateline",
            _("Filed from"),
            (Fields(("dateline_place", ("agency", "date"), "dateline_wording")),),
        ),
        Section(
            "source",
            _("Source and licence"),
            (Fields((("source", "source_url"), "licence")), SourceRows, ReportDocumentRows),
        ),
        Section("cover", _("Cover"), (Fields(("cover", "cover_alt", "cover_credit")),)),
        Section("notes", _("Address and notes"), (Fields(("slug", "desk_note")),)),
    )

    def get_urls(self):
        draft = self.admin_site.admin_view(partial(draft_report, site=self.admin_site))
        mine = path("<int:pk>/draft/", draft, name="trainings_report_draft")
        return [mine, *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("texts", "trainings")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk and request.user.has_perm("trainings.add_reporttext"):
            address = reverse("admin:trainings_report_draft", args=[obj.pk])
            context["side_links"] = [
                (f"{address}?language={code}", DRAFT_IN[code]) for code in languages_to_draft(obj)
            ]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        texts = ReportText.objects.matching(search_term)
        return queryset.filter(pk__in=texts.values("report")), False

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        # Only for the page of a new report as it is opened: what comes back counts as typed, and
        # after the first save the training is there already, while the address still names it.
        new = request.method == "GET" and obj.pk is None
        asked = request.GET.get("training", "") if new else ""
        if isinstance(inline, ReportTrainingRows) and asked.isdecimal():
            kwargs["initial"] = [{"training": asked}]
        return kwargs

    def public_page(self, request, record):
        from trainings.views.reports import report_page

        text = record.text_for(published_only=False) or ReportText(report=record)
        return report_page(request, record, text)

    def is_shown(self, obj):
        return any(text.is_published for text in obj.texts.all())

    def published_by(self, record):
        return list(record.texts.select_related("report"))

    def state_in_words(self, obj):
        return languages_in_words(obj) if obj and obj.pk else ""

    @admin.display(description=_("headline"))
    def headline(self, report):
        return str(report)

    @admin.display(description=_("texts"))
    def languages(self, report):
        return languages_in_words(report)

    @admin.display(description=_("date of the report"), ordering="date")
    def filed(self, report):
        return wording.date(report.date)

    @admin.display(description=pgettext_lazy("subject", "about"))
    def about(self, report):
        return wording.list_of(str(training.title) for training in report.trainings.all())


def languages_in_words(report) -> str:
    """The texts of a report with their states, such as `English: published, Russian: draft`."""
    return ", ".join(
        f"{wording.language_name(text.language)}: {text.get_state_display()}"
        for text in report.texts.all()
    )
