"""The fonts hold every letter of the six languages, once, and stay within the budget."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
STYLESHEET = ROOT / "static" / "css" / "tokens.css"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"

ALPHABETS = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "kk": RUSSIAN + "әғқңөұүһі",
    "ky": RUSSIAN + "ңөү",
    "tg": "абвгғдеёжзийӣкқлмнопрстуӯфхҳчҷшъэюя",
    # Oʻ, Gʻ and the tutuq belgisi are written with U+02BB and U+02BC.
    "uz": ENGLISH + "ʻʼ",
}
NEIGHBOURS = {
    "fr": "àâæçéèêëîïôœùûüÿ",
    "es": "áéíñóúü¿¡",
    "it": "àèéìòù",
    "de": "äöüß",
    "tr": "çğıİöşü",
    "tk": "äçňöşüýž",
    "uz-Cyrl": "ўқғҳ",
    "uk": "ґєії",
}
MARKS = "0123456789.,:;!?()/%&@“”‘’«»„‚–—…№·×−•\u00a0\u2011\u202f↑↓€"
# What a page of each language cannot do without, by file.
PAGES = {
    "en": (("basic",), 24_000),
    "uz": (("basic",), 24_000),
    "ru": (("basic", "cyrillic"), 45_000),
    "ky": (("basic", "cyrillic", "cyrillic-ext"), 54_000),
    "kk": (("basic", "cyrillic", "cyrillic-ext"), 54_000),
    "tg": (("basic", "cyrillic", "cyrillic-ext"), 54_000),
}
# With some 670 bytes of its head a file comes in three round trips on one of six connections of a
# slow line (docs/performance.md).
ROUND_TRIPS = 8_090


def ranges(text):
    """The code points of a unicode-range."""
    codes = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", text):
        codes |= set(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def read_faces():
    """{(family, weight): [(file, code points of its unicode-range)]} of the style sheet."""
    faces = defaultdict(list)
    for rule in re.findall(r"@font-face \{(.*?)\}", STYLESHEET.read_text(), re.DOTALL):
        if address := re.search(r"url\((.*?)\)", rule):
            family, weight = (
                re.search(p, rule)[1] for p in (r'family: "(.*?)"', r"weight: (.*?);")
            )
            file = (STYLESHEET.parent / address[1]).resolve()
            faces[family, weight].append((file, ranges(rule.split("unicode-range")[1])))
    return dict(faces)


FACES = read_faces()
WHOLE = {key: files for key, files in FACES.items() if not key[0].endswith("switch")}
every_face = pytest.mark.parametrize("face", WHOLE, ids=" ".join)


def named(file, parts):
    """Whether the file is one of these parts: source-sans-3-cyrillic.woff2 is "cyrillic"."""
    return re.sub(r"^source-(sans-3|serif-4-\d+)-", "", file.stem) in parts


def both_cases(letters):
    """Small and capital letters, in the language's own sense: ß and ı have no single capital."""
    return set(letters) | {c.upper() for c in letters if len(c.upper()) == 1}


def test_there_is_one_sans_and_two_weights_of_the_serif():
    assert list(WHOLE) == [
        ("Source Sans 3", "400 600"),
        ("Source Serif 4", "400"),
        ("Source Serif 4", "600"),
    ]


@every_face
@pytest.mark.parametrize("language", ALPHABETS | NEIGHBOURS)
def test_every_letter_is_drawn_by_exactly_one_file(face, language):
    drawn = [TTFont(file).getBestCmap() for file, _ in WHOLE[face]]
    letters = both_cases((ALPHABETS | NEIGHBOURS)[language])
    assert {c: sum(ord(c) in cmap for cmap in drawn) for c in letters} == dict.fromkeys(letters, 1)


@every_face
def test_every_mark_is_drawn_by_exactly_one_file(face):
    drawn = [TTFont(file).getBestCmap() for file, _ in WHOLE[face]]
    assert {c: sum(ord(c) in cmap for cmap in drawn) for c in MARKS} == dict.fromkeys(MARKS, 1)


@pytest.mark.parametrize("face", FACES, ids=" ".join)
def test_a_range_names_what_its_file_draws_and_no_more(face):
    assert [set(TTFont(file).getBestCmap()) for file, _ in FACES[face]] == [
        codes for _, codes in FACES[face]
    ]


def test_every_font_file_is_used_by_the_style_sheet():
    used = {file.name for files in FACES.values() for file, _ in files}
    assert used == {file.name for file in (ROOT / "static/vendor/fonts").glob("*.woff2")}


@pytest.mark.parametrize("language", PAGES)
def test_the_fonts_of_a_page_stay_within_the_budget(language):
    parts, limit = PAGES[language]
    files = [file for files in WHOLE.values() for file, _ in files if named(file, parts)]
    assert len(files) == len(WHOLE) * len(parts)
    assert sum(file.stat().st_size for file in files) <= limit
    assert max(file.stat().st_size for file in files) <= ROUND_TRIPS


@pytest.mark.parametrize("language", PAGES)
def test_a_page_needs_no_other_file_for_its_own_letters(language):
    parts, _ = PAGES[language]
    for files in WHOLE.values():
        drawn = set().union(*(codes for file, codes in files if named(file, parts)))
        assert {c for c in both_cases(ALPHABETS[language]) if ord(c) not in drawn} == set()


@every_face
def test_digits_are_of_equal_width(face):
    font = TTFont(WHOLE[face][0][0])
    cmap = font.getBestCmap()
    assert len({font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_the_switch_draws_the_names_of_the_languages():
    [(file, _)] = FACES["Source Sans 3 switch", "400"]
    names = "РУС ҚАЗ КЫР ТОҶ Русский Қазақша Кыргызча Тоҷикӣ".replace(" ", "")
    assert set(map(ord, names)) <= set(TTFont(file).getBestCmap())
    assert file.stat().st_size <= 3_000
