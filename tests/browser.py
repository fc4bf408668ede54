"""Finding Chromium, and watching what a page complains of and what axe finds on it."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.finders import FileSystemFinder

from config.static import Joined

SCREENS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
# What axe is asked for. Not to preload: it would write imported stylesheets into the page, which
# the policy forbids. Nor to describe what is in order, which is most of a page.
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """The path of this machine's Chromium: the variable CHROMIUM or the PATH; None without one."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch_arguments() -> list[str]:
    """The switches Chromium is started with: it looks at our pages and speaks to nobody else."""
    # Chromium refuses its sandbox to root, and only to root.
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else [*ARGUMENTS]


def violations(page) -> list[dict]:
    """What axe finds on the page, once all of it has arrived."""
    page.wait_for_load_state()
    return Axe().run(page, options=RULES).response["violations"]


def on_each_screen(page, look) -> dict:
    """What `look` gives for the page as it stands, on each of the screens where it gives anything.

    Cheaper than four windows. It sees the same of a page whose script doesn't ask for the screen.
    """
    found = {}
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if seen := look(page):
            found[width, scheme] = seen
    return found


def watch(page, own_host: str, complaints: list[str]) -> None:
    """Append to `complaints` whatever goes wrong on `page`, one line each.

    Counted are errors in the console (a broken content-security policy is one), scripts that
    break, and any request to a host that is not `own_host`.
    """

    def on_console(message):
        # A page that answers 404 or 403 is an error to Chromium, not to the test that asked for it.
        itself = message.location.get("url") == page.url
        if message.type == "error" and not (itself and "Failed to load" in message.text):
            complaints.append(f"console: {message.text}")

    def on_request(request):
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != own_host:
            complaints.append(f"a request elsewhere: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("request", on_request)


def stylesheet(name: str) -> bytes:
    """A stylesheet as it is collected: with what it imports."""
    storage = next(iter(FileSystemFinder().storages.values()))
    return Joined(storage).open(f"css/{name}").read()


def as_collected(route):
    """Hand a stylesheet over as browsers get it outside of the tests."""
    name = Path(urlsplit(route.request.url).path).name
    route.fulfill(body=stylesheet(name), content_type="text/css")
