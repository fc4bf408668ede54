"""`make test` says what ran and what did not, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.house.starting import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import cluster
from run_tests import Leg, count

REPORT = """<?xml version="1.0"?><testsuites>
<testsuite tests="10" failures="1" errors="2" skipped="3"/></testsuites>"""


def run_tests(*words: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "scripts/run_tests.py", "-n0", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(("all_legs", "code"), [("", 0), ("1", 1)])
def test_a_leg_that_cannot_run_is_named_and_fails_only_where_all_must(all_legs, code):
    away = {
        "CHROMIUM": "/nowhere/chromium",
        "TEST_DATABASE_URL": "postgres://nobody@//nowhere/none",
    }
    ran = run_tests("tests/house/test_legs.py", "-k", "counts", ALL_LEGS=all_legs, **away)
    sqlite, postgresql, browser, total = ran.stdout.splitlines()[-4:]
    assert sqlite.startswith("SQLite      2 passed, 0 failed in ")
    assert postgresql == "PostgreSQL  left out: none of the chosen tests belongs to it"
    assert browser == (
        "Browser     left out: no Chromium was found: install chromium, or set CHROMIUM to its path"
    )
    assert total == "2 passed, 0 failed"
    assert ran.returncode == code


def test_a_failing_test_fails_the_run(tmp_path):
    broken = tmp_path / "test_broken.py"
    broken.write_text("def test_of_nothing():\n    assert 1 == 2\n")
    ran = run_tests(str(broken), TEST_DATABASE_URL="postgres://nobody@//nowhere/none")
    assert ran.returncode == 1
    assert ran.stdout.splitlines()[-1] == "0 passed, 1 failed"


def test_it_counts_errors_as_failures_and_skipped_tests_apart(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    leg = Leg("SQLite", seconds=2.4)
    count(leg, report)
    assert leg.line() == "SQLite      4 passed, 3 failed, 3 skipped in 2 s"


def test_a_leg_that_counts_nothing_skipped_does_not_speak_of_it():
    assert Leg("Browser", passed=3).line() == "Browser     3 passed, 0 failed in 0 s"


@pytest.mark.skipif(not cluster.programs(), reason="PostgreSQL's server programs were not found")
def test_the_throwaway_postgresql_answers_and_is_gone_afterwards():
    def use():
        with cluster.cluster() as url:
            folder = Path(urlsplit(url).path[1:]).parent
            name = f"host={folder} dbname=postgres user=hashar"
            with psycopg.connect(name) as connection:
                owner = connection.execute("SELECT current_user").fetchone()
            assert (owner, folder.is_dir()) == (("hashar",), True)
            seen.append((folder, int((folder / "data/postmaster.pid").read_text().split()[0])))
            raise KeyboardInterrupt

    seen: list[tuple[Path, int]] = []
    with pytest.raises(KeyboardInterrupt):
        use()
    folder, pid = seen[0]
    assert not folder.exists()
    assert not Path(f"/proc/{pid}").exists()
