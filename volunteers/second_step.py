"""The second step of signing in at the desk: who has taken it, and where everyone else is sent.

A password or a mailed code is the first step; a passkey, a code of an app or a recovery code the
second. See docs/decisions/2026-11-25-second-step.md.
"""

import datetime as dt
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import now

from volunteers.models import User
from volunteers.services import second_factor
from volunteers.signing_in import MAILED_TO_STAFF

# In a session: when the second step was last taken in it, a Unix time.
TAKEN_AT = "second_step_at"
# Who has given a password only may set up a factor, so that session is short.
HALFWAY = dt.timedelta(minutes=15)
WHOLE = dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
# A change of factors needs a proof that is no older.
FRESH = dt.timedelta(minutes=15)


def both_steps(get_response):
    """Middleware: whoever of staff took the first step alone is nobody yet, on every page.

    `request.user` is nobody, so no check anywhere can let them in, and each address of the desk
    leads to the second step. `arriving` says who they are.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: whoever_is_in(request))  # type: ignore[assignment]
        if is_desk(request.path) and arriving(request):
            return to_second_step(request)
        return get_response(request)

    return middleware


def is_desk(path: str) -> bool:
    """Whether `path` is of the desk, and not of the second step itself."""
    # In this order: most pages are public, and none of them needs the second address.
    return path.startswith(reverse("admin:index")) and not path.startswith(reverse("second_step"))


def whoever_is_in(request: HttpRequest):
    """The account that is signed in by all steps it needs; nobody otherwise."""
    person = get_user(request)
    return person if not person.is_authenticated or is_in(request, person) else AnonymousUser()


def arriving(request: HttpRequest) -> User | None:
    """Who took the first step and has the second before them."""
    person = get_user(request)
    if isinstance(person, User) and not is_in(request, person):
        return person
    return None


def is_in(request: HttpRequest, person: User) -> bool:
    """Whether `person`, signed in by a first step, has taken all steps needed."""
    if not person.works_at_desk or TAKEN_AT in request.session:
        return True
    mailed = request.session[BACKEND_SESSION_KEY] == MAILED_TO_STAFF
    # A mailbox alone never opens the desk, and who has set up a factor is always asked for it.
    return not (settings.SECOND_STEP_FORCED or mailed or second_factor.has_one(person))


def to_second_step(request: HttpRequest, address: str = "") -> HttpResponse:
    """Lead to the second step, and from there on to `address`, or back to the page asked for."""
    asked = request.get_full_path() if request.method == "GET" else ""
    if request.path == reverse("admin:login"):
        asked = request.GET.get("next", "")  # the first step is taken already
    following = address or asked
    query = f"?{urlencode({'next': following})}" if following else ""
    return redirect(reverse("second_step") + query)


def first_step_taken(request: HttpRequest, user: User) -> None:
    """When a session begins: when it ends, whatever happens in it."""
    request.session.pop(TAKEN_AT, None)
    request.session.set_expiry(now() + (WHOLE if is_in(request, user) else HALFWAY))


def take(request: HttpRequest) -> None:
    """Note that the second step was taken now; the session of who arrives becomes a whole one."""
    if arriving(request):
        request.session.cycle_key()
        request.session.set_expiry(now() + WHOLE)
    request.session[TAKEN_AT] = now().timestamp()


def is_fresh(request: HttpRequest) -> bool:
    """Whether the second step was taken so lately that factors may be changed."""
    return request.session.get(TAKEN_AT, 0) > (now() - FRESH).timestamp()
