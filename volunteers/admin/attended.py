"""What one person attended, who said so, and an organizer's word on whether that is enough."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from config.inputs import without_controls
from trainings.services.refusal import NotAllowed
from volunteers.admin.attendance import training_of
from volunteers.models import Registration
from volunteers.services import completion


def attended(request: HttpRequest, site, pk: int, registration: int) -> HttpResponse:
    """The sum of one person with its history; a POST says that it counts, or not, after all."""
    training = training_of(request, pk)
    seen = Registration.objects.visible_to(request.user).filter(training=training)
    row = get_object_or_404(seen.select_related("training", "country"), pk=registration)
    if request.method == "POST" and say(request, row):
        return redirect("admin:volunteers_attended", pk, registration)
    context = {
        **site.each_context(request),
        "title": str(row),
        "training": training,
        "registration": row,
        "told": told_of(row),
        "reason": request.POST.get("reason", ""),
        "may_override": request.user.has_perm("volunteers.override_completion"),
    }
    return render(request, "admin/volunteers/attended.html", context)


def say(request: HttpRequest, registration: Registration) -> bool:
    """Do what the button says. Returns whether that was done; a message says why not."""
    verb = request.POST.get("verb", "")
    try:
        if verb == "back":
            completion.take_override_back(registration, by=request.user)
            messages.success(request, _("The sum counts again."))
        else:
            reason = without_controls(request.POST.get("reason", ""))[:1000]
            completion.override(
                registration, completed=verb == "yes", reason=reason, by=request.user
            )
            messages.success(request, _("Saved, with your reason."))
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return False
    return True


def told_of(registration: Registration) -> dict:
    """The sum, what was attended, and every mark that was ever made."""
    return {
        "sum": completion.completion_of(registration),
        "attendances": registration.attendances.select_related("session", "marked_by"),
        "marks": registration.marks.select_related("session", "marked_by"),
    }
