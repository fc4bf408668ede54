"""What every test may use. The rows come from `tests.factories`."""

import gc
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.utils import translation

from tests import browser as chromium
from tests import seeded
from tests.encoding import kept_in
from trainings.pictures import making
from volunteers.signing_in import MAILED


def pytest_configure(config):
    """Make the folder of this process for uploads and a database."""
    shutil.rmtree(site.SCRATCH, ignore_errors=True)
    site.SCRATCH.mkdir(mode=0o700)
    site.STATIC_ROOT.mkdir()
    site.KEPT_PICTURES.mkdir(exist_ok=True)


def pytest_ignore_collect(collection_path, config):
    """Open no file without a test in a browser where those alone are asked for."""
    if config.getoption("markexpr") == "browser" and collection_path.suffix == ".py":
        return "mark.browser" not in collection_path.read_text() or None
    return None


def pytest_collection_finish():
    """Spare the collector what stays to the end: it looked through it after each few tests."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_unconfigure(config):
    shutil.rmtree(site.SCRATCH, ignore_errors=True)


def pytest_collection_modifyitems(items):
    """Give every test that empties the database afterwards the seeded countries back first.

    And mark those that use one, which alone have to run on both engines. The others come first:
    among them are the longest, after which one process waited for the other at the end.
    """
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker or uses_a_database(item):
            item.add_marker(pytest.mark.database)
        if (marker and marker.kwargs.get("transaction")) or (
            {"live_server", "transactional_db"} & set(item.fixturenames)
        ):
            item.add_marker(
                pytest.mark.django_db(transaction=True, serialized_rollback=True), False
            )
    items.sort(key=lambda item: item.get_closest_marker("database") is not None)


def uses_a_database(item) -> bool:
    """Whether a fixture of the test, or one that several tests share, reads or writes rows."""
    if {"db", "transactional_db"} & set(item.fixturenames):
        return True
    fixtures = [one for each in item._fixtureinfo.name2fixturedefs.values() for one in each]
    ours = [one for one in fixtures if one.baseid.startswith("tests")]
    return any("django_db_blocker" in one.argnames for one in ours)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let a database be emptied, and the rows of migrations be put back, at once."""
    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            tables = seeded.keep(connection)
        patch.setattr(connection.ops, "sql_flush", seeded.emptying(connection))
        patch.setattr(
            connection.creation,
            "deserialize_db_from_string",
            lambda _rows: seeded.put_back(connection, tables),
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def _encoded_once():
    """Encode no picture a second time: it is most of the work of loading the demo."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "encoded", kept_in(site.KEPT_PICTURES, making.encoded))
        yield


@pytest.fixture(autouse=True)
def _nothing_left_over(request):
    """Start each test with an empty cache and in the language of the settings."""
    cache.clear()
    marker = request.node.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        # The rows that Django remembers went when the test before emptied the database.
        ContentType.objects.clear_cache()
    with translation.override(site.LANGUAGE_CODE):
        yield


@pytest.fixture
def organizer(db, django_user_model):
    """The account of an organizer, who may do everything at the desk."""
    return django_user_model.objects.create_superuser("organizer@example.org", name="Aigerim")


@pytest.fixture
def organizer_client(organizer, client):
    """A client signed in as the organizer; `client` itself is then no stranger any more."""
    client.force_login(organizer)
    return client


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the system's own Chromium, not one that playwright would download."""
    from playwright.sync_api import expect

    path = chromium.chromium()
    if not path:
        pytest.skip("Chromium was not found: install it, or set CHROMIUM to its path.")
    # As long as playwright waits for a button: five seconds are short on a machine that is busy.
    expect.set_options(timeout=30_000)
    args = chromium.launch_arguments()
    return {**browser_type_launch_args, "executable_path": path, "args": args}


@pytest.fixture
def complaints():
    """What the pages of this test complained of; a test that expects some clears the list."""
    return []


@pytest.fixture
def open_page(live_server, new_context, complaints):
    """A function opening a new browser window on the site; any complaint fails the test.

    `open_page(width=1280, scheme="light", **context)` takes playwright's options of a context,
    such as `java_script_enabled=False`; addresses on the page may then begin with `/`.
    """

    def open_page(width: int = 1280, scheme: str = "light", **context):
        viewport = {"width": width, "height": 900}
        context = {"base_url": live_server.url, "viewport": viewport, **context}
        page = new_context(color_scheme=scheme, **context).new_page()
        chromium.watch(page, urlsplit(live_server.url).netloc, complaints)
        return page

    yield open_page
    assert complaints == []


@pytest.fixture
def browser_page(open_page):
    """A browser window of 1280 px in the light scheme."""
    return open_page()


@pytest.fixture(params=chromium.SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def screen(request, open_page):
    """A browser window in each of the four: 360 and 1280 px, light and dark."""
    return open_page(*request.param)


@pytest.fixture
def sign_in(live_server, client):
    """A function signing a browser window in as a person, without the sign-in form."""

    def sign_in(page, person):
        client.cookies.clear()  # or Django would end the session of another window
        client.force_login(person, None if person.works_at_desk else MAILED)
        session = client.cookies[site.SESSION_COOKIE_NAME].value
        cookie = {"name": site.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
        page.context.add_cookies([cookie])

    return sign_in
