"""Handing letters to the mail server: each once, whatever is killed or down meanwhile.

A worker claims a letter for `Letter.LEASE`, hands it over and marks it at once. One that is killed
in between leaves its claim to run out, and another worker takes the letter. So a letter is
repeated only where the kill fell between the server's yes and our mark, under the same Message-ID.
One that is asked to stop (SIGTERM, Ctrl-C) marks the letter in hand first.

A server that can't be reached costs no letter a try. One that refuses a letter is asked again
after 1, 2, 4 … minutes, at most a day; after `TRIES` tries (3 days and 10 hours) the letter is
given up. A recipient whom the server refuses for good (5xx) is given up at once.
"""

import smtplib
import textwrap
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F, QuerySet
from django.utils.timezone import now

from volunteers.models import Letter, LetterKind, LetterState
from volunteers.services.stopping import undisturbed

TRIES = 14
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(days=1)
# A pass ends after so many, for other jobs wait meanwhile and servers limit a connection.
AT_MOST = 100
WIDTH = 76
BUSY = 421  # the server closes the connection: it says nothing about the letter


class Unreachable(Exception):
    """The mail server does not answer, lets nobody in, or has no time. All letters wait."""


@dataclass
class Refused(Exception):
    """The mail server said no to one letter; `for_good` where asking again is of no use."""

    said: str
    for_good: bool = False


def is_configured() -> bool:
    """Whether there is a mail server to hand letters to."""
    return bool(settings.MAIL_SERVER)


def send_due(at_most: int = AT_MOST) -> int:
    """Send what is due, over one connection. Returns how many the server took.

    Raises Unreachable where it can't be reached; the letters wait then as they were. Without a
    mail server nothing is done.
    """
    if not is_configured() or not Letter.objects.due().exists():
        return 0
    connection = opened()
    sent = 0
    try:
        for _number in range(at_most):
            with undisturbed():
                letter = claim()
                if letter is None:
                    break
                sent += send(letter, connection)
    finally:
        with suppress(OSError):  # whatever it answers to our good-bye
            connection.close()
    return sent


def opened():
    """An open connection to the mail server. Raises Unreachable."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:  # which the errors of smtplib are as well
        raise Unreachable(str(error) or type(error).__name__) from error
    return connection


def claim() -> Letter | None:
    """The letter that is to go next, for this worker alone; None where nothing is due."""
    while letter := next_due():
        until = now() + Letter.LEASE
        # One statement: of two workers the second finds the letter not due any more.
        if Letter.objects.due().order_by().filter(pk=letter.pk).update(leased_until=until):
            letter.leased_until = until
            return letter
    return None


def next_due() -> Letter | None:
    """A sign-in code, for which somebody waits at a screen; else what has waited longest."""
    due = Letter.objects.due().select_related("training")
    return due.filter(kind=LetterKind.CODE).first() or due.first()


def send(letter: Letter, connection) -> bool:
    """Hand a claimed letter over and write down how that went. Returns whether it was taken.

    Raises Unreachable where the connection broke; the letter then waits a minute behind others.
    """
    try:
        hand_over(letter, connection)
    except Refused as refusal:
        put_back(letter, refusal)
        return False
    except Unreachable as error:
        ours(letter).update(
            leased_until=None, next_try_at=now() + FIRST_PAUSE, error=str(error)[:2000]
        )
        raise
    Letter.objects.filter(pk=letter.pk).update(
        state=LetterState.SENT, sent_at=now(), tries=F("tries") + 1, leased_until=None, error=""
    )
    return True


def hand_over(letter: Letter, connection) -> None:
    """Give `letter` to the mail server. Raises Refused or Unreachable."""
    try:
        taken = connection.send_messages([message(letter, connection)])
    except smtplib.SMTPRecipientsRefused as error:
        raise refusal(*next(iter(error.recipients.values())), of_recipient=True) from error
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        raise refusal(error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPNotSupportedError, ValueError) as error:  # this letter can't be sent so
        raise Refused(str(error)) from error
    except OSError as error:
        raise Unreachable(str(error) or type(error).__name__) from error
    if not taken:
        raise Refused("There is no address to send it to.", for_good=True)


def refusal(code: int, said: bytes | str, *, of_recipient: bool = False) -> Refused | Unreachable:
    """What an answer of the mail server means for the letter."""
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    if code == BUSY:
        return Unreachable(f"{code} {words}")
    return Refused(f"{code} {words}", for_good=of_recipient and code >= 500)


def message(letter: Letter, connection) -> EmailMultiAlternatives:
    """The message that is sent: plain text, HTML, and the calendar file if there is one.

    No List-Unsubscribe: each letter is about a training that its reader registered for, also the
    one an organizer writes to a group: nobody is on a list, and whoever cancels is out of those
    who come. No tracking.
    """
    contact = letter.training.contact if letter.training else ""
    built = EmailMultiAlternatives(
        subject=letter.subject,
        body=wrapped(letter.text),
        from_email=settings.MAIL_FROM,
        to=[letter.to],
        reply_to=[contact] if contact else None,
        headers={
            "Message-ID": letter.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.language,
        },
        connection=connection,
    )
    if letter.html:
        built.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        built.attach("training.ics", letter.calendar, "text/calendar")
    return built


def wrapped(text: str) -> str:
    """`text` in lines of at most WIDTH signs; addresses stay whole, lists stay indented."""
    lines = []
    for line in text.split("\n"):
        indent = "  " if line.startswith(("- ", "* ")) else ""
        broken = textwrap.wrap(
            line,
            WIDTH,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += broken or [""]
    return "\n".join(lines) + "\n"


def put_back(letter: Letter, refused: Refused) -> None:
    """Let a refused letter wait for its next try, longer each time, or give it up."""
    tries = letter.tries + 1
    given_up = refused.for_good or tries >= TRIES
    ours(letter).update(
        tries=tries,
        state=LetterState.GIVEN_UP if given_up else LetterState.WAITING,
        next_try_at=now() + pause_after(tries),
        leased_until=None,
        error=refused.said[:2000],
    )


def pause_after(tries: int) -> timedelta:
    """How long a letter waits after so many tries, from 1."""
    return min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)


def ours(letter: Letter) -> QuerySet[Letter]:
    """The row of a claimed letter, unless another worker has it since."""
    return Letter.objects.filter(pk=letter.pk, leased_until=letter.leased_until)


def send_again(letter: Letter) -> bool:
    """Let a letter that failed begin anew, at once. Returns whether it was one."""
    stuck = Letter.objects.stuck().filter(pk=letter.pk)
    return bool(stuck.update(state=LetterState.WAITING, tries=0, next_try_at=now()))
