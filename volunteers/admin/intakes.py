"""Lists brought in at the desk: choosing a file, looking at what it would do, and taking it in."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.admin.saving import PARTS
from trainings.exporting import writing
from trainings.exporting.writing import Heading
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers import audit
from volunteers.admin.looking import Look
from volunteers.deciding import is_key
from volunteers.importing import kinds, sheets
from volunteers.models import Intake, IntakeKind, IntakeStage
from volunteers.services import intakes

# Older trainings are chosen from their own page.
MOST_TRAININGS = 100


class BringForm(forms.Form):
    """What the list holds, for which training, and the file."""

    kind = forms.ChoiceField(label=_("what it holds"), widget=forms.RadioSelect)
    training = forms.ModelChoiceField(
        Training.objects.none(),
        label=_("training"),
        required=False,
        empty_label="–",
        help_text=_("For registrations and for who came."),
    )
    file = forms.FileField(
        label=_("file"),
        help_text=_("XLSX or CSV, at most 10 MB and 20,000 lines; only the first sheet is read."),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("This file is empty. Choose another one."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )

    def __init__(self, *args, user, asked: str = "", **options):
        super().__init__(*args, **options)
        self.fields["kind"].choices = [
            (kind.value, kind.label) for kind in IntakeKind if may_bring(user, kind)
        ]
        keys = Training.objects.order_by("-pk").values_list("pk", flat=True)
        newest = list(keys[:MOST_TRAININGS])
        newest += [int(asked)] if is_key(asked) else []
        self.fields["training"].queryset = Training.objects.filter(pk__in=newest).order_by("-pk")
        self.table = None

    def clean(self):
        cleaned = super().clean()
        kind, file, training = (cleaned.get(name) for name in ("kind", "file", "training"))
        if not kind or not file:
            return cleaned
        wanted = kinds.KINDS[IntakeKind(kind)].needs_training
        if wanted and training is None:
            self.add_error("training", _("Choose the training that this list is about."))
            return cleaned
        cleaned["training"] = training if wanted else None
        draft = Intake(kind=kind, training=cleaned["training"])
        try:
            self.table = sheets.read(file, kinds.is_heading(draft))
        except ValidationError as error:
            self.add_error("file", error)
        return cleaned


def needed_to_bring(kind: IntakeKind) -> list[str]:
    """The permissions of whoever takes in a list of this kind."""
    return ["volunteers.add_intake", *kinds.KINDS[kind].needs]


def may_bring(user, kind: IntakeKind) -> bool:
    """Whether `user` may take in a list of this kind."""
    return user.has_perms(needed_to_bring(kind))


@admin.register(Intake)
class IntakeAdmin(DeskAdmin):
    list_display = ("file_name", "holds", "of_training", "in_stage", "became", "by", "since")
    list_filter = ("kind", "stage")
    list_select_related = ("training", "by")
    actions = None
    empty_text = _("No list yet. Bring one in from a spreadsheet, with people or organisations.")

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return any(may_bring(request.user, kind) for kind in IntakeKind)

    def get_urls(self):
        view = self.admin_site.admin_view(self.template_view)
        name = "volunteers_intake_template"
        return [path("empty/<slug:kind>.<slug:ending>", view, name=name), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        """Choose what to bring in. A file that can be read becomes a draft."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = request.GET.get("training", "")
        initial = {"training": asked, "kind": request.GET.get("kind", IntakeKind.REGISTRATIONS)}
        posted = (request.POST, request.FILES) if request.method == "POST" else ()
        form = BringForm(*posted, user=request.user, asked=asked, initial=initial)
        if posted and form.is_valid():
            given = form.cleaned_data
            draft = Intake(
                kind=given["kind"],
                training=given["training"],
                file_name=given["file"].name[:200],
                language=request.LANGUAGE_CODE,
            )
            return redirect(intakes.bring_in(draft, form.table, by=request.user))
        context = {"form": form, "title": _("Bring in a list"), "asked": asked}
        return self.page(request, "intake_add", context)

    def page(self, request, template: str, context: dict) -> HttpResponse:
        whole = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return render(request, f"admin/volunteers/{template}.html", whole)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Where the list stands: a draft to look at, on its way, or what became of it."""
        if not self.has_view_permission(request) and not self.has_add_permission(request):
            raise PermissionDenied
        rows = self.get_queryset(request).select_related("training", "by")
        intake = get_object_or_404(rows, pk=object_id if is_key(object_id) else 0)
        is_open = intake.stage in intakes.OPEN
        # The lines of a list are for whoever brought it.
        if is_open and intake.by == request.user and may_bring(request.user, intake.kind):
            return self.draft(request, intake)
        context = {"intake": intake, "title": intake.file_name, "is_open": is_open}
        return self.page(request, "intake_done", context)

    def draft(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        """The columns, what would happen, and the buttons."""
        table = intakes.table_of(intake)
        if table is None:
            raise Http404
        if request.method == "POST":
            return self.act(request, intake, table)
        look = Look(intake, table, request.user, request.GET)
        audit.record(request.user, audit.Kind.SAW, look.known, fields=["contacts"])
        return self.page(request, "intake", {"look": look, "title": _("Look at it first")})

    def act(self, request: HttpRequest, intake: Intake, table) -> HttpResponse:
        """What a button of the draft says; what was chosen on the page is kept in any case."""
        look = Look(intake, table, request.user, request.GET)
        verb = request.POST.get("verb", "")
        try:
            if verb == "throw":
                intakes.throw_away(intake)
                messages.success(request, _("The list is thrown away. Nothing was taken in."))
                return redirect("admin:volunteers_intake_changelist")
            look.keep(request.POST)
            if verb == "run":
                self.run(look)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
        return redirect(f"{intake.get_absolute_url()}?{look.query}")

    def run(self, look: Look) -> None:
        if not look.may_run:
            raise NotAllowed(_("Nothing was taken in: mend what is marked first."))
        intakes.ask(look.intake)

    def template_view(self, request: HttpRequest, kind: str, ending: str) -> HttpResponseBase:
        """An empty list with the headings, to be filled in."""
        if kind not in IntakeKind.values or ending not in ("csv", "xlsx"):
            raise Http404
        if not may_bring(request.user, IntakeKind(kind)):
            raise PermissionDenied
        asked = request.GET.get("training", "")
        training = Training.objects.filter(pk=asked).first() if is_key(asked) else None
        draft = Intake(kind=kind, training=training)
        fields = kinds.kind_of(draft).fields(draft)
        headings = [Heading(one.key, wording_of(one.label)) for one in fields]
        name = f"{kind}.{ending}"
        if ending == "xlsx":
            file = writing.xlsx_file(headings, [], title=str(IntakeKind(kind).label))
            return FileResponse(file, as_attachment=True, filename=name, content_type=writing.XLSX)
        content = "".join(writing.csv_parts(headings, []))
        response = HttpResponse(content, content_type=PARTS["csv"][1])
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    @admin.display(description=_("what it holds"), ordering="kind")
    def holds(self, intake):
        return intake.get_kind_display()

    @admin.display(description=_("training"))
    def of_training(self, intake):
        return intake.training.title if intake.training else ""

    @admin.display(description=_("stage"), ordering="stage")
    def in_stage(self, intake):
        return intake.get_stage_display()

    @admin.display(description=_("what became of it"))
    def became(self, intake):
        if intake.stage != IntakeStage.DONE:
            return ""
        return _("%(new)s new, %(changed)s changed, %(same)s unchanged") % {
            "new": wording.number(intake.created),
            "changed": wording.number(intake.changed),
            "same": wording.number(intake.unchanged),
        }

    @admin.display(description=_("when"), ordering="created_at")
    def since(self, intake):
        return wording.date(intake.created_at.date())


def wording_of(label) -> str:
    text = str(label)
    return text[:1].upper() + text[1:]
