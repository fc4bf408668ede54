"""What the story teaches: the record holds every line of it, and nothing that it does not say."""

import pytest

from tests import factories as make
from tests.records.files import STORY, kept_loaded
from trainings import records
from trainings.models import Appearance, Country, Fact, Person, Quote, Report, Training

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def on_record(django_db_setup, django_db_blocker, tmp_path_factory):
    with kept_loaded(django_db_blocker, tmp_path_factory.mktemp("media"), STORY):
        yield


@pytest.fixture
def story(on_record) -> Training:
    return Training.objects.get(slug="leveraging-volunteerism")


def group(story, capacity: str, **values):
    return next(one for one in story.groups.filter(**values) if str(one.capacity) == capacity)


def codes(group) -> list[str]:
    return [row.country_id for row in group.countries.all()]


# No dates at all, only "last week"


def test_its_dates_are_not_stated_and_its_wording_is_kept(story):
    assert (story.date_precision, story.date_wording) == ("relative", "last week")
    assert (story.start_date, story.end_date, story.year, story.days_stated) == (None,) * 4
    assert story.dates_in_words() == ""
    assert not story.dates_known


def test_no_day_is_made_up_for_sorting_or_the_calendar(story):
    assert (story.sort_date, story.first_day, story.last_day) == (None, None, None)


def test_it_stands_under_no_year_and_after_those_that_have_one(story):
    dated = make.make_training("Dated", date_precision="year", year=1999)
    assert list(Training.objects.newest_first()) == [dated, story]
    assert list(Training.objects.without_year()) == [story]
    assert list(Training.objects.in_year(1999)) == [dated]


# Tajikistan in two groups, South Korea as published, no count by country


def test_tajikistan_stands_in_two_groups(story):
    assert codes(group(story, "UN Volunteers", is_total=False)) == ["KZ", "UZ", "TJ", "KG"]
    assert codes(group(story, "international volunteers")) == ["KR", "JP", "FI", "TJ"]
    assert Country.objects.get(code="TJ").group_counts.count() == 2


def test_south_korea_is_the_republic_of_korea_as_published(story):
    row = group(story, "international volunteers").countries.first()
    assert (str(row.country), row.as_published) == ("Republic of Korea", "South Korea")


def test_only_the_total_has_a_count(story):
    total = story.groups.get(is_total=True)
    assert (total.count, total.wording, str(total.capacity)) == (45, "Forty five", "UN Volunteers")
    assert [one.count for one in story.groups.exclude(pk=total.pk)] == [None, None]
    rows = [row for one in story.groups.all() for row in one.countries.all()]
    assert len(rows) == 8
    assert {row.count for row in rows} == {None}


def test_groups_stand_to_their_countries_as_the_story_says(story):
    assert group(story, "UN Volunteers", is_total=False).relation == "from"
    assert group(story, "international volunteers").relation == "origin"


def test_the_international_volunteers_are_part_of_the_total_and_the_others_not_said_to_be(story):
    assert group(story, "international volunteers").subset_of.is_total
    assert group(story, "UN Volunteers", is_total=False).subset_of is None


# Vera Kim twice


def test_vera_kim_is_one_person_with_two_titles_as_printed(story):
    kim = Person.objects.get(name="Vera Kim")
    assert str(kim) == "Ms. Vera Kim"
    assert [(one.title, one.organisation_as_printed) for one in kim.appearances.all()] == [
        ("Chairperson", "National Volunteer Network in Kazakhstan"),
        ("CEO", "National Volunteers Network in Kazakhstan"),
    ]


def test_both_spellings_lead_to_one_organisation(story):
    kim = Appearance.objects.filter(person__name="Vera Kim")
    assert len({one.organisations.get() for one in kim}) == 1


def test_her_quote_belongs_to_the_title_under_which_she_was_quoted(story):
    assert Quote.objects.get(appearance__person__name="Vera Kim").appearance.title == "Chairperson"


# Quoted and invited are independent; a shared title; a partial list


def test_quoted_and_invited_are_independent(story):
    quoted = {one.shown_name for one in story.appearances.filter(roles__has="quoted")}
    invited = {one.shown_name for one in story.appearances.filter(roles__has="invited_guest")}
    assert quoted == {"Munkhtuya Altangerel", "Dmitry Frischin", "Vera Kim"}
    assert invited == {"Vera Kim", "Alexander Beliy", "Firuz Ibrohimov", "Akbota Kenes"}
    assert not story.appearances.with_role("quoted").filter(roles__has="invited_guest").exists()


def test_a_shared_title_belongs_to_two_people(story):
    shared = story.appearances.filter(shared_title="UNDP experts")
    assert [(one.shown_name, one.title_line) for one in shared] == [
        ("Alexander Beliy", "expert, UNDP"),
        ("Firuz Ibrohimov", "expert, UNDP"),
    ]


def test_the_list_of_guests_is_partial(story):
    assert story.guest_list_is_partial
    assert not make.make_training().guest_list_is_partial


# A quotation with the same curly marks inside it


def test_the_inner_marks_of_a_quote_are_kept(story):
    kim = story.quotes.get(appearance__person__name="Vera Kim")
    assert kim.words == (
        "“social elevator” that allows a person to grow personally and professionally"
    )


def test_all_four_excerpts_are_kept_and_may_be_shown(story):
    assert [quote.words for quote in story.quotes.approved()] == [
        "our first regional training",
        "awareness and piloting sustainable development initiatives",
        "an excellent communication platform",
        "“social elevator” that allows a person to grow personally and professionally",
    ]
    assert all(quote.is_excerpt and quote.language == "en" for quote in story.quotes.all())


# Where the report was filed is not where the training was held


def test_the_dateline_is_not_the_place(story):
    report = story.reports.get()
    assert (str(report.dateline_place), report.agency, report.date) == ("ALMATY", "TCA", None)
    place = story.places.get()
    assert (place.country_id, str(place.city), str(place.venue)) == ("KZ", "", "")


def test_the_mode_is_not_stated(story):
    assert (story.mode, story.places.get().mode) == ("", "")


# The goals as a whole, none said, or chosen


def test_the_goals_as_a_whole_differ_from_none_and_from_chosen(story):
    none = make.make_training()
    chosen = make.make_training(sdg_framework="goals", sdg_goals=["4", "17"])
    assert [(one.sdg_framework, one.sdg_goals) for one in (story, none, chosen)] == [
        ("all", []),
        ("", []),
        ("goals", ["4", "17"]),
    ]


# Facts of the programme, reused by any report


def test_the_facts_belong_to_the_programme_with_as_of_and_source(story):
    facts = Fact.objects.filter(organisation__acronym="UNV")
    assert [
        (one.value, one.qualifier, one.country_id, str(one.as_of_wording)) for one in facts
    ] == [
        (1970, "exact", None, ""),
        (140, "more_than", None, ""),
        (1993, "exact", "KZ", ""),
        (35, "exact", "KZ", "as of the report"),
        (4, "exact", "KZ", "as of the report"),
    ]
    assert {fact.source for fact in facts} == {"The Times of Central Asia"}


def test_another_report_may_show_the_same_facts(story):
    other = make.make_report(make.make_training("Another")).texts.get()
    block = make.make_block(other, "facts", facts=Fact.objects.all())
    assert block.facts.count() == 5
    first = Report.objects.get(slug="first-regional-training")
    assert set(block.facts.all()) == set(
        first.texts.get(language="en").blocks.get(kind="facts").facts.all()
    )


def test_a_later_value_is_a_new_fact(story):
    fact = Fact.objects.get(key="unv-kazakhstan-national")
    later = make.make_fact(fact.organisation, key="later", value=40, replaces=fact, country="KZ")
    fact.refresh_from_db()
    assert (fact.value, list(fact.replaced_by.all())) == (35, [later])


# No timed session, no photo, no partner


def test_it_has_sessions_without_a_time_and_no_photo_or_partner(story):
    assert [(str(one.title), one.kind, one.when, one.room) for one in story.sessions.all()] == [
        ("Case studies", "case_study", "", ""),
        (
            "Mobilising resources to promote volunteering for sustainable development",
            "workshop",
            "",
            "",
        ),
    ]
    assert not story.photos.exists()
    assert [role.role for role in story.organisation_roles.all()] == ["organiser"]


# The rest of it


def test_the_three_aims_stand_in_their_order_and_the_third_is_one(story):
    assert [str(point.text) for point in story.points.filter(kind="objective")] == [
        "develop the capacities of UN Volunteers",
        "build strategic partnerships",
        (
            "equip UN Volunteers with advanced tools, methods and shared best practices to "
            "advocate volunteerism within the SDGs"
        ),
    ]


def test_first_is_a_claim_of_the_story(story):
    assert (story.edition_number, str(story.edition_wording)) == (1, "first")
    assert str(story.series) == "UNV Central Asia Regional Training"


def test_the_report_has_a_text_in_english_and_one_in_russian(story):
    report = story.reports.get()
    assert [text.language for text in report.texts.published()] == ["en", "ru"]
    kinds = [[block.kind for block in text.blocks.all()] for text in report.texts.all()]
    assert kinds[0] == kinds[1]
    assert {"text", "quote", "figures", "people", "facts"} == set(kinds[0])


def test_every_label_of_the_story_is_in_english_and_russian():
    texts = STORY.read_text(encoding="utf-8").splitlines()
    assert sum(line.strip().startswith("en: ") for line in texts) == sum(
        line.strip().startswith("ru: ") for line in texts
    )


def test_loading_the_story_again_changes_nothing(story):
    outcome = records.load([STORY])[0]
    assert (outcome.created, outcome.changed, outcome.removed) == (0, 0, 0)
