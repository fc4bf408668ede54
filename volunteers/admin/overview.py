"""The page of one training's numbers, and the button that moves it on by one stage."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.next_steps import VERBS, Work, texts_of
from volunteers.overview import Overview, sees_all, sessions_of, with_counts


def desk(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Where the training stands, what comes next, and its people in numbers."""
    if not request.user.has_perm("trainings.view_training"):
        raise PermissionDenied
    training = get_object_or_404(with_counts(Training.objects.all(), request.user), pk=pk)
    may = request.user.has_perm
    sees_numbers = may("volunteers.view_figures") or may("volunteers.view_registration")
    page = Overview(training, request.user) if sees_numbers else None
    to_decide = page.to_decide if page and page.sees_lists else 0
    texts = texts_of([training]).get(pk, [])
    work = Work(training, to_decide, texts, sees_all(request.user))
    context = {
        **site.each_context(request),
        "title": training.title,
        "training": training,
        "page": page,
        "sessions": sessions_of(training),
        "work": work,
        "links": site.get_model_admin(Training).links(request, training)[1:],
        "may_step": may(work.next.permission),
    }
    return render(request, "admin/volunteers/desk.html", context)


def step(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Do the next step that a button names; its rules may refuse it."""
    training = get_object_or_404(Training, pk=pk)
    if not request.user.has_perm("trainings.change_training"):
        raise PermissionDenied
    verb = VERBS.get(request.POST.get("verb", ""))
    if verb:
        try:
            moved = verb(training, by=request.user)
            said = _("Done. The stage is now “%(stage)s”.")
            messages.success(request, said % {"stage": moved.get_lifecycle_display()})
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
    return redirect("admin:volunteers_desk", pk)
