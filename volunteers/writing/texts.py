"""The texts of a message: in which language each person reads it, and what it says to one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from trainings import wording
from volunteers.letters import values, written
from volunteers.letters.filling import Words
from volunteers.models import LetterKind, Message, Registration
from volunteers.models.registration import RegistrationQuerySet

Texts = dict[str, Words]


@dataclass(frozen=True)
class Reading:
    """So many people who want letters in `wanted` read the text in `shown`."""

    wanted: str
    shown: str
    count: int

    @property
    def is_fallback(self) -> bool:
        return self.wanted != self.shown


def texts_of(message: Message) -> Texts:
    """The texts of `message` by language, in the order they were written."""
    return {text.language: Words(text.subject, text.body) for text in message.texts.all()}


def shown_in(wanted: str, languages: Iterable[str]) -> str:
    """The language of `languages` for a reader of `wanted`: along the chain, else the first."""
    there = list(languages)
    return next((code for code in wording.fallback_chain(wanted) if code in there), there[0])


def readings(people: RegistrationQuerySet, languages: Iterable[str]) -> list[Reading]:
    """Which text how many of `people` read, most first; none without a text."""
    there = list(languages)
    if not there:
        return []
    counted = Counter(people.order_by().values_list("language", flat=True))
    return [Reading(code, shown_in(code, there), n) for code, n in counted.most_common()]


def letter_for(registration: Registration, texts: Texts) -> dict[str, str]:
    """The letter that the person of `registration` reads, by the names of its columns."""
    language = shown_in(registration.language, texts)
    return letter_in(language, texts[language], registration)


def letter_in(language: str, words: Words, registration: Registration) -> dict[str, str]:
    with translation.override(language):
        filled_from = values.of_registration(LetterKind.MESSAGE, registration)
        return {"language": language, **written(language, words, filled_from)}


def trial_for(registration: Registration, texts: Texts) -> dict[str, str]:
    """The letter of `letter_for` as its author tries it: it says that it is a test."""
    language = shown_in(registration.language, texts)
    with translation.override(language):
        note = _("This is a test of a message. It went to you alone.")
        test = _("Test")
        subject = f"[{test}] {texts[language].subject}"
    words = Words(subject, f"**{note}**\n\n{texts[language].body}")
    return letter_in(language, words, registration)
