"""What may be wrong with a record: sentences for organizers. Nothing is refused for them.

Each public function reads a saved record and returns a list of sentences, empty where all is
well. None of them changes anything.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import folding, wording
from trainings.models import (
    Appearance,
    Organisation,
    ParticipantGroup,
    Person,
    Precision,
    Qualifier,
    Quote,
    Session,
    Training,
)

# Of a training, to say what may be wrong with it.
READS = (
    "sessions__people__appearance__person",
    "quotes__appearance__person",
    "quotes__organisation",
    "groups__countries",
)


def of_training(training: Training) -> list[str]:
    """Everything worth a second look in a training, in the order of its page."""
    prefetch_related_objects([training], "appearances__person", "sessions__people")
    appearances = list(training.appearances.all())
    sessions = list(training.sessions.all())
    share(appearances, sessions)
    prefetch_related_objects([training], *READS)
    quotes = list(training.quotes.all())
    return [
        *dates(training),
        *titles(appearances),
        *spellings(appearances, training),
        *sums(training.groups.all()),
        *clashes(sessions),
        *speakers(quotes, training),
        *approvals(quotes),
    ]


def share(appearances: Iterable[Appearance], sessions: Iterable[Session]) -> None:
    """Let who leads a session be one of `appearances`, which then is not read again."""
    known = {row.pk: row for row in appearances}
    for session in sessions:
        for one in session.people.all():
            if one.appearance_id in known:
                one.appearance = known[one.appearance_id]


def of_person(person: Person) -> list[str]:
    """Titles of one person that don't agree within a training, and who else may be meant."""
    appearances = list(person.appearances.select_related("training", "person"))
    by_training = defaultdict(list)
    for appearance in appearances:
        by_training[appearance.training].append(appearance)
    found = []
    for training, here in by_training.items():
        found += [f"{training.title}: {sentence}" for sentence in [*titles(here), *printed(here)]]
    return [*found, *namesakes(person)]


def dates(training: Training) -> list[str]:
    """Days that are filled in but not shown, and a stated number of days that the dates deny."""
    found = []
    silent = training.date_precision in (Precision.UNKNOWN, Precision.RELATIVE)
    if silent and (training.start_date or training.days):
        found.append(
            _(
                "Days are filled in, but the dates are said to be “%(precision)s”, so no page "
                "shows them. Choose how exactly they are known."
            )
            % {"precision": training.get_date_precision_display()}
        )
    counted = days_counted(training)
    if training.days_stated and counted and counted != training.days_stated:
        found.append(
            _("The source speaks of %(stated)s, but the dates make %(counted)s.")
            % {"stated": in_days(training.days_stated), "counted": in_days(counted)}
        )
    return found


def in_days(number: int) -> str:
    return ngettext("%(count)d day", "%(count)d days", number) % {"count": number}


def days_counted(training: Training) -> int | None:
    """How many days the dates make; None where they are not known to the day."""
    if training.date_precision == Precision.LIST:
        return len(training.listed_days)
    first, last = training.first_day, training.last_day
    return (last - first).days + 1 if first and last else None


def titles(appearances: Iterable[Appearance]) -> list[str]:
    """People who stand under two titles in one training."""
    by_person = defaultdict(list)
    for appearance in appearances:
        if appearance.person and appearance.title_line:
            by_person[appearance.person].append(appearance.title_line)
    return [
        _("%(person)s stands under different titles: %(titles)s.")
        % {
            "person": person.name,
            "titles": wording.list_of(
                _("“%(words)s”") % {"words": title} for title in dict.fromkeys(lines)
            ),
        }
        for person, lines in by_person.items()
        if len(set(lines)) > 1
    ]


def printed(appearances: Iterable[Appearance]) -> list[str]:
    """Names of organisations, as printed, that may be one organisation spelled in two ways."""
    names = dict.fromkeys(
        row.organisation_as_printed for row in appearances if row.organisation_as_printed
    )
    return [
        _("“%(one)s” and “%(other)s” may be one organisation spelled in two ways.")
        % {"one": one, "other": other}
        for one, other in combinations(names, 2)
        if nearly_same(one, other)
    ]


def nearly_same(one: str, other: str) -> bool:
    """Whether two different names may be one: spelled alike, or apart from an ending like -s."""
    if one == other:
        return False
    return folding.meets(one, other) or stems(one) == stems(other)


def stems(name: str) -> list[str]:
    """The folded words of a name without a plural s, in no order."""
    return sorted(
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in folding.fold(name).split()
    )


def spellings(appearances: list[Appearance], training: Training) -> list[str]:
    """People of the training who may be one person, and organisations spelled in two ways."""
    people = {row.person.pk: row.person for row in appearances if row.person}
    found = [
        _("%(one)s and %(other)s may be one person under two spellings.")
        % {"one": one.name, "other": other.name}
        for one, other in combinations(people.values(), 2)
        if share_a_word(one, other) and folding.meets(one.name, other.name)
    ]
    of_it = Q(training_roles__training=training) | Q(appearances__training=training)
    names = sorted({str(row.name) for row in Organisation.objects.filter(of_it).distinct()})
    found += [
        _("The organisations “%(one)s” and “%(other)s” may be one under two spellings.")
        % {"one": one, "other": other}
        for one, other in combinations(names, 2)
        if nearly_same(one, other)
    ]
    return [*found, *printed(appearances)]


def share_a_word(one: Person, other: Person) -> bool:
    """Whether any folded word of the two is the same: quick, and true wherever names meet."""
    return not set(one.search_key.split()).isdisjoint(other.search_key.split())


def namesakes(person: Person) -> list[str]:
    """Other people on record whose name may be this one in another spelling."""
    others = Person.objects.matching(person.name).exclude(pk=person.pk)[:20]
    return [
        _("%(other)s is on record too and may be the same person in another spelling.")
        % {"other": other.name}
        for other in others
        if folding.meets(person.name, other.name)
    ]


def sums(groups: Iterable[ParticipantGroup]) -> list[str]:
    """Parts, or countries, that don't make the number stated for the whole.

    `groups` are read with their countries. Only where every part has a count and all counts are
    exact: anything else adds up to nothing.
    """
    rows = list(groups)
    found = []
    for whole in rows:
        parts = [row for row in rows if row.subset_of_id == whole.pk and row.unit == whole.unit]
        # Women and men are another way to cut the whole than, say, its countries.
        for way in ([row for row in parts if row.sex], [row for row in parts if not row.sex]):
            if len(way) > 1 and all(exact(row) for row in [whole, *way]):
                found += arithmetic(
                    whole, [row.count for row in way if row.count is not None], _("its parts")
                )
    for whole in rows:
        rows_of = whole.countries.all()
        counts = [country.count for country in rows_of if country.count is not None]
        if len(counts) > 1 and exact(whole) and len(counts) == len(rows_of):
            found += arithmetic(whole, counts, _("its countries"))
    return found


def exact(group: ParticipantGroup) -> bool:
    return group.count is not None and group.qualifier == Qualifier.EXACT


def arithmetic(whole: ParticipantGroup, counts: list[int], what: str) -> list[str]:
    if sum(counts) == whole.count:
        return []
    return [
        _("“%(group)s”: %(what)s make %(sum)s, but %(stated)s is stated.")
        % {
            "group": whole.capacity,
            "what": what,
            "sum": f"{' + '.join(map(str, counts))} = {sum(counts)}",
            "stated": whole.count,
        }
    ]


def clashes(sessions: Iterable[Session]) -> list[str]:
    """A room, or a person, that two sessions at the same hours need."""
    found = []
    for one, other in combinations(sessions, 2):
        if not overlap(one, other):
            continue
        pair = {"one": one.title, "other": other.title, "when": one.when}
        same_place = one.place_id == other.place_id
        if one.room and same_place and folding.fold(one.room) == folding.fold(other.room):
            found.append(
                _("%(room)s is taken twice (%(when)s): “%(one)s” and “%(other)s”.")
                % {**pair, "room": one.room}
            )
        found += [
            _("%(person)s is in two sessions at once (%(when)s): “%(one)s” and “%(other)s”.")
            % {**pair, "person": name}
            for name in sorted(
                name for key, name in names_in(one).items() if key in names_in(other)
            )
        ]
    return found


def overlap(one: Session, other: Session) -> bool:
    """Whether two timed sessions share a moment; one may end as the other begins.

    A session of several days stands at its hours on each of them, unless it lasts through a night.
    Without an end it takes the moment it begins.
    """
    if not (one.date and one.start_time and other.date and other.start_time):
        return False
    if through_a_night(one) or through_a_night(other):
        return meet(moments(one), moments(other))
    last, other_last = one.end_date or one.date, other.end_date or other.date
    days_meet = one.date <= other_last and other.date <= last
    return days_meet and meet(hours(one), hours(other))


def meet(one: tuple, other: tuple) -> bool:
    """Whether two pairs of a beginning and an end have more than a border in common."""
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])


def hours(session: Session) -> tuple:
    return session.start_time, session.end_time or session.start_time


def moments(session: Session) -> tuple:
    begins, ends = hours(session)
    last = session.end_date or session.date
    return dt.datetime.combine(session.date, begins), dt.datetime.combine(last, ends)


def through_a_night(session: Session) -> bool:
    begins, ends = hours(session)
    return bool(session.end_date) and session.end_date > session.date and ends < begins


def names_in(session: Session) -> dict[int, str]:
    """The names of the people of a session by their keys; two people may share a name."""
    people = [row.appearance.person for row in session.people.all()]
    return {person.pk: person.name for person in people if person}


def speakers(quotes: Iterable[Quote], training: Training) -> list[str]:
    """Quotes by nobody, by someone who is not on the training, or not shown to the public."""
    found = []
    for quote in quotes:
        speaker = quote.appearance
        if not (speaker or quote.organisation or quote.attribution):
            found.append(_("Nobody is named for %(quote)s. Say who said it.") % {"quote": quote})
            continue
        if speaker and speaker.training_id != training.pk:
            sentence = _("%(quote)s is by %(name)s, who is not on this training. Add the person.")
        elif speaker and not speaker.is_shown:
            sentence = _("%(quote)s is by %(name)s, who is not shown to the public.")
        else:
            continue
        found.append(sentence % {"quote": quote, "name": speaker.shown_name})
    return found


def approvals(quotes: Iterable[Quote]) -> list[str]:
    """Quotes that no page shows yet, because nobody approved them."""
    waiting = [quote for quote in quotes if quote.approval not in Quote.MAY_BE_SHOWN]
    if not waiting:
        return []
    text = ngettext(
        "%(count)d quote is not approved, so no page shows it: %(quotes)s.",
        "%(count)d quotes are not approved, so no page shows them: %(quotes)s.",
        len(waiting),
    )
    return [text % {"count": len(waiting), "quotes": wording.list_of(map(str, waiting))}]
