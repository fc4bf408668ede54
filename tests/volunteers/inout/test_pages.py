"""The pages of lists brought in: for whom they are, what they keep, and how far a list is."""

import csv
import datetime as dt
import io

import pytest
from auditlog.models import LogEntry
from django.contrib.auth.models import Group
from django.utils.timezone import now

from tests.desk.forms import page_of, tags
from tests.factories import make_country, make_training
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.inout.bringing import ADD, draft, press, take_in, told
from tests.volunteers.inout.reading import xlsx_of
from volunteers.audit import Kind
from volunteers.importing import headings, kinds
from volunteers.models import Intake, IntakeKind, Registration
from volunteers.models.question import private_files
from volunteers.roles import Role
from volunteers.services import intakes

pytestmark = pytest.mark.django_db
LIST = "/admin/volunteers/intake/"
LINES = ("Name,E-mail,Country", "Zebo,zebo@example.org,TJ", "Ali,ali@example.org,KG")
POWERS = ("add_intake", "view_intake", "add_registration", "change_registration")


def kept_files() -> list[str]:
    storage = private_files()
    return storage.listdir("intakes")[1] if storage.exists("intakes") else []


def test_the_page_of_a_training_leads_to_it(organizer_client):
    training = make_training()
    page = organizer_client.get(f"/admin/trainings/training/{training.pk}/change/")
    assert f'href="{ADD}?training={training.pk}"' in page.content.decode()
    form = organizer_client.get(f"{ADD}?training={training.pk}").context["form"]
    assert form.initial["training"] == str(training.pk)


def test_only_kinds_that_an_account_may_write_are_offered(client_who_may):
    form = client_who_may(*POWERS).get(ADD).context["form"]
    assert [value for value, _words in form.fields["kind"].choices] == [
        "registrations",
        "volunteers",
    ]
    assert client_who_may("add_intake").get(ADD).status_code == 403
    assert client_who_may("view_intake").get(ADD).status_code == 403


def test_the_lines_of_a_draft_are_for_whoever_brought_it(organizer_client, client_who_may):
    intake = draft(client_who_may(*POWERS), *LINES, training=make_open_training())
    page = organizer_client.get(intake.get_absolute_url())
    assert (page.status_code, "zebo@example.org" in page.content.decode()) == (200, False)
    press(organizer_client, intake, "run")
    assert intake.stage == "draft"
    assert client_who_may("view_registration").get(intake.get_absolute_url()).status_code == 403


def test_lines_are_kept_in_private_and_deleted_once_they_are_in(organizer_client):
    intake = draft(organizer_client, *LINES, training=make_open_training())
    assert len(kept_files()) == 1
    press(organizer_client, intake, "run")
    intakes.run_due()
    intake.refresh_from_db()
    assert (kept_files(), intake.lines.name, intake.reached) == ([], "", 2)
    assert "new2changed0unchanged0" in told(organizer_client.get(intake.get_absolute_url()))


def test_a_list_nobody_took_in_is_deleted_after_a_week(
    organizer_client, time_machine, django_capture_on_commit_callbacks
):
    draft(organizer_client, *LINES, training=make_open_training())
    assert intakes.purge() == 0
    time_machine.move_to(now() + dt.timedelta(days=8))
    with django_capture_on_commit_callbacks(execute=True):
        assert intakes.purge() == 1
    assert (Intake.objects.count(), kept_files()) == (0, [])


def test_a_list_is_thrown_away(organizer_client, django_capture_on_commit_callbacks):
    intake = draft(organizer_client, *LINES, training=make_open_training())
    with django_capture_on_commit_callbacks(execute=True):
        page = press(organizer_client, intake, "throw")
    assert "The list is thrown away. Nothing was taken in." in told(page)
    assert (Intake.objects.count(), kept_files()) == (0, [])


def test_columns_can_be_chosen_otherwise_and_stay_so(organizer_client):
    lines = ("Who,Contact,Remarks", "Zebo,zebo@example.org,x")
    intake = draft(organizer_client, *lines, training=make_open_training())
    assert intake.columns == {}
    page = press(organizer_client, intake, column__0="name", column__1="email", column__2="sex")
    assert intake.columns == {"0": "name", "1": "email", "2": "sex"}
    assert "C2, Remarks" in told(page)
    page = press(organizer_client, intake, column__2="name")
    assert "Two columns are said to hold this. Leave one." in told(page)
    press(organizer_client, intake, "run", column__2="name")
    assert intake.stage == "draft"
    press(organizer_client, intake, "run", column__2="")
    assert intake.stage == "waiting"


def test_how_far_a_list_is_stands_on_its_page_which_looks_again(organizer_client, monkeypatch):
    intake = draft(organizer_client, *LINES, training=make_open_training())
    press(organizer_client, intake, "run")
    page = page_of(organizer_client.get(intake.get_absolute_url()))
    assert any(tag.get("http-equiv") == "refresh" for _name, tag in tags(page))
    monkeypatch.setattr(intakes, "TOLD_EVERY", 1)
    told_then = []
    monkeypatch.setattr(
        intakes, "write_down", lambda intake, by: told_then.append(Intake.objects.get().reached)
    )
    intakes.run_due()
    assert told_then == [2]
    page = page_of(organizer_client.get(intake.get_absolute_url()))
    assert not any(tag.get("http-equiv") == "refresh" for _name, tag in tags(page))


def test_a_worker_that_was_killed_is_followed_by_the_next(organizer_client, time_machine):
    intake = draft(organizer_client, *LINES, training=make_open_training())
    press(organizer_client, intake, "run")
    assert intakes.claim() == intake
    assert intakes.run_due() == 0
    time_machine.move_to(now() + Intake.LEASE + dt.timedelta(seconds=1))
    assert intakes.run_due() == 1
    assert Registration.objects.count() == 2


def test_what_goes_wrong_on_our_side_leaves_nothing_of_the_list(organizer_client, monkeypatch):
    intake = draft(organizer_client, *LINES, training=make_open_training())
    press(organizer_client, intake, "run")
    monkeypatch.setattr(intakes, "write_down", lambda intake, by: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        intakes.run_due()
    intake.refresh_from_db()
    assert (intake.stage, Registration.objects.count()) == ("refused", 0)
    assert len(kept_files()) == 1


def test_the_trail_says_who_brought_in_how_many(organizer_client, organizer):
    intake = take_in(organizer_client, *LINES, training=make_open_training())
    entry = LogEntry.objects.get(action=Kind.ADDED, content_type__model="registration")
    assert (entry.actor, entry.additional_data) == (
        organizer,
        {"list": intake.pk, "new": 2, "changed": 0},
    )


def test_a_coordinator_brings_in_own_countries_alone(organizer_client, organizer, client_who_may):
    client = client_who_may(*POWERS)
    account = type(organizer).objects.get(email__startswith="add_intake")
    account.groups.add(Group.objects.get_or_create(name=Role.COORDINATOR)[0])
    account.countries.set([make_country("TJ")])
    intake = draft(client, *LINES, training=make_open_training())
    look = client.get(intake.get_absolute_url()).context["look"]
    assert [line.number for line in look.checked.wrong] == [3]
    assert list(look.checked.wrong[0].errors) == ["country"]


@pytest.mark.parametrize("kind", IntakeKind.values)
def test_the_headings_of_an_empty_list_are_known_again(organizer_client, kind):
    organizer_client.cookies["django_language"] = "ru"
    training = make_training(date_precision="days", start_date=dt.date(2024, 4, 22))
    address = f"{LIST}empty/{kind}.{{}}?training={training.pk}"
    written = organizer_client.get(address.format("csv")).content.decode("utf-8-sig")
    (named,) = csv.reader(io.StringIO(written))
    assert [named] == xlsx_of(organizer_client.get(address.format("xlsx")))
    fields = kinds.KINDS[IntakeKind(kind)].fields(Intake(kind=kind, training=training))
    guessed = headings.guess(named, fields)
    assert [guessed[place] for place in range(len(named))] == [one.key for one in fields]


def test_addresses_typed_by_hand_are_answered(organizer_client):
    for address in ("empty/nothing.csv", "empty/people.pdf", "999/change/", "x/change/"):
        assert organizer_client.get(f"{LIST}{address}").status_code == 404
    intake = draft(organizer_client, *LINES, training=make_open_training())
    for query in ("show=x&page=9", "page=0", "show=all&page=99999999999999999999"):
        assert organizer_client.get(f"{intake.get_absolute_url()}?{query}").status_code == 200


def test_a_draft_asks_as_many_queries_for_many_lines_as_for_few(
    organizer_client, django_assert_max_num_queries
):
    for number in range(30):
        make_registration(None, make_volunteer(f"p{number}@example.org"))
    lines = ("Name,E-mail", *(f"Person {n},p{n}@example.org" for n in range(30)))
    intake = draft(organizer_client, *lines, training=make_open_training())
    with django_assert_max_num_queries(50):
        organizer_client.get(intake.get_absolute_url())
