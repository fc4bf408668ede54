"""The story and fourteen published reports, drafted anew in both languages from their records."""

import re
from pathlib import Path

import pytest

from tests.newsroom.drafting import reading
from tests.records.files import CASES, STORY, kept_loaded
from trainings.drafting import compose
from trainings.models import Report, ReportText, Training
from trainings.services.draft import filled

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent
SLUGS = [
    "pre-assignment-training-saly",
    "fresh-look-at-volunteerism-in-asia",
    "atelier-volontariat-ouagadougou",
    "strengthening-regional-capacities-for-peace",
    "government-and-ngos-in-tashkent",
    "academy-completed-two-seminars",
    "academy-activities-april-2023",
    "foro-voluntariado-tec",
    "capacity-building-eva",
    "youth-peace-and-security-forum",
    "womens-leadership-in-tsunami-risk-reduction",
    "asean-youth-learn-from-one-another",
    "first-training-in-tajikistan",
    "rca-phv-final-workshop-2019",
    "first-regional-training",
]


@pytest.fixture(scope="module")
def drafts(django_db_setup, django_db_blocker, tmp_path_factory):
    """By address and language, the text that a draft of the report's trainings makes."""
    with kept_loaded(django_db_blocker, tmp_path_factory.mktemp("media"), *CASES, STORY):
        made = {}
        for report in Report.objects.all():
            about = [link.training for link in report.training_links.order_by("order")]
            for language in ("en", "ru"):
                text = ReportText(report=report, language=f"{language}-x")
                made[report.slug, language] = filled(text, compose(about, language))
        yield made


def about(text: ReportText) -> list[Training]:
    return [link.training for link in text.report.training_links.all()]


BOTH = pytest.mark.parametrize("language", ["en", "ru"])
EACH = pytest.mark.parametrize("slug", SLUGS)

# What a draft must never hold: gaps that were filled with nothing, and words of the code.
BROKEN = re.compile(
    r"None|\bnull\b|\bnan\b|\(\s*\)|“\s*”|«\s*»|[ \u00a0]{2}| [,.;:)]|\(\s|:\.|[{}]"
    r"|(?<!г)[.,;:]{2}"  # a colon may follow «26 ноября 2012 г.»
)


@BOTH
@EACH
def test_a_draft_has_no_gaps(drafts, slug, language):
    words = reading.all_words(drafts[slug, language])
    assert BROKEN.findall(words) == []


@BOTH
@EACH
def test_every_sentence_stands_where_its_origin_says_and_no_other_does(drafts, slug, language):
    text = drafts[slug, language]
    said = reading.sentences(text)
    assert said
    assert [one["sentence"] for place, one in said if one["sentence"] not in place] == []
    assert reading.not_from_the_record(text) == ""


@BOTH
@EACH
def test_every_number_in_a_draft_is_on_record(drafts, slug, language):
    text = drafts[slug, language]
    written = reading.numbers_written(reading.all_words(text))
    assert written - reading.numbers_on_record(*about(text)) == set()


@pytest.mark.parametrize(
    ("slug", "made_up"),
    [
        ("atelier-volontariat-ouagadougou", ["22", "35", "vingt"]),  # 29 less 7, 29 and 6
        ("asean-youth-learn-from-one-another", ["197", "39", "2014"]),
        ("fresh-look-at-volunteerism-in-asia", ["2018", "November 2019"]),
        ("rca-phv-final-workshop-2019", ["176"]),
        ("strengthening-regional-capacities-for-peace", ["Uzbekistan", "Узбекистан"]),
        ("capacity-building-eva", ["2018", "December"]),
    ],
)
def test_nothing_is_worked_out(drafts, slug, made_up):
    words = reading.all_words(drafts[slug, "en"]) + reading.all_words(drafts[slug, "ru"])
    assert [one for one in made_up if re.search(rf"(?<!\w){one}(?!\w)", words)] == []


def test_a_qualifier_is_kept(drafts):
    slug = "youth-peace-and-security-forum"
    assert "More than twenty participants" in reading.all_words(drafts[slug, "en"])
    assert "Участники — более 20" in reading.all_words(drafts[slug, "ru"])


# To change the wording on purpose: write what the test shows into the file, and read it through.
@BOTH
def test_the_story_reads_as_it_was_agreed(drafts, language):
    agreed = (HERE / f"story_{language}.md").read_text(encoding="utf-8")
    assert reading.as_markdown(drafts["first-regional-training", language]) == agreed


def test_words_in_another_language_are_marked_for_the_editor(drafts):
    entries = [one for _place, one in reading.sentences(drafts["first-regional-training", "ru"])]
    foreign = {one["sentence"].split(":")[0] for one in entries if one.get("language") == "en"}
    assert foreign == {"Даты в источнике даны только словами", "Среди приглашённых гостей"}
