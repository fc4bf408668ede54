"""Organisations and people, and in what capacity a person took part in a training."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.addresses import address
from trainings.fields import OnceSlugField, SearchKeyField, SeveralField
from trainings.given import Present
from trainings.labels import LabelField, LabelTextField
from trainings.models.searchable import SearchableQuerySet
from trainings.pictures import PictureField


class OrganisationQuerySet(SearchableQuerySet):
    def on_record(self):
        """Organisations that the pages of published trainings name."""
        from trainings import models as record  # imported here: those models name this one

        published = record.Training.objects.published().values("pk")
        texts = record.ReportText.objects.published().values("pk")
        named = Appearance.organisations.through.objects.filter(
            appearance__in=Appearance.objects.public().values("pk")
        )
        quotes = record.Quote.objects.approved().filter(training__in=published)
        facts = record.Fact.objects.filter(blocks__text__in=texts)
        return self.filter(
            Q(pk__in=record.TrainingOrganisation.objects.public().values("organisation"))
            | Q(pk__in=named.values("organisation"))
            | Q(pk__in=record.Place.objects.public().values("lead"))
            | Q(pk__in=quotes.values("organisation"))
            | Q(pk__in=facts.values("organisation"))
        )


class Organisation(models.Model):
    name = LabelField(_("name"))
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    slug = OnceSlugField("name", verbose_name=_("address"))
    country = models.ForeignKey(
        "trainings.Country",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("country"),
        help_text=_("Empty for an international organisation, or where it is not known."),
    )
    website = models.URLField(_("website"), blank=True)
    logo = PictureField(_("logo"), upload_to="logos", blank=True)
    description = LabelTextField(_("description"), blank=True, help_text=_("Markdown."))
    search_key = SearchKeyField("name", "acronym")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="trainings_organisation_has_name",
                violation_error_message=_("Fill in the name in at least one language."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.acronym})" if self.acronym else str(self.name)

    def get_absolute_url(self) -> str:
        return address("organisation", self.slug)


class PersonQuerySet(SearchableQuerySet):
    def kept_out(self):
        """People of whom no name, no words and no picture may be shown."""
        return self.filter(Q(under_age=True) | Q(consent_withdrawn=True))

    def on_record(self):
        """People whom a published training shows in public."""
        return self.filter(pk__in=Appearance.objects.public().values("person"))

    def named_with(self, country):
        """People whom a published training names with `country`."""
        shown = Appearance.objects.public().filter(country=country)
        return self.filter(pk__in=shown.values("person"))

    def named_in(self, trainings):
        """People whom any of `trainings`, a queryset of keys, shows in public."""
        shown = Appearance.objects.public().filter(training__in=trainings)
        return self.filter(pk__in=shown.values("person"))


class Person(models.Model):
    """An expert, a guest, an official: someone a training names. Needs no account."""

    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=200,
        help_text=_("As the person is called in print, without a title. One word is fine."),
    )
    honorific = models.CharField(
        _("honorific"), max_length=60, blank=True, help_text=_("Such as Ms. or Prof. Datuk Dr.")
    )
    native_name = models.CharField(_("name in the person's own script"), max_length=200, blank=True)
    latin_name = models.CharField(_("name in Latin letters"), max_length=200, blank=True)
    slug = OnceSlugField("name", verbose_name=_("address"))
    photo = PictureField(_("photograph"), upload_to="people", blank=True)
    photo_credit = models.CharField(_("credit of the photograph"), max_length=200, blank=True)
    biography = LabelTextField(_("biography"), blank=True, help_text=_("Markdown."))
    under_age = models.BooleanField(
        _("under 18"),
        default=False,
        help_text=_("Public pages leave this person out: no name, no words, no picture."),
    )
    consent_withdrawn = models.BooleanField(
        _("does not want to be shown any more"),
        default=False,
        help_text=_("Public pages leave this person out: no name, no words, no picture."),
    )
    search_key = SearchKeyField("name", "native_name", "latin_name")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="trainings_person_has_name",
                violation_error_message=_("Fill in the name."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.honorific} {self.name}".strip()

    def get_absolute_url(self) -> str:
        return address("person", self.slug)

    @property
    def may_be_shown(self) -> bool:
        """Whether the name, words and pictures of this person may be shown."""
        return not (self.under_age or self.consent_withdrawn)

    @property
    def shown_photo(self):
        """The photograph that the public sees; None for whoever may not be shown."""
        return self.photo if self.photo and self.may_be_shown else None

    @property
    def title_lines(self) -> list[str]:
        """Titles with organisations as printed, each once. Needs `with_titles()`."""
        shown: list[Appearance] = getattr(self, "shown_appearances")  # noqa: B009 - a prefetch
        lines = [appearance.title_line for appearance in shown]
        return list(dict.fromkeys(line for line in lines if line))


class Role(models.TextChoices):
    """In what capacity someone appears. Independent of one another: quoted is not invited."""

    INVITED_GUEST = "invited_guest", _("invited guest")
    SPEAKER = "speaker", _("speaker")
    GUEST_SPEAKER = "guest_speaker", _("guest speaker")
    OPENING_SPEAKER = "opening_speaker", _("spoke at the opening")
    TRAINER = "trainer", _("trainer")
    FACILITATOR = "facilitator", _("facilitator")
    MODERATOR = "moderator", _("moderator")
    OFFICIAL = "official", _("official")
    OPENED = "opened", _("opened the training")
    PRESIDED = "presided", _("presided over the opening")
    PARTICIPANT = "participant", _("participant")
    QUOTED = "quoted", _("quoted")


class Answer(models.TextChoices):
    NOT_ASKED = "", _("not asked")
    INVITED = "invited", _("invited")
    CONFIRMED = "confirmed", _("confirmed")
    DECLINED = "declined", _("declined")


class AppearanceQuerySet(models.QuerySet):
    def coming(self):
        """Those named to the public who did not decline to come."""
        return self.filter(public=True).exclude(answer=Answer.DECLINED)

    def shown(self):
        """Those the page of their training shows: `coming`, but for who may not be shown."""
        allowed = Q(person__under_age=False, person__consent_withdrawn=False)
        return self.coming().filter(Q(person=None) | allowed)

    def kept_out(self):
        """Those of people who may not be shown."""
        return self.filter(person__in=Person.objects.kept_out())

    def public(self):
        """Those the public may see, of published trainings."""
        return self.shown().filter(training__published_at__lte=Present())

    def with_role(self, *roles: str):
        """Those who have any of `roles`."""
        either = Q()
        for role in roles:
            either |= Q(roles__has=role)
        return self.filter(either)


class Appearance(models.Model):
    """A person, or an organisation without a named person, in a training: as printed then.

    The same person may appear twice with two titles; nothing is merged.
    """

    training = models.ForeignKey(
        "trainings.Training",
        models.CASCADE,
        related_name="appearances",
        verbose_name=_("training"),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name=_("person"),
        help_text=_("Empty for an organisation that came without a named person."),
    )
    name_as_printed = models.CharField(
        _("name as printed"),
        max_length=200,
        blank=True,
        help_text=_("Only where the source spells the name in another way."),
    )
    roles = SeveralField(_("roles"), choices=Role)
    title = models.CharField(_("title as printed"), max_length=300, blank=True)
    shared_title = models.CharField(
        _("title printed for several together"),
        max_length=300,
        blank=True,
        help_text=_("Such as “UNDP experts” before two names. Write it the same for each of them."),
    )
    unit = models.CharField(
        _("unit as printed"),
        max_length=300,
        blank=True,
        help_text=_("A division or department inside the organisation."),
    )
    organisation_as_printed = models.CharField(
        _("organisation as printed"), max_length=300, blank=True
    )
    organisations = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="appearances",
        verbose_name=_("organisations"),
        help_text=_("Whose pages show this appearance; more than one is fine."),
    )
    country = models.ForeignKey(
        "trainings.Country",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name=_("country"),
        help_text=_("Where the source names one for this person."),
    )
    note = LabelField(_("note"), blank=True, help_text=_("Such as “first day only”."))
    answer = models.CharField(
        _("answer to the invitation"), max_length=10, choices=Answer, blank=True
    )
    public = models.BooleanField(_("shown to the public"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("people and their roles")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(organisation_as_printed=""),
                name="trainings_appearance_has_someone",
                violation_error_message=_(
                    "Choose a person, or write the organisation that came without a named person."
                ),
            )
        ]

    def __str__(self) -> str:
        return " · ".join(part for part in (self.shown_name, self.title_line) if part)

    @property
    def is_shown(self) -> bool:
        """Whether the page of the training shows this; reads the person."""
        allowed = self.person is None or self.person.may_be_shown
        return self.public and self.answer != Answer.DECLINED and allowed

    @property
    def shown_name(self) -> str:
        """The name as this training's source prints it; empty for an organisation alone."""
        if self.person is None:
            return self.name_as_printed
        return self.name_as_printed or self.person.name

    @property
    def role_names(self) -> list[str]:
        return [str(Role(role).label) for role in self.roles]

    @property
    def title_line(self) -> str:
        """Title, unit and organisation as printed, such as `expert, UNDP`."""
        parts = (self.title, self.unit, self.organisation_as_printed)
        return ", ".join(part for part in parts if part)
