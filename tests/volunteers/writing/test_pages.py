"""The pages on which somebody writes to a group: nothing typed is lost, nothing goes unseen."""

from datetime import timedelta

import pytest
from django.utils import translation
from django.utils.html import escape
from django.utils.timezone import localtime, now

from tests.desk.forms import said
from tests.volunteers.factories import make_registration
from tests.volunteers.writing.writing import (
    address,
    fresh,
    going,
    hand_over,
    make_message,
    typed,
)
from volunteers.admin.message_forms import TextsForm
from volunteers.letters.filling import Words
from volunteers.models import Letter, Message
from volunteers.writing import sending


def reach(response) -> tuple:
    draft = response.context.get("draft")
    shown = draft.reach if draft else response.context["reach"]
    readings = [(one.wanted, one.shown, one.count) for one in shown["readings"]]
    return shown["count"], sorted(readings)


def test_a_draft_is_written_tried_and_sent(organizer_client, training, people):
    form = typed("send", subject_en="Hello", body_en="Dear {name}")
    sure = organizer_client.post(address(training, "new"), form, follow=True)
    message = Message.objects.get()
    assert sure.context["reach"]["count"] == 3
    assert "Send it to 3 people" in sure.content.decode()
    sent = {"verb": "now", "expected": "3"}
    answer = organizer_client.post(address(training, message.pk, "send"), sent, follow=True)
    assert "It goes out to 3 people. This page says how far it is." in said(answer)
    assert sending.write_due() == 3


def test_whom_it_reaches_is_shown_before_there_is_a_text(organizer_client, training, people):
    form = typed("count", countries=["KZ"], subject_en="Half a")
    shown = organizer_client.post(address(training, "new"), form)
    assert reach(shown) == (2, [("kk", "en", 1), ("ru", "en", 1)])
    assert shown.context["draft"].what["subject_en"].value() == "Half a"
    assert not Message.objects.exists()
    assert "asked for letters in Kazakh, which is not written: they read English" in " ".join(
        shown.content.decode().split()
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"body_ru": "Привет {nmae}", "subject_ru": "Да"}, "{nmae} is no placeholder"),
        ({"subject_kk": "Сәлем"}, "Write the text too, or take the subject out."),
        ({"body_en": "Hello"}, "Write the subject too, or take the text out."),
        ({}, "Write the message in at least one language."),
    ],
)
def test_what_is_not_whole_is_refused_and_stays_typed(organizer_client, training, values, sentence):
    shown = organizer_client.post(address(training, "new"), typed(**values))
    assert sentence in shown.content.decode()
    assert {name: shown.context["draft"].what[name].value() for name in values} == values
    assert not Message.objects.exists()


def test_a_test_says_where_it_can_be_read(organizer_client, training, people, organizer, settings):
    message = make_message(training, organizer)
    settings.DEMO = True
    tried = address(training, message.pk, "test")
    assert said(organizer_client.post(tried, follow=True)) == [
        'This demo sends no mail. <a href="/en/demo/letters/">Read the test among its letters</a>.'
    ]
    settings.MAIL_SERVER = {"EMAIL_HOST": "127.0.0.1"}
    assert said(organizer_client.post(tried, follow=True)) == [
        "A test is on its way to organizer@example.org, and to nobody else."
    ]


@pytest.mark.parametrize(("reader", "first"), [("en", "en"), ("ru", "ru")])
def test_the_readers_own_language_comes_first_and_stands_open(reader, first):
    with translation.override(reader):
        languages = TextsForm().languages
    assert [one["code"] for one in languages if one["is_open"]] == [first]
    assert languages[0]["code"] == first


def test_each_reader_is_looked_at_in_turn(organizer_client, training, people, organizer):
    texts = {"en": Words("Hello", "Dear {name}"), "ru": Words("Да", "Дорогой {name}")}
    message = make_message(training, organizer, texts=texts)
    pages = [
        organizer_client.get(address(training, message.pk, "preview") + f"?n={n}") for n in (1, 3)
    ]
    letters = [page.context["letter"]["text"] for page in pages]
    assert letters == ["Дорогой Zebo", "Дорогой Timur"]
    assert escape("The next one") in pages[0].content.decode()
    assert escape("The next one") not in pages[1].content.decode()


def test_a_test_goes_to_its_author_alone(organizer_client, training, people, organizer):
    message = make_message(training, organizer)
    answer = organizer_client.post(address(training, message.pk, "test"), {"n": "2"}, follow=True)
    assert said(answer) == ["The test to organizer@example.org waits: mail is not set up."]
    letter = Letter.objects.get()
    assert (letter.to, letter.registration) == ("organizer@example.org", None)
    assert letter.subject == "[Test] About Clean water"
    assert letter.text.startswith("This is a test of a message. It went to you alone.")
    assert "Hello Dana" in letter.text


def test_a_group_that_grew_meanwhile_is_looked_at_again(
    organizer_client, training, people, organizer
):
    message = make_message(training, organizer)
    make_registration(training, state="approved")
    sent = {"verb": "now", "expected": "3"}
    answer = organizer_client.post(address(training, message.pk, "send"), sent)
    assert "it is 4 people now. Nothing was sent yet." in answer.content.decode()
    assert "Send it to 4 people" in answer.content.decode()


def test_it_is_scheduled_and_taken_back(organizer_client, training, people, organizer):
    message = make_message(training, organizer)
    moment = localtime(now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    sent = {"verb": "schedule", "send_at": moment}
    shown = organizer_client.post(address(training, message.pk, "send"), sent, follow=True)
    assert said(shown) == ["Scheduled. Until then you can take it back."]
    organizer_client.post(address(training, message.pk, "stop"), {"verb": "unschedule"})
    assert fresh(message).state == "draft"


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        ("", "Choose the day and hour, or send it now."),
        ("2020-01-01T10:00", "This moment is past."),
    ],
)
def test_a_moment_that_is_none_is_asked_again(
    organizer_client, training, people, organizer, moment, sentence
):
    message = make_message(training, organizer)
    sent = {"verb": "schedule", "send_at": moment}
    shown = organizer_client.post(address(training, message.pk, "send"), sent)
    assert sentence in shown.content.decode()
    assert fresh(message).state == "draft"


def test_stopping_says_exactly_how_many(organizer_client, training, people, organizer):
    message = going(training, organizer)
    sending.write_due()
    hand_over(1)
    stop = {"verb": "stop"}
    page = organizer_client.post(address(training, message.pk, "stop"), stop, follow=True)
    assert "Stopped: 1 sent, 2 withdrawn." in page.content.decode()


def test_what_goes_out_is_not_changed_by_an_old_page(organizer_client, training, people, organizer):
    message = going(training, organizer)
    form = typed(subject_en="Changed", body_en="Changed")
    organizer_client.post(address(training, message.pk), form)
    organizer_client.post(address(training, message.pk, "stop"), {"verb": "delete"})
    assert [text.subject for text in fresh(message).texts.all()] == ["About {training}"]


def test_a_draft_is_deleted(organizer_client, training, organizer):
    message = make_message(training, organizer)
    organizer_client.post(address(training, message.pk, "stop"), {"verb": "delete"})
    assert not Message.objects.exists()


def test_a_coordinator_counts_and_is_offered_the_own_countries(
    client, training, people, coordinator
):
    client.force_login(coordinator)
    shown = client.post(address(training, "new"), typed("count", subject_en="A"))
    assert reach(shown) == (1, [("tg", "en", 1)])
    offered = shown.context["draft"].whom.fields["countries"].choices
    assert [code for code, _name in offered] == ["TJ", "unknown"]


def test_a_colleagues_message_is_not_there_for_a_coordinator(
    client, training, people, organizer, coordinator
):
    message = make_message(training, organizer)
    client.force_login(coordinator)
    parts = ["", "preview", "test", "send", "stop"]
    pages = [address(training, *filter(None, [message.pk, part])) for part in parts]
    assert [client.post(page, {"verb": "delete"}).status_code for page in pages] == [404] * 5
    assert list(client.get(address(training)).context["rows"]) == []
    assert fresh(message).state == "draft"


def test_a_message_stays_its_authors_when_an_organizer_sends_it(
    organizer_client, training, people, coordinator
):
    message = make_message(training, coordinator)
    form = typed("send", subject_en="Hello", body_en="Hello")
    sure = organizer_client.post(address(training, message.pk), form, follow=True)
    assert (sure.context["reach"]["count"], fresh(message).author) == (1, coordinator)


def test_letters_stand_on_the_page_of_the_person(organizer_client, training, people, organizer):
    going(training, organizer)
    sending.write_due()
    for page in (
        f"registration/{people[0].pk}",
        f"volunteer/{people[0].volunteer_id}",
    ):
        shown = organizer_client.get(f"/admin/volunteers/{page}/change/")
        assert "About Clean water" in shown.content.decode()


def test_the_pages_ask_little_of_the_database(
    organizer_client, training, people, organizer, django_assert_max_num_queries
):
    message = make_message(training, organizer)
    sent = going(training, organizer)
    pages = [
        address(training),
        address(training, "new"),
        address(training, message.pk),
        address(training, message.pk, "preview"),
        address(training, message.pk, "send"),
        address(training, sent.pk),
    ]
    for page in pages:
        with django_assert_max_num_queries(15):
            organizer_client.get(page)
