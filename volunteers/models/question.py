"""Questions of a training's own, their options, and the answers."""

import datetime as dt
import posixpath
from collections.abc import Mapping

from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.documents import DocumentField, download_name
from trainings.fields import SeveralField
from trainings.labels import LabelField
from trainings.models import Country, Training
from trainings.models.checks import one_of
from volunteers.models.described import Category


def private_files():
    """The storage of files that only their owner and organizers may fetch."""
    return storages["private"]


class QuestionKind(models.TextChoices):
    LINE = "line", _("a line of text")
    TEXT = "text", _("a longer text")
    CHOICE = "choice", _("one of several")
    CHOICES = "choices", _("several of several")
    NUMBER = "number", _("a number")
    DATE = "date", _("a date")
    COUNTRY = "country", _("a country")
    FILE = "file", _("a document")


class QuestionQuerySet(models.QuerySet):
    def with_options(self):
        """With all that the form and the answers show."""
        return self.prefetch_related("options", "only_countries")


class Question(models.Model):
    """Something a training asks. It may be meant for some categories or countries alone."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="questions", verbose_name=_("training")
    )
    kind = models.CharField(_("kind"), max_length=7, choices=QuestionKind, default="line")
    label = LabelField(_("question"))
    help = LabelField(_("help"), blank=True, help_text=_("A line under the question."))
    required = models.BooleanField(_("has to be answered"), default=False)
    only_categories = SeveralField(
        _("only for"), choices=Category.choices, help_text=_("Empty: for everyone.")
    )
    only_countries = models.ManyToManyField(
        Country,
        blank=True,
        related_name="+",
        verbose_name=_("only for volunteers in"),
        help_text=_("Empty: in every country."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["order", "pk"]
        constraints = [
            one_of("kind", QuestionKind),
            models.CheckConstraint(
                condition=~Q(label=""),
                name="volunteers_question_has_label",
                violation_error_message=_("Write the question in at least one language."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.label)

    def is_for(self, category: str, country: Country | None) -> bool:
        """Whether someone of this category and country is asked. Reads `only_countries`."""
        countries = [one.pk for one in self.only_countries.all()]
        fits_country = not countries or (country is not None and country.pk in countries)
        return fits_country and (not self.only_categories or category in self.only_categories)


class Option(models.Model):
    """One of the answers to choose from."""

    question = models.ForeignKey(
        Question, models.CASCADE, related_name="options", verbose_name=_("question")
    )
    label = LabelField(_("option"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(label=""),
                name="volunteers_option_has_label",
                violation_error_message=_("Write the option in at least one language."),
            )
        ]

    def __str__(self) -> str:
        return str(self.label)


class AnswerQuerySet(models.QuerySet):
    def with_questions(self):
        """With all that is needed to show each in words."""
        return self.select_related("question").prefetch_related("options")


class Answer(models.Model):
    """What someone answered. Dates are ISO, countries two letters, numbers as typed."""

    registration = models.ForeignKey(
        "volunteers.Registration",
        models.CASCADE,
        related_name="answers",
        verbose_name=_("registration"),
    )
    question = models.ForeignKey(
        Question, models.PROTECT, related_name="answers", verbose_name=_("question")
    )
    text = models.TextField(_("answer"), blank=True)
    options = models.ManyToManyField(
        Option, blank=True, related_name="answers", verbose_name=_("chosen")
    )
    file = DocumentField(_("document"), upload_to="answers", storage=private_files, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["question__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "question"], name="volunteers_answer_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.in_words()}"

    @property
    def file_name(self) -> str:
        """The name of the document, without the part that tells it from others; "" without one."""
        return download_name(posixpath.basename(self.file.name or ""))

    def in_words(self, names: Mapping[str, str] | None = None) -> str:
        """The answer in the language of the page; "" for a document or nothing.

        `names` are those of countries by their codes, where they are read for many at once.
        """
        if self.question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES):
            return wording.list_of(self.options.all())
        if self.question.kind == QuestionKind.COUNTRY:
            if names is not None:
                return names.get(self.text, self.text)
            return str(Country.objects.filter(code=self.text).first() or self.text)
        if self.question.kind == QuestionKind.DATE and self.text:
            return wording.date(dt.date.fromisoformat(self.text))
        return self.text


class Upload(models.Model):
    """A document kept while its form still has something to mend; gone after a day."""

    token = models.CharField(_("token"), max_length=43, unique=True)
    question = models.ForeignKey(
        Question, models.CASCADE, related_name="uploads", verbose_name=_("question")
    )
    name = models.CharField(_("name"), max_length=200)
    file = DocumentField(_("document"), upload_to="uploads", storage=private_files)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")

    def __str__(self) -> str:
        return self.name
