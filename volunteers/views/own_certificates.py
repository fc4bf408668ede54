"""A volunteer's certificates: in whose letters the name stands, and fetching the file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trainings.services.refusal import NotAllowed
from volunteers.models import NameForm, Registration
from volunteers.services import certificates
from volunteers.views.forgery import by_button
from volunteers.views.pdf import pdf
from volunteers.views.private import for_its_volunteer


def names(registration: Registration) -> list[tuple[str, str]]:
    """The forms of the name to choose from, each with the name in it; empty where there is one."""
    given = {
        NameForm.DISPLAY: registration.name,
        NameForm.NATIVE: registration.native_name,
        NameForm.LATIN: registration.latin_name,
    }
    first: dict[str, str] = {}
    for form, name in given.items():
        if name and name not in first.values():
            first[form.value] = name
    return list(first.items()) if len(first) > 1 else []


@for_its_volunteer
@by_button
def choose_name(request: HttpRequest, registration: Registration) -> HttpResponse:
    """Say in which form the name stands on the certificate."""
    try:
        certificates.choose_name(registration, request.POST.get("certificate_name", ""))
        messages.success(request, _("Saved. The certificate will say it so."))
    except NotAllowed as refused:
        messages.warning(request, str(refused))
    return redirect(registration)


@for_its_volunteer
@require_safe
def file(request: HttpRequest, registration: Registration, number: str) -> HttpResponse:
    """A valid certificate as PDF; one that is not valid any more can't be fetched."""
    found = get_object_or_404(registration.certificates.valid(), number=number)
    try:
        return pdf(certificates.pdf_of([found]), found.number, to_keep=True)
    except NotAllowed as refused:
        raise Http404 from refused
