"""Pages for what went wrong."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500, urlpatterns
from tests.pages.page import Page


def refuse(request):
    raise PermissionDenied


def mislead(request):
    raise SuspiciousOperation


def fail(request):
    raise RuntimeError


# Django looks for these names in the address table that `broken` puts in force.
__all__ = ["handler400", "handler403", "handler404", "handler500"]
urlpatterns = [
    path("en/refused/", refuse),
    path("en/misled/", mislead),
    path("en/failed/", fail),
    *urlpatterns,
]

HEADINGS = {
    "misled": (400, "This request can’t be read"),
    "refused": (403, "This page is not for you"),
    "nowhere": (404, "This page is not here"),
    "failed": (500, "Something broke on our side"),
}


@pytest.fixture
def broken(settings, db):
    """A stranger on a site with pages that fail, one for each way of failing."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("name", HEADINGS)
def test_it_looks_like_the_site_and_leads_back(broken, name):
    answer = broken.get(f"/en/{name}/")
    page = Page(answer)
    assert (answer.status_code, page.heading) == HEADINGS[name]
    assert page.links()["To the front page"] == "/en/"
    assert page.links(".//header")["Trainings"] == "/en/trainings/"
    assert page.title == f"{page.heading} · Hashar"


@pytest.mark.parametrize("name", HEADINGS)
def test_no_search_engine_keeps_it(broken, name):
    page = Page(broken.get(f"/en/{name}/"))
    assert page.meta("robots") == "noindex"
    assert page.all('.//link[@rel="canonical"]') == []


def test_a_broken_site_asks_no_database(broken, django_assert_num_queries):
    with django_assert_num_queries(0):
        broken.get("/en/failed/")


def test_it_speaks_the_language_of_the_address(broken):
    page = Page(broken.get("/ru/nowhere/"))
    assert page.root.get("lang") == "ru"
    assert page.heading == "Такой страницы нет"


def test_a_missing_page_offers_the_search(broken):
    (form,) = Page(broken.get("/en/nowhere/")).all(".//main//form")
    assert (form.get("action"), form.get("method")) == ("/en/search/", "get")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/en/trainings/first-regonal_training-2/", "first regonal training"),
        ("/en/reports/Родники.html", "Родники"),
        ('/en/%3Cscript%3E"/', "script"),
        ("/xx/", "xx"),
        ("/en/000/", ""),
        ("/en/me/registrations/ezLkHSUsf2gSmVVL/x7Qa/", ""),
        (f"/en/{'слово-' * 500}/", ("слово " * 500)[:80]),
    ],
)
def test_a_missing_page_has_the_words_of_its_address_in_the_search(broken, address, words):
    (field,) = Page(broken.get(address)).all('.//main//input[@name="q"]')
    assert field.get("value") == words


@pytest.mark.parametrize(
    ("accepts", "heading"), [("ru", "Такой страницы нет"), ("", HEADINGS["nowhere"][1])]
)
def test_an_address_without_a_language_is_missed_in_the_readers(broken, accepts, heading):
    answer = broken.get("/nowhere/", headers={"accept-language": accepts})
    page = Page(answer)
    assert page.heading == heading
    assert "Accept-Language" in answer.headers["Vary"]
    assert {"RU", "EN"} <= set(page.links(".//header"))


def test_a_form_that_has_grown_old_says_what_to_do(db):
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "someone"})
    page = Page(answer)
    assert (answer.status_code, page.heading) == (403, "This form has grown old")
    assert "Go back, reload the page and send it again." in page.text


@pytest.mark.parametrize(
    "address",
    ["/en/trainings/%00/", "/en/reports/%F0%9F%99%82/", "/en/people/..%2F/", "/xx/", "/en//"],
)
def test_a_mangled_address_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


def test_an_address_is_written_with_its_signs_as_addresses_have_them(client, db):
    (told,) = Page(client.get("/en/вода%00/")).all('.//meta[@property="og:url"]')
    assert told.get("content").endswith("/en/%D0%B2%D0%BE%D0%B4%D0%B0%00/")


def test_a_host_that_is_not_ours_gets_no_page(db):
    assert Client(headers={"host": "elsewhere.example.org"}).get("/en/").status_code == 400
