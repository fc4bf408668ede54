"""The page where someone of staff takes the second step of signing in."""

from functools import wraps

from django.contrib import admin
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trainings.services.refusal import NotAllowed
from volunteers import passkeys
from volunteers.forms.second_step import CodeForm
from volunteers.models import User
from volunteers.second_step import arriving, take
from volunteers.services import second_factor
from volunteers.services.attempts import TooMany
from volunteers.services.second_factor import Kind
from volunteers.views.private import private


def for_staff(view):
    """A private page of who works at the desk or arrives there; `view` gets the account."""

    @private
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def asked(request: HttpRequest, **kwargs) -> HttpResponse:
        person = arriving(request) or request.user
        if not (person.is_authenticated and person.works_at_desk):
            return redirect("admin:login")
        return view(request, person, **kwargs)

    return asked


def following(request: HttpRequest) -> str:
    """Where the page leads on to: the address it was asked with, if it is one of ours."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if ours else reverse("admin:index")


def shown(
    request: HttpRequest, person: User, template: str, title: str, *, status: int = 200, **context
) -> HttpResponse:
    context |= {"title": title, "person": person, "next": following(request)}
    context |= admin.site.each_context(request)
    return render(request, f"admin/second_step/{template}.html", context, status=status)


@for_staff
def second_step(request: HttpRequest, person: User) -> HttpResponse:
    """Ask for a passkey, a code of the app, or a recovery code."""
    if not second_factor.has_one(person):
        return redirect(f"{reverse('second_step_factors')}?{request.GET.urlencode()}")
    form, refusal, status = CodeForm(), "", 200
    if request.method == "POST":
        form, refusal, status = attempted(request, person)
        if status == 200:
            take(request)
            return redirect(following(request))
    kinds = set(second_factor.factors_of(person).values_list("type", flat=True))
    context = {
        "form": form,
        "refusal": refusal,
        "asked": passkeys.ask_for_known(request, person) if Kind.WEBAUTHN in kinds else None,
        "has_app": Kind.TOTP in kinds,
    }
    return shown(request, person, "take", _("The second step"), status=status, **context)


def attempted(request: HttpRequest, person: User) -> tuple[CodeForm, str, int]:
    """Try what was sent. Returns the form, why it is refused, and the status: 200 if it is good."""
    answer = request.POST.get("credential")
    form = CodeForm(request.POST if answer is None else None)
    try:
        if answer is not None:
            with second_factor.tried(person):
                passkeys.check_known(request, person, answer)
        elif form.is_valid():
            second_factor.use_code(person, form.cleaned_data["code"])
        else:
            return form, "", 422
    except NotAllowed as error:
        return form, str(error), 429 if isinstance(error, TooMany) else 422
    return form, "", 200


@private
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out who took the first step only."""
    logout(request)
    return redirect("admin:login")
