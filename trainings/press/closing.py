"""What stands at the end of every file: where it comes from, and how it may be used."""

from django.utils.translation import gettext as _

from trainings import wording
from trainings.press.kit import Kit
from trainings.press.pieces import Entry
from trainings.story import Story


def byline(kit: Kit) -> str:
    """Who wrote it, for whom and when, as far as that is known."""
    report = kit.report
    date = wording.date(report.date) or report.dateline_wording
    return " · ".join(filter(None, (kit.text.byline, report.source, date)))


def sources(kit: Kit) -> list[Entry]:
    """Source, further sources, licence, contact and the address of the report."""
    report = kit.report
    named = [(report.source, report.source_url)] if report.source or report.source_url else []
    named += [(source.name, source.url) for source in report.sources.all()]
    found = [Entry(_("Source:"), name, url) for name, url in named]
    if report.licence:
        found.append(Entry(_("Licence:"), report.licence))
    found += [Entry(_("Contact:"), address) for address in contacts_of(kit.story)]
    return [*found, Entry(_("Address:"), kit.address, kit.address)]


def contacts_of(story: Story) -> list[str]:
    """The mail addresses of the trainings, each once."""
    found = (training.contact for training in story.trainings)
    return list(dict.fromkeys(filter(None, found)))


def credit_of(photo) -> str:
    """`Photograph: A. Person · The Paper · 1 May 2024`, or that nobody is named."""
    credit = f"{_('Photograph:')} {photo.credit}" if photo.credit else _("Credit not stated")
    return " · ".join(filter(None, (credit, photo.source, wording.date(photo.taken_on))))
