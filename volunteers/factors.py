"""What allauth is told about second factors here: how their secrets are kept, and their names."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac


class Unreadable(ValueError):
    """A secret was kept under another SECRET_KEY."""


class Adapter(DefaultMFAAdapter):
    """Keeps secrets so that a copy of the database alone is of no use."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as error:
            raise Unreadable from error

    def get_totp_issuer(self) -> str:
        return settings.SITE_NAME


def _box() -> Fernet:
    key = salted_hmac("volunteers.factors", "secrets", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
