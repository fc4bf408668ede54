"""The signed address of a kit under embargo: dated, and good until that moment alone."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from trainings import wording
from trainings.models import ReportText

PURPOSE = "trainings.press"


def token_of(text: ReportText) -> str:
    """What the address of a scheduled text ends in. Another moment makes another one."""
    return signing.dumps([text.pk, moment_of(text)], salt=PURPOSE)


def moment_of(text: ReportText) -> float:
    """When it is published, in seconds of Unix time; 0 for a draft."""
    return text.published_at.timestamp() if text.published_at else 0


def embargo_url(text: ReportText) -> str:
    """The full address of the kit of a scheduled text, to hand to journalists."""
    with translation.override(language_of(text)):
        path = reverse("press_embargoed", args=[text.report.slug, token_of(text)])
    return settings.SITE_URL + path


def language_of(text: ReportText) -> str:
    """The language of the site that is nearest to that of `text`."""
    chain = wording.fallback_chain(text.language)
    return next(code for code in chain if code in dict(settings.LANGUAGES))


def text_behind(token: str) -> ReportText | None:
    """The text that `token` was made for, published or scheduled for the same moment.

    None for a token that is none of ours, and for a text that was taken back or moved since.
    """
    try:
        pk, moment = signing.loads(token, salt=PURPOSE)
    except (signing.BadSignature, ValueError):
        return None
    text = ReportText.objects.select_related("report").filter(pk=pk).first()
    if text is None or not (text.is_published or text.is_scheduled):
        return None
    return text if moment_of(text) == moment else None
