"""`make test`: all tests on SQLite, on PostgreSQL and in a browser.

A test that uses no database is the same on both engines, and runs once.
A leg that can't run is named at the end with its reason. With ALL_LEGS=1 it is a failure.
Words after the command go to pytest: `python3 scripts/run_tests.py tests/desk -x`.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from house import PYTHON, ROOT, install  # isort: skip  (first: it looks at the Python)
from cluster import cluster

NOTHING_COLLECTED = 5


@dataclass
class Leg:
    """One run of the tests, or the reason why there was none."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    left_out: str = ""
    ok: bool = True

    def line(self) -> str:
        if self.left_out:
            return f"{self.name:<11} left out: {self.left_out}"
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        counts = f"{self.passed} passed, {self.failed} failed{skipped}"
        return f"{self.name:<11} {counts} in {self.seconds:.0f} s"


def main() -> int:
    # As Ctrl-C: whatever was started is ended, and its folders are removed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        install("requirements.txt", "requirements-test.txt")
        with tempfile.TemporaryDirectory() as pictures:
            os.environ["KEPT_PICTURES"] = pictures
            legs = [on_sqlite(), on_postgresql(), in_browser()]
    except KeyboardInterrupt:
        print("\nStopped before the end.", file=sys.stderr)
        return 130
    print()
    for leg in legs:
        print(leg.line())
    print(f"{sum(leg.passed for leg in legs)} passed, {sum(leg.failed for leg in legs)} failed")
    strict = os.environ.get("ALL_LEGS") == "1"
    return int(not all(leg.ok and not (strict and leg.left_out) for leg in legs))


def on_sqlite() -> Leg:
    return run("SQLite", "not browser", DATABASE_URL="")


def on_postgresql() -> Leg:
    given = os.environ.get("TEST_DATABASE_URL")
    try:
        with nullcontext(given) if given else cluster() as url:
            return run("PostgreSQL", "database and not browser", DATABASE_URL=url)
    except OSError as error:
        return Leg("PostgreSQL", left_out=str(error))


def in_browser() -> Leg:
    finding = "from tests.browser import chromium; print(chromium() or '')"
    found = subprocess.run([PYTHON, "-c", finding], cwd=ROOT, capture_output=True, text=True)
    if not found.stdout.strip():
        reason = "no Chromium was found: install chromium, or set CHROMIUM to its path"
        return Leg("Browser", left_out=reason)
    return run("Browser", "browser", DATABASE_URL="")


def run(name: str, marked: str, **environment: str) -> Leg:
    """Run the tests that carry the mark, in two processes; the counts come from pytest's report."""
    print(f"\n{name}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [
            PYTHON,
            "-m",
            "pytest",
            "-q",
            "-n",
            "2",
            "--dist",
            "load",
            "-m",
            marked,
            f"--junitxml={report}",
        ]
        environment = {**os.environ, **environment}
        code = subprocess.run([*command, *sys.argv[1:]], cwd=ROOT, env=environment).returncode
        leg = Leg(name, seconds=time.monotonic() - started, ok=code == 0)
        if report.is_file():
            count(leg, report)
    if code == NOTHING_COLLECTED and sys.argv[1:]:
        return Leg(name, left_out="none of the chosen tests belongs to it")
    if not leg.ok and not leg.failed:
        leg.failed = 1  # pytest itself broke: that is no leg without failures
    return leg


def count(leg: Leg, report: Path) -> None:
    """Read how many tests passed, failed and were skipped out of pytest's JUnit report."""
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        leg.failed += failed
        leg.skipped += skipped
        leg.passed += int(suite.get("tests", 0)) - failed - skipped


if __name__ == "__main__":
    sys.exit(main())
