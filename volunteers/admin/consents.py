"""The wordings of consents, whose used versions are kept as they were read."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from volunteers.models import ConsentText
from volunteers.services.consent_texts import is_used, next_version


@admin.register(ConsentText)
class ConsentTextAdmin(DeskAdmin):
    change_form_template = "admin/volunteers/consent_text.html"
    list_display = ("sentence", "kind", "version", "since")
    list_filter = ("kind",)
    actions = None
    fields = (("kind", "version"), "text", "detail")
    readonly_fields = ("version",)
    empty_text = _("No wording yet. Without one for the use of data nobody can register.")

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and not (obj and is_used(obj))

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and not (obj and is_used(obj))

    def has_add_permission(self, request):
        return False  # the next version begins as a copy of the last

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, "kind") if obj else self.readonly_fields

    def get_urls(self):
        view = self.admin_site.admin_view(self.next_version_view)
        name = "volunteers_next_consent"
        return [path("<int:pk>/next/", view, name=name), *super().get_urls()]

    def next_version_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin the next version; only its button acts."""
        text = get_object_or_404(ConsentText, pk=pk)
        if not request.user.has_perm("volunteers.add_consenttext"):
            raise PermissionDenied
        if request.method != "POST":
            return redirect("admin:volunteers_consenttext_change", pk)
        copy = next_version(text)
        said = _("Version %(number)s. From now on people are asked in these words: mend them.")
        messages.success(request, said % {"number": copy.version})
        return redirect("admin:volunteers_consenttext_change", copy.pk)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["is_used"] = bool(obj) and is_used(obj)
        context["may_copy"] = request.user.has_perm("volunteers.add_consenttext")
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("since"), ordering="created_at")
    def since(self, text):
        return wording.date(text.created_at.date())

    @admin.display(description=_("sentence beside the box"))
    def sentence(self, text):
        return text.text
