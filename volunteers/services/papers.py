"""What stands on the papers of a training, gathered from the record for whoever prints them."""

import datetime as dt
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings import wording
from trainings.models import Appearance, Role, Session, Training
from volunteers.letters.values import places_of
from volunteers.links import badge_address
from volunteers.models import Registration, User
from volunteers.papers import agenda, badges, sheets
from volunteers.papers.agenda import Slot
from volunteers.papers.badges import Badge, Look
from volunteers.papers.sheets import Row, names_of

# More would not be a training any more but a slip in its dates.
MOST_DAYS = 60
# Of several roles the first here stands on the badge.
LOOKS = (
    (Role.TRAINER, Look.TEACHES),
    (Role.FACILITATOR, Look.TEACHES),
    (Role.MODERATOR, Look.TEACHES),
    (Role.SPEAKER, Look.TEACHES),
    (Role.GUEST_SPEAKER, Look.TEACHES),
    (Role.OPENING_SPEAKER, Look.TEACHES),
    (Role.OFFICIAL, Look.GUEST),
    (Role.OPENED, Look.GUEST),
    (Role.PRESIDED, Look.GUEST),
    (Role.INVITED_GUEST, Look.GUEST),
)


def days_of(training: Training) -> list[dt.date]:
    """The days of `training` as far as they are known: its own, or else those of its agenda."""
    if training.listed_days:
        return training.listed_days[:MOST_DAYS]
    first, last = training.first_day, training.last_day
    if first:
        count = ((last or first) - first).days + 1
        return [first + dt.timedelta(days=number) for number in range(min(count, MOST_DAYS))]
    dates = training.sessions.order_by().values_list("date", flat=True).distinct()
    return sorted(date for date in dates if date)[:MOST_DAYS]


def expected(training: Training, by: User):
    """Those with a seat whom `by` may see."""
    seen = Registration.objects.visible_to(by).seated().filter(training=training)
    return seen.filter(volunteer__isnull=False).select_related("country").order_by("pk")


def sign_in_sheet(training: Training, day: dt.date, *, by: User, by_country: bool) -> bytes:
    """The sheet of `day` as PDF."""
    rows = [
        Row(*names_of(one), organisation=one.host_organisation, country=str(one.country or ""))
        for one in expected(training, by)
    ]
    return sheets.draw(
        str(training.title), day, rows, by_country=by_country, place=places_of(training)
    )


def all_badges(training: Training, *, by: User) -> bytes:
    """A badge for everyone with a seat, by name, and for those who teach or are invited."""
    made = [participant(one) for one in expected(training, by)]
    made.sort(key=lambda badge: wording.sort_key(badge.name))
    shown = training.appearances.coming().exclude(person=None).select_related("person", "country")
    made += [badge for one in shown if (badge := of_appearance(one))]
    when = training.dates_in_words() or training.date_wording
    return badges.draw(str(training.title), when, made, made_at=moment_of(training))


def participant(registration: Registration) -> Badge:
    name, others = names_of(registration)
    return Badge(
        name=name,
        other_name=others[0] if others else "",
        role=capfirst(pgettext("badge", "participant")),
        country=str(registration.country or ""),
        organisation=registration.host_organisation,
        address=badge_address(registration),
    )


def of_appearance(appearance: Appearance) -> Badge | None:
    """A badge for a guest or trainer; None for someone who is only quoted, or a participant."""
    found = next(((role, look) for role, look in LOOKS if role in appearance.roles), None)
    if found is None:
        return None
    role, look = found
    return Badge(
        name=appearance.shown_name,
        role=capfirst(str(role.label)),
        look=look,
        country=str(appearance.country or ""),
        organisation=appearance.organisation_as_printed or appearance.title,
    )


def agenda_of(training: Training) -> bytes:
    """The agenda as PDF: what the public page says of it."""
    found = training.sessions.select_related("place__country")
    sessions = list(found.prefetch_related("people__appearance__person"))
    dated = [one for one in sessions if one.date]
    days = [
        (day, [slot_of(one) for one in group])
        for day, group in groupby(dated, lambda session: session.date)
    ]
    when = training.dates_in_words() or training.date_wording
    return agenda.draw(
        str(training.title),
        [f"{when} · {places_of(training)}".strip(" ·"), times_of(training, dated)],
        days,
        [slot_of(one) for one in sessions if not one.date],
        made_at=moment_of(training),
    )


def slot_of(session: Session) -> Slot:
    people = [one for one in session.people.all() if one.appearance.is_shown]
    where = (str(session.place or ""), session.room)
    return Slot(
        title=str(session.title),
        hours=session.hours,
        kind="" if session.kind == "other" else capfirst(session.get_kind_display()),
        people="\n".join(
            f"{one.appearance.shown_name} ({one.get_role_display()})" for one in people
        ),
        room="\n".join(filter(None, where)),
    )


def times_of(training: Training, dated: list[Session]) -> str:
    """In which zone the times are; "" where nobody said or there are none."""
    first = next((one for one in dated if one.start_time), None)
    if first is None or not (first.date and first.start_time and training.time_zone):
        return ""
    begins = dt.datetime.combine(first.date, first.start_time)
    return _("Times are local: %(zone)s.") % {
        "zone": wording.zone_label(training.time_zone, begins)
    }


def moment_of(training: Training) -> dt.datetime:
    """When a paper says it was made: on the first day, so that it is the same when made anew."""
    day = training.first_day or training.sort_date or dt.date(2000, 1, 1)
    return dt.datetime.combine(day, dt.time(), dt.UTC)
