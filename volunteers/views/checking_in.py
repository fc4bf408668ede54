"""Check-in at the door: the list of a training, and one person by the code of the badge."""

from functools import wraps

from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from trainings.views.page import words_asked
from volunteers import door as doors
from volunteers.door import Door, already_in_words
from volunteers.models import Registration, Source
from volunteers.roles import may_check_in
from volunteers.services import attendance as services
from volunteers.services.matching import typed_code
from volunteers.views.private import private

# Under this name a session remembers, by training, which part someone is taking attendance of.
KEPT = "check_in"


def for_helpers(view):
    """A private page of accounts that may check people in; others are told what to do."""

    @private
    @wraps(view)
    def asked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if not admin.site.has_permission(request):
            return told(request, "no_access", status=403)
        if not request.user.has_perm("volunteers.add_attendance"):
            return told(request, "no_access", status=403)
        return view(request, *args, **kwargs)

    return asked


def at_the_door(view):
    """A page for the helpers of one training: `view` gets its `Door` in place of the key `pk`."""

    @for_helpers
    @wraps(view)
    def found(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        training = Training.objects.select_related("attendance_rule").filter(pk=pk).first()
        if training is None or not may_check_in(request.user, training):
            return told(request, "not_yours", status=404)
        return view(request, door_of(request, training), **kwargs)

    return found


def told(request: HttpRequest, what: str, *, status: int, **more) -> HttpResponse:
    """A page that says why there is nothing here, and what to do."""
    return render(request, "check_in/told.html", {"what": what, **more}, status=status)


def door_of(request: HttpRequest, training: Training) -> Door:
    """The door of `training`; the part that the address asks for is remembered for the badges."""
    asked = request.GET.get("part", "") or request.POST.get("part", "")
    kept = request.session.get(KEPT, {})
    part = doors.part_for(training, asked, kept.get(str(training.pk), ""))
    if part and request.GET.get("part") == part.key:
        request.session[KEPT] = {**kept, str(training.pk): part.key}
    return Door(training, request.user, part)


@for_helpers
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Where to check in: the trainings of this account, those of today first."""
    found = doors.trainings_for(request.user)
    now_held = [one for one in found if one.covers(services.today(one))]
    if len(now_held) == 1 and "all" not in request.GET:
        return redirect("check_in_door", now_held[0].pk)
    others = [one for one in found if one not in now_held]
    context = {"now_held": now_held, "others": others}
    return render(request, "check_in/start.html", context)


@at_the_door
@require_safe
def door(request: HttpRequest, at: Door) -> HttpResponse:
    """The list of those who are expected, narrowed by a name or a code."""
    words = words_asked(request)
    context = {"door": at, "guests": at.guests(words), "words": words}
    response = render(request, "check_in/door.html", context)
    response.headers["X-Good-Until"] = at.until.isoformat()
    return response


@for_helpers
@require_http_methods(["GET", "HEAD", "POST"])
def badge(request: HttpRequest, code: str) -> HttpResponse:
    """The person of a badge, with the one button; only its POST marks."""
    seen = Registration.objects.visible_to(request.user)
    rows = seen.select_related("training__attendance_rule", "country")
    registration = rows.filter(badge_code=typed_code(code)).first()
    if registration is None or not may_check_in(request.user, registration.training):
        return told(request, "no_badge", status=404)
    at = door_of(request, registration.training)
    if request.method == "POST":
        return mark(request, at, registration)
    context = {"door": at, "guest": at.guest(registration), "alone": True}
    return render(request, "check_in/badge.html", context)


def mark(request: HttpRequest, at: Door, registration: Registration) -> HttpResponse:
    """Do what the button says, and come back to where it stood."""
    is_here = request.POST.get("here") != "no"
    try:
        if at.part is None:
            raise NotAllowed(_("Nothing is held today. Choose the day first."))
        taken = services.mark(
            registration, at.part, by=request.user, source=Source.PHONE, is_here=is_here
        )
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
    else:
        tell(request, at, registration, taken, is_here)
    from_list = request.POST.get("back") == "list"
    address = reverse("check_in_door", args=[at.training.pk]) if from_list else request.path
    chosen = f"?part={at.part.key}" if at.part and request.POST.get("part") else ""
    return redirect(f"{address}{chosen}")


def tell(request, at: Door, registration: Registration, taken, is_here: bool) -> None:
    if is_here and not taken.is_new:
        messages.warning(request, already_in_words(taken.attendance, at.clock))
    elif is_here:
        messages.success(request, _("%(name)s is here.") % {"name": registration})
    else:
        messages.info(request, _("Taken back: %(name)s is not here.") % {"name": registration})
