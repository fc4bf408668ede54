"""Starting the site's settings in a process of their own, as a server would."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": "a-long-and-random-key-for-nothing-but-this-test-0123456789",
    "ALLOWED_HOSTS": "hashar.example.org",
    "SITE_URL": "https://hashar.example.org",
}


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run `manage.py` under production settings, changed by `environment`; nothing else is set."""
    return python("manage.py", *words, **environment)


def setting(*names: str, **environment: str) -> str:
    """The values of settings as text, side by side; no app is loaded for that."""
    values = ", ".join(f"settings.{name}" for name in names)
    code = f"from django.conf import settings; print({values})"
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    return python("-c", code, **environment).stdout.strip()


def python(*words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run Python under the same settings."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, **GOOD, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
