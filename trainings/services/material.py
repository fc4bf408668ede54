"""What someone writes or uploads while writing a text, put into the record of the training."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from trainings import wording
from trainings.labels import Label
from trainings.models import (
    Appearance,
    Approval,
    Consent,
    Person,
    Photo,
    Quote,
    ReportText,
    Role,
    Training,
)
from trainings.services.changing import note_change
from trainings.services.history import locked
from trainings.services.refusal import NotAllowed


@dataclass(frozen=True)
class Speaker:
    """Who said something: a known `person`, or one to be added by `name`, as printed this time."""

    person: Person | None = None
    name: str = ""
    title: str = ""
    organisation: str = ""


@transaction.atomic
def add_quote(
    training: Training,
    words: str,
    *,
    speaker: Speaker,
    attribution: str = "",
    approval: str = Approval.NOT_ASKED,
    language: str = "en",
) -> Quote:
    """Put what someone said into the record of `training`.

    `attribution` says in words who it was where `speaker` names nobody. Raises NotAllowed with
    what has to be filled in. A person who stands in the training already stays there once.
    """
    if not words.strip():
        raise NotAllowed(_("Type what was said, then add the quote."))
    if not (speaker.person or speaker.name.strip() or attribution.strip()):
        raise NotAllowed(_("Say who said it: find the person, add a name, or say it in words."))
    named = appearance_of(training, speaker)
    quote = Quote(
        training=training,
        words=words.strip(),
        appearance=named,
        attribution=Label({}) if named else label(attribution, language),
        approval=approval if approval in Approval.values else Approval.NOT_ASKED,
        language=language,
        order=next_order(training.quotes),
    )
    return kept(quote, training)


@transaction.atomic
def add_photo(
    training: Training,
    image,
    *,
    caption: str = "",
    alt: str = "",
    credit: str = "",
    consent: str = Consent.UNKNOWN,
    language: str = "en",
) -> Photo:
    """Put an uploaded picture into the record of `training`. Raises NotAllowed for no picture."""
    if not image:
        raise NotAllowed(_("Choose the picture first, then add the photograph."))
    photo = Photo(
        training=training,
        image=image,
        caption=label(caption, language),
        alt=label(alt, language),
        credit=credit.strip(),
        consent=consent if consent in Consent.values else Consent.UNKNOWN,
        order=next_order(training.photos),
    )
    return kept(photo, training)


@transaction.atomic
def describe(photo: Photo, words: str, *, language: str, is_decorative: bool) -> Photo:
    """Say in `language` what a photograph shows, or that it only decorates."""
    photo = locked(photo)
    said = {**photo.alt.data} if photo.alt.is_mapping else {}
    photo.alt, photo.is_decorative = Label(said | label(words, language).data), is_decorative
    return kept(photo, photo.training)


def appearance_of(training: Training, speaker: Speaker) -> Appearance | None:
    """The person as she or he stands in `training`, added where need be; None for nobody."""
    person = speaker.person
    if person is None and speaker.name.strip():
        person = kept(Person(name=speaker.name.strip()))
    if person is None:
        return None
    given = {
        "title": speaker.title.strip(),
        "organisation_as_printed": speaker.organisation.strip(),
    }
    said = {name: value for name, value in given.items() if value}
    found = training.appearances.filter(person=person, **said).order_by("order", "pk").first()
    order = next_order(training.appearances)
    made = Appearance(training=training, person=person, order=order, **given)
    made.roles = [Role.QUOTED]  # type: ignore[assignment]
    return found or kept(made, training)


def label(words: str, language: str) -> Label:
    """A label of `words`, written in `language`."""
    return Label({wording.fallback_chain(language)[0]: words.strip()} if words.strip() else {})


def next_order(rows) -> int:
    last = rows.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def kept(row, training: Training | None = None):
    """`row`, checked and saved. Raises NotAllowed with what is wrong with it."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise NotAllowed(" ".join(error.messages)) from error
    row.save()
    if training is not None:
        note_change(training)
    return row


def training_for(text: ReportText, asked: str) -> Training:
    """The training of the report that `asked`, a key, names, or its first one."""
    trainings = [link.training for link in text.report.training_links.select_related("training")]
    if not trainings:
        raise NotAllowed(_("Say on the page of the report which training it is about."))
    return next((one for one in trainings if str(one.pk) == asked), trainings[0])
