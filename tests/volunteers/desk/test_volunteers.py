"""The list of volunteers at the desk."""

import pytest

from tests.desk.forms import page_of, tags
from tests.volunteers.desk.deciding import words
from tests.volunteers.factories import make_volunteer
from volunteers.models import Volunteer

LIST = "/admin/volunteers/volunteer/"


@pytest.fixture
def nobody(organizer):
    """Someone whose address is proven, and who gave no name yet."""
    row = make_volunteer("nobody@example.org")
    Volunteer.objects.filter(pk=row.pk).update(name="")
    return row


def test_someone_without_a_name_is_there_to_be_opened(organizer_client, nobody):
    page = page_of(organizer_client.get(LIST))
    [link] = [tag for name, tag in tags(page) if tag.get("href") == f"{LIST}{nobody.pk}/change/"]
    assert words(link) == "a volunteer without a name"


def test_in_a_file_no_name_is_an_empty_one(organizer_client, nobody):
    saved = b"".join(organizer_client.get(f"{LIST}save-as/csv/").streaming_content).decode()
    assert saved.splitlines()[1].startswith(",nobody@example.org")
