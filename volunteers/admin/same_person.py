"""Saying that a volunteer is a person of the record too."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trainings.admin.picking import NOT_FOUND, PickOne
from trainings.services.refusal import NotAllowed
from volunteers.models import Volunteer
from volunteers.services import same_person


def may_say(user) -> bool:
    """Whether `user` may link volunteers, and so sees that they are linked."""
    return user.has_perm("volunteers.view_volunteer") and user.has_perm("trainings.change_person")


class SamePersonForm(forms.ModelForm):
    class Meta:
        model = Volunteer
        fields = ("person",)
        widgets = {"person": PickOne(Volunteer._meta.get_field("person"), admin.site)}
        error_messages = {"person": {"invalid_choice": NOT_FOUND}}

    def validate_unique(self):
        """Left to the service, which says it of the volunteer as she is now."""


def same_person_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which person of the record a volunteer is, or that she is none."""
    if not may_say(request.user):
        raise PermissionDenied
    volunteer = get_object_or_404(Volunteer.objects.visible_to(request.user), pk=pk)
    form = SamePersonForm(request.POST or None, instance=volunteer)
    if form.is_valid() and is_said(form, pk, request):
        messages.success(request, _("Saved."))
        return redirect("admin:volunteers_volunteer_change", pk)
    context = {**admin.site.each_context(request), "form": form, "volunteer": volunteer}
    context["title"] = _("The same as a person of the record")
    return render(request, "admin/volunteers/same_person.html", context)


def is_said(form: SamePersonForm, pk: int, request: HttpRequest) -> bool:
    try:
        same_person.say(Volunteer(pk=pk), form.cleaned_data["person"], by=request.user)
    except NotAllowed as refusal:
        form.add_error("person", str(refusal))
    return form.is_valid()
