"""Blocks: the pieces of a report, in order, and the numbers that one showed when published."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.models.checks import Checked, one_of
from trainings.models.people import Role
from trainings.models.report import ReportText


class BlockKind(models.TextChoices):
    TEXT = "text", _("text")
    QUOTE = "quote", _("quote")
    FIGURES = "figures", _("figures")
    PEOPLE = "people", _("people")
    PHOTO = "photo", _("photograph")
    GALLERY = "gallery", _("several photographs")
    FACTS = "facts", _("facts about the programme")
    DOCUMENTS = "documents", _("documents")
    SESSIONS = "sessions", _("sessions")
    ORGANISATIONS = "organisations", _("organisations")


class FigureSource(models.TextChoices):
    """Where the numbers of a block come from. Two sources are shown apart, never added."""

    REPORTED = "reported", pgettext_lazy("source of figures", "as reported")
    REGISTERED = "registered", _("registered")
    APPROVED = "approved", _("with a seat")
    ATTENDED = "attended", _("attended")
    COMPLETED = "completed", _("completed")


class FigureBreakdown(models.TextChoices):
    TOTAL = "", _("one number")
    COUNTRY = "country", _("by country")
    CATEGORY = "category", _("national and international")
    SEX = "sex", _("women and men")
    AGE = "age", _("by age")


class BlockQuerySet(models.QuerySet):
    def not_to_be_shown(self):
        """Blocks of words or pictures of which one may not be shown, or not any more."""
        from trainings.models.media import Photo, Quote  # imported here: that module names this one

        photos = Photo.objects.public().values("pk")
        quote = Q(kind=BlockKind.QUOTE) & ~Q(quote__in=Quote.objects.approved().values("pk"))
        photo = Q(kind=BlockKind.PHOTO) & ~Q(photo__in=photos)
        several = Q(photos__in=Photo.objects.exclude(pk__in=photos).values("pk"))
        return self.filter(quote | photo | Q(kind=BlockKind.GALLERY) & several)


class Block(Checked):
    """One piece of a text, in order. What it shows is picked from the record, not retyped."""

    text = models.ForeignKey(
        ReportText, models.CASCADE, related_name="blocks", verbose_name=_("text")
    )
    kind = models.CharField(_("kind"), max_length=13, choices=BlockKind, default=BlockKind.TEXT)
    heading = models.CharField(_("heading"), max_length=200, blank=True)
    body = models.TextField(_("words"), blank=True, help_text=_("Markdown; for a text block."))
    quote = models.ForeignKey(
        "trainings.Quote",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="blocks",
        verbose_name=_("quote"),
    )
    photo = models.ForeignKey(
        "trainings.Photo",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="blocks",
        verbose_name=_("photograph"),
    )
    photos = models.ManyToManyField(
        "trainings.Photo",
        through="trainings.PickedPhoto",
        blank=True,
        related_name="galleries",
        verbose_name=_("photographs"),
        help_text=_("For several photographs. None chosen: all of the report's trainings."),
    )
    facts = models.ManyToManyField(
        "trainings.Fact",
        through="trainings.PickedFact",
        blank=True,
        related_name="blocks",
        verbose_name=_("facts"),
    )
    groups = models.ManyToManyField(
        "trainings.ParticipantGroup",
        blank=True,
        related_name="blocks",
        verbose_name=_("figures"),
        help_text=_("None chosen: all groups of the report's trainings."),
    )
    sessions = models.ManyToManyField(
        "trainings.Session",
        blank=True,
        related_name="blocks",
        verbose_name=_("sessions"),
        help_text=_("None chosen: the whole agenda of the report's trainings."),
    )
    documents = models.ManyToManyField(
        "trainings.Document",
        through="trainings.PickedDocument",
        blank=True,
        related_name="blocks",
        verbose_name=_("documents"),
        help_text=_("None chosen: all of the report and its trainings."),
    )
    organisations = models.ManyToManyField(
        "trainings.Organisation",
        through="trainings.PickedOrganisation",
        blank=True,
        related_name="blocks",
        verbose_name=_("organisations"),
        help_text=_("None chosen: all of the report's trainings."),
    )
    source = models.CharField(
        _("where the figures come from"),
        max_length=10,
        choices=FigureSource,
        default=FigureSource.REPORTED,
    )
    breakdown = models.CharField(
        _("broken down"), max_length=8, choices=FigureBreakdown, blank=True
    )
    origins = models.JSONField(
        _("what each sentence comes from"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Filled by a draft from the record."),
    )
    role = models.CharField(
        _("people with the role"),
        max_length=15,
        choices=Role,
        blank=True,
        help_text=_("For a block of people. Empty: everyone shown to the public."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["order", "pk"]
        constraints = [
            one_of("kind", BlockKind),
            one_of("source", FigureSource),
            one_of("breakdown", FigureBreakdown),
            models.CheckConstraint(
                condition=~Q(kind="text") | ~Q(body=""),
                name="trainings_block_text_has_words",
                violation_error_message=_("A text block needs words."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="quote") | Q(quote__isnull=False),
                name="trainings_block_quote_chosen",
                violation_error_message=_("Choose the quote of this block."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="photo") | Q(photo__isnull=False),
                name="trainings_block_photo_chosen",
                violation_error_message=_("Choose the photograph of this block."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.heading or self.get_kind_display())

    @property
    def template(self) -> str:
        """The template that shows this kind of block."""
        return f"trainings/blocks/{self.kind}.html"

    @property
    def is_computed(self) -> bool:
        """Whether it shows numbers that are counted, and so frozen when it is published."""
        return self.kind == BlockKind.FIGURES and self.source != FigureSource.REPORTED

    @property
    def kept(self) -> "list[BlockFigures]":
        """What it showed of its source and breakdown since it was published, the oldest first."""
        if not self.is_computed or not self.pk:
            return []
        return [one for one in self.frozen.all() if one.is_of(self)]


class BlockFigures(models.Model):
    """The computed numbers that a block showed from a moment on: kept when it was published.

    The newest is shown. Each one after the first is a correction, whose moment the page says.
    """

    block = models.ForeignKey(Block, models.CASCADE, related_name="frozen", verbose_name=_("block"))
    as_of = models.DateTimeField(_("as of"))
    numbers = models.JSONField(_("numbers"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    why = models.CharField(
        _("why it was corrected"),
        max_length=300,
        blank=True,
        help_text=_("Shown to readers beside the date of the correction."),
    )

    class Meta:
        verbose_name = _("frozen figures of a block")
        verbose_name_plural = _("frozen figures of a block")
        ordering = ["as_of", "pk"]

    def __str__(self) -> str:
        return f"{self.block} · {self.as_of:%Y-%m-%d}"

    def is_of(self, block: Block) -> bool:
        """Whether these are what `block` is to show now: it may have been changed since."""
        shown = (self.numbers.get("source"), self.numbers.get("breakdown"))
        return shown == (block.source, block.breakdown)
