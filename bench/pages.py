"""Every page of the desk among 100,000 volunteers, 300,000 registrations and 1,000 trainings.

    .venv/bin/python bench/pages.py [--share 0.01]

On a PostgreSQL of its own, by an organizer, by a coordinator of one country, and by an
administrator for what only she or he sees (*). Each page is asked for seven times without a server
in between; the median counts. Milliseconds are those of the processor, Python and the database
together, so that other work on the machine counts little, and those of the clock; PostgreSQL is
kept from using several processes for one query. Then the list of all registrations is saved as a
file, in a process of its own for each kind. With all rows it ends by itself within a quarter of an
hour; `--share` makes that part of them.
"""

import argparse
import io
import logging
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from crowd import FIRST, REGISTRATIONS, TRAININGS, VOLUNTEERS, fill
from desk import client_of, tidy_up
from lists import save
from serving import ROOT, environment

ROUNDS = 7
MOST_QUERIES, MOST_MS = 15, 300
LARGE, HELD = FIRST, FIRST + 1
PEOPLE = "/admin/volunteers/registration/"
TRAINING = "/admin/trainings/training/{}/{}/"
DONOR = "/admin/volunteers/frozenfigures/"
# What is asked of lists beside all of it; each filter that offers something is tried once, too.
ASKED = {
    "registration": (
        "q=karimova", "q=zebo+777", "q=nobody-of-this-name", f"training={LARGE}&q=kim",
        f"training={LARGE}&state__exact=confirmed", f"training={HELD}&step=completed",
        "step=completed&country=TJ", "o=1", "p=20",
    ),
    "volunteer": ("q=karimova", "q=nobody-of-this-name", "o=-1", "p=20"),
    "letter": ("q=v777", "q=nobody-of-this-name", f"training={LARGE}"),
    "training": ("q=water+77", "p=3"),
    "user": ("q=v777",),
    "person": ("q=karimova",),
    "organisation": ("q=office",),
    "session": ("q=session",),
    "reporttext": ("q=water",),
}  # fmt: skip
PAGES = {
    "start page": "/admin/",
    "search": "/admin/search/?q=karimova",
    "search, two words": "/admin/search/?q=zebo+777",
    "search, nothing found": "/admin/search/?q=nobody-of-this-name",
    "desk, open": TRAINING.format(LARGE, "desk"),
    "desk, held": TRAINING.format(HELD, "desk"),
    "decide": TRAINING.format(LARGE, "decide"),
    "decide, page 20": TRAINING.format(LARGE, "decide") + "?page=20",
    "decide, approved": TRAINING.format(LARGE, "decide") + "?state=approved",
    "decide, searched": TRAINING.format(LARGE, "decide") + "?q=karimova",
    "attendance": TRAINING.format(HELD, "attendance"),
    "attendance, list": TRAINING.format(HELD, "attendance/list"),
    "papers": TRAINING.format(HELD, "papers"),
    "certificates": TRAINING.format(HELD, "papers/certificates"),
    "a training": f"/admin/trainings/training/{LARGE}/change/",
    "a registration": f"{PEOPLE}{FIRST + 1}/change/",
    "donor figures, training": f"{DONOR}?what=training&training={HELD}",
    "donor figures, year": f"{DONOR}?what=span&since=2025-01-01&until=2025-12-31",
}


def measure(client, path: str, rounds: int) -> tuple[int, float, float] | None:
    """The queries of a page, and the medians of its milliseconds, of the processor and by the
    clock; None where it is not allowed."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    number = len(queries)  # the next request forgets them
    if status in (302, 403, 404):
        return None
    if status != 200:
        sys.exit(f"{path} answered {status}.")
    times, clock = [], []
    for _round in range(rounds):
        started, began = computed(), time.perf_counter()
        client.get(path)
        clock.append(1000 * (time.perf_counter() - began))
        times.append(1000 * (computed() - started))
    return number, statistics.median(times), statistics.median(clock)


def computed() -> float:
    """Seconds of the processor that this process and its own of PostgreSQL have taken so far."""
    from django.db import connection

    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(words[11]) + int(words[12])  # of user and system: proc(5)
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def lists(client) -> dict[str, str]:
    """The list of each kind at the desk, as it is, by each of its filters, and as `ASKED`."""
    from django.contrib import admin
    from django.urls import reverse

    found = {}
    for model in admin.site._registry:
        name = model._meta.model_name
        address = reverse(f"admin:{model._meta.app_label}_{name}_changelist")
        found[name] = address
        listed = getattr(client.get(address), "context_data", None) or {}
        for spec in listed["cl"].filter_specs if "cl" in listed else ():
            offered = [each["query_string"] for each in spec.choices(listed["cl"])]
            if offered[1:]:
                found[f"{name} {offered[1]}"] = address + offered[1]
        for asked in ASKED.get(name, ()):
            found[f"{name} ?{asked}"] = f"{address}?{asked}"
    return found


def accounts() -> dict:
    """A client for each role that is measured."""
    from django.contrib.auth.models import Group

    from volunteers.models import User
    from volunteers.roles import Role

    clients = {}
    for role in (Role.ORGANIZER, Role.COORDINATOR, Role.ADMINISTRATOR):
        email = f"{role.name.lower()}@example.org"
        account, _is_new = User.objects.get_or_create(email=email, is_staff=True)
        account.groups.add(Group.objects.get(name=role))
        account.countries.set(["TJ"] if role == Role.COORDINATOR else [])
        clients[role] = client_of(account)
    return clients


def cells(client, path: str, rounds: int) -> tuple[str, bool]:
    """The queries and the milliseconds as two cells, what misses the aim in bold, and whether
    there is anything."""
    found = measure(client, path, rounds)
    if found is None:
        return " | ", False
    queries, *times = found
    marked = f"**{queries}**" if queries > MOST_QUERIES else f"{queries}"
    each = [f"**{ms:.0f}**" if ms > MOST_MS else f"{ms:.0f}" for ms in times]
    return f"{marked} | {' / '.join(each)}", True


def make(share: float) -> None:
    """Fill the database of the environment."""
    from django.core.management import call_command

    call_command("prepare", verbosity=0, stdout=io.StringIO())
    started = time.perf_counter()
    fill(*(int(number * share) for number in (VOLUNTEERS, REGISTRATIONS, TRAININGS)))
    print(f"Filled in {time.perf_counter() - started:.0f} s.")
    tidy_up()


def run(rounds: int) -> None:
    """Measure on the database of the environment, and print a line for each page."""
    from volunteers.roles import Role

    logging.disable()  # of what a role may not open
    clients = accounts()
    print("\nMilliseconds of the processor / by the clock.")
    print("\n| page | queries | organizer, ms | queries | coordinator, ms |")
    print("|---|---|---|---|---|")
    for name, path in {**PAGES, **lists(clients[Role.ADMINISTRATOR])}.items():
        first, is_there = cells(clients[Role.ORGANIZER], path, rounds)
        second, _is_there = cells(clients[Role.COORDINATOR], path, rounds)
        if not is_there:
            first, _is_there = cells(clients[Role.ADMINISTRATOR], path, rounds)
        print(f"| {name}{'' if is_there else '*'} | {first} | {second} |", flush=True)


def export(kind: str) -> None:
    """Save the list of all registrations as a file of a `kind`, and print what it took."""
    from volunteers.models import User

    client = client_of(User.objects.get(email="organizer@example.org"))
    save(client, f"{PEOPLE}save-as/{kind}/?training={HELD + 300}")  # loads what is loaded once
    started = time.perf_counter()
    _computed, size, rise = save(client, f"{PEOPLE}save-as/{kind}/")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - started
    print(f"| {kind} | {size:.0f} MB | {seconds:.0f} s | {rise:.1f} MB | {peak:.0f} MB |")


def main(share: float, rounds: int) -> None:
    from cluster import cluster

    with tempfile.TemporaryDirectory() as folder, cluster() as url:
        env = {**environment(folder, 8000, url), "DJANGO_SETTINGS_MODULE": "config.settings"}

        def part(*words: str) -> None:
            subprocess.run([sys.executable, __file__, *words], cwd=ROOT, env=env, check=True)

        env["PGOPTIONS"] = "-c max_parallel_workers_per_gather=0"
        part("--share", str(share), "--part", "make")
        part("--rounds", str(rounds), "--part", "run")
        print("\n| file | size | took | memory rose by | at most |", flush=True)
        print("|---|---|---|---|---|", flush=True)
        for kind in ("csv", "json", "xlsx"):
            part("--part", kind)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--share", type=float, default=1)
    asked.add_argument("--part", default="")
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    given = asked.parse_args()
    if not given.part:
        main(given.share, given.rounds)
    else:
        import django

        django.setup()
        match given.part:
            case "make":
                make(given.share)
            case "run":
                run(given.rounds)
            case kind:
                export(kind)
