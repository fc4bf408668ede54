"""Whom a message reaches: the people of a training, narrowed by what was asked for."""

from dataclasses import asdict, dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Country, Training
from volunteers import narrowing
from volunteers.models import Option, Registration, State, User
from volunteers.models.registration import RegistrationQuerySet

# Nobody writes to an address that is not proven: it may be a stranger's, typed by somebody else.
STATES = tuple(state for state in State if state not in (State.SUBMITTED, State.DROPPED))
STEPS = ("attended", "completed", "absent")


@dataclass(frozen=True)
class Group:
    """What was asked for; an empty part narrows nothing. `option` is the key of an answer."""

    states: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    step: str = ""
    option: int | None = None

    @classmethod
    def from_column(cls, kept: dict) -> "Group":
        several = {
            name: tuple(kept.get(name, ())) for name in ("states", "countries", "categories")
        }
        return cls(**several, step=kept.get("step", ""), option=kept.get("option"))

    def for_column(self) -> dict:
        return asdict(self)

    def people(self, training: Training, author: User | None) -> RegistrationQuerySet:
        """The registrations it holds, each person once: of those that `author` may see.

        Whoever was erased, or was registered at the door without an address, is not among them.
        """
        if author is None:
            return Registration.objects.none()
        seen = Registration.objects.visible_to(author).filter(training=training)
        rows = seen.exclude(volunteer=None).filter(state__in=self.states or STATES)
        if self.countries:
            unknown = Q(country=None) if narrowing.UNKNOWN in self.countries else Q()
            rows = rows.filter(Q(country__in=self.countries) | unknown)
        if self.categories:
            asked = ["" if one == narrowing.UNKNOWN else one for one in self.categories]
            rows = rows.filter(category__in=asked)
        if self.option:
            rows = rows.filter(answers__options=self.option)
        return narrowing.came_so_far(rows, self.step).order_by("pk")

    def in_words(self) -> list[tuple[str, str]]:
        """What was asked for, as pairs of a heading and words; none for everyone."""
        categories = narrowing.CATEGORY.labels or {}
        pairs = [
            (_("state"), [State(state).label for state in self.states]),
            (_("country"), names_of(self.countries)),
            (_("category"), [categories[one] for one in self.categories]),
            (_("attendance"), [narrowing.STEPS[self.step]] if self.step else []),
            (_("what was answered"), [answer_in_words(self.option)] if self.option else []),
        ]
        return [(heading, wording.list_of(map(str, words))) for heading, words in pairs if words]


def names_of(countries: tuple[str, ...]) -> list[str]:
    """The names of countries by their codes, and a word for an unknown one."""
    if not countries:
        return []
    names = sorted(map(str, Country.objects.filter(pk__in=countries)), key=wording.sort_key)
    return [*names, *([str(narrowing.NOT_STATED)] if narrowing.UNKNOWN in countries else [])]


def answer_in_words(key: int) -> str:
    """An answer behind its question; a word where the call does not ask it any more."""
    option = Option.objects.select_related("question").filter(pk=key).first()
    return f"{option.question} {option}" if option else _("an answer that is not asked any more")
