"""What donor figures are asked of: which trainings, in which bands, by what."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trainings.models import Series, Training
from volunteers.donor.bands import READY, Bands


class Breakdown(models.TextChoices):
    """What people are told apart by."""

    SEX = "sex", _("sex")
    AGE = "age", _("age")
    COUNTRY = "country", _("country")
    CATEGORY = "category", _("category")
    DISABILITY = "disability", _("disability")


@dataclass(frozen=True)
class Asked:
    """One training, or all of a series, or all that began within a span of time."""

    training: Training | None = None
    series: Series | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    bands: Bands = READY["18-29"]
    by: tuple[str, ...] = field(default=tuple(Breakdown.values))

    @property
    def trainings(self) -> QuerySet[Training]:
        """Those that are asked about, by date.

        A training belongs to a span by its first day, or by the earliest day that its dates may
        mean where they are known to the month or the year only.
        """
        rows = Training.objects.soonest_first()
        if self.training:
            return rows.filter(pk=self.training.pk)
        if self.series:
            rows = rows.filter(series=self.series)
        if self.since:
            rows = rows.filter(sort_date__gte=self.since)
        return rows.filter(sort_date__lte=self.until) if self.until else rows

    def as_json(self) -> dict:
        return {
            "training": self.training and self.training.pk,
            "series": self.series and self.series.pk,
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "bands": list(self.bands.starts),
            "by": list(self.by),
        }


def asked_in(held: dict) -> Asked | None:
    """What `Asked.as_json` wrote; None where the training or the series is no more."""
    training = Training.objects.filter(pk=held["training"]).first()
    series = Series.objects.filter(pk=held["series"]).first()
    if bool(held["training"]) != bool(training) or bool(held["series"]) != bool(series):
        return None
    since, until = (
        dt.date.fromisoformat(held[end]) if held[end] else None for end in ("since", "until")
    )
    return Asked(training, series, since, until, Bands(tuple(held["bands"])), tuple(held["by"]))
