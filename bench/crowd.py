"""A crowd: 100,000 volunteers, 300,000 registrations and 1,000 trainings, with all that hangs on
them. PostgreSQL makes the rows itself, as copies of one that Django made; `fill` is the way in.

The three largest trainings have some 14,000 registrations each, and most have about a hundred. Who
is who, from where and in which state follows from a row's number, so that each run has the same.
"""

import datetime as dt

FIRST = 100_000  # the key of the first row of each kind, beyond those that are there already
VOLUNTEERS, REGISTRATIONS, TRAININGS = 100_000, 300_000, 1_000
GIVEN = ("Aigerim", "Bakyt", "Gulnora", "Daler", "Zebo", "Nurlan", "Madina", "Jamshed", "Altynai")
GIVEN += ("Rustam", "Ogulsapar", "Timur", "Saule", "Farhod", "Cholpon", "Merdan", "Yulia", "Askar")
FAMILY = ("Karimova", "Osmonov", "Rahimova", "Nazarov", "Abdullayeva", "Saparov", "Iskakova")
FAMILY += ("Toktogulov", "Yusupova", "Sharipov", "Durdyeva", "Kim", "Petrova", "Mirzoev", "Bekova")
HOSTS = ("Red Crescent", "Youth centre", "Ministry of ecology", "Village council", "University", "")
COUNTRIES = {"UZ": 31, "KZ": 25, "KG": 20, "TJ": 15, "TM": 4, "AF": 3, "DE": 2}
HELD = {"approved": 55, "waitlisted": 8, "declined": 19, "cancelled": 10, "dropped": 8}
COMING = {"confirmed": 50, "approved": 12, "waitlisted": 15, "declined": 8, "submitted": 15}


def chance(seed: int, of: str = "s.n") -> str:
    """SQL for a number from 0 to 99 that follows from the number `of` of a row, for each `seed`."""
    return f"(hashint8extended({of}, {seed}) & 65535) % 100"


def parted(number: str, shares: dict[str, int]) -> str:
    """SQL for the value whose share, in per cent, the SQL `number` from 0 to 99 falls into."""
    cases, upto = [], 0
    for value, share in shares.items():
        upto += share
        cases.append(f"WHEN {number} < {upto} THEN '{value}'")
    return f"CASE {' '.join(cases)} END"


def one_of(values: tuple[str, ...], number: str) -> str:
    """SQL for one of `values`, all equally often, by the SQL `number`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"(ARRAY[{listed}])[1 + ({number}) % {len(values)}]"


def execute(sql: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)


def copy(row, source: str, **columns: str) -> None:
    """A copy of the saved `row` for each row of the SQL `source`, which `columns` may call `s`.

    `columns` are SQL for those that differ; the key counts on where nothing is said of it.
    """
    table = row._meta.db_table
    names = [one.column for one in row._meta.concrete_fields if one.column != "id"]
    values = {name: columns.get(name, f'pattern."{name}"') for name in names}
    if "id" in columns:
        values["id"] = columns["id"]
    listed = ", ".join(f'"{name}"' for name in values)
    execute(
        f"INSERT INTO {table} ({listed}) SELECT {', '.join(values.values())} "
        f"FROM {table} AS pattern, ({source}) AS s WHERE pattern.id = {row.pk}"
    )
    execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")


def fill(volunteers=VOLUNTEERS, registrations=REGISTRATIONS, trainings=TRAININGS) -> list[int]:
    """Make the crowd, and give the keys of its trainings, the largest first.

    Nobody registers more than three times. The first training takes registrations, the second was
    held.
    """
    keys = make_record(trainings)
    make_people(volunteers)
    spread(volunteers, registrations, trainings)
    register()
    make_letters()
    make_lists()
    hold()
    return keys


def named(words: str, n: int):
    """A label in two languages."""
    from trainings.labels import Label

    return Label({"en": f"{words} {n}", "ru": f"{words} {n}"})


def make_record(number: int) -> list[int]:
    """Trainings with places, sessions, people, organisations, reports and facts."""
    rows = make_trainings(number)
    make_parts(rows)
    make_persons(rows)
    make_offices(number)
    make_reports(rows)
    return [row.pk for row in rows]


def make_trainings(number: int) -> list:
    from django.utils.timezone import now

    from trainings.models import Series, Training

    series = [Series(name=named("Series", n), slug=f"series-{n}") for n in range(number // 20 + 1)]
    Series.objects.bulk_create(series)
    return Training.objects.bulk_create(
        Training(
            pk=FIRST + n,
            title=named("Volunteers for clean water", n),
            slug=f"clean-water-{n}",
            series=series[n % len(series)],
            lifecycle=stage_of(n),
            date_precision="days",
            start_date=(first := first_day(n)),
            end_date=first + dt.timedelta(days=2),
            capacity=50 + 8_000 // (1 + n),
            published_at=now(),
        )
        for n in range(number)
    )


def make_parts(trainings: list) -> None:
    """A place, six sessions and a group for each training."""
    from trainings.models import ParticipantGroup, Place, Session

    codes = list(COUNTRIES)
    every = list(enumerate(trainings))
    Place.objects.bulk_create(
        Place(training=row, country_id=codes[n % len(codes)], city=named("Osh", n))
        for n, row in every
    )
    Session.objects.bulk_create(
        Session(training=row, title=named("Session", each), date=row.start_date, order=each)
        for _n, row in every
        for each in range(6)
    )
    ParticipantGroup.objects.bulk_create(
        ParticipantGroup(training=row, capacity=named("participants", n), count=40)
        for n, row in every
    )


def make_persons(trainings: list) -> None:
    """Three people for each training."""
    from trainings.models import Appearance, Person

    people = Person.objects.bulk_create(
        Person(name=f"{GIVEN[n % 18]} {FAMILY[n % 15]} {n}", slug=f"person-{n}")
        for n in range(3 * len(trainings))
    )
    Appearance.objects.bulk_create(
        Appearance(
            training=trainings[n % len(trainings)],
            person=person,
            roles=["trainer"],
            country_id="KG",
        )
        for n, person in enumerate(people)
    )


def make_offices(number: int) -> None:
    """Organisations, each with a fact."""
    from trainings.models import Fact, Organisation

    codes = list(COUNTRIES)
    offices = Organisation.objects.bulk_create(
        Organisation(name=named("Office", n), slug=f"office-{n}", country_id=codes[n % len(codes)])
        for n in range(number)
    )
    Fact.objects.bulk_create(
        Fact(organisation=one, key=f"fact-{n}", value=n, wording=named("so many", n), source="it")
        for n, one in enumerate(offices)
    )


def make_reports(trainings: list) -> None:
    """A report in two languages for each training."""
    from django.utils.timezone import now

    from trainings.models import Report, ReportText, ReportTraining

    reports = Report.objects.bulk_create(
        Report(slug=f"report-{n}", date=now()) for n in range(len(trainings))
    )
    ReportTraining.objects.bulk_create(
        ReportTraining(report=report, training=row)
        for report, row in zip(reports, trainings, strict=True)
    )
    ReportText.objects.bulk_create(
        ReportText(report=report, language=language, headline=f"Water {n}", lead="What was done.")
        for n, report in enumerate(reports)
        for language in ("en", "ru")
    )


def stage_of(n: int) -> str:
    return "open" if n % 25 == 0 else "planned" if n % 25 == 3 else "reported"


def first_day(n: int) -> dt.date:
    """Trainings to come begin in the next months; the others over the last twelve years."""
    today = dt.date.today()  # noqa: DTZ011
    if stage_of(n) != "reported":
        return today + dt.timedelta(days=20 + n % 90)
    return today - dt.timedelta(days=10 + n * 131 % 4_400)


def make_people(number: int) -> None:
    """Accounts, and the volunteers behind them."""
    from volunteers.models import User, Volunteer

    user = User.objects.create(email="pattern@example.org")
    volunteer = Volunteer.objects.create(user=user, name="Pattern", language="ru")
    numbers = f"SELECT n, {FIRST} + n AS key FROM generate_series(0, {number - 1}) n"
    copy(
        user, numbers,
        id="s.key", email="'v' || s.n || '@example.org'",
        date_joined="now() - s.n * '30 s'::interval",
    )  # fmt: skip
    given, family = one_of(GIVEN, chance(1)), one_of(FAMILY, chance(2))
    born = f"1960 + {chance(3)} % 48"
    kinds = {"national": 70, "international": 9, "online": 14, "community": 7}
    place = f"CASE WHEN {chance(8)} < 50 THEN '' ELSE ' ' || {chance(9)} END"
    copy(
        volunteer, numbers,
        id="s.key", user_id="s.key",
        name=f"{given} || ' ' || {family} || ' ' || s.n",
        # These names are plain Latin letters, which folding leaves as they are.
        search_key=f"lower(' ' || {given} || ' ' || {family} || ' ' || s.n)",
        country_id=parted(chance(4), COUNTRIES),
        nationality_id=parted(chance(4), COUNTRIES),
        category=parted(chance(5), kinds),
        sex=parted(chance(6), {"female": 55, "male": 40, "withheld": 3, "": 2}),
        birth_year=f"CASE WHEN {chance(7)} < 95 THEN {born} END",
        host_organisation=f"{one_of(HOSTS, chance(10))} || {place}",
        phone="'+996 555 ' || s.n",
    )  # fmt: skip


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


def make_letters() -> None:
    """Two letters for each registration, of which few wait and few failed; and the trail."""
    from auditlog.models import LogEntry

    from volunteers.audit import Kind, record
    from volunteers.models import Letter, Registration, User

    letter = Letter.objects.create(
        kind="received", to="pattern@example.org", language="ru", subject="We have your form",
        text="Thank you. " * 30, html="<p>Thank you.</p>" * 30, state="sent",
    )  # fmt: skip
    for kind, extra in (("received", ""), ("approved", "WHERE c.state = 'approved'")):
        copy(
            letter,
            f"SELECT c.* FROM crowd c {extra}",
            kind=f"'{kind}'", registration_id="s.key", training_id="s.training",
            to="'v' || (s.volunteer - 100000) || '@example.org'", created_at="s.at", sent_at="s.at",
            message_id=f"'<{kind}' || s.n || '@example.org>'",
            state=f"CASE WHEN {chance(21)} = 0 AND s.n % 50 = 0 THEN 'given_up' "
            f"WHEN {chance(22)} = 0 AND s.n % 20 = 0 THEN 'waiting' ELSE 'sent' END",
        )  # fmt: skip
    organizer = User.objects.create(email="trail@example.org", is_staff=True)
    entry = record(organizer, Kind.DECIDED, Registration.objects.order_by("pk").first())
    assert isinstance(entry, LogEntry)
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


def hold() -> None:
    """Attendance on three days where trainings were held, and certificates for those who came."""
    from volunteers.models import Attendance, Certificate, Mark, Registration

    somebody = Registration.objects.filter(volunteer=None).first()
    day = dt.date(2026, 1, 1)
    days = f"""
        SELECT c.*, c.day + d AS that_day FROM crowd c, generate_series(0, 2) d
        WHERE c.held AND c.state = 'approved' AND {chance(31, "c.n * 3 + d")} < 85
    """
    for model in (Attendance, Mark):
        extra = {"is_here": True} if model is Mark else {}
        mark = model.objects.create(registration=somebody, day=day, source="phone", **extra)
        copy(mark, days, registration_id="s.key", day="s.that_day", marked_at="s.at")
    certificate = Certificate.objects.create(
        registration=somebody, training=somebody.training, kind="completion", sequence=1,
        number="2026-1", name="Pattern", printed={"said": [{"language": "en", "issuer": "Hashar"}]},
    )  # fmt: skip
    copy(
        certificate,
        f"SELECT c.* FROM crowd c WHERE held AND state = 'approved' AND {chance(32, 'c.n')} < 80",
        registration_id="s.key", training_id="s.training", sequence="10 + s.n",
        number="s.day || '-' || s.n", code="substr(md5(s.n::text), 1, 16)",
        name="'Somebody ' || s.n", issued_at="s.at",
    )  # fmt: skip
