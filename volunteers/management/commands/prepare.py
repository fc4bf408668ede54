"""`manage.py prepare`: what has to be done before the site is served; at once when all is done."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from volunteers import demo
from volunteers.models import User


class Command(BaseCommand):
    help = "Bring database and static files up to date; with DEMO=true fill an empty database."

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0, interactive=False)
        collect_static()
        if settings.DEMO and demo.is_empty():
            self.stdout.write("Loading the demo")
            demo.load()
        if settings.DEMO:
            self.stdout.write(f"  Sign in    {demo.sign_in()}")
            for number, line in enumerate(demo.other_roles()):
                self.stdout.write(f"  {'' if number else 'Other roles':<11} {line}")
        elif not User.objects.exists():
            self.stdout.write("  Sign in    Nobody can yet. The first account is made with:")
            self.stdout.write("             .venv/bin/python manage.py createsuperuser")


def collect_static() -> None:
    """Gather the static files where the server finds them, if any has changed since."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    wanted = fingerprint()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)


def fingerprint() -> str:
    """What the static files are now: their names, sizes and times of change, in one hash."""
    found = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in finders.get_finders():
        for name, storage in finder.list(None):
            state = Path(storage.path(name)).stat()
            found.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()
