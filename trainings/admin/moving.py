"""The page that moves an agenda: first what would move where, then the button that does it."""

import datetime as dt

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trainings import wording
from trainings.models import Training
from trainings.services import agenda
from trainings.services.refusal import NotAllowed


class MoveForm(forms.Form):
    """Which day, and how far."""

    day = forms.TypedChoiceField(
        label=gettext_lazy("what moves"),
        required=False,
        coerce=dt.date.fromisoformat,
        empty_value=None,
    )
    days = forms.IntegerField(
        label=gettext_lazy("days later"),
        required=False,
        min_value=-3660,
        max_value=3660,
        help_text=gettext_lazy("With a minus: earlier."),
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("minutes later"),
        required=False,
        min_value=-1439,
        max_value=1439,
        help_text=gettext_lazy("With a minus: earlier. Sessions without a time stay."),
    )
    with_training = forms.BooleanField(
        label=gettext_lazy("the days of the training and its places move as well"), required=False
    )

    def __init__(self, *args, days, **options):
        super().__init__(*args, **options)
        whole = [("", _("the whole agenda"))]
        self.fields["day"].choices = whole + [(f"{day}", wording.date(day)) for day in days]

    def clean(self):
        cleaned = super().clean()
        if self.is_valid() and not cleaned["days"] and not cleaned["minutes"]:
            raise forms.ValidationError(_("Say by how many days or minutes to move."))
        if cleaned.get("with_training") and cleaned.get("day"):
            self.add_error(
                "with_training", _("The days of the training move with the whole agenda only.")
            )
        return cleaned

    def way(self) -> agenda.Way:
        given = self.cleaned_data
        return agenda.Way(
            days=given["days"] or 0,
            minutes=given["minutes"] or 0,
            day=given["day"],
            with_training=given["with_training"],
        )


def move_agenda(request: HttpRequest, pk: int, *, site, marked_days) -> HttpResponse:
    """Ask how far, show what would move where, and move it by the button below that.

    `marked_days(training)` gives the days that can't move, as attendance was taken on them.
    """
    training = get_object_or_404(Training, pk=pk)
    if not request.user.has_perms(("trainings.change_training", "trainings.change_session")):
        raise PermissionDenied
    dated = training.sessions.filter(date__isnull=False).order_by("date")
    days = list(dict.fromkeys(dated.values_list("date", flat=True)))
    asked = request.POST or request.GET
    form = MoveForm(asked if "days" in asked else None, days=days)
    ready = form.is_valid()
    marked = marked_days(training)
    if ready and request.method == "POST" and moved(request, training, form.way(), marked):
        return redirect("admin:trainings_training_change", pk)
    shifts = agenda.planned(training, form.way(), marked=marked) if ready else []
    context = {
        **site.each_context(request),
        "title": _("Move the agenda"),
        "training": training,
        "form": form,
        "has_days": bool(days),
        "shifts": shifts,
        "staying": training.sessions.count() - len(shifts),
        "may_move": bool(shifts) and not any(shift.problem for shift in shifts),
    }
    return render(request, "admin/move_agenda.html", context)


def moved(request: HttpRequest, training: Training, way: agenda.Way, marked: set[dt.date]) -> bool:
    """Move, and say so; False where it was refused, which is said as well."""
    try:
        shifts = agenda.move(training, way, by=request.user, marked=marked)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return False
    said = ngettext("%(count)s session moved.", "%(count)s sessions moved.", len(shifts))
    messages.success(request, said % {"count": wording.number(len(shifts))})
    return True
