"""Times and time zones."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainings import wording

EVENING = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)


def test_times_stand_on_a_24_hour_clock():
    assert wording.time(dt.time(9, 5), "en") == "09:05"
    assert wording.time_range(dt.time(9), dt.time(10, 30), "ru") == "09:00–10:30"


def test_an_unknown_end_or_start_adds_nothing():
    assert wording.time_range(dt.time(9), None, "en") == "09:00"
    assert wording.time_range(None, None, "en") == wording.time(None, "en") == ""


def test_a_moment_says_its_zone_in_the_language_of_the_reader():
    said = {code: wording.moment(EVENING, "Asia/Bishkek", code) for code in wording.LANGUAGES}
    assert said == {
        "en": "1 March 2027, 18:00 (Bishkek, UTC+6)",
        "ru": "1 марта 2027 г., 18:00 (Бишкек, UTC+6)",
        "kk": "2027 жылғы 1 наурыз, 18:00 (Бішкек, UTC+6)",
        "ky": "2027-жыл, 1-март, 18:00 (Бишкек, UTC+6)",
        "tg": "1 марти соли 2027, 18:00 (Бишкек, UTC+6)",
        "uz": "2027-yil 1-mart, 18:00 (Bishkek, UTC+6)",
    }


def test_a_moment_takes_a_zone_object_too():
    assert wording.moment(EVENING, ZoneInfo("Asia/Almaty"), "en") == (
        "1 March 2027, 17:00 (Almaty, UTC+5)"
    )
    assert wording.moment(EVENING, dt.UTC, "en") == "1 March 2027, 12:00 (UTC)"


@pytest.mark.parametrize(
    ("zone", "at", "label"),
    [
        ("Asia/Almaty", dt.datetime(2023, 7, 1), "Almaty, UTC+6"),
        ("Asia/Almaty", dt.datetime(2025, 7, 1), "Almaty, UTC+5"),
        ("Asia/Kabul", dt.datetime(2025, 7, 1), "Kabul, UTC+4:30"),
        ("America/New_York", dt.datetime(2025, 7, 1), "New York, UTC−4"),
        ("Europe/London", dt.datetime(2025, 1, 1), "London, UTC"),
        ("UTC", dt.datetime(2025, 1, 1), "UTC"),
        ("Etc/GMT-5", dt.datetime(2025, 1, 1), "UTC+5"),
    ],
)
def test_a_zone_is_its_city_and_its_offset_at_that_time(zone, at, label):
    assert wording.zone_label(zone, at, "en") == label


def test_cities_are_named_as_each_language_names_them():
    at = dt.datetime(2025, 1, 1)
    said = [wording.zone_label("Asia/Tashkent", at, code) for code in ("en", "ru", "tg", "uz")]
    assert said == ["Tashkent, UTC+5", "Ташкент, UTC+5", "Тошкент, UTC+5", "Toshkent, UTC+5"]


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="must say its time zone"):
        wording.moment(dt.datetime(2027, 3, 1), "Asia/Bishkek", "en")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Asia"])
def test_a_zone_that_does_not_exist_is_refused_with_an_example(zone):
    with pytest.raises(ValueError, match="Asia/Almaty"):
        wording.zone_label(zone, EVENING, "en")


@given(st.sampled_from(sorted(available_timezones())), st.sampled_from(wording.LANGUAGES))
def test_every_zone_has_a_label(zone, language):
    label = wording.zone_label(zone, EVENING, language)
    assert "UTC" in label
    assert "_" not in label
    assert "None" not in label


def test_a_moment_of_today_or_yesterday_is_called_so():
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    clock = f"{now:%H:%M}"
    assert wording.recently(now, "UTC", "ru") == f"сегодня, {clock}"
    assert wording.recently(now - dt.timedelta(days=1), "UTC", "en") == f"yesterday, {clock}"
    week = now - dt.timedelta(days=7)
    assert wording.recently(week, "UTC", "en") == wording.date(week.date(), "en")
