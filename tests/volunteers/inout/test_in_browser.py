"""A list brought in and a list saved, in a real browser and by keyboard alone."""

import csv

import pytest

from tests.desk.conftest import desk
from tests.volunteers.factories import make_open_training
from volunteers.models import Intake, Registration
from volunteers.services import intakes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

__all__ = ["desk"]
WIDTH = 390


def test_a_list_goes_in_and_comes_out_again(desk, tmp_path):
    make_open_training("Water")
    file = tmp_path / "list.csv"
    file.write_text("ФИО;Почта;Страна\nЗебо;zebo@example.org;Таджикистан\n", encoding="cp1251")
    page = desk(WIDTH)
    page.goto("/admin/volunteers/intake/add/")
    page.get_by_label("Training", exact=True).select_option(label="Water")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look at the list").press("Enter")
    page.get_by_text("Read as Windows-1251.").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    page.get_by_role("button", name="Take in 1 line").press("Enter")
    page.get_by_text("0 of 1 lines looked at").wait_for()
    intakes.run_due()
    page.get_by_role("heading", name="Taken in").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    page.goto("/admin/volunteers/registration/")
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").press("Enter")
    lines = list(csv.reader(saved.value.path().open(encoding="utf-8-sig", newline="")))
    assert [line[0] for line in lines] == ["Name", "Зебо"]
    assert (Intake.objects.get().stage, Registration.objects.count()) == ("done", 1)
