"""The door for the production server: `config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django = get_wsgi_application()

from config.pages.door import with_kept_pages  # noqa: E402 - Django has to be set up first

application = with_kept_pages(django)
