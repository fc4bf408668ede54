"""People and organisations of the record from a list."""

import pytest

from tests.factories import make_organisation, make_person
from tests.volunteers.inout.bringing import (
    counts,
    csv_file,
    draft,
    press,
    send,
    take_in,
    told,
    wrong,
)
from trainings.models import Organisation, Person
from volunteers.services import intakes

pytestmark = pytest.mark.django_db
PEOPLE = ("Name,Honorific,Native name", "Aigul Example,Ms.,Айгүл", "Timur Example,,")


def test_people_are_made_and_the_same_file_again_changes_nothing(organizer_client):
    assert counts(take_in(organizer_client, *PEOPLE, kind="people")) == ("done", 2, 0, 0)
    assert counts(take_in(organizer_client, *PEOPLE, kind="people")) == ("done", 0, 0, 2)
    names = sorted(Person.objects.values_list("name", "honorific", "native_name"))
    assert names == [("Aigul Example", "Ms.", "Айгүл"), ("Timur Example", "", "")]
    assert list(Person.objects.matching("айгул")) == [Person.objects.get(name="Aigul Example")]


def test_a_person_is_never_known_by_a_name(organizer_client):
    make_person("Aigul Example")
    take_in(organizer_client, "Name", "Aigul Example", kind="people")
    assert Person.objects.filter(name="Aigul Example").count() == 2


def test_an_organizer_says_that_a_person_is_known(organizer_client):
    known = make_person("Айгүл Example")
    intake = draft(organizer_client, "Name,Honorific", "Aigul Example,Ms.", kind="people")
    press(organizer_client, intake, who__2=str(known.pk))
    press(organizer_client, intake, "run", who__2=str(known.pk))
    intakes.run_due()
    known.refresh_from_db()
    assert (Person.objects.count(), known.name, known.honorific) == (1, "Aigul Example", "Ms.")


def test_a_person_is_known_by_the_address_of_the_page(organizer_client):
    known = make_person("Aigul Example")
    lines = ("Name,Page", f"Aigul B. Example,https://example.org/en/people/{known.slug}/")
    assert counts(take_in(organizer_client, *lines, kind="people")) == ("done", 0, 1, 0)
    known.refresh_from_db()
    assert known.name == "Aigul B. Example"


def test_what_is_wrong_with_people_is_told(organizer_client):
    lines = ("Name,Honorific,Slug", "Aigul,,nobody-here", ",Ms.,", "Timur,,", "Timur,,")
    assert wrong(send(organizer_client, csv_file(*lines), "people")) == [
        "C2, Slug: There is no page with this address. Leave it empty for a new one.",
        "A3, Name: Write the name.",
        "The same stands in line 4. Leave one of them.",
    ]


def test_organisations_are_known_by_their_whole_name(organizer_client):
    known = make_organisation({"en": "Volunteer House", "ru": "Дом волонтёров"}, acronym="VH")
    lines = ("Название,Name (English),Страна,Сайт", "Дом волонтеров,Volunteer House,KZ,example.org")
    response = send(organizer_client, csv_file(*lines), "organisations")
    assert "Country: – → Kazakhstan" in told(response)
    lines = (*lines, "Дом молодёжи,,KG,")
    assert counts(take_in(organizer_client, *lines, kind="organisations")) == ("done", 1, 1, 0)
    known.refresh_from_db()
    assert (known.country_id, known.website, known.acronym) == ("KZ", "https://example.org", "VH")
    assert Organisation.objects.get(country="KG").name.data == {"ru": "Дом молодёжи"}
    assert counts(take_in(organizer_client, *lines, kind="organisations")) == ("done", 0, 0, 2)
