"""No sentence and no number that a coordinator reads counts people of other countries."""

import pytest

from tests.desk.forms import errors, page_of, said
from tests.volunteers.desk.deciding import bars, line, page, press, words
from tests.volunteers.desk_page.reading import desk
from tests.volunteers.factories import make_open_training, make_quota, make_registration
from tests.volunteers.roles.people import make_staff
from trainings.services.refusal import NotAllowed
from volunteers import notices
from volunteers.models import Issuing, State
from volunteers.roles import Role
from volunteers.services import registration as services
from volunteers.services.walking_in import walk_in

ASK = "Ask an organizer, who may go beyond it."
ALL_TAKEN = f"All seats are taken. {ASK}"
FULL = "national volunteer: all seats are taken."


@pytest.fixture
def training(own, other):
    """Both halves wait for a decision; Kazakhstan's two have the seats there are."""
    own.training.capacity = 2
    own.training.save()
    for _n in range(2):
        make_registration(own.training, state=State.APPROVED, country="KZ")
    return own.training


@pytest.fixture
def narrowed(training):
    """The whole has room; the seats of a category are taken by Kazakhstan's two."""
    training.registrations.update(category="national")
    training.capacity = 20
    training.save()
    make_quota(training, category="national", maximum=2)
    return training


def row_of_whole(response) -> list[str]:
    return bars(response)["The whole training full"]


def test_a_refusal_says_what_is_full_and_whom_to_ask(coordinator_client, own, training):
    [answer] = said(press(coordinator_client, "approve", own.registration))
    assert answer == f"1 refused: {ALL_TAKEN} Zebo Own"


def test_a_full_category_is_refused_without_counting_it(coordinator_client, own, narrowed):
    [answer] = said(press(coordinator_client, "approve", own.registration))
    assert answer == f"1 refused: {FULL} {ASK} Zebo Own"
    shown = coordinator_client.get(page(narrowed))
    assert f"No seat now. {FULL} {ASK}" in line(shown, own.registration)


def test_the_own_country_is_counted(coordinator_client, own):
    make_quota(own.training, "TJ", maximum=0)
    [answer] = said(press(coordinator_client, "approve", own.registration))
    assert answer.startswith("1 refused: Tajikistan: all seats are taken (0 of 0).")


def test_who_sees_everyone_is_told_how_many(organizer_client, own, narrowed):
    [answer] = said(press(organizer_client, "approve", own.registration))
    assert answer == "1 refused: national volunteer: all seats are taken (2 of 2). Zebo Own"


def test_the_summary_refuses_as_the_button_does(coordinator_client, own, narrowed):
    shown = press(coordinator_client, "approve", own.registration, sure=[])
    assert f"1 of them will be refused. {FULL} {ASK}" in words(page_of(shown))


def test_the_summary_tells_seats_left_only_where_everybody_reads_them(coordinator_client, own):
    told = words(page_of(press(coordinator_client, "approve", own.registration, sure=[])))
    own.training.published_at = None
    own.training.save()
    hidden = words(page_of(press(coordinator_client, "approve", own.registration, sure=[])))
    assert ("20 seats are left" in told, "left before that" in hidden) == (True, False)
    assert "no limit of seats" not in hidden


def test_the_bar_of_the_whole_tells_what_the_public_page_tells(coordinator_client, training):
    training.registrations.filter(country="KZ").update(state=State.APPROVED)  # three for two seats
    assert row_of_whole(coordinator_client.get(page(training)))[:2] == ["2", "0"]


def test_the_bars_of_a_draft_tell_nothing_of_others(coordinator_client, own, training):
    make_quota(training, "TJ", maximum=5)
    training.published_at = None
    training.save()
    told = bars(coordinator_client.get(page(training)))
    assert told["The whole training"] == ["–", "–", "–", "–", "2", "–", "–"]
    assert told["Tajikistan"][:2] == ["0", "5"]


def test_at_the_door_nobody_is_counted_either(own, training):
    helper = make_staff(Role.HELPER, trainings=[training])
    described = {"name": "Late", "country": own.registration.country, "category": "national"}
    with pytest.raises(NotAllowed) as refused:
        walk_in(training, None, described=described, by=helper, language="en")
    assert str(refused.value) == ALL_TAKEN


def test_a_change_of_category_is_refused_without_counting_it(coordinator_client, own, narrowed):
    own.registration.category, own.registration.state = "online", State.APPROVED
    own.registration.save()
    path = f"/admin/volunteers/registration/{own.registration.pk}/change/"
    form = {"name": "Zebo Own", "country": "TJ", "category": "national", "language": "en"}
    assert FULL in errors(coordinator_client.post(path, form))["category"][0]


def test_what_the_rule_told_a_volunteer_counts_nobody(own):
    """The coordinator reads it in the history of the registration, and in the letter."""
    training = make_open_training(capacity=1, deciding="first_come", has_waiting_list=False)
    make_registration(training, state=State.APPROVED, country="KZ")
    late = services.confirm(make_registration(training, state=State.SUBMITTED))
    assert late.moves.last().reason == "All seats are taken."
    assert "1 of 1" not in late.letters.last().text


def test_the_desk_does_not_say_that_nobody_registered(coordinator_client, own):
    empty = make_open_training("An empty one")
    assert "nobody has registered" not in words(page_of(coordinator_client.get(desk(empty))))


def test_how_far_certificates_of_all_are_is_for_whoever_ordered_them(coordinator_client, own):
    by = make_staff(Role.ORGANIZER)
    Issuing.objects.create(training=own.training, kind="completion", by=by, total=41, done=7)
    papers = f"/admin/trainings/training/{own.training.pk}/papers/"
    said_there = words(page_of(coordinator_client.get(papers)))
    assert "Certificates are being issued." in said_there
    assert "41" not in said_there


def test_a_notice_about_a_limit_counts_the_own_only(coordinator, training):
    training.capacity = 1
    training.save()
    make_quota(training, "KZ", maximum=1)
    assert len(notices.of_call(training)) == 3
    told = notices.of_call(training, coordinator.world)
    assert [one for one in told if "have a seat" in one] == []
