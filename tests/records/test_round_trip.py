"""What is written to a file and read from it again is the same, to the last column."""

from textwrap import dedent

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories as make
from tests.records.everything import make_everything
from tests.records.files import CASES, DEMO, STORY, loaded, write
from tests.records.rows import empty_the_record, everything, ids, record_models
from trainings import records
from trainings.models import Report, Training
from trainings.records.reading import read
from trainings.records.schema import NEVER_WRITTEN, all_things

pytestmark = pytest.mark.django_db
RECORDS = pytest.mark.parametrize("path", [STORY, *CASES], ids=lambda path: path.stem)

# Control characters have no place in a text; line ends of every kind do.
LETTERS = st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t'\":#-{}[]&*!|>%@`")
TEXT = st.text(LETTERS, min_size=1, max_size=80).filter(str.strip)


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def reloaded(training, folder) -> None:
    """Dump a training, empty the database and load what was written."""
    text = records.dump([training], folder)
    empty_the_record()
    loaded(write(folder, text))


@RECORDS
def test_a_record_comes_back_as_it_was(path, tmp_path):
    loaded(path)
    before = everything()
    reloaded(Training.objects.earliest("pk"), tmp_path)
    assert everything() == before


def test_the_whole_demo_comes_back_with_its_pictures(tmp_path):
    loaded(*DEMO)
    before = everything()
    text = records.dump(Training.objects.order_by("pk"), tmp_path)
    empty_the_record()
    loaded(write(tmp_path, text))
    assert everything() == before


@RECORDS
def test_a_record_is_written_the_same_after_coming_back(path, tmp_path):
    loaded(path)
    first = Training.objects.earliest("pk")
    before = records.dump([first])
    reloaded(first, tmp_path)
    assert records.dump([Training.objects.get(slug=first.slug)]) == before


@RECORDS
def test_loading_twice_changes_nothing(path):
    loaded(path)
    rows, numbers = everything(), ids()
    outcome = records.load([path])[0]
    assert (outcome.created, outcome.changed, outcome.removed) == (0, 0, 0)
    assert (everything(), ids()) == (rows, numbers)


def test_every_column_of_every_model_comes_back(tmp_path):
    training = make_everything()
    before = everything()
    reloaded(training, tmp_path)
    assert everything() == before


def test_loading_every_column_twice_changes_nothing(tmp_path):
    path = write(tmp_path, records.dump([make_everything()], tmp_path))
    rows, numbers = everything(), ids()
    outcome = records.load([path])[0]
    assert (outcome.created, outcome.changed, outcome.removed) == (0, 0, 0)
    assert (everything(), ids()) == (rows, numbers)


def test_the_record_with_everything_fills_every_column():
    """So that a new column can't be forgotten above."""
    make_everything()
    never_filled = set()
    for thing in all_things():
        rows = thing.model.objects.all()
        for name, column in thing.columns.items():
            held = {column.get_prep_value(getattr(row, column.attname)) for row in rows}
            if not held - {column.get_prep_value(column.get_default()), None, ""}:
                never_filled.add(f"{thing.model.__name__}.{name}")
        for name in thing.several:
            if not any(getattr(row, name).exists() for row in rows):
                never_filled.add(f"{thing.model.__name__}.{name}")
    assert never_filled == set()


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_every_column_of_a_model_is_in_the_format(model):
    things = [thing for thing in all_things() if thing.model is model]
    assert things
    for thing in things:
        columns = {field.name for field in model._meta.fields}
        columns |= {field.name for field in model._meta.many_to_many}
        filled_by_themselves = {
            field.name
            for field in model._meta.fields
            if isinstance(field, NEVER_WRITTEN) or not field.editable
        }
        around = {thing.parent, *thing.other_parents} - {""}
        assert set(thing.paths.values()) | filled_by_themselves | around | set(thing.lists) >= (
            columns
        )


def test_a_dump_brings_along_what_it_needs_to_be_loaded_alone(tmp_path):
    first, second, third = (make.make_training(title) for title in ("One", "Two", "Three"))
    make.make_related_event(second, third, relation="previous")
    report = make.make_report([first, second])
    make.make_block(report.texts.get(), "quote", quote=make.make_quote(second))
    before = everything()
    reloaded(first, tmp_path)
    assert everything() == before


def test_a_dump_brings_along_a_training_that_a_report_only_quotes(tmp_path):
    reported, quoted = make.make_training("Reported"), make.make_training("Quoted")
    text = make.make_report(reported).texts.get()
    make.make_block(text, "quote", quote=make.make_quote(quoted))
    before = everything()
    reloaded(reported, tmp_path)
    assert everything() == before


def test_a_dump_brings_along_the_facts_about_its_organisations_and_series(tmp_path):
    training = make.make_training(series=make.make_series())
    make.make_fact(series=training.series)
    make.make_fact(make.make_organisation_role(training).organisation)
    before = everything()
    reloaded(training, tmp_path)
    assert everything() == before


def test_a_dump_does_not_say_what_goes_without_saying():
    training = make.make_training("Bare", published=False, lifecycle="planned")
    make.make_group(training, "all", countries=["KZ", "TJ"], order=0)
    assert records.dump([training]) == dedent("""\
        language: en
        trainings:
          - slug: bare
            title:
              en: Bare
            groups:
              - capacity:
                  en: all
                countries: [KZ, TJ]
        """)


def test_two_rows_that_are_alike_stay_two(tmp_path):
    training = make.make_training()
    for _turn in range(2):
        make.make_quote(training, "yes", order=0)
        make.make_point(training, "an aim", order=0)
    before = everything()
    reloaded(training, tmp_path)
    assert everything() == before


def test_a_label_typed_without_a_language_counts_as_english(tmp_path):
    training = make.make_training()
    Training.objects.update(title="Plain words")
    training.refresh_from_db()
    reloaded(training, tmp_path)
    assert Training.objects.get().title.data == {"en": "Plain words"}


@given(TEXT)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_from_yaml(tmp_path, text):
    path = tmp_path / "text.yaml"
    data = {"text": text, "list": [text], text: {"key": text}}
    path.write_text(records.dumping.in_yaml(data), encoding="utf-8", newline="")
    assert (read(path).data, read(path).troubles) == (data, [])


@given(TEXT, TEXT, TEXT, st.none() | st.integers(0, 2**31 - 1), st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_words_come_back_from_the_record(tmp_path, title, words, body, count, switch):
    with transaction.atomic():
        training = make.make_training({"en": title, "tg": words}, desk_note=body, slug="any")
        make.make_quote(training, words, is_excerpt=switch)
        make.make_group(training, title, count=count, is_total=switch)
        make.make_block(make.make_report(training).texts.get(), body=body)
        before = everything()
        reloaded(training, tmp_path)
        assert everything() == before
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "words", ["NO", "no", "10:30", "2027-04-22", "007", "1_000", "0x1F", "1e3", "~", "null", "45",
              "true", "True", ".5", "1.091", "=", "<<", "- a", "a: b", "a #b", "x\r\ny", " x ",
              "x\n", "\n\nx\n\n", "  x\n y", "\u2028", "x\u2029y", "\ufeff", "“x”", "نعم"]
)  # fmt: skip
def test_what_yaml_likes_to_mistake_comes_back(tmp_path, words):
    training = make.make_training(slug="t", desk_note=words)
    reloaded(training, tmp_path)
    assert Training.objects.get().desk_note == words


def test_a_report_on_several_trainings_comes_back_in_its_order(tmp_path):
    first, second = make.make_training("One"), make.make_training("Two")
    make.make_report([second, first])
    reloaded(first, tmp_path)
    assert [str(one.training.title) for one in Report.objects.get().training_links.all()] == [
        "Two",
        "One",
    ]
