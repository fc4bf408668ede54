"""The text of a report in one language: its list, and the page on which it is written."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.editor import Editing
from trainings.admin.parts import PartAdmin
from trainings.admin.publishing import Publishing
from trainings.admin.review import Reviewed
from trainings.models import ReportText, TextState


@admin.register(ReportText)
class TextAdmin(Editing, Reviewed, Publishing, PartAdmin):
    whole = "report"
    anchor = "texts"
    verbs = ("_publish", "_hand_in", "_unpublish", "_archive")
    list_display = ("headline", "named_language", "state")
    list_filter = ("state", "language")
    list_select_related = ("report",)
    search_fields = ("headline",)
    fields = ("headline", "lead", "byline", "share_text")

    @admin.display(description=_("language"), ordering="language")
    def named_language(self, row):
        return wording.language_name(row.language)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("report")

    def public_page(self, request, record):
        from trainings.views.reports import report_page

        return report_page(request, record.report, record)

    def state_in_words(self, obj):
        plain = (TextState.DRAFT, TextState.PUBLISHED)
        return "" if not obj or obj.state in plain else obj.get_state_display()
