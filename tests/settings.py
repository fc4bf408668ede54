"""The site's settings under test: nothing of a developer's `.env` reaches a test.

`DATABASE_URL` alone is taken from the environment, so that the same tests run on either engine.
"""

import os
import tempfile
from pathlib import Path

os.environ |= {
    "ENV_FILE": os.devnull,
    "DEBUG": "no",
    "DEMO": "no",
    "SECRET_KEY": "only-for-tests-" * 4,
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "SITE_URL": "http://127.0.0.1:8000",
    "SITE_NAME": "Hashar",
    "TIME_ZONE": "Asia/Almaty",
    "CACHE_URL": "locmemcache://",
    "BEHIND_PROXY": "no",
    "EMAIL_URL": "",
    "MAIL_FROM": "Hashar <trainings@example.org>",
    # Playwright keeps an event loop in the thread of the tests; Django would refuse to query there.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}

# A folder for each process of the tests; conftest.py makes and removes it, so that a mere look at
# the settings leaves nothing behind.
SCRATCH = Path(tempfile.gettempdir(), f"hashar-tests-{os.getpid()}")
os.environ["MEDIA_ROOT"] = str(SCRATCH / "media")
os.environ["PRIVATE_ROOT"] = str(SCRATCH / "private")
# Encoded pictures; scripts/run_tests.py names a folder that all processes of a run share.
KEPT_PICTURES = Path(os.environ.get("KEPT_PICTURES") or SCRATCH / "pictures")

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, INSTALLED_APPS, STORAGES  # noqa: E402

# Watches, inside `zeal_context`, for a query asked again for every row of a list.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]

# Most tests sign in by `force_login`; those of the second step force it.
SECOND_STEP_FORCED = False

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# Files are served as they lie in the tree: no test depends on an earlier collectstatic.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = SCRATCH / "static"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: in memory all threads share one connection, which is no SQLite that
    # anyone meets, neither behind a server nor in a race.
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "tests.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
