"""The measure of bench/public.py: a view of Django that answers ten kilobytes, and nothing else.

Served as `bare:application` beside the site, by the same server.
"""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

BODY = b"ten bytes\n" * 1024


def bare(request):
    return HttpResponse(BODY)


urlpatterns = [path("bare/", bare), path("robots.txt", bare)]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    MIDDLEWARE=[],
    ROOT_URLCONF="bare",
    SECRET_KEY=os.environ["SECRET_KEY"],
)
django.setup()
application = WSGIHandler()
