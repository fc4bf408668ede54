"""Signed addresses that letters carry: dated, and each good for one purpose."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from volunteers.models import Certificate, Registration

CONFIRM = "volunteers.confirm"
CONFIRM_FOR = timedelta(days=7)


class Expired(Exception):
    """The address was good once. Carries the code of its registration."""


class Damaged(Exception):
    """The address was never ours, or was cut off on the way."""


def confirm_url(registration: Registration) -> str:
    """The full address that proves the mailbox of `registration`; good for CONFIRM_FOR."""
    token = signing.dumps(registration.code, salt=CONFIRM)
    with translation.override(registration.language):
        return settings.SITE_URL + reverse("confirm", args=[token])


def own_page_url(registration: Registration) -> str:
    """The full address of the volunteer's own page of `registration`, behind the sign-in."""
    with translation.override(registration.language):
        return settings.SITE_URL + registration.get_absolute_url()


def badge_address(registration: Registration) -> str:
    """The full address that the QR on a badge says: check-in, for a helper who signed in."""
    return settings.SITE_URL + reverse("check_in_badge", args=[registration.badge_code])


def certificate_url(certificate: Certificate) -> str:
    """The full address where anybody can check `certificate`, in the reader's own language."""
    return settings.SITE_URL + certificate.get_absolute_url()


def code_in(token: str, *, purpose: str, good_for: timedelta) -> str:
    """The registration's code out of a signed `token`. Raises Expired(code) or Damaged."""
    try:
        return signing.loads(token, salt=purpose, max_age=good_for)
    except signing.SignatureExpired as error:
        raise Expired(signing.loads(token, salt=purpose)) from error
    except (signing.BadSignature, ValueError) as error:
        raise Damaged from error
