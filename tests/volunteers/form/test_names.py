"""Names as people have them, and signs that only deceive the eye."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.volunteers.factories import make_open_training
from tests.volunteers.form.sending import errors, send
from volunteers.forms.lines import one_line, visible
from volunteers.models import Registration


@pytest.mark.parametrize(
    "name",
    [
        "Зебо",
        "Зебо Қосимӣ",
        "Мадина Ахметова қызы",
        "Иброҳим Саидзода",
        "O‘tkir G‘ulomov",
        "Oʻtkir Gʻulomov",
        "O'Brien",
        "D’Arcy",
        "Сыдыкова-Аманкулова Ж. Т.",
        "Жәния Әділқызы",
        "محمد رضا",
        "می‌خواهم",  # with the joiner that Persian is written with
        "김민준",
        "Nguyễn Thị Ánh",
        "X Æ",
        "Ng",
    ],
)
def test_a_name_stays_as_it_is_written(name):
    assert one_line(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ze\u202ebo", "Zebo"),
        ("\u2066Zebo\u2069", "Zebo"),
        ("Ze\u200bbo\ufeff", "Zebo"),
        ("Ze\u200dbo", "Zebo"),
        ("Зе\u200cбо", "Зебо"),
        ("Ze\0bo\x1b", "Zebo"),
        ("Ze\u00adbo", "Zebo"),
        ("  Zebo \t\r\n Qosimi\u2028", "Zebo Qosimi"),
        ("Zebo\u00a0Qosimi\u3000", "Zebo Qosimi"),
        ("Зебои\u0306", "Зебой"),
        ("e" + "\u0301" * 40, "é" + "\u0301" * 4),
        ("\u3164\u2800", ""),
        ("\ud800Zebo\ue000", "Zebo"),
    ],
)
def test_what_only_deceives_the_eye_is_left_out(typed, kept):
    assert one_line(typed) == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a" * 10_000, "Write at most 200 characters; these are 10000."),
        ("\u202e\u200b\0", "Write your name."),
        ("—", "Write your name with letters."),
        ("+992 93", "Write your name with letters."),
        ("Win at https://example.org", "Write the name alone, without a web address."),
        ("WWW.example.org", "Write the name alone, without a web address."),
    ],
)
def test_what_is_no_name_is_refused_with_a_sentence(client, name, sentence):
    answer = send(client, make_open_training(), name=name)
    assert errors(answer) == [f"Name, as you want to be called: {sentence}"]
    assert not Registration.objects.exists()


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_becomes_visible_text(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)
    hidden = {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co")}
    assert hidden <= {"\n", "\t", "\u200c", "\u200d"}
