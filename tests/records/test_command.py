"""`manage.py record`: what it prints, and that it fails where a file does."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from tests import factories as make
from tests.records.files import write
from trainings.models import Training

pytestmark = pytest.mark.django_db

RIGHT = "trainings: [{slug: t, title: A training}]"
WRONG = "trainings:\n  - slug: w\n    title: Wrong\n    capacity: -3\n    mode: never\n"


def run(*arguments) -> tuple[str, str, str]:
    """What the command printed, what it complained of, and what it stopped with."""
    out, err, stopped = StringIO(), StringIO(), ""
    try:
        call_command("record", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        stopped = str(error)
    return out.getvalue(), err.getvalue(), stopped


def test_load_prints_a_line_a_file(tmp_path):
    path = write(tmp_path, RIGHT)
    assert run("load", path) == (f"loaded: {path}, 1 created, 0 changed, 0 removed\n", "", "")
    assert run("load", path) == (f"loaded: {path}, 0 created, 0 changed, 0 removed\n", "", "")


def test_load_names_file_line_and_path_of_every_error_and_fails(tmp_path):
    right, wrong = write(tmp_path, RIGHT, "right.yaml"), write(tmp_path, WRONG, "wrong.yaml")
    out, err, stopped = run("load", right, wrong)
    assert out == (
        f"loaded: {right}, 1 created, 0 changed, 0 removed\n"
        f"not loaded: {wrong}, errors: 2, nothing was changed\n"
    )
    assert err == (
        f"{wrong}: line 4: trainings[0].capacity: expected a whole number of 0 or more, or "
        "nothing; found “-3”.\n"
        f"{wrong}: line 5: trainings[0].mode: expected one of in_person, online, hybrid; found "
        "“never”.\n"
    )
    assert stopped == "1 of 2 files could not be loaded. Mend what is said above."


def test_load_of_a_file_that_is_not_there_fails(tmp_path):
    _out, err, stopped = run("load", tmp_path / "none.yaml")
    assert err == f"{tmp_path / 'none.yaml'}: There is no such file. Check the name.\n"
    assert stopped == "The file could not be loaded. Mend what is said above."


def test_dump_prints_what_load_reads(tmp_path):
    make.make_training("A training", slug="t", capacity=40)
    out, err, stopped = run("dump", "t")
    assert (err, stopped) == ("", "")
    Training.objects.all().delete()
    run("load", write(tmp_path, out))
    assert Training.objects.get(slug="t").capacity == 40


def test_dump_of_an_unknown_training_fails_and_names_the_nearest():
    make.make_training("A training", slug="first-training")
    assert run("dump", "first-trainin") == (
        "",
        "",
        "There is no training “first-trainin”. Did you mean “first-training”?",
    )


def test_dump_into_a_folder_writes_the_file_and_what_it_names(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    training = make.make_training("A training", slug="t")
    photo = make.make_photo(training, image=make.make_picture())
    out, _err, _stopped = run("dump", "t", "--folder", tmp_path / "out")
    assert out == f"written: {tmp_path / 'out' / 't.yaml'}\n"
    assert photo.image.name in (tmp_path / "out" / "t.yaml").read_text()
    assert (tmp_path / "out" / photo.image.name).is_file()


def test_dump_tells_of_a_file_that_is_missing_from_the_storage(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    training = make.make_training("A training", slug="t")
    photo = make.make_photo(training, image=make.make_picture())
    (tmp_path / "media" / photo.image.name).unlink()
    _out, _err, stopped = run("dump", "t", "--folder", tmp_path / "out")
    assert stopped.startswith(f"The file {photo.image.name} of the record is missing")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_dump_is_the_same_in_every_language(language):
    training = make.make_training({"ru": "Тренинг", "en": "A training"}, slug="t")
    make.make_quote(training, appearance=make.make_appearance(training))
    before = run("dump", "t")
    with translation.override(language):
        assert run("dump", "t") == before
