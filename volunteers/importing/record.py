"""Lists of people and organisations of the record.

A person is known by the address of her page, because an organizer said who a line is, or because
the very same file was brought in before; never by a name. An organisation is known by its whole
name too.
"""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trainings import folding, wording
from trainings.labels import Label
from trainings.models import Organisation, Person
from trainings.wording.languages import LANGUAGES
from volunteers.importing import values
from volunteers.importing.lines import Change, Checked, Field, Line, refuse_twice
from volunteers.models import Intake, IntakeKind, User

CANDIDATES = 5
PERSON = ("name", "honorific", "native_name", "latin_name")
ORGANISATION = ("acronym", "country", "website")
# Headings of a name by its language; the one without a language is English.
NAMES = {
    "en": "name|organisation|organization|full name|agency",
    "ru": "название|организация|наименование|полное название|имя|имя организации",
}


def page_address() -> Field:
    return Field(
        "slug",
        gettext_lazy("address of the page"),
        "slug|page|адрес страницы|страница",
        lambda cell: cell.rstrip("/").rpartition("/")[2].lower(),
    )


def person_fields() -> list[Field]:
    return [
        Field(
            "name",
            pgettext_lazy("person", "name"),
            "full name|person|speaker|guest|фио|ф и о|имя|полное имя|имя и фамилия",
            values.line_of_text(200),
        ),
        Field(
            "honorific",
            gettext_lazy("honorific"),
            "title|salutation|обращение",
            values.line_of_text(60),
        ),
        Field(
            "native_name",
            gettext_lazy("name in the person's own script"),
            "native name|name in own script|name in cyrillic|имя кириллицей",
            values.line_of_text(200),
        ),
        Field(
            "latin_name",
            gettext_lazy("name in Latin letters"),
            "latin name|name in english|имя латиницей|имя на английском",
            values.line_of_text(200),
        ),
        page_address(),
    ]


def organisation_fields() -> list[Field]:
    countries = values.Countries()
    names = [
        Field(
            f"name_{code}",
            NameIn(code),
            f"name in {wording.language_name(code, 'en')}|name ({code})|{NAMES.get(code, code)}",
            values.line_of_text(300),
        )
        for code in LANGUAGES
    ]
    return [
        *names,
        Field(
            "acronym",
            gettext_lazy("acronym"),
            "short name|abbreviation|сокращение|аббревиатура",
            values.line_of_text(40),
        ),
        Field("country", gettext_lazy("country"), "страна", countries.read),
        Field(
            "website",
            gettext_lazy("website"),
            "web site|web|url|site|сайт|веб сайт",
            values.website,
        ),
        page_address(),
    ]


class NameIn:
    """“Name in Russian”, in the language of whoever reads it."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __str__(self) -> str:
        return _("name (%(language)s)") % {"language": wording.language_name(self.code)}


def check(intake: Intake, lines: list[Line], by: User) -> Checked:
    """Say of each line what it would make or change."""
    refuse_twice(lines, "slug", _("This page stands in line %(line)s as well."))
    refuse_same(lines)
    known = Known(intake)
    for line in lines:
        if not any(
            key == "name" or key.startswith("name_") for key in {**line.given, **line.errors}
        ):
            line.errors["name"] = _("Write the name.")
        line.target = known.row_of(line)
        if "slug" in line.given and line.target is None:
            line.errors["slug"] = _(
                "There is no page with this address. Leave it empty for a new one."
            )
        if line.target:
            line.changes = changes_of(line)
    known.refuse_same_row(lines)
    return Checked(lines)


def refuse_same(lines: Sequence[Line]) -> None:
    """Mark a line that says exactly what another one says."""
    first: dict[tuple, int] = {}
    for line in lines:
        held = tuple(line.cells)
        if held in first:
            text = _("The same stands in line %(line)s. Leave one of them.")
            line.errors[""] = text % {"line": first[held]}
        first.setdefault(held, line.number)


class Known:
    """What the record has of the things on a list."""

    def __init__(self, intake: Intake) -> None:
        self.is_people = intake.kind == IntakeKind.PEOPLE
        self.model = Person if self.is_people else Organisation
        self.chosen = {int(number): key for number, key in intake.chosen.items()}
        before: dict[str, int] = {}
        for earlier in reversed(Intake.objects.of_same_file(intake)):
            before |= earlier.made
        self.before = {int(number): key for number, key in before.items()}
        keys = {*self.chosen.values(), *self.before.values()}
        self.rows = self.model._default_manager.in_bulk(list(keys))
        self.by_name: dict[str, object] = {}
        if not self.is_people:
            self.read_names()

    def read_names(self) -> None:
        """The organisations by their whole folded names; None for a name that several have."""
        for row in Organisation.objects.select_related("country"):
            for name in {folding.fold(text) for text in row.name.texts()}:
                self.by_name[name] = None if name in self.by_name else row

    def row_of(self, line: Line):
        if slug := line.given.get("slug"):
            return self.model._default_manager.filter(slug=slug).first()
        key = self.chosen.get(line.number) or self.before.get(line.number)
        if found := self.rows.get(key or 0):
            return found
        names = [text for key, text in line.given.items() if key.startswith("name_")]
        named = (self.by_name.get(folding.fold(name)) for name in names)
        return next((row for row in named if row), None)

    def refuse_same_row(self, lines: Sequence[Line]) -> None:
        first: dict[int, int] = {}
        for line in lines:
            key = getattr(line.target, "pk", None)
            if key is not None and key in first:
                text = _("Line %(line)s is about the same. Leave one of them.")
                line.errors.setdefault("", text % {"line": first[key]})
            elif key is not None:
                first[key] = line.number


def wanted(line: Line, row) -> dict:
    """The columns of `row` as `line` wants them."""
    if isinstance(row, Person):
        return {key: line.given[key] for key in PERSON if key in line.given}
    columns = {key: line.given[key] for key in ORGANISATION if key in line.given}
    names = {code: line.given[f"name_{code}"] for code in LANGUAGES if f"name_{code}" in line.given}
    if names:
        held = row.name.data if isinstance(row.name, Label) and row.name.is_mapping else {}
        columns["name"] = Label({**held, **names})
    return columns


def changes_of(line: Line) -> list[Change]:
    row = line.target
    return [
        Change(
            capfirst(str(row._meta.get_field(key).verbose_name)),
            in_words(getattr(row, key)),
            in_words(value),
        )
        for key, value in wanted(line, row).items()
        if is_other(getattr(row, key), value)
    ]


def is_other(before, after) -> bool:
    if isinstance(after, Label):
        return in_words(before) != in_words(after)
    return before != after


def in_words(value) -> str:
    if isinstance(value, Label):
        return " / ".join(value.texts()) or "–"
    return str(value or "–")


def write(intake: Intake, checked: Checked, by: User) -> dict[int, int]:
    """Make and change all that was checked. Returns what every line stands for, by its number.

    Within a transaction.
    """
    made = {}
    for line in checked.lines:
        row = line.target or (Person() if intake.kind == IntakeKind.PEOPLE else Organisation())
        if line.target is None or line.changes:
            for key, value in wanted(line, row).items():
                setattr(row, key, value)
            row.save()
        made[line.number] = row.pk
    return made


def begin(intake: Intake) -> None:
    """Nothing has to be kept from others meanwhile."""


def candidates(line: Line, by: User) -> list[tuple[int, str]]:
    """Keys and words of people whose name is spelled alike: for an organizer to choose from."""
    name = line.given.get("name", "")
    if not name:
        return []
    alike = [
        row
        for row in Person.objects.matching(name).prefetch_related("appearances__training")[:20]
        if any(
            folding.meets(name, one) for one in (row.name, row.native_name, row.latin_name) if one
        )
    ]
    return [(row.pk, person_in_words(row)) for row in alike[:CANDIDATES]]


def person_in_words(person: Person) -> str:
    titles = [one.title_line or str(one.training.title) for one in person.appearances.all()]
    return " · ".join([str(person), *titles[:1]])
