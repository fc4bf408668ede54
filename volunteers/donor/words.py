"""Donor figures in words: what each answer is called, and what was counted how."""

import datetime as dt
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import figures as public
from trainings import wording
from volunteers.donor.asking import Breakdown
from volunteers.donor.bands import ends
from volunteers.donor.counting import NOT_ASKED, UNKNOWN, WITHHELD
from volunteers.donor.figures import Figures, said
from volunteers.models import Category, Outcome, Sex


class Named(Protocol):
    """Figures that keep the names of the countries they speak of."""

    @property
    def countries(self) -> dict[str, dict]: ...


def answer(figures: Named, breakdown: str, key: str) -> str:
    """An answer as people read it, such as `18–29` or `prefer not to say`."""
    if key in (WITHHELD, NOT_ASKED, UNKNOWN):
        return unknown(key)
    match breakdown:
        case Breakdown.SEX:
            return str(Sex(key).label)
        case Breakdown.AGE:
            return band(key)
        case Breakdown.CATEGORY:
            return str(Category(key).label)
        case Breakdown.DISABILITY:
            return _("yes") if key == Outcome.YES else _("no")
    return country(figures, key)


def unknown(key: str) -> str:
    """The three ways of not knowing."""
    if key == WITHHELD:
        return _("prefer not to say")
    return _("not asked") if key == NOT_ASKED else _("unknown")


def band(key: str) -> str:
    """A band, such as `18–29`, `under 15` or `30 and older`."""
    low, high = ends(key)
    if high is None:
        return _("%(age)s and older") % {"age": low}
    if low == 0:
        return _("under %(age)s") % {"age": high + 1}
    return f"{low}–{high}" if high > low else str(low)


def country(figures: Named, code: str) -> str:
    known = figures.countries.get(code)
    return said(known["name"]) if known else code


def about(figures: Figures) -> str:
    """What the figures are about: a training, a series, a span of time, or all trainings."""
    since, until = (dt.date.fromisoformat(day) if day else None for day in span(figures))
    if figures.about:
        name = said(figures.about)
    elif since and until:
        return wording.date_range(since, until)
    else:
        name = _("All trainings")
    if since and until:
        return f"{name}, {wording.date_range(since, until)}"
    if since:
        return _("%(what)s, since %(day)s") % {"what": name, "day": wording.date(since)}
    return (
        _("%(what)s, until %(day)s") % {"what": name, "day": wording.date(until)} if until else name
    )


def span(figures: Figures) -> tuple:
    return figures.asked["since"], figures.asked["until"]


def moment(figures: Figures) -> str:
    """When the figures were counted."""
    return wording.moment(figures.as_of, settings.TIME_ZONE)


def day_counted(figures: Figures) -> str:
    """The day of that moment, for the name of a file."""
    return figures.as_of.astimezone(ZoneInfo(settings.TIME_ZONE)).date().isoformat()


def reported(group: dict) -> str:
    """The count of a figure as reported, with its qualifier."""
    return public.qualified(group["count"], group["qualifier"])


def notes(figures: Figures) -> list[str]:
    """What the figures say and do not say, a sentence or two each."""
    return [note for note in (*whole(figures), *facts(figures)) if note]


def whole(figures: Figures) -> list[str]:
    """Of whom the figures are, and what is missing in them."""
    taken, all_ = len(figures.taken), len(figures.trainings)
    limited = [country(figures, code) for code in figures.limited or []]
    return [
        _("Counted from the record as of %(moment)s.") % {"moment": moment(figures)},
        _(
            "People are those with a seat. Nobody is counted twice: whoever came to several "
            "trainings is one person, counted with what was given for the latest one attended."
        ),
        _("Trainings where attendance was taken: %(taken)s of %(all)s. What is not known is empty.")
        % {"taken": wording.number(taken), "all": wording.number(all_)},
        _("Completed: attended the share that the training asks, or said so by an organizer."),
        unmatched(figures.unmatched[0]),
        _("Only people who volunteer in: %(countries)s.") % {"countries": wording.list_of(limited)}
        if figures.limited is not None
        else "",
    ]


def unmatched(number: int) -> str:
    """That some registrations are in no figure, for nobody knows whose they are."""
    if not number:
        return ""
    return ngettext(
        "%(number)s registration without an address, or of someone whose data was erased, is in "
        "none of the figures about people: nobody can tell whether that person is counted already.",
        "%(number)s registrations without an address, or of people whose data was erased, are in "
        "none of the figures about people: nobody can tell which are of one person.",
        number,
    ) % {"number": wording.number(number)}


def facts(figures: Figures) -> list[str]:
    """How each of the facts is told."""
    codes = {key for key, _count in countries_shown(figures)}
    footnotes = [said(figures.countries[code]["footnote"]) for code in sorted(codes)]
    return [
        age_explained() if Breakdown.AGE in figures.by else "",
        disability_explained() if Breakdown.DISABILITY in figures.by else "",
        _(
            "“Prefer not to say” is an answer. “Not asked”: registered by somebody else or at the "
            "door, or not in the form. “Unknown”: asked and left open, or erased."
        ),
        _("Figures as reported come from elsewhere. They stand beside these and are not added."),
        *footnotes,
    ]


def age_explained() -> str:
    return _(
        "Age: the year of the first training attended less the year of birth. The day of birth "
        "is not asked, so it is one too high for whoever has the birthday later in that year."
    )


def disability_explained() -> str:
    return _(
        "Disability: at least one “a lot of difficulty” or “cannot do at all” in the "
        "Washington Group Short Set."
    )


def countries_shown(figures: Figures) -> list[tuple]:
    """The countries that the figures name, with what is known of each."""
    return [(code, one) for code, one in figures.countries.items() if one["footnote"]]
