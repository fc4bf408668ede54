"""An organizer's own words for the letters of a training, checked and looked at before they go."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.models import Training
from volunteers.admin.framed import allow_style_of
from volunteers.letters import words
from volunteers.letters.filling import Words
from volunteers.letters.preview import invented, preview
from volunteers.models import LetterKind, LetterWording, Registration

# Letters about an account belong to no training; a message has no usual words to change.
NOT_WORDED = (LetterKind.CODE, LetterKind.SECURITY, LetterKind.MESSAGE)
KINDS = [(kind.value, kind.label) for kind in LetterKind if kind not in NOT_WORDED]
OFFERED = 50


class ChooseForm(forms.Form):
    """Which letter is to be worded: of which training, and in which language."""

    training = forms.ModelChoiceField(
        Training.objects.upcoming().soonest_first(), label=_("training"), empty_label="–"
    )
    kind = forms.ChoiceField(choices=KINDS, label=_("letter"))
    language = forms.ChoiceField(choices=settings.LANGUAGES, label=_("language"))


class WordingForm(forms.ModelForm):
    """The words. `chosen` says which letter a new one is for."""

    chosen: dict = {}

    class Meta:
        model = LetterWording
        fields = ("subject", "body")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name, value in self.chosen.items():
            setattr(self.instance, name, value)

    def clean(self):
        cleaned = super().clean()
        if {"subject", "body"} <= cleaned.keys():
            words.check(self.instance.kind, subject=cleaned["subject"], body=cleaned["body"])
        return cleaned


@admin.register(LetterWording)
class WordingAdmin(DeskAdmin):
    form = WordingForm
    change_form_template = "admin/volunteers/wording.html"
    list_display = ("letter", "of_training", "in_language")
    list_filter = ("kind", "language")
    list_select_related = ("training",)
    ordering = ("-training", "kind", "language")
    fields = ("subject", "body")
    actions = None
    empty_text = _("Every letter has its usual words so far. Add a wording to change one.")

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.preview_view))
        name = "volunteers_wording_preview"
        return [path("preview/", view, name=name), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        """First which letter; then its words, which begin as the usual ones."""
        choosing = ChooseForm(request.GET or None)
        if not choosing.is_valid():
            return self.choose(request, choosing)
        existing = LetterWording.objects.filter(**choosing.cleaned_data).first()
        if existing:
            return redirect("admin:volunteers_letterwording_change", existing.pk)
        return super().add_view(request, form_url, extra_context)

    def choose(self, request: HttpRequest, choosing: ChooseForm) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if set(request.GET) != set(choosing.fields):  # nothing was forgotten: it was not asked yet
            choosing = ChooseForm(initial=request.GET.dict())
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": choosing}
        page = {"title": _("Which letter?"), "media": self.media}
        return render(request, "admin/volunteers/wording_choose.html", {**context, **page})

    def get_form(self, request, obj=None, change=False, **options):
        made = super().get_form(request, obj, change, **options)
        if obj is None:
            choosing = ChooseForm(request.GET)
            made.chosen = choosing.cleaned_data if choosing.is_valid() else {}
        return made

    def get_changeform_initial_data(self, request):
        usual = words.usual(request.GET["kind"], request.GET["language"])
        return {"subject": usual.subject, "body": usual.body}

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        shown = context["adminform"].form.instance
        asked = {"training": shown.training_id, "kind": shown.kind, "language": shown.language}
        context["worded"] = shown
        context["preview_url"] = f"{reverse('admin:volunteers_wording_preview')}?{urlencode(asked)}"
        context["registrations"] = self.registrations(request, shown.training)[:OFFERED]
        needed = words.ESSENTIAL.get(shown.kind, ())
        context["placeholders"] = [
            (f"{{{name}}}", words.MEANINGS[name], name in needed)
            for name in words.ALLOWED[shown.kind]
        ]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def registrations(self, request, training: Training):
        """Those whom a letter may be tried on, newest first."""
        if not request.user.has_perm("volunteers.view_registration"):
            return Registration.objects.none()
        seen = Registration.objects.visible_to(request.user).filter(training=training)
        return seen.exclude(name="").order_by("-pk")

    def preview_view(self, request: HttpRequest) -> HttpResponse:
        """The letter in the words that were typed, saved or not, to a real registration."""
        asked = ChooseForm(request.GET)
        asked.fields["training"].queryset = Training.objects.all()
        if not (self.has_view_permission(request) and asked.is_valid()):
            raise PermissionDenied
        chosen = asked.cleaned_data
        typed = WordingForm(request.POST, instance=LetterWording(**chosen))
        typed.is_valid()  # what is wrong is shown beside the letter
        number = request.POST.get("registration", "")
        found = self.registrations(request, chosen["training"])
        one = found.filter(pk=number).first() if number.isdecimal() else found.first()
        registration = one or invented(chosen["training"], chosen["language"])
        typed_words = Words(request.POST.get("subject", ""), request.POST.get("body", ""))
        letter = preview(typed_words, chosen["kind"], chosen["language"], registration)
        context = {
            **self.admin_site.each_context(request),
            "title": _("How it will be read"),
            "form": typed,
            "letter": {**letter, "language": chosen["language"]},
            "registration": registration,
            "opts": self.opts,
        }
        response = render(request, "admin/volunteers/wording_preview.html", context)
        return allow_style_of(letter["html"], response)

    @admin.display(description=_("letter"), ordering="kind")
    def letter(self, row):
        return row.get_kind_display()

    @admin.display(description=_("training"), ordering="training")
    def of_training(self, row):
        return row.training.title

    @admin.display(description=_("language"), ordering="language")
    def in_language(self, row):
        return wording.language_name(row.language)
