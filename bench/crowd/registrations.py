"""Who registers for which training, and what hangs on a registration."""

from crowd.rows import FIRST, chance, copy, execute, parted

HELD = {"approved": 55, "waitlisted": 8, "declined": 19, "cancelled": 10, "dropped": 8}
COMING = {"confirmed": 50, "approved": 12, "waitlisted": 15, "declined": 8, "submitted": 15}


def spread(volunteers: int, registrations: int, trainings: int) -> None:
    """A table `crowd` with who registers for which training, what became of it, and when."""
    third = -(-trainings // 3)
    chosen = f"floor(power((hashint8extended(n, 11) & 65535) / 65536.0, 3) * {third})::int"
    state = f"CASE WHEN t.lifecycle = 'reported' THEN {parted(chance(12, 'n'), HELD)} "
    state += f"ELSE {parted(chance(12, 'n'), COMING)} END"
    before = f"{chance(13, 'n')} * '7 h'::interval"
    execute(
        f"""
        CREATE UNLOGGED TABLE crowd AS
        SELECT n, {FIRST} + n AS key, volunteer, t.id AS training, t.start_date AS day,
            t.lifecycle = 'reported' AS held, {state} AS state,
            least(now(), t.start_date - '10 days'::interval) - {before} AS at
        FROM (
            SELECT n, {FIRST} + n % {volunteers} AS volunteer,
                {FIRST} + least({chosen} * 3 + n / {volunteers} % 3, {trainings - 1}) AS training
            FROM generate_series(0, {registrations - 1}) n
        ) chosen
        JOIN trainings_training t ON t.id = chosen.training
        """
    )
    # Where the trainings are not a multiple of three, two choices may be the same.
    execute(
        "DELETE FROM crowd USING crowd AS other WHERE crowd.training = other.training "
        "AND crowd.volunteer = other.volunteer AND crowd.n > other.n"
    )


def register() -> None:
    """Registrations with their steps, consents and notes, and answers where questions are asked."""
    from volunteers.models import Registration, Volunteer

    pattern = Volunteer.objects.get(user__email="pattern@example.org")
    registration = Registration.objects.create(
        training_id=FIRST, volunteer=pattern, name="Pattern", language="ru",
        motivation="Our spring is muddy after rain, and I keep its book.",
    )  # fmt: skip
    copy_registrations(registration)
    make_calls()
    make_steps(registration)
    make_given(registration)
    make_answers(registration)
    Registration.objects.filter(pk=registration.pk).update(volunteer=None, training=FIRST + 2)


def copy_registrations(registration) -> None:
    """One for each row of `crowd`, with what its volunteer is."""
    kept = ("name", "search_key", "country_id", "nationality_id", "category", "sex", "birth_year")
    kept += ("host_organisation", "phone")
    copy(
        registration,
        f"SELECT c.*, {', '.join(f'v.{name}' for name in kept)} "
        "FROM crowd c JOIN volunteers_volunteer v ON v.id = c.volunteer",
        id="s.key", training_id="s.training", volunteer_id="s.volunteer", state="s.state",
        code="substr(md5(s.n::text), 1, 16)", badge_code="lpad(s.n::text, 10, 'x')",
        submitted_at="s.at",
        confirmed_at="CASE WHEN s.state NOT IN ('submitted', 'dropped') THEN s.at END",
        decided_at="CASE WHEN s.state IN ('approved', 'declined') THEN s.at END",
        waitlisted_at="CASE WHEN s.state = 'waitlisted' THEN s.at END",
        **{name: f"s.{name}" for name in kept},
    )  # fmt: skip


def make_calls() -> None:
    """The three largest trainings have a call, quotas and questions."""
    from volunteers.models import Call, Question, Quota

    for training in range(FIRST, FIRST + 3):
        Call.objects.create(training_id=training)
        for country in ("KG", "KZ", "TJ", "UZ"):
            Quota.objects.create(training_id=training, country_id=country, maximum=2_000)
        for order in range(2):
            Question.objects.create(training_id=training, label={"en": "How?"}, order=order)


STEPS = "SELECT c.* FROM crowd c"


def make_steps(registration) -> None:
    """What became of each: sent, and then in the state where it is."""
    from volunteers.models import Move

    move = Move.objects.create(registration=registration, to_state="submitted", actor="volunteer")
    copy(move, STEPS, registration_id="s.key", at="s.at")
    copy(
        move, f"{STEPS} WHERE state != 'submitted'",
        registration_id="s.key", from_state="'submitted'", to_state="s.state", at="s.at",
        actor="'organizer'",
    )  # fmt: skip


def make_given(registration) -> None:
    """A consent of everyone, notes on some, and needs of those whose training is to come."""
    from volunteers.models import Consent, ConsentText, Needs, Note

    consent = Consent.objects.create(
        registration=registration,
        text=ConsentText.objects.first(),
        language="ru",
        given_at="2026-01-01T00:00Z",
    )
    copy(consent, STEPS, registration_id="s.key", given_at="s.at")
    note = Note.objects.create(registration=registration, text="Spoke well on the telephone.")
    copy(note, f"{STEPS} WHERE n % 10 = 0", registration_id="s.key", at="s.at")
    needs = Needs.objects.create(
        registration=registration, diet="No meat.", purge_after="2030-01-01"
    )
    copy(needs, f"{STEPS} WHERE NOT held", registration_id="s.key")


def make_answers(registration) -> None:
    """An answer of everyone to each question."""
    from volunteers.models import Answer, Question

    for question in Question.objects.filter(training_id__lt=FIRST + 3):
        answer = Answer.objects.create(registration=registration, question=question, text="By bus.")
        copy(answer, f"{STEPS} WHERE training = {question.training_id}", registration_id="s.key")
