"""The page of a training."""

from datetime import UTC, date, datetime, time

import pytest

from tests.factories import (
    make_appearance,
    make_document,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_place,
    make_point,
    make_quote,
    make_related_event,
    make_series,
    make_session,
    make_session_person,
    make_training,
    make_training_language,
)
from tests.pages.page import words


def when(page) -> str:
    return page.line('.//dl[@class="when"]/div[1]')


def where(page) -> str:
    return page.line('.//dl[@class="when"]/div[2]')


@pytest.fixture
def training(db):
    """A training of which only the title is known."""
    return make_training("Bare", slug="bare")


def test_a_training_of_which_only_the_title_is_known_has_a_whole_page(read, training):
    page = read("/en/trainings/bare/")
    assert page.heading == "Bare"
    assert when(page) == "When Dates not stated"
    assert where(page) == "Where Place not stated"
    assert page.headings == ["Who stands behind it"]
    assert page.section("behind") == "Who stands behind it Organiser not stated"


def test_a_bare_training_leaves_no_heading_without_words(read, training):
    page = read("/en/trainings/bare/")
    assert page.all(".//main//img") == []
    assert page.description == "Bare · Dates not stated · Place not stated"


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (
            {
                "date_precision": "days",
                "start_date": date(2027, 4, 22),
                "end_date": date(2027, 4, 23),
            },
            "22–23 April 2027",
        ),
        (
            {"date_precision": "days", "start_date": date(2027, 4, 22)},
            "22 April 2027 (last day not stated)",
        ),
        (
            {"date_precision": "list", "days": ["2027-04-22", "2027-05-06"]},
            "22 April and 6 May 2027",
        ),
        ({"date_precision": "month", "year": 2027, "month": 4}, "April 2027"),
        ({"date_precision": "season", "year": 2027, "season": "autumn"}, "Autumn 2027"),
        ({"date_precision": "year", "year": 2027}, "2027"),
        ({"date_precision": "year", "year": 2016, "is_ongoing": True}, "Since 2016"),
        ({"date_precision": "no_year", "month": 4, "day": 22, "end_day": 24}, "22–24 April"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(read, dates, shown):
    make_training(slug="dated", **dates)
    assert when(read("/en/trainings/dated/")) == f"When {shown}"


def test_only_days_that_are_known_are_named_to_machines(read):
    make_training(slug="day", date_precision="days", start_date=date(2027, 4, 22))
    make_training(slug="month", date_precision="month", year=2027, month=4)
    (stated,) = read("/en/trainings/day/").all(".//time")
    assert stated.get("datetime") == "2027-04-22"
    assert read("/en/trainings/month/").all(".//time") == []


def test_what_is_to_come_can_be_put_into_a_calendar(read):
    make_training(
        slug="open", lifecycle="open", date_precision="days", start_date=date(2027, 4, 22)
    )
    link = read("/en/trainings/open/").links()["Add to calendar"]
    assert link == "/en/trainings/open/calendar.ics"


def test_an_open_training_says_how_to_take_part_and_until_when(read):
    make_training(
        slug="open",
        lifecycle="open",
        capacity=48,
        time_zone="Asia/Bishkek",
        registration_closes_at=datetime(2027, 3, 1, 12, tzinfo=UTC),
    )
    page = read("/en/trainings/open/")
    call = page.line('.//section[@aria-label="Taking part"]')
    assert "Seats left 48 of 48" in call
    assert "Registration is open until 1 March 2027, 18:00 (Bishkek, UTC+6)." in call
    assert page.links()["Register"] == "/en/trainings/open/register/"


def test_a_cancelled_training_says_so(read):
    make_training(slug="off", lifecycle="cancelled")
    assert "This training does not take place." in read("/en/trainings/off/").text


def test_several_places_stand_in_order_with_what_is_known_of_each(read, training):
    make_place(training, "KZ", city="Almaty", venue="National Library", note="ground floor")
    make_place(training, "KG", mode="online", date_precision="year", year=2024)
    make_place(training, None, city="Khorog", lead=make_organisation("Pamir House"))
    assert where(read("/en/trainings/bare/")) == (
        "Where National Library, Almaty, Kazakhstan ground floor "
        "Kyrgyzstan online 2024 Khorog Led by: Pamir House"
    )


def test_an_online_training_needs_no_place(read):
    make_training(slug="online", mode="online")
    assert where(read("/en/trainings/online/")) == "Where Online"


def test_the_agenda_is_a_timetable_by_day_with_its_zone(read):
    training = make_training(
        slug="timed",
        date_precision="days",
        start_date=date(2027, 4, 22),
        end_date=date(2027, 4, 23),
        time_zone="Asia/Bishkek",
    )
    second = {"date": date(2027, 4, 23), "start_time": time(9)}
    make_session(training, "Last words", kind="ceremony", **second)
    first = {"date": date(2027, 4, 22), "start_time": time(9), "end_time": time(10, 30)}
    session = make_session(training, "Springs", room="Hall A", language="ru", **first)
    speaker = make_appearance(training, make_person("Rustam Holov"), roles=["trainer"])
    make_session_person(session, speaker, role="trainer")
    page = read("/en/trainings/timed/")
    assert page.section("agenda").startswith("Agenda Times are local: Bishkek, UTC+6.")
    assert page.section("d1") == (
        "Thursday, 22 April 09:00–10:30 Springs Workshop Russian Rustam Holov (trainer) Hall A"
    )
    assert page.section("d2") == "Friday, 23 April 09:00 Last words Ceremony"


def test_sessions_without_a_day_stand_after_the_agenda(read):
    days = {
        "date_precision": "days",
        "start_date": date(2027, 4, 22),
        "end_date": date(2027, 4, 22),
    }
    training = make_training(slug="both", **days)
    make_session(training, "Timed", date=date(2027, 4, 22))
    make_session(training, "Untimed")
    assert read("/en/trainings/both/").section("work") == "Also worked on Untimed Workshop"


def test_people_stand_with_title_unit_and_organisation_as_printed(read, training):
    make_appearance(
        training,
        make_person("Aigul Saparova", honorific="Dr."),
        name_as_printed="A. Saparova",
        title="head",
        unit="Water Division",
        organisation_as_printed="Ministry of Ecology",
        country="KG",
        roles=["speaker", "trainer"],
    )
    assert read("/en/trainings/bare/").section("people") == (
        "People Speaking, training, quoted A. Saparova "
        "head, Water Division, Ministry of Ecology · Kyrgyzstan speaker and trainer"
    )


def test_an_organisation_may_come_without_a_named_person(read, training):
    unicef = make_organisation("UNICEF")
    make_appearance(
        training, person=False, organisation_as_printed="the UNICEF office", organisations=[unicef]
    )
    said = read("/en/trainings/bare/").section("people")
    assert said.endswith("Invited guests the UNICEF office UNICEF")


def test_whoever_stands_behind_it_is_named_by_role(read, training):
    make_organisation_role(training, make_organisation("Springs", acronym="SPR"))
    make_organisation_role(training, make_organisation("Wells"), as_printed="The Wells")
    make_organisation_role(training, make_organisation("Bank"), role="funder", note="in kind")
    make_organisation_role(training, make_organisation("Club"), role="collaborator")
    assert read("/en/trainings/bare/").section("behind") == (
        "Who stands behind it Organiser Springs (SPR) The Wells Funder Bank in kind "
        "In collaboration with Club"
    )


def test_languages_say_how_they_are_used(read, training):
    make_training_language(training, "ky")
    make_training_language(training, "en", use="interpretation", manner="whispered")
    said = read("/en/trainings/bare/").section("behind")
    assert said.endswith("Languages Kyrgyz English interpretation, whispered")


def test_chosen_goals_are_named_and_none_said_is_nothing(read, training):
    assert "Goals" not in read("/en/trainings/bare/").text
    make_training(slug="goals", sdg_framework="goals", sdg_goals=["6", "17"])
    page = read("/en/trainings/goals/")
    assert page.lines('.//ul[@class="goals"]/li') == [
        "6 Clean Water and Sanitation",
        "17 Partnerships for the Goals",
    ]


def test_points_stand_under_what_they_are(read, training):
    for kind in ("objective", "topic", "method", "output", "follow_up"):
        make_point(training, f"the {kind}", kind=kind)
    assert read("/en/trainings/bare/").headings == [
        "What it is for",
        "Topics",
        "How people worked",
        "What came out of it",
        "What comes after",
        "Who stands behind it",
    ]


def test_related_events_are_linked_or_named(read, training):
    make_related_event(training, make_training("The one before", slug="before"))
    make_related_event(training, relation="follow_up", wording="a meeting in Osh")
    page = read("/en/trainings/bare/")
    assert page.section("behind").endswith(
        "Earlier event The one before Followed by a meeting in Osh"
    )
    assert page.links()["The one before"] == "/en/trainings/before/"


def test_others_of_the_series_are_named(read):
    series = make_series("Water school")
    make_training("First", slug="first", series=series)
    make_training("Second", series=series)
    page = read("/en/trainings/first/")
    assert "Second" in page.section("siblings")
    assert page.links()["Water school"] == "/en/series/water-school/"


def test_a_photograph_without_a_picture_says_so(read, training):
    make_photo(training, "At the well")
    make_photo(training, "", credit="A. Person")
    assert read("/en/trainings/bare/").lines('.//figure[@class="photo absent"]') == [
        "At the well Credit not stated · the picture is not on record",
        "Photograph: A. Person · the picture is not on record",
    ]


def test_documents_are_offered_or_named(read, training):
    make_document(training, "On paper", kind="manual")
    make_document(training, "On the web", url="https://example.org/paper", language="ru")
    page = read("/en/trainings/bare/")
    assert page.lines('.//ul[@class="papers"]/li') == [
        "On paper manual",
        "On the web Russian",
    ]
    assert page.links()["On the web"] == "https://example.org/paper"


def test_a_document_whose_file_is_lost_breaks_no_page(read, training):
    document = make_document(training, "Lost")
    type(document).objects.filter(pk=document.pk).update(file="documents/lost.pdf")
    assert "Lost" in read("/en/trainings/bare/").section("practical")


PERSIAN = "آب زندگی است"


def marks(quote) -> tuple[str, str, str]:
    return quote.get("lang"), quote.get("dir"), words(quote)


def test_a_quote_in_another_script_keeps_its_direction(read, training):
    make_quote(training, PERSIAN, language="fa")
    (quote,) = read("/en/trainings/bare/").all(".//blockquote")
    assert marks(quote) == ("fa", "rtl", f"“{PERSIAN}”")


def test_a_translated_quote_stands_above_its_original(read, training):
    said = {"en": "Water is life", "ru": "Вода это жизнь"}
    make_quote(training, PERSIAN, language="fa", translation=said, attribution="a volunteer")
    page = read("/en/trainings/bare/")
    (quote,) = page.all(".//blockquote")
    (original,) = page.all('.//p[@class="original"]/span')
    assert marks(quote) == ("en", "auto", "“Water is life”")
    assert marks(original) == ("fa", "rtl", f"“{PERSIAN}”")


def test_a_translation_into_another_language_than_the_page_says_which(read, training):
    make_quote(training, PERSIAN, language="fa", translation={"ru": "Вода это жизнь"})
    (quote,) = read("/en/trainings/bare/").all(".//blockquote")
    assert quote.get("lang") == "ru"


def test_a_quote_without_a_speaker_says_so(read, training):
    make_quote(training, "Come again")
    assert "“Come again” The source names no speaker." in read("/en/trainings/bare/").text


def test_a_label_in_another_language_is_marked(read):
    make_training({"ru": "Вода"}, slug="water", summary={"kk": "Су"})
    page = read("/en/trainings/water/")
    marked = [(one.get("lang"), one.text) for one in page.all(".//main//span[@lang]")]
    assert marked == [("ru", "Вода"), ("kk", "Су")]


@pytest.mark.parametrize("field", ["title", "summary", "description", "slogan", "practical"])
def test_markup_in_a_text_is_shown_and_not_obeyed(read, field):
    evil = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    make_training(slug="evil", **{field: evil})
    page = read("/en/trainings/evil/")
    assert page.all(".//body//script") == []
    assert page.all(".//img") == []
    assert "<script>alert(1)</script>" in page.text


def test_an_address_that_is_not_there_is_not_found(client, db):
    assert client.get("/en/trainings/nowhere/").status_code == 404
