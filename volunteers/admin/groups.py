"""Groups: the roles, which stand in a table of the code, and groups that people make themselves."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from trainings.admin.base import DeskAdmin
from volunteers import audit
from volunteers.roles import Role, in_words

POWERS_IN_WORDS = {
    "view": _("%(model)s: view"),
    "add": _("%(model)s: add"),
    "change": _("%(model)s: change"),
    "delete": _("%(model)s: delete"),
    "decide": _("%(model)s: decide"),
    "override": _("%(model)s: give a seat beyond a limit, with a reason"),
}


class PermissionsField(forms.ModelMultipleChoiceField):
    """Permissions in the reader's language; Django stores their names in English."""

    def label_from_instance(self, permission) -> str:
        model = permission.content_type.model_class()
        words = POWERS_IN_WORDS.get(permission.codename.split("_")[0])
        if model is None or words is None:
            return str(permission)
        name = model._meta.verbose_name
        return words % {"model": name[:1].upper() + name[1:]}


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(DeskAdmin, DjangoGroupAdmin):
    list_display = ("called",)
    filter_horizontal = ()
    fields = ("name", "permissions")

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

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        kind = audit.Kind.CHANGED if change else audit.Kind.ADDED
        audit.record(request.user, kind, obj, changes=audit.changes_in(form))

    def delete_model(self, request, obj):
        audit.record(request.user, audit.Kind.DELETED, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for group in queryset:
            self.delete_model(request, group)

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(name__icontains=search_term.strip()), False

    @admin.display(description=_("name"), ordering="name")
    def called(self, group):
        return capfirst(in_words(group))


def is_role(group: Group | None) -> bool:
    return group is not None and group.name in Role.values
