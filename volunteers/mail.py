"""What the desk says of mail itself: that it is not set up, or that letters were given up."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from volunteers.models import Letter, LetterState
from volunteers.services import outbox


@dataclass(frozen=True)
class MailNotice:
    """A sentence for organizers, and the address of the letters it speaks of."""

    words: str
    address: str = ""


def mail_notices(user) -> list[MailNotice]:
    """What `user` should know about mail; nothing while all is well, or without the permission."""
    if not user.has_perm("volunteers.view_letter"):
        return []
    address = reverse("admin:volunteers_letter_changelist")
    is_configured = outbox.is_configured()
    # Only of these: most letters were sent long ago.
    asked = [LetterState.GIVEN_UP] if is_configured else [LetterState.GIVEN_UP, LetterState.WAITING]
    letters = Letter.objects.visible_to(user).filter(state__in=asked).order_by()
    numbers = dict(letters.values_list("state").annotate(number=Count("*")))
    found = []
    if not is_configured:
        words = not_configured(numbers.get(LetterState.WAITING, 0))
        found.append(MailNotice(words, f"{address}?delivery=waiting"))
    if given_up := numbers.get(LetterState.GIVEN_UP):
        found.append(MailNotice(were_given_up(given_up), f"{address}?delivery=given_up"))
    return found


def not_configured(waiting: int) -> str:
    waits = ngettext("%(count)s letter waits.", "%(count)s letters wait.", waiting)
    return " ".join(
        (
            _("Mail is not set up, so nobody gets letters."),
            waits % {"count": wording.number(waiting)},
            _("Whoever looks after this site sets EMAIL_URL and MAIL_FROM; all leave then."),
        )
    )


def were_given_up(number: int) -> str:
    said = ngettext(
        "%(count)s letter could not be delivered and was given up.",
        "%(count)s letters could not be delivered and were given up.",
        number,
    )
    return said % {"count": wording.number(number)}
