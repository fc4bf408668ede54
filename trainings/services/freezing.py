"""The counted numbers of a text: as they are now, frozen when it is published, corrected later."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Block, BlockFigures, ReportText, Training
from trainings.services.history import locked, logged
from trainings.services.refusal import NotAllowed
from trainings.zones import clock_of
from volunteers.public_figures import PublicFigures, Row, figures_in, figures_of
from volunteers.roles import World

MOST_LETTERS = 299  # and a full stop
# Counting anew for every text whenever the desk is opened would keep everyone waiting.
SOON = 300  # seconds


@dataclass(frozen=True)
class Compared:
    """The same counted twice."""

    then: PublicFigures
    now: PublicFigures

    @property
    def is_other(self) -> bool:
        return (self.then.total, self.then.rows) != (self.now.total, self.now.rows)

    @property
    def lines(self) -> list[tuple[str, Row, Row]]:
        """Each answer with its row then and now; where it is in one of them only, with nobody in
        the other."""
        then, now = ({row.key: row for row in one.rows} for one in (self.then, self.now))
        names = {
            row.key: figures.label(row) for figures in (self.then, self.now) for row in figures.rows
        }
        nobody = {key: Row(key, 0) for key in names}
        return [(name, (nobody | then)[key], (nobody | now)[key]) for key, name in names.items()]

    @property
    def told(self) -> list[tuple[str, int | None]]:
        """What readers are told of the numbers before: each that is another now, with its name.

        Where answers may be hidden only the total: two tables of nearly the same people would
        tell who came between them.
        """
        counts: list[tuple[str, int | None, int | None]] = []
        if not self.then.is_protected:
            counts = [(name, then.count, now.count) for name, then, now in self.lines]
        counts.insert(0, (_("in all"), self.then.total, self.now.total))
        return [(name, then) for name, then, now in counts if then != now]


@dataclass(frozen=True)
class Correction:
    """That numbers were corrected: when, why, and what they were before."""

    day: dt.date
    why: str
    before: list[tuple[str, int | None]]


@dataclass(frozen=True)
class Shown:
    """The numbers of a block; those that are not frozen are of this moment."""

    figures: PublicFigures
    is_frozen: bool
    corrections: list[Correction]


@dataclass(frozen=True)
class Drift:
    """A block that shows other numbers than those of now."""

    block: Block
    compared: Compared


def shown(block: Block, trainings: Iterable[Training], *, preview: bool) -> Shown | None:
    """The numbers of a counted block: those frozen, or in a preview without any the live ones.

    None where the public sees nothing yet, as before the first of `trainings` is public.
    """
    kept, public = block.kept, [one for one in trainings if one.is_published]
    if kept and public:
        return Shown(figures_in(kept[-1].numbers), True, corrections(kept))
    return Shown(live(block, public), False, []) if preview and public else None


def may_read(block: Block, text: ReportText, world: World) -> bool:
    """Whether who sees the people of `world` may read the counted numbers of a block of `text`.

    They are of all countries: who does not see everyone reads what the public reads, which is
    what a published text has frozen.
    """
    return world.is_whole or (text.is_published and bool(block.kept))


def live(block: Block, trainings: Iterable[Training]) -> PublicFigures:
    """What `block` would show of `trainings` if it were published now."""
    return figures_of(trainings, block.source, block.breakdown)


def corrections(kept: list[BlockFigures]) -> list[Correction]:
    """Each that came after the first, the newest first."""
    return [
        Correction(
            localdate(after.as_of, clock_of(settings.TIME_ZONE)),
            after.why,
            Compared(figures_in(before.numbers), figures_in(after.numbers)).told,
        )
        for before, after in pairwise(kept)
    ][::-1]


def counted_blocks(text: ReportText) -> list[Block]:
    return [block for block in text.blocks.prefetch_related("frozen") if block.is_computed]


def trainings_of(text: ReportText) -> list[Training]:
    """The public trainings of a text: of a draft not even a number is told."""
    return list(Training.objects.published().filter(report_links__report=text.report_id))


def freeze(text: ReportText, *, by) -> None:
    """Keep the numbers of each counted block of `text` that has none kept yet."""
    trainings = trainings_of(text)
    for block in counted_blocks(text):
        if trainings and not block.kept:
            keep(block, live(block, trainings), by)


def keep(block: Block, figures: PublicFigures, by, why: str = "") -> BlockFigures:
    return BlockFigures.objects.create(
        block=block, as_of=figures.as_of, numbers=figures.as_json(), by=by, why=why
    )


def drifts(text: ReportText) -> list[Drift]:
    """The blocks of a text whose frozen numbers are no longer those of now."""
    trainings = trainings_of(text)
    found = [drift(block, trainings) for block in counted_blocks(text) if block.kept]
    return [one for one in found if one.compared.is_other]


def has_drifted(text: ReportText) -> bool:
    """Whether `drifts` are there, as it was within the last minutes: for lists of many texts."""
    newest = BlockFigures.objects.filter(block__text=text).aggregate(newest=Max("pk"))["newest"]
    name = f"drift:{text.pk}:{text.revision}:{newest}"
    return bool(cache.get_or_set(name, lambda: bool(drifts(text)), SOON))


def drift(block: Block, trainings: list[Training]) -> Drift:
    return Drift(block, Compared(figures_in(block.kept[-1].numbers), live(block, trainings)))


@transaction.atomic
def correct(block: Block, *, why: str, by) -> BlockFigures:
    """Show the numbers of now in a block that was published; the page says since when, and why.

    Raises NotAllowed without a reason, and where nothing was frozen or nothing has changed.
    """
    text = locked(block.text)
    why = reason_in(why)
    if not block.kept:
        raise NotAllowed(_("These figures were never published, so there is nothing to correct."))
    found = drift(block, trainings_of(text)).compared
    if not found.is_other:
        raise NotAllowed(_("These figures are still those of the record. Nothing was changed."))
    kept = keep(block, found.now, by, why)
    logged(text, by, _("Figures corrected: %(why)s") % {"why": why})
    return kept


def reason_in(words: str) -> str:
    """The reason of a correction as one sentence. Raises NotAllowed for none, or one too long."""
    why = " ".join(words.split())
    if not why:
        raise NotAllowed(_("Write why the numbers are corrected: readers see it beside them."))
    if len(why) > MOST_LETTERS:
        said = _("Say why in at most %(most)s letters; these are %(letters)s.")
        told = {"most": wording.number(MOST_LETTERS), "letters": wording.number(len(why))}
        raise NotAllowed(said % told)
    # The page goes on behind it with what stood there earlier.
    return why if why.endswith((".", "!", "?", "…")) else f"{why}."
