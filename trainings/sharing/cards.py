"""What stands on the picture of a page, in the reader's language, and its address.

The address holds a digest of all that stands there, so what it gives never changes.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Report, Training
from trainings.templatetags.reading import where

# Another drawing of the same words is another picture: count this up.
DESIGN = 1
# More would not be read on a telephone.
MOST_LETTERS = 300


@dataclass(frozen=True)
class Card:
    """The words of a picture, and the address of its page before the name of the picture."""

    page: str
    kicker: str
    title: str
    lines: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        told = json.dumps([DESIGN, settings.SITE_NAME, asdict(self)])
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @property
    def address(self) -> str:
        return f"{self.page}card-{self.version}.png"


def card_of_training(training: Training) -> Card:
    """Title, dates and places; reads `places`."""
    kicker = str(training.kind) or _("Training")
    when = capfirst(training.dates_in_words()) or _("Dates not stated")
    lines = (when, capfirst(where(training)))
    return Card(training.get_absolute_url(), capfirst(kicker), short(training.title), lines)


def card_of_report(report: Report) -> Card:
    """Headline, where and when it was filed, its source; reads `texts` and its trainings."""
    place = str(report.dateline_place)
    when = wording.date(report.date)
    dateline = ", ".join(part for part in (place, when) if part)
    lines = tuple(short(one) for one in (dateline, report.source or report.agency) if one)
    return Card(report.get_absolute_url(), _("Report"), short(report.shown_headline), lines)


def card_of_site() -> Card:
    """For every page that has no picture of its own."""
    motto = _("people who come together to do a piece of work for everyone")
    title = _("Regional trainings of volunteers")
    return Card(reverse("home"), settings.SITE_NAME, title, (capfirst(motto),))


def short(text: object) -> str:
    """One line of at most `MOST_LETTERS` letters."""
    line = " ".join(str(text).split())
    return line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1].rstrip()}…"
