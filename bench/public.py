"""Public pages: kept ones beside a bare view of Django, and what making one costs.

    .venv/bin/python bench/public.py [--seconds 2] [--rounds 3]

Needs `wrk`. On a SQLite and on a PostgreSQL of their own, with the demo in them. First the site and
`bare.py`, which answers ten kilobytes without the database and any middleware, are served by the
same server; each page is asked for in turn with the bare view, so that whatever else the machine
does disturbs both alike. Then each page is made without a server, with 45 registrations for its
training and with 100,000: queries, and milliseconds of the processor. It ends by itself in about
ten minutes. Ratios and the processor's time carry over to other machines and busier hours; requests
a second do not.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from engines import run_on_each
from serving import ROOT, environment, granian, prepare, serving

PORT, BARE_PORT = 8767, 8768
CONNECTIONS = 16
FEW, MANY = 45, 100_000
ROUNDS = 15
SLUG = "volunteers-for-clean-water"
PAGES = {
    "home": "/en/",
    "training": f"/en/trainings/{SLUG}/",
    "agenda": f"/en/trainings/{SLUG}/agenda.ics",
    "people": "/en/people/",
    "report": "/en/reports/first-regional-training/",
    "country": "/en/countries/kg/",
}
# Made beside them without a server, for the cost of making one.
OTHERS = {
    "trainings": "/en/trainings/",
    "reports": "/en/reports/",
    "person": "/en/people/dmitry-frischin/",
    "organisations": "/en/organisations/",
    "organisation": "/en/organisations/un-volunteers/",
    "countries": "/en/countries/",
    "series": "/en/series/unv-central-asia-regional-training/",
    "figures": "/en/figures/",
    "search": "/en/search/?q=water",
}
MOST_QUERIES, MOST_MS, LEAST_RATIO = 12, 10, 0.8


def cpu_seconds(leader: int) -> float:
    """What the processes of a session have computed so far."""
    listed = subprocess.run(["ps", "-o", "pid=", "-s", str(leader)], capture_output=True)
    ticks = 0
    for pid in listed.stdout.split():
        fields = Path(f"/proc/{int(pid)}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def ask(port: int, path: str, leader: int, seconds: int) -> tuple[float, float]:
    """Requests a second, and microseconds of the server's processor for each, as wrk counts."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: br"]
    before = cpu_seconds(leader)
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in said:
        sys.exit(f"{path}: {said}")
    number = int(re.search(r"(\d+) requests in", said)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return rate, 1e6 * (cpu_seconds(leader) - before) / number


def side_by_side(database: str, folder: str, seconds: int, rounds: int) -> dict[str, list]:
    """For each page, the (rate, cpu) of it and of the bare view right before, once a round."""
    env = environment(folder, PORT, database) | {"DEMO": "true"}
    prepare(env)
    bare_env = env | {"PYTHONPATH": str(ROOT / "bench")}
    bare = [*granian(BARE_PORT)[:-1], "bare:application"]
    found = defaultdict(list)
    with serving(granian(PORT), env, PORT) as site, serving(bare, bare_env, BARE_PORT) as other:
        for path in PAGES.values():
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}").close()
        for _round in range(rounds):
            for name, path in PAGES.items():
                bare_view = ask(BARE_PORT, "/bare/", other.pid, seconds)
                found[name].append((bare_view, ask(PORT, path, site.pid, seconds)))
    return found


def kept(seconds: int, rounds: int) -> None:
    """Print the table of kept pages on both engines."""
    from cluster import cluster

    print("| kept page | engine | requests/s | bare view's | ratio | CPU each, µs | bare | ratio |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, cluster() as url:
        for database in (f"sqlite:///{folder}/db.sqlite3", url):
            engine = "SQLite" if database.startswith("sqlite") else "PostgreSQL"
            for name, pairs in side_by_side(database, folder, seconds, rounds).items():
                bare, page = ([statistics.median(column) for column in zip(*each, strict=True)]
                              for each in zip(*pairs, strict=True))  # fmt: skip
                ratio = statistics.median(page[0] / bare[0] for bare, page in pairs)
                sign = "" if ratio >= LEAST_RATIO else " **missed**"
                print(
                    f"| {name} | {engine} | {page[0]:.0f} | {bare[0]:.0f} | {ratio:.2f}{sign} "
                    f"| {page[1]:.0f} | {bare[1]:.0f} | {page[1] / bare[1]:.2f} |",
                    flush=True,
                )


def cost(client, path: str) -> tuple[int, float, float]:
    """The queries of a page that is made, and the quickest milliseconds of the processor for it:
    after a change, and where none of its pieces were drawn before, as in a new process."""
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from trainings.templatetags import pieces

    def time_to_make(forget) -> float:
        forget()
        started = time.process_time()
        client.get(path)
        return 1000 * (time.process_time() - started)

    def forget_all() -> None:
        cache.clear()
        pieces.drawn.cache_clear()

    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    if status != 200:
        sys.exit(f"{path} answered {status}.")
    number = len(queries)
    made = [
        sorted(time_to_make(forget) for _round in range(ROUNDS))[: ROUNDS // 2 + 1]
        for forget in (forget_all, cache.clear)
    ]
    new, again = map(statistics.median, made)
    return number, again, new


def made() -> None:
    """Print the table of pages that are made, on the engine of this process."""
    import_module("config.wsgi")  # as it is served, with the collector of garbage set as there
    from desk import make_registrations, tidy_up
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from trainings.models import Training

    call_command("prepare", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    training = Training.objects.get(slug=SLUG)
    client = Client(headers={"host": "127.0.0.1"})
    found = []
    first = 0
    for number in (FEW, MANY):
        make_registrations(training, first, number)
        tidy_up()
        first = number
        found.append({name: cost(client, path) for name, path in (PAGES | OTHERS).items()})
    for name in found[0]:
        (few_queries, few, new), (many_queries, many, _new) = (each[name] for each in found)
        missed = max(few_queries, many_queries) > MOST_QUERIES or max(few, many) > MOST_MS
        print(
            f"| {name} | {connection.display_name} | {few_queries} | {many_queries} | {few:.1f} "
            f"| {many:.1f} | {new:.1f} |{' **missed**' if missed else ''}",
            flush=True,
        )


def machine() -> str:
    """The processor, how many, and how busy they are."""
    named = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return (
        f"{os.cpu_count()} × {named[1] if named else platform.machine()}, Python "
        f"{platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=2, help="of each run of wrk")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing. Install it, such as by: apt install wrk")
    print(f"{machine()}\n")
    kept(options.seconds, options.rounds)
    print(f"\n| made page | engine | queries, {FEW} | {MANY} | CPU, ms, {FEW} | {MANY} | anew |")
    print("|---|---|---|---|---|---|---|", flush=True)
    os.environ["DEMO"] = "true"
    run_on_each(__file__)
    print(f"\n{machine()}")


if __name__ == "__main__":
    made() if sys.argv[1:] == ["run"] else main()
