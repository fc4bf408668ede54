"""Reports: the story of one or several trainings, one text a language, made of ordered blocks."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, TruncDate
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.addresses import address
from trainings.fields import ChangedField, SearchKeyField, language_code, latest
from trainings.given import Present
from trainings.labels import LabelField
from trainings.models.checks import one_of
from trainings.models.searchable import SearchableQuerySet
from trainings.pictures import PictureField


class LocalDay(TruncDate):
    """The day of a moment in the site's zone; Django's own calls Python for each row on SQLite.

    There `localtime` is the zone of the process, which Django sets to that of the site.
    """

    def as_sqlite(self, compiler, connection, **_context):
        sql, params = compiler.compile(self.lhs)
        return f"date({sql}, 'localtime')", params


class ReportQuerySet(models.QuerySet):
    def published(self):
        """Reports with at least one published text."""
        return self.filter(pk__in=ReportText.objects.published().values("report"))

    def about(self, trainings):
        """Published reports about any of `trainings`, a queryset of keys."""
        links = ReportTraining.objects.filter(training__in=trainings)
        return self.published().filter(pk__in=links.values("report"))

    def newest_first(self):
        """By the date of the report; one without a date by the day it was published here."""
        texts = ReportText.objects.published().filter(report=models.OuterRef("pk")).order_by()
        latest = texts.values("report").annotate(latest=models.Max("published_at"))
        day = Coalesce("date", LocalDay(models.Subquery(latest.values("latest"))))
        return self.order_by(day.desc(nulls_last=True), models.F("pk").desc())

    def for_lists(self):
        """With all that a line in a list shows, in a fixed number of queries."""
        links = ReportTraining.objects.select_related("training")
        return self.prefetch_related("texts", models.Prefetch("training_links", links))

    def with_words(self, terms):
        """Reports with a published text that holds each of `terms`; all reports for none."""
        texts = ReportText.objects.published().with_words(terms)
        return self.filter(pk__in=texts.values("report")) if terms else self


class Report(models.Model):
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Part of the page's address, such as first-regional-training."),
    )
    trainings = models.ManyToManyField(
        "trainings.Training",
        through="ReportTraining",
        related_name="reports",
        verbose_name=_("trainings"),
    )
    dateline_place = LabelField(
        _("filed from"),
        blank=True,
        help_text=_("Where it was written, such as ALMATY; not where the training was held."),
    )
    dateline_wording = models.CharField(
        _("date in the dateline, as printed"), max_length=120, blank=True
    )
    agency = models.CharField(_("agency"), max_length=60, blank=True, help_text=_("Such as TCA."))
    date = models.DateField(
        _("date of the report"), null=True, blank=True, help_text=_("Empty: not stated.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    cover = PictureField(_("cover"), upload_to="covers", blank=True)
    cover_alt = LabelField(_("what the cover shows"), blank=True)
    cover_credit = LabelField(_("credit of the cover"), blank=True)
    desk_note = models.TextField(
        _("note for organizers"), blank=True, help_text=_("Never shown to the public.")
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = [models.F("date").desc(nulls_last=True), "-pk"]

    def __str__(self) -> str:
        text = self.text_for(published_only=False)
        return (text.headline if text else "") or self.slug

    def get_absolute_url(self) -> str:
        return address("report", self.slug)

    @property
    def site_languages(self) -> list[str]:
        """Codes of the site's languages in which a text is published. Reads `texts`."""
        published = {text.language for text in self.texts.all() if text.is_published}
        return [code for code, _name in settings.LANGUAGES if code in published]

    @property
    def shown_text(self):
        """The text in the reader's language, or the nearest there is."""
        return self.text_for()

    @property
    def published_trainings(self) -> list:
        """Its trainings that the public may see, in the order of the report."""
        trainings = [link.training for link in self.training_links.all()]
        return [training for training in trainings if training.is_published]

    @property
    def cover_owner(self):
        """What the cover is taken from: this report, or its first published training with one."""
        if self.cover:
            return self
        trainings = self.published_trainings
        return next((training for training in trainings if training.cover), None)

    @property
    def shown_cover(self):
        owner = self.cover_owner
        return owner.cover if owner else None

    @property
    def shown_headline(self) -> str:
        """The headline in the reader's language, or the title of the training it is about."""
        text = self.text_for()
        if text and text.headline:
            return text.headline
        trainings = self.published_trainings
        return str(trainings[0].title) if trainings else self.slug

    def text_for(self, language: str | None = None, *, published_only: bool = True):
        """The text a reader of `language` is shown, None where there is none.

        Falls back kk ky tg uz → ru → en → whatever there is. Reads `texts`, prefetched or not.
        """
        texts = {
            text.language: text
            for text in self.texts.all()
            if text.is_published or not published_only
        }
        chain = wording.fallback_chain(language or get_language() or "en")
        shown = next((code for code in (*chain, *sorted(texts)) if code in texts), None)
        return texts[shown] if shown else None


class ReportTraining(models.Model):
    """One training of a report; the order is that of the report."""

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="training_links", verbose_name=_("report")
    )
    training = models.ForeignKey(
        "trainings.Training",
        models.CASCADE,
        related_name="report_links",
        verbose_name=_("training"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("training of the report")
        verbose_name_plural = _("trainings of the report")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "training"],
                name="trainings_report_training_once",
                violation_error_message=_("This training belongs to the report already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.training)


class ReportSource(models.Model):
    """A further source of a report that rests on several."""

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="sources", verbose_name=_("report")
    )
    name = models.CharField(_("source"), max_length=300)
    url = models.URLField(_("web address"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("further source")
        verbose_name_plural = _("further sources")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class TextState(models.TextChoices):
    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


class ReportTextQuerySet(SearchableQuerySet):
    def published(self):
        """Texts the public may read: published, from their moment on."""
        return self.filter(state=TextState.PUBLISHED, published_at__lte=Present())


class ReportText(models.Model):
    """A report in one language."""

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="texts", verbose_name=_("report")
    )
    language = models.CharField(
        _("language"),
        max_length=8,
        default="en",
        validators=[language_code],
        help_text=_("A code such as en, ru or fr."),
    )
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    lead = models.TextField(_("lead"), blank=True)
    byline = models.CharField(_("written by"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=TextState, default=TextState.DRAFT)
    published_at = models.DateTimeField(_("published from"), null=True, blank=True)
    share_text = models.CharField(
        _("words to share it with"),
        max_length=280,
        blank=True,
        help_text=_("At most 280 characters, for a message. Empty: the headline and the lead."),
    )
    revision = models.PositiveIntegerField(_("revision"), default=0, editable=False)
    translated_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        editable=False,
        verbose_name=_("translated from"),
    )
    translated_revision = models.PositiveIntegerField(
        _("revision it was translated from"), null=True, blank=True, editable=False
    )
    search_key = SearchKeyField("headline", "lead")
    changed_at = ChangedField(_("changed"), but=["state", "published_at", "share_text"])

    objects = ReportTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text in one language")
        verbose_name_plural = _("texts, one a language")
        ordering = ["report", "language"]
        constraints = [
            one_of("state", TextState),
            models.UniqueConstraint(
                fields=["report", "language"],
                name="trainings_report_text_once_a_language",
                violation_error_message=_("This report has a text in this language already."),
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="trainings_report_text_published_from",
                violation_error_message=_("Fill in from when it is published."),
            ),
        ]

    def __str__(self) -> str:
        language = wording.language_name(self.language)
        return f"{self.headline or self.report.slug} ({language})"

    @property
    def is_published(self) -> bool:
        return (
            self.state == TextState.PUBLISHED
            and self.published_at is not None
            and self.published_at <= now()
        )

    @property
    def last_changed(self) -> dt.datetime | None:
        """When its words last changed in public: published, or edited since."""
        return latest(self.published_at, self.changed_at)

    @property
    def is_scheduled(self) -> bool:
        """Whether it will be public by itself, from a moment that is still to come."""
        return self.state == TextState.PUBLISHED and not self.is_published

    @property
    def is_out_of_date(self) -> bool:
        """Whether the text that it was translated from was changed since."""
        source = self.translated_from
        return source is not None and source.revision != self.translated_revision

    @property
    def direction(self) -> str:
        return "rtl" if wording.is_rtl(self.language) else "ltr"
