"""Who said something, and how it is quoted."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainings.models import Quote


@dataclass(frozen=True)
class Voice:
    """Who said it, as printed then. Empty where the source names nobody."""

    name: str = ""
    title: str = ""
    organisation: str = ""

    def __str__(self) -> str:
        said = ", ".join(filter(None, (self.name, self.title, self.organisation)))
        return said or _("The source names no speaker.")


def voice_of(quote: Quote) -> Voice:
    who = quote.appearance
    if who is None:
        organisation = str(quote.organisation.name) if quote.organisation else ""
        return Voice(str(quote.attribution), "", organisation)
    title = ", ".join(filter(None, (who.title, who.unit)))
    if not who.shown_name:
        return Voice(who.organisation_as_printed, title)
    return Voice(who.shown_name, title, who.organisation_as_printed)


def in_marks(words: str, *, excerpt: bool) -> str:
    """`words` in quotation marks, with an ellipsis before and after an excerpt."""
    marks = _("“… %(words)s …”") if excerpt else _("“%(words)s”")
    return marks % {"words": words}


def words_of(quote: Quote) -> str:
    """The words in their own language, in marks."""
    return in_marks(quote.words, excerpt=quote.is_excerpt)


def translation_of(quote: Quote) -> str:
    """The translation that a reader of the page's language is shown, in marks; "" without one."""
    translation = quote.shown_translation
    return in_marks(translation, excerpt=quote.is_excerpt) if translation else ""


def as_quoted(quote: Quote) -> str:
    """The words with who said them, to be pasted into an article."""
    return f"{translation_of(quote) or words_of(quote)} — {voice_of(quote)}"
