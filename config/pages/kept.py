"""Where pages are kept: in the memory of this process, and in Redis for all where there is one."""

import hashlib
import time
from collections import OrderedDict
from functools import cached_property
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.core.cache import cache

from config.pages.page import Page

Key = tuple[str, ...]
SOURCES = (".py", ".html", ".txt", ".xml", ".mo")


class KeptPages:
    """Pages by their key, the latest used up to so many bytes. Any thread may use it."""

    def __init__(self, most: int):
        self.most = most
        self.bytes = 0
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Key) -> Page | None:
        """The page, right or not."""
        with self.lock:
            page = self.pages.get(key)
            if page:
                self.pages.move_to_end(key)
            return page

    def put(self, key: Key, page: Page) -> None:
        """Keep the page instead of an earlier one, and drop what was not used for longest.

        One that would take more than half of it all is not worth the others.
        """
        with self.lock:
            self.forget(key)
            if page.size > self.most // 2:
                return
            self.pages[key] = page
            self.bytes += page.size
            while self.bytes > self.most:
                self.forget(next(iter(self.pages)))

    def forget(self, key: Key) -> None:
        if page := self.pages.pop(key, None):
            self.bytes -= page.size

    def find(self, key: Key) -> Page | None:
        """The page, if another process made it."""
        return None

    def share(self, key: Key, page: Page) -> None:
        """Let other processes find the page."""


class SharedPages(KeptPages):
    """The same with Redis behind, so that one process makes a page for all machines.

    Where Redis does not answer, each process makes its own.
    """

    def find(self, key: Key) -> Page | None:
        return cache.get(self.name(key))

    def share(self, key: Key, page: Page) -> None:
        cache.set(self.name(key), page, max(1, int(page.until - time.time()) + 1))

    def name(self, key: Key) -> str:
        return f"page:{self.edition}:{digest(*(part.encode() for part in key))}"

    @cached_property
    def edition(self) -> str:
        """What this site is made of: another version of it must not find the pages of this one."""
        files = sorted(path for folder in sources() for path in folder.rglob("*") if made_of(path))
        shown = (settings.SITE_NAME, settings.SITE_URL, settings.DEMO, settings.TIME_ZONE)
        return digest(repr(shown).encode(), *(path.read_bytes() for path in files))


def sources() -> list[Path]:
    """The folders whose files decide how a page looks."""
    names = ("config", "trainings", "volunteers", "templates", "locale")
    return [*(settings.BASE_DIR / name for name in names), Path(settings.STATIC_ROOT)]


def made_of(path: Path) -> bool:
    """Whether a page may look otherwise when this file does."""
    return path.suffix in SOURCES or path.name == "staticfiles.json"


def digest(*parts: bytes) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8) + part)
    return whole.hexdigest()
