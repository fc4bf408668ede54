"""Second factors of those who work at the desk: set up, used, taken away, reset.

The rows are allauth's: an app that shows codes, passkeys, and recovery codes beside them.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.crypto import constant_time_compare
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy, ngettext_lazy
from django.utils.translation import gettext as _

from trainings.services.refusal import NotAllowed
from volunteers import audit, letters
from volunteers.factors import Unreadable
from volunteers.models import User
from volunteers.services.attempts import Limit, TooMany, count, forget

Kind = Authenticator.Type
PERIOD = 30  # seconds a code of an app is shown, RFC 6238
# Of a million codes three are good at a time: five tries an hour leave a thief who has the password
# one chance in 2,800 a day, and a letter tells the owner to change it.
TRIES = Limit(
    "second step",
    5,
    ngettext_lazy(
        "Too many wrong tries. Try again in %(minutes)s minute.",
        "Too many wrong tries. Try again in %(minutes)s minutes.",
        "minutes",
    ),
)
WRONG = gettext_lazy(
    "This is not a code that is good now. Type the six digits that the app shows at this moment, "
    "or a recovery code that was never used."
)


def factors_of(user: User) -> QuerySet[Authenticator]:
    """The app and the passkeys of `user`, oldest first."""
    return Authenticator.objects.filter(user=user).exclude(type=Kind.RECOVERY_CODES).order_by("pk")


def with_factor(accounts: QuerySet[User]) -> QuerySet[User]:
    """Accounts, each with `has_factor`."""
    factors = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Kind.RECOVERY_CODES)
    return accounts.annotate(has_factor=Exists(factors))


def has_one(user: User) -> bool:
    """Whether `user` has an app or a passkey, as read with the account or asked for now."""
    known = getattr(user, "has_factor", None)
    return factors_of(user).exists() if known is None else known


@transaction.atomic
def add_app(user: User, secret: str, *, code: str, proven: bool) -> None:
    """Set up an app that knows `secret`, in place of one before; `code` shows that it does.

    `proven` says that the second step was just taken; without it only the first is set up.
    """
    alone(user, proven=proven)
    step = step_of(secret, code)
    if step is None:
        raise NotAllowed(str(WRONG))
    Authenticator.objects.filter(user=user, type=Kind.TOTP).delete()
    app = TOTP.activate(user, secret).instance
    app.data["last_step"] = step
    app.save()
    added(user, _("An app that shows codes was set up for your account."))


@transaction.atomic
def add_passkey(user: User, credential: dict[str, Any], *, name: str, proven: bool) -> None:
    """Set up a passkey; `credential` is what the browser answered, and was checked."""
    alone(user, proven=proven)
    number = factors_of(user).filter(type=Kind.WEBAUTHN).count() + 1
    name = name or _("Passkey %(number)s") % {"number": number}
    data = {"name": name, "credential": credential}
    Authenticator.objects.create(user=user, type=Kind.WEBAUTHN, data=data)
    added(user, _("The passkey “%(name)s” was added to your account.") % {"name": name})


def alone(user: User, *, proven: bool) -> None:
    """Wait for others who change the factors of `user`; refuse who may not add one to them."""
    User.objects.select_for_update().get(pk=user.pk)
    if not proven and factors_of(user).exists():
        raise NotAllowed(_("This account has a second step already. Sign in with it first."))


def added(user: User, happened: str) -> None:
    RecoveryCodes.activate(user)
    tell(user, happened, by=user)


def step_of(secret: str, code: str, *, after: int = 0) -> int | None:
    """The half-minute, counted from 1970 and later than `after`, whose code `code` is."""
    this = int(time.time()) // PERIOD
    digits = re.sub(r"\D", "", code)
    for step in (this, this - 1, this + 1):  # clocks differ, and people type slowly
        if step > after and constant_time_compare(
            digits, format_hotp_value(hotp_value(secret, step))
        ):
            return step
    return None


@contextmanager
def tried(user: User) -> Iterator[None]:
    """Count what is tried inside; what succeeds begins the count anew. Raises TooMany."""
    counted(user)
    yield
    forget(TRIES, str(user.pk))


def use_code(user: User, code: str) -> None:
    """Use up a code of the app, or a recovery code, of `user`.

    Raises NotAllowed where it is wrong or was used, and TooMany after too many of those.
    """
    with tried(user), transaction.atomic():
        rows = Authenticator.objects.select_for_update().filter(user=user)
        if not any(spends(row, code) for row in rows.exclude(type=Kind.WEBAUTHN)):
            raise NotAllowed(str(WRONG))


def spends(factor: Authenticator, code: str) -> bool:
    """Whether `code` is one of `factor` that was never used; it is used up then."""
    try:
        if factor.type == Kind.RECOVERY_CODES:
            return spends_recovery_code(factor, code)
        secret = decrypt(factor.data["secret"])
    except Unreadable:
        return False
    step = step_of(secret, code, after=factor.data["last_step"])
    if step is None:
        return False
    factor.data["last_step"] = step
    factor.last_used_at = now()
    factor.save()
    return True


def spends_recovery_code(codes: Authenticator, code: str) -> bool:
    good = RecoveryCodes(codes).validate_code(re.sub(r"\D", "", code))
    if good:
        tell(codes.user, _("A recovery code was used to sign in to your account."), by=codes.user)
    return good


def counted(user: User) -> None:
    """Count a try to take the second step; the first that is too many is told to its owner."""
    try:
        count(TRIES, str(user.pk))
    except TooMany:
        happened = _(
            "Someone gave your first step of signing in, then failed at the second five times. If "
            "it was not you, change your password now."
        )
        once = f"second step {user.pk} {now():%Y-%m-%d}"
        letters.security(user, happened, language=get_language(), once=once)
        raise


def recovery_codes(user: User) -> list[str]:
    """The recovery codes of `user` that were never used, such as 1234-5678."""
    row = Authenticator.objects.filter(user=user, type=Kind.RECOVERY_CODES).first()
    try:
        codes = RecoveryCodes(row).get_unused_codes() if row else []
    except Unreadable:
        codes = []
    return [f"{code[:4]}-{code[4:]}" for code in codes]


@transaction.atomic
def renew_recovery_codes(user: User) -> None:
    """Make new recovery codes, so that those before are good no more."""
    Authenticator.objects.filter(user=user, type=Kind.RECOVERY_CODES).delete()
    added(user, _("New recovery codes were made for your account. The old ones are good no more."))


@transaction.atomic
def remove(factor: Authenticator, *, forced: bool) -> None:
    """Take an app or a passkey from its account; where a second step is `forced`, not the last."""
    user = factor.user
    User.objects.select_for_update().get(pk=user.pk)
    is_last = not factors_of(user).exclude(pk=factor.pk).exists()
    if is_last and forced:
        raise NotAllowed(
            _("This is the only second step of your account. Set up another one, then remove it.")
        )
    (Authenticator.objects.filter(user=user) if is_last else factor).delete()
    tell(user, _("Removed from your account: %(name)s.") % {"name": name_of(factor)}, by=user)


def name_of(factor: Authenticator) -> str:
    if factor.type == Kind.WEBAUTHN:
        return _("the passkey “%(name)s”") % {"name": factor.data["name"]}
    return _("the app that shows codes")


@transaction.atomic
def reset(user: User, *, by: User | None, reason: str) -> None:
    """Take every factor from an account whose owner lost them, and sign it out everywhere.

    `by` is an administrator, or None for whoever runs the server; the letter gives the `reason`.
    """
    if refusal := why_not(user, by=by):
        raise NotAllowed(refusal)
    Authenticator.objects.filter(user=user).delete()
    user.end_sessions()
    user.save(update_fields=["sessions_ended_at"])
    happened = _("The second step of signing in was reset by %(name)s. Reason: %(reason)s")
    who = by.get_short_name() if by else _("whoever runs this site")
    what = happened % {"name": who, "reason": reason}
    told = "\n".join((what, _("At the next sign-in you set up a new one.")))
    tell(user, told, by=by or user)


def why_not(user: User, *, by: User | None) -> str:
    """Why `by` may not reset the second step of `user`; "" where nothing speaks against it."""
    if user == by:
        return _("Nobody resets their own second step. Ask another administrator.")
    if not has_one(user):
        return _("This account has no second step, so there is nothing to reset.")
    if by and user.is_superuser and not by.is_superuser:
        return _(
            "This account may do everything. Only another such account resets its second step."
        )
    return ""


def tell(user: User, happened: str, *, by: User) -> None:
    """Write down what `happened` to the account, and write to its owner."""
    audit.record(by, audit.Kind.CHANGED, user, changes={"second_step": [audit.MASK, audit.MASK]})
    LogEntry.objects.log_actions(by.pk, [user], CHANGE, happened, single_object=True)
    letters.security(user, happened, language=get_language())
