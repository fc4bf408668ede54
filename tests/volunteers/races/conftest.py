"""Room for many at once: the site's pool of connections, wide enough for a race."""

import pytest
from django.db import connection

AT_ONCE = 40


@pytest.fixture(autouse=True)
def _wide_pool(transactional_db):
    """On PostgreSQL, let forty be inside the database at a time; on SQLite all open the file."""
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor != "postgresql":
        yield
        return
    before = options["pool"]
    connection.close()
    connection.close_pool()
    options["pool"] = {"min_size": AT_ONCE, "max_size": AT_ONCE}
    yield
    connection.close()
    connection.close_pool()
    options["pool"] = before
