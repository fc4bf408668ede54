"""Public texts that somebody has to look at again, and why."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.models import Appearance, Block, BlockFigures, BlockKind, ReportText
from trainings.services import freezing, left_out

LATELY = dt.timedelta(days=30)


@dataclass(frozen=True)
class ToMend:
    """The published texts of which a sentence is true, the newest first.

    `section` of the page of their review is where it is mended.
    """

    words: str
    texts: list[ReportText]
    section: str = ""


def found() -> list[ToMend]:
    """All of one kind after the other; one question to the database where none has to be read."""
    texts = list(marked())
    return [
        ToMend(
            _("A quote or a picture in it may not be shown, so the page leaves it out."),
            [text for text in texts if text.leaves_out],
        ),
        ToMend(
            _("A volunteer took back the consent to photographs. Look at its pictures again."),
            [text for text in texts if text.has_pictures and text.took_back],
        ),
        ToMend(
            _("It names someone who may not be shown."),
            [text for text in texts if text.may_name and left_out.is_named_in(text)],
        ),
        ToMend(
            _("Its figures have changed since it was published."),
            [text for text in texts if text.is_counted and freezing.has_drifted(text)],
            "figures",
        ),
        ToMend(
            _("The text that it was translated from has changed."),
            [text for text in texts if text.is_behind],
            "translation",
        ),
    ]


def taken_back_since() -> QuerySet:
    """The consents to photographs taken back of late, since a text about that training is public.

    Nobody knows whom a photograph shows, so each withdrawal is told for some weeks.
    """
    # Imported here: the other app imports this one.
    from volunteers.models import Consent, ConsentKind

    return Consent.objects.taken_back(ConsentKind.PHOTOGRAPHS).filter(
        withdrawn_at__gt=now() - LATELY,
        withdrawn_at__gte=OuterRef("published_at"),
        registration__training__report_links__report=OuterRef("report"),
    )


def marked() -> QuerySet:
    """Published texts of which something may be true, each with what it is."""
    of_text = Block.objects.filter(text=OuterRef("pk"))
    kept_out = Appearance.objects.kept_out().filter(
        training__report_links__report=OuterRef("report")
    )
    behind = Q(translated_from__isnull=False) & ~Q(
        translated_revision=F("translated_from__revision")
    )
    texts = ReportText.objects.published().select_related("report").order_by("-pk")
    return texts.annotate(
        leaves_out=Exists(of_text.not_to_be_shown()),
        has_pictures=Exists(of_text.filter(kind__in=[BlockKind.PHOTO, BlockKind.GALLERY])),
        took_back=Exists(taken_back_since()),
        may_name=Exists(kept_out),
        is_counted=Exists(BlockFigures.objects.filter(block__text=OuterRef("pk"))),
        is_behind=Case(When(behind, then=True), default=False),
    ).filter(
        Q(leaves_out=True)
        | Q(took_back=True)
        | Q(may_name=True)
        | Q(is_counted=True)
        | Q(is_behind=True)
    )
