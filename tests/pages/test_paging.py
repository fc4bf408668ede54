"""Lists over several pages."""

import pytest

from tests.factories import (
    make_appearance,
    make_organisation,
    make_organisation_role,
    make_person,
    make_report,
    make_training,
)

LISTS = ["/en/trainings/", "/en/reports/", "/en/people/", "/en/organisations/"]


@pytest.fixture
def thirty(db):
    """Thirty of each: two pages."""
    training = make_training()
    for number in range(30):
        make_appearance(training, make_person(f"Person {number:02}"))
        make_organisation_role(training, make_organisation(f"Organisation {number:02}"))
        make_report(training, headline=f"Report {number:02}")
        if number:
            make_training(f"Training {number:02}")


@pytest.mark.parametrize("address", LISTS)
def test_a_long_list_is_cut_into_pages(read, thirty, address):
    first, second = read(address), read(f"{address}?page=2")
    assert first.line('.//nav[@class="pager"]') == "Page 1 of 2 Next page"
    assert second.line('.//nav[@class="pager"]') == "Earlier page Page 2 of 2"
    links = (page.links('.//main//div[@class="wrap"]/*//li') for page in (first, second))
    # The filters stand on every page.
    rows = ({link for link in one.values() if "?" not in link} - {address} for one in links)
    assert not set.intersection(*rows)


@pytest.mark.parametrize("address", LISTS)
def test_each_page_has_a_title_and_an_address_of_its_own(read, thirty, address):
    first, second = read(address), read(f"{address}?page=2")
    assert first.canonical == f"http://127.0.0.1:8000{address}"
    assert second.canonical == f"http://127.0.0.1:8000{address}?page=2"
    assert second.title == first.title.replace(" · Hashar", " · Page 2 of 2 · Hashar")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("0", 1),
        ("-1", 1),
        ("3", 2),
        ("99999999999999999999999999", 2),
        ("9" * 5000, 1),
        ("abc", 1),
        ("²", 1),
        ("%00", 1),
        ("", 1),
    ],
)
def test_a_number_out_of_range_shows_a_page_that_is_there(read, thirty, asked, shown):
    page = read(f"/en/people/?page={asked}")
    assert f"Page {shown} of 2" in page.line('.//nav[@class="pager"]')
    assert page.canonical.endswith("/people/" if shown == 1 else "/people/?page=2")


def test_the_next_page_keeps_the_filters(read, thirty):
    page = read("/en/trainings/?q=training&state=held")
    assert page.links()["Next page"] == "?q=training&state=held&page=2"


def test_the_number_of_all_is_said(read, thirty):
    assert read("/en/people/").line('.//p[@class="found"]') == "30 people"


def test_one_is_not_called_several(read):
    make_appearance(make_training())
    assert read("/en/people/").line('.//p[@class="found"]') == "1 person"
