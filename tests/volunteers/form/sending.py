"""Filling in the form of a training and sending it, as a browser would."""

import secrets

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from tests.pages.page import Page
from volunteers.forms.stamps import SALT
from volunteers.models import ConsentText

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"


def stamp(seconds_ago=60) -> str:
    """The stamp of a form that was opened so long ago."""
    opened = int(now().timestamp()) - seconds_ago
    return signing.dumps([secrets.token_urlsafe(9), opened], salt=SALT)


def consent(kind="data") -> str:
    """The name of the box of a consent."""
    return f"consent_{ConsentText.objects.current()[kind].pk}"


def filled(**changes) -> dict:
    """What a browser sends of a form that was filled in well; None leaves a field out."""
    given = {
        "name": "Зебо",
        "email": "zebo@example.org",
        "country": "TJ",
        "category": "national",
        "motivation": "We look after a spring.",
        consent(): "on",
        "stamp": stamp(),
    }
    return {key: value for key, value in (given | changes).items() if value is not None}


def address_of(training) -> str:
    return f"/en/trainings/{training.slug}/register/"


def send(client, training, **changes):
    """The answer to a form sent for `training`, filled in well but for `changes`."""
    return client.post(address_of(training), filled(**changes))


def errors(response) -> list[str]:
    """What the summary on top of the page says is to mend."""
    return Page(response).lines('.//div[@role="alert"]//li')


def value_of(response, name: str) -> str | None:
    """What stands in the input or the list `name` of the page."""
    page = Page(response)
    for field in page.all(f'.//main//*[@name="{name}"]'):
        if field.tag == "textarea":
            return (field.text or "").removeprefix("\n").removeprefix("\r\n")
        if field.tag == "select":
            chosen = field.findall('.//option[@selected=""]')
            return chosen[0].get("value") if chosen else ""
        if field.get("type") not in ("radio", "checkbox") or field.get("checked") is not None:
            return field.get("value", "on" if field.get("type") == "checkbox" else "")
    return None


def paper(name="cv.pdf", content=PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
