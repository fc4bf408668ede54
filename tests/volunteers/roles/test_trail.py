"""The trail: what is written into it, how it is read, and that it names nobody who was erased."""

import pytest
from auditlog.models import LogEntry
from django.conf import settings
from django.contrib.auth.models import Group, Permission

from tests.desk.forms import send
from tests.factories import make_account, make_training
from tests.volunteers.desk.deciding import press
from tests.volunteers.factories import make_call, make_registration
from tests.volunteers.form.sending import send as send_form
from tests.volunteers.inout.bringing import draft
from tests.volunteers.roles.people import make_half, make_staff
from volunteers import audit, links
from volunteers.audit import Kind
from volunteers.models import Entry, Registration, User
from volunteers.roles import Role
from volunteers.services import privacy
from volunteers.services import registration as services

TRAIL = "/admin/volunteers/entry/"


@pytest.fixture
def half(db):
    return make_half("TJ", "Zebo Secret")


@pytest.fixture(autouse=True)
def _from_now_on(half):
    LogEntry.objects.all().delete()


def written(kind: Kind) -> list[tuple]:
    """Who did it with what, and what in particular."""
    return [
        (str(one.actor), one.content_type.model, one.changes or one.additional_data)
        for one in Entry.objects.filter(action=kind).order_by("pk")
    ]


def test_whoever_opens_a_registration_saw_contacts_and_needs(organizer_client, half):
    organizer_client.get(f"/admin/volunteers/registration/{half.registration.pk}/change/")
    assert written(Kind.SAW) == [
        ("Aigerim", "registration", {"fields": ["contacts", "needs"]}),
    ]


def test_whoever_may_not_see_them_is_not_said_to_have(client, half):
    client.force_login(make_staff(Role.OBSERVER))
    shown = client.get(f"/admin/volunteers/registration/{half.registration.pk}/change/")
    assert "Zebo Secret" in shown.content.decode()
    assert written(Kind.SAW) == []


def test_a_list_with_addresses_says_whose(organizer_client, half):
    organizer_client.get("/admin/volunteers/volunteer/")
    assert written(Kind.SAW) == [("Aigerim", "volunteer", {"fields": ["contacts"]})]
    assert Entry.objects.get().object_pk == str(half.registration.volunteer_id)


def test_a_saved_list_is_written_down(organizer_client, half):
    organizer_client.get("/admin/volunteers/registration/save-as/csv/?q=Zebo").getvalue()
    [(who, what, told)] = written(Kind.EXPORTED)
    assert (who, what, told["number"], "Zebo" in str(told)) == ("Aigerim", "registration", 1, False)


def test_a_decision_is_written_down_with_its_steps(organizer_client, half):
    press(organizer_client, "approve", half.registration)
    told = {"state": ["confirmed", "approved"]}
    assert written(Kind.DECIDED) == [("Aigerim", "registration", told)]


def test_what_the_rule_or_the_volunteer_does_is_no_decision_of_the_desk(half):
    services.cancel(half.registration)
    assert Entry.objects.count() == 0


def test_a_changed_registration_says_from_what_to_what(organizer_client, half):
    path = f"/admin/volunteers/registration/{half.registration.pk}/change/"
    send(organizer_client, path, category="online", phone="+992 1")
    told = {"category": ["", "online"], "phone": ["***", "***"]}
    assert written(Kind.CHANGED) == [("Aigerim", "registration", told)]


def test_a_changed_training_says_from_what_to_what(organizer_client):
    training = make_training(capacity=20)
    make_call(training)
    send(organizer_client, f"/admin/trainings/training/{training.pk}/change/", capacity="30")
    assert ("Aigerim", "training", {"capacity": ["20", "30"]}) in written(Kind.CHANGED)


def test_a_given_role_is_written_down(organizer_client):
    account = make_account()
    role = Group.objects.get(name=Role.EDITOR)
    send(organizer_client, f"/admin/volunteers/user/{account.pk}/change/", groups=[role.pk])
    assert written(Kind.CHANGED) == [("Aigerim", "user", {"groups": ["", "editor"]})]


def test_a_group_is_written_down_from_what_to_what(organizer_client):
    group = Group.objects.create(name="Printers")
    seeing, writing = Permission.objects.filter(codename__in=["view_letter", "add_note"])
    group.permissions.set([seeing])
    path = f"/admin/auth/group/{group.pk}/"
    send(organizer_client, f"{path}change/", permissions=[writing.pk])
    send(organizer_client, f"{path}change/")  # nothing is changed
    organizer_client.post(f"{path}delete/", {"post": "yes"})
    told = {"permissions": [str(seeing), str(writing)]}
    assert written(Kind.CHANGED) == [("Aigerim", "group", told)]
    assert written(Kind.DELETED) == [("Aigerim", "group", None)]


def test_the_public_form_asks_nothing_of_the_trail(client, half, django_assert_max_num_queries):
    with django_assert_max_num_queries(60) as asked:
        send_form(client, half.training, email="new@example.org")
        row = Registration.objects.get(volunteer__user__email="new@example.org")
        client.post(links.confirm_url(row).removeprefix(settings.SITE_URL))
    row.refresh_from_db()
    assert row.state == "confirmed"
    assert [one["sql"] for one in asked.captured_queries if "auditlog" in one["sql"]] == []


def test_loading_a_record_writes_nothing(db):
    make_training().save()
    assert Entry.objects.count() == 0


def test_the_trail_is_narrowed_by_who_what_and_kind(organizer_client, organizer, half):
    other = make_staff(Role.EDITOR)
    audit.record(organizer, Kind.DECIDED, half.registration)
    audit.record(other, Kind.EXPORTED, half.training)
    kind = Entry.objects.get(action=Kind.EXPORTED).content_type_id
    for asked in (f"kind={Kind.EXPORTED.value}", f"who={other.pk}", f"about={kind}"):
        listed = organizer_client.get(f"{TRAIL}?{asked}").context["cl"].result_list
        assert [one.action for one in listed] == [Kind.EXPORTED]


def test_the_trail_names_whom_it_is_about_while_there_is_someone(organizer_client, organizer, half):
    entry = audit.record(organizer, Kind.DECIDED, half.registration)
    assert "Registration: Zebo Secret" in organizer_client.get(TRAIL).content.decode()
    assert entry.object_repr == ""


def test_the_trail_cannot_be_edited(organizer_client, organizer, half):
    entry = audit.record(organizer, Kind.DECIDED, half.registration)
    for page, sent in (("change", {"action": 1}), ("delete", {"post": "yes"})):
        assert organizer_client.post(f"{TRAIL}{entry.pk}/{page}/", sent).status_code == 403
    organizer_client.post(TRAIL, {"action": "delete_selected", "_selected_action": entry.pk})
    assert Entry.objects.filter(pk=entry.pk, action=Kind.DECIDED).exists()


def test_the_trail_outlives_a_person_without_the_name(organizer_client, half):
    registration, volunteer = half.registration, half.registration.volunteer
    path = f"/admin/volunteers/registration/{registration.pk}/change/"
    send(organizer_client, path, name="Zebo Hidden", category="online")
    organizer_client.get("/admin/volunteers/volunteer/")
    press(organizer_client, "approve", registration)
    kept = Entry.objects.count()
    privacy.erase(volunteer.user)
    told = str(list(LogEntry.objects.values()))
    assert Entry.objects.count() == kept
    assert [one for one in ("Zebo", "Secret", "Hidden", "zebo@example.org") if one in told] == []
    assert {"category": ["", "online"], "name": ["***", "***"]} in [
        one.changes for one in Entry.objects.all()
    ]


def test_who_was_staff_and_is_erased_is_not_named_either(half):
    user = make_staff(Role.EDITOR)
    entry = audit.record(user, Kind.SAW, half.registration)
    User.objects.filter(pk=user.pk).update(is_staff=False)
    privacy.erase(User.objects.get(pk=user.pk))
    entry.refresh_from_db()
    assert (entry.actor, entry.actor_email) == (None, "")


def test_the_trail_asks_the_same_number_of_queries_however_long(
    organizer_client, organizer, half, django_assert_max_num_queries
):
    for _number in range(20):
        audit.record(organizer, Kind.DECIDED, make_registration(half.training))
    with django_assert_max_num_queries(15):
        organizer_client.get(TRAIL)


def test_saving_the_trail_itself_is_written_down(organizer_client, organizer, half):
    audit.record(organizer, Kind.DECIDED, half.registration)
    path = f"{TRAIL}save-as/csv/?kind={Kind.DECIDED.value}"
    assert "Registration: Zebo Secret" in organizer_client.get(path).getvalue().decode()
    told = {"file": "csv", "number": 1, "narrowed": {"kind": "11"}}
    assert written(Kind.EXPORTED) == [("Aigerim", "entry", told)]


def test_accounts_show_addresses_so_looking_at_them_is_written_down(organizer_client, half):
    user = half.registration.volunteer.user
    organizer_client.get(f"/admin/volunteers/user/?q={user.email}")
    organizer_client.get(f"/admin/volunteers/user/{user.pk}/change/")
    assert written(Kind.SAW) == [("Aigerim", "user", {"fields": ["contacts"]})] * 2
    assert {entry.object_pk for entry in Entry.objects.all()} == {str(user.pk)}


def test_a_list_brought_in_says_whose_addresses_it_was_laid_beside(organizer_client, half):
    lines = "Name,E-mail,Country", "Zebo Secret,,Tajikistan", "New,new@example.org,Tajikistan"
    intake = draft(organizer_client, *lines, training=half.training)
    assert half.registration.email in organizer_client.get(intake.get_absolute_url()).text
    assert written(Kind.SAW) == [("Aigerim", "volunteer", {"fields": ["contacts"]})]
    assert Entry.objects.get().object_pk == str(half.registration.volunteer_id)


def test_the_trail_is_narrowed_by_days_in_words_of_ours(organizer_client):
    filters = organizer_client.get(TRAIL).context["cl"].filter_specs
    assert [str(each.title) for each in filters] == ["what was done", "when"]
