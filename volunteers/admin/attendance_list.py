"""A list of who was there, typed from paper or out of a file: looked at first, then written."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainings.services.refusal import NotAllowed
from volunteers.admin.attendance import tell, training_of
from volunteers.attending import Attending, cell_key, cells_in
from volunteers.models import Source
from volunteers.roles import may_check_in
from volunteers.services.attendance import Part, today
from volunteers.services.matching import Line, match, read_lines
from volunteers.services.sheets import write_down

LARGEST = 1024 * 1024  # bytes


class ListForm(forms.Form):
    part = forms.ChoiceField(label=gettext_lazy("day or session"))
    names = forms.CharField(
        label=gettext_lazy("who was there"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "A line each: the name, the code of the badge or the e-mail address, and after a comma "
            "the day, where it is another than the one above."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("or a file in CSV"),
        required=False,
        help_text=gettext_lazy("With the same in its columns."),
    )

    def __init__(self, *args, parts: list[Part], **options):
        super().__init__(*args, **options)
        self.fields["part"].choices = [(part.key, words_of(part)) for part in parts]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(_("This file is too large. Part it into several."))
        return file

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        text = file and text_of(file.read())
        if not (text or cleaned.get("names", "").strip()) and not self.errors:
            raise forms.ValidationError(_("Nobody was named. Type the names, or choose a file."))
        try:
            cleaned["lines"] = read_lines(text or cleaned.get("names", ""))
        except NotAllowed as refusal:
            self.add_error("file" if text else "names", str(refusal))
        return cleaned

    @property
    def source(self) -> Source:
        return Source.FILE if self.cleaned_data.get("file") else Source.PAPER


def text_of(content: bytes) -> str:
    """The text of a file, as spreadsheets here save it: in UTF-8, or in Windows' Cyrillic."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def words_of(part: Part) -> str:
    day = Part(part.day).words
    return f"{day}: {part.words}" if part.session else day


@dataclass
class Found:
    """A line of the list with the part it is about; None where that day is none."""

    line: Line
    part: Part | None

    @property
    def choices(self) -> list[tuple[str, object]]:
        people = [self.line.certain] if self.line.certain else self.line.candidates
        return [(cell_key(row.pk, self.part), row) for row in people] if self.part else []


def attendance_list(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Ask for the list, show who is meant by each line, and write down what was said yes to."""
    training = training_of(request, pk)
    if not may_check_in(request.user, training):
        raise PermissionDenied
    page = Attending(training, request.user)
    parts = [part for part in page.parts if part.day <= today(training)]
    if request.method == "POST" and "sure" in request.POST:
        return write(request, page, parts)
    form = ListForm(request.POST or None, request.FILES or None, parts=parts)
    found = look(form, page, parts) if form.is_valid() else []
    context = {
        **site.each_context(request),
        "title": _("A list from paper"),
        "training": training,
        "form": form,
        "found": found,
        "unclear": sum(1 for one in found if not one.line.certain),
        "source": form.source if found else "",
        "parts": parts,
    }
    return render(request, "admin/volunteers/attendance_list.html", context)


def look(form: ListForm, page: Attending, parts: list[Part]) -> list[Found]:
    """Who is meant by each line of a valid form, and on which day."""
    known = {part.key: part for part in parts}
    chosen = known[form.cleaned_data["part"]]
    people = page.seen.seated().select_related("volunteer__user", "country").order_by("name", "pk")
    return [
        Found(line, known.get(str(line.day)) if line.day and not chosen.session else chosen)
        for line in match(form.cleaned_data["lines"], list(people))
    ]


def write(request: HttpRequest, page: Attending, parts: list[Part]) -> HttpResponse:
    is_file = request.POST.get("source") == Source.FILE
    account = write_down(
        page.seen,
        page.training,
        here=cells_in(request.POST.getlist("here"), parts),
        by=request.user,
        source=Source.FILE if is_file else Source.PAPER,
    )
    tell(request, account)
    return redirect("admin:volunteers_attendance", page.training.pk)
