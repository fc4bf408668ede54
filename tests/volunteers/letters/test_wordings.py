"""An organizer's own words: where they begin, what is refused, and how they are looked at."""

import pytest
from django.template.defaultfilters import force_escape
from django.utils.html import escape

from tests.volunteers.factories import make_registration, make_volunteer
from volunteers.letters import words
from volunteers.models import Letter, LetterKind, LetterWording

ADD = "/admin/volunteers/letterwording/add/"
PREVIEW = "/admin/volunteers/letterwording/preview/"
pytestmark = pytest.mark.django_db


def asked(training, kind="confirm", language="en") -> str:
    return f"?training={training.pk}&kind={kind}&language={language}"


def test_first_it_is_asked_which_letter(organizer_client, training):
    shown = organizer_client.get(f"{ADD}?training={training.pk}").content.decode()
    assert "Start from the usual words" in shown
    assert "This field is required" not in shown
    assert '<option value="code">' not in shown


@pytest.mark.parametrize("language", ["en", "kk"])
def test_the_words_begin_as_the_usual_ones(organizer_client, training, language):
    form = organizer_client.get(ADD + asked(training, language=language)).context["adminform"].form
    usual = words.usual("confirm", language)
    assert (form["subject"].value(), form["body"].value()) == (usual.subject, usual.body)
    assert "[Confirm my registration]({link})" in usual.body or language != "en"


def test_own_words_are_kept_for_this_letter_alone(organizer_client, training):
    typed = {"subject": "Please confirm", "body": "Hello {name}\n\n{link}"}
    organizer_client.post(ADD + asked(training), typed)
    row = LetterWording.objects.get()
    assert (row.training, row.kind, row.language) == (training, "confirm", "en")
    assert (row.subject, row.body) == ("Please confirm", "Hello {name}\n\n{link}")


def test_a_wording_there_is_already_is_opened(organizer_client, training):
    row = LetterWording.objects.create(
        training=training, kind="confirm", language="en", subject="A", body="{link}"
    )
    answer = organizer_client.get(ADD + asked(training))
    assert answer.url == f"/admin/volunteers/letterwording/{row.pk}/change/"


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("confirm", "{link} {nmae}", "{nmae} is no placeholder of this letter."),
        ("confirm", "{link} { name }", "{ name } is no placeholder of this letter."),
        ("confirm", "{link} {position}", "{position} is no placeholder of this letter."),
        ("confirm", "Hello {name}", "This letter is of no use without {link}."),
        ("nominated", "Hello {name}", "This letter is of no use without {link}."),
        ("received", "{}", "{} is no placeholder of this letter."),
    ],
)
def test_what_can_not_be_filled_in_is_refused_by_name(organizer_client, training, kind, body, said):
    answer = organizer_client.post(ADD + asked(training, kind), {"subject": "A", "body": body})
    assert escape(said) in answer.content.decode()
    assert answer.context["adminform"].form["body"].value() == body
    assert not LetterWording.objects.exists()


def test_a_code_can_not_be_left_out():
    with pytest.raises(words.ValidationError, match=r"no use without \{code\}"):
        words.check(LetterKind.CODE, subject="A", body="Hello {name}")


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind != "message"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_usual_words_pass_their_own_check(kind, language):
    usual = words.usual(kind, language)
    words.check(kind, subject=usual.subject, body=usual.body)


def test_each_placeholder_is_explained(organizer_client, training):
    shown = organizer_client.get(ADD + asked(training, "waitlisted")).content.decode()
    assert "<dt>{position}</dt><dd>the place on the waiting list, a number</dd>" in shown
    assert "<dt>{practical}</dt>" not in shown
    assert set(words.MEANINGS) == {name for names in words.ALLOWED.values() for name in names}


def preview(client, training, kind="received", **typed):
    typed = {"subject": "About {training}", "body": "Hello {name}", **typed}
    return client.post(PREVIEW + asked(training, kind), typed)


def test_typed_words_are_looked_at_with_the_newest_registration(organizer_client, training):
    make_registration(training, make_volunteer(name="Olim"))
    make_registration(training, make_volunteer(name="<Zarina>"))
    shown = preview(organizer_client, training)
    letter = shown.context["letter"]
    assert (letter["subject"], letter["text"]) == ("About Clean water", "Hello <Zarina>")
    assert "<p>Hello &lt;Zarina&gt;</p>" in letter["html"]
    assert f'srcdoc="{force_escape(letter["html"])}"' in shown.content.decode()
    assert not LetterWording.objects.exists()
    assert not Letter.objects.exists()


def test_another_registration_of_the_training_can_be_chosen(organizer_client, training):
    chosen = make_registration(training, make_volunteer(name="Olim"))
    make_registration(training, make_volunteer(name="Zarina"))
    stranger = make_registration(volunteer=make_volunteer(name="Stranger"))
    for registration, text in ((chosen, "Hello Olim"), (stranger, "Hello Zebo Example")):
        answer = preview(organizer_client, training, registration=registration.pk)
        assert answer.context["letter"]["text"] == text


def test_without_a_registration_an_invented_one_stands_in(organizer_client, training):
    body = "{name}, {position}, {link}"
    text = preview(organizer_client, training, "waitlisted", body=body).context["letter"]["text"]
    assert text.startswith("Zebo Example, 3, http://127.0.0.1:8000/en/me/registrations/example/")


def test_a_look_gives_no_working_link_to_prove_an_address(organizer_client, training):
    make_registration(training, state="submitted")
    letter = preview(organizer_client, training, "confirm", body="{link}").context["letter"]
    assert letter["text"] == "http://127.0.0.1:8000/en/confirm/…/"


def test_a_look_says_what_could_not_be_saved(organizer_client, training):
    shown = preview(organizer_client, training, body="{nmae}").content.decode()
    assert escape("{nmae} is no placeholder of this letter.") in shown


@pytest.mark.parametrize("address", [PREVIEW + "?kind=code", PREVIEW])
def test_an_address_typed_by_hand_is_no_error_of_ours(organizer_client, training, address):
    assert organizer_client.post(address).status_code == 403
    assert organizer_client.get(address).status_code == 405
    assert organizer_client.get(f"{ADD}?training=x&kind=y&language=z").status_code == 200
