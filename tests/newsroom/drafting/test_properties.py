"""Trainings with random holes: whatever is missing, a draft says nothing that is not on record."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from tests import factories as make
from tests.newsroom.drafting import reading
from tests.newsroom.drafting.test_cases import BROKEN
from trainings.drafting import compose
from trainings.models import (
    CountryRelation,
    OrganisationRole,
    PlaceMode,
    PointKind,
    Qualifier,
    ReportText,
    Role,
    SessionKind,
    Training,
    Unit,
)
from trainings.services.draft import filled

pytestmark = pytest.mark.django_db

NAMES = ["participants", "UN Volunteers", "юноши, девушки", "Experts (of all kinds)", "écoles; ONG"]
TEXTS = [
    "",
    "Maps",
    "Карты",
    "a *plan*, and more",
    "“Quoted” words",
    "  two   spaces  ",
    "(in brackets)",
]
NAMED = [text for text in TEXTS if text]
COUNTRIES = [("KR", "", 3), ("UZ", "", None), ("NL", "Holland", 12)]
COUNTS = some.one_of(some.none(), some.sampled_from([0, 1, 2, 45, 100, 101, 6000]))


def several(values, most=3):
    return some.lists(some.sampled_from(values), max_size=most, unique=True)


def label(texts=TEXTS):
    """In English, in Russian, in both, or in another language."""
    codes = some.sampled_from([["en"], ["ru"], ["fr"], ["en", "ru"]])
    words = some.tuples(some.sampled_from(texts), some.sampled_from(texts))
    return some.builds(lambda found, said: dict(zip(found, said, strict=False)), codes, words)


DATES = some.sampled_from(
    [
        {},
        {"date_wording": "last week", "date_precision": "relative"},
        {"date_precision": "days", "start_date": dt.date(2018, 12, 30)},
        {
            "date_precision": "days",
            "start_date": dt.date(2018, 7, 2),
            "end_date": dt.date(2018, 7, 5),
        },
        {"date_precision": "year", "year": 2016, "is_ongoing": True},
        {"date_precision": "season", "season": "winter"},
    ]
)
TRAINING = some.fixed_dictionaries(
    {
        "title": label(NAMED),
        "kind": label(),
        "summary": label(),
        "slogan": label(),
        "audience": label(),
        "programme": label(),
        "edition_wording": label(),
        "duration_wording": label(),
        "mode": some.sampled_from(["", *PlaceMode.values]),
        "days_stated": some.sampled_from([None, 1, 4]),
        "guest_list_is_partial": some.booleans(),
        "wording_language": some.sampled_from(["en", "ru", "fr"]),
        "lifecycle": some.sampled_from(["held", "planned"]),
    }
)
GROUP = some.fixed_dictionaries(
    {
        "capacity": some.sampled_from(NAMES),
        "count": COUNTS,
        "is_total": some.booleans(),
        "qualifier": some.sampled_from(Qualifier.values),
        "unit": some.sampled_from(Unit.values),
        "relation": some.sampled_from(["", *CountryRelation.values]),
        "countries": several(COUNTRIES),
        "countries_count": some.sampled_from([None, 1, 9]),
        "region": label(),
        "mode": some.sampled_from(["", *PlaceMode.values]),
        "sex": some.sampled_from(["", "female"]),
        "age_from": some.sampled_from([None, 18]),
        "age_to": some.sampled_from([None, 30]),
    }
)
APPEARANCE = some.fixed_dictionaries(
    {
        "roles": several(Role.values, 2),
        "title": some.sampled_from(TEXTS),
        "unit": some.sampled_from(TEXTS),
        "organisation_as_printed": some.sampled_from(NAMED),
        "person": some.sampled_from([False, None]),
        "country": some.sampled_from([None, "KR"]),
        "public": some.booleans(),
    }
)
PLACE = some.fixed_dictionaries(
    {
        "country": some.sampled_from([None, "KZ", "NL"]),
        "city": label(),
        "venue": label(),
        "mode": some.sampled_from(["", *PlaceMode.values]),
    }
)
ORGANISATION = some.fixed_dictionaries(
    {
        "role": some.sampled_from(OrganisationRole.values),
        "as_printed": some.sampled_from(TEXTS),
        "note": label(),
    }
)


@some.composite
def records(draw) -> dict:
    """What is to be made of everything that belongs to one training."""
    parts = {"place": PLACE, "organisation_role": ORGANISATION, "appearance": APPEARANCE}
    return {
        "training": {**draw(TRAINING), **draw(DATES)},
        **{name: draw(some.lists(part, max_size=3)) for name, part in parts.items()},
        "group": draw(some.lists(GROUP, max_size=4)),
        "within": draw(some.booleans()),
        "point": draw(
            some.lists(some.tuples(label(NAMED), some.sampled_from(PointKind.values)), max_size=4)
        ),
        "session": draw(
            some.lists(
                some.tuples(label(), some.sampled_from(SessionKind.values), some.booleans()),
                max_size=4,
            )
        ),
        "quotes": draw(some.integers(0, 3)),
    }


def made(wanted: dict) -> Training:
    training = make.make_training(**wanted["training"])
    for name in ("place", "organisation_role", "appearance"):
        for values in wanted[name]:
            getattr(make, f"make_{name}")(training, **values)
    above = None
    for values in wanted["group"]:
        above = make.make_group(training, subset_of=above if wanted["within"] else None, **values)
    for text, kind in wanted["point"]:
        make.make_point(training, text, kind=kind)
    for title, kind, dated in wanted["session"]:
        day = dt.date(2018, 7, 3) if dated and "start_date" not in wanted["training"] else None
        make.make_session(training, title, kind=kind, date=day)
    for number in range(wanted["quotes"]):
        make.make_quote(training, f"Words {number}")
    return training


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(some.lists(records(), min_size=1, max_size=2), some.sampled_from(["en", "ru"]))
def test_a_draft_says_what_is_on_record_and_nothing_else(wanted, language):
    with transaction.atomic():
        trainings = [made(one) for one in wanted]
        report = make.make_report(trainings, "kk", published=False)
        text = filled(ReportText(report=report, language=language), compose(trainings, language))
        words = reading.all_words(text)
        assert BROKEN.findall(words) == [], words
        assert [one for place, one in reading.sentences(text) if one["sentence"] not in place] == []
        assert reading.not_from_the_record(text) == ""
        assert reading.numbers_written(words) <= reading.numbers_on_record(*trainings)
        text.full_clean()
        transaction.set_rollback(True)
