"""A volunteer: the person behind registrations, known by a proven address."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings.fields import SearchKeyField
from trainings.models.searchable import SearchableQuerySet
from volunteers.models.described import Described
from volunteers.roles import NOBODY


class VolunteerQuerySet(SearchableQuerySet):
    def visible_to(self, user):
        """Those in the world of an account of the desk: volunteering now in one of its countries.

        What someone gave for a training before stands in the registration, as given then.
        """
        world = user.world if user.is_authenticated else NOBODY
        return self if world.is_whole else self.filter(country__in=world.countries)

    def of(self, user):
        """The volunteer that `user` is; None for someone who never registered."""
        return self.select_related("country", "nationality").filter(user=user).first()


class Volunteer(Described):
    """What is known of a person across trainings. Filled from a registration once it is proven."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="volunteer",
        verbose_name=_("account"),
    )
    language = models.CharField(
        _("language for letters"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    person = models.OneToOneField(
        "trainings.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="volunteer",
        verbose_name=_("the same as"),
        help_text=_("A person of the record. Nobody is linked by the name alone."),
    )
    created_at = models.DateTimeField(_("first registered"), auto_now_add=True)
    search_key = SearchKeyField("name", "native_name", "latin_name")

    objects = VolunteerQuerySet.as_manager()

    class Meta(Described.Meta):
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="volunteers_by_name")]
        permissions = [("view_contacts", _("Can see addresses and telephone numbers"))]

    def __str__(self) -> str:
        return self.name or str(_("a volunteer without a name"))

    @property
    def email(self) -> str:
        return self.user.email
