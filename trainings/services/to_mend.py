"""Public texts that somebody has to look at again, and why."""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.utils.translation import gettext as _

from trainings.models import Appearance, Block, BlockFigures, ReportText
from trainings.services import freezing, left_out


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
        may_name=Exists(kept_out),
        is_counted=Exists(BlockFigures.objects.filter(block__text=OuterRef("pk"))),
        is_behind=Case(When(behind, then=True), default=False),
    ).filter(Q(leaves_out=True) | Q(may_name=True) | Q(is_counted=True) | Q(is_behind=True))
