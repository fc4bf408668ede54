"""The form of a training reads all its rows at once when it is opened."""

import pytest

from tests import factories as record
from tests.desk.forms import page_of, tags
from tests.volunteers.desk.test_queries import at_most
from tests.volunteers.factories import make_open_training, make_question, make_quota
from tests.volunteers.roles.people import make_staff
from volunteers.roles import Role

MOST_QUERIES = 19


@pytest.fixture
def training(db):
    """One or two rows of each kind, and what hangs on them."""
    training = make_open_training("Water")
    record.make_place(training, city="Dushanbe")
    for name in ("Aigul", "Bolot"):
        record.make_appearance(training, record.make_person(name))
    appearance = training.appearances.first()
    session = record.make_session(training, place=training.places.get())
    record.make_session_person(session, appearance)
    whole = record.make_group(training, countries=["KZ", "TJ"], count=20)
    record.make_group(training, "trainers", subset_of=whole, session=session)
    record.make_quote(training, appearance=appearance)
    record.make_point(training)
    record.make_training_language(training)
    record.make_organisation_role(training)
    record.make_photo(training)
    record.make_document(training)
    record.make_report(training)
    record.make_related_event(training, record.make_training("Another"))
    make_quota(training, "TJ", maximum=3)
    make_question(training, "Tea?", kind="choice", options=["yes", "no"], only_countries=["TJ"])
    return training


def change(training) -> str:
    return f"/admin/trainings/training/{training.pk}/change/"


def shown(response) -> dict[str, str]:
    """The values of all inputs, and what is chosen in each list."""
    found = {}
    for name, tag in tags(page_of(response)):
        if name in ("input", "textarea"):
            found[tag.get("name")] = tag.get("value") or tag.text
        if name == "select":
            chosen = [one.get("value") for _n, one in tags(tag) if one.get("selected") is not None]
            found[tag.get("name")] = [*chosen, *("".join(one.itertext()) for one in tag)]
    return {key: value for key, value in found.items() if key != "csrfmiddlewaretoken"}


def test_it_asks_a_fixed_small_number_of_questions(organizer_client, training):
    path = change(training)
    organizer_client.get(path)  # loads what is loaded once
    with at_most(MOST_QUERIES):
        organizer_client.get(path)


def test_the_rows_are_those_that_each_kind_would_read_by_itself(
    organizer_client, training, monkeypatch
):
    path = change(training)
    at_once = shown(organizer_client.get(path))
    monkeypatch.setattr("trainings.admin.training.TrainingAdmin.reads_at_once", False)
    assert at_once == shown(organizer_client.get(path))
    assert at_once["sessions-0-title_0"] == "A session"


def test_who_may_only_read_it_is_shown_the_same_rows(client, training):
    client.force_login(make_staff(Role.OBSERVER))
    page = " ".join(page_of(client.get(change(training))).itertext())
    told = ("Dushanbe", "Aigul", "A session", "participants", "Tajikistan", "Another")
    assert [words for words in told if words not in page] == []


def test_a_row_keeps_its_choice_from_elsewhere(organizer_client, training):
    """A place of another training, chosen before: then its kind is read by itself."""
    other = record.make_place(record.make_training("Another"), city="Bishkek")
    training.sessions.update(place=other)
    chosen = shown(organizer_client.get(change(training)))
    assert chosen["sessions-0-place"][0] == str(other.pk)
