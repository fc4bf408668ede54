"""Bringing in a list: kept as a draft, looked at, and taken in by the worker, all or nothing.

A worker claims a list for `Intake.LEASE` and says after every few hundred lines how far it is. All
lines are written in one transaction at the end; letters follow it, some at a time, so that a worker
that is killed leaves either nothing of the list or a list whose other letters the next one writes.
"""

import datetime as dt
from functools import partial

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.services.refusal import NotAllowed
from volunteers import audit, letters
from volunteers.importing import kinds
from volunteers.importing.lines import Checked, Verdict
from volunteers.importing.tables import Table
from volunteers.models import Intake, IntakeKind, IntakeStage, StateGiven, User

KEPT = dt.timedelta(days=7)
TOLD_EVERY = 250
LETTERS_AT_ONCE = 50
OPEN = (IntakeStage.DRAFT, IntakeStage.REFUSED)


@transaction.atomic
def bring_in(intake: Intake, table: Table, *, by: User) -> Intake:
    """Keep a list that was read as a draft of `by`, its columns guessed."""
    intake.by = by
    intake.total = len(table.rows)
    intake.digest = table.digest
    intake.columns = {str(place): key for place, key in kinds.guess(intake, table).items()}
    intake.lines.save("list.json", ContentFile(table.as_json()), save=False)
    intake.save()
    return intake


def table_of(intake: Intake) -> Table | None:
    """The lines of a list; None where they are deleted."""
    if not intake.lines:
        return None
    with intake.lines.open() as file:
        return Table.of_json(file.read())


def ask(intake: Intake) -> None:
    """Let the worker take a draft in. Raises NotAllowed for one that is on its way already."""
    asked = Intake.objects.filter(pk=intake.pk, stage__in=OPEN)
    if not asked.update(stage=IntakeStage.WAITING, reached=0, refusal=""):
        raise NotAllowed(_("This list is on its way already. Look at what became of it."))


def run_due() -> int:
    """Take in what was asked for, one list after the other. Returns how many."""
    done = 0
    while intake := claim():
        run(intake)
        done += 1
    return done


def claim() -> Intake | None:
    """The next list, for this worker alone."""
    while intake := Intake.objects.due().select_related("training", "by").first():
        going_on = intake.stage == IntakeStage.LETTERS
        stage = IntakeStage.LETTERS if going_on else IntakeStage.RUNNING
        until = now() + Intake.LEASE
        due = Intake.objects.due().order_by().filter(pk=intake.pk)
        if due.update(stage=stage, leased_until=until):
            intake.stage = stage
            return intake
    return None


def run(intake: Intake) -> None:
    """Take in a claimed list, or refuse it as a whole with a sentence."""
    with translation.override(intake.language):
        try:
            if intake.stage == IntakeStage.RUNNING:
                take_in(intake)
            write_letters(intake)
        except NotAllowed as refusal:
            refuse(intake, str(refusal))
        except IntegrityError:  # someone of the list registered at the same moment
            refuse(intake, _("Something changed meanwhile. Check the list again, then take it in."))
        except Exception:
            refuse(intake, _("Something went wrong on our side. Nothing was taken in; try again."))
            raise


def take_in(intake: Intake) -> None:
    """Write all lines of the list, or none. Raises NotAllowed."""
    table, by = table_of(intake), intake.by
    if table is None or by is None or not by.is_active:
        raise NotAllowed(_("The lines of this list are gone. Bring it in again."))
    # Slow, and nobody has to wait for it; inside the transaction it is looked at once more.
    kinds.check(intake, table, by, tick=partial(tell, intake))
    with transaction.atomic():
        kinds.kind_of(intake).begin(intake)
        checked = kinds.check(intake, table, by)
        refuse_wrong(checked)
        intake.made = kinds.kind_of(intake).write(intake, checked, by)
        counted = checked.counted
        intake.created = counted[Verdict.NEW]
        intake.changed = counted[Verdict.CHANGED]
        intake.unchanged = counted[Verdict.UNCHANGED]
        intake.reached = intake.total
        intake.stage = IntakeStage.LETTERS
        intake.save()
        write_down(intake, by)


def write_down(intake: Intake, by: User) -> None:
    """Say in the trail who brought in how many; each registration has its own history besides."""
    audit.record(
        by,
        audit.Kind.ADDED,
        kinds.kind_of(intake).model,
        list=intake.pk,
        new=intake.created,
        changed=intake.changed,
    )


def refuse_wrong(checked: Checked) -> None:
    if checked.wrong:
        raise NotAllowed(
            _("Something changed meanwhile: line %(line)s has to be mended. Nothing was taken in.")
            % {"line": checked.wrong[0].number}
        )


def tell(intake: Intake, number: int) -> None:
    """Say in the database how far a list is, now and then."""
    if number % TOLD_EVERY == 0:
        until = now() + Intake.LEASE
        Intake.objects.filter(pk=intake.pk).update(reached=number, leased_until=until)


def write_letters(intake: Intake) -> None:
    """Queue the letters that are still to be written, then close the list."""
    while intake.writes_letters and intake.kind == IntakeKind.REGISTRATIONS:
        unwritten = intake.registrations.filter(letters__isnull=True)
        some = unwritten.select_related("volunteer__user", "training")[:LETTERS_AT_ONCE]
        with transaction.atomic():
            written = [write(intake, one) for one in some]
        Intake.objects.filter(pk=intake.pk).update(leased_until=now() + Intake.LEASE)
        if not any(written):
            break
    close(intake)


def write(intake: Intake, registration) -> object:
    approved = intake.state_given == StateGiven.APPROVED
    return letters.approved(registration) if approved else letters.received(registration)


def close(intake: Intake) -> None:
    """The list is in: its lines are deleted, its numbers stay."""
    name, storage = intake.lines.name, intake.lines.storage
    Intake.objects.filter(pk=intake.pk).update(
        stage=IntakeStage.DONE, finished_at=now(), lines="", leased_until=None
    )
    if name:
        storage.delete(name)


def refuse(intake: Intake, why: str) -> None:
    Intake.objects.filter(pk=intake.pk).update(
        stage=IntakeStage.REFUSED, refusal=why, finished_at=now(), leased_until=None
    )


def throw_away(intake: Intake) -> None:
    """Delete a list that was not taken in. Raises NotAllowed for one that is on its way."""
    with transaction.atomic():
        gone, _rows = Intake.objects.filter(pk=intake.pk, stage__in=OPEN).delete()
        if not gone:
            raise NotAllowed(_("This list is on its way already. Look at what became of it."))
        if name := intake.lines.name:
            transaction.on_commit(partial(intake.lines.storage.delete, name))


def purge() -> int:
    """Delete lists that were never taken in, with their lines, after a week. Returns how many."""
    late = Intake.objects.filter(stage__in=OPEN, created_at__lt=now() - KEPT)
    for intake in late:
        throw_away(intake)
    return len(late)
