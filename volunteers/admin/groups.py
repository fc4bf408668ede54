"""Groups: the roles, which stand in a table of the code, and groups that people make themselves."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from volunteers.admin.in_trail import InTrail
from volunteers.admin.ticking import TickedField
from volunteers.roles import Role, in_words

POWERS_IN_WORDS = {
    "view": _("%(model)s: view"),
    "add": _("%(model)s: add"),
    "change": _("%(model)s: change"),
    "delete": _("%(model)s: delete"),
    "decide": _("%(model)s: decide"),
    "override": _("%(model)s: give a seat beyond a limit, with a reason"),
}


def power_in_words(permission) -> str:
    """A permission in the reader's language; Django stores the names in English."""
    model = permission.content_type.model_class()
    words = POWERS_IN_WORDS.get(permission.codename.split("_")[0])
    if model is None or words is None:
        return capfirst(gettext(permission.name))
    return words % {"model": capfirst(str(model._meta.verbose_name))}


class PermissionsField(TickedField):
    def label_from_instance(self, permission) -> str:
        return power_in_words(permission)


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(InTrail, DeskAdmin, DjangoGroupAdmin):
    list_display = ("called",)
    actions = None
    filter_horizontal = ()
    fields = ("name", "permissions")
    readonly_fields = ("called", "powers")

    def get_fields(self, request, obj=None):
        """A role can't be edited, so it is said in words what it is and may do."""
        return self.readonly_fields if is_role(obj) else self.fields

    def get_object(self, request, object_id, from_field=None):
        """A role, which is only looked at, under its name in the reader's language."""
        group = super().get_object(request, object_id, from_field)
        if is_role(group):
            group.named_by_us = True
            group.name = in_words(group)
        return group

    @admin.display(description=_("permissions"))
    def powers(self, group):
        rows = group.permissions.select_related("content_type")
        lines = sorted(map(power_in_words, rows), key=wording.sort_key)
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", zip(lines, strict=True))
        )

    def has_change_permission(self, request, obj=None):
        """A role is what the documentation says, everywhere; another group may be made beside."""
        return super().has_change_permission(request, obj) and not is_role(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_role(obj)

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "permissions":
            options["widget"] = forms.CheckboxSelectMultiple
            options["form_class"] = PermissionsField
        return super().formfield_for_manytomany(db_field, request, **options)

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(name__icontains=search_term.strip()), False

    @admin.display(description=_("name"), ordering="name")
    def called(self, group):
        return capfirst(in_words(group))


def is_role(group: Group | None) -> bool:
    return group is not None and (hasattr(group, "named_by_us") or group.name in Role.values)
