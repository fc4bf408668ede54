"""Attendance at the desk: the list of a training, and how much of it is asked."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.models import Training
from trainings.views.page import words_asked
from volunteers.attending import Attending, cells_in
from volunteers.models import AttendanceRule, Source
from volunteers.roles import may_check_in
from volunteers.services.sheets import Account, write_down


class RuleForm(forms.ModelForm):
    class Meta:
        model = AttendanceRule
        fields = ("share", "by_session")


def training_of(request: HttpRequest, pk: int) -> Training:
    """The training, for an account that may see attendance."""
    if not request.user.has_perm("volunteers.view_attendance"):
        raise PermissionDenied
    return get_object_or_404(Training.objects.select_related("attendance_rule"), pk=pk)


def attendance(request: HttpRequest, site, pk: int) -> HttpResponse:
    """The list, with a box for each day that saves all at once."""
    training = training_of(request, pk)
    number = request.GET.get("page", "1")
    number = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 1
    page = Attending(training, request.user, words_asked(request), max(1, number))
    if request.method == "POST":
        return save(request, page)
    context = {
        **site.each_context(request),
        "title": _("Attendance"),
        "training": training,
        "page": page,
        "may_mark": may_check_in(request.user, training),
        "may_rule": request.user.has_perm("volunteers.change_attendancerule"),
        "rule_form": RuleForm(instance=page.rule),
    }
    return render(request, "admin/volunteers/attendance.html", context)


def save(request: HttpRequest, page: Attending) -> HttpResponse:
    """Write down what was ticked and unticked since the page was opened; others' marks stay."""
    if not may_check_in(request.user, page.training):
        raise PermissionDenied
    before = cells_in(request.POST.get("was", "").split(), page.parts)
    after = cells_in(request.POST.getlist("here"), page.parts)
    account = write_down(
        page.seen,
        page.training,
        here=after - before,
        away=before - after,
        by=request.user,
        source=Source.DESK,
    )
    tell(request, account)
    return redirect(f"{request.path}?{request.GET.urlencode()}")


def tell(request: HttpRequest, account: Account) -> None:
    """What was written, and each who was refused, with the reason."""
    if account.added:
        text = ngettext("%(count)s mark added.", "%(count)s marks added.", account.added)
        messages.success(request, text % {"count": wording.number(account.added)})
    if account.taken_back:
        count = account.taken_back
        text = ngettext("%(count)s mark taken back.", "%(count)s marks taken back.", count)
        messages.success(request, text % {"count": wording.number(count)})
    for why in dict.fromkeys(why for _row, why in account.refused):
        messages.warning(request, why)
    if not (account.added or account.taken_back or account.refused):
        messages.info(request, _("Nothing was changed."))


def set_rule(request: HttpRequest, site, pk: int) -> HttpResponse:
    """How attendance is taken, and how much of it is asked."""
    training = training_of(request, pk)
    if not request.user.has_perm("volunteers.change_attendancerule"):
        raise PermissionDenied
    form = RuleForm(request.POST or None, instance=AttendanceRule.objects.of(training))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved. Who completed is counted anew."))
        return redirect("admin:volunteers_attendance", pk)
    context = {
        **site.each_context(request),
        "title": _("What is asked"),
        "training": training,
        "form": form,
    }
    return render(request, "admin/volunteers/attendance_rule.html", context)
