"""A volunteer's own certificate: choosing the name, fetching the file, and nobody else's."""

import pytest
from django.test import Client

from tests.pages.page import read
from tests.volunteers.certificates.conftest import make_participant
from volunteers.services import certificates

pytestmark = pytest.mark.django_db


def signed_in(registration) -> Client:
    client = Client()
    client.force_login(registration.volunteer.user, "volunteers.signing_in.MailedCode")
    return client


def address(registration, certificate) -> str:
    return f"/en/me/registrations/{registration.code}/certificates/{certificate.number}.pdf"


@pytest.fixture
def certificate(zebo, organizer):
    return certificates.issue(zebo, kind="completion", by=organizer)


def test_the_own_page_leads_to_the_file(zebo, certificate):
    client = signed_in(zebo)
    page = read(client, f"/en/me/registrations/{zebo.code}/")
    assert page.links()["Certificate of completion (PDF)"] == address(zebo, certificate)
    answer = client.get(address(zebo, certificate))
    assert answer.content == certificates.pdf_of([certificate])
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]


def test_nobody_else_gets_it(training, zebo, certificate):
    other = make_participant(training, "Aida")
    own_page = f"/en/me/registrations/{other.code}/certificates/{certificate.number}.pdf"
    for client in (signed_in(other), Client()):
        assert client.get(address(zebo, certificate)).status_code == 404
    assert signed_in(other).get(own_page).status_code == 404


def test_one_that_is_revoked_cannot_be_fetched(zebo, certificate, organizer):
    certificates.revoke(certificate, by=organizer, reason="A mistake", is_public=True)
    client = signed_in(zebo)
    assert client.get(address(zebo, certificate)).status_code == 404
    assert "revoked: A mistake" in read(client, f"/en/me/registrations/{zebo.code}/").text


def test_the_name_is_chosen_before_it_is_issued(zebo, organizer):
    client = signed_in(zebo)
    chosen = {"certificate_name": "display"}
    client.post(f"/en/me/registrations/{zebo.code}/certificate-name/", chosen)
    zebo.refresh_from_db()
    assert certificates.issue(zebo, kind="completion", by=organizer).name == "Зебо Қосимӣ"


def test_after_that_only_the_organizers_change_it(zebo, certificate):
    where = f"/en/me/registrations/{zebo.code}/certificate-name/"
    answer = signed_in(zebo).post(where, {"certificate_name": "display"}, follow=True)
    zebo.refresh_from_db()
    assert zebo.certificate_name == ""
    assert "Write to the organizers to have it changed." in answer.content.decode()


def test_a_form_of_the_name_that_does_not_exist_is_refused(zebo):
    where = f"/en/me/registrations/{zebo.code}/certificate-name/"
    answer = signed_in(zebo).post(where, {"certificate_name": "royal"}, follow=True)
    assert "Choose one of the names." in answer.content.decode()
