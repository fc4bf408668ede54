"""The papers of a training at the desk: printing, designing, issuing, replacing, revoking."""

import pytest
from auditlog.models import LogEntry
from django.test import Client

from tests.factories import make_account, make_picture, make_session
from tests.pages.page import read
from tests.volunteers.certificates.conftest import make_participant
from tests.volunteers.papers.pdf import text_of
from trainings.models import Training
from volunteers import roles
from volunteers.models import Certificate, CertificateDesign
from volunteers.services import certificates, issuing

pytestmark = pytest.mark.django_db


def papers(training: Training, page="") -> str:
    return f"/admin/trainings/training/{training.pk}/papers/{page}"


def design(**fields) -> dict:
    rows = {"signatories-TOTAL_FORMS": "3", "signatories-INITIAL_FORMS": "0"}
    return {"language": "en", "second_language": "", **rows, **fields}


@pytest.fixture
def certificate(zebo, organizer):
    return certificates.issue(zebo, kind="completion", by=organizer)


@pytest.fixture
def coordinator(db):
    """A coordinator of Kyrgyzstan, who sees nobody of Tajikistan."""
    account = make_account("coordinator@example.org", is_staff=True)
    roles.renew()
    account.groups.add(roles.Group.objects.get(name=roles.Role.COORDINATOR.value))
    account.countries.set(["KG"])
    client = Client()
    client.force_login(account)
    return client


def test_the_page_leads_to_every_paper(organizer_client, training, zebo):
    make_session(training, "Opening", date=training.start_date)
    page = read(organizer_client, papers(training))
    for words in ("by country", "by name", "All badges (PDF)", "Agenda (PDF)", "Preview"):
        answer = organizer_client.get(page.links()[words])
        where = papers(training)
        answer = answer if answer.status_code == 200 else organizer_client.get(where + words)
        assert answer.headers["Content-Type"] == "application/pdf", words
        assert answer.content.startswith(b"%PDF-")


def test_the_page_of_the_training_leads_here(organizer_client, training):
    page = read(organizer_client, f"/admin/trainings/training/{training.pk}/desk/")
    assert page.links()["Papers: sheets, badges, certificates"] == papers(training)


@pytest.mark.parametrize("day", ["", "yesterday", "2027-05-01"])
def test_there_is_no_sheet_for_another_day(organizer_client, training, day):
    assert organizer_client.get(papers(training, "sign-in/"), {"day": day}).status_code == 404


def test_taking_a_sheet_along_is_written_down(organizer_client, training, zebo):
    organizer_client.get(papers(training, "sign-in/"), {"day": "2027-04-22"})
    entry = LogEntry.objects.get(action=10)
    assert entry.additional_data["paper"] == "sign-in sheet"


def test_issuing_is_ordered_here_and_the_page_says_how_far_it_is(organizer_client, training, zebo):
    page = read(organizer_client, papers(training))
    assert "Issue 1 certificate" in page.text
    organizer_client.post(papers(training, "issue/"), {"kind": "completion"})
    page = read(organizer_client, papers(training))
    assert "0 of 1 are issued." in page.text
    assert page.all('.//meta[@http-equiv="refresh"]')
    issuing.issue_due()
    page = read(organizer_client, papers(training))
    assert "Last time 1 were issued" in page.text
    assert not page.all('.//meta[@http-equiv="refresh"]')


def test_who_got_none_is_told_with_the_reason(organizer_client, training, zebo):
    make_participant(training, "山田")
    organizer_client.post(papers(training, "issue/"), {"kind": "completion"})
    issuing.issue_due()
    words = read(organizer_client, papers(training)).text
    assert "1 person got none: 山田: The name has letters that can't be printed." in words


def test_the_preview_shows_the_longest_name_and_says_that_it_is_one(
    organizer_client, training, zebo
):
    make_participant(training, "Қасымжомарт Әбдірашитұлы Ғабдуллин")
    answer = organizer_client.get(papers(training, "preview/"), {"kind": "participation"})
    words = text_of(answer.content)
    assert {"Қасымжомарт Әбдірашитұлы Ғабдуллин", "Sample"} <= set(words)
    assert "Certificate of participation" in words
    assert not Certificate.objects.exists()


def test_what_stands_on_them_is_said_here(organizer_client, training, zebo):
    sent = design(
        language="ru",
        second_language="en",
        issuer_0="The Ministry",
        completion_0="for {training}",
        logo=make_picture("logo.png"),
        **{"signatories-0-name_0": "Aida A.", "signatories-0-position_0": "Director"},
        **{"signatories-0-signature": make_picture("signature.png")},
    )
    answer = organizer_client.post(papers(training, "design/"), sent)
    assert answer.status_code == 302
    made = CertificateDesign.objects.get()
    (signs,) = made.signatories.all()
    assert (made.languages, str(made.issuer), str(signs)) == (
        ["ru", "en"],
        "The Ministry",
        "Aida A.",
    )
    words = text_of(organizer_client.get(papers(training, "preview/")).content)
    assert {"Сертификат о прохождении", "Certificate of completion", "Aida A."} <= set(words)
    assert "There is a picture" in read(organizer_client, papers(training, "design/")).text


def test_a_placeholder_that_does_not_exist_is_explained_and_nothing_is_lost(
    organizer_client, training
):
    sent = design(completion_0="for {course}", issuer_0="The Ministry")
    answer = organizer_client.post(papers(training, "design/"), sent)
    words = answer.content.decode()
    assert "{course} is no placeholder" in words
    assert "The Ministry" in words
    assert not CertificateDesign.objects.exists()


def test_words_that_leave_no_room_are_pointed_out(organizer_client, training, zebo):
    sent = design(completion_0="many words " * 300)
    answer = organizer_client.post(papers(training, "design/"), sent, follow=True)
    words = answer.content.decode()
    assert "Certificate of completion: the words are too long for the sheet." in words
    assert "Certificate of participation: the words" not in words


def test_a_signature_that_is_no_picture_is_refused(organizer_client, training):
    file = make_picture("signature.png")
    file.file.seek(0)
    file.file.write(b"nonsense")
    sent = design(**{"signatories-0-name_0": "Aida", "signatories-0-signature": file})
    answer = organizer_client.post(papers(training, "design/"), sent)
    assert "not a picture we can read" in answer.content.decode()


def test_the_list_is_searched_by_name_in_any_letters(organizer_client, training, certificate):
    other = certificates.issue(make_participant(training, "Aida"), kind="completion", by=None)
    page = read(organizer_client, papers(training, "certificates/"), data={"q": "kosimi"})
    assert "Zebo Qosimi" in page.links()
    assert "Aida" not in page.links()
    page = read(organizer_client, papers(training, "certificates/"), data={"q": other.number})
    assert "Aida" in page.links()


def test_a_certificate_is_revoked_with_a_reason(organizer_client, training, certificate):
    where = papers(training, f"certificates/{certificate.pk}/")
    sent = {"verb": "revoke", "revoke-reason": ""}
    assert "Say why, in a few words." in organizer_client.post(where, sent).content.decode()
    organizer_client.post(where, {**sent, "revoke-reason": "A mistake"})
    certificate.refresh_from_db()
    assert (certificate.revoke_reason, certificate.reason_is_public) == ("A mistake", False)
    story = read(organizer_client, where).section("story")
    assert "Issued" in story
    assert "“A mistake”" in story


def test_a_new_version_is_issued_and_both_stand_in_the_story(
    organizer_client, training, certificate
):
    where = papers(training, f"certificates/{certificate.pk}/")
    answer = organizer_client.post(where, {"verb": "reissue", "reissue-reason": "A slip"})
    newer = Certificate.objects.get(replaces=certificate)
    assert answer.url == papers(training, f"certificates/{newer.pk}/")
    story = read(organizer_client, answer.url).section("story")
    assert certificate.number in story
    assert "New version issued" in story


def test_all_are_printed_in_one_file(organizer_client, training, certificate):
    answer = organizer_client.get(papers(training, "certificates/print/"))
    assert answer.content == certificates.pdf_of([certificate])
    one = organizer_client.get(papers(training, f"certificates/{certificate.pk}/pdf/"))
    assert one.content == answer.content


def test_a_coordinator_meets_only_the_own_countries(coordinator, training, certificate, organizer):
    own = make_participant(training, "Aida", country="KG")
    mine = certificates.issue(own, kind="completion", by=organizer)
    page = read(coordinator, papers(training, "certificates/"))
    assert [mine.name in page.text, certificate.name in page.text] == [True, False]
    for address in (f"certificates/{certificate.pk}/", f"certificates/{certificate.pk}/pdf/"):
        assert coordinator.get(papers(training, address)).status_code == 404
    day = coordinator.get(papers(training, "sign-in/"), {"day": "2027-04-22"})
    badges = coordinator.get(papers(training, "badges/"))
    printed = coordinator.get(papers(training, "certificates/print/"))
    for answer in (day, badges, printed):
        words = text_of(answer.content)
        assert ["Aida" in words, bool({"Зебо Қосимӣ", "Zebo Qosimi"} & set(words))] == [True, False]


def test_whoever_may_not_is_sent_away(coordinator, training, certificate):
    assert coordinator.post(papers(training, "issue/")).status_code == 403
    assert coordinator.get(papers(training, "design/")).status_code == 403
    mine = certificates.issue(
        make_participant(training, "Aida", country="KG"), kind="completion", by=None
    )
    where = papers(training, f"certificates/{mine.pk}/")
    assert coordinator.post(where, {"verb": "revoke", "revoke-reason": "No"}).status_code == 403
    assert Client().get(papers(training)).status_code == 302


def test_the_page_asks_the_database_as_much_for_many_as_for_one(
    organizer_client, training, certificate, django_assert_max_num_queries
):
    for number in range(4):
        row = make_participant(training, f"Person {number}")
        certificates.issue(row, kind="completion", by=None)
    with django_assert_max_num_queries(15):
        organizer_client.get(papers(training))
    with django_assert_max_num_queries(15):
        organizer_client.get(papers(training, "certificates/"))
