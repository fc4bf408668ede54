"""What no record file may hold is refused with a sentence, and nothing is changed."""

import time

import pytest

from tests.records.files import complaints, load, write
from trainings import records
from trainings.models import Training
from trainings.records.reading import LARGEST_FILE, read

pytestmark = pytest.mark.django_db

TITLED = "trainings:\n  - slug: t\n    title: %s\n"


def refused(path) -> str:
    """The one trouble of a file that can't be read."""
    [trouble] = records.load([path])[0].troubles
    assert not Training.objects.exists()
    return str(trouble)


def test_an_ordinary_file_is_read(tmp_path):
    assert complaints(tmp_path, TITLED % "A training") == []
    assert str(Training.objects.get().title) == "A training"


def test_a_file_of_50_mb_is_refused_unread(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    begun = time.monotonic()
    assert refused(path) == (
        "The file is too large: 52428800 bytes, and at most 2097152 are read. Split it."
    )
    assert time.monotonic() - begun < 1


def test_a_file_at_the_limit_is_read(tmp_path):
    text = TITLED % "A training" + "#" * LARGEST_FILE
    assert records.load([write(tmp_path, text[:LARGEST_FILE])])[0].troubles == []


def test_a_billion_laughs_are_refused(tmp_path):
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    begun = time.monotonic()
    assert complaints(tmp_path, "\n".join(lines)) == [
        (
            "line 1: Aliases and anchors (* and &) are not read. Write the value out, or put it in "
            "quotes if it is a text."
        )
    ]
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    "value", ["!!python/object/apply:os.system ['echo']", "!!str 45", "!thing x", "!!binary aGk="]
)
def test_a_tag_is_refused(tmp_path, value):
    assert complaints(tmp_path, TITLED % value) == [
        (
            "line 3: Tags (! and !!) are not read. Leave the tag away, or put the value in quotes "
            "if it is a text."
        )
    ]


def test_deep_nesting_is_refused(tmp_path):
    assert complaints(tmp_path, "trainings: " + "[" * 100_000) == [
        "line 1: More than 20 levels inside one another are not read."
    ]


def test_more_values_than_anyone_writes_are_refused(tmp_path):
    points = "    points:\n" + "      - {text: a}\n" * 20_000
    assert complaints(tmp_path, TITLED % "A training" + points) == [
        "line 16668: The file holds more than 50000 keys and values. Split it."
    ]


def test_a_key_that_stands_twice_is_refused(tmp_path):
    assert complaints(tmp_path, TITLED % "One" + "    title: Two\n") == [
        "line 4: trainings[0].title: The key “title” stands twice in trainings[0]. Keep one."
    ]
    assert not Training.objects.exists()


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_is_refused(tmp_path, text):
    [trouble] = complaints(tmp_path, text)
    assert trouble in (
        "The file is empty.",
        "expected keys such as trainings: and reports:; found nothing.",
    )


@pytest.mark.parametrize(
    ("text", "found"), [("- a\n- b\n", "a list"), ("just words\n", "“just words”"), ("45", "“45”")]
)
def test_a_file_without_keys_is_refused(tmp_path, text, found):
    assert complaints(tmp_path, text) == [
        f"expected keys such as trainings: and reports:; found {found}."
    ]


def test_a_second_document_is_refused(tmp_path):
    assert complaints(tmp_path, TITLED % "One" + "---\n" + TITLED % "Two") == [
        "The file holds two YAML documents (---). Write one file for each."
    ]
    assert not Training.objects.exists()


def test_a_tab_is_refused(tmp_path):
    [trouble] = complaints(tmp_path, "trainings:\n\t- slug: t\n")
    assert trouble.startswith("line 2: This is not YAML: ")
    assert trouble.endswith("Indent with spaces, not with tabs.")


def test_what_is_no_yaml_is_refused_with_its_line(tmp_path):
    [trouble] = complaints(tmp_path, "trainings:\n  - slug: [t\n    title: x\n")
    assert trouble.startswith("line 3: This is not YAML: ")


def test_what_is_no_utf_8_is_refused(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: Genève".encode("latin-1"))
    assert refused(path) == "The file is not UTF-8 (byte 11). Save it as UTF-8."


def test_utf_8_with_a_mark_in_front_is_read(tmp_path):
    path = tmp_path / "marked.yaml"
    path.write_bytes((TITLED % "Genève").encode("utf-8-sig"))
    assert records.load([path])[0].troubles == []


@pytest.mark.parametrize(("written", "code"), [(r"\0", "U+0000"), (r"\x07", "U+0007")])
def test_a_control_character_is_refused(tmp_path, written, code):
    assert complaints(tmp_path, TITLED % f'"A{written}B"') == [
        f"line 3: trainings[0].title: There is a control character ({code}) in the text. Remove it."
    ]


def test_half_a_letter_is_refused(tmp_path):
    [trouble] = complaints(tmp_path, TITLED % r'"\ud800"')
    assert "line 3" in trouble


def test_a_control_character_outside_quotes_is_refused(tmp_path):
    [trouble] = complaints(tmp_path, TITLED % "A\x07B")
    assert "This is not YAML" in trouble


def test_a_list_as_a_key_is_refused(tmp_path):
    assert complaints(tmp_path, "? [a, b]\n: c\n") == [
        "line 1: A list or a mapping can't be a key."
    ]


@pytest.mark.parametrize("name", ["missing.yaml", ".", "bad\0name"])
def test_what_is_no_file_is_refused(tmp_path, name):
    assert refused(tmp_path / name) == "There is no such file. Check the name."


def test_only_plain_words_that_json_knows_are_no_texts(tmp_path):
    plain = "[NO, no, yes, True, null, ~, true, false, 45, -3, 007, 1_0, 0x1F, 1:30, 2027-04-22]"
    path = write(tmp_path, f"plain: {plain}\nquoted: ['45', \"null\", 'true']\n")
    assert read(path).data == {
        "plain": ["NO", "no", "yes", "True", None, None, True, False, 45, -3, "007", "1_0", "0x1F",
                  "1:30", "2027-04-22"],
        "quoted": ["45", "null", "true"],
    }  # fmt: skip


def test_norway_is_a_country(tmp_path):
    outcome = load(tmp_path, TITLED % "A training" + "    places: [{country: NO}]\n")
    assert outcome.troubles == []
    assert Training.objects.get().places.get().country_id == "NO"
