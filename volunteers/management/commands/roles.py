"""`manage.py roles`: make the groups of the roles again what volunteers/roles.py says."""

from django.core.management.base import BaseCommand

from volunteers.roles import Role, renew


class Command(BaseCommand):
    help = "Make the groups of all roles again as they are documented in docs/roles.md."

    def handle(self, *args, **options):
        renew()
        self.stdout.write("Made again: " + ", ".join(Role.values))
