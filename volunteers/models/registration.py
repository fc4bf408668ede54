"""A registration: someone who wants to come to a training, and where that stands."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.fields import SearchKeyField
from trainings.models import Training
from trainings.models.checks import one_of
from trainings.models.places import number_of
from trainings.models.searchable import SearchableQuerySet
from volunteers.models import completion
from volunteers.models.attendance import Attendance
from volunteers.models.described import Described
from volunteers.models.question import Answer
from volunteers.models.volunteer import Volunteer
from volunteers.roles import NOBODY

# Signs that nobody takes for one another, on a badge or over the telephone.
BADGE_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_code() -> str:
    """An address nobody guesses: 96 bits."""
    return secrets.token_urlsafe(12)


def new_badge_code() -> str:
    """What a badge says: nobody guesses it (49 bits), and it can be typed."""
    return "".join(secrets.choice(BADGE_SIGNS) for _each in range(10))


class State(models.TextChoices):
    SUBMITTED = "submitted", pgettext_lazy("registration", "address not proven yet")
    CONFIRMED = "confirmed", pgettext_lazy("registration", "waiting for a decision")
    APPROVED = "approved", pgettext_lazy("registration", "approved")
    WAITLISTED = "waitlisted", pgettext_lazy("registration", "on the waiting list")
    DECLINED = "declined", pgettext_lazy("registration", "declined")
    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")
    DROPPED = "dropped", pgettext_lazy("registration", "never confirmed")


class NameForm(models.TextChoices):
    """Which of the three names of a person stands on the certificate."""

    DISPLAY = "display", _("the name you are called by")
    NATIVE = "native", _("the name in your own script")
    LATIN = "latin", _("the name in Latin letters")


class RegistrationQuerySet(SearchableQuerySet):
    def visible_to(self, user):
        """Those in the world of an account of the desk; whether it may see any, permissions say."""
        world = user.world if user.is_authenticated else NOBODY
        if world.is_whole:
            return self
        own = Q(country__in=world.countries)
        return self.filter(own | Q(training__in=world.trainings) if world.trainings else own)

    def of(self, user):
        """Those of the person who signed in; none for a stranger."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(volunteer__user=user)

    def with_story(self):
        """With all that the own pages say of where each stands."""
        return self.select_related(
            "training", "country", "nationality", "volunteer__user"
        ).prefetch_related("moves", "training__places__country")

    def seated(self):
        """Those that take a seat."""
        return self.filter(state__in=Registration.SEATED)

    def waiting(self):
        """The waiting list, first come first."""
        return self.filter(state=State.WAITLISTED).order_by("waitlisted_at", "pk")

    def to_decide(self):
        """Proven and not decided, first come first."""
        return self.filter(state=State.CONFIRMED).order_by("confirmed_at", "pk")

    def queued(self, state: str):
        """Those in `state`, first come first; all of them, the newest first, for an empty one."""
        if not state:
            return self.order_by("-pk")
        if state == State.WAITLISTED:
            return self.waiting()
        return self.filter(state=state).order_by("confirmed_at", "pk")

    def attended(self):
        """Those with a seat who were there at least once."""
        there = Attendance.objects.filter(registration=models.OuterRef("pk"))
        return self.seated().filter(models.Exists(there))

    def with_days(self):
        """With `days_held` and `days_attended`: None where nobody knows."""
        return self.annotate(**completion.days(self))

    def with_parts(self):
        """With `parts_held` and `parts_attended`, days or sessions, and the `share_asked` in %.

        The first two are None where nobody knows; `is_said` is an organizer's word, or None.
        """
        return self.annotate(**completion.parts(self))

    def completed(self):
        """Those with a seat who attended the share that was asked, or of whom it was said."""
        said = Q(completion_override__completed=True)
        nothing_said = Q(completion_override__completed=None)
        counted = self.seated().alias(**completion.sums())
        return counted.filter(said | nothing_said & Q(sum_attended__gte=models.F("sum_needed")))

    def with_what_decides(self):
        """With all that a line of the decision page shows, in a fixed number of queries.

        `seats_before` counts the other trainings where the person has or had a seat.
        """
        elsewhere = Registration.objects.seated().filter(volunteer=models.OuterRef("volunteer"))
        others = elsewhere.exclude(training=models.OuterRef("training")).order_by()
        return (
            self.select_related("country", "nominated_by")
            .prefetch_related(
                models.Prefetch("answers", Answer.objects.select_related("question")),
                "answers__options",
                models.Prefetch("notes", Note.objects.select_related("author")),
            )
            .annotate(seats_before=number_of(others))
        )


class Registration(Described):
    """What someone gave for a training, kept as given then. Only services change the state."""

    training = models.ForeignKey(
        Training, models.PROTECT, related_name="registrations", verbose_name=_("training")
    )
    volunteer = models.ForeignKey(
        Volunteer,
        models.SET_NULL,
        null=True,
        related_name="registrations",
        verbose_name=_("volunteer"),
        help_text=_("Empty: erased at the person's wish. The registration stays as a count."),
    )
    code = models.CharField(_("code"), max_length=16, unique=True, default=new_code, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.SUBMITTED, editable=False
    )
    language = models.CharField(
        _("language for letters"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    badge_code = models.CharField(
        _("code of the badge"), max_length=10, unique=True, default=new_badge_code, editable=False
    )
    walked_in = models.BooleanField(_("registered at the door"), default=False, editable=False)
    motivation = models.TextField(_("motivation"), blank=True, max_length=2000)
    certificate_name = models.CharField(
        _("name on the certificate"),
        max_length=7,
        choices=NameForm,
        blank=True,
        help_text=_("Empty: the one in the letters of the certificate, as far as there is one."),
    )
    nominated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name=_("registered on the person's behalf by"),
    )
    nominating_office = models.CharField(_("nominating office"), max_length=200, blank=True)
    intake = models.ForeignKey(
        "volunteers.Intake",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="registrations",
        verbose_name=_("list it was brought in with"),
    )
    # Says of a form sent twice from one address, as by a double click, that it is the same.
    form_key = models.CharField(max_length=43, null=True, editable=False)  # noqa: DJ001
    submitted_at = models.DateTimeField(_("submitted"), default=now, editable=False)
    confirmed_at = models.DateTimeField(_("address proven"), null=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    waitlisted_at = models.DateTimeField(_("waiting since"), null=True, editable=False)
    search_key = SearchKeyField("name", "native_name", "latin_name")

    # The states that take a seat.
    SEATED = (State.APPROVED,)

    objects = RegistrationQuerySet.as_manager()

    class Meta(Described.Meta):
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["training", "state", "country", "category"], name="volunteers_seats"
            ),
            models.Index(
                fields=["training", "state", "confirmed_at", "id"], name="volunteers_queue"
            ),
            models.Index(
                fields=["training", "waitlisted_at"],
                condition=Q(state="waitlisted"),
                name="volunteers_waiting",
            ),
        ]
        constraints = [
            *Described.Meta.constraints,
            one_of("state", State),
            one_of("certificate_name", NameForm, empty=True),
            models.UniqueConstraint(
                fields=["training", "volunteer"], name="volunteers_registration_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="waitlisted") | Q(waitlisted_at__isnull=False),
                name="volunteers_registration_waits_since",
            ),
        ]
        permissions = [
            ("decide_registration", _("Can decide registrations")),
            ("override_seats", _("Can give a seat beyond a limit, with a reason")),
            ("save_contacts", _("Can save lists with addresses, telephones and answers")),
            ("view_figures", _("Can see figures about people, without names")),
        ]

    def __str__(self) -> str:
        return self.name or str(_("erased"))

    def get_absolute_url(self) -> str:
        return reverse("my_registration", args=[self.code])

    @property
    def is_seated(self) -> bool:
        return self.state in self.SEATED

    @property
    def email(self) -> str:
        return self.volunteer.user.email if self.volunteer else ""


class Note(models.Model):
    """What one colleague tells the others about a registration; the volunteer never sees it."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="notes", verbose_name=_("registration")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("author"),
    )
    text = models.TextField(_("note"), max_length=2000)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("note for colleagues")
        verbose_name_plural = _("notes for colleagues")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
