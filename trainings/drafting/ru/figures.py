"""Who took part, group by group as reported. Nothing is added up."""

from trainings.drafting.pieces import Paragraph, Sentence
from trainings.drafting.ru import grammar
from trainings.drafting.story import Story
from trainings.figures import ShownGroup
from trainings.models import CountryRelation, GroupCountry, Unit
from trainings.models.figures import qualified

# What the countries of a group are to it: one, and several.
COUNTRIES = {
    CountryRelation.NOT_SAID: ("названа страна", "названы страны"),
    CountryRelation.FROM: ("страна", "страны"),
    CountryRelation.ORIGIN: ("страна происхождения", "страны происхождения"),
    CountryRelation.NATIONALITY: ("страна гражданства", "страны гражданства"),
    CountryRelation.DUTY_STATION: ("страна службы", "страны службы"),
    CountryRelation.DESTINATION: ("страна назначения", "страны назначения"),
    CountryRelation.NOMINATED_BY: ("направляющая страна", "направляющие страны"),
}
# What a source in another language calls those who took part, without saying more of them.
JUST_PARTICIPANTS = {"participants"}


def participants(story: Story) -> list[Paragraph]:
    """The total with those among it, then every other group."""
    joined = [one for shown in story.groups if (one := story.joined_countries(shown))]
    found: list[Sentence] = []
    for shown in sorted(story.groups, key=lambda one: not one.group.is_total):
        if shown not in joined:
            found += of_group(story, shown, story.joined_countries(shown))
    return [Paragraph(found)]


def of_group(story: Story, shown: ShownGroup, joined: ShownGroup | None) -> list[Sentence]:
    """The sentences on a group: who and how many, and who is among them."""
    told = phrase(story, shown, joined or shown)
    if shown.group.is_total and shown.group != story.total:
        told = f"по другим данным: {told}"
    elif not shown.group.is_total and story.total is not None:
        told = f"в источнике также: {told}"
    elif shown.group.unit == Unit.PEOPLE and not told.startswith("участники"):
        told = f"участники: {told}"
    origins = [one for each in (shown, joined) if each for one in story.origins_of_group(each)]
    whole = Sentence(grammar.sentence(told), tuple(dict.fromkeys(origins)))
    parts = [one for one in shown.parts if one is not joined]
    return [whole, *among(story, "среди них", parts)]


def among(story: Story, label: str, parts: list[ShownGroup]) -> list[Sentence]:
    """One sentence of all the parts of a group, then those of each of the parts."""
    if not parts:
        return []
    told = "; ".join(phrase(story, one, one) for one in parts)
    origins = tuple(origin for one in parts for origin in story.origins_of_group(one))
    inner = [
        found
        for one in parts
        for found in among(story, f"{story.words(one.group.capacity)} — среди них", one.parts)
    ]
    return [Sentence(grammar.sentence(f"{label}: {told}"), origins), *inner]


def phrase(story: Story, shown: ShownGroup, where: ShownGroup) -> str:
    """`добровольцы ООН — 45 (страны: Казахстан и Узбекистан)`.

    The dash stands well after both cases that records have here, `проводники` and `проводников`.
    """
    group = shown.group
    called = story.words(group.capacity)
    if called.casefold() in JUST_PARTICIPANTS:
        called = "участники"
    count = qualified(group.count, group.qualifier)
    told = " — ".join(part for part in (called, count) if part)
    said = [*circumstances(story, shown), countries(story, where)]
    details = "; ".join(one for one in said if one)
    return f"{told} ({details})" if details else told


def circumstances(story: Story, shown: ShownGroup) -> list[str]:
    """What was counted, region, place, session, mode, sex and age, as far as they are said."""
    region = story.words(shown.group.region)
    said = [
        shown.counted_in,
        f"регион: {region}" if region else "",
        *story.circumstances(shown),
        f"возраст: {shown.ages}" if shown.ages else "",
    ]
    return list(dict.fromkeys(one for one in said if one))


def countries(story: Story, shown: ShownGroup) -> str:
    group, rows = shown.group, shown.countries
    count = f"число стран, как сообщается: {group.countries_count}" if group.countries_count else ""
    if not rows:
        return count
    one, several = COUNTRIES[CountryRelation(group.relation)]
    names = grammar.listed(with_count(story, row) for row in rows)
    named = f"{one if len(rows) == 1 else several}: {names}"
    return "; ".join(part for part in (count, named) if part)


def with_count(story: Story, row: GroupCountry) -> str:
    name = story.country(row)
    return name if row.count is None else f"{name} — {story.number(row.count)}"
