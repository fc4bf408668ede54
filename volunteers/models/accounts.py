"""The account of a person who signs in: an organizer, a coordinator or a volunteer."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import ExpressionWrapper
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.given import Given
from trainings.models import Country, Training
from trainings.together import Asked, kept
from volunteers.models.granted import COUNTRY, ROLE, TRAINING, granted_to
from volunteers.roles import NOBODY, Role, World


class UserManager(BaseUserManager["User"]):
    """Makes accounts from an e-mail address; an account without a password can't sign in by one."""

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def with_email(self, email: str) -> "User | None":
        """The account of an address in whatever case, found by the index on its lower case."""
        found = with_address(email=self.normalize_email(email))["users"]
        return found[0] if found else None

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")


class User(AbstractUser):
    """One account an e-mail address; the letters' case of an address does not matter."""

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    # One name, as the person writes it: many here have one word, or a patronymic, or neither.
    name = models.CharField(pgettext_lazy("person", "name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), unique=True)
    sessions_ended_at = models.DateTimeField(
        _("signed out everywhere"), null=True, blank=True, editable=False
    )
    countries = models.ManyToManyField(
        Country,
        blank=True,
        related_name="coordinators",
        verbose_name=_("own countries"),
        help_text=_(
            "With countries here, the account sees only people of these. A country coordinator "
            "without any sees nobody."
        ),
    )
    trainings = models.ManyToManyField(
        Training,
        blank=True,
        related_name="helpers",
        verbose_name=_("own trainings"),
        help_text=_("Where a check-in helper checks people in: without any, nowhere."),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()  # type: ignore[misc, assignment]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["email"]
        permissions = [("reset_second_factor", _("reset the second step of signing in"))]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="volunteers_user_email_unique",
                violation_error_message=_("There is an account with this address already."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def works_at_desk(self) -> bool:
        """Whether the account may more than a volunteer's own pages."""
        return self.is_staff or self.is_superuser

    def end_sessions(self) -> None:
        """Sign the account out everywhere, and for good, once it is saved."""
        self.sessions_ended_at = now()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        # Django ends every session whose hash differs, as it does after a new password.
        ended = self.sessions_ended_at
        began = super()._get_session_auth_hash(secret)  # type: ignore[misc]
        return f"{began}{ended.isoformat()}" if ended else began

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.name or self.email

    @cached_property
    def granted(self) -> dict[str, frozenset[str]]:
        """All it was given: permissions, groups, countries and trainings."""
        return granted_to(self)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles this account has; groups that are no role are left out."""
        return self.granted[ROLE] & frozenset(Role.values)

    @cached_property
    def world(self) -> World:
        """Whose people this account may see at all; its permissions say what it may do there."""
        if not (self.is_active and self.is_staff):
            return NOBODY
        if self.is_superuser or self.roles & {Role.ADMINISTRATOR, Role.ORGANIZER}:
            return World()
        countries = self.granted[COUNTRY]
        is_limited = countries or Role.COORDINATOR in self.roles
        is_helper = Role.HELPER in self.roles
        return World(
            countries if is_limited or is_helper else None,
            frozenset(map(int, self.granted[TRAINING])) if is_helper else frozenset(),
        )


@kept
def with_address(email: Given) -> Asked:
    rows = User.objects.annotate(lowered=Lower("email"))
    lowered = Lower(ExpressionWrapper(email, models.CharField()))
    return {"users": rows.filter(lowered=lowered).order_by("pk")}
