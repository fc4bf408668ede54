"""Registrations and volunteers at the desk: the lists, the pages, and mending what was given."""

import pytest
from django.core.files.base import ContentFile

from tests.desk.forms import errors, page_of, send, tags
from tests.factories import make_country
from tests.volunteers.desk.deciding import page, words
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_quota,
    make_registration,
    make_volunteer,
)
from trainings.services.refusal import NotAllowed
from volunteers.models import Answer, Consent, ConsentText
from volunteers.roles import World
from volunteers.services import changes
from volunteers.services import registration as services

LIST = "/admin/volunteers/registration/"


def change(row) -> str:
    return f"/admin/volunteers/{row._meta.model_name}/{row.pk}/change/"


def names(response) -> list[str]:
    return [str(row) for row in response.context["cl"].result_list]


def text_of(response) -> str:
    return words(page_of(response))


def section(response, slug) -> str:
    return words(next(tag for _n, tag in tags(page_of(response)) if tag.get("id") == slug))


@pytest.mark.parametrize(
    "narrowed", ["q=зебо", "country=TJ", "state__exact=declined", "category__exact=online"]
)
def test_registrations_are_narrowed(organizer_client, narrowed):
    training = make_open_training()
    make_registration(
        training, make_volunteer(name="Zebo"), country="TJ", state="declined", category="online"
    )
    make_registration(training, make_volunteer(name="Nurlan"), country="KZ")
    assert names(organizer_client.get(f"{LIST}?{narrowed}")) == ["Zebo"]


def test_registrations_are_narrowed_by_training(organizer_client):
    wanted = make_registration(make_open_training(), make_volunteer(name="Zebo"))
    make_registration(make_open_training(), make_volunteer(name="Nurlan"))
    assert names(organizer_client.get(f"{LIST}?training={wanted.training_id}")) == ["Zebo"]
    assert len(names(organizer_client.get(f"{LIST}?training=x"))) == 2


def test_the_page_tells_every_step_with_who_and_why(organizer_client, organizer):
    training = make_open_training(capacity=0)
    registration = make_registration(training)
    services.decline(registration, by=organizer, reason="No seats.")
    services.look_again(registration, by=organizer)
    services.approve(registration, by=organizer, override_reason="A trainer asked.")
    history = section(organizer_client.get(change(registration)), "history")
    for told in (
        "Declined (before: waiting for a decision)",
        "Aigerim (an organizer)",
        "Told to the volunteer: No seats.",
        "Approved (before: waiting for a decision)",
        "beyond a limit A trainer asked.",
    ):
        assert told in history


def test_the_page_shows_consents_with_their_version_and_letters(organizer_client, organizer):
    registration = make_registration(language="ru")
    text = ConsentText.objects.create(kind="photographs", version=7, text="Yes")
    Consent.objects.create(
        registration=registration, text=text, language="ru", given_at=registration.confirmed_at
    )
    services.approve(registration, by=organizer)
    shown = organizer_client.get(change(registration))
    assert "Photographs, version 7" in section(shown, "said")
    assert "read in Russian" in section(shown, "said")
    assert "Approved · waiting" in section(shown, "history")


def test_the_state_is_not_edited(organizer_client):
    registration = make_registration()
    send(organizer_client, change(registration), state="approved")
    registration.refresh_from_db()
    assert registration.state == "confirmed"


def test_saving_an_open_page_changes_nothing_and_writes_no_letter(organizer_client):
    registration = make_registration(languages=["tg", "ru"], birth_year=1998)
    before = registration.described()
    send(organizer_client, change(registration))
    registration.refresh_from_db()
    assert (registration.described(), registration.letters.count()) == (before, 0)


def test_the_volunteer_is_told_what_was_changed(organizer_client):
    registration = make_registration(volunteer=make_volunteer(name="Zebo"), country="TJ")
    send(organizer_client, change(registration), name="Zebo Qosimi", country="KZ")
    letter = registration.letters.get()
    assert letter.kind == "changed"
    assert "Name: Zebo Qosimi (before: Zebo)" in letter.text
    assert "Kazakhstan (before: Tajikistan)" in letter.text


def test_a_small_mending_may_go_without_a_letter(organizer_client):
    registration = make_registration()
    send(organizer_client, change(registration), name="Zebo Qosimi", tell=[])
    registration.refresh_from_db()
    assert (registration.name, registration.letters.count()) == ("Zebo Qosimi", 0)
    assert names(organizer_client.get(f"{LIST}?q=қосимӣ")) == ["Zebo Qosimi"]


def test_a_seat_is_not_moved_to_a_country_that_is_full(organizer_client):
    training = make_open_training()
    make_quota(training, "TJ", maximum=1)
    make_registration(training, state="approved", country="TJ")
    registration = make_registration(training, state="approved", country="KZ")
    answer = send(organizer_client, change(registration), country="TJ")
    assert errors(answer)["country"] == [
        (
            "Tajikistan: all seats are taken (1 of 1). Put the person on the waiting list first, "
            "then change it."
        )
    ]
    registration.refresh_from_db()
    assert registration.country_id == "KZ"


def test_the_service_refuses_it_too_for_whoever_was_faster(organizer):
    training = make_open_training()
    make_quota(training, "TJ", maximum=0)
    registration = make_registration(training, state="approved", country="KZ")
    with pytest.raises(NotAllowed, match="Tajikistan: all seats are taken"):
        changes.change(registration, {"country": make_country("TJ")}, tell=True, world=World())
    assert registration.letters.count() == 0


def test_a_seat_moved_to_another_country_frees_one_for_the_next(organizer_client):
    training = make_open_training(capacity=9)
    make_quota(training, "TJ", maximum=1)
    registration = make_registration(training, state="approved", country="TJ")
    waiting = make_registration(training, state="waitlisted", country="TJ")
    send(organizer_client, change(registration), country="KZ")
    waiting.refresh_from_db()
    assert waiting.state == "approved"


@pytest.mark.parametrize(
    ("typed", "column"), [({"birth_year": "1800"}, "birth_year"), ({"name": ""}, "name")]
)
def test_what_can_not_be_is_asked_about(organizer_client, typed, column):
    answer = send(organizer_client, change(make_registration()), **typed)
    assert list(errors(answer)) == [column]


def test_a_document_is_handed_over_and_never_shown(organizer_client):
    question = make_question(make_open_training(), "Letter?", kind="file")
    registration = make_registration(question.training)
    answer = Answer(registration=registration, question=question)
    answer.file.save("letter.pdf", ContentFile(b"%PDF-1.4\n%%EOF", name="letter.pdf"))
    answer.save()
    shown = organizer_client.get(change(registration))
    address = f"/admin/volunteers/registration/answers/{answer.pk}/"
    assert address in [tag.get("href") for name, tag in tags(page_of(shown)) if name == "a"]
    handed = organizer_client.get(address)
    assert handed["Content-Disposition"].startswith("attachment")
    assert b"".join(handed.streaming_content) == b"%PDF-1.4\n%%EOF"


def test_nobody_is_added_or_deleted_by_hand(organizer_client):
    registration = make_registration()
    assert organizer_client.get(f"{LIST}add/").status_code == 403
    for row in (registration, registration.volunteer):
        address = change(row).replace("change", "delete")
        assert organizer_client.post(address, {"post": "yes"}).status_code == 403


def test_the_page_of_a_volunteer_lists_the_registrations(organizer_client):
    volunteer = make_volunteer(name="Zebo")
    make_registration(make_open_training("Spring"), volunteer, state="approved")
    make_registration(make_open_training("Autumn"), volunteer)
    shown = section(organizer_client.get(change(volunteer)), "registrations")
    assert shown.index("Autumn") < shown.index("Spring")
    assert "Approved" in shown


def test_an_erased_person_stays_as_a_count(organizer_client):
    registration = make_registration()
    registration.volunteer = None
    registration.name = ""
    registration.save()
    assert names(organizer_client.get(LIST)) == ["erased"]
    assert "erased at the person's wish" in text_of(organizer_client.get(change(registration)))
    assert "erased" in text_of(organizer_client.get(page(registration.training)))


def test_the_first_page_leads_to_what_is_to_be_decided(organizer_client):
    few, many = make_open_training("Few"), make_open_training("Many")
    make_registration(few)
    for _n in range(2):
        make_registration(many)
    make_registration(make_open_training("Decided"), state="approved")
    card = next(
        tag
        for _n, tag in tags(page_of(organizer_client.get("/admin/")))
        if tag.get("aria-labelledby") == "needs"
    )
    assert words(card) == (
        "What needs you now 2 people wait for a decision.Many 1 person waits for a decision.Few"
    )
    links = [tag.get("href") for name, tag in tags(card) if name == "a"]
    assert links == [page(many), page(few)]


def test_the_list_and_the_page_of_a_training_lead_to_deciding(organizer_client):
    registration = make_registration()
    address = page(registration.training)
    for shown in ("/admin/trainings/training/", change(registration.training)):
        answer = organizer_client.get(shown.replace("/volunteers/training", "/trainings/training"))
        assert address in [tag.get("href") for name, tag in tags(page_of(answer)) if name == "a"]
