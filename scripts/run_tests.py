"""`make test`: all tests on SQLite, on PostgreSQL and in a browser.

The browser's run beside the others, for much of their time is waiting; what they said is shown
after the others.
A test that uses no database is the same on both engines, and runs once.
A leg that can't run is named at the end with its reason. With ALL_LEGS=1 it is a failure.
Words after the command go to pytest: `python3 scripts/run_tests.py tests/desk -x`.
"""

import os
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
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
            with in_browser() as browser:
                legs = [on_sqlite(), on_postgresql(), browser.end()]
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
    with Run("SQLite", "not browser", DATABASE_URL="") as run:
        return run.end()


def on_postgresql() -> Leg:
    given = os.environ.get("TEST_DATABASE_URL")
    try:
        with nullcontext(given) if given else cluster() as url:
            with Run("PostgreSQL", "database and not browser", DATABASE_URL=url) as run:
                return run.end()
    except OSError as error:
        return Leg("PostgreSQL", left_out=str(error))


@contextmanager
def in_browser() -> Iterator["Run | LeftOut"]:
    finding = "from tests.browser import chromium; print(chromium() or '')"
    found = subprocess.run([PYTHON, "-c", finding], cwd=ROOT, capture_output=True, text=True)
    if not found.stdout.strip():
        reason = "no Chromium was found: install chromium, or set CHROMIUM to its path"
        yield LeftOut("Browser", reason)
        return
    with Run("Browser", "browser", beside=True, DATABASE_URL="") as run:
        yield run


@dataclass
class LeftOut:
    """A run that there was none of."""

    name: str
    reason: str

    def end(self) -> Leg:
        return Leg(self.name, left_out=self.reason)


class Run:
    """The tests that carry a mark, run in two processes; the counts come from pytest's report.

    What a run `beside` others says is kept until its end is asked for.
    """

    def __init__(self, name: str, marked: str, *, beside: bool = False, **environment: str):
        self.name = name
        self.marked = marked
        self.beside = beside
        self.environment = {**os.environ, **environment}

    def __enter__(self) -> "Run":
        self.folder = tempfile.TemporaryDirectory()
        self.report = Path(self.folder.name, "report.xml")
        self.said = Path(self.folder.name, "said")
        command = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "load", "-m", self.marked]
        command += [f"--junitxml={self.report}", *sys.argv[1:]]
        if not self.beside:
            print(f"\n{self.name}", flush=True)
        with self.said.open("w") as said:
            out = said if self.beside else None
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=out, stderr=out
            )
        return self

    def __exit__(self, *stopped) -> None:
        """Have it ended, also when the whole is stopped before; Ctrl-C reaches both of us."""
        for number, patience in ((signal.SIGINT, 3), (signal.SIGKILL, 30)):
            try:
                self.process.wait(timeout=patience)
            except subprocess.TimeoutExpired:
                self.process.send_signal(number)
        self.process.wait()
        self.folder.cleanup()

    def end(self) -> Leg:
        """Wait for the end, and say how it went."""
        code = self.process.wait()
        if self.beside:
            print(f"\n{self.name}\n{self.said.read_text()}", flush=True)
        leg = Leg(self.name, ok=code == 0)
        if self.report.is_file():
            count(leg, self.report)
        if code == NOTHING_COLLECTED and sys.argv[1:]:
            return Leg(self.name, left_out="none of the chosen tests belongs to it")
        if not leg.ok and not leg.failed:
            leg.failed = 1  # pytest itself broke: that is no leg without failures
        return leg


def count(leg: Leg, report: Path) -> None:
    """Read how many tests passed, failed and were skipped, and how long it took, from pytest's
    JUnit report."""
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        leg.failed += failed
        leg.skipped += skipped
        leg.passed += int(suite.get("tests", 0)) - failed - skipped
        leg.seconds += float(suite.get("time", 0))


if __name__ == "__main__":
    sys.exit(main())
