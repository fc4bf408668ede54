"""Signing in by a mailed code: who may, and what allauth is told about this site.

The code opens a volunteer's own pages and nothing else. Staff sign in at the desk; see
docs/decisions/2026-11-25-signing-in.md.
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language

from volunteers import letters
from volunteers.clients import client_of
from volunteers.models import User


def may_sign_in(user: User) -> bool:
    """Whether a mailed code or link may sign `user` in: nobody who is blocked or of staff."""
    return user.is_active and not user.is_staff


def account_of(email: str) -> User | None:
    """The account of an address, if a mailed code may open it."""
    user = User.objects.with_email(email)
    return user if user and may_sign_in(user) else None


class MailedCode(BaseBackend):
    """Keeps someone signed in who came by a code, for as long as the account is none of staff."""

    def get_user(self, user_id) -> User | None:
        user = User.objects.filter(pk=user_id).first()
        return user if user and may_sign_in(user) else None


# What a session remembers that began with a mailed code, or with a mailed link and its button.
MAILED = f"{MailedCode.__module__}.{MailedCode.__qualname__}"


class Adapter(DefaultAccountAdapter):
    """What allauth may do here: send a code, and sign in. Nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Queue the letter with the code; allauth has no other letter to send."""
        user = account_of(email)
        if user and "code" in context:
            letters.code(user, context["code"], language=get_language())

    def add_message(self, *args, **kwargs) -> None:
        """Say nothing: our own pages say what there is to say."""

    def pre_login(self, request: HttpRequest, user, **hooks) -> HttpResponse | None:
        # The account may have changed since the code was asked for.
        if may_sign_in(user):
            return None
        clear_login(request)
        return redirect("account_request_login_code")

    def login(self, request: HttpRequest, user) -> None:
        user.backend = MAILED
        super().login(request, user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("me")

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_of(request)
