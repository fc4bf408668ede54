"""Accounts by e-mail address, and the groups that say what they may do."""

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainings.admin.base import DeskAdmin
from volunteers.admin.saving import PersonalLists
from volunteers.models import User

POWERS = ("is_staff", "is_superuser", "groups", "user_permissions")


class NewAccountForm(BaseUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "name")


class AccountForm(UserChangeForm):
    class Meta:
        model = User
        fields = ("email", "name", "is_active", *POWERS)
        field_classes: dict = {}


@admin.register(User)
class AccountAdmin(PersonalLists, DeskAdmin, UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    contact_columns = ("email",)
    list_display = ("email", "name", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_active", "groups")
    search_fields = ("email", "name")
    search_help_text = _("E-mail address or name.")
    ordering = ("email",)
    list_per_page = 50
    show_full_result_count = False
    filter_horizontal = ()
    autocomplete_fields = ("groups",)
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": (("email", "name"), "password")}),
        (
            _("What the account may do"),
            {"fields": (("is_active", "is_staff", "is_superuser"), "groups")},
        ),
        (_("Moments"), {"fields": (("last_login", "date_joined"),)}),
    )
    add_fieldsets = ((None, {"fields": (("email", "name"), ("password1", "password2"))}),)

    def get_readonly_fields(self, request, obj=None):
        """Only who may do everything already may hand out what an account may do."""
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, *POWERS)

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        # SQLite ignores the case of Latin letters only.
        spellings = {term, term.lower(), term.title(), term.capitalize()}
        found = Q(email__icontains=term)
        for spelling in spellings:
            found |= Q(name__contains=spelling)
        return queryset.filter(found), False


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
admin.site.unregister(EmailAddress)  # an account has one address, which stands on its own page


@admin.register(Group)
class GroupAdmin(DeskAdmin, DjangoGroupAdmin):
    filter_horizontal = ()
    fields = ("name", "permissions")

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "permissions":
            options["widget"] = forms.CheckboxSelectMultiple
            options["form_class"] = PermissionsField
        return super().formfield_for_manytomany(db_field, request, **options)

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(name__icontains=search_term.strip()), False
