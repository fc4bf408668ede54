"""Signing in by a mailed code or a password: who may, and what allauth is told about this site.

A code opens a volunteer's own pages. For staff it is the first of two steps, as the password is:
see docs/decisions/2026-11-25-signing-in.md and 2026-11-25-second-step.md.
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
from volunteers.services import second_factor


def may_sign_in(user: User) -> bool:
    """Whether a mailed link may sign `user` in: nobody who is blocked or of staff."""
    return user.is_active and not user.works_at_desk


def account_of(email: str) -> User | None:
    """The account of an address, if a code may be mailed to it."""
    user = User.objects.with_email(email)
    return user if user and user.is_active else None


def of_staff(user_id) -> User | None:
    """An account that works at the desk, read together with whether it has a second factor."""
    user = second_factor.with_factor(User.objects.filter(pk=user_id)).first()
    return user if user and user.is_active and user.works_at_desk else None


class MailedCode(BaseBackend):
    """Keeps someone signed in who came by a code, for as long as the account is none of staff."""

    def get_user(self, user_id) -> User | None:
        user = User.objects.filter(pk=user_id).first()
        return user if user and may_sign_in(user) else None


class MailedCodeOfStaff(BaseBackend):
    """Keeps someone of staff signed in who came by a code: the first step, and no more."""

    def get_user(self, user_id) -> User | None:
        return of_staff(user_id)


# What a session remembers that began with a mailed code, or with a mailed link and its button.
MAILED = f"{MailedCode.__module__}.{MailedCode.__qualname__}"
MAILED_TO_STAFF = f"{MailedCodeOfStaff.__module__}.{MailedCodeOfStaff.__qualname__}"


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
        if user.is_active:
            return None
        clear_login(request)
        return redirect("account_request_login_code")

    def login(self, request: HttpRequest, user) -> None:
        user.backend = MAILED_TO_STAFF if user.works_at_desk else MAILED
        super().login(request, user)

    def get_login_stages(self) -> list[str]:
        # The second step has pages of ours, since the password of the desk needs it as well.
        return [stage for stage in super().get_login_stages() if ".mfa." not in stage]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("me")

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_of(request)
