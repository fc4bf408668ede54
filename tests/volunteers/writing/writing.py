"""Writing messages in tests: by the services, and by the pages as somebody types them."""

from django.conf import settings

from volunteers.letters.filling import Words
from volunteers.models import Letter, LetterState, Message
from volunteers.writing import drafts, sending
from volunteers.writing.groups import Group

ENGLISH = {"en": Words("About {training}", "Hello {name}, bring a cup.")}


def make_message(training, author, *, texts=None, **asked) -> Message:
    """A draft of `author`; what else is given narrows whom it is for."""
    group = Group(**asked)
    return drafts.keep(None, training=training, by=author, group=group, texts=texts or ENGLISH)


def going(training, author, **asked) -> Message:
    """The same, on its way to everyone in its group."""
    message = make_message(training, author, **asked)
    number = sending.people_of(message).count()
    return sending.send(message, by=author, expected=number)


def fresh(message) -> Message:
    return Message.objects.get(pk=message.pk)


def names(message) -> list[str]:
    """Whom it would reach."""
    return [one.name for one in sending.people_of(message)]


def written_to(message) -> list[str]:
    """The addresses of its letters, in the order they were written."""
    letters = Letter.objects.filter(recipient__message=message).order_by("pk")
    return [letter.to.partition("@")[0] for letter in letters]


def hand_over(number: int) -> None:
    """As if the mail server took the oldest `number` letters."""
    oldest = Letter.objects.due()[:number]
    keys = [letter.pk for letter in oldest]
    Letter.objects.filter(pk__in=keys).update(state=LetterState.SENT)


def address(training, *parts) -> str:
    """A page about messages, such as `address(training, 5, "send")`."""
    path = "/".join(["write", *map(str, parts)])
    return f"/admin/trainings/training/{training.pk}/{path}/"


def typed(verb="save", *, states=("approved",), **values) -> dict:
    """The form of a draft as it is sent in; texts are `subject_en="…"` and the like."""
    codes = [code for code, _name in settings.LANGUAGES]
    empty = {f"{name}_{code}": "" for name in ("subject", "body") for code in codes}
    return {"states": list(states), "step": "", "option": "", **empty, "verb": verb, **values}
