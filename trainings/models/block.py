"""Blocks: the pieces of a report, in order."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainings.models.checks import one_of
from trainings.models.people import Role
from trainings.models.report import ReportText


class BlockKind(models.TextChoices):
    TEXT = "text", _("text")
    QUOTE = "quote", _("quote")
    FIGURES = "figures", _("figures as reported")
    PEOPLE = "people", _("people")
    PHOTO = "photo", _("photograph")
    FACTS = "facts", _("facts about the programme")
    DOCUMENTS = "documents", _("documents")


class Block(models.Model):
    """One piece of a text, in order. What it shows is picked from the record, not retyped."""

    text = models.ForeignKey(
        ReportText, models.CASCADE, related_name="blocks", verbose_name=_("text")
    )
    kind = models.CharField(_("kind"), max_length=9, choices=BlockKind, default=BlockKind.TEXT)
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
    facts = models.ManyToManyField(
        "trainings.Fact", blank=True, related_name="blocks", verbose_name=_("facts")
    )
    groups = models.ManyToManyField(
        "trainings.ParticipantGroup",
        blank=True,
        related_name="blocks",
        verbose_name=_("figures"),
        help_text=_("None chosen: all groups of the report's trainings."),
    )
    role = models.CharField(
        _("people with the role"),
        max_length=15,
        choices=Role,
        blank=True,
        help_text=_("For a block of people. Empty: everyone shown to the public."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["order", "pk"]
        constraints = [
            one_of("kind", BlockKind),
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
