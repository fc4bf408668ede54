"""The door for the production server: `config.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django = get_wsgi_application()

from config.pages.door import with_kept_pages  # noqa: E402 - Django has to be set up first

application = with_kept_pages(django)

# What is loaded now stays: the collector need not look through it again, nor after each 700 new
# objects. It took 7 % of what a registration costs, and takes 3 % now.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
