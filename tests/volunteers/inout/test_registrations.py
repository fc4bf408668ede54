"""Registrations and volunteers from a list: who is made, who is known, and what is refused."""

import pytest

from tests.factories import make_account, make_training
from tests.volunteers.factories import (
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from tests.volunteers.inout.bringing import (
    counts,
    csv_file,
    draft,
    press,
    send,
    take_in,
    told,
    wrong,
)
from volunteers.models import Intake, Letter, Registration, User, Volunteer
from volunteers.services import intakes
from volunteers.services.newcomers import Newcomer

pytestmark = pytest.mark.django_db

HEAD = "Name,E-mail,Country,Category,Sex,Date of birth,Languages,Phone"
ZEBO = 'Zebo Qosimova,zebo@example.org,Tajikistan,national,f,12.05.1996,"tg, ru",+992 55 555'


def test_a_list_makes_accounts_volunteers_and_registrations(organizer_client, organizer):
    training = make_open_training()
    intake = take_in(organizer_client, HEAD, ZEBO, training=training)
    assert counts(intake) == ("done", 1, 0, 0)
    row = Registration.objects.get()
    assert (row.name, row.email, row.country_id, row.category, row.sex) == (
        *("Zebo Qosimova", "zebo@example.org", "TJ", "national", "female"),
    )
    assert (row.birth_year, row.languages, row.phone) == (1996, ["tg", "ru"], "+992 55 555")
    assert row.volunteer.described() == row.described()
    assert not row.volunteer.user.has_usable_password()
    assert list(Registration.objects.matching("Қосимова")) == [row]


def test_an_imported_registration_is_marked_and_walked_the_usual_way(organizer_client, organizer):
    training = make_open_training()
    take_in(organizer_client, HEAD, ZEBO, training=training, state_given="approved")
    row = Registration.objects.get()
    assert (row.state, row.nominated_by, row.intake) == (
        "approved",
        organizer,
        Intake.objects.get(),
    )
    steps = [(one.from_state, one.to_state, one.actor, one.by) for one in row.moves.all()]
    assert steps == [
        ("", "submitted", "organizer", organizer),
        ("submitted", "confirmed", "organizer", organizer),
        ("confirmed", "approved", "organizer", organizer),
    ]
    assert row.confirmed_at
    assert row.decided_at
    assert not row.consents.exists()


def test_the_same_list_again_changes_nothing(organizer_client):
    training = make_open_training()
    take_in(organizer_client, HEAD, ZEBO, training=training)
    intake = take_in(organizer_client, HEAD, ZEBO, training=training)
    assert counts(intake) == ("done", 0, 0, 1)
    assert (
        User.objects.filter(email__startswith="zebo").count(),
        Registration.objects.count(),
    ) == (1, 1)


def test_a_list_changes_what_it_says_otherwise_and_shows_it_first(organizer_client):
    row = make_registration(volunteer=make_volunteer("zebo@example.org", phone="1"), country="TJ")
    lines = ("Email;Страна;Телефон", "ZEBO@example.org;Қазақстан;+7 701")
    response = send(organizer_client, csv_file(*lines), training=row.training)
    assert "Country where you volunteer: Tajikistan → Kazakhstan" in told(response)
    intake = Intake.objects.get()
    press(organizer_client, intake, "run")
    intakes.run_due()
    row.refresh_from_db()
    assert (row.country_id, row.phone, row.name) == ("KZ", "+7 701", "Zebo Example")
    assert row.volunteer.phone == "1"


def test_a_name_alone_is_nobody_known(organizer_client):
    make_volunteer("other@example.org", name="Zebo Qosimova")
    take_in(organizer_client, HEAD, ZEBO, training=make_open_training())
    assert sorted(Registration.objects.values_list("volunteer__user__email", flat=True)) == [
        "zebo@example.org"
    ]


def test_an_organizer_says_who_a_line_is(organizer_client):
    known = make_volunteer("other@example.org", name="Зебо Қосимова")
    training = make_open_training()
    intake = draft(organizer_client, "Name,Country", "Zebo Qosimova,KZ", training=training)
    page = organizer_client.get(intake.get_absolute_url())
    assert wrong(page) == ["Write the address, or say below who it is where the name is known."]
    assert "Зебо Қосимова, Tajikistan, other@example.org" in told(page)
    press(organizer_client, intake, who__2=str(known.pk))
    press(organizer_client, intake, "run", who__2=str(known.pk))
    intakes.run_due()
    row = Registration.objects.get()
    assert (row.volunteer, row.name, row.country_id) == (known, "Zebo Qosimova", "KZ")
    known.refresh_from_db()
    assert (known.name, known.country_id) == ("Зебо Қосимова", "TJ")


def test_all_or_nothing(organizer_client):
    training = make_open_training()
    lines = (HEAD, ZEBO, "Nurlan,nurlan at example,Kazakhstan,,,,,")
    intake = take_in(organizer_client, *lines, training=training)
    assert intake.stage == "draft"
    assert not Volunteer.objects.exists()


def test_what_is_wrong_is_told_by_line_and_column(organizer_client):
    make_account("nurlan@example.org")
    lines = (
        HEAD,
        "Zebo,zebo at home,Tajikisttn,chief,x,1850,Klingon,",
        ",nurlan@example.org,,,,,,",
        "Ali,NURLAN@example.org,,,,31.02.1990,,",
    )
    response = send(organizer_client, csv_file(*lines), training=make_open_training())
    assert wrong(response) == [
        "B2, E-mail: “zebo at home” is no e-mail address. Write one, such as name@example.org.",
        "C2, Country: “Tajikisttn” is no country we know. Is “Tajikistan” meant?",
        (
            "D2, Category: “chief” is no kind of volunteering. Write national, international, "
            "online, community or other."
        ),
        "E2, Sex: “x” is none of the answers. Write female, male, other, or leave it empty.",
        "F2, Date of birth: Write the year of birth with four digits, such as 1998.",
        "G2, Languages: “Klingon” is no language we know. Write its name, or its code such as ky.",
        "A3, Name: Write the name.",
        "F4, Date of birth: “31.02.1990” is no day. Write it as 2026-05-12 or 12.05.2026.",
        "B4, E-mail: This address stands in line 3 as well.",
    ]


def test_seats_are_respected(organizer_client):
    training = make_open_training(capacity=20)
    make_quota(training, "TJ", maximum=1)
    lines = (HEAD, ZEBO, "Ali,ali@example.org,TJ,national,,,,")
    intake = draft(organizer_client, *lines, training=training)
    page = press(organizer_client, intake, state_given="approved")
    (refusal,) = wrong(page)
    assert "Tajikistan" in refusal
    assert press(organizer_client, intake, state_given="confirmed").context["look"].may_run


def test_a_seat_that_is_gone_meanwhile_refuses_the_whole_list(organizer_client):
    training = make_open_training(capacity=1)
    intake = draft(organizer_client, HEAD, ZEBO, training=training)
    press(organizer_client, intake, "run", state_given="approved")
    make_registration(training, state="approved")
    intakes.run_due()
    intake.refresh_from_db()
    assert (intake.stage, Registration.objects.count()) == ("refused", 1)
    assert intake.refusal.startswith("Something changed meanwhile: line 2")
    assert not organizer_client.get(intake.get_absolute_url()).context["look"].may_run


@pytest.mark.parametrize(("state", "kind"), [("approved", "approved"), ("confirmed", "received")])
def test_letters_go_out_only_when_asked_for(organizer_client, state, kind):
    take_in(organizer_client, HEAD, ZEBO, training=make_open_training(), state_given=state)
    assert not Letter.objects.exists()
    ali = "Ali,ali@example.org,TJ,national,,,,"
    take_in(
        organizer_client,
        HEAD,
        ali,
        training=make_open_training(),
        state_given=state,
        writes_letters="on",
    )
    assert [(one.kind, one.to) for one in Letter.objects.all()] == [(kind, "ali@example.org")]


def test_people_of_a_training_long_held_are_brought_in(organizer_client):
    training = make_training(capacity=None)
    intake = take_in(organizer_client, HEAD, ZEBO, training=training, state_given="approved")
    assert counts(intake) == ("done", 1, 0, 0)


def test_a_cancelled_training_takes_nobody(organizer_client):
    training = make_training(lifecycle="cancelled")
    intake = take_in(organizer_client, HEAD, ZEBO, training=training)
    assert (intake.stage, Registration.objects.count()) == ("refused", 0)
    assert intake.refusal == "This training is cancelled, so nobody is registered for it."


def test_volunteers_without_a_training_only_fill_gaps(organizer_client):
    known = make_volunteer("zebo@example.org", name="Zebo", country="KZ", phone="")
    lines = (HEAD, ZEBO, "Ali,ali@example.org,TJ,,,,,")
    response = send(organizer_client, csv_file(*lines), "volunteers")
    assert "Left as the volunteer wrote it: name, country where you volunteer" in told(response)
    intake = take_in(organizer_client, *lines, kind="volunteers")
    assert counts(intake) == ("done", 1, 1, 0)
    known.refresh_from_db()
    assert (known.name, known.country_id, known.phone) == ("Zebo", "KZ", "+992 55 555")
    assert counts(take_in(organizer_client, *lines, kind="volunteers")) == ("done", 0, 0, 2)


def test_a_withheld_year_of_birth_stays_withheld(organizer_client):
    known = make_volunteer("zebo@example.org", birth_year_withheld=True)
    take_in(organizer_client, HEAD, ZEBO, training=make_open_training())
    row = Registration.objects.get(volunteer=known)
    assert (row.birth_year, row.birth_year_withheld) == (None, True)


def test_people_of_a_list_are_never_compared_with_each_other(
    organizer_client, organizer, monkeypatch
):
    """Each with each would hold the lock on a list of ten thousand three times as long."""

    def compared(one, other):
        raise AssertionError("compared")

    monkeypatch.setattr(Newcomer, "__eq__", compared)
    lines = [f"P {n},p{n}@example.org,Tajikistan,national,f,1996,tg,1" for n in range(3)]
    intake = take_in(organizer_client, HEAD, *lines, training=make_open_training())
    assert counts(intake) == ("done", 3, 0, 0)
