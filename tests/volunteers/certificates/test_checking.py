"""The page behind the QR code: valid, revoked, replaced, erased or unknown."""

import pytest
from django.test import Client

from tests.pages.page import Page
from volunteers.services import attempts, certificates, privacy
from volunteers.services.certificates import forget

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(zebo, organizer):
    return certificates.issue(zebo, kind="completion", by=organizer)


def look(certificate, **headers) -> Page:
    return Page(Client(headers=headers).get(certificate.get_absolute_url()))


def test_a_valid_one_says_name_training_dates_and_issuer(certificate):
    words = look(certificate).text
    for said in (
        *("This certificate is valid", "Zebo Qosimi", "Clean water", "22–24 April 2027"),
        *(
            "Osh, Kyrgyzstan",
            "House of Volunteers",
            certificate.number,
            "Certificate of completion",
        ),
    ):
        assert said in words


def test_the_page_speaks_the_language_of_its_reader(certificate):
    assert "Чистая вода" in look(certificate, accept_language="kk").text
    russian = Client().get(certificate.get_absolute_url(), {"language": "ru"})
    assert "Чистая вода" in russian.content.decode()
    assert russian.headers["Content-Language"] == "ru"


def test_a_revoked_one_says_so_and_keeps_the_reason_to_itself(certificate, organizer):
    certificates.revoke(certificate, by=organizer, reason="A secret matter", is_public=False)
    words = look(certificate).text
    assert "This certificate was revoked" in words
    assert "is not valid any more" in words
    assert "A secret matter" not in words
    assert "This certificate is valid" not in words


def test_the_reason_is_told_where_it_may_be(certificate, organizer):
    certificates.revoke(certificate, by=organizer, reason="Issued by mistake", is_public=True)
    assert "The reason: Issued by mistake" in look(certificate).text


def test_a_replaced_one_leads_to_the_newer(certificate, organizer):
    newer = certificates.reissue(certificate, by=organizer, reason="A slip in the name")
    page = look(certificate)
    assert "There is a newer version" in page.text
    assert newer.get_absolute_url() in page.links().values()
    assert "A slip in the name" not in page.text


def test_an_unknown_code_says_so_plainly(db):
    answer = Client().get("/certificates/AbCdEfGhIjKlMnOp/")
    assert answer.status_code == 404
    assert "We know no certificate with this code" in answer.content.decode()


def test_no_search_engine_lists_it(certificate):
    answer = Client().get(certificate.get_absolute_url())
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]
    assert Page(answer).meta("robots") == "noindex"


def test_whoever_tries_many_codes_is_told_nothing_any_more(certificate):
    client = Client(REMOTE_ADDR="203.0.113.7")
    for number in range(attempts.CODES.most):
        assert client.get(f"/certificates/guess-{number}/").status_code == 404
    answer = client.get(certificate.get_absolute_url())
    assert answer.status_code == 429
    assert "Zebo" not in answer.content.decode()
    others = Client(REMOTE_ADDR="203.0.113.8").get(certificate.get_absolute_url())
    assert others.status_code == 200


def test_a_code_has_96_bits(certificate):
    assert len(certificate.code) == 16


def test_an_erased_person_is_not_named_any_more(certificate, zebo):
    privacy.erase(zebo.volunteer.user)
    words = look(certificate).text
    assert "The name is not shown any more" in words
    assert "Zebo" not in words
    assert certificate.number in words


def test_nothing_of_a_name_stays_on_a_forgotten_one(certificate, zebo, organizer):
    certificates.revoke(certificate, by=organizer, reason="Zebo asked", is_public=True)
    forget([zebo])
    certificate.refresh_from_db()
    assert (certificate.name, certificate.printed, certificate.revoke_reason) == ("", {}, "")
