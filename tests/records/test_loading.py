"""Loading again changes what the file changed, keeps the rest, and doubles nothing."""

import pytest

from tests import factories as make
from tests.records.files import load, loaded, write
from tests.records.rows import everything, ids
from trainings import records
from trainings.models import Block, Organisation, Quote, Report, Training

pytestmark = pytest.mark.django_db

TEXT = """
organisations:
  - {slug: unv, name: UNV, website: https://unv.example.org/}
people:
  - {slug: vera, name: Vera Kim}
trainings:
  - slug: t
    title: A training
    points:
      - {kind: objective, text: first}
      - {kind: objective, text: second}
    organisation_roles:
      - {organisation: unv, role: organiser}
    appearances:
      - {person: vera, title: CEO}
    groups:
      - {capacity: everyone, count: 45, countries: [KZ, TJ]}
    quotes:
      - {key: one, words: one, appearance: vera}
      - {key: two, words: two, appearance: vera}
reports:
  - slug: r
    trainings: [t]
    texts:
      - language: en
        headline: News
        blocks:
          - {kind: quote, quote: two}
"""


def counts(outcome) -> tuple[int, int, int]:
    assert outcome.troubles == []
    return outcome.created, outcome.changed, outcome.removed


def test_a_first_load_counts_what_it_made(tmp_path):
    assert counts(load(tmp_path, TEXT)) == (16, 0, 0)


def test_a_second_load_changes_nothing(tmp_path):
    load(tmp_path, TEXT)
    before = everything(), ids()
    assert counts(load(tmp_path, TEXT)) == (0, 0, 0)
    assert (everything(), ids()) == before


def test_a_changed_row_keeps_its_id_and_the_others_stay_untouched(tmp_path):
    load(tmp_path, TEXT)
    before = ids()
    assert counts(load(tmp_path, TEXT.replace("count: 45", "count: 46"))) == (0, 1, 0)
    assert ids() == before
    assert Training.objects.get().groups.get().count == 46


def test_a_mended_quote_keeps_its_id_so_that_the_report_still_shows_it(tmp_path):
    load(tmp_path, TEXT)
    before = ids()
    assert counts(load(tmp_path, TEXT.replace("words: two", "words: too"))) == (0, 1, 0)
    assert ids() == before
    assert Block.objects.get().quote.words == "too"


def test_a_mended_aim_keeps_its_id(tmp_path):
    load(tmp_path, TEXT)
    before = ids()
    assert counts(load(tmp_path, TEXT.replace("text: second", "text: last"))) == (0, 1, 0)
    assert ids() == before


def test_of_two_rows_that_differ_in_one_word_the_right_one_stays(tmp_path):
    twins = """
    trainings:
      - slug: t
        title: T
        quotes:
          - {words: yes, language: en}
          - {words: yes, language: ru}
    """
    load(tmp_path, twins)
    stays = Quote.objects.get(language="ru")
    load(tmp_path, twins.replace("          - {words: yes, language: en}\n", ""))
    assert Quote.objects.get() == stays


def test_rows_that_change_places_keep_their_ids(tmp_path):
    load(tmp_path, TEXT)
    first, second = Quote.objects.order_by("order")
    swapped = TEXT.replace("words: one", "words: x").replace("words: two", "words: one")
    swapped = swapped.replace("words: x", "words: two").replace("quote: two", "quote: one")
    assert counts(load(tmp_path, swapped)) == (0, 2, 0)
    assert list(Quote.objects.order_by("order")) == [second, first]


def test_what_the_file_no_longer_names_is_removed_from_its_training(tmp_path):
    load(tmp_path, TEXT)
    shorter = TEXT.replace("      - {kind: objective, text: first}\n", "")
    assert counts(load(tmp_path, shorter)) == (0, 1, 1)
    assert [str(point.text) for point in Training.objects.get().points.all()] == ["second"]


def test_what_the_file_no_longer_says_of_its_training_is_emptied(tmp_path):
    load(tmp_path, TEXT.replace("title: A training", "title: A training\n    capacity: 40"))
    load(tmp_path, TEXT)
    assert Training.objects.get().capacity is None


def test_what_the_file_does_not_say_of_an_organisation_stays(tmp_path):
    load(tmp_path, TEXT)
    load(tmp_path, TEXT.replace(", website: https://unv.example.org/", ", acronym: U"))
    unv = Organisation.objects.get()
    assert (unv.acronym, unv.website) == ("U", "https://unv.example.org/")


def test_nothing_empties_a_column_of_an_organisation(tmp_path):
    load(tmp_path, TEXT)
    load(tmp_path, TEXT.replace("website: https://unv.example.org/", "website: null"))
    assert Organisation.objects.get().website == ""


def test_other_trainings_and_reports_are_left_alone(tmp_path):
    load(tmp_path, TEXT)
    other = make.make_training("Another")
    make.make_quote(other)
    make.make_report(Training.objects.get(slug="t"), slug="by-hand")
    before = everything()
    assert counts(load(tmp_path, TEXT)) == (0, 0, 0)
    assert everything() == before


def test_a_file_may_refer_to_what_is_on_record(tmp_path):
    make.make_organisation("UNV", slug="unv")
    make.make_person("Vera Kim", slug="vera")
    only = TEXT[TEXT.index("trainings:") :]
    assert counts(load(tmp_path, only)) == (14, 0, 0)


def test_of_two_files_the_right_one_is_loaded(tmp_path):
    right = write(tmp_path, "trainings: [{slug: right, title: Right}]", "right.yaml")
    wrong = write(tmp_path, "trainings: [{slug: wrong, title: Wrong, capacity: -1}]", "wrong.yaml")
    outcomes = records.load([wrong, right])
    assert [len(outcome.troubles) for outcome in outcomes] == [1, 0]
    assert [training.slug for training in Training.objects.all()] == ["right"]


REPORT_ON_BOTH = """
reports:
  - slug: digest
    trainings: [one, two]
    texts: [{language: en, headline: Two at once}]
"""


def test_a_report_may_be_on_trainings_of_other_files_in_any_order(tmp_path):
    report = write(tmp_path, REPORT_ON_BOTH, "a.yaml")
    one = write(tmp_path, "trainings: [{slug: one, title: One}]", "b.yaml")
    two = write(tmp_path, "trainings: [{slug: two, title: Two}]", "c.yaml")
    loaded(report, one, two)
    links = Report.objects.get().training_links.all()
    assert [link.training.slug for link in links] == ["one", "two"]


def test_trainings_of_two_files_may_name_each_other(tmp_path):
    first = """
    trainings:
      - {slug: one, title: One, related_events: [{relation: follow_up, other: two}]}
    """
    second = """
    trainings:
      - {slug: two, title: Two, related_events: [{relation: previous, other: one}]}
    """
    loaded(write(tmp_path, first, "one.yaml"), write(tmp_path, second, "two.yaml"))
    assert Training.objects.get(slug="one").related_events.get().other.slug == "two"


def test_files_that_need_each_other_are_loaded_together_or_not_at_all(tmp_path):
    report = write(tmp_path, REPORT_ON_BOTH, "report.yaml")
    one = write(tmp_path, "trainings: [{slug: one, title: One}]", "one.yaml")
    two = write(tmp_path, "trainings: [{slug: two, title: Two, mode: never}]", "two.yaml")
    outcomes = records.load([report, one, two])
    assert [str(outcome.troubles[0]) for outcome in outcomes] == [
        "Not loaded, because it belongs together with two.yaml, which has errors.",
        "Not loaded, because it belongs together with two.yaml, which has errors.",
        "line 1: trainings[0].mode: expected one of in_person, online, hybrid; found “never”.",
    ]
    assert not Training.objects.exists()


def test_a_report_on_a_training_that_is_nowhere_is_refused(tmp_path):
    make.make_training("One", slug="one")
    [trouble] = load(tmp_path, REPORT_ON_BOTH).troubles
    assert str(trouble) == (
        "line 4: reports[0].trainings[1]: There is no training “two”, neither here nor on record."
    )
    assert not Report.objects.exists()


def test_several_reports_on_one_training(tmp_path):
    text = TEXT + "  - {slug: s, trainings: [t], texts: [{language: ru, headline: Весть}]}\n"
    load(tmp_path, text)
    assert [report.slug for report in Training.objects.get().reports.order_by("slug")] == ["r", "s"]


def test_a_plain_label_is_in_the_language_of_the_file(tmp_path):
    load(tmp_path, "language: fr\ntrainings: [{slug: t, title: Un atelier}]")
    assert Training.objects.get().title.data == {"fr": "Un atelier"}


def test_a_place_that_a_figure_still_needs_goes_with_it(tmp_path):
    places = """
    trainings:
      - slug: t
        title: T
        places: [{key: osh, country: KG}]
        groups: [{capacity: all, place: osh}]
    """
    loaded(write(tmp_path, places))
    assert counts(load(tmp_path, "trainings: [{slug: t, title: T}]")) == (0, 0, 2)


def test_a_fact_may_be_below_nought(tmp_path):
    fact = "{key: f, organisation: unv, value: -5, wording: degrees, source: A paper}"
    loaded(write(tmp_path, TEXT + f"facts: [{fact}]\n"))
    assert Organisation.objects.get().facts.get().value == -5


def test_a_change_of_only_what_a_row_points_at_counts_as_a_change(tmp_path):
    load(tmp_path, TEXT)
    with_organisation = TEXT.replace("title: CEO}", "title: CEO, organisations: [unv]}")
    assert counts(load(tmp_path, with_organisation)) == (0, 1, 0)
    assert counts(load(tmp_path, with_organisation)) == (0, 0, 0)
    assert counts(load(tmp_path, TEXT)) == (0, 1, 0)
