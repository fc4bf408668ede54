"""Taking the network away from a page in a browser."""

from contextlib import contextmanager


@contextmanager
def cut(page, live_server):
    """Within this the page of a browser reaches nobody.

    To tell Chromium alone is not enough: what its service worker asks may get through.
    """
    server = live_server.thread.httpd
    site = server.get_app()
    server.set_app(nobody)
    page.context.set_offline(True)
    try:
        yield
    finally:
        server.set_app(site)
        page.context.set_offline(False)


def nobody(_environ, start_response):
    start_response("503 Service Unavailable", [("Content-Length", "0")])
    return [b""]
