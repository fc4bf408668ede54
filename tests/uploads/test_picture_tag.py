"""`{% picture %}` as a page shows it."""

import pytest
from django.template import Context, Template
from django.utils.html import escape

from tests.factories import make_person
from tests.uploads import samples
from trainings.labels import Label
from trainings.models import Person

pytestmark = pytest.mark.django_db


def shown(arguments="", **context):
    template = Template(f"{{% load pictures %}}{{% picture photo {arguments} %}}")
    return template.render(Context(context)).strip()


@pytest.fixture
def photo():
    return make_person(photo=samples.jpeg(samples.scene(700, 300))).photo


def test_it_offers_avif_then_webp_and_says_its_size(photo):
    root = photo.url.removesuffix(".jpg")
    assert shown('alt="A hall" sizes="50vw" css="round"', photo=photo) == (
        f'<picture><source type="image/avif" srcset="{root}.480.avif 480w, {root}.700.avif 700w" '
        'sizes="50vw">'
        f'<source type="image/webp" srcset="{root}.480.webp 480w, {root}.700.webp 700w" '
        f'sizes="50vw"><img src="{photo.url}" srcset="{root}.480.jpg 480w, {root}.700.jpg 700w" '
        'sizes="50vw" width="700" height="300" alt="A hall" class="round" loading="lazy" '
        'decoding="async"></picture>'
    )


def test_the_picture_on_top_is_fetched_first(photo):
    assert 'loading="lazy"' in shown(photo=photo)
    first = shown("lazy=False", photo=photo)
    assert 'fetchpriority="high"' in first
    assert "loading" not in first


def test_an_empty_field_shows_nothing():
    assert (shown(photo=Person().photo), shown(photo=None), shown()) == ("", "", "")


@pytest.mark.parametrize("alt", [None, "", Label({})])
def test_without_words_the_alternative_is_empty(photo, alt):
    assert ' alt="" ' in shown("alt=alt", photo=photo, alt=alt)


def test_a_label_is_shown_in_the_language_of_the_page(photo):
    alt = Label({"en": "A hall", "ru": "Зал"})
    assert ' alt="A hall" ' in shown("alt=alt", photo=photo, alt=alt)


def test_everything_is_escaped(photo):
    evil = '"><script>alert(1)</script>'
    page = shown("alt=evil sizes=evil css=evil", photo=photo, evil=evil)
    assert "<script" not in page
    assert page.count(escape(evil)) == 5


def test_a_picture_put_there_by_hand_is_shown_as_it_is():
    photo = Person(photo="people/by-hand.jpg").photo
    assert shown(photo=photo) == (
        '<picture><img src="/media/people/by-hand.jpg" alt="" loading="lazy" decoding="async">'
        "</picture>"
    )
