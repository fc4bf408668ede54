"""Taking over the questions of another training."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings.models import Training
from volunteers.services.questions import copy_questions


class CopyQuestionsForm(forms.Form):
    """Which training to take the questions from."""

    source = forms.ModelChoiceField(
        queryset=None,
        label=_("training"),
        empty_label=None,
        help_text=_("Only trainings with questions of their own stand here, the newest first."),
    )

    def __init__(self, *args, sources, **options):
        super().__init__(*args, **options)
        self.fields["source"].queryset = sources


def copy_questions_page(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Take over the questions of another training, with their options."""
    training = get_object_or_404(Training, pk=pk)
    if not request.user.has_perm("volunteers.add_question"):
        raise PermissionDenied
    sources = Training.objects.filter(questions__isnull=False).exclude(pk=pk)
    sources = sources.distinct().order_by("-pk")
    form = CopyQuestionsForm(request.POST or None, sources=sources)
    if form.is_valid():
        copied = len(copy_questions(form.cleaned_data["source"], to=training))
        said = ngettext(
            "%(count)d question was copied.", "%(count)d questions were copied.", copied
        )
        messages.success(request, said % {"count": copied})
        return redirect(reverse("admin:trainings_training_change", args=[pk]) + "#questions-group")
    page = {"form": form, "training": training, "has_sources": sources.exists()}
    context = {**site.each_context(request), **page}
    context["title"] = _("Copy the questions of another training")
    return render(request, "admin/volunteers/copy_questions.html", context)
