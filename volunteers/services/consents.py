"""What a volunteer agreed to: seen, given and taken back, each by itself."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.services.refusal import NotAllowed
from volunteers.models import Consent, ConsentKind, ConsentText, Registration
from volunteers.services import same_person
from volunteers.services.given import agree
from volunteers.services.moves import locked

# Those that may be given and taken back at any time.
OPTIONAL = (ConsentKind.PHOTOGRAPHS, ConsentKind.LISTED)


@dataclass
class Agreed:
    """A kind of consent: the words that count now, and the yes that stands, if one does."""

    kind: ConsentKind
    text: ConsentText
    given: Consent | None

    @property
    def is_optional(self) -> bool:
        return self.kind in OPTIONAL


def consents_of(registration: Registration) -> list[Agreed]:
    """Each kind of consent with what the volunteer said to it; the words are those she read."""
    standing = registration.consents.filter(withdrawn_at=None).select_related("text")
    given = {consent.text.kind: consent for consent in standing}
    current = ConsentText.objects.current()
    return [
        Agreed(kind, given[kind].text if kind in given else current[kind], given.get(kind))
        for kind in ConsentKind
        if kind in given or kind in current
    ]


def without_photographs(trainings: Collection[int], *, seen_by) -> dict[int, tuple[int, list[str]]]:
    """By training, how many took back their consent to photographs there, and the names of those
    whom the account `seen_by` may see."""
    rows = Registration.objects.filter(
        training__in=trainings,
        consents__in=Consent.objects.taken_back(ConsentKind.PHOTOGRAPHS),
    ).distinct()
    may = seen_by.has_perm("volunteers.view_registration")
    seen = set(rows.visible_to(seen_by).values_list("pk", flat=True)) if may else set()
    found: dict[int, tuple[int, list[str]]] = {}
    for row in rows.order_by("name", "pk"):
        number, names = found.get(row.training_id, (0, []))
        found[row.training_id] = number + 1, names + ([str(row)] if row.pk in seen else [])
    return found


@transaction.atomic
def give(registration: Registration, kind: str, *, language: str) -> None:
    """Say yes to the wording of `kind` that counts now, read in `language`."""
    refuse_required(kind)
    agree(locked(registration), [ConsentText.objects.current()[kind]], language)


@transaction.atomic
def take_back(registration: Registration, kind: str) -> None:
    """Let no yes to `kind` stand any more. Photographs that are known to show the volunteer leave
    the public pages."""
    refuse_required(kind)
    registration.consents.filter(withdrawn_at=None, text__kind=kind).update(withdrawn_at=now())
    if kind == ConsentKind.PHOTOGRAPHS:
        same_person.withdraw_photographs(registration)


def refuse_required(kind: str) -> None:
    """Raise NotAllowed for a consent that no registration is without, and for an unknown one."""
    if kind not in OPTIONAL:
        raise NotAllowed(
            _(
                "Without the use of your data there is no registration. To take it back, cancel "
                "the registration, or delete what is held about you."
            )
        )
