"""Every letter of the six languages, on paper and back."""

import datetime as dt

import pytest

from tests.volunteers.papers.pdf import text_of
from volunteers.papers.lettering import FILES, is_writable, writable
from volunteers.papers.paper import Paper, Type

MADE_AT = dt.datetime(2027, 4, 22, tzinfo=dt.UTC)
RUSSIAN = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя"
ALPHABETS = [
    RUSSIAN,
    "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
    "ҢңӨөҮү",
    "ҒғӢӣҚқӮӯҲҳҶҷ",
    "ЎўҚқҒғҲҳ",
    "AaBbDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvXxYyZzOʻoʻGʻgʻʼ",
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "0123456789 №«»“”‘’–—…·, . ; : ! ? ( )",
]


@pytest.mark.parametrize("face", FILES, ids="-".join)
def test_every_alphabet_is_read_back_as_it_was_written(face):
    paper = Paper(title="Letters", language="en", made_at=MADE_AT)
    paper.add_page()
    for alphabet in ALPHABETS:
        paper.put(alphabet, 15, 20, 180, Type(*face))
    assert text_of(paper.made()) == ALPHABETS
    assert all(map(is_writable, ALPHABETS))


def test_a_letter_with_its_accent_beside_it_is_one_letter():
    assert writable("Қосимӣ Йулдуз") == "Қосимӣ Йулдуз"


def test_letters_that_no_font_has_are_written_in_latin_ones():
    assert not is_writable("漢字")
    assert writable("漢字, Аида") == "HanZi, Аида"


def test_a_name_shrinks_and_wraps_before_anything_is_cut():
    paper = Paper(title="Letters", language="en", made_at=MADE_AT)
    paper.add_page()
    large = Type("sans", "B", 24)
    long = "Қасымжомарт Әбдірашитұлы Ғабдуллин-Мұхамеджанов"
    size, lines = paper.fitted(long, 80, large, smallest=11, most_lines=2)
    assert (" ".join(lines), len(lines), 11 <= size.size < 24) == (long, 2, True)
    assert max(paper.width_of(line, size) for line in lines) <= 80
    _size, cut = paper.fitted("word " * 60, 80, large, smallest=11, most_lines=2)
    assert (len(cut), cut[-1][-1]) == (2, "…")
