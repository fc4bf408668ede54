"""Lists out and in: 100,000 registrations saved as a file, and 10,000 people brought in from one.

    .venv/bin/python bench/lists.py

On a SQLite and on a PostgreSQL of their own, in one process without a server. Seconds are those
that this process computed, so that other work on the machine does not count; what PostgreSQL
computes comes on top. The memory is by how much the process grew above what it was before. It ends
by itself in about five minutes.
"""

import io
import os
import sys
import threading
import time
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from desk import client_of, make_registrations, tidy_up
from engines import run_on_each

FEW, MANY = 1_000, 100_000
BROUGHT_IN = 10_000
SAVE = "/admin/volunteers/registration/save-as/{kind}/?training={pk}"
BRING_IN = "/admin/volunteers/intake/add/"
MEGABYTE = 1024 * 1024


def memory() -> float:
    """The memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


@contextmanager
def watched():
    """A list whose only number is the most memory this process had meanwhile, in MB."""
    highest, over = [memory()], threading.Event()

    def watch() -> None:
        while not over.wait(0.02):
            highest[0] = max(highest[0], memory())

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield highest
    finally:
        over.set()
        thread.join()


def save(client, path: str) -> tuple[float, float, float]:
    """Seconds computed, MB of the file, and MB by which the memory rose."""
    before, started, size = memory(), time.process_time(), 0
    with watched() as highest:
        for part in client.get(path).streaming_content:
            size += len(part)
    return time.process_time() - started, size / MEGABYTE, highest[0] - before


def people(prefix: str) -> list[list[str]]:
    heading = ["Name", "E-mail", "Country", "Category", "Sex", "Year of birth", "Telephone"]
    return [
        heading,
        *(
            [f"Person {n}", f"{prefix}{n}@example.org", "Kyrgyzstan", "national", "f", "1998", ""]
            for n in range(BROUGHT_IN)
        ),
    ]


def as_xlsx(rows: list[list[str]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def as_csv(rows: list[list[str]]) -> bytes:
    return "\r\n".join(",".join(row) for row in rows).encode()


def bring_in(client, name: str, content: bytes, training) -> tuple[str, list[float]]:
    """What became of a list, and the seconds of reading it, of its page, and of taking it in."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from volunteers.models import Intake
    from volunteers.services import intakes

    file = SimpleUploadedFile(name, content)
    typed = {"kind": "registrations", "training": training.pk, "file": file}
    moments = [time.process_time()]
    address = client.post(BRING_IN, typed)["Location"]
    moments.append(time.process_time())
    client.get(address)
    moments.append(time.process_time())
    intake = Intake.objects.latest("pk")
    intakes.ask(intake)
    intakes.run_due()
    moments.append(time.process_time())
    intake.refresh_from_db()
    became = f"{intake.stage}, {intake.created} new, {intake.unchanged} unchanged"
    return became, [later - earlier for earlier, later in pairwise(moments)]


def run() -> None:
    """Measure on the database of the environment, and print a line for each file."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils.timezone import now

    from trainings.labels import Label
    from trainings.models import Training
    from volunteers.models import User

    call_command("prepare", verbosity=0, stdout=io.StringIO())
    large, other = (
        Training.objects.create(
            title=Label({"en": f"A {slug} training"}), slug=slug, lifecycle="open",
            published_at=now(),
        )
        for slug in ("large", "second")
    )  # fmt: skip
    client = client_of(User.objects.create_superuser("organizer@example.org"))
    print(f"\n{connection.vendor}")
    make_registrations(large, 0, FEW)
    for kind in ("csv", "xlsx", "json"):  # whatever is loaded once is loaded now
        save(client, SAVE.format(kind=kind, pk=large.pk))
    make_registrations(large, FEW, MANY)
    tidy_up()
    for kind in ("csv", "xlsx", "json"):
        seconds, size, rise = save(client, SAVE.format(kind=kind, pk=large.pk))
        print(f"{kind:<6} {MANY:,} rows: {seconds:6.1f} s, {size:6.1f} MB, memory +{rise:.1f} MB")
    for name, made in (("a.xlsx", as_xlsx), ("b.csv", as_csv)):
        content = made(people(name[0]))
        for _again in range(2):
            became, (read, shown, taken) = bring_in(client, name, content, other)
            print(f"{name}: read {read:.1f} s, shown {shown:.1f} s, in {taken:.1f} s; {became}")


if __name__ == "__main__":
    run() if sys.argv[1:] == ["run"] else run_on_each(__file__)
