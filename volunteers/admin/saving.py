"""What a list of people may hold on the screen and as a file, and that it was saved."""

from collections.abc import Iterable
from functools import cache
from itertools import chain, count

from django.contrib.admin.views.main import SEARCH_VAR
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from trainings.admin.saving import Column, plain
from trainings.models import Country
from volunteers.audit import Kind, record
from volunteers.models import Answer, Needs, Question, Registration

CONTACTS = "volunteers.save_contacts"


class PersonalLists:
    """A list of people: who may not see contact data, or not save it, gets it without."""

    # Columns of the list on the screen that hold contact data.
    contact_columns: tuple[str, ...] = ()

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        if request.user.has_perm("volunteers.view_contacts"):
            return shown
        return [name for name in shown if name not in self.contact_columns]

    def changelist_view(self, request, extra_context=None):
        """Also writes down whose contact data stood on the page."""
        response = super().changelist_view(request, extra_context)
        listed = getattr(response, "context_data", {}).get("cl")
        if listed and set(listed.list_display) & set(self.contact_columns):
            record(request.user, Kind.SAW, listed.result_list, fields=["contacts"])
        return response

    def lookup_allowed(self, lookup, value, request):
        """Only what the filters offer: typed addresses would find out what isn't shown."""
        filters = self.get_list_filter(request)
        names = (one[0] if isinstance(one, tuple) else one for one in filters)
        return lookup.split("__")[0] in {getattr(one, "parameter_name", one) for one in names}

    def saved_columns(self, request):
        columns = super().saved_columns(request)
        if request.user.has_perm(CONTACTS):
            return columns
        return [one for one in columns if one.key not in self.contact_columns]

    def note_saving(self, request, kind, columns, number):
        narrowed = {name: value for name, value in request.GET.items() if name != SEARCH_VAR}
        record(
            request.user,
            Kind.EXPORTED,
            self.model,
            file=kind,
            fields=[one.key for one in columns],
            number=number,
            narrowed=narrowed,
            searched=SEARCH_VAR in request.GET,  # the words may be a name
        )


def column(model, name: str, words=None) -> Column:
    """The column `name` of `model` as a saved list has it; choices are put into words once."""
    field = model._meta.get_field(name)
    choices = dict(field.flatchoices)

    @cache
    def chosen(value):
        return plain(choices.get(value, value))

    def value_of(row):
        value = getattr(row, name)
        return chosen(value) if choices else plain(value)

    return Column(name, words or field.verbose_name, value_of)


def contacts() -> list[Column]:
    """How a registration is reached, and what is on its certificate."""
    return [
        column(Registration, "native_name", words=_("name in own script")),
        column(Registration, "latin_name"),
        Column("email", _("e-mail address"), lambda row: row.email),
        column(Registration, "phone"),
        column(Registration, "language"),
        column(Registration, "host_organisation"),
    ]


def needs() -> list[Column]:
    """What people need, of a registration read with its needs."""
    return [
        Column(name, Needs._meta.get_field(name).verbose_name, needed(name)) for name in Needs.LINES
    ]


def needed(name: str):
    return lambda row: getattr(getattr(row, "needs", None), name, "")


def answers(training: int | None, beside: Iterable[Column]) -> list[Column]:
    """The answers to the questions of the training with the key `training`, if one is chosen.

    Each under the words of its question, told apart from the other columns, `beside` it. Reads
    registrations with their answers.
    """
    if training is None:
        return []
    names: dict[str, str] = {row.pk: str(row) for row in Country.objects.all()}
    questions = list(Question.objects.filter(training=training))
    taken = {name for one in beside for name in (one.key, capfirst(str(one.words)))}
    labels = told_apart((" ".join(str(one.label).split()) for one in questions), taken)
    return [
        Column(label, label, answered(question, names))
        for label, question in zip(labels, questions, strict=True)
    ]


def told_apart(labels: Iterable[str], taken: set[str]) -> list[str]:
    """`labels` in their order; one that stands there already, or is `taken`, gets a number."""
    found: list[str] = []
    for label in labels:
        numbered = (f"{label} ({number})" for number in count(2))
        free = (one for one in chain([label], numbered) if one not in {*taken, *found})
        found.append(next(free))
    return found


def answered(question: Question, names: dict[str, str]):
    """A function giving the answer of a registration to `question`, a document by its name."""

    def words(row: Registration) -> str:
        found: Answer | None = next(
            (one for one in row.answers.all() if one.question_id == question.pk), None
        )
        if found is None:
            return ""
        return found.file_name or found.in_words(names)

    return words
