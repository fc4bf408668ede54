"""Writing a record file and loading it."""

from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

from django.db import transaction
from django.test import override_settings
from django.utils import translation

from trainings import records

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = sorted((HERE / "cases").glob("*.yaml"))
DEMO = sorted((ROOT / "demo").glob("*.yaml"))
STORY = ROOT / "demo" / "01-leveraging-volunteerism.yaml"


def write(folder: Path, text: str, name: str = "record.yaml") -> Path:
    path = folder / name
    path.write_text(dedent(text), encoding="utf-8")
    return path


def load(folder: Path, text: str, name: str = "record.yaml") -> records.Outcome:
    """What became of a file with this text."""
    return records.load([write(folder, text, name)])[0]


def complaints(folder: Path, text: str) -> list[str]:
    """The troubles of a file with this text, as the command prints them."""
    return [str(trouble) for trouble in load(folder, text).troubles]


def loaded(*paths: Path) -> None:
    """Load files that have to be right."""
    troubles = [str(one) for outcome in records.load(paths) for one in outcome.troubles]
    assert not troubles, "\n".join(troubles)


@contextmanager
def kept_loaded(blocker, media: Path, *paths: Path):
    """Files that stay loaded for all tests of a module, which have to be marked `django_db`."""
    with (
        override_settings(MEDIA_ROOT=media),
        blocker.unblock(),
        translation.override("en"),
        transaction.atomic(),
    ):
        loaded(*paths)
        yield
        transaction.set_rollback(True)
