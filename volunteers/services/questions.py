"""What a training asks: the options of a question, and taking over another training's questions."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from trainings import wording
from trainings.labels import Label
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.models import Option, Question


def paired(options: Sequence[Option], labels: Sequence[Label]) -> list[Option | None]:
    """For each of `labels` the saved option that it means, or None for a new one.

    An option is known again by its words in any language. Where as many stand there as before,
    the others are known by their place: then someone mended a word.
    """
    left = list(options)
    found: list[Option | None] = []
    for label in labels:
        same = next((one for one in left if says_the_same(one.label, label)), None)
        if same:
            left.remove(same)
        found.append(same)
    if len(labels) == len(options):
        found = [option or left.pop(0) for option in found]
    return found


def says_the_same(one: Label, other: Label) -> bool:
    return any(one.data.get(code) == other.data[code] for code in other.languages())


@transaction.atomic
def set_options(question: Question, labels: Sequence[Label]) -> None:
    """Make the options of `question` those of `labels`, in their order.

    Raises NotAllowed where one would go that someone has chosen.
    """
    options = list(question.options.all())
    pairs = paired(options, labels)
    refuse_chosen([one for one in options if one not in pairs])
    question.options.exclude(pk__in=[one.pk for one in pairs if one]).delete()
    for order, (known, label) in enumerate(zip(pairs, labels, strict=True)):
        option = known or Option(question=question)
        option.label, option.order = label, order
        option.save()


def refuse_chosen(options: Sequence[Option]) -> None:
    """Raise NotAllowed where someone has chosen one of `options`, naming them."""
    chosen = Option.objects.filter(pk__in=[one.pk for one in options], answers__isnull=False)
    names = [_("“%(words)s”") % {"words": option} for option in chosen.distinct()]
    if names:
        raise NotAllowed(
            _("Someone has chosen %(options)s already. Leave it, or only mend its words.")
            % {"options": wording.list_of(names)}
        )


@transaction.atomic
def copy_questions(source: Training, *, to: Training) -> list[Question]:
    """Copy the questions of `source` with their options behind those of `to`; never an answer.

    A question that `to` asks already, in the same words, is left out. Returns the new ones.
    """
    asked = {repr(question.label.data) for question in to.questions.all()}
    last = to.questions.aggregate(last=Max("order"))["last"]
    order = -1 if last is None else last
    copies = []
    for question in source.questions.with_options():
        if repr(question.label.data) in asked:
            continue
        order += 1
        copies.append(copy_of(question, to, order))
    return copies


def copy_of(question: Question, training: Training, order: int) -> Question:
    """The same question for `training`, saved, with its options."""
    copy = Question.objects.create(
        training=training,
        kind=question.kind,
        label=question.label,
        help=question.help,
        required=question.required,
        only_categories=question.only_categories,
        order=order,
    )
    copy.only_countries.set(question.only_countries.all())
    Option.objects.bulk_create(
        Option(question=copy, label=one.label, order=one.order) for one in question.options.all()
    )
    return copy
