"""Any list of the desk saved as a file: what stands in it, and for whom."""

import pytest
from auditlog.models import LogEntry
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.forms import page_of, tags
from tests.factories import (
    make_country,
)
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_registration,
    make_volunteer,
)
from tests.volunteers.inout.reading import body, csv_of, json_of, sheet_of, xlsx_of
from tests.volunteers.roles.people import make_half, make_record
from trainings.admin.base import DeskAdmin
from volunteers import audit
from volunteers.audit import Kind
from volunteers.models import Answer, Needs, User
from volunteers.roles import Role

pytestmark = pytest.mark.django_db
REGISTRATIONS = "/admin/volunteers/registration/"


def saved(client, kind="csv", narrowed="", page=REGISTRATIONS):
    response = client.get(f"{page}save-as/{kind}/{narrowed}")
    assert response.status_code == 200
    return response


def people(lines) -> list[str]:
    return [line[0] for line in lines[1:]]


def test_the_buttons_save_the_list_as_it_is_narrowed(organizer_client):
    make_registration(make_open_training(), make_volunteer(name="Zebo"), country="TJ")
    make_registration(make_open_training(), make_volunteer(name="Nurlan"), country="KZ")
    page = page_of(organizer_client.get(f"{REGISTRATIONS}?country=TJ&o=1&p=1"))
    links = [a.get("href") for name, a in tags(page) if name == "a" and "save-as" in a.get("href")]
    assert links == [f"{REGISTRATIONS}save-as/{k}/?country=TJ&o=1" for k in ("xlsx", "csv", "json")]
    assert people(csv_of(organizer_client.get(links[1]))) == ["Zebo"]


def test_a_search_and_an_order_hold_for_the_file_too(organizer_client):
    for name in ("Zebo Qosimova", "Aziz Qosimov", "Nurlan"):
        make_registration(make_open_training(), make_volunteer(name=name))
    assert people(csv_of(saved(organizer_client, narrowed="?q=Қосим&o=1"))) == [
        "Aziz Qosimov",
        "Zebo Qosimova",
    ]


def test_a_file_holds_more_than_a_page_of_the_list(organizer_client):
    training = make_open_training()
    for _number in range(60):
        make_registration(training)
    assert len(csv_of(saved(organizer_client))) == 61


def test_csv_begins_with_a_byte_order_mark_and_is_kept_by_nobody(organizer_client):
    make_registration(make_open_training("Вода"))
    response = saved(organizer_client)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="registration-20')
    assert "no-store" in response["Cache-Control"]
    content = body(response)
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Вода".encode() in content


def test_headings_and_words_are_in_the_language_of_the_reader(organizer_client):
    make_registration(state="approved", country="KZ")
    organizer_client.cookies["django_language"] = "ru"
    headings, line = csv_of(saved(organizer_client))
    assert headings[1:4] == ["Тренинг", "Состояние", "Страна"]
    assert line[3] == "Казахстан"


def test_a_formula_stays_text_in_csv_and_in_xlsx(organizer_client):
    evil = '=HYPERLINK("http://example.org")'
    make_registration(None, make_volunteer(name=evil, phone="+992 55 555 55 55"))
    headings, line = csv_of(saved(organizer_client))
    assert line[0] == f"'{evil}"
    assert line[headings.index("Telephone")] == "+992 55 555 55 55"
    first = sheet_of(saved(organizer_client, "xlsx"))["A2"]
    assert (first.value, first.data_type) == (evil, "s")


def test_json_has_the_rows_by_names_for_programs(organizer_client):
    make_registration(make_open_training("Water"), make_volunteer(name="=Zebo"), state="approved")
    (row,) = json_of(saved(organizer_client, "json"))
    known = {key: row[key] for key in ("name", "training", "state", "country")}
    assert known == {
        "name": "=Zebo",
        "training": "Water",
        "state": "approved",
        "country": "Tajikistan",
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_an_empty_list_is_a_file_as_well(organizer_client, kind):
    read = {"csv": csv_of, "xlsx": xlsx_of, "json": json_of}[kind]
    lines = read(saved(organizer_client, kind, "?country=TJ"))
    assert len(lines) == (0 if kind == "json" else 1)


def test_answers_stand_there_when_one_training_is_chosen(organizer_client):
    training = make_open_training()
    question = make_question(training, "Tea or coffee?", kind="choice", options=["tea", "coffee"])
    row = make_registration(training)
    Answer.objects.create(registration=row, question=question).options.set(question.options.all())
    headings, line = csv_of(saved(organizer_client, narrowed=f"?training={training.pk}"))
    assert line[headings.index("Tea or coffee?")] == "tea and coffee"
    assert "Tea or coffee?" not in csv_of(saved(organizer_client))[0]


def test_json_has_answers_by_the_words_of_their_questions(organizer_client):
    training = make_open_training()
    row = make_registration(training)
    for label, said in (("Why?", "To learn"), ("Why?", "To meet"), ("name", "Z."), ("State", "A")):
        Answer.objects.create(registration=row, question=make_question(training, label), text=said)
    [found] = json_of(saved(organizer_client, "json", f"?training={training.pk}"))
    asked = ("Why?", "Why? (2)", "name (2)", "State (2)")
    assert [found[key] for key in asked] == ["To learn", "To meet", "Z.", "A"]
    assert (found["name"], found["state"]) == ("Zebo Example", "waiting for a decision")
    assert [key for key in found if key.startswith("question")] == []


def test_the_trail_calls_a_question_by_its_words(organizer_client):
    question = make_question(make_open_training("Water"), "Tea or coffee?")
    b"".join(saved(organizer_client, narrowed=f"?training={question.training_id}"))
    fields = LogEntry.objects.get(action=Kind.EXPORTED).additional_data["fields"]
    assert "Tea or coffee?" in fields
    assert [name for name in fields if name.startswith("question_")] == []


def test_contact_data_and_needs_are_for_those_who_may(client_who_may):
    row = make_registration(None, make_volunteer("zebo@example.org", phone="+992 55 555 55 55"))
    Needs.objects.create(registration=row, diet="no walnuts", purge_after="2030-01-01")
    telling = ("zebo@example.org", "+992 55 555 55 55", "no walnuts")

    def told(*powers):
        text = body(saved(client_who_may("view_registration", *powers))).decode()
        return [word in text for word in telling]

    assert told() == [False, False, False]
    assert told("save_contacts") == [True, True, False]
    assert told("view_needs") == [False, False, True]


@pytest.mark.parametrize("page", ["volunteer", "letter"])
def test_addresses_on_the_screen_are_not_in_the_file_of_who_may_not(client_who_may, page):
    make_registration(None, make_volunteer("zebo@example.org"))
    where = f"/admin/volunteers/{page}/"
    sees = (f"view_{page}", "view_contacts")
    headings = csv_of(saved(client_who_may(*sees), page=where))[0]
    more = csv_of(saved(client_who_may(*sees, "save_contacts"), page=where))[0]
    assert set(more) - set(headings) <= {"E-mail address", "To"}
    assert len(more) == len(headings) + 1


def test_saving_people_is_written_down_without_their_names(organizer_client, organizer):
    make_registration(None, make_volunteer(name="Zebo"), country="TJ")
    body(saved(organizer_client, "xlsx", "?country=TJ&q=Zebo"))
    entry = LogEntry.objects.get(action=Kind.EXPORTED)
    told = entry.additional_data
    assert (entry.actor, told["number"], told["narrowed"]) == (organizer, 1, {"country": "TJ"})
    assert {"email", "phone", "diet"} <= set(told["fields"])
    assert "Zebo" not in str(told)


def test_saving_accounts_is_written_down(organizer_client):
    body(saved(organizer_client, page="/admin/volunteers/user/"))
    assert LogEntry.objects.get(action=Kind.EXPORTED).content_type.model == "user"


def test_a_coordinator_saves_own_countries_alone(client_who_may):
    for code in ("TJ", "KZ"):
        make_registration(make_open_training(), make_volunteer(name=code), country=code)
    client = client_who_may("view_registration")
    account = User.objects.get(email="view_registration@example.org")
    account.groups.add(Group.objects.get_or_create(name=Role.COORDINATOR)[0])
    account.countries.set([make_country("TJ")])
    assert people(csv_of(saved(client))) == ["TJ"]


def test_who_may_not_see_a_list_may_not_save_it(client_who_may, client):
    address = f"{REGISTRATIONS}save-as/csv/"
    assert client_who_may("view_volunteer").get(address).status_code == 403
    assert client.get(address).status_code == 302


def test_addresses_typed_by_hand_are_answered(organizer_client):
    assert organizer_client.get(f"{REGISTRATIONS}save-as/pdf/").status_code == 404
    for wrong in ("?q=%00", "?country__nonsense=1", "?p=999&o=77"):
        response = organizer_client.get(f"{REGISTRATIONS}save-as/csv/{wrong}", follow=True)
        assert response.status_code in (200, 400)


def test_a_file_takes_the_same_queries_however_long_the_list(organizer_client):
    training = make_open_training()
    question = make_question(training)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            body(saved(organizer_client, narrowed=f"?training={training.pk}"))
        return len(asked)

    for number in (1, 20):
        for _number in range(number):
            row = make_registration(training)
            Answer.objects.create(registration=row, question=question, text="yes")
        if number == 1:
            few = queries()
    assert queries() == few


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_every_list_of_the_desk_can_be_saved(organizer_client, organizer, kind):
    half = make_half("TJ", "Zebo")
    make_record(half.training, organizer)
    audit.record(organizer, Kind.DECIDED, half.registration)
    ours = (model for model, page in admin.site._registry.items() if isinstance(page, DeskAdmin))
    for model in ours:
        address = f"admin:{model._meta.app_label}_{model._meta.model_name}_save"
        assert model.objects.exists(), model
        assert body(organizer_client.get(reverse(address, args=[kind]))), model
