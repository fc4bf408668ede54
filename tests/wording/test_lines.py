"""Where a line of a page may end in a date, and where it may not."""

import datetime as dt

import pytest
from django.utils import translation

from trainings.templatetags import reading

DAY = dt.date(2027, 3, 1)
MOMENT = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)


class Dated:
    def __init__(self, words: str):
        self.words = words

    def dates_in_words(self) -> str:
        return self.words


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("22–26 октября 2018 г.", "22–26~октября 2018~г."),
        ("4 и 11 апреля 2023 г.", "4~и 11~апреля 2023~г."),
        ("30 декабря 2018 г. – 4 января 2019 г.", "30~декабря 2018~г.~– 4~января 2019~г."),
        ("2016–2019 гг.", "2016–2019~гг."),
        ("2018 жылғы 22–26 қазан", "2018~жылғы 22–26~қазан"),
        ("29 October – 2 November 2018", "29 October – 2 November 2018"),
    ],
)
def test_a_number_is_not_parted_from_its_cyrillic_word(words, kept):
    assert reading.dates(Dated(words)).replace("\xa0", "~") == kept


def test_days_and_moments_are_not_parted_either():
    with translation.override("ru"):
        said = [reading.day(DAY), reading.weekday(DAY), reading.local_day(MOMENT, "Asia/Bishkek")]
        said += [reading.moment(MOMENT, "Asia/Bishkek"), reading.day(None)]
    assert [one.replace("\xa0", "~") for one in said] == [
        "1~марта 2027~г.",
        "Понедельник, 1~марта",
        "1~марта 2027~г.",
        "1~марта 2027~г., 18:00 (Бишкек, UTC+6)",
        "",
    ]
