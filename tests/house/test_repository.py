"""What the repository may hold: the project, and nothing of one machine."""

import re
import subprocess

import pytest

from tests.house.starting import ROOT

OWN_WORDS = __file__  # this file names what it looks for
FOREIGN = {
    "a folder of one person's machine": r"(?<![\w.])/(?:root|home/\w+|Users/\w+)/",
    "a file in a temporary folder": r"(?<![\w.])/tmp/\w+/",
    "an address of a package index": r"--(?:extra-)?index-url|//registry\.|pypi\.org/simple",
    "a conflict left over": r"^(?:<{7}|>{7}) ",
}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("This is no checkout of git.")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(name: str) -> str:
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_speaks_of_one_machine(what):
    found = [
        name
        for name in tracked()
        if not OWN_WORDS.endswith(name) and re.search(FOREIGN[what], text_of(name), re.MULTILINE)
    ]
    assert found == []


def test_nothing_secret_or_made_is_tracked():
    made = re.compile(r"(^|/)(\.env|db\.sqlite3|\.venv|\.run|media|staticfiles|__pycache__)(/|$)")
    assert [name for name in tracked() if made.search(name)] == []


def test_every_migration_has_a_name():
    names = [name for name in tracked() if "/migrations/0" in name]
    assert len(names) >= 2
    assert [name for name in names if re.search(r"\d{4}_auto_", name)] == []


@pytest.mark.parametrize("file", ["requirements", "requirements-extras", "requirements-test"])
def test_every_requirement_is_pinned_by_name_and_version_alone(file):
    pinned = re.compile(r"[a-z0-9][a-z0-9.-]*==[A-Za-z0-9.+!]+")
    allowed = ("#", "-r requirements.txt")
    lines = (ROOT / f"{file}.txt").read_text().splitlines()
    assert [
        each for each in lines if not pinned.fullmatch(each) and not each.startswith(allowed)
    ] == []


@pytest.mark.parametrize("file", ["requirements", "requirements-extras", "requirements-test"])
def test_everything_asked_for_is_pinned(file):
    def names(path: str) -> set[str]:
        found = re.findall(r"^([A-Za-z0-9._-]+)", (ROOT / path).read_text(), re.MULTILINE)
        return {name.lower().replace("_", "-") for name in found if not name.startswith("-")}

    assert names(f"{file}.in") - names(f"{file}.txt") == set()


def test_no_package_is_pinned_in_two_versions():
    files = ("requirements.txt", "requirements-extras.txt", "requirements-test.txt")
    pins = {line for name in files for line in (ROOT / name).read_text().splitlines()}
    names = sorted(pin.split("==")[0] for pin in pins if "==" in pin)
    assert names == sorted(set(names))
