"""Who comes: people, places, letters."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class VolunteersConfig(AppConfig):
    name = "volunteers"
    verbose_name = _("People who come")

    def ready(self):
        # Only now is there a permission for each model, as Django makes them after migrating.
        post_migrate.connect(make_roles, sender=self)
        from volunteers.watching import watch

        watch()
        user_logged_in.connect(begin_session)


def make_roles(**told) -> None:
    """Let every database have the roles as they are now."""
    from volunteers.roles import renew

    renew()


def begin_session(sender, request, user, **told) -> None:
    """Say when a session that just began ends; leave in it only what its own person typed."""
    from volunteers.second_step import first_step_taken
    from volunteers.views.typed import leave_to

    first_step_taken(request, user)
    leave_to(user, request)
