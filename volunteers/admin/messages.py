"""Writing to the people of a training: the messages there are, writing one, and sending it."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.fields import is_key
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.admin.deciding import training_for
from volunteers.admin.framed import allow_style_of
from volunteers.admin.message_draft import Draft, reach_of
from volunteers.admin.message_forms import WhenForm
from volunteers.letters import words
from volunteers.mail import mail_notices
from volunteers.models import LetterKind, Message, Registration
from volunteers.services import outbox
from volunteers.writing import drafts, sending
from volunteers.writing.groups import Group
from volunteers.writing.texts import letter_for, texts_of

# What the form of a draft leads to, beside staying there.
AFTER = {"look": "admin:volunteers_message_preview", "send": "admin:volunteers_message_send"}
LISTED = 100


def found(request: HttpRequest, pk: int, message: int | None) -> tuple[Training, Message | None]:
    """The training, and the message of it that the account may see; None for a new one."""
    training = training_for(request, pk, "send_message")
    if not request.user.has_perm("volunteers.view_registration"):
        raise PermissionDenied
    if message is None:
        return training, None
    rows = Message.objects.visible_to(request.user).filter(training=training)
    row = get_object_or_404(rows.select_related("author").prefetch_related("texts"), pk=message)
    row.training = training
    return training, row


def messages_page(request: HttpRequest, site, pk: int) -> HttpResponse:
    """The messages of a training, the newest first, with how far each is."""
    training, _none = found(request, pk, None)
    rows = Message.objects.visible_to(request.user).filter(training=training)
    listed = (
        rows.select_related("author", "training").prefetch_related("texts").with_numbers()[:LISTED]
    )
    return shown(request, site, "messages", training, _("Letters to a group"), rows=listed)


def message_page(request: HttpRequest, site, pk: int, message: int | None = None) -> HttpResponse:
    """A draft to write on, or how far a message is that goes out or went out."""
    training, row = found(request, pk, message)
    if row and not row.is_draft:
        return progress(request, site, row)
    draft = Draft(training, row, request.user, request.POST)
    if draft.is_whole:
        try:
            kept = draft.save()
            messages.success(request, _("Saved. Nothing is sent yet."))
            return redirect(AFTER.get(draft.verb, "admin:volunteers_message"), pk, kept.pk)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
    allowed = words.ALLOWED[LetterKind.MESSAGE]
    placeholders = [(f"{{{name}}}", words.MEANINGS[name]) for name in allowed]
    context = {"row": row, "draft": draft, "placeholders": placeholders}
    title = str(row) if row else _("Write to a group")
    return shown(request, site, "message_write", training, title, **context)


def progress(request: HttpRequest, site, row: Message) -> HttpResponse:
    """How far a message is; while it goes out the page looks again by itself."""
    numbers = Message.objects.with_numbers().get(pk=row.pk)
    done = numbers.sent + numbers.given_up
    context = {
        "row": row,
        "asked": Group.from_column(row.group).in_words(),
        "mail_notices": mail_notices(request.user),
        "numbers": numbers,
        "done": done,
        "waiting": numbers.waiting + (numbers.left if row.is_going_out else 0),
        "erased": numbers.total - done - numbers.waiting - numbers.left,
    }
    return shown(request, site, "message", row.training, str(row), **context)


@dataclass(frozen=True)
class Reader:
    """One of the `total` people whom a message would reach, the `number`-th."""

    person: Registration
    number: int
    total: int


def reader_asked(request: HttpRequest, row: Message) -> Reader | None:
    """The reader whose number the address or the form says; None where there is nobody."""
    people = sending.people_of(row).select_related("volunteer__user", "country")
    total = people.count()
    if not total or not row.texts.all():
        return None
    asked = request.POST.get("n") or request.GET.get("n", "")
    number = min(max(int(asked), 1), total) if is_key(asked) else 1
    person = people[number - 1]
    person.training = row.training  # read once
    return Reader(person, number, total)


def preview(request: HttpRequest, site, pk: int, message: int) -> HttpResponse:
    """What one of its readers reads, the next one and the one before."""
    training, row = found(request, pk, message)
    reader = reader_asked(request, row)
    if reader is None:
        messages.warning(request, _("Nobody is in this group. Choose another one."))
        return redirect("admin:volunteers_message", pk, row.pk)
    letter = letter_for(reader.person, texts_of(row))
    context = {"row": row, "reader": reader, "person": reader.person, "letter": letter}
    title = _("How it will be read")
    response = shown(request, site, "message_preview", training, title, **context)
    return allow_style_of(letter["html"], response)


def try_on(request: HttpRequest, site, pk: int, message: int) -> HttpResponse:
    """Send the letter of one reader to the account that asks, marked as a test."""
    _training, row = found(request, pk, message)
    reader = reader_asked(request, row)
    if request.method != "POST" or reader is None:
        return redirect("admin:volunteers_message", pk, row.pk)
    letter = drafts.try_on(row, by=request.user, like=reader.person)
    messages.success(request, where_the_test_is(letter.to))
    address = reverse("admin:volunteers_message_preview", args=[pk, row.pk])
    return redirect(f"{address}?n={reader.number}")


def where_the_test_is(address: str) -> str:
    """Where the test letter to `address` can be read: a demo without mail keeps it."""
    if settings.DEMO and not outbox.is_configured():
        said = _('This demo sends no mail. <a href="{}">Read the test among its letters</a>.')
        return format_html(said, reverse("demo_letters"))
    if not outbox.is_configured():
        said = _("The test to %(address)s waits: mail is not set up.")
        return said % {"address": address}
    return _("A test is on its way to %(address)s, and to nobody else.") % {"address": address}


def send(request: HttpRequest, site, pk: int, message: int) -> HttpResponse:
    """The last look before it goes: to how many, in which languages, now or later."""
    training, row = found(request, pk, message)
    if not row.is_draft:
        return redirect("admin:volunteers_message", pk, row.pk)
    later = request.POST.get("verb") == "schedule"
    when = WhenForm(request.POST if later else None)
    if request.method == "POST" and (not later or when.is_valid()):
        try:
            act(request, row, when)
            return redirect("admin:volunteers_message", pk, row.pk)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
    reach = reach_of(sending.people_of(row), list(texts_of(row)))
    zone = wording.zone_label(settings.TIME_ZONE, now())
    context = {
        "row": row,
        "asked": Group.from_column(row.group).in_words(),
        "when": when,
        "reach": reach,
        "zone": zone,
    }
    return shown(request, site, "message_send", training, _("Before it goes out"), **context)


def act(request: HttpRequest, row: Message, when: WhenForm) -> None:
    """Send it, or let it wait for its moment. Raises NotAllowed."""
    if when.is_bound:
        sending.schedule(row, by=request.user, at=when.cleaned_data["send_at"])
        messages.success(request, _("Scheduled. Until then you can take it back."))
        return
    expected = request.POST.get("expected", "")
    number = int(expected) if is_key(expected) else 0
    sending.send(row, by=request.user, expected=number)
    said = ngettext(
        "It goes out to %(count)s person. This page says how far it is.",
        "It goes out to %(count)s people. This page says how far it is.",
        number,
    )
    messages.success(request, said % {"count": wording.number(number)})


def halt(request: HttpRequest, site, pk: int, message: int) -> HttpResponse:
    """Stop it while it goes out, take it back before, or throw the draft away."""
    _training, row = found(request, pk, message)
    if request.method != "POST":
        return redirect("admin:volunteers_message", pk, row.pk)
    try:
        match request.POST.get("verb"):
            case "stop":
                sending.stop(row, by=request.user)
            case "unschedule":
                sending.unschedule(row)
                messages.success(request, _("Taken back. It is a draft again."))
            case "delete":
                drafts.throw_away(row)
                messages.success(request, _("The draft is deleted."))
                return redirect("admin:volunteers_messages", pk)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
    return redirect("admin:volunteers_message", pk, row.pk)


def shown(request, site, template: str, training: Training, title: str, **context) -> HttpResponse:
    """A page about messages, with what each of them needs."""
    whole = {**site.each_context(request), "title": title, "training": training, **context}
    return render(request, f"admin/volunteers/{template}.html", whole)
