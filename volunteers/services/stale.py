"""Texts of a repeated training that still say a day or a year of the earlier one."""

import datetime as dt
import re
from collections.abc import Iterator

from django.contrib.admin.utils import label_for_field
from django.db.models import Model
from django.utils.text import capfirst

from trainings import wording
from trainings.labels import Label
from trainings.models import Training
from volunteers.models import Call

OF_TRAININGS = ("summary", "description", "practical", "audience")
OF_CALLS = ("cost", "next_steps")


def texts_of(training: Training) -> Iterator[tuple[str, str, str]]:
    """What a training says itself and to those who register: name of the text, language, text."""
    labels: list[tuple[Model, str]] = [(training, name) for name in OF_TRAININGS]
    for call in Call.objects.filter(training=training):
        labels += [(call, name) for name in OF_CALLS]
    for row, name in labels:
        words = capfirst(str(label_for_field(name, type(row))))
        yield from ((words, *one) for one in said(getattr(row, name)))
    for question in training.questions.all():
        for label in (question.label, question.help):
            yield from ((str(question), *one) for one in said(label))
    for letter in training.letter_wordings.all():
        yield letter.get_kind_display(), letter.language, f"{letter.subject} {letter.body}"


def said(label: Label) -> list[tuple[str, str]]:
    """The languages and texts of a label."""
    return [(code, label.data[code]) for code in label.languages()]


def dated_as(source: Training, training: Training) -> list[str]:
    """The names of the texts of `training` in which a day or a year of `source` stands."""
    own = training.every_day or [day for day in (training.first_day,) if day]
    days = set(source.every_day or [day for day in (source.first_day,) if day]) - set(own)
    years = {day.year for day in days} - {day.year for day in own}
    stale = (
        name
        for name, language, text in texts_of(training)
        if holds(text, forms_of(days, language) | {str(year) for year in years})
    )
    return list(dict.fromkeys(stale))


def forms_of(days: set[dt.date], language: str) -> set[str]:
    """How days are written in a text: “2 March”, 2027-03-02 and 02.03.2027."""
    forms = {wording.day_month(day.month, day.day, language=language) for day in days}
    return forms | {form for day in days for form in (day.isoformat(), f"{day:%d.%m.%Y}")}


def holds(text: str, forms: set[str]) -> bool:
    """Whether `text` holds one of `forms` that is not a part of a longer number."""
    found = (re.search(rf"(?<!\d){re.escape(form)}(?!\d)", text, re.IGNORECASE) for form in forms)
    return any(found)
