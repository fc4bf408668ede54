"""Until when a page stays right if nobody changes anything: pages know what day and time it is."""

import datetime as dt
import time

from django.db.models import DateTimeField
from django.utils.timezone import now

from config.pages.tables import RECORD, watched_models

# Midnight of any time zone falls on one of these.
QUARTER = 15 * 60  # seconds


def next_change() -> float:
    """The Unix time at which any public page may begin to look different by itself.

    The next moment that stands in the record, such as that of publishing or of the end of a call,
    and at the latest the next quarter of an hour, when somewhere a day ends. Costs one query.
    """
    quarter = (time.time() // QUARTER + 1) * QUARTER
    moment = next_moment(now(), dt.datetime.fromtimestamp(quarter, dt.UTC))
    return moment.timestamp() if moment else quarter


def next_moment(after: dt.datetime, until: dt.datetime) -> dt.datetime | None:
    """The earliest moment in the record within the span, whatever it means."""
    first, *others = (
        model._base_manager.order_by()
        .filter(**{f"{field.name}__range": (after, until)})
        .values_list(field.name)
        for model in watched_models(RECORD)
        for field in model._meta.concrete_fields
        if isinstance(field, DateTimeField)
    )
    return min((moment for (moment,) in first.union(*others)), default=None)
