"""Someone of staff, where the second step is asked for."""

import pytest

from tests.factories import make_account
from tests.volunteers.factor.steps import PASSWORD


@pytest.fixture(autouse=True)
def _forced(settings):
    settings.SECOND_STEP_FORCED = True


@pytest.fixture
def aigerim(db):
    """An administrator without a second factor yet."""
    account = make_account("aigerim@example.org", is_staff=True, is_superuser=True, name="Aigerim")
    account.set_password(PASSWORD)
    account.save()
    return account
