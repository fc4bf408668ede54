"""The demo: its trainings out of demo/, who registers and who came, and an organizer for it."""

import io
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from trainings.models import Training
from volunteers.demo import accounts, attendance, certificates, registrations
from volunteers.models import User

RECORDS = settings.BASE_DIR / "demo"
REGISTRATIONS = RECORDS / "registrations"
ATTENDANCE = RECORDS / "attendance"
CERTIFICATES = RECORDS / "certificates"
ORGANIZER = "organizer@example.org"
# The training that is held just now.
HELPED = "evenings-for-new-neighbours"
# The database holds the password hashed only. So that every start can tell it, it lies here too:
# a demo's password, in a file for its owner alone that git ignores.
KEPT = settings.BASE_DIR / ".run" / "demo-password"


def is_empty() -> bool:
    """Whether the database holds no training and no account yet."""
    return not Training.objects.exists() and not User.objects.exists()


def load(kept: Path = KEPT) -> None:
    """Fill an empty database with the demo, all of it or nothing, and make the organizer."""
    with transaction.atomic():
        files = sorted(RECORDS.glob("*.yaml"))
        call_command("record", "load", *map(str, files), stdout=io.StringIO())
        organizer = make_organizer(kept)
        for path in sorted(REGISTRATIONS.glob("*.yaml")):
            registrations.load(path, organizer)
        for path in sorted(ATTENDANCE.glob("*.yaml")):
            attendance.load(path, organizer)
        for path in sorted(CERTIFICATES.glob("*.yaml")):
            certificates.load(path, organizer)
        accounts.make(organizer, Training.objects.filter(slug=HELPED).first())


def make_organizer(kept: Path = KEPT) -> User:
    """Make the demo organizer's account with a new password, which is kept in the file `kept`."""
    password = secrets.token_urlsafe(12)
    organizer = User.objects.create_superuser(ORGANIZER, password, name="Demo organizer")
    _keep(password, kept)
    return organizer


def _keep(password: str, kept: Path) -> None:
    kept.parent.mkdir(exist_ok=True)
    kept.unlink(missing_ok=True)
    file = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(file, "w") as out:
        out.write(password + "\n")


def sign_in(kept: Path = KEPT) -> str:
    """How to sign in to the demo: the address and the password, or how to set a new password."""
    organizer = User.objects.filter(email=ORGANIZER).first()
    if organizer is None:
        return "with an account of yours; .venv/bin/python manage.py createsuperuser makes one"
    password = kept.read_text().strip() if kept.is_file() else ""
    if password and organizer.check_password(password):
        return f"{ORGANIZER} with the password {password}"
    return (
        f"{ORGANIZER}, whose password was changed. "
        f"Set another: .venv/bin/python manage.py changepassword {ORGANIZER}"
    )


def other_roles(kept: Path = KEPT) -> list[str]:
    """The demo's other accounts with their roles, as long as the password opens them."""
    return accounts.told(kept.read_text().strip()) if kept.is_file() else []
