"""Who took part, group by group as reported. Nothing is added up."""

from trainings import wording
from trainings.drafting.en import grammar
from trainings.drafting.en.naming import SIMPLE
from trainings.drafting.pieces import Paragraph, Sentence
from trainings.drafting.story import Story
from trainings.figures import ShownGroup
from trainings.models import CountryRelation, GroupCountry, Unit
from trainings.models.figures import in_qualifier

# How the people of a group stand to its countries.
FROM = {
    CountryRelation.FROM: "from {}",
    CountryRelation.ORIGIN: "from {}",
    CountryRelation.NATIONALITY: "who are nationals of {}",
    CountryRelation.DUTY_STATION: "serving in {}",
    CountryRelation.DESTINATION: "leaving for {}",
    CountryRelation.NOMINATED_BY: "nominated by {}",
}
BY_COUNTRY = {
    CountryRelation.ORIGIN: "by country of origin",
    CountryRelation.NATIONALITY: "by nationality",
    CountryRelation.DUTY_STATION: "by country of service",
    CountryRelation.DESTINATION: "by country they were leaving for",
    CountryRelation.NOMINATED_BY: "by country that nominated them",
}


def participants(story: Story) -> list[Paragraph]:
    """The total with those among it, then every other group."""
    joined = [one for shown in story.groups if (one := story.joined_countries(shown))]
    found: list[Sentence] = []
    for shown in sorted(story.groups, key=lambda one: not one.group.is_total):
        if shown not in joined:
            found += of_group(story, shown, story.joined_countries(shown))
    return [Paragraph(found)]


def of_group(story: Story, shown: ShownGroup, joined: ShownGroup | None) -> list[Sentence]:
    """The sentences on a group: who, among them whom, from which countries."""
    parts = [one for one in shown.parts if one is not joined]
    inner = [one for one in parts if fits(story, one)]
    where = joined or shown
    origins = [origin for one in (shown, *inner) for origin in story.origins_of_group(one)]
    if joined:
        origins += story.origins_of_group(joined)
    text = main_clause(story, shown, where)
    if inner:
        text += f", among them {grammar.listed(phrase(story, one, one) for one in inner)}"
    whole = Sentence(grammar.sentence(text), tuple(dict.fromkeys(origins)))
    rest = [one for one in parts if one not in inner]
    return [
        whole,
        *countries(story, where),
        *(found for one in inner for found in countries(story, one)),
        *(found for one in inner for part in one.parts for found in of_part(story, part, one)),
        *(found for one in rest for found in of_part(story, one, shown)),
    ]


def fits(story: Story, shown: ShownGroup) -> bool:
    """Whether a group can be told in the middle of a sentence."""
    group = shown.group
    called = story.own(group.capacity)
    return bool(SIMPLE.fullmatch(called)) and group.unit == Unit.PEOPLE and group.count != 1


def main_clause(story: Story, shown: ShownGroup, where: ShownGroup) -> str:
    group = shown.group
    if not fits(story, shown):
        return apart(story, shown)
    told = phrase(story, shown, where)
    if group == story.total or story.total is None:
        return f"{told} {'took part' if story.is_past else 'will take part'}"
    if group.is_total:
        return f"another count gives {told}"
    return f"the source also {'names' if group.count is None else 'counts'} {told}"


def phrase(story: Story, shown: ShownGroup, where: ShownGroup) -> str:
    """`forty-five UN Volunteers from Kazakhstan and Uzbekistan (…)`."""
    group = shown.group
    count = "" if group.count is None else counted(group.count, group.qualifier)
    relation = FROM.get(CountryRelation(where.group.relation)) if where.countries else None
    named = relation if relation and not where.has_counts else None
    lands = wording.list_of((land(story, row) for row in where.countries), "en")
    parts = [
        count,
        grammar.uncapital(story.words(group.capacity)),
        named.format(lands) if named else "",
    ]
    told = " ".join(part for part in parts if part)
    details = circumstances(story, shown)
    return f"{told} ({details})" if details else told


def counted(count: int, qualifier: str) -> str:
    return in_qualifier(grammar.number(count), qualifier)


def land(story: Story, row: GroupCountry) -> str:
    return grammar.country(story.country(row))


def circumstances(story: Story, shown: ShownGroup) -> str:
    """Region, place, session, mode, sex and age, as far as they are said."""
    region = story.words(shown.group.region)
    said = [region, *story.circumstances(shown)]
    ages = f"aged {shown.ages}" if shown.ages else ""
    return "; ".join(dict.fromkeys(part for part in (*said, ages) if part))


def apart(story: Story, shown: ShownGroup, between: str = ": ") -> str:
    """A group whose name does not fit into a sentence: `Universities: 24`."""
    group = shown.group
    called = story.words(group.capacity)
    details = "; ".join(part for part in (shown.counted_in, circumstances(story, shown)) if part)
    told = f"{called} ({details})" if details else called
    if group.count is not None:
        number = in_qualifier(story.number(group.count), group.qualifier)
        return f"{called}{between}{number}" + (f" ({details})" if details else "")
    if group.unit == Unit.PEOPLE and between == ": ":
        return f"those who {'took' if story.is_past else 'will take'} part: {told}"
    return told


def of_part(story: Story, shown: ShownGroup, above: ShownGroup) -> list[Sentence]:
    told = phrase(story, shown, shown) if fits(story, shown) else apart(story, shown, " – ")
    beginning = "among them"
    if fits(story, above) and not above.group.is_total:
        beginning = f"among the {grammar.uncapital(story.words(above.group.capacity))}"
    text = grammar.sentence(f"{beginning}: {told}")
    inner = [found for part in shown.parts for found in of_part(story, part, shown)]
    return [Sentence(text, tuple(story.origins_of_group(shown))), *countries(story, shown), *inner]


def countries(story: Story, shown: ShownGroup) -> list[Sentence]:
    """The countries that stand in no sentence yet, and how many the source counts."""
    return [*list_of_countries(story, shown), *number_of_countries(story, shown)]


def list_of_countries(story: Story, shown: ShownGroup) -> list[Sentence]:
    group, rows = shown.group, shown.countries
    origins = tuple(story.origin(row, "country") for row in rows)
    if shown.has_counts:
        names = wording.list_of((with_count(story, row) for row in rows), "en")
        head = BY_COUNTRY.get(CountryRelation(group.relation), "by country")
        return [Sentence(grammar.sentence(f"{head}: {names}"), origins)]
    told = bool(group.relation) and fits(story, shown)
    if not rows or told:
        return []
    names = wording.list_of((land(story, row) for row in rows), "en")
    noun = grammar.of_number(len(rows), "the country named is", "the countries named are")
    return [Sentence(grammar.sentence(f"{noun} {names}"), origins)]


def with_count(story: Story, row: GroupCountry) -> str:
    return (
        land(story, row) if row.count is None else f"{land(story, row)} ({story.number(row.count)})"
    )


def number_of_countries(story: Story, shown: ShownGroup) -> list[Sentence]:
    count = shown.group.countries_count
    if not count:
        return []
    noun = grammar.of_number(count, "country", "countries")
    text = f"The source counts {grammar.number(count)} {noun}."
    return [story.sentence(text, shown.group, "countries_count")]
