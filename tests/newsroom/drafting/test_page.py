"""The button “Draft from the record”: where it stands, what it asks, and where it leads."""

import pytest

from tests import factories as make
from tests.desk.forms import page_of, tags
from tests.volunteers.roles.people import make_staff
from trainings.models import Report, ReportText
from volunteers.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make.make_training("First steps", kind="workshop")


def of_training(training) -> str:
    return f"/admin/trainings/training/{training.pk}/draft/"


def of_report(report) -> str:
    return f"/admin/trainings/report/{report.pk}/draft/"


def links(response) -> set[str]:
    return {tag.get("href", "") for name, tag in tags(page_of(response)) if name == "a"}


def chosen(response) -> list[str]:
    """The languages that the page offers, the one that is ticked with a star."""
    boxes = [tag for _name, tag in tags(page_of(response)) if tag.get("name") == "language"]
    return [one.get("value") + "*" * ("checked" in one.attrib) for one in boxes]


def test_opening_the_page_makes_nothing(organizer_client, training):
    response = organizer_client.get(of_training(training))
    assert chosen(response) == ["en*", "ru"]
    assert Report.objects.count() == 0


def test_the_button_leads_to_the_text(organizer_client, training):
    response = organizer_client.post(of_training(training), {"language": "en"}, follow=True)
    text = ReportText.objects.get()
    assert response.redirect_chain == [(f"/admin/trainings/reporttext/{text.pk}/change/", 302)]
    assert "Here is a first draft." in response.content.decode()


def test_what_has_to_be_translated_is_said(organizer_client, training):
    response = organizer_client.post(of_training(training), {"language": "ru"}, follow=True)
    assert "in another language only (English)" in response.content.decode()


@pytest.mark.parametrize("language", ["", "kk", "x" * 10_000, "en\0"])
def test_what_is_no_language_is_refused_on_the_page(organizer_client, training, language):
    response = organizer_client.post(of_training(training), {"language": language})
    assert "Nothing was drafted yet" in response.content.decode()
    assert Report.objects.count() == 0


def test_a_refusal_is_said_and_leaves_everything(organizer_client, training):
    report = make.make_report(training, headline="Mine", published=False)
    response = organizer_client.post(of_training(training), {"language": "en"})
    assert "has words already" in response.content.decode()
    assert report.texts.get().headline == "Mine"


def test_another_report_is_made_where_that_is_asked_for(organizer_client, training):
    first = make.make_report(training, headline="Mine")
    page = organizer_client.get(of_training(training))
    assert f"/admin/trainings/reporttext/{first.texts.get().pk}/change/" in links(page)
    organizer_client.post(of_training(training), {"language": "en", "another": "on"})
    assert [str(one) for one in training.reports.order_by("pk")] == ["Mine", "First steps"]


def test_a_report_offers_the_languages_without_words(organizer_client, training):
    report = make.make_report(training, headline="Mine")
    page = organizer_client.get(f"/admin/trainings/report/{report.pk}/change/")
    assert f"{of_report(report)}?language=ru" in links(page)
    assert f"{of_report(report)}?language=en" not in links(page)
    assert chosen(organizer_client.get(f"{of_report(report)}?language=ru")) == ["ru*"]
    organizer_client.post(of_report(report), {"language": "ru"})
    assert report.texts.get(language="ru").headline == "First steps"


def test_a_report_with_words_everywhere_offers_nothing(organizer_client, training):
    report = make.make_report(training)
    make.make_report_text(report, "ru")
    response = organizer_client.get(of_report(report))
    assert "has words in every language" in response.content.decode()
    assert organizer_client.post(of_report(report), {"language": "ru"}).status_code == 200
    assert report.texts.count() == 2


def test_the_training_and_its_desk_lead_there(organizer_client, training):
    for address in ("change/", "desk/"):
        page = organizer_client.get(f"/admin/trainings/training/{training.pk}/{address}")
        assert of_training(training) in links(page)


def test_an_editor_may_and_an_observer_may_not(client, training):
    client.force_login(make_staff(Role.EDITOR))
    assert client.get(of_training(training)).status_code == 200
    client.force_login(make_staff(Role.OBSERVER))
    assert client.get(of_training(training)).status_code == 403
    assert client.post(of_training(training), {"language": "en"}).status_code == 403
    assert Report.objects.count() == 0


def test_a_record_that_is_gone_is_not_found(organizer_client):
    for kind in ("training", "report"):
        address = f"/admin/trainings/{kind}/999999/draft/"
        assert organizer_client.post(address, {"language": "en"}).status_code == 404
