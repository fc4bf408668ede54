"""The page of a training at the desk, with what registering adds to it."""

from dataclasses import replace

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings.admin.training import TrainingAdmin
from trainings.models import Training
from volunteers import notices
from volunteers.admin.call import CallRows, CopyQuestionsForm, QuestionRows, QuotaRows
from volunteers.services.questions import copy_questions

ROWS = {"registration": (CallRows, QuotaRows, QuestionRows)}

admin.site.unregister(Training)


@admin.register(Training)
class CallingAdmin(TrainingAdmin):
    """A training with its call: `trainings` knows nothing of volunteers, so it is added here."""

    sections = tuple(
        replace(section, parts=(*section.parts, *ROWS.get(section.slug, ())))
        for section in TrainingAdmin.sections
    )

    def notices(self, obj):
        return [*super().notices(obj), *notices.of_call(obj)]

    def get_urls(self):
        copying = self.admin_site.admin_view(self.copy_questions_view)
        name = "volunteers_copy_questions"
        return [path("<int:pk>/copy-questions/", copying, name=name), *super().get_urls()]

    def copy_questions_view(self, request: HttpRequest, pk: int) -> HttpResponse:
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
            return redirect(
                reverse("admin:trainings_training_change", args=[pk]) + "#questions-group"
            )
        page = {"form": form, "training": training, "has_sources": sources.exists()}
        context = {**self.admin_site.each_context(request), **page}
        context["title"] = _("Copy the questions of another training")
        return render(request, "admin/volunteers/copy_questions.html", context)
