"""Django's check against forged requests, for a page that answers a failed one itself.

The token of an honest form is lost where a browser refuses cookies, or where someone signed in
anew in another window. Django's own answer would lose what was typed.
"""

from functools import wraps

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from volunteers.models import Registration

LOST = _("Your browser did not send our cookie along. Send the form once more: nothing is lost.")
NOT_PRESSED = _("Your browser did not send our cookie along. Press the button once more.")


class Check(CsrfViewMiddleware):
    def _reject(self, request, reason):
        return reason


def is_forged(request: HttpRequest) -> bool:
    """Whether a POST lacks the token of our own page, as when a browser refuses cookies."""
    check = Check(no_page)
    check.process_request(request)
    return check.process_view(request, no_page, (), {}) is not None


def no_page(request: HttpRequest) -> HttpResponse:
    """Stands for the page behind the check, which is never asked for."""
    raise NotImplementedError


def is_sound(form: Form, request: HttpRequest, *, place: str | None = None) -> bool:
    """Whether `form` was sent, from our own page, and filled in well.

    A lost token is said at the field `place`, or on top. The view has to be `csrf_exempt`.
    """
    if request.method == "POST" and is_forged(request):
        form.full_clean()
        form.add_error(place, str(LOST))
    return form.is_valid()


def for_own_buttons(view):
    """A page of a registration with nothing but buttons: one pressed without our token does
    nothing, and leads to the page of the registration, where they all are."""

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, registration: Registration) -> HttpResponse:
        if request.method == "POST" and is_forged(request):
            messages.warning(request, NOT_PRESSED)
            return redirect(registration)
        return view(request, registration)

    return checked


def by_button(view):
    """What a button of a registration's page does. Whoever comes by the address alone, as after
    signing in anew, is led to that page, where the button is."""

    @for_own_buttons
    @wraps(view)
    def pressed(request: HttpRequest, registration: Registration) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            return redirect(registration)
        return require_POST(view)(request, registration)

    return pressed
