"""A document in a form: kept while there is something to mend, and gone after a day."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from tests.pages.page import Page
from tests.volunteers.factories import make_open_training, make_question
from tests.volunteers.form.sending import (
    PDF,
    address_of,
    errors,
    filled,
    paper,
    send,
    stamp,
    value_of,
)
from volunteers.models import Answer, Attempt, Registration, Upload
from volunteers.services import uploads
from volunteers.services.attempts import hashed

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make_open_training("Springs", slug="springs")


@pytest.fixture
def question(training):
    return make_question(training, "Your letter", kind="file", required=True)


@pytest.fixture
def name(question):
    return f"question_{question.pk}"


def is_stored(file) -> bool:
    return (settings.PRIVATE_ROOT / file).exists()


def test_a_document_is_stored_with_the_answer_out_of_reach(client, training, name):
    assert send(client, training, **{name: paper()}).status_code == 302
    answer = Answer.objects.get()
    assert answer.file.read() == PDF
    assert is_stored(answer.file.name)
    assert client.get(f"/media/{answer.file.name}").status_code == 404


def test_a_document_need_not_be_sent_twice(
    client, training, name, django_capture_on_commit_callbacks
):
    answer = send(client, training, email="zebo@", **{name: paper("моё\u202efdp.pdf")})
    assert errors(answer) == ["E-mail: Write your e-mail address, like name@example.org."]
    assert "моёfdp.pdf is kept." in Page(answer).text
    kept = Upload.objects.get().file.name
    token = {f"{name}_kept": value_of(answer, f"{name}_kept")}
    still = send(client, training, email="", **token)
    assert "моёfdp.pdf is kept." in Page(still).text
    with django_capture_on_commit_callbacks(execute=True):
        assert send(client, training, **token).status_code == 302
    assert Answer.objects.get().file.read() == PDF
    assert not Upload.objects.exists()
    assert not is_stored(kept)


def test_another_document_replaces_the_one_that_was_kept(client, training, name):
    answer = send(client, training, email="zebo@", **{name: paper()})
    token = value_of(answer, f"{name}_kept")
    newer = paper("newer.pdf", PDF + b"newer")
    send(client, training, **{f"{name}_kept": token, name: newer})
    assert Answer.objects.get().file.read() == PDF + b"newer"


def test_a_kept_document_is_good_for_its_own_question_alone(client, training, name):
    other = make_question(make_open_training(), "Theirs", kind="file")
    theirs = uploads.keep(other, paper(), name="theirs.pdf")
    for token in (theirs.token, "guessed", "\0", "x" * 43):
        answer = send(client, training, **{f"{name}_kept": token})
        assert errors(answer) == ["Your letter: Answer this question: the organizers need it."]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (paper("cv.exe"), "Documents may be PDF, Word"),
        (paper("cv.pdf", b"MZ"), "This file is named .pdf but doesn't hold such a document"),
        (paper("cv.pdf", b""), "This file is empty. Choose the document again."),
        (
            SimpleUploadedFile("cv.pdf", PDF + b"0" * 20 * 1024 * 1024),
            "This document is larger than 20 MB.",
        ),
    ],
)
def test_a_wrong_document_is_refused_with_a_sentence_and_not_kept(
    client, training, name, file, sentence
):
    answer = send(client, training, **{name: file})
    assert [sentence in line for line in errors(answer)] == [True]
    assert not Upload.objects.exists()
    assert value_of(answer, "motivation") == "We look after a spring."


def test_an_upload_cut_in_the_middle_is_not_kept_and_said(client, training, name):
    boundary = "cut"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in filled(stamp=None).items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="cv.pdf"\r\n'
    body = "".join(parts).encode() + head.encode() + b"Content-Type: application/pdf\r\n\r\n" + PDF
    answer = client.generic(
        "POST", address_of(training), body, f"multipart/form-data; boundary={boundary}"
    )
    assert answer.status_code == 422
    assert errors(answer)[0].startswith("The form did not arrive whole.")
    assert value_of(answer, "motivation") == "We look after a spring."
    assert not Upload.objects.exists()


def test_a_document_of_a_form_without_its_end_is_not_kept(client, training, name):
    send(client, training, stamp=None, **{name: paper()})
    assert not Upload.objects.exists()


def test_a_form_that_is_no_form_is_refused(client, training, name):
    broken = client.generic("POST", address_of(training), b"--", "multipart/form-data; boundary=")
    assert broken.status_code == 400


def test_kept_documents_are_gone_after_a_day(
    client, training, question, name, django_capture_on_commit_callbacks
):
    answer = send(client, training, email="zebo@", **{name: paper()})
    token = {f"{name}_kept": value_of(answer, f"{name}_kept")}
    file = Upload.objects.get().file.name
    with time_machine.travel(now() + timedelta(hours=25)):
        late = send(client, training, stamp=stamp(60), **token)
        assert errors(late) == ["Your letter: Answer this question: the organizers need it."]
        with django_capture_on_commit_callbacks(execute=True):
            assert uploads.purge() == 1
    assert not is_stored(file)


def test_the_same_paper_of_two_people_is_not_deleted_under_one(
    client, training, question, name, django_capture_on_commit_callbacks
):
    mine = uploads.keep(question, paper(), name="cv.pdf")
    theirs = uploads.keep(question, paper(), name="cv.pdf")
    assert mine.file.name == theirs.file.name
    with django_capture_on_commit_callbacks(execute=True):
        send(client, training, **{f"{name}_kept": mine.token})
    assert is_stored(theirs.file.name)


def test_very_many_documents_of_one_client_are_not_kept(client, training, name):
    rows = (Attempt(what="upload of client", who=hashed("127.0.0.1")) for _ in range(60))
    Attempt.objects.bulk_create(rows)
    answer = send(client, training, email="zebo@", **{name: paper()})
    assert answer.status_code == 422
    assert not Upload.objects.exists()
    assert not Registration.objects.exists()
