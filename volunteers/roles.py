"""Who may do what at the desk: one table of roles and their permissions.

A role is a group of Django's; docs/roles.md says the same in words. `renew` writes the table into
the database: after every `migrate`, and by `manage.py roles`.
"""

from dataclasses import dataclass
from fnmatch import fnmatch

from django.contrib.auth.models import Group, Permission
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The names of the groups, and what they are called at the desk."""

    ADMINISTRATOR = "administrator", _("administrator")
    ORGANIZER = "organizer", _("organizer")
    COORDINATOR = "country coordinator", _("country coordinator")
    HELPER = "check-in helper", _("check-in helper")
    EDITOR = "editor", _("editor")
    MONITORING = "monitoring officer", _("monitoring officer")
    OBSERVER = "observer", _("observer")


# What each may, as `app.action_model`; a star stands for anything.
MAY: dict[Role, tuple[str, ...]] = {
    Role.ADMINISTRATOR: ("trainings.*", "volunteers.*", "auth.*_group"),
    Role.ORGANIZER: (
        "trainings.*",
        "volunteers.*_call",
        "volunteers.*_quota",
        "volunteers.*_question",
        "volunteers.*_option",
        "volunteers.view_registration",
        "volunteers.add_registration",
        "volunteers.change_registration",
        "volunteers.decide_registration",
        "volunteers.override_seats",
        "volunteers.view_figures",
        "volunteers.view_volunteer",
        "volunteers.view_contacts",
        "volunteers.view_needs",
        "volunteers.*_note",
        "volunteers.*_letter",
        "volunteers.*_letterwording",
        "volunteers.send_message",
        "volunteers.*_consenttext",
        "volunteers.*_attendance",
        "volunteers.*_attendancerule",
        "volunteers.*_completion*",
        "volunteers.*_certificate",
        "volunteers.*_certificatedesign",
        "volunteers.*_signatory",
        "volunteers.*_issuing",
        "volunteers.save_contacts",
        "volunteers.*_intake",
        "volunteers.view_donor_figures",
        "volunteers.*_trainingcost",
        "volunteers.view_functioning",
    ),
    Role.COORDINATOR: (
        "trainings.view_*",
        "volunteers.view_registration",
        "volunteers.add_registration",
        "volunteers.change_registration",
        "volunteers.decide_registration",
        "volunteers.view_figures",
        "volunteers.view_volunteer",
        "volunteers.view_contacts",
        "volunteers.view_needs",
        "volunteers.view_note",
        "volunteers.add_note",
        "volunteers.view_letter",
        "volunteers.send_message",
        "volunteers.view_attendance",
        "volunteers.view_certificate",
    ),
    Role.HELPER: ("volunteers.add_attendance",),
    Role.EDITOR: (
        "trainings.view_*",
        "trainings.*_report",
        "trainings.*_reporttext",
        "trainings.*_reporttraining",
        "trainings.*_reportsource",
        "trainings.*_block",
        "trainings.*_comment",
        "trainings.*_fact",
    ),
    Role.MONITORING: (
        "trainings.view_*",
        "volunteers.view_figures",
        "volunteers.view_donor_figures",
        "volunteers.view_functioning",
    ),
    Role.OBSERVER: (
        "trainings.view_*",
        "volunteers.view_registration",
        "volunteers.view_volunteer",
        "volunteers.view_figures",
        "volunteers.view_attendance",
        "volunteers.view_certificate",
    ),
}


@dataclass(frozen=True)
class World:
    """Whose people an account may see: of `countries` (None: of all), and of `trainings`."""

    countries: frozenset[str] | None = None
    trainings: frozenset[int] = frozenset()

    @property
    def is_whole(self) -> bool:
        return self.countries is None

    def holds(self, country: str | None) -> bool:
        """Whether everyone of `country` belongs to it; `None` is an unknown country."""
        return self.countries is None or country in self.countries


NOBODY = World(countries=frozenset())


def renew() -> None:
    """Make the groups of all roles what the table says; other groups stay as they are."""
    known = {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in Permission.objects.select_related("content_type")
    }
    for role, patterns in MAY.items():
        group, _is_new = Group.objects.get_or_create(name=role.value)
        group.permissions.set(
            one for name, one in known.items() if any(fnmatch(name, each) for each in patterns)
        )


def in_words(group: Group) -> str:
    """What a group is called at the desk: a role in the reader's language."""
    return str(Role(group.name).label) if group.name in Role.values else group.name


def may_check_in(user, training) -> bool:
    """Whether `user` may check people in at `training`: a helper only at the own trainings."""
    if not (user.is_active and user.is_staff and user.has_perm("volunteers.add_attendance")):
        return False
    return user.world.is_whole or training.pk in user.world.trainings
