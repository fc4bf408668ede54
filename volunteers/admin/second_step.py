"""Signing in at the desk, and the second step of someone who lost their device."""

from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.services.refusal import NotAllowed
from volunteers.forms.second_step import PasswordAtDesk, ResetForm
from volunteers.models import User
from volunteers.services import second_factor
from volunteers.views.private import sent

admin.site.login_form = PasswordAtDesk
admin.site.unregister(Authenticator)  # its page would show secrets


def described(account: User, *, reader: User) -> str:
    """What second steps an account has, and for who may reset them the way there."""
    if not account.works_at_desk:
        return _("Not asked for: the account does not work at the desk.")
    named = [second_factor.name_of(row) for row in second_factor.factors_of(account)]
    if not named:
        return _("None. One is set up at the next sign-in.")
    if not reader.has_perm("volunteers.reset_second_factor"):
        return f"{capfirst(wording.list_of(named))}."
    address = reverse("admin:volunteers_user_reset", args=[account.pk])
    link = format_html('<a href="{}">{}</a>', address, _("Device lost? Reset …"))
    return format_html("{}. {}", capfirst(wording.list_of(named)), link)


def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Take every factor from an account, with a reason."""
    if not request.user.has_perm("volunteers.reset_second_factor"):
        raise PermissionDenied
    user = get_object_or_404(User, pk=pk)
    form = ResetForm(sent(request))
    if form.is_valid():
        try:
            second_factor.reset(user, by=request.user, reason=form.cleaned_data["reason"])
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            text = _("The second step of %(name)s is reset; a letter says so.")
            messages.success(request, text % {"name": user})
            return redirect("admin:volunteers_user_change", pk)
    context = admin.site.each_context(request)
    context |= {
        "form": form,
        "account": user,
        "refusal": second_factor.why_not(user, by=request.user),
    }
    context["title"] = _("Reset the second step")
    status = 422 if form.errors else 200
    return render(request, "admin/volunteers/reset_second_step.html", context, status=status)
