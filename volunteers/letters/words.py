"""The words of letters: the usual ones in templates/letters/, or an organizer's own."""

import re
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainings import wording
from trainings.given import Given
from trainings.models import Training
from trainings.together import Asked, kept
from volunteers.letters.filling import Words
from volunteers.models import LetterKind, LetterWording

# What each placeholder says, as the desk explains it.
MEANINGS = {
    "name": gettext_lazy("the volunteer's name"),
    "training": gettext_lazy("the title of the training"),
    "dates": gettext_lazy("when the training is held"),
    "place": gettext_lazy("where the training is held"),
    "link": gettext_lazy("the address that this letter is about: to confirm, or the own page"),
    "deadline": gettext_lazy("until when"),
    "next": gettext_lazy("what happens after the address is confirmed"),
    "nominator": gettext_lazy("who registered the volunteer"),
    "state": gettext_lazy("where the registration stands"),
    "position": gettext_lazy("the place on the waiting list, a number"),
    "reason": gettext_lazy("the reason that the volunteer is told"),
    "changes": gettext_lazy("what the organizer changed"),
    "calendar": gettext_lazy("a sentence that a calendar file is attached, if there is one"),
    "practical": gettext_lazy("the practical information of the training"),
    "contact": gettext_lazy("the address for questions"),
    "code": gettext_lazy("the sign-in code"),
    "happened": gettext_lazy("what was changed about the account"),
    "site": gettext_lazy("the name and address of this site"),
}
EVERYWHERE = ("name", "training", "dates", "place", "link", "contact", "site")
COMING = (*EVERYWHERE, "practical", "calendar")
ALLOWED = {
    LetterKind.CONFIRM: (*EVERYWHERE, "deadline", "next"),
    LetterKind.NOMINATED: (*EVERYWHERE, "deadline", "next", "nominator"),
    LetterKind.KNOWN: (*EVERYWHERE, "state"),
    LetterKind.RECEIVED: (*EVERYWHERE, "deadline", "next"),
    LetterKind.APPROVED: COMING,
    LetterKind.WAITLISTED: (*EVERYWHERE, "position"),
    LetterKind.DECLINED: (*EVERYWHERE, "reason"),
    LetterKind.SEAT_FREE: COMING,
    LetterKind.CANCELLED: (*EVERYWHERE, "deadline", "reason"),
    LetterKind.CHANGED: (*EVERYWHERE, "changes"),
    LetterKind.REMINDER: COMING,
    LetterKind.CLOSING: (*EVERYWHERE, "deadline"),
    LetterKind.CERTIFIED: EVERYWHERE,
    LetterKind.MESSAGE: (*EVERYWHERE, "state", "practical"),
    LetterKind.CODE: ("name", "code", "site"),
    LetterKind.SECURITY: ("name", "happened", "site"),
}
# Without these the letter would be of no use.
ESSENTIAL = {
    LetterKind.CONFIRM: ("link",),
    LetterKind.NOMINATED: ("link",),
    LetterKind.CLOSING: ("link",),
    LetterKind.CHANGED: ("changes",),
    LetterKind.CODE: ("code",),
    LetterKind.SECURITY: ("happened",),
}
# Braces with anything between them, so that a slip such as `{ name }` is found as well.
BRACES = re.compile(r"\{([^{}\n]*)\}")


def words_for(kind: str, training: Training | None, language: str) -> tuple[str, Words]:
    """The language and the words of a letter of `kind` for a reader of `language`.

    Along the reader's languages: an organizer's own words for the training come first in each,
    then the usual words where our interface speaks the language.
    """
    own = own_words(kind, training)
    chain = [*wording.fallback_chain(language), settings.LANGUAGE_CODE]
    for code in chain:
        if code in own:
            return code, own[code]
        if code in settings.INTERFACE_LANGUAGES:
            return code, usual(kind, code)
    raise ValueError(f"No language of {chain} has words for letters.")


def own_words(kind: str, training: Training | None) -> dict[str, Words]:
    """What organizers wrote for `training`, by language."""
    if training is None:
        return {}
    rows = reworded(training=training.pk, kind=str(kind))["wordings"]
    return {row.language: Words(row.subject, row.body) for row in rows}


@kept
def reworded(training: Given, kind: Given) -> Asked:
    return {"wordings": LetterWording.objects.filter(training=training, kind=kind)}


@cache
def usual(kind: str, language: str) -> Words:
    """The words of the template of `kind`, in the nearest language that our interface speaks."""
    spoken = settings.INTERFACE_LANGUAGES
    nearest = next((code for code in wording.fallback_chain(language) if code in spoken), "en")
    with translation.override(nearest):
        subject, body = render_to_string(f"letters/{kind}.txt").strip().split("\n", 1)
    return Words(subject.strip(), re.sub(r"\n{3,}", "\n\n", body.strip()))


def check(kind: str, *, subject: str, body: str) -> None:
    """Raise ValidationError for placeholders that `kind` does not know, or can't do without."""
    errors: dict[str, list[str]] = {}
    allowed, used = ALLOWED[LetterKind(kind)], set(BRACES.findall(body))
    for field, words in (("subject", subject), ("body", body)):
        for name in dict.fromkeys(BRACES.findall(words)):
            if name not in allowed:
                errors.setdefault(field, []).append(unknown(name, allowed))
    for name in ESSENTIAL.get(LetterKind(kind), ()):
        if name not in used:
            needed = _("This letter is of no use without {%(name)s}. Put it back into the text.")
            errors.setdefault("body", []).append(needed % {"name": name})
    if errors:
        raise ValidationError(errors)


def unknown(name: str, allowed: tuple[str, ...]) -> str:
    return _("{%(name)s} is no placeholder of this letter. Those it has: %(allowed)s.") % {
        "name": name,
        "allowed": ", ".join(f"{{{each}}}" for each in allowed),
    }
