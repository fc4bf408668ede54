"""What a volunteer is told of a decision: ready sentences, in the language of her letters."""

from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from volunteers.models import Registration


class Reason(TextChoices):
    MORE_THAN_SEATS = "more", _("More people applied than there are seats.")
    COUNTRY_FULL = "country", _("The seats for your country are taken.")
    OTHERS = "others", _("This training is meant for volunteers in another kind of work.")
    BEFORE = "before", _("Those who have not been to a training yet come first this time.")
    TOO_LITTLE = "little", _("What you wrote did not say enough to decide. Please tell us more.")


def told(registration: Registration, ready: str, typed: str) -> str:
    """The reason as `registration` is told it: the ready sentence and what was typed."""
    with translation.override(registration.language):
        sentence = str(Reason(ready).label) if ready in Reason.values else ""
    return " ".join(part for part in (sentence, typed.strip()) if part)
