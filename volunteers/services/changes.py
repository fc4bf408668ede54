"""What an organizer changes in a registration, and how the volunteer is told of it."""

from django.db import transaction
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.services.refusal import NotAllowed
from volunteers import letters
from volunteers.models import Registration
from volunteers.roles import World
from volunteers.services.moves import locked
from volunteers.services.registration import promote_by_rule
from volunteers.services.seats import seats_of

# What an organizer may change beside the columns of `Described`.
ALSO = ("language", "nominating_office")


@transaction.atomic
def change(registration: Registration, values: dict, *, tell: bool, world: World) -> Registration:
    """Take `values` (by column) over into `registration`. Returns it as it is then.

    With `tell` a letter says what changed. Raises NotAllowed where a seat would be one that the
    new country or category has no room for, in words for who may see the people of `world`; the
    seat it leaves behind goes to the next in line.
    """
    fresh = locked(registration)
    before = {column: getattr(fresh, column) for column in values}
    pool = fresh.country_id, fresh.category
    refuse_pool(fresh, values, world=world)
    for column, value in values.items():
        setattr(fresh, column, value)
    # The names once more in the folded form that is searched.
    fresh.save(update_fields=[*values, "search_key"])
    if tell and (words := in_words(fresh, before)):
        letters.changed(fresh, changes=words)
    if fresh.is_seated and pool != (fresh.country_id, fresh.category):
        promote_by_rule(fresh)
    return fresh


def refuse_pool(registration: Registration, values: dict, *, world: World) -> None:
    """Raise NotAllowed where `registration` has a seat and `values` move it where none is left.

    The reason is in words for a reader who may see the people of `world`.
    """
    country = values.get("country", registration.country)
    category = values.get("category", registration.category)
    now_in = registration.country_id, registration.category
    wanted = country.pk if country else None, category
    if not registration.is_seated or wanted == now_in:
        return
    seats = seats_of(registration.training, world=world)
    seats.seated[now_in] -= 1
    if refusal := seats.refusal(*wanted):
        raise NotAllowed(
            _("%(why)s Put the person on the waiting list first, then change it.")
            % {"why": refusal}
        )


def in_words(registration: Registration, before: dict) -> str:
    """A line for each column that is no longer as in `before`, in the volunteer's language."""
    names = {field.name: field.verbose_name for field in Registration._meta.fields}
    with translation.override(registration.language):
        return "\n".join(
            _("%(what)s: %(now)s (before: %(before)s)")
            % {
                "what": capfirst(str(names[column])),
                "now": shown(column, getattr(registration, column)),
                "before": shown(column, old),
            }
            for column, old in before.items()
            if old != getattr(registration, column)
        )


def shown(column: str, value) -> str:
    """A value as people read it; “–” for none."""
    field = Registration._meta.get_field(column)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if column == "languages":
        return wording.list_of(wording.language_name(code) for code in value) or "–"
    choices = dict(getattr(field, "flatchoices", ()))
    return str(choices.get(value, value) or "–")
