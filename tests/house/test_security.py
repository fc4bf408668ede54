"""What every answer carries, and what no page may hold."""

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests import factories

STRICT = {
    "base-uri 'self'",
    "default-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
}
PAGES = ["/en/", "/ru/trainings/", "/admin/login/", "/en/nowhere/", "/static/css/base.css"]
INLINE = {
    "a script": r"<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)",
    "a style sheet": r"<style\b",
    "a style attribute": r"<[^>]+\sstyle\s*=",
    "a handler": r"<[^>]+\son\w+\s*=",
    "an address of a script": r"(?:href|src|action)\s*=\s*[\"']?\s*javascript:",
}

pytestmark = pytest.mark.django_db


def policy(response) -> set[str]:
    return set(response.headers["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_carries_the_headers_of_a_strict_site(client, address):
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_allows_the_site_itself_and_nothing_else(client, address):
    assert policy(client.get(address)) == STRICT


def test_the_desk_is_as_strict_inside(organizer_client):
    assert policy(organizer_client.get("/admin/")) == STRICT


def test_an_uploaded_file_may_do_less_still(client):
    name = default_storage.save("tried/plain.pdf", ContentFile(b"%PDF-1.7"))
    assert policy(client.get(f"/media/{name}")) == {"default-src 'none'", "sandbox"}


@pytest.mark.parametrize("address", PAGES[:4])
def test_no_page_can_be_framed(client, address):
    assert client.get(address).headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("kind", INLINE)
def test_no_page_holds_anything_inline(organizer_client, kind):
    training = factories.make_training()
    shown = ["/en/", f"/en/trainings/{training.slug}/", "/admin/"]
    shown.append(f"/admin/trainings/training/{training.pk}/change/")
    for address in shown:
        response = organizer_client.get(address)
        assert response.status_code == 200, address
        assert re.findall(INLINE[kind], response.content.decode()) == [], address


def test_what_is_looked_for_would_be_found():
    bad = """<script>1</script><style>p{}</style><p style="x" onclick="y"><a href="javascript:z">"""
    assert [len(re.findall(pattern, bad)) for pattern in INLINE.values()] == [1] * 5


def test_a_public_page_sets_no_cookie_and_does_not_differ_by_one(client):
    for address in ("/", "/en/", "/ru/trainings/", "/en/search/?q=Almaty", "/en/nowhere/"):
        response = client.get(address)
        assert response.cookies == {}, address
        assert "Cookie" not in response.headers.get("Vary", ""), address


def test_on_https_everything_insists_on_it(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31536000
    response = client.get("/en/")
    assert (response.status_code, response.url) == (301, "https://testserver/en/")
    secure = client.get("/en/", secure=True).headers
    assert secure["Strict-Transport-Security"].startswith("max-age=31536000")
