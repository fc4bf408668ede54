"""Writing to the people of a training: the messages there are, writing one, and sending it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.fields import is_key
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.admin.deciding import training_for
from volunteers.admin.framed import allow_style_of
from volunteers.admin.message_forms import GroupForm, TextsForm, WhenForm
from volunteers.letters import words
from volunteers.mail import mail_notices
from volunteers.models import LetterKind, Message, State
from volunteers.writing import drafts, sending
from volunteers.writing.groups import Group
from volunteers.writing.texts import letter_for, readings, texts_of

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
    author = (row and row.author) or request.user
    group = row.group if row else {"states": [State.APPROVED]}
    texts = texts_of(row) if row else {}
    typed = request.POST or None
    whom = GroupForm(typed, training=training, author=author, initial=group)
    what = TextsForm(typed, initial=TextsForm.initial_of(texts))
    verb = request.POST.get("verb", "")
    both = whom.is_valid() and what.is_valid()
    if typed and verb == "count":
        # Whom it reaches may be asked before there is a text.
        what = TextsForm(initial=request.POST.dict())
    elif both and (kept := keep(request, training, row, whom, what)):
        return redirect(AFTER.get(verb, "admin:volunteers_message"), pk, kept.pk)
    asked = whom.group if whom.is_valid() else None if typed else Group.from_column(group)
    people = asked.people(training, author) if asked else None
    context = {
        "row": row,
        "whom": whom,
        "what": what,
        "wrong": verb != "count" and bool(whom.errors or what.errors),
        "reach": None if people is None else in_words(people, written_in(what)),
        "placeholders": [
            (f"{{{name}}}", words.MEANINGS[name]) for name in words.ALLOWED[LetterKind.MESSAGE]
        ],
    }
    title = str(row) if row else _("Write to a group")
    return shown(request, site, "message_write", training, title, **context)


def keep(request, training: Training, row: Message | None, whom, what) -> Message | None:
    """Write the draft down; None where somebody sent it meanwhile."""
    try:
        kept = drafts.keep(
            row, training=training, by=request.user, group=whom.group, texts=what.texts
        )
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return None
    messages.success(request, _("Saved. Nothing is sent yet."))
    return kept


def written_in(what: TextsForm) -> list[str]:
    """The languages that hold anything, as the form stands there."""
    return [part["code"] for part in what.languages if part["is_written"]]


def in_words(people, languages: list[str]) -> dict:
    """How many a group holds, and who of them reads which text."""
    counted = readings(people, languages)
    return {
        "count": sum(one.count for one in counted) if languages else people.count(),
        "readings": counted,
    }


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


def preview(request: HttpRequest, site, pk: int, message: int) -> HttpResponse:
    """What one of its readers reads, the next one and the one before."""
    training, row = found(request, pk, message)
    people = sending.people_of(row).select_related("volunteer__user", "country")
    total = people.count()
    if not total or not row.texts.all():
        messages.warning(request, _("Nobody is in this group. Choose another one."))
        return redirect("admin:volunteers_message", pk, row.pk)
    number = number_asked(request, total)
    person = people[number - 1]
    person.training = training
    letter = letter_for(person, texts_of(row))
    context = {"row": row, "person": person, "letter": letter, "number": number, "total": total}
    title = _("How it will be read")
    response = shown(request, site, "message_preview", training, title, **context)
    return allow_style_of(letter["html"], response)


def number_asked(request: HttpRequest, total: int) -> int:
    """Which of `total` people the address or the form asks for, from 1."""
    asked = request.POST.get("n") or request.GET.get("n", "")
    return min(max(int(asked), 1), total) if is_key(asked) else 1


def try_on(request: HttpRequest, site, pk: int, message: int) -> HttpResponse:
    """Send the letter of one reader to the account that asks, marked as a test."""
    _training, row = found(request, pk, message)
    people = sending.people_of(row).select_related("volunteer__user", "country")
    total = people.count()
    if request.method != "POST" or not total or not row.texts.all():
        return redirect("admin:volunteers_message", pk, row.pk)
    number = number_asked(request, total)
    person = people[number - 1]
    person.training = row.training
    letter = drafts.try_on(row, by=request.user, like=person)
    said = _("A test is on its way to %(address)s, and to nobody else.")
    messages.success(request, said % {"address": letter.to})
    answer = redirect("admin:volunteers_message_preview", pk, row.pk)
    answer["Location"] += f"?n={number}"
    return answer


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
    reach = in_words(sending.people_of(row), list(texts_of(row)))
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
