"""Letters, the trail, and lists brought in."""

from crowd.rows import FIRST, chance, copy

# Few letters wait, and few failed.
STATE = (
    f"CASE WHEN {chance(21)} = 0 AND s.n % 50 = 0 THEN 'given_up' "
    f"WHEN {chance(22)} = 0 AND s.n % 20 = 0 THEN 'waiting' ELSE 'sent' END"
)


def make_letters() -> None:
    """A letter to everyone, and a second one to those who were approved."""
    from volunteers.models import Letter

    letter = Letter.objects.create(
        kind="received", to="pattern@example.org", language="ru", subject="We have your form",
        text="Thank you. " * 30, html="<p>Thank you.</p>" * 30, state="sent",
    )  # fmt: skip
    for kind, extra in (("received", ""), ("approved", "WHERE c.state = 'approved'")):
        copy(
            letter,
            f"SELECT c.* FROM crowd c {extra}",
            kind=f"'{kind}'", registration_id="s.key", training_id="s.training",
            to=f"'v' || (s.volunteer - {FIRST}) || '@example.org'",
            created_at="s.at", sent_at="s.at",
            message_id=f"'<{kind}' || s.n || '@example.org>'", state=STATE,
        )  # fmt: skip


def make_trail() -> None:
    """An entry for each decision."""
    from volunteers.audit import Kind, record
    from volunteers.models import Registration, User

    organizer = User.objects.create(email="trail@example.org", is_staff=True)
    entry = record(organizer, Kind.DECIDED, Registration.objects.order_by("pk").first())
    copy(
        entry, "SELECT c.* FROM crowd c WHERE state IN ('approved', 'declined')",
        object_pk="s.key::text", object_id="s.key", timestamp="s.at",
    )  # fmt: skip


def make_lists() -> None:
    """Some hundreds of lists brought in, and of wordings of letters."""
    from volunteers.models import Intake, LetterWording

    intake = Intake.objects.create(kind="registrations", training_id=FIRST, file_name="a.csv")
    copy(intake, "SELECT n FROM generate_series(1, 500) n", stage="'done'")
    wording = LetterWording.objects.create(
        training_id=FIRST, kind="received", language="en", subject="We have it", body="Thank you."
    )
    trainings = f"SELECT id FROM trainings_training WHERE id > {FIRST}"
    copy(wording, trainings, training_id="s.id")
