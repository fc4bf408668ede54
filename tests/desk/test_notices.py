"""What the desk points out without refusing it."""

import datetime as dt

from tests.desk.forms import page_of, tags
from tests.factories import (
    make_appearance,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_quote,
    make_session,
    make_session_person,
    make_training,
)
from trainings import notices
from trainings.models import GroupCountry


def of(training) -> list[str]:
    return notices.of_training(training)


def vera_kim(training):
    """One person as the first story prints her: two titles, two spellings."""
    person = make_person("Vera Kim", honorific="Ms.")
    for title, organisation in (
        ("Chairperson", "National Volunteer Network in Kazakhstan"),
        ("CEO", "National Volunteers Network in Kazakhstan"),
    ):
        make_appearance(training, person, title=title, organisation_as_printed=organisation)
    return person


TITLES = (
    "Vera Kim stands under different titles: “Chairperson, National Volunteer Network in "
    "Kazakhstan” and “CEO, National Volunteers Network in Kazakhstan”."
)
SPELLINGS = (
    "“National Volunteer Network in Kazakhstan” and “National Volunteers Network in Kazakhstan” "
    "may be one organisation spelled in two ways."
)


def test_two_titles_and_two_spellings_are_pointed_out(db):
    training = make_training()
    vera_kim(training)
    assert of(training) == [TITLES, SPELLINGS]


def test_the_same_is_pointed_out_with_the_person(db):
    person = vera_kim(make_training("First"))
    assert notices.of_person(person) == [f"First: {TITLES}", f"First: {SPELLINGS}"]


def test_the_notices_stand_on_the_page_and_refuse_nothing(organizer_client):
    training = make_training()
    vera_kim(training)
    page = organizer_client.get(f"/admin/trainings/training/{training.pk}/change/")
    section = next(tag for _n, tag in tags(page_of(page)) if tag.get("class") == "notices")
    lines = ["".join(tag.itertext()) for name, tag in tags(section) if name == "li"]
    assert lines == [TITLES, SPELLINGS]


def test_a_person_with_one_title_in_two_roles_is_no_matter(db):
    training, person = make_training(), make_person()
    for _again in range(2):
        make_appearance(training, person, title="expert")
    assert of(training) == []


def test_parts_that_do_not_make_the_total_are_added_up(db):
    training = make_training()
    total = make_group(training, "volunteers", count=45)
    make_group(training, "national", count=30, subset_of=total)
    make_group(training, "international", count=14, subset_of=total)
    assert of(training) == ["“volunteers”: its parts make 30 + 14 = 44, but 45 is stated."]


def test_parts_are_left_alone_while_one_is_not_known(db):
    training = make_training()
    total = make_group(training, "volunteers", count=45)
    make_group(training, "national", count=30, subset_of=total)
    make_group(training, "international", count=None, subset_of=total)
    assert of(training) == []


def test_parts_are_left_alone_while_one_is_about(db):
    training = make_training()
    total = make_group(training, "volunteers", count=45)
    make_group(training, "national", count=30, subset_of=total)
    make_group(training, "international", count=10, qualifier="about", subset_of=total)
    assert of(training) == []


def test_women_and_men_are_another_way_to_cut_the_whole(db):
    training = make_training()
    total = make_group(training, "volunteers", count=45)
    for sex, count in (("female", 20), ("male", 25)):
        make_group(training, sex, count=count, sex=sex, subset_of=total)
    make_group(training, "national", count=30, subset_of=total)
    assert of(training) == []


def test_countries_that_do_not_make_the_group_are_added_up(db):
    training = make_training()
    group = make_group(training, "volunteers", count=10)
    for code, count in (("KZ", 4), ("KG", 5)):
        GroupCountry.objects.create(group=group, country_id=code, count=count)
    assert of(training) == ["“volunteers”: its countries make 4 + 5 = 9, but 10 is stated."]


def test_a_quote_by_someone_from_elsewhere_is_pointed_out(db):
    training = make_training()
    stranger = make_appearance(make_training(), make_person("Vera Kim"))
    make_quote(training, "an excellent platform", appearance=stranger)
    assert of(training) == [
        "“an excellent platform” is by Vera Kim, who is not on this training. Add the person."
    ]


def test_a_quote_by_nobody_is_pointed_out(db):
    training = make_training()
    make_quote(training, "an excellent platform")
    make_quote(training, "a good week", attribution={"en": "a participant from Osh"})
    assert of(training) == ["Nobody is named for “an excellent platform”. Say who said it."]


def test_a_quote_by_someone_not_shown_is_pointed_out(db):
    training = make_training()
    hidden = make_appearance(training, make_person("Vera Kim"), public=False)
    make_quote(training, "an excellent platform", appearance=hidden)
    assert of(training) == [
        "“an excellent platform” is by Vera Kim, who is not shown to the public."
    ]


def test_a_quote_without_approval_is_pointed_out(db):
    training = make_training()
    kim = make_appearance(training, make_person("Vera Kim"))
    make_quote(training, "an excellent platform", approval="asked", appearance=kim)
    make_quote(training, "a good week", approval="approved", appearance=kim)
    assert of(training) == [
        "1 quote is not approved, so no page shows it: “an excellent platform”."
    ]


def test_one_person_under_two_spellings_is_pointed_out(db):
    training = make_training()
    make_appearance(training, make_person("Firuz Ibrohimov"))
    make_appearance(training, make_person("Фируз Иброҳимов"))
    make_appearance(training, make_person("Vera Kim"))
    assert of(training) == [
        "Firuz Ibrohimov and Фируз Иброҳимов may be one person under two spellings."
    ]


def test_a_namesake_on_record_is_pointed_out(db):
    make_person("Фируз Иброҳимов")
    make_person("Vera Kim")
    assert notices.of_person(make_person("Firuz Ibrohimov")) == [
        "Фируз Иброҳимов is on record too and may be the same person in another spelling."
    ]


def test_one_organisation_under_two_spellings_is_pointed_out(db):
    training = make_training()
    for name in ("Volunteer Centre", "Volunteers Centre", "Red Crescent"):
        make_organisation_role(training, make_organisation(name))
    assert of(training) == [
        (
            "The organisations “Volunteer Centre” and “Volunteers Centre” may be one under two "
            "spellings."
        )
    ]


NINE, HALF_PAST, TEN, ELEVEN = dt.time(9), dt.time(9, 30), dt.time(10), dt.time(11)
DAY = dt.date(2027, 4, 22)


def test_a_room_taken_twice_is_pointed_out(db):
    training = make_training()
    make_session(training, "One", room="Aral", date=DAY, start_time=NINE, end_time=TEN)
    make_session(training, "Two", room="aral", date=DAY, start_time=HALF_PAST, end_time=ELEVEN)
    assert of(training) == ["Aral is taken twice (22 April 2027, 09:00–10:00): “One” and “Two”."]


def test_a_session_may_begin_as_another_ends(db):
    training = make_training()
    make_session(training, "One", room="Aral", date=DAY, start_time=NINE, end_time=TEN)
    make_session(training, "Two", room="Aral", date=DAY, start_time=TEN, end_time=ELEVEN)
    assert of(training) == []


def test_a_room_taken_through_the_night_is_pointed_out(db):
    training = make_training()
    night = {"date": DAY, "end_date": DAY + dt.timedelta(1), "room": "Aral"}
    make_session(training, "Stars", start_time=dt.time(22), end_time=dt.time(2), **night)
    make_session(
        training, "Tea", room="Aral", date=DAY, start_time=dt.time(23), end_time=dt.time(23, 30)
    )
    assert of(training) == [
        "Aral is taken twice (22–23 April 2027, 22:00–02:00): “Stars” and “Tea”."
    ]


def test_a_session_without_an_end_is_in_the_way_when_it_begins(db):
    training = make_training()
    make_session(training, "One", room="Aral", date=DAY, start_time=NINE, end_time=TEN)
    make_session(training, "Two", room="Aral", date=DAY, start_time=HALF_PAST)
    make_session(training, "Three", room="Aral", date=DAY, start_time=TEN)
    assert of(training) == ["Aral is taken twice (22 April 2027, 09:00–10:00): “One” and “Two”."]


def test_a_person_in_two_sessions_at_once_is_pointed_out(db):
    training = make_training()
    speaker = make_appearance(training, make_person("Vera Kim"))
    for title, start in (("One", NINE), ("Two", HALF_PAST)):
        session = make_session(training, title, date=DAY, start_time=start, end_time=TEN)
        make_session_person(session, speaker)
    assert of(training) == [
        "Vera Kim is in two sessions at once (22 April 2027, 09:00–10:00): “One” and “Two”."
    ]


def test_a_stated_number_of_days_is_held_against_the_dates(db):
    training = make_training(
        date_precision="days",
        start_date=dt.date(2018, 10, 22),
        end_date=dt.date(2018, 10, 26),
        days_stated=4,
    )
    assert of(training) == ["The source speaks of 4 days, but the dates make 5 days."]


def test_days_that_no_page_shows_are_pointed_out(db):
    training = make_training(start_date=dt.date(2018, 10, 22))
    assert of(training) == [
        (
            "Days are filled in, but the dates are said to be “not stated”, so no page shows them. "
            "Choose how exactly they are known."
        )
    ]


def test_a_training_in_order_has_no_notices(organizer_client):
    training = make_training()
    page = organizer_client.get(f"/admin/trainings/training/{training.pk}/change/")
    assert "Worth a second look" not in page.content.decode()
