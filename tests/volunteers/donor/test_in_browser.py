"""Donor figures in a real browser: asked, read on a phone, and frozen."""

import pytest

from tests.desk.test_browser import faults
from tests.volunteers.donor.making import make_held, make_participant
from trainings.models import Training
from volunteers.models import FrozenFigures

pytestmark = pytest.mark.browser


@pytest.mark.django_db(transaction=True)
def test_a_phone_asks_reads_and_freezes(organizer, open_page, sign_in):
    training = make_held("A regional training of volunteers with a rather long title")
    make_participant(training, sex="female", birth_year=2000, disability="yes")
    page = open_page(width=390)
    sign_in(page, organizer)
    page.goto("/admin/volunteers/frozenfigures/")
    page.get_by_label("Training", exact=True).select_option(str(training.pk))
    page.get_by_label("15–24").check()
    page.get_by_role("button", name="Count").click()
    page.get_by_text("25 and older").first.wait_for()
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page) == []
    page.get_by_label("For whom, or for what").fill("The fund")
    page.get_by_role("button", name="Freeze").click()
    page.get_by_role("heading", name="What is different now").wait_for()
    assert faults(page) == []
    assert Training.objects.count() == FrozenFigures.objects.count() == 1
