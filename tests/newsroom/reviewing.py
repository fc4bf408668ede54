"""Pressing the buttons on the page of a text's review."""

from tests.desk.forms import said


def page(text) -> str:
    return f"/admin/trainings/reporttext/{text.pk}/review/"


def press(client, text, verb, **typed):
    """Press the button of `verb`; returns the page that follows."""
    return client.post(page(text), {"verb": verb, **typed}, follow=True)


def told(client, text, verb, **typed) -> list[str]:
    """What is said after the button of `verb` was pressed; `text` is read anew."""
    answer = said(press(client, text, verb, **typed))
    text.refresh_from_db()
    return answer
