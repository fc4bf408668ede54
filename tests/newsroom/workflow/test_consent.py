"""Quotes and photographs are asked about, one by one, before a text is published."""

import datetime as dt
import html

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.utils.timezone import now

from tests.factories import (
    make_appearance,
    make_block,
    make_person,
    make_photo,
    make_picture,
    make_quote,
)
from tests.newsroom.reviewing import page, press, told
from tests.volunteers.factories import make_registration, make_volunteer
from trainings.labels import Label
from trainings.services import clearance, drafts, publish
from trainings.services.refusal import NotAllowed
from volunteers.services import consents

PUBLISHED = "Published. Everyone can read it now."


def training_of(text):
    return text.report.trainings.get()


def quoted(text, person=None, **values):
    training = training_of(text)
    appearance = make_appearance(training, person or make_person("Zebo Example"))
    quote = make_quote(training, "Water is near", appearance=appearance, **values)
    make_block(text, "quote", quote=quote)
    return quote


def pictured(text, *people, kind="photo", **values):
    photo = make_photo(training_of(text), "At the well", **values)
    photo.people.set(people)
    make_block(text, kind, **({"photo": photo} if kind == "photo" else {"photos": [photo]}))
    return photo


def test_an_approved_quote_and_a_photo_with_consent_are_not_asked_about(editor_client, draft):
    quoted(draft, approval="approved")
    pictured(draft, consent="given")
    assert told(editor_client, draft, "publish") == [PUBLISHED]


def test_each_that_nobody_asked_about_is_named(editor_client, draft):
    quoted(draft, approval="asked")
    pictured(draft)
    assert told(editor_client, draft, "publish") == [
        (
            "Confirm first, each by itself: "
            "quote “Water is near” · Zebo Example; photograph “At the well”."
        )
    ]
    assert draft.state == "draft"


def test_one_tick_is_not_enough_for_two(editor_client, draft):
    quote = quoted(draft, approval="not_asked")
    pictured(draft, kind="gallery")
    told(editor_client, draft, "publish", confirmed=[f"quote-{quote.pk}"])
    quote.refresh_from_db()
    assert (draft.state, quote.approval) == ("draft", "not_asked")


def test_what_is_ticked_counts_as_agreed_and_the_history_says_who_said_so(
    editor, editor_client, draft
):
    quote, photo = quoted(draft, approval="not_asked"), pictured(draft)
    ticks = [f"quote-{quote.pk}", f"photo-{photo.pk}"]
    assert told(editor_client, draft, "publish", confirmed=ticks) == [PUBLISHED]
    for row in (quote, photo):
        row.refresh_from_db()
    assert (quote.approval, photo.consent) == ("approved", "given")
    log = LogEntry.objects.order_by("pk").values_list("user", "change_message")
    assert list(log) == [
        (
            editor.pk,
            (
                "Confirmed before publishing: quote “Water is near” · Zebo Example. "
                "Before, it was: not asked."
            ),
        ),
        (
            editor.pk,
            "Confirmed before publishing: photograph “At the well”. Before, it was: not known.",
        ),
        (editor.pk, "Published."),
    ]


def test_what_was_ticked_stays_ticked_after_a_refusal(editor_client, draft):
    quote = quoted(draft, approval="not_asked")
    pictured(draft)
    answer = editor_client.post(
        f"/admin/trainings/reporttext/{draft.pk}/review/",
        {"verb": "publish", "confirmed": [f"quote-{quote.pk}"]},
    )
    assert answer.content.decode().count(" checked") == 1


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ("under_age", "Zebo Example is under 18."),
        ("consent_withdrawn", "Zebo Example does not want to be shown any more."),
    ],
)
def test_a_person_kept_out_bars_words_and_pictures_by_name(editor, draft, column, why):
    person = make_person("Zebo Example", **{column: True})
    quoted(draft, person, approval="approved")
    pictured(draft, person, consent="given")
    with pytest.raises(NotAllowed) as refusal:
        publish.publish(draft, by=editor)
    assert str(refusal.value) == (
        "It can't be published so. "
        f"{why} Take it out of the text: quote “Water is near” · Zebo Example. "
        f"{why} Take it out of the text: photograph “At the well”."
    )


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda text: quoted(text, approval="refused"), "It was refused to publish these words."),
        (
            lambda text: pictured(text, consent="withdrawn", kind="gallery"),
            "The consent of the people shown was withdrawn.",
        ),
    ],
)
def test_a_refusal_can_not_be_ticked_away(editor_client, draft, make, why):
    row = make(draft)
    key = f"{row._meta.model_name}-{row.pk}"
    [said] = told(editor_client, draft, "publish", confirmed=[key])
    assert html.unescape(said).startswith(f"It can't be published so. {why}")
    assert draft.state == "draft"
    told(editor_client, draft, "confirm", confirmed=[key])
    assert [one.barred for one in clearance.asked_of(draft)] == [[why]]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"public": False}, "Who said it is not shown to the public"),
        ({"answer": "declined"}, "Who said it declined to come"),
    ],
)
def test_words_of_someone_who_is_not_shown_are_barred(editor, draft, change, why):
    quoted(draft, approval="approved")
    training_of(draft).appearances.update(**change)
    with pytest.raises(NotAllowed, match=why):
        publish.publish(draft, by=editor)


def test_a_gallery_of_all_photographs_asks_about_all_of_the_trainings(draft):
    make_photo(training_of(draft), "One")
    make_photo(training_of(draft), "Two", public=False)
    make_block(draft, "gallery")
    assert [one.name for one in clearance.asked_of(draft)] == ["photograph “One”"]


def test_a_public_text_takes_in_no_quote_that_nobody_confirmed(editor_client, editor, draft):
    publish.publish(draft, by=editor)
    quote = make_quote(training_of(draft), "Water is near", approval="asked")
    written = drafts.writing(draft).content
    block = drafts.new_block(kind="quote", quote=quote.pk)
    drafts.save(draft, {**written, "blocks": [block]}, version=0, by=editor)
    with pytest.raises(NotAllowed, match="Confirm first"):
        drafts.put_in(draft, by=editor)
    assert not draft.blocks.exists()
    ticked = told(editor_client, draft, "confirm", confirmed=[f"quote-{quote.pk}"])
    assert ticked == ["Confirmed. The history keeps it."]
    drafts.put_in(draft, by=editor)
    assert draft.blocks.get().quote == quote


def shown(client, text) -> str:
    return client.get(f"/en/reports/{text.report.slug}/").content.decode()


def test_a_consent_withdrawn_later_takes_words_and_picture_off_the_page_at_once(
    client, editor, draft
):
    person = make_person("Zebo Example")
    quoted(draft, person, approval="approved")
    pictured(draft, person, consent="given")
    pictured(draft, person, kind="gallery", consent="given")
    publish.publish(draft, by=editor)
    assert shown(client, draft).count("At the well") == 2
    person.consent_withdrawn = True
    person.save()
    page = shown(client, draft)
    assert "Water is near" not in page
    assert "At the well" not in page
    training = client.get(training_of(draft).get_absolute_url()).content.decode()
    assert "Water is near" not in training
    assert "At the well" not in training


NAMED = "It names someone who may not be shown."


def listed(text, **values):
    """Someone in a list of people of `text`, which is published."""
    person = make_person("Zebo Example", **values)
    make_appearance(training_of(text), person, roles=["trainer"])
    make_block(text, "people", role="trainer")
    return person


def test_a_list_of_people_leaves_out_at_once_who_withdrew_and_the_desk_says_so(
    editor_client, editor, draft
):
    person = listed(draft)
    make_appearance(training_of(draft), make_person("Aziz Example"), roles=["trainer"])
    publish.publish(draft, by=editor)
    assert "Zebo Example" in shown(editor_client, draft)
    assert NAMED not in editor_client.get("/admin/").content.decode()
    person.consent_withdrawn = True
    person.save()
    page = shown(editor_client, draft)
    assert "Zebo Example" not in page
    assert "Aziz Example" in page
    assert NAMED in editor_client.get("/admin/").content.decode()
    said = "Zebo Example does not want to be shown any more. Lists of people leave the name out."
    review = editor_client.get(f"/admin/trainings/reporttext/{draft.pk}/review/").content.decode()
    assert said in review


def test_a_name_no_longer_meant_for_the_public_is_no_more_news(editor_client, editor, draft):
    listed(draft, under_age=True).appearances.update(public=False)
    publish.publish(draft, by=editor)
    assert NAMED not in editor_client.get("/admin/").content.decode()


def test_words_that_name_someone_who_withdrew_are_not_published(editor, draft):
    listed(draft, consent_withdrawn=True)
    make_block(draft, "text", body="Then *Zebo Example* spoke of water.")
    with pytest.raises(NotAllowed, match="Take the name out of the words"):
        publish.publish(draft, by=editor)


@pytest.mark.parametrize(
    ("make", "values", "what"),
    [
        (pictured, {"caption": Label({"ru": "Зебо", "en": "By Zebo Example"})}, "photograph"),
        (pictured, {"alt": Label("Zebo\nExample at a well")}, "photograph “At the well”"),
        (quoted, {"words": "I met zebo example there"}, "quote “I met zebo example there” · Guest"),
        (
            quoted,
            {"translation": Label({"en": "So said Zebo Example"})},
            "quote “Water is near” · Guest",
        ),
    ],
)
def test_words_beside_a_picture_and_quoted_ones_name_nobody_who_withdrew(
    editor, draft, make, values, what
):
    make_appearance(training_of(draft), make_person("Zebo Example", consent_withdrawn=True))
    shown = make(draft, make_person("Guest"))
    type(shown).objects.filter(pk=shown.pk).update(**values)
    with pytest.raises(NotAllowed) as refused:
        publish.publish(draft, by=editor)
    assert "Zebo Example does not want to be shown any more. Take it out of" in str(refused.value)
    assert what in str(refused.value)


@pytest.mark.parametrize("name", ["Dr. Z. Example", "Зебо Мисол", "Zebo Misol"])
def test_whoever_withdrew_is_found_by_every_name_on_record(editor, draft, name):
    person = listed(
        draft, consent_withdrawn=True, native_name="Зебо Мисол", latin_name="Zebo Misol"
    )
    person.appearances.update(name_as_printed="Dr. Z. Example")
    make_block(draft, "text", body=f"Then {name} spoke of water.")
    with pytest.raises(NotAllowed, match="Take the name out of the words"):
        publish.publish(draft, by=editor)


def test_a_list_of_another_role_leaves_nobody_out(editor_client, draft):
    listed(draft, consent_withdrawn=True)
    said = "Lists of people leave the name out."
    assert said in editor_client.get(page(draft)).content.decode()
    draft.blocks.update(role="moderator")
    assert said not in editor_client.get(page(draft)).content.decode()


def test_only_a_whole_name_counts_as_one(editor, draft):
    listed(draft, consent_withdrawn=True)
    make_block(draft, "text", body="Zebo Examples spoke of water.")
    assert publish.publish(draft, by=editor).is_published


def test_a_name_in_another_case_is_told_and_keeps_from_nothing(editor_client, editor, draft):
    person = make_person("Anna Ivanova", native_name="Анна Иванова", consent_withdrawn=True)
    make_appearance(training_of(draft), person)
    block = make_block(draft, "text", body="Мы говорили с *Анной Петровной Ивановой* о воде.")
    said = "“Анной Петровной Ивановой”: this may be Anna Ivanova, who may not be shown. Look at it."
    assert said in editor_client.get(page(draft)).content.decode()
    assert publish.publish(draft, by=editor).is_published
    block.body = "Мы говорили с Анной Ивановской о воде, а Иванова долго ждала Анну."
    block.save()
    assert "this may be" not in editor_client.get(page(draft)).content.decode()


def test_the_editor_is_told_on_the_first_page(editor_client, editor, draft):
    photo = pictured(draft, consent="given")
    publish.publish(draft, by=editor)
    sentence = "A quote or a picture in it may not be shown, so the page leaves it out."
    assert sentence not in editor_client.get("/admin/").content.decode()
    photo.consent = "withdrawn"
    photo.save()
    assert sentence in editor_client.get("/admin/").content.decode()
    review = editor_client.get(f"/admin/trainings/reporttext/{draft.pk}/review/").content.decode()
    assert "The consent of the people shown was withdrawn." in review


def seen(text, **values):
    """A photograph with a picture of `text`, to which everyone agreed."""
    return pictured(text, consent="given", image=make_picture(), **values)


def test_a_photograph_that_nobody_described_is_asked_about_by_name(editor_client, draft):
    seen(draft, alt={"ru": "Люди у колодца"})
    assert told(editor_client, draft, "publish") == [
        "Say first what each shows, for those who can't see it: photograph “At the well”."
    ]
    assert draft.state == "draft"


def test_what_it_shows_is_said_on_the_page_of_the_review(client, editor_client, draft):
    photo = seen(draft, kind="gallery", alt={"ru": "Люди у колодца"})
    words = {f"photo-{photo.pk}-alt": "People at a well"}
    assert told(editor_client, draft, "publish", **words) == [PUBLISHED]
    photo.refresh_from_db()
    assert photo.alt.data == {"en": "People at a well", "ru": "Люди у колодца"}
    assert 'alt="People at a well"' in shown(client, draft)


def test_one_that_only_decorates_needs_no_words(client, editor_client, draft):
    photo = seen(draft)
    key = f"photo-{photo.pk}-is_decorative"
    assert told(editor_client, draft, "confirm", **{key: "on"}) == [
        "Kept what the photographs show."
    ]
    assert told(editor_client, draft, "publish") == [PUBLISHED]


def test_a_description_too_long_stays_as_typed_and_is_refused(editor_client, draft):
    photo = seen(draft)
    answer = press(editor_client, draft, "publish", **{f"photo-{photo.pk}-alt": "well " * 99})
    assert "well well well" in answer.content.decode()
    assert "at most 300 characters" in answer.content.decode()
    photo.refresh_from_db()
    assert not photo.alt


def test_a_public_text_takes_in_no_photograph_that_nobody_described(editor, draft):
    publish.publish(draft, by=editor)
    photo = seen(draft)
    with pytest.raises(NotAllowed, match="Say first what each shows"):
        publish.keep_public(draft, by=editor)
    photo.alt = "Light on water"
    photo.save()
    publish.keep_public(draft, by=editor)


def taken_back(training, name="Zebo Example"):
    """A registration whose consent to photographs was given and taken back."""
    row = make_registration(training, make_volunteer(name=name), name=name)
    consents.give(row, "photographs", language="en")
    consents.take_back(row, "photographs")
    return row


def test_volunteers_who_took_back_their_consent_are_counted_beside_each_photograph(
    editor_client, organizer, draft
):
    photo = pictured(draft, consent="given")
    address = f"/admin/trainings/reporttext/{draft.pk}/review/"
    said = "1 volunteer of this training took back the consent to photographs."
    row = taken_back(photo.training)
    shown = editor_client.get(address).content.decode()
    assert said in shown
    assert "Zebo Example" not in shown
    editor_client.force_login(organizer)
    assert "Zebo Example" in editor_client.get(address).content.decode()
    consents.give(row, "photographs", language="en")
    assert said not in editor_client.get(address).content.decode()


def test_the_desk_tells_when_a_volunteer_takes_back_the_consent_after_publishing(
    editor_client, editor, draft
):
    photo = pictured(draft, consent="given")
    taken_back(photo.training, "Earlier Example")
    publish.publish(draft, by=editor)
    said = "A volunteer took back the consent to photographs."
    assert said not in editor_client.get("/admin/").content.decode()
    taken_back(photo.training)
    assert said in editor_client.get("/admin/").content.decode()
    with time_machine.travel(now() + dt.timedelta(days=31)):
        editor_client.force_login(editor)
        assert said not in editor_client.get("/admin/").content.decode()
