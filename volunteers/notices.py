"""What may be wrong with the call of a training: sentences for organizers, as in the record."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainings import wording
from trainings.models import Lifecycle, Training
from trainings.zones import clock_of
from volunteers.models import Call, Category, Quota, Registration
from volunteers.roles import World
from volunteers.services import outbox
from volunteers.services.seats import ALL, Seats, counted_by_state, seats_out_of

BY_COUNTRY = {
    "kept": gettext_lazy("The quotas by country keep %(kept)s seats, but there are %(limit)s."),
    "most": gettext_lazy(
        "The quotas by country allow %(most)s at most, fewer than the %(limit)s seats. The others "
        "are for countries that no quota names."
    ),
}
BY_CATEGORY = {
    "kept": gettext_lazy("The quotas by category keep %(kept)s seats, but there are %(limit)s."),
    "most": gettext_lazy(
        "The quotas by category allow %(most)s at most, fewer than the %(limit)s seats. The others "
        "are for categories that no quota names."
    ),
}


def of_call(training: Training, world: World = ALL) -> list[str]:
    """Everything worth a second look in how `training` takes registrations.

    For a reader who may see the people of `world`.
    """
    prefetch_related_objects([training], "quotas__country", "questions__only_countries")
    numbers = counted_by_state(Registration.objects.filter(training=training).seated())
    seats = seats_out_of(numbers, training, training.quotas.all(), world=world)
    call = Call.objects.of(training)
    return [
        *seated_beyond(seats),
        *quotas_against_capacity(seats),
        *never_asked(training, call, seats.quotas),
        *moments(training),
        *no_mail(training),
    ]


def seated_beyond(seats: Seats) -> list[str]:
    """Limits that lie below what is seated already."""
    over = []
    if seats.capacity is not None and seats.taken > seats.capacity and seats.world.is_whole:
        over.append((_("This training"), seats.taken, seats.capacity))
    over += [
        (str(quota), seats.filled(quota), quota.maximum)
        for quota in seats.quotas
        if quota.maximum is not None
        and seats.filled(quota) > quota.maximum
        and seats.world.holds(quota.country_id)
    ]
    return [
        _("%(whose)s: %(filled)s have a seat, more than the limit of %(limit)s. Nobody loses it.")
        % {"whose": whose, "filled": wording.number(filled), "limit": wording.number(limit)}
        for whose, filled, limit in over
    ]


def quotas_against_capacity(seats: Seats) -> list[str]:
    """Maxima that leave seats to nobody, and minima that keep more seats than there are."""
    if seats.capacity is None:
        return []
    found = []
    for side, words in ((by_country(seats), BY_COUNTRY), (by_category(seats), BY_CATEGORY)):
        maxima = [quota.maximum for quota in side]
        kept = sum(quota.minimum or 0 for quota in side)
        numbers = {
            "kept": wording.number(kept),
            "most": wording.number(sum(maximum or 0 for maximum in maxima)),
            "limit": wording.number(seats.capacity),
        }
        if kept > seats.capacity:
            found.append(words["kept"] % numbers)
        if maxima and None not in maxima and sum(maxima) < seats.capacity:
            found.append(words["most"] % numbers)
    return found


def by_country(seats: Seats) -> list[Quota]:
    return [quota for quota in seats.quotas if quota.country_id and not quota.category]


def by_category(seats: Seats) -> list[Quota]:
    return [quota for quota in seats.quotas if quota.category and not quota.country_id]


def never_asked(training: Training, call: Call, quotas: Iterable[Quota]) -> list[str]:
    """Questions for countries or kinds of volunteers that the call does not take."""
    open_to = {one.pk for one in call.countries.all()} if call.pk else set()
    kinds = set(call.categories or Category.values)
    found = []
    for question in training.questions.all():
        countries = {country.pk for country in question.only_countries.all()}
        nowhere = countries and open_to and countries.isdisjoint(open_to)
        nobody = question.only_categories and kinds.isdisjoint(question.only_categories)
        if nowhere or nobody:
            found.append(
                _("Nobody can be asked “%(question)s”: whom it is for may not register.")
                % {"question": question}
            )
    return [*found, *quotas_of_nobody(quotas, open_to, kinds)]


def quotas_of_nobody(quotas: Iterable[Quota], open_to: set[str], kinds: set[str]) -> list[str]:
    """Quotas for countries or kinds of volunteers that the call does not take."""
    return [
        _("The quota “%(quota)s” is for whom the call does not take.") % {"quota": quota}
        for quota in quotas
        if (quota.country_id and open_to and quota.country_id not in open_to)
        or (quota.category and quota.category not in kinds)
    ]


def moments(training: Training) -> list[str]:
    """Registration that opens, or closes, after the training has begun."""
    begins = training.first_day
    if begins is None:
        return []
    zone = clock_of(training.time_zone)
    late = [
        sentence
        for moment, sentence in (
            (training.registration_opens_at, _("Registration opens after the training begins.")),
            (training.registration_closes_at, _("Registration closes after the training begins.")),
        )
        if moment is not None and moment.astimezone(zone).date() > begins
    ]
    return late[:1]  # what opens late closes late


def no_mail(training: Training) -> list[str]:
    """That nobody can prove an address while the site has no mail server."""
    if training.stage != Lifecycle.OPEN or outbox.is_configured():
        return []
    return [_("Registration is open, but mail is not set up: nobody can prove an address.")]
