"""Bringing in a list as an organizer does: a file, a look, and the worker."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.desk.forms import page_of
from tests.volunteers.desk.deciding import words
from volunteers.models import Intake
from volunteers.services import intakes

ADD = "/admin/volunteers/intake/add/"


def csv_file(*lines: str, name="list.csv", encoding="utf-8") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(lines).encode(encoding))


def xlsx_file(*rows, name="list.xlsx") -> SimpleUploadedFile:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return uploaded(book, name)


def uploaded(book: Workbook, name="list.xlsx") -> SimpleUploadedFile:
    held = io.BytesIO()
    book.save(held)
    return SimpleUploadedFile(name, held.getvalue())


def send(client, file, kind="registrations", training=None, *, follow=True):
    """Choose the file; the response is the page shown then."""
    typed = {"kind": kind, "file": file, "training": training.pk if training else ""}
    return client.post(ADD, typed, follow=follow)


def draft(client, *lines, kind="registrations", training=None, file=None) -> Intake:
    """The draft that a CSV file of these lines becomes."""
    response = send(client, file or csv_file(*lines), kind, training, follow=False)
    assert response.status_code == 302, response.context["form"].errors
    return Intake.objects.latest("pk")


def press(client, intake, verb="look", *, follow=True, **typed):
    """Press a button of the draft's page, with the columns as they are chosen."""
    columns = {f"column-{place}": key for place, key in intake.columns.items()}
    values = {
        "state_given": intake.state_given,
        "language": intake.language,
        **columns,
        "verb": verb,
        **{name.replace("__", "-"): value for name, value in typed.items()},
    }
    response = client.post(intake.get_absolute_url(), values, follow=follow)
    intake.refresh_from_db() if Intake.objects.filter(pk=intake.pk).exists() else None
    return response


def take_in(client, *lines, kind="registrations", training=None, file=None, **typed) -> Intake:
    """Bring a list in and let the worker take it."""
    intake = draft(client, *lines, kind=kind, training=training, file=file)
    press(client, intake, "run", follow=False, **typed)
    intakes.run_due()
    intake.refresh_from_db()
    return intake


def counts(intake) -> tuple:
    return intake.stage, intake.created, intake.changed, intake.unchanged


def told(response) -> str:
    return words(page_of(response))


def wrong(response) -> list[str]:
    """What has to be mended, as the page of a draft says it: where, and the sentence."""
    return [
        f"{where}: {sentence}" if where else sentence
        for line in response.context["look"].checked.wrong
        for where, _cell, sentence in response.context["look"].shown(line).errors
    ]
