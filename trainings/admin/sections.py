"""A page of the desk in the order people think: fields and rows in turn, under plain headings."""

from dataclasses import dataclass, field

from django.contrib.admin.options import InlineModelAdmin


@dataclass(frozen=True)
class Fields:
    """Some fields of a section: a tuple of names is one line. With a title they fold away."""

    lines: tuple
    title: str = ""
    description: str = ""


@dataclass(frozen=True)
class Section:
    """A heading of the page, with `Fields` and classes of rows in their order."""

    slug: str
    title: str
    parts: tuple
    description: str = ""


@dataclass
class Row:
    """One row as the template shows it."""

    form: object
    title: str = ""
    note: str = ""
    links: list = field(default_factory=list)
    open: bool = False

    @property
    def fieldsets(self) -> list[tuple]:
        """Each group of inputs, and whether it stands open: always where something was refused."""
        return [(one, one.classes == "open" or has_errors(one)) for one in self.form]


@dataclass
class Part:
    """A group of fields (`fieldset`) or of rows (`formset`) as the template shows it."""

    fieldset: object = None
    formset: object = None
    rows: list = field(default_factory=list)
    new: Row | None = None
    count: int = 0
    folded: bool = False
    # The heading of the section says it already.
    echo: bool = False


def fields_of(sections) -> list[Fields]:
    return [part for section in sections for part in section.parts if isinstance(part, Fields)]


def fieldsets_of(sections) -> list[tuple]:
    """The fields of all sections in the shape Django's admin expects."""
    return [
        (part.title or None, {"fields": part.lines, "description": part.description})
        for part in fields_of(sections)
    ]


def without_fields(fieldsets: list[tuple], names: set[str]) -> list[tuple]:
    """Fieldsets, whose lines are tuples of names or one name, without the fields in `names`."""
    found = []
    for title, options in fieldsets:
        lines = [(one,) if isinstance(one, str) else one for one in options["fields"]]
        kept = [tuple(name for name in line if name not in names) for line in lines]
        found.append((title, {**options, "fields": tuple(line for line in kept if line)}))
    return found


def inlines_of(sections) -> list[type[InlineModelAdmin]]:
    """The classes of rows of all sections, in their order."""
    return [part for section in sections for part in section.parts if isinstance(part, type)]


def arrange(model_admin, context) -> list[dict]:
    """The sections of a change page as the template shows them; one without a heading if none."""
    fieldsets = [fieldset_part(fieldset) for fieldset in context["adminform"]]
    formsets = {
        type(formset.opts): rows_part(formset) for formset in context["inline_admin_formsets"]
    }
    if not model_admin.sections:
        return [{"slug": "fields", "title": "", "parts": [*fieldsets, *formsets.values()]}]
    waiting = iter(fieldsets)
    arranged = []
    for section in model_admin.sections:
        parts = [
            next(waiting) if isinstance(part, Fields) else formsets.get(part)
            for part in section.parts
        ]
        for part in parts:
            if part and part.formset:
                name = str(part.formset.opts.verbose_name_plural)
                said = name.casefold() == str(section.title).casefold()
                part.echo = said or len(section.parts) == 1
        arranged.append(
            {
                "slug": section.slug,
                "title": section.title,
                "description": section.description,
                "parts": [part for part in parts if part],
                "has_errors": any(part and wrong(part) for part in parts),
            }
        )
    return arranged


def wrong(part: Part) -> bool:
    if part.formset:
        return any(part.formset.formset.errors) or bool(part.formset.non_form_errors())
    return has_errors(part.fieldset)


def has_errors(fieldset) -> bool:
    wrong = fieldset.form.errors
    return bool(wrong) and any(name in wrong for name in names_in(fieldset))


def fieldset_part(fieldset) -> Part:
    form = fieldset.form
    typed = form.changed_data if form.is_bound else []
    filled = any(
        form.initial.get(name) or name in typed
        for name in names_in(fieldset)
        if name in form.fields
    )
    folded = bool(fieldset.name) and not filled and not has_errors(fieldset)
    return Part(fieldset=fieldset, folded=folded)


def names_in(fieldset) -> list[str]:
    return [name for line in fieldset for name in line.fields]


def rows_part(formset) -> Part:
    """The saved rows, the empty ones to fill in, and the pattern of a new one for the script."""
    forms = list(formset)
    new = forms.pop() if formset.has_add_permission else None
    rows = [row_of(formset.opts, form) for form in forms]
    saved = sum(1 for form in forms if form.original)
    return Part(
        formset=formset,
        rows=rows,
        new=Row(new) if new else None,
        count=saved,
        folded=not saved and not any(row.open for row in rows),
    )


def row_of(inline, form) -> Row:
    """A saved row folds under its title; one that was refused stands open."""
    typed = form.form.is_bound and form.form.has_changed()
    if not form.original:
        return Row(form, open=typed)
    return Row(
        form,
        title=inline.row_title(form.original),
        note=inline.row_note(form.original),
        links=inline.row_links(form.original),
        open=bool(form.form.errors),
    )
