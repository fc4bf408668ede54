"""Proving an address: the link of a letter opens a page, and only its button acts."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from trainings.given import Given
from trainings.services.refusal import NotAllowed
from trainings.together import Asked, kept
from trainings.views.page import render_page
from volunteers import links
from volunteers.forms.consents import ConsentForm
from volunteers.models import ConsentKind, Registration, State, User
from volunteers.services import attempts
from volunteers.services.proving import ask_again, owes_consent, prove
from volunteers.signing_in import MAILED, may_sign_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    try:
        code = links.code_in(token, purpose=links.CONFIRM, good_for=links.CONFIRM_FOR)
        is_late = False
    except links.Expired as expired:
        code, is_late = expired.args[0], True
    except links.Damaged:
        return page(request, "damaged", status=404)
    # None where the person has had it erased since.
    registration = next(iter(behind(code=code)["registrations"]), None)
    if registration is None:
        return page(request, "gone", status=410)
    if registration.state == State.DROPPED:
        return page(request, "dropped", registration, status=410)
    if registration.state != State.SUBMITTED and not owes_consent(registration):
        return page(request, "already", registration)
    return (late if is_late else in_time)(request, registration)


@kept
def behind(code: Given) -> Asked:
    """The registration of a link."""
    rows = Registration.objects.filter(code=code, volunteer__isnull=False)
    return {"registrations": rows.select_related("training", "country")}


def in_time(request: HttpRequest, registration: Registration) -> HttpResponse:
    """The page with the button, and what the button does."""
    form = consents_asked(request, registration)
    # Mail scanners open links, so a GET must change nothing.
    if request.method != "POST":
        return page(request, "ask", registration, form=form)
    if form and not form.is_valid():
        return page(request, "ask", registration, form=form, status=422)
    agreed = form.agreed if form else ()
    try:
        registration, was_this = prove(registration, consents=agreed, language=get_language())
    except NotAllowed as refusal:
        return page(request, "refused", registration, refusal=refusal, status=409)
    if not (was_this and signs_in(request, registration.volunteer.user)):
        return page(request, "already", registration)
    login(request, registration.volunteer.user, MAILED)
    return redirect(registration)


def late(request: HttpRequest, registration: Registration) -> HttpResponse:
    """The page of a link that has expired, whose button sends a new one."""
    if request.method != "POST":
        return page(request, "late", registration, status=410)
    try:
        attempts.count(attempts.BY_ADDRESS, registration.email)
    except attempts.TooMany as refusal:
        return page(request, "late", registration, refusal=refusal, status=429)
    ask_again(registration)
    return redirect("register_sent", registration.training.slug)


def consents_asked(request: HttpRequest, registration: Registration) -> ConsentForm | None:
    """The consents, where somebody else registered the person, who has not been asked yet."""
    if registration.form_key:  # it came by the person's own form, where they were asked
        return None
    agreed = registration.consents.filter(withdrawn_at=None, text__kind=ConsentKind.DATA)
    data = request.POST if request.method == "POST" else None
    return None if agreed.exists() else ConsentForm(data)


def signs_in(request: HttpRequest, user: User) -> bool:
    """Whether a mailed link may sign `user` in: nobody who works at the desk, nor over one."""
    return may_sign_in(user) and not request.user.is_staff


def page(request, what: str, registration: Registration | None = None, *, status=200, **more):
    """The page that says `what` is the matter with a link."""
    training = registration.training if registration else None
    context = {"what": what, "registration": registration, "training": training, **more}
    return render_page(request, "volunteers/confirm.html", context, status=status)
