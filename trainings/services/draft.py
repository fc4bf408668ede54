"""A first report drafted from the record: made where there are no words yet, never over any."""

from django.db import transaction
from django.utils.translation import gettext as _

from trainings import drafting, wording
from trainings.drafting import Drafted, Piece
from trainings.fields import free_slug
from trainings.models import (
    Block,
    Lifecycle,
    Report,
    ReportText,
    ReportTraining,
    TextDraft,
    TextState,
    Training,
    pick,
)
from trainings.services.publish import locked, logged
from trainings.services.refusal import NotAllowed


@transaction.atomic
def draft(about: Training | Report, language: str, by, *, another: bool = False) -> ReportText:
    """Make or fill the text in `language` (a key of `drafting.LANGUAGES`) of a report.

    `about` is a report, or a training: then its report is taken, and made where it has none, or
    where `another` report beside it is asked for.
    Returns the text, a draft. Raises NotAllowed where there are words already, which stay as
    they are, and where there is nothing to report.
    """
    if language not in drafting.LANGUAGES:
        raise NotAllowed(_("A draft can be made in English and in Russian. Choose one of them."))
    # Pressed twice, the second waits here and finds the words of the first.
    about = locked(about)
    report: Report | None
    if isinstance(about, Report):
        report, trainings = about, trainings_of(about)
    else:
        report, trainings = None if another else report_of(about, language), [about]
    refuse_unheld(trainings)
    text = empty_text(report, language) if report else ReportText(language=language)
    drafted = drafting.compose(trainings, language)
    if report is None:
        report = new_report(drafted, trainings)
    text.report = report
    return logged(filled(text, drafted), by, _("Drafted from the record."))


def languages_to_draft(report: Report) -> list[str]:
    """The languages in which `report` could be drafted: those without words. Reads `texts`."""
    texts = {text.language: text for text in report.texts.all()}
    return [code for code in drafting.LANGUAGES if code not in texts or not has_words(texts[code])]


def report_of(training: Training, language: str) -> Report | None:
    """The report about this training alone that has no words in `language`, else any such."""
    alone = [
        report
        for report in training.reports.order_by("pk").prefetch_related("texts", "training_links")
        if len(report.training_links.all()) == 1
    ]
    free = [report for report in alone if language in languages_to_draft(report)]
    found = next(iter([*free, *alone]), None)
    return locked(found) if found else None


def trainings_of(report: Report) -> list[Training]:
    """The trainings a report is about, in its order; NotAllowed for none."""
    links = report.training_links.select_related("training")
    if not links:
        raise NotAllowed(_("Say which training the report is about, then draft it."))
    return [link.training for link in links]


def refuse_unheld(trainings: list[Training]) -> None:
    """Raise NotAllowed where a training was cancelled, or nobody said yet that it was held."""
    for training in trainings:
        if training.lifecycle == Lifecycle.CANCELLED:
            raise NotAllowed(
                _("“%(title)s” was cancelled, so there is nothing to report. Write it yourself.")
                % {"title": training.title}
            )
        if training.is_to_come and training.is_over:
            raise NotAllowed(
                _("The days of “%(title)s” have passed. Mark it as held, then draft its report.")
                % {"title": training.title}
            )


def empty_text(report: Report, language: str) -> ReportText:
    """The text of `report` in `language`, saved or not; NotAllowed where it has words."""
    text = report.texts.filter(language=language).first()
    if text is None:
        return ReportText(report=report, language=language)
    if has_words(text):
        raise NotAllowed(
            _("Nothing was drafted: “%(text)s” has words already, and they stay. Go on with them.")
            % {"text": f"{report} ({wording.language_name(language)})"}
        )
    return text


def has_words(text: ReportText) -> bool:
    """Whether anybody has written anything of `text`, or has it published or under review."""
    written = text.headline.strip() or text.lead.strip() or text.state != TextState.DRAFT
    return bool(written) or text.blocks.exists() or is_being_written(text)


def is_being_written(text: ReportText) -> bool:
    """Whether the editor keeps words for `text` that are not in it yet."""
    return any(TextDraft.objects.filter(text=text).values_list("content", flat=True))


def new_report(drafted: Drafted, trainings: list[Training]) -> Report:
    """A report about `trainings`. Where and when it was filed nobody has said yet."""
    report = Report.objects.create(slug=free_slug(Report.objects.all(), drafted.headline.text))
    ReportTraining.objects.bulk_create(
        ReportTraining(report=report, training=training, order=order)
        for order, training in enumerate(trainings)
    )
    return report


def filled(text: ReportText, drafted: Drafted) -> ReportText:
    """`text` with the words and blocks of a draft, saved."""
    text.headline, text.lead = drafted.headline.text, drafted.lead_text
    text.save()
    for order, piece in enumerate(drafted.pieces):
        origins = [*(drafted.first_origins if order == 0 else []), *piece.origins]
        make_block(text, piece, order, origins)
    return text


def make_block(text: ReportText, piece: Piece, order: int, origins: list[dict]) -> Block:
    block = Block.objects.create(
        text=text,
        kind=piece.kind,
        heading=piece.heading,
        body=piece.body,
        quote=piece.quote,
        role=piece.role,
        origins=origins,
        order=order,
    )
    pick(block, "facts", piece.facts)
    pick(block, "groups", piece.groups)
    return block


def foreign_languages(text: ReportText) -> list[str]:
    """The languages, in words, of what a draft holds that still has to be translated."""
    codes = [
        entry["language"]
        for block in text.blocks.all()
        for entry in block.origins
        if entry.get("language")
    ]
    return [wording.language_name(code) for code in dict.fromkeys(codes)]
