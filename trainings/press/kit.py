"""What a press kit holds, and until when it is under embargo."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Quote, Report, ReportText
from trainings.press.pieces import Counted, Frozen, Pictures, Said, pieces_of
from trainings.services.freezing import Shown
from trainings.story import Story, tell, trainings_of
from trainings.zones import clock_of


@dataclass(frozen=True)
class Kit:
    """The story of a text, and the moment of its embargo where that is still to come."""

    story: Story
    until: dt.datetime | None = None

    @property
    def report(self) -> Report:
        return self.story.report

    @property
    def text(self) -> ReportText:
        return self.story.text

    @property
    def made_at(self) -> dt.datetime:
        """When its files say that they were made: when the text is published."""
        return self.text.published_at or now()

    @property
    def address(self) -> str:
        """The full address of the report, which under embargo leads nowhere yet."""
        return settings.SITE_URL + self.report.get_absolute_url()

    @cached_property
    def zone(self) -> str:
        """The time zone of the first training that states one, or the site's own."""
        zones = (training.time_zone for training in self.story.trainings)
        return str(clock_of(next(filter(None, zones), "")))

    @cached_property
    def embargo(self) -> str:
        """`Embargoed until 1 March 2027, 18:00 (Bishkek, UTC+6)`; "" without an embargo."""
        if self.until is None:
            return ""
        moment = wording.moment(self.until, self.zone)
        return _("Embargoed until %(moment)s") % {"moment": moment}

    @cached_property
    def pieces(self) -> list:
        return list(pieces_of(self.story))

    @cached_property
    def quotes(self) -> list[Quote]:
        """Those of the report, each once."""
        said = [piece.quote for piece in self.pieces if isinstance(piece, Said)]
        return list({quote.pk: quote for quote in said}.values())

    @cached_property
    def groups(self) -> list:
        """The figures of the report, as reported, each once."""
        shown = [one for piece in self.pieces if isinstance(piece, Counted) for one in piece.groups]
        return list({one.group.pk: one for one in shown}.values())

    @cached_property
    def frozen(self) -> list[Shown]:
        """The counted numbers of the report, as they were kept when it was published."""
        return [piece.shown for piece in self.pieces if isinstance(piece, Frozen)]

    @cached_property
    def photos(self) -> list:
        """Photographs of the report, then all others of its trainings that may be shown."""
        told = [p for piece in self.pieces if isinstance(piece, Pictures) for p in piece.photos]
        return list({photo.pk: photo for photo in (*told, *self.story.photos)}.values())

    @property
    def pictures(self) -> list:
        """The photographs of which the picture itself is on record."""
        return [photo for photo in self.photos if photo.image]

    def file_name(self, ending: str) -> str:
        """`embargoed-until-2027-03-01-springs-en.pdf`: what it is, and not to be used before."""
        day = localtime(self.until, clock_of(self.zone)).date() if self.until else ""
        before = f"embargoed-until-{day}-" if day else ""
        return f"{before}{self.report.slug}-{self.text.language}{ending}"


def kit_of(text: ReportText) -> Kit:
    """The kit of a text that is published, or will be from its moment on."""
    moment = text.published_at or now()
    shown_from = max(moment, now())
    trainings = [
        training
        for training in trainings_of(text.report)
        if training.published_at and training.published_at <= shown_from
    ]
    return Kit(tell(text.report, text, trainings), moment if text.is_scheduled else None)
