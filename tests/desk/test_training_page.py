"""The long page of a training: its order, its rows, its cost."""

from contextlib import contextmanager

import pytest
import yaml
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.forms import errors, page_of, send, sent, tags
from tests.factories import (
    make_appearance,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_point,
    make_quote,
    make_session,
    make_session_person,
    make_training,
)
from tests.volunteers.roles.people import make_staff
from trainings.models import Appearance, Person, Training
from trainings.records.dumping import dump
from volunteers.roles import Role


def change(row) -> str:
    return f"/admin/trainings/{row._meta.model_name}/{row.pk}/change/"


def text_of(response) -> str:
    return " ".join("".join(page_of(response).itertext()).split())


def headings(response, level="h2") -> list[str]:
    return [
        "".join(tag.itertext()).strip() for name, tag in tags(page_of(response)) if name == level
    ]


def test_the_page_is_in_the_order_people_think(organizer_client):
    page = organizer_client.get("/admin/trainings/training/add/")
    assert [part["title"] for part in page.context["parts"]] == [
        "What",
        "When",
        "Where",
        "Who organised it",
        "What was planned",
        "Who took part",
        "Sessions",
        "What was said",
        "Pictures and documents",
        "Reports",
        "Stage and registration",
        "Related events, address, notes",
    ]


def test_words_of_someone_without_a_name_fold_under_whom_they_are_by(organizer_client):
    quote = make_quote(make_training(), "We knew the valley.", attribution="a keeper of the night")
    assert "a keeper of the night · published elsewhere already" in text_of(
        organizer_client.get(change(quote.training))
    )


def everything() -> dict:
    models = apps.get_app_config("trainings").get_models()
    return {model.__name__: list(model.objects.values()) for model in models}


def test_a_title_is_enough_to_begin(organizer_client):
    send(organizer_client, "/admin/trainings/training/add/", title_0="Clean water")
    assert str(Training.objects.get().title) == "Clean water"


def test_a_training_without_a_title_is_asked_for_it(organizer_client):
    page = send(organizer_client, "/admin/trainings/training/add/", date_wording="last week")
    assert errors(page) == {"title": ["This field is required."]}
    assert sent(page)["date_wording"] == ["last week"]


def test_saving_an_open_page_changes_nothing(organizer_client):
    training = make_training(date_precision="list", days=["2023-04-04", "2023-04-11"])
    make_point(training)
    make_group(training, countries=["KZ", "UZ"], count=4)
    before = everything()
    send(organizer_client, change(training))
    assert everything() == before


def test_an_empty_row_becomes_no_row(organizer_client):
    training = make_training()
    make_point(training, order=7)
    page = send(organizer_client, change(training), points__1__order="3")
    assert (errors(page), training.points.count()) == ({}, 1)


def test_a_new_row_gets_the_next_number(organizer_client):
    training = make_training()
    make_point(training, order=7)
    send(
        organizer_client,
        change(training),
        points__1__text_0="build partnerships",
        points__1__order="",
    )
    assert list(training.points.values_list("order", flat=True)) == [7, 8]


def test_rows_are_put_in_order_by_their_numbers(organizer_client):
    training = make_training()
    make_point(training, "first", order=1)
    make_point(training, "second", order=2)
    send(organizer_client, change(training), points__0__order="2", points__1__order="1")
    assert [str(point) for point in training.points.all()] == ["second", "first"]


def test_a_person_may_stand_twice_with_two_titles(organizer_client):
    training, person = make_training(), make_person("Vera Kim")
    for title in ("Chairperson", "CEO"):
        number = training.appearances.count()
        row = {f"appearances__{number}__person": person.pk, f"appearances__{number}__title": title}
        send(organizer_client, change(training), **row)
    assert list(training.appearances.values_list("title", flat=True)) == ["Chairperson", "CEO"]


def test_countries_of_a_group_are_typed_as_printed(organizer_client):
    training = make_training()
    send(
        organizer_client,
        change(training),
        groups__0__capacity_0="international volunteers",
        groups__0__countries_typed="South Korea (KR)\nЯпония, FI: 3\nTajikistan",
    )
    rows = training.groups.get().countries.values_list("country", "as_published", "count")
    assert list(rows) == [
        ("KR", "South Korea", None),
        ("JP", "", None),
        ("FI", "", 3),
        ("TJ", "", None),
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Kazakhstan, Tajikistan and Kyrgyzstan", ["KZ", "TJ", "KG"]),
        ("Казахстан и Южная Корея (KR): 2", ["KZ", "KR"]),
        ("Bosnia and Herzegovina, Finland", ["BA", "FI"]),
    ],
)
def test_countries_may_be_typed_as_a_sentence_has_them(organizer_client, typed, codes):
    training = make_training()
    send(
        organizer_client,
        change(training),
        groups__0__capacity_0="volunteers",
        groups__0__countries_typed=typed,
    )
    assert list(training.groups.get().countries.values_list("country", flat=True)) == codes


def test_countries_stand_in_their_box_as_they_were_typed(organizer_client):
    training = make_training()
    group = make_group(training)
    typed = "South Korea (KR)\nFinland: 3"
    send(organizer_client, change(training), groups__0__countries_typed=typed)
    page = organizer_client.get(change(training))
    assert sent(page)["groups-0-countries_typed"] == [typed]
    assert [row.order for row in group.countries.all()] == [0, 1]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "Narnia",
            "“Narnia” is no country we know. Write its code too, such as “South Korea (KR)”.",
        ),
        ("Japan, Япония", "Japan stands here twice. Leave it once."),
        (
            "Japan (XQ)",
            "“Japan (XQ)” is no country we know. Write its code too, such as “South Korea (KR)”.",
        ),
    ],
)
def test_a_country_that_is_none_is_asked_about(organizer_client, typed, sentence):
    page = send(
        organizer_client,
        change(make_training()),
        groups__0__capacity_0="volunteers",
        groups__0__countries_typed=typed,
    )
    assert errors(page)["groups-0-countries_typed"] == [sentence]
    assert sent(page)["groups-0-countries_typed"] == [typed]


def test_choices_stay_within_the_training(organizer_client):
    training, other = make_training(), make_training()
    make_group(training, "ours")
    make_group(other, "theirs")
    make_appearance(training, make_person("Ours"))
    make_appearance(other, make_person("Theirs"))
    page = organizer_client.get(change(training))
    for column in ("groups-0-subset_of", "quotes-0-appearance"):
        select = next(tag for name, tag in tags(page_of(page)) if tag.get("name") == column)
        options = ["".join(option.itertext()) for _name, option in tags(select)]
        assert [text for text in options if "heirs" in text] == []
        assert [text for text in options if "urs" in text] != []


def test_the_label_inputs_fold_but_for_the_own_and_the_filled(organizer_client):
    training = make_training({"kk": "Таза су"})
    page = organizer_client.get(change(training), headers={"accept-language": "ru"})
    folded = [
        one.get("name")
        for _name, tag in tags(page_of(page))
        if tag.get("class") == "label-more"
        for _n, one in tags(tag)
        if one.get("name", "").startswith("title_")
    ]
    assert folded == ["title_0", "title_3", "title_4", "title_5"]  # not ru (1), not kk (2)


def test_each_label_input_says_its_language(organizer_client):
    page = page_of(organizer_client.get("/admin/trainings/training/add/"))
    named = {tag.get("for"): "".join(tag.itertext()) for name, tag in tags(page) if name == "label"}
    inputs = {tag.get("id"): tag.get("lang") for _n, tag in tags(page) if tag.get("lang")}
    assert (named["id_title_2"], inputs["id_title_2"]) == ("Қазақша", "kk")


@contextmanager
def counted():
    with CaptureQueriesContext(connection) as queries:
        yield queries


def fill(training, number: int) -> None:
    """`number` rows of each kind that has choices."""
    for _again in range(number):
        appearance = make_appearance(
            training, make_person(), organisations=[make_organisation()], country="KZ"
        )
        make_quote(training, appearance=appearance)
        make_session_person(make_session(training), appearance)
        make_group(training, countries=["KZ"])
        make_place(training)
        make_organisation_role(training, make_organisation())


def test_a_long_page_takes_no_more_queries_than_a_short_one(organizer_client):
    training = make_training()
    fill(training, 2)
    organizer_client.get(change(training))
    with counted() as short:
        organizer_client.get(change(training))
    fill(training, 10)
    with counted() as long:
        organizer_client.get(change(training))
    assert len(long) == len(short)
    assert len(long) < 60


def test_whoever_may_only_look_is_shown_all_rows_in_as_few(client, organizer_client):
    training = make_training()
    fill(training, 2)
    with counted() as changing:
        organizer_client.get(change(training))
    client.force_login(make_staff(Role.OBSERVER))
    with counted() as looking:
        page = page_of(client.get(change(training)))
    rows = [tag for _n, tag in tags(page) if (tag.get("class") or "").startswith("row saved")]
    assert (len(rows), len(looking) <= len(changing)) == (12, True)


def test_a_person_chosen_from_a_long_list_is_still_chosen(organizer_client):
    training = make_training()
    row = make_appearance(training, make_person("Vera Kim"))
    page = organizer_client.get(change(training))
    assert sent(page)["appearances-0-person"] == [str(row.person_id)]
    assert "Vera Kim" in text_of(page)


def test_a_person_can_not_be_deleted_from_under_a_training(organizer_client):
    row = make_appearance(make_training(), make_person("Vera Kim"))
    page = organizer_client.get(f"/admin/trainings/person/{row.person_id}/delete/")
    assert "other records still name it" in text_of(page)
    organizer_client.post(f"/admin/trainings/person/{row.person_id}/delete/", {"post": "yes"})
    assert Person.objects.count() == 1


def test_a_row_is_taken_out(organizer_client):
    training = make_training()
    make_appearance(training)
    send(organizer_client, change(training), appearances__0__DELETE="on")
    assert Appearance.objects.count() == 0


def test_the_question_before_deleting_names_only_what_people_know(organizer_client):
    training = make_training()
    make_appearance(training, make_person("Vera Kim"), organisations=[make_organisation()])
    page = text_of(organizer_client.get(f"/admin/trainings/training/{training.pk}/delete/"))
    assert "Appearance: Vera Kim" in page
    assert "relationship" not in page


def test_what_is_typed_by_hand_is_written_to_a_record_file_without_noise(organizer_client):
    send(
        organizer_client,
        change(make_training("Clean water")),
        description_0="one\r\n\r\ntwo",
        points__0__text_0="an aim",
        groups__0__capacity_0="volunteers",
        groups__0__countries_typed="Japan\r\nFinland",
    )
    written = yaml.safe_load(dump(Training.objects.all()))["trainings"][0]
    assert written["description"] == {"en": "one\n\ntwo"}
    assert written["points"] == [{"kind": "objective", "text": {"en": "an aim"}}]
    assert written["groups"] == [{"capacity": {"en": "volunteers"}, "countries": ["JP", "FI"]}]
