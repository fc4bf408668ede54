"""A training as a draft reads it: what is known and may be shown, in the words of one language."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from itertools import groupby

from django.db.models import Model, Q

from trainings import figures, folding, wording
from trainings.drafting.pieces import Origin, Sentence
from trainings.labels import Label
from trainings.models import (
    Appearance,
    Document,
    Fact,
    Framework,
    GroupCountry,
    ParticipantGroup,
    Place,
    Point,
    Precision,
    Quote,
    RelatedEvent,
    Role,
    Session,
    SessionKind,
    Training,
    TrainingLanguage,
    TrainingOrganisation,
)

# Names with their titles that a reader takes in at once.
MOST_IN_A_SENTENCE = 8


def one_line(text: object) -> str:
    """The words without line breaks and double spaces; empty for nothing."""
    return " ".join(str(text or "").split())


class Story:
    """What one training holds, for a reader of `language`. Reads, and changes nothing."""

    def __init__(self, training: Training, language: str):
        self.training = training
        self.language = language
        self.told_series = ""  # the name of the series, where the headline says it
        self.told_in_lead = True  # where and when it was, and by whom
        self.told_organisers = True

    # Words and where they come from

    def words(self, value: object) -> str:
        """A label as a reader of the draft's language is shown it; other words as they are."""
        return one_line(value.localize(self.language) if isinstance(value, Label) else value)

    def foreign(self, value: object) -> str:
        """The code of the language a label is shown in where it is not the draft's, else ""."""
        shown = value.shown_language(self.language) if isinstance(value, Label) else None
        return shown if shown and shown != self.language else ""

    def own(self, value: Label) -> str:
        """The words of a label in the draft's language alone; empty where there are none."""
        return "" if self.foreign(value) else self.words(value)

    def origin(self, row: Model, field: str) -> Origin:
        value = getattr(row, field, None)
        return Origin.of(row, field, self.foreign(value))

    def as_printed(self, row: Model, field: str) -> Origin:
        """The origin of words kept in the language of the source."""
        source = self.training.wording_language
        printed = str(getattr(row, field, "") or "")
        return Origin.of(row, field, source if printed and source != self.language else "")

    def sentence(self, text: str, row: Model, field: str, *also: Origin) -> Sentence:
        return Sentence(text, (self.origin(row, field), *dict.fromkeys(also)))

    # The training itself

    @property
    def title(self) -> str:
        return self.words(self.training.title) or self.training.slug

    @property
    def is_past(self) -> bool:
        return self.training.lifecycle in Training.PAST

    @property
    def dates(self) -> str:
        return self.training.dates_in_words(self.language)

    @property
    def printed_dates(self) -> str:
        """The words of the source, where the dates are known only in words."""
        silent = self.training.date_precision in (Precision.RELATIVE, Precision.UNKNOWN)
        return one_line(self.training.date_wording) if silent else ""

    @cached_property
    def places(self) -> list[Place]:
        """Those of which anything is known."""
        places = self.training.places.select_related("country")
        return [one for one in places if one.country or one.city or one.venue or one.mode]

    @cached_property
    def languages(self) -> list[TrainingLanguage]:
        return list(self.training.languages.all())

    @property
    def goals(self) -> list[tuple[str, str]]:
        """Numbers and titles of the chosen goals."""
        chosen = self.training.sdg_framework == Framework.GOALS
        return self.training.goals if chosen else []

    # Who stood behind it

    @cached_property
    def organisations(self) -> list[TrainingOrganisation]:
        return list(self.training.organisation_roles.select_related("organisation"))

    def with_part(self, *parts: str) -> list[TrainingOrganisation]:
        return [one for one in self.organisations if one.role in parts]

    def organisation_name(self, row: TrainingOrganisation) -> str:
        """As printed where that is in the draft's language, or where nothing better is known."""
        known = self.own(row.organisation.name)
        if row.as_printed and (self.training.wording_language == self.language or not known):
            return one_line(row.as_printed)
        return self.words(row.organisation.name)

    # What it was about

    @cached_property
    def points(self) -> list[Point]:
        return [one for one in self.training.points.all() if self.words(one.text)]

    def points_of(self, kind: str) -> list[Point]:
        return [one for one in self.points if one.kind == kind]

    @cached_property
    def sessions(self) -> list[Session]:
        """Without breaks, and of those with one title in one day only the first."""
        rows: dict[tuple, Session] = {}
        for one in self.training.sessions.exclude(kind=SessionKind.BREAK):
            if self.words(one.title):
                rows.setdefault((one.date, self.words(one.title)), one)
        return list(rows.values())

    @property
    def untimed(self) -> list[Session]:
        """What participants worked on: sessions without a day."""
        return [one for one in self.sessions if one.date is None]

    @property
    def by_day(self) -> list[tuple[dt.date, list[Session]]]:
        dated = [one for one in self.sessions if one.date is not None]
        return [(day, list(rows)) for day, rows in groupby(dated, lambda one: one.date)]

    @cached_property
    def related(self) -> list[RelatedEvent]:
        events = self.training.related_events.select_related("other")
        return [one for one in events if one.other is None or one.other.is_published]

    def event_name(self, event: RelatedEvent) -> str:
        named = self.words(event.wording)
        return named or (self.words(event.other.title) if event.other else "")

    # Who was there

    @cached_property
    def people(self) -> list[Appearance]:
        """Those the public may see."""
        rows = self.training.appearances.shown().select_related("person", "country")
        return [one for one in rows if self.name_of(one)]

    def in_role(self, role: str) -> list[Appearance]:
        return [one for one in self.people if role in one.roles]

    def name_of(self, row: Appearance) -> str:
        """With the honorific, as the pages have it; an organisation that came without a person."""
        if row.person is None:
            return one_line(row.name_as_printed or row.organisation_as_printed)
        return one_line(row.name_as_printed or row.person)

    def title_of(self, row: Appearance) -> str:
        """Title, unit and organisation as printed, and the country where they do not name it."""
        alone = row.person is None and not row.name_as_printed
        printed = (row.title,) if alone else (row.title, row.unit, row.organisation_as_printed)
        line = ", ".join(part for part in map(one_line, printed) if part)
        country = self.words(row.country.name) if row.country else ""
        named = not country or country in f"{line} {self.name_of(row)}"
        return line if named else ", ".join(part for part in (line, country) if part)

    def origins_of(self, row: Appearance) -> list[Origin]:
        columns = ("title", "unit", "organisation_as_printed", "name_as_printed")
        found = [self.as_printed(row, name) for name in columns if getattr(row, name)]
        if row.person is not None:
            found.insert(0, self.origin(row.person, "name"))
        if row.country is not None:
            found.append(self.origin(row.country, "name"))
        return found

    @cached_property
    def groups(self) -> list[figures.ShownGroup]:
        """The groups as reported, each with its parts."""
        rows = self.training.groups.select_related("place__country", "session")
        return figures.tree(rows.prefetch_related("countries__country"))

    def origins_of_group(self, shown: figures.ShownGroup) -> list[Origin]:
        group = shown.group
        found = [self.origin(group, "capacity")]
        if group.count is not None:
            found.insert(0, self.origin(group, "count"))
        found += [self.origin(group, name) for name in ("region",) if getattr(group, name)]
        return [*found, *(self.origin(row, "country") for row in shown.countries)]

    def country(self, row: GroupCountry) -> str:
        return self.words(row.country.name) or row.country_id

    def circumstances(self, shown: figures.ShownGroup) -> list[str]:
        """Place, session, mode and sex of a group, as far as its name does not say them."""
        called = folding.fold(self.words(shown.group.capacity))
        said = [self.words(one) for one in shown.circumstances]
        # The beginning of the word: the name has it in the case its sentence needs.
        return [one for one in said if one and folding.fold(one)[:4] not in called]

    # What is shown beside the words

    @cached_property
    def quotes(self) -> list[Quote]:
        """Approved, and by nobody who is not shown."""
        return list(self.training.quotes.approved().select_related("appearance__person"))

    @cached_property
    def facts(self) -> list[Fact]:
        """The newest facts about the series and the organisers, of here or of no one country."""
        organisers = [row.organisation_id for row in self.with_part("organiser", "co_organiser")]
        about = Q(organisation__in=organisers)
        if self.training.series_id:
            about |= Q(series=self.training.series_id)
        here = {place.country_id for place in self.places if place.country_id}
        nearby = Q(country=None) | Q(country__in=here)
        return list(Fact.objects.current().filter(about, nearby).distinct())

    @property
    def has_documents(self) -> bool:
        return Document.objects.filter(training=self.training, public=True).exists()

    @property
    def has_long_guest_list(self) -> bool:
        """Whether the guests are better read in a list than in a sentence."""
        return len(self.in_role(Role.INVITED_GUEST)) > MOST_IN_A_SENTENCE

    @property
    def listed_roles(self) -> list[str]:
        """The roles whose people no sentence and no quote tells, so that a list has to."""
        roles = [Role.INVITED_GUEST] if self.has_long_guest_list else []
        return [*roles, *([Role.PARTICIPANT] if self.in_role(Role.PARTICIPANT) else [])]

    @property
    def numbers(self) -> list[ParticipantGroup]:
        """The groups with a number, of themselves or of their countries; words tell the others."""
        told = Q(count__isnull=False) | Q(countries__count__isnull=False)
        return list(self.training.groups.filter(told).distinct())

    @property
    def total(self) -> ParticipantGroup | None:
        return next((one.group for one in self.groups if one.group.is_total), None)

    def joined_countries(self, shown: figures.ShownGroup) -> figures.ShownGroup | None:
        """The group that says where those of a total are from, where the total itself does not.

        Only one that is called the same, has no count and is said of nobody else in particular.
        """
        if not shown.group.is_total or shown.countries:
            return None
        alike = [one for one in [*self.groups, *shown.parts] if self._says_where(one, shown)]
        return alike[0] if len(alike) == 1 else None

    def _says_where(self, one: figures.ShownGroup, total: figures.ShownGroup) -> bool:
        group = one.group
        bare = group.count is None and not (one.parts or one.circumstances or one.ages)
        named = one.countries and not one.has_counts and not group.region
        same = self.words(group.capacity) == self.words(total.group.capacity)
        return bool(one is not total and same and bare and named and not group.is_total)

    def number(self, count: int) -> str:
        return wording.number(count, self.language)
