"""People and organisations, and who took part in a training."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from trainings import notices, wording
from trainings.admin.base import DeskAdmin, Rows
from trainings.admin.figures import FactForm
from trainings.admin.filters import (
    OrganisationRoleFilter,
    OwnCountryFilter,
    PersonCountryFilter,
    RoleFilter,
)
from trainings.admin.sections import Fields, Section
from trainings.models import Appearance, Fact, Organisation, Person, Role, TrainingOrganisation


def roles_in_words(codes) -> str:
    """The roles of an appearance, such as `quoted, invited guest`."""
    return wording.list_of([str(Role(code).label) for code in codes if code in Role.values])


class AppearanceRows(Rows):
    model = Appearance
    autocomplete_fields = ("person", "organisations", "country")
    joined = ("person", "country")
    fetched = ("organisations",)
    add_text = _("Add a person")
    nothing_text = _("Nobody yet. Someone with two titles stands here twice, as printed each time.")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "person",
                    ("title", "organisation_as_printed"),
                    "roles",
                    "organisations",
                    ("public", "order"),
                )
            },
        ),
        (
            _("More about this appearance"),
            {
                "fields": (
                    ("name_as_printed", "unit"),
                    "shared_title",
                    ("country", "answer"),
                    "note",
                )
            },
        ),
    )

    def row_title(self, row):
        return row.shown_name or row.organisation_as_printed

    def row_note(self, row):
        parts = [row.title_line if row.shown_name else "", roles_in_words(row.roles)]
        parts += [] if row.is_shown else [str(_("not shown to the public"))]
        return " · ".join(part for part in parts if part)


class OrganisationRows(Rows):
    model = TrainingOrganisation
    autocomplete_fields = ("organisation",)
    joined = ("organisation",)
    add_text = _("Add an organisation")
    nothing_text = _("No organisation yet.")
    fieldsets = ((None, {"fields": (("organisation", "role"), "as_printed", "note", "order")}),)

    def row_title(self, row):
        return row.shown_name

    def row_note(self, row):
        return row.get_role_display()


class PersonAppearances(Rows):
    """Where a person appeared; changed on the page of the training."""

    model = Appearance
    fields = ("training",)
    readonly_fields = ("training",)
    joined = ("training",)
    extra = 0
    verbose_name_plural = _("where they appeared")
    nothing_text = _("In no training yet. People are added on the page of a training.")

    def has_add_permission(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = has_add_permission

    def row_title(self, row):
        return str(row.training)

    def row_note(self, row):
        return " · ".join(part for part in (row.title_line, roles_in_words(row.roles)) if part)


@admin.register(Person)
class PersonAdmin(DeskAdmin):
    list_display = ("__str__", "native_name", "appeared")
    list_filter = (RoleFilter, PersonCountryFilter)
    search_fields = ("search_key",)
    search_help_text = _("Any spelling, Cyrillic or Latin.")
    empty_text = _("Nobody here yet. Add a person here, or while you fill in a training.")
    sections = (
        Section(
            "name",
            pgettext_lazy("person", "Name"),
            (Fields((("name", "honorific"), ("native_name", "latin_name"), "slug")),),
        ),
        Section(
            "about",
            _("About"),
            (
                Fields(("biography", "photo", "photo_credit")),
                Fields((("under_age", "consent_withdrawn"),), _("May be shown?")),
            ),
        ),
        Section("appearances", _("Where they appeared"), (PersonAppearances,)),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("appearances__training")

    def notices(self, request, obj):
        return notices.of_person(obj)

    @admin.display(description=_("appeared in"))
    def appeared(self, person):
        """The first training by name, and how many more."""
        trainings = list(dict.fromkeys(str(one.training.title) for one in person.appearances.all()))
        if len(trainings) < 2:
            return "".join(trainings)
        more = len(trainings) - 1
        text = ngettext("%(first)s and %(more)d more", "%(first)s and %(more)d more", more)
        return text % {"first": trainings[0], "more": more}


class FactRows(Rows):
    """Facts of an organisation or a series."""

    model = Fact
    form = FactForm
    autocomplete_fields = ("country",)
    joined = ("country",)
    add_text = _("Add a fact")
    nothing_text = _("No facts yet. A fact needs its source, and can be reused by any report.")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "qualifier", "value"),
                    "wording",
                    ("as_of", "as_published"),
                    "as_of_wording",
                    ("source", "source_url"),
                    ("country", "key", "order"),
                )
            },
        ),
    )

    def row_note(self, row):
        return " · ".join(part for part in (row.source, wording.date(row.as_of)) if part)


@admin.register(Organisation)
class OrganisationAdmin(DeskAdmin):
    list_display = ("name", "acronym", "country", "took_part")
    list_filter = (OrganisationRoleFilter, OwnCountryFilter)
    list_select_related = ("country",)
    search_fields = ("search_key",)
    search_help_text = _("Name or acronym, in any language.")
    autocomplete_fields = ("country",)
    empty_text = _("No organisation yet. Add one here, or while you fill in a training.")
    sections = (
        Section(
            "name", _("Name"), (Fields(("name", ("acronym", "country"), ("website", "slug"))),)
        ),
        Section("about", _("About"), (Fields(("description", "logo")),)),
        Section("facts", _("Facts"), (FactRows,)),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("training_roles")

    @admin.display(description=_("trainings"))
    def took_part(self, organisation):
        return len({role.training_id for role in organisation.training_roles.all()}) or ""
