"""The people behind the registrations."""

from django.contrib import admin
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.admin.sections import Fields, Section, without_fields
from volunteers import audit
from volunteers.admin.filters import CategoryFilter, CountryOfFilter
from volunteers.admin.same_person import may_say, same_person_view
from volunteers.admin.saving import PersonalLists, column
from volunteers.models import Letter, Volunteer

# The newest letters on the page of a person; the list of letters has them all.
LETTERS = 50


@admin.register(Volunteer)
class VolunteerAdmin(PersonalLists, DeskAdmin):
    """What is known of someone. It is the volunteer's own, so the desk only reads it."""

    change_form_template = "admin/volunteers/volunteer.html"
    contact_columns = ("address",)
    list_display = ("who", "address", "of_country", "kind", "since")
    list_filter = (CountryOfFilter, CategoryFilter)
    list_select_related = ("country", "user")
    search_fields = ("search_key",)
    search_help_text = _("The name, in any spelling.")
    empty_text = _("No volunteer yet. They come here by registering for a training.")
    sections = (
        Section(
            "person",
            _("Who it is"),
            (
                Fields(
                    (
                        ("name", "native_name", "latin_name"),
                        ("country", "category", "nationality"),
                        ("host_organisation", "address"),
                        ("sex", "birth_year", "birth_year_withheld"),
                        ("phone", "language", "spoken"),
                    )
                ),
            ),
        ),
    )
    readonly_fields = ("address", "spoken")

    def get_queryset(self, request):
        rows = super().get_queryset(request).visible_to(request.user)
        return rows.select_related("user", "country", "nationality", "person")

    def saved_columns(self, request):
        """In a file no name is an empty one."""
        shown = super().saved_columns(request)
        return [column(Volunteer, "name") if one.key == "who" else one for one in shown]

    def get_urls(self):
        view = self.admin_site.admin_view(same_person_view)
        return [path("<int:pk>/person/", view, name="volunteers_same_person"), *super().get_urls()]

    def get_fieldsets(self, request, obj=None):
        """Without the ways to reach someone, for those who may not see them."""
        shown = super().get_fieldsets(request, obj)
        if request.user.has_perm("volunteers.view_contacts"):
            return shown
        return without_fields(shown, {"address", "phone"})

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if request.user.has_perm("volunteers.view_contacts"):
            audit.record(request.user, audit.Kind.SAW, obj, fields=["contacts"])
        rows = obj.registrations.visible_to(request.user).select_related("training", "country")
        sees = request.user.has_perm("volunteers.view_registration")
        context["registrations"] = [
            (row, reverse("admin:volunteers_registration_change", args=[row.pk]))
            for row in (rows.order_by("-pk") if sees else ())
        ]
        context["may_say"] = may_say(request.user)
        if request.user.has_perm("volunteers.view_letter"):
            letters = Letter.objects.filter(registration__in=rows).select_related("training")
            context["letters"] = letters.order_by("-pk")[:LETTERS]
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("name"), ordering="name")
    def who(self, volunteer):
        return str(volunteer)

    @admin.display(description=_("e-mail address"))
    def address(self, volunteer):
        return volunteer.email

    @admin.display(description=_("country"), ordering="country")
    def of_country(self, volunteer):
        return volunteer.country

    @admin.display(description=_("category"), ordering="category")
    def kind(self, volunteer):
        return volunteer.get_category_display()

    @admin.display(description=_("languages spoken"))
    def spoken(self, volunteer):
        return wording.list_of(wording.language_name(code) for code in volunteer.languages)

    @admin.display(description=_("first registered"), ordering="created_at")
    def since(self, volunteer):
        return wording.date(volunteer.created_at.date())
