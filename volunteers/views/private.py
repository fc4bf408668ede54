"""What all own pages have in common: who may see them, and that nobody on the way keeps them."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from trainings.views.errors import not_found
from trainings.views.page import render_page
from volunteers.models import Registration
from volunteers.views import typed


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent with the form of a page; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to signing in, and from there back to this page."""
    return redirect_to_login(request.path, reverse("account_request_login_code"))


def private(view):
    """Mark every answer of `view`, a 404 included, as one that may be neither stored nor listed."""

    @wraps(view)
    def marked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = not_found(request)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return marked


def for_the_signed_in(view):
    """A private page of whoever is signed in; everyone else is asked to sign in.

    What was typed into a form before the session ended is not lost: see `typed`.
    """

    @private
    @wraps(view)
    def asked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            typed.keep(request)
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    return asked


def for_its_volunteer(view):
    """A private page of one registration, which `view` gets in place of the `code` of the address.

    For everyone else there is no such page. Whoever is not signed in yet may have come by a letter,
    so the same page, for every code, right or wrong, says where to sign in.
    """

    @private
    @wraps(view)
    def found(request: HttpRequest, code: str, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated and typed.keep(request):
            return to_sign_in(request)
        if not request.user.is_authenticated:
            return render_page(request, "volunteers/me_not_here.html", status=404)
        own = Registration.objects.of(request.user).with_story().filter(code=code).first()
        if own is None:
            raise Http404
        return view(request, own, **kwargs)

    return found
