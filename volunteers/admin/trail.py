"""The trail at the desk: who saw, saved, decided or changed what. It can only be read."""

from auditlog.models import LogEntry
from django.conf import settings
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from volunteers import trail
from volunteers.audit import Kind, record
from volunteers.models import User
from volunteers.models.trail import Entry

SHOWN = 3
SHORT = 160

admin.site.unregister(LogEntry)


class KindFilter(admin.SimpleListFilter):
    title = _("what was done")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return Kind.choices

    def queryset(self, request, queryset):
        is_kind = (self.value() or "") in {str(kind.value) for kind in Kind}
        return queryset.filter(action=self.value()) if is_kind else queryset


class WhoFilter(admin.SimpleListFilter):
    """The accounts of staff that did something."""

    title = _("account")
    parameter_name = "who"

    def lookups(self, request, model_admin):
        did = Exists(Entry.objects.filter(actor=OuterRef("pk")).order_by())
        return [(str(one.pk), str(one)) for one in User.objects.filter(did, is_staff=True)]

    def queryset(self, request, queryset):
        known = dict(self.lookup_choices)
        return queryset.filter(actor=self.value()) if self.value() in known else queryset


class AboutFilter(admin.SimpleListFilter):
    """The kinds of records that something was done with."""

    title = _("with what")
    parameter_name = "about"

    def lookups(self, request, model_admin):
        used = Exists(Entry.objects.filter(content_type=OuterRef("pk")).order_by())
        models = [(one, one.model_class()) for one in ContentType.objects.filter(used)]
        named = [
            (str(one.pk), capfirst(str(model._meta.verbose_name_plural)))
            for one, model in models
            if model is not None
        ]
        return sorted(named, key=lambda pair: wording.sort_key(pair[1]))

    def queryset(self, request, queryset):
        known = dict(self.lookup_choices)
        return queryset.filter(content_type=self.value()) if self.value() in known else queryset


class WhenFilter(admin.DateFieldListFilter):
    """The days on which something was done; the field's own name is in English only."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.title = _("when")


@admin.register(Entry)
class TrailAdmin(DeskAdmin):
    list_display = ("when", "who", "done", "subject", "details")
    list_filter = (KindFilter, WhoFilter, AboutFilter, ("timestamp", WhenFilter))
    list_select_related = ("actor", "content_type")
    ordering = ("-pk",)
    actions = None
    fields = ("when", "who", "done", "subject", "all_details")
    readonly_fields = fields
    empty_text = _("Nothing was written down yet.")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        listed = getattr(response, "context_data", {}).get("cl")
        if listed:
            trail.with_names(listed.result_list)
        return response

    def saved_rows(self, request, rows):
        return trail.Named(rows)

    def note_saving(self, request, kind, columns, number):
        narrowed = dict(request.GET.items())
        record(request.user, Kind.EXPORTED, Entry, file=kind, number=number, narrowed=narrowed)

    def get_object(self, request, object_id, from_field=None):
        entry = super().get_object(request, object_id, from_field)
        trail.with_names([entry] if entry else [])
        return entry

    @admin.display(description=_("when"), ordering="timestamp")
    def when(self, entry):
        return wording.moment(entry.timestamp, settings.TIME_ZONE)

    @admin.display(description=_("account"))
    def who(self, entry):
        return entry.actor or entry.actor_email or "–"

    @admin.display(description=_("what was done"))
    def done(self, entry):
        return capfirst(trail.kind(entry))

    @admin.display(description=_("with what"))
    def subject(self, entry):
        words = trail.subject(entry)
        address = address_of(entry)
        return format_html('<a href="{}">{}</a>', address, words) if address else words

    @admin.display(description=_("in particular"))
    def details(self, entry):
        lines = trail.details(entry)
        more = ["…"] if len(lines) > SHOWN else []
        short = [one if len(one) < SHORT else f"{one[:SHORT]}…" for one in lines[:SHOWN]]
        return format_html_join(mark_safe("<br>"), "{}", ((one,) for one in [*short, *more]))

    @admin.display(description=_("in particular"))
    def all_details(self, entry):
        lines = ((one,) for one in trail.details(entry))
        return format_html_join(mark_safe("<br>"), "{}", lines) or "–"


def address_of(entry: Entry) -> str:
    """Where at the desk that which an entry is about stands; "" for none."""
    about = getattr(entry, "about", None)
    if about is None:
        return ""
    name = f"admin:{about._meta.app_label}_{about._meta.model_name}_change"
    try:
        return reverse(name, args=[about.pk])
    except NoReverseMatch:
        return ""
