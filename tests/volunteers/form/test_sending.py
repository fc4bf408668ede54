"""Sending the form: what is stored, which letter leaves, and what comes back when it is wrong."""

import pytest
from django.core.files.storage import FileSystemStorage
from django.test import Client

from config.inputs import CONTROLS
from tests.pages.page import Page
from tests.volunteers.factories import (
    make_call,
    make_open_training,
    make_question,
    make_registration,
    make_volunteer,
)
from tests.volunteers.form.sending import (
    PDF,
    address_of,
    consent,
    errors,
    filled,
    paper,
    send,
    stamp,
    value_of,
)
from volunteers.models import Letter, Needs, Registration, State, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make_open_training("Springs", slug="springs", contact="water@example.org")


def test_a_form_becomes_a_registration_and_one_letter(client, training):
    answer = send(
        client,
        training,
        native_name="Зебо Қосимӣ",
        latin_name="Zebo Qosimi",
        nationality="AF",
        languages=["tg", "prs"],
        phone="+992 93 000 00 00",
        sex="female",
        birth_year="1998",
    )
    assert answer.headers["Location"] == "/en/trainings/springs/register/sent/"
    row = Registration.objects.get()
    assert (row.name, row.native_name, row.latin_name) == ("Зебо", "Зебо Қосимӣ", "Zebo Qosimi")
    assert (row.nationality_id, row.country_id, row.category) == ("AF", "TJ", "national")
    assert (row.languages, row.phone, row.sex) == (["tg", "prs"], "+992 93 000 00 00", "female")
    assert (row.birth_year, row.birth_year_withheld, row.state) == (1998, False, State.SUBMITTED)
    assert (row.motivation, row.language) == ("We look after a spring.", "en")
    assert [(one.kind, one.to) for one in Letter.objects.all()] == [("confirm", "zebo@example.org")]


def test_only_what_was_ticked_is_agreed_to(client, training):
    send(client, training, **{consent("listed"): "on"})
    given = Registration.objects.get().consents.values_list("text__kind", "text__version")
    assert sorted(given) == [("data", 1), ("listed", 1)]


def test_without_the_use_of_data_nobody_is_registered(client, training):
    answer = send(client, training, **{consent(): None})
    assert answer.status_code == 422
    assert errors(answer) == ["Say yes to the use of your data, or we can't register you."]
    assert not Registration.objects.exists()


def test_an_empty_form_says_field_by_field_what_is_missing(client, training):
    answer = client.post(address_of(training), {"stamp": stamp()})
    assert errors(answer) == [
        "Name, as you want to be called: Write your name.",
        "E-mail: Write your e-mail address, like name@example.org.",
        "Country where you volunteer: Choose the country where you volunteer.",
        "Kind of volunteering: Choose the kind of volunteering that fits best.",
        (
            "What would you do with this training at home? "
            "Write a sentence or two: an organizer decides by it."
        ),
        "Say yes to the use of your data, or we can't register you.",
    ]
    page = Page(answer)
    assert page.title.startswith("Error: ")
    ids = {one.get("id") for one in page.all(".//*[@id]")}
    summary = page.all('.//div[@role="alert"]//a')
    assert {link.get("href")[1:] for link in summary} - ids == set()


def test_everything_typed_is_still_there(client, training):
    answer = send(client, training, email="zebo@", languages=["tg"], birth_year="98")
    kept = {name: value_of(answer, name) for name in ("name", "email", "country", "category")}
    assert kept == {"name": "Зебо", "email": "zebo@", "country": "TJ", "category": "national"}
    assert value_of(answer, "motivation") == "We look after a spring."
    assert value_of(answer, consent()) == "on"
    assert [value_of(answer, name) for name in ("languages", "birth_year")] == ["tg", "98"]


def test_what_is_given_back_holds_no_sign_that_html_may_not_hold(client, training):
    odd = dict.fromkeys(("name", "host_organisation", "motivation", "birth_year"), "a\0\x01\x1bb")
    answer = send(client, training, email="zebo@\x0b", **odd)
    assert value_of(answer, "name") == "ab"
    assert CONTROLS.findall(answer.content.decode()) == []


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("country", "XX", "This country is not on the list. Choose one of it."),
        ("nationality", "kz\0", "This country is not on the list. Choose one of it."),
        ("category", "king", "Choose one of the kinds on the list."),
        ("sex", "\0", "Choose one of the answers on the list."),
        ("languages", "xx", "Choose languages from the list alone."),
        ("birth_year", "9" * 5000, "Write the year of birth with four digits, such as 1998."),
        ("birth_year", "1700", "Write the year of birth with four digits, such as 1998."),
        ("phone", "call me", "Write the telephone number with digits, like +992 93 000 00 00."),
        ("email", "a" * 300 + "@x.org", "Write your e-mail address, like name@example.org."),
        ("motivation", "a" * 2001, "Write at most 2000 characters; these are 2001."),
    ],
)
def test_what_no_list_offers_is_refused_with_a_sentence(client, training, field, value, sentence):
    answer = send(client, training, **{field: value})
    assert answer.status_code == 422
    (told,) = errors(answer)
    assert told.endswith(sentence)
    assert not Registration.objects.exists()


def test_a_year_of_birth_is_said_or_withheld(client, training):
    answer = send(client, training, birth_year="1998", birth_year_withheld="on")
    assert errors(answer) == [
        "Year of birth: Write the year of birth or prefer not to say, not both."
    ]
    send(client, training, birth_year_withheld="on", sex="withheld")
    row = Registration.objects.get()
    assert (row.birth_year, row.birth_year_withheld, row.sex) == (None, True, "withheld")


def test_a_country_outside_the_call_is_refused(client):
    training = make_open_training(slug="near")
    training.call.delete()
    make_call(training, countries=["TJ", "KG"], categories=["national"])
    answer = send(client, training, country="UZ", category="online")
    assert [line.partition(": ")[0] for line in errors(answer)] == [
        "Country where you volunteer",
        "Kind of volunteering",
    ]


def test_needs_are_kept_apart_and_only_where_they_are_asked(client):
    training = make_open_training(asks=["diet", "emergency"])
    send(client, training, diet="No pork.", visa="I need one.", emergency_phone="+992 1 22 33")
    needs = Needs.objects.get()
    assert (needs.diet, needs.visa, needs.emergency_phone) == ("No pork.", "", "+992 1 22 33")


def test_first_come_first_served_asks_for_no_motivation(client):
    training = make_open_training(deciding="first_come")
    assert value_of(client.get(address_of(training)), "motivation") is None
    assert send(client, training, motivation=None).status_code == 302


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(client, training):
    make_volunteer("known@example.org")
    send(client, training, email="again@example.org")
    pages = {}
    for email in ("known@example.org", "again@example.org", "new@example.org"):
        visitor = Client()
        answer = send(visitor, training, email=email)
        sent = visitor.get(answer.headers["Location"]).content.decode()
        pages[email] = (answer.status_code, answer.headers["Location"], sent.replace(email, "…"))
    assert len(set(pages.values())) == 1


def test_a_second_form_of_an_address_changes_nothing_and_tells_by_letter(client, training):
    make_registration(training, make_volunteer("zebo@example.org", name="Зебо"))
    send(client, training, name="Somebody else", email="ZEBO@example.org")
    assert Registration.objects.get().name == "Зебо"
    assert [(one.kind, one.to) for one in Letter.objects.all()] == [("known", "zebo@example.org")]


def test_a_double_click_sends_one_letter(client, training):
    form = filled()
    places = {client.post(address_of(training), form).headers["Location"] for _ in range(2)}
    assert places == {"/en/trainings/springs/register/sent/"}
    assert (Registration.objects.count(), Letter.objects.count()) == (1, 1)


def test_two_people_may_use_one_open_form_on_one_phone(client, training):
    form = filled()
    client.post(address_of(training), form)
    client.post(address_of(training), {**form, "email": "sister@example.org"})
    assert Registration.objects.count() == Letter.objects.count() == 2


def test_the_address_is_shown_once_and_to_this_browser_alone(client, training):
    answer = send(client, training)
    first = Page(client.get(answer.headers["Location"]))
    assert "A letter is on its way to zebo@example.org." in first.text
    assert "zebo@example.org" not in Page(client.get(answer.headers["Location"])).text
    assert "zebo@example.org" not in Page(Client().get(answer.headers["Location"])).text


def test_a_lost_token_gives_the_form_back_with_everything_typed(training):
    strict = Client(enforce_csrf_checks=True)
    answer = send(strict, training)
    assert answer.status_code == 403
    assert errors(answer) == [
        "Your browser did not send our cookie along. Send the form once more: nothing is lost."
    ]
    assert value_of(answer, "motivation") == "We look after a spring."
    again = send(strict, training, csrfmiddlewaretoken=value_of(answer, "csrfmiddlewaretoken"))
    assert again.status_code == 302


def test_an_account_of_the_desk_proves_no_address_here(organizer_client, training):
    send(organizer_client, training)
    row = Registration.objects.get()
    assert (row.email, row.state) == ("zebo@example.org", State.SUBMITTED)


def test_a_form_that_breaks_while_it_is_stored_leaves_nothing(client, training, monkeypatch):
    question = make_question(training, "Paper", kind="file")

    def full_disk(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", full_disk)
    client.raise_request_exception = False
    new = paper(content=PDF + b"never stored before")
    assert send(client, training, **{f"question_{question.pk}": new}).status_code == 500
    assert [model.objects.count() for model in (Registration, User, Letter)] == [0, 0, 0]
