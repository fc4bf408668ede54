"""Accounts by e-mail address: whose they are, which roles they have, and whose people they see."""

import datetime as dt

from allauth.account.models import EmailAddress
from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Q
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.admin.row_forms import unwrapped
from volunteers import audit
from volunteers.admin import second_step
from volunteers.admin.in_trail import InTrail
from volunteers.admin.saving import PersonalLists
from volunteers.admin.ticking import TickedField
from volunteers.models import User
from volunteers.roles import Role, in_words

# What makes an account able to do anything; administrators hand it out.
POWERS = ("is_active", "is_staff", "groups", "countries", "trainings")
# What stands above the roles, for those who stand there themselves.
ABOVE = ("is_superuser", "user_permissions")


class NewAccountForm(BaseUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "name")


class AccountForm(UserChangeForm):
    class Meta:
        model = User
        fields = ("email", "name", *POWERS, *ABOVE)
        field_classes: dict = {}


class GroupsField(TickedField):
    """Roles by their names in the reader's language; other groups as they are called."""

    def label_from_instance(self, group) -> str:
        return capfirst(in_words(group))


class RoleFilter(admin.RelatedFieldListFilter):
    """Groups by what they are called in the reader's language."""

    def field_choices(self, field, request, model_admin):
        return [(one.pk, capfirst(in_words(one))) for one in Group.objects.order_by("name")]


@admin.register(User)
class AccountAdmin(InTrail, PersonalLists, DeskAdmin, UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    contact_columns = ("email",)
    list_display = ("email", "name", "roles", "is_active", "seen")
    list_filter = ("is_staff", "is_active", ("groups", RoleFilter))
    search_fields = ("email", "name")
    search_help_text = _("E-mail address or name.")
    ordering = ("email",)
    list_per_page = 50
    show_full_result_count = False
    filter_horizontal = ()
    autocomplete_fields = ("countries", "trainings")
    readonly_fields = ("seen", "joined", "second_step")
    fieldsets = (
        (None, {"fields": (("email", "name"), "password")}),
        (
            _("What the account may do"),
            {"fields": (("is_active", "is_staff", "is_superuser"), "groups")},
        ),
        (
            _("Whose people it sees"),
            {"fields": ("countries", "trainings")},
        ),
        (_("Signing in"), {"fields": ("second_step",)}),
        (_("Moments"), {"fields": (("seen", "joined"),)}),
    )
    add_fieldsets = ((None, {"fields": (("email", "name"), ("password1", "password2"))}),)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_urls(self):
        page = path(
            "<int:pk>/second-step/",
            self.admin_site.admin_view(second_step.reset),
            name="volunteers_user_reset",
        )
        return [page, *super().get_urls()]

    def get_object(self, request, object_id, from_field=None):
        """The account, with the `reader` it is shown to."""
        account = super().get_object(request, object_id, from_field)
        if account:
            account.reader = request.user
        return account

    @admin.display(description=_("second step"))
    def second_step(self, account):
        return second_step.described(account, reader=account.reader)

    def get_readonly_fields(self, request, obj=None):
        """Only an administrator hands out roles, and nobody what she could not do herself."""
        fields = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return fields
        return (*fields, *ABOVE) if is_administrator(request.user) else (*fields, *POWERS, *ABOVE)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and stands_over(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and stands_over(request.user, obj)

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "groups":
            options["widget"] = forms.CheckboxSelectMultiple
            options["form_class"] = GroupsField
            options["help_text"] = _("Roles say what the account may do at the desk.")
        return super().formfield_for_manytomany(db_field, request, **options)

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field and db_field.many_to_many:
            field.widget = unwrapped(field.widget)  # chosen here, made elsewhere
        return field

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            audit.record(request.user, audit.Kind.SAW, obj, fields=["contacts"])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        closed = {"is_active", "is_staff"} & set(form.changed_data)
        if closed and not (obj.is_active and obj.is_staff):
            obj.end_sessions()
        super().save_model(request, obj, form, change)

    def user_change_password(self, request, id, form_url=""):
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302:
            changes = {"password": [audit.MASK, audit.MASK]}
            account = self.get_object(request, id)
            audit.record(request.user, audit.Kind.CHANGED, account, changes=changes)
        return response

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        # SQLite ignores the case of Latin letters only.
        spellings = {term, term.lower(), term.title(), term.capitalize()}
        found = Q(email__icontains=term)
        for spelling in spellings:
            found |= Q(name__contains=spelling)
        return queryset.filter(found), False

    @admin.display(description=_("last login"), ordering="last_login")
    def seen(self, account):
        return recently(account.last_login)

    @admin.display(description=_("date joined"), ordering="date_joined")
    def joined(self, account):
        return recently(account.date_joined)

    @admin.display(description=_("roles"))
    def roles(self, account):
        if account.is_superuser:
            return capfirst(_("may do everything"))
        return capfirst(", ".join(sorted(in_words(group) for group in account.groups.all())))


def recently(moment: dt.datetime | None) -> str:
    """A moment by the clocks of the desk; "" for none."""
    return wording.recently(moment, settings.TIME_ZONE) if moment else ""


def is_administrator(user: User) -> bool:
    return user.is_superuser or Role.ADMINISTRATOR in user.roles


def stands_over(user: User, account: User | None) -> bool:
    """Whether `user` may change or delete `account`: never one that may do more."""
    if account is None or user.is_superuser or user == account:
        return True
    return not account.is_superuser and (is_administrator(user) or not account.is_staff)


admin.site.unregister(EmailAddress)  # an account has one address, which stands on its own page
