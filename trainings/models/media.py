"""Quotes, photographs and documents of a training."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.documents import DocumentField
from trainings.fields import language_code
from trainings.labels import LabelField, LabelTextField
from trainings.models.checks import one_of
from trainings.models.people import Appearance, Person
from trainings.pictures import PictureField


class Approval(models.TextChoices):
    NOT_ASKED = "not_asked", _("not asked")
    ASKED = "asked", _("asked")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")
    PUBLISHED = "published", _("published elsewhere already")


class QuoteQuerySet(models.QuerySet):
    def approved(self):
        """Quotes that may be shown: with an approval, and by nobody who is not shown."""
        shown = Q(appearance=None) | Q(appearance__in=Appearance.objects.shown())
        return self.filter(shown, approval__in=Quote.MAY_BE_SHOWN)


class Quote(models.Model):
    """Words kept exactly as typed, with the person, organisation or group that said them."""

    training = models.ForeignKey(
        "trainings.Training", models.CASCADE, related_name="quotes", verbose_name=_("training")
    )
    words = models.TextField(
        _("words"), help_text=_("Without the outer quotation marks; inner ones stay as typed.")
    )
    language = models.CharField(
        _("language"), max_length=8, default="en", validators=[language_code]
    )
    translation = LabelTextField(
        _("translation"), blank=True, help_text=_("Shown under the original words.")
    )
    is_excerpt = models.BooleanField(
        _("an excerpt"), default=False, help_text=_("Shown with an ellipsis before and after.")
    )
    appearance = models.ForeignKey(
        "trainings.Appearance",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("said by"),
    )
    attribution = LabelField(
        _("said by, in words"),
        blank=True,
        help_text=_("Only without a person above, such as “a participant from Osh”."),
    )
    organisation = models.ForeignKey(
        "trainings.Organisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("organisation"),
        help_text=_("Only where an organisation speaks, without a person."),
    )
    note = LabelField(_("note"), blank=True)
    approval = models.CharField(
        _("approval"), max_length=9, choices=Approval, default=Approval.NOT_ASKED
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    MAY_BE_SHOWN = (Approval.APPROVED, Approval.PUBLISHED)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("what was said")
        ordering = ["order", "pk"]
        constraints = [
            one_of("approval", Approval),
            models.CheckConstraint(
                condition=~Q(words=""),
                name="trainings_quote_has_words",
                violation_error_message=_("Fill in the words."),
            ),
            models.CheckConstraint(
                condition=Q(appearance__isnull=True) | Q(attribution="", organisation__isnull=True),
                name="trainings_quote_has_one_speaker",
                violation_error_message=_(
                    "Say who said it once: a person, or an organisation or words."
                ),
            ),
        ]

    def __str__(self) -> str:
        words = self.words if len(self.words) <= 60 else f"{self.words[:57]}…"
        return gettext("“%(words)s”") % {"words": words}

    @property
    def may_be_shown(self) -> bool:
        return self.approval in self.MAY_BE_SHOWN and self.speaker_may_be_shown

    @property
    def speaker_may_be_shown(self) -> bool:
        """Whether the person who said it may be shown, where it is one that has a name."""
        return self.appearance is None or self.appearance.is_shown

    @property
    def shown_translation(self) -> str:
        """The translation for a reader of another language; empty where there is none for her."""
        reader = get_language() or settings.LANGUAGE_CODE
        if reader == self.language or not self.translation:
            return ""
        return self.translation.localize(reader)

    @property
    def direction(self) -> str:
        """`rtl` for languages written from right to left, otherwise `ltr`."""
        return "rtl" if wording.is_rtl(self.language) else "ltr"


class Consent(models.TextChoices):
    UNKNOWN = "unknown", _("not known")
    GIVEN = "given", _("given")
    NOT_NEEDED = "not_needed", _("not needed")
    WITHDRAWN = "withdrawn", _("withdrawn")


class PhotoQuerySet(models.QuerySet):
    def public(self):
        """Photographs that may be shown: public, and with nobody's consent withdrawn."""
        kept_out = Photo.people.through.objects.filter(person__in=Person.objects.kept_out())
        allowed = self.filter(public=True).exclude(consent=Consent.WITHDRAWN)
        return allowed.exclude(pk__in=kept_out.values("photo"))


class Photo(models.Model):
    """A photograph; without the picture where only its caption or credit is on record."""

    training = models.ForeignKey(
        "trainings.Training", models.CASCADE, related_name="photos", verbose_name=_("training")
    )
    image = PictureField(_("picture"), upload_to="photos", blank=True)
    caption = LabelTextField(_("caption"), blank=True)
    alt = LabelField(
        _("what it shows"), blank=True, help_text=_("For those who can't see it: one sentence.")
    )
    is_decorative = models.BooleanField(
        _("it only decorates"),
        default=False,
        help_text=_("Whoever can't see it misses nothing; no words are needed."),
    )
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    people = models.ManyToManyField(
        "trainings.Person",
        blank=True,
        related_name="photos",
        verbose_name=_("people in the picture"),
    )
    consent = models.CharField(
        _("consent of the people shown"), max_length=10, choices=Consent, default=Consent.UNKNOWN
    )
    public = models.BooleanField(_("shown to the public"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        ordering = ["order", "pk"]
        constraints = [
            one_of("consent", Consent),
            models.CheckConstraint(
                condition=~Q(image="") | ~Q(caption="") | ~Q(credit=""),
                name="trainings_photo_has_something",
                violation_error_message=_("Add the picture, or at least its caption or credit."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.caption) or self.credit or str(self.image)

    @property
    def shown_alt(self) -> str:
        """What it shows, for those who can't see it; empty for one that only decorates."""
        return "" if self.is_decorative else str(self.alt)

    def is_described_in(self, language: str) -> bool:
        """Whether those who can't see it miss nothing in `language`; true without a picture."""
        code = wording.fallback_chain(language)[0]
        needs_none = self.is_decorative or not self.image
        return needs_none or self.alt.shown_language(code) == code

    @property
    def may_be_shown(self) -> bool:
        """Reads `people`, prefetched or not."""
        allowed = self.public and self.consent != Consent.WITHDRAWN
        return allowed and all(person.may_be_shown for person in self.people.all())


class DocumentKind(models.TextChoices):
    AGENDA = "agenda", _("agenda")
    PRESENTATION = "presentation", _("presentation")
    MANUAL = "manual", _("manual")
    PUBLICATION = "publication", _("publication")
    RESOLUTION = "resolution", _("resolution")
    COURSE = "course", _("course")
    OTHER = "other", _("other")


class Document(models.Model):
    """A paper of a training or named in a report: a file, a web address, or only its title."""

    training = models.ForeignKey(
        "trainings.Training",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("training"),
    )
    report = models.ForeignKey(
        "trainings.Report",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("report"),
        help_text=_("For what a report names, without a training it belongs to."),
    )
    session = models.ForeignKey(
        "trainings.Session",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="materials",
        verbose_name=_("session"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=DocumentKind, default="other")
    title = LabelField(_("title"))
    file = DocumentField(_("file"), upload_to="documents", blank=True)
    url = models.URLField(_("web address"), blank=True, max_length=500)
    language = models.CharField(_("language"), max_length=8, blank=True, validators=[language_code])
    public = models.BooleanField(_("shown to the public"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(training__isnull=False, report__isnull=True)
                | Q(training__isnull=True, report__isnull=False),
                name="trainings_document_has_one_owner",
                violation_error_message=_("Choose either a training or a report."),
            )
        ]

    def __str__(self) -> str:
        return str(self.title)

    def clean(self):
        super().clean()
        if self.session and self.session.training_id != self.training_id:
            raise ValidationError({"session": _("Choose a session of the same training.")})
