"""Registrations a second: people fill a training of 60 seats through form, letter and button.

    .venv/bin/python bench/registrations.py

The site runs as `make run` serves it, and once more with a second process, on a SQLite and on a
PostgreSQL of their own. After a warm-up, 8 and then 32 clients register 128 people, first come,
first served. Each opens the form, sends it, opens the link of the letter (read from the outbox,
where it waits) and presses the button: four requests. The own page, which a browser opens after
that, is measured apart.

A form that comes back within two seconds of being opened is taken for a program's, so all forms are
opened first, and a pause that is not counted comes before they are sent. A hundred forms an hour
from one address is the limit, so each client has an address of its own within 127.0.0.0/8.

It speaks to 127.0.0.1 alone and ends by itself in about three minutes. Ratios carry over to other
machines, the figures themselves do not.
"""

import asyncio
import gzip
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import psycopg
from serving import ROOT, environment, granian, prepare, serving

sys.path.insert(0, str(ROOT / "scripts"))
from cluster import cluster

PORT = int(os.environ.get("PORT", "8766"))
SEATS = 60
PEOPLE = 128
CLIENTS = (8, 32)
PROCESSES = (1, 2)  # of the server: as `make run` starts it, and as a busy site on two cores does
WARM_UP = 32  # people for a training whose figures do not count
PAUSE = 2.5  # seconds; the form wants two
LONGEST = 60  # seconds for one request
COUNTRIES = ("KG", "TJ", "UZ")

MAKE_TRAINING = """
from django.utils.timezone import now
from trainings.labels import Label
from trainings.models import Country, Training
from volunteers.models import Call, Quota
training = Training.objects.create(
    slug="{slug}", title=Label({{"en": "A training of {seats} seats"}}), capacity={seats},
    lifecycle="open", published_at=now(),
)
Call.objects.create(training=training, deciding="first_come")
for code in {countries}:
    Quota.objects.create(training=training, country_id=code, maximum={seats} // 2)
"""
HIDDEN = re.compile(rb'<input type="hidden" name="(csrfmiddlewaretoken|stamp)" value="([^"]*)"')
CONSENT = re.compile(rb'name="(consent_\d+)"')
LINK = re.compile(r"http://127\.0\.0\.1:\d+(/en/confirm/\S+)")


@dataclass
class Site:
    """A running site: a look into its database, and the session its processes belong to."""

    database: str
    session: int

    def __post_init__(self):
        path = Path(urlsplit(self.database).path)
        if self.database.startswith("sqlite"):
            self.connection = sqlite3.connect(path, timeout=20, isolation_level=None)
        else:
            self.connection = psycopg.connect(
                user="hashar", host=str(path.parent), dbname=path.name, autocommit=True
            )

    def ask(self, sql: str, *values: str) -> list[tuple]:
        """The rows of a query; `?` stands for a value on both engines."""
        if not self.database.startswith("sqlite"):
            sql = sql.replace("?", "%s")
        return self.connection.execute(sql, values).fetchall()

    def cpu_seconds(self) -> float:
        """What the server's processes have computed so far, whatever else the machine does."""
        listed = subprocess.run(["ps", "-o", "pid=", "-s", str(self.session)], capture_output=True)
        ticks = 0
        for pid in listed.stdout.split():
            state = Path(f"/proc/{int(pid)}/stat").read_text().rpartition(")")[2].split()
            ticks += int(state[11]) + int(state[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def link_for(self, address: str) -> str:
        """The path of the link in the letter to `address`."""
        rows = self.ask(
            'SELECT text FROM volunteers_letter WHERE "to" = ? AND kind = ?', address, "confirm"
        )
        return LINK.search(rows[0][0])[1]

    def states(self, slug: str) -> dict[str, int]:
        """How many registrations of the training are in each state."""
        sql = """SELECT state, count(*) FROM volunteers_registration
                 WHERE training_id = (SELECT id FROM trainings_training WHERE slug = ?)
                 GROUP BY state"""
        return dict(self.ask(sql, slug))


@dataclass
class Answer:
    status: int
    head: dict[str, str]
    body: bytes


@dataclass
class Browser:
    """One connection from an address of its own, kept open, that counts its requests."""

    address: str
    requests: int = 0
    waits: list[float] = field(default_factory=list)
    streams: tuple | None = None

    async def ask(self, path: str, cookies: dict[str, str], form: dict | None = None) -> Answer:
        """One request with its answer, whose cookies are taken over into `cookies`."""
        if self.streams is None:
            self.streams = await asyncio.open_connection(
                "127.0.0.1", PORT, local_addr=(self.address, 0), limit=2**20
            )
        reader, writer = self.streams
        body = urlencode(form, doseq=True) if form is not None else ""
        lines = [
            f"{'GET' if form is None else 'POST'} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{PORT}",
            "Accept-Encoding: gzip",
            "Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()),
        ]
        if form is not None:
            lines += [
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
            ]
        started = time.monotonic()
        writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
        async with asyncio.timeout(LONGEST):
            answer = await read(reader, cookies)
        self.waits.append(time.monotonic() - started)
        self.requests += 1
        return answer

    def close(self) -> None:
        if self.streams:
            self.streams[1].close()


async def read(reader: asyncio.StreamReader, cookies: dict[str, str]) -> Answer:
    """One answer of stated length."""
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    head = {}
    for line in lines:
        name, _colon, value = line.partition(": ")
        if name.lower() == "set-cookie":
            cookie, _equals, rest = value.partition("=")
            cookies[cookie] = rest.split(";")[0]
        head[name.lower()] = value
    body = await reader.readexactly(int(head.get("content-length", 0)))
    if head.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    return Answer(int(first.split()[1]), head, body)


@dataclass
class Person:
    """Someone who registers: the cookies and the hidden fields of her browser."""

    number: int
    slug: str
    cookies: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    consents: list[str] = field(default_factory=list)
    leads_to: list[str] = field(default_factory=list)

    @property
    def email(self) -> str:
        return f"{self.slug}-{self.number}@example.org"

    async def open_form(self, browser: Browser) -> None:
        answer = await browser.ask(f"/en/trainings/{self.slug}/register/", self.cookies)
        expect(answer, 200)
        self.keep_hidden(answer)
        self.consents = sorted({name.decode() for name in CONSENT.findall(answer.body)})

    async def register(self, browser: Browser, site: Site) -> None:
        """Send the form, open the link of the letter, press the button."""
        form = {
            **self.hidden,
            **dict.fromkeys(self.consents, "on"),
            "name": f"Зебо Пример {self.number}",
            "email": self.email,
            "country": COUNTRIES[self.number % len(COUNTRIES)],
            "category": "national",
            "website": "",
        }
        sent = await browser.ask(f"/en/trainings/{self.slug}/register/", self.cookies, form)
        expect(sent, 302)
        link = site.link_for(self.email)
        opened = await browser.ask(link, self.cookies)
        expect(opened, 200)
        self.keep_hidden(opened)
        pressed = await browser.ask(link, self.cookies, self.hidden)
        expect(pressed, 302)
        self.leads_to = [sent.head["location"], pressed.head["location"]]

    async def look(self, browser: Browser) -> None:
        """Open the last page that an answer led to: her own."""
        expect(await browser.ask(self.leads_to[-1], self.cookies), 200)

    def keep_hidden(self, answer: Answer) -> None:
        found = HIDDEN.findall(answer.body)
        self.hidden = {name.decode(): unescape(value.decode()) for name, value in found}


def expect(answer: Answer, status: int) -> None:
    if answer.status != status:
        sys.exit(f"expected {status}, found {answer.status}: {answer.body.decode()[:2000]}")


async def all_of(people: list[Person], browsers: list[Browser], step) -> float:
    """Let every browser take its share of the people through `step`; the seconds it took."""

    async def share(number: int, browser: Browser) -> None:
        for person in people[number :: len(browsers)]:
            await step(person, browser)

    started = time.monotonic()
    await asyncio.gather(*(share(number, one) for number, one in enumerate(browsers)))
    return time.monotonic() - started


async def fill(site: Site, slug: str, clients: int, many: int = PEOPLE) -> dict[str, float]:
    """Let `clients` register `many` people for the training; the figures of this run."""
    people = [Person(number, slug) for number in range(many)]
    browsers = [Browser(f"127.0.1.{number + 1}") for number in range(clients)]
    computed = site.cpu_seconds()
    opening = await all_of(people, browsers, Person.open_form)
    await asyncio.sleep(PAUSE)
    rest = await all_of(people, browsers, lambda person, one: person.register(one, site))
    computed = site.cpu_seconds() - computed
    requests = sum(browser.requests for browser in browsers)
    waits = sorted(wait for browser in browsers for wait in browser.waits)
    after = await all_of(people, browsers, Person.look)
    for browser in browsers:
        browser.close()
    return {
        "registrations/s": many / (opening + rest),
        "requests each": requests / many,
        "server's CPU each, ms": 1000 * computed / many,
        "longest request, s": waits[-1],
        "median request, ms": 1000 * waits[len(waits) // 2],
        "forms opened/s": many / opening,
        "form to seat/s": many / rest,
        "own pages/s": many / after,
    }


def make_training(env: dict[str, str], slug: str) -> None:
    code = MAKE_TRAINING.format(slug=slug, seats=SEATS, countries=COUNTRIES)
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
    subprocess.run(command, cwd=ROOT, env=env, check=True)


def measure(database: str, processes: int, folder: str) -> dict[int, dict[str, float]]:
    """The figures for each number of clients, on the database of this URL."""
    env = environment(folder, PORT, database)
    prepare(env)
    found = {}
    with serving(granian(PORT, processes), env, PORT) as server:
        site = Site(database, server.pid)
        warm_up = f"warm-up-{processes}"
        make_training(env, warm_up)
        asyncio.run(fill(site, warm_up, clients=8, many=WARM_UP))
        for clients in CLIENTS:
            slug = f"for-{clients}-with-{processes}"
            make_training(env, slug)
            found[clients] = asyncio.run(fill(site, slug, clients))
            states = site.states(slug)
            if states != {"approved": SEATS, "waitlisted": PEOPLE - SEATS}:
                sys.exit(f"Not {SEATS} sit: {states}")
    return found


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder, cluster() as url:
        for database in (f"sqlite:///{folder}/bench.sqlite3", url):
            engine = "SQLite" if database.startswith("sqlite") else "PostgreSQL"
            for processes in PROCESSES:
                for clients, found in measure(database, processes, folder).items():
                    rows.append((f"{engine}, {processes}, {clients}", found))
    print(f"{SEATS} of {PEOPLE} sit in each run, the others wait.\n")
    columns = list(rows[0][1])
    print("| engine, processes, clients | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name, found in rows:
        print(f"| {name} | " + " | ".join(f"{found[each]:.1f}" for each in columns) + " |")


if __name__ == "__main__":
    main()
