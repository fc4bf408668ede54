"""Who is at the other end of a request, as far as limits need to know."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_of(request: HttpRequest) -> str:
    """The network address of a client; "" where the server does not say.

    Behind a proxy it is the last entry of X-Forwarded-For, which the proxy wrote; what stands
    before came from the client and may be anything. Of IPv6 the network of a household counts,
    since each has more addresses than anyone could list.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2] or said
    try:
        address = ip_address(said.strip())
    except ValueError:
        return ""
    if address.version == 4:
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
