"""One search over everything at the desk, by names in any spelling."""

import pytest
from django.contrib.auth.models import Group

from tests.desk.forms import page_of, tags
from tests.factories import (
    make_account,
    make_appearance,
    make_organisation,
    make_person,
    make_report,
    make_session,
    make_session_person,
    make_training,
)
from tests.volunteers.desk.test_queries import at_most
from tests.volunteers.desk_page.reading import numbers
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from trainings.labels import Label
from trainings.models import Series

SEARCH = "/admin/search/"


def found(response) -> dict[str, list[str]]:
    """The titles of what was found, by the heading of the kind."""
    parts = [tag for name, tag in tags(page_of(response)) if tag.get("class") == "found"]
    kinds = {}
    for part in parts:
        heading = next(tag for name, tag in tags(part) if name == "h2")
        items = [tag for name, tag in tags(part) if name == "li"]
        titles = [next(tag for name, tag in tags(item) if name == "a") for item in items]
        kinds[(heading.text or "").strip()] = ["".join(title.itertext()) for title in titles]
    return kinds


def marked(response) -> list[str]:
    return ["".join(tag.itertext()) for name, tag in tags(page_of(response)) if name == "mark"]


@pytest.fixture
def kosimi(organizer):
    """Қосимӣ as a volunteer with a registration, a person, an organisation and in headlines."""
    volunteer = make_volunteer(name="Зебо Қосимӣ", latin_name="Zebo Qosimi", country="TJ")
    registration = make_registration(make_open_training("Open"), volunteer)
    make_person("Rustam Qosimov")
    make_organisation("Фонди Қосимӣ")
    make_report(make_training("Чтения Касымова"), headline="Kosimov speaks")
    Series.objects.create(name=Label({"en": "Kosimov readings"}))
    make_volunteer(name="Somebody Else")
    return registration


def test_kosimov_finds_qosimi_in_every_kind(organizer_client, kosimi):
    page = organizer_client.get(SEARCH, {"q": "Kosimov"})
    assert found(page) == {
        "Series": ["Kosimov readings"],
        "Registrations": ["Зебо Қосимӣ"],
        "Volunteers": ["Зебо Қосимӣ"],
        "People": ["Rustam Qosimov"],
        "Organisations": ["Фонди Қосимӣ"],
        "Reports": ["Kosimov speaks"],
    }
    assert {"Қосимӣ", "Qosimov", "Kosimov"} <= set(marked(page))


def test_the_number_of_each_kind_is_that_of_its_list(organizer_client, kosimi):
    for number in range(12):
        make_registration(kosimi.training, make_volunteer(name=f"Qosimov {number}"))
    shown = numbers(organizer_client.get(SEARCH, {"q": "kosimov"}))
    lists = [organizer_client.get(address).context["cl"].result_count for address, _n in shown]
    assert [number for _address, number in shown] == lists
    assert lists[:2] == [13, 13]


def test_a_coordinator_finds_her_own_countries_alone(client, kosimi):
    account = make_account("coordinator@example.org", is_staff=True)
    account.groups.set(Group.objects.filter(name="country coordinator"))
    account.countries.set(["KZ"])
    client.force_login(account)
    assert set(found(client.get(SEARCH, {"q": "Kosimov"}))) == {
        "Series",
        "People",
        "Organisations",
        "Reports",
    }
    account.countries.set(["TJ"])
    assert "Registrations" in found(client.get(SEARCH, {"q": "Kosimov"}))


@pytest.mark.parametrize("words", ["", "%", "\0", "<script>alert(1)</script>", "zqx" * 900])
def test_any_words_get_an_answer(organizer_client, kosimi, words):
    page = organizer_client.get(SEARCH, {"q": words})
    assert (page.status_code, found(page)) == (200, {})
    assert "<script>alert" not in page.content.decode()


def test_alike_names_stay_two_people(organizer_client, kosimi):
    make_registration(kosimi.training, make_volunteer(name="Zebo Kosimova"))
    page = organizer_client.get(SEARCH, {"q": "zebo kosimova"})
    assert found(page)["Volunteers"] == ["Zebo Kosimova", "Зебо Қосимӣ"]
    assert "may belong to different people" in page.content.decode()


def test_a_search_takes_few_queries(organizer_client, kosimi):
    for number in range(12):
        make_registration(kosimi.training, make_volunteer(name=f"Qosimov {number}"))
        make_report(make_training(f"Kosimov {number}"), headline="Kosimov")
    with at_most(15):
        organizer_client.get(SEARCH, {"q": "kosimov"})


def test_a_session_is_found_by_its_title_and_by_who_is_in_it(organizer_client, kosimi):
    training = make_training("Water")
    make_session(training, "Чтения Қосимӣ")
    wells = make_session(training, "Wells")
    make_session(training, "Pumps")
    speaker = make_appearance(training, make_person("Farhod Qosimov"))
    make_session_person(wells, speaker)
    page = organizer_client.get(SEARCH, {"q": "Kosimov"})
    assert sorted(found(page)["Sessions"]) == ["Wells", "Чтения Қосимӣ"]


def test_accounts_are_found_by_those_who_may_see_them(client, kosimi):
    make_account("dana@example.org", name="Dana Office")
    account = make_account("desk@example.org", is_staff=True)
    shown = {}
    for role in ("administrator", "country coordinator"):
        account.groups.set(Group.objects.filter(name=role))
        client.force_login(account)
        kinds = [found(client.get(SEARCH, {"q": words})) for words in ("dana@example", "Office")]
        shown[role] = [one.get("Accounts") for one in kinds]
    assert shown == {
        "administrator": [["Dana Office"], ["Dana Office"]],
        "country coordinator": [None, None],
    }


def test_a_training_is_found_by_its_series(organizer_client, db):
    series = Series.objects.create(name=Label({"en": "Central Asia Regional Training"}))
    make_training("Springs", series=series)
    page = organizer_client.get(SEARCH, {"q": "regional"})
    assert found(page)["Trainings"] == ["Springs"]
    assert marked(page).count("Regional") == 2
