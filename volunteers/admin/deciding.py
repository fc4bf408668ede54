"""Deciding about the registrations of a training: the page, its buttons, and the account after."""

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from config.inputs import without_controls
from trainings import wording
from trainings.models import Training
from volunteers.calls import tells_seats
from volunteers.deciding import Asked, Decisions, is_key
from volunteers.models import Call, Category, Note, Registration, State
from volunteers.reasons import Reason, told
from volunteers.services import registration as services
from volunteers.services.bulk import Account, each, forecast
from volunteers.services.seats import seats_of

MOST_CHOSEN = 200


@dataclass(frozen=True)
class Verb:
    """A decision: where it leads, what its button says, and whether the person is told why."""

    to: State
    button: object
    gives_reason: bool = False


VERBS = {
    "approve": Verb(State.APPROVED, gettext_lazy("Approve")),
    "waitlist": Verb(State.WAITLISTED, pgettext_lazy("button", "Waiting list")),
    "decline": Verb(State.DECLINED, gettext_lazy("Decline"), gives_reason=True),
    "cancel": Verb(State.CANCELLED, gettext_lazy("Cancel"), gives_reason=True),
    "look_again": Verb(State.CONFIRMED, gettext_lazy("Look again")),
}


OFFERED = {
    State.CONFIRMED: ["approve", "waitlist", "decline"],
    State.WAITLISTED: ["approve", "decline"],
    State.APPROVED: ["waitlist", "cancel"],
    State.DECLINED: ["look_again"],
    State.CANCELLED: ["look_again"],
}


def done_in_words(verb: str, count: int) -> str:
    """What was done, such as “18 approved.”"""
    words = {
        "approve": ngettext("%(count)s approved.", "%(count)s approved.", count),
        "waitlist": ngettext(
            "%(count)s put on the waiting list.", "%(count)s put on the waiting list.", count
        ),
        "decline": ngettext("%(count)s declined.", "%(count)s declined.", count),
        "cancel": ngettext("%(count)s cancelled.", "%(count)s cancelled.", count),
        "look_again": ngettext("%(count)s to decide again.", "%(count)s to decide again.", count),
    }
    return words[verb] % {"count": wording.number(count)}


def to_do_in_words(verb: str, count: int) -> str:
    """What is about to be done, such as “You are about to approve 20 people.”"""
    words = {
        "approve": ngettext(
            "You are about to approve %(count)s person.",
            "You are about to approve %(count)s people.",
            count,
        ),
        "waitlist": ngettext(
            "You are about to put %(count)s person on the waiting list.",
            "You are about to put %(count)s people on the waiting list.",
            count,
        ),
        "decline": ngettext(
            "You are about to decline %(count)s person.",
            "You are about to decline %(count)s people.",
            count,
        ),
        "cancel": ngettext(
            "You are about to cancel the seat of %(count)s person.",
            "You are about to cancel the seats of %(count)s people.",
            count,
        ),
        "look_again": ngettext(
            "You are about to look at %(count)s person again.",
            "You are about to look at %(count)s people again.",
            count,
        ),
    }
    return words[verb] % {"count": wording.number(count)}


def training_for(request: HttpRequest, pk: int, permission: str) -> Training:
    """The training, for an account that may do what `permission` says."""
    if not request.user.has_perm(f"volunteers.{permission}"):
        raise PermissionDenied
    return get_object_or_404(Training.objects.select_related("call"), pk=pk)


def decide(request: HttpRequest, site, pk: int) -> HttpResponse:
    """How full the training is, and the queue."""
    training = training_for(request, pk, "view_registration")
    asked = Asked.in_address(request.GET)
    call = Call.objects.of(training)
    context = {
        "page": Decisions(training, request.user, asked),
        "asked": asked,
        "categories": Category.choices,
        "has_waiting_list": call.has_waiting_list,
        "bulk": [(name, VERBS[name].button) for name in offered(asked.state, call)],
    }
    return shown(request, site, "decide", training, **context)


def offered(state: str, call: Call) -> list[str]:
    """The verbs for those in `state`; all of them for a list of everyone."""
    names = OFFERED.get(state, []) if state else list(VERBS)
    has_no_list = state == State.CONFIRMED and not call.has_waiting_list
    return [name for name in names if not (has_no_list and name == "waitlist")]


def shown(request: HttpRequest, site, template: str, training: Training, **context) -> HttpResponse:
    """A page about deciding, with what each of them needs."""
    title = _("Who comes?") if template == "decide" else _("Before it is done")
    return render(
        request,
        f"admin/volunteers/{template}.html",
        {
            **site.each_context(request),
            "title": title,
            "training": training,
            "reasons": [(value, str(label)) for value, label in Reason.choices],
            "may_decide": request.user.has_perm("volunteers.decide_registration"),
            "may_override": request.user.has_perm("volunteers.override_seats"),
            **context,
        },
    )


def act(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Do what a button says with the chosen, after a summary where several were ticked."""
    training = training_for(request, pk, "decide_registration")
    name = request.POST.get("verb", "")
    chosen = chosen_in(request, training)
    if request.method != "POST" or name not in VERBS or not chosen:
        messages.warning(request, _("Nothing was done. Tick who is meant, and choose what to do."))
        return back_to(request, training)
    if "sure" not in request.POST:
        return summary(request, site, training, name, chosen)
    account = each(chosen, lambda one: do(name, one, request))
    tell(request, name, account)
    return back_to(request, training, refused=[one.pk for one, _why in account.refused])


def chosen_in(request: HttpRequest, training: Training) -> list[Registration]:
    """The ticked registrations of the training, as far as the account sees them."""
    keys = [key for key in request.POST.getlist("chosen") if is_key(key)][:MOST_CHOSEN]
    rows = Registration.objects.visible_to(request.user).filter(training=training, pk__in=keys)
    return list(rows.select_related("country"))


def do(name: str, registration: Registration, request: HttpRequest) -> Registration:
    """One decision by the service that knows its rules. Raises NotAllowed."""
    typed, by = written(request, "reason"), request.user
    match name:
        case "approve":
            why = written(request, "override_reason")
            return services.approve(registration, by=by, override_reason=why)
        case "waitlist":
            return services.waitlist(registration, by=by)
        case "look_again":
            return services.look_again(registration, by=by)
    reason = told(registration, request.POST.get("ready", ""), typed)
    verb = services.decline if name == "decline" else services.cancel
    return verb(registration, by=by, reason=reason)


def written(request: HttpRequest, name: str) -> str:
    """What was typed into a text of the page, at most as long as its box takes."""
    return without_controls(request.POST.get(name, "")).strip()[:2000]


def summary(request, site, training: Training, name: str, chosen: list) -> HttpResponse:
    """Who is meant, by country, what is left, and who would be refused and why."""
    world = request.user.world
    seats = seats_of(training, world=world)
    left = seats.left if tells_seats(training, world) else None
    account = forecast(chosen, VERBS[name].to, seats, by=request.user)
    countries = Counter(str(one.country or _("country not stated")) for one in chosen)
    page = {
        "name": name,
        "verb": VERBS[name],
        "chosen": chosen,
        "sentence": to_do_in_words(name, len(chosen)),
        "by_country": ", ".join(f"{country} {n}" for country, n in countries.most_common()),
        "left": left,
        "has_limit": seats.capacity is not None,
        "account": account,
        "back": request.POST.get("back", ""),
    }
    return shown(request, site, "decide_sure", training, **page)


def tell(request: HttpRequest, name: str, account: Account) -> None:
    """The exact account: how many, and each who was refused, by name, with the reason."""
    if account.done:
        messages.success(request, done_in_words(name, len(account.done)))
    for why, people in account.by_reason.items():
        text = ngettext(
            "%(count)s refused: %(why)s %(names)s",
            "%(count)s refused: %(why)s %(names)s",
            len(people),
        )
        values = {
            "count": wording.number(len(people)),
            "names": wording.list_of(one.name for one in people),
            "why": why,
        }
        messages.warning(request, text % values)


def add_note(request: HttpRequest, site, pk: int) -> HttpResponse:
    """A word for colleagues beside a registration."""
    training = training_for(request, pk, "view_registration")
    if not request.user.has_perm("volunteers.add_note"):
        raise PermissionDenied
    chosen = chosen_in(request, training)
    text = written(request, "text")
    if request.method == "POST" and chosen and text:
        Note.objects.create(registration=chosen[0], author=request.user, text=text)
        messages.success(request, _("Your note is with the registration."))
    else:
        messages.warning(request, _("The note was empty, so nothing was kept."))
    return back_to(request, training, line=chosen[0].pk if chosen else None)


def promote(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Give the free seats to the first in line."""
    training = training_for(request, pk, "decide_registration")
    if not request.user.world.is_whole:
        raise PermissionDenied  # the next in line may be of any country
    if request.method == "POST":
        given = services.promote(training, by=request.user)
        names = wording.list_of(one.name for one in given)
        if given:
            text = ngettext(
                "%(count)s got a seat: %(names)s.", "%(count)s got a seat: %(names)s.", len(given)
            )
            messages.success(request, text % {"count": wording.number(len(given)), "names": names})
        else:
            messages.info(request, _("No seat is free for anyone on the waiting list."))
    return back_to(request, training)


def back_to(request: HttpRequest, training: Training, *, refused=(), line=None) -> HttpResponse:
    """To the queue as it was narrowed before; those just refused stand first there."""
    query = QueryDict(request.POST.get("back", "").replace("\0", ""), mutable=True)
    query.setlist("refused", [str(pk) for pk in refused])
    address = reverse("admin:volunteers_decide", args=[training.pk])
    place = f"line-{line}" if line else "queue"
    return redirect(f"{address}?{query.urlencode()}#{place}")
