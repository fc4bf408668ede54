"""Changes of the record made at the desk, written into the trail by django-auditlog itself.

Only what an account of staff changes within a request is written: loading records, the worker and
the public pages cost no query for it. Whatever is about volunteers writes to the trail by
`audit.record` instead, where it happens.
"""

from contextvars import ContextVar

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from auditlog.signals import pre_log
from django.apps import apps
from django.db.models.signals import pre_save
from django.http import HttpRequest

# What volunteers' registering adds to a training.
ABOUT_TRAININGS = (
    "AttendanceRule",
    "Call",
    "CertificateDesign",
    "ConsentText",
    "LetterWording",
    "Option",
    "Question",
    "Quota",
    "Signatory",
    "TrainingCost",
)
# Saved every few seconds while someone writes; what comes of it is watched in the text's rows.
PASSING = ("OpenText", "TextDraft")
# Columns that follow from others.
FOLLOWING = ("id", "search_key", "sort_date", "changed_at")

asked: ContextVar[HttpRequest | None] = ContextVar("asked", default=None)


def remember_who(get_response):
    """Middleware: who asks is known to the trail until the answer is made."""

    def middleware(request):
        token = asked.set(request)
        try:
            return get_response(request)
        finally:
            asked.reset(token)

    return middleware


def who():
    """The account of staff that asks for something now, if one does."""
    request = asked.get()
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated and user.is_staff else None


def is_of_the_desk(**told) -> bool:
    """Whether a change is to be written at all; django-auditlog leaves it out for False."""
    return who() is not None


def sign(instance: LogEntry, **told) -> None:
    """Put who it was into an entry that django-auditlog makes."""
    user = who()
    if instance.pk is None and instance.actor_id is None and user is not None:
        instance.actor, instance.actor_email = user, user.email


def watch() -> None:
    """Begin to watch, once all models are known."""
    about = [apps.get_model("volunteers", name) for name in ABOUT_TRAININGS]
    record = apps.get_app_config("trainings").get_models()
    for model in (*(one for one in record if one.__name__ not in PASSING), *about):
        columns = [one.name for one in model._meta.concrete_fields if one.name not in FOLLOWING]
        auditlog.register(model, include_fields=columns)
    pre_log.connect(is_of_the_desk, dispatch_uid="volunteers.watching")
    pre_save.connect(sign, sender=LogEntry, dispatch_uid="volunteers.watching")
