"""The desk with 100 registrations and with 100,000: queries and time of each page.

    .venv/bin/python bench/desk.py

The rows are made on a SQLite and on a PostgreSQL of their own, all of one training with quotas by
country; a second training has none. Each page is asked for fifteen times by an organizer, without a
server in between; the quickest counts, which the rest of the machine disturbed least. With 100
registrations all are in the state that the page is about, and all fit the words looked for, so that
it shows fifty lines as with 100,000. It ends by itself in about three minutes.
"""

import io
import sys
import time

from engines import run_on_each

FEW, MANY = 100, 100_000
ROUNDS = 15
AT_ONCE = 5_000
COUNTRIES = ("KG", "KZ", "TJ", "TM", "UZ")
# Of ten who register, so many end in each state; seats stay within what the training has.
STATES = ("confirmed",) * 5 + ("approved", "waitlisted", "declined", "cancelled", "submitted")
# The state that each page is about, and its address.
PAGES = {
    "decision page": ("confirmed", "/admin/trainings/training/{pk}/decide/"),
    "its queue, page 2": ("confirmed", "/admin/trainings/training/{pk}/decide/?page=2"),
    "its waiting list": ("waitlisted", "/admin/trainings/training/{pk}/decide/?state=waitlisted"),
    "list of registrations": ("confirmed", "/admin/volunteers/registration/"),
    "list, one training": ("confirmed", "/admin/volunteers/registration/?training={pk}"),
    "list, searched": ("confirmed", "/admin/volunteers/registration/?q=registrant+77"),
}


def make_registrations(training, first: int, last: int) -> None:
    """Registrations number `first` to `last`, with accounts, in bulk."""
    from datetime import timedelta

    from django.utils.timezone import now

    from volunteers.models import Registration, User, Volunteer

    for start in range(first, last, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, last))
        users = User.objects.bulk_create(User(email=f"r{n}@example.org") for n in numbers)
        volunteers = Volunteer.objects.bulk_create(
            Volunteer(user=user, name=user.email, language="ru") for user in users
        )
        Registration.objects.bulk_create(
            Registration(
                training=training,
                volunteer=volunteer,
                name=f"Registrant {n}" if n >= FEW else f"Registrant 77{n}",
                country_id=COUNTRIES[n % len(COUNTRIES)],
                category="national" if n % 3 else "online",
                state=state_of(n, training.capacity),
                motivation="Our spring is muddy after rain, and I keep its book.",
                confirmed_at=now() - timedelta(seconds=last - n),
                waitlisted_at=now() - timedelta(seconds=last - n),
            )
            for n, volunteer in zip(numbers, volunteers, strict=True)
        )


def state_of(number: int, capacity: int | None) -> str:
    """The state of a registration; who comes after the last seat waits for one."""
    state, before = STATES[number % len(STATES)], number // len(STATES)
    is_late = state == "approved" and capacity is not None and before >= capacity
    return "waitlisted" if is_late else state


def tidy_up() -> None:
    """Let the database tidy up after the new rows, as PostgreSQL does by itself after a minute."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def client_of(account):
    """A client signed in as `account`, both steps taken."""
    from django.conf import settings
    from django.test import Client

    from volunteers import second_step

    settings.SECOND_STEP_FORCED = False  # nobody really signs in here
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account)
    session = client.session
    session[second_step.TAKEN_AT] = time.time()
    session.save()
    return client


def measure(client, path: str) -> tuple[int, float]:
    """The queries of a page and its quickest time in milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        status = client.get(path).status_code
        times.append(1000 * (time.perf_counter() - started))
        if status != 200:
            sys.exit(f"{path} answered {status}.")
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries), min(times)


def run() -> None:
    """Measure on the database of the environment, and print a line for each page."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils.timezone import now

    from trainings.labels import Label
    from trainings.models import Training
    from volunteers.models import Call, Quota, User

    call_command("prepare", verbosity=0, stdout=io.StringIO())
    training = Training.objects.create(
        title=Label({"en": "A large training"}), slug="large", capacity=30_000,
        lifecycle="open", published_at=now(),
    )  # fmt: skip
    # A table of one row, once analyzed, misleads SQLite into sorting all registrations.
    Training.objects.create(title=Label({"en": "Another training"}), slug="other")
    Call.objects.create(training=training)
    for country in COUNTRIES:
        Quota.objects.create(training=training, country_id=country, maximum=10_000)
    client = client_of(User.objects.create_superuser("organizer@example.org"))
    found: dict[str, list[tuple[int, float]]] = {name: [] for name in PAGES}
    for first, last in ((0, FEW), (FEW, MANY)):
        make_registrations(training, first, last)
        tidy_up()
        for name, (state, path) in PAGES.items():
            if last == FEW:
                training.registrations.update(state=state)
            found[name].append(measure(client, path.format(pk=training.pk)))
    print(
        f"\n{connection.vendor:<24}{'queries':>16}{'ms at 100':>12}{'at 100,000':>12}{'ratio':>8}"
    )
    for name, ((few, fast), (many, slow)) in found.items():
        queries = f"{few} and {many}"
        print(f"{name:<24}{queries:>16}{fast:>12.1f}{slow:>12.1f}{slow / fast:>8.2f}")


if __name__ == "__main__":
    run() if sys.argv[1:] == ["run"] else run_on_each(__file__)
