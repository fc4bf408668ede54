"""A browser at the desk."""

import pytest


@pytest.fixture
def desk(open_page, sign_in, organizer):
    """A function opening a window of the desk, signed in."""

    def open_desk(width=1280, scheme="light", **options):
        page = open_page(width, scheme, **options)
        sign_in(page, organizer)
        return page

    return open_desk
