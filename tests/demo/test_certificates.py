"""The demo's certificates: valid, replaced and revoked ones to look at."""

import pytest

from tests.pages.page import Page
from volunteers import demo as loading
from volunteers.demo import attendance, certificates
from volunteers.models import Certificate, User


@pytest.fixture
def issued(demo):
    organizer = User.objects.get(is_staff=True)
    for path in loading.ATTENDANCE.glob("*.yaml"):
        attendance.load(path, organizer)
    for path in loading.CERTIFICATES.glob("*.yaml"):
        certificates.load(path, organizer)
    return Certificate.objects.all()


def test_one_is_revoked_one_replaced_and_the_others_are_valid(issued, client):
    assert (issued.count(), issued.valid().count()) == (8, 6)
    revoked = issued.get(revoked_at__isnull=False)
    words = Page(client.get(revoked.get_absolute_url())).text
    assert "This certificate was revoked" in words
    newer = issued.get(replaces__isnull=False)
    assert (newer.replaces.name, newer.name) == ("Гулзат Коңшубаева", "Gulzat Kongshubaeva")
