"""What neither Django nor django-csp does by itself: one header, and compressing pages alone."""

from django.middleware.gzip import GZipMiddleware

# The site asks a browser for none of these; later pages that do will say so themselves.
POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def permissions_policy(get_response):
    """Add `Permissions-Policy` to every answer that does not carry one of its own."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return middleware


def compressed_pages(get_response):
    """Compress pages for whoever can read them so; uploaded files are sent as they lie.

    Django adds random bytes to each, so that their length gives no secret of a form away.
    """
    gzip = GZipMiddleware(get_response)

    def middleware(request):
        response = get_response(request)
        return response if response.streaming else gzip.process_response(request, response)

    return middleware
