"""Django's check against forged requests, for a page that answers a failed one itself."""

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class Check(CsrfViewMiddleware):
    def _reject(self, request, reason):
        return reason


def is_forged(request: HttpRequest) -> bool:
    """Whether a POST lacks the token of our own page, as when a browser refuses cookies."""
    check = Check(lambda request: None)
    check.process_request(request)
    return check.process_view(request, None, (), {}) is not None
