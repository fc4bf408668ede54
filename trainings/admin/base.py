"""What every page of the desk shares: inputs, searching, rows of a page, and publishing."""

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin import fields, picking, saving, sections
from trainings.admin.hand import Hand
from trainings.admin.row_forms import RowForm, RowFormSet, remember, unwrapped
from trainings.fields import SeveralField
from trainings.labels import Label, LabelField

JQUERY = ["admin/js/vendor/jquery/jquery.min.js", "admin/js/jquery.init.js"]
POPUPS = ["admin/js/admin/RelatedObjectLookups.js"]


class OurInputs:
    """Gives each column the desk's own input, on a page and in its rows alike."""

    def formfield_for_dbfield(self, db_field, request, **options):
        options = {**fields.options_for(db_field), **options}
        return super().formfield_for_dbfield(db_field, request, **options)

    def formfield_for_choice_field(self, db_field, request, **options):
        blank = db_field.blank and not isinstance(db_field, SeveralField)
        if blank:
            options["choices"] = db_field.get_choices(blank_choice=[("", "–")])
        return super().formfield_for_choice_field(db_field, request, **options)

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            options["widget"] = picking.PickOne(db_field, self.admin_site)
            options["error_messages"] = {"invalid_choice": picking.NOT_FOUND}
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field, request, **options):
        picks = db_field.name in self.get_autocomplete_fields(request)
        if picks:
            options["widget"] = picking.PickSeveral(db_field, self.admin_site)
        field = super().formfield_for_manytomany(db_field, request, **options)
        if field and picks:
            field.help_text = db_field.help_text  # without “hold down Control”
        return field


class Rows(OurInputs, admin.StackedInline):
    """Rows of a page: people of a training, blocks of a text …

    `within` names the columns that choose among rows of the same record, see `rows_within`.
    `folds` is False for short rows that need no line to fold under.
    """

    form = RowForm
    formset = RowFormSet
    template = "admin/rows.html"
    extra = 1
    within: tuple[str, ...] = ()
    folds = True
    add_text = _("Add another")
    nothing_text = ""
    # What reading a row needs beside it.
    joined: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field and db_field.name in self.within:
            field.widget = unwrapped(field.widget)  # no buttons to add rows of another record
        return field

    def get_formset(self, request, obj=None, **options):
        formset = super().get_formset(request, obj, **options)
        formset.inline = self
        return formset

    def get_queryset(self, request):
        rows = super().get_queryset(request).prefetch_related(*self.fetched)
        # Without a name it would join whatever can be joined.
        return rows.select_related(*self.joined) if self.joined else rows

    def rows_within(self, name, parent, rows):
        """The rows that the column `name` may choose; also those chosen already elsewhere."""
        model = self.model._meta.get_field(name).related_model
        chosen = [getattr(row, f"{name}_id") for row in rows if getattr(row, f"{name}_id")]
        return model._default_manager.filter(Q(training=parent.pk) | Q(pk__in=chosen))

    def rows_near(self, name, hand) -> list | None:
        """What `rows_within` gives but for those chosen elsewhere; None where it is not there."""
        return hand.of(self.model._meta.get_field(name).related_model)

    def choice_label(self, row) -> str:
        """What stands in a list to choose from, for a row that `rows_within` gave."""
        return str(row)

    def row_title(self, row) -> str:
        """What a folded row says."""
        return str(row)

    def row_note(self, row) -> str:
        """What a folded row says after its title, in a quieter voice."""
        return ""

    def row_links(self, row) -> list[tuple[str, str]]:
        """Addresses and texts of links to what belongs to the row and has a page of its own."""
        return []

    @property
    def media(self):
        return forms.Media()


def saved(request, obj):
    """The record as it is saved: a form that was refused holds what was typed."""
    return obj if request.method == "GET" else type(obj)._default_manager.get(pk=obj.pk)


def without(nested: list, beginnings: tuple[str, ...]) -> list:
    """A list of lists of lines, without the lines that begin so."""
    kept = [
        without(one, beginnings) if isinstance(one, list) else one
        for one in nested
        if isinstance(one, list) or not str(one).startswith(beginnings)
    ]
    return [one for one in kept if one != []]


class DeskAdmin(OurInputs, admin.ModelAdmin):
    """A kind of record at the desk.

    `sections` may arrange the page: see `trainings.admin.sections`. `searches_key` says that the
    model's queryset offers `matching()`. With `reads_at_once` all rows of the page are read in one
    question when it is opened: see `trainings.admin.hand`.
    """

    sections: tuple = ()
    reads_at_once = False
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False
    save_as = False
    change_form_template = "admin/change_form.html"
    empty_value_display = ""
    empty_text = ""
    # The column that a window to add a record takes what was typed into a choice for.
    typed_into = "name"

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        typed = request.GET.get("typed", "").strip()
        columns = {column.name: column for column in self.opts.fields}
        if typed and self.typed_into in columns:
            is_label = isinstance(columns[self.typed_into], LabelField)
            own = wording.fallback_chain(get_language())[0]
            initial[self.typed_into] = Label({own: typed}) if is_label else typed
        return initial

    def get_search_results(self, request, queryset, search_term):
        """Rows that hold a word beginning like each word typed, in whatever alphabet."""
        if hasattr(queryset, "matching"):
            return queryset.matching(search_term), False
        return super().get_search_results(request, queryset, search_term)

    def get_inlines(self, request, obj):
        return sections.inlines_of(self.sections) if self.sections else self.inlines

    def get_formset_kwargs(self, request, obj, inline, prefix):
        options = super().get_formset_kwargs(request, obj, inline, prefix)
        if self.reads_at_once and request.method == "GET" and obj.pk:
            options["hand"] = vars(obj).setdefault("hand", Hand())
        return options

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        if hand := vars(obj).get("hand") if obj else None:
            hand.is_full = True
        return super().get_inline_formsets(request, formsets, inline_instances, obj)

    def get_fieldsets(self, request, obj=None):
        if self.sections:
            return sections.fieldsets_of(self.sections)
        return super().get_fieldsets(request, obj)

    def get_fields(self, request, obj=None):
        if self.sections and not self.fields:
            return flatten_fieldsets(sections.fieldsets_of(self.sections))
        return super().get_fields(request, obj)

    def get_urls(self):
        return [*saving.urls(self), *super().get_urls()]

    def saved_columns(self, request) -> list[saving.Column]:
        """The columns of the list when it is saved as a file: those on the screen."""
        names = self.get_list_display(request)
        return [saving.column_of(self, name) for name in names]

    def saved_rows(self, request, rows):
        """The rows of the list when it is saved, with what `saved_columns` reads of each."""
        return rows

    def note_saving(self, request, kind: str, columns: list[saving.Column], number: int) -> None:
        """Write down that `number` rows are saved as a file, where someone has to know of it."""

    def notices(self, request, obj) -> list[str]:
        """Sentences on what may be wrong with the record; nothing is refused for them."""
        return []

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        remember(context["adminform"].form)
        context["parts"] = sections.arrange(self, context)
        mends = obj and obj.pk and self.has_change_permission(request, obj)
        context["notices"] = self.notices(request, saved(request, obj)) if mends else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_deleted_objects(self, objs, request):
        """What goes with a record, without the lines of the tables that only connect two."""
        gone, counts, lacking, protected = super().get_deleted_objects(objs, request)
        names = {one._meta.verbose_name for one in apps.get_models(True) if one._meta.auto_created}
        known = without(gone, tuple(f"{capfirst(name)}:" for name in names))
        return known, counts, lacking, protected

    def get_object(self, request, object_id, from_field=None):
        # No database holds a NUL, and PostgreSQL can't even be asked for one.
        return None if "\0" in object_id else super().get_object(request, object_id, from_field)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """What is not there, or is another's: nobody learns which. Django would redirect."""
        raise Http404

    def changelist_view(self, request, extra_context=None):
        if "%00" in request.META["QUERY_STRING"]:
            return redirect(request.path)
        extra = {
            "empty_text": self.empty_text,
            "save_links": saving.links(self, request),
            **(extra_context or {}),
        }
        return super().changelist_view(request, extra)

    def response_action(self, request, queryset):
        # Django asks the database for whatever was sent as a ticked row.
        request.POST = request.POST.copy()
        ticked = request.POST.getlist(ACTION_CHECKBOX_NAME)
        known = [key for key in ticked if picking.may_be_key(self.model, key)]
        request.POST.setlist(ACTION_CHECKBOX_NAME, known)
        return super().response_action(request, queryset)

    @property
    def media(self):
        return forms.Media(js=[*JQUERY, *POPUPS, "admin/js/actions.js"])
