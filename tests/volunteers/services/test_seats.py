"""What limits the seats: the capacity, and quotas by country, by category or by both."""

import pytest

from tests.volunteers.factories import make_open_training, make_quota, make_registration
from volunteers.models import Registration
from volunteers.services.seats import position, positions, seats_of

pytestmark = pytest.mark.django_db


def seat(training, *pairs):
    """Seat someone of each pair of a country's code and a category."""
    for country, category in pairs:
        make_registration(training, state="approved", country=country, category=category)


def test_only_those_with_a_seat_are_counted():
    training = make_open_training(capacity=3)
    for state in ("submitted", "confirmed", "approved", "waitlisted", "declined", "cancelled"):
        make_registration(training, state=state)
    make_registration(make_open_training("Another"), state="approved")
    seats = seats_of(training)
    assert (seats.taken, seats.left, seats.is_full) == (1, 2, False)


def test_without_a_capacity_nothing_is_ever_full_or_kept():
    training = make_open_training(capacity=None)
    make_quota(training, "TJ", minimum=5)
    seats = seats_of(training)
    assert (seats.left, seats.is_full, seats.refusal("KZ", "national")) == (None, False, "")


def test_beyond_the_capacity_nothing_is_left_rather_than_less():
    training = make_open_training(capacity=1)
    seat(training, ("KZ", "national"), ("KZ", "national"))
    assert (seats_of(training).left, seats_of(training).is_full) == (0, True)


def test_a_maximum_of_a_country_stops_this_country_alone():
    training = make_open_training(capacity=9)
    make_quota(training, "TJ", maximum=1)
    seat(training, ("TJ", "national"))
    seats = seats_of(training)
    assert seats.refusal("TJ", "online") == "Tajikistan: all seats are taken (1 of 1)."
    assert seats.refusal("KZ", "national") == seats.refusal(None, "") == ""


def test_a_maximum_of_a_category_counts_every_country():
    training = make_open_training(capacity=9)
    make_quota(training, category="online", maximum=2)
    seat(training, ("TJ", "online"), ("KZ", "online"))
    refusal = seats_of(training).refusal("UZ", "online")
    assert refusal == "online volunteer: all seats are taken (2 of 2)."
    assert seats_of(training).refusal("UZ", "national") == ""


def test_a_maximum_of_both_stops_only_who_is_both():
    training = make_open_training(capacity=9)
    make_quota(training, "TJ", category="online", maximum=1)
    seat(training, ("TJ", "online"), ("TJ", "national"))
    seats = seats_of(training)
    assert seats.refusal("TJ", "online") == (
        "Tajikistan, online volunteer: all seats are taken (1 of 1)."
    )
    assert seats.refusal("TJ", "national") == seats.refusal("KZ", "online") == ""


def test_a_target_limits_nothing():
    training = make_open_training(capacity=9)
    make_quota(training, "TJ", target=1)
    seat(training, ("TJ", "national"))
    assert seats_of(training).refusal("TJ", "national") == ""


def test_the_last_seats_are_kept_for_whom_a_minimum_names():
    training = make_open_training(capacity=3)
    make_quota(training, "TJ", minimum=2)
    seat(training, ("KZ", "national"))
    seats = seats_of(training)
    assert seats.refusal("KZ", "national") == "The seats left are kept for: Tajikistan (2)."
    assert seats.refusal("TJ", "national") == ""


def test_once_a_minimum_is_filled_the_rest_is_for_everyone():
    training = make_open_training(capacity=3)
    make_quota(training, "TJ", minimum=2)
    seat(training, ("TJ", "national"), ("TJ", "online"))
    assert seats_of(training).refusal("KZ", "national") == ""


def test_one_seat_may_serve_a_country_and_a_category():
    training = make_open_training(capacity=3)
    make_quota(training, "TJ", minimum=2)
    make_quota(training, category="online", minimum=2)
    assert seats_of(training).refusal("KZ", "national") == ""


def test_the_last_seat_of_two_minimums_is_for_who_fills_both():
    training = make_open_training(capacity=1)
    make_quota(training, "TJ", minimum=1)
    make_quota(training, category="online", minimum=1)
    seats = seats_of(training)
    assert seats.refusal("TJ", "national") == "The seats left are kept for: online volunteer (1)."
    assert seats.refusal("TJ", "online") == ""


def test_minimums_of_different_people_are_added():
    training = make_open_training(capacity=6)
    make_quota(training, "TJ", minimum=2)
    make_quota(training, "KZ", category="online", minimum=3)
    seat(training, ("UZ", "national"))
    assert seats_of(training).refusal("UZ", "national") == (
        "The seats left are kept for: Kazakhstan, online volunteer (3); Tajikistan (2)."
    )


def test_minimums_that_can_not_all_be_met_any_more_shut_nobody_out_whom_one_names():
    training = make_open_training(capacity=1)
    make_quota(training, "TJ", minimum=1)
    make_quota(training, "KZ", minimum=1)
    seats = seats_of(training)
    assert seats.refusal("TJ", "national") == seats.refusal("KZ", "national") == ""
    assert seats.refusal("UZ", "national") != ""


def test_no_country_has_more_left_than_the_training():
    training = make_open_training(capacity=5)
    quota = make_quota(training, "TJ", maximum=4)
    assert seats_of(training).left_of(quota) == 4
    seat(training, ("KZ", "national"), ("KZ", "national"), ("TJ", "national"))
    assert seats_of(training).left_of(quota) == 2
    assert seats_of(training).left_of(make_quota(training, "KG", minimum=1)) is None


def test_the_line_of_a_quota_is_counted_when_asked():
    training = make_open_training()
    quota = make_quota(training, "TJ", maximum=4)
    for country in ("TJ", "TJ", "KZ"):
        make_registration(training, state="waitlisted", country=country)
    assert seats_of(training, waiting=True).in_line(quota) == 2


def test_a_place_in_the_line_is_counted_within_the_country_where_quotas_are_by_country():
    training = make_open_training()
    make_quota(training, "TJ", maximum=1)
    line = [
        make_registration(training, state="waitlisted", country=country, category=category)
        for country, category in [("KZ", "online"), ("TJ", "national"), ("TJ", "online")]
    ]
    assert [position(one) for one in line] == [1, 1, 2]


def test_a_place_in_the_line_is_counted_within_the_category_too_where_quotas_are_by_both():
    training = make_open_training()
    make_quota(training, "TJ", category="online", maximum=1)
    line = [
        make_registration(training, state="waitlisted", country=country, category=category)
        for country, category in [("TJ", "online"), ("TJ", "national"), ("TJ", "online")]
    ]
    assert [position(one) for one in line] == [1, 1, 2]


def test_those_whom_no_quota_tells_apart_stand_in_one_line():
    training = make_open_training()
    make_quota(training, "TM", maximum=1)
    make_quota(training, category="international", maximum=1)
    line = [
        make_registration(training, state="waitlisted", country=country, category=category)
        for country, category in [
            ("TM", "national"),
            ("TM", "community"),
            ("TM", "international"),
            ("KG", "national"),
            ("UZ", "online"),
            (None, ""),
        ]
    ]
    assert [position(one) for one in line] == [1, 2, 1, 1, 2, 3]
    quotas = list(training.quotas.all())
    assert positions(training, line, quotas) == {one.pk: position(one) for one in line}


def test_without_quotas_there_is_one_line():
    training = make_open_training()
    line = [
        make_registration(training, state="waitlisted", country=code) for code in ("KZ", "TJ", "KZ")
    ]
    assert [position(one) for one in line] == [1, 2, 3]


def test_two_who_began_to_wait_at_one_moment_stand_one_after_the_other():
    training = make_open_training()
    moment = make_registration(training, state="waitlisted").waitlisted_at
    make_registration(training, state="waitlisted", waitlisted_at=moment)
    assert [position(one) for one in Registration.objects.waiting()] == [1, 2]


def test_who_does_not_wait_has_no_place_in_the_line():
    assert position(make_registration()) is None


def test_seats_take_one_query_however_many_sit(django_assert_num_queries):
    training = make_open_training()
    make_quota(training, "TJ", maximum=1)
    seat(training, *[("TJ", "national")] * 3)
    with django_assert_num_queries(1):
        seats_of(training).refusal("TJ", "national")
