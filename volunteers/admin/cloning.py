"""The page that makes a new training from an earlier one."""

import datetime as dt

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainings import wording
from trainings.admin.widgets import LabelLine
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.services.cloning import clone
from volunteers.services.stale import dated_as


def is_near(day: dt.date) -> None:
    """Refuse a year that nobody means, and from which no calendar may go on."""
    if not 1900 <= day.year <= 2200:
        raise forms.ValidationError(_("Write the year with four digits, such as 2027."))


class CloneForm(forms.ModelForm):
    """What the new training has of its own."""

    first_day = forms.DateField(
        label=gettext_lazy("first day"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=[is_near],
        error_messages={"required": gettext_lazy("Say on which day it begins.")},
        help_text=gettext_lazy("The days of the agenda and of the places move along."),
    )

    class Meta:
        model = Training
        fields = ("title", "slug")
        widgets = {"title": LabelLine}


def warn_of_dates(request: HttpRequest, source: Training, training: Training) -> None:
    """Name the texts that were taken over with a day or a year of the earlier training."""
    if stale := dated_as(source, training):
        said = _("These texts still hold dates of the earlier training: %(texts)s.")
        messages.warning(request, said % {"texts": wording.list_of(stale)})


def clone_page(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Ask for the title, the address and the first day, and make the training."""
    source = get_object_or_404(Training, pk=pk)
    if not request.user.has_perm("trainings.add_training"):
        raise PermissionDenied
    form = CloneForm(request.POST or None, initial={"title": source.title})
    if form.is_valid():
        try:
            training = clone(source, by=request.user, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error("slug", str(refusal))
        else:
            messages.success(request, _("Here is the new training, a draft. Look through it."))
            warn_of_dates(request, source, training)
            return redirect("admin:trainings_training_change", training.pk)
    context = {**site.each_context(request), "form": form, "training": source}
    context["title"] = _("Repeat this training")
    return render(request, "admin/volunteers/clone.html", context)
