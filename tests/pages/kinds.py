"""Every kind of public page, once with as much as can be on record and once with as little."""

from datetime import UTC, date, datetime, time

from tests.factories import (
    make_appearance,
    make_block,
    make_country,
    make_document,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_picture,
    make_place,
    make_point,
    make_quote,
    make_related_event,
    make_report,
    make_report_source,
    make_report_text,
    make_series,
    make_session,
    make_session_person,
    make_training,
    make_training_language,
)

LONG_NAME = (
    "Abdulmuhammadxo‘ja Nurmuhammadjonzoda-Qosimboyeva bint Saidmurodalikhonzoda al-Badaxshoniy"
)
LONG_WORD = "Selbstverwaltungsgemeinschaftsfreiwilligendienstkoordinationsstelle"
HEADLINE = (
    "Volunteers of five countries spent two days in Bishkek learning to read the water of a "
    "place, to turn what they measured into a request that an office has to answer, and to go "
    "home with a plan for the first ninety days that they wrote together"
)
PERSIAN = "آب زندگی است؛ هر که چشمه‌ای را نگاه دارد، دهی را نگاه داشته است."

SINGLE = {
    "training": "trainings/full/",
    "report": "reports/full/",
    "press": "reports/full/press/",
    "person": "people/full/",
    "organisation": "organisations/full/",
    "country": "countries/kg/",
    "series": "series/full-water-school/",
}
LISTS = {
    "home": "",
    "trainings": "trainings/",
    "reports": "reports/",
    "people": "people/",
    "organisations": "organisations/",
    "countries": "countries/",
    "figures": "figures/",
    "search": "search/?q=full",
}
BARE = {
    "bare training": "trainings/bare/",
    "bare report": "reports/bare/",
    "bare person": "people/bare/",
    "bare organisation": "organisations/bare/",
    "bare country": "countries/uz/",
}
KINDS = {**LISTS, **SINGLE, **BARE}


def make_full(*, sessions: int = 40):
    """A training with all that can be said of one, two reports on it, and what they name."""
    country = make_country("KG")
    type(country).objects.filter(pk="KG").update(footnote={"en": "As in the sources."})
    training = make_training(
        {"en": "Full: volunteers for clean water", "ru": "Волонтёры за чистую воду"},
        slug="full",
        kind="regional workshop",
        slogan="Water remembers",
        summary="Two days for forty-eight volunteers of five countries who look after springs.",
        description="Why **water**.\n\n- springs\n- wells\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        audience="Volunteers who look after a spring.",
        practical="Bring *boots*. See [the map](https://example.org/map).",
        contact="water@example.org",
        series=make_series({"en": "Full water school", "ru": "Школа воды"}),
        edition_number=3,
        edition_wording="third",
        programme="Clean rivers",
        mode="hybrid",
        duration_wording="two days",
        time_zone="Asia/Bishkek",
        lifecycle="open",
        capacity=1200,
        registration_closes_at=datetime(2027, 3, 1, 12, tzinfo=UTC),
        date_precision="days",
        start_date=date(2027, 4, 22),
        end_date=date(2027, 4, 23),
        date_wording="the week after next",
        days_stated=2,
        sdg_framework="goals",
        sdg_goals=["3", "6", "13", "16", "17"],
        cover=make_picture("cover.webp", (1280, 720)),
        cover_alt="Drawing: a river between mountains.",
        cover_credit="Drawn by the project.",
    )
    for kind in ("objective", "topic", "method", "output", "follow_up"):
        for number in range(3):
            words = f"The {kind.replace('_', ' ')} {number} of a training about water"
            make_point(training, words, kind=kind)
    make_training_language(training, "ru")
    make_training_language(training, "ky", use="interpretation", manner="simultaneous")
    organisations = make_organisations(training)
    places = make_places(training, organisations[0])
    people = make_everyone(training, organisations)
    make_agenda(training, people, places, sessions)
    make_numbers(training, places)
    make_related_event(training, make_training("The one before", slug="before"))
    make_related_event(training, wording="a river clean-up", url="https://example.org/river")
    make_training("The next one", slug="next", series=training.series, lifecycle="planned")
    make_documents(training)
    make_full_report(training, people, organisations)
    return training


def make_organisations(training) -> list:
    """Twelve organisations in all the roles there are."""
    roles = ("organiser", "co_organiser", "collaborator", "host", "partner", "funder")
    roles += ("funded_through", "patron", "supporter", "media", "partner", "partner")
    made = []
    for number, role in enumerate(roles):
        organisation = make_organisation(
            f"Full organisation {number} of Springs and Wells" if number else "Full organisation",
            slug=f"full-{number}" if number else "full",
            acronym=f"FO{number}",
            country="KG" if number % 2 else None,
            website="https://example.org/a-rather-long-address-of-a-website/index.html",
            description="Looks after *springs* and wells in eleven villages of the valley.",
        )
        make_organisation_role(training, organisation, role=role, note="in kind")
        made.append(organisation)
    return made


def make_places(training, lead) -> list:
    return [
        make_place(
            training,
            "KG",
            city={"en": "Bishkek", "ru": "Бишкек"},
            venue="National Library",
            address="1 Long Street",
            lead=lead,
            note="step-free",
        ),
        make_place(training, "KZ", city="Almaty", mode="online", date_precision="year", year=2027),
        make_place(training, None, venue=LONG_WORD, date_wording="a day later"),
    ]


def make_everyone(training, organisations) -> list:
    """Ten appearances of one person with titles of their own, and guests with long names."""
    person = make_person(
        LONG_NAME,
        slug="full",
        honorific="Prof. Dr.",
        native_name="Фирӯз Иброҳимов",
        latin_name="Firuz Ibrohimov",
        biography="Grew up *by a spring*.",
        photo=make_picture("face.jpg", (400, 400)),
        photo_credit="A. Person",
    )
    appearances = [
        make_appearance(
            training if number < 2 else make_training(f"Another training {number}"),
            person,
            title=f"Deputy head number {number} for Springs, Wells and Village Pipes",
            unit="Water Division",
            organisation_as_printed="Union of Springs",
            organisations=organisations[: 1 + number % 2],
            roles=["trainer", "quoted"] if number % 2 else ["invited_guest"],
            name_as_printed="Prof. Ibrohimov" if number == 3 else "",
            country="KG",
            note="first day only",
        )
        for number in range(10)
    ]
    for name in ("Aigul Full", "Nurlan Full"):
        make_appearance(training, make_person(name), title="expert", shared_title="Two experts")
    make_appearance(training, person=False, organisation_as_printed="the Wells", title="patron")
    return appearances


def make_agenda(training, people, places, sessions):
    for number in range(sessions):
        day, hour = divmod(number, max(1, sessions // 2))
        starts = time(8 + hour * 12 // max(1, sessions // 2), 0)
        session = make_session(
            training,
            f"Session {number}: what a spring needs and who may ask for it",
            kind="break" if number % 5 == 4 else "workshop",
            text="Bring a *map*." if number % 3 == 0 else "",
            language="ru" if number % 4 == 0 else "",
            room=f"Hall {number % 3}",
            place=places[0] if number % 7 == 0 else None,
            date=date(2027, 4, 22 + min(day, 1)),
            start_time=starts,
            end_time=starts.replace(minute=45),
        )
        make_session_person(session, people[number % 2], role="trainer")
    untimed = make_session(training, "Case studies", kind="case_study")
    make_document(training, "Slides", session=untimed, url="https://example.org/slides")


def make_numbers(training, places):
    """Eight groups: a total with parts, counts by country, and what is known of none."""
    counted = [("KG", "Kyrgyz Republic", 20), ("KZ", "", 14), ("UZ", "", 0), ("TJ", "", None)]
    total = make_group(
        training, "participants", is_total=True, count=48, wording="Forty-eight", countries=counted
    )
    women = make_group(training, "women", count=30, sex="female", subset_of=total)
    make_group(training, "young women", count=9, age_from=18, age_to=29, subset_of=women)
    make_group(training, "volunteers", relation="from", countries=["KG", "KZ"], subset_of=total)
    make_group(
        training,
        "international volunteers",
        relation="origin",
        countries=[("KR", "South Korea"), "JP", "KG"],
        subset_of=total,
    )
    make_group(training, "unions", count=7, unit="organisations", qualifier="more_than")
    make_group(training, "listeners", count=300, qualifier="about", mode="online", region="Asia")
    make_group(training, "drivers", count=3, place=places[0], countries_count=2, note="as heard")


def make_documents(training):
    make_document(training, "Agenda on paper", kind="agenda", language="ru")
    make_document(training, "A handbook", kind="manual", url="https://example.org/handbook")


def make_full_report(training, people, organisations):
    report = make_report(
        training,
        slug="full",
        headline=HEADLINE,
        lead="Springs remember who looked after them. " * 6,
        byline="A. Person",
        dateline_place="BISHKEK",
        agency="TCA",
        date="2027-04-24",
        source="The Paper",
        source_url="https://example.org/story",
        licence="CC BY 4.0",
    )
    make_report_source(report, "Another paper", url="https://example.org/another")
    make_report_text(report, "kk", headline="Су туралы")
    text = report.texts.get(language="en")
    quotes = [
        make_quote(training, "“Water first”, they said", appearance=people[0], is_excerpt=True),
        make_quote(
            training,
            PERSIAN,
            language="fa",
            translation="Who keeps a spring keeps a village.",
            appearance=people[1],
        ),
        make_quote(training, "We will come again", attribution="a volunteer", note="by letter"),
        make_quote(training, "Of all of us", organisation=organisations[0]),
        make_quote(training, "Nobody knows who said this"),
    ]
    picture = make_photo(
        training,
        "At the well",
        image=make_picture("well.jpg", (800, 600)),
        alt="Three people at a well.",
        credit="A. Person",
    )
    make_photo(training, "A picture that is lost")
    facts = [
        make_fact(organisations[0], kind="year", value=1970, wording="founded"),
        make_fact(
            organisations[0],
            value=1091,
            qualifier="more_than",
            wording="springs looked after",
            as_of=date(2026, 12, 31),
            as_published="1.091",
            country="KG",
            source_url="https://example.org/yearbook",
        ),
        make_fact(series=training.series, kind="statement", wording="goes on every spring"),
    ]
    make_block(text, body=f"First words, and {LONG_WORD}.\n\n## A part\n\n> a saying", heading="I")
    for quote in quotes:
        make_block(text, "quote", quote=quote)
    make_block(text, "figures")
    make_block(text, "photo", photo=picture, heading="In a picture")
    make_block(text, "people", role="invited_guest")
    make_block(text, "people")
    make_block(text, "facts", facts=facts)
    make_block(text, "documents")
    make_block(text, "gallery")
    make_block(text, "sessions")
    make_block(text, "organisations")
    make_report(training, slug="second", headline="Full again", date="2027-05-01")


def make_bare():
    """A training, a report, a person, an organisation and a country with nothing but a name."""
    training = make_training("Bare", slug="bare")
    make_appearance(training, make_person("Barry", slug="bare"), roles=[])
    make_organisation_role(training, make_organisation("Barehands", slug="bare"), role="partner")
    make_group(training, "guests", countries=["UZ"])
    make_report(training, slug="bare", headline="")
    return training
