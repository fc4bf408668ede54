"""How a letter in given words would be read, without writing it to anybody."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from trainings.models import Training
from volunteers.letters import written
from volunteers.letters.filling import Words, address, plain
from volunteers.letters.values import TO_CONFIRM, of_registration
from volunteers.models import Registration


def preview(words: Words, kind: str, language: str, registration: Registration) -> dict[str, str]:
    """The subject, text and HTML of a letter of `kind` to `registration`, in `language`.

    What only the moment of writing knows, such as a reason, is an example. A link that proves an
    address is the volunteer's alone and is not shown.
    """
    with translation.override(language):
        values = of_registration(
            kind, registration, reason=_("an example of a reason"), changes=_("Country: Kyrgyzstan")
        )
        if kind in TO_CONFIRM:
            values["link"] = address(f"{settings.SITE_URL}/{language}/confirm/…/")
        if "position" in values and not values["position"].text:
            values["position"] = plain("3")
        return written(language, words, values)


def invented(training: Training, language: str) -> Registration:
    """A registration for `training` of someone who does not exist; it is not saved."""
    return Registration(training=training, name="Zebo Example", language=language, code="example")
