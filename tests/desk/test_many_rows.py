"""A page of the desk that is sent in with more rows than anybody types."""

import pytest

from tests.desk.forms import send
from tests.factories import make_session, make_training


@pytest.fixture
def training(db):
    training = make_training("Springs")
    make_session(training, "The well")
    return training


def sessions_of(page):
    [found] = [
        one.formset
        for one in page.context["inline_admin_formsets"]
        if one.formset.prefix == "sessions"
    ]
    return found


def test_no_more_rows_are_made_than_a_page_takes(organizer_client, training):
    address = f"/admin/trainings/training/{training.pk}/change/"
    typed = {"sessions__TOTAL_FORMS": "2000", "sessions__0__title_0": "Sea"}
    page = send(organizer_client, address, **typed)
    assert len(sessions_of(page).forms) == 201
    said = "A page takes at most 201 rows of a kind. Save fewer at once."
    assert said in page.content.decode()
    assert str(training.sessions.get().title) == "The well"
