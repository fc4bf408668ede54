"""The pictures that social networks show beside a link."""

import io
import json
from datetime import timedelta

import pytest
from django.utils import translation
from django.utils.timezone import now
from PIL import Image, ImageChops

from tests.factories import make_place, make_report, make_training
from tests.pages.kinds import KINDS
from trainings.models import Training
from trainings.sharing.cards import Card, card_of_report, card_of_site, card_of_training
from trainings.sharing.drawing import COLUMN, LEFT, fitted, font, ground, png, wrapped

SITE = "http://127.0.0.1:8000"


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def written(card: Card) -> tuple:
    """The edges of what is written on a card, in pixels."""
    column = picture(png(card)).crop((0, 0, LEFT + COLUMN + 40, 630)).convert("L")
    return column.point(lambda tone: 255 if tone < 200 else 0).getbbox()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_a_picture_with_its_size(every_page, kind):
    page = every_page["en", kind]
    shared = {one.get("property"): one.get("content") for one in page.all(".//meta[@property]")}
    assert shared["og:image"].startswith(f"{SITE}/en/")
    assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
    assert shared["og:image:alt"]
    assert page.meta("twitter:card") == "summary_large_image"


@pytest.mark.parametrize("name", ["site", "training", "report"])
def test_the_picture_is_there_for_ever(client, db, name):
    training = make_training("Springs", slug="springs")
    cards = {
        "site": card_of_site(),
        "training": card_of_training(training),
        "report": card_of_report(make_report(training, slug="told")),
    }
    answer = client.get(cards[name].address)
    assert answer.headers["Content-Type"] == "image/png"
    assert "immutable" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert picture(answer.content).size == (1200, 630)
    assert len(answer.content) < 100_000


def test_an_earlier_address_leads_to_the_picture_of_today(client, db):
    training = make_training("Springs", slug="springs")
    earlier = card_of_training(training).address
    Training.objects.update(title=json.dumps({"en": "Wells"}))
    today = card_of_training(Training.objects.get()).address
    assert today != earlier
    assert client.get(earlier).url == today


def test_a_draft_has_no_picture(client, db):
    draft = make_training(slug="draft", published=False)
    later = make_training(slug="later", published_at=now() + timedelta(days=1))
    report = make_report(draft, slug="told", published=False)
    for card in (card_of_training(draft), card_of_training(later), card_of_report(report)):
        assert client.get(card.address).status_code == 404


def test_it_says_what_when_and_where_in_the_language_of_the_page(db):
    training = make_training(
        {"en": "Springs", "ru": "Родники"},
        kind={"en": "workshop", "ru": "семинар"},
        date_precision="month",
        year=2027,
        month=4,
    )
    make_place(training, "KG")
    with translation.override("ru"):
        card = card_of_training(training)
    assert (card.kicker, card.title) == ("Семинар", "Родники")
    assert card.lines == ("Апрель 2027 г.", "Кыргызстан")
    assert card.version != card_of_training(training).version


def test_a_report_in_a_language_of_its_own_has_its_own_picture(read):
    make_report(make_training(), slug="told", language="kk", headline="Таза су")
    (image,) = read("/kk/reports/told/").all('.//meta[@property="og:image"]')
    assert image.get("content").startswith(f"{SITE}/kk/reports/told/card-")


@pytest.mark.parametrize(
    "title",
    ["Springs", "Таза су үшін еріктілер " * 20, "W" * 400, "آب زندگی است", "水 🙂 \x0b\n", ""],
)
def test_no_title_runs_out_of_its_column_or_into_the_dates(title):
    card = Card("/en/", title or "·", title, (title, title))
    left, top, right, bottom = written(card)
    assert left >= LEFT - 12
    assert right <= LEFT + COLUMN + 4
    assert top >= 60
    assert bottom <= 630 - 30


def test_longer_titles_are_written_smaller():
    lines = wrapped("Volunteers for clean water in five countries", font("serif", "", 76), COLUMN)
    assert all(font("serif", "", 76).getlength(line) <= COLUMN for line in lines)
    assert fitted("W" * 100, font("serif", "", 40), COLUMN).endswith("…")


def test_letters_of_all_six_languages_are_drawn():
    blank = picture(png(Card("/", " ", " ")))
    for letter in "ҚқӘәҒғҮүҰұҢңӨөҺһҲҳҶҷӮӯӢӣЁёʻʼ‘’":
        drawn = picture(png(Card("/", " ", letter)))
        assert ImageChops.difference(blank, drawn).getbbox(), letter
    assert ground().size == (1200, 630)
