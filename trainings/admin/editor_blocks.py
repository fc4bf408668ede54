"""The blocks of a text as the editor shows them: what each may choose, and where it comes from."""

import json
from dataclasses import dataclass, field
from functools import cached_property

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.admin.editor_form import person_input
from trainings.models import (
    Approval,
    BlockKind,
    Consent,
    FigureBreakdown,
    FigureSource,
    ReportText,
    Role,
    TrainingOrganisation,
)
from trainings.services.draft_rows import choices_of, still_true
from trainings.services.draft_shape import new_block

# Where rows without a page of their own stand on the page of their training.
SECTIONS = {
    "appearance": "people",
    "document": "media",
    "photo": "media",
    "place": "where",
    "point": "planned",
    "quote": "said",
    "traininglanguage": "planned",
    "trainingorganisation": "organised-by",
}
# The key of the patterns from which the script makes new blocks.
PATTERN = "newblock"


class Options:
    """What the blocks of a text may choose from, each list read once."""

    kinds = BlockKind.choices
    sources = FigureSource.choices
    breakdowns = FigureBreakdown.choices
    roles = Role.choices
    approvals = Approval.choices
    consents = Consent.choices

    def __init__(self, text: ReportText):
        self.text = text
        self.rows = choices_of(text)

    @cached_property
    def quotes(self) -> list[tuple]:
        """Each quote with words to know it by, and whether the public would see it."""
        return [(row.pk, spoken(row), row.may_be_shown) for row in self.rows["quote"]]

    @cached_property
    def photos(self) -> list:
        return list(self.rows["photos"].prefetch_related("people"))

    @cached_property
    def facts(self) -> list:
        return list(self.rows["facts"].select_related("organisation", "series", "country"))

    @cached_property
    def groups(self) -> list:
        return list(self.rows["groups"].select_related("training"))

    @cached_property
    def sessions(self) -> list:
        return list(self.rows["sessions"])

    @cached_property
    def trainings(self) -> list:
        links = self.text.report.training_links.select_related("training")
        return [link.training for link in links]

    @cached_property
    def documents(self) -> list:
        return list(self.rows["documents"])

    @cached_property
    def organisations(self) -> list[tuple]:
        """Each organisation, and in words what it did for the trainings."""
        roles = TrainingOrganisation.objects.filter(training__in=self.trainings)
        did: dict[int, dict[str, None]] = {}
        for role in roles:
            did.setdefault(role.organisation_id, {})[str(role.get_role_display())] = None
        return [(row, ", ".join(did.get(row.pk, ()))) for row in self.rows["organisations"]]


def spoken(quote) -> str:
    """The beginning of a quote, and who said it."""
    speaker = quote.appearance.shown_name if quote.appearance else str(quote.attribution)
    words = _("“%(words)s”") % {"words": Truncator(quote.words).chars(90)}
    return " · ".join(part for part in (words, speaker or str(quote.organisation or "")) if part)


@dataclass(frozen=True)
class Origin:
    """A sentence of a draft, and the rows and columns it was made from: address and words of each.

    `language` is that of the words on record where it is another than the text's.
    """

    sentence: str
    rows: list[tuple[str, str]]
    language: str = ""
    part: str = ""


@dataclass
class ShownBlock:
    """One block on the page. `given` is the draft's own mapping."""

    given: dict
    options: Options
    number: int = 0
    origins: list[Origin] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.given["key"]

    @property
    def kind(self) -> str:
        return str(capfirst(BlockKind(self.given["kind"]).label))

    @property
    def template(self) -> str:
        return f"admin/trainings/editor/kinds/{self.given['kind']}.html"

    @property
    def own_origins(self) -> list[Origin]:
        """Those of its own words, not of the headline and the lead."""
        return [one for one in self.origins if not one.part]

    @property
    def origins_json(self) -> str:
        return json.dumps(self.given["origins"])

    @property
    def summary(self) -> str:
        """What it is about, for the line that stands for a block that was taken out."""
        quote = next((one[1] for one in self.options.quotes if one[0] == self.given["quote"]), "")
        photo = next((one for one in self.options.photos if one.pk == self.given["photo"]), "")
        words = self.given["heading"] or self.given["body"] or quote or str(photo)
        return Truncator(words).chars(80)

    @property
    def photos(self) -> list:
        return self.picked_first("photos", self.options.photos)

    @property
    def facts(self) -> list:
        return self.picked_first("facts", self.options.facts)

    @property
    def documents(self) -> list:
        return self.picked_first("documents", self.options.documents)

    @property
    def organisations(self) -> list[tuple]:
        did = dict(self.options.organisations)
        return [(row, did[row]) for row in self.picked_first("organisations", list(did))]

    def picked_first(self, name: str, rows: list) -> list:
        """What it picked, in its order, then the other `rows`."""
        places = {key: place for place, key in enumerate(self.given[name])}
        return sorted(rows, key=lambda row: places.get(row.pk, len(places)))

    @property
    def person_input(self) -> str:
        name = f"{self.key}-typed-person"
        chosen = self.given["typed"].get("person", "")
        return person_input().render(name, chosen, {"id": f"id_{name}"})


def shown_blocks(text: ReportText, content: dict, options: Options) -> list[ShownBlock]:
    """The blocks of a draft in their order; those that were taken out have no number."""
    made, number = [], 0
    come_from = origins_of(content)
    for block in content["blocks"]:
        number += not block["removed"]
        shown = 0 if block["removed"] else number
        made.append(ShownBlock(block, options, shown, come_from[block["key"]]))
    return made


def of_the_head(blocks: list[ShownBlock]) -> list[Origin]:
    """Where the headline and the lead come from; a block keeps it for them."""
    return [one for block in blocks for one in block.origins if one.part]


def patterns(options: Options) -> list[ShownBlock]:
    """An empty block of each kind, which the script copies."""
    return [ShownBlock(new_block(kind, key=PATTERN), options) for kind in BlockKind.values]


def origins_of(content: dict) -> dict[str, list[Origin]]:
    """By the key of each block, where its sentences come from, in as many queries as models."""
    lines = {block["key"]: still_true(block, content) for block in content["blocks"]}
    named = [named for found in lines.values() for one in found for named in named_in(one)]
    rows = rows_named({one["record"] for one in named})
    return {key: [origin_of(one, rows) for one in found] for key, found in lines.items()}


def named_in(line: dict) -> list[dict]:
    """Each row and column that a sentence was made from, the first saying the most."""
    return [line, *line.get("also", [])]


def origin_of(line: dict, rows: dict) -> Origin:
    known = [one for one in named_in(line) if one["record"] in rows]
    links = [(address_of(row := rows[one["record"]]), in_words(row, one["field"])) for one in known]
    language = wording.language_name(line["language"]) if "language" in line else ""
    return Origin(line["sentence"], list(dict.fromkeys(links)), language, line.get("part", ""))


def rows_named(names: set[str]) -> dict[str, object]:
    """The rows that names such as `trainings.quote:12` stand for, where there are any."""
    wanted: dict[str, set[int]] = {}
    for name in names:
        model, _colon, key = name.partition(":")
        if key.isascii() and key.isdigit() and len(key) < 19:
            wanted.setdefault(model, set()).add(int(key))
    found: dict[str, object] = {}
    for label, keys in wanted.items():
        try:
            model = apps.get_model(label)
        except (LookupError, ValueError):
            continue
        if model._meta.app_label == "trainings":
            rows = model._default_manager.in_bulk(keys)
            found |= {f"{label}:{key}": row for key, row in rows.items()}
    return found


def address_of(row) -> str:
    """The page of the desk where a row is changed; "" where it stands on none."""
    try:
        return reverse(f"admin:trainings_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        section = SECTIONS.get(row._meta.model_name, "")
    owner = getattr(row, "training", None) or getattr(row, "group", None)
    return f"{address_of(owner)}#{section}" if owner else ""


def in_words(row, column: str) -> str:
    """What a sentence was made from, such as `Vera Kim · title as printed`."""
    known = {one.name: one.verbose_name for one in row._meta.fields}
    name = Truncator(str(row) or capfirst(row._meta.verbose_name)).chars(40)
    return f"{name} · {known[column]}" if column in known else name
