"""What is not public: nothing of it on any page, in any list, feed or file for machines."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_place,
    make_quote,
    make_related_event,
    make_report,
    make_report_text,
    make_series,
    make_session,
    make_session_person,
    make_training,
)
from trainings.models import Appearance

WORD = "Sesame"
LISTS = [
    "/en/",
    "/en/trainings/",
    "/en/reports/",
    "/en/people/",
    "/en/organisations/",
    "/en/countries/",
    "/en/search/?q=sesame",
    "/en/search/?q=uzbekistan",
    "/en/feeds/reports.atom",
    "/en/feeds/trainings.atom",
    "/en/calendar.ics",
    "/sitemap.xml",
    "/en/trainings/shown/",
    "/en/reports/shown/",
    "/en/people/shown-person/",
    "/en/organisations/shown-organisation/",
    "/en/countries/kz/",
]


def place_with(client, word):
    """The addresses of LISTS whose source holds a word."""
    answers = {address: client.get(address) for address in LISTS}
    assert {answer.status_code for answer in answers.values()} == {200}
    return [address for address, answer in answers.items() if word in without_the_search(answer)]


def without_the_search(answer) -> str:
    """The source of a page without what was typed into its search, which it repeats."""
    return re.sub(r"\bsesame(?![-/])|</?mark>", "", answer.content.decode())


@pytest.fixture
def shown(db):
    """A public training with a report, a person and an organisation."""
    training = make_training("Shown", slug="shown", series=make_series("A series"))
    make_place(training, "KZ")
    organisation = make_organisation("Shown organisation", country="KZ")
    make_organisation_role(training, organisation)
    person = make_person("Shown person")
    make_appearance(training, person, organisations=[organisation], country="KZ")
    report = make_report(training, slug="shown", headline="Shown")
    for kind in ("people", "figures", "documents"):
        make_block(report.texts.get(), kind)
    return training


@pytest.fixture
def draft(shown):
    """A training beside it that touches all the same pages."""
    draft = make_training(f"{WORD} training", series=shown.series)
    place = make_place(draft, "KZ", city=f"{WORD} town", lead=organisation_of(shown))
    make_place(draft, "UZ")
    make_organisation_role(draft, organisation_of(shown), as_printed=f"{WORD} as printed")
    make_organisation_role(draft, make_organisation(f"{WORD} organisation"))
    appearance = make_appearance(
        draft,
        shown.appearances.get().person,
        title=f"{WORD} title",
        organisations=[organisation_of(shown)],
        country="KZ",
    )
    make_appearance(draft, make_person(f"{WORD} person"))
    make_quote(draft, f"{WORD} words", appearance=appearance)
    make_group(draft, f"{WORD} people", countries=["KZ", "UZ"], place=place)
    make_document(draft, f"{WORD} paper")
    make_related_event(shown, draft)
    return draft


def organisation_of(training):
    return training.organisation_roles.get().organisation


def hide(training, **values):
    type(training).objects.filter(pk=training.pk).update(**values)


def test_a_published_training_is_seen_where_a_draft_must_not_be(client, draft):
    assert set(place_with(client, WORD)) >= {
        "/en/",
        "/en/trainings/",
        "/en/people/",
        "/en/organisations/",
        "/en/search/?q=sesame",
        "/en/feeds/trainings.atom",
        "/en/trainings/shown/",
        "/en/people/shown-person/",
        "/en/organisations/shown-organisation/",
        "/en/countries/kz/",
    }


@pytest.mark.parametrize("moment", [None, now() + timedelta(days=1)], ids=["never", "tomorrow"])
def test_nothing_of_a_draft_training_is_public(client, draft, moment):
    hide(draft, published_at=moment)
    assert place_with(client, WORD) == []
    assert place_with(client, "sesame-") == []
    assert place_with(client, "Uzbekistan") == []


@pytest.mark.parametrize(
    "address",
    [
        "trainings/sesame-training/",
        "trainings/sesame-training/calendar.ics",
        "people/sesame-person/",
        "organisations/sesame-organisation/",
        "countries/uz/",
    ],
)
def test_a_draft_training_and_what_it_alone_names_have_no_page(client, draft, address):
    type(draft).objects.filter(pk=draft.pk).update(
        date_precision="days", start_date="2024-05-01", end_date="2024-05-02"
    )
    assert client.get(f"/en/{address}").status_code == 200
    hide(draft, published_at=None)
    assert client.get(f"/en/{address}").status_code == 404


def test_a_report_shows_nothing_of_a_training_that_is_a_draft(read, draft):
    report = make_report(draft, slug="early", headline="")
    text = report.texts.get()
    make_block(text, body="The report itself.")
    for kind in ("people", "figures", "documents"):
        make_block(text, kind)
    make_block(text, "quote", quote=draft.quotes.get())
    make_block(text, "photo", photo=make_photo(draft, f"{WORD} picture"), heading=WORD)
    assert f"{WORD} words" in read("/en/reports/early/").source
    hide(draft, published_at=None)
    page = read("/en/reports/early/")
    assert "The report itself." in page.text
    assert WORD not in page.source
    assert "Its training is not public yet." in page.text


@pytest.mark.parametrize("state", ["draft", "review", "archived"])
def test_a_report_that_is_not_published_is_nowhere(client, shown, state):
    report = make_report(shown, slug="sesame-report", headline=f"{WORD} headline")
    make_group(shown, "people", reported_in=report)
    assert len(place_with(client, f"{WORD} headline")) == 9
    assert client.get("/en/reports/sesame-report/").status_code == 200
    report.texts.update(state=state, published_at=None)
    assert place_with(client, f"{WORD} headline") == []
    assert place_with(client, "sesame-report") == []
    assert client.get("/en/reports/sesame-report/").status_code == 404


def test_a_report_waits_for_its_moment(client, shown):
    report = make_report(shown, slug="sesame-report", headline=f"{WORD} headline")
    report.texts.update(published_at=now() + timedelta(hours=1))
    assert place_with(client, f"{WORD} headline") == []
    assert client.get("/en/reports/sesame-report/").status_code == 404


def test_a_draft_text_leaves_its_report_to_the_other_languages(read, shown):
    report = make_report(shown, slug="two", headline="In English")
    russian = make_report_text(report, "ru", headline="По-русски")
    assert read("/ru/reports/two/").heading == "По-русски"
    russian.state = "draft"
    russian.save()
    assert read("/ru/reports/two/").heading == "In English"


@pytest.mark.parametrize("change", [{"public": False}, {"answer": "declined"}])
def test_a_person_who_is_not_shown_or_declined_is_nowhere(client, shown, change):
    person = make_person(f"{WORD} person")
    seen = make_appearance(shown, person, country="KZ", organisations=[organisation_of(shown)])
    make_session_person(make_session(shown), seen)
    make_quote(shown, "what the hidden one said", appearance=seen)
    assert len(place_with(client, f"{WORD} person")) == 6
    assert client.get("/en/people/sesame-person/").status_code == 200
    Appearance.objects.filter(pk=seen.pk).update(**change)
    assert place_with(client, f"{WORD} person") == []
    assert place_with(client, "what the hidden one said") == []
    assert client.get("/en/people/sesame-person/").status_code == 404


def test_a_report_does_not_quote_someone_who_is_not_shown(read, shown):
    seen = make_appearance(shown, make_person(f"{WORD} person"))
    quote = make_quote(shown, "what the hidden one said", appearance=seen)
    make_block(shown.reports.get().texts.get(), "quote", quote=quote)
    assert "what the hidden one said" in read("/en/reports/shown/").text
    Appearance.objects.filter(pk=seen.pk).update(public=False)
    assert "hidden one" not in read("/en/reports/shown/").text


@pytest.mark.parametrize("approval", ["not_asked", "asked", "refused"])
def test_a_quote_without_approval_is_nowhere(client, shown, approval):
    quote = make_quote(shown, f"{WORD} words", appearance=shown.appearances.get())
    make_block(shown.reports.get().texts.get(), "quote", quote=quote)
    assert place_with(client, f"{WORD} words") == [
        "/en/feeds/reports.atom",
        "/en/trainings/shown/",
        "/en/reports/shown/",
        "/en/people/shown-person/",
    ]
    shown.quotes.update(approval=approval)
    assert place_with(client, f"{WORD} words") == []


@pytest.mark.parametrize("withdrawn", [{"public": False}, {"consent": "withdrawn"}])
def test_a_photograph_that_may_not_be_shown_is_nowhere(client, shown, withdrawn):
    photo = make_photo(shown, f"{WORD} picture")
    make_block(shown.reports.get().texts.get(), "photo", photo=photo)
    assert place_with(client, WORD) == ["/en/trainings/shown/", "/en/reports/shown/"]
    shown.photos.update(**withdrawn)
    assert place_with(client, WORD) == []


def test_a_document_for_organizers_is_nowhere(client, shown):
    make_document(shown, f"{WORD} paper")
    make_document(shown, f"{WORD} slides", session=make_session(shown))
    make_document(None, f"{WORD} annex", report=shown.reports.get())
    seen = ["/en/trainings/shown/", "/en/reports/shown/"]
    assert place_with(client, f"{WORD} paper") == seen
    assert place_with(client, f"{WORD} slides") == seen
    assert place_with(client, f"{WORD} annex") == ["/en/reports/shown/"]
    shown.documents.update(public=False)
    shown.reports.get().documents.update(public=False)
    assert place_with(client, WORD) == []


def test_notes_for_organizers_are_nowhere(client, shown):
    hide(shown, desk_note=f"{WORD} note")
    hide(shown.reports.get(), desk_note=f"{WORD} note")
    assert place_with(client, WORD) == []
