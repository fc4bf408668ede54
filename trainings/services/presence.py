"""Who has a text open in the editor just now."""

from django.utils.timezone import now

from trainings.models import OpenText, ReportText


def say_open(text: ReportText, *, by) -> None:
    """`by` has `text` open; to be said again before OpenText.STALE has passed."""
    OpenText.objects.update_or_create(text=text, user=by, defaults={"seen_at": now()})


def say_closed(text: ReportText, *, by) -> None:
    OpenText.objects.filter(text=text, user=by).delete()


def others(text: ReportText, *, than) -> list:
    """The accounts that have `text` open as well, without `than`."""
    fresh = OpenText.objects.filter(text=text, seen_at__gt=now() - OpenText.STALE)
    return [row.user for row in fresh.exclude(user=than).select_related("user").order_by("pk")]
