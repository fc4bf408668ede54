"""The page of all pieces, for staff, and the contrasts it tells."""

import pytest

from tests.factories import make_training
from tests.pages.kinds import make_bare, make_full
from tests.pages.page import Page
from trainings import colours

ADDRESS = "/admin/styleguide/"


def test_staff_see_every_piece_on_one_page(db, organizer_client):
    make_full()
    make_bare()
    shown = organizer_client.get(ADDRESS).content.decode()
    pieces = [
        "card open-card",
        "news-line",
        "share-page",
        "beside",
        "groups",
        "slot",
        "people",
        "quote",
        "gallery",
        "plain",
    ]
    assert [piece for piece in pieces if f'class="{piece}' not in shown] == []


def test_a_badge_says_where_its_training_stands(db, organizer_client):
    make_training("Cancelled", slug="off", lifecycle="cancelled")
    make_training("Planned", slug="on", lifecycle="planned")
    page = Page(organizer_client.get(ADDRESS))
    assert set(page.lines('.//p[@class="chips"]')[0].split()) == {"Planned", "Cancelled"}


def test_it_shows_the_form_with_what_is_to_mend(db, organizer_client):
    make_full()
    shown = organizer_client.get(ADDRESS).content.decode()
    assert ('class="errors"' in shown, "invalid-feedback" in shown) == (True, True)


def test_without_a_record_it_shows_what_needs_none(db, organizer_client):
    assert "How the public pages look" in organizer_client.get(ADDRESS).content.decode()


def test_a_stranger_is_asked_to_sign_in(db, client):
    assert client.get(ADDRESS).url == f"/admin/login/?next={ADDRESS}"


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#ffffff", 21), ("#777", "#fff", 4.5)]
)
def test_contrast_is_that_of_the_rule(one, other, ratio):
    assert colours.contrast(one, other) == colours.contrast(other, one) == ratio


def test_all_words_are_read_well_on_their_ground_in_both_schemes():
    assert [pair for pair in colours.pairs() if min(pair.light, pair.dark) < 4.5] == []
