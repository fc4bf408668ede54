"""Days, months and years in six languages."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from trainings import wording

EXPECTED = Path(__file__).parent.parent / "data" / "dates.csv"
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
READERS = st.sampled_from(wording.LANGUAGES)


def in_six(function, *args):
    return {language: function(*args, language) for language in wording.LANGUAGES}


@pytest.mark.parametrize("row", list(csv.DictReader(EXPECTED.open(encoding="utf-8"))))
def test_ranges_are_as_each_language_writes_them(row):
    first, last = dt.date.fromisoformat(row["first"]), dt.date.fromisoformat(row["last"])
    said = in_six(wording.date_range, first, last)
    assert said == {language: row[language] for language in wording.LANGUAGES}


def test_one_day_is_said_the_same_alone_and_as_a_range():
    day = dt.date(2023, 5, 1)
    assert in_six(wording.date, day) == in_six(wording.date_range, day, day)
    assert (
        wording.date_range(day, None, "ru")
        == wording.date_range(None, day, "ru")
        == "1 мая 2023 г."
    )


def test_a_day_that_is_not_known_is_empty():
    assert wording.date(None, "en") == wording.date_range(None, None, "en") == ""
    assert wording.date_list([], "en") == ""


def test_days_of_one_month_share_it():
    assert in_six(wording.date_list, [dt.date(2023, 4, 11), dt.date(2023, 4, 4)]) == {
        "en": "4 and 11 April 2023",
        "ru": "4 и 11 апреля 2023 г.",
        "kk": "2023 жылғы 4 және 11 сәуір",
        "ky": "2023-жыл, 4- жана 11-апрель",
        "tg": "4 ва 11 апрели соли 2023",
        "uz": "2023-yil 4- va 11-aprel",
    }


def test_days_of_several_months_share_the_year():
    assert in_six(
        wording.date_list, [dt.date(2023, 4, 4), dt.date(2023, 5, 2), dt.date(2023, 4, 4)]
    ) == {
        "en": "4 April and 2 May 2023",
        "ru": "4 апреля и 2 мая 2023 г.",
        "kk": "2023 жылғы 4 сәуір және 2 мамыр",
        "ky": "2023-жыл, 4-апрель жана 2-май",
        "tg": "4 апрели ва 2 майи соли 2023",
        "uz": "2023-yil 4-aprel va 2-may",
    }


def test_days_of_several_years_each_say_theirs():
    days = [dt.date(2022, 12, 30), dt.date(2023, 1, 6)]
    assert wording.date_list(days, "en") == "30 December 2022 and 6 January 2023"
    days += [dt.date(2023, 1, 13), dt.date(2023, 1, 20)]
    assert wording.date_list(days, "en") == "30 December 2022; 6, 13 and 20 January 2023"


def test_months():
    assert in_six(wording.month, 2022, 5) == {
        "en": "May 2022",
        "ru": "май 2022 г.",
        "kk": "2022 жылғы мамыр",
        "ky": "2022-жыл, май",
        "tg": "майи соли 2022",
        "uz": "2022-yil may",
    }


def test_month_ranges():
    assert in_six(wording.month_range, 2019, 1, 2019, 3) == {
        "en": "January – March 2019",
        "ru": "январь – март 2019 г.",
        "kk": "2019 жылғы қаңтар – наурыз",
        "ky": "2019-жыл, январь – март",
        "tg": "январи – марти соли 2019",
        "uz": "2019-yil yanvar – mart",
    }
    assert wording.month_range(2018, 12, 2019, 1, "en") == "December 2018 – January 2019"


def test_a_month_range_without_an_end_is_one_month():
    assert wording.month_range(2019, 1, None, None, "en") == "January 2019"
    assert wording.month_range(2019, 1, None, 2, "en") == "January – February 2019"


def test_summer_and_spring_are_not_confused_between_kazakh_and_kyrgyz():
    assert in_six(wording.season, 2019, "summer") == {
        "en": "summer 2019",
        "ru": "лето 2019 г.",
        "kk": "2019 жылғы жаз",
        "ky": "2019-жыл, жай",
        "tg": "тобистони соли 2019",
        "uz": "2019-yil yoz",
    }
    assert in_six(wording.season, None, "spring") == {
        "en": "spring",
        "ru": "весна",
        "kk": "көктем",
        "ky": "жаз",
        "tg": "баҳор",
        "uz": "bahor",
    }


def test_a_season_that_no_year_has_is_refused():
    with pytest.raises(ValueError, match="spring, summer, autumn or winter"):
        wording.season(2019, "monsoon", "en")


def test_years():
    assert in_six(wording.year, 2019) == {
        "en": "2019",
        "ru": "2019 г.",
        "kk": "2019 жыл",
        "ky": "2019-жыл",
        "tg": "соли 2019",
        "uz": "2019-yil",
    }
    assert in_six(wording.year_range, 2016, 2019) == {
        "en": "2016–2019",
        "ru": "2016–2019 гг.",
        "kk": "2016–2019 жылдар",
        "ky": "2016–2019-жылдар",
        "tg": "солҳои 2016–2019",
        "uz": "2016–2019-yillar",
    }
    assert in_six(wording.year_range, 2016, None) == {
        "en": "since 2016",
        "ru": "с 2016 г.",
        "kk": "2016 жылдан бері",
        "ky": "2016-жылдан бери",
        "tg": "аз соли 2016",
        "uz": "2016-yildan beri",
    }
    assert wording.year_range(2016, 2016, "en") == "2016"


def test_days_without_a_year():
    assert in_six(wording.day_month, 11, 11, 11, 12) == {
        "en": "11–12 November",
        "ru": "11–12 ноября",
        "kk": "11–12 қараша",
        "ky": "11–12-ноябрь",
        "tg": "11–12 ноябр",
        "uz": "11–12-noyabr",
    }
    assert wording.day_month(11, 11, None, None, "ru") == "11 ноября"
    assert wording.day_month(12, 30, 1, 2, "en") == "30 December – 2 January"


def test_agenda_headings_name_the_weekday():
    assert in_six(wording.weekday_date, dt.date(2027, 4, 22)) == {
        "en": "Thursday, 22 April",
        "ru": "Четверг, 22 апреля",
        "kk": "22 сәуір, бейсенбі",
        "ky": "22-апрель, бейшемби",
        "tg": "Панҷшанбе, 22 апрел",
        "uz": "Payshanba, 22-aprel",
    }


def test_without_a_language_it_is_that_of_the_page():
    with translation.override("kk"):
        assert wording.month(2022, 5) == "2022 жылғы мамыр"
    with translation.override("ru-kz"):
        assert wording.month(2022, 5) == "май 2022 г."
    with translation.override(None):
        assert wording.month(2022, 5) == "May 2022"


def test_a_reader_of_another_language_gets_english():
    assert wording.month(2022, 5, "de") == "May 2022"


@given(DAYS, DAYS, READERS)
def test_a_range_names_both_years_when_they_differ_and_one_when_not(one, other, language):
    first, last = sorted((one, other))
    said = wording.date_range(first, last, language)
    for year in {first.year, last.year}:
        assert said.count(str(year)) == 1
    assert str(first.day) in said
    assert str(last.day) in said
    assert "None" not in said


@given(st.lists(DAYS, max_size=6), READERS)
def test_a_list_names_every_day_and_no_other_year(days, language):
    said = wording.date_list(days, language)
    assert "None" not in said
    assert all(str(day.day) in said and str(day.year) in said for day in days)


@given(st.dates(), READERS)
def test_the_words_of_a_day_differ_from_those_of_the_next(day, language):
    if day < dt.date.max:
        following = day + dt.timedelta(days=1)
        assert wording.date(day, language) != wording.date(following, language)
        assert wording.weekday_date(day, language) != wording.weekday_date(following, language)


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1, 12), st.integers(1, 28), READERS)
def test_days_without_a_year_never_invent_one(month, day, end_month, end_day, language):
    said = wording.day_month(month, day, end_month, end_day, language)
    assert [int(n) for n in "".join(c if c.isdigit() else " " for c in said).split()] in (
        [day],
        [day, end_day],
    )
