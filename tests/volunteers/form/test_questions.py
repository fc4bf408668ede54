"""The own questions of a training: eight kinds, asked of whom they are for."""

import pytest

from tests.pages.page import read
from tests.volunteers.factories import make_open_training, make_question
from tests.volunteers.form.sending import address_of, errors, paper, send, value_of
from volunteers.models import Answer, Registration

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make_open_training("Springs", slug="springs")


def name(question) -> str:
    return f"question_{question.pk}"


def answers() -> dict:
    """What was stored, by the label of the question."""
    return {
        str(one.question.label): one.text or [str(option) for option in one.options.all()]
        for one in Answer.objects.all()
    }


def test_each_kind_of_question_is_asked_and_stored(client, training):
    asked = {
        kind: make_question(training, kind, kind=kind, options=options)
        for kind, options in (
            ("line", ()),
            ("text", ()),
            ("number", ()),
            ("date", ()),
            ("country", ()),
            ("choice", ["Springs", "Wells"]),
            ("choices", ["Monday", "Tuesday", "Friday"]),
        )
    }
    option = {str(row): str(row.pk) for q in asked.values() for row in q.options.all()}
    given = {
        "line": " Two  words ",
        "text": "One\r\n\r\nTwo",
        "number": "2,5",
        "date": "31.12.2027",
        "country": "AF",
        "choice": option["Wells"],
        "choices": [option["Friday"], option["Monday"]],
    }
    answer = send(client, training, **{name(asked[kind]): given[kind] for kind in given})
    assert answer.status_code == 302
    assert answers() == {
        "line": "Two words",
        "text": "One\n\nTwo",
        "number": "2,5",
        "date": "2027-12-31",
        "country": "AF",
        "choice": ["Wells"],
        "choices": ["Monday", "Friday"],
    }


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("number", "many", "Write a number with digits, like 12 or 2.5."),
        ("date", "2027-02-30", "Write the day like 31.12.2027."),
        ("country", "XX", "This country is not on the list. Choose one of it."),
        ("choice", "\0", "Choose one of the answers on the list."),
        ("choices", ["1", "x"], "Choose among the answers on the list."),
        ("line", "a" * 501, "Write at most 500 characters; these are 501."),
        ("line", "", "Answer this question: the organizers need it."),
        ("choices", [], "Answer this question: the organizers need it."),
        ("file", "", "Answer this question: the organizers need it."),
    ],
)
def test_a_wrong_answer_is_told_with_its_question(client, training, kind, value, sentence):
    question = make_question(training, "How?", kind=kind, options=["A"], required=True)
    answer = send(client, training, **{name(question): value})
    assert errors(answer) == [f"How? {sentence}"]
    assert not Registration.objects.exists()


def test_an_option_of_another_training_is_no_answer(client, training):
    question = make_question(training, "Which?", kind="choice", options=["Ours"])
    other = make_question(make_open_training(), "Which?", kind="choice", options=["Theirs"])
    answer = send(client, training, **{name(question): str(other.options.get().pk)})
    assert errors(answer) == ["Which? Choose one of the answers on the list."]


def test_a_question_of_another_training_brings_the_form_back(client, training):
    other = make_question(make_open_training(), "Theirs?")
    answer = send(client, training, **{name(other): "Yes"})
    assert errors(answer)[0].startswith("The questions of this training have changed")
    assert value_of(answer, "motivation") == "We look after a spring."
    assert send(client, training).status_code == 302


def test_a_question_for_others_is_neither_needed_nor_stored(client, training):
    for label, whom in (
        ("Visa", {"only_categories": ["international"]}),
        ("Bus", {"only_countries": ["KG"]}),
        ("Spring", {"only_countries": ["TJ"], "only_categories": ["national"]}),
    ):
        make_question(training, label, required=True, **whom)
    visa, bus, spring = training.questions.all()
    answer = send(client, training)
    assert errors(answer) == ["Spring: Answer this question: the organizers need it."]
    given = {name(visa): "x" * 900, name(bus): "By bus", name(spring): "Warm"}
    assert send(client, training, **given).status_code == 302
    assert answers() == {"Spring": "Warm"}


def test_whom_a_question_is_for_is_written_above_it(client, training):
    make_question(training, "Visa", only_categories=["international"], only_countries=["TJ", "KG"])
    page = read(client, address_of(training))
    (block,) = page.all('.//div[@class="question"]')
    assert block.get("data-categories") == "international"
    assert sorted(block.get("data-countries").split()) == ["KG", "TJ"]
    assert page.line('.//p[@class="for"]') == (
        "Only for: international volunteer; Kyrgyzstan and Tajikistan"
    )


def test_many_options_are_a_list_to_open(client, training):
    few = make_question(training, "Few", kind="choice", options=map(str, range(8)))
    many = make_question(training, "Many", kind="choice", options=map(str, range(9)))
    page = read(client, address_of(training))
    assert len(page.all(f'.//input[@name="{name(few)}"]')) == 8
    assert len(page.all(f'.//select[@name="{name(many)}"]/option')) == 10


def test_a_document_that_is_not_for_this_person_is_not_stored(client, training):
    question = make_question(training, "Visa", kind="file", only_countries=["KG"])
    assert send(client, training, **{name(question): paper()}).status_code == 302
    assert not Answer.objects.exists()
