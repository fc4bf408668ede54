"""What was said, pictures and documents of a training."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from trainings.admin.base import Rows
from trainings.models import Document, Photo, Quote


class QuoteRows(Rows):
    model = Quote
    within = ("appearance",)
    autocomplete_fields = ("organisation",)
    joined = ("appearance__person", "organisation")
    add_text = _("Add a quote")
    nothing_text = _("No quote yet.")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "words",
                    ("appearance", "approval"),
                    ("language", "is_excerpt"),
                    "order",
                )
            },
        ),
        (
            _("Translation, or words without a named person"),
            {"fields": ("translation", ("attribution", "organisation"), "note")},
        ),
    )

    def rows_within(self, name, parent, rows):
        return super().rows_within(name, parent, rows).select_related("person")

    def row_title(self, row):
        return Truncator(row.words).chars(80)

    def row_note(self, row):
        said_by = row.appearance.shown_name if row.appearance else str(row.attribution)
        speaker = said_by or str(row.organisation or "")
        return " · ".join(part for part in (speaker, row.get_approval_display()) if part)


class PhotoRows(Rows):
    model = Photo
    autocomplete_fields = ("people",)
    fetched = ("people",)
    add_text = _("Add a photograph")
    nothing_text = _("No photograph yet. The page looks finished without one.")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "image",
                    "caption",
                    "alt",
                    "is_decorative",
                    ("credit", "consent"),
                    ("public", "order"),
                )
            },
        ),
        (_("More about this photograph"), {"fields": (("source", "taken_on"), "people")}),
    )

    def row_note(self, row):
        return row.credit


class DocumentRows(Rows):
    model = Document
    within = ("session",)
    add_text = _("Add a document")
    nothing_text = _("No document yet. A file, a web address, or only a title is fine.")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "language"),
                    "title",
                    ("file", "url"),
                    ("session", "public", "order"),
                )
            },
        ),
    )

    def row_note(self, row):
        return row.get_kind_display()
