"""A coordinator sees and decides about the own countries' people, and nobody else."""

import pytest

from tests.desk.forms import said
from tests.volunteers.desk.deciding import page, press
from tests.volunteers.factories import make_quota, make_registration
from tests.volunteers.roles.people import make_staff
from volunteers.models import Note, Registration, Volunteer
from volunteers.roles import Role

PEOPLE = "/admin/volunteers/"


def pages(own) -> list[str]:
    """Every page where people of a training may be named."""
    training = f"/admin/trainings/training/{own.training.pk}/"
    return [
        f"{training}decide/?state=",
        f"{training}papers/certificates/",
        f"{PEOPLE}registration/",
        f"{PEOPLE}registration/?q=Zebo",
        f"{PEOPLE}registration/save-as/csv/",
        f"{PEOPLE}registration/{own.registration.pk}/change/",
        f"{PEOPLE}volunteer/",
        f"{PEOPLE}volunteer/save-as/json/",
        f"{PEOPLE}volunteer/{own.registration.volunteer_id}/change/",
        f"{PEOPLE}letter/",
        "/admin/search/?q=Zebo",
    ]


def text(response) -> str:
    return response.getvalue().decode() if response.streaming else response.content.decode()


def test_the_own_people_stand_on_every_page(coordinator_client, own, other):
    bodies = {path: text(coordinator_client.get(path)) for path in pages(own)}
    assert [path for path, body in bodies.items() if "zebo" not in body.lower()] == []


def test_others_stand_on_none(coordinator_client, own, other):
    training = f"/admin/trainings/training/{own.training.pk}/"
    more = [
        "/admin/",
        "/admin/search/?q=Dana",
        "/admin/trainings/training/",
        f"{training}change/",
        f"{training}history/",
        f"{training}desk/",
        f"{training}attendance/",
        f"{training}papers/",
        f"{training}write/",
        f"{training}write/new/",
        f"{training}decide/?state=&country=KZ",
        f"{PEOPLE}registration/?country=KZ",
        f"{PEOPLE}registration/?q=Dana",
        f"{PEOPLE}letter/?q=dana",
    ]
    bodies = {path: text(coordinator_client.get(path)) for path in (*pages(own), *more)}
    secrets = ("Elsewhere", "dana@", "+99 KZ")
    shown = [path for path, body in bodies.items() if any(secret in body for secret in secrets)]
    assert shown == []


def test_a_filter_offers_and_counts_the_own_only(coordinator_client, own, other):
    listed = coordinator_client.get(f"{PEOPLE}registration/?_facets=1").context["cl"]
    offered = {one.title: one for one in listed.filter_specs}
    choices = offered["country"].lookup_choices, offered["training"].lookup_choices
    assert [[value for value, _label in one] for one in choices] == [
        ["TJ", "unknown"],
        [str(own.training.pk)],
    ]
    assert listed.result_count == 1


def test_typing_into_a_choice_finds_the_own_only(coordinator_client, own, other):
    """As the desk's script asks, and as someone might who writes the address by hand."""
    found = {}
    for model, column in (("letter", "registration"), ("registration", "volunteer")):
        asked = {"app_label": "volunteers", "model_name": model, "field_name": column, "term": ""}
        rows = coordinator_client.get("/admin/autocomplete/", asked).json()["results"]
        found[column] = [row["text"] for row in rows]
    assert found == {"registration": ["Zebo Own"], "volunteer": ["Zebo Own"]}


@pytest.mark.parametrize("role", [Role.HELPER, Role.EDITOR, Role.MONITORING])
def test_typing_into_a_choice_finds_nobody_for_who_sees_no_names(client, own, role):
    client.force_login(make_staff(role, trainings=[own.training]))
    asked = {"app_label": "volunteers", "model_name": "letter", "field_name": "registration"}
    assert client.get("/admin/autocomplete/", asked).status_code == 403
    asked = {"app_label": "volunteers", "model_name": "volunteer", "field_name": "user"}
    assert client.get("/admin/autocomplete/", asked).status_code == 403


@pytest.mark.parametrize("role", [Role.HELPER, Role.EDITOR, Role.MONITORING])
def test_figures_come_without_names(client, own, role):
    client.force_login(make_staff(role, trainings=[own.training]))
    desk = f"/admin/trainings/training/{own.training.pk}/"
    paths = ("/admin/", "/admin/search/?q=own", f"{desk}desk/", f"{desk}change/", f"{desk}history/")
    bodies = {path: client.get(path).content.decode() for path in paths}
    assert [path for path, body in bodies.items() if "Zebo" in body or "zebo@" in body] == []


def test_the_desk_costs_a_coordinator_few_queries(
    coordinator_client, own, django_assert_max_num_queries
):
    for path in (f"{PEOPLE}registration/", f"{PEOPLE}volunteer/", page(own.training), "/admin/"):
        with django_assert_max_num_queries(15):
            coordinator_client.get(path)


def test_without_countries_there_is_nobody(db, own):
    user = make_staff(Role.COORDINATOR)
    assert Registration.objects.visible_to(user).count() == 0
    assert Volunteer.objects.visible_to(user).count() == 0


def test_someone_whose_country_is_not_known_is_nobodys(coordinator, own):
    make_registration(own.training, country=None)
    assert list(Registration.objects.visible_to(coordinator)) == [own.registration]


def test_whoever_reads_all_may_be_given_countries_too(own, other):
    user = make_staff(Role.OBSERVER, countries=["KZ"])
    assert other.registration in Registration.objects.visible_to(user)
    assert own.registration not in Registration.objects.visible_to(user)


@pytest.mark.parametrize("role", [Role.ORGANIZER, Role.ADMINISTRATOR, Role.MONITORING])
def test_nothing_limits_those_for_all_countries(own, other, role):
    assert Registration.objects.visible_to(make_staff(role)).count() == 3


def test_the_own_are_decided(coordinator_client, own):
    press(coordinator_client, "approve", own.registration)
    own.registration.refresh_from_db()
    assert own.registration.state == "approved"


def test_others_are_not_decided_by_a_hand_made_form(coordinator_client, own, other):
    press(coordinator_client, "decline", other.registration)
    coordinator_client.post(
        page(own.training).replace("decide", "note"),
        {"chosen": other.registration.pk, "text": "A note"},
    )
    other.registration.refresh_from_db()
    assert (other.registration.state, Note.objects.count()) == ("confirmed", 0)


def test_free_seats_go_to_the_next_of_any_country_so_not_by_a_coordinator(coordinator_client, own):
    row = make_registration(own.training, state="waitlisted")
    answer = coordinator_client.post(page(own.training).replace("decide", "promote"))
    row.refresh_from_db()
    assert (answer.status_code, row.state) == (403, "waitlisted")


def test_the_bars_are_of_the_own_countries_beside_the_seats_left(coordinator_client, own, other):
    bars = coordinator_client.get(page(own.training)).context["page"].bars
    whole, countries = bars
    assert [bar.name for bar in countries.bars] == ["Tajikistan"]
    assert (whole.bars[0].left, whole.bars[0].waiting, whole.bars[0].to_decide) == (20, None, None)


def test_the_tabs_count_the_own(coordinator_client, own, other):
    tabs = coordinator_client.get(page(own.training)).context["page"].tabs
    assert [tab["number"] for tab in tabs if tab["is_current"]] == [1]


def test_nobody_is_moved_to_another_country(coordinator_client, own):
    path = f"{PEOPLE}registration/{own.registration.pk}/change/"
    form = {"name": "Zebo Own", "country": "KZ", "category": "national", "language": "en"}
    shown = coordinator_client.post(path, form)
    assert shown.context["adminform"].form.errors["country"] == [
        "This is none of your countries. Ask an organizer to change it."
    ]


def test_someone_is_registered_for_an_own_country_only(coordinator_client, own, other):
    path = page(own.training).replace("decide", "register")
    offered = coordinator_client.get(path).context["form"].fields["country"].choices
    assert [code for code, _name in offered] == ["", "TJ"]


def test_who_is_registered_for_another_country_is_not_named(coordinator_client, own, other):
    sent = {
        "name": "Someone",
        "email": other.registration.email,
        "country": "TJ",
        "category": "national",
        "language": "en",
    }
    path = page(own.training).replace("decide", "register")
    answer = coordinator_client.post(path, sent, follow=True)
    assert said(answer) == ["This address is registered already. Nothing was changed."]


def test_addresses_are_not_found_out_by_typing_filters(client, own):
    client.force_login(make_staff(Role.OBSERVER))
    listed = client.get(f"{PEOPLE}registration/?phone__startswith=%2B99")
    assert listed.status_code == 400


def test_a_refusal_names_no_country_but_the_own(coordinator_client, own, other):
    own.training.capacity = 1
    own.training.save()
    make_quota(own.training, "KZ", minimum=1)
    kept = "The seats left are kept for other countries or categories."
    answer = press(coordinator_client, "approve", own.registration)
    assert [kept in one for one in said(answer)] == [True]
    assert "Kazakhstan" not in coordinator_client.get(page(own.training)).content.decode()


def test_who_sees_all_countries_is_told_for_which_the_seats_are_kept(organizer_client, own, other):
    own.training.capacity = 1
    own.training.save()
    make_quota(own.training, "KZ", minimum=1)
    [answer] = said(press(organizer_client, "approve", own.registration))
    assert "The seats left are kept for: Kazakhstan (1)." in answer


@pytest.mark.parametrize("kind", ["registration", "volunteer"])
@pytest.mark.parametrize("page", ["change", "history"])
def test_an_address_of_others_typed_by_hand_is_not_there(coordinator_client, other, kind, page):
    rows = {"registration": other.registration, "volunteer": other.registration.volunteer}
    answer = coordinator_client.get(f"{PEOPLE}{kind}/{rows[kind].pk}/{page}/")
    assert (answer.status_code, "Dana" in text(answer)) == (404, False)
