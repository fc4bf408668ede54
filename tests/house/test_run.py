"""`make run` from a clone to Ctrl-C, tried in a copy of the tree with a database of its own."""

import hashlib
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.house.starting import ROOT
from tests.house.test_repository import tracked


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """A copy of the tree, and `make run` in it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = free_port()
        for name in tracked():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
        # What is installed is installed: no test downloads anything.
        (folder / ".venv").symlink_to(Path(sys.prefix))

    def run(self, **environment) -> subprocess.Popen:
        kept = {"PATH": os.environ["PATH"], "PORT": str(self.port)}
        return subprocess.Popen(
            [sys.executable, "scripts/run_site.py"],
            cwd=self.folder,
            env={**kept, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def started(self) -> tuple[subprocess.Popen, str]:
        """`make run` when it serves, and what it said until then."""
        process = self.run()
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                return process, said
        pytest.fail(said)

    def end(self, process: subprocess.Popen) -> str:
        """What a run said that ends by itself; one that does not is stopped, and no success."""
        try:
            return process.communicate(timeout=30)[0]
        except subprocess.TimeoutExpired:
            process.terminate()
            pytest.fail(process.communicate(timeout=15)[0])

    def rows(self) -> dict[str, int]:
        """A hash of all rows of each table, but of what each start says anew to kept pages."""
        with sqlite3.connect(self.folder / "db.sqlite3") as database:
            query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            names = [name for (name,) in database.execute(query) if name != "pages_stamp"]
            return {n: hash_of(database.execute(f'SELECT * FROM "{n}"').fetchall()) for n in names}


def hash_of(rows: list) -> str:
    return hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()


def children(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True
    )
    return [int(each) for each in listed.stdout.split()]


def family(pid: int) -> list[int]:
    return [pid, *(each for child in children(pid) for each in family(child))]


def alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def still_there(pids: list[int]) -> list[int]:
    """Those that live on: who was killed may take a moment to be gone."""
    deadline = time.monotonic() + 10
    while (left := [pid for pid in pids if alive(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A copy of the tree in which `make run` was started and stopped once."""
    site = Site(tmp_path_factory.mktemp("clone"))
    process, site.said = site.started()
    process.send_signal(signal.SIGINT)
    process.wait(timeout=15)
    return site


@pytest.fixture
def serving(site):
    process, said = site.started()
    yield process, said
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=15)


def test_the_first_start_says_where_the_site_is_and_how_to_sign_in(site):
    address = f"http://127.0.0.1:{site.port}/"
    assert f"The site   {address}\n" in site.said
    assert f"The desk   {address}admin/\n" in site.said
    assert re.search(r"Sign in    organizer@example\.org with the password \S{16}\n", site.said)


def test_scripts_import_one_another_by_names_that_change_with_what_they_hold(site):
    (script,) = (site.folder / "staticfiles" / "js").glob("desk.*.js")
    imported = re.findall(r'from "\./(.+?)";', script.read_text())
    assert imported
    assert [name for name in imported if not re.fullmatch(r"[a-z-]+\.\w{12}\.js", name)] == []


def test_a_second_start_changes_no_row_and_says_the_same(site):
    before = site.rows()
    process, said = site.started()
    process.send_signal(signal.SIGINT)
    process.wait(timeout=15)
    assert site.rows() == before
    assert said.splitlines()[-4:] == site.said.splitlines()[-4:]


def test_it_serves_pages_with_their_styles_and_a_second_one_is_told_so(serving, site):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.request("GET", "/en/")
    page = connection.getresponse().read().decode()
    styles = re.findall(r'<link[^>]+href="(/static/css/public\.[0-9a-f]+\.css)"', page)
    assert len(styles) == 1
    connection.request("GET", styles[0])
    assert connection.getresponse().status == 200
    second = site.run()
    said = site.end(second)
    assert second.returncode == 1
    other = 8001 if site.port == 8000 else 8000
    assert said == (
        f"Port {site.port} is in use. Stop what listens there, or: make run PORT={other}\n"
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_it_stops_all_it_started(serving, number):
    process, _said = serving
    everyone = family(process.pid)
    assert len(everyone) >= 3
    process.send_signal(number)
    assert process.wait(timeout=15) == 0
    assert still_there(everyone) == []


@pytest.mark.parametrize("which", [0, 1])
def test_when_one_of_the_two_ends_the_other_is_stopped_and_it_is_said(serving, which):
    process, _said = serving
    everyone = family(process.pid)
    os.kill(sorted(children(process.pid))[which], signal.SIGKILL)
    assert process.wait(timeout=15) == 1
    assert re.search(r"The (server|worker) ended by itself", process.stdout.read())
    assert still_there(everyone) == []


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "٨٠٠٠"])
def test_what_is_no_port_is_said_in_one_sentence(site, port):
    process = site.run(PORT=port)
    said = site.end(process)
    assert process.returncode == 1
    assert said == f"PORT={port} is no port. Choose a number up to 65535: make run PORT=8001\n"


def test_its_settings_are_for_their_owner_alone_and_never_overwritten(site):
    file = site.folder / ".env"
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_text()
    assert re.search(r"^SECRET_KEY=\S{80,}$", before, re.MULTILINE)
    file.write_text(before + "TIME_ZONE=Asia/Atlantis\n")
    process = site.run()
    said = site.end(process)
    after = file.read_text()
    file.write_text(before)
    assert process.returncode == 1
    assert said.startswith("Hashar can't start. TIME_ZONE=Asia/Atlantis is not known.")
    assert after == before + "TIME_ZONE=Asia/Atlantis\n"


def test_another_port_changes_the_address_for_that_run_only(site):
    usual, site.port = site.port, free_port()
    try:
        process, said = site.started()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=15)
        assert f"The site   http://127.0.0.1:{site.port}/\n" in said
        assert f"SITE_URL=http://127.0.0.1:{usual}\n" in (site.folder / ".env").read_text()
    finally:
        site.port = usual
