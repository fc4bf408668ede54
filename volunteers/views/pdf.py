"""Handing out a PDF, to print or to keep."""

from django.http import HttpResponse


def pdf(content: bytes, name: str, *, to_keep: bool = False) -> HttpResponse:
    """A PDF that the browser shows, to be looked at before it is printed, or saves `to_keep`.

    Nobody on the way may store it: it may name people.
    """
    response = HttpResponse(content, content_type="application/pdf")
    disposition = "attachment" if to_keep else "inline"
    response.headers["Content-Disposition"] = f'{disposition}; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
