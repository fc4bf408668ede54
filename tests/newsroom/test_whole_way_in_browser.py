"""The main line of the newsroom, walked by an editor, a colleague and a stranger on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_picture
from tests.volunteers.factories import make_registration
from trainings.models import ReportText
from volunteers.models import State

pytestmark = pytest.mark.browser

HEADLINE = "Neighbours learn from neighbours"
QUOTE = "We plant what our neighbours will drink from."
REMARK = "Who counted them?"
WHY = "One more seat was given."


@pytest.fixture
def training(story):
    """The training of the story, with one seat that was given."""
    make_registration(story.training, state=State.APPROVED, country="KZ")
    return story.training


@pytest.fixture
def window(open_page, sign_in):
    """A function opening a window of the desk for a person."""

    def window_of(person, **options):
        page = open_page(**options)
        sign_in(page, person)
        return page

    return window_of


def press(scope, name):
    scope.get_by_role("button", name=name, exact=True).click()


def told(page, words):
    expect(page.locator(".messages")).to_contain_text(words)


def draft(page, training) -> ReportText:
    page.goto(f"/admin/trainings/training/{training.pk}/draft/")
    page.get_by_label("as another report").check()
    press(page, "Draft from the record")
    told(page, "Here is a first draft")
    return ReportText.objects.latest("pk")


def edit(page):
    page.get_by_label("Headline").fill(HEADLINE)
    page.locator("textarea.markdown").first.press("Control+End")
    page.keyboard.type(" They came **early**.")
    preview = page.frame_locator("#preview")
    expect(preview.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(preview.locator("strong", has_text="early")).to_be_visible()


def add(page, kind):
    """Add a block at the very beginning; returns it."""
    page.locator(".add-here > summary").first.click()
    press(page.locator(".add-here").first, kind)
    block = page.locator("#blocks > .block").first
    expect(block).to_contain_text(f"1 {kind}")
    return block


def add_photo(page):
    block = add(page, "Photograph")
    picture = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": make_picture().read()}
    block.get_by_label("Picture").set_input_files(picture)
    block.get_by_label("What it shows").fill("People around a well")
    block.get_by_label("Caption").fill("The second morning")
    press(block, "Add this photograph to the training")
    expect(block.locator(".picture-choice :checked")).to_have_count(1)


def add_quote(page):
    block = add(page, "Quote")
    block.get_by_text("Write down a new quote").click()
    block.get_by_label("Words", exact=True).fill(QUOTE)
    block.get_by_role("combobox", name="Said by").press_sequentially("frishin")
    block.get_by_role("option", name="Dmitry Frischin", exact=True).click()
    press(block, "Add this quote to the training")
    expect(block.get_by_label("What was said")).to_contain_text(QUOTE)


def add_seats(page):
    block = add(page, "Figures")
    block.get_by_label("Where the figures come from").select_option(label="With a seat")
    press(page, "Put into the text")
    told(page, "The changes are in the text now.")


def hand_in(page, text):
    page.goto(review_of(text))
    press(page, "Hand in for review")
    told(page, "Handed in for review.")


def remark(page):
    page.goto("/admin/")
    page.get_by_role("link", name=f"To be read: “{HEADLINE}”").click()
    page.get_by_label("Remark", exact=True).fill(REMARK)
    press(page, "Add the remark")
    expect(page.locator(".remarks")).to_contain_text(REMARK)


def publish(page):
    page.reload()
    press(page, "Settled")
    expect(page.locator("#remarks")).to_contain_text("No open remark.")
    press(page, "Publish now")
    told(page, "Confirm first, each by itself")
    for tick in page.locator("[name=confirmed]").all():
        tick.check()
    press(page, "Publish now")
    told(page, "Everyone can read it now.")


def correct(page, training):
    make_registration(training, state=State.APPROVED, country="UZ")
    page.reload()
    page.get_by_label("Why they are corrected").fill(WHY)
    press(page, "Publish a correction")
    told(page, "The page shows the numbers of now")


def open_kit(page):
    """Follow the link to the press kit and fetch its files, by the ending of their name."""
    page.get_by_role("link", name="Press kit").click()
    page.wait_for_url("**/press/")  # the report behind has the same heading
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    links = [link.get_attribute("href") for link in page.locator(".kit a").all()]
    answers = [page.request.get(link) for link in links]
    assert all(answer.ok for answer in answers)
    return {answer.url.rsplit("/", 1)[-1]: answer for answer in answers}


def review_of(text) -> str:
    return f"/admin/trainings/reporttext/{text.pk}/review/"


def test_a_report_goes_from_the_record_to_a_stranger(
    window, open_page, training, editor, organizer
):
    page = window(editor)
    text = draft(page, training)
    edit(page)
    add_photo(page)
    add_quote(page)
    add_seats(page)
    hand_in(page, text)
    remark(window(organizer))
    publish(page)
    correct(page, training)

    stranger = open_page(360)
    stranger.goto(f"/en/reports/{text.report.slug}/")
    expect(stranger.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    for words in (QUOTE, "The second morning", "They came early.", f"{WHY} Earlier: In all 1"):
        expect(stranger.get_by_text(words).first).to_be_visible()
    assert stranger.evaluate("document.documentElement.scrollWidth") <= 360
    files = open_kit(stranger)
    assert {"report.pdf", "report.txt", "report.md", "photos.zip"} <= files.keys()
    for words in (HEADLINE, QUOTE, WHY):
        assert words in files["report.txt"].text()


def test_a_russian_report_goes_the_same_way(window, open_page, training, editor):
    page = window(editor, locale="ru-RU")
    page.goto(f"/admin/trainings/training/{training.pk}/draft/")
    page.get_by_label("русский").check()
    press(page, "Составить черновик по записям")
    expect(page.locator("#id_lead")).to_have_value(re.compile(r"^Состоялся тренинг «.+»\."))
    text = ReportText.objects.latest("pk")
    page.locator("#id_headline").fill("Соседи учатся у соседей")
    press(page, "Внести в текст")
    told(page, "Правки внесены в текст.")
    page.goto(review_of(text))
    press(page, "Опубликовать сейчас")
    told(page, "Опубликовано. Теперь это видят все.")

    stranger = open_page(360, locale="ru-RU")
    stranger.goto(f"/ru/reports/{text.report.slug}/")
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Соседи учатся у соседей")
    for words in ("Участники: ", "Среди приглашённых гостей: Ms. Vera Kim"):
        expect(stranger.get_by_text(words).first).to_be_visible()
