"""Donor figures as tables, for pages and files alike. Cells hold values; None is not known."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings.exporting.writing import Heading, Value
from volunteers.donor import words
from volunteers.donor.asking import Breakdown
from volunteers.donor.bands import ends
from volunteers.donor.counting import NOT_ASKED, SEXES, UNKNOWN, WITHHELD
from volunteers.donor.figures import Count, Figures, said
from volunteers.donor.held import Status, Venue


@dataclass
class Table:
    """A table with a title. `tags` are the hashtags of HXL, one a column, where it has them."""

    key: str
    title: str
    headings: list[Heading]
    rows: list[list[Value]]
    tags: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[tuple]:
        """Each row as its name and pairs of heading and value."""
        return [(row[0], list(zip(self.headings[1:], row[1:], strict=True))) for row in self.rows]


def measures() -> list[Heading]:
    return [
        Heading("people", _("With a seat")),
        Heading("attended", _("Attended")),
        Heading("completed", _("Completed")),
    ]


MEASURED = ["#targeted+total", "#reached+total", "#reached+completed+total"]


def numbers(count: Count) -> list[Value]:
    return [count.people, count.attended, count.completed]


def breakdown(figures: Figures, by: str) -> Table:
    """The people by one breakdown, with a line for each answer."""
    title = capfirst(str(Breakdown(by).label))
    counts = figures.by_one(by)
    if by == Breakdown.COUNTRY:
        counts.sort(key=lambda one: (one[0] == UNKNOWN, -(one[1].attended or one[1].people)))
    rows = [[capfirst(words.answer(figures, by, key)), *numbers(count)] for key, count in counts]
    return Table(by, title, [Heading(by, title), *measures()], rows)


def breakdowns(figures: Figures) -> list[Table]:
    return [breakdown(figures, by) for by in Breakdown.values if by in figures.by]


def sex_by_age(figures: Figures) -> Table | None:
    """Those who attended, or had a seat where that is not known, by sex and age."""
    if not {Breakdown.SEX, Breakdown.AGE} <= set(figures.by):
        return None
    knows = figures.total.attended is not None
    title = _("Attended, by sex and age") if knows else _("With a seat, by sex and age")
    ages = figures.keys(Breakdown.AGE)
    found: dict[tuple, int] = {}
    for cell in figures.cells:
        place = cell.facts[Breakdown.SEX], cell.facts[Breakdown.AGE]
        found[place] = found.get(place, 0) + (cell.attended if knows else cell.people)
    rows: list[list[Value]] = []
    for sex in map(str, SEXES):
        line = [found.get((sex, age), 0) for age in ages]
        rows.append([capfirst(words.answer(figures, Breakdown.SEX, sex)), *line, sum(line)])
    headings = [
        Heading("sex", capfirst(_("sex"))),
        *(Heading(age, capfirst(words.answer(figures, Breakdown.AGE, age))) for age in ages),
        Heading("total", _("Total")),
    ]
    return Table("sex_age", title, headings, rows)


def cells(figures: Figures) -> Table:
    """Every combination of what people are told apart by in which there is somebody."""
    headings: list[Heading] = []
    tags: list[str] = []
    for by in figures.by:
        headings.append(Heading(by, capfirst(str(Breakdown(by).label))))
        tags.append(CELL_TAGS[Breakdown(by)])
        if by == Breakdown.COUNTRY:
            headings += [Heading("iso3", "ISO 3166-1"), Heading("m49", "M49")]
            tags += ["#country+code+v_iso3", "#country+code+v_unm49"]
    rows = []
    for cell in figures.cells:
        line: list[Value] = []
        for by in figures.by:
            line.append(words.answer(figures, by, cell.facts[by]))
            if by == Breakdown.COUNTRY:
                line += codes(figures, [cell.facts[by]])
        rows.append([*line, *numbers(figures.count([cell]))])
    return Table("people", _("People"), [*headings, *measures()], rows, [*tags, *MEASURED])


CELL_TAGS = {
    Breakdown.SEX: "#beneficiary+sex",
    Breakdown.AGE: "#beneficiary+age",
    Breakdown.COUNTRY: "#country+name",
    Breakdown.CATEGORY: "#beneficiary+type",
    Breakdown.DISABILITY: "#beneficiary+disability",
}


def codes(figures: Figures, of: list[str]) -> list[Value]:
    """The codes of the one country in `of`; empty for none, several, or one without a code."""
    known = figures.countries.get(of[0]) if len(of) == 1 else None
    return [known["alpha3"] or None, known["m49"] or None] if known else [None, None]


@dataclass(frozen=True)
class Column:
    """A column of the table of trainings."""

    key: str
    words: str
    tag: str
    value: Callable[[dict], Value]


def trainings(figures: Figures) -> Table:
    """A line for each training. Those who came to two stand in both lines."""
    columns = [*told(figures), *reached(figures), *behind(), *more()]
    rows = [[column.value(one) for column in columns] for one in figures.trainings]
    headings = [Heading(column.key, column.words) for column in columns]
    tags = [column.tag for column in columns]
    return Table("trainings", _("Trainings"), headings, rows, tags)


def told(figures: Figures) -> list[Column]:
    """What, when and where."""

    def country(one: dict) -> Value:
        return joined(words.country(figures, code) for code in unique(one["place_countries"]))

    def code(place: int) -> Callable[[dict], Value]:
        return lambda one: codes(figures, unique(one["place_countries"]))[place]

    return [
        Column("name", _("Training"), "#activity+name", lambda one: said(one["title"])),
        Column(
            "programme",
            _("Programme"),
            "#activity+programme+name",
            lambda one: said(one["programme"]) or None,
        ),
        Column(
            "status", _("Status"), "#status", lambda one: capfirst(str(Status(one["status"]).label))
        ),
        Column("start", _("First day"), "#date+start", lambda one: one["since"]),
        Column("end", _("Last day"), "#date+end", lambda one: one["until"]),
        Column("place", _("Place"), "#loc+name", lambda one: joined(map(said, one["places"]))),
        Column("country", _("Country"), "#country+name", country),
        Column("iso3", "ISO 3166-1", "#country+code+v_iso3", code(0)),
        Column("m49", "M49", "#country+code+v_unm49", code(1)),
        Column("who", _("Who"), "#beneficiary+type", lambda one: _("volunteers")),
    ]


SEX_TAGS = dict(
    zip(map(str, SEXES), ("f", "m", "i", "withheld", "not_asked", "unknown"), strict=True)
)


def reached(figures: Figures) -> list[Column]:
    """How many attended, by sex and by age, and in all."""
    sexes = [
        Column(
            f"sex_{sex}",
            capfirst(words.answer(figures, Breakdown.SEX, sex)),
            f"#reached+{SEX_TAGS[sex]}",
            attended("sex", sex),
        )
        for sex in (*map(str, SEXES[:3]), UNKNOWN, WITHHELD, NOT_ASKED)
    ]
    ages = [
        Column(
            f"age_{age}",
            capfirst(words.answer(figures, Breakdown.AGE, age))
            if age in figures.bands.keys
            else _("Age: %(answer)s") % {"answer": words.unknown(age)},
            age_tag(age),
            attended("age", age),
        )
        for age in figures.keys(Breakdown.AGE)
    ]
    total = Column("attended", _("Attended"), "#reached+total", lambda one: one["attended"])
    return [*sexes, *ages, total]


def attended(fact: str, key: str) -> Callable[[dict], Value]:
    """How many of those who attended answered `key`; None where attendance was not taken."""
    return lambda one: None if one[fact] is None else one[fact].get(key, 0)


def age_tag(key: str) -> str:
    """The hashtag of a band, such as `#reached+adults+age_18_29`."""
    if key in (WITHHELD, NOT_ASKED, UNKNOWN):
        return f"#reached+age_{key}"
    low, high = ends(key)
    who = "+adults" if low >= 18 else "+children" if high is not None and high < 18 else ""
    return f"#reached{who}+age_{low}plus" if high is None else f"#reached{who}+age_{low}_{high}"


def behind() -> list[Column]:
    """Who stands behind it, and where to read about it."""
    return [
        Column(
            "organiser",
            _("Organiser"),
            "#org+impl+name",
            lambda one: joined(map(said, one["organisers"])),
        ),
        Column(
            "funder", _("Funder"), "#org+funder+name", lambda one: joined(map(said, one["funders"]))
        ),
        Column(
            "page",
            _("Page"),
            "#meta+url",
            lambda one: one["address"] if one["is_published"] else None,
        ),
    ]


def more() -> list[Column]:
    """Seats, completion, length, venue and cost."""
    return [
        Column("people", _("With a seat"), "#targeted+total", lambda one: one["people"]),
        Column(
            "completed", _("Completed"), "#reached+completed+total", lambda one: one["completed"]
        ),
        Column("days", _("Days"), "#indicator+days", lambda one: one["days"]),
        Column("hours", _("Contact hours"), "#indicator+hours", lambda one: one["hours"]),
        Column(
            "short",
            _("Under 3 days or 15 contact hours"),
            "#indicator+below_threshold",
            lambda one: one["is_short"],
        ),
        Column(
            "venue",
            _("Venue"),
            "#loc+type",
            lambda one: capfirst(str(Venue(one["venue"]).label)) if one["venue"] else None,
        ),
        Column("currency", _("Currency"), "#currency+code", spent("currency")),
        Column("instruction", _("Cost: instruction"), "#value+instruction", money("instruction")),
        Column(
            "participants", _("Cost: participants"), "#value+participants", money("participants")
        ),
        Column("travel", _("Cost: travel"), "#value+travel", money("travel")),
    ]


def spent(name: str) -> Callable[[dict], Value]:
    return lambda one: one["cost"][name] if one["cost"] else None


def money(name: str) -> Callable[[dict], Value]:
    def of(one: dict) -> Value:
        amount = one["cost"] and one["cost"][name]
        return None if amount is None else Decimal(amount)

    return of


def reported(figures: Figures) -> Table:
    """What sources say of the same trainings, one line a figure."""
    headings = [
        Heading("training", _("Training")),
        Heading("who", _("Who")),
        Heading("reported", _("As reported")),
        Heading("wording", _("As published")),
    ]
    rows: list[list[Value]] = [
        [said(one["title"]), said(group["capacity"]), words.reported(group), group["wording"]]
        for one in figures.trainings
        for group in one["reported"]
    ]
    return Table("reported", _("As reported"), headings, rows)


def joined(names) -> str | None:
    return "; ".join(dict.fromkeys(name for name in names if name)) or None


def unique(items: list[str]) -> list[str]:
    return list(dict.fromkeys(items))
