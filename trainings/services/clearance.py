"""What is asked before a text is published: each quote's approval, and each photograph's consent.

Whoever is under 18, or withdrew the consent, keeps a text from being published. What nobody
knows, the editor confirms one by one, and the history keeps that.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainings.models import (
    Answer,
    Appearance,
    Approval,
    Block,
    BlockKind,
    Consent,
    Person,
    Photo,
    Quote,
    ReportText,
)
from trainings.services import left_out, spots
from trainings.services.draft_rows import content_of
from trainings.services.history import logged
from trainings.services.refusal import InText, NotAllowed, Spot
from trainings.story import OF_BLOCKS

# What is read of blocks to ask it.
READS = [*OF_BLOCKS[BlockKind.QUOTE], *OF_BLOCKS[BlockKind.PHOTO], *OF_BLOCKS[BlockKind.GALLERY]]


class Unconfirmed(NotAllowed):
    """Something is to be confirmed first; the review of the text asks for it."""


@dataclass(frozen=True)
class Finding:
    """A sentence about a text, and where in the editor that can be mended."""

    sentence: str
    spots: list[Spot]


@dataclass(frozen=True)
class Asked:
    """A quote or a photograph of a text. `barred`: why it can't be published, a sentence each.

    `to_describe`: nobody said yet in the language of the text what the photograph shows.
    """

    record: Quote | Photo
    people: list[Person]
    barred: list[str]
    to_confirm: bool
    to_describe: bool = False

    @property
    def key(self) -> str:
        return f"{self.record._meta.model_name}-{self.record.pk}"

    @property
    def is_quote(self) -> bool:
        return isinstance(self.record, Quote)

    @property
    def speaker(self) -> str:
        return speaker_of(self.record) if isinstance(self.record, Quote) else ""

    @property
    def sentences(self) -> list[str]:
        """Why it can't be published, each with what it is about."""
        return [
            _("%(why)s Take it out of the text: %(what)s.") % {"why": why, "what": self.name}
            for why in self.barred
        ]

    @property
    def standing(self) -> str:
        """What is known: `approved`, `not asked`, `given`."""
        if isinstance(self.record, Quote):
            return self.record.get_approval_display()
        return self.record.get_consent_display()

    @property
    def name(self) -> str:
        """The quote with who said it, or the photograph by its caption."""
        named = {"what": str(self.record)}
        if not isinstance(self.record, Quote):
            return _("photograph “%(what)s”") % named
        named["who"] = speaker_of(self.record)
        return (_("quote %(what)s · %(who)s") if named["who"] else _("quote %(what)s")) % named


def speaker_of(quote: Quote) -> str:
    """Who said it, as printed: a person, an organisation or words."""
    if quote.appearance:
        return quote.appearance.shown_name
    return str(quote.organisation or quote.attribution)


def asked_of(
    text: ReportText,
    blocks: Iterable[Block] | None = None,
    *,
    kept_out: list[Appearance] | None = None,
    seen_by=None,
) -> list[Asked]:
    """Every quote and photograph of `text`, each once; `blocks` in place of its own: of a draft.

    `kept_out` are those of `left_out.kept_out_of`, where they were read already. Of what volunteers
    said, `seen_by` reads why only where that account may see the volunteer.
    """
    found: dict[str, Asked] = {}
    rows = text.blocks.prefetch_related(*READS) if blocks is None else blocks
    for block in rows:
        for one in asked_by(text, block):
            found.setdefault(one.key, one)
    named = left_out.kept_out_of(text) if kept_out is None else kept_out
    return with_volunteers(with_named(list(found.values()), named), seen_by)


def with_named(asked: list[Asked], kept_out: list[Appearance]) -> list[Asked]:
    """`asked`, barred too by naming someone who may not be shown."""
    for one in asked:
        others = [who for who in left_out.beside(one.record, kept_out) if who not in one.people]
        one.barred.extend(reasons(others))
    return asked


def with_volunteers(asked: list[Asked], seen_by) -> list[Asked]:
    """`asked`, barred too by what their people said as volunteers, where they are known as such."""
    # Imported here: the other app imports this one.
    from volunteers.services import same_person

    people = {person.pk for one in asked for person in one.people}
    if not people:
        return asked
    took_back, under_age = same_person.took_back(people), same_person.under_age(people)
    seen = same_person.seen_by(seen_by, people) if took_back or under_age else set()
    for one in asked:
        told = [person for person in one.people if person.pk in under_age and person.may_be_shown]
        one.barred.extend(under_age_in_words(person, person.pk in seen) for person in told)
        if not one.is_quote:
            place = one.record.training_id
            told = [person for person in one.people if (person.pk, place) in took_back]
            said = [took_back_in_words(person, person.pk in seen) for person in told]
            one.barred.extend(words for words in said if words not in one.barred)
    return asked


def under_age_in_words(person: Person, is_seen: bool) -> str:
    said = _("%(name)s is under 18.") if is_seen else _("%(name)s may not be shown.")
    return said % {"name": person.name}


def took_back_in_words(person: Person, is_seen: bool) -> str:
    if not is_seen:
        return _("The consent of the people shown was withdrawn.")
    return _("%(name)s took back the consent to photographs.") % {"name": person.name}


def asked_by(text: ReportText, block: Block) -> list[Asked]:
    """What a block shows that somebody has to agree with."""
    match block.kind:
        case BlockKind.QUOTE if block.quote:
            return [of_quote(block.quote)]
        case BlockKind.PHOTO if block.photo:
            return [of_photo(block.photo, text.language)]
        case BlockKind.GALLERY:
            return [of_photo(photo, text.language) for photo in gallery_of(text, block)]
    return []


def gallery_of(text: ReportText, block: Block) -> list[Photo]:
    """The photographs of a block of several: those it chose, or all of the trainings."""
    chosen = list(block.photos.all())
    trainings = text.report.training_links.values("training")
    every = Photo.objects.filter(training__in=trainings, public=True)
    return chosen or list(every.prefetch_related("people"))


def of_quote(quote: Quote) -> Asked:
    person = quote.appearance.person if quote.appearance else None
    barred = why_kept_out(person) if person else []
    if quote.approval == Approval.REFUSED:
        barred.append(_("It was refused to publish these words."))
    if quote.appearance and not quote.appearance.public:
        barred.append(_("Who said it is not shown to the public."))
    elif quote.appearance and quote.appearance.answer == Answer.DECLINED:
        barred.append(_("Who said it declined to come."))
    to_confirm = quote.approval in (Approval.NOT_ASKED, Approval.ASKED)
    return Asked(quote, [person] if person else [], barred, to_confirm)


def of_photo(photo: Photo, language: str) -> Asked:
    people = list(photo.people.all())
    barred = reasons(people)
    if photo.consent == Consent.WITHDRAWN:
        barred.append(_("The consent of the people shown was withdrawn."))
    to_confirm, to_describe = photo.consent == Consent.UNKNOWN, not photo.is_described_in(language)
    return Asked(photo, people, barred, to_confirm, to_describe)


def why_kept_out(person: Person) -> list[str]:
    """Why no words and no picture of a person may be published."""
    found = []
    if person.under_age:
        found.append(_("%(name)s is under 18."))
    if person.consent_withdrawn:
        found.append(_("%(name)s does not want to be shown any more."))
    return [why % {"name": person.name} for why in found]


def barred_in(content: dict, asked: Iterable[Asked]) -> list[Finding]:
    """Why each of `asked` can't be published, and the blocks of a draft that show it."""
    return [
        Finding(sentence, spots.of_record(content, one.record))
        for one in asked
        for sentence in one.sentences
    ]


def named_in(content: dict, kept_out: Iterable[Appearance]) -> list[Finding]:
    """A sentence for each of `kept_out` whom the words of a draft name."""
    said = _("%(why)s Take the name out of the words.")
    found = left_out.in_words(content, kept_out)
    return [
        Finding(said % {"why": why}, where)
        for person, where in found.items()
        for why in why_kept_out(person)
    ]


def perhaps_named(content: dict, kept_out: Iterable[Appearance]) -> list[Finding]:
    """A sentence for each of `kept_out` whom the words of a draft may name in another case."""
    said = _("“%(words)s”: this may be %(name)s, who may not be shown. Look at it.")
    found = left_out.perhaps_in_words(content, kept_out)
    return [
        Finding(
            said % {"words": words, "name": person.name},
            spots.of_words(content, re.compile(re.escape(words)).search),
        )
        for person, words in found.items()
    ]


def not_listed(content: dict, kept_out: Iterable[Appearance]) -> list[Finding]:
    """A sentence for each of `kept_out` whom the lists of a draft leave out, and why."""
    said = _("%(why)s Lists of people leave the name out.")
    found = reasons(left_out.in_lists(content, kept_out))
    return [Finding(said % {"why": why}, []) for why in found]


def reasons(people: Iterable[Person]) -> list[str]:
    return [why for person in people for why in why_kept_out(person)]


def clear(
    text: ReportText, *, by, confirmed: Collection[str] = (), content: dict | None = None
) -> None:
    """Let `text` be public: what is in `confirmed` (keys of `Asked`) counts as agreed from now on.

    `content` is the draft that it was just made from, where there is one: the editor still shows
    it. Raises InText with a sentence for each that can't be published, and Unconfirmed with those
    that nobody confirmed, and the photographs of which nobody said what they show.
    """
    content = content or content_of(text)
    kept_out = left_out.kept_out_of(text)
    asked = asked_of(text, kept_out=kept_out, seen_by=by)
    found = barred_in(content, asked) + named_in(content, kept_out)
    if found:
        each = " ".join(one.sentence for one in found)
        refused = _("It can't be published so. %(each)s") % {"each": each}
        raise InText(refused, [spot for one in found for spot in one.spots])
    waiting = [one for one in asked if one.to_confirm]
    if said := still_to_do(asked, confirmed):
        raise Unconfirmed(" ".join(said))
    for one in waiting:
        confirm(text, one, by)


def still_to_do(asked: list[Asked], confirmed: Collection[str]) -> list[str]:
    """What is to be confirmed and to be described, a sentence each."""
    left = [one.name for one in asked if one.to_confirm and one.key not in confirmed]
    blind = [one.name for one in asked if one.to_describe]
    sentences = (
        (_("Confirm first, each by itself: %(each)s."), left),
        (_("Say first what each shows, for those who can't see it: %(each)s."), blind),
    )
    return [said % {"each": "; ".join(names)} for said, names in sentences if names]


def confirm_each(text: ReportText, keys: Collection[str], blocks: Iterable[Block], *, by) -> int:
    """Note of those in `keys` that the people behind them agree; returns of how many."""
    found = asked_of(text, blocks, seen_by=by)
    agreed = [one for one in found if one.to_confirm and one.key in keys]
    for one in agreed:
        confirm(text, one, by)
    return len(agreed)


def confirm(text: ReportText, asked: Asked, by) -> None:
    """Note that the people behind `asked` agree, and in the history of `text` who says so."""
    record, standing = asked.record, asked.standing
    if isinstance(record, Quote):
        Quote.objects.filter(pk=record.pk).update(approval=Approval.APPROVED)
    else:
        Photo.objects.filter(pk=record.pk).update(consent=Consent.GIVEN)
    said = _("Confirmed before publishing: %(what)s. Before, it was: %(standing)s.")
    logged(text, by, said % {"what": asked.name, "standing": standing})
