"""The first UNV Central Asia Regional Training: what its report says, and nothing else."""

from types import SimpleNamespace

from tests.factories import (
    make_appearance,
    make_block,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_point,
    make_quote,
    make_report,
    make_series,
    make_session,
    make_training,
)

SLUG = "leveraging-volunteerism-in-sustainable-development"
REPORT = "volunteers-train-together"
SOURCE = "The Times of Central Asia"
AIMS = (
    "develop the capacities of UN Volunteers",
    "build strategic partnerships",
    (
        "equip UN Volunteers with advanced tools, methods and shared best practices to advocate "
        "volunteerism within the SDGs"
    ),
)
SOCIAL_ELEVATOR = "“social elevator” that allows a person to grow personally and professionally"


def make_story() -> SimpleNamespace:
    """The rows of the story, by name."""
    unv = make_organisation("UN Volunteers Programme", acronym="UNV")
    training = make_training(
        "Leveraging Volunteerism in Sustainable Development",
        series=make_series("UNV Central Asia Regional Training"),
        edition_number=1,
        edition_wording="first",
        lifecycle="reported",
        date_precision="relative",
        date_wording="last week",
        sdg_framework="all",
        guest_list_is_partial=True,
    )
    make_place(training, "KZ")
    make_organisation_role(training, unv)
    for aim in AIMS:
        make_point(training, aim)
    make_session(training, "Case studies", kind="case_study")
    make_session(training, "Mobilising resources to promote volunteering", kind="workshop")
    make_groups(training)
    quotes = make_people(training, unv)
    report = make_story_report(training, quotes, make_facts(unv))
    return SimpleNamespace(training=training, report=report, unv=unv, quotes=quotes)


def make_groups(training):
    total = make_group(training, "UN Volunteers", is_total=True, count=45, wording="Forty five")
    make_group(
        training,
        "UN Volunteers",
        relation="from",
        countries=["KZ", "UZ", "TJ", "KG"],
        subset_of=total,
    )
    make_group(
        training,
        "international volunteers",
        relation="origin",
        countries=[("KR", "South Korea"), "JP", "FI", "TJ"],
        subset_of=total,
    )


def make_people(training, unv) -> list:
    """Everyone the story names; returns the quotes in their order."""
    undp = make_organisation("United Nations Development Programme", acronym="UNDP")
    network = make_organisation("National Volunteer Network", country="KZ")
    ministry = make_organisation("Ministry on Religious Affairs and Civil Society", country="KZ")
    altangerel = make_appearance(
        training,
        make_person("Munkhtuya Altangerel"),
        roles=["quoted"],
        title="Deputy Resident Representative",
        organisation_as_printed="UNDP Kazakhstan",
        organisations=[undp],
    )
    frischin = make_appearance(
        training,
        make_person("Dmitry Frischin"),
        roles=["quoted"],
        title="Programme Specialist / Coordinator for Central Asia",
        organisation_as_printed="UNV",
        organisations=[unv],
    )
    kim = make_person("Vera Kim", honorific="Ms.")
    chairperson = make_appearance(
        training,
        kim,
        roles=["quoted"],
        title="Chairperson",
        organisation_as_printed="National Volunteer Network in Kazakhstan",
        organisations=[network],
    )
    make_appearance(
        training,
        kim,
        roles=["invited_guest"],
        title="CEO",
        organisation_as_printed="National Volunteers Network in Kazakhstan",
        organisations=[network],
    )
    for name in ("Alexander Beliy", "Firuz Ibrohimov"):
        make_appearance(
            training,
            make_person(name),
            title="expert",
            shared_title="UNDP experts",
            organisation_as_printed="UNDP",
            organisations=[undp],
        )
    make_appearance(
        training,
        make_person("Akbota Kenes"),
        title="expert",
        organisation_as_printed="Ministry on Religious Affairs and Civil Society",
        organisations=[ministry],
    )
    said = (
        (altangerel, "our first regional training"),
        (altangerel, "awareness and piloting sustainable development initiatives"),
        (frischin, "an excellent communication platform"),
        (chairperson, SOCIAL_ELEVATOR),
    )
    return [make_quote(training, text, appearance=who, is_excerpt=True) for who, text in said]


def make_facts(unv) -> list:
    told = (
        {"kind": "year", "value": 1970, "wording": "established by all participating countries"},
        {"value": 140, "qualifier": "more_than", "wording": "countries where volunteers worked"},
        {"kind": "year", "value": 1993, "wording": "operating since", "country": "KZ"},
        {"value": 35, "wording": "national volunteers", "country": "KZ"},
        {"value": 4, "wording": "volunteers working abroad", "country": "KZ"},
    )
    return [make_fact(unv, source=SOURCE, as_of_wording="as of the report", **one) for one in told]


def make_story_report(training, quotes, facts):
    report = make_report(
        training,
        slug=REPORT,
        headline="Volunteers from across Central Asia train together in Kazakhstan",
        lead="Forty-five UN Volunteers met to practise how volunteering serves the Goals.",
        dateline_place="ALMATY",
        agency="TCA",
        source=SOURCE,
    )
    text = report.texts.get()
    make_block(text, body="Volunteers of four countries met for a regional training.")
    make_block(text, "quote", quote=quotes[0])
    make_block(text, "figures")
    make_block(text, "quote", quote=quotes[3])
    make_block(text, "people", role="invited_guest")
    make_block(text, "facts", facts=facts)
    return report
