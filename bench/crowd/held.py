"""Attendance where trainings were held, and certificates for those who came."""

import datetime as dt

from crowd.rows import chance, copy


def hold() -> None:
    from volunteers.models import Registration

    somebody = Registration.objects.filter(volunteer=None).first()
    make_attendance(somebody)
    make_certificates(somebody)


def make_attendance(somebody) -> None:
    """Most were there on each of the three days."""
    from volunteers.models import Attendance, Mark

    days = f"""
        SELECT c.*, c.day + d AS that_day FROM crowd c, generate_series(0, 2) d
        WHERE c.held AND c.state = 'approved' AND {chance(31, "c.n * 3 + d")} < 85
    """
    given = {"registration": somebody, "day": dt.date(2026, 1, 1), "source": "phone"}
    for one in (Attendance.objects.create(**given), Mark.objects.create(**given, is_here=True)):
        copy(one, days, registration_id="s.key", day="s.that_day", marked_at="s.at")


def make_certificates(somebody) -> None:
    from volunteers.models import Certificate

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
