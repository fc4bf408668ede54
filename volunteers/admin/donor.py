"""Donor figures at the desk: asked, looked at, saved as files, and frozen."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.models import Training
from volunteers import audit
from volunteers.donor import files, tables, words
from volunteers.donor.asking import Breakdown
from volunteers.donor.figures import Figures, figures_of
from volunteers.donor.freezing import differences, figures_frozen, freeze, now_of
from volunteers.forms.donor import AskForm, CostForm, FreezeForm
from volunteers.models import FrozenFigures, TrainingCost

PAGE = "admin:volunteers_frozenfigures_changelist"
MAY = "volunteers.view_donor_figures"


@admin.register(FrozenFigures)
class DonorAdmin(DeskAdmin):
    """The page that asks and shows stands where other models have their list."""

    list_display = ("title", "frozen", "who")
    list_select_related = ("frozen_by",)
    actions = None

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(MAY)

    def has_module_permission(self, request):
        return request.user.has_perm(MAY)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False  # what was handed over stays as it was

    def get_queryset(self, request):
        """All of them; whoever sees some countries only, sees what she or he froze."""
        rows = super().get_queryset(request).select_related("frozen_by").defer("content")
        return rows if request.user.world.is_whole else rows.filter(frozen_by=request.user)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("file/<slug:kind>/", view(self.file), name="volunteers_donor_file"),
            path("freeze/", view(self.freeze), name="volunteers_donor_freeze"),
            path(
                "<int:pk>/file/<slug:kind>/",
                view(self.frozen_file),
                name="volunteers_donor_frozen_file",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        """The form, the figures it asks for, and what was frozen before."""
        allow(request)
        form = ask_form(request.user, request.GET)
        figures = figures_of(request.user, form.asked) if form.is_valid() else None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Donor figures"),
            "form": form,
            "frozen_rows": self.get_queryset(request)[:20],
            "freeze_form": FreezeForm(),
            "kept": ask_form(request.user, request.GET, auto_id=False),
            "query": request.GET.urlencode(),
            **(shown(figures) if figures else {}),
        }
        return render(request, "admin/volunteers/donor.html", context)

    def file(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The figures that the address asks for, as a file."""
        allow(request)
        form = ask_form(request.user, request.GET)
        if not form.is_valid():
            return redirect(f"{reverse(PAGE)}?{request.GET.urlencode()}")
        return sent(request, figures_of(request.user, form.asked), kind)

    def freeze(self, request: HttpRequest) -> HttpResponse:
        """Keep the figures that the form asks for, as they are now."""
        allow(request)
        form, titled = ask_form(request.user, request.POST), FreezeForm(request.POST)
        if request.method != "POST" or not (form.is_valid() and titled.is_valid()):
            messages.error(request, _("Write for whom the figures are, then freeze them."))
            return redirect(f"{reverse(PAGE)}?{asking(request.POST)}#freeze")
        figures = figures_of(request.user, form.asked)
        row = freeze(figures, title=titled.cleaned_data["title"], by=request.user)
        audit.record(request.user, audit.Kind.ADDED, row)
        messages.success(request, _("Frozen. These figures stay as they are now."))
        return redirect("admin:volunteers_frozenfigures_change", row.pk)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Figures as they were frozen, and what is different now."""
        allow(request)
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        figures = kept_in(row, request.user)
        current = now_of(figures, request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": row.title,
            "row": row,
            "current": current,
            "differences": differences(figures, current) if current else [],
            **shown(figures),
        }
        return render(request, "admin/volunteers/donor_frozen.html", context)

    def frozen_file(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        allow(request)
        row = get_object_or_404(self.get_queryset(request), pk=pk)
        return sent(request, kept_in(row, request.user), kind, frozen=row)

    @admin.display(description=gettext_lazy("frozen"), ordering="frozen_at")
    def frozen(self, row):
        return wording.date(row.frozen_at.date())

    @admin.display(description=gettext_lazy("by"))
    def who(self, row):
        return row.frozen_by


def allow(request: HttpRequest) -> None:
    if not request.user.has_perm(MAY):
        raise PermissionDenied


def kept_in(row: FrozenFigures, user) -> Figures:
    """The figures in `row`; by disability only for those who may see that."""
    figures = figures_frozen(row)
    if Breakdown.DISABILITY in figures.by and not user.has_perm("volunteers.view_functioning"):
        raise PermissionDenied
    return figures


def ask_form(user, given, **options) -> AskForm:
    """The form with what an address or a form gives; an address that names a training will do.

    Whoever may not see what the answers about difficulties come to, is not offered them.
    """
    sees = user.has_perm("volunteers.view_functioning")
    options["breakdowns"] = [one for one in Breakdown if sees or one != Breakdown.DISABILITY]
    if not given.get("what"):
        return AskForm(initial={"training": given.get("training")}, **options)
    data = given.copy()
    if not data.get("bands"):
        data["bands"] = "18-29"
        data.setlist("by", options["breakdowns"])
    return AskForm(data, **options)


def asking(given) -> str:
    """What `given` asks, as the query of an address."""
    kept = given.copy()
    for name in set(kept) - set(AskForm.base_fields):
        del kept[name]
    return kept.urlencode()


def shown(figures: Figures) -> dict:
    """What the pages show of `figures`."""
    return {
        "figures": figures,
        "about": words.about(figures),
        "moment": words.moment(figures),
        "notes": words.notes(figures),
        "totals": list(zip(tables.measures(), tables.numbers(figures.total), strict=True)),
        "matrix": tables.sex_by_age(figures),
        "breakdowns": tables.breakdowns(figures),
        "lines": lines(figures),
        "reported": tables.reported(figures),
        "kinds": [(kind, files.NAMES[kind]) for kind in files.KINDS],
    }


def lines(figures: Figures) -> list[dict]:
    """The lines of the table of trainings, by the keys of its columns."""
    table = tables.trainings(figures)
    keys = [one.key for one in table.headings]
    return [
        {"pk": one["pk"], **dict(zip(keys, row, strict=True))}
        for one, row in zip(figures.trainings, table.rows, strict=True)
    ]


def sent(request, figures: Figures, kind: str, frozen: FrozenFigures | None = None):
    """`figures` as a file, after it was written down who took it."""
    if kind not in files.KINDS:
        raise Http404
    audit.record(
        request.user,
        audit.Kind.EXPORTED,
        frozen or FrozenFigures,
        what=kind,
        asked=figures.asked,
        number=figures.total.people,
    )
    made = files.KINDS[kind].make(figures)
    name, kind_of = files.file_name(figures, kind), files.KINDS[kind].type
    response = (
        FileResponse(made, as_attachment=True, filename=name, content_type=kind_of)
        if hasattr(made, "read")
        else StreamingHttpResponse(made, content_type=kind_of)
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def costs(request: HttpRequest, site, pk: int) -> HttpResponse:
    """What a training cost, split as donors ask."""
    training = get_object_or_404(Training, pk=pk)
    if not request.user.has_perm("volunteers.change_trainingcost"):
        raise PermissionDenied
    row = TrainingCost.objects.filter(training=training).first()
    form = CostForm(request.POST or None, instance=row or TrainingCost(training=training))
    if form.is_valid():
        audit.record(request.user, audit.Kind.CHANGED if row else audit.Kind.ADDED, form.save())
        messages.success(request, _("Saved."))
        return redirect(f"{reverse(PAGE)}?what=training&training={pk}")
    context = {**site.each_context(request), "form": form, "training": training}
    context["title"] = _("What it cost")
    return render(request, "admin/volunteers/donor_costs.html", context)
