"""Passkeys (WebAuthn): what is asked of a browser, and whether its answer is good.

The challenge stands in the session and is good for one answer.
"""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.webauthn.internal.auth import (
    get_authenticator_by_credential_id,
    get_credentials,
)
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext as _
from fido2.server import Fido2Server
from fido2.webauthn import (
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from config.environment import is_loopback
from trainings.services.refusal import NotAllowed
from volunteers.models import User

CHALLENGE = "passkey_challenge"


def origin() -> str:
    """The one origin that passkeys are made for and taken from.

    Browsers make none for a bare network address, so on this machine itself it is localhost.
    """
    parts = urlsplit(settings.SITE_URL)
    if not is_loopback(parts.hostname or ""):
        return settings.SITE_URL
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://localhost{port}"


def server() -> Fido2Server:
    site = PublicKeyCredentialRpEntity(name=settings.SITE_NAME, id=urlsplit(origin()).hostname)
    return Fido2Server(site, verify_origin=lambda said: said == origin())


def ask_for_new(request: HttpRequest, user: User) -> dict:
    """What a browser needs to make a passkey for `user`."""
    owner = PublicKeyCredentialUserEntity(
        # Says nothing of the account to who finds the device.
        id=salted_hmac("volunteers.passkey", str(user.pk), algorithm="sha256").digest(),
        name=user.email,
        display_name=str(user),
    )
    asked, request.session[CHALLENGE] = server().register_begin(
        owner,
        get_credentials(user),
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(asked)


def check_new(request: HttpRequest, answer: str) -> dict:
    """The new passkey of a browser's `answer`, as it is kept. Raises NotAllowed for a bad one."""
    return checked(request, answer, server().register_complete)[0]


def ask_for_known(request: HttpRequest, user: User) -> dict:
    """What a browser needs to use a passkey of `user`."""
    asked, request.session[CHALLENGE] = server().authenticate_begin(
        get_credentials(user), user_verification=UserVerificationRequirement.PREFERRED
    )
    return dict(asked)


def check_known(request: HttpRequest, user: User, answer: str) -> None:
    """Note the use of the passkey that signed `answer`. Raises NotAllowed for a bad one."""

    def complete(state, credential):
        return server().authenticate_complete(state, get_credentials(user), credential)

    used = checked(request, answer, complete)[1]
    passkey = get_authenticator_by_credential_id(user, used.credential_id)
    passkey.last_used_at = now()
    passkey.save()


def checked(request: HttpRequest, answer: str, complete: Callable) -> tuple[dict, Any]:
    """A browser's `answer` and what `complete` says of it, given the challenge it answers."""
    challenge = request.session.pop(CHALLENGE, None)
    try:
        credential = json.loads(answer)
        return credential, complete(challenge, credential)
    except Exception as error:  # the library raises whatever reading a forged answer leads to
        raise NotAllowed(_("The passkey did not work. Try again, or use a code.")) from error
