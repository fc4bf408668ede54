"""Registering someone on their behalf."""

import pytest

from tests.desk.forms import page_of, said, tags
from tests.factories import make_training
from tests.volunteers.desk.deciding import line, page
from tests.volunteers.factories import make_call, make_open_training, make_registration
from volunteers.models import Registration

TYPED = {
    "name": "Zebo Qosimi",
    "email": "zebo@example.org",
    "country": "TJ",
    "category": "national",
    "nominating_office": "UNV Field Unit",
    "language": "ru",
}


def address(training) -> str:
    return page(training).replace("decide", "register")


def nominate(client, training, **typed):
    return client.post(address(training), {**TYPED, **typed}, follow=True)


def test_the_person_is_asked_for_consent_by_letter(organizer, organizer_client):
    answer = nominate(organizer_client, make_open_training())
    registration = Registration.objects.get()
    assert said(answer) == [
        "Zebo Qosimi is registered. A letter asks for the consent and the address."
    ]
    assert (registration.state, registration.nominated_by) == ("submitted", organizer)
    assert (registration.country_id, registration.language) == ("TJ", "ru")
    assert [letter.kind for letter in registration.letters.all()] == ["nominated"]
    assert registration.consents.count() == 0


def test_it_is_marked_wherever_it_stands(organizer_client):
    answer = nominate(organizer_client, make_open_training())
    registration = Registration.objects.get()
    mark = "registered on the person's behalf"
    assert f"{mark}: UNV Field Unit" in line(answer, registration)
    for shown in ("", f"{registration.pk}/change/"):
        text = organizer_client.get(f"/admin/volunteers/registration/{shown}").content.decode()
        assert "on behalf" in text or "UNV Field Unit" in text


def test_an_address_that_is_registered_changes_nothing(organizer_client):
    registration = make_registration()
    answer = nominate(
        organizer_client, registration.training, email=registration.volunteer.user.email.upper()
    )
    assert said(answer) == [
        "This address is registered already, as Zebo Example. Nothing was changed."
    ]
    registration.refresh_from_db()
    assert (registration.name, registration.nominated_by) == ("Zebo Example", None)


@pytest.mark.parametrize(
    "typed",
    [{"name": ""}, {"email": "zebo"}, {"country": "XX"}, {"category": "x"}, {"language": "xx"}],
)
def test_what_can_not_be_is_asked_about_and_kept(organizer_client, typed):
    answer = nominate(organizer_client, make_open_training(), **typed)
    assert list(answer.context["form"].errors) == list(typed)
    values = {tag.get("name"): tag.get("value") for _n, tag in tags(page_of(answer))}
    assert values["nominating_office"] == "UNV Field Unit"
    assert Registration.objects.count() == 0


def test_a_training_that_is_over_takes_nobody(organizer_client):
    answer = nominate(organizer_client, make_training())
    assert "does not take registrations now" in answer.content.decode()
    assert Registration.objects.count() == 0


def test_only_countries_and_kinds_of_the_call_can_be_chosen(organizer_client):
    training = make_training(lifecycle="open")
    make_call(training, countries=["KZ"], categories=["online"])
    form = organizer_client.get(address(training)).context["form"]
    chosen = [value for name in ("country", "category") for value, _l in form.fields[name].choices]
    assert chosen == ["", "KZ", "", "online"]
