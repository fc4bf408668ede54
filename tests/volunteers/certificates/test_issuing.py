"""Issuing, reissuing and revoking: who gets one, what stands on it, and what letters leave."""

import datetime as dt

import pytest
import time_machine

from tests.volunteers.certificates.conftest import make_participant
from tests.volunteers.papers.pdf import pages, text_of
from trainings.labels import Label
from trainings.services.refusal import NotAllowed
from volunteers.models import Certificate, CertificateDesign, Issuing, Letter, Signatory
from volunteers.services import certificates, issuing
from volunteers.services.press import name_on

pytestmark = pytest.mark.django_db


def issue(registration, organizer, kind="completion"):
    return certificates.issue(registration, kind=kind, by=organizer)


def test_a_certificate_says_what_was_completed_when_where_and_by_whom(zebo, organizer, settings):
    row = issue(zebo, organizer)
    words = text_of(certificates.pdf_of([row]))
    assert words[:8] == [
        "House of Volunteers",
        "Certificate of completion",
        "Awarded to",
        "Zebo Qosimi",
        "for completing the training",
        "“Clean water”",
        "22–24 April 2027",
        "Osh, Kyrgyzstan",
    ]
    assert {row.number, f"{settings.SITE_URL}/certificates/{row.code}/"} <= set(words)


def test_two_languages_stand_side_by_side(zebo, organizer):
    CertificateDesign.objects.create(training=zebo.training, language="tg", second_language="ru")
    words = text_of(certificates.pdf_of([issue(zebo, organizer, "participation")]))
    assert {"Сертификати иштирокчӣ", "Сертификат участника", "Зебо Қосимӣ"} <= set(words)
    assert {"22–24 апрели соли 2027", "22–24 апреля 2027 г."} <= set(words)


def test_own_words_signatories_and_issuer_are_taken(zebo, organizer):
    design = CertificateDesign.objects.create(
        training=zebo.training,
        issuer=Label({"en": "The Ministry"}),
        completion=Label({"en": "{name} of {country} finished {training}.\n{organisation}"}),
    )
    Signatory.objects.create(
        design=design, name=Label({"en": "Aida A."}), position=Label({"en": "Director"})
    )
    words = text_of(certificates.pdf_of([issue(zebo, organizer)]))
    assert words[0] == "The Ministry"
    assert "Zebo Qosimi of Tajikistan finished Clean water." in words
    assert {"Aida A.", "Director"} <= set(words)


@pytest.mark.parametrize(
    ("chosen", "printed"),
    [
        ("", "Zebo Qosimi"),
        ("display", "Зебо Қосимӣ"),
        ("native", "Зебо Қ."),
        ("latin", "Zebo Qosimi"),
    ],
)
def test_the_name_stands_in_the_form_the_person_chose(zebo, chosen, printed):
    zebo.native_name, zebo.certificate_name = "Зебо Қ.", chosen
    assert name_on(zebo, "en") == printed


def test_a_form_that_is_not_there_is_the_name_itself(zebo):
    zebo.certificate_name = "native"
    assert name_on(zebo, "en") == "Зебо Қосимӣ"


def test_whoever_missed_too_much_gets_one_of_participation_only(training, organizer):
    once = make_participant(training, "Came Once", days=["2027-04-22"])
    with pytest.raises(NotAllowed, match="Did not complete"):
        issue(once, organizer)
    assert issue(once, organizer, "participation").name == "Came Once"


def test_whoever_never_came_gets_none(training, organizer):
    absent = make_participant(training, "Absent", days=[])
    with pytest.raises(NotAllowed, match="never marked as present"):
        issue(absent, organizer, "participation")


def test_nobody_gets_two_of_a_kind(zebo, organizer):
    issue(zebo, organizer)
    with pytest.raises(NotAllowed, match="Has this certificate already"):
        issue(zebo, organizer)
    assert Certificate.objects.count() == 1


def test_a_name_that_cannot_be_printed_is_refused(training, organizer):
    row = make_participant(training, "山田")
    with pytest.raises(NotAllowed, match="letters that can't be printed"):
        issue(row, organizer)
    assert not Certificate.objects.exists()


def test_numbers_of_a_training_have_no_gap(training, zebo, organizer):
    other = make_participant(training, "Aida")
    first, second = issue(zebo, organizer), issue(other, organizer)
    again = certificates.reissue(first, by=organizer, reason="A slip in the name")
    assert [row.sequence for row in (first, second, again)] == [1, 2, 3]
    assert first.number == f"2027-{training.pk:04}-0001"


def test_a_letter_says_that_it_is_there(zebo, organizer):
    issue(zebo, organizer)
    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == ("certified", "zebo@example.org")
    assert zebo.get_absolute_url() in letter.text


def test_made_again_it_is_the_same_byte_for_byte(zebo, organizer):
    row = issue(zebo, organizer)
    first = certificates.pdf_of([row])
    zebo.training.title = Label({"en": "Another title"})
    zebo.training.save()
    CertificateDesign.objects.create(training=zebo.training, language="ru")
    with time_machine.travel(dt.datetime(2040, 1, 1, tzinfo=dt.UTC)):
        assert certificates.pdf_of([Certificate.objects.get(pk=row.pk)]) == first


def test_a_new_version_replaces_the_old_one(zebo, organizer):
    old = issue(zebo, organizer)
    zebo.certificate_name = "display"
    zebo.save()
    new = certificates.reissue(old, by=organizer, reason="She wants her own letters")
    old.refresh_from_db()
    assert (new.name, new.replaces, old.is_valid, new.is_valid) == ("Зебо Қосимӣ", old, False, True)
    assert new.code != old.code
    assert Letter.objects.count() == 2
    with pytest.raises(NotAllowed, match="newer version"):
        certificates.reissue(old, by=organizer, reason="Again")


def test_revoking_and_reissuing_need_a_reason(zebo, organizer):
    row = issue(zebo, organizer)
    with pytest.raises(NotAllowed, match="Say why it is revoked"):
        certificates.revoke(row, by=organizer, reason=" ", is_public=False)
    with pytest.raises(NotAllowed, match="Say why there is a new version"):
        certificates.reissue(row, by=organizer, reason="")
    assert Certificate.objects.get().is_valid


def test_whoever_was_revoked_gets_no_new_one_by_itself(training, zebo, organizer):
    row = issue(zebo, organizer)
    certificates.revoke(row, by=organizer, reason="Issued by mistake", is_public=False)
    assert list(certificates.without_one(training, "completion")) == []


def test_the_worker_issues_to_all_who_completed_and_says_how_far_it_is(training, zebo, organizer):
    make_participant(training, "Aida")
    make_participant(training, "山田")
    make_participant(training, "Came Once", days=["2027-04-22"])
    order = issuing.order(training, kind="completion", by=organizer)
    assert (order.total, order.done) == (3, 0)
    assert issuing.issue_due() == 2
    order.refresh_from_db()
    assert (order.done, order.leased_until, order.finished_at is None) == (2, None, False)
    assert [why[:8] for _pk, why in order.refused] == ["The name"]
    assert sorted(Certificate.objects.values_list("name", flat=True)) == ["Aida", "Zebo Qosimi"]


def test_an_order_that_a_worker_left_is_taken_up_and_nobody_gets_two(training, zebo, organizer):
    make_participant(training, "Aida")
    order = issuing.order(training, kind="completion", by=organizer)
    issuing.claim()
    issue(zebo, organizer)
    assert issuing.issue_due() == 0
    Issuing.objects.filter(pk=order.pk).update(leased_until=order.created_at)
    assert issuing.issue_due() == 1
    assert Certificate.objects.count() == 2


def test_nothing_is_ordered_twice_or_for_nobody(training, zebo, organizer):
    issuing.order(training, kind="completion", by=organizer)
    with pytest.raises(NotAllowed, match="being issued already"):
        issuing.order(training, kind="completion", by=organizer)
    issuing.issue_due()
    with pytest.raises(NotAllowed, match="has it already"):
        issuing.order(training, kind="completion", by=organizer)


def test_several_are_printed_in_one_file_a_sheet_each(training, zebo, organizer):
    other = make_participant(training, "Aida")
    rows = [issue(zebo, organizer), issue(other, organizer)]
    found = pages(certificates.pdf_of(rows))
    assert [page[3] for page in found] == ["Zebo Qosimi", "Aida"]
