"""How often a page asks the database: a fixed number of times, however many rows there are."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_place,
    make_point,
    make_quote,
    make_related_event,
    make_report,
    make_series,
    make_session,
    make_session_person,
    make_training,
    make_training_language,
)
from tests.volunteers.factories import make_call, make_quota, make_registration
from trainings.services.freezing import freeze

# No page may ask more often, however much is on record.
MOST = 12
PAGES = [
    *("", "trainings/", "trainings/?q=row&country=kz&year=none&state=held&series=rows&goal=6"),
    *(
        "trainings/middle/",
        "reports/",
        "reports/?q=row",
        "reports/middle/",
        "reports/middle/press/",
    ),
    *("people/", "people/?q=row", "people/middle/"),
    *("organisations/", "organisations/?q=row", "organisations/middle/"),
    *("countries/", "countries/kz/", "series/rows/", "figures/", "search/?q=row"),
    *("search/?q=row&kind=people", "feeds/reports.atom", "feeds/trainings.atom"),
]
CODES = ["KZ", "KG", "TJ", "UZ", "TM", "KR", "JP", "FI", "MY", "AZ", "DE", "FR", "IT", "ES", "PL"]


class Middle:
    """One training, report, person and organisation, and rows that gather around them."""

    def __init__(self):
        self.series = make_series("Rows")
        opens = {"lifecycle": "open", "capacity": 20}
        self.training = make_training("Middle row", slug="middle", series=self.series, **opens)
        self.person = make_person("Middle row", slug="middle")
        self.organisation = make_organisation("Middle row", slug="middle", country="KZ")
        self.report = make_report(self.training, slug="middle")

    def gather(self, number: int):
        """One more row wherever a page shows several."""
        person = make_person(f"Row {number}")
        organisation = make_organisation(f"Row {number}", country="KZ")
        other = make_training(f"Row {number}", series=self.series)
        for training in (self.training, other):
            self.add_to(training, person, organisation, number)
        seen = {"organisations": [organisation, self.organisation], "country": "KZ"}
        appearance = make_appearance(other, self.person, organisation_as_printed="R", **seen)
        make_appearance(self.training, person, shared_title="Both", **seen)
        make_quote(other, "Row", appearance=appearance)
        make_related_event(self.training, other)
        make_report([other, self.training], headline=f"Row {number}")
        self.add_blocks(organisation)

    def add_to(self, training, person, organisation, number):
        place = make_place(training, CODES[number % len(CODES)], lead=self.organisation)
        make_place(training, "KZ")
        make_point(training)
        if training == self.training and number < 15:
            make_training_language(training, f"{'abcdefghijklmno'[number]}a")
        for one in (
            (organisation, self.organisation) if training != self.training else [organisation]
        ):
            make_organisation_role(training, one)
        seen = make_appearance(training, person, title="head", organisations=[organisation])
        session = make_session(training, place=place)
        make_session_person(session, seen)
        make_document(training, session=session)
        total = make_group(training, is_total=True, count=2, countries=["KZ", "TJ"], place=place)
        make_group(training, count=1, subset_of=total, session=session, reported_in=self.report)
        make_quote(training, "Row", appearance=seen)
        make_quote(training, "Row", organisation=organisation)

    def add_blocks(self, organisation):
        text = self.report.texts.get()
        fact = make_fact(organisation, country="KZ")
        make_fact(self.organisation, country="KZ")
        make_block(text, "quote", quote=self.training.quotes.last())
        make_block(text, "facts", facts=[fact])
        make_block(text, "figures", groups=self.training.groups.all()[:1])
        make_block(text, "people")
        make_block(text, "documents")
        make_block(text, "organisations")
        make_block(text, "sessions")
        make_block(text, "sessions", sessions=self.training.sessions.all()[:2])
        photo = make_photo(self.training)
        photo.people.add(self.person)
        make_block(text, "photo", photo=photo)
        make_block(text, "gallery", photos=[photo, make_photo(self.training)])
        make_block(text, "gallery")
        freeze(make_block(text, "figures", source="registered").text, by=None)


@pytest.fixture
def counted(client, db):
    """A function counting the queries of every page."""

    def count() -> dict[str, int]:
        counts = {}
        for address in PAGES:
            cache.clear()
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert client.get(f"/en/{address}").status_code == 200
            counts[address] = len(asked)
        return counts

    return count


def test_no_page_asks_more_often_when_there_are_more_rows(counted):
    middle = Middle()
    for number in range(3):
        middle.gather(number)
    few = counted()
    for number in range(3, 30):
        middle.gather(number)
    assert counted() == few


def test_every_page_asks_seldom(counted):
    middle = Middle()
    for number in range(3):
        middle.gather(number)
    make_call(middle.training, has_waiting_list=False).countries.add("KZ")
    make_quota(middle.training, "KZ", maximum=3)
    middle.gather(3)
    assert {address: n for address, n in counted().items() if n > MOST} == {}


def test_no_page_asks_more_often_when_more_people_register(counted):
    middle = Middle()
    middle.gather(0)
    make_registration(middle.training, state="approved")
    few = counted()
    for number in range(8):
        make_registration(middle.training, state=("approved", "waitlisted")[number % 2])
    assert counted() == few


def test_the_lists_are_read_without_a_query_in_a_loop(read):
    middle = Middle()
    for number in range(3):
        middle.gather(number)
    for address in PAGES:
        if not address.endswith(".atom"):
            assert read(f"/en/{address}").heading
