"""A record that fills every column of every model with something other than its default."""

from datetime import UTC, date, datetime, time

from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories as make
from trainings.models import Training

BOTH = {"en": "in English", "ru": "по-русски"}
MOMENT = datetime(2027, 4, 1, 9, 30, tzinfo=UTC)


def text(words: str) -> dict[str, str]:
    return {"en": words, "ru": f"{words} — по-русски", "ky": f"{words} — кыргызча"}


def make_everything() -> Training:
    """The training around which all of it stands."""
    unv = make.make_organisation(
        text("Volunteers of the Valley"),
        acronym="VV",
        country="KG",
        website="https://vv.example.org/",
        description=text("Of the valley."),
        logo=make.make_picture("logo.png"),
    )
    person = make.make_person(
        "Aigul Example",
        honorific="Dr.",
        native_name="Айгүл Мисал",
        latin_name="Aigul Misal",
        photo=make.make_picture("aigul.jpg", size=(50, 60)),
        photo_credit="A. Friend",
        biography=text("Trains trainers."),
        under_age=True,
        consent_withdrawn=True,
    )
    series = make.make_series(text("Trainings of the valley"), description=text("Yearly."))
    old = make.make_fact(
        unv,
        key="vv-since",
        kind="year",
        value=1999,
        wording=text("founded"),
        source="A leaflet",
        source_url="https://vv.example.org/leaflet",
        as_of_wording=text("of the leaflet"),
    )
    new = make.make_fact(
        series=series,
        country="KZ",
        key="vv-trained",
        value=1091,
        qualifier="more_than",
        wording=text("people trained"),
        as_published="1.091",
        as_of=date(2026, 12, 31),
        source="A report",
        order=3,
        replaces=old,
    )
    earlier = make.make_training(text("An earlier training"), published=False)
    training = a_training(series)
    fill_training(training, earlier, unv, person)
    fill_dates(training)
    fill_report(training, earlier, [old, new])
    return training


def a_training(series) -> Training:
    return make.make_training(
        text("A training with everything"),
        slug="with-everything",
        series=series,
        kind=text("workshop"),
        slogan=text("All together"),
        summary=text("In short."),
        description=text("At length.\n\nIn two paragraphs."),
        audience=text("volunteers"),
        practical=text("Bring a coat."),
        contact="desk@example.org",
        edition_number=3,
        edition_wording=text("third"),
        programme=text("a programme"),
        mode="hybrid",
        duration_wording=text("four days"),
        time_zone="Asia/Bishkek",
        wording_language="ru",
        sdg_framework="goals",
        sdg_goals=["4", "17"],
        guest_list_is_partial=True,
        cover=make.make_picture("cover.png", size=(90, 40), colour="#b64c13"),
        cover_alt=text("mountains"),
        cover_credit=text("drawn by us"),
        lifecycle="reported",
        capacity=40,
        registration_opens_at=MOMENT,
        registration_closes_at=MOMENT.replace(day=9),
        published_at=MOMENT.replace(year=2025),
        desk_note="Call Aigul.\r\nTwice.",
        date_precision="days",
        start_date=date(2027, 4, 22),
        end_date=date(2027, 4, 25),
        date_wording="с 22 по 25 апреля",
        days_stated=4,
    )


def fill_training(training, earlier, organisation, person) -> None:
    make.make_point(training, text("a method"), kind="method", order=7)
    make.make_training_language(
        training, "ru", use="interpretation", manner="simultaneous", order=7
    )
    make.make_related_event(
        training,
        earlier,
        relation="postponed_from",
        order=7,
        wording=text("the earlier one"),
        url="https://earlier.example.org/",
    )
    make.make_organisation_role(
        training,
        organisation,
        role="funded_through",
        as_printed="VV e.V.",
        note=text("half"),
        order=7,
    )
    place = make.make_place(
        training, "KG", city=text("Osh"), venue=text("Hall"), address=text("Street 1"),
        mode="online", lead=organisation, note=text("upstairs"), order=7,
        date_precision="month", year=2027, month=4, end_year=2027, end_month=5,
    )  # fmt: skip
    appearance = make.make_appearance(
        training, person, organisations=[organisation], country="KG",
        name_as_printed="A. Example", roles=["trainer", "quoted"], title="trainer",
        shared_title="VV trainers", unit="Unit of Trainers", organisation_as_printed="The VV",
        note=text("first day only"), answer="confirmed", public=False, order=7,
    )  # fmt: skip
    session = make.make_session(
        training, text("Opening"), kind="ceremony", text=text("Welcome."), language="ru",
        place=place, room="12", date=date(2027, 4, 22), end_date=date(2027, 4, 23),
        start_time=time(9), end_time=time(10, 30), order=7,
    )  # fmt: skip
    make.make_session_person(session, appearance, role="moderator", order=7)
    total = make.make_group(training, text("participants"), is_total=True, count=45)
    make.make_group(
        training, text("women"), subset_of=total, count=7, qualifier="at_least", wording="seven",
        unit="applications", relation="duty_station", place=place, session=session, mode="online",
        sex="female", age_from=18, age_to=30, countries_count=9, region=text("the valley"),
        note=text("of them"), order=7,
    )  # fmt: skip
    make.make_group_country(
        training.groups.last(), "KR", as_published="South Korea", count=3, order=7
    )
    make.make_quote(
        training, "“yes”, she said", language="ky", translation=text("yes"), is_excerpt=True,
        appearance=appearance, note=text("end of a longer one"), approval="approved", order=7,
    )  # fmt: skip
    make.make_quote(
        training, "نعم", language="ar", attribution="a guest", organisation=organisation
    )
    photo = make.make_photo(
        training, text("All of us"), image=make.make_picture("all.jpg"), alt=text("a group"),
        credit="B. Friend", source="VV", taken_on=date(2027, 4, 23), consent="given",
        is_decorative=True, public=False, order=7,
    )  # fmt: skip
    photo.people.add(person)
    make.make_document(
        training, text("The agenda"), session=session, kind="agenda", language="ru", public=False,
        file=SimpleUploadedFile("agenda.pdf", b"%PDF-1.4 agenda"),
        url="https://vv.example.org/agenda", order=7,
    )  # fmt: skip


def fill_dates(training) -> None:
    """Places of the same training, and related trainings, with every kind of date."""
    kinds = [
        {"date_precision": "days", "start_date": date(2027, 4, 22), "end_date": date(2027, 4, 23)},
        {"date_precision": "list", "days": ["2027-04-22", "2027-05-01"]},
        {"date_precision": "no_year", "month": 12, "day": 30, "end_month": 1, "end_day": 2},
        {"date_precision": "season", "season": "winter", "year": 2027},
        {"date_precision": "year", "year": 2016, "is_ongoing": True},
        {"date_precision": "year", "year": 2016, "end_year": 2019},
        {"date_precision": "relative", "date_wording": "last week", "days_stated": 2},
    ]
    for order, dates in enumerate(kinds):
        make.make_place(training, None, order=order, **dates)
        other = make.make_training(text(f"Another training {order}"), **dates)
        make.make_related_event(training, other, relation="parallel", order=order)


def fill_report(training, earlier, facts) -> None:
    report = make.make_report(
        [earlier, training], "ru", slug="all-of-it", headline="Всё", lead="Кратко.",
        byline="C. Friend", dateline_place=text("OSH"), dateline_wording="22 April",
        agency="VVA", date=date(2027, 4, 30), source="The Valley", licence="CC BY 4.0",
        source_url="https://valley.example.org/1", cover=make.make_picture("report.jpg"),
        cover_alt=text("a hall"), cover_credit=text("ours"), desk_note="Ask twice.",
    )  # fmt: skip
    report.training_links.filter(training=earlier).update(order=4)
    make.make_report_source(report, "The Hill", url="https://hill.example.org/1", order=7)
    paper = make.make_document(report=report, title=text("Resolution 1 (2001)"), kind="resolution")
    written = report.texts.get()
    written.share_text = "Alle zusammen."
    written.save()
    group, photo = training.groups.last(), training.photos.get()
    group.reported_in = report
    group.save()
    make.make_block(written, "text", body="Erste Zeile.\n\n- eins\n- zwei", heading="Anfang")
    make.make_block(written, "quote", quote=training.quotes.first())
    make.make_block(written, "photo", photo=photo)
    make.make_block(written, "figures", groups=[group])
    make.make_block(written, "figures", source="attended", breakdown="country")
    make.make_block(written, "gallery").photos.add(photo)
    make.make_block(written, "sessions").sessions.add(training.sessions.get())
    papers = [paper, training.documents.get()]
    make.make_block(written, "documents", documents=papers)
    organisations = [one.organisation for one in training.organisation_roles.all()[:1]]
    make.make_block(written, "organisations", organisations=organisations)
    make.make_block(written, "people", role="trainer", order=70)
    make.make_block(written, "facts", facts=facts)
