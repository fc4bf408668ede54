"""What was written is changed until the deadline; what was decided by is not."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate, now

from tests.factories import make_country, make_training
from tests.pages.page import Page, read
from tests.volunteers.factories import make_open_training, make_question, make_registration
from trainings.services.refusal import NotAllowed
from volunteers.models import Answer, Needs, State
from volunteers.services.changing import change, may_change

pytestmark = pytest.mark.django_db

WRITTEN = {
    "name": "Zebo Qosimi",
    "country": "TJ",
    "category": "national",
    "motivation": "One spring.",
}


def form_of(registration) -> str:
    return f"{registration.get_absolute_url()}change/"


def pdf(name="letter.pdf", content=b"%PDF-1.7 one"):
    return SimpleUploadedFile(name, content, "application/pdf")


@pytest.mark.parametrize(
    ("state", "extent"),
    [
        ("submitted", "nothing"),
        ("confirmed", "all"),
        ("approved", "details"),
        ("waitlisted", "details"),
        ("declined", "nothing"),
        ("cancelled", "nothing"),
        ("dropped", "nothing"),
    ],
)
def test_how_much_may_be_changed_is_by_the_state(training, state, extent):
    assert may_change(make_registration(training, state=state)) == extent


def test_after_the_deadline_details_alone_may_be_changed(db):
    closed = make_open_training(registration_closes_at=now() - dt.timedelta(hours=1))
    assert may_change(make_registration(closed)) == "details"


def test_once_it_began_nothing_is_changed(db):
    day = localdate()
    begun = make_open_training(date_precision="days", start_date=day, end_date=day)
    assert may_change(make_registration(begun, state="approved")) == "nothing"
    assert may_change(make_registration(make_training(), state="approved")) == "nothing"


def test_everything_is_changed_before_it_is_decided(owner_client, registration):
    sent = WRITTEN | {"name": "Zebo Rahimova", "country": "KG", "category": "community"}
    sent |= {"motivation": "Two springs.", "languages": ["tg"], "birth_year": "1998"}
    assert owner_client.post(form_of(registration), sent).url == registration.get_absolute_url()
    registration.refresh_from_db()
    assert (registration.name, registration.country_id) == ("Zebo Rahimova", "KG")
    assert (registration.category, registration.motivation) == ("community", "Two springs.")
    assert (registration.state, registration.birth_year) == (State.CONFIRMED, 1998)
    assert "rahimova" in registration.search_key


def test_the_form_holds_what_was_written(owner_client, zebo):
    training = make_open_training(asks=["diet"])
    registration = make_registration(
        training, zebo, motivation="One spring.", birth_year=1998, category="national"
    )
    Needs.objects.create(registration=registration, diet="no meat", purge_after=localdate())
    question = make_question(training, "Which ones?", kind="choices", options=["A", "B", "C"])
    answer = Answer.objects.create(registration=registration, question=question)
    chosen = question.options.all()[1]
    answer.options.set([chosen])
    page = read(owner_client, form_of(registration))
    assert [one.text.strip() for one in page.all(".//textarea")] == ["One spring.", "no meat"]
    ticked = {one.get("value") for one in page.all(".//input[@checked]")}
    assert ticked == {"national", str(chosen.pk)}
    assert page.all('.//input[@name="birth_year"]')[0].get("value") == "1998"
    assert page.all(".//option[@selected]")[-1].get("value") == "TJ"


def test_answers_are_replaced(owner_client, zebo, training):
    registration = make_registration(training, zebo)
    line = make_question(training, "Which spring?", required=True)
    day = make_question(training, "Since when?", kind="date")
    Answer.objects.create(registration=registration, question=line, text="The old one")
    sent = WRITTEN | {f"question_{line.pk}": "The new one", f"question_{day.pk}": "2020-05-01"}
    owner_client.post(form_of(registration), sent)
    texts = [answer.text for answer in registration.answers.all()]
    assert texts == ["The new one", "2020-05-01"]
    page = read(owner_client, registration.get_absolute_url())
    assert "Since when? 1 May 2020" in page.section("written")


def test_a_document_stays_until_another_comes(
    owner_client, zebo, training, django_capture_on_commit_callbacks
):
    registration = make_registration(training, zebo)
    question = make_question(training, "A letter", kind="file", required=True)
    name = f"question_{question.pk}"
    owner_client.post(form_of(registration), WRITTEN | {name: pdf()})
    first = registration.answers.get().file
    assert "letter.pdf is kept." in read(owner_client, form_of(registration)).text
    with django_capture_on_commit_callbacks(execute=True):
        owner_client.post(form_of(registration), WRITTEN)
    assert registration.answers.get().file.read() == b"%PDF-1.7 one"
    with django_capture_on_commit_callbacks(execute=True):
        owner_client.post(form_of(registration), WRITTEN | {name: pdf(content=b"%PDF-1.7 two")})
    assert registration.answers.get().file.read() == b"%PDF-1.7 two"
    assert not first.storage.exists(first.name)


def test_a_wrong_form_keeps_what_was_typed_and_changes_nothing(owner_client, zebo, training):
    registration = make_registration(training, zebo)
    question = make_question(training, "A letter", kind="file")
    sent = WRITTEN | {"name": "", "motivation": "New words.", f"question_{question.pk}": pdf()}
    answer = owner_client.post(form_of(registration), sent)
    page = Page(answer)
    assert answer.status_code == 422
    assert "Write your name." in page.text
    assert "letter.pdf is kept." in page.text
    assert page.all('.//textarea[@name="motivation"]')[0].text.strip() == "New words."
    registration.refresh_from_db()
    assert registration.name == "Zebo Qosimi"


def test_a_decided_registration_offers_names_telephone_and_needs(owner_client, zebo):
    training = make_open_training(asks=["diet"])
    make_question(training, "A question?")
    registration = make_registration(training, zebo, state="approved")
    page = read(owner_client, form_of(registration))
    names = {
        one.get("name")
        for kind in ("input", "select", "textarea")
        for one in page.all(f".//main//{kind}")
    }
    assert names == {
        "csrfmiddlewaretoken", "whose", "name", "native_name", "latin_name", "phone", "diet"
    }  # fmt: skip
    assert "Country, kind of volunteering and answers can't" in page.text


def test_a_decided_registration_keeps_its_country(owner_client, zebo):
    training = make_open_training(asks=["diet"])
    registration = make_registration(training, zebo, state="approved")
    sent = {"name": "Zebo Rahimova", "phone": "+992 1234567", "diet": "no meat", "country": "KG"}
    owner_client.post(form_of(registration), sent)
    registration.refresh_from_db()
    assert (registration.name, registration.phone) == ("Zebo Rahimova", "+992 1234567")
    assert (registration.country_id, registration.needs.diet) == ("TJ", "no meat")


def test_what_was_decided_meanwhile_is_refused_with_a_sentence(registration):
    registration.state = State.APPROVED
    registration.save()
    with pytest.raises(NotAllowed, match="Your names, telephone and needs can still be changed"):
        change(registration, described={"name": "Zebo", "country": make_country("KG")})
    registration.refresh_from_db()
    assert (registration.name, registration.country_id) == ("Zebo Qosimi", "TJ")


@pytest.mark.parametrize("state", ["declined", "cancelled"])
def test_what_ended_is_not_changed(owner_client, zebo, training, state):
    registration = make_registration(training, zebo, state=state)
    assert owner_client.get(form_of(registration)).url == registration.get_absolute_url()
    page = read(owner_client, registration.get_absolute_url())
    assert "Nothing of this registration can be changed any more." in page.text
    with pytest.raises(NotAllowed):
        change(registration, described={"name": "Zebo"})
