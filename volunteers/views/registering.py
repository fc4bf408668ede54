"""Registering for a training: the form, and the page after it was sent."""

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from trainings.given import Given
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from trainings.together import Asked, kept
from trainings.views.page import first_or_404, render_page
from volunteers.calls import Announced, announced
from volunteers.clients import client_of
from volunteers.forms.registering import RegistrationForm
from volunteers.forms.stamps import new_stamp
from volunteers.models import Registration, State, User
from volunteers.services import answers, attempts
from volunteers.services.attempts import TooMany
from volunteers.services.registration import submit
from volunteers.views.forgery import LOST, is_forged

EMPTY_KEPT_SECONDS = 60
# Where the token and the stamp stand in a page that is kept: what no text of a page holds.
TOKEN_GOES_HERE, STAMP_GOES_HERE = "\ue000token\ue001", "\ue000stamp\ue001"


# A form whose token is lost must come back with all that was typed, so the view looks for itself.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    call = announced(first_or_404(with_its_call(slug=slug)["trainings"]))
    user = signed_in(request)
    if there := earlier(call.training, user):
        return redirect(there)
    if request.method == "POST":
        return receive(request, call, user)
    if not call.takes_forms:
        return standing_page(request, call)
    if user or request.GET or request.user.is_authenticated:
        return form_page(request, call, RegistrationForm(call, user=user, given=request.GET))
    return empty_page(request, call)


@kept
def with_its_call(slug: Given) -> Asked:
    return {"trainings": Training.objects.published().filter(slug=slug).select_related("call")}


def receive(request: HttpRequest, call: Announced, user: User | None) -> HttpResponse:
    """Take a form in, or give it back with what is to mend and all that was typed."""
    forged = is_forged(request)
    form = RegistrationForm(call, user=user, data=request.POST, files=request.FILES)
    if not call.takes_forms:
        return standing_page(request, call, form)
    if not form.is_valid():
        return given_back(request, call, form, LOST if forged else "", status=422)
    if forged:
        return given_back(request, call, form, LOST, status=403)
    try:
        count(request, form)
        registration, _new = take(form, call.training)
    except TooMany as refusal:
        return given_back(request, call, form, refusal, status=429)
    except NotAllowed as refusal:
        # The call may have closed since it was read.
        call = announced(Training.objects.get(pk=call.training.pk))
        return given_back(request, call, form, refusal, status=409)
    return redirect(registration) if user else look_in_mailbox(request, form)


def signed_in(request: HttpRequest) -> User | None:
    """The volunteer who signed in, whose address is proven by that; nobody who works at the desk.

    An account of the desk has a password, which proves no address.
    """
    user = request.user
    return user if user.is_authenticated and not user.is_staff else None


def earlier(training: Training, user: User | None) -> Registration | None:
    """The registration that the volunteer who signed in has for `training` already."""
    if user is None:
        return None
    found = Registration.objects.of(user).filter(training=training)
    return found.exclude(state=State.DROPPED).first()


def count(request: HttpRequest, form: RegistrationForm) -> None:
    """Count a form that will cause a letter. Raises TooMany."""
    tries = [(attempts.BY_CLIENT, client_of(request))]
    if form.user is None:
        tries.append((attempts.BY_ADDRESS, form.address))
    attempts.count_all(tries)


def take(form: RegistrationForm, training: Training) -> tuple[Registration, bool]:
    given = form.cleaned_data
    return submit(
        training,
        email=form.address,
        described=form.described,
        language=get_language(),
        motivation=given.get("motivation", ""),
        needs=form.needs,
        functioning=form.functioning,
        consents=form.agreed,
        answer=lambda registration: answers.add(registration, form.answers),
        form_key=form.form_key,
        proven=form.user is not None,
    )


def keep_documents(request: HttpRequest, form: RegistrationForm) -> None:
    """Keep the documents of a form to mend, unless it was cut off or there are too many."""
    if not (form.arrived_whole and request.FILES):
        return
    try:
        attempts.count(attempts.UPLOADS, client_of(request))
    except TooMany:
        return
    form.keep_documents()


def given_back(request, call: Announced, form: RegistrationForm, refusal, *, status):
    """The form with what is to mend; or the page of a call that has just closed."""
    if not call.takes_forms:
        return standing_page(request, call, form)
    keep_documents(request, form)
    if refusal:
        form.add_error(None, str(refusal))
    return form_page(request, call, form, status=status)


def form_page(request, call: Announced, form: RegistrationForm, *, status=200, **more):
    context = {"training": call.training, "call": call, "form": form}
    context |= {"fields": render_to_string("volunteers/_fields.html", {"form": form})}
    context |= {"stamp": form.signed_stamp, **more}
    return render_page(request, "volunteers/register.html", context, status=status)


def empty_page(request: HttpRequest, call: Announced) -> HttpResponse:
    """The page with an empty form, the same for every stranger but for its token and stamp.

    It is kept for a minute, until the training changes: making it is most of the work of a form.
    Whoever signed in, an organizer above all, is never shown a kept one.
    """
    training = call.training
    key = f"register-{training.pk}-{training.changed_at}-{call.standing}-{get_language()}"
    made = cache.get_or_set(slugify(key), lambda: made_empty(request, call), EMPTY_KEPT_SECONDS)
    filled = {TOKEN_GOES_HERE: get_token(request), STAMP_GOES_HERE: new_stamp()}
    for mark, value in filled.items():
        made = made.replace(mark, value)
    return HttpResponse(made)


def made_empty(request: HttpRequest, call: Announced) -> str:
    marks = {"csrf_token": TOKEN_GOES_HERE, "stamp": STAMP_GOES_HERE}
    page = form_page(request, call, RegistrationForm(call), is_for_search_engines=True, **marks)
    return page.content.decode()


def standing_page(request, call: Announced, form: RegistrationForm | None = None) -> HttpResponse:
    """Why there is no form, and what to do; with `form`, what was typed into an old one."""
    context = {"training": call.training, "call": call, "form": form}
    return render_page(request, "volunteers/standing.html", context, status=409 if form else 200)


def look_in_mailbox(request: HttpRequest, form: RegistrationForm) -> HttpResponse:
    # Shown once, to this browser alone: whoever comes after on the same phone does not read it.
    messages.info(request, form.address, extra_tags="address")
    return redirect("register_sent", form.announced.training.slug)


@never_cache
@require_safe
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    training = get_object_or_404(Training.objects.published(), slug=slug)
    told = [one.message for one in messages.get_messages(request) if one.extra_tags == "address"]
    context = {"training": training, "address": told[-1] if told else ""}
    return render_page(request, "volunteers/sent.html", context)
