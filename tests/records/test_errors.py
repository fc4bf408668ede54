# ruff: noqa: E501
"""Every error is told at once, with its line, its path and what was expected."""

import pytest

from tests import factories as make
from tests.records.files import complaints
from tests.records.rows import everything
from trainings.models import Training

pytestmark = pytest.mark.django_db

HEAD = "trainings:\n  - slug: t\n    title: A training\n"


def of_training(tmp_path, lines: str) -> list[str]:
    """The complaints about more lines of a training, which begin on line 4."""
    inside = "".join(f"    {line}\n" for line in lines.splitlines())
    return complaints(tmp_path, HEAD + inside)


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("capacity: -3", "capacity: expected a whole number of 0 or more, or nothing; found “-3”."),
        ("capacity: many", "capacity: expected a whole number of 0 or more, or nothing; found “many”."),
        ("capacity: 1.5", "capacity: expected a whole number of 0 or more, or nothing; found “1.5”."),
        ("capacity: '45'", "capacity: expected a whole number of 0 or more, or nothing; found “45”."),
        ("capacity: true", "capacity: expected a whole number of 0 or more, or nothing; found true."),
        ("capacity: [1]", "capacity: expected a whole number of 0 or more, or nothing; found a list."),
        ("capacity: 99999999999", "capacity: expected a whole number of at most 2147483647, or nothing; found “99999999999”."),
        ("title: [a]", "title: expected a text, or texts by language code; found a list."),
        ("desk_note: {a: b}", "desk_note: expected a text; found a mapping with keys."),
        ("desk_note: true", "desk_note: expected a text (put it in quotes); found true."),
        ("summary: {english: x}", "summary: expected a language code such as en, ru or ky; found “english”."),
        ("mode: by_mail", "mode: expected one of in_person, online, hybrid; found “by_mail”."),
        ("mode: onlin", "mode: expected one of in_person, online, hybrid; found “onlin”. Did you mean “online”?"),
        ("guest_list_is_partial: yes", "guest_list_is_partial: expected true or false; found “yes”."),
        ("published_at: 2027-04-22", "published_at: expected a moment with its offset from UTC such as 2027-04-22T09:00+06:00, or nothing; found “2027-04-22”."),
        ("contact: nobody", "contact: Enter a valid email address."),
        ("time_zone: Asia/Nowhere", "time_zone: Asia/Nowhere is not a time zone. Write one such as Asia/Bishkek."),
        ("sdg_goals: [18]", "sdg_goals: expected one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17; found “18”."),
        ("sdg_goals: 4", "sdg_goals: expected a list of words, such as [1, 2]; found “4”."),
        ("dates: {start: 22 April}", "dates.start: expected a day such as 2027-04-22, or nothing; found “22 April”."),
        ("dates: {start: 2027-02-30}", "dates.start: expected a day such as 2027-04-22, or nothing; found “2027-02-30”."),
        ("dates: {month: 13}", "dates.month: expected one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12; found “13”."),
        ("dates: last week", "dates: expected a mapping with keys; found “last week”."),
        ("dates: {strat: 2027-04-22}", "dates.strat: “strat” is not a key here. Did you mean “start”?"),
        ("grups: []", "grups: “grups” is not a key here. Did you mean “groups”?"),
        ("points: aims", "points: expected a list (each line begins with a dash); found “aims”."),
        ("points: [develop]", "points[0]: expected a mapping with keys; found “develop”."),
        ("points: [{kind: topic}]", "points[0].text: expected a value; found nothing."),
        ("places: [{country: XX}]", "places[0].country: “XX” is no country on record. Expected the two capital letters of ISO 3166-1, such as KZ."),
        ("places: [{country: kz}]", "places[0].country: “kz” is no country on record. Expected the two capital letters of ISO 3166-1, such as KZ."),
        ("places: [{country: {code: KZ}}]", "places[0].country: expected the two capital letters of a country, such as KZ; found a mapping with keys."),
        ("groups: [{capacity: all, countries: [KZ, QQ]}]", "groups[0].countries[1]: “QQ” is no country on record. Expected the two capital letters of ISO 3166-1, such as KZ."),
        ("groups: [{capacity: all, subset_of: most}]", "groups[0].subset_of: There is no group as reported with the key “most” in this file."),
        ("groups: [{key: all, capacity: all, subset_of: all}]", "groups[0].subset_of: This leads back to “all” itself. Choose another."),
        ("groups: [{key: a b, capacity: all}]", "groups[0].key: expected a short name of letters, digits and hyphens; found “a b”."),
        ("appearances: [{person: nobody}]", "appearances[0].person: There is no person “nobody”, neither here nor on record."),
        ("organisation_roles: [{role: host}]", "organisation_roles[0].organisation: expected the slug of a row of “organisations”; found nothing."),
        ("series: nothing-like-it", "series: There is no series “nothing-like-it”, neither here nor on record."),
        ("documents: [{title: A, url: nowhere}]", "documents[0].url: Enter a valid URL."),
    ],
)  # fmt: skip
def test_a_value_that_is_not_expected(tmp_path, lines, complaint):
    expected = [f"line 4: trainings[0].{complaint}"]
    if lines.startswith("title"):
        expected.insert(
            0, "line 4: trainings[0].title: The key “title” stands twice in trainings[0]. Keep one."
        )
    assert of_training(tmp_path, lines) == expected
    assert not Training.objects.exists()


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("dates: {precision: days, start: 2027-04-22, end: 2027-04-21}",
         "The last day is before the first. Change one of them."),
        ("dates: {precision: days}",
         "The dates are said to be known to the day. Fill in the first day."),
        ("dates: {precision: month, year: 2027, month: 5, end_month: 4}",
         "The last month is before the first. Change one of them."),
        ("dates: {precision: relative}", "Write the dates as published, such as “last week”."),
        ("sdg_framework: all\nsdg_goals: [4]",
         "Choose goals together with “chosen goals”, and none otherwise."),
        ("appearances: [{title: expert}]",
         "Choose a person, or write the organisation that came without a named person."),
        ("languages: [en, en]", "This language stands here already."),
        ("groups: [{capacity: all, countries: [KZ, KZ]}]",
         "This country stands in this group already."),
        ("groups: [{capacity: all, age_from: 30, age_to: 18}]",
         "The ages are the wrong way round. Change one of them."),
        (("dates: {precision: days, start: 2027-04-22, end: 2027-04-23}\n"
         "sessions: [{title: Late, date: 2027-04-24}]"),
         ("This day is outside the training (22–23 April 2027). Change the day, or the days of the "
         "training.")),
        (("quotes: [{words: yes, appearance: a, attribution: b}]\n"
         "appearances: [{key: a, organisation_as_printed: ICRC}]"),
         "Say who said it once: a person, or an organisation or words."),
    ],
)  # fmt: skip
def test_what_the_record_refuses_is_told_in_its_own_words(tmp_path, lines, complaint):
    [found] = of_training(tmp_path, lines)
    assert found.split(": ", 2)[2] == complaint
    assert not Training.objects.exists()


def test_the_record_s_own_refusal_names_line_and_path(tmp_path):
    lines = "groups:\n  - capacity: all\n    countries:\n      - KZ\n      - country: KZ\n"
    assert of_training(tmp_path, lines) == [
        "line 8: trainings[0].groups[0].countries[1]: This country stands in this group already."
    ]


def test_all_errors_of_a_file_are_told_at_once_in_the_order_of_its_lines(tmp_path):
    lines = (
        "mode: by_mail\n"
        "capacity: -3\n"
        "places:\n"
        "  - country: XX\n"
        "appearances:\n"
        "  - person: nobody\n"
        "groups:\n"
        "  - capacity: all\n"
        "    countries:\n"
        "      - {country: KZ, count: some}\n"
        "      - {country: ZZ, cuont: 3}\n"
        "    age_from: 30\n"
        "    age_to: 18\n"
    )
    found = of_training(tmp_path, lines)
    assert [line.split(": ")[:2] for line in found] == [
        ["line 4", "trainings[0].mode"],
        ["line 5", "trainings[0].capacity"],
        ["line 7", "trainings[0].places[0].country"],
        ["line 9", "trainings[0].appearances[0].person"],
        ["line 11", "trainings[0].groups[0]"],
        ["line 13", "trainings[0].groups[0].countries[0].count"],
        ["line 14", "trainings[0].groups[0].countries[1].cuont"],
        ["line 14", "trainings[0].groups[0].countries[1].country"],
    ]


@pytest.mark.parametrize("key", ["organisations", "people", "series", "trainings", "reports"])
def test_what_others_refer_to_needs_its_slug(tmp_path, key):
    found = complaints(tmp_path, f"{key}:\n  - {{}}\n")
    expected = "expected a short name of small letters, digits and hyphens; found nothing."
    assert f"line 2: {key}[0].slug: {expected}" in found


def test_what_is_missing_is_told_of_a_row_with_another_error_too(tmp_path):
    assert of_training(tmp_path, "points: [{kind: never}]") == [
        "line 4: trainings[0].points[0].kind: expected one of objective, topic, method, output, follow_up; found “never”.",
        "line 4: trainings[0].points[0].text: expected a value; found nothing.",
    ]


def test_a_slug_stands_once_in_a_file(tmp_path):
    assert complaints(tmp_path, HEAD + "  - {slug: t, title: Another}\n") == [
        "line 4: trainings[1].slug: “t” stands here already, in trainings[0]. Keep one."
    ]


def test_a_key_stands_once_in_a_file(tmp_path):
    lines = "quotes:\n  - {key: q, words: one}\n  - {key: q, words: two}\n"
    assert of_training(tmp_path, lines) == [
        (
            "line 6: trainings[0].quotes[1].key: “q” stands here already, in "
            "trainings[0].quotes[0]. Keep one."
        )
    ]


def test_a_person_who_appears_twice_needs_keys_to_be_quoted(tmp_path):
    text = "people: [{slug: vera, name: Vera}]\n" + HEAD
    text += "    appearances: [{person: vera, title: A}, {person: vera, title: B}]\n"
    text += "    quotes: [{words: one, appearance: vera}]\n"
    assert complaints(tmp_path, text) == [
        (
            "line 6: trainings[0].quotes[0].appearance: There is no appearance with the key “vera” in "
            "this file."
        )
    ]


def test_a_circle_of_parts_is_refused(tmp_path):
    lines = (
        "groups:\n"
        "  - {key: a, capacity: a, subset_of: b}\n"
        "  - {key: b, capacity: b, subset_of: c}\n"
        "  - {key: c, capacity: c, subset_of: a}\n"
    )
    assert of_training(tmp_path, lines) == [
        "line 7: trainings[0].groups[2].subset_of: This leads back to “a” itself. Choose another."
    ]


def test_the_nearest_name_on_record_is_suggested(tmp_path):
    make.make_person("Vera Kim", slug="vera-kim")
    assert of_training(tmp_path, "appearances: [{person: vera-kin}]") == [
        (
            "line 4: trainings[0].appearances[0].person: There is no person “vera-kin”, neither "
            "here nor on record. Did you mean “vera-kim”?"
        )
    ]


def test_errors_change_nothing_on_record(tmp_path):
    make.make_training("Before", slug="t")
    make.make_organisation("UNV", slug="unv")
    before = everything()
    text = "organisations: [{slug: unv, name: Other}, {slug: new, name: New}]\n" + HEAD
    assert len(complaints(tmp_path, text + "    capacity: -1\n")) == 1
    assert everything() == before


def test_an_unknown_language_of_the_file_is_told(tmp_path):
    assert complaints(tmp_path, "language: Русский\n" + HEAD) == [
        "line 1: language: expected a language code such as en, ru or ky; found “Русский”."
    ]


def test_the_words_of_an_error_are_shortened(tmp_path):
    [found] = of_training(tmp_path, f"mode: {'x' * 5000}")
    assert len(found) < 250
