"""The page that drafts a report from the record: it asks the language, and the button does it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from trainings import drafting, wording
from trainings.models import Report, ReportText, Training
from trainings.services.draft import draft, foreign_languages, languages_to_draft
from trainings.services.refusal import NotAllowed


class LanguageForm(forms.Form):
    """In which language the first report is made."""

    language = forms.ChoiceField(
        label=gettext_lazy("language"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the language."),
            "invalid_choice": gettext_lazy("Choose one of these languages."),
        },
    )

    another = forms.BooleanField(
        label=gettext_lazy("as another report, beside the one there is"), required=False
    )

    def __init__(self, *args, codes, has_reports, **options):
        super().__init__(*args, **options)
        if not has_reports:
            del self.fields["another"]
        field = self.fields["language"]
        field.choices = [(code, wording.language_name(code)) for code in codes]
        own = wording.fallback_chain(get_language())
        field.initial = next((code for code in own if code in codes), codes[0] if codes else None)


def draft_training(request: HttpRequest, pk: int, *, site) -> HttpResponse:
    """Draft a report about a training."""
    if not request.user.has_perms(("trainings.add_report", "trainings.add_reporttext")):
        raise PermissionDenied
    training = get_object_or_404(Training, pk=pk)
    back = reverse("admin:trainings_training_change", args=[pk])
    return draft_page(request, site, training, list(drafting.LANGUAGES), back)


def draft_report(request: HttpRequest, pk: int, *, site) -> HttpResponse:
    """Draft the text of a report in a language in which it has no words yet."""
    if not request.user.has_perms(("trainings.change_report", "trainings.add_reporttext")):
        raise PermissionDenied
    report = get_object_or_404(Report.objects.prefetch_related("texts"), pk=pk)
    back = reverse("admin:trainings_report_change", args=[pk])
    return draft_page(request, site, report, languages_to_draft(report), back)


def draft_page(
    request: HttpRequest, site, about: Training | Report, codes: list[str], back: str
) -> HttpResponse:
    """Ask for one of the languages `codes`; after the POST, lead to the text."""
    posted = request.POST if request.method == "POST" else None
    texts = texts_about(about)
    form = LanguageForm(posted, initial=request.GET.dict(), codes=codes, has_reports=bool(texts))
    if posted is not None and form.is_valid():
        text = drafted(request, about, **form.cleaned_data)
        if text is not None:
            return redirect("admin:trainings_reporttext_change", text.pk)
    context = {**site.each_context(request), "title": _("Draft a report from the record")}
    context |= {"about": about, "form": form, "codes": codes, "back": back, "texts": texts}
    return render(request, "admin/draft_report.html", context)


def texts_about(about: Training | Report) -> list[ReportText]:
    """The texts that a training has already; for a report none, as it is one of its own."""
    if isinstance(about, Report):
        return []
    texts = ReportText.objects.filter(report__trainings=about).select_related("report")
    return list(texts.order_by("report", "language"))


def drafted(
    request: HttpRequest, about: Training | Report, language: str, another: bool = False
) -> ReportText | None:
    """Draft, and say what to look at; None where it was refused, which is said as well."""
    try:
        text = draft(about, language, by=request.user, another=another)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return None
    messages.success(
        request,
        _("Here is a first draft. Every sentence stands on the record; read it, and go on."),
    )
    foreign = foreign_languages(text)
    if foreign:
        said = _("Some words are on record in another language only (%(languages)s): translate.")
        messages.info(request, said % {"languages": wording.list_of(foreign)})
    return text
