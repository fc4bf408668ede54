"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict:
    """The site's name and address, whether this is the demo, and whether letters leave it."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "DEMO": settings.DEMO,
        "SENDS_MAIL": bool(settings.MAIL_SERVER),
        "SECOND_STEP_FORCED": settings.SECOND_STEP_FORCED,
    }
