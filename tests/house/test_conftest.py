"""The tests' own tools do what the other tests rely on."""

import json

import pytest
from django.conf import settings
from django.db import connection

from trainings.models import Country


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_all_seeded_rows_are_there_after_a_test_that_emptied_the_database(turn):
    assert Country.objects.filter(code="KZ").count() == 1
    there = connection.creation.serialize_db_to_string()
    assert seeded(there) == seeded(connection._test_serialized_contents)


def seeded(rows: str) -> list[dict]:
    """All rows but those that tell a new value whenever something is written."""
    return [row for row in json.loads(rows) if row["model"] != "pages.stamp"]


def test_uploads_of_the_tests_never_reach_the_real_folder():
    assert "hashar-tests-" in str(settings.MEDIA_ROOT)


@pytest.mark.browser
def test_a_page_of_the_site_opens_without_a_complaint(screen):
    assert screen.goto("/admin/login/").ok
    assert screen.locator("input[type=password]").count() == 1


@pytest.mark.browser
def test_a_signed_in_window_shows_the_desk(browser_page, sign_in, organizer):
    sign_in(browser_page, organizer)
    assert browser_page.goto("/admin/").ok
    assert browser_page.url.endswith("/admin/")


@pytest.mark.browser
def test_an_inline_script_and_another_host_are_complained_of(browser_page, complaints):
    browser_page.goto("/admin/login/")
    with (
        browser_page.expect_console_message(lambda one: "inline script" in one.text),
        browser_page.expect_console_message(lambda one: "example.org/picture" in one.text),
    ):
        browser_page.evaluate(
            """() => {
                const script = document.createElement("script");
                script.textContent = "1";
                document.head.append(script);
                const image = document.createElement("img");
                image.src = "https://example.org/picture.png";
                document.body.append(image);
            }"""
        )
    assert any("inline script" in line for line in complaints)
    assert any("example.org/picture" in line for line in complaints)
    complaints.clear()
