"""Registrations at the desk: the list, and one on a page of its own with all that became of it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.admin.filters import OfTrainingFilter
from trainings.admin.saving import Column
from trainings.admin.sections import Fields, Section, without_fields
from trainings.documents import download_name
from trainings.fields import is_key
from trainings.models import Country
from trainings.services.refusal import NotAllowed
from volunteers import audit
from volunteers.admin import saving
from volunteers.admin.attended import told_of
from volunteers.admin.filters import (
    AgeFilter,
    CategoryFilter,
    CountryOfFilter,
    HostFilter,
    SentFilter,
    SexFilter,
    StepFilter,
)
from volunteers.forms.languages import LanguagesField
from volunteers.models import Answer, QuestionKind, Registration
from volunteers.roles import World
from volunteers.services.changes import ALSO, change, refuse_pool


class RegistrationForm(forms.ModelForm):
    """What an organizer may mend. The state is not among it: that is decided, not edited."""

    # Whose people the account sees; set by the page.
    world = World()

    languages = LanguagesField(label=_("languages spoken"), required=False)
    tell = forms.BooleanField(
        label=_("tell the volunteer"),
        required=False,
        initial=True,
        help_text=_("A letter then says what changed."),
    )

    class Meta:
        model = Registration
        fields = (*Registration.COLUMNS, *ALSO)
        # The columns speak to the volunteer; here an organizer reads.
        labels = {"country": _("country of the place"), "native_name": _("name in own script")}
        help_texts = dict.fromkeys(("name", "native_name", "country"), "")

    def clean_country(self):
        country = self.cleaned_data["country"]
        if not self.world.holds(country and country.pk):
            raise ValidationError(
                _("This is none of your countries. Ask an organizer to change it.")
            )
        return country

    def clean(self):
        cleaned = super().clean()
        saved = Registration.objects.select_related("training", "country").get(pk=self.instance.pk)
        try:
            refuse_pool(saved, cleaned, world=self.world)
        except NotAllowed as refusal:
            self.add_error(
                "country" if "country" in self.changed_data else "category", str(refusal)
            )
        return cleaned


@admin.register(Registration)
class RegistrationAdmin(saving.PersonalLists, DeskAdmin):
    form = RegistrationForm
    change_form_template = "admin/volunteers/registration.html"
    list_display = ("who", "of_training", "in_state", "of_country", "kind", "sent")
    list_filter = (
        OfTrainingFilter,
        "state",
        StepFilter,
        CountryOfFilter,
        CategoryFilter,
        SexFilter,
        AgeFilter,
        HostFilter,
        SentFilter,
    )
    list_select_related = ("training", "country", "nominated_by")
    search_fields = ("search_key",)
    search_help_text = _("The name, in any spelling.")
    autocomplete_fields = ("nationality", "country")
    ordering = ("-pk",)
    actions = None
    empty_text = _("Nobody has registered yet. Open the registration of a training to begin.")
    sections = (
        Section(
            "person",
            _("Who it is"),
            (Fields((("name", "native_name", "latin_name"), ("country", "category"))),),
        ),
        Section(
            "given",
            _("What was given"),
            (
                Fields(
                    (
                        ("nationality", "host_organisation"),
                        ("sex", "birth_year", "birth_year_withheld"),
                        ("phone", "language"),
                        "languages",
                        "nominating_office",
                        "tell",
                    )
                ),
            ),
        ),
    )

    def get_queryset(self, request):
        rows = super().get_queryset(request).visible_to(request.user)
        return rows.select_related("training", "volunteer__user", "country", "nominated_by")

    def get_fieldsets(self, request, obj=None):
        """Without the ways to reach someone, for those who may not see them."""
        shown = super().get_fieldsets(request, obj)
        if request.user.has_perm("volunteers.view_contacts"):
            return shown
        return without_fields(shown, {"phone"})

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        form.world = request.user.world
        return form

    def saved_columns(self, request):
        """As shown; how to reach people, answers and needs for those who may save them."""
        columns = super().saved_columns(request)
        # On the screen a mark may stand beside the name, and choices are put into words each time.
        plainly = {
            "who": Column("name", columns[0].words, str),
            "state": saving.column(Registration, "state"),
            "kind": saving.column(Registration, "category", _("category")),
        }
        columns = [plainly.get(one.key, one) for one in columns]
        if request.user.has_perm(saving.CONTACTS):
            columns += saving.contacts()
        if request.user.has_perm("volunteers.view_needs"):
            columns += saving.needs()
        if request.user.has_perm(saving.CONTACTS):
            columns += saving.answers(self.training_chosen(request), columns)
        return columns

    def saved_rows(self, request, rows):
        # Training and country are those of many rows: read apart, each is read once.
        rows = rows.select_related(None).select_related("volunteer__user", "needs")
        rows = rows.prefetch_related("training", "country")
        if not self.training_chosen(request):
            return rows
        given = Answer.objects.select_related("question")
        return rows.prefetch_related(Prefetch("answers", given), "answers__options")

    def training_chosen(self, request) -> int | None:
        """The key of the one training that the list is narrowed to."""
        asked = request.GET.get(OfTrainingFilter.parameter_name, "")
        return int(asked) if is_key(asked) else None

    def has_add_permission(self, request):
        return False  # people register themselves, or are registered from the page of a training

    def has_delete_permission(self, request, obj=None):
        return False  # erasing is the volunteer's own right, and keeps the count

    def get_urls(self):
        view = self.admin_site.admin_view(self.answer_file_view)
        name = "volunteers_answer_file"
        return [path("answers/<int:pk>/", view, name=name), *super().get_urls()]

    def answer_file_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The document someone handed in, to be saved and never shown by the browser itself."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        seen = Registration.objects.visible_to(request.user)
        answer = get_object_or_404(Answer.objects.exclude(file=""), pk=pk, registration__in=seen)
        audit.record(request.user, audit.Kind.SAW, answer.registration, fields=["answers"])
        name = download_name(answer.file.name.rsplit("/", 1)[-1])
        return FileResponse(answer.file.open(), as_attachment=True, filename=name)

    def save_model(self, request, obj, form, change_):
        values = {
            name: form.cleaned_data[name]
            for name in form.changed_data
            if name in (*Registration.COLUMNS, *ALSO)
        }
        changes = {name: one for name, one in audit.changes_in(form).items() if name in values}
        try:
            change(obj, values, tell=form.cleaned_data["tell"], world=request.user.world)
            audit.record(request.user, audit.Kind.CHANGED, obj, changes=changes)
        except NotAllowed as refusal:  # someone was faster than the check of the form
            self.message_user(request, str(refusal), messages.ERROR)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["more_contents"] = [
            ("said", _("Motivation and answers")),
            ("history", _("What became of it")),
        ]
        if request.user.has_perm("volunteers.view_attendance") and obj.is_seated:
            context["more_contents"].append(("attendance", _("Attendance")))
            context["attended"] = told_of(obj)
        context["told"] = told = told_about(obj, request.user)
        sees_contacts = request.user.has_perm("volunteers.view_contacts")
        seen = ["contacts"] * sees_contacts + ["needs"] * bool(told["needs"])
        if seen:
            audit.record(request.user, audit.Kind.SAW, obj, fields=seen)
        context["side_links"] = [
            (decide_address(obj), _("Decide about this training's registrations")),
            (training_address(obj), _("The training")),
        ]
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("name"), ordering="name")
    def who(self, registration):
        behalf = registration.nominated_by_id or registration.nominating_office
        chip = format_html(' <span class="chip">{}</span>', _("on behalf")) if behalf else ""
        return format_html("{}{}", registration, chip)

    @admin.display(description=_("training"))
    def of_training(self, registration):
        return registration.training.title

    @admin.display(description=_("state"), ordering="state")
    def in_state(self, registration):
        return registration.get_state_display()

    @admin.display(description=_("country"), ordering="country")
    def of_country(self, registration):
        return registration.country

    @admin.display(description=_("category"), ordering="category")
    def kind(self, registration):
        return registration.get_category_display()

    @admin.display(description=_("submitted"), ordering="pk")
    def sent(self, registration):
        return wording.date(localdate(registration.submitted_at))


def decide_address(registration: Registration) -> str:
    """The decision page where this registration is in sight."""
    address = reverse("admin:volunteers_decide", args=[registration.training_id])
    return f"{address}?state={registration.state}#line-{registration.pk}"


def training_address(registration: Registration) -> str:
    return reverse("admin:trainings_training_change", args=[registration.training_id])


def told_about(registration: Registration, user) -> dict:
    """All that stands beside what was given: answers, needs, consents, letters, notes, steps."""
    answers = list(registration.answers.select_related("question").prefetch_related("options"))
    asked = {one.text for one in answers if one.question.kind == QuestionKind.COUNTRY}
    names = {row.pk: str(row) for row in Country.objects.filter(pk__in=asked)} if asked else {}
    sees_needs = user.has_perm("volunteers.view_needs")
    return {
        "answers": [(answer, answer.in_words(names)) for answer in answers],
        "sees_needs": sees_needs,
        "needs": needs_of(registration) if sees_needs else [],
        "consents": registration.consents.select_related("text"),
        "letters": registration.letters.order_by("pk"),
        "notes": registration.notes.select_related("author"),
        "moves": registration.moves.select_related("by"),
    }


def needs_of(registration: Registration) -> list[tuple[str, str]]:
    """What the person needs, as pairs of a heading and words."""
    needs = getattr(registration, "needs", None)
    columns = ("travel", "visa", "diet", "access", "emergency_name", "emergency_phone")
    return [
        (str(needs._meta.get_field(column).verbose_name), getattr(needs, column))
        for column in columns
        if needs and getattr(needs, column)
    ]
