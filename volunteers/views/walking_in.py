"""Registering someone at the door."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trainings.services.refusal import NotAllowed
from volunteers.door import Door
from volunteers.forms.walking_in import WalkInForm
from volunteers.services import walking_in as services
from volunteers.views.checking_in import at_the_door
from volunteers.views.private import sent


@at_the_door
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest, at: Door) -> HttpResponse:
    """Name, country and kind; the consent is asked for later, by letter."""
    may_override = request.user.has_perm("volunteers.override_seats")
    initial = {"name": request.GET.get("name", "")}
    form = WalkInForm(sent(request), may_override=may_override, initial=initial)
    if form.is_valid():
        try:
            row = services.walk_in(at.training, at.part, by=request.user, **form.given)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            is_here = _("%(name)s is registered and here.")
            said = is_here if at.part else _("%(name)s is registered.")
            messages.success(request, said % {"name": row})
            return redirect("check_in_badge", row.badge_code)
    context = {"form": form, "door": at}
    status = 422 if form.errors else 200
    return render(request, "check_in/walk_in.html", context, status=status)
