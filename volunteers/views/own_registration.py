"""The page of one registration, for its volunteer: where it stands, and what can be done."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from trainings.calendars import calendar_file
from trainings.services.refusal import NotAllowed
from trainings.views.page import render_page
from volunteers import links
from volunteers.forms.changing import ChangeForm
from volunteers.models import Registration
from volunteers.services import answers, changing, consents
from volunteers.services import registration as services
from volunteers.services.changing import Change
from volunteers.services.completion import completion_of
from volunteers.views import own_certificates, typed
from volunteers.views.forgery import by_button, for_own_buttons, is_sound
from volunteers.views.private import for_its_volunteer, sent
from volunteers.whereabouts import Whereabouts


@for_its_volunteer
@require_safe
def my_registration(request: HttpRequest, registration: Registration) -> HttpResponse:
    context = {
        "at": Whereabouts(registration),
        "registration": registration,
        "answers": registration.answers.with_questions(),
        "consents": consents.consents_of(registration),
        "certificates": registration.certificates.all(),
        "attended": completion_of(registration) if registration.is_seated else None,
        "attendances": registration.attendances.select_related("session"),
        "names": own_certificates.names(registration),
        "confirm_path": urlsplit(links.confirm_url(registration)).path,
    }
    return render_page(request, "volunteers/me_registration.html", context)


@csrf_exempt  # the view looks for itself, and keeps what was typed
@for_its_volunteer
def change(request: HttpRequest, registration: Registration) -> HttpResponse:
    """What was written, to be changed as far as that is still allowed."""
    extent = changing.may_change(registration)
    if extent == Change.NOTHING:
        messages.warning(request, _("Nothing of this registration can be changed any more."))
        return redirect(registration)
    given = sent(request) or typed.again(request)
    form = ChangeForm(registration, extent, given, request.FILES or None)
    if request.method == "POST" and is_sound(form, request):
        return save_change(request, registration, form)
    if form.errors:
        form.keep_documents()
    context = {
        "form": form,
        "registration": registration,
        "all": extent == Change.ALL,
        "whose": typed.whose(request),
    }
    status = 422 if form.errors else 200
    return render_page(request, "volunteers/me_change.html", context, status=status)


def save_change(request, registration: Registration, form: ChangeForm) -> HttpResponse:
    try:
        changing.change(
            registration,
            described=form.described,
            needs=form.changed_needs,
            functioning=form.functioning,
            motivation=form.motivation,
            answer=lambda row: answers.store(row, form.answers),
        )
        messages.success(request, _("Saved."))
    except NotAllowed as refused:
        messages.warning(request, str(refused))
    return redirect(registration)


@for_its_volunteer
@for_own_buttons
def cancel(request: HttpRequest, registration: Registration) -> HttpResponse:
    """A page with a button; only its POST cancels."""
    at = Whereabouts(registration)
    if request.method != "POST" and at.can_cancel:
        return render_page(request, "volunteers/me_cancel.html", {"at": at})
    if request.method == "POST" and cancelled(registration):
        messages.success(request, _("Cancelled. Thank you for saying so."))
    else:
        messages.warning(request, _("This registration can't be cancelled any more."))
    return redirect(registration)


def cancelled(registration: Registration) -> bool:
    """Cancel `registration` for its volunteer; whether that could still be done."""
    try:
        services.cancel(registration)
    except NotAllowed:
        return False
    return True


@for_its_volunteer
@by_button
def come_back(request: HttpRequest, registration: Registration) -> HttpResponse:
    try:
        services.come_back(registration)
        messages.success(request, _("Good that you are back. This is where it stands now."))
    except NotAllowed as refused:
        messages.warning(request, str(refused))
    return redirect(registration)


@for_its_volunteer
@by_button
def consent(request: HttpRequest, registration: Registration) -> HttpResponse:
    """Give or take back one of the consents that may be."""
    kind = request.POST.get("kind", "")
    try:
        if request.POST.get("yes"):
            consents.give(registration, kind, language=get_language())
            messages.success(request, _("Thank you. You can take it back at any time."))
        else:
            consents.take_back(registration, kind)
            messages.success(request, _("Taken back. Nobody relies on it from now on."))
    except NotAllowed as refused:
        messages.warning(request, str(refused))
    return redirect(registration)


@for_its_volunteer
@require_safe
def calendar(request: HttpRequest, registration: Registration) -> HttpResponse:
    if not Whereabouts(registration).has_calendar:
        raise Http404
    return calendar_file(registration.training)
