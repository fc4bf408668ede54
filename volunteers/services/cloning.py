"""A new training made from an earlier one, with its call, quotas, questions and letters' words.

Never people's data: no registrations, letters, attendance, certificates or accounts.
"""

import datetime as dt

from django.db import models, transaction

from trainings.labels import Label
from trainings.models import Training
from trainings.services.cloning import clone_record, save_copy
from volunteers.models import AttendanceRule, Call, LetterWording, Option, Question, Quota
from volunteers.services.questions import copy_questions

TAKEN_RELATIONS = {"call", "quotas", "questions", "letter_wordings", "attendance_rule"}
LEFT_RELATIONS = {
    "registrations",
    "letters",
    "messages",
    "certificates",
    "issuings",
    "intakes",
    "helpers",
    # its words and signatures were meant for the earlier one, and are printed before anyone reads
    "certificate_design",
    # what was spent on the earlier one
    "donor_cost",
}
# What hangs on the parts that are taken over, and is left.
LEFT_OF_PARTS: dict[type[models.Model], set[str]] = {
    Call: set(),
    Quota: set(),
    Question: {"answers", "uploads"},
    Option: {"answers"},
    LetterWording: set(),
    AttendanceRule: set(),
}
TAKEN_OF_PARTS: dict[type[models.Model], set[str]] = {Question: {"options"}}


@transaction.atomic
def clone(source: Training, *, title: Label, first_day: dt.date, by, slug: str = "") -> Training:
    """A draft of a new training like `source`, beginning on `first_day`; `by` is who makes it.

    All or nothing. Raises NotAllowed where another training has the address `slug`.
    """
    training = clone_record(source, title=title, first_day=first_day, by=by, slug=slug)
    for call in Call.objects.filter(training=source):
        save_copy(call, training=training).countries.set(call.countries.all())
    for quota in source.quotas.all():
        save_copy(quota, training=training)
    copy_questions(source, to=training)
    for wording in source.letter_wordings.all():
        save_copy(wording, training=training)
    for rule in AttendanceRule.objects.filter(training=source):
        save_copy(rule, training=training)
    return training
