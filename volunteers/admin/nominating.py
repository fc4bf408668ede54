"""Registering someone on their behalf: an office names the person, a letter asks for consent."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trainings.admin.filters import by_name
from trainings.models import Country, Training
from trainings.services.refusal import NotAllowed
from volunteers.calls import announced
from volunteers.models import Category, Registration
from volunteers.roles import World
from volunteers.services.registration import submit


class NominationForm(forms.Form):
    """The little an office knows; the person fills in the rest after confirming."""

    name = forms.CharField(label=pgettext_lazy("person", "name"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("e-mail address"), max_length=254)
    country = forms.ChoiceField(
        label=gettext_lazy("country where the person volunteers"),
        help_text=gettext_lazy("The place is counted here."),
    )
    category = forms.ChoiceField(label=gettext_lazy("kind of volunteering"))
    host_organisation = forms.CharField(
        label=gettext_lazy("host organisation"), max_length=200, required=False
    )
    nominating_office = forms.CharField(
        label=gettext_lazy("nominating office"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Who names the person. It stands in the letter and at the desk."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("language for letters"), choices=settings.LANGUAGES
    )

    def __init__(self, *args, training: Training, world: World, **options):
        super().__init__(*args, **options)
        call = announced(training)
        codes = call.country_codes
        rows = Country.objects.filter(pk__in=codes) if codes else Country.objects.all()
        if not world.is_whole:
            rows = rows.filter(pk__in=world.countries)
        wanted = call.call.categories or Category.values
        self.fields["country"].choices = [("", "–"), *by_name(rows)]
        self.fields["category"].choices = [
            ("", "–"),
            *(choice for choice in Category.choices if choice[0] in wanted),
        ]

    def described(self) -> dict:
        """What is given of the person, by the columns of a registration."""
        given = self.cleaned_data
        return {
            "name": given["name"],
            "country": Country.objects.get(pk=given["country"]),
            "category": given["category"],
            "host_organisation": given["host_organisation"],
        }


def nominate(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Register someone on their behalf."""
    training = get_object_or_404(Training, pk=pk)
    if not request.user.has_perm("volunteers.add_registration"):
        raise PermissionDenied
    world, usual = request.user.world, {"language": "ru"}
    form = NominationForm(request.POST or None, training=training, world=world, initial=usual)
    if form.is_valid() and (registration := nominated(form, training, request)):
        address = reverse("admin:volunteers_decide", args=[pk])
        if not world.holds(registration.country_id):
            return redirect(address)
        return redirect(f"{address}?state={registration.state}#line-{registration.pk}")
    context = {**site.each_context(request), "form": form, "training": training}
    context["title"] = _("Register someone on their behalf")
    return render(request, "admin/volunteers/nominate.html", context)


def nominated(form: NominationForm, training: Training, request) -> Registration | None:
    """The registration, with a message on what became of it; None where it is refused."""
    given = form.cleaned_data
    try:
        registration, is_new = submit(
            training,
            email=given["email"],
            described=form.described(),
            language=given["language"],
            nominated_by=request.user,
            nominating_office=given["nominating_office"],
        )
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return None
    if is_new:
        text = _("%(name)s is registered. A letter asks for the consent and the address.")
        messages.success(request, text % {"name": registration.name})
    elif not request.user.world.holds(registration.country_id):
        messages.warning(request, _("This address is registered already. Nothing was changed."))
    else:
        text = _("This address is registered already, as %(name)s. Nothing was changed.")
        messages.warning(request, text % {"name": registration.name})
    return registration
