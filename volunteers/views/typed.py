"""What was typed into an own form that was sent after the session had ended.

It is kept for an hour in the session of a visitor whom nobody knows yet, and shown again, unsaved,
once the same person has signed in. Whose form it was, the page says with a signature of ours, so
that nobody finds in a form what somebody else typed, or sent from another site.
"""

import datetime as dt

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils.timezone import now
from django.utils.translation import gettext as _

from volunteers.models import User
from volunteers.views.forgery import is_forged

SALT = "volunteers.typed"
IN_SESSION = "typed"
KEPT_FOR = dt.timedelta(hours=1)
# Bytes of a form as it is sent; the longest that anybody fills in are a fifth of it.
MOST = 64 * 1024
# Neither is of use in another session.
OURS = ("csrfmiddlewaretoken", "whose")


def whose(request: HttpRequest) -> str:
    """What a form carries along of who is to fill it in: the key of the account, signed."""
    return signing.dumps(request.user.pk, salt=SALT)


def keep(request: HttpRequest) -> bool:
    """Keep what a visitor sent with a form of an own page, and say so; whether it was one."""
    owner = owner_of(request)
    if owner is None or is_forged(request):
        return False
    given = request.POST.copy()
    for name in OURS:
        given.pop(name, None)
    typed = given.urlencode()
    if len(typed) > MOST:
        said = _(
            "You are not signed in any more, and this text is too long for us to keep. Go back in "
            "your browser, copy it, then sign in."
        )
        messages.warning(request, said)
        return True
    page = page_of(request)
    request.session[IN_SESSION] = {
        "owner": owner,
        "page": page,
        "at": now().timestamp(),
        "typed": typed,
    }
    request.session.set_expiry(KEPT_FOR)
    said = _(
        "You are not signed in any more. What you typed is kept for an hour: sign in, and you find "
        "it in the form. Documents have to be chosen again."
    )
    messages.info(request, said)
    return True


def owner_of(request: HttpRequest) -> int | None:
    """The account that the form was made for; None for anything but a form of ours."""
    if request.method != "POST":
        return None
    try:
        return signing.loads(request.POST.get("whose", ""), salt=SALT)
    except signing.BadSignature:
        return None


def page_of(request: HttpRequest) -> list:
    """Which page it is, in whatever language."""
    found = request.resolver_match
    return [found.url_name, found.kwargs] if found else []


def again(request: HttpRequest) -> QueryDict | None:
    """What whoever is signed in typed into this page before, once, and say so; None for nothing."""
    kept = request.session.get(IN_SESSION)
    if request.method != "GET" or not kept or kept["page"] != page_of(request):
        return None
    del request.session[IN_SESSION]
    if not is_for(kept, request.user):
        return None
    said = _("This is what you typed before you signed in. It is not saved yet: look, then save.")
    messages.info(request, said)
    return QueryDict(kept["typed"])


def leave_to(user: User, request: HttpRequest) -> None:
    """Forget what anybody but `user`, who signs in, typed; and what is older than an hour."""
    kept = request.session.get(IN_SESSION)
    if kept and not is_for(kept, user):
        del request.session[IN_SESSION]


def is_for(kept: dict, user) -> bool:
    age = now().timestamp() - kept["at"]
    return kept["owner"] == user.pk and age < KEPT_FOR.total_seconds()
