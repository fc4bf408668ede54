"""A list as its page shows it before it is taken in: columns, lines, and what is wrong."""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteers.deciding import is_key
from volunteers.importing import kinds
from volunteers.importing.lines import Checked, Field, Line, Verdict
from volunteers.importing.tables import Table, letter_of
from volunteers.models import Intake, IntakeKind, StateGiven, User, Volunteer

PER_PAGE = 25
WORDS = {
    Verdict.WRONG: pgettext_lazy("line", "to mend"),
    Verdict.NEW: pgettext_lazy("line", "new"),
    Verdict.CHANGED: pgettext_lazy("line", "changed"),
    Verdict.UNCHANGED: pgettext_lazy("line", "unchanged"),
}


@dataclass(frozen=True)
class ColumnShown:
    """A column of the file: what it holds, and the first entries."""

    name: str
    letter: str
    heading: str
    samples: list[str]
    chosen: str
    is_doubled: bool


@dataclass(frozen=True)
class LineShown:
    """A line of the file with its words; `candidates` are who it might be."""

    line: Line
    who: str
    verdict: object
    errors: list[tuple[str, str, str]]
    candidates: list[tuple[int, str]]
    chosen: int | None

    @property
    def name(self) -> str:
        return f"who-{self.line.number}"


@dataclass
class Look:
    """The page of the draft `intake`, for `user`, narrowed as the address of the page asks."""

    intake: Intake
    table: Table
    user: User
    asked: QueryDict

    @cached_property
    def fields(self) -> list[Field]:
        return kinds.kind_of(self.intake).fields(self.intake)

    @cached_property
    def checked(self) -> Checked:
        return kinds.check(self.intake, self.table, self.user)

    @cached_property
    def doubled(self) -> set[str]:
        """What two columns are said to hold."""
        counted = Counter(self.intake.columns.values())
        return {key for key, number in counted.items() if number > 1}

    @property
    def may_run(self) -> bool:
        return not self.checked.wrong and not self.doubled and bool(self.intake.columns)

    @property
    def takes_registrations(self) -> bool:
        return self.intake.kind == IntakeKind.REGISTRATIONS

    @property
    def asks_language(self) -> bool:
        return self.intake.kind in (IntakeKind.REGISTRATIONS, IntakeKind.VOLUNTEERS)

    @property
    def states(self) -> list:
        return StateGiven.choices

    @property
    def languages(self) -> list:
        return settings.LANGUAGES

    @property
    def number_to_do(self) -> int:
        return self.counted[Verdict.NEW] + self.counted[Verdict.CHANGED]

    @property
    def counted(self) -> Counter[Verdict]:
        return self.checked.counted

    @property
    def columns(self) -> list[ColumnShown]:
        return [
            ColumnShown(
                f"column-{place}",
                letter_of(place),
                heading,
                self.table.samples(place),
                chosen := self.intake.columns.get(str(place), ""),
                chosen in self.doubled,
            )
            for place, heading in enumerate(self.table.headings)
            if heading
        ]

    @property
    def left_out(self) -> int:
        return sum(1 for one in self.columns if not one.chosen)

    @cached_property
    def show(self) -> str:
        """Which lines are shown: those asked for, else those to mend, else all."""
        asked = self.asked.get("show", "")
        if asked in WORDS or asked == "all":
            return asked
        return Verdict.WRONG if self.checked.wrong else "all"

    @property
    def tabs(self) -> list[dict]:
        tabs = [(verdict, WORDS[verdict], self.counted[verdict]) for verdict in WORDS]
        tabs.append(("all", _("all lines"), len(self.checked.lines)))
        return [
            {
                "address": f"?show={key}",
                "label": words,
                "number": number,
                "is_current": key == self.show,
            }
            for key, words, number in tabs
            if number
        ]

    @cached_property
    def found(self) -> list[Line]:
        lines = self.checked.lines
        return lines if self.show == "all" else [one for one in lines if one.verdict == self.show]

    @cached_property
    def page(self) -> int:
        asked = self.asked.get("page", "")
        last = max(1, -(-len(self.found) // PER_PAGE))
        return min(int(asked), last) if is_key(asked) and int(asked) else 1

    @property
    def query(self) -> str:
        return self.asked.urlencode()

    @property
    def pages(self) -> dict[str, str]:
        """The addresses of the pages before and after this one."""
        has_next = len(self.found) > self.page * PER_PAGE
        return {
            "before": f"?show={self.show}&page={self.page - 1}" if self.page > 1 else "",
            "after": f"?show={self.show}&page={self.page + 1}" if has_next else "",
        }

    @cached_property
    def lines(self) -> list[LineShown]:
        start = (self.page - 1) * PER_PAGE
        return [self.shown(line) for line in self.found[start : start + PER_PAGE]]

    @property
    def known(self) -> list[Volunteer]:
        """Whose address or telephone stands on this page beside what the file holds."""
        if not self.asks_language:  # a list of something else than people
            return []
        keys = {key for one in self.lines for key, _words in one.candidates}
        for one in self.lines:
            if one.line.target:
                keys.add(getattr(one.line.target, "volunteer_id", one.line.target.pk))
        return list(Volunteer.objects.filter(pk__in=keys - {None}))

    def shown(self, line: Line) -> LineShown:
        chosen = self.intake.chosen.get(str(line.number))
        is_open = line.target is None or chosen
        candidates = kinds.kind_of(self.intake).candidates(line, self.user) if is_open else []
        return LineShown(
            line,
            who=self.who(line),
            verdict=WORDS[line.verdict],
            errors=[self.error(line, key, words) for key, words in line.errors.items()],
            candidates=candidates,
            chosen=chosen,
        )

    def who(self, line: Line) -> str:
        """What names a line: the name and the address, or else its first entries."""
        named = [line.given[key] for key in line.given if key.startswith(("name", "email"))]
        return " · ".join(named[:2] or [cell for cell in line.cells if cell][:2])

    def error(self, line: Line, key: str, words: str) -> tuple[str, str, str]:
        """Where something is wrong (“C7, Country”), what stands there, and the sentence."""
        place = next((int(one) for one, held in self.intake.columns.items() if held == key), None)
        if place is None:
            return "", "", words
        where = f"{letter_of(place)}{line.number}, {self.table.headings[place]}"
        cell = line.cells[place]
        return where, "" if cell[:80] in words else cell, words

    def keep(self, posted: QueryDict) -> None:
        """Keep what was chosen on the page: columns, people, and how new ones begin."""
        intake, keys = self.intake, {one.key for one in self.fields}
        chosen = {one.name: posted.get(one.name, "") for one in self.columns}
        intake.columns = {
            name.removeprefix("column-"): key for name, key in chosen.items() if key in keys
        }
        for name, value in posted.items():
            number = name.removeprefix("who-")
            if name.startswith("who-") and is_key(number):
                intake.chosen.pop(number, None)
                if is_key(value):
                    intake.chosen[number] = int(value)
        if posted.get("state_given") in StateGiven.values:
            intake.state_given = posted["state_given"]
        if posted.get("language") in dict(Intake._meta.get_field("language").flatchoices):
            intake.language = posted["language"]
        intake.writes_letters = "writes_letters" in posted
        intake.save()
        vars(self).pop("checked", None)
        vars(self).pop("doubled", None)
