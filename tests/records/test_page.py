"""docs/record.md: its example is loaded as it stands, and it leaves no key and no choice out."""

import re

import pytest

from tests.records.files import ROOT, loaded, write
from tests.records.rows import empty_the_record, everything
from trainings import records
from trainings.models import Training
from trainings.records.schema import FILE, all_things

PAGE = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[1]
REST = PAGE.replace(EXAMPLE, "")


@pytest.mark.django_db
def test_the_example_is_loaded_and_comes_back_as_it_was(tmp_path):
    loaded(write(tmp_path, EXAMPLE))
    before = everything()
    assert str(Training.objects.get().title) == "Clean water, together"
    text = records.dump(Training.objects.all())
    empty_the_record()
    loaded(write(tmp_path, text))
    assert everything() == before


@pytest.mark.django_db
def test_loading_the_example_twice_changes_nothing(tmp_path):
    loaded(write(tmp_path, EXAMPLE))
    outcome = records.load([write(tmp_path, EXAMPLE)])[0]
    assert (outcome.created, outcome.changed, outcome.removed) == (0, 0, 0)


@pytest.mark.django_db
def test_the_example_fills_every_list(tmp_path):
    loaded(write(tmp_path, EXAMPLE))
    empty = [thing.model.__name__ for thing in all_things() if not thing.model.objects.exists()]
    assert empty == []


@pytest.mark.parametrize("thing", all_things(), ids=lambda thing: thing.model.__name__)
def test_the_page_names_every_key_and_every_choice(thing):
    keys = {step for path in thing.paths for step in path} | thing.keys
    assert [key for key in sorted(keys) if f"`{key}`" not in REST] == []
    numbers = {"sdg_goals", "month", "end_month"}
    for name, column in thing.columns.items():
        words = [str(value) for value, _name in column.flatchoices if value != ""]
        if name not in numbers:
            assert [word for word in words if not re.search(rf"\b{word}\b", REST)] == []


def test_the_page_names_every_key_of_the_file():
    assert [key for key in ("language", *FILE) if f"`{key}`" not in REST] == []
