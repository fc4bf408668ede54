"""Making a draft: where it goes, whom it names, and that it never touches words of anybody."""

import pytest

from tests import factories as make
from tests.newsroom.drafting import reading
from trainings.models import Approval, Report, TextDraft, TextState
from trainings.services.draft import draft, languages_to_draft
from trainings.services.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make.make_training("First steps", kind="workshop")


@pytest.fixture
def editor():
    return make.make_account("editor@example.org")


def refused(*args) -> str:
    with pytest.raises(NotAllowed) as error:
        draft(*args)
    return str(error.value)


def test_a_training_without_a_report_gets_one(training, editor):
    text = draft(training, "en", editor)
    assert (text.headline, text.lead) == ("First steps", "")
    assert text.blocks.get().body == "The workshop “First steps” was held."
    assert [entry.get("part") for entry in text.blocks.get().origins] == ["headline", None]
    assert (text.state, text.report.slug) == (TextState.DRAFT, "first-steps")
    assert list(text.report.trainings.all()) == [training]


def test_where_and_when_a_report_was_filed_is_not_made_up(training, editor):
    make.make_place(training, city="Osh", country="KG")
    report = draft(training, "en", editor).report
    assert (str(report.dateline_place), report.agency, report.date) == ("", "", None)


def test_the_second_language_goes_into_the_same_report(training, editor):
    english, russian = (draft(training, language, editor) for language in ("en", "ru"))
    assert english.report == russian.report
    assert languages_to_draft(Report.objects.get()) == []


def test_it_is_written_down_who_drafted_it(training, editor, django_user_model):
    text = draft(training, "en", editor)
    assert list(editor.logentry_set.values_list("object_id", "change_message")) == [
        (str(text.pk), "Drafted from the record.")
    ]


@pytest.mark.parametrize("part", ["headline", "lead"])
def test_a_text_with_words_stays_as_it_is(training, editor, part):
    words = {"headline": "", "lead": "", part: "Mine."}
    report = make.make_report(training, published=False, **words)
    assert "has words already" in refused(report, "en", editor)
    text = report.texts.get()
    assert (getattr(text, part), text.blocks.count(), Report.objects.count()) == ("Mine.", 0, 1)


def test_words_that_stand_in_a_block_or_in_the_editor_are_words(training, editor):
    for number in range(2):
        report = make.make_report(training, headline="", published=False)
        text = report.texts.get()
        if number:
            TextDraft.objects.create(text=text, content={"headline": "Begun"})
        else:
            make.make_block(text)
        assert "has words already" in refused(report, "en", editor)


def test_a_published_text_is_not_filled(training, editor):
    report = make.make_report(training, headline="")
    assert "has words already" in refused(report, "en", editor)


def test_an_empty_text_is_filled(training, editor):
    report = make.make_report(training, headline="", published=False)
    text = draft(report, "en", editor)
    assert text == report.texts.get()
    assert text.headline == "First steps"


def test_a_report_about_several_trainings_is_another_report(training, editor):
    several = make.make_report([training, make.make_training("Other")], "en", headline="Both")
    assert draft(training, "en", editor).report != several


def test_pressed_twice_the_second_makes_nothing(training, editor):
    draft(training, "en", editor)
    assert "has words already" in refused(training, "en", editor)
    assert Report.objects.count() == 1


@pytest.mark.parametrize("language", ["kk", "", "xx", "en\0"])
def test_other_languages_are_refused_in_a_sentence(training, editor, language):
    assert "English and in Russian" in refused(training, language, editor)


def test_a_report_about_no_training_says_what_to_do(editor):
    assert "Say which training" in refused(make.make_report(), "en", editor)


def test_a_cancelled_training_has_nothing_to_report(editor):
    cancelled = make.make_training("Called off", lifecycle="cancelled")
    assert "was cancelled" in refused(cancelled, "en", editor)
    passed = make.make_training(
        "Gone by",
        lifecycle="closed",
        date_precision="days",
        start_date="2020-01-01",
        end_date="2020-01-02",
    )
    assert "Mark it as held" in refused(passed, "en", editor)
    assert Report.objects.count() == 0


def test_one_that_is_still_to_come_is_told_as_such(editor):
    training = make.make_training("Next steps", kind="workshop", lifecycle="planned")
    make.make_organisation_role(training, make.make_organisation("Ministry of Youth"))
    make.make_session(training, "Maps")
    words = reading.all_words(draft(training, "en", editor))
    assert "The Ministry of Youth will hold the workshop “Next steps”." in words
    assert "Participants will work on “Maps”." in words


def test_only_approved_quotes_of_people_who_are_shown_are_taken(training, editor):
    shown = make.make_appearance(training, roles=["quoted"])
    make.make_quote(training, "Yes", appearance=shown)
    make.make_quote(training, "Not asked", approval=Approval.ASKED)
    for hidden in (
        make.make_appearance(training, public=False),
        make.make_appearance(training, make.make_person("Young", under_age=True)),
        make.make_appearance(training, make.make_person("Gone", consent_withdrawn=True)),
    ):
        make.make_quote(training, "Hidden", appearance=hidden)
    text = draft(training, "en", editor)
    assert [block.quote.words for block in text.blocks.filter(kind="quote")] == ["Yes"]
    assert {"Young", "Gone"} & set(reading.all_words(text).replace(",", "").split()) == set()


def test_many_guests_stand_in_a_list_and_few_in_a_sentence(editor):
    few, many = make.make_training("Few"), make.make_training("Many")
    for training, number in ((few, 2), (many, 9)):
        for one in range(number):
            make.make_appearance(training, make.make_person(f"Guest {one}"), title="expert")
    texts = [draft(training, "en", editor) for training in (few, many)]
    listed = [list(one.blocks.filter(kind="people").values_list("role")) for one in texts]
    assert listed == [[], [("invited_guest",)]]
    assert ["Guest 1" in reading.all_words(one) for one in texts] == [True, False]


def test_groups_without_a_number_are_told_in_words_alone(training, editor):
    make.make_group(training, "guests", countries=["KZ"])
    assert not draft(training, "en", editor).blocks.filter(kind="figures").exists()
    other = make.make_training("Counted")
    total = make.make_group(other, "volunteers", count=45, is_total=True)
    make.make_group(other, "experts", subset_of=total)
    block = draft(other, "en", editor).blocks.get(kind="figures")
    assert list(block.groups.all()) == [total]


def test_only_facts_that_hold_now_and_here_are_taken(training, editor):
    host = make.make_organisation("Host")
    make.make_organisation_role(training, host)
    make.make_place(training, "KZ")
    old = make.make_fact(host, key="old")
    make.make_fact(host, key="new", replaces=old)
    make.make_fact(host, key="here", country="KZ")
    make.make_fact(host, key="elsewhere", country="UZ")
    make.make_fact(make.make_organisation("Another"), key="another")
    block = draft(training, "en", editor).blocks.get(kind="facts")
    assert {fact.key for fact in block.facts.all()} == {"new", "here"}


def test_words_are_shown_as_they_were_typed_though_the_blocks_are_markdown(editor):
    training = make.make_training("A *bold* [plan] <b>")
    for text in ("1. not a number", "- not a point", "# not a heading", "snake_case & &amp; `x`"):
        make.make_point(training, text)
    from trainings.markdown import plain

    text = draft(training, "en", editor)
    shown = plain("\n\n".join(block.body for block in text.blocks.all()), 1000)
    assert text.headline == "A *bold* [plan] <b>"
    for typed in ("1. not a number", "- not a point", "# not a heading", "snake_case & &amp; `x`"):
        assert typed in shown
    assert reading.not_from_the_record(text) == ""


def test_a_long_title_fits(editor):
    training = make.make_training("Very " * 200 + "long", kind="workshop")
    make.make_place(training, "KZ")
    text = draft(training, "ru", editor)
    text.full_clean()
    assert text.headline.endswith("…")
