"""The Russian catalogue: whole, true to the sources, and set as Russian is set."""

import gettext
import re

import pytest
from babel.messages.pofile import read_po

from tests.languages.strings import messages, strings

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")


@pytest.fixture(scope="module")
def catalogue():
    """All messages but the header."""
    with messages.po("ru").open("rb") as file:
        return [message for message in read_po(file, locale="ru") if message.id]


@pytest.fixture(scope="module")
def compiled():
    with messages.po("ru").with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def forms(words) -> tuple[str, ...]:
    """A message, or its translation, as the list of its forms; one where it has no plural."""
    return words if isinstance(words, tuple) else (words,)


def test_nothing_is_left_to_translate():
    assert messages.untranslated(messages.po("ru")) == []


def test_the_catalogue_holds_what_the_sources_hold_and_no_more(catalogue):
    gathered = {(message.context, message.id) for message in strings() if message.id}
    assert {(message.context, message.id) for message in catalogue} == gathered


def test_what_was_taken_out_of_the_sources_is_gone():
    with messages.po("ru").open("rb") as file:
        assert list(read_po(file).obsolete) == []


def test_translations_keep_the_placeholders(catalogue):
    wrong = [
        (message.id, form)
        for message in catalogue
        for form in forms(message.string)
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]
    assert wrong == []


def test_plurals_have_three_forms(catalogue):
    plural = [message for message in catalogue if isinstance(message.id, tuple)]
    assert plural != []
    assert [message.id for message in plural if len(forms(message.string)) != 3] == []


def test_the_site_reads_what_was_translated(catalogue, compiled):
    for message in catalogue:
        name = forms(message.id)[0]
        read = compiled.pgettext(message.context, name) if message.context else None
        assert (read or compiled.gettext(name)) == forms(message.string)[0]


def test_all_plural_forms_reach_the_site(catalogue, compiled):
    for message in catalogue:
        if isinstance(message.id, tuple):
            read = [compiled.ngettext(*message.id, number) for number in (1, 2, 5)]
            assert read == list(message.string)


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("straight or English quotation marks", r"[\"“”]"),
        ("a hyphen or a long dash for a dash", r"(^| )(-|—) "),
        ("an ending in brackets", r"\w\([а-яё]{1,4}\)"),
        ("an ending glued to a placeholder", r"\)[sd]-?[а-яё]"),
        ("a space before a mark", r"\s[,;?]"),
        ("two spaces", r"  "),
        ("a dash that may begin a line", r" – "),
    ],
)
def test_it_is_set_as_russian_is_set(catalogue, what, pattern):
    said = [re.sub(r"<[^>]+>", "", form) for one in catalogue for form in forms(one.string)]
    assert [form for form in said if re.search(pattern, form)] == [], what


def test_sentences_and_labels_begin_and_end_as_in_english(catalogue):
    marks = ".:…"
    ends = [(forms(one.id)[-1], form) for one in catalogue for form in forms(one.string)]
    wrong = [pair for pair in ends if pair[0][-1] in marks and pair[1][-1:] != pair[0][-1]]
    assert wrong == []
