"""A volunteer's own page: registrations, history, profile."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from trainings.views.page import render_page
from volunteers.forms.profile import ProfileForm
from volunteers.models import Registration, State, Volunteer
from volunteers.views import typed
from volunteers.views.forgery import is_sound
from volunteers.views.private import for_the_signed_in, sent
from volunteers.whereabouts import Whereabouts

ENDED = (State.DECLINED, State.CANCELLED, State.DROPPED)


@for_the_signed_in
def me(request: HttpRequest) -> HttpResponse:
    registrations = Registration.objects.of(request.user).with_story()
    all_of_them = [Whereabouts(one) for one in registrations.order_by("-pk")]
    context = {
        "volunteer": Volunteer.objects.of(request.user),
        "to_come": sorted((one for one in all_of_them if not one.is_past), key=by_state),
        "past": [one for one in all_of_them if one.is_past],
    }
    return render_page(request, "volunteers/me.html", context)


def by_state(at: Whereabouts) -> bool:
    """First those that may still come to something."""
    return at.registration.state in ENDED


@csrf_exempt  # the view looks for itself, and keeps what was typed
@for_the_signed_in
def profile(request: HttpRequest) -> HttpResponse:
    volunteer = Volunteer.objects.of(request.user)
    if volunteer is None:
        return redirect("me")
    form = ProfileForm(volunteer, sent(request) or typed.again(request))
    if request.method == "POST" and is_sound(form, request):
        form.save()
        messages.success(request, _("Saved. It is filled in when you register next."))
        return redirect("me")
    context = {"form": form, "whose": typed.whose(request)}
    status = 422 if form.errors else 200
    return render_page(request, "volunteers/me_profile.html", context, status=status)
