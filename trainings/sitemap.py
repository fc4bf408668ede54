"""The pages of the site for search engines: where they are, in which languages, when they changed.

Only pages whose change is known say when it was.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from trainings.fields import latest
from trainings.models import Country, Organisation, Person, Report, Series, Training
from trainings.views.page import languages_of

LISTS = ("", "trainings/", "reports/", "people/", "organisations/", "countries/", "figures/")
# More addresses than this a file may not hold: https://www.sitemaps.org/protocol.html
MOST = 50_000


@dataclass(frozen=True)
class Entry:
    """A page: its path after the language, its languages, and the moment of its last change."""

    path: str
    languages: tuple[str, ...]
    changed: dt.datetime | None = None

    @property
    def addresses(self) -> dict[str, str]:
        """The address in each of its languages."""
        return {code: f"{settings.SITE_URL}/{code}/{self.path}" for code in self.languages}

    @property
    def default(self) -> str:
        """The address for readers of any other language."""
        return f"{settings.SITE_URL}/{settings.LANGUAGE_CODE}/{self.path}"


def entries() -> Iterator[Entry]:
    """Every public page but those of the search and the filters."""
    everywhere = tuple(languages_of())
    for path in LISTS:
        yield Entry(path, everywhere)
    columns = ("slug", "published_at", "changed_at")
    for slug, *moments in Training.objects.published().order_by("slug").values_list(*columns):
        yield Entry(f"trainings/{slug}/", everywhere, latest(*moments))
    for report in Report.objects.published().order_by("slug").prefetch_related("texts"):
        texts = [text for text in report.texts.all() if text.is_published]
        changed = latest(*(text.last_changed for text in texts))
        languages = tuple(languages_of(report.site_languages))
        yield Entry(f"reports/{report.slug}/", languages, changed)
    for kind, model, column in (
        ("people", Person, "slug"),
        ("organisations", Organisation, "slug"),
        ("series", Series, "slug"),
        ("countries", Country, "code"),
    ):
        rows = model.objects.on_record().order_by(column)
        for name in rows.values_list(column, flat=True):
            yield Entry(f"{kind}/{name.lower()}/", everywhere)


def parts(pages: Iterable[Entry]) -> list[list[Entry]]:
    """The pages in files, each with at most `MOST` addresses; a page's languages stay together."""
    files: list[list[Entry]] = [[]]
    held = 0
    for page in pages:
        held += len(page.languages)
        if held > MOST:
            files.append([])
            held = len(page.languages)
        files[-1].append(page)
    return files
