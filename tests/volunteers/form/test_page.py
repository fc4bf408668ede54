"""The form as it is opened: what it asks, what it knows, and how little it costs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_place
from tests.pages.page import Page, read
from tests.volunteers.factories import (
    make_call,
    make_open_training,
    make_question,
    make_registration,
    make_volunteer,
)
from tests.volunteers.form.sending import address_of, consent, errors, send, value_of
from trainings.labels import Label
from volunteers.models import Letter, Registration
from volunteers.signing_in import MAILED

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make_open_training("Springs", slug="springs", asks=["host"])


@pytest.fixture
def volunteer(client):
    """A volunteer who is signed in and of whom something is known."""
    known = make_volunteer(
        "zebo@example.org", name="Зебо", sex="female", birth_year=1998, languages=["tg"]
    )
    client.force_login(known.user, MAILED)
    return known


def test_only_the_sections_that_are_switched_on_are_asked(client):
    plain = make_open_training(slug="plain")
    full = make_open_training(
        slug="full", asks=["host", "travel", "visa", "diet", "access", "emergency"]
    )
    assert read(client, address_of(plain)).lines(".//main//form/fieldset/legend") == [
        "You",
        "Your volunteering",
        "To be counted",
        "Your yes",
    ]
    names = {one.get("name") for one in read(client, address_of(full)).all(".//main//*[@name]")}
    asked = {"host_organisation", "travel", "visa", "diet", "access", "emergency_name"}
    assert asked <= names


def test_no_box_is_ticked_beforehand(client, training):
    page = read(client, address_of(training) + f"?{consent()}=on&name=Zebo")
    boxes = page.all('.//main//input[@type="checkbox"]')
    assert len(boxes) > 3
    assert [box for box in boxes if box.get("checked") is not None] == []


def test_a_consent_says_more_on_request(client, training):
    (data, *_rest) = read(client, address_of(training)).lines('.//div[@class="yes"]//details')
    assert data.startswith("What is stored, and for how long We store what you write here")


def test_the_address_bar_fills_in_harmless_fields(client, training):
    query = "?name=%E2%80%AEZebo&email=zebo@example.org&country=tj&category=online&motivation=no"
    page = client.get(address_of(training) + query)
    given = [value_of(page, name) for name in ("name", "email", "country", "category")]
    assert given == ["Zebo", "zebo@example.org", "TJ", "online"]
    assert value_of(page, "motivation") == ""


def test_what_the_address_bar_says_is_shown_to_nobody_else(client, training):
    client.get(address_of(training) + "?name=Zebo")
    assert value_of(client.get(address_of(training)), "name") == ""


def test_countries_stand_in_the_order_of_the_reader(client):
    training = make_open_training(slug="near")
    training.call.countries.set(["KG", "KZ", "UZ", "TJ"])
    offered = './/select[@name="country"]/option'
    english = read(client, "/en/trainings/near/register/").lines(offered)
    russian = read(client, "/ru/trainings/near/register/").lines(offered)
    assert english[1:] == ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan"]
    assert russian[1:] == ["Казахстан", "Кыргызстан", "Таджикистан", "Узбекистан"]


def test_only_kinds_of_volunteers_of_the_call_are_offered(client):
    training = make_open_training(slug="near", categories=["online", "community"])
    page = read(client, address_of(training))
    offered = [one.get("value") for one in page.all('.//input[@name="category"]')]
    assert offered == ["online", "community"]


def test_every_field_has_a_label_and_every_description_is_there(client):
    training = make_open_training(asks=["host", "diet", "emergency"])
    make_question(training, "Which?", kind="choice", options=["A", "B"], help="Any.")
    make_question(training, "Paper", kind="file")
    page = Page(client.post(address_of(training), {"stamp": "x"}))
    ids = [one.get("id") for one in page.all(".//*[@id]")]
    assert len(ids) == len(set(ids))
    labelled = {one.get("for") for one in page.all(".//label[@for]")}
    for one in page.all(".//main//form//*[@name]"):
        if one.get("type") != "hidden" and page.parents[one].tag != "label":
            assert one.get("id") in labelled
        for described in (one.get("aria-describedby") or "").split():
            assert described in ids


def test_what_is_known_of_who_signed_in_is_folded_away(client, training, volunteer):
    page = read(client, address_of(training))
    (known,) = page.all('.//details[@class="known"]')
    names = {one.get("name") for one in known.iter() if one.get("name")}
    assert {"name", "email", "country", "sex", "birth_year", "languages"} <= names
    legends = page.lines(".//main//form/fieldset/legend")
    assert legends == ["You", "Your volunteering", "Your yes"]
    (email,) = page.all('.//input[@name="email"]')
    assert email.get("disabled") is not None
    assert known.get("open") is None


def test_who_signed_in_needs_no_letter_and_sees_the_own_page(client, training, volunteer):
    page = client.get(address_of(training))
    answer = send(
        client,
        training,
        email="someone.else@example.org",
        name=value_of(page, "name"),
        country=value_of(page, "country"),
        languages=["tg"],
        category="national",
    )
    row = Registration.objects.get()
    assert (row.email, row.state) == ("zebo@example.org", "confirmed")
    assert answer.headers["Location"] == row.get_absolute_url()
    assert [one.kind for one in Letter.objects.all()] == ["received"]


def test_what_is_known_is_unfolded_when_it_has_to_be_mended(client, training, volunteer):
    answer = send(client, training, name="", category="national")
    assert errors(answer) == ["Name, as you want to be called: Write your name."]
    (known,) = Page(answer).all('.//details[@class="known"]')
    assert known.get("open") is not None


def test_who_is_registered_is_led_to_the_own_page(client, training, volunteer):
    row = make_registration(training, volunteer)
    assert client.get(address_of(training)).headers["Location"] == row.get_absolute_url()
    assert send(client, training).headers["Location"] == row.get_absolute_url()


def test_a_known_country_outside_the_call_is_asked_again(client, volunteer):
    training = make_open_training(slug="near")
    training.call.delete()
    make_call(training, countries=["KG"])
    (known,) = read(client, address_of(training)).all('.//details[@class="known"]')
    assert "country" not in {one.get("name") for one in known.iter()}


def test_it_opens_with_few_queries_and_nobody_keeps_it(client, training):
    for number in range(5):
        make_question(training, f"Question {number}", kind="choice", options=["A", "B"])
    client.get(address_of(training))
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address_of(training))
    assert len(asked) <= 5
    assert "no-store" in answer.headers["Cache-Control"]
    with CaptureQueriesContext(connection) as asked:
        client.get(address_of(training) + "?name=Zebo")
    assert len(asked) <= 9


def test_an_organizer_sees_a_new_question_at_once(organizer_client, training):
    organizer_client.get(address_of(training))
    make_question(training, "A new question?")
    assert "A new question?" in read(organizer_client, address_of(training)).text


def test_a_draft_has_no_form(client):
    assert client.get(address_of(make_open_training(published=False))).status_code == 404


def test_search_engines_may_list_the_empty_form_and_no_filled_one(client, training):
    addresses = (address_of(training), f"{address_of(training)}?name=Aigul")
    kept_out = [read(client, one).all('.//meta[@name="robots"]') for one in addresses]
    assert [len(found) for found in kept_out] == [0, 1]


def test_two_strangers_get_one_page_with_a_token_and_a_stamp_of_their_own(training):
    names = ("csrfmiddlewaretoken", "stamp")
    pages = [Client().get(address_of(training)) for _each in range(2)]
    own = [[value_of(page, name) for name in names] for page in pages]
    assert all(one and other and one != other for one, other in zip(*own, strict=True))
    rest = {
        page.content.decode().replace(token, "").replace(stamp, "")
        for page, (token, stamp) in zip(pages, own, strict=True)
    }
    assert len(rest) == 1
    assert "\ue000" not in rest.pop()


def test_a_new_title_is_on_the_empty_form_at_once(client, training):
    client.get(address_of(training))
    training.title = Label({"en": "Rivers"})
    training.save()
    assert "Rivers" in client.get(address_of(training)).content.decode()


def test_the_facts_stand_beside_the_form(client):
    training = make_open_training("Wells", slug="wells", cost="The bus is paid.", countries=["KG"])
    make_place(training, "KG", city="Osh")
    said = read(client, address_of(training)).line(".//main//aside")
    assert said == (
        "Wells When Dates not stated Where Osh, Kyrgyzstan Places 20 For Kyrgyzstan "
        "Cost The bus is paid. After you register A letter asks you to confirm your address. "
        "Then the organizers decide and write to you."
    )


def test_who_signed_in_is_told_of_no_address_to_confirm(client, training, volunteer):
    said = read(client, address_of(training)).line(".//main//aside")
    assert "Cost Taking part costs nothing." in said
    assert "After you register" not in said
