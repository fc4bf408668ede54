"""A volunteer whom an organizer said to be a person of the record: what follows before readers."""

import datetime as dt

import pytest
from auditlog.models import LogEntry
from django.test import Client

from tests.desk.forms import send
from tests.factories import make_appearance, make_block, make_person, make_photo, make_quote
from tests.newsroom.reviewing import page
from tests.volunteers.factories import make_registration, make_volunteer
from tests.volunteers.roles.people import make_staff
from trainings.models import Photo
from trainings.records.dumping import dump
from trainings.records.loading import load
from trainings.services import publish
from trainings.services.refusal import NotAllowed
from volunteers.models import Volunteer
from volunteers.roles import Role
from volunteers.services import consents, privacy, same_person

CHILD = dt.date.today().year - 15


@pytest.fixture
def zebo(draft):
    """A volunteer of the training of the draft, with a consent to photographs."""
    training = draft.report.trainings.get()
    row = make_registration(training, make_volunteer(name="Zebo Example"), name="Zebo Example")
    consents.give(row, "photographs", language="en")
    return row


@pytest.fixture
def photo(draft):
    """A photograph in the draft with a consent, that shows a person called like the volunteer."""
    photo = make_photo(draft.report.trainings.get(), "At the well", consent="given")
    photo.people.set([make_person("Zebo Example")])
    make_block(draft, "photo", photo=photo)
    return photo


def address(volunteer) -> str:
    return f"/admin/volunteers/volunteer/{volunteer.pk}/person/"


def test_photographs_of_someone_linked_leave_the_pages_when_the_consent_is_taken_back(
    zebo, photo, organizer, client
):
    other = make_photo(photo.training, "On the road", consent="given")
    same_person.say(zebo.volunteer, photo.people.get(), by=organizer)
    read = client.get(photo.training.get_absolute_url()).content.decode()
    assert "At the well" in read
    consents.take_back(zebo, "photographs")
    read = client.get(photo.training.get_absolute_url()).content.decode()
    assert ["At the well" in read, "On the road" in read] == [False, True]
    assert Photo.objects.get(pk=other.pk).consent == "given"


def test_an_equal_name_alone_links_nobody(zebo, photo):
    consents.take_back(zebo, "photographs")
    photo.refresh_from_db()
    assert photo.consent == "given"


def test_linking_counts_for_a_consent_that_was_taken_back_before(zebo, photo, organizer):
    consents.take_back(zebo, "photographs")
    same_person.say(zebo.volunteer, photo.people.get(), by=organizer)
    photo.refresh_from_db()
    assert photo.consent == "withdrawn"


def test_a_picture_tagged_later_is_refused_and_who_it_is_told_to_few(
    zebo, photo, organizer, editor, editor_client, draft
):
    same_person.say(zebo.volunteer, photo.people.get(), by=organizer)
    consents.take_back(zebo, "photographs")
    Photo.objects.update(consent="given")
    with pytest.raises(NotAllowed, match="The consent of the people shown was withdrawn"):
        publish.publish(draft, by=editor)
    named = "Zebo Example took back the consent to photographs."
    assert named not in editor_client.get(page(draft)).content.decode()
    editor_client.force_login(organizer)
    assert named in editor_client.get(page(draft)).content.decode()


def test_a_picture_tagged_at_the_desk_later_leaves_the_pages_at_once(
    zebo, photo, organizer, client
):
    person = photo.people.get()
    same_person.say(zebo.volunteer, person, by=organizer)
    consents.take_back(zebo, "photographs")
    make_photo(photo.training, "On the road", consent="given")
    reader = Client()
    assert "On the road" in reader.get(photo.training.get_absolute_url()).content.decode()
    client.force_login(organizer)
    desk = f"/admin/trainings/training/{photo.training.pk}/change/"
    answer = send(client, desk, **{"photos-1-people": person.pk})
    assert "1 photograph is not shown to readers now" in answer.content.decode()
    assert "On the road" not in reader.get(photo.training.get_absolute_url()).content.decode()


def test_a_picture_tagged_by_a_record_file_later_is_hidden_too(zebo, photo, organizer, tmp_path):
    same_person.say(zebo.volunteer, photo.people.get(), by=organizer)
    consents.take_back(zebo, "photographs")
    Photo.objects.update(consent="given")
    (tmp_path / "springs.yaml").write_text(dump([photo.training]))
    assert [one.troubles for one in load([tmp_path / "springs.yaml"])] == [[]]
    assert Photo.objects.get().consent == "withdrawn"


def test_someone_under_18_is_linked_only_when_the_record_says_so(zebo, organizer, draft):
    Volunteer.objects.update(birth_year=CHILD)
    person = make_person("Zebo Example")
    with pytest.raises(NotAllowed, match="Mark Zebo Example so first"):
        same_person.say(zebo.volunteer, person, by=organizer)
    person.under_age = True
    person.save()
    assert same_person.say(zebo.volunteer, person, by=organizer).person == person


def test_a_year_of_birth_given_later_bars_and_tells_an_editor_no_age(
    zebo, organizer, editor, draft
):
    training, person = zebo.training, make_person("Zebo Example")
    same_person.say(zebo.volunteer, person, by=organizer)
    quote = make_quote(training, "Near", appearance=make_appearance(training, person))
    quote.approval = "approved"
    quote.save()
    make_block(draft, "quote", quote=quote)
    Volunteer.objects.update(birth_year=CHILD)
    with pytest.raises(NotAllowed, match="Zebo Example may not be shown"):
        publish.publish(draft, by=editor)
    with pytest.raises(NotAllowed, match="Zebo Example is under 18"):
        publish.publish(draft, by=organizer)


def test_an_organizer_links_on_a_page_of_its_own(client, zebo, organizer):
    person = make_person("Зебо Қосимӣ")
    client.force_login(organizer)
    client.post(address(zebo.volunteer), {"person": person.pk})
    volunteer = Volunteer.objects.get()
    assert volunteer.person == person
    assert privacy.held(volunteer.user)["profile"]["person"].endswith(person.get_absolute_url())
    shown = client.get(f"/admin/volunteers/volunteer/{volunteer.pk}/change/").content.decode()
    assert "Зебо Қосимӣ" in shown
    assert LogEntry.objects.get(changes__has_key="person").changes == {
        "person": ["", str(person.pk)]
    }
    client.post(address(volunteer), {"person": ""})
    assert Volunteer.objects.get().person is None


def test_one_person_is_one_volunteer(client, zebo, organizer):
    person = make_person("Zebo Example")
    same_person.say(make_volunteer(), person, by=organizer)
    client.force_login(organizer)
    answer = client.post(address(zebo.volunteer), {"person": person.pk}).content.decode()
    assert "Another volunteer is this person already" in answer


@pytest.mark.parametrize("typed", ["0", "-1", "x" * 10_000, "a\0b", "999999999999999999999"])
def test_nobody_is_linked_to_what_is_no_person(client, zebo, organizer, typed):
    client.force_login(organizer)
    assert client.post(address(zebo.volunteer), {"person": typed}).status_code == 200
    assert Volunteer.objects.get().person is None


def test_only_who_may_change_both_links_and_sees_the_link(client, zebo, organizer):
    person = make_person("Somebody Else")
    same_person.say(zebo.volunteer, person, by=organizer)
    for role, code in ((Role.EDITOR, 403), (Role.COORDINATOR, 403), (Role.OBSERVER, 403)):
        client.force_login(make_staff(role, countries=["TJ"]))
        assert client.post(address(zebo.volunteer), {"person": ""}).status_code == code
        shown = client.get(f"/admin/volunteers/volunteer/{zebo.volunteer.pk}/change/")
        assert "Somebody Else" not in shown.content.decode()
    assert Volunteer.objects.get().person == person


def test_the_link_goes_with_the_volunteer_and_the_person_stays(zebo, organizer):
    person = make_person("Zebo Example")
    same_person.say(zebo.volunteer, person, by=organizer)
    privacy.erase(zebo.volunteer.user)
    person.refresh_from_db()
    assert not Volunteer.objects.filter(person=person).exists()
    assert LogEntry.objects.get(changes__has_key="person").changes == {"person": ["***", "***"]}
