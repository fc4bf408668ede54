"""Setting up the second step: an app, passkeys, recovery codes, and taking them away again."""

from functools import wraps

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trainings.services.refusal import NotAllowed
from volunteers import passkeys
from volunteers.forms.second_step import CodeForm, NewPasskeyForm
from volunteers.models import User
from volunteers.qr import squares
from volunteers.second_step import is_fresh, take, to_second_step
from volunteers.services import second_factor
from volunteers.views.private import sent
from volunteers.views.second_step import following, for_staff, shown

# In a session: the secret of an app that is being set up, and that recovery codes may be shown.
NEW_APP = "second_step_app"
CODES_TO_SHOW = "second_step_codes"


def for_the_proven(view):
    """A page for who took the second step a moment ago, or has none yet; others take it first."""

    @for_staff
    @wraps(view)
    def asked(request: HttpRequest, person: User, **kwargs) -> HttpResponse:
        if second_factor.has_one(person) and not is_fresh(request):
            posted = request.method == "POST"
            return to_second_step(request, reverse("second_step_factors") if posted else "")
        return view(request, person, **kwargs)

    return asked


@for_the_proven
def factors(request: HttpRequest, person: User) -> HttpResponse:
    """What is set up, and what may be."""
    rows = second_factor.factors_of(person)
    named = [(row, second_factor.name_of(row)) for row in rows]
    codes = len(second_factor.recovery_codes(person)) if named else 0
    title = _("Signing in in two steps") if named else _("Set up a second step")
    return shown(request, person, "factors", title, factors=named, codes=codes)


@for_the_proven
def app(request: HttpRequest, person: User) -> HttpResponse:
    """Set up an app that shows codes: a QR code to scan, or the secret to type."""
    secret = request.session.setdefault(NEW_APP, generate_totp_secret())
    form = CodeForm(sent(request))
    if form.is_valid():
        code, proven = form.cleaned_data["code"], is_fresh(request)
        try:
            second_factor.add_app(person, secret, code=code, proven=proven)
        except NotAllowed as refusal:
            form.add_error("code", str(refusal))
        else:
            del request.session[NEW_APP]
            return to_codes(request, person)
    context = {"form": form, **app_to_scan(person, secret)}
    status = 422 if form.errors else 200
    return shown(request, person, "app", _("An app that shows codes"), status=status, **context)


def app_to_scan(person: User, secret: str) -> dict:
    """The secret as an app takes it: the QR code, and in groups of four to type."""
    size, path = squares(get_adapter().build_totp_url(person, secret))
    typed = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return {"size": size, "path": path, "secret": typed}


@for_the_proven
def passkey(request: HttpRequest, person: User) -> HttpResponse:
    """Set up a passkey."""
    form = NewPasskeyForm(sent(request))
    if form.is_valid():
        given, proven = form.cleaned_data, is_fresh(request)
        try:
            credential = passkeys.check_new(request, given["credential"])
            second_factor.add_passkey(person, credential, name=given["name"], proven=proven)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            return to_codes(request, person)
    here = passkeys.origin() == f"{request.scheme}://{request.get_host()}"
    context = {
        "form": form,
        "asked": passkeys.ask_for_new(request, person),
        "elsewhere": "" if here else passkeys.origin(),
    }
    status = 422 if form.errors else 200
    return shown(request, person, "passkey", _("A passkey"), status=status, **context)


def to_codes(request: HttpRequest, person: User) -> HttpResponse:
    """After something was set up: on to the recovery codes, where they are new, or to the list."""
    take(request)
    if second_factor.has_one(person):  # as read before
        messages.success(request, _("Set up. A letter tells you of it."))
        return redirect("second_step_factors")
    request.session[CODES_TO_SHOW] = True
    return redirect(f"{reverse('second_step_codes')}?{urlencode({'next': following(request)})}")


@for_the_proven
def codes(request: HttpRequest, person: User) -> HttpResponse:
    """Show new recovery codes, until their owner says that they are kept; never again."""
    if request.method == "POST":
        request.session.pop(CODES_TO_SHOW, None)
        return redirect(following(request))
    if CODES_TO_SHOW not in request.session:
        return redirect("second_step_factors")
    kept = second_factor.recovery_codes(person)
    return shown(request, person, "codes", _("Your recovery codes"), codes=kept)


@for_the_proven
def codes_file(request: HttpRequest, person: User) -> HttpResponse:
    """The same codes as a text file, while they are shown."""
    if CODES_TO_SHOW not in request.session:
        return redirect("second_step_factors")
    head = _("Recovery codes of %(email)s for %(site)s") % {
        "email": person.email,
        "site": settings.SITE_URL,
    }
    lines = [head, "", *second_factor.recovery_codes(person), ""]
    return HttpResponse(
        "\n".join(lines),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="recovery-codes.txt"'},
    )


@require_POST
@for_the_proven
def new_codes(request: HttpRequest, person: User) -> HttpResponse:
    if not second_factor.has_one(person):
        return redirect("second_step_factors")
    second_factor.renew_recovery_codes(person)
    request.session[CODES_TO_SHOW] = True
    return redirect(f"{reverse('second_step_codes')}?next={reverse('second_step_factors')}")


@require_POST
@for_the_proven
def remove(request: HttpRequest, person: User, pk: int) -> HttpResponse:
    factor = get_object_or_404(second_factor.factors_of(person), pk=pk)
    try:
        second_factor.remove(factor, forced=settings.SECOND_STEP_FORCED)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Removed. A letter tells you of it."))
    return redirect("second_step_factors")
