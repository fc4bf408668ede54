"""A kept page is answered as Django would, whole, and to everyone the same."""

import gzip

import brotli
import pytest

from tests.factories import make_block, make_group, make_report, make_training
from tests.kept_pages.conftest import Worker

LIST = "/en/trainings/"


@pytest.fixture
def training(worker):
    return make_training("Clean water", slug="water", lifecycle="planned")


def test_a_kept_page_carries_what_a_new_one_does(training, worker, client):
    worker.ask(LIST)
    kept = worker.ask(LIST).headers
    made = client.get(LIST, headers={"host": "localhost"}).headers
    assert kept.pop("etag") == f"W/{made['ETag']}"
    assert kept == {name.lower(): value for name, value in made.items() if name != "ETag"}
    assert kept["cache-control"] == "public, max-age=0, must-revalidate"
    assert kept["vary"] == "Accept-Encoding"


def test_each_browser_gets_the_encoding_it_reads(training, worker):
    packed = worker.ask(LIST, accept_encoding="gzip, deflate", if_none_match='"other"')
    plain = worker.ask(LIST)
    dense = worker.ask(LIST, accept_encoding="gzip, deflate, br;q=0.9")
    assert gzip.decompress(packed.body) == brotli.decompress(dense.body) == plain.body
    assert worker.ask(LIST, accept_encoding="br;q=0, gzip;q=0").body == plain.body
    assert (packed.headers["content-encoding"], dense.headers["content-encoding"]) == ("gzip", "br")
    assert worker.made == 1


def test_a_browser_that_has_the_page_is_told_so(training, worker):
    tag = worker.ask(LIST).headers["etag"]
    again = worker.ask(LIST, if_none_match=f'"other", {tag}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert "content-security-policy" in again.headers
    assert worker.ask(LIST, if_none_match='"other"').status == 200


def test_a_head_says_how_long_the_page_is(training, worker):
    head, whole = worker.ask(LIST, "HEAD"), worker.ask(LIST)
    assert (head.body, head.headers) == (b"", whole.headers)
    assert head.headers["content-length"] == str(len(whole.body))


def test_a_cookie_makes_no_page_of_its_own(training, worker, organizer_client):
    cookie = organizer_client.cookies.output(header="", sep=";").strip()
    signed_in = worker.ask(LIST, cookie=cookie, accept_language="ru")
    assert signed_in == worker.ask(LIST)
    assert "set-cookie" not in signed_in.headers
    assert worker.made == 1


def test_a_page_of_a_list_and_a_filter_are_kept_apart(training, worker):
    make_training("Held water", lifecycle="held")
    for _again in range(2):
        assert "Clean water" not in worker.ask(f"{LIST}?state=held").text
        assert "Clean water" in worker.ask(f"{LIST}?state=&page=1").text
    assert worker.made == 2


def test_what_an_advertiser_adds_to_an_address_is_dropped(training, worker):
    first = worker.ask(LIST)
    assert worker.ask(f"{LIST}?utm_source=letter&fbclid=1") == first
    assert worker.made == 1


@pytest.mark.parametrize("query", ["q=water", "nonsense=1", "state=" + "x" * 400])
def test_what_anyone_may_type_is_not_kept(training, worker, query):
    for _again in range(2):
        assert worker.ask(f"{LIST}?{query}").status == 200
    assert worker.made == 2
    assert not worker.door.kept.pages


@pytest.mark.parametrize(
    "address",
    [
        "/en/me/sign-in/",
        "/en/trainings/water/register/",
        "/en/trainings/nowhere/",
        "/en/countries/ZZ/",
        "/en/demo/letters/",
        "/certificates/ABC/",
        "/admin/login/",
        "/check-in/",
        "/robots.txt",
        "/",
        "/xx/",
        "/en/%FF%00/",
    ],
)
def test_no_other_address_is_kept(training, worker, address):
    worker.ask(address)
    assert not worker.door.kept.pages


def test_a_form_is_never_answered_from_what_is_kept(training, worker):
    worker.ask(LIST)
    assert worker.ask(LIST, "POST").status in (403, 405)


def test_each_host_is_asked_of_django_first(training, worker):
    worker.ask(LIST)
    assert worker.ask(LIST, host="evil.example.org").status == 400
    assert worker.ask(LIST, host="hashar.example.org").status == 200
    assert worker.made == 3


def test_an_address_without_https_leads_there_still(training, worker, settings):
    settings.SECURE_SSL_REDIRECT = True
    secure = Worker()
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert secure.ask(LIST, x_forwarded_proto="https").status == 200
    assert secure.ask(LIST).status == 301


def test_no_more_is_kept_than_fits(training):
    worker = Worker(most_bytes=40_000)
    for number in range(1, 9):
        worker.ask(f"{LIST}?page={number}")
    assert 0 < worker.door.kept.bytes <= 40_000
    assert f"page={number}" in str(list(worker.door.kept.pages)[-1])


def test_a_large_page_does_not_push_the_others_out(training):
    worker = Worker(most_bytes=30_000)
    worker.ask("/en/people/")
    training.summary = "Springs and wells. " * 2_000
    training.save()
    assert "Springs and wells." in worker.ask("/en/trainings/water/").text
    assert [path for path, *_rest in worker.door.kept.pages] == ["/en/people/"]


@pytest.mark.parametrize(
    "address",
    ["figures/trainings.csv", "figures/trainings.json", "reports/water/press/figures.csv"],
)
def test_figures_are_kept_as_files(training, worker, address):
    make_group(training, "engineers", count=45, is_total=True)
    make_block(make_report(training, slug="water").texts.get(), "figures")
    made, kept = (worker.ask(f"/en/{address}") for _time in range(2))
    assert kept == made
    assert "engineers" in kept.text
    assert worker.made == 1
