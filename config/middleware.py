"""The one header that neither Django nor django-csp sets."""

# The site asks a browser for none of these; later pages that do will say so themselves.
POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def permissions_policy(get_response):
    """Add `Permissions-Policy` to every answer that does not carry one of its own."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return middleware
