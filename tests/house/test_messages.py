"""The catalogues hold the strings of the code, and what the site reads is what was translated."""

import ast

import pytest

from tests.languages.strings import messages, strings

LANGUAGES = messages.languages()


def test_russian_has_a_catalogue():
    assert "ru" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_site_reads_is_what_was_translated(language):
    path = messages.po(language)
    assert path.with_suffix(".mo").read_bytes() == messages.compiled(path), "run: make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_of_the_code_stands_in_the_catalogue(language):
    from babel.messages.pofile import read_po

    catalogue = read_po(messages.po(language).open("rb"))
    found = strings()
    missing = [m.id for m in found if m.id and not catalogue.get(m.id, m.context)]
    assert missing == [], "run: make messages"


def test_no_string_stands_where_it_is_not_found():
    ids = [m.id if isinstance(m.id, tuple) else (m.id,) for m in strings()]
    missing = asked_for() - {one for each in ids for one in each}
    assert missing == set(), "inside an f-string it is not found"


def asked_for() -> set[str]:
    """The first string of each call for a translation, in whatever it stands."""
    calls = [
        node
        for path in messages.sources()
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in messages.KEYWORDS
    ]
    words = [call.args[1 if "pgettext" in call.func.id else 0] for call in calls]
    return {one.value for one in words if isinstance(one, ast.Constant)}


def test_strings_of_templates_and_of_code_are_found_with_their_plural():
    found = strings()
    assert found.get("Hashar desk").locations[0][0] == "config/desk.py"
    assert found.get("training held").id == ("training held", "trainings held")


def test_a_translation_outlives_a_new_gathering(tmp_path, monkeypatch):
    from babel.messages.pofile import read_po, write_po

    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    template = strings()
    catalogue = messages.updated("ru", template)
    catalogue["Hashar desk"].string = "Рабочее место"
    path = messages.po("ru")
    path.parent.mkdir(parents=True)
    with path.open("wb") as out:
        write_po(out, catalogue)
    assert messages.updated("ru", template)["Hashar desk"].string == "Рабочее место"
    assert "Hashar desk" not in messages.untranslated(path)
    assert len(messages.untranslated(path)) == len(read_po(path.open("rb"))) - 1
