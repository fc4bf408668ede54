"""`reset_second_step`: for the last administrator, who lost the device and the recovery codes."""

from django.core.management.base import BaseCommand, CommandError

from trainings.services.refusal import NotAllowed
from volunteers.models import User
from volunteers.services import second_factor


class Command(BaseCommand):
    help = "Takes every second factor from an account and signs it out; a letter says so."

    def add_arguments(self, parser):
        parser.add_argument("email", help="the address of the account")
        parser.add_argument("--reason", required=True, help="stands in the letter and in the log")

    def handle(self, *, email: str, reason: str, **options) -> None:
        user = User.objects.with_email(email)
        if user is None:
            raise CommandError(f"There is no account with the address {email}.")
        try:
            second_factor.reset(user, by=None, reason=reason)
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("Reset. At the next sign-in a new second step is set up.")
