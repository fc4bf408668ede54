"""The demo loads, says what is invented, shows everywhere, and tells the story's own figures."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation

from tests.demo.conftest import FILES
from trainings import records
from trainings.labels import LabelField, LabelTextField
from trainings.models import (
    Document,
    Fact,
    GroupCountry,
    Organisation,
    ParticipantGroup,
    Person,
    Quote,
    Report,
    ReportSource,
    Session,
    Training,
)

STORY = "leveraging-volunteerism"
# All that is real in the demo: the story, and whom and what it names.
REAL_PEOPLE = {
    "Akbota Kenes",
    "Alexander Beliy",
    "Dmitry Frischin",
    "Firuz Ibrohimov",
    "Munkhtuya Altangerel",
    "Vera Kim",
}
REAL_ORGANISATIONS = {
    "Ministry on Religious Affairs and Civil Society",
    "National Volunteer Network in Kazakhstan",
    "UN Volunteers Programme",
    "UNDP",
    "UNDP Kazakhstan",
}
SAYS_SO = re.compile("invented|выдуман", re.IGNORECASE)
MOST_PAGES = 800
LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)')
LABELS: tuple[type[models.Field], ...] = (LabelField, LabelTextField)
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


def invented(text) -> bool:
    return bool(SAYS_SO.search(str(text)))


def test_every_file_loads(demo):
    assert [trouble for outcome in demo for trouble in outcome.troubles] == []
    assert min(outcome.created for outcome in demo) > 0


def test_loading_it_again_changes_nothing(demo):
    again = records.load(FILES)
    assert [(one.created, one.changed, one.removed, one.troubles) for one in again] == [
        (0, 0, 0, [])
    ] * len(FILES)


def test_everyone_but_the_story_s_people_is_said_to_be_invented(demo):
    real = {person.name for person in Person.objects.all() if not invented(person.biography)}
    assert real == REAL_PEOPLE


def test_every_organisation_but_the_story_s_is_said_to_be_invented(demo):
    everyone = Organisation.objects.all()
    assert {str(one.name) for one in everyone if not invented(one.description)} == (
        REAL_ORGANISATIONS
    )


def test_every_training_and_report_but_the_story_s_is_said_to_be_invented(demo):
    trainings = Training.objects.all()
    assert [one.slug for one in trainings if not invented(one.description)] == [STORY]
    assert [one.slug for one in trainings if not invented(one.programme)] == [STORY]
    reports = Report.objects.all()
    assert {one.source for one in reports if not invented(one.source)} == (
        {"The Times of Central Asia"}
    )


def test_every_address_but_the_story_s_is_at_example_org(demo):
    invented_ones = Organisation.objects.exclude(training_roles__training__slug=STORY).exclude(
        appearances__training__slug=STORY
    )
    addresses = [one.website for one in invented_ones]
    addresses += [f"//{one.contact.split('@')[-1]}" for one in Training.objects.all()]
    addresses += Report.objects.exclude(trainings__slug=STORY).values_list("source_url", flat=True)
    addresses += ReportSource.objects.exclude(report__trainings__slug=STORY).values_list(
        "url", flat=True
    )
    addresses += Document.objects.values_list("url", flat=True)
    hosts = {urlsplit(address).hostname for address in addresses} - {None}
    assert {".".join(host.split(".")[-2:]) for host in hosts} == {"example.org"}


def test_every_label_stands_in_english_and_in_russian(demo):
    missing = []
    for model in apps.get_app_config("trainings").get_models():
        names = [one.name for one in model._meta.fields if isinstance(one, LABELS)]
        for row in model.objects.all():
            filled = {name: getattr(row, name) for name in names if getattr(row, name)}
            missing += [
                (row, name)
                for name, label in filled.items()
                if not {"en", "ru"} <= {*label.languages(), getattr(row, "language", "")}
            ]
    assert missing == []


def test_every_quote_is_translated_for_who_reads_another_language(demo):
    quotes = Quote.objects.all()
    readable = {quote: {quote.language, *quote.translation.languages()} for quote in quotes}
    assert [quote for quote, languages in readable.items() if not {"en", "ru"} <= languages] == []
    assert {"en", "ru", "kk", "uz", "fa"} <= {quote.language for quote in quotes}


def test_the_story_s_figures_are_those_of_its_report(demo):
    total = ParticipantGroup.objects.get(training__slug=STORY, is_total=True)
    assert (total.count, total.wording) == (45, "Forty five")
    facts = Fact.objects.filter(organisation__slug="un-volunteers")
    assert sorted((fact.value, fact.qualifier) for fact in facts) == [
        (4, "exact"),
        (35, "exact"),
        (140, "more_than"),
        (1970, "exact"),
        (1993, "exact"),
    ]


def test_no_country_of_the_story_has_a_count(demo):
    rows = GroupCountry.objects.filter(group__training__slug=STORY)
    assert {row.count for row in rows} == {None}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_story_s_report_shows_its_figures(demo, client, language):
    report = Report.objects.get(trainings__slug=STORY)
    shown = text_of(client.get(f"/{language}/reports/{report.slug}/").content.decode())
    assert {"45", "140", "35", "4", "1970", "1993"} <= set(re.findall(r"\d+", shown))


def test_counts_by_country_sum_where_all_are_known(demo):
    group = ParticipantGroup.objects.get(training__slug="roots-in-the-seabed", is_total=True)
    assert sum(row.count for row in group.countries.all()) == group.count == 55


def test_there_is_one_open_training_with_two_days_in_three_rooms(demo):
    training = Training.objects.get(lifecycle="open")
    timed = Session.objects.filter(training=training, start_time__isnull=False)
    rooms = set(timed.values_list("room", flat=True))
    assert {"Hall A · Зал А", "Room 2 · Зал 2", "Room 3 · Зал 3"} <= rooms
    assert len(set(timed.values_list("date", flat=True))) == 2
    assert timed.count() >= 14


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_that_can_be_reached_answers_and_none_says_none(demo, client, language):
    pages = reached(client, f"/{language}/", within=f"/{language}/")
    assert {path: status for path, (status, _) in pages.items() if status != 200} == {}
    assert [path for path, (_, html) in pages.items() if re.search(r"\bNone\b", html)] == []
    with translation.override(language):
        everything = [
            row.get_absolute_url()
            for model in (Training, Report, Person, Organisation)
            for row in model.objects.all()
        ]
    assert set(everything) - set(pages) == set()


def reached(client, start: str, *, within: str) -> dict[str, tuple[int, str]]:
    """Status and HTML of every page under `within` that links lead to, by its path.

    Of lists that are narrowed in several ways at once there are thousands: they are left out.
    """
    waiting, pages = [start], {}
    while waiting:
        path = waiting.pop()
        if path in pages:
            continue
        assert len(pages) < MOST_PAGES
        response = client.get(path, follow=True)  # a stranger's own pages lead to signing in
        html = response.content.decode() if "html" in response["Content-Type"] else ""
        pages[path] = (response.status_code, html)
        links = [unescape(link) for link in LINK.findall(html) if link.startswith(within)]
        waiting += [link for link in links if "&" not in link]
    return pages


def text_of(html: str) -> str:
    return TAG.sub(" ", html)
