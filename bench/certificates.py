"""500 certificates: issued by the worker's job, drawn one by one and all in one file.

    .venv/bin/python bench/certificates.py

On a SQLite and on a PostgreSQL of their own, with a logo, a signature and two languages. Each file
is made twice and has to be the same, byte for byte. It ends by itself within a few minutes.
"""

import datetime as dt
import io
import secrets
import sys
import time

from engines import run_on_each

PEOPLE = 500
DAY = dt.date(2027, 4, 22)


def make_training():
    """A training of one day whose 500 participants were all there, and its design."""
    from django.core.files.base import ContentFile
    from PIL import Image

    from trainings.labels import Label
    from trainings.models import Training
    from volunteers.models import (
        Attendance,
        CertificateDesign,
        Registration,
        Signatory,
        User,
        Volunteer,
    )

    training = Training.objects.create(
        title=Label({"en": "Clean water for every village", "ru": "Чистая вода каждому селу"}),
        lifecycle="held", date_precision="days", start_date=DAY, end_date=DAY,
    )  # fmt: skip
    picture = io.BytesIO()
    Image.effect_noise((600, 200), 60).convert("RGB").save(picture, "PNG")
    design = CertificateDesign(training=training, language="en", second_language="ru")
    design.logo.save("logo.png", ContentFile(picture.getvalue(), "logo.png"))
    signs = Signatory(design=design, name=Label({"en": "Aida A."}))
    signs.signature.save("signature.png", ContentFile(picture.getvalue(), "signature.png"))
    users = User.objects.bulk_create(User(email=f"p{n}@example.org") for n in range(PEOPLE))
    volunteers = Volunteer.objects.bulk_create(Volunteer(user=one, name="P") for one in users)
    people = Registration.objects.bulk_create(
        Registration(
            training=training, volunteer=one, name=f"Зебо Қосимӣ {n}", state="approved",
            country_id="TJ", category="national", badge_code=secrets.token_urlsafe(12),
        )
        for n, one in enumerate(volunteers)
    )  # fmt: skip
    Attendance.objects.bulk_create(
        Attendance(registration=one, day=DAY, source="desk") for one in people
    )
    return training


def run() -> None:
    """Measure on the database of the environment, and print a line for each step."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from volunteers.models import Certificate, User
    from volunteers.services import certificates, issuing

    call_command("prepare", verbosity=0, stdout=io.StringIO())
    organizer = User.objects.create_superuser("organizer@example.org")
    issuing.order(make_training(), kind="completion", by=organizer)
    seconds = {}

    def timed(name, work):
        started, computed = time.perf_counter(), time.process_time()
        done = work()
        seconds[name] = time.perf_counter() - started, time.process_time() - computed
        return done

    issued = timed("issued", issuing.issue_due)
    rows = list(Certificate.objects.order_by("sequence"))
    if issued != PEOPLE or [row.sequence for row in rows] != list(range(1, PEOPLE + 1)):
        sys.exit(f"{issued} were issued, or a number is missing.")
    each = timed("drawn, a file each", lambda: [certificates.pdf_of([row]) for row in rows])
    one = timed("drawn, all in one file", lambda: certificates.pdf_of(rows))
    if one != certificates.pdf_of(rows) or each[7] != certificates.pdf_of([rows[7]]):
        sys.exit("A file that was made again is another.")
    print(f"{connection.vendor:<36}{'clock':>10}{'processor':>12}")
    for name, (took, computed) in seconds.items():
        print(f"{'':<12}{name:<24}{took:>8.1f} s{computed:>10.1f} s")
    print(f"{'':<12}a file: {len(each[0]) // 1000} kB, all: {len(one) // 1000} kB")


if __name__ == "__main__":
    run() if sys.argv[1:] == ["run"] else run_on_each(__file__)
